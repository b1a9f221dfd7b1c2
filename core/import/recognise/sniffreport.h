// The evidence of a Sniff in words and as JSON: what `describe` prints of a text file.
#pragma once

#include "core/base/language.h"
#include "core/import/recognise/sniff.h"

#include <string>
#include <vector>

namespace evenredig {

/// What was recognised of the file as a whole, a sentence each: encoding, delimiter, quote, header, marks.
[[nodiscard]] std::vector<std::string> sniffSentences(const Sniff &sniff, Language language);
[[nodiscard]] std::string sniffText(const Sniff &sniff, const std::string &file, Language language);
/// {"file", "rows", "rows_faulty", "blank_lines", "header", "read": {as in a recipe}, "evidence", "columns": […]}
/// `suggested` is JSON (draftJson) that becomes the field of that name; empty: none.
[[nodiscard]] std::string sniffJson(const Sniff &sniff, const std::string &file, const std::string &suggested = {});

} // namespace evenredig
