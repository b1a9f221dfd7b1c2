#include "core/stats/estimate.h"

#include "core/stats/quantile.h"
#include "core/stats/rounding.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace evenredig {

namespace {

struct Sampled {
    const Formula &formula;
    const Levels &levels;
    Unit unit;
    double confidence;
    std::vector<double> at;

    /// The least degrees of freedom of the levels; nothing where none is known.
    [[nodiscard]] std::optional<double> df() const
    {
        std::optional<double> least;
        for (const LevelId id : formula.levels()) {
            const std::optional<double> known = levels.at(id).df;
            if (known && (!least || *known < *least))
                least = known;
        }
        return least;
    }
    [[nodiscard]] double quantile() const { return studentQuantile(0.5 + confidence / 2, df()); }
    /// Cov of two linear functions of the levels, sampling and rounding.
    [[nodiscard]] double covariance(const std::vector<double> &g, const std::vector<double> &k) const
    {
        const std::vector<LevelId> &ids = formula.levels();
        double sum = 0;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            for (std::size_t j = 0; j < ids.size(); ++j)
                sum += g[i] * k[j] * levels.covariance(ids[i], ids[j], unit);
            const double half = levels.at(ids[i]).half;
            sum += g[i] * k[i] * half * half / 3;
        }
        return sum;
    }
    [[nodiscard]] double error() const
    {
        const std::vector<double> gradient = formula.gradient(at);
        return std::sqrt(covariance(gradient, gradient));
    }
};

Estimate around(double value, double error, double quantile)
{
    Estimate result;
    result.value = value;
    result.se = error;
    result.low = value - quantile * error;
    result.high = value + quantile * error;
    result.method = Method::Normal;
    return result;
}

/// As printed; at another level than 95% each side is stretched on the scale of its shape, as far as the unit's bounds.
Estimate printedLevel(const Sampled &sampled)
{
    const Level &level = sampled.levels.at(sampled.formula.levels().front());
    const double stretch = sampled.confidence == 0.95 ? 1 : sampled.quantile() / normalQuantile(0.975);
    const Scale scale = scaleOfMargin(level, sampled.unit);
    Estimate result;
    result.value = level.value;
    result.se = sampled.error();
    result.method = Method::Printed;
    result.low = level.low;
    result.high = level.high;
    if (stretch != 1) {
        const double middle = toScale(scale, *level.value);
        result.low = fromScale(scale, middle - stretch * (middle - toScale(scale, *level.low)));
        result.high = fromScale(scale, middle + stretch * (toScale(scale, *level.high) - middle));
        const Printed all = printed(*level.value, std::numeric_limits<double>::infinity(), sampled.unit);
        result.low = std::max(*result.low, std::min(*level.low, all.low));
        result.high = std::min(*result.high, std::max(*level.high, all.high));
    }
    return result;
}

Estimate sampledLevel(const Sampled &sampled)
{
    const LevelId id = sampled.formula.levels().front();
    if (sampled.levels.uncertainty(id) == Uncertainty::Margin)
        return printedLevel(sampled);
    const double p = sampled.at.front(), quantile = sampled.quantile();
    Estimate result = around(p, sampled.error(), quantile);
    if (sampled.unit != Unit::Percent || p <= 0 || p >= 1 || *result.se == 0)
        return result;
    const double middle = toScale(Scale::Logit, p), reach = quantile * *result.se / (p * (1 - p));
    result.low = fromScale(Scale::Logit, middle - reach);
    result.high = fromScale(Scale::Logit, middle + reach);
    result.method = Method::Logit;
    return result;
}

