#include "core/figure/forms.h"

#include <algorithm>
#include <numeric>

namespace evenredig {

namespace {

constexpr std::size_t mostPanels = 8; // readers get worse with each panel (charts.md §3.2)

const Mark *markOfRow(const Panel &panel, std::size_t row)
{
    for (const Series &series : panel.series) {
        for (const std::vector<Mark> &run : series.runs) {
            for (const Mark &mark : run) {
                if (mark.value && static_cast<std::size_t>(mark.along) == row)
                    return &mark;
            }
        }
    }
    return nullptr;
}

bool orderCertain(const Words &words, const Mark *higher, const Mark *lower)
{
    if (!higher || !lower)
        return true; // an absent value has no place in the order
    return words.answer().rows[static_cast<std::size_t>(higher->row)].aboveNext.value_or(false);
}

std::vector<std::string> groupsOf(const Panel &panel)
{
    std::vector<std::string> groups;
    for (const Series &series : panel.series) {
        const bool drawn = std::any_of(series.runs.begin(), series.runs.end(),
                                       [](const auto &run) { return !run.empty(); });
        if (!series.reference && drawn && std::find(groups.begin(), groups.end(), series.origin) == groups.end())
            groups.push_back(series.origin);
    }
    return groups;
}

Panel panelOf(const Panel &all, const std::string &group, const Words &words)
{
    Panel panel = all;
    panel.title = words.catalogue().originName(group, {}, words.options().language);
    panel.share = 1;
    if (!all.title.empty()) // it named the unit
        panel.axis.title = words.unitOfDifference();
    for (Series &series : panel.series) {
        const bool own = series.origin == group;
        series.emphasised = series.reference || own;
        series.ghost = !own && !series.reference;
    }
    // Ghosts first: they lie below.
    std::stable_partition(panel.series.begin(), panel.series.end(), [](const Series &series) { return series.ghost; });
    return panel;
}

} // namespace

void orderByValue(Panel &panel, const Words &words)
{
    std::vector<std::size_t> order(panel.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Mark *first = markOfRow(panel, a), *second = markOfRow(panel, b);
        return first && (!second || *first->value > *second->value);
    });
    std::vector<FigureRow> rows;
    std::vector<double> places(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        FigureRow row = panel.rows[order[place]];
        row.uncertainWithNext = place + 1 < order.size()
                                && !orderCertain(words, markOfRow(panel, order[place]),
                                                 markOfRow(panel, order[place + 1]));
        rows.push_back(std::move(row));
        places[order[place]] = static_cast<double>(place);
    }
    panel.rows = std::move(rows);
    for (Series &series : panel.series) {
        for (std::vector<Mark> &run : series.runs) {
            for (Mark &mark : run)
                mark.along = places[static_cast<std::size_t>(mark.along)];
        }
    }
}

void splitByGroup(Figure &figure, const Words &words)
{
    const auto lines = std::find_if(figure.panels.begin(), figure.panels.end(), [](const Panel &panel) {
        return panel.form == Panel::Form::Lines && panel.empty.empty();
    });
    if (lines == figure.panels.end())
        return;
    const Panel all = *lines;
    const std::vector<std::string> groups = groupsOf(all);
    const std::size_t others = figure.panels.size() - 1;
    if (groups.size() < 2 || groups.size() + others > mostPanels)
        return;
    std::vector<Panel> panels;
    for (const std::string &group : groups)
        panels.push_back(panelOf(all, group, words));
    for (const Panel &panel : figure.panels) {
        if (panel.form != Panel::Form::Lines) {
            panels.push_back(panel);
            panels.back().share = 1;
        }
    }
    figure.panels = std::move(panels);
}

} // namespace evenredig
