// The small pieces that every figure is put together from.
#pragma once

#include "core/figure/words.h"

namespace evenredig {

/// The change row that belongs to a row's origin, generation and line; −1 when there is none.
[[nodiscard]] int changeRowOf(const Answer &answer, int row);
/// The period row of a change row's first (0) or last (1) period; −1 when there is none.
[[nodiscard]] int periodRowOf(const Answer &answer, const AnswerRow &change, std::size_t which);
/// The period that a level is about: the latest in which a group has a value.
[[nodiscard]] const Period *levelPeriod(const Answer &answer);
/// The row of the last figure of the first group that has one; −1 when there is none.
[[nodiscard]] int lastFigureOfFirstGroup(const Answer &answer);
/// The rows of a level's period, one per origin and generation in the answer's order.
[[nodiscard]] std::vector<int> levelRowIndexes(const Answer &answer);

/// The rows of the table below a figure of one period: those of the figure in its order, then those of other periods that
/// have a figure.
[[nodiscard]] std::vector<int> tableOrder(const Answer &answer, const Panel &shown);
/// Whether any row tells how many it rests on.
[[nodiscard]] bool tellsN(const Answer &answer);

/// The values that a mark takes of the axis: its own and the ends of its interval.
void addShown(std::vector<double> &shown, const Mark &mark);

/// A mark for an estimate of a row; absent ones keep their place with their state. The interval is drawn where it is one
/// of sampling, or the room that rounding leaves a complete count: of a sample it would be taken for a margin.
[[nodiscard]] Mark markOf(const Words &words, int row, Key key, double along);
/// A series for an origin and generation, with label and look, without marks.
[[nodiscard]] Series seriesFor(const Words &words, const AnswerRow &row);
/// The lines of the answer's own rows: one series per origin and generation, one run per line of figures.
[[nodiscard]] std::vector<Series> lineSeries(const Words &words, Key key, std::vector<double> &shown);
/// The value of a row's reference as a line with its label; nothing where it has none.
[[nodiscard]] std::optional<ReferenceLine> referenceLine(const Words &words, const AnswerRow &row, Key key);
void addLine(std::vector<ReferenceLine> &lines, const ReferenceLine &line); ///< unless it is there

/// Leaves out the last column of a panel when all it says is that margins are unknown: the footer says so once.
void dropRepeatedVerdict(Panel &panel, const Words &words);

[[nodiscard]] TableCell textCell(std::string text, int row = -1);
/// A number's cell with its estimate's key; an absent number gets its symbol.
/// n of a row's figure.
[[nodiscard]] TableCell countCell(const Words &words, const AnswerRow &row, int index);
[[nodiscard]] TableCell numberCell(const Words &words, int row, Key key, Sign sign = Sign::Negative);
[[nodiscard]] TableCell numberCell(const Words &words, const AnswerRow &row, int index, Key key,
                                   Sign sign = Sign::Negative);

/// The intervals of one estimate over the rows of a table: the head names their kind, or where there are several each
/// cell does.
class IntervalColumn {
public:
    IntervalColumn(const Words &words, Key key);
    [[nodiscard]] std::string head() const; ///< "interval (afronding)"
    [[nodiscard]] std::string cell(const AnswerRow &row) const;

private:
    const Words &m_words;
    Key m_key;
    std::string m_kind; ///< of all intervals; empty: none, or several
};

} // namespace evenredig
