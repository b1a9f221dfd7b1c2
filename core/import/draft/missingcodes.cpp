#include "core/import/draft/missingcodes.h"

#include "core/import/draft/columntally.h"
#include "core/model/vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <system_error>

namespace evenredig {

namespace {

struct Word {
    std::string_view folded;
    Missing reason;
};

constexpr std::array<Word, 38> missingWords{{{"weetniet", Missing::DontKnow},
                                             {"weetikniet", Missing::DontKnow},
                                             {"weethetniet", Missing::DontKnow},
                                             {"wn", Missing::DontKnow},
                                             {"geenidee", Missing::DontKnow},
                                             {"dontknow", Missing::DontKnow},
                                             {"donotknow", Missing::DontKnow},
                                             {"dk", Missing::DontKnow},
                                             {"wilnietzeggen", Missing::Refused},
                                             {"wiliknietzeggen", Missing::Refused},
                                             {"zegiklieverniet", Missing::Refused},
                                             {"weigert", Missing::Refused},
                                             {"weigering", Missing::Refused},
                                             {"geweigerd", Missing::Refused},
                                             {"refused", Missing::Refused},
                                             {"refusal", Missing::Refused},
                                             {"prefernottosay", Missing::Refused},
                                             {"nvt", Missing::NotApplicable},
                                             {"nietvantoepassing", Missing::NotApplicable},
                                             {"notapplicable", Missing::NotApplicable},
                                             {"nietgevraagd", Missing::NotAsked},
                                             {"nietgesteld", Missing::NotAsked},
                                             {"nietvoorgelegd", Missing::NotAsked},
                                             {"notasked", Missing::NotAsked},
                                             {"onbekend", Missing::Unknown},
                                             {"unknown", Missing::Unknown},
                                             {"geenopgave", Missing::Unknown},
                                             {"geenantwoord", Missing::Unknown},
                                             {"noanswer", Missing::Unknown},
                                             {"nietingevuld", Missing::Unknown},
                                             {"ontbreekt", Missing::Unknown},
                                             {"missing", Missing::Unknown},
                                             {"na", Missing::Unknown},
                                             {"nan", Missing::Unknown},
                                             {"null", Missing::Unknown},
                                             {"sysmis", Missing::Unknown},
                                             {"geheim", Missing::Suppressed},
                                             {"suppressed", Missing::Suppressed}}};

std::optional<double> wholeNumber(std::string_view text)
{
    double number = 0;
    const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size() && number == std::floor(number);
    return whole ? std::optional(number) : std::nullopt;
}

/// The numbers of a column that are no code for an absence: from least to most.
struct Ordinary {
    std::optional<double> least, most;
    std::size_t different = 0;
};

Ordinary ordinaryOf(const ColumnProfile &column)
{
    std::set<double> numbers;
    for (const ValueCount &one : column.values) {
        const std::optional<double> number = wholeNumber(one.value);
        if (number && !looksLikeMissingCode(one.value))
            numbers.insert(*number);
    }
    return {column.ordinaryLeast, column.ordinaryMost, column.many ? mostListedValues : numbers.size()};
}

/// 9 behind 1 to 4 stands apart, 9 behind 1 to 8 does not; 999 must be well above everything.
bool standsApart(double code, double lowest, const Ordinary &ordinary)
{
    const double most = *ordinary.most;
    if (code < 0)
        return *ordinary.least >= 0;
    if (code < 10)
        return lowest - most >= 2;
    return code < 100 ? lowest - most >= 10 : most < 0.7 * code;
}

Reason becauseOf(const char *key, const DraftValue &value, double most)
{
    Reason evidence{key, {{"value", value.value}}};
    addNumber(evidence.arguments, "most", most, most == std::floor(most) ? 0 : 1);
    return evidence;
}

/// Codes of one width, such as 98 and 99. Of a pair the usual meaning is known; of one alone it is not.
void proposeWidth(std::vector<DraftValue *> &codes, const Ordinary &ordinary)
{
    const auto numberOf = [](const DraftValue *value) { return wholeNumber(value->value).value_or(0); };
    std::sort(codes.begin(), codes.end(),
              [&](const DraftValue *a, const DraftValue *b) { return numberOf(a) < numberOf(b); });
    const auto isSeven = [](const DraftValue *value) { return value->value.back() == '7'; };
    if (std::any_of(codes.begin(), codes.end(), isSeven) && codes.front()->value == "7")
        return; // 7, 8 and 9 go on from what stands before them
    std::erase_if(codes, isSeven);
    if (codes.empty() || codes.back()->value.back() != '9')
        return;
    if (!standsApart(numberOf(codes.back()), numberOf(codes.front()), ordinary))
        return;
    const bool pair = codes.size() == 2;
    for (DraftValue *value : codes) {
        value->use = DraftValue::Use::Missing;
        value->reason = !pair ? Missing::Unknown : value->value.back() == '8' ? Missing::DontKnow : Missing::Refused;
        value->confidence = Confidence::Likely;
        value->evidence = {becauseOf(pair ? "missing_pair" : "missing_code", *value, *ordinary.most)};
    }
}

void proposeCodes(std::vector<DraftValue> &values, const ColumnProfile &column)
{
    const Ordinary ordinary = ordinaryOf(column);
    if (!ordinary.most || ordinary.different < 2 || column.evidence.kind() != ColumnEvidence::Kind::Number)
        return;
    std::map<std::size_t, std::vector<DraftValue *>> byWidth;
    for (DraftValue &value : values) {
        const bool open = value.use == DraftValue::Use::Kept || value.use == DraftValue::Use::Unknown;
        if (!open || !looksLikeMissingCode(value.value))
            continue;
        if (!value.value.starts_with('-')) {
            byWidth[value.value.size()].push_back(&value);
        } else if (standsApart(-1, -1, ordinary)) {
            value.use = DraftValue::Use::Missing;
            value.reason = Missing::Unknown;
            value.confidence = Confidence::Likely;
            value.evidence = {becauseOf("missing_negative", value, *ordinary.most)};
        }
    }
    for (auto &one : byWidth)
        proposeWidth(one.second, ordinary);
}

} // namespace

std::optional<Missing> missingWord(std::string_view text)
{
    if (text == "." || text == "?" || text == "-" || text == "*")
        return Missing::Unknown;
    const std::string folded = foldedWords(text);
    const auto found = std::find_if(missingWords.begin(), missingWords.end(),
                                    [&folded](const Word &word) { return word.folded == folded; });
    return found == missingWords.end() ? std::nullopt : std::optional(found->reason);
}

void proposeMissing(std::vector<DraftValue> &values, const ColumnProfile &column)
{
    for (DraftValue &value : values) {
        const std::optional<Missing> reason = missingWord(value.value);
        if (!reason || value.use == DraftValue::Use::Recoded)
            continue;
        value.use = DraftValue::Use::Missing;
        value.reason = *reason;
        value.confidence = value.value.size() > 2 ? Confidence::Certain : Confidence::Likely; // "-" may be a nil
        value.label = {value.value, value.value};
        value.evidence = {{"missing_word", {{"value", value.value}}}};
    }
    proposeCodes(values, column);
}

} // namespace evenredig
