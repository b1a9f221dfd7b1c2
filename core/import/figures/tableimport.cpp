#include "core/import/figures/tableimport.h"

#include "core/base/file.h"
#include "core/base/numberformat.h"
#include "core/import/recipe/placement.h"
#include "core/import/source/trim.h"

#include <algorithm>
#include <utility>

namespace evenredig {

namespace {

/// Of the progress of a source that is looked at before it is read.
constexpr double sniffingShare = 0.4;

bool meets(const WhenPlan &when, const CsvRecord &record)
{
    return std::all_of(when.begin(), when.end(), [&record](const std::pair<std::size_t, std::string> &one) {
        return trimmedCell(record.fields[one.first]) == one.second;
    });
}

/// The key of a published figure: formats.md, "Recipe". Its parts are joined by a character no text has.
std::string keyOf(const PublishedFigure &figure)
{
    std::string key;
    for (const std::string *part : {&figure.indicator, &figure.origin, &figure.generation, &figure.period.id(),
                                    &figure.classification, &figure.universe.nl, &figure.universe.en, &figure.where}) {
        key += *part;
        key += '\x1F';
    }
    return key;
}

} // namespace

TableImport::TableImport(const Recipe &recipe, const Catalogue &catalogue)
    : m_recipe(recipe), m_catalogue(&catalogue), m_matches(recipe.measures.size(), 0)
{
    m_set.info.id = recipe.dataset;
    m_set.info.title = recipe.title;
    m_set.info.source = recipe.source;
    m_set.info.kind = recipe.kind;
    m_set.info.classification = recipe.classification;
    m_set.info.synthetic = recipe.synthetic;
    m_set.recipe = recipe.json;
    m_set.comparable = recipe.comparable;
}

Result<void> TableImport::read(const SourceBytes &source, const Progress &progress)
{
    m_name = source.name();
    m_counts = {};
    const std::size_t firstFigure = m_set.figures.size();
    Result<Reading> reading = Reading::make(m_recipe.read, source, partOf(progress, 0, sniffingShare));
    if (!reading)
        return tl::unexpected<Error>(reading.error());
    m_reading = std::move(*reading);
    CsvReader reader(
        m_reading.csv, m_name, [this](const CsvRecord &record) { return takeHeader(record); },
        [this](const CsvRecord &record) { return takeRow(record); });
    const double begun = m_reading.sniff ? sniffingShare : 0;
    const Result<FileBytes> bytes = source.stream([&reader](std::string_view piece) { return reader.feed(piece); },
                                                  partOf(progress, begun, 1));
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    if (Result<void> ended = reader.finish(); !ended)
        return ended;
    settlePrecision(firstFigure);
    m_blankLines += reader.blankLines();
    m_set.sources.push_back({m_name, bytes->sha256, bytes->size, m_counts});
    m_set.counts += m_counts;
    return {};
}

Result<void> TableImport::takeHeader(const CsvRecord &record)
{
    if (record.fault != CsvFault::None)
        return fail(ErrorCode::HeaderBroken, {{"file", m_name}});
    const Result<std::vector<std::string>> names = takeMetadata(record);
    if (!names)
        return tl::unexpected<Error>(names.error());
    Result<TablePlan> plan = TablePlan::make(m_recipe, *m_catalogue, {names->begin(), names->end()}, m_name);
    if (!plan)
        return tl::unexpected<Error>(plan.error());
    const bool first = m_set.sources.empty();
    if (!first && plan->columns.names() != m_header)
        return fail(ErrorCode::SourcesDiffer, {{"file", m_name}, {"other", m_firstName}});
    m_plan = std::move(*plan);
    if (first) {
        m_header = m_plan.columns.names();
        m_firstName = m_name;
    }
    noteReading();
    m_printed.assign(m_plan.measures.size(), 0);
    if (Result<void> periods = settlePeriods(); !periods)
        return periods;
    return settleMarks();
}

Result<void> TableImport::takeRow(const CsvRecord &record)
{
    ++m_counts.rowsRead;
    if (record.fault != CsvFault::None)
        setAside(record, {std::string(reasonOf(record.fault)), m_header.size(), {}});
    else if (const SetAsideRule *rule = setAsideRule(record))
        setAside(record, {"set_aside", m_header.size(), {}}, rule->reason);
    else if (m_dimensions.empty())
        measureRow(record);
    else
        measureInKeys(record);
    if (m_impossible && !m_recipe.read.takeLikely)
        return tl::unexpected<Error>(*m_impossible);
    return {};
}

const SetAsideRule *TableImport::setAsideRule(const CsvRecord &record) const
{
    for (const auto &one : m_plan.setAside) {
        if (meets(one.first, record))
            return one.second;
    }
    return nullptr;
}

void TableImport::measureRow(const CsvRecord &record)
{
    const RecordPlace place = placeOf(record);
    std::optional<Obstacle> obstacle;
    bool matched = false;
    bool kept = false;
    std::vector<Obstacle> differing;
    for (std::size_t i = 0; i < m_plan.measures.size(); ++i) {
        const MeasurePlan &measure = m_plan.measures[i];
        if (!meets(measure.when, record))
            continue;
        matched = true;
        ++m_matches[i];
        if (std::optional<Obstacle> found = obstacleOf(*measure.rule, place)) {
            obstacle = std::move(found);
            continue;
        }
        if (add(figureOf(measure, record, place), measure))
            kept = true;
        else
            differing.push_back(
                {"duplicate_differs", measure.value, std::string(trimmedCell(record.fields[measure.value]))});
    }
    if (!kept) {
        if (!matched)
            ++m_rowsWithoutMeasure;
        if (!differing.empty())
            obstacle = differing.front();
        setAside(record, obstacle.value_or(Obstacle{"no_measure", m_header.size(), {}}));
        return;
    }
    ++m_counts.rowsKept;
    if (obstacle) // another measure of this row needed what this one could not be given
        differing.push_back(*obstacle);
    for (const Obstacle &one : differing)
        note(LedgerEntry::Kind::Value, record.line, one.column, one.value, one.reason);
}

TableImport::RecordPlace TableImport::placeOf(const CsvRecord &record)
{
    RecordPlace place;
    place.period.period = m_plan.constantPeriod;
    const auto obstacle = [&record](std::string_view reason, const DimensionPlan &plan) {
        return Obstacle{std::string(reason), plan.column, std::string(trimmedCell(record.fields[plan.column]))};
    };
    if (m_plan.origin.rule) {
        place.origin = recoded(m_plan.origin, record);
        if (!place.origin || !m_catalogue->origin(*place.origin))
            place.originObstacle = obstacle("unknown_origin", m_plan.origin);
    }
    if (m_plan.generation.rule) {
        place.generation = recoded(m_plan.generation, record);
        if (!place.generation || !m_catalogue->generation(*place.generation))
            place.generationObstacle = obstacle("unknown_generation", m_plan.generation);
    }
    if (m_plan.period.rule) {
        const std::optional<std::string> text = recoded(m_plan.period, record);
        if (text)
            place.period = periodOf(*text);
        if (!place.period.period)
            place.periodObstacle = obstacle(whyNoPeriod(m_periodKind, text.value_or("")), m_plan.period);
    }
    return place;
}

/// The cell after recoding; nothing when it is missing, or not listed and nothing catches the rest.
std::optional<std::string> TableImport::recoded(const DimensionPlan &plan, const CsvRecord &record) const
{
    const std::string cell(trimmedCell(record.fields[plan.column]));
    if (plan.rule->missing.contains(cell))
        return std::nullopt;
    if (const auto listed = plan.rule->recode.find(cell); listed != plan.rule->recode.end())
        return listed->second;
    if (cell.empty() || m_reading.missing.contains(cell))
        return std::nullopt;
    if (!plan.rule->hasRecode)
        return cell;
    const auto rest = plan.rule->recode.find("*");
    return rest == plan.rule->recode.end() ? std::nullopt : std::optional<std::string>(rest->second);
}

/// Few periods stand in many records: each text is taken apart once.
TableImport::PeriodCell TableImport::periodOf(const std::string &text)
{
    const auto known = m_periods.find(text);
    if (known != m_periods.end())
        return known->second;
    PeriodCell cell;
    cell.period = periodIn(m_periodKind, text);
    cell.provisional = text.ends_with('*');
    m_periods.emplace(text, cell);
    return cell;
}

std::optional<TableImport::Obstacle> TableImport::obstacleOf(const MeasureRule &rule, const RecordPlace &place) const
{
    if (place.originObstacle && !rule.set.contains("origin"))
        return place.originObstacle;
    if (place.generationObstacle && !rule.set.contains("generation"))
        return place.generationObstacle;
    if (place.periodObstacle && !rule.set.contains("period"))
        return place.periodObstacle;
    return std::nullopt;
}

PublishedFigure TableImport::figureOf(const MeasurePlan &plan, const CsvRecord &record, const RecordPlace &place)
{
    const MeasureRule &rule = *plan.rule;
    const auto dimension = [&rule](const char *name, const std::optional<std::string> &column) {
        const auto set = rule.set.find(name);
        return set != rule.set.end() ? set->second : column.value_or("total");
    };
    PublishedFigure figure;
    figure.dataset = m_recipe.dataset;
    figure.indicator = rule.indicator;
    figure.origin = dimension("origin", place.origin);
    figure.generation = dimension("generation", place.generation);
    figure.period = plan.period ? *plan.period : *place.period.period;
    figure.provisional = (!plan.period && place.period.provisional)
                         || m_recipe.provisional.contains(figure.period.id());
    figure.classification = m_recipe.classification;
    figure.universe = rule.universe;
    figure.where = plan.where;
    figure.sourceKind = rule.sourceKind;
    figure.line = record.line;

    Number number = numberAt(plan.value, plan, record);
    if (number.value && !isPossible(number, plan, record))
        number = {std::nullopt, Missing::Unreadable};
    figure.value = number.value;
    figure.absence = number.absence;
    figure.provisional = figure.provisional || number.provisional;
    int &printed = m_printed[std::size_t(&plan - m_plan.measures.data())];
    printed = std::max(printed, number.decimals);
    if (figure.value && plan.low)
        figure.low = numberAt(*plan.low, plan, record).value;
    if (figure.value && plan.high)
        figure.high = numberAt(*plan.high, plan, record).value;
    if (plan.n)
        figure.n = numberAt(*plan.n, MeasurePlan(), record).value; // a count is never scaled
    return figure;
}

TableImport::Number TableImport::numberAt(std::size_t column, const MeasurePlan &plan, const CsvRecord &record)
{
    const std::string cell(trimmedCell(record.fields[column]));
    Number number;
    if (const auto missing = m_reading.missing.find(cell); missing != m_reading.missing.end()) {
        number.absence = missing->second;
        return number;
    }
    if (cell.empty()) { // nothing stands there, and the recipe does not say why
        number.absence = Missing::Unknown;
        return number;
    }
    if (m_reading.nilIsDash && cell == "-") {
        number.value = 0;
        return number;
    }
    const PrintedNumber printed = readPrinted(cell, m_marks[column]);
    if (printed.number && (!printed.percent || plan.percent)) {
        number.decimals = printed.number->decimals;
        number.value = plan.scale.apply(*printed.number);
        number.provisional = printed.provisional;
    }
    if (!number.value) {
        number.absence = printed.doubt == NumberText::Doubt::Bound ? Missing::Unknown : Missing::Unreadable;
        ++m_counts.valuesUnreadable;
    }
    noteNumber(printed, number.value.has_value(), column, cell, record.line);
    return number;
}

void TableImport::noteNumber(const PrintedNumber &printed, bool read, std::size_t column, std::string cell, long line)
{
    const char *reason = printed.doubt == NumberText::Doubt::Bound      ? "bound"
                         : printed.doubt == NumberText::Doubt::Brackets ? "brackets"
                         : printed.number && printed.percent            ? "percent_sign"
                                                                        : "unreadable";
    if (!read)
        note(LedgerEntry::Kind::Value, line, column, std::move(cell), reason);
    else if (printed.remarked)
        note(LedgerEntry::Kind::Note, line, column, std::move(cell), "remarked");
}

/// A share below 0 or above 1 comes from marks or a scale that are not those of the source.
bool TableImport::isPossible(const Number &number, const MeasurePlan &plan, const CsvRecord &record)
{
    constexpr double rounding = 1e-9;
    if (!plan.share || (*number.value >= -rounding && *number.value <= 1 + rounding))
        return true;
    const std::string cell(trimmedCell(record.fields[plan.value]));
    ++m_counts.valuesUnreadable;
    note(LedgerEntry::Kind::Value, record.line, plan.value, cell, "impossible");
    if (!m_impossible)
        m_impossible = Error{
            ErrorCode::ValueImpossible,
            {{"file", m_name}, {"line", std::to_string(record.line)}, {"column", nameOf(plan.value)}, {"value", cell}}};
    return false;
}

/// One precision for a measure in a source: "4" among "4,3" has lost a zero, and is not rounded to whole numbers.
void TableImport::settlePrecision(std::size_t firstFigure)
{
    for (std::size_t i = firstFigure; i < m_set.figures.size(); ++i) {
        const MeasurePlan &plan = m_plan.measures[m_measureOf[i]];
        const int printed = plan.rule->decimals.value_or(m_printed[m_measureOf[i]]);
        PublishedFigure &figure = m_set.figures[i];
        figure.decimals = plan.scale.decimalsOnScreen(printed, plan.screen);
        figure.half = plan.rule->roundTo ? tidyNumber(*plan.rule->roundTo / 2 * plan.rule->scale)
                                         : plan.scale.halfUnit(printed);
    }
}

bool TableImport::add(PublishedFigure figure, const MeasurePlan &plan)
{
    const auto placed = m_keys.emplace(keyOf(figure), m_set.figures.size());
    if (placed.second) {
        m_measureOf.push_back(std::size_t(&plan - m_plan.measures.data()));
        m_set.figures.push_back(std::move(figure));
        return true;
    }
    const PublishedFigure &first = m_set.figures[placed.first->second];
    if (first.value != figure.value || first.absence != figure.absence)
        return false;
    ++m_repeats;
    note(LedgerEntry::Kind::Note, figure.line, plan.value, std::to_string(first.line), "duplicate");
    return true;
}

/// Empty beyond the last column: what is said is of the record or the file.
std::string TableImport::nameOf(std::size_t column) const
{
    return column < m_header.size() ? m_header[column] : std::string();
}

void TableImport::setAside(const CsvRecord &record, Obstacle obstacle, LocalText remark)
{
    ++m_counts.rowsSetAside;
    m_ledger.add({m_name, LedgerEntry::Kind::Row, record.line, nameOf(obstacle.column), std::move(obstacle.value),
                  std::move(obstacle.reason), std::move(remark)});
}

void TableImport::note(LedgerEntry::Kind kind, long line, std::size_t column, std::string value, std::string reason)
{
    m_ledger.add({m_name, kind, line, nameOf(column), std::move(value), std::move(reason)});
}

Result<ImportedDataset> TableImport::finish(ImportReport &report)
{
    if (m_set.counts.rowsKept == 0 && m_rowsWithoutMeasure > 0 && m_rowsWithoutMeasure == m_set.counts.rowsSetAside)
        return fail(ErrorCode::NoMeasureMatches, {{"file", m_firstName}});
    if (const Result<void> placed = expectPlaced(m_set.counts, m_ledger, m_firstName); !placed)
        return tl::unexpected<Error>(placed.error());
    reportColumns(report);
    noteIdleMeasures(report);
    if (m_repeats > 0)
        report.notes.emplace_back("duplicates");
    if (m_blankLines > 0)
        report.notes.emplace_back("blank_lines");
    if (m_set.sources.size() == 1) {
        m_set.info.sha256 = m_set.sources.front().sha256;
    } else {
        std::string all;
        for (const SourceRecord &source : m_set.sources)
            all += source.sha256 + "\n";
        m_set.info.sha256 = sha256(all);
    }
    report.dataset = m_recipe.dataset;
    report.counts = m_set.counts;
    report.figures = long(m_set.figures.size());
    m_set.ledger = m_ledger.entries();
    return std::move(m_set);
}

void TableImport::reportColumns(ImportReport &report)
{
    m_name = m_firstName;
    const auto as = [this](std::size_t column) -> std::string {
        for (const DimensionPlan *plan : {&m_plan.origin, &m_plan.generation, &m_plan.period}) {
            if (plan->rule && plan->column == column)
                return plan->rule->as;
        }
        return {};
    };
    const std::string reason = m_recipe.keepNamedOnly ? "not_named" : "not_used";
    bool leftOut = false;
    for (std::size_t i = 0; i < m_header.size(); ++i) {
        const bool used = m_plan.columns.isUsed(i);
        const bool rowNumber = i == 0 && m_recipe.read.format == "statline" && m_header[i] == "ID";
        if (rowNumber && !used) { // the portal numbers the rows of its forms; the numbers say nothing
            report.columns.push_back({m_header[i], {}, false, "row_number"});
            continue;
        }
        report.columns.push_back({m_header[i], as(i), used, used ? std::string() : reason});
        if (!used)
            note(LedgerEntry::Kind::Column, 0, i, {}, reason);
        leftOut = leftOut || !used;
    }
    if (leftOut)
        report.notes.emplace_back("columns_left_out");
}

/// A measure that no record met is more often a misspelt `when` than meant so.
void TableImport::noteIdleMeasures(ImportReport &report)
{
    if (m_set.counts.rowsKept == 0)
        return;
    bool idle = false;
    for (std::size_t i = 0; i < m_matches.size(); ++i) {
        if (m_matches[i] > 0)
            continue;
        idle = true;
        note(LedgerEntry::Kind::Note, 0, m_plan.measures[i].value, m_recipe.measures[i].indicator,
             "measure_without_rows");
    }
    if (idle)
        report.notes.emplace_back("measure_without_rows");
}

} // namespace evenredig
