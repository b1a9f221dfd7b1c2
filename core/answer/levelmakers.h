// The two makers of levels: of printed figures, and of persons.
#pragma once

#include "core/answer/found.h"
#include "core/base/progress.h"
#include "core/store/workspace.h"

namespace evenredig {

/// Of equal keys in several data sets the figure of the one that was imported last; where they differ a note says so.
[[nodiscard]] Result<Found> levelsOfFigures(const Workspace &workspace, const Indicator &indicator,
                                            const Question &question);

/// One level per origin, generation and period of every data set that has the variables of the indicator, its universe
/// and the question's conditions. Shares and means; other measures have none yet. As yet without their error. On fewer
/// rows than may be shown: absent, suppressed; on fewer than the indicator's minimum: absent, too few.
[[nodiscard]] Result<Found> levelsOfPersons(const Workspace &workspace, const Catalogue &catalogue,
                                            const Indicator &indicator, const Question &question,
                                            const Progress &progress);

/// What can be asked of persons, in the catalogue's order of indicators: from codes alone, no row is read.
[[nodiscard]] Result<std::vector<IndicatorCoverage>> personsCoverage(const Workspace &workspace,
                                                                     const Catalogue &catalogue);
/// Whether any data set of persons has what the question needs.
[[nodiscard]] Result<bool> personsCanAnswer(const Workspace &workspace, const Indicator &indicator,
                                            const Question &question);
/// A condition of `where` on a variable, or with a code, that no data set of persons has. Good where there are none.
[[nodiscard]] Result<void> checkConditions(const Workspace &workspace, const Question &question);

} // namespace evenredig
