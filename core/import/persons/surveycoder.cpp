#include "core/import/persons/surveycoder.h"

#include "core/import/source/trim.h"

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

SurveyCoder::SurveyCoder(const SurveyPlan &plan)
    : m_plan(&plan), m_columns(plan.columns.size()), m_strata(1 + plan.design.strataColumns().size())
{}

CodedBatch SurveyCoder::code(RecordBatch batch, const std::vector<bool> &skip)
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
            if (column != m_plan->origin && column != m_plan->period && !skip[column])
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
        // What origins and periods stand for is remembered by number, and there are few.
        const bool few = i == m_plan->origin || i == m_plan->period;
        if (few || m_columns[i].numbers.size() < mostNumbers)
            continue;
        coded.columns[i].anew = true;
        m_columns[i].numbers.clear();
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
                                                      m_plan->weightMarks);
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

std::uint32_t SurveyCoder::number(CodedBatch &coded, std::string_view cell, std::size_t column)
{
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
    const SurveyPlan::Column &plan = m_plan->columns[column];
    const std::string_view cell = trimmedCell(coded.batch.cell(row, plan.source));
    const std::uint32_t one = number(coded, cell, column);
    std::vector<std::string> &ids = m_columns[column].ids;
    if (one == ids.size()) {
        const CellRule::Meaning meaning = plan.cells.meaningOf(cell);
        ids.push_back(meaning.missing ? std::string() : meaning.value);
    }
    return ids[one].empty() ? std::nullopt : std::optional<std::uint32_t>(one);
}

void SurveyCoder::codeColumn(CodedBatch &coded, std::size_t column, std::size_t firstKept)
{
    const std::size_t source = m_plan->columns[column].source;
    const CellNumbers &numbers = m_columns[column].numbers;
    m_cells.clear();
    for (std::size_t i = firstKept; i < coded.kept.size(); ++i)
        m_cells.push_back(trimmedCell(coded.batch.cell(coded.kept[i].row, source)));
    if (numbers.isLarge()) {
        for (const std::string_view cell : m_cells)
            numbers.prefetch(cell);
    }
    std::vector<std::uint32_t> &rows = coded.columns[column].rows;
    for (const std::string_view cell : m_cells)
        rows.push_back(number(coded, cell, column));
}

void SurveyCoder::codeStrata(CodedBatch &coded, std::size_t firstKept)
{
    const std::vector<std::uint32_t> *periods = m_plan->period ? &coded.columns[*m_plan->period].rows : nullptr;
    for (std::size_t i = firstKept; i < coded.kept.size(); ++i) {
        const std::uint32_t number = stratum(coded.batch, coded.kept[i].row, periods ? (*periods)[i] : 0);
        coded.strata.push_back(number);
        if (number == m_knownStrata) {
            coded.freshStrata.push_back(i);
            ++m_knownStrata;
        }
    }
}

/// Strata whose keys are equal may have several numbers here (two ways to write a period); they get one code.
std::uint32_t SurveyCoder::stratum(const RecordBatch &batch, std::size_t row, std::uint32_t period)
{
    const auto pair = [](CellNumbers &pairs, std::uint64_t first, std::uint64_t second) {
        std::array<char, CellNumbers::readAhead> key{};
        std::memcpy(key.data(), &first, sizeof first);
        std::memcpy(key.data() + sizeof first, &second, sizeof second);
        return pairs.add({key.data(), key.size()});
    };
    std::uint32_t number = pair(m_strata[0].pairs, m_plan->design.hasPeriods() ? period : 0, 0);
    for (std::size_t i = 1; i < m_strata.size(); ++i) {
        const std::size_t column = m_plan->design.strataColumns()[i - 1];
        number = pair(m_strata[i].pairs, number, m_strata[i].cells.add(trimmedCell(batch.cell(row, column))));
    }
    return number;
}

} // namespace evenredig
