// Alternative text: what a reader who cannot see the figure needs, from the same estimates.
#include "core/figure/builders.h"

namespace evenredig {

namespace {

// The patterns end a sentence themselves.
std::string withoutStop(const std::string &text)
{
    return !text.empty() && text.back() == '.' ? text.substr(0, text.size() - 1) : text;
}

std::string levelPart(const Words &words, const AnswerRow &row)
{
    if (!row.value("value"))
        return words.text("alt.absent", {{"origin", words.originAndGeneration(row)}, {"absence", words.absence(row)}});
    const std::string verdict = words.verdict(row);
    return words.text(verdict.empty() ? "alt.value" : "alt.value_verdict",
                      {{"origin", words.originAndGeneration(row)},
                       {"value", words.withUnit(*row.value("value"), row)},
                       {"verdict", verdict}});
}

std::string changePart(const Words &words, const AnswerRow &row)
{
    const bool gap = row.estimate("gap_first") != nullptr;
    const std::optional<double> first = row.value(gap ? "gap_first" : "first");
    const std::optional<double> last = row.value(gap ? "gap_last" : "last");
    if (!first || !last)
        return {};
    const auto number = [&](double value) {
        return gap ? words.difference(value, row, Sign::Always) + " " + words.unitOfDifference()
                   : words.withUnit(value, row);
    };
    return words.text("alt.change", {{"origin", words.originAndGeneration(row)},
                                     {"first", number(*first)},
                                     {"last", number(*last)},
                                     {"t0", words.period(row.periods[0], false)},
                                     {"t1", words.period(row.periods[1], row.provisional)},
                                     {"verdict", words.verdict(row)}});
}

// "Marokko: eerste generatie 51%, tweede generatie 83%."
std::string generationPart(const Words &words, const AnswerRow &row)
{
    const std::optional<double> first = row.value("first"), second = row.value("second");
    if (!first || !second)
        return words.text("alt.absent", {{"origin", words.origin(row)}, {"absence", words.absence(row)}});
    return words.text("alt.generations", {{"origin", words.origin(row)},
                                          {"first", words.withUnit(*first, row)},
                                          {"second", words.withUnit(*second, row)},
                                          {"verdict", words.verdict(row)}});
}

std::string sincePart(const Words &words, const AnswerRow &row)
{
    return words.text("alt.change", {{"origin", words.originAndGeneration(row)},
                                     {"first", words.withUnit(*row.value("base"), row)},
                                     {"last", words.withUnit(*row.value("value"), row)},
                                     {"t0", words.period(*row.base, false)},
                                     {"t1", words.period(row.period(), row.provisional)},
                                     {"verdict", words.changeVerdict(row)}});
}

// The cells in words, one line of the matrix after another.
std::string matrixText(const Figure &figure)
{
    std::string text;
    for (const MatrixRow &row : figure.panels.front().matrix) {
        for (const MatrixCell &cell : row.cells)
            text += " " + cell.spoken;
    }
    return text;
}

} // namespace

std::string altText(const Figure &figure, const Words &words)
{
    const Answer &answer = words.answer();
    std::string text = words.text("alt.start." + std::string(askName(answer.question.ask)),
                                  {{"title", figure.title}, {"subtitle", withoutStop(figure.subtitle)}});
    if (answer.question.ask == Ask::Overview)
        return text + matrixText(figure);
    if (answer.question.ask == Ask::Generations) {
        for (const AnswerRow &row : answer.rows)
            text += " " + generationPart(words, row);
        return text;
    }
    bool change = false;
    if (answer.question.ask == Ask::Relative) {
        for (const int index : levelRowIndexes(answer)) {
            const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
            text += " " + (row.base && row.value("change") ? sincePart(words, row) : levelPart(words, row));
        }
        return text;
    }
    if (answer.question.ask != Ask::Level) {
        for (const AnswerRow &row : answer.rows) {
            const std::string part = row.change ? changePart(words, row) : std::string();
            if (!part.empty()) {
                text += " " + part;
                change = true;
            }
        }
    }
    if (!change) {
        for (const int index : levelRowIndexes(answer))
            text += " " + levelPart(words, answer.rows[static_cast<std::size_t>(index)]);
    }
    for (const int index : levelRowIndexes(answer)) {
        const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
        if (const std::optional<double> reference = row.value("reference")) {
            text += " "
                    + words.text("alt.reference", {{"reference", words.reference(row.classification)},
                                                   {"value", words.withUnit(*reference, row)},
                                                   {"period", words.period(row.period(), row.provisional)}});
            break;
        }
    }
    return text;
}

} // namespace evenredig
