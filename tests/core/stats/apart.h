// Estimates computed anew, in another way than core/stats does: brute-force corners in whole numbers, derivatives by
// differences, Fieller by bisection, all in long double.
#pragma once

#include "core/stats/level.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace evenredig::apart {

using Real = long double;
using Values = std::vector<Real>;
using Function = std::function<Real(const Values &)>;

/// What is known of a figure, as the test made it.
enum class Kind { Box, Margin, Sample, Bare, Unknown, Absent };

/// A printed figure is a whole number of half units of its print, so that corners meet 0 and 1 exactly.
struct Figure {
    Kind kind = Kind::Box;
    long long place = 0; ///< value = place · unit
    long long half = 0;  ///< in the same units
    std::optional<Real> low, high;
    std::optional<double> df, n;
};

struct World {
    Unit unit = Unit::Percent;
    Real numerator = 1, denominator = 2000; ///< of the unit
    std::vector<Figure> figures;
    std::vector<Values> covariance; ///< of Sample figures; others 0

    [[nodiscard]] Real real(long long place) const { return Real(place) * numerator / denominator; }
    [[nodiscard]] Real value(std::size_t i) const { return real(figures[i].place); }
    [[nodiscard]] Real half(std::size_t i) const { return real(figures[i].half); }
    [[nodiscard]] long long one() const { return std::llround(denominator / numerator); } ///< 1 in units
};

enum class Form { Level, Difference, PlusMinus, LogScale, Closed };

/// A function of figures; each argument is one figure.
struct Case {
    Form form = Form::Level;
    std::vector<std::size_t> ids;
    Function function;
    Real size = 0; ///< of what a sum consists of, below whose last bits it cannot be known
    /// What may not be 0, as whole combinations of places: constant·one + Σ factor·place.
    struct Denominator {
        int ones = 0;
        std::vector<std::pair<std::size_t, int>> terms; ///< argument, factor
    };
    std::vector<Denominator> denominators;
};

struct Expected {
    std::optional<Real> value, se, low, high;
    std::optional<double> df;
    Method method = Method::None;
};

/// Two-sided quantiles at 0.8, 0.95 and 0.99, from R: qnorm and qt.
inline Real quantile(double confidence, std::optional<double> df)
{
    static const std::vector<std::pair<double, std::vector<Real>>> table{
        {0, {1.2815515655446008L, 1.9599639845400536L, 2.5758293035488999L}},
        {4, {1.5332062740589429L, 2.7764451051977934L, 4.6040948713499921L}},
        {12, {1.356217334023206L, 2.1788128296672284L, 3.0545395893929013L}},
        {57, {1.2965810437990113L, 2.0024654592910069L, 2.6648704822419718L}}};
    const auto row = std::find_if(table.begin(), table.end(), [&](const auto &r) { return r.first == df.value_or(0); });
    return row->second[confidence == 0.8 ? 0 : confidence == 0.95 ? 1 : 2];
}

// The box.

struct Box {
    long long low, high;
};

inline Box boxOf(const World &world, const Figure &figure)
{
    Box box{figure.place - figure.half, figure.place + figure.half};
    if (world.unit == Unit::Percent || world.unit == Unit::Per10000 || world.unit == Unit::Count)
        box.low = std::max(box.low, 0LL);
    if (world.unit == Unit::Percent)
        box.high = std::min(box.high, world.one());
    return box;
}

