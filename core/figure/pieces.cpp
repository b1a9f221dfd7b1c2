// The small pieces that every figure is put together from.
#include "core/figure/builders.h"

#include <algorithm>

namespace evenredig {

namespace {

bool isDifference(std::string_view estimate)
{
    for (const char *level : {"value", "reference", "first", "last", "second", "base"}) {
        if (estimate == level)
            return false;
    }
    return true;
}

} // namespace

int changeRowOf(const Answer &answer, int index)
{
    if (index < 0)
        return -1;
    const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
    if (row.change)
        return index;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &other = answer.rows[i];
        if (other.change && other.origin == row.origin && other.generation == row.generation
            && other.series == row.series)
            return static_cast<int>(i);
    }
    return -1;
}

int periodRowOf(const Answer &answer, const AnswerRow &change, std::size_t which)
{
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (!row.change && row.origin == change.origin && row.generation == change.generation
            && row.period() == change.periods[which] && row.value("value")
            && (row.series == change.series || change.comparability == Comparability::No))
            return static_cast<int>(i);
    }
    return -1;
}

const Period *levelPeriod(const Answer &answer)
{
    const Period *latest = nullptr;
    for (const AnswerRow &row : answer.rows) {
        if (!row.change && row.value("value") && (!latest || earlier(*latest, row.period())))
            latest = &row.period();
    }
    return latest ? latest : (answer.periods.empty() ? nullptr : &answer.periods.back());
}

std::vector<int> levelRowIndexes(const Answer &answer)
{
    std::vector<int> indexes;
    const Period *period = levelPeriod(answer);
    if (!period)
        return indexes;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (!row.change && row.period() == *period)
            indexes.push_back(static_cast<int>(i));
    }
    return indexes;
}

int focusRow(const Words &words)
{
    const Answer &answer = words.answer();
    const int asked = words.options().focusRow;
    if (asked >= 0 && asked < static_cast<int>(answer.rows.size()))
        return asked;
    if (answer.question.ask == Ask::Level) {
        for (const int index : levelRowIndexes(answer)) {
            if (answer.rows[static_cast<std::size_t>(index)].value("value"))
                return index;
        }
    }
    if (answer.question.ask == Ask::Generations) {
        // Of the period that the figure shows.
        const Period *last = generationsPeriod(answer);
        for (std::size_t i = 0; last && i < answer.rows.size(); ++i) {
            if (answer.rows[i].period() == *last && answer.rows[i].value("contrast"))
                return static_cast<int>(i);
        }
    }
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (answer.rows[i].change)
            return static_cast<int>(i);
    }
    if (answer.question.ask == Ask::Relative) {
        // The last period of the first group that has a change.
        int found = -1;
        for (std::size_t i = 0; i < answer.rows.size(); ++i) {
            const AnswerRow &row = answer.rows[i];
            if (row.value("change") && (found < 0 || row.origin == answer.rows[static_cast<std::size_t>(found)].origin))
                found = static_cast<int>(i);
        }
        if (found >= 0)
            return found;
    }
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        if (answer.rows[i].value("value"))
            return static_cast<int>(i);
    }
    return -1;
}

Mark markOf(const Words &words, int index, std::string_view key, double along)
{
    const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
    Mark mark;
    mark.along = along;
    mark.row = index;
    mark.provisional = row.provisional;
    const Estimate *estimate = row.estimate(key);
    if (!estimate || !estimate->value) {
        mark.state = row.status == Status::Suppressed || row.status == Status::TooFew ? MarkState::Suppressed
                                                                                      : MarkState::NotAsked;
        return mark;
    }
    mark.value = words.screen(*estimate->value);
    if (estimate->hasInterval()) {
        mark.low = words.screen(*estimate->low);
        mark.high = words.screen(*estimate->high);
    }
    if (row.status == Status::Unreliable)
        mark.state = MarkState::Uncertain;
    mark.valueText = isDifference(key) ? words.difference(*estimate->value, row, Sign::Always)
                                       : words.number(*estimate->value, row);
    return mark;
}

Series seriesFor(const Words &words, const AnswerRow &row)
{
    Series series;
    series.origin = row.origin;
    series.generation = row.generation;
    series.label = words.originAndGeneration(row);
    series.reference = row.origin == words.answer().reference;
    const GenerationTerm *term = words.catalogue().generation(row.generation);
    series.hollow = term && term->hollow;
    series.line = row.sourceKind == SourceKind::Survey ? Line::Dashed : Line::Solid;
    const std::vector<std::string> &emphasised = words.options().emphasised;
    series.emphasised = series.reference || emphasised.empty()
                        || std::find(emphasised.begin(), emphasised.end(), row.origin) != emphasised.end();
    return series;
}

void dropRepeatedVerdict(Panel &panel, const Words &words)
{
    const std::string unknown = words.text("verdict.no_margin");
    const bool repeated = std::all_of(panel.rows.begin(), panel.rows.end(), [&](const FigureRow &row) {
        return row.cells.empty() || row.cells.back().empty() || row.cells.back() == unknown;
    });
    if (!repeated || panel.columns.empty())
        return;
    panel.columns.pop_back();
    for (FigureRow &row : panel.rows) {
        if (!row.cells.empty())
            row.cells.pop_back();
    }
}

TableCell textCell(std::string text, int row)
{
    TableCell cell;
    cell.text = std::move(text);
    cell.row = row;
    return cell;
}

TableCell numberCell(const Words &words, int index, const std::string &key, Sign sign)
{
    TableCell cell;
    cell.isNumber = true;
    cell.row = index;
    cell.estimate = key;
    if (index < 0)
        return cell;
    const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
    const std::optional<double> value = row.value(key);
    if (!value) {
        if (key == "value" || key == "first" || key == "second")
            cell.text = words.absenceSymbol(row);
        return cell;
    }
    cell.number = *value;
    if (key == "ratio" || key == "shortfall_ratio")
        cell.text = words.answer().question.ask == Ask::Relative ? words.plain(*value, 2) : words.ratio(*value);
    else if (key == "closed")
        cell.text = words.plain(tidyNumber(*value * 100), 0, sign) + "%";
    else
        cell.text = isDifference(key) ? words.difference(*value, row, sign) : words.number(*value, row, sign);
    return cell;
}

} // namespace evenredig
