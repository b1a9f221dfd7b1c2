// The values of a stretch of rows: codes in 1, 2 or 4 bytes. Weights alone are real numbers; a direct identifier that a
// recipe asks for is plain text.
#pragma once

#include "core/data/dictionary.h"
#include "core/data/texts.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace evenredig {

/// Codes in as few bytes as the largest of them needs; widens by itself.
class Codes {
public:
    using Narrow = std::vector<std::uint8_t>;
    using Middle = std::vector<std::uint16_t>;
    using Wide = std::vector<std::uint32_t>;

    Codes() = default;
    explicit Codes(std::variant<Narrow, Middle, Wide> codes) : m_codes(std::move(codes)) {}

    void push(std::uint32_t code);
    void append(const std::vector<std::uint32_t> &codes);
    void reserve(std::size_t rows);
    /// Without rows, as narrow as at first.
    void clear();
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::uint32_t at(std::size_t row) const;
    [[nodiscard]] std::uint32_t largest() const;
    /// The vector itself, for loops that must be quick.
    [[nodiscard]] const std::variant<Narrow, Middle, Wide> &vector() const { return m_codes; }

private:
    [[nodiscard]] bool fits(std::uint32_t code) const;
    void widen(std::uint32_t code);
    std::variant<Narrow, Middle, Wide> m_codes;
};

using Reals = std::vector<double>;

/// The values of a stretch of rows.
using ColumnValues = std::variant<Codes, Reals, Texts>;

} // namespace evenredig
