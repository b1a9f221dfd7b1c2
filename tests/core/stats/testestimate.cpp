// Every shape of formula over random levels of every kind against numbers computed apart (apart.h).
#include "apart.h"
#include "core/stats/estimate.h"
#include "testroom.h"

#include <QtTest>

#include <cmath>
#include <random>
#include <set>

using namespace evenredig;
using apart::Case;
using apart::Expected;
using apart::Figure;
using apart::Form;
using apart::Kind;
using apart::Real;
using apart::Values;
using apart::World;

class TestEstimate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithWhatIsComputedApart_data();
    void agreesWithWhatIsComputedApart();
    void everyMethodIsMet();
    void aSampleIsNeverExact();
    void aShareStaysAShareAtAnyConfidence();
};

namespace {

enum class Mode { Complete, Margins, Samples, Mixed, WithBare, WithUnknown, WithAbsent };
const char *const modeNames[] = {"complete",           "printed margins", "samples",   "mixed",
                                 "one without margin", "one unknown",     "one absent"};
enum class Kin { Level, Difference, Linear, GapChange, Ratio, OddsRatio, ShortfallRatio, RatioChange, Closed, Slope };
const char *const kinNames[] = {"level",      "difference",      "linear",       "gap change", "ratio",
                                "odds ratio", "shortfall ratio", "ratio change", "closed",     "slope"};
constexpr int modes = int(Mode::WithAbsent) + 1, kins = int(Kin::Slope) + 1;
const std::vector<double> confidences{0.8, 0.95, 0.99};

/// The same numbers with every library: its distributions are left aside.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}
    [[nodiscard]] long long below(long long bound) { return static_cast<long long>(m_engine() % std::uint64_t(bound)); }
    [[nodiscard]] double between(double low, double high)
    {
        return low + (high - low) * double(m_engine() >> 11) * 0x1p-53;
    }

private:
    std::mt19937_64 m_engine;
};

struct Print {
    Unit unit;
    Real numerator, denominator;
    long long low, high; ///< places that may be drawn
};
const std::vector<Print> prints{{Unit::Percent, 1, 2000, 0, 2000},
                                {Unit::Per10000, 1, 2000000, 0, 40000},
                                {Unit::Euro, 50, 1, 300, 900},
                                {Unit::Mean, 1, 200, -600, 1800},
                                {Unit::Count, 5, 1, 0, 200000}};

Kind kindFor(Mode mode, Dice &dice)
{
    static const std::vector<Kind> mixed{Kind::Margin, Kind::Sample, Kind::Box};
    switch (mode) {
    case Mode::Complete: return Kind::Box;
    case Mode::Margins: return Kind::Margin;
    case Mode::Samples: return Kind::Sample;
    default: return mixed[std::size_t(dice.below(3))];
    }
}

/// How far a figure may reach to both sides without leaving what its unit allows.
double roomOf(const World &world, std::size_t i)
{
    const double v = std::fabs(double(world.value(i)));
    return world.unit == Unit::Percent ? std::min(v, 1 - v) : world.unit == Unit::Mean ? 1 : v;
}

void printMargin(World &world, std::size_t i, Dice &dice)
{
    Figure &figure = world.figures[i];
    figure.half = dice.below(2);
    const double value = double(world.value(i)), below = roomOf(world, i) * dice.between(0.02, 0.4);
    const long long how = dice.below(5);
    double above = below;
    if (how == 0)
        above += 2 * double(world.half(i)); // symmetric but for the rounding of its ends
    else if (how >= 3)
        above *= dice.between(1.3, 2.4);
    const bool fromZero = how == 4 && world.unit != Unit::Mean && world.unit != Unit::Euro && dice.below(3) == 0;
    figure.low = fromZero ? 0.0 : value - below;
    figure.high = value + above;
}

