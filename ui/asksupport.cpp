#include "ui/asksupport.h"

#include "core/base/text.h"
#include "ui/questionedit.h"

namespace evenredig {

namespace {
// A new question in core/answer is one word here.
constexpr std::array answered{Ask::Level, Ask::Development, Ask::Gap, Ask::Relative, Ask::Generations, Ask::Overview};
constexpr std::array needsPeriods{Ask::Development, Ask::Gap, Ask::Relative};
constexpr std::array needsReference{Ask::Gap, Ask::Proportionality, Ask::Paradox};

} // namespace

QString AskWords::name(Ask ask)
{
    switch (ask) {
    case Ask::Level: return tr("Level");
    case Ask::Development: return tr("Development");
    case Ask::Gap: return tr("Difference");
    case Ask::Relative: return tr("Change");
    case Ask::Generations: return tr("Generations");
    case Ask::Proportionality: return tr("Proportionality");
    case Ask::Paradox: return tr("Position and experience");
    case Ask::Distribution: return tr("Distribution");
    case Ask::Overview: return tr("Overview");
    }
    return {};
}

QString AskWords::sentence(Ask ask)
{
    switch (ask) {
    case Ask::Level: return tr("How do the groups stand now?");
    case Ask::Development: return tr("How did each group develop over time?");
    case Ask::Gap: return tr("How far from the reference, and is it closing? Who moved?");
    case Ask::Relative: return tr("The change since the base year, in points and as a ratio");
    case Ask::Generations: return tr("The first against the second generation, raw and at equal age");
    case Ask::Proportionality: return tr("How much of the difference goes with background characteristics?");
    case Ask::Paradox: return tr("Do people in a better position feel more, or less, excluded? (integration paradox)");
    case Ask::Distribution: return tr("The whole distribution: answers, income bands");
    case Ask::Overview: return tr("All groups and indicators at a glance");
    }
    return {};
}

QString AskWords::obstacle(AskObstacle obstacle)
{
    switch (obstacle) {
    case AskObstacle::None: break;
    case AskObstacle::NeedsPersons:
        return tr("This question needs data of persons; this version reads published figures.");
    case AskObstacle::NoData: return tr("This file has no figures of the indicator.");
    case AskObstacle::OnePeriod: return tr("This file has one period of the indicator; two are needed.");
    case AskObstacle::NoReference: return tr("These figures hold no group to compare with.");
    case AskObstacle::NoMargins:
        return tr("Figures computed from persons have no margins in this version; only the level can be asked.");
    case AskObstacle::NoGenerations: return tr("These figures do not tell the first from the second generation.");
    }
    return {};
}

AskObstacle askSupported(Ask ask, const IndicatorCoverage *coverage, const Catalogue &catalogue)
{
    if (!contains(answered, ask))
        return AskObstacle::NeedsPersons;
    if (ask == Ask::Overview)
        return AskObstacle::None;
    if (!coverage)
        return AskObstacle::NoData;
    if (coverage->personsOnly && ask != Ask::Level)
        return AskObstacle::NoMargins;
    if (contains(needsPeriods, ask) && coverage->periods.size() < 2)
        return AskObstacle::OnePeriod;
    if (contains(needsReference, ask) && referenceChoices(*coverage, catalogue).empty())
        return AskObstacle::NoReference;
    const std::vector<std::string> &generations = coverage->generations;
    if (ask == Ask::Generations
        && (!contains(generations, std::string("first")) || !contains(generations, std::string("second"))))
        return AskObstacle::NoGenerations;
    return AskObstacle::None;
}

} // namespace evenredig
