// Development: lines over a true time axis, labels at their ends, the reference dark.
#include "core/figure/axis.h"
#include "core/figure/pieces.h"
#include "core/figure/questions.h"
#include "core/figure/sentences.h"

#include <algorithm>

namespace evenredig {

namespace {

// Which way every published group went, when they all went the same way for certain.
std::string developmentTitle(const Words &words)
{
    int rose = 0, fell = 0, others = 0;
    for (const AnswerRow &row : words.answer().rows) {
        if (!row.change || row.origin == words.answer().reference())
            continue;
        if (row.assessment.verdict == Verdict::Larger)
            ++rose;
        else if (row.assessment.verdict == Verdict::Smaller)
            ++fell;
        else
            ++others;
    }
    const std::string label = words.answer().indicator.label.in(words.options().language);
    if (others > 0 || rose + fell < 2 || (rose > 0 && fell > 0))
        return words.text("title.development", {{"label", label}});
    const bool absent = std::any_of(words.answer().notes.begin(), words.answer().notes.end(),
                                    [](const Note &note) { return note.code == "not_published"; });
    return words.text(std::string(rose ? "title.development.rose" : "title.development.fell")
                          + (absent ? ".published" : ""),
                      {{"label", label}});
}

// The reference's line, from what stands beside the groups' figures; one per classification and universe.
std::vector<Series> referenceSeries(const Words &words, std::vector<double> &shown)
{
    const Answer &answer = words.answer();
    std::vector<Series> result;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        const std::optional<double> value = row.change ? std::nullopt : row.value(Key::Reference);
        if (!value)
            continue;
        auto found = std::find(lines.begin(), lines.end(), row.series);
        if (found == lines.end()) {
            Series series = seriesFor(words, row);
            series.origin = row.reference;
            series.generation = "total";
            series.label = words.reference(row);
            series.reference = true;
            series.emphasised = true;
            series.hollow = false;
            result.push_back(std::move(series));
            lines.push_back(row.series);
            found = lines.end() - 1;
        }
        std::vector<std::vector<Mark>> &runs = result[static_cast<std::size_t>(found - lines.begin())].runs;
        runs.resize(std::max(runs.size(), static_cast<std::size_t>(row.segment) + 1)); // no line crosses a break
        Mark mark = markOf(words, static_cast<int>(i), Key::Reference, row.period().axisPosition());
        mark.row = -1;
        const bool known = std::any_of(runs.begin(), runs.end(), [&](const std::vector<Mark> &run) {
            return std::any_of(run.begin(), run.end(), [&](const Mark &other) { return other.along == mark.along; });
        });
        if (!known)
            runs[static_cast<std::size_t>(row.segment)].push_back(mark);
        addShown(shown, mark);
    }
    for (Series &series : result) {
        std::erase_if(series.runs, [](const std::vector<Mark> &run) { return run.empty(); });
        double last = 0;
        for (std::vector<Mark> &run : series.runs) {
            std::sort(run.begin(), run.end(), [](const Mark &a, const Mark &b) { return a.along < b.along; });
            if (series.endText.empty() || run.back().along > last) {
                series.endText = run.back().valueText;
                last = run.back().along;
            }
        }
    }
    return result;
}

// Where one line of figures of an origin ends and another begins: named, never joined.
void addBreaks(Panel &panel, const Words &words)
{
    const Answer &answer = words.answer();
    for (const AnswerRow &row : answer.rows) {
        if (!row.change || row.comparability != Comparability::No || row.periods[0].overlaps(row.periods[1]))
            continue;
        double end = row.periods[0].axisPosition();
        for (const AnswerRow &other : answer.rows) {
            if (!other.change && other.origin == row.origin && other.generation == row.generation
                && other.value(Key::Value) && !other.isOnLineOf(row))
                end = std::max(end, other.period().axisPosition());
        }
        const double position = end + 0.5;
        const bool known = std::any_of(panel.breaks.begin(), panel.breaks.end(),
                                       [&](const Break &item) { return item.position == position; });
        if (!known && position < panel.along.maximum)
            panel.breaks.push_back({position, row.comparabilityReason.in(words.options().language)});
    }
}

/// Changes over different periods in one column say over which.
bool spansDiffer(const Answer &answer)
{
    const AnswerRow *first = nullptr;
    for (const AnswerRow &row : answer.rows) {
        if (row.change && first && row.periods != first->periods)
            return true;
        if (row.change && !first)
            first = &row;
    }
    return false;
}

std::string spanOf(const Words &words, const AnswerRow &change)
{
    return words.text("period.span", {{"first", words.period(change.periods[0], false)},
                                      {"last", words.period(change.periods[1], change.isProvisional(Key::Last))}});
}

void buildTable(Table &table, const Words &words)
{
    const Answer &answer = words.answer();
    table.header = {words.text("column.origin")};
    for (const Period &period : answer.periods) {
        const bool provisional = std::any_of(answer.rows.begin(), answer.rows.end(), [&](const AnswerRow &row) {
            return !row.change && row.provisional && row.period() == period;
        });
        table.header.push_back(words.period(period, provisional));
    }
    const bool spans = spansDiffer(answer);
    if (spans)
        table.header.push_back(words.text("column.periods"));
    table.header.push_back(words.text("column.change"));
    table.header.push_back(words.text("column.verdict_change"));
    // A line of the table per origin, generation and line of figures.
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        const std::string key = row.origin + "|" + row.generation + "|" + row.series;
        if (row.change || std::find(lines.begin(), lines.end(), key) != lines.end())
            continue;
        lines.push_back(key);
        std::vector<TableCell> cells{textCell(words.originAndGeneration(row), static_cast<int>(i))};
        for (const Period &period : answer.periods) {
            int index = -1;
            for (std::size_t j = 0; j < answer.rows.size(); ++j) {
                const AnswerRow &other = answer.rows[j];
                if (!other.change && other.origin == row.origin && other.generation == row.generation
                    && other.series == row.series && other.period() == period)
                    index = static_cast<int>(j);
            }
            cells.push_back(numberCell(words, index, Key::Value));
        }
        const int change = changeRowOf(answer, static_cast<int>(i));
        const bool own = change >= 0 && answer.rows[static_cast<std::size_t>(change)].series == row.series;
        if (spans)
            cells.push_back(textCell(own ? spanOf(words, answer.rows[static_cast<std::size_t>(change)]) : ""));
        cells.push_back(numberCell(words, own ? change : -1, Key::Change, Sign::Always));
        std::string verdict = own ? words.verdict(answer.rows[static_cast<std::size_t>(change)]) : "";
        if (!row.value(Key::Value) && !own)
            verdict = words.absence(row);
        cells.push_back(textCell(verdict, own ? change : static_cast<int>(i)));
        table.rows.push_back(std::move(cells));
    }
}

} // namespace