/// Errors with a correlation between them, as those of overlapping groups have.
void sample(World &world, Dice &dice)
{
    std::vector<std::vector<double>> directions;
    std::vector<double> errors;
    for (std::size_t i = 0; i < world.figures.size(); ++i) {
        std::vector<double> direction{dice.between(-1, 1), dice.between(-1, 1), dice.between(-1, 1), 0.5};
        double length = 0;
        for (const double part : direction)
            length += part * part;
        for (double &part : direction)
            part /= std::sqrt(length);
        directions.push_back(direction);
        errors.push_back(roomOf(world, i) * dice.between(0.01, 0.2));
    }
    for (std::size_t i = 0; i < errors.size(); ++i) {
        for (std::size_t j = 0; j < errors.size(); ++j) {
            double correlation = 0;
            for (std::size_t k = 0; k < 4; ++k)
                correlation += directions[i][k] * directions[j][k];
            const bool together = i % 2 == j % 2; // two blocks, independent of each other
            if (world.figures[i].kind == Kind::Sample && world.figures[j].kind == Kind::Sample && together)
                world.covariance[i][j] = errors[i] * errors[j] * (i == j ? 1 : correlation);
        }
    }
}

World randomWorld(Mode mode, const Print &print, Dice &dice)
{
    static const std::vector<long long> halves{0, 1, 1, 1, 2, 4, 10};
    static const std::vector<double> dfs{4, 12, 57};
    World world{print.unit, print.numerator, print.denominator, std::vector<Figure>(16), {}};
    world.covariance.assign(16, Values(16, 0));
    for (std::size_t i = 0; i < 16; ++i) {
        Figure &figure = world.figures[i];
        figure.kind = kindFor(mode, dice);
        figure.place = print.low + 2 * dice.below((print.high - print.low) / 2 + 1);
        if (figure.kind == Kind::Box) {
            figure.half = halves[std::size_t(dice.below(7))];
            continue;
        }
        if (print.unit == Unit::Percent && dice.below(3) == 0)
            figure.place = print.low + 2 * dice.below(60); // few events
        figure.place = std::clamp(figure.place, print.low + 2, print.high - 2);
        if (dice.below(3))
            figure.n = double(30 + dice.below(dice.below(2) ? 300 : 4000));
        if (figure.kind == Kind::Margin)
            printMargin(world, i, dice);
        else if (dice.below(3))
            figure.df = dfs[std::size_t(dice.below(3))];
    }
    sample(world, dice);
    return world;
}

/// One of the figures that the formula uses becomes one without a margin, of unknown error, or absent.
void spoil(World &world, std::size_t id, Mode mode, Dice &dice)
{
    const Kind kind = mode == Mode::WithBare      ? Kind::Bare
                      : mode == Mode::WithUnknown ? Kind::Unknown
                      : mode == Mode::WithAbsent  ? Kind::Absent
                                                  : world.figures[id].kind;
    Figure &figure = world.figures[id];
    if (figure.kind == kind)
        return;
    figure = {kind, figure.place, kind == Kind::Bare ? 1 + dice.below(2) : 0, {}, {}, {}, figure.n};
    for (std::size_t i = 0; i < 16; ++i)
        world.covariance[id][i] = world.covariance[i][id] = 0;
}

/// Boxes that touch: what lies between them may be 0, which doubles miss by their last bits.
void touch(World &world, std::size_t a, std::size_t b)
{
    const long long between = world.figures[a].half + world.figures[b].half;
    world.figures[b].place = world.figures[a].place + (world.figures[a].place >= between ? -between : between);
}

