#include "core/model/key.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

constexpr std::array<KeyTraits, keyCount> keyTable{{
    {Key::Value, "value", KeyKind::Level},
    {Key::Reference, "reference", KeyKind::Level, true},
    {Key::Gap, "gap", KeyKind::Difference},
    {Key::Ratio, "ratio", KeyKind::Ratio},
    {Key::First, "first", KeyKind::Level},
    {Key::Last, "last", KeyKind::Level},
    {Key::Second, "second", KeyKind::Level},
    {Key::Change, "change", KeyKind::Difference},
    {Key::Slope, "slope", KeyKind::Difference},
    {Key::Contrast, "contrast", KeyKind::Difference},
    {Key::GapFirst, "gap_first", KeyKind::Difference},
    {Key::GapLast, "gap_last", KeyKind::Difference},
    {Key::GapChange, "gap_change", KeyKind::Difference},
    {Key::GroupChange, "group_change", KeyKind::Difference},
    {Key::ReferenceChange, "reference_change", KeyKind::Difference, true},
    {Key::Closed, "closed", KeyKind::Part},
    {Key::RatioChange, "ratio_change", KeyKind::Ratio},
    {Key::Base, "base", KeyKind::Level},
    {Key::ShortfallRatio, "shortfall_ratio", KeyKind::Ratio},
    {Key::ReferenceBase, "reference_base", KeyKind::Level, true},
    {Key::ReferenceRatio, "reference_ratio", KeyKind::Ratio, true},
    {Key::MoreInPoints, "more_in_points", KeyKind::Difference},
    {Key::MoreInRatio, "more_in_ratio", KeyKind::Ratio},
}};

constexpr bool keysInOrder()
{
    for (int i = 0; i < keyCount; ++i) {
        if (static_cast<int>(keyTable[static_cast<std::size_t>(i)].key) != i)
            return false;
    }
    return true;
}
static_assert(keysInOrder());

} // namespace

const KeyTraits &traitsOf(Key key)
{
    return keyTable[static_cast<std::size_t>(key)];
}

std::optional<Key> keyFromName(std::string_view name)
{
    const auto found = std::find_if(keyTable.begin(), keyTable.end(),
                                    [name](const KeyTraits &traits) { return traits.name == name; });
    return found == keyTable.end() ? std::nullopt : std::optional(found->key);
}

} // namespace evenredig
