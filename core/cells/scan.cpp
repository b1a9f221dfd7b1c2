#include "core/cells/scan.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace evenredig {

namespace {

/// Cells are few by nature; a question that would need more than this is refused.
constexpr std::size_t mostCells = 1u << 24;
constexpr std::uint32_t outside = 0xFFFFFFFFu; // the cell of a row that a filter leaves out

/// The sums of one cell, without its codes.
struct Sums {
    std::int64_t n = 0;
    double w = 0, w2 = 0, wy = 0, wyy = 0, w2y = 0, w2yy = 0;

    void add(const Sums &other)
    {
        n += other.n;
        w += other.w;
        w2 += other.w2;
        wy += other.wy;
        wyy += other.wyy;
        w2y += other.w2y;
        w2yy += other.w2yy;
    }
};

/// The sums of one segment: cell number → sums, only those with rows.
using SegmentSums = std::vector<std::pair<std::uint32_t, Sums>>;

struct ScanPlan {
    struct Key {
        const Variable *variable;
        std::uint32_t stride;
    };
    struct Filter {
        const Variable *variable;
        std::vector<bool> wanted;
    };
    std::vector<Key> keys;
    std::vector<Filter> filters;
    const Variable *weight = nullptr;
    const Variable *outcome = nullptr;
    std::vector<double> outcomeValues; ///< y − y0 by code
    double y0 = 0;
    std::size_t cells = 1;
};

tl::unexpected<Error> notAVariable(const MicrodataInfo &info, const std::string &name)
{
    return fail(ErrorCode::Internal, {{"reason", info.dataset + ": " + name}});
}

Result<void> planOutcome(const MicrodataInfo &info, const std::string &name, ScanPlan &plan)
{
    plan.outcome = info.variable(name);
    if (!plan.outcome || !plan.outcome->isCoded())
        return notAVariable(info, name);
    const Dictionary &dictionary = plan.outcome->dictionary;
    ScanPlan::Filter numbers{plan.outcome, std::vector<bool>(dictionary.size(), false)};
    bool first = true;
    for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
        const std::optional<double> number = dictionary.number(code);
        if (number && first)
            plan.y0 = *number;
        first = first && !number;
        numbers.wanted[code] = number.has_value();
        plan.outcomeValues.push_back(number ? *number - plan.y0 : 0);
    }
    plan.filters.push_back(std::move(numbers));
    return {};
}

Result<ScanPlan> makePlan(const MicrodataInfo &info, const CellQuery &query)
{
    ScanPlan plan;
    for (const std::string &name : query.keys) {
        const Variable *variable = info.variable(name);
        if (!variable || !variable->isCoded() || variable->dictionary.size() == 0)
            return notAVariable(info, name);
        plan.keys.push_back({variable, std::uint32_t(plan.cells)});
        plan.cells *= variable->dictionary.size();
        if (plan.cells > mostCells)
            return notAVariable(info, name);
    }
    for (const CellFilter &filter : query.filters) {
        const Variable *variable = info.variable(filter.variable);
        if (!variable || !variable->isCoded() || filter.wanted.size() < variable->dictionary.size())
            return notAVariable(info, filter.variable);
        plan.filters.push_back({variable, filter.wanted});
    }
    plan.weight = query.weighted ? info.variable(weightVariable) : nullptr;
    if (query.weighted && !plan.weight)
        return notAVariable(info, weightVariable);
    if (!query.outcome.empty()) {
        if (Result<void> planned = planOutcome(info, query.outcome, plan); !planned)
            return tl::unexpected<Error>(planned.error());
    }
    return plan;
}

/// Reads and sums segments; each thread has one.
class SegmentScan {
public:
    SegmentScan(const ScanPlan &plan, SegmentSource &source) : m_plan(plan), m_source(source), m_sums(plan.cells) {}

    [[nodiscard]] Result<SegmentSums> sum(std::size_t segment, std::size_t rows)
    {
        m_cells.assign(rows, 0);
        for (const ScanPlan::Key &key : m_plan.keys) {
            const Result<Codes> codes = read(*key.variable, segment, rows);
            if (!codes)
                return tl::unexpected<Error>(codes.error());
            std::visit([this, &key](const auto &vector) { addKey(vector, key.stride); }, codes->vector());
        }
        for (const ScanPlan::Filter &filter : m_plan.filters) {
            const Result<Codes> codes = read(*filter.variable, segment, rows);
            if (!codes)
                return tl::unexpected<Error>(codes.error());
            std::visit([this, &filter](const auto &vector) { dropRows(vector, filter.wanted); }, codes->vector());
        }
        if (Result<void> summed = addUp(segment, rows); !summed)
            return tl::unexpected<Error>(summed.error());
        return taken();
    }

private:
    [[nodiscard]] Result<Codes> read(const Variable &variable, std::size_t segment, std::size_t rows)
    {
        Result<ColumnValues> values = m_source.read(variable, segment);
        if (!values)
            return tl::unexpected<Error>(values.error());
        Codes *codes = std::get_if<Codes>(&*values);
        if (!codes || codes->size() != rows)
            return fail(ErrorCode::WorkspaceDamaged, {{"file", variable.name}, {"reason", "rows"}});
        return std::move(*codes);
    }

    template<class Vector>
    void addKey(const Vector &codes, std::uint32_t stride)
    {
        for (std::size_t i = 0; i < codes.size(); ++i)
            m_cells[i] += std::uint32_t(codes[i]) * stride;
    }

