// The one reader of numbers, for every way in: what a cell prints, and what else stands with it.
#pragma once

#include "core/import/source/decimal.h"

#include <optional>
#include <string>
#include <string_view>

namespace evenredig {

/// The marks in which numbers are written.
struct Marks {
    std::string decimal = ".", thousands;
    bool operator==(const Marks &) const = default;
};

/// A cell without what stands around its number. Signs are made one: every minus is "-", every blank (no-break, narrow,
/// thin) is " ", every apostrophe is "'".
struct NumberText {
    std::string body;         ///< sign, digits and marks; empty: there is no number in it
    int exponent = 0;         ///< "3e4"
    bool percent = false;     ///< "4,3%"
    bool provisional = false; ///< "4,1*", "3,9 p"
    bool remarked = false;    ///< a footnote or a letter that leaves the number as it is: "4,1 1)", "2,0 b", "4,1¹"
    enum class Doubt { None, Bound, Brackets } doubt = Doubt::None; ///< "<0,5"; "(2,1)", negative or unreliable
};
/// Of a trimmed cell. A letter behind a number is one of Eurostat's flags (b, d, e, f, p, r, s, u), and only behind a blank
/// or a decimal: "1b" is a code. Cells without a number give an empty body.
[[nodiscard]] NumberText takeApart(std::string_view cell);

struct PrintedNumber {
    std::optional<Decimal> number; ///< nothing: it is none by these marks, or it has no certain value
    bool percent = false, provisional = false, remarked = false;
    NumberText::Doubt doubt = NumberText::Doubt::None;
};
/// A blank as thousands mark is any blank, an apostrophe any apostrophe.
[[nodiscard]] PrintedNumber readPrinted(std::string_view cell, const Marks &marks);

/// The double that is nearest to a bare number (no per cent, no remark) of a trimmed cell; nothing for all else.
[[nodiscard]] std::optional<double> readReal(std::string_view cell, const Marks &marks);

/// "2.0" is the code 2 and "2020,0" the year 2020, as programs write that hold codes as numbers; nothing for others.
[[nodiscard]] std::optional<std::string_view> wholeOf(std::string_view cell);

} // namespace evenredig
