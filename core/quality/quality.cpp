#include "core/quality/quality.h"

#include "core/cells/scan.h"
#include "core/quality/usability.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace evenredig {

namespace {

/// A variable of more codes is not crossed with origin and generation; its missing rows are filtered out instead.
constexpr std::size_t mostCrossedCodes = 4'096;
/// Longer lists are numbers or free text, which differ between any two waves.
constexpr std::size_t longestCodeList = 200;

struct GroupKey {
    std::string period, origin, generation;
    bool operator<(const GroupKey &other) const
    {
        return std::tie(period, origin, generation) < std::tie(other.period, other.origin, other.generation);
    }
};

/// GroupSums of a group, of which Kish's measures are made: n Σw² / (Σw)².
struct GroupSums {
    std::int64_t n = 0;
    double weight = 0, squared = 0;
    void add(const Cell &cell)
    {
        n += cell.n;
        weight += cell.weight;
        squared += cell.squaredWeight;
    }
};

struct Extremes {
    std::optional<double> least, most;
    std::int64_t extreme = 0;
    void add(double weight, double limit)
    {
        least = std::min(least.value_or(weight), weight);
        most = std::max(most.value_or(weight), weight);
        extreme += weight > limit ? 1 : 0;
    }
    void add(const Extremes &other)
    {
        if (other.least)
            least = std::min(least.value_or(*other.least), *other.least);
        if (other.most)
            most = std::max(most.value_or(*other.most), *other.most);
        extreme += other.extreme;
    }
};

QualityGroup groupOf(const GroupKey &key, const GroupSums &sums, bool weighted)
{
    QualityGroup group;
    group.period = key.period;
    group.origin = key.origin;
    group.generation = key.generation;
    group.n = sums.n;
    group.weight = sums.weight;
    if (!weighted || !(sums.weight > 0))
        return group;
    group.nEffective = sums.weight * sums.weight / sums.squared;
    group.designEffect = double(sums.n) / *group.nEffective;
    group.cv = std::sqrt(std::max(0.0, *group.designEffect - 1));
    return group;
}

/// Goes over one data set: first its counts and weights, then what is missing, variable by variable.
class QualityRun {
public:
    QualityRun(const Workspace &workspace, const MicrodataInfo &info, const Catalogue &catalogue, int threads,
               const Progress &progress)
        : m_info(info), m_catalogue(catalogue), m_threads(threads), m_progress(progress)
    {
        m_open = [&workspace] { return workspace.openSegments(); };
        for (const char *name : {"origin", "generation", "period"}) {
            if (info.variable(name))
                m_keys.emplace_back(name);
        }
        m_weighted = info.variable(weightVariable) != nullptr;
        for (const Variable &variable : info.variables)
            m_steps += isCounted(variable) ? 1 : 0;
    }

    Result<void> run(DatasetQuality &quality)
    {
        quality.weighted = m_weighted;
        Result<void> done = countGroups();
        if (done && m_weighted)
            done = readWeights();
        if (!done)
            return done;
        takeGroups(quality);
        double values = 0;
        double missing = 0;
        for (const Variable &variable : m_info.variables) {
            if (!isCounted(variable))
                continue;
            Result<QualityMissing> counted = countMissing(variable);
            if (!counted)
                return tl::unexpected<Error>(counted.error());
            values += double(counted->rows);
            missing += double(counted->missing);
            quality.missing.push_back(std::move(*counted));
        }
        quality.missingShare = values > 0 ? missing / values : 0;
        return {};
    }

private:
    [[nodiscard]] static bool isCounted(const Variable &variable)
    {
        return !variable.real && !variable.name.starts_with('@') && variable.name != "origin"
               && variable.name != "generation" && variable.name != "period" && variable.dictionary.size() > 0;
    }

    [[nodiscard]] Result<CellTable> cells(CellQuery query)
    {
        query.weighted = m_weighted;
        if (m_progress.cancelled())
            return fail(ErrorCode::Cancelled);
        Progress quiet;
        quiet.stop = m_progress.stop;
        Result<CellTable> table = scan(m_info, query, m_open, m_threads, quiet);
        step();
        return table;
    }

    void step() { m_progress.at(std::min(1.0, double(++m_done) / double(m_steps))); }

    /// The value of a key of a cell; "" of one that the data set does not have or that is missing.
    [[nodiscard]] std::string valueOf(const CellTable &table, const Cell &cell, std::string_view name) const
    {
        for (std::size_t i = 0; i < table.keys.size(); ++i) {
            if (table.keys[i] != name)
                continue;
            const Dictionary &dictionary = m_info.variable(name)->dictionary;
            return dictionary.isMissing(cell.codes[i]) ? std::string() : std::string(dictionary.value(cell.codes[i]));
        }
        return {};
    }

