// Level: a dot plot, groups as rows, the reference as a line, values in columns.
#include "core/figure/builders.h"

#include <algorithm>

namespace evenredig {

namespace {

// A finding only when every judged group lies on the same side of the reference; otherwise the subject.
std::string levelTitle(const Words &words, const std::vector<int> &indexes)
{
    int lower = 0, higher = 0, others = 0;
    bool absent = false;
    for (const int index : indexes) {
        const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
        if (row.origin == words.answer().reference)
            continue;
        if (!row.value("value")) {
            absent = true;
            continue;
        }
        const bool judged = row.established.value_or(false) && row.verdict != Verdict::Equal;
        if (!judged)
            ++others;
        else if (row.value("gap").value_or(0) > 0)
            ++higher;
        else
            ++lower;
    }
    const std::string label = words.answer().indicator.label.in(words.options().language);
    const bool finding = others == 0 && lower + higher >= 2 && (lower == 0 || higher == 0);
    if (!finding)
        return words.text("title.level", {{"label", label}});
    return words.text(std::string("title.level.all_") + (lower ? "lower" : "higher") + (absent ? ".published" : ""),
                      {{"label", label}});
}

void addReference(Panel &panel, const Words &words, const std::vector<int> &indexes, std::vector<double> &shown)
{
    for (const int index : indexes) {
        const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
        const Estimate *estimate = row.estimate("reference");
        if (!estimate || !estimate->value)
            continue;
        ReferenceLine line;
        line.value = words.screen(*estimate->value);
        line.origin = words.answer().reference;
        line.label = words.reference(row.classification) + " " + words.number(*estimate->value, row);
        const bool known = std::any_of(panel.references.begin(), panel.references.end(),
                                       [&](const ReferenceLine &other) { return other.label == line.label; });
        if (!known)
            panel.references.push_back(line);
        shown.push_back(line.value);
    }
}

FigureRow levelRow(const Words &words, int index)
{
    const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
    FigureRow result;
    result.origin = row.origin;
    result.generation = row.generation;
    result.label = words.originAndGeneration(row);
    const GenerationTerm *term = words.catalogue().generation(row.generation);
    result.hollow = term && term->hollow;
    result.row = index;
    if (!row.value("value")) {
        result.absence = words.absence(row);
        result.cells = {words.absenceSymbol(row), "", ""};
        return result;
    }
    const std::optional<double> gap = row.value("gap");
    result.cells = {words.number(*row.value("value"), row) + (row.provisional ? "*" : ""),
                    gap ? words.difference(*gap, row, Sign::Always) : "", words.verdict(row)};
    return result;
}

} // namespace

void buildLevel(Figure &figure, const Words &words)
{
    const Answer &answer = words.answer();
    const std::vector<int> indexes = levelRowIndexes(answer);
    Panel panel;
    panel.form = Panel::Form::Dots;
    panel.columns = {words.unitShort(), words.text("column.difference"), words.text("column.verdict")};
    std::vector<double> shown;
    for (const int index : indexes) {
        const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
        Series series = seriesFor(words, row);
        const Mark mark = markOf(words, index, "value", static_cast<double>(panel.rows.size()));
        for (const std::optional<double> &value : {mark.value, mark.low, mark.high}) {
            if (value)
                shown.push_back(*value);
        }
        series.runs = {{mark}};
        panel.series.push_back(std::move(series));
        panel.rows.push_back(levelRow(words, index));
    }
    addReference(panel, words, indexes, shown);
    if (shown.empty())
        panel.empty = words.text("panel.empty");
    panel.axis = valueAxis(shown, AxisStart::Zero, words);
    figure.title = levelTitle(words, indexes);
    dropRepeatedVerdict(panel, words);
    if (words.options().form.order == FigureForm::Order::ByValue && !answer.indicator.sensitive)
        orderByValue(panel, words);
    figure.panels = {panel};

    figure.table.header = {
        words.text("column.origin"),    words.text("column.period"),     words.unitShort(),
        words.text("column.reference"), words.text("column.difference"), words.text("column.interval"),
        words.text("column.verdict")};
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const int index = static_cast<int>(i);
        const AnswerRow &row = answer.rows[i];
        const Estimate *gap = row.estimate("gap");
        figure.table.rows.push_back({textCell(words.originAndGeneration(row), index),
                                     textCell(words.period(row.period(), row.provisional), index),
                                     numberCell(words, index, "value"), numberCell(words, index, "reference"),
                                     numberCell(words, index, "gap", Sign::Always),
                                     textCell(words.judgedInterval(gap, row), index),
                                     textCell(row.value("value") ? words.verdict(row) : words.absence(row), index)});
    }
}

} // namespace evenredig
