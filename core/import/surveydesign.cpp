#include "core/import/surveydesign.h"

#include "core/import/trim.h"

namespace evenredig {

namespace {

constexpr char partMark = '\x1F'; // between the parts of a key; control characters are in no value

std::string_view cellAt(const CsvRecord &record, std::size_t column)
{
    return trimmedCell(record.fields[column]);
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

Result<SurveyDesign::Place> SurveyDesign::add(const CsvRecord &record, std::string_view period, const std::string &file)
{
    m_key = m_recipe->design.panel.empty() ? period : std::string_view();
    const std::size_t periodSize = m_key.size();
    for (const std::size_t column : m_strataColumns) {
        m_key += partMark;
        m_key += cellAt(record, column);
    }
    Place place;
    place.stratum = m_strataKeys.add(m_key);
    if (place.stratum == m_strata.size()) {
        Stratum stratum;
        stratum.period = m_key.substr(0, periodSize);
        for (const std::size_t column : m_strataColumns)
            stratum.name += (stratum.name.empty() ? "" : " / ") + std::string(cellAt(record, column));
        m_strata.push_back(std::move(stratum));
    }
    Stratum &stratum = m_strata[place.stratum];
    ++stratum.rows;
    if (m_cluster) {
        m_key.assign(reinterpret_cast<const char *>(&place.stratum), sizeof place.stratum);
        m_key += cellAt(record, *m_cluster);
        const std::size_t before = m_clusterKeys.size();
        place.cluster = m_clusterKeys.add(m_key);
        stratum.clusters += place.cluster == before ? 1 : 0;
    }
    if (m_population) {
        if (Result<void> read = readPopulation(record, stratum, file); !read)
            return tl::unexpected<Error>(read.error());
    }
    return place;
}

Result<void> SurveyDesign::readPopulation(const CsvRecord &record, Stratum &stratum, const std::string &file) const
{
    const std::string_view text = cellAt(record, *m_population);
    const std::optional<double> population = readReal(text, m_recipe->read);
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
