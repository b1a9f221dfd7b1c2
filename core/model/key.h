// The names of the estimates of an answer: one table says how each is called in files and what kind of number it is.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace evenredig {

enum class Key {
    Value,
    Reference,
    Gap,
    Ratio,
    First,
    Last,
    Second,
    Change,
    Slope,
    Contrast,
    GapFirst,
    GapLast,
    GapChange,
    GroupChange,
    ReferenceChange,
    Closed,
    RatioChange,
    Base,
    ShortfallRatio,
    ReferenceBase,
    ReferenceRatio,
    MoreInPoints,
    MoreInRatio
};
inline constexpr int keyCount = int(Key::MoreInRatio) + 1;

/// A level has the indicator's unit, a difference that of its differences; a ratio has none, a part is a share of 1.
enum class KeyKind { Level, Difference, Ratio, Part };

struct KeyTraits {
    Key key = Key::Value;
    std::string_view name; ///< in files: "gap_change"
    KeyKind kind = KeyKind::Level;
    bool ofReference = false; ///< it rests on the reference alone: so do its n and what is missing
};

[[nodiscard]] const KeyTraits &traitsOf(Key key);
[[nodiscard]] inline std::string_view keyName(Key key)
{
    return traitsOf(key).name;
}
[[nodiscard]] std::optional<Key> keyFromName(std::string_view name);

} // namespace evenredig
