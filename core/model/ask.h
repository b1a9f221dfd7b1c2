// The nine questions, and what each of them is: a row of traits. A new question is a row here, a file in core/answer,
// one in core/figure, and its texts.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace evenredig {

enum class Ask { Level, Development, Gap, Relative, Generations, Proportionality, Paradox, Distribution, Overview };
inline constexpr int askCount = 9;

struct AskTraits {
    Ask ask = Ask::Level;
    std::string_view name;      ///< in files: "level"
    bool answered = false;      ///< by this version
    bool ofPersons = false;     ///< answered of persons too
    bool needsIndicator = true; ///< else it is about all of them
    bool needsReference = false;
    bool needsPeriods = false; ///< two or more of one origin and generation
    bool bothGenerations = false;
    bool onePeriod = false; ///< its figure shows the latest period only, whatever the table holds
    // Keys of the question that it can use; where it cannot, they are refused (formats.md).
    bool usesBase = false, usesControls = false;
};

[[nodiscard]] const AskTraits &traitsOf(Ask ask);
[[nodiscard]] const std::array<AskTraits, askCount> &allAskTraits();

[[nodiscard]] inline std::string_view askName(Ask ask)
{
    return traitsOf(ask).name;
}

} // namespace evenredig
