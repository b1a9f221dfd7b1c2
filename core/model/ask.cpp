#include "core/model/ask.h"

namespace evenredig {

namespace {

constexpr std::array<AskTraits, askCount> askTable{{
    {.ask = Ask::Level, .name = "level", .answered = true, .ofPersons = true, .onePeriod = true},
    {.ask = Ask::Development, .name = "development", .answered = true, .needsPeriods = true},
    {.ask = Ask::Gap, .name = "gap", .answered = true, .needsReference = true},
    {.ask = Ask::Relative, .name = "relative", .answered = true, .needsPeriods = true, .usesBase = true},
    {.ask = Ask::Generations, .name = "generations", .answered = true, .bothGenerations = true, .onePeriod = true},
    {.ask = Ask::Proportionality, .name = "proportionality", .needsReference = true, .usesControls = true},
    {.ask = Ask::Paradox, .name = "paradox", .needsReference = true},
    {.ask = Ask::Distribution, .name = "distribution", .usesControls = true},
    {.ask = Ask::Overview, .name = "overview", .answered = true, .needsIndicator = false},
}};

constexpr bool asksInOrder()
{
    for (int i = 0; i < askCount; ++i) {
        if (static_cast<int>(askTable[static_cast<std::size_t>(i)].ask) != i)
            return false;
    }
    return true;
}
static_assert(asksInOrder());

} // namespace

const AskTraits &traitsOf(Ask ask)
{
    return askTable[static_cast<std::size_t>(ask)];
}

const std::array<AskTraits, askCount> &allAskTraits()
{
    return askTable;
}

} // namespace evenredig
