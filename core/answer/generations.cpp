// "First against second generation", raw: published figures carry no ages to make them equal by.
#include "core/answer/rows.h"

#include "core/stats/verdict.h"

namespace evenredig {

namespace {

const FigureRowSource *find(const std::vector<FigureRowSource> &rows, const std::string &origin,
                            const std::string &generation, const Period &period, const std::string &series)
{
    for (const FigureRowSource &row : rows) {
        if (row.figure && row.figure->value && row.row.origin == origin && row.row.generation == generation
            && row.row.period() == period && (series.empty() || row.row.series == series))
            return &row;
    }
    return nullptr;
}

AnswerRow pairRow(const Scope &scope, const FigureRowSource *first, const FigureRowSource *second)
{
    const FigureRowSource &any = first ? *first : *second;
    AnswerRow row = any.row;
    row.generation.clear();
    row.estimates.clear();
    row.verdict = Verdict::None;
    row.size = Size::None;
    row.established.reset();
    row.n.reset();
    row.provisional = (first && first->row.provisional) || (second && second->row.provisional);
    row.estimates.emplace_back("first", first ? valueOf(*first->figure, scope.indicator) : Estimate{});
    row.estimates.emplace_back("second", second ? valueOf(*second->figure, scope.indicator) : Estimate{});
    if (any.reference)
        row.estimates.emplace_back("reference", valueOf(*any.reference, scope.indicator));
    if (!first || !second)
        return row;
    const Estimate contrast = differenceOf({second->figure, first->figure}, {1, -1}, scope.indicator);
    row.estimates.emplace_back("contrast", contrast);
    if (!hasMargins({first->figure, second->figure})) {
        row.status = Status::NoMargin;
        row.verdict = Verdict::NoMargin;
        return row;
    }
    const Judgement judgement = judgeDifference(contrast, scope.indicator);
    row.verdict = judgement.verdict;
    row.size = judgement.size;
    row.established = judgement.established;
    return row;
}

} // namespace

std::vector<AnswerRow> generationRows(const Scope &scope)
{
    const std::vector<FigureRowSource> sources = periodRows(scope);
    std::vector<AnswerRow> rows;
    for (const std::string &origin : scope.origins) {
        for (const Period &period : scope.periods) {
            const FigureRowSource *first = find(sources, origin, "first", period, {});
            const FigureRowSource *second = find(sources, origin, "second", period,
                                                 first ? first->row.series : std::string());
            if (first || second) {
                rows.push_back(pairRow(scope, first, second));
                continue;
            }
            for (const FigureRowSource &source : sources) {
                if (source.row.origin == origin && source.row.period() == period && source.row.generation == "first") {
                    rows.push_back(source.row);
                    rows.back().generation.clear();
                    rows.back().estimates = {{"first", {}}, {"second", {}}};
                    break;
                }
            }
        }
    }
    return rows;
}

} // namespace evenredig
