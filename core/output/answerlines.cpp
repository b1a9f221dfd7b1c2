#include "core/output/answerlines.h"

#include "core/base/text.h"
#include "core/figure/words.h"

#include <array>
#include <cmath>

namespace evenredig {

namespace {

constexpr std::array<std::string_view, 33> lineColumns{"row",         "indicator",
                                                       "origin",      "generation",
                                                       "period",      "dataset",
                                                       "reference",   "split",
                                                       "category",    "estimator",
                                                       "estimate",    "unit",
                                                       "value",       "se",
                                                       "low",         "high",
                                                       "method",      "df",
                                                       "n",           "n_effective",
                                                       "missing",     "status",
                                                       "verdict",     "provisional",
                                                       "size",        "change_verdict",
                                                       "established", "mdv",
                                                       "deff",        "low50",
                                                       "high50",      "universe",
                                                       "where"};

LineCell numberOf(const std::optional<double> &value, double factor = 1)
{
    LineCell cell;
    if (value && std::isfinite(*value)) // no file has a word for another
        cell.number = tidyNumber(*value * factor);
    return cell;
}

/// The words of one line. An overview has rows of many indicators: the words are made for the row's own.
class LineWords {
public:
    LineWords(const Answer &answer, const AnswerRow &row, const Catalogue &catalogue, const FigureOptions &options)
        : m_answer(answer), m_row(row), m_frame(frameOf(indicatorOf(answer, row, catalogue))),
          m_words(m_frame, catalogue, options)
    {}

    [[nodiscard]] std::vector<LineCell> cells(Key key, const Estimate &estimate) const;

private:
    static Answer frameOf(const Indicator &indicator)
    {
        Answer frame;
        frame.indicator = indicator;
        return frame;
    }
    [[nodiscard]] Language language() const { return m_words.options().language; }
    [[nodiscard]] const Indicator &indicator() const { return m_frame.indicator; }
    /// The text of a word that files have an id for; an empty word has none.
    [[nodiscard]] std::string named(const std::string &group, std::string_view word) const
    {
        return word.empty() ? std::string() : m_words.text(group + std::string(word));
    }
    [[nodiscard]] std::string yesOrNoWord(const std::optional<bool> &value) const
    {
        return value ? m_words.text(*value ? "word.yes" : "word.no") : std::string();
    }
    [[nodiscard]] std::string generation() const;
    [[nodiscard]] std::string period(bool provisional) const;
    [[nodiscard]] std::string dataset() const;
    [[nodiscard]] std::string estimateName(Key key) const;
    [[nodiscard]] std::string unitOf(Key key) const;
    [[nodiscard]] std::string status() const;
    [[nodiscard]] std::string verdictOfChange() const;
    [[nodiscard]] std::string universe() const;

