// What judge() is asked about: two or four levels that have a verdict, to be spoiled one by one.
#pragma once

#include "core/stats/verdict.h"

#include <QTest>

#include <string>
#include <vector>

Q_DECLARE_METATYPE(evenredig::Verdict)
Q_DECLARE_METATYPE(evenredig::Status)
Q_DECLARE_METATYPE(evenredig::Size)

namespace evenredig::judging {

inline const std::vector<Rule> rules{Rule::Difference, Rule::Change, Rule::GapChange};
inline const char *nameOf(Rule rule)
{
    return rule == Rule::Difference ? "difference" : rule == Rule::Change ? "change" : "gap change";
}

/// Levels in the order of the formula: a, b; last, first; last, its reference, first, its reference.
struct Scene {
    std::vector<Level> figures;
    Comparabilities table;
    Indicator indicator;

    [[nodiscard]] Levels levels() const
    {
        Levels levels;
        for (const Level &figure : figures)
            levels.add(figure);
        levels.setComparability(table);
        return levels;
    }
    [[nodiscard]] Formula formula() const
    {
        return figures.size() == 4 ? Formula::gapChange(0, 1, 2, 3) : Formula::difference(0, 1);
    }
    [[nodiscard]] Judgement judged(Rule rule) const { return judge(rule, formula(), levels(), indicator); }
};

inline Level complete(double value, const char *period = "2020", std::optional<double> n = 100000)
{
    Level level;
    level.period = *Period::parse(period);
    level.dataset = std::string("set ") + period;
    level.classification = "origin";
    level.value = value;
    level.half = 0.0005;
    level.n = n;
    return level;
}

inline Level survey(double value, double margin = 0.02, const char *period = "2020", double n = 2000)
{
    Level level = complete(value, period, n);
    level.sourceKind = SourceKind::Survey;
    level.low = value - margin;
    level.high = value + margin;
    return level;
}

/// A scene that has a verdict: 40 against 20 per cent, or a gap that went from 40 − 20 to 60 − 20.
inline Scene sceneOf(Rule rule, bool sampled)
{
    const auto figure = [sampled](double value, const char *period) {
        return sampled ? survey(value, 0.02, period) : complete(value, period);
    };
    Scene scene;
    scene.indicator.unit = Unit::Percent;
    scene.indicator.relevance = 0.02;
    if (rule == Rule::Difference)
        scene.figures = {figure(0.4, "2020"), figure(0.2, "2020")};
    else if (rule == Rule::Change)
        scene.figures = {figure(0.4, "2020"), figure(0.2, "2010")};
    else
        scene.figures = {figure(0.6, "2020"), figure(0.2, "2020"), figure(0.4, "2010"), figure(0.2, "2010")};
    return scene;
}

/// Neutral: 20 points more, and a gap that grew by as much.
inline Verdict wordOf(Rule rule)
{
    return rule == Rule::Difference ? Verdict::Higher : Verdict::Larger;
}

inline void compare(const Judgement &judgement, Status status, Verdict verdict)
{
    QCOMPARE(QString::fromStdString(std::string(verdictName(judgement.assessment.verdict))),
             QString::fromStdString(std::string(verdictName(verdict))));
    QCOMPARE(QString::fromStdString(std::string(statusName(judgement.status))),
             QString::fromStdString(std::string(statusName(status))));
    const bool judged = verdict >= Verdict::Unchanged || (verdict >= Verdict::Equal && verdict < Verdict::TooFew);
    QCOMPARE(judgement.assessment.established.has_value(), judged);
    if (!judged) {
        QCOMPARE(int(judgement.assessment.size), int(Size::None));
        QVERIFY(verdict != Verdict::NotComparable || !judgement.assessment.mdv); // there is no difference to show
    }
}

} // namespace evenredig::judging

Q_DECLARE_METATYPE(evenredig::judging::Scene)