    Result<void> countGroups()
    {
        const Result<CellTable> table = cells({m_keys, {}, m_weighted, {}});
        if (!table)
            return tl::unexpected<Error>(table.error());
        for (const Cell &cell : table->cells) {
            const std::string period = valueOf(*table, cell, "period");
            const std::string origin = valueOf(*table, cell, "origin");
            const std::string generation = valueOf(*table, cell, "generation");
            for (const std::string &when : {std::string(), period}) {
                m_sums[{when, origin, "total"}].add(cell);
                if (!generation.empty())
                    m_sums[{when, origin, generation}].add(cell);
                if (period.empty())
                    break;
            }
            m_all.add(cell);
        }
        return {};
    }

    /// Weights themselves stand in no cell, so least, most and extremes take one more pass over that column alone.
    Result<void> readWeights()
    {
        Result<std::unique_ptr<SegmentSource>> source = m_open();
        if (!source)
            return tl::unexpected<Error>(source.error());
        std::map<std::vector<std::uint32_t>, std::pair<double, Extremes>> byCodes; // limit and extremes by key codes
        for (std::size_t segment = 0; segment < segmentCount(m_info.rows); ++segment) {
            if (m_progress.cancelled())
                return fail(ErrorCode::Cancelled);
            if (Result<void> read = readSegment(**source, segment, byCodes); !read)
                return read;
        }
        for (const auto &one : byCodes)
            spread(one.first, one.second.second);
        step();
        return {};
    }

    Result<void> readSegment(SegmentSource &source, std::size_t segment,
                             std::map<std::vector<std::uint32_t>, std::pair<double, Extremes>> &byCodes)
    {
        std::vector<Codes> keys;
        for (const std::string &name : m_keys) {
            Result<ColumnValues> values = source.read(*m_info.variable(name), segment);
            if (!values)
                return tl::unexpected<Error>(values.error());
            keys.push_back(std::move(std::get<Codes>(*values)));
        }
        const Result<ColumnValues> values = source.read(*m_info.variable(weightVariable), segment);
        if (!values)
            return tl::unexpected<Error>(values.error());
        const Reals *weights = std::get_if<Reals>(&*values);
        std::vector<std::uint32_t> codes(keys.size());
        for (std::size_t row = 0; weights && row < weights->size(); ++row) {
            for (std::size_t i = 0; i < keys.size(); ++i)
                codes[i] = keys[i].at(row);
            auto place = byCodes.find(codes);
            if (place == byCodes.end())
                place = byCodes.emplace(codes, std::make_pair(limitFor(codes), Extremes())).first;
            place->second.second.add((*weights)[row], place->second.first);
        }
        return {};
    }

    [[nodiscard]] GroupKey keyOf(const std::vector<std::uint32_t> &codes) const
    {
        GroupKey key;
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            const Dictionary &dictionary = m_info.variable(m_keys[i])->dictionary;
            const std::string value(dictionary.isMissing(codes[i]) ? std::string_view() : dictionary.value(codes[i]));
            (m_keys[i] == "origin" ? key.origin : m_keys[i] == "period" ? key.period : key.generation) = value;
        }
        return key;
    }

    [[nodiscard]] double limitFor(const std::vector<std::uint32_t> &codes) const
    {
        const GroupKey key = keyOf(codes);
        const auto sums = m_sums.find({key.period, key.origin, "total"});
        return sums == m_sums.end() ? 0 : extremeWeightFactor * sums->second.weight / double(sums->second.n);
    }

    void spread(const std::vector<std::uint32_t> &codes, const Extremes &extremes)
    {
        const GroupKey key = keyOf(codes);
        for (const std::string &when : {std::string(), key.period}) {
            m_extremes[{when, key.origin, "total"}].add(extremes);
            if (!key.generation.empty())
                m_extremes[{when, key.origin, key.generation}].add(extremes);
            if (key.period.empty())
                break;
        }
        m_allExtremes.add(extremes);
    }

