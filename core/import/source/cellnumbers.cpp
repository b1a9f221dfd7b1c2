#include "core/import/source/cellnumbers.h"

#include <utility>

namespace evenredig {

namespace {

constexpr int firstBits = 6;

} // namespace

CellNumbers::CellNumbers()
{
    clear();
}

void CellNumbers::clear()
{
    m_slots.assign(std::size_t(1) << firstBits, {});
    m_slots.shrink_to_fit();
    m_mask = m_slots.size() - 1;
    m_shift = 64 - firstBits;
    m_size = m_short = 0;
    m_long = {};
    m_longNumbers.clear();
}

std::uint32_t CellNumbers::addShort(const Key &key, std::size_t place)
{
    const std::uint32_t number = std::uint32_t(m_size++);
    m_slots[place] = {key, number};
    if (2 * ++m_short > m_slots.size())
        grow();
    return number;
}

std::uint32_t CellNumbers::addLong(std::string_view cell)
{
    const std::uint32_t text = m_long.add(cell);
    if (text == m_longNumbers.size())
        m_longNumbers.push_back(std::uint32_t(m_size++));
    return m_longNumbers[text];
}

void CellNumbers::grow()
{
    const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(2 * m_slots.size()));
    m_mask = m_slots.size() - 1;
    --m_shift;
    for (const Slot &slot : old) {
        if (slot.number == TextTable::none)
            continue;
        std::size_t place = placeOf(slot.key);
        while (m_slots[place].number != TextTable::none)
            place = (place + 1) & m_mask;
        m_slots[place] = slot;
    }
}

} // namespace evenredig
