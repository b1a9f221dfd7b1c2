// Groups, references, generations, domains, classifications and indicators: all of them data.
#pragma once

#include "core/model/indicator.h"

#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

struct Origin {
    enum class Kind { Group, Reference, Residual, Aggregate };
    /// What a reference is to the groups; each role is had by one reference. The code knows roles, never ids.
    enum class Role { None, WithoutBackground, Everyone, Rest };
    std::string id;
    Kind kind = Kind::Group;
    Role role = Role::None;
    int order = 0;
    LocalText name;      ///< "Marokko": axes, tables, lists
    LocalText shortName; ///< for narrow columns; empty: the name
    LocalText countName; ///< instead of the name where persons are counted: a total is no mean; empty: the name
    LocalText people;    ///< "mensen met herkomst Marokko"
    LocalText suffix;    ///< "met herkomst Marokko": behind a universe
    std::string colour;  ///< "#882200", of groups and references
    std::string marker;  ///< circle, square, diamond, triangle, triangle_down, hexagon, cross; "line" for references
};

struct Domain {
    std::string id;
    LocalText name;
    LocalText description;
    int order = 0;
};

struct GenerationTerm {
    std::string id;
    LocalText name;   ///< "eerste generatie"
    LocalText people; ///< "geboren buiten Nederland"
    bool hollow = false;
};

/// A classification of origins; figures of two of them are never joined (product.md rule 7).
struct Classification {
    std::string id;
    LocalText name;            ///< "migratieachtergrond (tot 2021)"
    LocalText referenceName;   ///< "zonder migratieachtergrond": axis, table, label of the reference without one
    LocalText referencePeople; ///< "mensen zonder migratieachtergrond"
    LocalText referenceSuffix; ///< "zonder migratieachtergrond": behind a universe
};

class Catalogue {
public:
    /// The catalogue that the program carries (resources/catalogue).
    [[nodiscard]] static Result<Catalogue> builtIn();

    std::vector<Origin> origins;
    std::vector<Domain> domains;
    std::vector<GenerationTerm> generations;
    std::vector<Classification> classifications;
    std::vector<Indicator> indicators;

    [[nodiscard]] const Origin *origin(std::string_view id) const;
    [[nodiscard]] const Domain *domain(std::string_view id) const;
    [[nodiscard]] const GenerationTerm *generation(std::string_view id) const;
    [[nodiscard]] const Classification *classification(std::string_view id) const;
    [[nodiscard]] const Indicator *indicator(std::string_view id) const;
    /// The seven groups in their fixed order (Dutch names, alphabetical).
    [[nodiscard]] std::vector<std::string> groupIds() const;
    /// The references in the catalogue's order, which is the order in which they are the default.
    [[nodiscard]] std::vector<std::string> references() const;
    /// The reference with a role; null when there is none.
    [[nodiscard]] const Origin *originWithRole(Origin::Role role) const;
    /// "turkish (Turkije), …": origins by id and name, for a sentence that says which there are.
    [[nodiscard]] LocalText listOf(const std::vector<std::string> &originIds) const;
    /// Adds indicators, or replaces those with the same id.
    void define(const std::vector<Indicator> &added);

    /// "Marokko"; the reference without a migration background carries the label of the classification.
    [[nodiscard]] std::string originName(std::string_view id, std::string_view classification, Language language) const;
    [[nodiscard]] std::string originPeople(std::string_view id, std::string_view classification,
                                           Language language) const;
    /// "met herkomst Marokko": behind a universe; empty where an origin has none.
    [[nodiscard]] std::string originSuffix(std::string_view id, std::string_view classification,
                                           Language language) const;
};

/// The role that an entry of origins.json gives; for those that read that file.
[[nodiscard]] Origin::Role readRole(const JsonNode &origin);

} // namespace evenredig
