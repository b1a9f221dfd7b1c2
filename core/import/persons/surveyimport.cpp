#include "core/import/persons/surveyimport.h"

#include "core/base/threads.h"
#include "core/import/persons/surveyimportcolumn.h"
#include "core/import/persons/surveystretch.h"
#include "core/import/recognise/identifier.h"
#include "core/import/source/trim.h"

#include <algorithm>
#include <deque>
#include <tuple>
#include <utility>

namespace evenredig {

namespace {

/// More coders would wait for the one thread that takes texts apart.
constexpr int mostCoders = 4;
/// Of the plain texts in one segment: a thousand bytes for each row.
constexpr std::size_t longestTexts = 256u << 20;

std::string_view textAt(const RecordBatch &batch, RecordBatch::Span span)
{
    return std::string_view(batch.text).substr(span.begin, span.length);
}

} // namespace

/// A value of a row that is kept which could not be read.
struct SurveyImport::Unreadable {
    std::size_t record = 0, row = 0, column = 0;
};

SurveyImport::SurveyImport(const Recipe &recipe, const Catalogue &catalogue, MicrodataWriter &writer,
                           std::size_t coders)
    : m_recipe(recipe), m_catalogue(catalogue), m_writer(writer), m_design(recipe)
{
    if (coders == 0)
        coders = std::size_t(threadCount(mostCoders));
    m_strataCodes.resize(coders);
    m_set.info.id = recipe.dataset;
    m_set.info.title = recipe.title;
    m_set.info.source = recipe.source;
    m_set.info.kind = recipe.kind;
    m_set.info.classification = recipe.classification;
    m_set.info.synthetic = recipe.synthetic;
    m_set.recipe = recipe.json;
    m_set.comparable = recipe.comparable;
}

SurveyImport::~SurveyImport() = default;

Result<void> SurveyImport::readFile(const std::string &path, const SettledRecipe &settled, const Progress &progress)
{
    m_name = path;
    m_counts = {};
    m_settled = &settled;
    const Result<std::unique_ptr<RecordSource>> source = RecordSource::open(path, settled.recipe.read.csv(), progress);
    if (!source)
        return tl::unexpected<Error>(source.error());
    if (Result<void> taken = takeBatches(**source, progress); !taken)
        return taken;
    m_blankLines += (*source)->blankLines();
    m_set.sources.push_back({path, (*source)->bytes().sha256, (*source)->bytes().size, m_counts});
    m_set.counts += m_counts;
    m_counts = {};
    return {};
}

/// Each batch is read by a thread of its own and coded by another, while this one takes those before. A coder has one
/// batch at a time, so its cells come in order.
Result<void> SurveyImport::takeBatches(RecordSource &source, const Progress &progress)
{
    const auto readNext = [this, &source] {
        RecordBatch spare;
        if (!m_spare.empty()) {
            spare = std::move(m_spare.back());
            m_spare.pop_back();
        }
        return std::async(std::launch::async,
                          [&source, memory = std::move(spare)]() mutable { return source.next(std::move(memory)); });
    };
    std::future<RecordBatch> next = readNext();
    std::deque<std::future<CodedBatch>> coding;
    for (bool last = false; !last || !coding.empty();) {
        if (last || (!m_coders.empty() && coding.size() == m_coders.size())) {
            if (Result<void> taken = takeCoded(coding.front().get(), progress); !taken)
                return taken;
            coding.pop_front();
            continue;
        }
        RecordBatch batch = next.get();
        if (Result<void> header = takeHeader(batch); !header)
            return header;
        last = batch.last;
        if (!last)
            next = readNext();
        if (m_coders.empty()) { // no header yet
            if (batch.fault)
                return tl::unexpected<Error>(*batch.fault);
            continue;
        }
        SurveyCoder &coder = m_coders[(m_coder + coding.size()) % m_coders.size()];
        coding.push_back(
            std::async(std::launch::async, [&coder, records = std::move(batch), skip = uncoded()]() mutable {
                return coder.code(std::move(records), skip);
            }));
    }
    return {};
}

std::vector<bool> SurveyImport::uncoded() const
{
    std::vector<bool> columns;
    for (const std::unique_ptr<Column> &column : m_columns)
        columns.push_back(!column->isCoded());
    return columns;
}

Result<void> SurveyImport::takeHeader(const RecordBatch &batch)
{
    if (!batch.header)
        return {};
    if (batch.headerRecord.fault != CsvFault::None)
        return fail(ErrorCode::HeaderBroken, {{"file", m_name}});
    const bool first = !m_plan;
    if (!first) {
        const ColumnIndex index({batch.header->begin(), batch.header->end()}, m_name);
        if (index.names() != m_plan->header)
            return fail(ErrorCode::SourcesDiffer, {{"file", m_name}, {"other", m_firstName}});
        m_earlier.push_back(std::move(m_plan));
    }
    if (Result<void> begun = beginFile(batch); !begun || !first)
        return begun;
    m_firstName = m_name;
    m_whyNot = m_plan->whyNot;
    m_design = m_plan->design;
    for (const SurveyPlan::Column &column : m_plan->columns)
        m_columns.push_back(std::make_unique<Column>(column, m_strataCodes.size()));
    return {};
}

/// Each file may write its numbers and periods in a way of its own: what cells meant in the one before is forgotten.
Result<void> SurveyImport::beginFile(const RecordBatch &batch)
{
    Result<SurveyPlan> plan = SurveyPlan::make(m_settled->recipe, m_catalogue, *batch.header, m_name,
                                               m_settled->periods);
    if (!plan)
        return tl::unexpected<Error>(plan.error());
    m_plan = std::make_unique<const SurveyPlan>(std::move(*plan));
    m_design.setRecipe(m_settled->recipe);
    m_coder = 0;
    m_coders.clear();
    for (std::vector<std::uint32_t> &codes : m_strataCodes) {
        codes.clear();
        m_coders.emplace_back(*m_plan);
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_columns[i]->reader.readBy(m_plan->columns[i].cells);
        m_columns[i]->cells.assign(m_strataCodes.size(), {});
    }
    return {};
}

/// Without a look at the whole file beforehand "2010-11" was read as a month.
Result<void> SurveyImport::expectPeriodsCertain() const
{
    const PeriodTexts::Kind kind = m_periodTexts.kind();
    const bool doubtful = kind == PeriodTexts::Kind::SchoolYears || kind == PeriodTexts::Kind::TwoWays;
    if (!doubtful || m_plan->periods == PeriodTexts::Kind::SchoolYears)
        return {};
    return tl::unexpected<Error>(
        periodAmbiguous(m_periodTexts, m_plan->header[m_plan->columns[*m_plan->period].source], m_firstName));
}

Result<void> SurveyImport::takeCoded(CodedBatch coded, const Progress &progress)
{
    if (progress.cancelled())
        return fail(ErrorCode::Cancelled);
    learn(coded);
    account(coded);
    watchWeights(coded);
    if (Result<void> kept = keepRows(coded); !kept)
        return kept;
    if (Result<void> left = leaveOutDistinct(); !left)
        return left;
    progress.at(coded.batch.fraction);
    if (coded.batch.fault)
        return tl::unexpected<Error>(*coded.batch.fault);
    m_coder = (m_coder + 1) % m_coders.size();
    m_spare.push_back(std::move(coded.batch));
    return {};
}

/// What the numbers mean that are new to the coder of this batch. A cell that no batch had before is new to every coder,
/// and the cells of a batch come in its order, so codes go by first appearance in the source.
void SurveyImport::learn(const CodedBatch &coded)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const CodedBatch::Numbers &numbers = coded.columns[i];
        Column &column = *m_columns[i];
        Column::Cells &cells = column.cells[m_coder];
        if (!column.isCoded())
            continue;
        if (numbers.anew)
            cells = {};
        const ColumnRule *rule = column.plan.cells.rule();
        const bool periods = m_plan->period == i && !(rule && rule->hasRecode);
        for (const RecordBatch::Span span : numbers.fresh) {
            if (periods)
                m_periodTexts.add(textAt(coded.batch, span));
            const SurveyColumn::Cell cell = column.reader.cell(textAt(coded.batch, span));
            cells.codes.push_back(cell.code);
            cells.unreadable.push_back(cell.unreadable);
            cells.anyUnreadable = cells.anyUnreadable || cell.unreadable;
        }
    }
    learnStrata(coded);
}

