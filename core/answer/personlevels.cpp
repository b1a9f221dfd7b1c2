// Levels of persons: question → cells → totals of each domain.
#include "core/answer/levelmakers.h"

#include "core/base/text.h"
#include "core/base/threads.h"
#include "core/cells/scan.h"
#include "core/stats/domaintotals.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace evenredig {

namespace {

/// statistics.md §8: fewer rows than this are shown by nobody.
constexpr std::int64_t fewestShown = 10;
constexpr int mostThreads = 8;
constexpr std::size_t mostCodesNamed = 12;

/// A question put to one data set.
struct PersonQuery {
    const MicrodataInfo *info = nullptr;
    const Variable *origin = nullptr, *generation = nullptr, *period = nullptr, *outcome = nullptr;
    std::string everyone, withoutBackground; ///< origins by their role
    CellQuery cells;
    std::vector<bool> valid, counts, missing; ///< of a share, by code of the outcome; outside `of` a code is neither
};

/// On an ordered scale, both ends included; false where a code or an end has no place on it.
bool isBetween(const Dictionary &dictionary, std::uint32_t code, const Condition &condition)
{
    const auto placeOf = [&](const std::string &end) -> std::optional<int> {
        const std::optional<std::uint32_t> found = dictionary.find(end);
        return found ? dictionary.order(*found) : std::nullopt;
    };
    const std::optional<int> first = placeOf(condition.first), last = placeOf(condition.last),
                             place = dictionary.order(code);
    return first && last && place && *place >= *first && *place <= *last;
}

std::vector<bool> codesMeeting(const Dictionary &dictionary, const Condition &condition)
{
    std::vector<bool> wanted(dictionary.size(), false);
    for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
        if (dictionary.isMissing(code))
            continue; // a missing value fails every condition
        const bool listed = std::find(condition.codes.begin(), condition.codes.end(), dictionary.value(code))
                            != condition.codes.end();
        const std::optional<double> number = dictionary.number(code);
        switch (condition.kind) {
        case Condition::Kind::In: wanted[code] = listed; break;
        case Condition::Kind::NotIn: wanted[code] = !listed; break;
        case Condition::Kind::Between:
            wanted[code] = condition.betweenCodes() ? isBetween(dictionary, code, condition)
                                                    : number && *number >= condition.low && *number <= condition.high;
            break;
        }
    }
    return wanted;
}

bool hasNumbers(const Dictionary &dictionary)
{
    for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
        if (dictionary.number(code))
            return true;
    }
    return false;
}

/// A range needs numbers, or an ordered scale that has both its ends.
bool canRange(const Dictionary &dictionary, const Condition &condition)
{
    if (!condition.betweenCodes())
        return hasNumbers(dictionary);
    for (const std::string &end : {condition.first, condition.last}) {
        const std::optional<std::uint32_t> code = dictionary.find(end);
        if (!code || !dictionary.order(*code))
            return false;
    }
    return true;
}

/// False: the data set lacks the variable, or has no numbers where a range is asked.
bool addConditions(const std::vector<Condition> &conditions, PersonQuery &query)
{
    for (const Condition &condition : conditions) {
        const Variable *variable = query.info->variable(condition.variable);
        if (!variable || !variable->isCoded())
            return false;
        if (condition.kind == Condition::Kind::Between && !canRange(variable->dictionary, condition))
            return false;
        query.cells.filters.push_back({variable->name, codesMeeting(variable->dictionary, condition)});
    }
    return true;
}

/// False: none of the codes that count ever occurs, so the variable is coded in another way.
bool addShare(const Measure &measure, PersonQuery &query)
{
    const Dictionary &dictionary = query.outcome->dictionary;
    const auto among = [&dictionary](const std::vector<std::string> &codes, std::uint32_t code) {
        return std::find(codes.begin(), codes.end(), dictionary.value(code)) != codes.end();
    };
    for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
        const bool valid = !dictionary.isMissing(code) && (measure.of.empty() || among(measure.of, code));
        query.valid.push_back(valid);
        query.missing.push_back(dictionary.isMissing(code));
        query.counts.push_back(valid && among(measure.in, code));
    }
    query.cells.keys.push_back(query.outcome->name);
    return std::find(query.counts.begin(), query.counts.end(), true) != query.counts.end();
}

