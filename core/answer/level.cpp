// "How do the groups stand now?": a row per origin, generation and period.
#include "core/answer/rows.h"

namespace evenredig {

std::vector<AnswerRow> levelRows(const Scope &scope)
{
    std::vector<AnswerRow> rows;
    std::vector<FigureRowSource> sources = periodRows(scope);
    for (FigureRowSource &source : sources)
        rows.push_back(std::move(source.row));
    return rows;
}

} // namespace evenredig
