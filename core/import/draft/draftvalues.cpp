#include "core/import/draft/draftvalues.h"

#include "core/base/text.h"
#include "core/import/draft/columntally.h"
#include "core/import/draft/missingcodes.h"
#include "core/model/period.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

struct UsualCode {
    std::string_view variable, value, id;
};

/// Codes that registers and surveys share so widely that they are proposed, as likely only. GBAGENERATIE and
/// GBAGESLACHT of CBS; ISO 5218 has the same two for sex.
constexpr std::array<UsualCode, 5> usualCodeList{{{"sex", "1", "m"},
                                                  {"sex", "2", "f"},
                                                  {"generation", "0", "none"},
                                                  {"generation", "1", "first"},
                                                  {"generation", "2", "second"}}};

DraftValue plain(const ValueCount &counted, DraftValue::Use use)
{
    DraftValue value;
    value.value = counted.value;
    value.count = counted.count;
    value.firstLine = counted.firstLine;
    value.use = use;
    return value;
}

void recode(DraftValue &value, std::string id, Confidence confidence)
{
    value.use = DraftValue::Use::Recoded;
    value.id = std::move(id);
    value.confidence = confidence;
}

bool isYesNo(const KnownVariable &variable)
{
    return variable.codes.size() == 2 && variable.codes[0].id == "no" && variable.codes[1].id == "yes";
}

std::string usualId(const KnownVariable &variable, const std::string &value)
{
    if (isYesNo(variable) && (value == "0" || value == "1"))
        return value == "0" ? "no" : "yes";
    const auto found = std::find_if(usualCodeList.begin(), usualCodeList.end(), [&](const UsualCode &code) {
        return code.variable == variable.id && code.value == value;
    });
    return found == usualCodeList.end() ? std::string() : std::string(found->id);
}

/// Usual codes beside one that nobody knows are another code list: 0 and 1 are not those of sex.
void dropHalfKnown(std::vector<DraftValue> &values)
{
    const bool unknown = std::any_of(values.begin(), values.end(),
                                     [](const DraftValue &value) { return value.use == DraftValue::Use::Unknown; });
    for (DraftValue &value : values) {
        if (!unknown || value.use != DraftValue::Use::Recoded || value.confidence != Confidence::Likely)
            continue;
        value.use = DraftValue::Use::Unknown;
        value.id.clear();
        value.confidence = Confidence::None;
        value.evidence.clear();
    }
}

/// "totaal" and "landelijk gemiddelde" are known words, but nobody's origin.
bool isOfPersons(const OriginTerm &term)
{
    return term.role != Origin::Role::Everyone && term.role != Origin::Role::Rest;
}

bool readsAsNumber(const ColumnProfile &column, const ValueCount &value)
{
    return value.number && column.evidence.kind() == ColumnEvidence::Kind::Number;
}

} // namespace

std::vector<DraftValue> originValues(const ColumnProfile &column)
{
    std::vector<DraftValue> values;
    for (const ValueCount &counted : column.values) {
        DraftValue value = plain(counted, DraftValue::Use::Unknown);
        const OriginTerm *term = Vocabulary::builtIn().origin(counted.value);
        if (term && isOfPersons(*term))
            recode(value, term->origin, Confidence::Certain);
        values.push_back(std::move(value));
    }
    proposeMissing(values, column);
    return values;
}

std::vector<DraftValue> codedValues(const ColumnProfile &column, const KnownVariable &variable, bool usualCodes)
{
    std::vector<DraftValue> values;
    for (const ValueCount &counted : column.values) {
        DraftValue value = plain(counted, DraftValue::Use::Unknown);
        if (const KnownCode *code = Vocabulary::code(variable, counted.value)) {
            recode(value, code->id, Confidence::Certain);
        } else if (std::string id = usualCodes ? usualId(variable, counted.value) : std::string(); !id.empty()) {
            recode(value, std::move(id), Confidence::Likely);
            value.evidence = {{"usual_code", {{"value", counted.value}}}};
        }
        values.push_back(std::move(value));
    }
    proposeMissing(values, column);
    dropHalfKnown(values);
    return values;
}

std::vector<DraftValue> periodValues(const ColumnProfile &column)
{
    std::vector<DraftValue> values;
    for (const ValueCount &counted : column.values) {
        const bool period = Period::fromSource(counted.value).has_value();
        values.push_back(plain(counted, period ? DraftValue::Use::Kept : DraftValue::Use::Unknown));
        if (period)
            values.back().confidence = Confidence::Certain;
    }
    for (DraftValue &value : values) {
        if (value.use == DraftValue::Use::Unknown && missingWord(value.value)) {
            value.use = DraftValue::Use::Missing;
            value.reason = *missingWord(value.value);
        }
    }
    return values;
}

std::vector<DraftValue> numberValues(const ColumnProfile &column)
{
    std::vector<DraftValue> values;
    for (const ValueCount &counted : column.values) {
        if (!readsAsNumber(column, counted) || looksLikeMissingCode(counted.value))
            values.push_back(plain(counted, counted.number ? DraftValue::Use::Kept : DraftValue::Use::Unknown));
    }
    proposeMissing(values, column);
    std::erase_if(values, [](const DraftValue &value) { return value.use == DraftValue::Use::Kept; });
    return values;
}

std::vector<DraftValue> keptValues(const ColumnProfile &column)
{
    std::vector<DraftValue> values;
    for (const ValueCount &counted : column.values)
        values.push_back(plain(counted, DraftValue::Use::Kept));
    proposeMissing(values, column);
    return values;
}

double ValueFit::share() const
{
    return knownRows + unknownRows > 0 ? double(knownRows) / double(knownRows + unknownRows) : 0;
}

ValueFit fitOf(const std::vector<DraftValue> &values)
{
    ValueFit fit;
    for (const DraftValue &value : values) {
        if (value.use == DraftValue::Use::Missing)
            continue;
        const bool known = value.use != DraftValue::Use::Unknown;
        (known ? fit.known : fit.unknown) += 1;
        (known ? fit.knownRows : fit.unknownRows) += value.count;
        fit.usual += known && value.confidence == Confidence::Likely ? 1 : 0;
        if (!value.id.empty())
            addOnce(fit.ids, value.id);
    }
    return fit;
}

} // namespace evenredig
