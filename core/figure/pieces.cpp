#include "core/figure/pieces.h"

#include "core/base/text.h"

#include <algorithm>

namespace evenredig {

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
            && (row.isOnLineOf(other) || (other.series == row.series && other.comparability == Comparability::No)))
            return static_cast<int>(i);
    }
    return -1;
}

int periodRowOf(const Answer &answer, const AnswerRow &change, std::size_t which)
{
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (!row.change && row.origin == change.origin && row.generation == change.generation
            && row.period() == change.periods[which] && row.value(Key::Value)
            && (row.isOnLineOf(change) || change.comparability == Comparability::No))
            return static_cast<int>(i);
    }
    return -1;
}

const Period *levelPeriod(const Answer &answer)
{
    const Period *latest = nullptr;
    for (const AnswerRow &row : answer.rows) {
        if (!row.change && row.value(Key::Value) && (!latest || earlier(*latest, row.period())))
            latest = &row.period();
    }
    return latest ? latest : (answer.periods.empty() ? nullptr : &answer.periods.back());
}

int lastFigureOfFirstGroup(const Answer &answer)
{
    int found = -1;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (row.value(Key::Value) && (found < 0 || row.origin == answer.rows[static_cast<std::size_t>(found)].origin))
            found = static_cast<int>(i);
    }
    return found;
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

Mark markOf(const Words &words, int index, Key key, double along)
{
    const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
    Mark mark;
    mark.along = along;
    mark.row = index;
    const Estimate *estimate = row.estimate(key);
    mark.provisional = estimate && estimate->provisional;
    if (!estimate || !estimate->value) {
        mark.state = isHidden(estimate ? estimate->absence : row.absence) ? MarkState::Suppressed : MarkState::NotAsked;
        return mark;
    }
    mark.value = words.screen(*estimate->value);
    if (estimate->hasInterval() && isSampling(estimate->method)) { // rounding is never drawn as a margin
        mark.low = words.screen(*estimate->low);
        mark.high = words.screen(*estimate->high);
    }
    if (row.status == Status::Unreliable)
        mark.state = MarkState::Uncertain;
    mark.valueText = words.of(row, key, traitsOf(key).kind == KeyKind::Level ? Sign::Negative : Sign::Always);
    return mark;
}

Series seriesFor(const Words &words, const AnswerRow &row)
{
    Series series;
    series.origin = row.origin;
    series.generation = row.generation;
    series.label = words.originAndGeneration(row);
    series.reference = row.origin == words.answer().reference();
    const GenerationTerm *term = words.catalogue().generation(row.generation);
    series.hollow = term && term->hollow;
    series.ringed = row.generation == "total" && !series.reference && words.answer().generations.size() > 1;
    series.line = row.sourceKind == SourceKind::Survey ? Line::Dashed : Line::Solid;
    const std::vector<std::string> &emphasised = words.options().emphasised;
    series.emphasised = series.reference || emphasised.empty()
                        || std::find(emphasised.begin(), emphasised.end(), row.origin) != emphasised.end();
    return series;
}

std::vector<int> tableOrder(const Answer &answer, const Panel &shown)
{
    std::vector<int> order;
    for (const FigureRow &row : shown.rows)
        order.push_back(row.row);
    for (int i = static_cast<int>(answer.rows.size()) - 1; i >= 0; --i) // the latest first
        if (answer.rows[static_cast<std::size_t>(i)].value(Key::Value))
            addOnce(order, i);
    const auto others = order.begin() + static_cast<std::ptrdiff_t>(shown.rows.size());
    std::stable_sort(others, order.end(), [&](int a, int b) {
        const AnswerRow &one = answer.rows[static_cast<std::size_t>(a)],
                        &two = answer.rows[static_cast<std::size_t>(b)];
        if (!(one.period() == two.period()))
            return earlier(two.period(), one.period());
        return a < b;
    });
    return order;
}

bool tellsN(const Answer &answer)
{
    return std::any_of(answer.rows.begin(), answer.rows.end(), [](const AnswerRow &row) {
        const Estimate *value = row.estimate(Key::Value);
        return value && value->n;
    });
}

