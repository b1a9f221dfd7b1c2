// One condition on a variable; a list of them is joined by "and".
#pragma once

#include "core/base/jsonnode.h"

#include <optional>
#include <string>
#include <vector>

namespace evenredig {

struct Condition {
    enum class Kind { In, NotIn, Between };
    std::string variable;
    Kind kind = Kind::In;
    std::vector<std::string> codes; ///< of In and NotIn
    double low = 0, high = 0;       ///< of Between, both included
    std::string first, last;        ///< of Between on an ordered scale: the codes at its ends, both included
    /// Whether the ends are codes. Which comes first, and whether the scale is ordered, is for who has the variable.
    [[nodiscard]] bool betweenCodes() const { return !first.empty(); }
    bool operator==(const Condition &) const = default;
};

[[nodiscard]] std::vector<Condition> readConditions(const JsonNode &array);
/// Compact JSON with the conditions and their codes in a fixed order: equal sets give equal texts.
[[nodiscard]] std::string canonicalJson(const std::vector<Condition> &conditions);

} // namespace evenredig
