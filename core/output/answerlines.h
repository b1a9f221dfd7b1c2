// An answer in words, for who works in a spreadsheet: the lines of the CSV, with names in place of ids and numbers as the
// screen has them.
#pragma once

#include "core/model/answer.h"

#include <optional>
#include <string>
#include <vector>

namespace evenredig {

/// A number or a text; neither is nothing.
struct LineCell {
    std::string text;
    std::optional<double> number; ///< on the screen's scale: 3.7 of 3.7%
};

/// The columns are those of the coded CSV, and the unit before the value.
struct AnswerLines {
    std::vector<std::string> heads;
    std::vector<std::vector<LineCell>> lines; ///< one per row × estimate
};

[[nodiscard]] AnswerLines answerLines(const Answer &answer, const Catalogue &catalogue, Language language);
/// How many times an estimate of the file is multiplied for the screen: a ratio has no unit, a part is a share of 1.
[[nodiscard]] double screenFactor(Key key, Unit unit);
/// The indicator of a row, which in an overview is its own.
[[nodiscard]] const Indicator &indicatorOf(const Answer &answer, const AnswerRow &row, const Catalogue &catalogue);

} // namespace evenredig
