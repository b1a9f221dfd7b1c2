// The evidence of a Sniff in words and as JSON: what `describe` prints of a text file.
#pragma once

#include "core/base/language.h"
#include "core/import/sniff.h"

#include <string>

namespace evenredig {

[[nodiscard]] std::string sniffText(const Sniff &sniff, const std::string &file, Language language);
/// {"file", "rows", "rows_faulty", "blank_lines", "header", "read": {as in a recipe}, "evidence", "columns": […]}
/// `suggested` is JSON (draftJson) that becomes the field of that name; empty: none.
[[nodiscard]] std::string sniffJson(const Sniff &sniff, const std::string &file, const std::string &suggested = {});

} // namespace evenredig
