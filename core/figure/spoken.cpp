// Alternative text: what a reader who cannot see the figure needs, from the same estimates.
#include "core/figure/pieces.h"
#include "core/figure/questionfigure.h"
#include "core/figure/questions.h"
#include "core/figure/surroundings.h"

#include <map>

namespace evenredig {

namespace {

// The patterns end a sentence themselves.
std::string withoutStop(const std::string &text)
{
    return !text.empty() && text.back() == '.' ? text.substr(0, text.size() - 1) : text;
}

/// A verdict behind a comma; nothing where there is none.
TextArguments withVerdict(TextArguments arguments, const std::string &verdict)
{
    arguments.emplace_back("verdict", verdict.empty() ? verdict : ", " + verdict);
    return arguments;
}

std::string absentPart(const Words &words, const AnswerRow &row)
{
    return " "
           + words.text("alt.absent", {{"origin", words.originAndGeneration(row)}, {"absence", words.absence(row)}});
}

std::string levelPart(const Words &words, const AnswerRow &row)
{
    if (!row.value(Key::Value))
        return absentPart(words, row);
    return " "
           + words.text("alt.value", withVerdict({{"origin", words.originAndGeneration(row)},
                                                  {"value", words.withUnit(row, Key::Value)}},
                                                 words.verdict(row)));
}

/// The value of the reference, once for each period and reference.
std::string referencePart(const Words &words, const AnswerRow &row)
{
    return " "
           + words.text("alt.reference", {{"reference", words.reference(row)},
                                          {"value", words.withUnit(row, Key::Reference)},
                                          {"period", words.period(row.period(), row.provisional)}});
}

std::string referenceOfLatest(const Words &words)
{
    for (const int index : levelRowIndexes(words.answer())) {
        const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
        if (row.value(Key::Reference))
            return referencePart(words, row);
    }
    return {};
}

bool isProvisional(const Words &words, const AnswerRow &change, std::size_t which)
{
    const int index = periodRowOf(words.answer(), change, which);
    return index >= 0 && words.answer().rows[static_cast<std::size_t>(index)].provisional;
}

std::string changePart(const Words &words, const AnswerRow &row, const std::string &first, const std::string &last)
{
    return " "
           + words.text("alt.change", withVerdict({{"origin", words.originAndGeneration(row)},
                                                   {"first", first},
                                                   {"last", last},
                                                   {"t0", words.period(row.periods[0], isProvisional(words, row, 0))},
                                                   {"t1", words.period(row.periods[1], isProvisional(words, row, 1))}},
                                                  words.verdict(row)));
}

/// A signed difference with its unit; of a count the number alone.
std::string differenceText(const Words &words, const AnswerRow &row, Key key)
{
    const std::string number = words.of(row, key, Sign::Always);
    return words.answer().indicator.unit == Unit::Count ? number : number + " " + words.unitOfDifference();
}

/// Of each origin and generation the latest row with that estimate, or else with a value, or else the latest.
std::vector<int> latestOfEach(const Answer &answer, Key key)
{
    std::map<std::string, std::pair<int, int>> best; // rank and index
    std::vector<std::string> order;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const AnswerRow &row = answer.rows[i];
        if (row.change)
            continue;
        const std::string place = row.origin + "|" + row.generation;
        const int rank = row.value(key) ? 2 : row.value(Key::Value) ? 1 : 0;
        const auto [found, added] = best.emplace(place, std::pair{rank, static_cast<int>(i)});
        if (added)
            order.push_back(place);
        else if (rank >= found->second.first)
            found->second = {rank, static_cast<int>(i)};
    }
    std::vector<int> indexes;
    for (const std::string &place : order)
        indexes.push_back(best[place].second);
    return indexes;
}

/// The groups of which no change is told: their latest figure, or why there is none.
std::string othersPart(const Words &words, Key key)
{
    std::string text;
    for (const int index : latestOfEach(words.answer(), key)) {
        const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
        if (changeRowOf(words.answer(), index) >= 0)
            continue;
        if (key == Key::Gap && row.value(Key::Gap))
            text += " "
                    + words.text("alt.value", withVerdict({{"origin", words.originAndGeneration(row)},
                                                           {"value", differenceText(words, row, Key::Gap)}},
                                                          words.verdict(row)));
        else
            text += levelPart(words, row);
    }
    return text;
}

} // namespace

