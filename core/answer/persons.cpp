#include "core/answer/persons.h"

#include "core/cells/scan.h"
#include "core/stats/domaintotals.h"

#include <algorithm>
#include <map>
#include <thread>
#include <tuple>

namespace evenredig {

namespace {

/// statistics.md §8: fewer rows than this are shown by nobody.
constexpr std::int64_t fewestShown = 10;
constexpr unsigned mostThreads = 8;

/// A question put to one data set.
struct PersonQuery {
    const MicrodataInfo *info = nullptr;
    const Variable *origin = nullptr, *generation = nullptr, *period = nullptr, *outcome = nullptr;
    CellQuery cells;
    std::vector<bool> valid, counts; ///< of a share, by code of the outcome
};

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
            wanted[code] = number && *number >= condition.low && *number <= condition.high;
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

/// False: the data set lacks the variable, or has no numbers where a range is asked.
bool addConditions(const std::vector<Condition> &conditions, PersonQuery &query)
{
    for (const Condition &condition : conditions) {
        const Variable *variable = query.info->variable(condition.variable);
        if (!variable || !variable->isCoded())
            return false;
        if (condition.kind == Condition::Kind::Between && !hasNumbers(variable->dictionary))
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
        query.counts.push_back(valid && among(measure.in, code));
    }
    query.cells.keys.push_back(query.outcome->name);
    return std::find(query.counts.begin(), query.counts.end(), true) != query.counts.end();
}

std::optional<PersonQuery> queryFor(const MicrodataInfo &info, const Indicator &indicator, const Question &question)
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
    if (!addConditions(indicator.universe, query) || !addConditions(question.where, query))
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

/// Every domain that a row of this origin and generation belongs to.
std::vector<Place> placesOf(const PersonQuery &query, const Cell &cell)
{
    const std::string origin = valueAt(*query.origin, cell.codes[0]);
    const std::string period = valueAt(*query.period, cell.codes[1]);
    const std::string generation = query.generation ? valueAt(*query.generation, cell.codes[2]) : std::string();
    std::vector<Place> places{{origin, period, "total"}};
    // With weights that only hold within an origin, or a sample of some origins, there is no nation to speak of.
    const Design &design = query.info->design;
    if (design.weightScope == WeightScope::Population && design.covers.empty())
        places.push_back({"national", period, "total"});
    if (origin == "none_background" || generation.empty() || generation == "none" || generation == "total")
        return places;
    places.push_back({origin, period, generation});
    if (generation.starts_with("second_"))
        places.push_back({origin, period, "second"});
    return places;
}

using Domains = std::map<Place, DomainTotals>;

int threadCount()
{
    return int(std::clamp(std::thread::hardware_concurrency(), 1u, mostThreads));
}

Result<Domains> shareDomains(const PersonQuery &query, const OpenSegments &open, const Progress &progress)
{
    const Result<CellTable> table = scan(*query.info, query.cells, open, threadCount(), progress);
    if (!table)
        return tl::unexpected<Error>(table.error());
    Domains domains;
    for (const Cell &cell : table->cells) {
        const std::uint32_t outcome = cell.codes.back();
        for (const Place &place : placesOf(query, cell)) {
            if (query.valid[outcome])
                domains[place].addValid(cell, query.counts[outcome] ? cell.weight : 0);
            else
                domains[place].addMissing(cell);
        }
    }
    return domains;
}

Result<Domains> meanDomains(PersonQuery &query, const OpenSegments &open, const Progress &progress, double &y0)
{
    const Result<CellTable> everyone = scan(*query.info, query.cells, open, threadCount(), progress);
    if (!everyone)
        return tl::unexpected<Error>(everyone.error());
    query.cells.outcome = query.outcome->name;
    const Result<CellTable> valid = scan(*query.info, query.cells, open, threadCount(), progress);
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
        }
    }
    return domains;
}

int decimalsOf(Unit unit)
{
    return unit == Unit::Euro || unit == Unit::Count ? 0 : 1;
}

