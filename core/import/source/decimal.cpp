#include "core/import/source/decimal.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace evenredig {

namespace {

/// Takes the sign off; true for minus (also the real minus sign that our own tables print).
bool takeSign(std::string_view &text)
{
    constexpr std::string_view minus = "\u2212";
    if (text.starts_with(minus)) {
        text.remove_prefix(minus.size());
        return true;
    }
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    return negative;
}

/// digits × 10^exponent, correctly rounded.
std::optional<double> toDouble(const std::string &digits, int exponent)
{
    const std::string text = digits + "e" + std::to_string(exponent);
    double value = 0;
    const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value))
        return std::nullopt;
    return value == 0 ? 0.0 : value; // no negative zero
}

} // namespace

std::optional<Decimal> readDecimal(std::string_view text, std::string_view decimalMark, std::string_view thousandsMark)
{
    const bool negative = takeSign(text);
    const std::size_t point = text.find(decimalMark);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view()
                                                                      : text.substr(point + decimalMark.size());
    if (!allDigits(fraction) || (point != std::string_view::npos && fraction.empty()))
        return std::nullopt;
    const std::optional<std::string> whole = ungrouped(text.substr(0, point), thousandsMark);
    if (!whole || (whole->empty() && fraction.empty()))
        return std::nullopt;
    Decimal number;
    number.digits = (negative ? "-" : "") + *whole + std::string(fraction);
    number.decimals = int(fraction.size());
    return number;
}

DecimalScale::DecimalScale(double factor) : m_factor(factor)
{
    const double exponent = std::round(std::log10(factor));
    const bool isPower = std::abs(exponent) <= 300 && toDouble("1", int(exponent)) == factor;
    if (isPower)
        m_shift = int(exponent);
}

std::optional<double> DecimalScale::apply(const Decimal &number) const
{
    if (m_shift)
        return toDouble(number.digits, *m_shift - number.decimals);
    const std::optional<double> plain = toDouble(number.digits, -number.decimals);
    return plain && std::isfinite(*plain * m_factor) ? std::optional<double>(*plain * m_factor) : std::nullopt;
}

double DecimalScale::halfUnit(int decimals) const
{
    return apply(Decimal{"5", decimals + 1}).value_or(0);
}

int DecimalScale::decimalsOnScreen(int decimals, double screen) const
{
    // A factor of 1000 (a table in thousands) takes three decimals away, as far as there are any.
    const int shift = int(std::lround(std::log10(m_factor * screen)));
    return std::clamp(decimals - shift, 0, 15);
}

} // namespace evenredig
