// Overview: a matrix of indicators and groups, the value in the cell, colour only for what is established,
// beyond the margin, with a direction and not sensitive (charts.md §3.9).
#include "core/figure/builders.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace evenredig {

namespace {

// A row of another indicator is written in that indicator's unit: the words are made for it.
struct IndicatorWords {
    IndicatorWords(const Words &overview, const Indicator &indicator)
        : answer(frame(overview.answer(), indicator)), words(answer, overview.catalogue(), overview.options())
    {}
    static Answer frame(const Answer &overview, const Indicator &indicator)
    {
        Answer own;
        own.indicator = indicator;
        own.reference = overview.reference;
        return own;
    }
    Answer answer;
    Words words;
};

// The step of a gap on a scale that units share: Cohen's h = 2·asin√p₁ − 2·asin√p₂ for shares, where 0.5
// is a middling difference; for amounts a quarter of the reference.
int step(const AnswerRow &row, const Indicator &indicator)
{
    const double value = row.value("value").value_or(0);
    const double reference = row.value("reference").value_or(0);
    if (indicator.unit == Unit::Percent) {
        const auto angle = [](double p) { return 2 * std::asin(std::sqrt(std::clamp(p, 0.0, 1.0))); };
        return std::fabs(angle(value) - angle(reference)) >= 0.5 ? 2 : 1;
    }
    return reference != 0 && std::fabs(value - reference) >= 0.25 * std::fabs(reference) ? 2 : 1;
}

int toneOf(const AnswerRow &row, const Indicator &indicator)
{
    if (indicator.sensitive || indicator.direction == Direction::Neutral || row.size != Size::BeyondMargin)
        return 0;
    if (row.verdict == Verdict::MoreFavourable)
        return step(row, indicator);
    if (row.verdict == Verdict::LessFavourable)
        return -step(row, indicator);
    return 0;
}

MatrixCell::Trend trendOf(const AnswerRow &row)
{
    switch (row.changeVerdict) {
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
    const std::optional<double> value = row.value("value");
    if (!value) {
        cell.text = words.absenceSymbol(row);
        cell.state = row.status == Status::Suppressed || row.status == Status::TooFew ? MarkState::Suppressed
                                                                                      : MarkState::NotAsked;
        cell.spoken = words.text("overview.spoken_absent", {{"indicator", indicator.label.in(words.options().language)},
                                                            {"origin", words.origin(row)},
                                                            {"absence", words.absence(row)}});
        return cell;
    }
    cell.text = words.number(*value, row);
    cell.strong = row.established.value_or(false) && row.verdict != Verdict::Equal;
    cell.tone = toneOf(row, indicator);
    cell.trend = trendOf(row);
    cell.spoken = words.text("overview.spoken", {{"indicator", indicator.label.in(words.options().language)},
                                                 {"origin", words.originAndGeneration(row)},
                                                 {"period", words.period(row.period(), row.provisional)},
                                                 {"value", words.withUnit(*value, row)},
                                                 {"verdict", words.verdict(row)}});
    return cell;
}

std::string referenceText(const Words &words, const std::vector<const AnswerRow *> &rows)
{
    for (const AnswerRow *row : rows) {
        if (const std::optional<double> reference = row->value("reference"))
            return words.number(*reference, *row);
    }
    return {};
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

void addTable(Table &table, const Words &overview, const Words &words, const Indicator &indicator,
              const std::vector<const AnswerRow *> &rows, const std::vector<int> &indexes)
{
    std::vector<TableCell> line{textCell(indicator.label.in(overview.options().language)), textCell(words.unitShort())};
    TableCell reference = textCell(referenceText(words, rows));
    reference.isNumber = true;
    line.push_back(reference);
    if (rows.empty())
        line.resize(table.header.size(), textCell(overview.text("overview.no_data_symbol")));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TableCell cell;
        cell.isNumber = true;
        cell.row = indexes[i];
        cell.estimate = "value";
        cell.number = rows[i]->value("value");
        cell.text = cell.number ? words.number(*cell.number, *rows[i]) : words.absenceSymbol(*rows[i]);
        line.push_back(cell);
    }
    table.rows.push_back(std::move(line));
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
    std::vector<const AnswerRow *> rows;
    std::vector<int> indexes;
};

OverviewRow rowOf(const Words &words, const Indicator &indicator)
{
    const Answer &answer = words.answer();
    OverviewRow result;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (answer.rows[i].indicator == indicator.id) {
            result.rows.push_back(&answer.rows[i]);
            result.indexes.push_back(static_cast<int>(i));
        }
    }
    const IndicatorWords own(words, indicator);
    result.line.indicator = indicator.id;
    result.line.label = indicator.label.in(words.options().language);
    if (indicator.unit != Unit::Percent && !result.rows.empty())
        result.line.label += ", " + own.words.unitShort();
    result.line.reference = referenceText(own.words, result.rows);
    for (std::size_t i = 0; i < result.rows.size(); ++i)
        result.line.cells.push_back(cellOf(own.words, indicator, *result.rows[i], result.indexes[i]));
    return result;
}

void addLegend(Panel &panel, const Words &words)
{
    panel.toneLegend = {{-1, words.text("overview.less_favourable")},
                        {1, words.text("overview.more_favourable")},
                        {0, words.text("overview.no_tone")}};
    if (words.options().form.rows == FigureForm::Rows::All)
        panel.toneLegend.back().second += "; " + words.text("overview.no_data");
}

} // namespace

