// An indicator of the catalogue: what is measured, of whom, in which unit and with which direction.
#pragma once

#include "core/base/jsonnode.h"
#include "core/model/condition.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace evenredig {

enum class Unit { Percent, Per1000, Per10000, Mean, Euro, Index, Count };
enum class Direction { Higher, Lower, Neutral }; ///< which side is favourable

[[nodiscard]] std::string_view unitName(Unit unit);
/// Whether a unit has a true zero, unless the indicator says otherwise (statistics.md §3): wealth can be negative.
[[nodiscard]] bool hasTrueZero(Unit unit);
/// How many times a value of the file is multiplied for the screen: 100 for per cent (0.31 is 31%).
[[nodiscard]] double screenFactor(Unit unit);

struct Measure {
    enum class Kind { Share, Mean, Rate, Quantile };
    Kind kind = Kind::Share;
    std::string variable;        ///< the outcome; of a rate its count
    std::vector<std::string> in; ///< of a share: the codes that count
    std::vector<std::string> of; ///< of a share: the codes of the denominator; empty is all valid ones
    double per = 1;              ///< of a rate
    double p = 0.5;              ///< of a quantile
};

struct Indicator {
    std::string id;
    std::string domain;
    LocalText label;
    LocalText definition;
    LocalText clause; ///< subordinate clause, fits behind "dat" / "that"
    LocalText people; ///< the universe in words: "inwoners van 12 jaar of ouder"
    LocalText note;
    Unit unit = Unit::Percent;
    LocalText scale; ///< of a mean: its ends
    Direction direction = Direction::Neutral;
    bool trueZero = true; ///< ratios mean something; left out in a file: by the unit
    bool sensitive = false;
    std::vector<Condition> universe;
    Measure measure;
    std::vector<std::vector<std::string>> controls;
    int minimumN = 50;
    std::optional<double> relevance; ///< in the file's unit; absent: no verdict "equal"
    std::string json;                ///< the object as it was read, for provenance and inline use
};

[[nodiscard]] Indicator readIndicator(const JsonNode &object);
/// Reads {"evenredig": "indicators/1", "indicators": […]}.
[[nodiscard]] Result<std::vector<Indicator>> readIndicators(const JsonDocument &document);

} // namespace evenredig
