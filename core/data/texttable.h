// Distinct texts, numbered in the order in which they came: few bytes for each, quick to find.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

/// Open addressing over one long string: a million texts cost their characters and some 20 bytes each, where
/// a map of strings would cost more than a hundred. Numbers are stable; views are not (see `at`).
class TextTable {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    [[nodiscard]] std::uint32_t find(std::string_view text) const;
    /// The number of a text; the next one when it is new.
    std::uint32_t add(std::string_view text);
    /// Valid until the next text is added.
    [[nodiscard]] std::string_view at(std::uint32_t number) const;
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = none;
    };
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint32_t hash) const;
    void grow();

    std::string m_texts;               ///< one behind the other
    std::vector<std::uint64_t> m_ends; ///< where each ends
    std::vector<Slot> m_slots;         ///< a power of two, at most half full
};

} // namespace evenredig
