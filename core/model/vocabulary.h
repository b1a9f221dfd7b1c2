// The words by which sources call what the catalogue knows: variables, their codes, origins and generations, with
// old and new CBS terms and StatLine codes. Suggestions for an import come from here.
#pragma once

#include "core/model/catalogue.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

struct KnownCode {
    std::string id;
    LocalText label;
    std::vector<std::string> synonyms; ///< labels, as sources write them
    std::vector<std::string> terms;    ///< id, labels and synonyms as foldedWords() gives them
};

struct KnownName {
    std::string text;
    std::string folded; ///< as foldedWords() gives it
};

/// A variable that indicators and controls ask for by its id.
struct KnownVariable {
    std::string id;
    LocalText label;
    bool number = false;
    std::vector<KnownCode> codes; ///< in their order; empty: any values
    std::string role;             ///< origin, generation, period, id, weight, design, control, outcome, universe
    std::vector<KnownName> names; ///< the id, the labels and all that sources call it
};

/// One way in which sources write an origin.
struct OriginTerm {
    std::string origin;
    Origin::Role role = Origin::Role::None; ///< of that origin
    std::string text;                       ///< as a source writes it, or a StatLine code
    std::string folded;                     ///< the same, as foldedWords() gives it
    std::string classification;             ///< the only one that has the term; empty: both
    bool code = false;                      ///< a StatLine code
};

class Vocabulary {
public:
    /// That of resources/catalogue; made once.
    [[nodiscard]] static const Vocabulary &builtIn();

    std::vector<KnownVariable> variables;
    std::vector<OriginTerm> originTerms; ///< by their folded texts

    [[nodiscard]] const KnownVariable *variable(std::string_view id) const;
    /// By a source's words, without regard to case, accents, blanks and punctuation.
    [[nodiscard]] const OriginTerm *origin(std::string_view text) const;
    [[nodiscard]] static const KnownCode *code(const KnownVariable &variable, std::string_view text);
};

/// Numbers as they are; other texts in lower case, without accents (UTF-8), blanks and punctuation: "Nederlandse Antillen/Aruba" → "nederlandseantillenaruba".
[[nodiscard]] std::string foldedWords(std::string_view text);

} // namespace evenredig
