// Generations: a row per group, first generation hollow, second filled, joined. Never called a development.
#include "core/figure/axis.h"
#include "core/figure/pieces.h"
#include "core/figure/questions.h"
#include "core/figure/sentences.h"

#include <algorithm>

namespace evenredig {

const Period *generationsPeriod(const Answer &answer)
{
    const Period *last = nullptr;
    for (const AnswerRow &row : answer.rows) {
        if ((row.value(Key::First) || row.value(Key::Second)) && (!last || earlier(*last, row.period())))
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
    const std::optional<double> first = row.value(Key::First), second = row.value(Key::Second),
                                contrast = row.value(Key::Contrast);
    if (!first && !second)
        line.absence = words.absence(row);
    line.cells = {first ? words.of(row, Key::First) : "", second ? words.of(row, Key::Second) : "",
                  contrast ? words.of(row, Key::Contrast, Sign::Always) : "", contrast ? words.verdict(row) : ""};
    return line;
}

void addMarks(Panel &panel, const Words &words, int index, int place, std::vector<double> &shown)
{
    const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
    for (const Key key : {Key::First, Key::Second}) {
        AnswerRow labelled = row;
        labelled.generation = keyName(key);
        Series series = seriesFor(words, labelled);
        const Mark mark = markOf(words, index, key, place);
        if (!mark.value)
            continue;
        addShown(shown, mark);
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
        if (const std::optional<ReferenceLine> reference = referenceLine(words, row, Key::Reference)) {
            addLine(panel.references, *reference);
            shown.push_back(reference->value);
        }
    }
    if (shown.empty())
        panel.empty = words.nothingToShow();
    panel.axis = valueAxis(shown, AxisStart::Zero, words);
    dropRepeatedVerdict(panel, words);
    figure.panels = {panel};
    figure.title = words.text("title.generations", {{"label", answer.indicator.label.in(words.options().language)}});
    const IntervalColumn interval(words, Key::Contrast);
    figure.table.header = {words.text("column.origin"),    words.text("column.period"),     words.text("column.first"),
                           words.text("column.second"),    words.text("column.difference"), interval.head(),
                           words.text("column.reference"), words.text("column.verdict")};
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        const int index = static_cast<int>(i);
        figure.table.rows.push_back(
            {textCell(words.origin(row), index), textCell(words.period(row.period(), row.provisional), index),
             numberCell(words, index, Key::First), numberCell(words, index, Key::Second),
             numberCell(words, index, Key::Contrast, Sign::Always), textCell(interval.cell(row), index),
             numberCell(words, index, Key::Reference),
             textCell(row.value(Key::Contrast) ? words.verdict(row) : words.absence(row), index)});
    }
}

std::string generationSentence(const Words &words, const AnswerRow &row)
{
    TextArguments arguments = sentenceArguments(words, row);
    const auto peopleOf = [&](Key key) {
        AnswerRow of = row;
        of.generation = keyName(key);
        return words.people(of);
    };
    if (!row.value(Key::First) && !row.value(Key::Second)
        && words.absence(row, Key::First) == words.absence(row, Key::Second))
        return words.text("sentence.absent", arguments);
    if (!row.value(Key::First) || !row.value(Key::Second)) {
        std::string sentence;
        for (const Key key : {Key::First, Key::Second}) {
            const bool there = row.value(key).has_value();
            TextArguments own{{"O", peopleOf(key)},
                              {"absence", words.absence(row, key)},
                              {"w", there ? words.inText(row, key) : std::string()}};
            own.insert(own.end(), arguments.begin(), arguments.end());
            sentence += (sentence.empty() ? "" : " ")
                        + words.text(there ? "sentence.level.alone" : "sentence.absent", own);
        }
        return sentence;
    }
    arguments.emplace_back("O1", peopleOf(Key::First));
    arguments.emplace_back("O2", peopleOf(Key::Second));
    arguments.emplace_back("w1", words.inText(row, Key::First));
    arguments.emplace_back("w2", words.inText(row, Key::Second));
    const Estimate &contrast = *row.estimate(Key::Contrast);
    arguments.emplace_back("v", words.differenceInText(*contrast.value, row));
    arguments.emplace_back("vi", bracket(words, row, Key::Contrast));
    std::string sentence = words.text("sentence.generations", arguments);
    if (row.assessment.verdict == Verdict::NotDemonstrable)
        sentence += " " + words.text("sentence.generations.not_demonstrable", arguments);
    if (row.assessment.established.value_or(false) && row.assessment.verdict != Verdict::Equal)
        sentence += " " + words.text("sentence.generations.difference", arguments);
    if (row.assessment.verdict == Verdict::Equal)
        sentence += " " + words.text("sentence.generations.equal", arguments);
    if (const std::string why = whyNoVerdict(words, row); !why.empty())
        sentence += " " + why;
    return sentence + " " + words.text("sentence.generations.raw", arguments);
}

int generationsFocus(const Answer &answer)
{
    const Period *shown = generationsPeriod(answer);
    for (std::size_t i = 0; shown && i < answer.rows.size(); ++i) {
        if (answer.rows[i].period() == *shown && answer.rows[i].value(Key::Contrast))
            return static_cast<int>(i);
    }
    return answer.rows.empty() ? -1 : 0;
}

} // namespace evenredig
