// What a data set of persons holds besides its rows: variables, and how its sample was drawn.
#pragma once

#include "core/base/result.h"
#include "core/data/codes.h"

#include <string>
#include <vector>

namespace evenredig {

/// Rows of a segment (architecture.md §6). Only the last segment of a data set has fewer.
inline constexpr std::size_t segmentRows = 261'120;

/// Names of variables that the import makes; no column of a source may have them.
inline constexpr const char *stratumVariable = "@stratum";
inline constexpr const char *clusterVariable = "@cluster";
inline constexpr const char *weightVariable = "@weight";

struct Variable {
    std::int64_t number = 0; ///< in the workspace
    std::string name;
    std::string sourceName;
    LocalText label;
    bool real = false;
    bool text = false;     ///< plain texts that all differ: nothing can be counted by it
    Dictionary dictionary; ///< empty of a variable without codes

    [[nodiscard]] bool isCoded() const { return !real && !text; }
};

/// One stratum of the design table (statistics.md §1): its code in the variable "@stratum", and its sizes
/// over all rows of the data set.
struct Stratum {
    std::string period;
    std::string name;                 ///< the values of the strata columns, joined
    std::int64_t rows = 0;            ///< n_h
    std::int64_t clusters = 0;        ///< m_h; 0: the sample has no clusters
    std::optional<double> population; ///< N_h or M_h; at most 1: a sampling fraction
};

enum class WeightScope { Population, WithinOrigin };

/// The recipe's `design`.
struct Design {
    std::string weight; ///< column of the source; empty: every row counts for one
    std::vector<std::string> strata;
    std::string cluster, population;
    WeightScope weightScope = WeightScope::Population;
    std::vector<std::string> covers; ///< origins of the sampling frame; empty: all
    std::string populationTotals;    ///< JSON; empty: none
    std::string panel, series;
};

/// A data set of persons without its rows.
struct MicrodataInfo {
    std::string dataset;
    std::int64_t rows = 0;
    std::vector<Variable> variables;
    Design design;
    std::vector<Stratum> strata; ///< by code

    [[nodiscard]] const Variable *variable(std::string_view name) const;
};

/// Where the rows of a data set come from: the workspace's file here, something else in a test. Each thread
/// has its own.
class SegmentSource {
public:
    virtual ~SegmentSource() = default;
    /// The values of one variable in one segment; as many as the segment has rows.
    [[nodiscard]] virtual Result<ColumnValues> read(const Variable &variable, std::size_t segment) = 0;
};

[[nodiscard]] inline std::size_t segmentCount(std::int64_t rows)
{
    return (std::size_t(rows) + segmentRows - 1) / segmentRows;
}

} // namespace evenredig
