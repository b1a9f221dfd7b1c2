// Level: a dot plot, groups as rows, the reference as a line, values in columns.
#include "core/figure/axis.h"
#include "core/figure/forms.h"
#include "core/figure/pieces.h"
#include "core/figure/questions.h"
#include "core/figure/sentences.h"

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

// A finding only when every judged group lies on the same side of the reference; otherwise the subject.
std::string levelTitle(const Words &words, const std::vector<int> &indexes)
{
    int lower = 0, higher = 0, others = 0;
    bool absent = false;
    for (const int index : indexes) {
        const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
        if (row.origin == words.answer().reference())
            continue;
        if (!row.value(Key::Value)) {
            absent = true;
            continue;
        }
        const bool judged = row.assessment.established.value_or(false) && row.assessment.verdict != Verdict::Equal;
        if (!judged)
            ++others;
        else if (row.value(Key::Gap).value_or(0) > 0)
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
        if (const std::optional<ReferenceLine> line = referenceLine(words, row, Key::Reference)) {
            addLine(panel.references, *line);
            shown.push_back(line->value);
        }
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
    if (!row.value(Key::Value)) {
        result.absence = words.absence(row);
        result.cells = {words.absenceSymbol(row, Key::Value), "", ""};
        return result;
    }
    const std::optional<double> gap = row.value(Key::Gap);
    result.cells = {words.of(row, Key::Value) + (row.isProvisional(Key::Value) ? "*" : ""),
                    gap ? words.of(row, Key::Gap, Sign::Always) : "", words.verdict(row)};
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
        const Mark mark = markOf(words, index, Key::Value, static_cast<double>(panel.rows.size()));
        addShown(shown, mark);
        series.runs = {{mark}};
        panel.series.push_back(std::move(series));
        panel.rows.push_back(levelRow(words, index));
    }
    addReference(panel, words, indexes, shown);
    if (shown.empty())
        panel.empty = words.nothingToShow();
    panel.axis = valueAxis(shown, AxisStart::Zero, words);
    figure.title = levelTitle(words, indexes);
    dropRepeatedVerdict(panel, words);
    if (words.options().form.order == FigureForm::Order::ByValue && !answer.indicator.sensitive)
        orderByValue(panel, words);
    figure.panels = {panel};

    const IntervalColumn interval(words, Key::Gap);
    figure.table.header = {words.text("column.origin"),    words.text("column.period"),     words.unitShort(),
                           words.text("column.reference"), words.text("column.difference"), interval.head(),
                           words.text("column.verdict")};
    const bool n = tellsN(answer);
    if (n)
        figure.table.header.emplace_back("n");
    for (const int index : tableOrder(answer, figure.panels.front())) {
        const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
        figure.table.rows.push_back({textCell(words.originAndGeneration(row), index),
                                     textCell(words.period(row.period(), row.provisional), index),
                                     numberCell(words, index, Key::Value), numberCell(words, index, Key::Reference),
                                     numberCell(words, index, Key::Gap, Sign::Always),
                                     textCell(interval.cell(row), index),
                                     textCell(row.value(Key::Value) ? words.verdict(row) : words.absence(row), index)});
        if (n)
            figure.table.rows.back().push_back(countCell(words, row, index));
    }
}

namespace {

/// With a figure and a reference beside it; a verdict that is none says why behind both numbers.
std::string levelKey(const AnswerRow &row)
{
    switch (row.assessment.verdict) {
    case Verdict::Equal: return "sentence.level.equal";
    case Verdict::NotDemonstrable: return "sentence.level.not_demonstrable";
    case Verdict::NoMargin: return "sentence.level.no_margin";
    case Verdict::TooFew:
    case Verdict::Unreliable:
    case Verdict::None: return "sentence.level.both";
    default: break;
    }
    const std::string side = *row.value(Key::Gap) > 0 ? "higher" : "lower";
    return "sentence.level." + side + (row.assessment.size == Size::Small ? ".small" : "");
}

} // namespace

std::string levelSentence(const Words &words, const AnswerRow &row)
{
    TextArguments arguments = sentenceArguments(words, row);
    if (!row.value(Key::Value)) {
        const bool few = row.status == Status::TooFew || row.status == Status::Suppressed;
        return words.text(few ? "sentence.too_few" : "sentence.absent", arguments);
    }
    const std::string why = whyNoVerdict(words, row);
    const auto because = [&](const std::string &sentence) { return why.empty() ? sentence : sentence + " " + why; };
    arguments.emplace_back("w", words.inText(row, Key::Value));
    if (!row.value(Key::Reference))
        return because(words.text("sentence.level.alone", arguments));
    arguments.emplace_back("r", words.inText(row, Key::Reference));
    if (!row.value(Key::Gap))
        return because(words.text("sentence.level.both", arguments));
    const Estimate &gap = *row.estimate(Key::Gap);
    arguments.emplace_back("v", words.differenceInText(*gap.value, row));
    arguments.emplace_back("vi", bracket(words, row, Key::Gap));
    arguments.emplace_back("detectable", row.assessment.mdv
                                             ? words.text("sentence.detectable",
                                                          {{"mdv", words.differenceInText(*row.assessment.mdv, row)}})
                                             : std::string());
    if (gap.hasInterval())
        arguments.emplace_back("max", words.differenceInText(std::max(std::fabs(*gap.low), std::fabs(*gap.high)), row));
    const std::string key = levelKey(row);
    const std::string sentence = words.text(key, arguments);
    return key == "sentence.level.both" ? because(sentence) : sentence;
}

int levelFocus(const Answer &answer)
{
    for (const int index : levelRowIndexes(answer)) {
        if (answer.rows[static_cast<std::size_t>(index)].value(Key::Value))
            return index;
    }
    return answer.rows.empty() ? -1 : 0;
}

} // namespace evenredig
