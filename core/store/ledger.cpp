#include "core/store/ledger.h"

#include "core/base/text.h"

#include <utility>

namespace evenredig {

namespace {

/// Longer values are cut: the ledger shows what was wrong, it is no copy of the file.
constexpr std::size_t longestValue = 200;

} // namespace

void Ledger::add(LedgerEntry entry)
{
    Tally &tally = m_tallies[{entry.kind, entry.column, entry.reason}];
    const bool rest = entry.line == 0 && entry.count > 1 && entry.kind != LedgerEntry::Kind::Note;
    if (rest || tally.stored >= limit) {
        tally.beyond += entry.count;
        return;
    }
    ++tally.stored;
    entry.value = shortened(entry.value, longestValue);
    m_entries.push_back(std::move(entry));
}

std::vector<LedgerEntry> Ledger::entries() const
{
    std::vector<LedgerEntry> entries = m_entries;
    for (const std::pair<const Key, Tally> &one : m_tallies) {
        if (one.second.beyond == 0)
            continue;
        LedgerEntry rest;
        rest.kind = std::get<0>(one.first);
        rest.column = std::get<1>(one.first);
        rest.reason = std::get<2>(one.first);
        rest.count = one.second.beyond;
        entries.push_back(std::move(rest));
    }
    return entries;
}

} // namespace evenredig
