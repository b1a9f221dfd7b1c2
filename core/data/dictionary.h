// The values of a variable: code → value, label, missing reason, order.
#pragma once

#include "core/base/language.h"
#include "core/data/texttable.h"
#include "core/model/estimate.h"

#include <map>
#include <optional>
#include <vector>

namespace evenredig {

/// Codes count from 0 in the order in which the values came. What is missing has codes too, one for each
/// code of the source and reason, so that "don't know" and "refused" stay apart.
class Dictionary {
public:
    /// The code of a valid value; a new one when it is not there yet.
    std::uint32_t add(std::string_view value);
    /// The code of an absence: as the source wrote it, and why.
    std::uint32_t addMissing(std::string_view sourceCode, Missing reason);
    /// The code of a valid value, if it is there.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view value) const;

    [[nodiscard]] std::size_t size() const { return m_reasons.size(); }
    /// Of an absence the source's own code. Valid until the next value is added.
    [[nodiscard]] std::string_view value(std::uint32_t code) const;
    [[nodiscard]] std::optional<Missing> missing(std::uint32_t code) const;
    [[nodiscard]] bool isMissing(std::uint32_t code) const { return m_reasons[code] != valid; }
    /// How many codes are values.
    [[nodiscard]] std::size_t validCount() const { return m_validCount; }
    /// The value as a number; nothing for other texts and what is missing.
    [[nodiscard]] std::optional<double> number(std::uint32_t code) const;

    void setLabel(std::uint32_t code, LocalText label) { m_labels[code] = std::move(label); }
    [[nodiscard]] LocalText label(std::uint32_t code) const;
    /// The place in an ordered scale, from 0.
    void setOrder(std::uint32_t code, int order) { m_orders[code] = order; }
    [[nodiscard]] std::optional<int> order(std::uint32_t code) const;

private:
    static constexpr signed char valid = -1;
    TextTable m_texts; ///< of an absence with a mark and its reason in front, which no value has
    std::vector<signed char> m_reasons;
    std::map<std::uint32_t, LocalText> m_labels; ///< few codes have one
    std::map<std::uint32_t, int> m_orders;
    std::size_t m_validCount = 0;
};

} // namespace evenredig