void buildDevelopment(Figure &figure, const Words &words)
{
    Panel panel;
    panel.form = Panel::Form::Lines;
    panel.along = timeAxis(words);
    std::vector<double> shown;
    panel.series = lineSeries(words, Key::Value, shown);
    std::vector<Series> references = referenceSeries(words, shown);
    for (Series &series : references) {
        const bool own = std::any_of(panel.series.begin(), panel.series.end(),
                                     [&](const Series &other) { return other.origin == series.origin; });
        if (!own)
            panel.series.push_back(std::move(series));
    }
    if (shown.empty())
        panel.empty = words.nothingToShow();
    panel.axis = valueAxis(shown, AxisStart::Zero, words);
    addBreaks(panel, words);
    figure.title = developmentTitle(words);
    figure.panels = {panel};
    buildTable(figure.table, words);
}

std::string developmentSentence(const Words &words, const AnswerRow &row)
{
    if (!row.change)
        return levelSentence(words, row);
    TextArguments arguments = sentenceArguments(words, row);
    if (row.comparability == Comparability::No)
        return words.text("sentence.not_comparable", arguments);
    arguments.emplace_back("a", words.of(row, Key::First));
    arguments.emplace_back("bu", words.inText(row, Key::Last));
    arguments.emplace_back("v", words.differenceInText(*row.value(Key::Change), row));
    arguments.emplace_back("vi", bracket(words, row, Key::Change));
    std::string key = "sentence.development.";
    switch (row.assessment.verdict) { // a movement is stated only where its verdict allows it
    case Verdict::Unchanged: key += "unchanged"; break;
    case Verdict::NotDemonstrable: key += "not_demonstrable"; break;
    case Verdict::Larger: key += "rose"; break;
    case Verdict::Smaller: key += "fell"; break;
    default: key += "both"; break;
    }
    key += words.isShare() ? ".share" : ".other";
    std::string sentence = words.text(key + sizeSuffix(row), arguments);
    if (const std::string why = whyNoVerdict(words, row); !why.empty())
        sentence += " " + why;
    if (row.comparability == Comparability::WithCaution)
        sentence += " " + words.text("sentence.with_caution", arguments);
    return sentence;
}

} // namespace evenredig
