// Gap: the difference with the reference over time beside "who moved"; for one period a dot plot of gaps.
#include "core/figure/builders.h"

#include <algorithm>

namespace evenredig {

namespace {

std::vector<int> gapRowIndexes(const Answer &answer)
{
    std::vector<int> indexes;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (!answer.rows[i].change && answer.rows[i].value("gap"))
            indexes.push_back(static_cast<int>(i));
    }
    return indexes;
}

bool onePeriod(const Answer &answer, const std::vector<int> &indexes)
{
    return std::all_of(indexes.begin(), indexes.end(), [&](int index) {
        return answer.rows[static_cast<std::size_t>(index)].period()
               == answer.rows[static_cast<std::size_t>(indexes.front())].period();
    });
}

ReferenceLine zeroLine(const Words &words, const std::string &classification)
{
    ReferenceLine line;
    line.label = words.text("gap.zero", {{"reference", words.reference(classification)}});
    line.origin = words.answer().reference;
    return line;
}

std::string gapTitle(const Words &words)
{
    int smaller = 0, larger = 0, others = 0;
    for (const AnswerRow &row : words.answer().rows) {
        if (!row.change)
            continue;
        if (row.verdict == Verdict::Smaller)
            ++smaller;
        else if (row.verdict == Verdict::Larger)
            ++larger;
        else
            ++others;
    }
    const std::string label = words.answer().indicator.label.in(words.options().language);
    if (others > 0 || smaller + larger < 2 || (smaller > 0 && larger > 0))
        return words.text("title.gap", {{"label", label}});
    return words.text(smaller ? "title.gap.smaller" : "title.gap.larger", {{"label", label}});
}

Panel linesPanel(const Words &words, const std::vector<int> &indexes)
{
    const Answer &answer = words.answer();
    Panel panel;
    panel.form = Panel::Form::Lines;
    panel.title = words.text("panel.gap", {{"unit", words.unitOfDifference()}});
    panel.along = timeAxis(words, 6);
    std::vector<double> shown;
    for (const int index : indexes) {
        const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
        if (panel.series.empty() || panel.series.back().origin != row.origin
            || panel.series.back().generation != row.generation)
            panel.series.push_back(seriesFor(words, row));
        Series &series = panel.series.back();
        const Mark mark = markOf(words, index, "gap", row.period().axisPosition());
        const auto run = std::find_if(series.runs.begin(), series.runs.end(), [&](const std::vector<Mark> &marks) {
            return answer.rows[static_cast<std::size_t>(marks.front().row)].series == row.series;
        });
        if (run == series.runs.end())
            series.runs.push_back({mark});
        else
            run->push_back(mark);
        series.endText = mark.valueText;
        shown.push_back(*mark.value);
    }
    panel.axis = valueAxis(shown, AxisStart::Gap, words);
    panel.axis.title.clear(); // the panel's title names the unit
    panel.references = {zeroLine(words, answer.rows[static_cast<std::size_t>(indexes.front())].classification)};
    return panel;
}

// Two arrows per group on one scale: the group's own movement and the reference's.
Panel arrowsPanel(const Words &words)
{
    const Answer &answer = words.answer();
    Panel panel;
    panel.form = Panel::Form::Arrows;
    panel.title = words.text("panel.who_moved");
    panel.columns = {words.text("column.difference_short")};
    std::vector<double> shown;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (!row.change || !row.value("gap_change"))
            continue;
        const int first = periodRowOf(answer, row, 0);
        const int last = periodRowOf(answer, row, 1);
        if (first < 0 || last < 0)
            continue;
        const AnswerRow &from = answer.rows[static_cast<std::size_t>(first)];
        const AnswerRow &to = answer.rows[static_cast<std::size_t>(last)];
        const int place = static_cast<int>(panel.rows.size());
        Arrow group{place,
                    words.screen(*from.value("value")),
                    words.screen(*to.value("value")),
                    row.origin,
                    false,
                    words.difference(*row.value("group_change"), row, Sign::Always)};
        Arrow reference{place,
                        words.screen(*from.value("reference")),
                        words.screen(*to.value("reference")),
                        answer.reference,
                        true,
                        words.difference(*row.value("reference_change"), row, Sign::Always)};
        for (const Arrow &arrow : {group, reference}) {
            shown.push_back(arrow.from);
            shown.push_back(arrow.to);
            panel.arrows.push_back(arrow);
        }
        FigureRow line;
        line.origin = row.origin;
        line.generation = row.generation;
        line.label = words.originAndGeneration(row);
        line.cells = {words.difference(*row.value("gap_change"), row, Sign::Always)};
        line.row = static_cast<int>(i);
        line.emphasised = seriesFor(words, row).emphasised;
        panel.rows.push_back(std::move(line));
    }
    panel.axis = valueAxis(shown, AxisStart::Zero, words);
    return panel;
}

