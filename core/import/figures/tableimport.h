// One run of a published recipe over its sources: records in, figures and ledger out.
#pragma once

#include "core/import/figures/statline.h"
#include "core/import/figures/tableplan.h"
#include "core/import/recipe/importreport.h"
#include "core/import/recipe/recipe.h"
#include "core/import/recognise/reading.h"
#include "core/import/source/csvreader.h"
#include "core/model/catalogue.h"
#include "core/store/ledger.h"

#include <unordered_map>
#include <unordered_set>

namespace evenredig {

/// Every record is kept (it gives at least one figure, be it an absent one) or set aside with its line and
/// reason. What the recipe leaves open of how to read is recognised in the file and told in the ledger. Not
/// thread-safe.
class TableImport {
public:
    /// The catalogue must outlive the import: it says which origins and generations there are.
    TableImport(const Recipe &recipe, const Catalogue &catalogue);

    [[nodiscard]] Result<void> read(const SourceBytes &source, const Progress &progress);
    /// Lets the next source of a StatLine recipe be looked at for its _metadata.csv, which lies beside `path`.
    void lookBeside(std::string path) { m_path = std::move(path); }
    /// The data set with its accounts; fills the report. Once, at the end.
    [[nodiscard]] Result<ImportedDataset> finish(ImportReport &report);

private:
    /// Why something of a record cannot be used.
    struct Obstacle {
        std::string reason;
        std::size_t column = 0;
        std::string value;
    };
    struct PeriodCell {
        std::optional<Period> period;
        bool provisional = false;
    };
    /// What a record says of itself, for all measures together.
    struct RecordPlace {
        std::optional<std::string> origin, generation;
        PeriodCell period;
        std::optional<Obstacle> originObstacle, generationObstacle, periodObstacle;
    };
    struct Number {
        std::optional<double> value;
        std::optional<Missing> absence;
        int decimals = 0;
        bool provisional = false;
    };

    [[nodiscard]] Result<void> takeHeader(const CsvRecord &record);
    [[nodiscard]] Result<std::vector<std::string>> takeMetadata(const CsvRecord &header);
    [[nodiscard]] Result<void> settleMarks();
    void noteReading();
    void measureInKeys(const CsvRecord &record);
    [[nodiscard]] Result<void> takeRow(const CsvRecord &record);
    [[nodiscard]] const SetAsideRule *setAsideRule(const CsvRecord &record) const;
    [[nodiscard]] RecordPlace placeOf(const CsvRecord &record);
    [[nodiscard]] std::optional<std::string> recoded(const DimensionPlan &plan, const CsvRecord &record) const;
    [[nodiscard]] PeriodCell periodOf(const std::string &text);
    [[nodiscard]] Result<void> settlePeriods();
    void settlePrecision(std::size_t firstFigure);
    [[nodiscard]] bool isPossible(const Number &number, const MeasurePlan &plan, const CsvRecord &record);
    void noteNumber(const PrintedNumber &printed, bool read, std::size_t column, std::string cell, long line);
    [[nodiscard]] std::optional<Obstacle> obstacleOf(const MeasureRule &rule, const RecordPlace &place) const;
    [[nodiscard]] PublishedFigure figureOf(const MeasurePlan &plan, const CsvRecord &record, const RecordPlace &place);
    [[nodiscard]] Number numberAt(std::size_t column, const MeasurePlan &plan, const CsvRecord &record);
    /// False: another value stands there already.
    [[nodiscard]] bool add(PublishedFigure figure, const MeasurePlan &plan);
    void measureRow(const CsvRecord &record);
    [[nodiscard]] std::string nameOf(std::size_t column) const;
    void setAside(const CsvRecord &record, Obstacle obstacle, LocalText remark = {});
    void note(LedgerEntry::Kind kind, long line, std::size_t column, std::string value, std::string reason);
    void reportColumns(ImportReport &report);
    void noteIdleMeasures(ImportReport &report);

    Recipe m_recipe;
    const Catalogue *m_catalogue;
    std::string m_path;         ///< of the source being read; empty: it has no neighbours
    std::string m_name;         ///< of the source being read
    Reading m_reading;          ///< of the source being read
    std::vector<Marks> m_marks; ///< per column of it
    std::optional<StatlineMetadata> m_metadata;
    std::vector<std::size_t> m_dimensions; ///< the columns whose cells the metadata know
    std::vector<std::string> m_header;     ///< of the first source
    std::string m_firstName;
    TablePlan m_plan;
    PeriodTexts::Kind m_periodKind = PeriodTexts::Kind::Plain; ///< of the source being read
    std::unordered_map<std::string, PeriodCell> m_periods;
    std::vector<std::size_t> m_measureOf; ///< per figure: the measure that it is of
    std::vector<int> m_printed;           ///< per measure: the most decimals printed in the source being read
    std::optional<Error> m_impossible;    ///< the first value that cannot be
    std::unordered_map<std::string, std::size_t> m_keys; ///< key of a figure → its place
    std::vector<long> m_matches;                         ///< per measure: how many records met its `when`
    ImportCounts m_counts;                               ///< of the source being read
    long m_repeats = 0;
    long m_rowsWithoutMeasure = 0;
    long m_blankLines = 0;
    ImportedDataset m_set;
    Ledger m_ledger;
};

} // namespace evenredig
