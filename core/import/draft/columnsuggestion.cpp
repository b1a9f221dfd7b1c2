#include "core/import/draft/columnsuggestion.h"

#include "core/base/text.h"
#include "core/import/draft/draftvalues.h"
#include "core/import/draft/missingcodes.h"
#include "core/import/draft/numbercolumn.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace evenredig {

namespace {

/// A column of more different values is none of the codes of an origin or a variable.
constexpr std::size_t mostCodes = 300;
/// Without a fitting name nearly all rows must hold known origins.
constexpr double originShare = 0.8;
constexpr double numberShare = 0.9;

/// What may stand behind a name without changing what it is.
constexpr std::array<std::string_view, 16> neutralWords{"resp", "respondent", "op",  "r",      "nr",  "code",
                                                        "def",  "definitief", "tot", "totaal", "cbs", "sim",
                                                        "nl",   "var",        "v",   "persoon"};
/// N_h, M_h or the sampling fraction of the stratum, as surveys call it.
constexpr std::array<std::string_view, 6> populationNames{"fpc", "popsize",         "strataomvang",
                                                          "nh",  "populatieomvang", "stratumpopulation"};
/// Not on a scale, though they have three codes or more.
constexpr std::array<std::string_view, 10> nominal{"origin",           "generation",  "mode",  "household_type",
                                                   "region",           "main_source", "stage", "labour_position",
                                                   "migration_motive", "tenure"};

/// Runs of letters: "herkomst_resp2" has "herkomst" and "resp".
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    bool inside = false;
    for (const char character : name) {
        if (!isLetter(character)) {
            inside = false;
            continue;
        }
        if (!inside)
            words.emplace_back();
        words.back() += character;
        inside = true;
    }
    for (std::string &word : words)
        word = foldedWords(word);
    return words;
}

Reason named(const char *key, const ColumnProfile &column, const NameMatch &match, const KnownVariable &variable)
{
    Reason evidence{key, {{"column", column.name}, {"term", match.term}}};
    addText(evidence.arguments, "variable", variable.label);
    return evidence;
}

void addNameEvidence(DraftColumn &draft, const ColumnProfile &column, const NameMatch &match,
                     const KnownVariable &variable)
{
    if (match.kind != NameMatch::Kind::None)
        draft.evidence.push_back(
            named(match.kind == NameMatch::Kind::Exact ? "name_known" : "name_resembles", column, match, variable));
}

Reason counted(const char *key, double known, double all)
{
    Reason evidence{key, {}};
    addNumber(evidence.arguments, "known", known);
    addNumber(evidence.arguments, "all", all);
    return evidence;
}

Reason rangeOf(const ColumnProfile &column)
{
    Reason evidence{"values_range", {}};
    const double least = column.ordinaryLeast.value_or(column.least.value_or(0));
    const double most = column.ordinaryMost.value_or(column.most.value_or(0));
    const int decimals = column.fractions > 0 ? 2 : 0;
    addNumber(evidence.arguments, "least", least, decimals);
    addNumber(evidence.arguments, "most", most, decimals);
    return evidence;
}

/// The first few values that are not recognised.
std::string examples(const std::vector<DraftValue> &values)
{
    std::vector<std::string> unknown;
    for (const DraftValue &value : values) {
        if (value.use == DraftValue::Use::Unknown)
            unknown.push_back(value.value);
    }
    return joinedFirst(unknown, 8);
}

bool hasStatlineCodes(const ColumnProfile &column)
{
    return std::any_of(column.values.begin(), column.values.end(), [](const ValueCount &value) {
        const OriginTerm *term = Vocabulary::builtIn().origin(value.value);
        return term && term->code;
    });
}

