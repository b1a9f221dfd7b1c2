// Gap: the difference with the reference over time beside "who moved"; for one period a dot plot of gaps.
#include "core/base/text.h"
#include "core/figure/axis.h"
#include "core/figure/pieces.h"
#include "core/figure/questions.h"
#include "core/figure/sentences.h"

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

std::vector<int> gapRowIndexes(const Answer &answer)
{
    std::vector<int> indexes;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (!answer.rows[i].change && answer.rows[i].value(Key::Gap))
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

ReferenceLine zeroLine(const Words &words, const AnswerRow &row)
{
    ReferenceLine line;
    line.label = words.text("gap.zero", {{"reference", words.reference(row)}});
    line.origin = row.reference;
    return line;
}

std::string gapTitle(const Words &words)
{
    int smaller = 0, larger = 0, others = 0;
    for (const AnswerRow &row : words.answer().rows) {
        if (!row.change)
            continue;
        if (row.assessment.verdict == Verdict::Smaller)
            ++smaller;
        else if (row.assessment.verdict == Verdict::Larger)
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
    panel.series = lineSeries(words, Key::Gap, shown);
    panel.axis = valueAxis(shown, AxisStart::Gap, words);
    panel.axis.title.clear(); // the panel's title names the unit
    panel.references = {zeroLine(words, answer.rows[static_cast<std::size_t>(indexes.front())])};
    return panel;
}

// Two arrows per group on one scale: the group's own movement and the reference's.
Panel arrowsPanel(const Words &words)
{
    const Answer &answer = words.answer();
    Panel panel;
    panel.form = Panel::Form::Arrows;
    std::vector<std::string> references;
    panel.columns = {words.text("column.gap_change")};
    std::vector<double> shown;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (!row.change || !row.value(Key::GapChange))
            continue;
        const int first = periodRowOf(answer, row, 0);
        const int last = periodRowOf(answer, row, 1);
        if (first < 0 || last < 0)
            continue;
        const AnswerRow &from = answer.rows[static_cast<std::size_t>(first)];
        const AnswerRow &to = answer.rows[static_cast<std::size_t>(last)];
        const int place = static_cast<int>(panel.rows.size());
        Arrow group{
            place, words.screen(*from.value(Key::Value)),        words.screen(*to.value(Key::Value)), row.origin,
            false, words.of(row, Key::GroupChange, Sign::Always)};
        Arrow reference{place,
                        words.screen(*from.value(Key::Reference)),
                        words.screen(*to.value(Key::Reference)),
                        row.reference,
                        true,
                        words.of(row, Key::ReferenceChange, Sign::Always)};
        for (const Arrow &arrow : {group, reference}) {
            shown.push_back(arrow.from);
            shown.push_back(arrow.to);
            panel.arrows.push_back(arrow);
        }
        FigureRow line;
        line.origin = row.origin;
        line.generation = row.generation;
        line.label = words.originAndGeneration(row);
        line.cells = {words.of(row, Key::GapChange, Sign::Always)};
        line.row = static_cast<int>(i);
        line.emphasised = seriesFor(words, row).emphasised;
        addOnce(references, words.reference(row));
        panel.rows.push_back(std::move(line));
    }
    panel.title = words.text("panel.who_moved", {{"reference", joined(references, ", ")}});
    panel.axis = valueAxis(shown, AxisStart::Zero, words);
    return panel;
}

Panel gapDots(const Words &words, const std::vector<int> &indexes)
{
    const Answer &answer = words.answer();
    Panel panel;
    panel.form = Panel::Form::Dots;
    const IntervalColumn interval(words, Key::Gap);
    panel.columns = {words.text("column.difference"), interval.head(), words.text("column.verdict")};
    std::vector<double> shown;
    for (const int index : indexes) {
        const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
        Series series = seriesFor(words, row);
        const Mark mark = markOf(words, index, Key::Gap, static_cast<double>(panel.rows.size()));
        addShown(shown, mark);
        series.runs = {{mark}};
        panel.series.push_back(std::move(series));
        FigureRow line;
        line.origin = row.origin;
        line.generation = row.generation;
        line.label = words.originAndGeneration(row);
        line.hollow = panel.series.back().hollow;
        line.row = index;
        line.cells = {words.of(row, Key::Gap, Sign::Always), interval.cell(row), words.verdict(row)};
        panel.rows.push_back(std::move(line));
    }
    panel.axis = valueAxis(shown, AxisStart::Gap, words);
    panel.axis.title = words.unitOfDifference();
    dropRepeatedVerdict(panel, words);
    panel.references = {zeroLine(words, answer.rows[static_cast<std::size_t>(indexes.front())])};
    return panel;
}

void changeTable(Table &table, const Words &words)
{
    const Answer &answer = words.answer();
    const IntervalColumn interval(words, Key::GapChange);
    table.header = {words.text("column.origin"),        words.text("column.periods"),   words.text("column.gap_first"),
                    words.text("column.gap_last"),      words.text("column.change"),    interval.head(),
                    words.text("column.group"),         words.text("column.reference"), words.text("column.closed"),
                    words.text("column.verdict_change")};
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (!row.change)
            continue;
        const int index = static_cast<int>(i);
        const std::string span = words.text("period.span", {{"first", words.period(row.periods[0], false)},
                                                            {"last", words.period(row.periods[1], row.provisional)}});
        table.rows.push_back({textCell(words.originAndGeneration(row), index), textCell(span, index),
                              numberCell(words, index, Key::GapFirst, Sign::Always),
                              numberCell(words, index, Key::GapLast, Sign::Always),
                              numberCell(words, index, Key::GapChange, Sign::Always),
                              textCell(interval.cell(row), index),
                              numberCell(words, index, Key::GroupChange, Sign::Always),
                              numberCell(words, index, Key::ReferenceChange, Sign::Always),
                              numberCell(words, index, Key::Closed), textCell(words.verdict(row), index)});
    }
}

