#include "core/data/texttable.h"

#include <cstring>

namespace evenredig {

namespace {

constexpr std::size_t firstSlots = 64;
constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15ull; // 2^64 divided by the golden ratio (Knuth 6.4)

std::uint64_t mix(std::uint64_t state, std::uint64_t word)
{
    state = (state ^ word) * multiplier;
    return state ^ (state >> 32);
}

/// Eight bytes at a time: cells are short, and this is the dearest step of an import.
std::uint32_t hashOf(std::string_view text)
{
    std::uint64_t state = text.size() * multiplier;
    while (text.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        state = mix(state, word);
        text.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    if (!text.empty())
        std::memcpy(&rest, text.data(), text.size());
    return std::uint32_t(mix(state, rest) >> 16);
}

} // namespace

std::uint32_t TextTable::find(std::string_view text) const
{
    return m_slots.empty() ? none : m_slots[slotOf(text, hashOf(text))].number;
}

std::uint32_t TextTable::add(std::string_view text)
{
    if (2 * (m_ends.size() + 1) > m_slots.size())
        grow();
    const std::uint32_t hash = hashOf(text);
    Slot &slot = m_slots[slotOf(text, hash)];
    if (slot.number == none) {
        slot = {hash, std::uint32_t(m_ends.size())};
        m_texts.append(text);
        m_ends.push_back(m_texts.size());
    }
    return slot.number;
}

std::string_view TextTable::at(std::uint32_t number) const
{
    const std::size_t begin = number == 0 ? 0 : std::size_t(m_ends[number - 1]);
    return std::string_view(m_texts).substr(begin, std::size_t(m_ends[number]) - begin);
}

/// The slot of the text, or the empty one where it would stand.
std::size_t TextTable::slotOf(std::string_view text, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = hash & mask;
    while (m_slots[place].number != none && (m_slots[place].hash != hash || at(m_slots[place].number) != text))
        place = (place + 1) & mask;
    return place;
}

void TextTable::grow()
{
    std::vector<Slot> old(m_slots.empty() ? firstSlots : m_slots.size() * 2);
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot &slot : old) {
        if (slot.number == none)
            continue;
        std::size_t place = slot.hash & mask;
        while (m_slots[place].number != none)
            place = (place + 1) & mask;
        m_slots[place] = slot;
    }
}

} // namespace evenredig
