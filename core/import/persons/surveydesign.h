// The design table of a data set of persons, made while it is read (statistics.md §1).
#pragma once

#include "core/import/recipe/cellrule.h"
#include "core/import/recipe/columnindex.h"
#include "core/import/source/recordbatch.h"

namespace evenredig {

/// The key of a stratum is its period and its values; of a cluster its stratum and its value, so that equal
/// codes in two strata are two clusters. Only in a panel the stratum has no period: there the person (the
/// recipe's `panel`) is the cluster. The recipe must outlive it.
class SurveyDesign {
public:
    explicit SurveyDesign(const Recipe &recipe) : m_recipe(&recipe) {}

    [[nodiscard]] Result<void> plan(ColumnIndex &index);
    [[nodiscard]] const std::vector<std::size_t> &strataColumns() const { return m_strataColumns; }
    /// Whether the period is part of the stratum.
    /// The next file is read by this one, which says the same of the sample.
    void setRecipe(const Recipe &recipe) { m_recipe = &recipe; }
    [[nodiscard]] bool hasPeriods() const { return m_recipe->design.panel.empty(); }
    /// The code of a row's stratum, which is added when it is new.
    [[nodiscard]] std::uint32_t addStratum(const RecordBatch &batch, std::size_t row, std::string_view period);
    /// Counts a row that is kept. Gives its cluster, 0 in a sample without. The fault: the population of a stratum is no
    /// number, or not the same in all its rows.
    [[nodiscard]] Result<std::uint32_t> count(const RecordBatch &batch, std::size_t row, std::uint32_t stratum,
                                              const std::string &file);
    [[nodiscard]] bool hasClusters() const { return m_cluster.has_value(); }
    /// By code; the fault: a population smaller than the sample.
    [[nodiscard]] Result<std::vector<Stratum>> strata(const std::string &file) const;
    /// Whether a column of the source serves the design alone. (Strata are characteristics as well.)
    [[nodiscard]] bool owns(std::size_t column) const { return isCluster(column) || isPopulation(column); }
    [[nodiscard]] bool isCluster(std::size_t column) const { return m_cluster == column; }
    [[nodiscard]] bool isPopulation(std::size_t column) const { return m_population == column; }

private:
    [[nodiscard]] Result<void> readPopulation(std::string_view text, Stratum &stratum, const std::string &file) const;

    const Recipe *m_recipe;
    std::vector<std::size_t> m_strataColumns;
    std::optional<std::size_t> m_cluster, m_population;
    std::string m_key; ///< kept, so that a row allocates nothing
    TextTable m_strataKeys, m_clusterKeys;
    std::vector<Stratum> m_strata;
};

} // namespace evenredig
