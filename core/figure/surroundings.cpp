#include "core/figure/surroundings.h"

#include "core/base/text.h"
#include "core/figure/pieces.h"
#include "core/figure/questionfigure.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace evenredig {

namespace {

std::string firstSentence(const std::string &text)
{
    const std::size_t stop = text.find(". ");
    return stop == std::string::npos ? text : text.substr(0, stop + 1);
}

std::string joinedFilled(const std::vector<std::string> &parts, const std::string &between)
{
    std::string result;
    for (const std::string &part : parts) {
        if (!part.empty())
            result += (result.empty() ? "" : between) + part;
    }
    return result;
}

const Note *noteOf(const Answer &answer, std::string_view code)
{
    const auto found = std::find_if(answer.notes.begin(), answer.notes.end(),
                                    [&](const Note &note) { return note.code == code; });
    return found == answer.notes.end() ? nullptr : &*found;
}

/// They stand first in the footer.
constexpr std::array<std::string_view, 3> leadingNotes{"complete_count", "survey_no_margin", "survey_some_margins"};

// "afgerond op 0,1 procentpunt": the coarsest rounding of the figures shown.
std::string printedTo(const Words &words)
{
    double half = 0;
    for (const AnswerRow &row : words.answer().rows) {
        for (const Key key : {Key::Value, Key::Reference, Key::First, Key::Second}) {
            const Estimate *value = row.change ? nullptr : row.estimate(key);
            if (value && value->method == Method::Rounding) // at an end of its unit the box is cut on one side
                half = std::max({half, *value->value - *value->low, *value->high - *value->value});
        }
    }
    if (half <= 0)
        return {};
    const double step = std::round(half * 2 * words.factor() * 1e6) / 1e6; // without the last bits of a difference
    if (words.answer().indicator.unit == Unit::Count && step == 1)
        return {};
    const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    const std::string unit(unitName(words.answer().indicator.unit));
    const std::string key = step == 1 ? "footer.rounded.one." : "footer.rounded.";
    return words.text(key + unit, {{"step", words.plain(step, decimals)}});
}

// A short axis makes small differences look large: said in words when it shows less than 30 points of a
// percentage and does not begin at 0 (charts.md §2.4).
std::string axisRange(const Figure &figure, const Words &words)
{
    if (words.answer().indicator.unit != Unit::Percent)
        return {};
    for (const Panel &panel : figure.panels) {
        const bool levels = panel.axis.minimum > 0; // one of differences holds 0
        if (!panel.empty.empty() || !levels || panel.axis.maximum - panel.axis.minimum >= 30)
            continue;
        const double narrow = panel.axis.maximum - panel.axis.minimum;
        const int decimals = narrow >= 5 ? 0 : narrow >= 0.5 ? 1 : 2;
        return words.text("footer.axis", {{"low", words.plain(panel.axis.minimum, decimals)},
                                          {"high", words.plain(panel.axis.maximum, decimals) + "%"}});
    }
    return {};
}

// An order by value is a ranking: what of it is not certain is said (product.md, rule 6).
std::string orderRemark(const Figure &figure, const Words &words)
{
    const bool ordered = words.options().form.order == FigureForm::Order::ByValue && figure.ask == Ask::Level
                         && !words.answer().indicator.sensitive;
    if (!ordered)
        return {};
    const auto uncertain = [](const Panel &panel) {
        return std::any_of(panel.rows.begin(), panel.rows.end(),
                           [](const FigureRow &row) { return row.uncertainWithNext; });
    };
    const bool any = std::any_of(figure.panels.begin(), figure.panels.end(), uncertain);
    return words.text(any ? "footer.order_uncertain" : "footer.order_by_value");
}

/// The conclusion that depends on the measure, in the figure too: of whom the gap closed in points but not as a ratio.
std::string measureRemark(const Words &words)
{
    std::vector<std::string> names;
    for (const AnswerRow &row : words.answer().rows) {
        if (row.change && row.measures == Measures::Disagree)
            addOnce(names, words.originAndGeneration(row));
    }
    const std::string unit = words.text("unit_points." + std::string(unitName(words.answer().indicator.unit)));
    return names.empty() ? std::string()
                         : words.text("footer.measures", {{"origins", joined(names, "; ")}, {"unit_points", unit}});
}

/// Of a sensitive share the other side as well, of the figure that the sentence is about.
std::string bothSides(const Words &words)
{
    const Answer &answer = words.answer();
    const int focus = answer.indicator.sensitive && answer.indicator.unit == Unit::Percent ? focusRow(words) : -1;
    if (focus < 0)
        return {};
    const AnswerRow *row = &answer.rows[static_cast<std::size_t>(focus)];
    if (row->change) {
        const int last = periodRowOf(answer, *row, 1);
        row = last < 0 ? row : &answer.rows[static_cast<std::size_t>(last)];
    }
    if (row->change || !row->value(Key::Value))
        return {};
    const int yes = static_cast<int>(std::lround(words.screen(*row->value(Key::Value))));
    return words.text("footer.of_hundred", {{"origin", words.originAndGeneration(*row)},
                                            {"period", words.period(row->period(), row->isProvisional(Key::Value))},
                                            {"no", std::to_string(100 - yes)},
                                            {"yes", std::to_string(yes)}});
}

std::string sourceLine(const Words &words)
{
    std::vector<std::string> names;
    bool publisher = false;
    for (const DatasetInfo &info : words.answer().sources) {
        const std::string &name = info.source.in(words.options().language);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
        publisher = publisher || !name.empty();
    }
    return publisher ? words.text("footer.source", {{"sources", joined(names, "; ")}}) : std::string();
}

} // namespace