void addShown(std::vector<double> &shown, const Mark &mark)
{
    for (const std::optional<double> &value : {mark.value, mark.low, mark.high}) {
        if (value)
            shown.push_back(*value);
    }
}

std::vector<Series> lineSeries(const Words &words, Key key, std::vector<double> &shown)
{
    const Answer &answer = words.answer();
    std::vector<Series> result;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (row.change || !row.value(key))
            continue;
        if (result.empty() || result.back().origin != row.origin || result.back().generation != row.generation)
            result.push_back(seriesFor(words, row));
        Series &series = result.back();
        const Mark mark = markOf(words, static_cast<int>(i), key, row.period().axisPosition());
        addShown(shown, mark);
        // No line joins what is not compared: another line of figures, or periods that share years.
        const auto run = std::find_if(series.runs.begin(), series.runs.end(), [&](const std::vector<Mark> &marks) {
            const AnswerRow &last = answer.rows[static_cast<std::size_t>(marks.back().row)];
            return last.isOnLineOf(row) && !last.period().overlaps(row.period());
        });
        if (run == series.runs.end())
            series.runs.push_back({mark});
        else
            run->push_back(mark);
        series.endText = mark.valueText;
    }
    return result;
}

std::optional<ReferenceLine> referenceLine(const Words &words, const AnswerRow &row, Key key)
{
    const std::optional<double> value = row.value(key);
    if (!value)
        return std::nullopt;
    ReferenceLine line;
    line.value = words.screen(*value);
    line.origin = row.reference;
    const Sign sign = traitsOf(key).kind == KeyKind::Level ? Sign::Negative : Sign::Always;
    line.label = words.reference(row) + " " + words.of(row, key, sign);
    return line;
}

void addLine(std::vector<ReferenceLine> &lines, const ReferenceLine &line)
{
    const bool known = std::any_of(lines.begin(), lines.end(),
                                   [&](const ReferenceLine &other) { return other.label == line.label; });
    if (!known)
        lines.push_back(line);
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

TableCell countCell(const Words &words, const AnswerRow &row, int index)
{
    const Estimate *value = row.estimate(Key::Value);
    TableCell cell = textCell(value && value->n ? words.plain(*value->n, 0) : std::string(), index);
    cell.isNumber = true;
    return cell;
}

TableCell numberCell(const Words &words, const AnswerRow &row, int index, Key key, Sign sign)
{
    TableCell cell;
    cell.isNumber = true;
    cell.row = index;
    cell.estimate = key;
    cell.number = row.value(key);
    if (cell.number)
        cell.text = words.of(row, key, sign);
    else if (key == Key::Value || key == Key::First || key == Key::Second)
        cell.text = words.absenceSymbol(row, key);
    return cell;
}

TableCell numberCell(const Words &words, int index, Key key, Sign sign)
{
    if (index >= 0)
        return numberCell(words, words.answer().rows[static_cast<std::size_t>(index)], index, key, sign);
    TableCell cell;
    cell.isNumber = true;
    cell.estimate = key;
    return cell;
}

IntervalColumn::IntervalColumn(const Words &words, Key key) : m_words(words), m_key(key)
{
    std::vector<std::string> kinds;
    for (const AnswerRow &row : words.answer().rows) {
        const Estimate *estimate = row.estimate(key);
        if (estimate && !words.judgedInterval(estimate, row).empty())
            addOnce(kinds, words.intervalKind(*estimate));
    }
    if (kinds.size() == 1)
        m_kind = kinds.front();
}

std::string IntervalColumn::head() const
{
    return m_kind.empty() ? m_words.text("column.interval") : m_words.text("column.interval_of", {{"kind", m_kind}});
}

std::string IntervalColumn::cell(const AnswerRow &row) const
{
    const Estimate *estimate = row.estimate(m_key);
    const std::string interval = m_words.judgedInterval(estimate, row);
    const std::string kind = interval.empty() ? std::string() : m_words.intervalKind(*estimate);
    if (!m_kind.empty() || kind.empty())
        return interval;
    return m_words.text("interval.with_kind", {{"interval", interval}, {"kind", kind}});
}

} // namespace evenredig
