#include "core/stats/verdict.h"

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

// Printed figures meet margins exactly (a difference of 0.02 against a margin of 0.02), and doubles miss
// such ties by their last bits: relative to a margin in euros, absolute to one in shares.
constexpr double tie = 1e-12;

double tieAt(double margin)
{
    return tie * std::max(1.0, margin);
}

int signOf(const Estimate &estimate)
{
    if (*estimate.low > tie)
        return 1;
    if (*estimate.high < -tie)
        return -1;
    return 0;
}

bool withinMargin(const Estimate &estimate, const Indicator &indicator)
{
    if (!indicator.relevance)
        return false;
    const double margin = *indicator.relevance + tieAt(*indicator.relevance);
    return *estimate.low >= -margin && *estimate.high <= margin;
}

Size sizeOf(const Estimate &estimate, const Indicator &indicator)
{
    const double relevance = indicator.relevance.value_or(0);
    const double margin = relevance + tieAt(relevance);
    return *estimate.low > margin || *estimate.high < -margin ? Size::BeyondMargin : Size::Small;
}

} // namespace

Judgement judgeDifference(const Estimate &difference, const Indicator &indicator)
{
    const int sign = signOf(difference);
    if (withinMargin(difference, indicator))
        return {Verdict::Equal, Size::None, sign != 0};
    if (sign == 0)
        return {Verdict::NotDemonstrable, Size::None, false};
    const Size size = sizeOf(difference, indicator);
    if (size == Size::Small || indicator.direction == Direction::Neutral)
        return {sign > 0 ? Verdict::Higher : Verdict::Lower, size, true};
    const bool favourable = (sign > 0) == (indicator.direction == Direction::Higher);
    return {favourable ? Verdict::MoreFavourable : Verdict::LessFavourable, size, true};
}

Judgement judgeChange(const Estimate &change, const Indicator &indicator)
{
    const int sign = signOf(change);
    if (withinMargin(change, indicator))
        return {Verdict::Unchanged, Size::None, sign != 0};
    if (sign == 0)
        return {Verdict::NotDemonstrable, Size::None, false};
    return {sign > 0 ? Verdict::Larger : Verdict::Smaller, sizeOf(change, indicator), true};
}

Judgement judgeGapChange(const Estimate &first, const Estimate &last, const Estimate &change,
                         const Indicator &indicator)
{
    const int c = signOf(change);
    if (withinMargin(change, indicator))
        return {Verdict::Unchanged, Size::None, c != 0};
    if (c == 0)
        return {Verdict::NotDemonstrable, Size::None, false};
    const int s0 = signOf(first);
    const int s1 = signOf(last);
    const Size size = sizeOf(change, indicator);
    if (s0 * s1 == -1)
        return {Verdict::Reversed, size, true};
    if (s0 != 0)
        return {c * s0 < 0 ? Verdict::Smaller : Verdict::Larger, size, true};
    if (s1 != 0 && c * s1 > 0)
        return {Verdict::Larger, size, true};
    return {Verdict::Changed, size, true};
}

std::optional<bool> chanceCoversZero(double a, double nA, double b, double nB, Unit unit)
{
    if (!(nA > 0 && nB > 0 && a >= 0 && b >= 0))
        return std::nullopt;
    double variance = 0;
    if (unit == Unit::Percent && a <= 1 && b <= 1)
        variance = a * (1 - a) / nA + b * (1 - b) / nB;
    else if (unit == Unit::Per1000 || unit == Unit::Per10000)
        variance = a / nA + b / nB; // Poisson: Var(k/n) = (k/n)/n
    else
        return std::nullopt;
    constexpr double z = 1.959963984540054; // qnorm(0.975)
    return std::fabs(a - b) <= z * std::sqrt(variance);
}

bool enoughForVerdict(double value, std::optional<double> n, Unit unit)
{
    if (!n || (unit != Unit::Percent && unit != Unit::Per1000 && unit != Unit::Per10000))
        return true;
    const double count = value * *n;
    const double events = unit == Unit::Percent ? std::min(count, *n - count) : count;
    return *n >= 100 && events >= 10 - 1e-6;
}

} // namespace evenredig
