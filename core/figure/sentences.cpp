// Sentences written from the estimates, in the words of language.md §3.
#include "core/figure/builders.h"

#include <cmath>

namespace evenredig {

namespace {

const AnswerRow &rowAt(const Words &words, int index)
{
    return words.answer().rows[static_cast<std::size_t>(index)];
}

// "(2,9–3,1)" behind a difference: only where the interval says something about sampling. For a complete
// count language.md leaves it out and ends with a fixed remark.
std::string bracket(const Words &words, const AnswerRow &row, std::string_view key)
{
    const Estimate *estimate = row.estimate(key);
    if (!estimate || estimate->method != Method::Printed)
        return {};
    return words.text("sentence.bracket", {{"interval", words.interval(*estimate, row)}});
}

TextArguments common(const Words &words, const AnswerRow &row)
{
    const Period &period = row.periods.back();
    return {{"O", words.people(row)},
            {"R", words.referencePeople(row.classification)},
            {"subject", words.subject()},
            {"clause", words.answer().indicator.clause.in(words.options().language)},
            {"period", words.periodInText(period)},
            {"unit_difference", words.unitOfDifference()},
            {"unit_points", words.text("unit_points." + std::string(unitName(words.answer().indicator.unit)))}};
}

void add(TextArguments &arguments, const std::string &name, const std::string &value)
{
    arguments.emplace_back(name, value);
}

std::string levelKey(const AnswerRow &row)
{
    if (!row.value("gap"))
        return "sentence.level.alone";
    switch (row.verdict) {
    case Verdict::Equal: return "sentence.level.equal";
    case Verdict::NotDemonstrable: return "sentence.level.not_demonstrable";
    case Verdict::NoMargin: return "sentence.level.no_margin";
    case Verdict::TooFew: return "sentence.level.small_numbers";
    case Verdict::None: return "sentence.level.alone";
    default: break;
    }
    const std::string side = *row.value("gap") > 0 ? "higher" : "lower";
    return "sentence.level." + side + (row.size == Size::Small ? ".small" : "");
}

std::string levelSentence(const Words &words, const AnswerRow &row)
{
    TextArguments arguments = common(words, row);
    if (!row.value("value")) {
        add(arguments, "absence", words.absence(row));
        add(arguments, "minimum", std::to_string(words.answer().indicator.minimumN));
        const bool few = row.status == Status::TooFew || row.status == Status::Suppressed;
        return words.text(few ? "sentence.too_few" : "sentence.absent", arguments);
    }
    const DatasetInfo *source = words.answer().source(row.dataset);
    add(arguments, "source", source ? source->source.in(words.options().language) : row.dataset);
    add(arguments, "w", words.inText(*row.value("value"), row));
    if (const std::optional<double> reference = row.value("reference"))
        add(arguments, "r", words.inText(*reference, row));
    if (const std::optional<double> gap = row.value("gap")) {
        const Estimate *estimate = row.estimate("gap");
        add(arguments, "v", words.differenceInText(*gap, row));
        add(arguments, "vi", bracket(words, row, "gap"));
        if (estimate->hasInterval())
            add(arguments, "max",
                words.differenceInText(std::max(std::fabs(*estimate->low), std::fabs(*estimate->high)), row));
    }
    return words.text(levelKey(row), arguments);
}

std::string form(const Words &words)
{
    return words.isShare() ? ".share" : ".other";
}

std::string developmentSentence(const Words &words, const AnswerRow &row)
{
    TextArguments arguments = common(words, row);
    add(arguments, "t0", words.periodInText(row.periods[0]));
    add(arguments, "t1", words.periodInText(row.periods[1]));
    add(arguments, "reason", row.comparabilityReason.in(words.options().language));
    if (row.comparability == Comparability::No)
        return words.text("sentence.not_comparable", arguments);
    const double change = *row.value("change");
    add(arguments, "a", words.number(*row.value("first"), row));
    add(arguments, "b", words.number(*row.value("last"), row));
    add(arguments, "bu", words.inText(*row.value("last"), row));
    add(arguments, "v", words.differenceInText(change, row));
    add(arguments, "vi", bracket(words, row, "change"));
    std::string key = "sentence.development.";
    if (row.verdict == Verdict::Unchanged)
        key += "unchanged";
    else if (row.verdict == Verdict::NoMargin)
        key += "no_margin";
    else if (row.verdict == Verdict::NotDemonstrable || change == 0)
        key += "not_demonstrable";
    else
        key += change > 0 ? "rose" : "fell";
    std::string sentence = words.text(key + form(words), arguments);
    if (row.comparability == Comparability::WithCaution)
        sentence += " " + words.text("sentence.with_caution", arguments);
    return sentence;
}

// "onder {O} daalde het aandeel 3,7 procentpunt, onder {R} 0,8 procentpunt"
std::string movement(const Words &words, const AnswerRow &row)
{
    const double group = *row.value("group_change");
    const double reference = *row.value("reference_change");
    TextArguments arguments = common(words, row);
    add(arguments, "x", words.differenceInText(group, row));
    add(arguments, "y", words.differenceInText(reference, row));
    const auto direction = [](double change) { return change > 0 ? "rose" : change < 0 ? "fell" : "same"; };
    return words.text(std::string("sentence.movement.") + direction(group) + "." + direction(reference), arguments);
}

std::string gapKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Smaller: return "sentence.gap.smaller";
    case Verdict::Larger:
    case Verdict::Changed: return "sentence.gap.larger";
    case Verdict::Reversed: return "sentence.gap.reversed";
    case Verdict::Unchanged: return "sentence.gap.unchanged";
    case Verdict::NoMargin: return "sentence.gap.no_margin";
    default: return "sentence.gap.not_demonstrable";
    }
}

