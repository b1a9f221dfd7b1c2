// What stands around a figure: subtitle, footer, the facts of the status bar.
#include "core/figure/builders.h"

#include <algorithm>
#include <set>

namespace evenredig {

namespace {

std::string firstSentence(const std::string &text)
{
    const std::size_t stop = text.find(". ");
    return stop == std::string::npos ? text : text.substr(0, stop + 1);
}

std::string joined(const std::vector<std::string> &parts, const std::string &between)
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

// "afgedrukt op 0,1 procentpunt": the coarsest rounding of the figures shown.
std::string printedTo(const Words &words)
{
    int decimals = -1;
    double half = 0;
    for (const AnswerRow &row : words.answer().rows) {
        const Estimate *value = row.change ? nullptr : row.estimate("value");
        if (!value || value->method != Method::Rounding)
            continue;
        half = std::max(half, *value->value - *value->low);
        decimals = decimals < 0 ? row.decimals : std::min(decimals, row.decimals);
    }
    if (half <= 0)
        return {};
    const double step = tidyNumber(half * 2 * words.factor());
    const int shown = step >= 1 ? 0 : std::max(1, decimals);
    return words.text("footer.printed_to", {{"step", words.plain(step, shown)}, {"unit", words.unitOfDifference()}});
}

// A short axis makes small differences look large: said in words when it shows less than 30 points of a
// percentage and does not begin at 0 (charts.md §2.4).
std::string axisRange(const Figure &figure, const Words &words)
{
    if (words.answer().indicator.unit != Unit::Percent || words.answer().question.ask == Ask::Gap)
        return {};
    for (const Panel &panel : figure.panels) {
        if (panel.empty.empty() && panel.axis.minimum > 0 && panel.axis.maximum - panel.axis.minimum < 30)
            return words.text("footer.axis", {{"low", words.plain(panel.axis.minimum, 0)},
                                              {"high", words.plain(panel.axis.maximum, 0) + "%"}});
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
    const Indicator &indicator = words.answer().indicator;
    const Language language = words.options().language;
    std::string span = words.periodSpan();
    const Ask ask = words.answer().question.ask;
    // These figures show one period, whatever the table below them holds.
    if (ask == Ask::Level || ask == Ask::Generations) {
        if (const Period *period = ask == Ask::Level ? levelPeriod(words.answer())
                                                     : generationsPeriod(words.answer())) {
            const bool provisional = std::any_of(
                words.answer().rows.begin(), words.answer().rows.end(),
                [&](const AnswerRow &row) { return !row.change && row.provisional && row.period() == *period; });
            span = words.period(*period, provisional);
        }
    }
    std::string subject = words.subject();
    if (!subject.empty() && subject[0] >= 'a' && subject[0] <= 'z')
        subject[0] = static_cast<char>(subject[0] - 'a' + 'A');
    std::string line = words.text("subtitle." + std::string(unitName(indicator.unit)),
                                  {{"subject", subject},
                                   {"clause", indicator.clause.in(language)},
                                   {"people", indicator.people.in(language)},
                                   {"period", span}});
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
    for (const char *code : {"complete_count", "survey_no_margin"}) {
        if (const Note *note = noteOf(answer, code))
            remarks.push_back(note->text.in(language));
    }
    if (answer.question.ask != Ask::Overview) // there every indicator has a unit of its own
        remarks.push_back(printedTo(words));
    if (!answer.reference.empty()) {
        std::set<std::string> names;
        for (const AnswerRow &row : answer.rows) {
            if (row.value("reference") || row.value("reference_change"))
                names.insert(words.referencePeople(row.classification));
        }
        if (!names.empty())
            remarks.push_back(
                words.text("footer.reference", {{"reference", joined({names.begin(), names.end()}, "; ")}}));
    }
    for (const Note &note : answer.notes) {
        if (note.code != "complete_count" && note.code != "survey_no_margin" && note.code != "rounding"
            && note.code != "denominator_unknown")
            remarks.push_back(note.text.in(language));
    }
    remarks.push_back(axisRange(figure, words));
    remarks.push_back(orderRemark(figure, words));
    return {joined(remarks, " "), figureCode(answer)};
}

std::vector<std::string> facts(const Words &words)
{
    const Answer &answer = words.answer();
    bool survey = false, complete = false, computed = false;
    int suppressed = 0;
    for (const AnswerRow &row : answer.rows) {
        if (row.change)
            continue;
        suppressed += row.status == Status::Suppressed ? 1 : 0;
        if (row.value("value")) {
            survey = survey || row.sourceKind == SourceKind::Survey;
            complete = complete || row.sourceKind == SourceKind::Register;
            computed = computed || row.missing.has_value();
        }
    }
    std::vector<std::string> result;
    if (complete)
        result.push_back(words.text("fact.complete_count"));
    if (survey)
        result.push_back(words.text(computed ? "fact.survey_no_interval" : "fact.survey_no_margin"));
    for (const DatasetInfo &info : answer.sources)
        result.push_back(info.title.in(words.options().language));
    if (result.size() > 3)
        result.resize(3);
    result.push_back(words.text("fact.suppressed", {{"count", std::to_string(suppressed)}}));
    return result;
}

} // namespace evenredig