Levels levelsOf(const World &world, const std::vector<int> &years)
{
    Levels levels;
    for (std::size_t i = 0; i < world.figures.size(); ++i) {
        const Figure &figure = world.figures[i];
        Level level;
        level.period = *Period::parse(std::to_string(years[i]));
        level.sourceKind = figure.kind == Kind::Box ? SourceKind::Register : SourceKind::Survey;
        level.computed = figure.kind == Kind::Sample || figure.kind == Kind::Unknown;
        if (figure.kind != Kind::Absent)
            level.value = double(world.value(i));
        level.half = double(world.half(i));
        if (figure.low) {
            level.low = double(*figure.low);
            level.high = double(*figure.high);
        }
        level.df = figure.df;
        level.n = figure.n;
        levels.add(level);
    }
    for (std::size_t parity = 0; parity < 2; ++parity) {
        std::vector<LevelId> ids;
        for (std::size_t i = parity; i < world.figures.size(); i += 2) {
            if (world.figures[i].kind == Kind::Sample)
                ids.push_back(i);
        }
        std::vector<double> matrix;
        for (const LevelId a : ids) {
            for (const LevelId b : ids)
                matrix.push_back(double(world.covariance[a][b]));
        }
        levels.setCovariance(ids, matrix);
    }
    return levels;
}

struct Both {
    Formula formula;
    Case apart;
};

Real sum(const Values &coefficients, const Values &at)
{
    Real total = 0;
    for (std::size_t i = 0; i < at.size(); ++i)
        total += coefficients[i] * at[i];
    return total;
}

/// Up to sixteen levels, one of them in two terms.
Both randomLinear(const std::vector<LevelId> &order, Dice &dice)
{
    const std::size_t count = dice.below(12) ? 2 + std::size_t(dice.below(5)) : 16;
    std::vector<std::pair<LevelId, double>> terms;
    Values coefficients;
    for (std::size_t i = 0; i < count; ++i) {
        terms.emplace_back(order[i], dice.between(-2, 2));
        coefficients.push_back(terms.back().second);
    }
    const double again = dice.between(-2, 2);
    terms.emplace_back(order[1], again);
    coefficients[1] += again;
    return {Formula::linear(terms),
            {Form::PlusMinus,
             {order.begin(), order.begin() + std::ptrdiff_t(count)},
             [coefficients](const Values &v) { return sum(coefficients, v); },
             0,
             {}}};
}

/// The slope of least squares by the sums of the textbook.
Both randomSlope(const std::vector<LevelId> &order, const std::vector<int> &years, const Levels &levels, Dice &dice)
{
    const std::vector<LevelId> ids(order.begin(), order.begin() + 2 + dice.below(6));
    const auto slope = [ids, years](const Values &v) {
        const Real n = Real(v.size());
        Real t = 0, y = 0, tt = 0, ty = 0;
        for (std::size_t i = 0; i < v.size(); ++i) {
            const Real year = years[ids[i]] - 2000;
            t += year;
            y += v[i];
            tt += year * year;
            ty += year * v[i];
        }
        return (n * ty - t * y) / (n * tt - t * t);
    };
    return {Formula::slope(ids, levels), {Form::PlusMinus, ids, slope, 0, {}}};
}

Both pairOf(Kin kin, LevelId a, LevelId b)
{
    switch (kin) {
    case Kin::Ratio:
        return {Formula::ratio(a, b),
                {Form::LogScale, {a, b}, [](const Values &v) { return v[0] / v[1]; }, 0, {{0, {{1, 1}}}}}};
    case Kin::OddsRatio:
        return {Formula::oddsRatio(a, b),
                {Form::LogScale,
                 {a, b},
                 [](const Values &v) { return v[0] / (1 - v[0]) / (v[1] / (1 - v[1])); },
                 0,
                 {{0, {{1, 1}}}, {1, {{0, -1}}}}}};
    case Kin::ShortfallRatio:
        return {Formula::shortfallRatio(a, b),
                {Form::LogScale, {a, b}, [](const Values &v) { return (1 - v[0]) / (1 - v[1]); }, 0, {{1, {{1, -1}}}}}};
    default: break;
    }
    return {Formula::difference(a, b), {Form::Difference, {a, b}, [](const Values &v) { return v[0] - v[1]; }, 0, {}}};
}

