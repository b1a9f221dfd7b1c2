// One builder per question: panels, table, title. What all figures share (subtitle, footer, sentences,
// alternative text, card) is made once for all of them.
#pragma once

#include "core/figure/axis.h"
#include "core/figure/figure.h"
#include "core/figure/words.h"

namespace evenredig {

void buildLevel(Figure &figure, const Words &words);
void buildDevelopment(Figure &figure, const Words &words);
void buildGap(Figure &figure, const Words &words);
void buildRelative(Figure &figure, const Words &words);
void buildGenerations(Figure &figure, const Words &words);
void buildOverview(Figure &figure, const Words &words);
[[nodiscard]] std::vector<std::string> overviewSentences(const Words &words);
[[nodiscard]] std::string relativeSentence(const Words &words, const AnswerRow &row);
[[nodiscard]] std::string generationSentence(const Words &words, const AnswerRow &row);

[[nodiscard]] std::string subtitle(const Words &words);
[[nodiscard]] std::vector<std::string> footer(const Figure &figure, const Words &words);
[[nodiscard]] std::vector<std::string> facts(const Words &words);
[[nodiscard]] std::vector<std::string> sentences(const Words &words);
[[nodiscard]] std::string altText(const Figure &figure, const Words &words);

/// The index of the row that the sentence and the card are about: the asked one, or the last period row
/// (of development and gap the change row) of the first origin with a value. −1 when there is none.
[[nodiscard]] int focusRow(const Words &words);
/// The change row that belongs to a row's origin, generation and line; −1 when there is none.
[[nodiscard]] int changeRowOf(const Answer &answer, int row);
/// The period row of a change row's first (0) or last (1) period; −1 when there is none.
[[nodiscard]] int periodRowOf(const Answer &answer, const AnswerRow &change, std::size_t which);
/// The period that a level is about: the latest in which a group has a value.
[[nodiscard]] const Period *levelPeriod(const Answer &answer);
/// The period that a comparison of generations is about: the latest in which a group has a value.
[[nodiscard]] const Period *generationsPeriod(const Answer &answer);
/// The rows of a level's period, one per origin and generation in the answer's order.
[[nodiscard]] std::vector<int> levelRowIndexes(const Answer &answer);

/// A mark for an estimate of a row; absent ones keep their place with their state.
[[nodiscard]] Mark markOf(const Words &words, int row, std::string_view estimate, double along);
/// A series for an origin and generation, with label and look, without marks.
[[nodiscard]] Series seriesFor(const Words &words, const AnswerRow &row);

/// Sorts the rows of a dot plot from high to low, absent ones last, and marks neighbours whose order is not certain.
void orderByValue(Panel &panel, const Words &words);
/// A small panel for each group in place of the panel of lines: its own line in colour, the other groups' as ghosts.
/// At most eight panels with those that stay; one group or none leaves the figure as it is.
void splitByGroup(Figure &figure, const Words &words);

/// Leaves out the last column of a panel when all it says is that margins are unknown: the footer says so once.
void dropRepeatedVerdict(Panel &panel, const Words &words);

[[nodiscard]] TableCell textCell(std::string text, int row = -1);
/// A number's cell with its estimate's key; an absent number gets its symbol.
[[nodiscard]] TableCell numberCell(const Words &words, int row, const std::string &estimate,
                                   Sign sign = Sign::Negative);

} // namespace evenredig
