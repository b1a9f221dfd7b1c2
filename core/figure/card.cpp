// The card: definition, source and the figure in view, the same bundle for hover, keyboard focus and print.
#include "core/figure/builders.h"

#include <cmath>

namespace evenredig {

namespace {

void addItem(Card &card, const Words &words, std::string_view label, std::vector<std::string> lines,
             CardItem::Kind kind = CardItem::Kind::Text)
{
    if (!lines.empty())
        card.items.push_back({words.text(label), kind, std::move(lines)});
}

void addGenerations(Card &card, const Words &words, const AnswerRow &row)
{
    const std::string where = words.origin(row) + ", " + words.period(row.period(), row.provisional);
    std::vector<std::string> lines;
    for (const char *key : {"first", "second"}) {
        const std::optional<double> value = row.value(key);
        lines.push_back(words.text(std::string("column.") + key) + " "
                        + (value ? words.withUnit(*value, row) : words.absence(row)));
    }
    if (const Estimate *contrast = row.estimate("contrast"); contrast && contrast->value) {
        const std::string interval = words.judgedInterval(contrast, row);
        lines.push_back(
            words.text(interval.empty() ? "card.difference_plain" : "card.difference",
                       {{"value", words.difference(*contrast->value, row, Sign::Always)}, {"interval", interval}}));
    }
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
    if (row.estimate("second")) {
        addGenerations(card, words, row);
        return;
    }
    const std::optional<double> value = row.value("value");
    card.items.push_back({words.text("card.in_view", {{"what", where}}),
                          CardItem::Kind::Big,
                          {value ? words.withUnit(*value, row) : words.absence(row)}});
    if (!value)
        return;
    std::vector<std::string> lines;
    const Estimate *estimate = row.estimate("value");
    if (estimate->hasInterval() && estimate->method != Method::Exact)
        lines.push_back(words.text(
            "card.interval." + std::string(methodName(estimate->method)),
            {{"interval", words.text("interval.plain",
                                     {{"low", words.plain(words.screen(*estimate->low), row.decimals + 1)},
                                      {"high", words.plain(words.screen(*estimate->high), row.decimals + 1)}})}}));
    if (row.n)
        lines.push_back(words.text("card.n", {{"n", words.plain(*row.n, 0)}}));
    if (const Estimate *gap = row.estimate("gap"); gap && gap->value) {
        const std::string interval = words.judgedInterval(gap, row);
        lines.push_back(
            words.text(interval.empty() ? "card.difference_plain" : "card.difference",
                       {{"value", words.difference(*gap->value, row, Sign::Always)}, {"interval", interval}}));
    }
    if (const Estimate *ratio = row.estimate("ratio"); ratio && ratio->value && row.status != Status::NoMargin)
        lines.push_back(words.text("card.ratio",
                                   {{"value", words.ratio(*ratio->value)}, {"interval", words.ratioInterval(*ratio)}}));
    if (!lines.empty())
        card.items.push_back({"", CardItem::Kind::Text, lines});
}

void addMovement(Card &card, const Words &words, const AnswerRow &row)
{
    if (!row.value("group_change"))
        return;
    addItem(card, words, "card.who_moved",
            {words.text("card.movement",
                        {{"group", words.difference(*row.value("group_change"), row, Sign::Always)},
                         {"reference", words.difference(*row.value("reference_change"), row, Sign::Always)},
                         {"unit", words.unitOfDifference()}})});
    if (const Estimate *closed = row.estimate("closed");
        closed && closed->value && *closed->value > 0 && closed->hasInterval() && row.verdict == Verdict::Smaller) {
        const auto percent = [&](double value) { return words.plain(tidyNumber(value * 100), 0); };
        addItem(card, words, "card.closed",
                {words.text("card.closed_value",
                            {{"value", percent(*closed->value)},
                             {"interval", words.text("interval.plain", {{"low", percent(*closed->low)},
                                                                        {"high", percent(*closed->high)}})}})});
    }
}

// Both sides of a share: "96 niet, 4 wel".
void addOfHundred(Card &card, const Words &words, const AnswerRow &row)
{
    if (words.answer().indicator.unit != Unit::Percent || !row.value("value"))
        return;
    const int yes = static_cast<int>(std::lround(words.screen(*row.value("value"))));
    addItem(card, words, "card.of_hundred",
            {words.text("card.of_hundred_value", {{"no", std::to_string(100 - yes)}, {"yes", std::to_string(yes)}})});
}

} // namespace

Card buildCard(const Answer &answer, const Catalogue &catalogue, const FigureOptions &options, int index)
{
    if (answer.question.ask == Ask::Overview)
        return overviewCard(answer, catalogue, options, index);
    const Words words(answer, catalogue, options);
    const Language language = options.language;
    Card card;
    card.title = answer.indicator.label.in(language);
    card.definition = answer.indicator.definition.in(language);
    addItem(card, words, "card.direction",
            {words.text(answer.indicator.direction == Direction::Higher  ? "direction.higher"
                        : answer.indicator.direction == Direction::Lower ? "direction.lower"
                                                                         : "direction.neutral")});
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
