#include "core/base/numberformat.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace evenredig {

namespace {

constexpr std::string_view minusSign = "\u2212";

// The digits of |value| with `decimals` decimals, rounded half up on the decimal text of 15 significant
// digits: a double just below a printed half (0.285) rounds as the half that it stands for.
std::string roundedDigits(double value, int decimals)
{
    const double magnitude = std::fabs(tidyNumber(value));
    const double scaled = magnitude * std::pow(10.0, decimals);
    if (scaled < 1e15) {
        char buffer[64];
        const double tidied = tidyNumber(scaled);
        const double whole = std::floor(tidied + 0.5);
        std::snprintf(buffer, sizeof buffer, "%.0f", whole);
        std::string digits = buffer;
        if (decimals > 0) {
            if (static_cast<int>(digits.size()) <= decimals)
                digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
            digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
        }
        return digits;
    }
    // Beyond the digits that a double holds: all of them, up to 309 before the point.
    std::string digits(static_cast<std::size_t>(decimals) + 320, '0');
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), magnitude,
                                       std::chars_format::fixed, decimals);
    digits.resize(static_cast<std::size_t>(written.ptr - digits.data()));
    return digits;
}

} // namespace

std::string formatNumber(double value, int decimals, const NumberFormat &format, Sign sign)
{
    if (!std::isfinite(value))
        return {};
    const std::string digits = roundedDigits(value, std::max(0, decimals));
    const std::size_t point = digits.find('.');
    std::string whole = digits.substr(0, point);
    if (static_cast<int>(whole.size()) >= format.groupFrom && !format.thousands.empty()) {
        for (std::size_t at = whole.size(); at > 3; at -= 3)
            whole.insert(at - 3, format.thousands);
    }
    std::string result;
    const bool zero = digits.find_first_not_of("0.") == std::string::npos;
    if (value < 0 && !zero)
        result = minusSign;
    else if (sign == Sign::Always && !zero)
        result = "+";
    result += whole;
    if (point != std::string::npos)
        result += format.decimal + digits.substr(point + 1);
    return result;
}

std::optional<double> readNumber(std::string_view text, const NumberFormat &format)
{
    std::string plain;
    std::size_t at = 0;
    if (text.substr(0, minusSign.size()) == minusSign) {
        plain = "-";
        at = minusSign.size();
    } else if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
        plain = text[0] == '-' ? "-" : "";
        at = 1;
    }
    text.remove_prefix(at);
    const std::size_t point = format.decimal.empty() ? std::string_view::npos : text.find(format.decimal);
    const std::optional<std::string> whole = ungrouped(text.substr(0, point), format.thousands);
    if (!whole)
        return std::nullopt;
    plain += *whole;
    if (point != std::string_view::npos) {
        const std::string_view decimals = text.substr(point + format.decimal.size());
        if (!allDigits(decimals))
            return std::nullopt;
        plain += '.';
        plain += decimals;
    }
    double value = 0;
    const auto end = plain.data() + plain.size();
    const auto read = std::from_chars(plain.data(), end, value);
    if (plain.empty() || read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return value;
}

double tidyNumber(double value)
{
    if (!std::isfinite(value))
        return value;
    char buffer[40];
    const int length = std::snprintf(buffer, sizeof buffer, "%.15g", value);
    // snprintf follows the C locale's decimal mark; the program never calls setlocale for numbers, but a
    // library might, so a comma is turned back.
    std::replace(buffer, buffer + length, ',', '.');
    double tidied = value;
    std::from_chars(buffer, buffer + length, tidied);
    return tidied;
}

std::string plainNumber(double value)
{
    char buffer[64];
    const double tidied = tidyNumber(value);
    // 100000, not the shorter 1e+05: other programs read the files too.
    const bool fixed = std::fabs(tidied) >= 1e-9 && std::fabs(tidied) < 1e15;
    const auto written = fixed ? std::to_chars(buffer, buffer + sizeof buffer, tidied, std::chars_format::fixed)
                               : std::to_chars(buffer, buffer + sizeof buffer, tidied == 0 ? 0.0 : tidied);
    return {buffer, written.ptr};
}

} // namespace evenredig
