// Generations: a row per group, first generation hollow, second filled, joined. Never called a development.
#include "core/figure/builders.h"

#include <algorithm>

namespace evenredig {

const Period *generationsPeriod(const Answer &answer)
{
    const Period *last = nullptr;
    for (const AnswerRow &row : answer.rows) {
        if ((row.value("first") || row.value("second")) && (!last || earlier(*last, row.period())))
            last = &row.period();
    }
    return last;
}

namespace {

std::vector<int> latestRows(const Answer &answer)
{
    const Period *last = generationsPeriod(answer);
    std::vector<int> indexes;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (last && answer.rows[i].period() == *last)
            indexes.push_back(static_cast<int>(i));
    }
    return indexes;
}

FigureRow generationRow(const Words &words, int index)
{
    const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
    FigureRow line;
    line.origin = row.origin;
    line.label = words.origin(row);
    line.row = index;
    const std::optional<double> first = row.value("first"), second = row.value("second"),
                                contrast = row.value("contrast");
    if (!first && !second)
        line.absence = words.absence(row);
    line.cells = {first ? words.number(*first, row) : "", second ? words.number(*second, row) : "",
                  contrast ? words.difference(*contrast, row, Sign::Always) : "", contrast ? words.verdict(row) : ""};
    return line;
}

void addMarks(Panel &panel, const Words &words, int index, int place, std::vector<double> &shown)
{
    const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
    for (const char *generation : {"first", "second"}) {
        AnswerRow labelled = row;
        labelled.generation = generation;
        Series series = seriesFor(words, labelled);
        const Mark mark = markOf(words, index, generation, place);
        if (!mark.value)
            continue;
        shown.push_back(*mark.value);
        series.runs = {{mark}};
        panel.series.push_back(std::move(series));
    }
}

} // namespace

void buildGenerations(Figure &figure, const Words &words)
{
    const Answer &answer = words.answer();
    Panel panel;
    panel.form = Panel::Form::Dots;
    panel.columns = {words.text("column.first"), words.text("column.second"), words.text("column.difference"),
                     words.text("column.verdict")};
    std::vector<double> shown;
    for (const int index : latestRows(answer)) {
        const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
        addMarks(panel, words, index, static_cast<int>(panel.rows.size()), shown);
        panel.rows.push_back(generationRow(words, index));
        const std::optional<double> reference = row.value("reference");
        if (!reference)
            continue;
        ReferenceLine line;
        line.value = words.screen(*reference);
        line.origin = answer.reference;
        line.label = words.reference(row.classification) + " " + words.number(*reference, row);
        shown.push_back(line.value);
        if (panel.references.empty())
            panel.references.push_back(line);
    }
    if (shown.empty())
        panel.empty = words.text("panel.empty");
    panel.axis = valueAxis(shown, AxisStart::Zero, words);
    dropRepeatedVerdict(panel, words);
    figure.panels = {panel};
    figure.title = words.text("title.generations", {{"label", answer.indicator.label.in(words.options().language)}});
    figure.table.header = {words.text("column.origin"),     words.text("column.period"),
                           words.text("column.first"),      words.text("column.second"),
                           words.text("column.difference"), words.text("column.interval"),
                           words.text("column.reference"),  words.text("column.verdict")};
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        const int index = static_cast<int>(i);
        figure.table.rows.push_back({textCell(words.origin(row), index),
                                     textCell(words.period(row.period(), row.provisional), index),
                                     numberCell(words, index, "first"), numberCell(words, index, "second"),
                                     numberCell(words, index, "contrast", Sign::Always),
                                     textCell(words.judgedInterval(row.estimate("contrast"), row), index),
                                     numberCell(words, index, "reference"),
                                     textCell(row.value("contrast") ? words.verdict(row) : words.absence(row), index)});
    }
}

std::string generationSentence(const Words &words, const AnswerRow &row)
{
    const Origin *origin = words.catalogue().origin(row.origin);
    TextArguments arguments{{"origin", origin ? origin->suffix.in(words.options().language) : words.origin(row)},
                            {"subject", words.subject()},
                            {"clause", words.answer().indicator.clause.in(words.options().language)},
                            {"period", words.periodInText(row.period())},
                            {"O", words.people(row)}};
    const std::optional<double> first = row.value("first"), second = row.value("second");
    if (!first || !second) {
        arguments.emplace_back("absence", words.absence(row));
        return words.text("sentence.absent", arguments);
    }
    arguments.emplace_back("w1", words.inText(*first, row));
    arguments.emplace_back("w2", words.inText(*second, row));
    std::string sentence = words.text(words.isShare() ? "sentence.generations.share" : "sentence.generations.other",
                                      arguments);
    if (row.verdict == Verdict::NoMargin)
        sentence += " " + words.text("sentence.generations.no_margin", arguments);
    return sentence + " " + words.text("sentence.generations.raw", arguments);
}

} // namespace evenredig
