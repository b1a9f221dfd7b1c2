#include "ui/charts/labelplacement.h"

#include <algorithm>
#include <numeric>

namespace evenredig {

namespace {

struct Pool {
    double sum = 0;
    int count = 0;
    [[nodiscard]] double mean() const { return sum / count; }
};

// Isotonic regression by pooling adjacent violators (Barlow e.a. 1972).
std::vector<double> isotonic(const std::vector<double> &values)
{
    std::vector<Pool> pools;
    for (const double value : values) {
        pools.push_back({value, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().count += last.count;
        }
    }
    std::vector<double> result;
    for (const Pool &pool : pools)
        result.insert(result.end(), std::size_t(pool.count), pool.mean());
    return result;
}

bool clear(const std::vector<LabelSpan> &labels, const std::vector<std::size_t> &kept, double gap)
{
    for (std::size_t i = 1; i < kept.size(); ++i) {
        const LabelSpan &a = labels[kept[i - 1]];
        const LabelSpan &b = labels[kept[i]];
        if (b.wanted - a.wanted < (a.size + b.size) / 2 + gap)
            return false;
    }
    return true;
}

std::vector<std::size_t> everyFromLast(std::size_t count, std::size_t stride)
{
    std::vector<std::size_t> kept;
    for (std::size_t back = 0; back < count; back += stride)
        kept.insert(kept.begin(), count - 1 - back);
    return kept;
}

} // namespace

std::vector<double> spreadLabels(const std::vector<LabelSpan> &labels, double low, double high)
{
    if (labels.empty())
        return {};
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return labels[a].wanted < labels[b].wanted; });

    // With the distances that they must keep taken off, "no overlap" is "not decreasing".
    std::vector<double> offset{0}, free{labels[order[0]].wanted};
    for (std::size_t i = 1; i < order.size(); ++i) {
        offset.push_back(offset.back() + (labels[order[i - 1]].size + labels[order[i]].size) / 2);
        free.push_back(labels[order[i]].wanted - offset.back());
    }
    const double least = low + labels[order.front()].size / 2;
    const double most = high - labels[order.back()].size / 2 - offset.back();
    std::vector<double> middles(labels.size());
    const std::vector<double> fitted = isotonic(free);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double place = least > most ? (least + most) / 2 : std::clamp(fitted[i], least, most);
        middles[order[i]] = place + offset[i];
    }
    return middles;
}

std::vector<bool> ticksToPrint(const std::vector<LabelSpan> &labels, double gap)
{
    std::vector<bool> print(labels.size(), false);
    if (labels.empty())
        return print;
    print.back() = true;
    for (std::size_t stride = 1; stride < labels.size(); ++stride) {
        std::vector<std::size_t> kept = everyFromLast(labels.size(), stride);
        if (kept.front() != 0) {
            // The first takes the place of a neighbour that it would touch.
            if (kept.size() > 1 && !clear(labels, {0, kept.front()}, gap))
                kept.front() = 0;
            else
                kept.insert(kept.begin(), 0);
        }
        if (!clear(labels, kept, gap))
            continue;
        for (const std::size_t index : kept)
            print[index] = true;
        break;
    }
    return print;
}

std::vector<bool> evenTicksToPrint(const std::vector<LabelSpan> &labels, double gap, std::size_t anchor)
{
    for (std::size_t stride = 1; stride <= labels.size(); ++stride) {
        std::vector<std::size_t> kept;
        for (std::size_t i = anchor % stride; i < labels.size(); i += stride)
            kept.push_back(i);
        if (!clear(labels, kept, gap))
            continue;
        std::vector<bool> print(labels.size(), false);
        for (const std::size_t index : kept)
            print[index] = true;
        return print;
    }
    return std::vector<bool>(labels.size(), false);
}

} // namespace evenredig