    void takeGroups(DatasetQuality &quality) const
    {
        const auto withExtremes = [](QualityGroup group, const Extremes &extremes) {
            group.least = extremes.least;
            group.most = extremes.most;
            group.extreme = extremes.extreme;
            return group;
        };
        std::set<std::string> periods;
        for (const auto &one : m_sums) {
            QualityGroup group = groupOf(one.first, one.second, m_weighted);
            const auto extremes = m_extremes.find(one.first);
            if (extremes != m_extremes.end())
                group = withExtremes(std::move(group), extremes->second);
            const auto whole = m_sums.find({one.first.period, one.first.origin, "total"});
            if (m_weighted && !one.first.period.empty())
                group.extremeLimit = extremeWeightFactor * whole->second.weight / double(whole->second.n);
            if (!one.first.period.empty())
                periods.insert(one.first.period);
            quality.groups.push_back(std::move(group));
        }
        quality.periods.assign(periods.begin(), periods.end());
        std::sort(quality.periods.begin(), quality.periods.end(), [](const std::string &a, const std::string &b) {
            const std::optional<Period> first = Period::parse(a), second = Period::parse(b);
            return first && second ? earlier(*first, *second) : a < b;
        });
        std::sort(quality.groups.begin(), quality.groups.end(),
                  [this](const QualityGroup &a, const QualityGroup &b) { return placeOf(a) < placeOf(b); });
        quality.all = withExtremes(groupOf({}, m_all, m_weighted), m_allExtremes);
    }

    [[nodiscard]] std::tuple<std::string, int, std::string, bool, std::string> placeOf(const QualityGroup &group) const
    {
        const Origin *origin = m_catalogue.origin(group.origin);
        return {group.period, origin ? origin->order : 1000, group.origin, group.generation != "total",
                group.generation};
    }

    Result<QualityMissing> countMissing(const Variable &variable)
    {
        QualityMissing counted;
        counted.variable = variable.name;
        counted.label = variable.label;
        counted.rows = m_info.rows;
        const bool anyMissing = variable.dictionary.validCount() < variable.dictionary.size();
        if (!anyMissing) {
            step();
            return counted;
        }
        const Result<void> done = variable.dictionary.size() <= mostCrossedCodes ? countCrossed(variable, counted)
                                                                                 : countFiltered(variable, counted);
        if (!done)
            return tl::unexpected<Error>(done.error());
        counted.weightedShare = m_all.weight > 0 ? counted.weightedShare / m_all.weight : 0;
        addRows(counted);
        return counted;
    }

    [[nodiscard]] std::vector<std::string> groupKeys() const
    {
        std::vector<std::string> keys = m_keys;
        std::erase(keys, "period");
        return keys;
    }

    Result<void> countCrossed(const Variable &variable, QualityMissing &counted)
    {
        CellQuery query{groupKeys(), {}, m_weighted, {}};
        query.keys.push_back(variable.name);
        const Result<CellTable> table = cells(std::move(query));
        if (!table)
            return tl::unexpected<Error>(table.error());
        for (const Cell &cell : table->cells) {
            if (const std::optional<Missing> reason = variable.dictionary.missing(cell.codes.back()))
                addMissing(counted, *table, cell, *reason);
        }
        return {};
    }

    /// One scan for each reason, over only the rows that lack a value for it.
    Result<void> countFiltered(const Variable &variable, QualityMissing &counted)
    {
        std::map<Missing, std::vector<bool>> reasons;
        for (std::uint32_t code = 0; code < variable.dictionary.size(); ++code) {
            if (const std::optional<Missing> reason = variable.dictionary.missing(code)) {
                std::vector<bool> &wanted = reasons[*reason];
                wanted.resize(variable.dictionary.size(), false);
                wanted[code] = true;
            }
        }
        for (const auto &one : reasons) {
            const Result<CellTable> table = cells({groupKeys(), {{variable.name, one.second}}, m_weighted, {}});
            if (!table)
                return tl::unexpected<Error>(table.error());
            for (const Cell &cell : table->cells)
                addMissing(counted, *table, cell, one.first);
        }
        return {};
    }

    void addMissing(QualityMissing &counted, const CellTable &table, const Cell &cell, Missing reason) const
    {
        counted.missing += cell.n;
        counted.weightedShare += cell.weight; // divided by Σw at the end
        counted.reasons[reason] += cell.n;
        const std::string origin = valueOf(table, cell, "origin");
        const std::string generation = valueOf(table, cell, "generation");
        for (const std::string &part : {std::string("total"), generation}) {
            if (part.empty())
                continue;
            const auto found = std::find_if(counted.groups.begin(), counted.groups.end(), [&](const auto &group) {
                return group.origin == origin && group.generation == part;
            });
            if (found == counted.groups.end())
                counted.groups.push_back({origin, part, 0, cell.n});
            else
                found->missing += cell.n;
        }
    }