void addFitEvidence(DraftColumn &draft, const ColumnProfile &column, const ValueFit &fit)
{
    if (fit.known > 0)
        draft.evidence.push_back(counted("values_known", double(fit.known), double(fit.all())));
    if (fit.unknown > 0)
        draft.evidence.push_back(
            {fit.known > 0 ? "values_unknown" : "codes_unlabelled", {{"values", examples(draft.values)}}});
    if (draft.role == ColumnRole::Origin && hasStatlineCodes(column))
        draft.evidence.push_back({"statline_codes", {}});
    if (fit.usual > 0)
        draft.evidence.push_back({"usual_codes", {}});
}

/// A suggestion from a name and from values that are codes, with what speaks for it.
void addCoded(std::vector<DraftColumn> &found, DraftColumn draft, const ColumnProfile &column,
              const KnownVariable &variable, const NameMatch &match, const ValueFit &fit)
{
    draft.evidence.clear();
    addNameEvidence(draft, column, match, variable);
    addFitEvidence(draft, column, fit);
    found.push_back(std::move(draft));
}

/// By name and values together.
Confidence codedConfidence(const NameMatch &match, const ValueFit &fit)
{
    if (fit.known == 0)
        return match.kind == NameMatch::Kind::Exact ? Confidence::Unsure : Confidence::None;
    const bool certain = match.kind == NameMatch::Kind::Exact && fit.unknown == 0 && fit.usual == 0;
    return certain ? Confidence::Certain : Confidence::Likely;
}

void suggestOrigin(std::vector<DraftColumn> &found, const ColumnProfile &column, const KnownVariable &variable,
                   const NameMatch &match)
{
    if (column.many || column.values.size() > mostCodes)
        return;
    DraftColumn draft = columnInRole(column, ColumnRole::Origin, {});
    const ValueFit fit = fitOf(draft.values);
    const bool byValues = fit.share() >= originShare && fit.ids.size() >= 2;
    if (match.kind == NameMatch::Kind::None && !byValues)
        return;
    draft.confidence = codedConfidence(match, fit);
    if (draft.confidence == Confidence::None)
        return;
    addCoded(found, std::move(draft), column, variable, match, fit);
}

void suggestPeriod(std::vector<DraftColumn> &found, const ColumnProfile &column, const KnownVariable &variable,
                   const NameMatch &match)
{
    if (match.kind == NameMatch::Kind::None || column.many)
        return;
    DraftColumn draft = columnInRole(column, ColumnRole::Period, {});
    const ValueFit fit = fitOf(draft.values);
    if (fit.known == 0)
        return;
    const bool certain = match.kind == NameMatch::Kind::Exact && fit.unknown == 0;
    draft.confidence = certain ? Confidence::Certain : Confidence::Likely;
    addCoded(found, std::move(draft), column, variable, match, fit);
}

void suggestWeight(std::vector<DraftColumn> &found, const ColumnProfile &column, const KnownVariable &variable,
                   const NameMatch &match)
{
    const long positive = column.numbers - column.notPositive;
    if (match.kind == NameMatch::Kind::None || positive == 0
        || double(positive) < numberShare * double(column.filled()))
        return;
    DraftColumn draft = columnInRole(column, ColumnRole::Weight, {});
    draft.confidence = match.kind == NameMatch::Kind::Exact ? Confidence::Certain : Confidence::Likely;
    draft.evidence.clear();
    addNameEvidence(draft, column, match, variable);
    draft.evidence.push_back(rangeOf(column));
    if (column.notPositive > 0) { // one bad value does not spoil the proposal; it is named
        draft.confidence = Confidence::Likely;
        Reason odd{"weights_not_positive", {}};
        addNumber(odd.arguments, "count", double(column.notPositive));
        draft.evidence.push_back(std::move(odd));
    }
    Reason sum{"weights_sum", {}};
    addNumber(sum.arguments, "sum", column.sum);
    draft.evidence.push_back(std::move(sum));
    const bool kilograms = column.fractions == 0 && column.ordinaryLeast.value_or(0) >= 30
                           && column.ordinaryMost.value_or(0) <= 250 && column.distinct > 10;
    if (kilograms) {
        draft.confidence = Confidence::Unsure;
        draft.evidence.push_back({"weight_of_body", {}});
    }
    found.push_back(std::move(draft));
}