void SurveyImport::learnStrata(const CodedBatch &coded)
{
    const Column *periods = m_plan->period ? m_columns[*m_plan->period].get() : nullptr;
    for (const std::size_t place : coded.freshStrata) {
        std::string_view period = m_plan->constantPeriod;
        if (periods) {
            const std::uint32_t number = coded.columns[*m_plan->period].rows[place];
            period = periods->reader.dictionary().value(periods->cells[m_coder].codes[number]);
        }
        m_strataCodes[m_coder].push_back(m_design.addStratum(coded.batch, coded.kept[place].row, period));
    }
}

/// In the order of lines, and of one line in that of the columns.
void SurveyImport::account(const CodedBatch &coded)
{
    const std::vector<Unreadable> values = unreadable(coded);
    auto value = values.begin();
    const auto noteUpTo = [&](std::size_t record) {
        for (; value != values.end() && value->record < record; ++value) {
            const SurveyPlan::Column &plan = m_plan->columns[value->column];
            const std::string text(trimmedCell(coded.batch.cell(value->row, plan.source)));
            note(LedgerEntry::Kind::Value, coded.batch.records[value->record].line, plan.source, text,
                 std::string(plan.cells.reasonFor(text)));
        }
    };
    for (const CodedBatch::SetAside &row : coded.setAside) {
        noteUpTo(row.record);
        setAside(coded.batch, row);
    }
    noteUpTo(coded.batch.records.size());
    m_counts.rowsRead += long(coded.batch.records.size());
    m_counts.rowsSetAside += long(coded.setAside.size());
    m_counts.valuesUnreadable += long(values.size());
}

