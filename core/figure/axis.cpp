#include "core/figure/axis.h"

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

// 1, 2 or 5 times a power of ten, so that about five steps cover the range.
double niceStep(double range)
{
    const double raw = range / 5;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (raw <= factor * power * 1.0001)
            return factor * power;
    }
    return 10 * power;
}

int decimalsOfStep(double step)
{
    return step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
}

} // namespace

Axis valueAxis(std::vector<double> values, AxisStart start, const Words &words)
{
    Axis axis;
    if (values.empty())
        values = {0, 1};
    double low = *std::min_element(values.begin(), values.end());
    double high = *std::max_element(values.begin(), values.end());
    if (start == AxisStart::Gap || (start == AxisStart::Zero && low >= 0 && low < 0.5 * high)) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    if (high - low < 1e-9) {
        const double margin = high == 0 ? 1 : std::fabs(high) * 0.1;
        high += margin;
        low -= low == 0 ? 0 : margin;
    }
    const double step = niceStep(high - low);
    axis.minimum = std::floor(low / step + 1e-9) * step;
    axis.maximum = std::ceil(high / step - 1e-9) * step;
    if (words.answer().indicator.unit == Unit::Percent && start != AxisStart::Gap) {
        axis.minimum = std::max(0.0, axis.minimum);
        axis.maximum = std::min(100.0, std::max(axis.maximum, step));
    }
    const int decimals = decimalsOfStep(step);
    for (double at = axis.minimum; at <= axis.maximum + step * 1e-6; at += step)
        axis.ticks.push_back({tidyNumber(at), words.plain(tidyNumber(at), decimals)});
    axis.title = words.unitShort();
    if (words.answer().indicator.unit == Unit::Percent && start != AxisStart::Gap)
        axis.ticks.back().text += axis.title;
    return axis;
}

Axis timeAxis(const Words &words, std::size_t most)
{
    Axis axis;
    const std::vector<Period> &periods = words.answer().periods;
    if (periods.empty())
        return axis;
    axis.minimum = periods.front().axisPosition();
    axis.maximum = periods.front().axisPosition();
    for (const Period &period : periods) {
        axis.minimum = std::min(axis.minimum, period.axisPosition());
        axis.maximum = std::max(axis.maximum, period.axisPosition());
    }
    const std::size_t stride = std::max<std::size_t>(1, (periods.size() + most - 1) / most);
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const std::size_t fromEnd = periods.size() - 1 - i;
        if (fromEnd % stride != 0)
            continue;
        bool provisional = false;
        for (const AnswerRow &row : words.answer().rows)
            provisional = provisional || (!row.change && row.provisional && row.period() == periods[i]);
        axis.ticks.push_back({periods[i].axisPosition(), words.period(periods[i], provisional)});
    }
    if (axis.maximum - axis.minimum < 1e-9) {
        axis.minimum -= 0.5;
        axis.maximum += 0.5;
    }
    return axis;
}

} // namespace evenredig