void buildOverview(Figure &figure, const Words &words)
{
    const FigureForm::Rows shown = words.options().form.rows;
    Panel panel;
    panel.form = Panel::Form::Matrix;
    panel.axis.title = words.text("column.reference");
    panel.columns = columnHeads(words);
    figure.table.header = {words.text("column.indicator"), words.text("column.unit"), words.text("column.reference")};
    figure.table.header.insert(figure.table.header.end(), panel.columns.begin(), panel.columns.end());
    int answering = 0;
    for (const Domain &domain : words.catalogue().domains) {
        bool first = true;
        for (const Indicator &indicator : words.catalogue().indicators) {
            if (indicator.domain != domain.id)
                continue;
            OverviewRow row = rowOf(words, indicator);
            answering += row.rows.empty() ? 0 : 1;
            if (row.rows.empty() && shown != FigureForm::Rows::All)
                continue;
            if (row.rows.empty())
                row.line = emptyRow(words, indicator, panel.columns.size());
            else if (!isShown(shown, row.line))
                continue;
            if (first)
                row.line.heading = domain.name.in(words.options().language);
            first = false;
            const IndicatorWords own(words, indicator);
            addTable(figure.table, words, own.words, indicator, row.rows, row.indexes);
            panel.matrix.push_back(std::move(row.line));
        }
    }
    if (panel.matrix.empty())
        panel.empty = words.text("overview.empty");
    addLegend(panel, words);
    const std::string count = std::to_string(panel.matrix.size());
    static const std::map<FigureForm::Rows, std::string> kinds{{FigureForm::Rows::Answering, "answering"},
                                                               {FigureForm::Rows::All, "all"},
                                                               {FigureForm::Rows::Established, "established"},
                                                               {FigureForm::Rows::Changed, "changed"}};
    figure.panels = {panel};
    figure.title = words.text("title.overview");
    figure.subtitle = words.text(
        "subtitle.overview", {{"rows", words.text("overview.rows." + kinds.at(shown),
                                                  {{"count", count},
                                                   {"answering", std::to_string(answering)},
                                                   {"all", std::to_string(words.catalogue().indicators.size())}})}});
}

std::vector<std::string> overviewSentences(const Words &words)
{
    int compared = 0, beyond = 0, small = 0, none = 0, unjudged = 0;
    for (const AnswerRow &row : words.answer().rows) {
        if (!row.value("value"))
            continue;
        ++compared;
        if (row.verdict == Verdict::NotDemonstrable || row.verdict == Verdict::Equal)
            ++none;
        else if (row.established.value_or(false) && row.size == Size::BeyondMargin)
            ++beyond;
        else if (row.established.value_or(false))
            ++small;
        else
            ++unjudged;
    }
    return {words.text("sentence.overview", {{"m", std::to_string(compared)},
                                             {"k", std::to_string(beyond)},
                                             {"s", std::to_string(small)},
                                             {"j", std::to_string(none)},
                                             {"z", std::to_string(unjudged)}})};
}

} // namespace evenredig
