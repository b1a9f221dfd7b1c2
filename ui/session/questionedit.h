// Edits of a question as pure functions: what a click makes of it. A view never changes a Question itself.
#pragma once

#include "ui/session/openworkspace.h"

#include <string>
#include <vector>

namespace evenredig {

/// What differs between two questions; steps in the same field may be one step of undo.
enum class QuestionField { None, Ask, Indicator, Origins, Generations, Periods, Reference, Several };
enum class Shown { No, Yes };

[[nodiscard]] QuestionField changedField(const Question &before, const Question &after);

/// An overview is of no one indicator; `indicator` is the one to take up when it is left.
[[nodiscard]] Question withAsk(Question question, Ask ask, const std::string &indicator);
/// Keeps of the question what the other indicator's data can carry.
[[nodiscard]] Question withIndicator(Question question, const std::string &indicator, const OpenWorkspace &workspace);
/// At least one group stays; all seven are written as none named.
[[nodiscard]] Question withOrigin(Question question, const std::string &origin, Shown shown,
                                  const Catalogue &catalogue);
[[nodiscard]] Question withGeneration(Question question, const std::string &generation, Shown shown);
/// Of the periods that there are those from `first` to `last`, in either order.
[[nodiscard]] Question withPeriods(Question question, const std::string &first, const std::string &last,
                                   const std::vector<Period> &periods);
[[nodiscard]] Question withReference(Question question, const std::string &reference);

[[nodiscard]] std::vector<std::string> shownOrigins(const Question &question, const Catalogue &catalogue);
[[nodiscard]] std::vector<std::string> shownGenerations(const Question &question);
/// What the data can be compared with: references first, then groups, in the catalogue's order.
[[nodiscard]] std::vector<std::string> referenceChoices(const IndicatorCoverage &coverage, const Catalogue &catalogue);

} // namespace evenredig