inline Expected overCorners(const World &world, const Case &what)
{
    std::vector<Box> boxes;
    bool rounded = false, complete = true;
    Values at;
    for (const std::size_t id : what.ids) {
        boxes.push_back(boxOf(world, world.figures[id]));
        at.push_back(world.value(id));
        rounded = rounded || world.figures[id].half > 0;
        complete = complete && world.figures[id].kind == Kind::Box;
    }
    const std::size_t corners = std::size_t(1) << boxes.size();
    const auto placeAt = [&](std::size_t corner, std::size_t i) {
        return (corner >> i) & 1 ? boxes[i].high : boxes[i].low;
    };
    for (const Case::Denominator &denominator : what.denominators) {
        bool below = false, above = false;
        for (std::size_t corner = 0; corner < corners; ++corner) {
            long long sum = denominator.ones * world.one();
            for (const auto &[argument, factor] : denominator.terms)
                sum += factor * placeAt(corner, argument);
            below = below || sum <= 0;
            above = above || sum >= 0;
        }
        if (below && above)
            return {};
    }
    Expected expected;
    expected.value = what.function(at);
    expected.method = complete && !rounded ? Method::Exact : Method::Rounding;
    for (std::size_t corner = 0; corner < corners; ++corner) {
        for (std::size_t i = 0; i < boxes.size(); ++i)
            at[i] = world.real(placeAt(corner, i));
        const Real there = what.function(at);
        expected.low = corner ? std::min(*expected.low, there) : there;
        expected.high = corner ? std::max(*expected.high, there) : there;
    }
    return expected;
}

// The margin and the sample.

/// A side of a margin stretched by k on its own scale: v ± k·side, odds·(odds'/odds)^k, v·(v'/v)^k.
enum class Shape { Plain, Log, Logit };

inline Shape shapeOf(const World &world, std::size_t i)
{
    const Figure &figure = world.figures[i];
    const Real below = world.value(i) - *figure.low, above = *figure.high - world.value(i);
    if (std::fabs(above - below) <= 4 * world.half(i) + 1e-12L || *figure.low <= 0 || world.unit == Unit::Mean)
        return Shape::Plain;
    if (world.unit != Unit::Percent)
        return Shape::Log;
    return *figure.high < 1 ? Shape::Logit : Shape::Plain;
}

inline Real odds(Real p)
{
    return p / (1 - p);
}

inline Real stretched(const World &world, std::size_t i, Real end, Real k)
{
    const Real v = world.value(i);
    switch (shapeOf(world, i)) {
    case Shape::Log: return v * std::pow(end / v, k);
    case Shape::Logit: {
        const Real o = odds(v) * std::pow(odds(end) / odds(v), k);
        return o / (1 + o);
    }
    case Shape::Plain: break;
    }
    const Real there = v + k * (end - v);
    if (world.unit == Unit::Mean || world.unit == Unit::Euro)
        return there;
    const Real below = std::max(there, std::min(Real(0), end));
    return world.unit == Unit::Percent ? std::min(below, std::max(Real(1), end)) : below;
}

inline Real samplingError(const World &world, std::size_t i)
{
    const Figure &figure = world.figures[i];
    const Real v = world.value(i), z2 = 2 * quantile(0.95, {});
    if (figure.kind == Kind::Sample)
        return std::sqrt(world.covariance[i][i]);
    if (figure.kind != Kind::Margin)
        return 0;
    switch (shapeOf(world, i)) {
    case Shape::Log: return v * std::log(*figure.high / *figure.low) / z2;
    case Shape::Logit: return v * (1 - v) * std::log(odds(*figure.high) / odds(*figure.low)) / z2;
    case Shape::Plain: break;
    }
    return (*figure.high - *figure.low) / z2;
}

inline Real samplingCovariance(const World &world, std::size_t i, std::size_t j)
{
    if (i == j)
        return samplingError(world, i) * samplingError(world, i);
    return world.covariance[i][j];
}

inline std::optional<double> leastDf(const World &world, const std::vector<std::size_t> &ids)
{
    std::optional<double> least;
    for (const std::size_t id : ids) {
        const std::optional<double> df = world.figures[id].df;
        least = df && least ? std::min(*df, *least) : df ? df : least;
    }
    return least;
}