std::optional<PersonQuery> queryFor(const MicrodataInfo &info, const Indicator &indicator,
                                    const std::vector<Condition> &where)
{
    const Measure &measure = indicator.measure;
    const bool mean = measure.kind == Measure::Kind::Mean;
    if (!mean && measure.kind != Measure::Kind::Share)
        return std::nullopt;
    PersonQuery query;
    query.info = &info;
    query.origin = info.variable("origin");
    query.period = info.variable("period");
    query.generation = info.variable("generation");
    query.outcome = info.variable(measure.variable);
    if (!query.origin || !query.period || !query.outcome || !query.outcome->isCoded())
        return std::nullopt;
    query.cells.keys = {"origin", "period"};
    if (query.generation)
        query.cells.keys.emplace_back("generation");
    query.cells.weighted = info.variable(weightVariable) != nullptr;
    if (!addConditions(indicator.universe, query) || !addConditions(where, query))
        return std::nullopt;
    if (mean ? !hasNumbers(query.outcome->dictionary) : !addShare(measure, query))
        return std::nullopt;
    return query;
}

/// What a cell is about: (origin, period, generation); "" where the data do not know.
struct Place {
    std::string origin, period, generation;
    bool operator<(const Place &other) const
    {
        return std::tie(origin, period, generation) < std::tie(other.origin, other.period, other.generation);
    }
};

std::string valueAt(const Variable &variable, std::uint32_t code)
{
    return variable.dictionary.isMissing(code) ? std::string() : std::string(variable.dictionary.value(code));
}

bool carriesEveryone(const MicrodataInfo &info)
{
    return info.design.weightScope == WeightScope::Population && info.design.covers.empty();
}

/// Every domain that a row of this origin and generation belongs to.
std::vector<Place> placesOf(const PersonQuery &query, const Cell &cell)
{
    const std::string origin = valueAt(*query.origin, cell.codes[0]);
    const std::string period = valueAt(*query.period, cell.codes[1]);
    const std::string generation = query.generation ? valueAt(*query.generation, cell.codes[2]) : std::string();
    std::vector<Place> places{{origin, period, "total"}};
    // With weights that only hold within an origin, or a sample of some origins, there is no nation to speak of.
    if (carriesEveryone(*query.info))
        places.push_back({query.everyone, period, "total"});
    if (origin == query.withoutBackground || generation.empty() || generation == "none" || generation == "total")
        return places;
    places.push_back({origin, period, generation});
    if (generation.starts_with("second_"))
        places.push_back({origin, period, "second"});
    return places;
}

using Domains = std::map<Place, DomainTotals>;

Result<Domains> shareDomains(const PersonQuery &query, const OpenSegments &open, const Progress &progress)
{
    const Result<CellTable> table = scan(*query.info, query.cells, open, threadCount(mostThreads), progress);
    if (!table)
        return tl::unexpected<Error>(table.error());
    Domains domains;
    for (const Cell &cell : table->cells) {
        const std::uint32_t outcome = cell.codes.back();
        for (const Place &place : placesOf(query, cell)) {
            if (query.valid[outcome])
                domains[place].addValid(cell, query.counts[outcome] ? cell.weight : 0);
            else if (query.missing[outcome])
                domains[place].addMissing(cell);
        }
    }
    return domains;
}

Result<Domains> meanDomains(PersonQuery &query, const OpenSegments &open, const Progress &progress, double &y0)
{
    const Result<CellTable> everyone = scan(*query.info, query.cells, open, threadCount(mostThreads), progress);
    if (!everyone)
        return tl::unexpected<Error>(everyone.error());
    query.cells.outcome = query.outcome->name;
    const Result<CellTable> valid = scan(*query.info, query.cells, open, threadCount(mostThreads), progress);
    if (!valid)
        return tl::unexpected<Error>(valid.error());
    y0 = valid->y0;
    Domains domains;
    for (const Cell &cell : everyone->cells) {
        for (const Place &place : placesOf(query, cell))
            domains[place].addMissing(cell);
    }
    for (const Cell &cell : valid->cells) {
        for (const Place &place : placesOf(query, cell)) {
            domains[place].addValid(cell, cell.wy);
            domains[place].missing -= cell.n;
            domains[place].missingWeight -= cell.weight;
        }
    }
    return domains;
}

int decimalsOf(Unit unit)
{
    return unit == Unit::Euro || unit == Unit::Count ? 0 : 1;
}