/// Roles of the design that a name alone tells.
void suggestDesign(std::vector<DraftColumn> &found, const ColumnProfile &column, ColumnRole role,
                   const KnownVariable &variable, const NameMatch &match)
{
    if (match.kind == NameMatch::Kind::None)
        return;
    DraftColumn draft = columnInRole(column, role, {});
    draft.confidence = match.kind == NameMatch::Kind::Exact ? Confidence::Likely : Confidence::Unsure;
    draft.evidence.clear();
    addNameEvidence(draft, column, match, variable);
    draft.evidence.push_back(counted("values_different", column.distinct, double(column.filled())));
    found.push_back(std::move(draft));
}

void suggestPerson(std::vector<DraftColumn> &found, const ColumnProfile &column, const KnownVariable &variable,
                   const NameMatch &match)
{
    if (match.kind == NameMatch::Kind::None)
        return;
    DraftColumn draft = columnInRole(column, ColumnRole::LeaveOut, {});
    draft.leftOutReason = column.uniquePerRow ? "identifier_unique" : "identifier_name";
    draft.confidence = match.kind == NameMatch::Kind::Exact ? Confidence::Certain : Confidence::Likely;
    draft.evidence.clear();
    addNameEvidence(draft, column, match, variable);
    draft.evidence.push_back({column.uniquePerRow ? "identifier_unique" : "person_repeats", {}});
    found.push_back(std::move(draft));
}

void suggestNumber(std::vector<DraftColumn> &found, const ColumnProfile &column, const KnownVariable &variable,
                   const NameMatch &match)
{
    if (match.kind == NameMatch::Kind::None)
        return;
    DraftColumn draft = columnInRole(column, ColumnRole::Variable, variable.id);
    const ValueFit fit = fitOf(draft.values);
    const auto numbers = double(column.evidence.numbers); // those that can be read two ways too
    if (numbers == 0 || numbers < numberShare * (numbers + double(fit.unknownRows)))
        return;
    const bool age = variable.id == "age";
    const bool plausible = !age
                           || (column.ordinaryLeast.value_or(0) >= 0 && column.ordinaryMost.value_or(0) <= 125
                               && column.fractions == 0);
    draft.confidence = !plausible                             ? Confidence::Unsure
                       : match.kind == NameMatch::Kind::Exact ? Confidence::Certain
                                                              : Confidence::Likely;
    draft.evidence.clear();
    addNameEvidence(draft, column, match, variable);
    draft.evidence.push_back(rangeOf(column));
    if (!plausible)
        draft.evidence.push_back({"range_odd", {}});
    else if (!draft.bands.empty())
        draft.evidence.push_back({"also_bands", {}});
    found.push_back(std::move(draft));
}

/// The quick look before all values are made: one that is no label of the variable settles it.
bool couldTell(const KnownVariable &variable, const ColumnProfile &column)
{
    constexpr std::size_t mostLabels = 30;
    return column.evidence.kind() == ColumnEvidence::Kind::Text && column.values.size() <= mostLabels
           && std::all_of(column.values.begin(), column.values.end(), [&variable](const ValueCount &value) {
                  return Vocabulary::code(variable, value.value) || missingWord(value.value);
              });
}

/// Labels alone tell a variable only when no other has the same ones; nee and ja tell nothing.
bool tellsByLabels(const KnownVariable &variable, const ValueFit &fit, const ColumnProfile &column)
{
    const bool words = std::none_of(column.values.begin(), column.values.end(),
                                    [](const ValueCount &value) { return value.number; });
    const bool yesNo = !variable.codes.empty() && variable.codes.front().id == "no";
    return words && !yesNo && fit.unknown == 0 && fit.ids.size() >= 2;
}