/// The derivative of each argument by five points.
inline Values derivatives(const World &world, const Case &what)
{
    Values at, result;
    for (const std::size_t id : what.ids)
        at.push_back(world.value(id));
    for (std::size_t i = 0; i < at.size(); ++i) {
        const Real v = at[i];
        const Real room = world.unit == Unit::Percent ? std::min(std::fabs(v), std::fabs(1 - v)) : std::fabs(v);
        const Real h = 1e-4L * (room > 0 ? room : world.real(1));
        const auto there = [&](Real step) {
            at[i] = v + step * h;
            return what.function(at);
        };
        result.push_back((8 * (there(1) - there(-1)) - (there(2) - there(-2))) / (12 * h));
        at[i] = v;
    }
    return result;
}

/// Var of Σ gᵢθᵢ with the rounding in it.
inline Real variance(const World &world, const std::vector<std::size_t> &ids, const Values &g)
{
    Real sum = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        sum += g[i] * g[i] * (samplingCovariance(world, ids[i], ids[i]) + world.half(ids[i]) * world.half(ids[i]) / 3);
        for (std::size_t j = 0; j < i; ++j)
            sum += 2 * g[i] * g[j] * samplingCovariance(world, ids[i], ids[j]);
    }
    return sum;
}

/// Low and high of one figure alone; of a complete count nothing.
inline std::optional<std::pair<Real, Real>> single(const World &world, std::size_t i, double confidence)
{
    const Figure &figure = world.figures[i];
    const Real v = world.value(i), q = quantile(confidence, figure.df);
    if (figure.kind == Kind::Margin) {
        const Real k = q / quantile(0.95, {});
        return std::pair{stretched(world, i, *figure.low, k), stretched(world, i, *figure.high, k)};
    }
    if (figure.kind != Kind::Sample)
        return std::nullopt;
    const Real reach = q * samplingError(world, i);
    if (world.unit != Unit::Percent)
        return std::pair{v - reach, v + reach};
    const Real k = std::exp(reach / (v * (1 - v)));
    return std::pair{odds(v) / k / (1 + odds(v) / k), odds(v) * k / (1 + odds(v) * k)};
}

inline bool isFew(const World &world, std::size_t i)
{
    const Figure &figure = world.figures[i];
    const bool sampled = figure.kind == Kind::Margin || figure.kind == Kind::Sample;
    const Real v = world.value(i);
    return world.unit == Unit::Percent && sampled && figure.n && std::min(v, 1 - v) * *figure.n < 10 - 1e-6L;
}

inline bool isAskew(const World &world, std::size_t i)
{
    return world.figures[i].kind == Kind::Margin && shapeOf(world, i) != Shape::Plain;
}

/// The half widths of a single interval, rounding included (squares).
inline std::pair<Real, Real> armsSquared(const World &world, std::size_t i, Real q, double confidence)
{
    const Real rounding = q * q * world.half(i) * world.half(i) / 3, v = world.value(i);
    const auto ends = single(world, i, confidence);
    if (!ends)
        return {rounding, rounding};
    return {(v - ends->first) * (v - ends->first) + rounding, (ends->second - v) * (ends->second - v) + rounding};
}

inline Expected difference(const World &world, std::size_t a, std::size_t b, double confidence)
{
    const Real q = quantile(confidence, leastDf(world, {a, b}));
    const Real theta = world.value(a) - world.value(b), se = std::sqrt(variance(world, {a, b}, {1, -1}));
    Expected result{theta, se, theta - q * se, theta + q * se, {}, Method::Normal};
    if (!isFew(world, a) && !isFew(world, b) && !isAskew(world, a) && !isAskew(world, b))
        return result;
    const auto [belowA, aboveA] = armsSquared(world, a, q, confidence);
    const auto [belowB, aboveB] = armsSquared(world, b, q, confidence);
    const Real errors = samplingError(world, a) * samplingError(world, b);
    const Real rho = errors > 0 ? samplingCovariance(world, a, b) / errors : 0;
    result.low = theta - std::sqrt(belowA + aboveB - 2 * rho * std::sqrt(belowA * aboveB));
    result.high = theta + std::sqrt(aboveA + belowB - 2 * rho * std::sqrt(aboveA * belowB));
    result.method = Method::Mover;
    return result;
}