void SurveyImport::watchWeights(const CodedBatch &coded)
{
    for (std::size_t i = 0; i < coded.weights.size(); ++i) {
        const double weight = coded.weights[i];
        m_leastWeight = m_leastWeight == 0 ? weight : std::min(m_leastWeight, weight);
        if (weight <= m_mostWeight)
            continue;
        m_mostWeight = weight;
        m_mostWeightAt.source = m_name;
        m_mostWeightAt.line = coded.batch.records[coded.kept[i].record].line;
        m_mostWeightAt.column = m_plan->header[*m_plan->weight];
        m_mostWeightAt.value = trimmedCell(coded.batch.cell(coded.kept[i].row, *m_plan->weight));
    }
}

/// A weight hundreds of times another is more often a mark that was misread than a design.
void SurveyImport::tellWideWeights(ImportReport &report)
{
    constexpr double widest = 500;
    if (m_mostWeight <= widest * m_leastWeight)
        return;
    m_mostWeightAt.kind = LedgerEntry::Kind::Note;
    m_mostWeightAt.reason = "weights_wide";
    m_ledger.add(m_mostWeightAt);
    report.notes.emplace_back("weights_wide");
}

std::vector<SurveyImport::Unreadable> SurveyImport::unreadable(const CodedBatch &coded) const
{
    std::vector<Unreadable> values;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column::Cells &cells = m_columns[i]->cells[m_coder];
        if (!cells.anyUnreadable || !m_columns[i]->isCoded())
            continue;
        const std::vector<std::uint32_t> &rows = coded.columns[i].rows;
        for (std::size_t place = 0; place < rows.size(); ++place) {
            if (cells.unreadable[rows[place]])
                values.push_back({coded.kept[place].record, coded.kept[place].row, i});
        }
    }
    findReserved(coded, values);
    std::sort(values.begin(), values.end(), [](const Unreadable &left, const Unreadable &right) {
        return std::tie(left.record, left.column) < std::tie(right.record, right.column);
    });
    return values;
}

/// Plain texts have no numbers of which it is known, so each is looked at.
void SurveyImport::findReserved(const CodedBatch &coded, std::vector<Unreadable> &values) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!m_columns[i]->text)
            continue;
        for (const CodedBatch::Kept &kept : coded.kept) {
            if (hasReservedCharacter(coded.batch.cell(kept.row, m_columns[i]->plan.source)))
                values.push_back({kept.record, kept.row, i});
        }
    }
}

