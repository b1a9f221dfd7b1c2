// Rows and weights of every origin, generation and period of a data set.
#pragma once

#include "core/quality/datasetquality.h"
#include "core/quality/rowscan.h"

#include <tuple>

namespace evenredig {

/// Kish 1965: (Σw)² / Σw². With the effective number in the place of Σw² it gives that back.
[[nodiscard]] inline double effectiveRows(double weight, double squaredWeight)
{
    return weight * weight / squaredWeight;
}

/// First the counts, from cells; then least, most and extreme weights, in one more pass over that column alone,
/// because weights themselves stand in no cell.
class GroupCounts {
public:
    [[nodiscard]] Result<void> count(RowScan &rows);

    [[nodiscard]] double weight() const { return m_all.weight; }
    /// Over all periods.
    [[nodiscard]] std::int64_t rowsOf(const std::string &origin, const std::string &generation) const;
    /// Fills in periods, groups and the group of all.
    void take(DatasetQuality &quality, const Catalogue &catalogue) const;

private:
    struct Key {
        std::string period, origin, generation;
        bool operator<(const Key &other) const
        {
            return std::tie(period, origin, generation) < std::tie(other.period, other.origin, other.generation);
        }
    };
    struct Sums {
        std::int64_t n = 0;
        double weight = 0, squared = 0;
        void add(const Cell &cell);
    };
    struct Extremes {
        std::optional<double> least, most;
        std::int64_t extreme = 0;
        void add(double weight, double limit);
        void add(const Extremes &other);
    };
    struct Limited {
        double limit = 0;
        Extremes extremes;
    };
    using ByCodes = std::map<std::vector<std::uint32_t>, Limited>;

    [[nodiscard]] Result<void> countRows(RowScan &rows);
    [[nodiscard]] Result<void> readWeights(RowScan &rows);
    [[nodiscard]] Result<void> readSegment(const RowScan &rows, SegmentSource &source, std::size_t segment,
                                           ByCodes &byCodes) const;
    [[nodiscard]] static Key keyOf(const RowScan &rows, const std::vector<std::uint32_t> &codes);
    /// Above this a weight of an origin and period is extreme.
    [[nodiscard]] std::optional<double> limitOf(const std::string &period, const std::string &origin) const;
    void spread(const Key &key, const Extremes &extremes);
    [[nodiscard]] QualityGroup groupOf(const Key &key, const Sums &sums, const Extremes &extremes) const;

    bool m_weighted = false;
    std::map<Key, Sums> m_sums; ///< period "": all periods; generation "total": all of the origin
    std::map<Key, Extremes> m_extremes;
    Sums m_all;
    Extremes m_allExtremes;
};

} // namespace evenredig
