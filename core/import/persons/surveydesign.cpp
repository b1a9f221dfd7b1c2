#include "core/import/persons/surveydesign.h"

#include "core/import/source/trim.h"

namespace evenredig {

namespace {

/// With its length before it: whatever characters the parts hold, other parts give another key.
void addPart(std::string &key, std::string_view part)
{
    const std::uint64_t length = part.size();
    key.append(reinterpret_cast<const char *>(&length), sizeof length);
    key += part;
}

tl::unexpected<Error> wrongPopulation(const std::string &file, const std::string &column, const Stratum &stratum,
                                      const std::string &found)
{
    const std::string name = stratum.name.empty() ? stratum.period : stratum.period + ", " + stratum.name;
    return fail(ErrorCode::JsonWrongValue, {{"file", file},
                                            {"pointer", "/design/population"},
                                            {"value", column + " = " + found + " (" + name + ")"},
                                            {"expected", "N > 0, N = N_h, N >= n_h"}});
}

} // namespace

Result<void> SurveyDesign::plan(ColumnIndex &index)
{
    const Design &design = m_recipe->design;
    m_strataColumns.clear();
    for (const std::string &name : design.strata) {
        const Result<std::size_t> column = index.find(name);
        if (!column)
            return tl::unexpected<Error>(column.error());
        m_strataColumns.push_back(*column);
    }
    const auto optionalColumn = [&index](const std::string &name, std::optional<std::size_t> &place) -> Result<void> {
        if (name.empty())
            return {};
        const Result<std::size_t> column = index.find(name);
        if (!column)
            return tl::unexpected<Error>(column.error());
        place = *column;
        return {};
    };
    if (Result<void> found = optionalColumn(design.panel.empty() ? design.cluster : design.panel, m_cluster); !found)
        return found;
    return optionalColumn(design.population, m_population);
}

std::uint32_t SurveyDesign::addStratum(const RecordBatch &batch, std::size_t row, std::string_view period)
{
    m_key.clear();
    addPart(m_key, hasPeriods() ? period : std::string_view());
    for (const std::size_t column : m_strataColumns)
        addPart(m_key, trimmedCell(batch.cell(row, column)));
    const std::uint32_t code = m_strataKeys.add(m_key);
    if (code == m_strata.size()) {
        Stratum stratum;
        if (hasPeriods())
            stratum.period = period;
        for (const std::size_t column : m_strataColumns) {
            stratum.name += stratum.name.empty() ? "" : " / ";
            stratum.name += trimmedCell(batch.cell(row, column));
        }
        m_strata.push_back(std::move(stratum));
    }
    return code;
}

Result<std::uint32_t> SurveyDesign::count(const RecordBatch &batch, std::size_t row, std::uint32_t code,
                                          const std::string &file)
{
    Stratum &stratum = m_strata[code];
    ++stratum.rows;
    std::uint32_t cluster = 0;
    if (m_cluster) {
        m_key.assign(reinterpret_cast<const char *>(&code), sizeof code);
        m_key += trimmedCell(batch.cell(row, *m_cluster));
        const std::size_t before = m_clusterKeys.size();
        cluster = m_clusterKeys.add(m_key);
        stratum.clusters += cluster == before ? 1 : 0;
    }
    if (m_population) {
        const std::string_view text = trimmedCell(batch.cell(row, *m_population));
        if (const Result<void> read = readPopulation(text, stratum, file); !read)
            return tl::unexpected<Error>(read.error());
    }
    return cluster;
}

Result<void> SurveyDesign::readPopulation(std::string_view text, Stratum &stratum, const std::string &file) const
{
    const std::optional<double> population = readReal(text, m_recipe->populationMarks);
    const bool same = !stratum.population || stratum.population == population;
    if (!population || !(*population > 0) || !same)
        return wrongPopulation(file, m_recipe->design.population, stratum, std::string(text));
    stratum.population = population;
    return {};
}

Result<std::vector<Stratum>> SurveyDesign::strata(const std::string &file) const
{
    for (const Stratum &stratum : m_strata) {
        const double units = double(m_cluster ? stratum.clusters : stratum.rows);
        // At most 1 is a sampling fraction.
        if (stratum.population && *stratum.population > 1 && *stratum.population < units)
            return wrongPopulation(file, m_recipe->design.population, stratum,
                                   std::to_string(*stratum.population) + " < " + std::to_string(std::int64_t(units)));
    }
    return m_strata;
}

} // namespace evenredig
