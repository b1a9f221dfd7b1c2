#include "core/answer/conditionwords.h"

#include "core/base/numberformat.h"
#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/data/microdata.h"
#include "core/model/vocabulary.h"

#include <algorithm>

namespace evenredig {

namespace {

/// The labels of a variable and its codes, from wherever they are known.
struct Labels {
    LocalText variable;
    std::vector<std::pair<std::string, LocalText>> codes;

    [[nodiscard]] std::string code(const std::string &id, Language language) const
    {
        const auto found = std::find_if(codes.begin(), codes.end(),
                                        [&](const auto &entry) { return entry.first == id; });
        return found == codes.end() ? id : found->second.in(language);
    }
};

Labels labelsOf(const std::string &name, const std::vector<MicrodataInfo> &persons)
{
    Labels labels{{name, name}, {}};
    if (const KnownVariable *known = Vocabulary::builtIn().variable(name)) {
        labels.variable = known->label;
        for (const KnownCode &code : known->codes)
            labels.codes.emplace_back(code.id, code.label);
        return labels;
    }
    for (const MicrodataInfo &info : persons) {
        const Variable *variable = info.variable(name);
        if (!variable)
            continue;
        if (!variable->label.nl.empty())
            labels.variable = variable->label;
        for (std::uint32_t code = 0; code < variable->dictionary.size(); ++code) {
            const LocalText label = variable->dictionary.label(code);
            if (!label.nl.empty())
                labels.codes.emplace_back(std::string(variable->dictionary.value(code)), label);
        }
        return labels;
    }
    return labels;
}

std::string inWords(const Condition &condition, const Labels &labels, Language language)
{
    TextArguments arguments{{"variable", labels.variable.in(language)}};
    if (condition.betweenCodes()) {
        arguments.emplace_back("low", labels.code(condition.first, language));
        arguments.emplace_back("high", labels.code(condition.last, language));
        return text(language, "condition.between", arguments);
    }
    if (condition.kind == Condition::Kind::Between) {
        const NumberFormat format = language == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english();
        const auto number = [&](double value) {
            std::string text = plainNumber(value);
            std::replace(text.begin(), text.end(), '.', format.decimal.front());
            return text;
        };
        arguments.emplace_back("low", number(condition.low));
        arguments.emplace_back("high", number(condition.high));
        return text(language, "condition.between", arguments);
    }
    const std::string word = text(language, "condition.or");
    arguments.emplace_back(
        "values", joined(
                      condition.codes, [&](const std::string &id) { return labels.code(id, language); }, word));
    return text(language, condition.kind == Condition::Kind::In ? "condition.in" : "condition.not_in", arguments);
}

} // namespace

Result<LocalText> conditionWords(const std::vector<Condition> &conditions, const Workspace &workspace)
{
    LocalText words;
    if (conditions.empty())
        return words;
    const Result<std::vector<MicrodataInfo>> persons = workspace.microdata();
    if (!persons)
        return tl::unexpected<Error>(persons.error());
    for (const Condition &condition : conditions) {
        const Labels labels = labelsOf(condition.variable, *persons);
        for (const Language language : {Language::Dutch, Language::English}) {
            std::string &text = language == Language::Dutch ? words.nl : words.en;
            text += (text.empty() ? "" : "; ") + inWords(condition, labels, language);
        }
    }
    return words;
}

} // namespace evenredig
