#include "ui/session/asksupport.h"

#include "ui/base/text.h"

#include "core/base/error.h"

namespace evenredig {

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

QString AskWords::obstacle(Ask ask, Obstacle obstacle, Language language)
{
    if (obstacle == Obstacle::None)
        return {};
    return qstring(message({ErrorCode::AskImpossible,
                            {{"ask", std::string(askName(ask))}, {"reason", std::string(obstacleName(obstacle))}}},
                           language));
}

} // namespace evenredig