/// How far a single interval reaches below and above its value, rounding included.
std::pair<double, double> reachOf(const Sampled &sampled, std::size_t index)
{
    const LevelId id = sampled.formula.levels()[index];
    const Level &level = sampled.levels.at(id);
    const double quantile = sampled.quantile();
    const double rounding = quantile * level.half / std::sqrt(3);
    const Uncertainty known = sampled.levels.uncertainty(id);
    if (known != Uncertainty::Margin && known != Uncertainty::Covariance)
        return {rounding, rounding};
    const Estimate single = estimate(Formula::level(id), sampled.levels, sampled.unit, sampled.confidence);
    // The single interval of a computed level holds no rounding, since that has none; a printed one is as printed.
    return {std::hypot(*single.value - *single.low, rounding), std::hypot(*single.high - *single.value, rounding)};
}

/// MOVER where a share has few events or a printed margin is askew; the plain interval elsewhere (statistics.md §3).
bool needsMover(const Sampled &sampled)
{
    for (const LevelId id : sampled.formula.levels()) {
        const Level &level = sampled.levels.at(id);
        const Uncertainty known = sampled.levels.uncertainty(id);
        if (known == Uncertainty::Margin && scaleOfMargin(level, sampled.unit) != Scale::Plain)
            return true;
        const std::optional<double> events = eventsOf(level, sampled.unit);
        if (level.sourceKind == SourceKind::Survey && events && *events < 10 - 1e-6)
            return true;
    }
    return false;
}

Estimate sampledDifference(const Sampled &sampled)
{
    const double difference = sampled.at[0] - sampled.at[1];
    Estimate result = around(difference, sampled.error(), sampled.quantile());
    if (!needsMover(sampled))
        return result;
    const auto [belowA, aboveA] = reachOf(sampled, 0);
    const auto [belowB, aboveB] = reachOf(sampled, 1);
    const std::vector<LevelId> &ids = sampled.formula.levels();
    const double spread = std::sqrt(sampled.levels.covariance(ids[0], ids[0], sampled.unit)
                                    * sampled.levels.covariance(ids[1], ids[1], sampled.unit));
    const double correlation = spread > 0 ? sampled.levels.covariance(ids[0], ids[1], sampled.unit) / spread : 0;
    const auto reach = [correlation](double a, double b) {
        return std::sqrt(std::max(0.0, a * a + b * b - 2 * correlation * a * b));
    };
    result.low = difference - reach(belowA, aboveB);
    result.high = difference + reach(aboveA, belowB);
    result.method = Method::Mover;
    return result;
}

Estimate sampledRatio(const Sampled &sampled)
{
    const double ratio = sampled.formula.value(sampled.at);
    if (!std::isfinite(ratio))
        return {};
    Estimate result;
    result.value = ratio;
    if (!(ratio > 0))
        return result; // a part is 0: it has no logarithm, and no interval on that scale
    result.se = sampled.error();
    const double reach = sampled.quantile() * *result.se / ratio;
    result.low = ratio * std::exp(-reach);
    result.high = ratio * std::exp(reach);
    result.method = Method::Log;
    return result;
}

/// Fieller 1954, as statistics.md §6 writes it; only where the first gap is established.
Estimate sampledClosed(const Sampled &sampled)
{
    const std::vector<double> first{1, -1, 0, 0}, last{0, 0, 1, -1};
    const double d0 = sampled.at[0] - sampled.at[1], d1 = sampled.at[2] - sampled.at[3];
    const double q = sampled.quantile();
    const double a = d0 * d0 - q * q * sampled.covariance(first, first);
    const double b = d0 * d1 - q * q * sampled.covariance(first, last);
    const double d = d1 * d1 - q * q * sampled.covariance(last, last);
    const std::vector<LevelId> &ids = sampled.formula.levels();
    const Estimate gap = estimate(Formula::difference(ids[0], ids[1]), sampled.levels, sampled.unit,
                                  sampled.confidence);
    if (!(a > 0) || !gap.hasInterval() || (*gap.low <= 0 && *gap.high >= 0))
        return {};
    const double root = std::sqrt(std::max(0.0, b * b - a * d));
    Estimate result;
    result.value = 1 - d1 / d0;
    result.low = 1 - (b + root) / a;
    result.high = 1 - (b - root) / a;
    result.method = Method::Fieller;
    return result;
}