/// Fieller: where |d₁ − r·d₀| equals t standard errors, sought from d₁/d₀ outwards.
inline Expected closed(const World &world, const Case &what, double confidence)
{
    const std::vector<std::size_t> &ids = what.ids;
    const Real q = quantile(confidence, leastDf(world, ids));
    const Real d0 = world.value(ids[0]) - world.value(ids[1]), d1 = world.value(ids[2]) - world.value(ids[3]);
    const Expected first = difference(world, ids[0], ids[1], confidence);
    if (d0 * d0 <= q * q * variance(world, ids, {1, -1, 0, 0}) || (*first.low <= 0 && *first.high >= 0))
        return {};
    const auto outside = [&](Real r) {
        return (d1 - r * d0) * (d1 - r * d0) > q * q * variance(world, ids, {-r, r, 1, -1});
    };
    const auto end = [&](Real direction) {
        Real step = 1e-6L;
        while (!outside(d1 / d0 + direction * step))
            step *= 2;
        Real inner = 0, outer = step;
        for (int i = 0; i < 80; ++i) {
            const Real middle = (inner + outer) / 2;
            (outside(d1 / d0 + direction * middle) ? outer : inner) = middle;
        }
        return d1 / d0 + direction * inner;
    };
    return {1 - d1 / d0, {}, 1 - end(1), 1 - end(-1), {}, Method::Fieller};
}

inline Expected level(const World &world, std::size_t id, double confidence)
{
    const auto [low, high] = *single(world, id, confidence);
    const Method method = world.figures[id].kind == Kind::Margin ? Method::Printed
                          : world.unit == Unit::Percent          ? Method::Logit
                                                                 : Method::Normal;
    return {world.value(id), std::sqrt(variance(world, {id}, {1})), low, high, {}, method};
}

inline Expected fromSampling(const World &world, const Case &what, double confidence)
{
    if (what.form == Form::Level)
        return level(world, what.ids[0], confidence);
    if (what.form == Form::Difference)
        return difference(world, what.ids[0], what.ids[1], confidence);
    if (what.form == Form::Closed)
        return closed(world, what, confidence);
    Values at;
    for (const std::size_t id : what.ids)
        at.push_back(world.value(id));
    const Real theta = what.function(at);
    if (!std::isfinite(theta))
        return {};
    if (what.form == Form::LogScale && !(theta > 0))
        return {theta, {}, {}, {}, {}, Method::None};
    const Real se = std::sqrt(std::max(Real(0), variance(world, what.ids, derivatives(world, what))));
    const Real q = quantile(confidence, leastDf(world, what.ids));
    if (what.form == Form::PlusMinus)
        return {theta, se, theta - q * se, theta + q * se, {}, Method::Normal};
    const Real k = std::exp(q * se / theta);
    return {theta, se, theta / k, theta * k, {}, Method::Log};
}

inline Expected estimate(const World &world, const Case &what, double confidence)
{
    bool sampled = false, bare = false, unknown = false;
    for (const std::size_t id : what.ids) {
        const Kind kind = world.figures[id].kind;
        if (kind == Kind::Absent)
            return {};
        sampled = sampled || kind == Kind::Margin || kind == Kind::Sample;
        bare = bare || kind == Kind::Bare;
        unknown = unknown || kind == Kind::Unknown;
    }
    if (unknown)
        return what.form == Form::Level ? Expected{world.value(what.ids[0]), {}, {}, {}, {}, Method::None} : Expected{};
    if (!sampled || bare)
        return overCorners(world, what);
    Expected expected = fromSampling(world, what, confidence);
    if (expected.value)
        expected.df = leastDf(world, what.ids);
    return expected;
}

} // namespace evenredig::apart
