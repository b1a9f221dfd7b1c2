#include "core/data/codes.h"

#include <algorithm>
#include <limits>

namespace evenredig {

namespace {

template<class To, class From>
To copied(const From &from)
{
    To to;
    to.reserve(from.capacity());
    to.assign(from.begin(), from.end());
    return to;
}

template<class Vector>
bool isWithin(std::uint32_t code)
{
    return code <= std::numeric_limits<typename Vector::value_type>::max();
}

} // namespace

void Codes::push(std::uint32_t code)
{
    if (auto *narrow = std::get_if<Narrow>(&m_codes); narrow && isWithin<Narrow>(code)) {
        narrow->push_back(std::uint8_t(code));
    } else if (auto *middle = std::get_if<Middle>(&m_codes); middle && isWithin<Middle>(code)) {
        middle->push_back(std::uint16_t(code));
    } else {
        widen(code);
        std::visit(
            [code](auto &codes) {
                using Code = typename std::decay_t<decltype(codes)>::value_type;
                codes.push_back(static_cast<Code>(code));
            },
            m_codes);
    }
}

void Codes::append(const std::vector<std::uint32_t> &codes)
{
    if (codes.empty())
        return;
    const std::uint32_t most = *std::max_element(codes.begin(), codes.end());
    if (!fits(most))
        widen(most);
    std::visit(
        [&codes](auto &all) {
            using Code = typename std::decay_t<decltype(all)>::value_type;
            const std::size_t before = all.size();
            all.resize(before + codes.size());
            for (std::size_t i = 0; i < codes.size(); ++i)
                all[before + i] = static_cast<Code>(codes[i]);
        },
        m_codes);
}

bool Codes::fits(std::uint32_t code) const
{
    return std::visit(
        [code](const auto &codes) {
            using Code = typename std::decay_t<decltype(codes)>::value_type;
            return code <= std::numeric_limits<Code>::max();
        },
        m_codes);
}

void Codes::widen(std::uint32_t code)
{
    if (const auto *narrow = std::get_if<Narrow>(&m_codes)) {
        if (isWithin<Middle>(code))
            m_codes = copied<Middle>(*narrow);
        else
            m_codes = copied<Wide>(*narrow);
    } else if (const auto *middle = std::get_if<Middle>(&m_codes)) {
        m_codes = copied<Wide>(*middle);
    }
}

void Codes::reserve(std::size_t rows)
{
    std::visit([rows](auto &codes) { codes.reserve(rows); }, m_codes);
}

void Codes::clear()
{
    m_codes = Narrow();
}

std::size_t Codes::size() const
{
    return std::visit([](const auto &codes) { return codes.size(); }, m_codes);
}

std::uint32_t Codes::at(std::size_t row) const
{
    return std::visit([row](const auto &codes) { return std::uint32_t(codes[row]); }, m_codes);
}

std::uint32_t Codes::largest() const
{
    return std::visit(
        [](const auto &codes) {
            return codes.empty() ? 0u : std::uint32_t(*std::max_element(codes.begin(), codes.end()));
        },
        m_codes);
}

} // namespace evenredig
