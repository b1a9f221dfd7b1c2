// What the marks in one printed number say: "7,4" has a decimal comma, "1.250" can be read two ways.
#pragma once

#include <string>
#include <string_view>

namespace evenredig {

/// What one value says about decimal and thousands marks.
struct NumberMarks {
    bool number = false;      ///< it can be read as a number at all
    char decimal = 0;         ///< this mark is the decimal mark, for certain
    std::string thousands;    ///< this mark groups thousands, for certain
    char either = 0;          ///< one mark that can be both: "1.250" is 1250 or 1,250
    bool leadingZero = false; ///< "007": a code rather than a number
};

/// Blanks around the text are not looked at. A group of thousands never begins with a zero, so "0.874" has a
/// decimal mark; "1.250.000" and "1.250,5" group by points; "1.250" alone says nothing. Thousands may also be
/// grouped by a blank (" ": of any width, no-break or not) or an apostrophe ("'": of either form).
[[nodiscard]] NumberMarks numberMarks(std::string_view text);

} // namespace evenredig
