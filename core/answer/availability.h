// What can be asked of an indicator in a workspace, and if not, why: for the window and the command line alike.
#pragma once

#include "core/model/ask.h"
#include "core/store/workspace.h"

#include <array>

namespace evenredig {

/// The reason is the text "reason.<name>".
enum class Obstacle { None, NotYet, NoData, OnePeriod, NoReference, NoGenerations, PersonsLevelOnly };
[[nodiscard]] std::string_view obstacleName(Obstacle obstacle);

struct Availability {
    IndicatorCoverage coverage; ///< of published figures and of persons together
    std::array<Obstacle, askCount> obstacles{};

    [[nodiscard]] Obstacle obstacle(Ask ask) const { return obstacles[static_cast<std::size_t>(ask)]; }
};

/// Every indicator with figures or persons, those with figures first. A question that has no obstacle here is answered
/// when nothing but the indicator is given.
[[nodiscard]] Result<std::vector<Availability>> availability(const Workspace &workspace, const Catalogue &catalogue);
/// Of a question about all indicators: a file of persons alone has no overview as yet.
[[nodiscard]] Obstacle obstacleOfAll(const std::vector<Availability> &available);
/// Of a question about an indicator of which the workspace has nothing, or about all of them.
[[nodiscard]] Obstacle obstacleWithoutData(Ask ask);

} // namespace evenredig
