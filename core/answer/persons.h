// Figures computed from data sets of persons: question → cells → estimates.
#pragma once

#include "core/base/progress.h"
#include "core/model/question.h"
#include "core/store/workspace.h"

namespace evenredig {

/// One figure per origin, generation and period of every data set that has the variables of the indicator, its
/// universe and the question's conditions. Shares and means; other measures have none yet. Too few rows to be
/// shown: absent, suppressed.
[[nodiscard]] Result<std::vector<PublishedFigure>> personFigures(const Workspace &workspace, const Indicator &indicator,
                                                                 const Question &question, const Progress &progress);
/// What can be asked of persons, in the catalogue's order of indicators: from codes alone, no row is read.
[[nodiscard]] Result<std::vector<IndicatorCoverage>> personsCoverage(const Workspace &workspace,
                                                                     const Catalogue &catalogue);
/// Whether any data set of persons has what the question needs.
[[nodiscard]] Result<bool> personsCanAnswer(const Workspace &workspace, const Indicator &indicator,
                                            const Question &question);

} // namespace evenredig