void suggestCoded(std::vector<DraftColumn> &found, const ColumnProfile &column, const KnownVariable &variable,
                  const NameMatch &match)
{
    if (column.many || column.values.size() > mostCodes || variable.codes.empty())
        return;
    const ColumnRole role = variable.role == "generation" ? ColumnRole::Generation : ColumnRole::Variable;
    const bool byName = match.kind != NameMatch::Kind::None;
    if (!byName && !couldTell(variable, column))
        return;
    DraftColumn draft = columnInRole(column, role, role == ColumnRole::Variable ? variable.id : std::string());
    const ValueFit fit = fitOf(draft.values);
    if (!byName && !tellsByLabels(variable, fit, column))
        return;
    draft.confidence = codedConfidence(match, fit);
    if (draft.confidence == Confidence::None)
        return;
    draft.evidence.clear();
    addNameEvidence(draft, column, match, variable);
    addFitEvidence(draft, column, fit);
    if (!byName) {
        draft.evidence.push_back({"labels_fit", {}});
        addText(draft.evidence.back().arguments, "variable", variable.label);
    }
    found.push_back(std::move(draft));
}

void suggestFor(std::vector<DraftColumn> &found, const ColumnProfile &column, const ColumnWords &words,
                const KnownVariable &variable)
{
    const NameMatch match = matchName(words, variable);
    if (variable.role == "origin")
        suggestOrigin(found, column, variable, match);
    else if (variable.role == "period")
        suggestPeriod(found, column, variable, match);
    else if (variable.role == "weight")
        suggestWeight(found, column, variable, match);
    else if (variable.role == "stratum")
        suggestDesign(found, column, ColumnRole::Stratum, variable, match);
    else if (variable.role == "cluster")
        suggestDesign(found, column, ColumnRole::Cluster, variable, match);
    else if (variable.id == "person_id")
        suggestPerson(found, column, variable, match);
    else if (variable.role == "id")
        suggestDesign(found, column, ColumnRole::Keep, variable, match);
    else if (variable.number)
        suggestNumber(found, column, variable, match);
    else
        suggestCoded(found, column, variable, match);
}

DraftColumn leftOut(const ColumnProfile &column)
{
    DraftColumn draft = columnInRole(column, ColumnRole::LeaveOut, {});
    draft.leftOutReason = column.identifierReason;
    draft.confidence = Confidence::Certain;
    draft.evidence = {{column.identifierReason, {}}};
    return draft;
}

/// The codes of a variable cannot be told, so the column stays as it is; its name is said.
void keepWhatIsUnsure(DraftColumn &draft, const ColumnProfile &column)
{
    const bool required = draft.role == ColumnRole::Origin || draft.role == ColumnRole::Generation;
    const bool coded = draft.role == ColumnRole::Variable && !draft.number;
    if (draft.confidence != Confidence::Unsure || required || !coded)
        return;
    DraftColumn kept = columnInRole(column, ColumnRole::Keep, {});
    kept.confidence = Confidence::Unsure;
    kept.evidence = draft.evidence;
    kept.nearest = draft.variable;
    draft = std::move(kept);
}

} // namespace

ColumnWords::ColumnWords(std::string_view name) : folded(foldedWords(name)), words(wordsOf(name)) {}

NameMatch matchName(const ColumnWords &column, const KnownVariable &variable)
{
    // "vrouw" is no name for sex but for one of its codes: there 1 is yes, not men.
    if (Vocabulary::code(variable, column.folded))
        return {};
    for (const KnownName &name : variable.names) {
        if (!column.folded.empty() && name.folded == column.folded)
            return {NameMatch::Kind::Exact, name.text};
    }
    const std::vector<std::string> &words = column.words;
    const bool neutral = !words.empty() && std::all_of(words.begin() + 1, words.end(), [](const std::string &word) {
        return contains(neutralWords, word);
    });
    if (!neutral || words.front().size() < 3 || words.front() == column.folded)
        return {};
    for (const KnownName &name : variable.names) {
        if (name.folded == words.front())
            return {NameMatch::Kind::Part, name.text};
    }
    return {};
}

