// How the columns of an import of persons get into the file, and which of them are left out of it.
#include "core/base/file.h"
#include "core/import/persons/surveyimport.h"
#include "core/import/persons/surveyimportcolumn.h"
#include "core/import/persons/surveystretch.h"
#include "core/import/recipe/placement.h"
#include "core/import/recognise/identifier.h"

#include <atomic>
#include <future>
#include <utility>

namespace evenredig {

namespace {

/// Packs in two threads.
std::vector<Segment> encodeAll(const std::vector<ColumnValues> &columns)
{
    std::vector<Segment> segments(columns.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&columns, &segments, &next] {
        for (std::size_t i = next++; i < columns.size(); i = next++)
            segments[i] = encodeSegment(columns[i]);
    };
    const std::future<void> other = std::async(std::launch::async, work);
    work();
    other.wait();
    return segments;
}

Codes zeros(std::size_t rows)
{
    return Codes(Codes::Narrow(rows));
}

bool isIdentifierReason(const std::string &reason)
{
    return reason.starts_with("identifier_");
}

} // namespace

/// Ends a segment: what was read of every column is packed while the next one is filled.
Result<void> SurveyImport::flush()
{
    if (Result<void> finished = finishPacking(); !finished)
        return finished;
    m_packing = std::make_unique<Stretch>();
    Stretch &stretch = *m_packing;
    stretch.position = m_segment++;
    for (const std::unique_ptr<Column> &column : m_columns) {
        if (!column->leftOut.empty())
            continue;
        const bool named = column->plan.cells.rule() != nullptr;
        if (stretch.position == 0 && named && column->plan.cells.isFree()
            && isPlainText(column->reader.dictionary(), rowsWithValue(*column)))
            becomeText(*column);
        stretch.columns.push_back(column.get());
        stretch.held.push_back(!named && mayBeUnique(column->reader.dictionary(), rowsSoFar()));
        if (column->text)
            stretch.values.emplace_back(std::exchange(column->texts, {}));
        else
            stretch.values.emplace_back(std::exchange(column->codes, {}));
    }
    stretch.constantPeriod = !m_plan->period;
    stretch.clusters = m_design.hasClusters();
    stretch.weights = m_plan->weight.has_value();
    if (stretch.constantPeriod)
        stretch.values.emplace_back(zeros(m_rows));
    stretch.values.emplace_back(std::exchange(m_strata, {}));
    if (stretch.clusters)
        stretch.values.emplace_back(std::exchange(m_clusters, {}));
    if (stretch.weights)
        stretch.values.emplace_back(std::exchange(m_weights, {}));
    m_rows = 0;
    stretch.segments = std::async(std::launch::async, [&values = stretch.values] { return encodeAll(values); });
    return {};
}

std::int64_t SurveyImport::rowsWithValue(const Column &column)
{
    std::int64_t rows = 0;
    for (std::size_t row = 0; row < column.codes.size(); ++row)
        rows += column.reader.dictionary().isMissing(column.codes.at(row)) ? 0 : 1;
    return rows;
}

/// The rows so far are its first segment; from here on no dictionary is needed.
void SurveyImport::becomeText(Column &column)
{
    const Dictionary &dictionary = column.reader.dictionary();
    for (std::size_t row = 0; row < column.codes.size(); ++row) {
        const std::uint32_t code = column.codes.at(row);
        if (const std::optional<Missing> missing = dictionary.missing(code))
            column.texts.addMissing(dictionary.value(code), *missing);
        else
            column.texts.add(dictionary.value(code));
    }
    column.text = true;
    column.codes = {};
    column.cells.assign(column.cells.size(), {});
    column.reader.forget();
}

/// Writes the segment that is being packed, if there is one.
Result<void> SurveyImport::finishPacking()
{
    const std::unique_ptr<Stretch> stretch = std::exchange(m_packing, nullptr);
    if (!stretch)
        return {};
    std::vector<Segment> segments = stretch->segments.get();
    std::size_t next = 0;
    for (; next < stretch->columns.size(); ++next) {
        Column &column = *stretch->columns[next];
        if (!column.leftOut.empty()) // since then
            continue;
        if (Result<void> taken = take(column, std::move(segments[next]), stretch->held[next], stretch->position);
            !taken)
            return taken;
    }
    const auto writeDesign = [&](bool has, const char *name, std::int64_t &number) -> Result<void> {
        if (!has)
            return {};
        return writeDesignSegment(name, number, segments[next++], stretch->position);
    };
    Result<void> written = writeDesign(stretch->constantPeriod, "period", m_periodNumber);
    if (written)
        written = writeDesign(true, stratumVariable, m_strataNumber);
    if (written)
        written = writeDesign(stretch->clusters, clusterVariable, m_clustersNumber);
    if (written)
        written = writeDesign(stretch->weights, weightVariable, m_weightNumber);
    return written;
}

/// A column whose values all differ so far is probably left out in the end: it waits in memory, which one
/// million different values bound, and the file does not grow for nothing.
Result<void> SurveyImport::take(Column &column, Segment segment, bool held, std::size_t position)
{
    if (position == 0)
        column.held = !column.plan.cells.rule();
    column.held = column.held && held;
    if (column.held) {
        column.waiting.push_back(std::move(segment));
        return {};
    }
    if (Result<void> written = writeHeld(column); !written)
        return written;
    return write(column, segment, position);
}

Result<void> SurveyImport::writeHeld(Column &column)
{
    const std::vector<Segment> waiting = std::exchange(column.waiting, {});
    column.held = false;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (Result<void> written = write(column, waiting[i], i); !written)
            return written;
    }
    return {};
}

