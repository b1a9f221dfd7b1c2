// Levels of printed figures: each a box of rounding, perhaps with a printed margin.
#include "core/answer/levelmakers.h"

#include "core/base/text.h"

namespace evenredig {

namespace {

Level levelOf(const PublishedFigure &figure)
{
    Level level;
    level.origin = figure.origin;
    level.generation = figure.generation;
    level.period = figure.period;
    level.dataset = figure.dataset;
    level.classification = figure.classification;
    level.universe = figure.universe;
    level.sourceKind = figure.sourceKind;
    level.series = seriesOf(level);
    level.value = figure.value;
    level.absence = figure.value ? std::nullopt : std::optional(figure.absence.value_or(Missing::Unknown));
    level.half = figure.half;
    level.low = figure.low;
    level.high = figure.high;
    level.n = figure.n;
    level.decimals = figure.decimals;
    level.provisional = figure.provisional;
    return level;
}

} // namespace

Result<Found> levelsOfFigures(const Workspace &workspace, const Indicator &indicator, const Question &question)
{
    const Result<std::vector<PublishedFigure>> figures = workspace.figures(indicator.id);
    if (!figures)
        return tl::unexpected<Error>(figures.error());
    const std::string where = canonicalJson(question.where);
    std::map<std::string, std::size_t> byKey;
    std::set<std::string> differing;
    Found found;
    for (const PublishedFigure &figure : *figures) {
        if (!question.datasets.empty() && !contains(question.datasets, figure.dataset))
            continue;
        Level level = levelOf(figure);
        if (level.value)
            found.carried[level.series].insert(level.origin);
        if (figure.where != where)
            continue;
        const auto [place, added] = byKey.emplace(
            level.origin + "|" + level.generation + "|" + level.period.id() + "|" + level.series, found.levels.size());
        if (added) {
            found.levels.push_back(std::move(level));
            continue;
        }
        Level &known = found.levels[place->second];
        if (known.value && level.value && *known.value != *level.value)
            differing.insert(level.period.id());
        if (level.value || !known.value)
            known = std::move(level);
    }
    if (!differing.empty())
        found.notes.push_back(makeNote(
            "figures_differ", {{"periods", joined(std::vector<std::string>(differing.begin(), differing.end()))}}));
    return found;
}

} // namespace evenredig
