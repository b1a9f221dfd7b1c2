// How the columns of an import of persons get into the file, and which of them are left out of it.
#include "core/base/file.h"
#include "core/import/identifier.h"
#include "core/import/surveyimportcolumn.h"

#include <atomic>
#include <future>
#include <utility>

namespace evenredig {

namespace {

/// Packs in two threads: the one that reads has nothing to do meanwhile.
std::vector<Segment> encodeAll(const std::vector<const Codes *> &columns)
{
    std::vector<Segment> segments(columns.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&columns, &segments, &next] {
        for (std::size_t i = next++; i < columns.size(); i = next++)
            segments[i] = encodeSegment(*columns[i]);
    };
    const std::future<void> other = std::async(std::launch::async, work);
    work();
    other.wait();
    return segments;
}

bool isIdentifierReason(const std::string &reason)
{
    return reason.starts_with("identifier_");
}

} // namespace

/// Ends a segment: what was read of every column goes into the file.
Result<void> SurveyImport::flush()
{
    std::vector<Column *> kept;
    std::vector<const Codes *> codes;
    for (const std::unique_ptr<Column> &column : m_columns) {
        if (!column->leftOut.empty())
            continue;
        kept.push_back(column.get());
        codes.push_back(&column->codes);
    }
    std::vector<Segment> segments = encodeAll(codes);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (Result<void> taken = take(*kept[i], std::move(segments[i])); !taken)
            return taken;
        kept[i]->codes.clear();
    }
    if (Result<void> written = flushDesign(); !written)
        return written;
    ++m_segment;
    m_rows = 0;
    return {};
}

/// A column whose values all differ so far is probably left out in the end: it waits in memory, which one
/// million different values bound, and the file does not grow for nothing.
Result<void> SurveyImport::take(Column &column, Segment segment)
{
    if (m_segment == 0)
        column.held = !column.rule;
    if (column.held)
        column.held = mayBeUnique(column.reader.dictionary(), rowsSoFar());
    if (column.held) {
        column.waiting.push_back(std::move(segment));
        return {};
    }
    if (Result<void> written = writeHeld(column); !written)
        return written;
    return write(column, segment, m_segment);
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

Result<void> SurveyImport::write(Column &column, const Segment &segment, std::size_t position)
{
    if (column.number == 0) {
        Variable variable;
        variable.name = column.name;
        variable.sourceName = m_header[column.source];
        if (column.rule)
            variable.label = column.rule->label;
        const Result<std::int64_t> number = m_writer.addVariable(variable);
        if (!number)
            return tl::unexpected<Error>(number.error());
        column.number = *number;
    }
    return m_writer.writeSegment(column.number, position, segment);
}

Result<void> SurveyImport::flushDesign()
{
    Result<void> written;
    if (!m_period) {
        Codes constant;
        constant.reserve(m_rows);
        for (std::size_t i = 0; i < m_rows; ++i)
            constant.push(0);
        written = writeDesignSegment("period", m_periodNumber, constant);
    }
    if (written)
        written = writeDesignSegment(stratumVariable, m_strataNumber, m_strata);
    if (written && m_design.hasClusters())
        written = writeDesignSegment(clusterVariable, m_clustersNumber, m_clusters);
    if (written && m_weight)
        written = writeDesignSegment(weightVariable, m_weightNumber, m_weights);
    m_strata.clear();
    m_clusters.clear();
    m_weights.clear();
    return written;
}

Result<void> SurveyImport::writeDesignSegment(const char *name, std::int64_t &number, const ColumnValues &values)
{
    if (number == 0) {
        Variable variable;
        variable.name = name;
        variable.real = std::holds_alternative<Reals>(values);
        const Result<std::int64_t> added = m_writer.addVariable(variable);
        if (!added)
            return tl::unexpected<Error>(added.error());
        number = *added;
    }
    return m_writer.writeSegment(number, m_segment, encodeSegment(values));
}

Result<void> SurveyImport::leaveOut(Column &column, const std::string &reason)
{
    column.leftOut = reason;
    m_whyNot[column.source] = reason;
    column.codes = {};
    column.waiting.clear();
    column.reader.forget();
    return column.number == 0 ? Result<void>() : m_writer.removeVariable(column.number);
}

Result<void> SurveyImport::finishColumn(Column &column)
{
    if (!column.leftOut.empty())
        return {};
    if (!column.rule) {
        const std::string reason = identifierReason(column.name, column.reader.dictionary(), rowsSoFar());
        if (!reason.empty())
            return leaveOut(column, reason);
    }
    if (Result<void> written = writeHeld(column); !written)
        return written;
    column.reader.complete();
    return column.number == 0 ? Result<void>() : m_writer.writeDictionary(column.number, column.reader.dictionary());
}

Result<void> SurveyImport::finishDesign()
{
    if (m_periodNumber != 0) {
        Dictionary constant;
        constant.add(m_constantPeriod);
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
    const std::int64_t rows = rowsSoFar();
    if (m_rows > 0) {
        // The last segment is not a full one, so the rows are counted before it ends.
        if (Result<void> flushed = flush(); !flushed)
            return flushed;
        --m_segment;
        m_rows = std::size_t(rows) - m_segment * segmentRows;
    }
    for (const std::unique_ptr<Column> &column : m_columns) {
        if (Result<void> finished = finishColumn(*column); !finished)
            return finished;
    }
    if (Result<void> finished = finishDesign(); !finished)
        return finished;
    reportColumns(report);
    if (m_blankLines > 0)
        report.notes.emplace_back("blank_lines");
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
    report.columns.push_back({m_header[source], as, true, {}});
}

/// In the order of the source; a column that gives several variables has as many lines.
void SurveyImport::reportColumns(ImportReport &report)
{
    m_name = m_firstName;
    bool leftOut = false;
    bool identifiers = false;
    for (std::size_t i = 0; i < m_header.size(); ++i) {
        if (!m_whyNot[i].empty()) {
            report.columns.push_back({m_header[i], {}, false, m_whyNot[i]});
            note(LedgerEntry::Kind::Column, 0, i, {}, m_whyNot[i]);
            leftOut = true;
            identifiers = identifiers || isIdentifierReason(m_whyNot[i]);
            continue;
        }
        for (const std::unique_ptr<Column> &column : m_columns) {
            if (column->source == i)
                reportColumn(report, column->name, i);
        }
        if (m_weight == i)
            reportColumn(report, weightVariable, i);
        if (m_design.owns(i))
            reportColumn(report, clusterVariable, i);
    }
    if (leftOut)
        report.notes.emplace_back("columns_left_out");
    if (identifiers)
        report.notes.emplace_back("identifiers_left_out");
}

} // namespace evenredig