bool isSingle(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Keep:
    case ColumnRole::LeaveOut:
    case ColumnRole::Variable:
    case ColumnRole::Stratum: return false;
    default: return true;
    }
}

DraftColumn columnInRole(const ColumnProfile &column, ColumnRole role, const std::string &variable)
{
    DraftColumn draft;
    draft.name = column.name;
    draft.from = column.from;
    draft.role = role;
    draft.example = column.example;
    draft.filled = column.filled();
    draft.empty = column.empty();
    draft.evidence = {{"chosen", {}}};
    draft.confidence = Confidence::Certain;
    const Vocabulary &vocabulary = Vocabulary::builtIn();
    const KnownVariable *known = role == ColumnRole::Generation ? vocabulary.variable("generation")
                                 : role == ColumnRole::Origin   ? vocabulary.variable("origin")
                                 : role == ColumnRole::Variable ? vocabulary.variable(variable)
                                                                : nullptr;
    draft.variable = role == ColumnRole::Variable ? variable : std::string();
    draft.label = known ? known->label : LocalText{};
    takeNumbers(draft, column, known);
    if (role == ColumnRole::Origin)
        draft.values = originValues(column);
    else if (role == ColumnRole::Period)
        draft.values = periodValues(column);
    else if (draft.number || role == ColumnRole::Weight || role == ColumnRole::Population)
        draft.values = numberValues(column);
    else if (known && !known->codes.empty())
        draft.values = codedValues(column, *known, true);
    else if (role == ColumnRole::Keep || role == ColumnRole::Stratum || role == ColumnRole::Variable)
        draft.values = keptValues(column);
    const bool scale = role == ColumnRole::Variable && known && known->codes.size() > 2
                       && !contains(nominal, known->id);
    for (std::size_t i = 0; scale && i < known->codes.size(); ++i)
        draft.order.push_back(known->codes[i].id);
    return draft;
}

std::vector<DraftColumn> columnSuggestions(const ColumnProfile &column)
{
    std::vector<DraftColumn> found;
    const ColumnWords words(column.name);
    for (const KnownVariable &variable : Vocabulary::builtIn().variables)
        suggestFor(found, column, words, variable);
    if (contains(populationNames, words.folded) && column.numbers == column.filled()) {
        found.push_back(columnInRole(column, ColumnRole::Population, {}));
        found.back().confidence = Confidence::Likely;
        found.back().evidence = {{"name_population", {{"column", column.name}}}, rangeOf(column)};
    }
    const bool byLabels = std::count_if(
                              found.begin(), found.end(),
                              [](const DraftColumn &draft) { return draft.evidence.back().key == "labels_fit"; })
                          > 1;
    if (byLabels) // the same labels belong to several variables: none of them is meant for certain
        std::erase_if(found, [](const DraftColumn &draft) { return draft.evidence.back().key == "labels_fit"; });
    for (DraftColumn &draft : found)
        keepWhatIsUnsure(draft, column);
    std::stable_sort(found.begin(), found.end(),
                     [](const DraftColumn &a, const DraftColumn &b) { return a.confidence > b.confidence; });
    const bool sure = !found.empty() && found.front().confidence == Confidence::Certain;
    if (!column.identifierReason.empty() && !(sure && found.front().role == ColumnRole::Weight))
        found.insert(found.begin(), leftOut(column));
    DraftColumn kept = columnInRole(column, ColumnRole::Keep, {});
    kept.confidence = Confidence::None;
    kept.evidence = {{column.filled() == 0 ? "column_empty" : "nothing_known", {}}};
    if (column.evidence.leadingZeros > 0) {
        kept.evidence.push_back({"leading_zeros", {}});
        addNumber(kept.evidence.back().arguments, "count", double(column.evidence.leadingZeros));
    }
    found.push_back(std::move(kept));
    return found;
}

} // namespace evenredig
