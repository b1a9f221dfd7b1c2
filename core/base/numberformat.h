// How numbers are written. Interface language, output language and number format are three settings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evenredig {

/// Decimal mark and thousands mark (UTF-8). Dutch text groups from 10 000 upwards: 1250, but 12.500.
struct NumberFormat {
    std::string decimal = ",";
    std::string thousands = ".";
    int groupFrom = 5; ///< the number of digits from which thousands are grouped

    [[nodiscard]] static NumberFormat dutch() { return {",", ".", 5}; }
    [[nodiscard]] static NumberFormat english() { return {".", ",", 5}; }
    bool operator==(const NumberFormat &) const = default;
};

enum class Sign { Negative, Always }; ///< Always writes "+3,0" too; zero never gets a sign

/// A number with a fixed count of decimals, rounded half away from zero on its decimal value (0.285 at two
/// decimals is 0,29 although the nearest double is below it), with a real minus sign (−).
[[nodiscard]] std::string formatNumber(double value, int decimals, const NumberFormat &format,
                                       Sign sign = Sign::Negative);
/// Reads back what formatNumber wrote; nothing when the text is not a number in that format. Thousands marks may
/// be left out, but where they stand they must group by three.
[[nodiscard]] std::optional<double> readNumber(std::string_view text, const NumberFormat &format);
/// The shortest decimal text that gives the number back within 15 significant digits: 0.059, not
/// 0.058999999999999997; without an exponent from 1e-9 up to 1e15. For files and for JSON.
[[nodiscard]] std::string plainNumber(double value);
/// The value rounded to 15 significant digits, so that 0.074 − 0.015 is 0.059 in files.
[[nodiscard]] double tidyNumber(double value);

} // namespace evenredig
