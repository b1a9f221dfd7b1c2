// One of the threads that turn the cells of persons into numbers.
#pragma once

#include "core/import/persons/surveyplan.h"
#include "core/import/source/cellnumbers.h"

namespace evenredig {

/// What a coder makes of a batch. Its numbers are its own; whoever takes the batches in order gives them the codes of the
/// data set, by the cells that are new to the coder.
struct CodedBatch {
    struct Numbers {
        bool anew = false;                    ///< the coder counts from 0 again
        std::vector<RecordBatch::Span> fresh; ///< the cells that got the next numbers, trimmed
        std::vector<std::uint32_t> rows;      ///< the number of every row that is kept
    };
    /// A row that cannot be used.
    struct SetAside {
        std::size_t record = 0;             ///< in the batch
        std::size_t row = 0;                ///< of the records without a fault
        std::optional<std::size_t> column;  ///< of the source, when one value is to blame
        std::string_view reason;            ///< of the ledger
        const SetAsideRule *rule = nullptr; ///< of the recipe, when that is the reason
    };
    struct Kept {
        std::uint32_t record = 0, row = 0;
    };

    RecordBatch batch;
    std::vector<Kept> kept;
    std::vector<SetAside> setAside;
    std::vector<Numbers> columns; ///< as in the plan
    std::vector<double> weights;  ///< of the rows that are kept; none when the plan has no weight
    std::vector<std::uint32_t> strata;
    std::vector<std::size_t> freshStrata; ///< the places in `kept` where a stratum came that is new to the coder
};

/// Remembers the cells that it has met, up to a limit, so that a cell costs one look-up; what it gives depends on the
/// plan and the batches alone. Used by one thread at a time. The plan must outlive it.
class SurveyCoder {
public:
    explicit SurveyCoder(const SurveyPlan &plan);
    /// The columns that `skip` marks get no numbers.
    [[nodiscard]] CodedBatch code(RecordBatch batch, const std::vector<bool> &skip);

private:
    struct Column {
        CellNumbers numbers;
        std::vector<std::string> ids; ///< of origin and period: what each number stands for; "" when it is an absence
    };
    /// A step from the number of a stratum's first parts to the number of the parts with one more.
    struct StratumPart {
        CellNumbers cells, pairs;
    };

    void begin(CodedBatch &coded);
    void sortRow(CodedBatch &coded, std::size_t record, std::size_t row);
    [[nodiscard]] const SetAsideRule *setAsideRule(const RecordBatch &batch, std::size_t row) const;
    [[nodiscard]] std::uint32_t number(CodedBatch &coded, std::string_view cell, std::size_t column);
    /// The number of an origin or a period; nothing when the row has none.
    [[nodiscard]] std::optional<std::uint32_t> required(CodedBatch &coded, std::size_t row, std::size_t column);
    void codeColumn(CodedBatch &coded, std::size_t column, std::size_t firstKept);
    void codeStrata(CodedBatch &coded, std::size_t firstKept);
    [[nodiscard]] std::uint32_t stratum(const RecordBatch &batch, std::size_t row, std::uint32_t period);

    const SurveyPlan *m_plan;
    std::vector<Column> m_columns;
    std::vector<StratumPart> m_strata; ///< of the period, then of each column
    std::size_t m_knownStrata = 0;
    std::vector<std::string_view> m_cells; ///< kept, so that a column allocates nothing
};

} // namespace evenredig
