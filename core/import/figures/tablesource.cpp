// What TableImport does once per source: the names of its columns, and what was recognised in it.
#include "core/base/text.h"
#include "core/import/figures/tableimport.h"
#include "core/import/source/trim.h"

#include <utility>

namespace evenredig {

/// The names of the columns: as they stand there, or their keys when the metadata of a StatLine table lie beside.
Result<std::vector<std::string>> TableImport::takeMetadata(const CsvRecord &header)
{
    std::vector<std::string> names;
    for (const std::string_view name : header.fields)
        names.emplace_back(trimmedCell(name));
    m_dimensions.clear();
    m_metadata.reset();
    const std::string path = std::exchange(m_path, {});
    if (m_recipe.read.format != "statline" || path.empty())
        return names;
    Result<std::optional<StatlineMetadata>> metadata = StatlineMetadata::beside(path, names);
    if (!metadata)
        return tl::unexpected<Error>(metadata.error());
    m_metadata = std::move(*metadata);
    if (!m_metadata)
        return names;
    m_recipe = m_metadata->inKeys(std::move(m_recipe));
    for (std::size_t i = 0; i < names.size(); ++i) {
        names[i] = m_metadata->columnKey(names[i]);
        if (m_metadata->isDimension(names[i]))
            m_dimensions.push_back(i);
    }
    return names;
}

/// What was not in the recipe and was taken from the file.
void TableImport::noteReading()
{
    for (const std::string &taken : m_reading.recognised)
        note(LedgerEntry::Kind::Note, 0, m_header.size(), taken, "recognised");
    if (m_metadata)
        note(LedgerEntry::Kind::Note, 0, m_header.size(), m_metadata->file(), "metadata_used");
    if (m_reading.symbolsMissing)
        note(LedgerEntry::Kind::Note, 0, m_header.size(), {}, "no_symbols");
}

/// How the numbers of each column of figures are written, in this source.
Result<void> TableImport::settleMarks()
{
    m_marks.assign(m_header.size(), m_reading.marks);
    if (!m_reading.sniff)
        return {};
    std::vector<std::size_t> columns;
    for (const MeasurePlan &measure : m_plan.measures) {
        for (const std::optional<std::size_t> &column :
             {std::optional(measure.value), measure.low, measure.high, measure.n}) {
            if (column)
                addOnce(columns, *column);
        }
    }
    for (const std::size_t column : columns) {
        const ColumnEvidence &evidence = m_reading.sniff->columns[column];
        const Result<ColumnReading> settled = columnReading(m_reading, evidence, m_recipe.read.takeLikely, m_name);
        if (!settled)
            return tl::unexpected<Error>(settled.error());
        m_marks[column] = settled->marks;
        if (!settled->told.empty())
            note(LedgerEntry::Kind::Note, evidence.exampleLine, column, settled->told, settled->reason);
    }
    return {};
}

/// What the column of periods shows as a whole; a recipe that recodes it has decided itself.
Result<void> TableImport::settlePeriods()
{
    m_periods.clear();
    m_periodKind = PeriodTexts::Kind::Plain;
    if (!m_plan.period.rule || m_plan.period.rule->hasRecode || !m_reading.sniff)
        return {};
    const ColumnEvidence &column = m_reading.sniff->columns[m_plan.period.column];
    m_periodKind = column.periods.kind();
    if (m_periodKind == PeriodTexts::Kind::TwoWays)
        return tl::unexpected<Error>(periodAmbiguous(column.periods, column.name, m_name));
    if (m_periodKind == PeriodTexts::Kind::SchoolYears)
        note(LedgerEntry::Kind::Note, 0, m_plan.period.column, column.periods.example, "recognised");
    return {};
}

/// The record with codes for the titles of dimensions; a star stays with a period whose figures are provisional.
void TableImport::measureInKeys(const CsvRecord &record)
{
    std::vector<std::string> codes;
    codes.reserve(m_dimensions.size()); // the views into it must hold
    CsvRecord inKeys = record;
    for (const std::size_t column : m_dimensions) {
        const std::string &dimension = m_header[column];
        const std::string_view cell = trimmedCell(record.fields[column]);
        codes.push_back(m_metadata->code(dimension, cell));
        const bool period = m_plan.period.rule && m_plan.period.column == column && !m_plan.period.rule->hasRecode;
        if (period && (cell.ends_with('*') || m_metadata->isProvisional(dimension, codes.back())))
            codes.back() += codes.back().ends_with('*') ? "" : "*";
        inKeys.fields[column] = codes.back();
    }
    if (const SetAsideRule *rule = setAsideRule(inKeys))
        setAside(record, {"set_aside", m_header.size(), {}}, rule->reason);
    else
        measureRow(inKeys);
}

} // namespace evenredig
