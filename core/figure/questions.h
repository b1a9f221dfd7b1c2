// The questions' own parts; the table in questionfigure.cpp joins them.
#pragma once

#include "core/figure/words.h"

namespace evenredig {

void buildLevel(Figure &figure, const Words &words);
[[nodiscard]] std::string levelSentence(const Words &words, const AnswerRow &row);
[[nodiscard]] std::string spokenLevels(const Figure &figure, const Words &words);
[[nodiscard]] int levelFocus(const Answer &answer);

void buildDevelopment(Figure &figure, const Words &words);
[[nodiscard]] std::string developmentSentence(const Words &words, const AnswerRow &row);
[[nodiscard]] std::string spokenDevelopments(const Figure &figure, const Words &words);

void buildGap(Figure &figure, const Words &words);
[[nodiscard]] std::string gapSentence(const Words &words, const AnswerRow &row);
[[nodiscard]] std::string spokenGaps(const Figure &figure, const Words &words);
/// Of development and gap: the first change, or else the last figure of the first group that has one.
[[nodiscard]] int changeFocus(const Answer &answer);

void buildRelative(Figure &figure, const Words &words);
[[nodiscard]] std::string relativeSentence(const Words &words, const AnswerRow &row);
[[nodiscard]] std::string spokenRelative(const Figure &figure, const Words &words);
[[nodiscard]] int relativeFocus(const Answer &answer);
/// Of a row without a change: not comparable, or which figure is not there and why. Empty for the base itself.
[[nodiscard]] std::string whyNoChange(const Words &words, const AnswerRow &row);

void buildGenerations(Figure &figure, const Words &words);
[[nodiscard]] std::string generationSentence(const Words &words, const AnswerRow &row);
[[nodiscard]] std::string spokenGenerations(const Figure &figure, const Words &words);
[[nodiscard]] int generationsFocus(const Answer &answer);
/// The period that a comparison of generations is about: the latest in which a group has a value.
[[nodiscard]] const Period *generationsPeriod(const Answer &answer);

void buildOverview(Figure &figure, const Words &words);
[[nodiscard]] std::string overviewSentence(const Words &words, const AnswerRow &row);
[[nodiscard]] std::string spokenOverview(const Figure &figure, const Words &words);
[[nodiscard]] int overviewFocus(const Answer &answer);

} // namespace evenredig