Both fourOf(Kin kin, const std::vector<LevelId> &ids)
{
    const LevelId a = ids[0], b = ids[1], c = ids[2], d = ids[3];
    const std::vector<LevelId> four{a, b, c, d};
    if (kin == Kin::GapChange)
        return {Formula::gapChange(a, b, c, d),
                {Form::PlusMinus, four, [](const Values &v) { return (v[0] - v[1]) - (v[2] - v[3]); }, 0, {}}};
    if (kin == Kin::RatioChange)
        return {Formula::ratioChange(a, b, c, d),
                {Form::PlusMinus,
                 four,
                 [](const Values &v) { return v[2] / v[3] - v[0] / v[1]; },
                 0,
                 {{0, {{1, 1}}}, {0, {{3, 1}}}}}};
    return {Formula::shareClosed(a, b, c, d),
            {Form::Closed,
             four,
             [](const Values &v) { return 1 - (v[2] - v[3]) / (v[0] - v[1]); },
             1,
             {{0, {{0, 1}, {1, -1}}}}}};
}

struct Trial {
    World world;
    Levels levels;
    Both both;
};

Trial randomTrial(Kin kin, Mode mode, const Print &print, Dice &dice)
{
    std::vector<LevelId> order;
    std::vector<int> years;
    for (std::size_t i = 0; i < 16; ++i) {
        order.insert(order.begin() + dice.below(static_cast<long long>(i) + 1), i);
        years.push_back((years.empty() ? 1995 : years.back()) + 1 + int(dice.below(3)));
    }
    World world = randomWorld(mode, print, dice);
    spoil(world, order[0], mode, dice);
    if (mode == Mode::Complete && kin == Kin::Closed && dice.below(3) == 0)
        touch(world, order[0], order[1]);
    Levels levels = levelsOf(world, years);
    const LevelId a = order[0];
    Both both = kin == Kin::Level
                    ? Both{Formula::level(a), {Form::Level, {a}, [](const Values &v) { return v[0]; }, 0, {}}}
                : kin == Kin::Linear ? randomLinear(order, dice)
                : kin == Kin::Slope  ? randomSlope(order, years, levels, dice)
                : kin == Kin::GapChange || kin == Kin::RatioChange || kin == Kin::Closed
                    ? fourOf(kin, order)
                    : pairOf(kin, order[0], order[1]);
    if (both.formula.isLinear()) {
        for (const LevelId id : both.apart.ids)
            both.apart.size = std::max(both.apart.size, std::fabs(world.value(id)) + world.half(id));
    }
    return {std::move(world), std::move(levels), std::move(both)};
}

bool agrees(const char *what, const std::optional<double> &number, const std::optional<Real> &expected, Real size)
{
    if (!number && !expected)
        return true;
    if (number && expected && std::fabs(*number - *expected) <= 1e-10L * (std::fabs(*expected) + size))
        return true;
    qWarning("%s: %s, expected %s", what, number ? qPrintable(QString::number(*number, 'g', 17)) : "nothing",
             expected ? qPrintable(QString::number(double(*expected), 'g', 17)) : "nothing");
    return false;
}

bool agree(const Estimate &estimate, const Expected &expected, Real size)
{
    if (estimate.method != expected.method)
        qWarning("method %s, expected %s", methodName(estimate.method).data(), methodName(expected.method).data());
    return agrees("value", estimate.value, expected.value, size) && agrees("se", estimate.se, expected.se, size)
           && agrees("low", estimate.low, expected.low, size) && agrees("high", estimate.high, expected.high, size)
           && estimate.df == expected.df && estimate.method == expected.method;
}

/// The value within its interval, and a surer interval around a less sure one; rounding knows no confidence.
bool isNested(const Estimate &inner, const Estimate &outer)
{
    if (!inner.hasInterval() || !outer.hasInterval())
        return true;
    if (!isSampling(inner.method))
        return inner.low == outer.low && inner.high == outer.high && !inner.se && !inner.df;
    const double least = 1e-12 * std::max(std::fabs(*inner.low), std::fabs(*inner.high));
    return *outer.low <= *inner.low + least && *inner.high <= *outer.high + least && *inner.low <= *inner.value + least
           && *inner.value <= *inner.high + least;
}

