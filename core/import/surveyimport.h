// A run of a recipe for persons over its sources: records in; coded segments, design table and ledger out.
#pragma once

#include "core/import/columnindex.h"
#include "core/import/csvreader.h"
#include "core/import/importer.h"
#include "core/import/surveycolumn.h"
#include "core/import/surveydesign.h"
#include "core/store/ledger.h"
#include "core/store/microdatawriter.h"

#include <memory>
#include <set>

namespace evenredig {

/// Streams: of the rows it holds one segment at a time, of the values only the different ones. Every record is
/// kept, or set aside with its line and reason; a value that cannot be read becomes an absence and is listed.
/// Recipe and writer must outlive it. Not thread-safe.
class SurveyImport {
public:
    SurveyImport(const Recipe &recipe, const Catalogue &catalogue, MicrodataWriter &writer);
    ~SurveyImport();

    /// Puts what is known beforehand into the ledger.
    void tell(LedgerEntry entry) { m_ledger.add(std::move(entry)); }
    [[nodiscard]] Result<void> readFile(const std::string &path, const Progress &progress);
    /// What is left of rows, then dictionaries, design and accounts; ends the transaction.
    [[nodiscard]] Result<void> finish(const std::string &importedAt, ImportReport &report);

private:
    struct Column;

    [[nodiscard]] Result<void> takeHeader(const CsvRecord &record);
    [[nodiscard]] Result<void> takeRow(const CsvRecord &record);
    [[nodiscard]] Result<void> keepRow(const CsvRecord &record);
    [[nodiscard]] Result<void> plan(const CsvRecord &record);
    [[nodiscard]] Result<void> planNamed(ColumnIndex &index);
    [[nodiscard]] Result<void> planDesign(ColumnIndex &index);
    void planUnnamed();
    Column &addColumn(const ColumnRule *rule, std::size_t source, std::string name);
    /// The id of what a source writes for a period; nothing when it is none.
    [[nodiscard]] static std::optional<std::string> periodIdOf(std::string_view text);
    [[nodiscard]] SurveyColumn::Convert convertFor(const std::string &name) const;

    [[nodiscard]] const SetAsideRule *setAsideRule(const CsvRecord &record) const;
    [[nodiscard]] std::optional<std::string> obstacle(const CsvRecord &record, std::size_t &column);
    [[nodiscard]] std::optional<std::string> periodObstacle(const CsvRecord &record, std::size_t &column);
    [[nodiscard]] std::optional<std::string> weightObstacle(const CsvRecord &record, std::size_t &column);
    void setAside(const CsvRecord &record, std::size_t column, std::string reason, LocalText remark = {});
    void note(LedgerEntry::Kind kind, long line, std::size_t column, std::string value, std::string reason);

    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<void> take(Column &column, Segment segment);
    [[nodiscard]] Result<void> write(Column &column, const Segment &segment, std::size_t position);
    [[nodiscard]] Result<void> flushDesign();
    [[nodiscard]] Result<void> writeDesignSegment(const char *name, std::int64_t &number, const ColumnValues &values);
    [[nodiscard]] Result<void> writeHeld(Column &column);
    [[nodiscard]] Result<void> leaveOut(Column &column, const std::string &reason);
    [[nodiscard]] Result<void> finishColumn(Column &column);
    [[nodiscard]] Result<void> finishDesign();
    [[nodiscard]] std::int64_t rowsSoFar() const { return std::int64_t(m_segment * segmentRows + m_rows); }
    void reportColumns(ImportReport &report);
    void reportColumn(ImportReport &report, const std::string &as, std::size_t source) const;

    const Recipe &m_recipe;
    const Catalogue &m_catalogue;
    MicrodataWriter &m_writer;

    std::string m_name; ///< of the source being read
    std::string m_firstName;
    std::vector<std::string> m_header;
    std::vector<std::unique_ptr<Column>> m_columns;
    Column *m_origin = nullptr;
    Column *m_period = nullptr;
    std::string m_constantPeriod;
    std::optional<std::size_t> m_weight;
    std::vector<std::pair<std::vector<std::pair<std::size_t, std::string>>, const SetAsideRule *>> m_setAside;
    std::vector<std::string> m_whyNot; ///< per column of the source: the reason that it is left out, or ""
    SurveyDesign m_design;
    Codes m_strata, m_clusters;
    Reals m_weights;
    std::int64_t m_strataNumber = 0, m_clustersNumber = 0, m_weightNumber = 0, m_periodNumber = 0;
    double m_rowWeight = 1; ///< of the row at hand
    std::size_t m_rows = 0; ///< in the segment being filled
    std::size_t m_segment = 0;
    long m_blankLines = 0;
    ImportCounts m_counts; ///< of the source being read
    ImportedDataset m_set;
    Ledger m_ledger;
};

} // namespace evenredig
