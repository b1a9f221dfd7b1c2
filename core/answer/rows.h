// Rows of an answer made from published figures. A row of a period is the same in every question.
#pragma once

#include "core/answer/scope.h"
#include "core/stats/rounding.h"

namespace evenredig {

/// A row with the figure it came from, and the reference's figure beside it (both null when absent).
struct FigureRowSource {
    AnswerRow row;
    const PublishedFigure *figure = nullptr;
    const PublishedFigure *reference = nullptr;
};

/// One row per origin × generation × period (× series): `value`, and against the reference `reference`,
/// `gap` and `ratio` with the verdict. What is not published has a row too, with its reason.
[[nodiscard]] std::vector<FigureRowSource> periodRows(const Scope &scope);

/// The rows with a value of each origin × generation × series, in order of time.
[[nodiscard]] std::vector<std::vector<const FigureRowSource *>> courses(const std::vector<FigureRowSource> &rows);

/// The frame of a row for a change between two figures: ids, periods, comparability. Status and verdict
/// say "not comparable" or "no margin" where that is so; `judged` then is false.
struct ChangeFrame {
    AnswerRow row;
    bool judged = true;
};
[[nodiscard]] ChangeFrame changeFrame(const Scope &scope, const FigureRowSource &first, const FigureRowSource &last);

/// The change from the first to the last figure of an origin × generation where they stand on different
/// lines: not comparable, said as such.
[[nodiscard]] std::vector<AnswerRow> brokenChanges(const Scope &scope, const std::vector<FigureRowSource> &rows);

[[nodiscard]] Printed printedOf(const PublishedFigure &figure, const Indicator &indicator);
/// The figure's own estimate: its value with the printed margin or the interval of its rounding.
[[nodiscard]] Estimate valueOf(const PublishedFigure &figure, const Indicator &indicator);
/// The difference of several figures, Σ cᵢ vᵢ: from printed margins where all have one, else from rounding.
[[nodiscard]] Estimate differenceOf(const std::vector<const PublishedFigure *> &figures,
                                    const std::vector<double> &coefficients, const Indicator &indicator);
/// Whether a difference of these figures may be judged: complete counts, or surveys with printed margins.
[[nodiscard]] bool hasMargins(const std::vector<const PublishedFigure *> &figures);

// One function per question; each gives the rows in their final order.
[[nodiscard]] std::vector<AnswerRow> levelRows(const Scope &scope);
[[nodiscard]] std::vector<AnswerRow> developmentRows(const Scope &scope);
[[nodiscard]] std::vector<AnswerRow> gapRows(const Scope &scope);
[[nodiscard]] std::vector<AnswerRow> relativeRows(const Scope &scope);
[[nodiscard]] std::vector<AnswerRow> generationRows(const Scope &scope);

} // namespace evenredig