Estimate fromSampling(const Sampled &sampled)
{
    switch (sampled.formula.shape()) {
    case Formula::Shape::Level: return sampledLevel(sampled);
    case Formula::Shape::Difference: return sampledDifference(sampled);
    case Formula::Shape::Ratio:
    case Formula::Shape::OddsRatio:
    case Formula::Shape::ShortfallRatio: return sampledRatio(sampled);
    case Formula::Shape::ShareClosed: return sampledClosed(sampled);
    case Formula::Shape::Linear:
    case Formula::Shape::RatioChange: break;
    }
    const double value = sampled.formula.value(sampled.at);
    return std::isfinite(value) ? around(value, sampled.error(), sampled.quantile()) : Estimate{};
}

Estimate overCorners(const Formula &formula, const std::vector<Printed> &boxes)
{
    switch (formula.shape()) {
    case Formula::Shape::Ratio: return ratio(boxes[0], boxes[1]);
    case Formula::Shape::OddsRatio: return oddsRatio(boxes[0], boxes[1]);
    case Formula::Shape::ShortfallRatio: return ratio(shortfall(boxes[0]), shortfall(boxes[1]));
    case Formula::Shape::RatioChange: return ratioChange(boxes[0], boxes[1], boxes[2], boxes[3]);
    case Formula::Shape::ShareClosed: return shareClosed(boxes[0], boxes[1], boxes[2], boxes[3]);
    default: return linear(boxes, formula.coefficients());
    }
}

Estimate fromRounding(const Formula &formula, const Levels &levels, Unit unit)
{
    std::vector<Printed> boxes;
    bool exact = true; // a sample is not, rounded or not
    for (const LevelId id : formula.levels()) {
        boxes.push_back(printed(*levels.at(id).value, levels.at(id).half, unit));
        exact = exact && levels.at(id).half == 0 && levels.uncertainty(id) == Uncertainty::Rounding;
    }
    Estimate result = overCorners(formula, boxes);
    if (result.value && exact)
        result.method = Method::Exact;
    return result;
}

Estimate numberOf(const Formula &formula, const Levels &levels, Unit unit, double confidence)
{
    bool sampled = false, unprinted = false, unknown = false;
    Sampled given{formula, levels, unit, confidence, {}};
    for (const LevelId id : formula.levels()) {
        const Level &level = levels.at(id);
        if (!level.value)
            return {};
        given.at.push_back(*level.value);
        const Uncertainty known = levels.uncertainty(id);
        sampled = sampled || known == Uncertainty::Margin || known == Uncertainty::Covariance;
        unprinted = unprinted || known == Uncertainty::NotPrinted;
        unknown = unknown || known == Uncertainty::NotComputed;
    }
    if (unknown) {
        Estimate result;
        if (formula.shape() == Formula::Shape::Level)
            result.value = given.at.front();
        return result;
    }
    if (!sampled || unprinted) // one margin that nobody printed leaves the whole without one
        return fromRounding(formula, levels, unit);
    Estimate result = fromSampling(given);
    if (result.value && formula.isLinear()) // without the last bits that its terms cannot know
        result.value = fromRounding(formula, levels, unit).value;
    if (result.value)
        result.df = given.df();
    return result;
}

} // namespace

Estimate estimate(const Formula &formula, const Levels &levels, Unit unit, double confidence)
{
    Estimate result = numberOf(formula, levels, unit, confidence);
    for (const LevelId id : formula.levels()) {
        const Level &level = levels.at(id);
        result.provisional = result.provisional || level.provisional;
        if (!level.value && !result.absence)
            result.absence = level.absence;
    }
    if (formula.shape() != Formula::Shape::Level)
        return result;
    const Level &level = levels.at(formula.levels().front());
    if (level.absence == Missing::Suppressed) // every number of it (statistics.md §8)
        return result;
    result.n = level.n;
    result.nEffective = level.nEffective;
    result.missing = level.missing;
    return result;
}

} // namespace evenredig
