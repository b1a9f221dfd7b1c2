#include "core/figure/sentences.h"

#include "core/base/text.h"
#include "core/figure/pieces.h"
#include "core/figure/questionfigure.h"

namespace evenredig {

namespace {

/// The periods of a row whose figures are provisional, in words.
std::vector<std::string> provisionalPeriods(const Words &words, const AnswerRow &row)
{
    std::vector<std::string> periods;
    const bool since = row.base && !(*row.base == row.period());
    if (!row.change && since && row.isProvisional(Key::Base))
        periods.push_back(words.periodInText(*row.base));
    if (!row.change && (since ? row.isProvisional(Key::Value) : row.provisional))
        periods.push_back(words.periodInText(row.period()));
    for (std::size_t which = 0; row.change && which < 2; ++which) {
        const int index = periodRowOf(words.answer(), row, which);
        if (index >= 0 && words.answer().rows[static_cast<std::size_t>(index)].provisional)
            periods.push_back(words.periodInText(row.periods[which]));
    }
    return periods;
}

bool hasFigure(const AnswerRow &row)
{
    return row.change || row.value(Key::Value) || row.value(Key::Second) || row.value(Key::First);
}

/// Whether none of the figures behind a row has a margin, or only some.
std::string marginsInWords(const Words &words, const AnswerRow &row)
{
    std::vector<const AnswerRow *> rows{&row};
    for (std::size_t which = 0; row.change && which < 2; ++which) {
        if (const int index = periodRowOf(words.answer(), row, which); index >= 0)
            rows.push_back(&words.answer().rows[static_cast<std::size_t>(index)]);
    }
    bool some = false;
    for (const AnswerRow *one : rows) {
        for (const auto &[key, estimate] : one->estimates)
            some = some || (traitsOf(key).kind == KeyKind::Level && isSampling(estimate.method));
    }
    return words.text(some ? "sentence.margins.some" : "sentence.margins.none");
}

/// An apposition that closes itself before a pattern's own comma gives two.
std::string withSingleCommas(std::string sentence)
{
    // ",," but also ",." and ",)": the other sign closes it.
    for (std::size_t at = sentence.find(','); at != std::string::npos; at = sentence.find(',', at + 1)) {
        while (at + 1 < sentence.size() && std::string_view(",.;:)").find(sentence[at + 1]) != std::string_view::npos
               && at < sentence.size() && sentence[at] == ',')
            sentence.erase(at, 1);
    }
    return sentence;
}

/// What is said behind any sentence about a figure.
std::string withRemarks(const Words &words, const AnswerRow &row, std::string sentence)
{
    sentence = withSingleCommas(std::move(sentence));
    if (const std::vector<std::string> periods = provisionalPeriods(words, row); !periods.empty())
        sentence += " "
                    + words.text(periods.size() > 1 ? "sentence.provisional.more" : "sentence.provisional",
                                 {{"periods", joined(periods, words.text("word.and"))}});
    if (row.sourceKind == SourceKind::Register && hasFigure(row))
        sentence += " " + words.text("sentence.complete_count");
    const DatasetInfo *source = words.answer().source(row.dataset);
    if (source && source->synthetic)
        sentence = words.text("sentence.synthetic") + " " + sentence;
    return sentence;
}

} // namespace

std::string sizeSuffix(const AnswerRow &row)
{
    const Verdict verdict = row.assessment.verdict;
    const bool moved = verdict == Verdict::Larger || verdict == Verdict::Smaller;
    return moved && row.assessment.size == Size::Small ? ".small" : "";
}

TextArguments sentenceArguments(const Words &words, const AnswerRow &row)
{
    const Period &period = row.periods.back();
    const DatasetInfo *source = words.answer().source(row.dataset);
    TextArguments arguments{
        {"O", words.people(row)},
        {"R", words.referenceInText(row)},
        {"subject", words.subject()},
        {"clause", words.answer().indicator.clause.in(words.options().language)},
        {"period", words.periodInText(period)},
        {"source", source ? source->source.in(words.options().language) : row.dataset},
        {"absence", words.absence(row)},
        {"minimum", std::to_string(words.answer().indicator.minimumN)},
        {"margins", marginsInWords(words, row)},
        {"reason", row.comparabilityReason.in(words.options().language)},
        {"unit_difference", words.unitOfDifference()},
        {"unit_points", words.text("unit_points." + std::string(unitName(words.answer().indicator.unit)))}};
    if (row.change) {
        arguments.emplace_back("t0", words.periodInText(row.periods[0]));
        arguments.emplace_back("t1", words.periodInText(row.periods[1]));
    }
    return arguments;
}

std::string bracket(const Words &words, const AnswerRow &row, Key key)
{
    const Estimate *estimate = row.estimate(key);
    if (!estimate || !isSampling(estimate->method))
        return {};
    Estimate shown = *estimate;
    // The sentence says "lager" and no sign: its interval goes from small to large as well (language.md §3).
    if (shown.hasInterval() && *shown.high <= 0) {
        shown.low = -*estimate->high;
        shown.high = -*estimate->low;
    }
    return words.text("sentence.bracket",
                      {{"interval", words.interval(shown, row)}, {"kind", words.intervalKind(shown)}});
}

std::string whyNoVerdict(const Words &words, const AnswerRow &row)
{
    const bool change = row.change || row.value(Key::Change);
    const bool alone = !change && !row.value(Key::Gap) && !row.value(Key::Contrast);
    const char *about = change ? "sentence.why.change." : alone ? "sentence.why.alone." : "sentence.why.";
    const auto why = [&](const char *reason) {
        return words.text(std::string(about) + reason, {{"minimum", std::to_string(words.answer().indicator.minimumN)},
                                                        {"margins", marginsInWords(words, row)}});
    };
    switch (row.assessment.verdict) {
    case Verdict::NoMargin: return alone ? std::string() : why("no_margin");
    case Verdict::TooFew:
        if (row.sourceKind == SourceKind::Survey)
            return why("too_few");
        return alone ? std::string() : why("small_numbers");
    case Verdict::Unreliable: return why("unreliable");
    default: return {};
    }
}

namespace {

/// The row that the sentence is about: of a change the change.
const AnswerRow &told(const Answer &answer, int index)
{
    const int change = changeRowOf(answer, index);
    return answer.rows[static_cast<std::size_t>(change >= 0 ? change : index)];
}

/// The focus, and beside it the same of every other group in colour.
std::vector<const AnswerRow *> rowsToTell(const Words &words, int focus)
{
    const Answer &answer = words.answer();
    const AnswerRow &row = told(answer, focus);
    std::vector<const AnswerRow *> rows{&row};
    const std::vector<std::string> &emphasised = words.options().emphasised;
    if (emphasised.size() < 2 || !contains(emphasised, row.origin))
        return rows;
    for (const std::string &origin : emphasised) {
        int found = -1;
        for (std::size_t i = 0; i < answer.rows.size(); ++i) {
            const AnswerRow &other = answer.rows[i];
            if (other.origin == origin && other.change == row.change && other.generation == row.generation
                && other.periods.back() == row.periods.back())
                found = static_cast<int>(i);
        }
        if (origin != row.origin && found >= 0)
            rows.push_back(&answer.rows[static_cast<std::size_t>(found)]);
    }
    return rows;
}

} // namespace

std::vector<std::string> sentences(const Words &words)
{
    const Answer &answer = words.answer();
    const int focus = focusRow(words);
    if (focus < 0)
        return {words.text("sentence.nothing")};
    const auto sentence = questionFigure(answer.question.ask).sentence;
    if (!traitsOf(answer.question.ask).needsIndicator)
        return {sentence(words, told(answer, focus))};
    std::vector<std::string> result;
    for (const AnswerRow *row : rowsToTell(words, focus))
        result.push_back(withRemarks(words, *row, sentence(words, *row)));
    const std::string &note = answer.indicator.note.in(words.options().language);
    if (answer.indicator.sensitive && !note.empty())
        result.push_back(note);
    return result;
}

} // namespace evenredig
