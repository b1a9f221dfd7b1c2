// The rows of one data set of persons, counted into cells query by query, with one account of how far it is.
#pragma once

#include "core/cells/scan.h"
#include "core/store/workspace.h"

namespace evenredig {

/// The workspace, the data set and the progress must outlive it. Not thread-safe.
class RowScan {
public:
    RowScan(const Workspace &workspace, const MicrodataInfo &info, int threads, const Progress &progress);

    /// Whether a variable's missing values are counted: not those by which rows are grouped, nor weights.
    [[nodiscard]] static bool isCounted(const Variable &variable);

    [[nodiscard]] const MicrodataInfo &info() const { return m_info; }
    /// Of origin, generation and period those that the data set has.
    [[nodiscard]] const std::vector<std::string> &keys() const { return m_keys; }
    [[nodiscard]] bool isWeighted() const { return m_weighted; }
    [[nodiscard]] bool cancelled() const { return m_progress.cancelled(); }
    /// Weighted where the data set is.
    [[nodiscard]] Result<CellTable> cells(CellQuery query);
    [[nodiscard]] Result<std::unique_ptr<SegmentSource>> open() const { return m_open(); }
    /// The value of a key of a cell; "" of one that the data set does not have or that is missing.
    [[nodiscard]] std::string valueOf(const CellTable &table, const Cell &cell, std::string_view name) const;
    /// One more pass is done, or need not be made.
    void step();

private:
    const MicrodataInfo &m_info;
    int m_threads;
    const Progress &m_progress;
    OpenSegments m_open;
    std::vector<std::string> m_keys;
    bool m_weighted = false;
    long m_steps = 2, m_done = 0; ///< groups, weights, and one for each counted variable
};

} // namespace evenredig