    const Answer &m_answer;
    const AnswerRow &m_row;
    Answer m_frame;
    Words m_words;
};

std::string LineWords::generation() const
{
    const GenerationTerm *term = m_words.catalogue().generation(m_row.generation);
    return term ? term->name.in(language()) : m_row.generation;
}

std::string LineWords::period(bool provisional) const
{
    if (m_row.periods.empty())
        return {};
    const std::string last = m_words.period(m_row.periods.back(), provisional);
    if (m_row.periods.size() == 1)
        return last;
    return m_words.text("period.span", {{"first", m_words.period(m_row.periods.front(), false)}, {"last", last}});
}

std::string LineWords::dataset() const
{
    const DatasetInfo *source = m_answer.source(m_row.dataset);
    return source && !source->title.nl.empty() ? source->title.in(language()) : m_row.dataset;
}

/// Some estimates are another thing in another question: the first of two generations, or of two periods.
std::string LineWords::estimateName(Key key) const
{
    const std::string name(keyName(key));
    const std::string own = "estimate." + std::string(askName(m_answer.question.ask)) + "." + name;
    return hasText(language(), own) ? m_words.text(own) : m_words.text("estimate." + name);
}

std::string LineWords::unitOf(Key key) const
{
    switch (traitsOf(key).kind) {
    case KeyKind::Level: return named("unit_name.", unitName(indicator().unit));
    case KeyKind::Difference: return m_words.unitOfDifference();
    case KeyKind::Part: return m_words.text("unit_name.percent");
    case KeyKind::Ratio: break;
    }
    return m_words.text("unit_name.ratio");
}

std::string LineWords::status() const
{
    const bool persons = m_row.status == Status::NotAsked && m_row.computed;
    return m_words.text("status." + std::string(statusName(m_row.status)) + (persons ? ".persons" : ""));
}

/// Of an overview, whose rows have a verdict on the gap and one on its change.
std::string LineWords::verdictOfChange() const
{
    AnswerRow change = m_row;
    change.change = true;
    change.assessment = m_row.changeAssessment;
    change.add(Key::GapFirst, {});
    return m_words.verdict(change);
}

std::string LineWords::universe() const
{
    const std::string own = m_words.universe(m_row);
    return own.empty() ? m_answer.universe.in(language()) : own;
}

/// In the order of lineColumns. As in the coded CSV `n` and `missing` are the line's own.
std::vector<LineCell> LineWords::cells(Key key, const Estimate &estimate) const
{
    const bool own = traitsOf(key).kind == KeyKind::Level || traitsOf(key).ofReference;
    const Assessment &said = m_row.assessment;
    const double factor = screenFactor(key, indicator().unit);
    return {{m_words.text(m_row.change ? "row_kind.change" : "row_kind.period"), {}},
            {indicator().label.in(language()), {}},
            {m_words.origin(m_row), {}},
            {generation(), {}},
            {period(estimate.provisional), {}},
            {dataset(), {}},
            {m_row.reference.empty() ? std::string() : m_words.reference(m_row), {}},
            {}, // split, category and estimator, which no question has yet
            {},
            {},
            {estimateName(key), {}},
            {unitOf(key), {}},
            numberOf(estimate.value, factor),
            numberOf(estimate.se, factor),
            numberOf(estimate.low, factor),
            numberOf(estimate.high, factor),
            {named("method.", methodName(estimate.method)), {}},
            numberOf(estimate.df),
            numberOf(own ? estimate.n : m_row.n),
            numberOf(own ? estimate.nEffective : m_row.nEffective),
            numberOf(own ? estimate.missing : m_row.missing),
            {status(), {}},
            {m_words.verdict(m_row), {}},
            {yesOrNoWord(estimate.provisional), {}},
            {named("size.", sizeName(said.size)), {}},
            {verdictOfChange(), {}},
            {yesOrNoWord(said.established), {}},
            numberOf(said.mdv, screenFactor(indicator().unit)),
            {}, // deff and the interval of 50%
            {},
            {},
            {universe(), {}},
            {m_answer.filter.in(language()), {}}};
}

} // namespace

double screenFactor(Key key, Unit unit)
{
    switch (traitsOf(key).kind) {
    case KeyKind::Part: return 100;
    case KeyKind::Ratio: return 1;
    default: return screenFactor(unit);
    }
}

const Indicator &indicatorOf(const Answer &answer, const AnswerRow &row, const Catalogue &catalogue)
{
    const Indicator *own = row.indicator.empty() ? nullptr : catalogue.indicator(row.indicator);
    return own ? *own : answer.indicator;
}

AnswerLines answerLines(const Answer &answer, const Catalogue &catalogue, Language language)
{
    FigureOptions options;
    options.language = language;
    AnswerLines result;
    for (const std::string_view column : lineColumns)
        result.heads.push_back(text(language, "line." + std::string(column)));
    for (const AnswerRow &row : answer.rows) {
        const LineWords words(answer, row, catalogue, options);
        for (const auto &[key, estimate] : row.estimates)
            result.lines.push_back(words.cells(key, estimate));
    }
    return result;
}

} // namespace evenredig
