// Answers as files: JSON, CSV, XLSX, and a plain-text table.
#pragma once

#include "core/base/result.h"
#include "core/figure/figure.h"

#include <string>

namespace evenredig {

/// "answer/1" of formats.md.
[[nodiscard]] std::string answerJson(const Answer &answer);
/// UTF-8 with BOM, one line per row × estimate, decimal point (formats.md).
[[nodiscard]] std::string answerCsv(const Answer &answer);
/// Spreadsheet: the same lines for a person with a spreadsheet: `;`, decimal comma, names in place of ids, numbers as the
/// screen has them, and a text that begins like a formula (= + - @) behind an apostrophe, so that it is never computed.
enum class CsvStyle { Coded, Spreadsheet };
[[nodiscard]] std::string answerCsv(const Answer &answer, CsvStyle style, const Catalogue &catalogue,
                                    Language language);
/// A workbook: the figure's table as it is shown, with real numbers, its words and its code; and behind it the lines of the
/// spreadsheet CSV. Its properties carry the code and the question. Texts are texts: no formula, no macro, no link.
[[nodiscard]] Result<std::string> answerXlsx(const Answer &answer, const Figure &figure, const Catalogue &catalogue,
                                             Language language);
/// The figure's table in aligned columns with title, subtitle, sentences and footer, for a terminal.
[[nodiscard]] std::string figureText(const Figure &figure);

/// A table for a word processor.
[[nodiscard]] std::string tableHtml(const Table &table);
/// A table for a spreadsheet: tabs between columns, a hyphen for every minus.
[[nodiscard]] std::string tableText(const Table &table);
/// Title, subtitle, the picture with its alternative text (else the table), footer and sentences. `picture`: an address
/// that an image may have, for example a data: URI.
[[nodiscard]] std::string figureHtml(const Figure &figure, const std::string &picture);

} // namespace evenredig