Result<void> SurveyImport::addVariable(Column &column)
{
    if (column.number != 0)
        return {};
    Variable variable;
    variable.name = column.plan.name;
    variable.text = column.text;
    variable.sourceName = m_plan->header[column.plan.source];
    if (const ColumnRule *rule = column.plan.cells.rule())
        variable.label = rule->label;
    const Result<std::int64_t> number = m_writer.addVariable(variable);
    if (!number)
        return tl::unexpected<Error>(number.error());
    column.number = *number;
    return {};
}

Result<void> SurveyImport::write(Column &column, const Segment &segment, std::size_t position)
{
    if (Result<void> added = addVariable(column); !added)
        return added;
    return m_writer.writeSegment(column.number, position, segment);
}

Result<void> SurveyImport::writeDesignSegment(const char *name, std::int64_t &number, const Segment &segment,
                                              std::size_t position)
{
    if (number == 0) {
        Variable variable;
        variable.name = name;
        variable.real = segment.encoding != Segment::Encoding::Codes;
        const Result<std::int64_t> added = m_writer.addVariable(variable);
        if (!added)
            return tl::unexpected<Error>(added.error());
        number = *added;
    }
    return m_writer.writeSegment(number, position, segment);
}

Result<void> SurveyImport::leaveOut(Column &column, const std::string &reason)
{
    column.leftOut = reason;
    m_whyNot[column.plan.source] = reason;
    column.codes = {};
    column.cells.assign(column.cells.size(), {});
    column.waiting.clear();
    column.reader.forget();
    return column.number == 0 ? Result<void>() : m_writer.removeVariable(column.number);
}

Result<void> SurveyImport::finishColumn(Column &column)
{
    if (!column.leftOut.empty() || rowsSoFar() == 0)
        return {};
    if (!column.plan.cells.rule()) {
        const std::string reason = identifierReason(column.plan.name, column.reader.dictionary(), rowsSoFar());
        if (!reason.empty())
            return leaveOut(column, reason);
    }
    Result<void> written = addVariable(column);
    if (written)
        written = writeHeld(column);
    column.reader.complete();
    return written ? m_writer.writeDictionary(column.number, column.reader.dictionary()) : written;
}

Result<void> SurveyImport::finishDesign()
{
    if (m_periodNumber != 0) {
        Dictionary constant;
        constant.add(m_plan->constantPeriod);
        if (Result<void> written = m_writer.writeDictionary(m_periodNumber, constant); !written)
            return written;
    }
    const Result<std::vector<Stratum>> strata = m_design.strata(m_firstName);
    if (!strata)
        return tl::unexpected<Error>(strata.error());
    return m_writer.writeDesign(m_recipe.design, *strata);
}

Result<void> SurveyImport::finish(const std::string &importedAt, ImportReport &report)
{
    if (Result<void> certain = expectPeriodsCertain(); !certain)
        return certain;
    if (Result<void> placed = expectPlaced(m_set.counts, m_ledger, m_firstName); !placed)
        return placed;
    if (m_rows > 0) {
        if (Result<void> flushed = flush(); !flushed)
            return flushed;
    }
    // While the last segment is packed. From here on no column waits.
    for (const std::unique_ptr<Column> &column : m_columns) {
        if (Result<void> finished = finishColumn(*column); !finished)
            return finished;
    }
    if (m_packing)
        m_packing->held.assign(m_packing->held.size(), false);
    if (Result<void> packed = finishPacking(); !packed)
        return packed;
    if (Result<void> finished = finishDesign(); !finished)
        return finished;
    reportColumns(report);
    if (m_blankLines > 0)
        report.notes.emplace_back("blank_lines");
    tellWideWeights(report);
    m_set.info.importedAt = importedAt;
    std::string all;
    for (const SourceRecord &source : m_set.sources)
        all += source.sha256 + "\n";
    m_set.info.sha256 = m_set.sources.size() == 1 ? m_set.sources.front().sha256 : sha256(all);
    m_set.ledger = m_ledger.entries();
    report.dataset = m_recipe.dataset;
    report.counts = m_set.counts;
    return m_writer.finish(m_set);
}

void SurveyImport::reportColumn(ImportReport &report, const std::string &as, std::size_t source) const
{
    report.columns.push_back({m_plan->header[source], as, true, {}});
}

/// In the order of the source; a column that gives several variables has as many lines.
void SurveyImport::reportColumns(ImportReport &report)
{
    m_name = m_firstName;
    bool leftOut = false;
    bool identifiers = false;
    std::vector<std::vector<const Column *>> variables(m_plan->header.size());
    for (const std::unique_ptr<Column> &column : m_columns)
        variables[column->plan.source].push_back(column.get());
    for (std::size_t i = 0; i < m_plan->header.size(); ++i) {
        if (!m_whyNot[i].empty()) {
            report.columns.push_back({m_plan->header[i], {}, false, m_whyNot[i]});
            note(LedgerEntry::Kind::Column, 0, i, {}, m_whyNot[i]);
            leftOut = true;
            identifiers = identifiers || isIdentifierReason(m_whyNot[i]);
            continue;
        }
        for (const Column *column : variables[i])
            reportColumn(report, column->plan.name, i);
        if (m_plan->weight == i)
            reportColumn(report, weightVariable, i);
        if (m_design.isCluster(i))
            reportColumn(report, clusterVariable, i);
        if (m_design.isPopulation(i))
            reportColumn(report, "@population", i); // of the strata: no variable
    }
    if (leftOut)
        report.notes.emplace_back("columns_left_out");
    if (identifiers)
        report.notes.emplace_back("identifiers_left_out");
}

} // namespace evenredig
