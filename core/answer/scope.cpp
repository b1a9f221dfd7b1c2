#include "core/answer/scope.h"

#include "core/answer/levelmakers.h"
#include "core/base/text.h"

#include <algorithm>
#include <iterator>

namespace evenredig {

namespace {

std::string placeKey(const std::string &origin, const std::string &generation, const std::string &period)
{
    return origin + "|" + generation + "|" + period;
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

Result<std::vector<DatasetInfo>> resolveDatasets(const Workspace &workspace, const Question &question)
{
    auto records = workspace.datasets();
    if (!records)
        return tl::unexpected<Error>(records.error());
    std::vector<std::string> known;
    std::vector<DatasetInfo> datasets;
    for (DatasetRecord &record : *records) {
        known.push_back(record.info.id);
        datasets.push_back(std::move(record.info));
        datasets.back().stored = record.recipe;
    }
    for (const std::string &id : question.datasets) {
        if (!contains(known, id))
            return fail(ErrorCode::DatasetUnknown, {{"dataset", id}, {"known", joined(known)}});
    }
    return datasets;
}

tl::unexpected<Error> noData(const Indicator &indicator)
{
    return fail(ErrorCode::IndicatorNoData, {{"indicator.nl", indicator.label.in(Language::Dutch)},
                                             {"indicator.en", indicator.label.in(Language::English)},
                                             {"id", indicator.id}});
}

tl::unexpected<Error> originUnknown(const Catalogue &catalogue, const std::string &id)
{
    std::vector<std::string> known;
    for (const Origin &origin : catalogue.origins)
        known.push_back(origin.id);
    const LocalText list = catalogue.listOf(known);
    return fail(ErrorCode::OriginUnknown, {{"origin", id}, {"known.nl", list.nl}, {"known.en", list.en}});
}

/// Nothing that can answer: where persons could answer another question, or a condition is on what is not there, that
/// is said.
Error whyNothing(const Workspace &workspace, const Scope &scope)
{
    if (const Result<void> conditions = checkConditions(workspace, scope.question); !conditions)
        return conditions.error();
    const Result<bool> persons = personsCanAnswer(workspace, scope.indicator, scope.question);
    if (!persons)
        return persons.error();
    if (*persons && !traitsOf(scope.question.ask).ofPersons)
        return fail(ErrorCode::AskImpossible,
                    {{"ask", std::string(askName(scope.question.ask))}, {"reason", "persons_level_only"}})
            .value();
    return noData(scope.indicator).value();
}

} // namespace

void Scope::take(Found found)
{
    for (Level &level : found.levels) {
        const std::string key = placeKey(level.origin, level.generation, level.period.id());
        m_places[key].push_back(m_levels.add(std::move(level)));
    }
    for (auto &[series, carried] : found.carried)
        m_carried[series].merge(carried);
    std::move(found.notes.begin(), found.notes.end(), std::back_inserter(notes));
}

std::vector<LevelId> Scope::find(const std::string &origin, const std::string &generation, const Period &period) const
{
    const auto found = m_places.find(placeKey(origin, generation, period.id()));
    return found == m_places.end() ? std::vector<LevelId>() : found->second;
}

std::string Scope::referenceIn(const std::string &series) const
{
    const auto found = m_referenceIn.find(series);
    return found == m_referenceIn.end() ? std::string() : found->second;
}

std::optional<LevelId> Scope::referenceOf(LevelId id) const
{
    const Level &level = m_levels.at(id);
    const std::string reference = referenceIn(level.series);
    if (reference.empty() || level.origin == reference || isEveryone(level.origin))
        return std::nullopt;
    std::optional<LevelId> elsewhere;
    for (const LevelId candidate : find(reference, "total", level.period)) {
        const Level &other = m_levels.at(candidate);
        if (!other.value || other.series != level.series)
            continue;
        if (other.dataset == level.dataset)
            return candidate; // a data set's own reference before that of another one
        if (!elsewhere && m_levels.declared(id, candidate).first != Comparability::No)
            elsewhere = candidate;
    }
    return elsewhere;
}

tl::unexpected<Error> Scope::referenceImpossible(const std::string &reference, const char *reason) const
{
    const auto name = m_names.find(reference);
    const LocalText words = name == m_names.end() ? LocalText{reference, reference} : name->second;
    return fail(ErrorCode::ReferenceImpossible, {{"reference.nl", words.in(Language::Dutch)},
                                                 {"reference.en", words.in(Language::English)},
                                                 {"reason", reason}});
}

Estimate Scope::estimate(const Formula &formula) const
{
    return evenredig::estimate(formula, m_levels, indicator.unit, question.confidence);
}

Judgement Scope::judge(LevelId level) const
{
    return evenredig::judge(Rule::Level, Formula::level(level), m_levels, indicator);
}

void Scope::judge(AnswerRow &row, Rule rule, const Formula &formula) const
{
    const Judgement judgement = evenredig::judge(rule, formula, m_levels, indicator);
    row.assessment = judgement.assessment;
    if (judgement.status != Status::Ok)
        row.status = judgement.status;
}

bool Scope::establishes(const Formula &difference) const
{
    return evenredig::judge(Rule::Difference, difference, m_levels, indicator).assessment.established.value_or(false);
}

Assessment Scope::movement(const Formula &change) const
{
    return evenredig::judge(Rule::Change, change, m_levels, indicator).assessment;
}

bool Scope::hasAny(const std::string &origin) const
{
    return std::any_of(m_levels.all().begin(), m_levels.all().end(),
                       [&](const Level &level) { return level.origin == origin && level.value; });
}

Result<void> Scope::resolveOrigins(const Catalogue &catalogue)
{
    for (const std::string &id : question.origins) {
        if (!catalogue.origin(id))
            return originUnknown(catalogue, id);
    }
    if (question.origins.empty()) {
        origins = catalogue.groupIds();
        const bool anyGroup = std::any_of(origins.begin(), origins.end(),
                                          [this](const std::string &id) { return hasAny(id); });
        // A source that prints the reference only is answered with that, beside the groups that it leaves out.
        for (const std::string &id : catalogue.references()) {
            if (!anyGroup && hasAny(id))
                origins.push_back(id);
        }
        return {};
    }
    for (const Origin &origin : catalogue.origins) { // the fixed order, not the order of asking
        if (contains(question.origins, origin.id))
            origins.push_back(origin.id);
    }
    return {};
}

Result<void> Scope::resolveGenerations(const Catalogue &catalogue)
{
    for (const std::string &id : question.generations) {
        if (!catalogue.generation(id))
            return fail(ErrorCode::GenerationUnknown, {{"generation", id}});
        addOnce(generations, id);
    }
    if (traitsOf(question.ask).bothGenerations && generations.empty())
        generations = {"first", "second"};
    if (!generations.empty())
        return {};
    // Left out means total. A source that prints generations only would then give an empty answer, so there the
    // generations that it has are taken.
    std::set<std::string> available;
    for (const Level &level : m_levels.all()) {
        if (contains(origins, level.origin) && !isReference(level.origin))
            available.insert(level.generation);
    }
    if (available.empty() || available.count("total")) {
        generations = {"total"};
        return {};
    }
    for (const GenerationTerm &term : catalogue.generations) {
        if (available.count(term.id))
            generations.push_back(term.id);
    }
    return {};
}

Result<void> Scope::resolvePeriods()
{
    std::vector<Period> available;
    for (const Level &level : m_levels.all()) {
        if (contains(origins, level.origin))
            addOnce(available, level.period);
    }
    std::sort(available.begin(), available.end(), earlier);
    if (question.periods.empty()) {
        periods = available;
        return available.empty() ? noData(indicator) : Result<void>();
    }
    for (const std::string &id : question.periods) {
        const auto found = std::find_if(available.begin(), available.end(),
                                        [&](const Period &period) { return period.id() == id; });
        if (found == available.end())
            return fail(
                ErrorCode::PeriodUnknown,
                {{"period", id}, {"known", joined(available, [](const Period &period) { return period.id(); })}});
        addOnce(periods, *found);
    }
    std::sort(periods.begin(), periods.end(), earlier);
    return {};
}

/// The reference that was asked for, or for each series the first of the catalogue's order that its data carry.
Result<void> Scope::resolveReferences(const Catalogue &catalogue)
{
    std::vector<std::string> candidates = catalogue.references();
    if (question.reference) {
        const Origin *asked = catalogue.origin(*question.reference);
        if (!asked)
            return originUnknown(catalogue, *question.reference);
        if (asked->role == Origin::Role::Rest)
            return referenceImpossible(asked->id, "rest");
        candidates = {asked->id};
    }
    for (const auto &[series, carried] : m_carried) {
        const auto found = std::find_if(candidates.begin(), candidates.end(),
                                        [&carried = carried](const std::string &id) { return carried.count(id) > 0; });
        if (found != candidates.end())
            m_referenceIn[series] = *found;
    }
    if (m_referenceIn.empty() && question.reference && referenceAbsent == ReferenceAbsent::Refuse)
        return referenceImpossible(*question.reference, "not_in_data");
    if (m_referenceIn.empty() && !question.reference)
        notes.push_back(makeNote("reference_missing"));
    return {};
}

Result<Scope> Scope::resolve(const Workspace &workspace, const Catalogue &catalogue, const Question &question,
                             ReferenceAbsent absent, const Progress &progress)
{
    Scope scope;
    scope.question = question;
    scope.referenceAbsent = absent;
    auto indicator = resolveIndicator(catalogue, question);
    if (!indicator)
        return tl::unexpected<Error>(indicator.error());
    scope.indicator = std::move(*indicator);
    auto datasets = resolveDatasets(workspace, question);
    if (!datasets)
        return tl::unexpected<Error>(datasets.error());
    scope.datasets = std::move(*datasets);
    for (const Origin &origin : catalogue.origins) {
        scope.m_names[origin.id] = origin.name;
        if (origin.kind == Origin::Kind::Reference)
            scope.m_references.insert(origin.id);
        if (origin.role == Origin::Role::Everyone)
            scope.m_everyone = origin.id;
    }
    auto comparability = workspace.comparability();
    if (!comparability)
        return tl::unexpected<Error>(comparability.error());
    scope.m_levels.setComparability(std::move(*comparability));

    Result<Found> found = levelsOfFigures(workspace, scope.indicator, question);
    if (found)
        scope.take(std::move(*found));
    if (found && traitsOf(question.ask).ofPersons) {
        found = levelsOfPersons(workspace, catalogue, scope.indicator, question, progress);
        if (found)
            scope.take(std::move(*found));
    }
    if (!found)
        return tl::unexpected<Error>(found.error());
    if (scope.m_levels.size() == 0)
        return tl::unexpected<Error>(whyNothing(workspace, scope));

    Result<void> done = scope.resolveOrigins(catalogue);
    if (done)
        done = scope.resolveGenerations(catalogue);
    if (done)
        done = scope.resolvePeriods();
    if (done)
        done = scope.resolveReferences(catalogue);
    if (!done)
        return tl::unexpected<Error>(done.error());
    return scope;
}

} // namespace evenredig
