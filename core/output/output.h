// Answers as files: JSON, CSV, and a plain-text table.
#pragma once

#include "core/figure/figure.h"

#include <string>

namespace evenredig {

/// "answer/1" of formats.md.
[[nodiscard]] std::string answerJson(const Answer &answer);
/// UTF-8 with BOM, one line per row × estimate, decimal point (formats.md).
[[nodiscard]] std::string answerCsv(const Answer &answer);
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
