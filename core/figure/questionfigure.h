// What a question brings to a figure of its own: a row of one table. The rest is made once for all of them.
#pragma once

#include "core/figure/words.h"

namespace evenredig {

struct QuestionFigure {
    Ask ask;
    /// Panels, table and title.
    void (*build)(Figure &figure, const Words &words);
    /// The sentence about a row.
    std::string (*sentence)(const Words &words, const AnswerRow &row);
    /// What follows the first words of the alternative text.
    std::string (*spoken)(const Figure &figure, const Words &words);
    /// The row that sentence and card are about when none was chosen; −1: there is none.
    int (*focus)(const Answer &answer);
    /// The period that its figure shows, of questions with one; null: all of them.
    const Period *(*period)(const Answer &answer);
};

[[nodiscard]] const QuestionFigure &questionFigure(Ask ask);

/// The index of the row that the sentence and the card are about: the asked one, or the question's own.
[[nodiscard]] int focusRow(const Words &words);

} // namespace evenredig
