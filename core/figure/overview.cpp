// Overview: a matrix of indicators and groups, the value in the cell, colour only for what is established,
// beyond the margin, with a direction and not sensitive (charts.md §3.9).
#include "core/base/text.h"
#include "core/figure/pieces.h"
#include "core/figure/questions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace evenredig {

namespace {

// A row of another indicator is written in that indicator's unit: the words are made for it.
struct IndicatorWords {
    IndicatorWords(const Words &overview, const Indicator &indicator)
        : answer(frame(indicator)), words(answer, overview.catalogue(), overview.options())
    {}
    static Answer frame(const Indicator &indicator)
    {
        Answer own;
        own.indicator = indicator;
        return own;
    }
    Answer answer;
    Words words;
};

// The step of a gap on a scale that units share: Cohen's h = 2·asin√p₁ − 2·asin√p₂ for shares, where 0.5
// is a middling difference; for amounts a quarter of the reference.
int step(const AnswerRow &row, const Indicator &indicator)
{
    const double value = row.value(Key::Value).value_or(0);
    const double reference = row.value(Key::Reference).value_or(0);
    if (indicator.unit == Unit::Percent) {
        const auto angle = [](double p) { return 2 * std::asin(std::sqrt(std::clamp(p, 0.0, 1.0))); };
        return std::fabs(angle(value) - angle(reference)) >= 0.5 ? 2 : 1;
    }
    return reference != 0 && std::fabs(value - reference) >= 0.25 * std::fabs(reference) ? 2 : 1;
}

int toneOf(const AnswerRow &row, const Indicator &indicator)
{
    if (indicator.sensitive || indicator.direction == Direction::Neutral || row.assessment.size != Size::BeyondMargin)
        return 0;
    if (row.assessment.verdict == Verdict::MoreFavourable)
        return step(row, indicator);
    if (row.assessment.verdict == Verdict::LessFavourable)
        return -step(row, indicator);
    return 0;
}

MatrixCell::Trend trendOf(const AnswerRow &row)
{
    switch (row.changeAssessment.verdict) {
    case Verdict::Smaller: return MatrixCell::Trend::Smaller;
    case Verdict::Larger: return MatrixCell::Trend::Larger;
    case Verdict::Unchanged: return MatrixCell::Trend::Unchanged;
    default: return MatrixCell::Trend::None;
    }
}

MatrixCell cellOf(const Words &words, const Indicator &indicator, const AnswerRow &row, int index)
{
    MatrixCell cell;
    cell.row = index;
    const std::optional<double> value = row.value(Key::Value);
    if (!value) {
        cell.text = words.absenceSymbol(row, Key::Value);
        cell.state = isHidden(row.absence) ? MarkState::Suppressed : MarkState::NotAsked;
        cell.spoken = words.text("overview.spoken_absent", {{"indicator", indicator.label.in(words.options().language)},
                                                            {"origin", words.origin(row)},
                                                            {"absence", words.absence(row)}});
        return cell;
    }
    cell.text = words.of(row, Key::Value) + (row.isProvisional(Key::Value) ? "*" : "");
    cell.strong = row.assessment.established.value_or(false) && row.assessment.verdict != Verdict::Equal;
    cell.tone = toneOf(row, indicator);
    cell.trend = trendOf(row);
    const std::string verdict = words.verdict(row);
    cell.spoken = words.text("overview.spoken", {{"indicator", indicator.label.in(words.options().language)},
                                                 {"origin", words.originAndGeneration(row)},
                                                 {"period", words.period(row.period(), row.provisional)},
                                                 {"value", words.withUnit(row, Key::Value)},
                                                 {"verdict", verdict.empty() ? verdict : ", " + verdict}});
    return cell;
}

/// The references' values; where rows are compared with several references each is named.
std::string referenceText(const Words &words, const std::vector<const AnswerRow *> &rows, bool named)
{
    std::vector<std::string> texts;
    for (const AnswerRow *row : rows) {
        if (!row->value(Key::Reference))
            continue;
        const std::string value = words.of(*row, Key::Reference);
        addOnce(texts, named ? value + " (" + words.reference(*row) + ")" : value);
    }
    return joined(texts, "; ");
}

/// The periods of an indicator's figures: "2023*", or "2015/'16; 2022*".
std::string periodsText(const Words &words, const std::vector<const AnswerRow *> &rows)
{
    std::vector<std::string> texts;
    for (const AnswerRow *row : rows) {
        if (row->value(Key::Value))
            addOnce(texts, words.period(row->period(), row->provisional));
    }
    return joined(texts, "; ");
}

// An indicator without figures in the file: typed absence in every cell, and no row of the answer behind it.
MatrixRow emptyRow(const Words &words, const Indicator &indicator, std::size_t groups)
{
    MatrixRow line;
    line.indicator = indicator.id;
    line.label = indicator.label.in(words.options().language);
    MatrixCell cell;
    cell.text = words.text("overview.no_data_symbol");
    cell.state = MarkState::NotAsked;
    cell.spoken = words.text("overview.spoken_no_data", {{"indicator", line.label}});
    line.cells.assign(groups, cell);
    return line;
}

bool isShown(FigureForm::Rows rows, const MatrixRow &row)
{
    const auto any = [&](auto &&test) { return std::any_of(row.cells.begin(), row.cells.end(), test); };
    if (rows == FigureForm::Rows::Established)
        return any([](const MatrixCell &cell) { return cell.strong; });
    if (rows == FigureForm::Rows::Changed)
        return any([](const MatrixCell &cell) {
            return cell.trend == MatrixCell::Trend::Smaller || cell.trend == MatrixCell::Trend::Larger;
        });
    return true;
}

// The groups of the answer, as they head the columns.
std::vector<std::string> columnHeads(const Words &words)
{
    const Language language = words.options().language;
    std::vector<std::string> groups, heads;
    for (const AnswerRow &row : words.answer().rows) {
        if (std::find(groups.begin(), groups.end(), row.origin) != groups.end())
            continue;
        groups.push_back(row.origin);
        const Origin *origin = words.catalogue().origin(row.origin);
        const bool shorter = origin && !origin->shortName.nl.empty();
        heads.push_back(shorter ? origin->shortName.in(language)
                                : words.catalogue().originName(row.origin, {}, language));
    }
    return heads;
}

struct OverviewRow {
    MatrixRow line;
    std::string name; ///< of the indicator, and of the generation where there are several
    std::vector<const AnswerRow *> rows;
    std::vector<int> indexes;
};

OverviewRow rowOf(const Words &words, const Indicator &indicator, const std::string &generation)
{
    const Answer &answer = words.answer();
    OverviewRow result;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (answer.rows[i].indicator == indicator.id && answer.rows[i].generation == generation) {
            result.rows.push_back(&answer.rows[i]);
            result.indexes.push_back(static_cast<int>(i));
        }
    }
    const IndicatorWords own(words, indicator);
    result.line.indicator = indicator.id;
    result.name = indicator.label.in(words.options().language);
    const GenerationTerm *term = words.catalogue().generation(generation);
    if (answer.generations.size() > 1 && term)
        result.name += ", " + term->name.in(words.options().language);
    result.line.label = result.name;
    if (indicator.unit != Unit::Percent && !result.rows.empty())
        result.line.label += ", " + own.words.unitShort();
    if (const std::string years = periodsText(own.words, result.rows); !years.empty())
        result.line.label += ", " + years;
    result.line.reference = referenceText(own.words, result.rows, answer.reference().empty());
    for (std::size_t i = 0; i < result.rows.size(); ++i)
        result.line.cells.push_back(cellOf(own.words, indicator, *result.rows[i], result.indexes[i]));
    return result;
}

