#include "core/figure/card.h"

#include "core/figure/pieces.h"
#include "core/figure/questionfigure.h"

#include <cmath>

namespace evenredig {

namespace {

void addItem(Card &card, const Words &words, std::string_view label, std::vector<std::string> lines,
             CardItem::Kind kind = CardItem::Kind::Text)
{
    if (!lines.empty())
        card.items.push_back({words.text(label), kind, std::move(lines)});
}

/// "verschil +3,0 (afronding 2,9 tot 3,1)"; without an interval where that would be taken for a margin.
void addDifference(std::vector<std::string> &lines, const Words &words, const AnswerRow &row, Key key)
{
    const Estimate *difference = row.estimate(key);
    if (!difference || !difference->value)
        return;
    const std::string interval = words.judgedInterval(difference, row);
    lines.push_back(words.text(interval.empty() ? "card.difference_plain" : "card.difference",
                               {{"value", words.of(row, key, Sign::Always)},
                                {"interval", interval},
                                {"kind", words.intervalKind(*difference)}}));
}

void addGenerations(Card &card, const Words &words, const AnswerRow &row)
{
    const std::string where = words.origin(row) + ", " + words.period(row.period(), row.provisional);
    std::vector<std::string> lines;
    for (const Key key : {Key::First, Key::Second}) {
        lines.push_back(words.text("column." + std::string(keyName(key))) + " "
                        + (row.value(key) ? words.withUnit(row, key) : words.absence(row, key)));
    }
    addDifference(lines, words, row, Key::Contrast);
    card.items.push_back({words.text("card.in_view", {{"what", where}}), CardItem::Kind::Text, lines});
}

// A cell of the overview is shown as what it is: one figure of one indicator.
Card overviewCard(const Answer &answer, const Catalogue &catalogue, const FigureOptions &options, int index)
{
    const Words words(answer, catalogue, options);
    Card card;
    card.title = words.text("ask.overview");
    card.definition = words.text("card.overview");
    if (index < 0 || index >= static_cast<int>(answer.rows.size()))
        return card;
    const AnswerRow &row = answer.rows[static_cast<std::size_t>(index)];
    const Indicator *indicator = catalogue.indicator(row.indicator);
    if (!indicator)
        return card;
    Answer single = answer;
    single.question.ask = Ask::Level;
    single.indicator = *indicator;
    single.rows = {row};
    return buildCard(single, catalogue, options, 0);
}

void addFigureInView(Card &card, const Words &words, const AnswerRow &row)
{
    const std::string where = words.originAndGeneration(row) + ", " + words.period(row.period(), row.provisional);
    if (row.estimate(Key::Second)) {
        addGenerations(card, words, row);
        return;
    }
    const bool there = row.value(Key::Value).has_value();
    card.items.push_back({words.text("card.in_view", {{"what", where}}),
                          CardItem::Kind::Big,
                          {there ? words.withUnit(row, Key::Value) : words.absence(row)}});
    std::vector<std::string> lines;
    if (there) {
        const Estimate &value = *row.estimate(Key::Value);
        if (const std::string kind = words.intervalKind(value); !kind.empty())
            lines.push_back(
                words.text("card.interval", {{"kind", kind}, {"interval", words.valueInterval(value, row)}}));
    }
    if (row.n)
        lines.push_back(words.text("card.n", {{"n", words.plain(*row.n, 0)}}));
    addDifference(lines, words, row, Key::Gap);
    addDifference(lines, words, row, Key::Change);
    if (const Estimate *ratio = row.estimate(Key::Ratio); ratio && ratio->value && row.status != Status::NoMargin)
        lines.push_back(words.text("card.ratio", {{"value", words.ratio(*ratio->value)},
                                                  {"interval", words.ratioInterval(*ratio)},
                                                  {"kind", words.intervalKind(*ratio)}}));
    if (there && !row.n && row.sourceKind == SourceKind::Register && words.answer().indicator.unit != Unit::Count)
        lines.push_back(words.text("note.denominator_unknown"));
    if (!lines.empty())
        card.items.push_back({"", CardItem::Kind::Text, lines});
}

void addMovement(Card &card, const Words &words, const AnswerRow &row)
{
    if (!row.value(Key::GroupChange))
        return;
    addItem(card, words, "card.who_moved",
            {words.text("card.movement", {{"group", words.of(row, Key::GroupChange, Sign::Always)},
                                          {"reference", words.of(row, Key::ReferenceChange, Sign::Always)},
                                          {"unit", words.unitOfDifference()}})});
    if (const Estimate *closed = row.estimate(Key::Closed); closed && closed->value && *closed->value > 0
                                                            && closed->hasInterval()
                                                            && row.assessment.verdict == Verdict::Smaller) {
        const auto percent = [&](double value) { return words.plain(tidyNumber(value * 100), 0); };
        addItem(card, words, "card.closed",
                {words.text("card.closed_value",
                            {{"value", percent(*closed->value)},
                             {"interval", words.text("interval.plain", {{"low", percent(*closed->low)},
                                                                        {"high", percent(*closed->high)}})},
                             {"kind", words.intervalKind(*closed)}})});
    }
}

// Both sides of a share: "96 niet, 4 wel".
void addOfHundred(Card &card, const Words &words, const AnswerRow &row)
{
    if (words.answer().indicator.unit != Unit::Percent || !row.value(Key::Value))
        return;
    const int yes = static_cast<int>(std::lround(words.screen(*row.value(Key::Value))));
    addItem(card, words, "card.of_hundred",
            {words.text("card.of_hundred_value", {{"no", std::to_string(100 - yes)}, {"yes", std::to_string(yes)}})});
}

} // namespace

Card buildCard(const Answer &answer, const Catalogue &catalogue, const FigureOptions &options, int index)
{
    if (!traitsOf(answer.question.ask).needsIndicator)
        return overviewCard(answer, catalogue, options, index);
    const Words words(answer, catalogue, options);
    const Language language = options.language;
    Card card;
    card.title = answer.indicator.label.in(language);
    card.definition = answer.indicator.definition.in(language);
    if (const std::string population = words.universe(); !population.empty())
        addItem(card, words, "card.universe", {population});
    addItem(card, words, "card.direction",
            {words.text(answer.indicator.direction == Direction::Higher  ? "direction.higher"
                        : answer.indicator.direction == Direction::Lower ? "direction.lower"
                                                                         : "direction.neutral")});
    if (answer.indicator.sensitive)
        addItem(card, words, "card.sensitive", {words.text("card.sensitive_value")});
    if (index < 0 || index >= static_cast<int>(answer.rows.size()))
        index = focusRow(words);
    if (index < 0)
        return card;
    const AnswerRow *change = nullptr;
    int period = index;
    const int changeIndex = changeRowOf(answer, index);
    if (changeIndex >= 0) {
        change = &answer.rows[static_cast<std::size_t>(changeIndex)];
        if (period == changeIndex)
            period = periodRowOf(answer, *change, 1);
    }
    const AnswerRow &row = answer.rows[static_cast<std::size_t>(period >= 0 ? period : index)];
    if (const DatasetInfo *source = answer.source(row.dataset)) {
        addItem(card, words, "card.source",
                {words.text(row.sourceKind == SourceKind::Register ? "card.source_register" : "card.source_survey",
                            {{"source", source->source.in(language)}})});
    }
    if (const Classification *classification = catalogue.classification(row.classification))
        addItem(card, words, "card.classification", {classification->name.in(language)});
    if (row.change)
        return card;
    addFigureInView(card, words, row);
    std::vector<std::string> verdicts;
    if (const std::string verdict = words.verdict(row); !verdict.empty())
        verdicts.push_back(verdict);
    if (change) {
        if (const std::string verdict = words.verdict(*change);
            !verdict.empty() && (verdicts.empty() || verdicts.front() != verdict))
            verdicts.push_back(verdict);
    }
    addItem(card, words, "card.verdict", verdicts, CardItem::Kind::Verdict);
    if (change)
        addMovement(card, words, *change);
    addOfHundred(card, words, row);
    return card;
}

} // namespace evenredig
