#include "ui/session/questionedit.h"

#include "core/base/text.h"
#include "ui/session/asksupport.h"

#include <algorithm>

namespace evenredig {

namespace {

bool coversAll(const std::vector<std::string> &covered, const std::vector<std::string> &asked)
{
    return std::ranges::all_of(asked, [&covered](const std::string &item) { return contains(covered, item); });
}

bool coversPeriods(const IndicatorCoverage &coverage, const std::vector<std::string> &asked)
{
    return std::ranges::all_of(asked, [&coverage](const std::string &id) {
        return std::ranges::find(coverage.periods, id, &Period::id) != coverage.periods.end();
    });
}

void toggle(std::vector<std::string> &list, const std::string &item, Shown shown)
{
    const auto found = std::ranges::find(list, item);
    if (shown == Shown::Yes && found == list.end())
        list.push_back(item);
    else if (shown == Shown::No && found != list.end())
        list.erase(found);
}

} // namespace

QuestionField changedField(const Question &before, const Question &after)
{
    struct Test {
        QuestionField field;
        void (*adopt)(Question &, const Question &);
    };
    static const Test tests[] = {
        {QuestionField::Ask, [](Question &a, const Question &b) { a.ask = b.ask; }},
        {QuestionField::Indicator, [](Question &a, const Question &b) { a.indicator = b.indicator; }},
        {QuestionField::Origins, [](Question &a, const Question &b) { a.origins = b.origins; }},
        {QuestionField::Generations, [](Question &a, const Question &b) { a.generations = b.generations; }},
        {QuestionField::Periods, [](Question &a, const Question &b) { a.periods = b.periods; }},
        {QuestionField::Reference, [](Question &a, const Question &b) { a.reference = b.reference; }},
    };
    if (before == after)
        return QuestionField::None;
    for (const Test &test : tests) {
        Question adopted = before;
        test.adopt(adopted, after);
        if (adopted == after)
            return test.field;
    }
    return QuestionField::Several;
}

Question withAsk(Question question, Ask ask, const std::string &indicator)
{
    // A development needs at least two periods: a single chosen one makes place for all.
    if (ask != Ask::Level && question.periods.size() < 2)
        question.periods.clear();
    if (ask == Ask::Generations || ask == Ask::Overview)
        question.generations.clear();
    if (ask == Ask::Overview) {
        question.indicator.clear();
        question.periods.clear();
        question.datasets.clear();
    } else if (question.indicator.empty()) {
        question.indicator = indicator;
    }
    if (ask != Ask::Relative)
        question.base.reset();
    question.ask = ask;
    return question;
}

Question withIndicator(Question question, const std::string &indicator, const OpenWorkspace &workspace)
{
    question.indicator = indicator;
    question.inlineIndicator.reset();
    question.datasets.clear();
    const IndicatorCoverage *coverage = workspace.coverageOf(indicator);
    if (!coverage)
        return question;
    if (!coversPeriods(*coverage, question.periods))
        question.periods.clear();
    if (!coversAll(coverage->generations, question.generations))
        question.generations.clear();
    if (question.reference && !contains(coverage->origins, *question.reference))
        question.reference.reset();
    if (question.ask == Ask::Overview || workspace.obstacle(question.ask, indicator) != Obstacle::None)
        question.ask = Ask::Level;
    return question;
}

Question withOrigin(Question question, const std::string &origin, Shown shown, const Catalogue &catalogue)
{
    std::vector<std::string> origins = shownOrigins(question, catalogue);
    toggle(origins, origin, shown);
    if (origins.empty())
        return question;
    std::ranges::sort(origins, {}, [&catalogue](const std::string &id) {
        const Origin *found = catalogue.origin(id);
        return found ? found->order : 0;
    });
    if (origins == catalogue.groupIds())
        origins.clear();
    question.origins = std::move(origins);
    return question;
}

Question withGeneration(Question question, const std::string &generation, Shown shown)
{
    std::vector<std::string> generations = shownGenerations(question);
    toggle(generations, generation, shown);
    if (generations.empty())
        return question;
    // The order of the catalogue's terms, not of the clicks: equal choices are equal questions.
    static const std::vector<std::string> order{"total", "first", "second", "second_one_parent", "second_two_parents"};
    std::ranges::stable_sort(generations, {}, [](const std::string &id) { return std::ranges::find(order, id); });
    question.generations = std::move(generations);
    Question other = question;
    other.generations.clear();
    return shownGenerations(other) == question.generations ? other : question;
}

Question withPeriods(Question question, const std::string &first, const std::string &last,
                     const std::vector<Period> &periods)
{
    const auto place = [&periods](const std::string &id) {
        return std::ranges::find(periods, id, &Period::id) - periods.begin();
    };
    const auto [from, to] = std::minmax({place(first), place(last)});
    const auto count = static_cast<std::ptrdiff_t>(periods.size());
    if (to >= count)
        return question;
    question.periods.clear();
    if (from == 0 && to == count - 1)
        return question;
    for (auto index = from; index <= to; ++index)
        question.periods.push_back(periods[static_cast<std::size_t>(index)].id());
    return question;
}

Question withReference(Question question, const std::string &reference)
{
    question.reference = reference;
    return question;
}

std::vector<std::string> shownOrigins(const Question &question, const Catalogue &catalogue)
{
    return question.origins.empty() ? catalogue.groupIds() : question.origins;
}

std::vector<std::string> shownGenerations(const Question &question)
{
    if (!question.generations.empty())
        return question.generations;
    return question.ask == Ask::Generations ? std::vector<std::string>{"first", "second"}
                                            : std::vector<std::string>{"total"};
}

std::vector<std::string> referenceChoices(const IndicatorCoverage &coverage, const Catalogue &catalogue)
{
    std::vector<std::string> choices;
    for (const Origin::Kind kind : {Origin::Kind::Reference, Origin::Kind::Aggregate, Origin::Kind::Group})
        for (const Origin &origin : catalogue.origins)
            if (origin.kind == kind && contains(coverage.origins, origin.id))
                choices.push_back(origin.id);
    return choices;
}

} // namespace evenredig
