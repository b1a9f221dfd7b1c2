#include "core/base/error.h"

#include "core/base/text.h"
#include "core/base/texts.h"

#include <array>

namespace evenredig {

namespace {

// In the order of ErrorCode.
using Names = std::array<std::string_view, static_cast<std::size_t>(ErrorCode::Internal) + 1>;
constexpr Names names{"file_missing",      "file_unreadable",    "file_unwritable",
                      "file_exists",       "file_empty",         "file_binary",
                      "file_too_large",    "folder_read_only",   "disk_full",
                      "cancelled",         "json_syntax",        "json_duplicate_key",
                      "json_too_deep",     "json_unknown_key",   "json_missing_key",
                      "json_wrong_type",   "json_wrong_value",   "format_wrong",
                      "not_a_workspace",   "workspace_newer",    "workspace_unsafe",
                      "workspace_damaged", "workspace_locked",   "dataset_exists",
                      "dataset_unknown",   "recipe_missing",     "column_missing",
                      "column_ambiguous",  "header_broken",      "role_missing",
                      "no_rows",           "no_measure_matches", "encoding_wrong",
                      "sources_differ",    "reading_ambiguous",  "header_doubtful",
                      "indicator_unknown", "indicator_no_data",  "origin_unknown",
                      "period_unknown",    "generation_unknown", "variable_unknown",
                      "code_unknown",      "key_unused",         "reference_impossible",
                      "ask_impossible",    "output_format",      "overview_empty",
                      "output_size",       "output_height",      "internal"};

/// A cell or a key of a broken file may be megabytes long; a sentence is read.
constexpr std::size_t longestValue = 1000;

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
        one.second = shortened(one.second, longestValue);
    return text(language, "error." + std::string(errorName(error.code)), argumentsIn(language, context));
}

} // namespace evenredig
