#include "core/base/error.h"

#include "core/base/text.h"
#include "core/base/texts.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

// In the order of ErrorCode.
using Names = std::array<std::string_view, static_cast<std::size_t>(ErrorCode::Internal) + 1>;
constexpr Names names{
    "file_missing",      "file_unreadable",    "file_unwritable",      "file_exists",        "file_empty",
    "file_binary",       "file_too_large",     "folder_read_only",     "disk_full",          "cancelled",
    "json_syntax",       "json_duplicate_key", "json_too_deep",        "json_unknown_key",   "json_missing_key",
    "json_wrong_type",   "json_wrong_value",   "format_wrong",         "not_a_workspace",    "workspace_newer",
    "workspace_unsafe",  "workspace_damaged",  "workspace_locked",     "dataset_exists",     "dataset_unknown",
    "recipe_missing",    "column_missing",     "column_ambiguous",     "header_broken",      "role_missing",
    "no_rows",           "no_measure_matches", "encoding_wrong",       "encoding_mixed",     "sources_differ",
    "reading_ambiguous", "value_impossible",   "period_ambiguous",     "header_doubtful",    "indicator_unknown",
    "indicator_no_data", "origin_unknown",     "period_unknown",       "generation_unknown", "variable_unknown",
    "code_unknown",      "key_unused",         "reference_impossible", "ask_impossible",     "output_format",
    "overview_empty",    "output_size",        "output_height",        "nothing_placed",     "internal"};

/// A cell or a key of a broken file may be megabytes long; a sentence is read. Places and lists are ours, and needed whole.
constexpr std::size_t longestValue = 120;
constexpr std::size_t longestOwn = 1000;
constexpr std::array<std::string_view, 7> own{"file", "other", "folder", "known", "nearest", "expected", "reason"};

std::string shown(std::string_view name, const std::string &value)
{
    const std::string_view plain = name.substr(0, name.find('.')); // "known.nl"
    const bool ours = std::find(own.begin(), own.end(), plain) != own.end();
    const std::size_t longest = ours ? longestOwn : longestValue;
    return shortened(value, longest);
}

/// Of some faults there is a second sentence, for when nothing is like what was written.
std::string keyOf(const Error &error)
{
    const std::string name(errorName(error.code));
    const bool unlike = std::find(error.context.begin(), error.context.end(),
                                  std::pair<std::string, std::string>{"nearest", {}})
                        != error.context.end();
    return unlike && hasText(Language::Dutch, "unlike." + name) ? "unlike." + name : "error." + name;
}

} // namespace

std::string_view errorName(ErrorCode code)
{
    return names[static_cast<std::size_t>(code)];
}

int errorCodeCount()
{
    return static_cast<int>(names.size());
}

std::string message(const Error &error, Language language)
{
    auto context = error.context;
    for (std::pair<std::string, std::string> &one : context)
        one.second = shown(one.first, one.second);
    return text(language, keyOf(error), argumentsIn(language, context));
}

} // namespace evenredig
