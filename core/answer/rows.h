// Rows of an answer, made of levels. A row of a period is the same in every question.
#pragma once

#include "core/answer/scope.h"

namespace evenredig {

/// A row with the level it stands on, and the reference's level beside it.
struct PointRow {
    AnswerRow row;
    std::optional<LevelId> level;     ///< only where it has a value
    std::optional<LevelId> reference; ///< has a value
};

/// One row per origin × generation × period (× series): `value`, and against the reference `reference`, `gap` and
/// `ratio` with the verdict. What is not there has a row too, with its reason.
[[nodiscard]] std::vector<PointRow> periodRows(const Scope &scope);
[[nodiscard]] std::vector<AnswerRow> rowsOnly(std::vector<PointRow> points);

[[nodiscard]] Status statusOf(Missing reason);

/// The status of a row that stands on one level, and the verdict that says why none can be given.
void judgeAlone(AnswerRow &row, const Scope &scope, LevelId level);

/// The rows with a value that a line may join, in order of time.
using Course = std::vector<const PointRow *>;
[[nodiscard]] std::vector<Course> courses(const std::vector<PointRow> &points);

/// The frame of a row for a change between two levels: ids, periods, comparability. Where they are not comparable
/// the verdict says so.
[[nodiscard]] AnswerRow changeRow(const Scope &scope, const PointRow &first, const PointRow &last);

/// The ends of a change may be comparable by themselves, across a break that lies between them.
void addBreakBetween(AnswerRow &change, const PointRow &first, const PointRow &last, const Scope &scope,
                     const std::vector<PointRow> &points);

/// A further pair of levels that the row's change rests on: the least comparable of them counts.
void addComparability(AnswerRow &row, std::pair<Comparability, LocalText> found);

/// The change from the first to the last level of an origin × generation where they stand on different lines: not
/// comparable, said as such. Its estimates are the question's own.
struct BrokenChange {
    AnswerRow row;
    const PointRow *first = nullptr, *last = nullptr;
};
/// Not where `given` has a change of the same periods: of one origin two sources may each have a line.
[[nodiscard]] std::vector<BrokenChange> brokenChanges(const Scope &scope, const std::vector<PointRow> &points,
                                                      const std::vector<AnswerRow> &given);

/// Whether any origin and generation has two periods with a value.
[[nodiscard]] bool anyTwoPeriods(const std::vector<PointRow> &points);

// One function per question; each gives the rows in their final order, or says why these data cannot answer.
using Rows = Result<std::vector<AnswerRow>>;
[[nodiscard]] Rows levelRows(const Scope &scope);
[[nodiscard]] Rows developmentRows(const Scope &scope);
[[nodiscard]] Rows gapRows(const Scope &scope);
[[nodiscard]] Rows relativeRows(const Scope &scope);
[[nodiscard]] Rows generationRows(const Scope &scope);

[[nodiscard]] tl::unexpected<Error> impossible(const Scope &scope, const char *reason);

} // namespace evenredig
