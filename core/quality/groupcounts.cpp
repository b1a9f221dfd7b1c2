#include "core/quality/groupcounts.h"

#include "core/model/period.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace evenredig {

namespace {

/// A row counts in its own period and in all of them together.
std::vector<std::string> periodsOf(const std::string &period)
{
    return period.empty() ? std::vector<std::string>{""} : std::vector<std::string>{"", period};
}

bool isBefore(const std::string &a, const std::string &b)
{
    const std::optional<Period> first = Period::parse(a), second = Period::parse(b);
    return first && second ? earlier(*first, *second) : a < b;
}

std::tuple<std::string, int, std::string, bool, std::string> placeOf(const QualityGroup &group,
                                                                     const Catalogue &catalogue)
{
    const Origin *origin = catalogue.origin(group.origin);
    return {group.period, origin ? origin->order : 1000, group.origin, group.generation != "total", group.generation};
}

} // namespace

void GroupCounts::Sums::add(const Cell &cell)
{
    n += cell.n;
    weight += cell.weight;
    squared += cell.squaredWeight;
}

void GroupCounts::Extremes::add(double weight, double limit)
{
    least = std::min(least.value_or(weight), weight);
    most = std::max(most.value_or(weight), weight);
    extreme += weight > limit ? 1 : 0;
}

void GroupCounts::Extremes::add(const Extremes &other)
{
    if (other.least)
        least = std::min(least.value_or(*other.least), *other.least);
    if (other.most)
        most = std::max(most.value_or(*other.most), *other.most);
    extreme += other.extreme;
}

Result<void> GroupCounts::count(RowScan &rows)
{
    m_weighted = rows.isWeighted();
    Result<void> done = countRows(rows);
    return done && m_weighted ? readWeights(rows) : done;
}

Result<void> GroupCounts::countRows(RowScan &rows)
{
    const Result<CellTable> table = rows.cells({rows.keys(), {}, m_weighted, {}});
    if (!table)
        return tl::unexpected<Error>(table.error());
    for (const Cell &cell : table->cells) {
        const std::string origin = rows.valueOf(*table, cell, "origin");
        const std::string generation = rows.valueOf(*table, cell, "generation");
        for (const std::string &period : periodsOf(rows.valueOf(*table, cell, "period"))) {
            m_sums[{period, origin, "total"}].add(cell);
            if (!generation.empty())
                m_sums[{period, origin, generation}].add(cell);
        }
        m_all.add(cell);
    }
    return {};
}

Result<void> GroupCounts::readWeights(RowScan &rows)
{
    Result<std::unique_ptr<SegmentSource>> source = rows.open();
    if (!source)
        return tl::unexpected<Error>(source.error());
    ByCodes byCodes;
    for (std::size_t segment = 0; segment < segmentCount(rows.info().rows); ++segment) {
        if (rows.cancelled())
            return fail(ErrorCode::Cancelled);
        if (Result<void> read = readSegment(rows, **source, segment, byCodes); !read)
            return read;
    }
    for (const ByCodes::value_type &one : byCodes)
        spread(keyOf(rows, one.first), one.second.extremes);
    rows.step();
    return {};
}

Result<void> GroupCounts::readSegment(const RowScan &rows, SegmentSource &source, std::size_t segment,
                                      ByCodes &byCodes) const
{
    std::vector<Codes> keys;
    for (const std::string &name : rows.keys()) {
        Result<ColumnValues> values = source.read(*rows.info().variable(name), segment);
        if (!values)
            return tl::unexpected<Error>(values.error());
        keys.push_back(std::move(std::get<Codes>(*values)));
    }
    const Result<ColumnValues> values = source.read(*rows.info().variable(weightVariable), segment);
    if (!values)
        return tl::unexpected<Error>(values.error());
    const Reals *weights = std::get_if<Reals>(&*values);
    std::vector<std::uint32_t> codes(keys.size());
    for (std::size_t row = 0; weights && row < weights->size(); ++row) {
        for (std::size_t i = 0; i < keys.size(); ++i)
            codes[i] = keys[i].at(row);
        auto place = byCodes.find(codes);
        if (place == byCodes.end()) {
            const Key key = keyOf(rows, codes);
            place = byCodes.emplace(codes, Limited{limitOf(key.period, key.origin).value_or(0), {}}).first;
        }
        place->second.extremes.add((*weights)[row], place->second.limit);
    }
    return {};
}

GroupCounts::Key GroupCounts::keyOf(const RowScan &rows, const std::vector<std::uint32_t> &codes)
{
    Key key;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::string &name = rows.keys()[i];
        const Dictionary &dictionary = rows.info().variable(name)->dictionary;
        const std::string value(dictionary.isMissing(codes[i]) ? std::string_view() : dictionary.value(codes[i]));
        (name == "origin" ? key.origin : name == "period" ? key.period : key.generation) = value;
    }
    return key;
}

std::optional<double> GroupCounts::limitOf(const std::string &period, const std::string &origin) const
{
    const auto sums = m_sums.find({period, origin, "total"});
    if (sums == m_sums.end())
        return std::nullopt;
    return extremeWeightFactor * sums->second.weight / double(sums->second.n);
}

void GroupCounts::spread(const Key &key, const Extremes &extremes)
{
    for (const std::string &period : periodsOf(key.period)) {
        m_extremes[{period, key.origin, "total"}].add(extremes);
        if (!key.generation.empty())
            m_extremes[{period, key.origin, key.generation}].add(extremes);
    }
    m_allExtremes.add(extremes);
}

std::int64_t GroupCounts::rowsOf(const std::string &origin, const std::string &generation) const
{
    const auto sums = m_sums.find({"", origin, generation});
    return sums == m_sums.end() ? 0 : sums->second.n;
}

QualityGroup GroupCounts::groupOf(const Key &key, const Sums &sums, const Extremes &extremes) const
{
    QualityGroup group;
    group.period = key.period;
    group.origin = key.origin;
    group.generation = key.generation;
    group.n = sums.n;
    group.weight = sums.weight;
    group.least = extremes.least;
    group.most = extremes.most;
    group.extreme = extremes.extreme;
    if (!m_weighted || !(sums.weight > 0))
        return group;
    group.nEffective = effectiveRows(sums.weight, sums.squared);
    group.designEffect = double(sums.n) / *group.nEffective;
    group.cv = std::sqrt(std::max(0.0, *group.designEffect - 1));
    return group;
}

void GroupCounts::take(DatasetQuality &quality, const Catalogue &catalogue) const
{
    std::set<std::string> periods;
    for (const std::map<Key, Sums>::value_type &one : m_sums) {
        const Key &key = one.first;
        const auto extremes = m_extremes.find(key);
        QualityGroup group = groupOf(key, one.second, extremes == m_extremes.end() ? Extremes() : extremes->second);
        if (m_weighted && !key.period.empty())
            group.extremeLimit = limitOf(key.period, key.origin);
        if (!key.period.empty())
            periods.insert(key.period);
        quality.groups.push_back(std::move(group));
    }
    quality.periods.assign(periods.begin(), periods.end());
    std::sort(quality.periods.begin(), quality.periods.end(), isBefore);
    std::sort(quality.groups.begin(), quality.groups.end(), [&catalogue](const QualityGroup &a, const QualityGroup &b) {
        return placeOf(a, catalogue) < placeOf(b, catalogue);
    });
    quality.all = groupOf({}, m_all, m_allExtremes);
}

} // namespace evenredig