Result<void> SurveyImport::keepRows(const CodedBatch &coded)
{
    for (std::size_t begin = 0; begin < coded.kept.size();) {
        const std::size_t end = std::min(coded.kept.size(), begin + segmentRows - m_rows);
        if (Result<void> kept = keepRows(coded, begin, end); !kept)
            return kept;
        m_counts.rowsKept += long(end - begin);
        m_rows += end - begin;
        begin = end;
        if (m_rows < segmentRows)
            continue;
        if (Result<void> flushed = flush(); !flushed)
            return flushed;
    }
    return {};
}

Result<void> SurveyImport::keepRows(const CodedBatch &coded, std::size_t begin, std::size_t end)
{
    std::vector<std::uint32_t> codes(end - begin);
    const auto translate = [&codes, begin](const std::vector<std::uint32_t> &rows,
                                           const std::vector<std::uint32_t> &known) {
        for (std::size_t i = 0; i < codes.size(); ++i)
            codes[i] = known[rows[begin + i]];
    };
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!m_columns[i]->isCoded())
            continue;
        translate(coded.columns[i].rows, m_columns[i]->cells[m_coder].codes);
        m_columns[i]->codes.append(codes);
    }
    if (Result<void> kept = keepTexts(coded, begin, end); !kept)
        return kept;
    translate(coded.strata, m_strataCodes[m_coder]);
    m_strata.append(codes);
    if (m_plan->weight)
        m_weights.insert(m_weights.end(), coded.weights.begin() + std::ptrdiff_t(begin),
                         coded.weights.begin() + std::ptrdiff_t(end));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const Result<std::uint32_t> cluster = m_design.count(coded.batch, coded.kept[begin + i].row, codes[i], m_name);
        if (!cluster)
            return tl::unexpected<Error>(cluster.error());
        if (m_design.hasClusters())
            m_clusters.push(*cluster);
    }
    return {};
}

Result<void> SurveyImport::keepTexts(const CodedBatch &coded, std::size_t begin, std::size_t end)
{
    for (const std::unique_ptr<Column> &column : m_columns) {
        if (!column->text)
            continue;
        for (std::size_t i = begin; i < end; ++i) {
            const std::string_view cell = trimmedCell(coded.batch.cell(coded.kept[i].row, column->plan.source));
            if (hasReservedCharacter(cell)) // as account() told
                column->texts.addMissing({}, Missing::Unreadable);
            else if (const std::optional<Missing> absence = column->plan.cells.absence(cell))
                column->texts.addMissing(cell, *absence);
            else
                column->texts.add(cell);
        }
        if (column->texts.characters().size() > longestTexts)
            return fail(ErrorCode::FileTooLarge, {{"file", m_name + ", " + column->plan.name},
                                                  {"limit", std::to_string(longestTexts >> 20) + " MB"}});
    }
    return {};
}

Result<void> SurveyImport::leaveOutDistinct()
{
    for (const std::unique_ptr<Column> &column : m_columns) {
        const bool candidate = column->leftOut.empty() && !column->plan.cells.rule();
        if (!candidate || column->reader.dictionary().validCount() <= mostDistinctValues)
            continue;
        if (Result<void> left = leaveOut(*column, "identifier_distinct"); !left)
            return left;
    }
    return {};
}

void SurveyImport::setAside(const RecordBatch &batch, const CodedBatch::SetAside &row)
{
    LedgerEntry entry;
    entry.source = m_name;
    entry.line = batch.records[row.record].line;
    if (row.column) {
        entry.column = m_plan->header[*row.column];
        entry.value = trimmedCell(batch.cell(row.row, *row.column));
    }
    entry.reason = row.reason;
    if (row.rule)
        entry.remark = row.rule->reason;
    m_ledger.add(std::move(entry));
}

void SurveyImport::note(LedgerEntry::Kind kind, long line, std::size_t column, std::string value, std::string reason)
{
    m_ledger.add({m_name, kind, line, m_plan->header[column], std::move(value), std::move(reason)});
}

} // namespace evenredig