PublishedFigure figureOf(const Place &place, const DomainTotals &totals, double y0, const Indicator &indicator)
{
    PublishedFigure figure;
    figure.computed = true;
    figure.indicator = indicator.id;
    figure.origin = place.origin;
    figure.generation = place.generation;
    figure.universe = indicator.people;
    figure.decimals = decimalsOf(indicator.unit);
    if (totals.n < fewestShown) {
        figure.absence = totals.n == 0 && totals.missing >= fewestShown ? Missing::NotAsked : Missing::Suppressed;
        return figure;
    }
    figure.value = weightedMean(totals, y0);
    figure.n = double(totals.n);
    figure.nEffective = effectiveSize(totals);
    figure.missing = double(totals.missing);
    return figure;
}

Result<void> addFigures(const Workspace &workspace, const DatasetInfo &dataset, PersonQuery query,
                        const Indicator &indicator, const Question &question, const Progress &progress,
                        std::vector<PublishedFigure> &figures)
{
    const OpenSegments open = [&workspace] { return workspace.openSegments(); };
    double y0 = 0;
    const Result<Domains> domains = indicator.measure.kind == Measure::Kind::Mean
                                        ? meanDomains(query, open, progress, y0)
                                        : shareDomains(query, open, progress);
    if (!domains)
        return tl::unexpected<Error>(domains.error());
    for (const auto &[place, totals] : *domains) {
        const std::optional<Period> period = Period::parse(place.period);
        if (!period || place.origin.empty())
            return fail(ErrorCode::WorkspaceDamaged, {{"file", workspace.path()}, {"reason", dataset.id + ": period"}});
        PublishedFigure figure = figureOf(place, totals, y0, indicator);
        figure.period = *period;
        figure.dataset = dataset.id;
        figure.classification = dataset.classification;
        figure.where = canonicalJson(question.where);
        figure.sourceKind = dataset.kind == DatasetKind::Register ? SourceKind::Register : SourceKind::Survey;
        figures.push_back(std::move(figure));
    }
    return {};
}

template<class Item>
void addOnce(std::vector<Item> &list, const Item &item)
{
    if (std::find(list.begin(), list.end(), item) == list.end())
        list.push_back(item);
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

void addCoverage(const PersonQuery &query, IndicatorCoverage &coverage)
{
    addOnce(coverage.datasets, query.info->dataset);
    addOnce(coverage.generations, std::string("total"));
    for (const std::string &origin : valuesOf(*query.origin))
        addOnce(coverage.origins, origin);
    if (query.info->design.weightScope == WeightScope::Population && query.info->design.covers.empty())
        addOnce(coverage.origins, std::string("national"));
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
                addCoverage(*query, coverage);
        }
        std::sort(coverage.periods.begin(), coverage.periods.end(), earlier);
        if (!coverage.datasets.empty())
            coverages.push_back(std::move(coverage));
    }
    return coverages;
}

Result<std::vector<PublishedFigure>> personFigures(const Workspace &workspace, const Indicator &indicator,
                                                   const Question &question, const Progress &progress)
{
    std::vector<PublishedFigure> figures;
    const Result<std::vector<MicrodataInfo>> all = workspace.microdata();
    if (!all)
        return tl::unexpected<Error>(all.error());
    if (all->empty())
        return figures;
    const Result<std::vector<DatasetRecord>> records = workspace.datasets();
    if (!records)
        return tl::unexpected<Error>(records.error());
    for (const DatasetRecord &record : *records) {
        const auto info = std::find_if(all->begin(), all->end(),
                                       [&record](const MicrodataInfo &one) { return one.dataset == record.info.id; });
        const std::vector<std::string> &asked = question.datasets;
        if (info == all->end()
            || (!asked.empty() && std::find(asked.begin(), asked.end(), record.info.id) == asked.end()))
            continue;
        const std::optional<PersonQuery> query = queryFor(*info, indicator, question);
        if (!query)
            continue;
        Result<void> added = addFigures(workspace, record.info, *query, indicator, question, progress, figures);
        if (!added)
            return tl::unexpected<Error>(added.error());
    }
    return figures;
}

Result<bool> personsCanAnswer(const Workspace &workspace, const Indicator &indicator, const Question &question)
{
    const Result<std::vector<MicrodataInfo>> all = workspace.microdata();
    if (!all)
        return tl::unexpected<Error>(all.error());
    return std::any_of(all->begin(), all->end(),
                       [&](const MicrodataInfo &info) { return queryFor(info, indicator, question).has_value(); });
}

} // namespace evenredig
