// Change since the base period: dots in points, the base level beside them, the ratio in a column.
#include "core/figure/builders.h"

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

// The rows of the last period, which is what the figure shows; the table has all of them.
std::vector<int> lastRows(const Answer &answer)
{
    const Period *last = nullptr;
    for (const AnswerRow &row : answer.rows) {
        if (row.value("change") && (!last || earlier(*last, row.period())))
            last = &row.period();
    }
    std::vector<int> indexes;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (last && answer.rows[i].period() == *last)
            indexes.push_back(static_cast<int>(i));
    }
    return indexes;
}

std::string ratioText(const Words &words, const AnswerRow &row)
{
    const std::optional<double> ratio = row.value("ratio");
    return ratio ? words.plain(*ratio, 2) : std::string();
}

FigureRow relativeRow(const Words &words, int index)
{
    const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
    FigureRow line;
    line.origin = row.origin;
    line.generation = row.generation;
    line.label = words.originAndGeneration(row);
    const GenerationTerm *term = words.catalogue().generation(row.generation);
    line.hollow = term && term->hollow;
    line.row = index;
    if (!row.value("change")) {
        line.absence = row.value("value") ? words.verdict(row) : words.absence(row);
        line.cells = {"", "", "", "", ""};
        return line;
    }
    line.cells = {
        words.number(*row.value("base"), row), words.number(*row.value("value"), row) + (row.provisional ? "*" : ""),
        words.difference(*row.value("change"), row, Sign::Always), ratioText(words, row), words.changeVerdict(row)};
    return line;
}

Panel relativeDots(const Words &words, const std::vector<int> &indexes)
{
    const Answer &answer = words.answer();
    Panel panel;
    panel.form = Panel::Form::Dots;
    std::vector<double> shown{0};
    const AnswerRow *sample = nullptr;
    for (const int index : indexes) {
        const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
        Series series = seriesFor(words, row);
        const Mark mark = markOf(words, index, "change", static_cast<double>(panel.rows.size()));
        if (mark.value) {
            shown.push_back(*mark.value);
            sample = &row;
        }
        series.runs = {{mark}};
        panel.series.push_back(std::move(series));
        panel.rows.push_back(relativeRow(words, index));
    }
    if (!sample) {
        panel.empty = words.text("panel.empty");
        panel.columns.assign(5, "");
        panel.axis = valueAxis({}, AxisStart::Gap, words);
        return panel;
    }
    panel.columns = {sample->base ? words.period(*sample->base, false) : "",
                     words.period(sample->period(), sample->provisional), words.text("column.change"),
                     words.text("column.ratio"), words.text("column.verdict_change")};
    ReferenceLine zero;
    zero.label = words.text("relative.zero");
    panel.references = {zero};
    if (const std::optional<double> reference = sample->value("reference_change")) {
        ReferenceLine line;
        line.value = words.screen(*reference);
        line.origin = answer.reference;
        line.label = words.reference(sample->classification) + " "
                     + words.difference(*reference, *sample, Sign::Always);
        panel.references.push_back(line);
        shown.push_back(line.value);
    }
    panel.axis = valueAxis(shown, AxisStart::Gap, words);
    panel.axis.title = words.unitOfDifference();
    dropRepeatedVerdict(panel, words);
    return panel;
}

} // namespace

void buildRelative(Figure &figure, const Words &words)
{
    const Answer &answer = words.answer();
    const std::vector<int> indexes = lastRows(answer);
    figure.panels = {relativeDots(words, indexes)};
    std::string base = answer.periods.empty() ? std::string() : words.period(answer.periods.front(), false);
    for (const AnswerRow &row : answer.rows) {
        if (row.base)
            base = words.period(*row.base, false);
    }
    figure.title = words.text("title.relative",
                              {{"label", answer.indicator.label.in(words.options().language)}, {"base", base}});
    figure.table.header = {words.text("column.origin"),
                           words.text("column.period"),
                           words.text("column.base"),
                           words.unitShort(),
                           words.text("column.change"),
                           words.text("column.interval"),
                           words.text("column.ratio"),
                           words.text("column.shortfall"),
                           words.text("column.reference_change"),
                           words.text("column.verdict_change")};
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        const int index = static_cast<int>(i);
        figure.table.rows.push_back(
            {textCell(words.originAndGeneration(row), index),
             textCell(words.period(row.period(), row.provisional), index), numberCell(words, index, "base"),
             numberCell(words, index, "value"), numberCell(words, index, "change", Sign::Always),
             textCell(words.judgedInterval(row.estimate("change"), row), index), numberCell(words, index, "ratio"),
             numberCell(words, index, "shortfall_ratio"), numberCell(words, index, "reference_change", Sign::Always),
             textCell(row.value("value") ? words.changeVerdict(row) : words.absence(row), index)});
    }
}

std::string relativeSentence(const Words &words, const AnswerRow &row)
{
    TextArguments arguments{{"O", words.people(row)},
                            {"R", words.referencePeople(row.classification)},
                            {"clause", words.answer().indicator.clause.in(words.options().language)},
                            {"subject", words.subject()},
                            {"reason", row.comparabilityReason.in(words.options().language)},
                            {"absence", row.value("value") ? std::string() : words.absence(row)},
                            {"period", words.periodInText(row.period())}};
    if (!row.value("value"))
        return words.text("sentence.absent", arguments);
    if (!row.base || !row.value("change"))
        return words.text("sentence.relative.none", arguments);
    const double change = *row.value("change");
    arguments.emplace_back("t0", words.periodInText(*row.base));
    arguments.emplace_back("t1", words.periodInText(row.period()));
    arguments.emplace_back("a", words.inText(*row.value("base"), row));
    arguments.emplace_back("v", words.differenceInText(change, row));
    arguments.emplace_back("moved", words.text(change > 0 ? "word.risen" : "word.fallen"));
    const bool same = row.verdict == Verdict::NotDemonstrable || row.verdict == Verdict::Unchanged || change == 0;
    std::string sentence;
    if (const std::optional<double> reference = row.value("reference_change")) {
        arguments.emplace_back("x", words.differenceInText(*reference, row));
        arguments.emplace_back("ra", words.inText(*row.value("reference_base"), row));
        arguments.emplace_back("r_moved", words.text(*reference > 0   ? "word.risen"
                                                     : *reference < 0 ? "word.fallen"
                                                                      : "word.same"));
        sentence = words.text(same ? "sentence.relative.same_reference" : "sentence.relative.reference", arguments);
    } else {
        sentence = words.text(same ? "sentence.relative.same" : "sentence.relative.alone", arguments);
    }
    if (row.verdict == Verdict::NoMargin)
        sentence += " " + words.text("sentence.no_margin_change", arguments);
    const Estimate *points = row.estimate("more_in_points");
    const Estimate *ratios = row.estimate("more_in_ratio");
    if (row.verdict != Verdict::NoMargin && points && ratios && points->hasInterval() && ratios->hasInterval()) {
        const auto sign = [](const Estimate &e) { return *e.low > 0 ? 1 : *e.high < 0 ? -1 : 0; };
        const int p = sign(*points), q = sign(*ratios);
        if (p != 0 || q != 0)
            sentence += " "
                        + words.text(p == q ? "sentence.relative.measures_agree"
                                            : "sentence.relative.measures_disagree",
                                     arguments);
    }
    return sentence;
}

} // namespace evenredig
