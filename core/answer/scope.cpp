#include "core/answer/scope.h"

#include "core/answer/persons.h"
#include "core/base/texts.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace evenredig {

namespace {

bool contains(const std::vector<std::string> &list, const std::string &item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

std::string listed(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

Result<Indicator> resolveIndicator(const Catalogue &catalogue, const Question &question)
{
    if (question.inlineIndicator)
        return *question.inlineIndicator;
    if (const Indicator *found = catalogue.indicator(question.indicator))
        return *found;
    std::vector<std::string> known;
    for (const Indicator &indicator : catalogue.indicators)
        known.push_back(indicator.id);
    return fail(ErrorCode::IndicatorUnknown,
                {{"indicator", question.indicator}, {"nearest", nearestWord(question.indicator, known)}});
}

// The figures of the asked data sets and conditions; of equal keys in several data sets the one of the data
// set that was imported last.
std::vector<PublishedFigure> eligible(std::vector<PublishedFigure> all, const Question &question, Scope &scope)
{
    const std::string where = canonicalJson(question.where);
    std::map<std::string, std::size_t> byKey;
    std::vector<PublishedFigure> kept;
    std::set<std::string> differing;
    for (PublishedFigure &figure : all) {
        if (figure.where != where || (!question.datasets.empty() && !contains(question.datasets, figure.dataset)))
            continue;
        const std::string key = figure.origin + "|" + figure.generation + "|" + figure.period.id() + "|"
                                + seriesOf(figure);
        const auto [place, added] = byKey.emplace(key, kept.size());
        if (added) {
            kept.push_back(std::move(figure));
            continue;
        }
        PublishedFigure &known = kept[place->second];
        if (known.value && figure.value && *known.value != *figure.value)
            differing.insert(figure.period.id());
        if (figure.value || !known.value)
            known = std::move(figure);
    }
    if (!differing.empty())
        scope.notes.push_back(makeNote("figures_differ", {{"periods", listed({differing.begin(), differing.end()})}}));
    return kept;
}

/// Persons answer `level`; the other questions need intervals, which these figures do not have yet.
Result<void> addPersonFigures(const Workspace &workspace, const Scope &scope, const Progress &progress,
                              std::vector<PublishedFigure> &figures)
{
    if (scope.question.ask != Ask::Level)
        return {};
    auto computed = personFigures(workspace, scope.indicator, scope.question, progress);
    if (!computed)
        return tl::unexpected<Error>(computed.error());
    std::move(computed->begin(), computed->end(), std::back_inserter(figures));
    return {};
}

/// Where persons could answer `level` and nothing else is there, another question says so.
Result<void> expectLevelOfPersons(const Workspace &workspace, const Scope &scope)
{
    if (!scope.figures.empty() || scope.question.ask == Ask::Level)
        return {};
    const auto possible = personsCanAnswer(workspace, scope.indicator, scope.question);
    if (!possible)
        return tl::unexpected<Error>(possible.error());
    if (!*possible)
        return {};
    return fail(ErrorCode::AskImpossible,
                {{"ask", std::string(askName(scope.question.ask))}, {"reason", "persons_level_only"}});
}

bool hasFigures(const Scope &scope, const std::string &origin)
{
    return std::any_of(scope.figures.begin(), scope.figures.end(),
                       [&](const PublishedFigure &figure) { return figure.origin == origin && figure.value; });
}

Result<void> resolveOrigins(const Catalogue &catalogue, Scope &scope)
{
    const std::vector<std::string> &asked = scope.question.origins;
    for (const std::string &id : asked) {
        if (!catalogue.origin(id)) {
            std::vector<std::string> known;
            for (const Origin &origin : catalogue.origins)
                known.push_back(origin.id);
            return fail(ErrorCode::OriginUnknown, {{"origin", id}, {"known", listed(known)}});
        }
    }
    if (asked.empty()) {
        scope.origins = catalogue.groupIds();
        const bool anyGroup = std::any_of(
            scope.figures.begin(), scope.figures.end(),
            [&](const PublishedFigure &figure) { return figure.value && contains(scope.origins, figure.origin); });
        // A source that prints the reference only is answered with that, beside the groups that it leaves out.
        for (const Origin &origin : catalogue.origins) {
            if (!anyGroup && origin.kind == Origin::Kind::Reference && hasFigures(scope, origin.id))
                scope.origins.push_back(origin.id);
        }
        return {};
    }
    for (const Origin &origin : catalogue.origins) { // the fixed order, not the order of asking
        if (contains(asked, origin.id))
            scope.origins.push_back(origin.id);
    }
    return {};
}

bool isReference(const Catalogue &catalogue, const std::string &id)
{
    const Origin *origin = catalogue.origin(id);
    return origin && origin->kind == Origin::Kind::Reference;
}

Result<void> resolveGenerations(const Catalogue &catalogue, Scope &scope)
{
    for (const std::string &id : scope.question.generations) {
        if (!catalogue.generation(id))
            return fail(ErrorCode::GenerationUnknown, {{"generation", id}});
    }
    if (!scope.question.generations.empty()) {
        scope.generations = scope.question.generations;
        return {};
    }
    // Left out means total. A source that prints generations only would then give an empty answer, so
    // there the generations that it has are taken.
    std::set<std::string> available;
    for (const PublishedFigure &figure : scope.figures) {
        if (contains(scope.origins, figure.origin) && !isReference(catalogue, figure.origin))
            available.insert(figure.generation);
    }
    if (available.empty() || available.count("total")) {
        scope.generations = {"total"};
        return {};
    }
    for (const GenerationTerm &term : catalogue.generations) {
        if (available.count(term.id))
            scope.generations.push_back(term.id);
    }
    return {};
}

Result<void> resolvePeriods(Scope &scope)
{
    std::vector<Period> available;
    for (const PublishedFigure &figure : scope.figures) {
        if (contains(scope.origins, figure.origin)
            && std::find(available.begin(), available.end(), figure.period) == available.end())
            available.push_back(figure.period);
    }
    std::sort(available.begin(), available.end(), earlier);
    if (scope.question.periods.empty()) {
        scope.periods = available;
        return {};
    }
    for (const std::string &id : scope.question.periods) {
        const auto found = std::find_if(available.begin(), available.end(),
                                        [&](const Period &p) { return p.id() == id; });
        if (found == available.end()) {
            std::vector<std::string> known;
            for (const Period &period : available)
                known.push_back(period.id());
            return fail(ErrorCode::PeriodUnknown, {{"period", id}, {"known", listed(known)}});
        }
        if (std::find(scope.periods.begin(), scope.periods.end(), *found) == scope.periods.end())
            scope.periods.push_back(*found);
    }
    std::sort(scope.periods.begin(), scope.periods.end(), earlier);
    return {};
}

Result<void> resolveReference(const Catalogue &catalogue, Scope &scope)
{
    if (scope.question.reference) {
        const std::string &asked = *scope.question.reference;
        if (!catalogue.origin(asked))
            return fail(ErrorCode::OriginUnknown, {{"origin", asked}, {"known", "none_background, national, rest"}});
        if (asked == "rest")
            return fail(ErrorCode::ReferenceImpossible, {{"reference", asked}, {"reason", "published_rest"}});
        if (!hasFigures(scope, asked))
            return fail(ErrorCode::ReferenceImpossible, {{"reference", asked}, {"reason", "not_in_data"}});
        scope.reference = asked;
        return {};
    }
    for (const char *candidate : {"none_background", "national"}) {
        if (hasFigures(scope, candidate)) {
            scope.reference = candidate;
            return {};
        }
    }
    scope.notes.push_back(makeNote("reference_missing"));
    return {};
}

} // namespace

std::string seriesOf(const PublishedFigure &figure)
{
    return figure.classification + "|" + figure.universe.nl + "|"
           + (figure.sourceKind == SourceKind::Survey ? "survey" : "register");
}

const PublishedFigure *Scope::referenceOf(const PublishedFigure &figure) const
{
    if (reference.empty() || figure.origin == reference)
        return nullptr;
    const std::string series = seriesOf(figure);
    for (const PublishedFigure &candidate : figures) {
        if (candidate.origin == reference && candidate.generation == "total" && candidate.period == figure.period
            && candidate.value && seriesOf(candidate) == series)
            return &candidate;
    }
    return nullptr;
}

std::pair<Comparability, LocalText> Scope::compare(const PublishedFigure &a, const PublishedFigure &b) const
{
    const auto because = [](const char *key) {
        return std::pair{Comparability::No, LocalText{text(Language::Dutch, key), text(Language::English, key)}};
    };
    if (a.classification != b.classification)
        return because("reason.classification");
    if (a.universe.nl != b.universe.nl)
        return because("reason.universe");
    if (a.sourceKind != b.sourceKind)
        return because("reason.source_kind");
    if (a.period != b.period && a.period.overlaps(b.period))
        return because("reason.overlap");
    for (const auto &pair : {std::pair{a.dataset, b.dataset}, std::pair{b.dataset, a.dataset}}) {
        const auto found = comparability.find(pair);
        if (found != comparability.end())
            return found->second;
    }
    return {Comparability::Yes, {}};
}

Result<Scope> resolve(const Workspace &workspace, const Catalogue &catalogue, const Question &question,
                      const Progress &progress)
{
    Scope scope;
    scope.question = question;
    auto indicator = resolveIndicator(catalogue, question);
    if (!indicator)
        return tl::unexpected<Error>(indicator.error());
    scope.indicator = std::move(*indicator);
    auto records = workspace.datasets();
    if (!records)
        return tl::unexpected<Error>(records.error());
    std::vector<std::string> known;
    for (DatasetRecord &record : *records) {
        known.push_back(record.info.id);
        scope.datasets.push_back(std::move(record.info));
    }
    for (const std::string &id : question.datasets) {
        if (!contains(known, id))
            return fail(ErrorCode::DatasetUnknown, {{"dataset", id}, {"known", listed(known)}});
    }
    auto figures = workspace.figures(scope.indicator.id);
    if (!figures)
        return tl::unexpected<Error>(figures.error());
    if (Result<void> added = addPersonFigures(workspace, scope, progress, *figures); !added)
        return tl::unexpected<Error>(added.error());
    auto comparability = workspace.comparability();
    if (!comparability)
        return tl::unexpected<Error>(comparability.error());
    scope.comparability = std::move(*comparability);
    scope.figures = eligible(std::move(*figures), question, scope);
    if (Result<void> asked = expectLevelOfPersons(workspace, scope); !asked)
        return tl::unexpected<Error>(asked.error());
    if (scope.figures.empty())
        return fail(ErrorCode::IndicatorNoData, {{"indicator.nl", scope.indicator.label.in(Language::Dutch)},
                                                 {"indicator.en", scope.indicator.label.in(Language::English)},
                                                 {"id", scope.indicator.id}});

    Result<void> done = resolveOrigins(catalogue, scope);
    if (done)
        done = resolveGenerations(catalogue, scope);
    if (done)
        done = resolvePeriods(scope);
    if (done)
        done = resolveReference(catalogue, scope);
    if (!done)
        return tl::unexpected<Error>(done.error());
    if (scope.periods.empty())
        return fail(ErrorCode::IndicatorNoData, {{"indicator.nl", scope.indicator.label.in(Language::Dutch)},
                                                 {"indicator.en", scope.indicator.label.in(Language::English)},
                                                 {"id", scope.indicator.id}});
    return scope;
}

} // namespace evenredig