    void addRows(QualityMissing &counted) const
    {
        for (QualityMissing::Group &group : counted.groups) {
            const auto sums = m_sums.find({"", group.origin, group.generation});
            group.rows = sums == m_sums.end() ? 0 : sums->second.n;
        }
        std::sort(counted.groups.begin(), counted.groups.end(), [](const auto &a, const auto &b) {
            return std::tie(a.origin, a.generation) < std::tie(b.origin, b.generation);
        });
    }

    const MicrodataInfo &m_info;
    const Catalogue &m_catalogue;
    int m_threads;
    const Progress &m_progress;
    OpenSegments m_open;
    std::vector<std::string> m_keys;
    bool m_weighted = false;
    long m_steps = 2, m_done = 0;
    std::map<GroupKey, GroupSums> m_sums;
    std::map<GroupKey, Extremes> m_extremes;
    GroupSums m_all;
    Extremes m_allExtremes;
};

/// The values of a variable, and the source's own codes of what is missing.
std::optional<std::set<std::string>> codeList(const Variable &variable)
{
    std::set<std::string> values;
    std::size_t numbers = 0;
    if (variable.real || variable.dictionary.size() == 0 || variable.dictionary.size() > longestCodeList)
        return std::nullopt;
    for (std::uint32_t code = 0; code < variable.dictionary.size(); ++code) {
        numbers += variable.dictionary.number(code) ? 1 : 0;
        if (!variable.dictionary.value(code).empty())
            values.insert(std::string(variable.dictionary.value(code)));
    }
    return numbers > 20 ? std::nullopt : std::optional(values);
}

void compareCodes(DatasetQuality &quality, const MicrodataInfo &info, const MicrodataInfo &previous)
{
    quality.previous = previous.dataset;
    for (const Variable &variable : info.variables) {
        const Variable *before = previous.variable(variable.name);
        if (!before || variable.name.starts_with('@') || variable.name == "period")
            continue;
        const std::optional<std::set<std::string>> now = codeList(variable), then = codeList(*before);
        if (!now || !then || *now == *then)
            continue;
        CodeListChange change{variable.name, variable.label, previous.dataset, {}, {}};
        std::set_difference(now->begin(), now->end(), then->begin(), then->end(), std::back_inserter(change.added));
        std::set_difference(then->begin(), then->end(), now->begin(), now->end(), std::back_inserter(change.gone));
        quality.changes.push_back(std::move(change));
    }
}

Result<DatasetRecord> recordOf(const Workspace &workspace, const std::string &dataset)
{
    const Result<std::vector<DatasetRecord>> records = workspace.datasets();
    if (!records)
        return tl::unexpected<Error>(records.error());
    std::string known;
    for (const DatasetRecord &record : *records) {
        if (record.info.id == dataset)
            return record;
        known += (known.empty() ? "" : ", ") + record.info.id;
    }
    return fail(ErrorCode::DatasetUnknown, {{"dataset", dataset}, {"known", known}});
}

} // namespace

Result<DatasetQuality> datasetQuality(const Workspace &workspace, const std::string &dataset, int threads,
                                      const Progress &progress)
{
    const Result<DatasetRecord> record = recordOf(workspace, dataset);
    if (!record)
        return tl::unexpected<Error>(record.error());
    const Result<std::vector<MicrodataInfo>> sets = workspace.microdata();
    const Result<Catalogue> catalogue = workspace.catalogue();
    if (!sets || !catalogue)
        return tl::unexpected<Error>(sets ? catalogue.error() : sets.error());
    const auto info = std::find_if(sets->begin(), sets->end(),
                                   [&dataset](const MicrodataInfo &one) { return one.dataset == dataset; });
    if (info == sets->end())
        return fail(ErrorCode::FormatWrong, {{"file", workspace.path()},
                                             {"expected", "\"kind\": \"survey\", \"register\""},
                                             {"found", "\"kind\": \"published\" (" + dataset + ")"}});
    DatasetQuality quality;
    quality.dataset = dataset;
    quality.title = record->info.title;
    quality.classification = record->info.classification;
    quality.counts = record->counts;
    quality.rows = info->rows;
    quality.scope = info->design.weightScope;
    QualityRun run(workspace, *info, *catalogue, threads, progress);
    if (const Result<void> done = run.run(quality); !done)
        return tl::unexpected<Error>(done.error());
    const MicrodataInfo *previous = previousWave(*info, *sets);
    if (previous)
        compareCodes(quality, *info, *previous);
    const Result<void> judged = judgeUsability(quality, *info, previous, workspace, *catalogue);
    if (!judged)
        return tl::unexpected<Error>(judged.error());
    progress.at(1);
    return quality;
}

} // namespace evenredig