void addTable(Table &table, const Words &overview, const Words &words, const OverviewRow &row)
{
    std::vector<TableCell> line{textCell(row.name), textCell(words.unitShort()),
                                textCell(periodsText(words, row.rows))};
    TableCell reference = textCell(row.line.reference);
    reference.isNumber = true;
    line.push_back(reference);
    if (row.rows.empty())
        line.resize(table.header.size(), textCell(overview.text("overview.no_data_symbol")));
    for (std::size_t i = 0; i < row.rows.size(); ++i) {
        TableCell cell = numberCell(words, *row.rows[i], row.indexes[i], Key::Value);
        cell.text += row.rows[i]->provisional && cell.number ? "*" : "";
        line.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(line));
}

/// One row per generation that has any.
std::vector<OverviewRow> rowsOf(const Words &words, const Indicator &indicator)
{
    std::vector<OverviewRow> rows;
    for (const std::string &generation : words.answer().generations) {
        OverviewRow row = rowOf(words, indicator, generation);
        if (!row.rows.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

void addLegend(Panel &panel, const Words &words)
{
    panel.toneLegend = {{-1, words.text("overview.less_favourable")},
                        {1, words.text("overview.more_favourable")},
                        {0, words.text("overview.no_tone")}};
    if (words.options().form.rows == FigureForm::Rows::All)
        panel.toneLegend.back().second += "; " + words.text("overview.no_data");
}

/// The rows of the matrix and of the table: an indicator each, or where several generations are asked an indicator and a
/// generation. Gives how many indicators have a figure of a group.
int addRows(Figure &figure, Panel &panel, const Words &words)
{
    const FigureForm::Rows shown = words.options().form.rows;
    int answering = 0;
    for (const Domain &domain : words.catalogue().domains) {
        std::string heading = domain.name.in(words.options().language); // on the domain's first row
        for (const Indicator &indicator : words.catalogue().indicators) {
            if (indicator.domain != domain.id)
                continue;
            std::vector<OverviewRow> rows = rowsOf(words, indicator);
            answering += rows.empty() ? 0 : 1;
            if (rows.empty() && shown == FigureForm::Rows::All)
                rows.push_back({emptyRow(words, indicator, panel.columns.size()),
                                indicator.label.in(words.options().language),
                                {},
                                {}});
            const IndicatorWords own(words, indicator);
            for (OverviewRow &row : rows) {
                if (!row.rows.empty() && !isShown(shown, row.line))
                    continue;
                row.line.heading = std::exchange(heading, {});
                addTable(figure.table, words, own.words, row);
                panel.matrix.push_back(std::move(row.line));
            }
        }
    }
    return answering;
}

std::string rowsInWords(const Words &words, std::size_t count, int answering)
{
    static const std::map<FigureForm::Rows, std::string> kinds{{FigureForm::Rows::Answering, "answering"},
                                                               {FigureForm::Rows::All, "all"},
                                                               {FigureForm::Rows::Established, "established"},
                                                               {FigureForm::Rows::Changed, "changed"}};
    // Those of which the file has figures, but none of a group for this choice.
    const int others = words.answer().indicatorsWithFigures - answering;
    return words.text("overview.rows." + kinds.at(words.options().form.rows),
                      {{"count", std::to_string(count)},
                       {"answering", std::to_string(answering)},
                       {"others", std::to_string(others)},
                       {"all", std::to_string(words.catalogue().indicators.size())}});
}

} // namespace

void buildOverview(Figure &figure, const Words &words)
{
    Panel panel;
    panel.form = Panel::Form::Matrix;
    panel.axis.title = words.text("column.reference");
    panel.columns = columnHeads(words);
    figure.table.header = {words.text("column.indicator"), words.text("column.unit"), words.text("column.period"),
                           words.text("column.reference")};
    figure.table.header.insert(figure.table.header.end(), panel.columns.begin(), panel.columns.end());
    const int answering = addRows(figure, panel, words);
    if (panel.matrix.empty())
        panel.empty = words.text("overview.empty");
    addLegend(panel, words);
    figure.title = words.text("title.overview");
    figure.subtitle = words.text("subtitle.overview", {{"rows", rowsInWords(words, panel.matrix.size(), answering)}});
    if (const std::string &filter = words.answer().filter.in(words.options().language); !filter.empty())
        figure.subtitle += "; " + words.text("subtitle.filter", {{"filter", filter}});
    figure.panels = {std::move(panel)};
}

std::string overviewSentence(const Words &words, const AnswerRow &)
{
    int compared = 0, beyond = 0, small = 0, none = 0, unjudged = 0;
    for (const AnswerRow &row : words.answer().rows) {
        const std::optional<std::string> &asked = words.answer().question.reference;
        if (!row.value(Key::Value) || (asked && *asked == row.origin))
            continue; // nobody is compared with themselves
        ++compared;
        const Assessment &said = row.assessment;
        if (said.verdict == Verdict::NotDemonstrable || said.verdict == Verdict::Equal)
            ++none;
        else if (said.established.value_or(false) && said.size == Size::BeyondMargin)
            ++beyond;
        else if (said.established.value_or(false))
            ++small;
        else
            ++unjudged;
    }
    return words.text("sentence.overview", {{"m", std::to_string(compared)},
                                            {"k", std::to_string(beyond)},
                                            {"s", std::to_string(small)},
                                            {"j", std::to_string(none)},
                                            {"z", std::to_string(unjudged)}});
}

std::string spokenOverview(const Figure &figure, const Words &)
{
    std::string text;
    for (const MatrixRow &row : figure.panels.front().matrix) {
        for (const MatrixCell &cell : row.cells)
            text += " " + cell.spoken;
    }
    return text;
}

int overviewFocus(const Answer &answer)
{
    return answer.rows.empty() ? -1 : 0;
}

} // namespace evenredig