void gapTable(Table &table, const Words &words)
{
    const Answer &answer = words.answer();
    const IntervalColumn interval(words, Key::Gap);
    table.header = {words.text("column.origin"),    words.text("column.period"),     words.unitShort(),
                    words.text("column.reference"), words.text("column.difference"), interval.head(),
                    words.text("column.ratio"),     words.text("column.verdict")};
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        const int index = static_cast<int>(i);
        if (row.change)
            continue;
        table.rows.push_back({textCell(words.originAndGeneration(row), index),
                              textCell(words.period(row.period(), row.provisional), index),
                              numberCell(words, index, Key::Value), numberCell(words, index, Key::Reference),
                              numberCell(words, index, Key::Gap, Sign::Always), textCell(interval.cell(row), index),
                              numberCell(words, index, Key::Ratio),
                              textCell(row.value(Key::Value) ? words.verdict(row) : words.absence(row), index)});
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
        panel.empty = words.nothingToShow();
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

namespace {

/// "onder {O} daalde het cijfer 3,7 procentpunt, onder {R} 0,8 procentpunt": only where both verdicts allow it.
std::string movement(const Words &words, const AnswerRow &row)
{
    const auto direction = [](const Assessment &assessment) -> const char * {
        switch (assessment.verdict) {
        case Verdict::Larger: return "rose";
        case Verdict::Smaller: return "fell";
        case Verdict::Unchanged: return "same";
        case Verdict::NotDemonstrable: return "open";
        default: return "";
        }
    };
    const std::string group = direction(row.groupMovement), reference = direction(row.referenceMovement);
    if (group.empty() || reference.empty())
        return {};
    const auto clause = [&](const std::string &way, Key key) {
        const char *whose = traitsOf(key).ofReference ? "movement.reference." : "movement.";
        return words.text(whose + way, {{"v", words.differenceInText(*row.value(key), row)}});
    };
    TextArguments arguments = sentenceArguments(words, row);
    arguments.emplace_back("group", clause(group, Key::GroupChange));
    arguments.emplace_back("reference", clause(reference, Key::ReferenceChange));
    return " " + words.text("sentence.movement", arguments);
}

std::string gapKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Smaller: return "sentence.gap.smaller";
    case Verdict::Larger: return "sentence.gap.larger";
    case Verdict::Changed: return "sentence.gap.changed";
    case Verdict::Reversed: return "sentence.gap.reversed";
    case Verdict::Unchanged: return "sentence.gap.unchanged";
    case Verdict::NotDemonstrable: return "sentence.gap.not_demonstrable";
    default: return "sentence.gap.both";
    }
}

