// A run of a recipe for persons over its sources: records in; coded segments, design table and ledger out.
#pragma once

#include "core/import/persons/surveycoder.h"
#include "core/import/persons/surveycolumn.h"
#include "core/import/persons/surveyreading.h"
#include "core/import/recipe/importreport.h"
#include "core/import/recipe/recipe.h"
#include "core/import/source/recordsource.h"
#include "core/model/catalogue.h"
#include "core/store/ledger.h"
#include "core/store/microdatawriter.h"

#include <future>
#include <memory>

namespace evenredig {

struct SurveyImportColumn;
struct SurveyStretch;

/// Streams: of the rows it holds one segment at a time and the one being packed, of the values only the different ones.
/// Every record is kept, or set aside with its line and reason; a value that cannot be read becomes an absence and is
/// listed. One thread reads, several code, this one takes what they coded in the order of the source; so the result
/// does not depend on how many there are. Recipe, catalogue and writer must outlive it. Not thread-safe.
class SurveyImport {
public:
    /// `coders` 0: as many as the machine has processors.
    SurveyImport(const Recipe &recipe, const Catalogue &catalogue, MicrodataWriter &writer, std::size_t coders = 0);
    ~SurveyImport();

    /// Puts what is known beforehand into the ledger.
    void tell(LedgerEntry entry) { m_ledger.add(std::move(entry)); }
    /// By the recipe as it was settled for this file, which must outlive the import.
    [[nodiscard]] Result<void> readFile(const std::string &path, const SettledRecipe &settled,
                                        const Progress &progress);
    /// What is left of rows, then dictionaries, design and accounts; ends the transaction.
    [[nodiscard]] Result<void> finish(const std::string &importedAt, ImportReport &report);

private:
    using Column = SurveyImportColumn;
    using Stretch = SurveyStretch;
    struct Unreadable;

    [[nodiscard]] Result<void> takeBatches(RecordSource &source, const Progress &progress);
    [[nodiscard]] Result<void> takeHeader(const RecordBatch &batch);
    [[nodiscard]] Result<void> beginFile(const RecordBatch &batch);
    [[nodiscard]] Result<void> expectPeriodsCertain() const;
    [[nodiscard]] Result<void> takeCoded(CodedBatch coded, const Progress &progress);
    [[nodiscard]] Result<void> keepRows(const CodedBatch &coded);
    [[nodiscard]] Result<void> keepRows(const CodedBatch &coded, std::size_t begin, std::size_t end);
    [[nodiscard]] Result<void> keepTexts(const CodedBatch &coded, std::size_t begin, std::size_t end);
    /// Of each column, whether it needs no numbers any more.
    [[nodiscard]] std::vector<bool> uncoded() const;
    [[nodiscard]] Result<void> leaveOutDistinct();
    void learn(const CodedBatch &coded);
    void learnStrata(const CodedBatch &coded);
    [[nodiscard]] std::vector<Unreadable> unreadable(const CodedBatch &coded) const;
    void findReserved(const CodedBatch &coded, std::vector<Unreadable> &values) const;
    void account(const CodedBatch &coded);
    void watchWeights(const CodedBatch &coded);
    void tellWideWeights(ImportReport &report);
    void setAside(const RecordBatch &batch, const CodedBatch::SetAside &row);
    void note(LedgerEntry::Kind kind, long line, std::size_t column, std::string value, std::string reason);

    [[nodiscard]] Result<void> flush();
    [[nodiscard]] static std::int64_t rowsWithValue(const Column &column);
    void becomeText(Column &column);
    [[nodiscard]] Result<void> finishPacking();
    [[nodiscard]] Result<void> take(Column &column, Segment segment, bool held, std::size_t position);
    [[nodiscard]] Result<void> addVariable(Column &column);
    [[nodiscard]] Result<void> write(Column &column, const Segment &segment, std::size_t position);
    [[nodiscard]] Result<void> writeDesignSegment(const char *name, std::int64_t &number, const Segment &segment,
                                                  std::size_t position);
    [[nodiscard]] Result<void> writeHeld(Column &column);
    [[nodiscard]] Result<void> leaveOut(Column &column, const std::string &reason);
    [[nodiscard]] Result<void> finishColumn(Column &column);
    [[nodiscard]] Result<void> finishDesign();
    [[nodiscard]] std::int64_t rowsSoFar() const { return m_set.counts.rowsKept + m_counts.rowsKept; }
    void reportColumns(ImportReport &report);
    void reportColumn(ImportReport &report, const std::string &as, std::size_t source) const;

    const Recipe &m_recipe;
    const Catalogue &m_catalogue;
    MicrodataWriter &m_writer;

    std::string m_name; ///< of the source being read
    std::string m_firstName;
    const SettledRecipe *m_settled = nullptr;                 ///< of the source being read
    std::unique_ptr<const SurveyPlan> m_plan;                 ///< of the source being read, from its header on
    std::vector<std::unique_ptr<const SurveyPlan>> m_earlier; ///< of the sources before: columns refer to the first
    PeriodTexts m_periodTexts;
    std::vector<std::unique_ptr<Column>> m_columns; ///< as in the plan
    std::vector<std::string> m_whyNot;              ///< per column of the source: the reason that it is left out, or ""
    std::vector<SurveyCoder> m_coders;
    std::size_t m_coder = 0;          ///< whose batch comes next
    std::vector<RecordBatch> m_spare; ///< memory of old batches
    SurveyDesign m_design;
    std::vector<std::vector<std::uint32_t>> m_strataCodes; ///< per coder: the codes of its numbers
    Codes m_strata, m_clusters;
    Reals m_weights;
    double m_leastWeight = 0, m_mostWeight = 0; ///< of the rows so far; 0: none yet
    LedgerEntry m_mostWeightAt;                 ///< where the largest stands
    std::int64_t m_strataNumber = 0, m_clustersNumber = 0, m_weightNumber = 0, m_periodNumber = 0;
    std::size_t m_rows = 0; ///< in the segment being filled
    std::size_t m_segment = 0;
    long m_blankLines = 0;
    ImportCounts m_counts; ///< of the source being read
    ImportedDataset m_set;
    Ledger m_ledger;
    std::unique_ptr<Stretch> m_packing; ///< the segment before the one being filled
};

} // namespace evenredig
