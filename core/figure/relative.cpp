// Change since the base period: dots in points, the base level beside them, the ratio in a column.
#include "core/figure/axis.h"
#include "core/figure/pieces.h"
#include "core/figure/questions.h"
#include "core/figure/sentences.h"

#include <algorithm>

namespace evenredig {

namespace {

// The rows of the last period, which is what the figure shows; the table has all of them.
std::vector<int> lastRows(const Answer &answer)
{
    const Period *last = nullptr;
    for (const AnswerRow &row : answer.rows) {
        if (row.value(Key::Change) && (!last || earlier(*last, row.period())))
            last = &row.period();
    }
    std::vector<int> indexes;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (last && answer.rows[i].period() == *last)
            indexes.push_back(static_cast<int>(i));
    }
    return indexes;
}

} // namespace

std::string whyNoChange(const Words &words, const AnswerRow &row)
{
    if (!row.value(Key::Value))
        return words.absence(row);
    if (row.comparability == Comparability::No || !row.base || *row.base == row.period())
        return words.changeVerdict(row);
    return words.text("relative.no_base",
                      {{"period", words.period(*row.base, false)}, {"absence", words.absence(row, Key::Base)}});
}

namespace {

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
    if (!row.value(Key::Change)) {
        line.absence = whyNoChange(words, row);
        line.cells = {"", "", "", "", ""};
        return line;
    }
    line.cells = {words.of(row, Key::Base), words.of(row, Key::Value) + (row.isProvisional(Key::Value) ? "*" : ""),
                  words.of(row, Key::Change, Sign::Always),
                  row.value(Key::Ratio) ? words.of(row, Key::Ratio) : std::string(), words.changeVerdict(row)};
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
        const Mark mark = markOf(words, index, Key::Change, static_cast<double>(panel.rows.size()));
        if (mark.value) {
            addShown(shown, mark);
            sample = &row;
        }
        series.runs = {{mark}};
        panel.series.push_back(std::move(series));
        panel.rows.push_back(relativeRow(words, index));
    }
    if (!sample) {
        panel.empty = words.nothingToShow();
        panel.columns.assign(5, "");
        panel.axis = valueAxis({}, AxisStart::Gap, words);
        return panel;
    }
    panel.columns = {sample->base ? words.period(*sample->base, false) : "",
                     words.period(sample->period(), sample->isProvisional(Key::Value)), words.text("column.change"),
                     words.text("column.ratio"), words.text("column.verdict_change")};
    ReferenceLine zero;
    zero.label = words.text("relative.zero");
    panel.references = {zero};
    if (const std::optional<ReferenceLine> line = referenceLine(words, *sample, Key::ReferenceChange)) {
        panel.references.push_back(*line);
        shown.push_back(line->value);
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
    const IntervalColumn interval(words, Key::Change);
    figure.table.header = {words.text("column.origin"),
                           words.text("column.period"),
                           words.text("column.base"),
                           words.unitShort(),
                           words.text("column.change"),
                           interval.head(),
                           words.text("column.ratio"),
                           words.text("column.shortfall"),
                           words.text("column.reference_change"),
                           words.text("column.verdict_change")};
    for (const int index : tableOrder(answer, figure.panels.front())) {
        const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
        figure.table.rows.push_back(
            {textCell(words.originAndGeneration(row), index),
             textCell(words.period(row.period(), row.isProvisional(Key::Value)), index),
             numberCell(words, index, Key::Base), numberCell(words, index, Key::Value),
             numberCell(words, index, Key::Change, Sign::Always), textCell(interval.cell(row), index),
             numberCell(words, index, Key::Ratio), numberCell(words, index, Key::ShortfallRatio),
             numberCell(words, index, Key::ReferenceChange, Sign::Always),
             textCell(row.value(Key::Change) ? words.changeVerdict(row) : whyNoChange(words, row), index)});
    }
}

namespace {

/// "onder {R} 0,8 procentpunt gedaald vanaf 1,5 procent": as far as its own verdict allows.
std::string referenceClause(const Words &words, const AnswerRow &row)
{
    if (!row.value(Key::ReferenceChange))
        return {};
    TextArguments arguments = sentenceArguments(words, row);
    arguments.emplace_back("x", words.differenceInText(*row.value(Key::ReferenceChange), row));
    arguments.emplace_back("ra", words.inText(row, Key::ReferenceBase));
    arguments.emplace_back("t0", words.periodInText(*row.base));
    switch (row.referenceMovement.verdict) {
    case Verdict::Larger: return words.text("relative.reference.rose", arguments);
    case Verdict::Smaller: return words.text("relative.reference.fell", arguments);
    case Verdict::Unchanged: return words.text("relative.reference.unchanged", arguments);
    case Verdict::NotDemonstrable: return words.text("relative.reference.not_demonstrable", arguments);
    default: return {};
    }
}

/// Whether points and ratio lead to the same conclusion on who moved more; empty where neither is certain.
std::string measureRemark(const Words &words, const AnswerRow &row)
{
    if (!row.assessment.established || row.measures == Measures::None)
        return {};
    const bool agree = row.measures == Measures::Agree;
    return " "
           + words.text(agree ? "sentence.relative.measures_agree" : "sentence.relative.measures_disagree",
                        sentenceArguments(words, row));
}

} // namespace

std::string relativeSentence(const Words &words, const AnswerRow &row)
{
    TextArguments arguments = sentenceArguments(words, row);
    if (!row.value(Key::Value))
        return words.text("sentence.absent", arguments);
    if (!row.base || !row.value(Key::Change)) {
        const bool itself = row.base && *row.base == row.period();
        const bool broken = row.comparability == Comparability::No && row.base;
        arguments.emplace_back("w", words.inText(row, Key::Value));
        arguments.emplace_back("t0", row.base ? words.periodInText(*row.base) : std::string());
        arguments.emplace_back("t1", words.periodInText(row.period()));
        return words.text(itself   ? "sentence.relative.base"
                          : broken ? "sentence.not_comparable"
                                   : "sentence.relative.none",
                          arguments);
    }
    arguments.emplace_back("t0", words.periodInText(*row.base));
    arguments.emplace_back("t1", words.periodInText(row.period()));
    arguments.emplace_back("a", words.inText(row, Key::Base));
    arguments.emplace_back("w", words.inText(row, Key::Value));
    arguments.emplace_back("v", words.differenceInText(*row.value(Key::Change), row));
    arguments.emplace_back("vi", bracket(words, row, Key::Change));
    arguments.emplace_back("reference", referenceClause(words, row));
    std::string key = "sentence.relative.";
    switch (row.assessment.verdict) {
    case Verdict::Larger: key += "rose"; break;
    case Verdict::Smaller: key += "fell"; break;
    case Verdict::Unchanged: key += "unchanged"; break;
    case Verdict::NotDemonstrable: key += "not_demonstrable"; break;
    default: key += "both"; break;
    }
    std::string sentence = words.text(key + sizeSuffix(row), arguments) + measureRemark(words, row);
    if (const std::string why = whyNoVerdict(words, row); !why.empty())
        sentence += " " + why;
    if (row.comparability == Comparability::WithCaution)
        sentence += " " + words.text("sentence.with_caution", arguments);
    return sentence;
}

int relativeFocus(const Answer &answer)
{
    int found = -1; // the last period of the first group that has a change
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (row.value(Key::Change) && (found < 0 || row.origin == answer.rows[static_cast<std::size_t>(found)].origin))
            found = static_cast<int>(i);
    }
    return found < 0 ? lastFigureOfFirstGroup(answer) : found;
}

} // namespace evenredig