std::string subtitle(const Words &words)
{
    const Answer &answer = words.answer();
    const Indicator &indicator = answer.indicator;
    const Language language = words.options().language;
    std::string span = words.periodSpan();
    // Some figures show one period, whatever the table below them holds.
    if (const Period *period = questionFigure(answer.question.ask).period(answer)) {
        const bool provisional = std::any_of(answer.rows.begin(), answer.rows.end(), [&](const AnswerRow &row) {
            return !row.change && row.provisional && row.period() == *period;
        });
        span = words.period(*period, provisional);
    }
    std::string subject = words.subject();
    if (!subject.empty() && subject[0] >= 'a' && subject[0] <= 'z')
        subject[0] = static_cast<char>(subject[0] - 'a' + 'A');
    const std::string &clause = indicator.clause.in(language);
    const std::string population = words.universe();
    const TextArguments arguments{{"subject", subject},   {"label", indicator.label.in(language)},
                                  {"clause", clause},     {"unit", words.unitShort()},
                                  {"people", population}, {"period", span}};
    const std::string unit(unitName(indicator.unit));
    std::string line = clause.empty() || population.empty()
                           ? words.text(population.empty() ? "subtitle.label" : "subtitle.label.people", arguments)
                           : words.text("subtitle." + unit, arguments);
    const std::string &note = indicator.note.in(language);
    if (indicator.sensitive && !note.empty())
        line += ". " + firstSentence(note);
    return line;
}

std::vector<std::string> footer(const Figure &figure, const Words &words)
{
    const Answer &answer = words.answer();
    const Language language = words.options().language;
    std::vector<std::string> remarks{sourceLine(words)};
    for (const std::string_view code : leadingNotes) {
        if (const Note *note = noteOf(answer, code))
            remarks.push_back(note->text.in(language));
    }
    if (traitsOf(answer.question.ask).needsIndicator) // else every row has a unit of its own
        remarks.push_back(printedTo(words));
    if (const std::string &filter = answer.filter.in(language); !filter.empty())
        remarks.push_back(words.text("footer.filter", {{"filter", filter}}));
    {
        std::vector<std::string> names;
        for (const AnswerRow &row : answer.rows) {
            if (!row.reference.empty() && (row.value(Key::Reference) || row.value(Key::ReferenceChange)))
                addOnce(names, words.referencePeople(row));
        }
        if (!names.empty())
            remarks.push_back(words.text("footer.reference", {{"reference", joined(names, "; ")}}));
    }
    for (const Note &note : answer.notes) {
        if (!contains(leadingNotes, note.code) && note.code != "rounding" && note.code != "denominator_unknown")
            remarks.push_back(note.text.in(language));
    }
    remarks.push_back(measureRemark(words));
    remarks.push_back(bothSides(words));
    remarks.push_back(axisRange(figure, words));
    remarks.push_back(orderRemark(figure, words));
    return {joinedFilled(remarks, " "), figureCode(answer)};
}

std::vector<std::string> facts(const Words &words)
{
    const Answer &answer = words.answer();
    bool survey = false, complete = false, computed = false, margins = false;
    int suppressed = 0;
    for (const AnswerRow &row : answer.rows) {
        if (row.change)
            continue;
        suppressed += !row.value(Key::Value) && (row.status == Status::Suppressed || row.status == Status::TooFew);
        if (row.value(Key::Value)) {
            survey = survey || row.sourceKind == SourceKind::Survey;
            complete = complete || row.sourceKind == SourceKind::Register;
            computed = computed || row.computed;
            margins = margins || (row.sourceKind == SourceKind::Survey && isSampling(row.estimate(Key::Value)->method));
        }
    }
    std::vector<std::string> result;
    if (complete)
        result.push_back(words.text("fact.complete_count"));
    if (survey)
        result.push_back(words.text(margins    ? "fact.survey_margins"
                                    : computed ? "fact.survey_no_interval"
                                               : "fact.survey_no_margin"));
    for (const DatasetInfo &info : answer.sources)
        result.push_back(info.title.in(words.options().language));
    if (result.size() > 3)
        result.resize(3);
    result.push_back(words.text("fact.suppressed", {{"count", std::to_string(suppressed)}}));
    return result;
}

} // namespace evenredig