std::vector<std::string> valuesOf(const Variable &variable)
{
    std::vector<std::string> values;
    for (std::uint32_t code = 0; code < variable.dictionary.size(); ++code) {
        if (!variable.dictionary.isMissing(code))
            values.emplace_back(variable.dictionary.value(code));
    }
    return values;
}

/// The origins that the data set has, whatever the question's conditions leave of them.
void addCarried(const PersonQuery &query, std::set<std::string> &carried)
{
    for (const std::string &origin : valuesOf(*query.origin))
        carried.insert(origin);
    if (carriesEveryone(*query.info))
        carried.insert(query.everyone);
}

/// A number that rests on too few rows is none: who asks for it learns why, and nothing else.
void addNumber(Level &level, const DomainTotals &totals, double y0, const Indicator &indicator)
{
    if (totals.n < fewestShown) {
        level.absence = totals.n == 0 && totals.missing >= fewestShown ? Missing::NotAsked : Missing::Suppressed;
        return;
    }
    level.n = double(totals.n);
    level.missing = double(totals.missing);
    if (totals.n < indicator.minimumN) {
        level.absence = Missing::TooFew;
        return;
    }
    level.value = weightedMean(totals, y0);
    level.nEffective = effectiveSize(totals);
    level.missingShare = totals.missingWeight / (totals.missingWeight + totals.weight);
}

Level levelOf(const Place &place, const DatasetInfo &dataset, const Indicator &indicator)
{
    Level level;
    level.origin = place.origin;
    level.generation = place.generation;
    level.dataset = dataset.id;
    level.classification = dataset.classification;
    level.sourceKind = dataset.kind == DatasetKind::Register ? SourceKind::Register : SourceKind::Survey;
    level.computed = true;
    level.series = seriesOf(level);
    level.decimals = decimalsOf(indicator.unit);
    return level;
}

/// Under a condition nobody at all and very few look alike: that there are none is told of persons too (statistics.md §8).
void addEmptyPlaces(const PersonQuery &query, Domains &domains)
{
    std::set<std::string> origins;
    addCarried(query, origins);
    std::vector<std::string> generations{"total"};
    for (const std::string &generation : query.generation ? valuesOf(*query.generation) : std::vector<std::string>()) {
        addOnce(generations, generation);
        if (generation.starts_with("second_"))
            addOnce(generations, std::string("second"));
    }
    for (const std::string &origin : origins) {
        const bool whole = origin == query.everyone || origin == query.withoutBackground;
        for (const std::string &period : valuesOf(*query.period)) {
            for (const std::string &generation : whole ? std::vector<std::string>{"total"} : generations) {
                if (generation != "none")
                    domains[{origin, period, generation}];
            }
        }
    }
}

Result<void> addLevels(const Workspace &workspace, const DatasetInfo &dataset, PersonQuery query,
                       const Indicator &indicator, bool filtered, const Progress &progress, Found &found)
{
    const OpenSegments open = [&workspace] { return workspace.openSegments(); };
    double y0 = 0;
    Result<Domains> domains = indicator.measure.kind == Measure::Kind::Mean ? meanDomains(query, open, progress, y0)
                                                                            : shareDomains(query, open, progress);
    if (!domains)
        return tl::unexpected<Error>(domains.error());
    if (filtered)
        addEmptyPlaces(query, *domains);
    for (const auto &[place, totals] : *domains) {
        const std::optional<Period> period = Period::parse(place.period);
        if (!period || place.origin.empty())
            return fail(ErrorCode::WorkspaceDamaged, {{"file", workspace.path()}, {"reason", dataset.id + ": period"}});
        Level level = levelOf(place, dataset, indicator);
        level.period = *period;
        addNumber(level, totals, y0, indicator);
        addCarried(query, found.carried[level.series]);
        found.levels.push_back(std::move(level));
    }
    return {};
}

PersonQuery withRoles(PersonQuery query, const Catalogue &catalogue)
{
    if (const Origin *everyone = catalogue.originWithRole(Origin::Role::Everyone))
        query.everyone = everyone->id;
    if (const Origin *withoutBackground = catalogue.originWithRole(Origin::Role::WithoutBackground))
        query.withoutBackground = withoutBackground->id;
    return query;
}

void addCoverage(const PersonQuery &query, IndicatorCoverage &coverage)
{
    addOnce(coverage.datasets, query.info->dataset);
    addOnce(coverage.generations, std::string("total"));
    std::set<std::string> carried;
    addCarried(query, carried);
    for (const std::string &origin : carried)
        addOnce(coverage.origins, origin);
    for (const std::string &generation : query.generation ? valuesOf(*query.generation) : std::vector<std::string>())
        addOnce(coverage.generations, generation);
    for (const std::string &id : valuesOf(*query.period)) {
        if (const std::optional<Period> period = Period::parse(id))
            addOnce(coverage.periods, *period);
    }
}

} // namespace

