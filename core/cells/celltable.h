// Cells: what one scan over the rows leaves of them. Every statistic is computed from these, never from rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace evenredig {

/// One combination of codes (statistics.md §1). The moments are those of y − y0 of a numeric outcome.
struct Cell {
    std::vector<std::uint32_t> codes; ///< one per key of the query
    std::int64_t n = 0;
    double weight = 0;        ///< W = Σw
    double squaredWeight = 0; ///< W2 = Σw²
    double wy = 0, wyy = 0;   ///< Σw(y−y0), Σw(y−y0)²
    double w2y = 0, w2yy = 0; ///< Σw²(y−y0), Σw²(y−y0)²
};

struct CellTable {
    std::vector<std::string> keys; ///< the variables, in the order of the codes
    double y0 = 0;                 ///< the origin of the moments
    std::vector<Cell> cells;       ///< those with rows, ordered by their codes
};

} // namespace evenredig