std::string spokenLevels(const Figure &, const Words &words)
{
    std::string text;
    for (const int index : levelRowIndexes(words.answer()))
        text += levelPart(words, words.answer().rows[static_cast<std::size_t>(index)]);
    return text + referenceOfLatest(words);
}

std::string spokenDevelopments(const Figure &, const Words &words)
{
    std::string text;
    for (const AnswerRow &row : words.answer().rows) {
        if (row.change && row.value(Key::First) && row.value(Key::Last))
            text += changePart(words, row, words.withUnit(row, Key::First), words.withUnit(row, Key::Last));
    }
    return text + othersPart(words, Key::Value) + referenceOfLatest(words);
}

std::string spokenGaps(const Figure &, const Words &words)
{
    std::string text;
    for (const AnswerRow &row : words.answer().rows) {
        if (row.change && row.value(Key::GapFirst) && row.value(Key::GapLast))
            text += changePart(words, row, differenceText(words, row, Key::GapFirst),
                               differenceText(words, row, Key::GapLast));
    }
    return text + othersPart(words, Key::Gap) + referenceOfLatest(words);
}

std::string spokenRelative(const Figure &, const Words &words)
{
    std::string text, reference;
    for (const int index : levelRowIndexes(words.answer())) {
        const AnswerRow &row = words.answer().rows[static_cast<std::size_t>(index)];
        if (!row.value(Key::Value)) {
            text += absentPart(words, row);
            continue;
        }
        if (!row.value(Key::Change)) {
            text += " "
                    + words.text("alt.value", withVerdict({{"origin", words.originAndGeneration(row)},
                                                           {"value", words.withUnit(row, Key::Value)}},
                                                          whyNoChange(words, row)));
            continue;
        }
        text += " "
                + words.text("alt.change",
                             withVerdict({{"origin", words.originAndGeneration(row)},
                                          {"first", words.withUnit(row, Key::Base)},
                                          {"last", words.withUnit(row, Key::Value)},
                                          {"t0", words.period(*row.base, row.isProvisional(Key::Base))},
                                          {"t1", words.period(row.period(), row.isProvisional(Key::Value))}},
                                         words.changeVerdict(row)));
        if (reference.empty() && row.value(Key::ReferenceChange))
            reference = " "
                        + words.text("alt.reference_change",
                                     {{"reference", words.reference(row)},
                                      {"change", differenceText(words, row, Key::ReferenceChange)},
                                      {"t0", words.period(*row.base, false)}});
    }
    return text + reference;
}

namespace {

/// One of the two is there, or neither: no contrast to tell, so each for itself.
std::string ofEachGeneration(const Words &words, const AnswerRow &row)
{
    if (!row.value(Key::First) && !row.value(Key::Second)
        && words.absence(row, Key::First) == words.absence(row, Key::Second))
        return absentPart(words, row);
    std::string text;
    for (const Key key : {Key::First, Key::Second}) {
        AnswerRow own = row;
        own.generation = keyName(key);
        const std::string origin = words.originAndGeneration(own);
        text += " "
                + (row.value(key)
                       ? words.text("alt.value",
                                    withVerdict({{"origin", origin}, {"value", words.withUnit(row, key)}}, {}))
                       : words.text("alt.absent", {{"origin", origin}, {"absence", words.absence(row, key)}}));
    }
    return text;
}

} // namespace

std::string spokenGenerations(const Figure &, const Words &words)
{
    std::string text, reference;
    const Period *shown = generationsPeriod(words.answer());
    for (const AnswerRow &row : words.answer().rows) {
        if (!shown || !(row.period() == *shown))
            continue; // the period of the figure; the table has them all
        if (!row.value(Key::First) || !row.value(Key::Second)) {
            text += ofEachGeneration(words, row);
            continue;
        }
        text += " "
                + words.text("alt.generations", withVerdict({{"origin", words.origin(row)},
                                                             {"first", words.withUnit(row, Key::First)},
                                                             {"second", words.withUnit(row, Key::Second)}},
                                                            words.verdict(row)));
        if (reference.empty() && row.value(Key::Reference))
            reference = referencePart(words, row);
    }
    return text + reference;
}

std::string altText(const Figure &figure, const Words &words)
{
    const Ask ask = words.answer().question.ask;
    return words.text("alt.start." + std::string(askName(ask)),
                      {{"title", figure.title}, {"subtitle", withoutStop(figure.subtitle)}})
           + questionFigure(ask).spoken(figure, words);
}

} // namespace evenredig
