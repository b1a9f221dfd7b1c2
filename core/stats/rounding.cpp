#include "core/stats/rounding.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace evenredig {

namespace {

// Extremes of a function over the corners of the box. Every function here is monotone in each variable as
// long as its denominators keep their sign, so that the extremes lie at corners.
template<class Function>
Estimate overCorners(const std::vector<Printed> &figures, Function function)
{
    assert(figures.size() < 20);
    std::vector<double> at(figures.size());
    Estimate estimate;
    estimate.method = Method::Rounding;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (std::size_t corner = 0; corner < (std::size_t{1} << figures.size()); ++corner) {
        for (std::size_t i = 0; i < figures.size(); ++i)
            at[i] = (corner >> i) & 1 ? figures[i].high : figures[i].low;
        const double value = function(at);
        low = std::min(low, value);
        high = std::max(high, value);
    }
    for (std::size_t i = 0; i < figures.size(); ++i)
        at[i] = figures[i].value;
    estimate.value = function(at);
    estimate.low = low;
    estimate.high = high;
    return estimate;
}

// Printed figures meet exactly (7.35 against 7.35), and differences of doubles miss that by their last bits: what is
// left of a sum whose terms cancel is 0. `size` is the size of the terms.
constexpr double lastBits = 1e-14;

/// A sum without the bits that its terms cannot know: 0.037 − 0.1 is −0.063, not −0.06299999999999999.
double settled(double sum, double size)
{
    if (std::fabs(sum) <= lastBits * size)
        return 0;
    const double unit = std::pow(10, std::floor(std::log10(size)) - 14);
    return std::round(sum / unit) * unit;
}

double cancelled(double sum, double size)
{
    return std::fabs(sum) <= lastBits * size ? 0 : sum;
}

bool holdsZero(double low, double high, double size)
{
    return cancelled(low, size) <= 0 && cancelled(high, size) >= 0;
}

bool holdsZero(const Printed &figure)
{
    return holdsZero(figure.low, figure.high, std::fabs(figure.value));
}

} // namespace

Printed printed(double value, double half, Unit unit)
{
    const double infinity = std::numeric_limits<double>::infinity();
    double floor = -infinity;
    double ceiling = infinity;
    if (unit == Unit::Percent) {
        floor = 0;
        ceiling = 1;
    } else if (unit == Unit::Per1000 || unit == Unit::Per10000 || unit == Unit::Count) {
        floor = 0;
    }
    return {value, std::max(value - half, std::min(floor, value)), std::min(value + half, std::max(ceiling, value))};
}

Estimate linear(const std::vector<Printed> &figures, const std::vector<double> &coefficients)
{
    assert(figures.size() == coefficients.size());
    Estimate estimate;
    estimate.method = Method::Rounding;
    double value = 0, low = 0, high = 0, size = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const double c = coefficients[i];
        value += c * figures[i].value;
        low += c * (c > 0 ? figures[i].low : figures[i].high);
        high += c * (c > 0 ? figures[i].high : figures[i].low);
        size += std::fabs(c) * std::max(std::fabs(figures[i].low), std::fabs(figures[i].high));
    }
    estimate.value = settled(value, size);
    estimate.low = settled(low, size);
    estimate.high = settled(high, size);
    return estimate;
}

Estimate ratio(const Printed &a, const Printed &b)
{
    if (holdsZero(b))
        return {};
    return overCorners({a, b}, [](const std::vector<double> &v) { return v[0] / v[1]; });
}

Estimate oddsRatio(const Printed &a, const Printed &b)
{
    if (holdsZero(b) || holdsZero(shortfall(a)))
        return {};
    return overCorners({a, b}, [](const std::vector<double> &v) { return v[0] * (1 - v[1]) / ((1 - v[0]) * v[1]); });
}

Printed shortfall(const Printed &figure)
{
    return {1 - figure.value, 1 - figure.high, 1 - figure.low};
}

Estimate ratioChange(const Printed &a0, const Printed &b0, const Printed &a1, const Printed &b1)
{
    if (holdsZero(b0) || holdsZero(b1))
        return {};
    return overCorners({a0, b0, a1, b1}, [](const std::vector<double> &v) { return v[2] / v[3] - v[0] / v[1]; });
}

Estimate shareClosed(const Printed &g0, const Printed &r0, const Printed &g1, const Printed &r1)
{
    if (holdsZero(g0.low - r0.high, g0.high - r0.low, std::fabs(g0.value) + std::fabs(r0.value)))
        return {};
    return overCorners({g0, r0, g1, r1},
                       [](const std::vector<double> &v) { return 1 - (v[2] - v[3]) / (v[0] - v[1]); });
}

std::vector<double> slopeCoefficients(const std::vector<double> &years)
{
    assert(!years.empty());
    // Counted from the first year: sums of numbers of about 2000 lose three digits.
    const double first = years.front();
    double mean = 0;
    for (const double year : years)
        mean += (year - first) / static_cast<double>(years.size());
    double squares = 0;
    for (const double year : years)
        squares += (year - first - mean) * (year - first - mean);
    assert(squares > 0);
    std::vector<double> coefficients;
    for (const double year : years)
        coefficients.push_back((year - first - mean) / squares);
    return coefficients;
}

} // namespace evenredig