// Points and ratio can disagree; then both are said, with the room that rounding leaves the ratio.
std::string measureSentence(const Words &words, const AnswerRow &row)
{
    const Estimate *ratioChange = row.estimate("ratio_change");
    const int first = periodRowOf(words.answer(), row, 0);
    const int last = periodRowOf(words.answer(), row, 1);
    if (row.verdict != Verdict::Smaller || !ratioChange || !ratioChange->hasInterval() || first < 0 || last < 0)
        return {};
    const Estimate *q0 = rowAt(words, first).estimate("ratio");
    const Estimate *q1 = rowAt(words, last).estimate("ratio");
    if (!q0 || !q1 || !q0->value || !q1->value)
        return {};
    // Above 1 a ratio closes by falling, below 1 by rising.
    const bool closed = *q0->value > 1 ? *ratioChange->high < 0 : *ratioChange->low > 0;
    if (closed)
        return {};
    TextArguments arguments = common(words, row);
    add(arguments, "g0", words.plain(std::fabs(words.screen(*row.value("gap_first"))), row.decimals));
    add(arguments, "g1", words.differenceInText(*row.value("gap_last"), row));
    add(arguments, "q0", words.ratio(*q0->value));
    add(arguments, "q1", words.ratio(*q1->value));
    add(arguments, "q0i", words.ratioInterval(*q0));
    add(arguments, "q1i", words.ratioInterval(*q1));
    return " " + words.text("sentence.measure", arguments);
}

std::string gapSentence(const Words &words, const AnswerRow &row)
{
    TextArguments arguments = common(words, row);
    add(arguments, "t0", words.periodInText(row.periods[0]));
    add(arguments, "t1", words.periodInText(row.periods[1]));
    add(arguments, "reason", row.comparabilityReason.in(words.options().language));
    if (row.comparability == Comparability::No)
        return words.text("sentence.not_comparable", arguments);
    const double g0 = *row.value("gap_first");
    const double g1 = *row.value("gap_last");
    add(arguments, "g0", words.difference(std::fabs(g0), row));
    add(arguments, "g0u", words.differenceInText(g0, row));
    add(arguments, "g1", words.differenceInText(g1, row));
    add(arguments, "v", words.difference(std::fabs(*row.value("gap_change")), row));
    add(arguments, "vi", bracket(words, row, "gap_change"));
    add(arguments, "side0", words.text(g0 > 0 ? "word.higher" : "word.lower"));
    add(arguments, "side1", words.text(g1 > 0 ? "word.higher" : "word.lower"));
    const std::string first = words.text(gapKey(row.verdict), arguments);
    std::string sentence = first + " " + movement(words, row);
    if (row.verdict == Verdict::Reversed)
        sentence = first;
    sentence += measureSentence(words, row);
    if (row.comparability == Comparability::WithCaution)
        sentence += " " + words.text("sentence.with_caution", arguments);
    return sentence;
}

} // namespace

std::vector<std::string> sentences(const Words &words)
{
    if (words.answer().question.ask == Ask::Overview)
        return overviewSentences(words);
    const int focus = focusRow(words);
    if (focus < 0)
        return {words.text("sentence.nothing")};
    const AnswerRow *row = &rowAt(words, focus);
    std::vector<std::string> result;
    if (words.answer().question.ask != Ask::Level && !row->change) {
        const int change = changeRowOf(words.answer(), focus);
        if (change >= 0)
            row = &rowAt(words, change);
    }
    std::string sentence;
    if (words.answer().question.ask == Ask::Relative)
        sentence = relativeSentence(words, *row);
    else if (words.answer().question.ask == Ask::Generations)
        sentence = generationSentence(words, *row);
    else if (!row->change)
        sentence = levelSentence(words, *row);
    else if (words.answer().question.ask == Ask::Gap)
        sentence = gapSentence(words, *row);
    else
        sentence = developmentSentence(words, *row);
    if (row->sourceKind == SourceKind::Register && (row->change || row->value("value") || row->value("second")))
        sentence += " " + words.text("sentence.complete_count");
    const DatasetInfo *source = words.answer().source(row->dataset);
    if (source && source->synthetic)
        sentence = words.text("sentence.synthetic") + " " + sentence;
    result.push_back(sentence);
    const std::string &note = words.answer().indicator.note.in(words.options().language);
    if (words.answer().indicator.sensitive && !note.empty())
        result.push_back(note);
    return result;
}

} // namespace evenredig