// Points and ratio can disagree; then both are said, with the room that the ratio has.
std::string measureSentence(const Words &words, const AnswerRow &row)
{
    const Answer &answer = words.answer();
    const int first = periodRowOf(answer, row, 0);
    const int last = periodRowOf(answer, row, 1);
    if (row.measures != Measures::Disagree || first < 0 || last < 0)
        return {};
    const Estimate *q0 = answer.rows[static_cast<std::size_t>(first)].estimate(Key::Ratio);
    const Estimate *q1 = answer.rows[static_cast<std::size_t>(last)].estimate(Key::Ratio);
    if (!q0 || !q1 || !q0->value || !q1->value)
        return {};
    TextArguments arguments = sentenceArguments(words, row);
    arguments.emplace_back("g0", words.difference(std::fabs(*row.value(Key::GapFirst)), row));
    arguments.emplace_back("g1", words.differenceInText(*row.value(Key::GapLast), row));
    arguments.emplace_back("q0", words.ratio(*q0->value));
    arguments.emplace_back("q1", words.ratio(*q1->value));
    arguments.emplace_back("q0i", words.ratioInterval(*q0));
    arguments.emplace_back("q1i", words.ratioInterval(*q1));
    arguments.emplace_back("kind", words.intervalKind(*q0));
    return " " + words.text("sentence.measure", arguments);
}

} // namespace

std::string gapSentence(const Words &words, const AnswerRow &row)
{
    if (!row.change)
        return levelSentence(words, row);
    TextArguments arguments = sentenceArguments(words, row);
    if (row.comparability == Comparability::No)
        return words.text("sentence.not_comparable", arguments);
    const double g0 = *row.value(Key::GapFirst);
    const double g1 = *row.value(Key::GapLast);
    const bool turned = g0 * g1 < 0; // then each says on which side it is
    const auto sided = [&](double gap) {
        return words.differenceInText(gap, row) + " " + words.text(gap > 0 ? "word.higher" : "word.lower");
    };
    arguments.emplace_back(
        "g0", turned && row.assessment.verdict != Verdict::Reversed ? sided(g0) : words.difference(std::fabs(g0), row));
    arguments.emplace_back("g0u", words.differenceInText(g0, row));
    arguments.emplace_back(
        "g1", turned && row.assessment.verdict != Verdict::Reversed ? sided(g1) : words.differenceInText(g1, row));
    arguments.emplace_back("v", words.difference(std::fabs(*row.value(Key::GapChange)), row));
    arguments.emplace_back("vi", bracket(words, row, Key::GapChange));
    arguments.emplace_back("side0", words.text(g0 > 0 ? "word.higher" : "word.lower"));
    arguments.emplace_back("side1", words.text(g1 > 0 ? "word.higher" : "word.lower"));
    std::string sentence = words.text(gapKey(row.assessment.verdict), arguments);
    if (row.assessment.verdict != Verdict::Reversed)
        sentence += movement(words, row);
    sentence += measureSentence(words, row);
    if (const std::string why = whyNoVerdict(words, row); !why.empty())
        sentence += " " + why;
    if (row.comparability == Comparability::WithCaution)
        sentence += " " + words.text("sentence.with_caution", arguments);
    return sentence;
}

int changeFocus(const Answer &answer)
{
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (answer.rows[i].change)
            return static_cast<int>(i);
    }
    int found = -1; // of a gap: the latest difference of the first group that has one
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (row.value(Key::Gap) && (found < 0 || row.origin == answer.rows[static_cast<std::size_t>(found)].origin))
            found = static_cast<int>(i);
    }
    return found < 0 ? lastFigureOfFirstGroup(answer) : found;
}

} // namespace evenredig
