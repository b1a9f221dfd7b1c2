// Printed numbers: read exactly, with the decimals that were printed, and scaled without rounding errors.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evenredig {

/// A number as it was printed: its significant text ("-74" × 10^-1 for "-7,4") and its decimals.
struct Decimal {
    std::string digits; ///< an optional minus sign and digits
    int decimals = 0;   ///< as printed
};

/// Reads a number with these marks; nothing when the text is not exactly that. Thousands, when given, must
/// stand in groups of three. No exponents, no per cent signs.
[[nodiscard]] std::optional<Decimal> readDecimal(std::string_view text, std::string_view decimalMark,
                                                 std::string_view thousandsMark);

/// Multiplies by a factor. A power of ten only shifts the point, so that 7.4 at 0.01 is exactly the double
/// 0.074, which 7.4 * 0.01 is not.
class DecimalScale {
public:
    explicit DecimalScale(double factor);
    /// Nothing when the number is too large for a double.
    [[nodiscard]] std::optional<double> apply(const Decimal &number) const;
    /// Half of the last printed decimal.
    [[nodiscard]] double halfUnit(int decimals) const;
    /// The decimals after scaling by `screen` too: 7.4 at 0.01, shown times 100, has 1.
    [[nodiscard]] int decimalsOnScreen(int decimals, double screen) const;

private:
    double m_factor;
    std::optional<int> m_shift; ///< the power of ten, if the factor is one
};

} // namespace evenredig
