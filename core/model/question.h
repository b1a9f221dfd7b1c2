// A question as a pure value: the same object drives the window, undo, stories and the command line.
#pragma once

#include "core/model/ask.h"
#include "core/model/indicator.h"
#include "core/model/period.h"

#include <optional>
#include <string>
#include <vector>

namespace evenredig {

class Catalogue;

enum class Estimator { Regression, Cells, Reweighting, All };

inline constexpr double defaultConfidence = 0.95;

struct Question {
    Ask ask = Ask::Level;
    std::string indicator; ///< an id; of an inline indicator its id too
    std::optional<Indicator> inlineIndicator;
    std::vector<std::string> datasets;    ///< empty: all that can answer
    std::vector<std::string> origins;     ///< empty: the seven groups
    std::vector<std::string> generations; ///< empty: total (first and second of `generations`)
    std::vector<std::string> periods;     ///< empty: all that can answer
    std::optional<std::string> base;
    std::optional<std::string> reference; ///< nothing: the default
    std::vector<Condition> where;
    std::optional<std::vector<std::vector<std::string>>> controls;
    std::optional<Estimator> estimator;
    double confidence = defaultConfidence;

    [[nodiscard]] static Result<Question> fromJson(std::string_view text, const std::string &file);
    /// Keys in a fixed order; what is left out stays out. Round-trips.
    [[nodiscard]] std::string toJson(bool indented = true) const;
    bool operator==(const Question &other) const { return toJson(false) == other.toJson(false); }
};

} // namespace evenredig
