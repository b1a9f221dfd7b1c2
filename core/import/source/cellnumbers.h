// The different cells that one thread meets in one column, numbered in the order in which they came.
#pragma once

#include "core/data/texttable.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace evenredig {

/// Nearly every cell is at most 16 bytes long. Such a cell is kept as two whole numbers, with zeros behind it (no cell
/// has a NUL), so that a look-up compares two words and follows no pointer.
class CellNumbers {
public:
    /// So many bytes behind the begin of a cell must be readable.
    static constexpr std::size_t readAhead = 16;

    CellNumbers();
    /// The number of a cell; size() before the call when it is new.
    std::uint32_t add(std::string_view cell)
    {
        if (cell.size() > readAhead)
            return addLong(cell);
        const Key key = keyOf(cell);
        std::size_t place = placeOf(key);
        while (m_slots[place].number != TextTable::none) {
            if (m_slots[place].key == key)
                return m_slots[place].number;
            place = (place + 1) & m_mask;
        }
        return addShort(key, place);
    }
    /// Fetches the place of a cell that is soon looked up, when there are more than the nearest memory holds.
    void prefetch(std::string_view cell) const
    {
#ifdef __GNUC__
        if (cell.size() <= readAhead)
            __builtin_prefetch(&m_slots[placeOf(keyOf(cell))]);
#endif
    }
    [[nodiscard]] bool isLarge() const
    {
        return m_slots.size() > 2048;
    }
    [[nodiscard]] std::size_t size() const
    {
        return m_size;
    }
    void clear();

private:
    struct Key {
        std::uint64_t low = 0, high = 0;
        bool operator==(const Key &) const = default;
    };
    struct Slot {
        Key key;
        std::uint32_t number = TextTable::none;
    };

    /// Ones where a cell of this length has bytes.
    static constexpr std::uint64_t maskOf(std::size_t length)
    {
        return length >= 8 ? ~0ull : (1ull << (8 * length)) - 1;
    }
    [[nodiscard]] static Key keyOf(std::string_view cell)
    {
        static constexpr std::array<Key, readAhead + 1> masks = [] {
            std::array<Key, readAhead + 1> all;
            for (std::size_t length = 0; length <= readAhead; ++length)
                all[length] = {maskOf(length), length > 8 ? maskOf(length - 8) : 0};
            return all;
        }();
        Key key;
        std::memcpy(&key.low, cell.data(), 8);
        std::memcpy(&key.high, cell.data() + 8, 8);
        key.low &= masks[cell.size()].low;
        key.high &= masks[cell.size()].high;
        return key;
    }
    /// The high bits of a product depend on all bits of its factors (Knuth 6.4).
    [[nodiscard]] std::size_t placeOf(const Key &key) const
    {
        constexpr std::uint64_t first = 0x9E3779B97F4A7C15ull, second = 0xC2B2AE3D27D4EB4Full;
        return std::size_t(((key.low ^ std::rotl(key.high * second, 29)) * first) >> m_shift);
    }
    std::uint32_t addShort(const Key &key, std::size_t place);
    std::uint32_t addLong(std::string_view cell);
    void grow();

    std::vector<Slot> m_slots; ///< a power of two, at most half full
    std::size_t m_mask = 0;
    int m_shift = 0;
    std::size_t m_size = 0, m_short = 0;
    TextTable m_long;
    std::vector<std::uint32_t> m_longNumbers;
};

} // namespace evenredig
