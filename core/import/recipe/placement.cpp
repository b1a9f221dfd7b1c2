#include "core/import/recipe/placement.h"

#include "core/base/reason.h"
#include "core/base/texts.h"

#include <algorithm>

namespace evenredig {

namespace {

bool isPlace(const std::string &reason)
{
    return reason == "unknown_origin" || reason == "unknown_generation" || reason == "unknown_period";
}

} // namespace

Result<void> expectPlaced(const ImportCounts &counts, const Ledger &ledger, const std::string &file)
{
    if (counts.rowsKept > 0)
        return {};
    const std::vector<LedgerEntry> entries = ledger.entries();
    const auto isRow = [](const LedgerEntry &entry) { return entry.kind == LedgerEntry::Kind::Row; };
    const auto first = std::find_if(entries.begin(), entries.end(), isRow);
    const bool otherwise = std::any_of(entries.begin(), entries.end(), [&isRow](const LedgerEntry &entry) {
        return isRow(entry) && !isPlace(entry.reason);
    });
    if (first == entries.end() || otherwise)
        return {};
    Context context{{"file", file}, {"column", first->column}, {"value", first->value}};
    const std::string key = "ledger." + first->reason;
    addText(context, "reason", {text(Language::Dutch, key), text(Language::English, key)});
    return fail(ErrorCode::NothingPlaced, std::move(context));
}

} // namespace evenredig