bool needsShares(Kin kin)
{
    return kin == Kin::OddsRatio || kin == Kin::ShortfallRatio;
}

} // namespace

void TestEstimate::agreesWithWhatIsComputedApart_data()
{
    QTest::addColumn<int>("kin");
    QTest::addColumn<int>("mode");
    for (int kin = 0; kin < kins; ++kin) {
        for (int mode = 0; mode < modes; ++mode)
            QTest::addRow("%s, %s", kinNames[kin], modeNames[mode]) << kin << mode;
    }
}

void TestEstimate::agreesWithWhatIsComputedApart()
{
    QFETCH(int, kin);
    QFETCH(int, mode);
    Dice dice(20240613 + std::uint64_t(100 * kin + mode));
    const int trials = Kin(kin) == Kin::Difference ? 300 : 60; // it has the most ways
    for (int i = 0; i < trials; ++i) {
        const Print &print = prints[needsShares(Kin(kin)) ? 0 : std::size_t(i) % prints.size()];
        const Trial trial = randomTrial(Kin(kin), Mode(mode), print, dice);
        std::optional<Estimate> inner;
        for (const double confidence : confidences) {
            const Estimate estimate = evenredig::estimate(trial.both.formula, trial.levels, print.unit, confidence);
            const Expected expected = apart::estimate(trial.world, trial.both.apart, confidence);
            QVERIFY2(agree(estimate, expected, trial.both.apart.size),
                     qPrintable(QStringLiteral("%1, trial %2, at %3")
                                    .arg(QLatin1String(unitName(print.unit).data()))
                                    .arg(i)
                                    .arg(confidence)));
            QVERIFY(isNested(inner.value_or(estimate), estimate));
            inner = estimate;
        }
    }
}

// The property says nothing of what never comes.
void TestEstimate::everyMethodIsMet()
{
    Dice dice(7);
    std::set<Method> met;
    for (int kin = 0; kin < kins; ++kin) {
        for (int i = 0; i < 25 * modes; ++i) {
            const Trial trial = randomTrial(Kin(kin), Mode(i % modes), prints[0], dice);
            met.insert(evenredig::estimate(trial.both.formula, trial.levels, Unit::Percent).method);
        }
    }
    QCOMPARE(met.size(), std::size_t(int(Method::Fieller) + 1));
}

// A survey's figure that is not rounded is not known to be exact: its margin is only not printed.
void TestEstimate::aSampleIsNeverExact()
{
    Levels levels;
    Level level;
    level.value = 0.3;
    const LevelId complete = levels.add(level);
    level.sourceKind = SourceKind::Survey;
    const LevelId bare = levels.add(level);
    QCOMPARE(int(estimate(Formula::level(complete), levels, Unit::Percent).method), int(Method::Exact));
    QCOMPARE(int(estimate(Formula::level(bare), levels, Unit::Percent).method), int(Method::Rounding));
    QCOMPARE(int(estimate(Formula::difference(bare, complete), levels, Unit::Percent).method), int(Method::Rounding));
}

// 0.5% (0.0–1.5) at 99%: stretched to the left it would be −0.2%.
void TestEstimate::aShareStaysAShareAtAnyConfidence()
{
    Levels levels;
    Level level;
    level.sourceKind = SourceKind::Survey;
    level.value = 0.005;
    level.low = 0.0;
    level.high = 0.015;
    level.half = 0.0005;
    const LevelId few = levels.add(level);
    level.value = 0.99;
    level.low = 0.98;
    level.high = 1.0;
    const LevelId nearlyAll = levels.add(level);
    QCOMPARE(estimate(Formula::level(few), levels, Unit::Percent, 0.99).low, std::optional<double>(0));
    QCOMPARE(estimate(Formula::level(few), levels, Unit::Mean, 0.99).low.value() < 0, true);
    QCOMPARE(estimate(Formula::level(nearlyAll), levels, Unit::Percent, 0.99).high, std::optional<double>(1));
}

EVENREDIG_TEST(TestEstimate)
#include "testestimate.moc"