Result<std::vector<IndicatorCoverage>> personsCoverage(const Workspace &workspace, const Catalogue &catalogue)
{
    const Result<std::vector<MicrodataInfo>> all = workspace.microdata();
    if (!all)
        return tl::unexpected<Error>(all.error());
    std::vector<IndicatorCoverage> coverages;
    for (const Indicator &indicator : catalogue.indicators) {
        IndicatorCoverage coverage;
        coverage.indicator = indicator.id;
        coverage.personsOnly = true;
        for (const MicrodataInfo &info : *all) {
            if (const std::optional<PersonQuery> query = queryFor(info, indicator, {}))
                addCoverage(withRoles(*query, catalogue), coverage);
        }
        std::sort(coverage.periods.begin(), coverage.periods.end(), earlier);
        if (!coverage.datasets.empty())
            coverages.push_back(std::move(coverage));
    }
    return coverages;
}

Result<Found> levelsOfPersons(const Workspace &workspace, const Catalogue &catalogue, const Indicator &indicator,
                              const Question &question, const Progress &progress)
{
    Found found;
    const Result<std::vector<MicrodataInfo>> all = workspace.microdata();
    if (!all)
        return tl::unexpected<Error>(all.error());
    const Result<std::vector<DatasetRecord>> records = workspace.datasets();
    if (!records)
        return tl::unexpected<Error>(records.error());
    for (const DatasetRecord &record : *records) {
        const auto info = std::find_if(all->begin(), all->end(),
                                       [&record](const MicrodataInfo &one) { return one.dataset == record.info.id; });
        if (info == all->end() || (!question.datasets.empty() && !contains(question.datasets, record.info.id)))
            continue;
        const std::optional<PersonQuery> query = queryFor(*info, indicator, question.where);
        if (!query)
            continue;
        const Result<void> added = addLevels(workspace, record.info, withRoles(*query, catalogue), indicator,
                                             !question.where.empty(), progress, found);
        if (!added)
            return tl::unexpected<Error>(added.error());
    }
    return found;
}

Result<bool> personsCanAnswer(const Workspace &workspace, const Indicator &indicator, const Question &question)
{
    const Result<std::vector<MicrodataInfo>> all = workspace.microdata();
    if (!all)
        return tl::unexpected<Error>(all.error());
    return std::any_of(all->begin(), all->end(), [&](const MicrodataInfo &info) {
        return queryFor(info, indicator, question.where).has_value();
    });
}

namespace {

/// What the data sets of persons have of a variable, and which variables there are.
struct KnownValues {
    std::vector<std::string> variables, values;
};

KnownValues knownValues(const std::vector<MicrodataInfo> &all, const std::string &name)
{
    KnownValues known;
    for (const MicrodataInfo &info : all) {
        for (const Variable &variable : info.variables) {
            if (!variable.name.starts_with('@') && variable.isCoded())
                addOnce(known.variables, variable.name);
            for (const std::string &value : variable.name == name ? valuesOf(variable) : std::vector<std::string>())
                addOnce(known.values, value);
        }
    }
    return known;
}

} // namespace

Result<void> checkConditions(const Workspace &workspace, const Question &question)
{
    const Result<std::vector<MicrodataInfo>> all = workspace.microdata();
    if (!all)
        return tl::unexpected<Error>(all.error());
    for (const Condition &condition : all->empty() ? std::vector<Condition>() : question.where) {
        const KnownValues known = knownValues(*all, condition.variable);
        if (!contains(known.variables, condition.variable))
            return fail(ErrorCode::VariableUnknown, {{"variable", condition.variable},
                                                     {"nearest", nearestWord(condition.variable, known.variables)}});
        std::vector<std::string> codes = condition.codes;
        if (condition.betweenCodes())
            codes = {condition.first, condition.last};
        for (const std::string &code : codes) {
            if (!contains(known.values, code))
                return fail(ErrorCode::CodeUnknown, {{"variable", condition.variable},
                                                     {"code", code},
                                                     {"known", joinedFirst(known.values, mostCodesNamed)}});
        }
    }
    return {};
}

} // namespace evenredig
