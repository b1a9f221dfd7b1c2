// The texts of a stretch of rows, one behind the other: for columns whose values all differ.
#pragma once

#include "core/model/estimate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

/// A dictionary of such a column would be as long as the column. Nothing is counted by it, so it has no codes.
class Texts {
public:
    Texts() = default;
    /// As stored: where each text ends in `characters`. The ends ascend up to its size.
    Texts(std::string characters, std::vector<std::uint32_t> ends);

    void add(std::string_view value);
    /// An absence: as the source wrote it, and why.
    void addMissing(std::string_view sourceCode, Missing reason);
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    /// Of an absence the source's own code.
    [[nodiscard]] std::string_view value(std::size_t row) const;
    [[nodiscard]] std::optional<Missing> missing(std::size_t row) const;

    [[nodiscard]] const std::string &characters() const { return m_characters; }
    [[nodiscard]] const std::vector<std::uint32_t> &ends() const { return m_ends; }
    bool operator==(const Texts &) const = default;

private:
    [[nodiscard]] std::string_view at(std::size_t row) const;

    std::string m_characters;
    std::vector<std::uint32_t> m_ends;
};

} // namespace evenredig
