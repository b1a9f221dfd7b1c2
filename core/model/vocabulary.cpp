#include "core/model/vocabulary.h"

#include "core/base/jsonnode.h"
#include "core/base/resource.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

/// U+00C0 to U+017F without their accents; a blank stands for a letter that is not one of ours.
constexpr std::string_view unaccented = "aaaaaaaceeeeiiiidnooooo ouuuuyts"
                                        "aaaaaaaceeeeiiiidnooooo ouuuuyty"
                                        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkklllllll"
                                        "lllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(unaccented.size() == 0x180 - 0xC0);

bool isNumeric(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), isDigit) && text.find_first_not_of("0123456789.,+-") == text.npos;
}

/// A letter of two bytes (U+00C0 to U+017F) as its base letter; 0: none of those.
char baseLetter(unsigned char first, unsigned char second)
{
    const unsigned point = ((first & 0x1Fu) << 6) | (second & 0x3Fu);
    const bool known = first >= 0xC3 && first <= 0xC5 && point >= 0xC0 && point < 0x180;
    return known && unaccented[point - 0xC0] != ' ' ? unaccented[point - 0xC0] : '\0';
}

/// "eerste generatie (geboren buiten Nederland)" is also known as what stands before the bracket.
std::string_view beforeBracket(std::string_view text)
{
    return text.substr(0, text.find(" ("));
}

void addTerm(KnownCode &code, std::string_view text)
{
    const std::string folded = foldedWords(text);
    if (!folded.empty())
        addOnce(code.terms, folded);
}

KnownVariable readVariable(const JsonNode &node)
{
    node.allow({"id", "label", "kind", "codes", "role", "synonyms", "code_synonyms"});
    KnownVariable variable;
    variable.id = node.require("id").string();
    variable.label = node.require("label").localText();
    variable.number = node.require("kind").oneOf({"coded", "number"}, 0) == 1;
    variable.role = node["role"].string("");
    std::vector<std::string> names = node["synonyms"].strings();
    names.insert(names.begin(), {variable.id, variable.label.nl, variable.label.en});
    for (const std::string &name : names)
        variable.names.push_back({name, foldedWords(name)});
    const JsonNode synonyms = node["code_synonyms"];
    for (const JsonNode &item : node["codes"].items()) {
        KnownCode code;
        code.id = item.require("id").string();
        code.label = item.require("label").localText();
        if (synonyms.exists())
            code.synonyms = synonyms[code.id].strings();
        addTerm(code, code.id);
        for (const std::string &label : {code.label.nl, code.label.en}) {
            addTerm(code, label);
            addTerm(code, beforeBracket(label));
        }
        for (const std::string &synonym : code.synonyms)
            addTerm(code, synonym);
        variable.codes.push_back(std::move(code));
    }
    return variable;
}

/// The terms of the classification that held until 2021 say "achtergrond", those of the one since 2022 "herkomst".
std::string classificationOf(const std::string &folded)
{
    static constexpr std::array<std::string_view, 5> old{"achtergrond", "background", "autochto", "allochto", "native"};
    static constexpr std::array<std::string_view, 2> since{"herkomst", "origin"};
    const auto says = [&folded](std::string_view word) { return folded.find(word) != std::string::npos; };
    if (std::any_of(old.begin(), old.end(), says))
        return "migratieachtergrond-2016";
    return std::any_of(since.begin(), since.end(), says) ? "herkomst-2022" : "";
}

void readOriginTerms(const JsonNode &node, std::vector<OriginTerm> &terms)
{
    const std::string origin = node.require("id").string();
    const auto add = [&](const std::string &text, bool code) {
        std::string folded = foldedWords(text);
        const bool known = std::any_of(terms.begin(), terms.end(),
                                       [&folded](const OriginTerm &term) { return term.folded == folded; });
        if (folded.empty() || known)
            return;
        std::string classification = code ? "migratieachtergrond-2016" : classificationOf(folded);
        terms.push_back({origin, readRole(node), text, std::move(folded), std::move(classification), code});
    };
    add(origin, false);
    for (const std::string &synonym : node["synonyms"].strings())
        add(synonym, false);
    const LocalText name = node.require("name").localText();
    add(name.nl, false);
    add(name.en, false);
    for (const std::string &code : node["statline"].strings())
        add(code, true);
}

template<class Take>
void eachOf(const std::string &name, Take take)
{
    const std::string path = "catalogue/" + name + ".json";
    const std::optional<std::string_view> bytes = resource(path);
    const Result<JsonDocument> document = bytes ? JsonDocument::parse(*bytes, path)
                                                : Result<JsonDocument>(fail(ErrorCode::FileMissing, {{"file", path}}));
    if (!document)
        return; // a test holds that the program carries both files and that they read without a fault
    for (const JsonNode &node : document->root().require(name).items())
        take(node);
}

Vocabulary make()
{
    Vocabulary vocabulary;
    eachOf("variables", [&](const JsonNode &node) { vocabulary.variables.push_back(readVariable(node)); });
    eachOf("origins", [&](const JsonNode &node) { readOriginTerms(node, vocabulary.originTerms); });
    std::sort(vocabulary.originTerms.begin(), vocabulary.originTerms.end(),
              [](const OriginTerm &a, const OriginTerm &b) { return a.folded < b.folded; });
    return vocabulary;
}

} // namespace

const Vocabulary &Vocabulary::builtIn()
{
    static const Vocabulary vocabulary = make();
    return vocabulary;
}

const KnownVariable *Vocabulary::variable(std::string_view id) const
{
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [id](const KnownVariable &variable) { return variable.id == id; });
    return found == variables.end() ? nullptr : &*found;
}

const OriginTerm *Vocabulary::origin(std::string_view text) const
{
    const std::string folded = foldedWords(text);
    const auto found = std::lower_bound(
        originTerms.begin(), originTerms.end(), folded,
        [](const OriginTerm &term, const std::string &wanted) { return term.folded < wanted; });
    return found == originTerms.end() || found->folded != folded ? nullptr : &*found;
}

const KnownCode *Vocabulary::code(const KnownVariable &variable, std::string_view text)
{
    const std::string folded = foldedWords(text);
    const auto found = std::find_if(variable.codes.begin(), variable.codes.end(),
                                    [&folded](const KnownCode &code) { return contains(code.terms, folded); });
    return found == variable.codes.end() ? nullptr : &*found;
}

std::string foldedWords(std::string_view text)
{
    if (isNumeric(text))
        return std::string(text);
    std::string folded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char character = text[i];
        const auto byte = static_cast<unsigned char>(character);
        if (character >= 'A' && character <= 'Z') {
            folded += char(character - 'A' + 'a');
        } else if ((character >= 'a' && character <= 'z') || isDigit(character)) {
            folded += character;
        } else if (byte >= 0xC0) {
            const char letter = i + 1 < text.size() ? baseLetter(byte, static_cast<unsigned char>(text[i + 1])) : '\0';
            if (letter == '\0')
                folded += character;
            else
                folded += letter;
            i += letter == '\0' ? 0 : 1;
        } else if (byte >= 0x80) {
            folded += character; // the rest of a letter of another script
        }
    }
    return folded;
}

} // namespace evenredig
