#include "core/import/surveycoder.h"

#include "core/import/trim.h"

#include <algorithm>
#include <utility>

namespace evenredig {

namespace {

/// A coder that knows so many cells of a column forgets them and begins anew: memory stays bounded, and of a column with
/// more different values hardly one comes back soon.
constexpr std::size_t mostNumbers = 1u << 17;
/// So many rows are coded column by column before the next: their texts stay in the processor's nearest memory.
constexpr std::size_t rowsTogether = 1024;

} // namespace

SurveyCoder::SurveyCoder(const SurveyPlan &plan) : m_plan(&plan), m_columns(plan.columns.size()) {}

CodedBatch SurveyCoder::code(RecordBatch batch)
{
    CodedBatch coded;
    coded.batch = std::move(batch);
    begin(coded);
    const std::size_t records = coded.batch.records.size();
    for (std::size_t record = 0, row = 0; record < records;) {
        const std::size_t firstKept = coded.kept.size();
        for (const std::size_t end = std::min(records, record + rowsTogether); record < end; ++record) {
            if (const CsvFault fault = coded.batch.records[record].fault; fault == CsvFault::None)
                sortRow(coded, record, row++);
            else
                coded.setAside.push_back({record, 0, std::nullopt, reasonOf(fault), nullptr});
        }
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            if (column != m_plan->origin && column != m_plan->period)
                codeColumn(coded, column, firstKept);
        }
        codeStrata(coded, firstKept);
    }
    return coded;
}

void SurveyCoder::begin(CodedBatch &coded)
{
    coded.columns.resize(m_columns.size());
    coded.kept.reserve(coded.batch.records.size());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        coded.columns[i].rows.reserve(coded.batch.records.size());
        if (m_columns[i].numbers.size() < mostNumbers)
            continue;
        coded.columns[i].anew = true;
        m_columns[i].numbers.clear();
        m_columns[i].ids.clear();
    }
}

/// Keeps a row, or sets it aside before any of its other values is looked at.
void SurveyCoder::sortRow(CodedBatch &coded, std::size_t record, std::size_t row)
{
    const auto setAside = [&](std::optional<std::size_t> column, std::string_view reason, const SetAsideRule *rule) {
        coded.setAside.push_back({record, row, column, reason, rule});
    };
    if (const SetAsideRule *rule = setAsideRule(coded.batch, row))
        return setAside(std::nullopt, "set_aside", rule);
    const std::optional<std::uint32_t> origin = required(coded, row, m_plan->origin);
    if (!origin)
        return setAside(m_plan->columns[m_plan->origin].source, "unknown_origin", nullptr);
    const std::optional<std::uint32_t> period = m_plan->period ? required(coded, row, *m_plan->period) : 0;
    if (!period)
        return setAside(m_plan->columns[*m_plan->period].source, "unknown_period", nullptr);
    if (m_plan->weight) {
        const std::optional<double> weight = readReal(trimmedCell(coded.batch.cell(row, *m_plan->weight)),
                                                      *m_plan->read);
        if (!weight || !(*weight > 0))
            return setAside(m_plan->weight, weight ? "weight_zero" : "weight_missing", nullptr);
        coded.weights.push_back(*weight);
    }
    coded.columns[m_plan->origin].rows.push_back(*origin);
    if (m_plan->period)
        coded.columns[*m_plan->period].rows.push_back(*period);
    coded.kept.push_back({std::uint32_t(record), std::uint32_t(row)});
}

const SetAsideRule *SurveyCoder::setAsideRule(const RecordBatch &batch, std::size_t row) const
{
    for (const SurveyPlan::SetAside &one : m_plan->setAside) {
        const bool met = std::all_of(one.when.begin(), one.when.end(), [&batch, row](const auto &condition) {
            return trimmedCell(batch.cell(row, condition.first)) == condition.second;
        });
        if (met)
            return one.rule;
    }
    return nullptr;
}

std::uint32_t SurveyCoder::number(CodedBatch &coded, std::size_t row, std::size_t column)
{
    const std::string_view cell = trimmedCell(coded.batch.cell(row, m_plan->columns[column].source));
    CellNumbers &numbers = m_columns[column].numbers;
    const std::size_t before = numbers.size();
    const std::uint32_t number = numbers.add(cell);
    if (number == before)
        coded.columns[column].fresh.push_back(
            {std::uint32_t(cell.data() - coded.batch.text.data()), std::uint32_t(cell.size())});
    return number;
}

std::optional<std::uint32_t> SurveyCoder::required(CodedBatch &coded, std::size_t row, std::size_t column)
{
    const std::uint32_t one = number(coded, row, column);
    std::vector<std::string> &ids = m_columns[column].ids;
    if (one == ids.size()) {
        const SurveyPlan::Column &plan = m_plan->columns[column];
        const CellRule::Meaning meaning = plan.cells.meaningOf(trimmedCell(coded.batch.cell(row, plan.source)));
        ids.push_back(meaning.missing ? std::string() : meaning.value);
    }
    return ids[one].empty() ? std::nullopt : std::optional<std::uint32_t>(one);
}

void SurveyCoder::codeColumn(CodedBatch &coded, std::size_t column, std::size_t firstKept)
{
    std::vector<std::uint32_t> &rows = coded.columns[column].rows;
    for (std::size_t i = firstKept; i < coded.kept.size(); ++i)
        rows.push_back(number(coded, coded.kept[i].row, column));
}

void SurveyCoder::codeStrata(CodedBatch &coded, std::size_t firstKept)
{
    std::string_view period = m_plan->constantPeriod;
    for (std::size_t i = firstKept; i < coded.kept.size(); ++i) {
        if (m_plan->period)
            period = m_columns[*m_plan->period].ids[coded.columns[*m_plan->period].rows[i]];
        m_plan->design.keyOf(coded.batch, coded.kept[i].row, period, m_key);
        const std::size_t before = m_strata.size();
        coded.strata.push_back(m_strata.add(m_key));
        if (coded.strata.back() == before)
            coded.freshStrata.push_back(i);
    }
}

} // namespace evenredig