Panel gapDots(const Words &words, const std::vector<int> &indexes)
{
    const Answer &answer = words.answer();
    Panel panel;
    panel.form = Panel::Form::Dots;
    panel.columns = {words.text("column.difference"), words.text("column.interval"), words.text("column.verdict")};
    std::vector<double> shown;
    for (const int index : indexes) {
        const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
        Series series = seriesFor(words, row);
        const Mark mark = markOf(words, index, "gap", static_cast<double>(panel.rows.size()));
        shown.push_back(*mark.value);
        series.runs = {{mark}};
        panel.series.push_back(std::move(series));
        FigureRow line;
        line.origin = row.origin;
        line.generation = row.generation;
        line.label = words.originAndGeneration(row);
        line.hollow = panel.series.back().hollow;
        line.row = index;
        line.cells = {words.difference(*row.value("gap"), row, Sign::Always),
                      words.judgedInterval(row.estimate("gap"), row), words.verdict(row)};
        panel.rows.push_back(std::move(line));
    }
    panel.axis = valueAxis(shown, AxisStart::Gap, words);
    panel.axis.title = words.unitOfDifference();
    dropRepeatedVerdict(panel, words);
    panel.references = {zeroLine(words, answer.rows[static_cast<std::size_t>(indexes.front())].classification)};
    return panel;
}

void changeTable(Table &table, const Words &words)
{
    const Answer &answer = words.answer();
    table.header = {words.text("column.origin"),        words.text("column.periods"),   words.text("column.gap_first"),
                    words.text("column.gap_last"),      words.text("column.change"),    words.text("column.interval"),
                    words.text("column.group"),         words.text("column.reference"), words.text("column.closed"),
                    words.text("column.verdict_change")};
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (!row.change)
            continue;
        const int index = static_cast<int>(i);
        const Estimate *change = row.estimate("gap_change");
        const std::string span = words.text("period.span", {{"first", words.period(row.periods[0], false)},
                                                            {"last", words.period(row.periods[1], row.provisional)}});
        table.rows.push_back(
            {textCell(words.originAndGeneration(row), index), textCell(span, index),
             numberCell(words, index, "gap_first", Sign::Always), numberCell(words, index, "gap_last", Sign::Always),
             numberCell(words, index, "gap_change", Sign::Always), textCell(words.judgedInterval(change, row), index),
             numberCell(words, index, "group_change", Sign::Always),
             numberCell(words, index, "reference_change", Sign::Always), numberCell(words, index, "closed"),
             textCell(words.verdict(row), index)});
    }
}

void gapTable(Table &table, const Words &words)
{
    const Answer &answer = words.answer();
    table.header = {words.text("column.origin"),    words.text("column.period"),     words.unitShort(),
                    words.text("column.reference"), words.text("column.difference"), words.text("column.interval"),
                    words.text("column.ratio"),     words.text("column.verdict")};
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        const int index = static_cast<int>(i);
        if (row.change)
            continue;
        const Estimate *gap = row.estimate("gap");
        table.rows.push_back({textCell(words.originAndGeneration(row), index),
                              textCell(words.period(row.period(), row.provisional), index),
                              numberCell(words, index, "value"), numberCell(words, index, "reference"),
                              numberCell(words, index, "gap", Sign::Always),
                              textCell(words.judgedInterval(gap, row), index), numberCell(words, index, "ratio"),
                              textCell(row.value("value") ? words.verdict(row) : words.absence(row), index)});
    }
}

} // namespace

void buildGap(Figure &figure, const Words &words)
{
    const Answer &answer = words.answer();
    const std::vector<int> indexes = gapRowIndexes(answer);
    figure.title = gapTitle(words);
    if (indexes.empty()) {
        Panel panel;
        panel.empty = words.text("panel.empty");
        panel.axis = valueAxis({}, AxisStart::Gap, words);
        figure.panels = {panel};
        gapTable(figure.table, words);
        return;
    }
    if (onePeriod(answer, indexes)) {
        figure.panels = {gapDots(words, indexes)};
        gapTable(figure.table, words);
        return;
    }
    Panel lines = linesPanel(words, indexes);
    Panel arrows = arrowsPanel(words);
    if (arrows.rows.empty()) {
        figure.panels = {lines};
        gapTable(figure.table, words);
        return;
    }
    lines.share = 0.56;
    arrows.share = 0.44;
    figure.panels = {lines, arrows};
    changeTable(figure.table, words);
}

} // namespace evenredig
