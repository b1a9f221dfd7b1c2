#include "core/import/surveyimport.h"

#include "core/import/filestream.h"
#include "core/import/identifier.h"
#include "core/import/surveyimportcolumn.h"
#include "core/import/trim.h"

#include <algorithm>
#include <utility>

namespace evenredig {

namespace {

std::string_view reasonOfFault(CsvFault fault)
{
    switch (fault) {
    case CsvFault::FieldCount: return "field_count";
    case CsvFault::BrokenQuote: return "broken_quote";
    case CsvFault::CutRecord: return "cut_record";
    case CsvFault::None: break;
    }
    return {};
}

} // namespace

SurveyImport::SurveyImport(const Recipe &recipe, const Catalogue &catalogue, MicrodataWriter &writer)
    : m_recipe(recipe), m_catalogue(catalogue), m_writer(writer), m_design(recipe)
{
    m_set.info.id = recipe.dataset;
    m_set.info.title = recipe.title;
    m_set.info.source = recipe.source;
    m_set.info.kind = recipe.kind;
    m_set.info.classification = recipe.classification;
    m_set.info.synthetic = recipe.synthetic;
    m_set.recipe = recipe.json;
    m_set.comparable = recipe.comparable;
    if (recipe.constantPeriod)
        m_constantPeriod = periodIdOf(*recipe.constantPeriod).value_or(*recipe.constantPeriod);
}

SurveyImport::~SurveyImport() = default;

std::optional<std::string> SurveyImport::periodIdOf(std::string_view text)
{
    const std::optional<Period> period = Period::fromSource(text);
    return period ? std::optional<std::string>(period->id()) : std::nullopt;
}

Result<void> SurveyImport::readFile(const std::string &path, const Progress &progress)
{
    m_name = path;
    m_counts = {};
    CsvOptions options;
    options.delimiter = m_recipe.read.delimiter;
    options.quote = m_recipe.read.quote;
    options.encoding = textEncodingFromName(m_recipe.read.encoding).value_or(TextEncoding::Utf8);
    options.header = m_recipe.read.header;
    CsvReader reader(
        options, path, [this](const CsvRecord &record) { return takeHeader(record); },
        [this](const CsvRecord &record) { return takeRow(record); });
    Result<FileBytes> bytes = streamFile(
        path, [&reader](std::string_view chunk) { return reader.feed(chunk); }, progress);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    if (Result<void> ended = reader.finish(); !ended)
        return ended;
    m_blankLines += reader.blankLines();
    m_set.sources.push_back({path, bytes->sha256, bytes->size, m_counts});
    m_set.counts.rowsRead += m_counts.rowsRead;
    m_set.counts.rowsKept += m_counts.rowsKept;
    m_set.counts.rowsSetAside += m_counts.rowsSetAside;
    m_set.counts.valuesUnreadable += m_counts.valuesUnreadable;
    return {};
}

Result<void> SurveyImport::takeHeader(const CsvRecord &record)
{
    if (record.fault != CsvFault::None) {
        return fail(ErrorCode::FormatWrong,
                    {{"file", m_name}, {"expected", "CSV"}, {"found", std::string(reasonOfFault(record.fault))}});
    }
    if (m_set.sources.empty())
        return plan(record);
    const ColumnIndex index(record.fields, m_name);
    if (index.names() != m_header)
        return fail(ErrorCode::SourcesDiffer, {{"file", m_name}, {"other", m_firstName}});
    return {};
}

Result<void> SurveyImport::plan(const CsvRecord &record)
{
    ColumnIndex index(record.fields, m_name);
    m_header = index.names();
    m_firstName = m_name;
    m_whyNot.assign(m_header.size(), {});
    if (Result<void> planned = planNamed(index); !planned)
        return planned;
    if (Result<void> planned = planDesign(index); !planned)
        return planned;
    for (const SetAsideRule &rule : m_recipe.setAside) {
        auto &when = m_setAside.emplace_back().first;
        m_setAside.back().second = &rule;
        for (const auto &one : rule.when) {
            const Result<std::size_t> column = index.find(one.first);
            if (!column)
                return tl::unexpected<Error>(column.error());
            when.emplace_back(*column, one.second);
        }
    }
    for (const auto &one : m_recipe.leaveOut) {
        const Result<std::size_t> column = index.find(one.first);
        if (column) // one that is not there needs not be left out
            m_whyNot[*column] = one.second;
    }
    planUnnamed();
    return {};
}

SurveyImport::Column &SurveyImport::addColumn(const ColumnRule *rule, std::size_t source, std::string name)
{
    SurveyColumn reader(m_recipe.read, rule, rule ? convertFor(name) : SurveyColumn::Convert());
    m_columns.push_back(std::make_unique<Column>(rule, source, std::move(name), std::move(reader)));
    return *m_columns.back();
}

/// Origins and generations are those of the catalogue, periods those that the program understands.
SurveyColumn::Convert SurveyImport::convertFor(const std::string &name) const
{
    if (name == "period")
        return periodIdOf;
    const Catalogue *catalogue = &m_catalogue;
    const auto known = [](bool is, std::string_view id) { return is ? std::optional<std::string>(id) : std::nullopt; };
    if (name == "origin")
        return [catalogue, known](std::string_view id) { return known(catalogue->origin(id) != nullptr, id); };
    if (name == "generation")
        return [catalogue, known](std::string_view id) { return known(catalogue->generation(id) != nullptr, id); };
    return {};
}

Result<void> SurveyImport::planNamed(ColumnIndex &index)
{
    for (const ColumnRule &rule : m_recipe.columns) {
        const Result<std::size_t> source = index.find(rule.from);
        if (!source)
            return tl::unexpected<Error>(source.error());
        Column &column = addColumn(&rule, *source, rule.as);
        if (rule.as == "origin")
            m_origin = &column;
        if (rule.as == "period")
            m_period = &column;
    }
    if (!m_origin)
        return fail(ErrorCode::ColumnMissing, {{"file", m_name}, {"column", "origin"}, {"nearest", {}}});
    if (m_recipe.periodColumn) {
        const Result<std::size_t> source = index.find(m_recipe.periodColumn->from);
        if (!source)
            return tl::unexpected<Error>(source.error());
        m_period = &addColumn(&*m_recipe.periodColumn, *source, "period");
    }
    if (!m_period && !m_recipe.constantPeriod)
        return fail(ErrorCode::ColumnMissing, {{"file", m_name}, {"column", "period"}, {"nearest", {}}});
    return {};
}

Result<void> SurveyImport::planDesign(ColumnIndex &index)
{
    // Weights, strata and clusters serve the design, which keeps them; they are no characteristics besides.
    if (!m_recipe.design.weight.empty()) {
        const Result<std::size_t> column = index.find(m_recipe.design.weight);
        if (!column)
            return tl::unexpected<Error>(column.error());
        m_weight = *column;
    }
    return m_design.plan(index);
}

void SurveyImport::planUnnamed()
{
    std::set<std::string> names{"period"};
    std::set<std::size_t> named;
    for (const std::unique_ptr<Column> &column : m_columns) {
        names.insert(column->name);
        named.insert(column->source);
    }
    for (std::size_t i = 0; i < m_header.size(); ++i) {
        if (named.count(i) != 0 || m_weight == i || m_design.owns(i)) {
            m_whyNot[i].clear();
            continue;
        }
        if (!m_whyNot[i].empty())
            continue;
        if (m_recipe.keepNamedOnly)
            m_whyNot[i] = "not_named";
        else if (m_header[i].empty() || m_header[i][0] == '@' || !names.insert(m_header[i]).second)
            m_whyNot[i] = "name_taken";
        else if (namesPersons(m_header[i]))
            m_whyNot[i] = "identifier_name";
        else
            addColumn(nullptr, i, m_header[i]);
    }
}

Result<void> SurveyImport::takeRow(const CsvRecord &record)
{
    ++m_counts.rowsRead;
    if (record.fault != CsvFault::None) {
        setAside(record, m_header.size(), std::string(reasonOfFault(record.fault)));
        return {};
    }
    if (const SetAsideRule *rule = setAsideRule(record)) {
        setAside(record, m_header.size(), "set_aside", rule->reason);
        return {};
    }
    std::size_t column = m_header.size();
    if (const std::optional<std::string> reason = obstacle(record, column)) {
        setAside(record, column, *reason);
        return {};
    }
    return keepRow(record);
}

const SetAsideRule *SurveyImport::setAsideRule(const CsvRecord &record) const
{
    for (const auto &one : m_setAside) {
        const bool met = std::all_of(one.first.begin(), one.first.end(), [&record](const auto &condition) {
            return trimmedCell(record.fields[condition.first]) == condition.second;
        });
        if (met)
            return one.second;
    }
    return nullptr;
}

/// Why a row cannot be used at all, before any of its other values is looked at.
std::optional<std::string> SurveyImport::obstacle(const CsvRecord &record, std::size_t &column)
{
    const SurveyColumn::Cell origin = m_origin->reader.cell(record.fields[m_origin->source]);
    m_origin->code = origin.code;
    if (m_origin->reader.dictionary().isMissing(origin.code)) {
        column = m_origin->source;
        return "unknown_origin";
    }
    if (std::optional<std::string> reason = periodObstacle(record, column))
        return reason;
    return weightObstacle(record, column);
}

std::optional<std::string> SurveyImport::periodObstacle(const CsvRecord &record, std::size_t &column)
{
    if (!m_period)
        return std::nullopt;
    const SurveyColumn::Cell period = m_period->reader.cell(record.fields[m_period->source]);
    m_period->code = period.code;
    if (!m_period->reader.dictionary().isMissing(period.code))
        return std::nullopt;
    column = m_period->source;
    return "unknown_period";
}

std::optional<std::string> SurveyImport::weightObstacle(const CsvRecord &record, std::size_t &column)
{
    m_rowWeight = 1;
    if (!m_weight)
        return std::nullopt;
    const std::optional<double> weight = readReal(trimmedCell(record.fields[*m_weight]), m_recipe.read);
    if (weight && *weight > 0) {
        m_rowWeight = *weight;
        return std::nullopt;
    }
    column = *m_weight;
    return weight ? "weight_zero" : "weight_missing";
}

Result<void> SurveyImport::keepRow(const CsvRecord &record)
{
    for (const std::unique_ptr<Column> &column : m_columns) {
        if (!column->leftOut.empty())
            continue;
        if (column.get() != m_origin && column.get() != m_period) {
            const SurveyColumn::Cell cell = column->reader.cell(record.fields[column->source]);
            column->code = cell.code;
            if (cell.unreadable) {
                ++m_counts.valuesUnreadable;
                note(LedgerEntry::Kind::Value, record.line, column->source,
                     std::string(trimmedCell(record.fields[column->source])),
                     column->rule && (column->rule->number || !column->rule->bands.empty()) ? "unreadable"
                                                                                            : "not_listed");
            }
        }
        column->codes.push(column->code);
        if (!column->rule && column->reader.dictionary().validCount() > mostDistinctValues) {
            if (Result<void> left = leaveOut(*column, "identifier_distinct"); !left)
                return left;
        }
    }
    const std::string_view period = m_period ? m_period->reader.dictionary().value(m_period->code)
                                             : std::string_view(m_constantPeriod);
    const Result<SurveyDesign::Place> place = m_design.add(record, period, m_name);
    if (!place)
        return tl::unexpected<Error>(place.error());
    m_strata.push(place->stratum);
    if (m_design.hasClusters())
        m_clusters.push(place->cluster);
    if (m_weight)
        m_weights.push_back(m_rowWeight);
    ++m_counts.rowsKept;
    return ++m_rows == segmentRows ? flush() : Result<void>();
}

void SurveyImport::setAside(const CsvRecord &record, std::size_t column, std::string reason, LocalText remark)
{
    ++m_counts.rowsSetAside;
    LedgerEntry entry;
    entry.source = m_name;
    entry.line = record.line;
    if (column < m_header.size()) {
        entry.column = m_header[column];
        entry.value = trimmedCell(record.fields[column]);
    }
    entry.reason = std::move(reason);
    entry.remark = std::move(remark);
    m_ledger.add(std::move(entry));
}

void SurveyImport::note(LedgerEntry::Kind kind, long line, std::size_t column, std::string value, std::string reason)
{
    LedgerEntry entry;
    entry.source = m_name;
    entry.kind = kind;
    entry.line = line;
    entry.column = m_header[column];
    entry.value = std::move(value);
    entry.reason = std::move(reason);
    m_ledger.add(std::move(entry));
}

} // namespace evenredig