    template<class Vector>
    void dropRows(const Vector &codes, const std::vector<bool> &wanted)
    {
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (!wanted[codes[i]])
                m_cells[i] = outside;
        }
    }

    [[nodiscard]] Result<void> addUp(std::size_t segment, std::size_t rows)
    {
        Reals weights;
        Codes outcomes;
        if (m_plan.weight) {
            Result<ColumnValues> values = m_source.read(*m_plan.weight, segment);
            if (!values)
                return tl::unexpected<Error>(values.error());
            Reals *reals = std::get_if<Reals>(&*values);
            if (!reals || reals->size() != rows)
                return fail(ErrorCode::WorkspaceDamaged, {{"file", weightVariable}, {"reason", "rows"}});
            weights = std::move(*reals);
        }
        if (m_plan.outcome) {
            Result<Codes> codes = read(*m_plan.outcome, segment, rows);
            if (!codes)
                return tl::unexpected<Error>(codes.error());
            outcomes = std::move(*codes);
        }
        for (std::size_t i = 0; i < rows; ++i) {
            if (m_cells[i] == outside)
                continue;
            const double w = m_plan.weight ? weights[i] : 1;
            addRow(m_sums[m_cells[i]], w, m_plan.outcome ? m_plan.outcomeValues[outcomes.at(i)] : 0);
        }
        return {};
    }

    static void addRow(Sums &sums, double w, double y)
    {
        ++sums.n;
        sums.w += w;
        sums.w2 += w * w;
        sums.wy += w * y;
        sums.wyy += w * y * y;
        sums.w2y += w * w * y;
        sums.w2yy += w * w * y * y;
    }

    [[nodiscard]] SegmentSums taken()
    {
        SegmentSums result;
        for (std::size_t i = 0; i < m_sums.size(); ++i) {
            if (m_sums[i].n == 0)
                continue;
            result.emplace_back(std::uint32_t(i), m_sums[i]);
            m_sums[i] = {};
        }
        return result;
    }

    const ScanPlan &m_plan;
    SegmentSource &m_source;
    std::vector<std::uint32_t> m_cells; ///< the cell of each row of the segment
    std::vector<Sums> m_sums;           ///< by cell
};

/// Takes the sums of segments in any order and adds them up in theirs.
class OrderedTotals {
public:
    void take(std::size_t segment, SegmentSums sums)
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        m_waiting.emplace(segment, std::move(sums));
        while (!m_waiting.empty() && m_waiting.begin()->first == m_next) {
            for (const auto &one : m_waiting.begin()->second)
                m_totals[one.first].add(one.second);
            m_waiting.erase(m_waiting.begin());
            ++m_next;
        }
    }
    void fault(const Error &error)
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        if (!m_error)
            m_error = error;
    }
    [[nodiscard]] bool failed() const
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        return m_error.has_value();
    }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const std::map<std::uint32_t, Sums> &totals() const { return m_totals; }

private:
    mutable std::mutex m_mutex;
    std::map<std::size_t, SegmentSums> m_waiting;
    std::size_t m_next = 0;
    std::map<std::uint32_t, Sums> m_totals;
    std::optional<Error> m_error;
};

/// One thread's share: segments as they come, until there are no more.
void work(const MicrodataInfo &info, const ScanPlan &plan, const OpenSegments &open, std::atomic<std::size_t> &next,
          OrderedTotals &totals, const Progress &progress)
{
    Result<std::unique_ptr<SegmentSource>> source = open();
    if (!source) {
        totals.fault(source.error());
        return;
    }
    SegmentScan segments(plan, **source);
    const std::size_t count = segmentCount(info.rows);
    for (std::size_t segment = next++; segment < count && !totals.failed(); segment = next++) {
        if (progress.cancelled()) {
            totals.fault({ErrorCode::Cancelled, {}});
            return;
        }
        const std::size_t rows = std::min(segmentRows, std::size_t(info.rows) - segment * segmentRows);
        Result<SegmentSums> sums = segments.sum(segment, rows);
        if (sums)
            totals.take(segment, std::move(*sums));
        else
            totals.fault(sums.error());
    }
}

CellTable tableOf(const ScanPlan &plan, const CellQuery &query, const std::map<std::uint32_t, Sums> &totals)
{
    CellTable table;
    table.keys = query.keys;
    table.y0 = plan.y0;
    for (const auto &[number, sums] : totals) {
        Cell cell;
        std::uint32_t rest = number;
        for (const ScanPlan::Key &key : plan.keys) {
            const auto size = std::uint32_t(key.variable->dictionary.size());
            cell.codes.push_back(rest % size);
            rest /= size;
        }
        cell.n = sums.n;
        cell.weight = sums.w;
        cell.squaredWeight = sums.w2;
        cell.wy = sums.wy;
        cell.wyy = sums.wyy;
        cell.w2y = sums.w2y;
        cell.w2yy = sums.w2yy;
        table.cells.push_back(std::move(cell));
    }
    std::sort(table.cells.begin(), table.cells.end(), [](const Cell &a, const Cell &b) { return a.codes < b.codes; });
    return table;
}

} // namespace

Result<CellTable> scan(const MicrodataInfo &info, const CellQuery &query, const OpenSegments &open, int threads,
                       const Progress &progress)
{
    const Result<ScanPlan> plan = makePlan(info, query);
    if (!plan)
        return tl::unexpected<Error>(plan.error());
    OrderedTotals totals;
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> others;
    const std::size_t useful = std::min(std::size_t(std::max(threads, 1)), segmentCount(info.rows));
    for (std::size_t i = 1; i < useful; ++i)
        others.emplace_back([&] { work(info, *plan, open, next, totals, progress); });
    work(info, *plan, open, next, totals, progress);
    for (std::thread &other : others)
        other.join();
    if (totals.error())
        return tl::unexpected<Error>(*totals.error());
    return tableOf(*plan, query, totals.totals());
}

} // namespace evenredig
