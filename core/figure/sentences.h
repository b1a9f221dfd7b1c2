// Sentences written from the estimates, in the words of language.md §3: what those of all questions share.
#pragma once

#include "core/figure/words.h"

namespace evenredig {

[[nodiscard]] std::vector<std::string> sentences(const Words &words);

/// People, reference, subject, clause, period and units, for every pattern.
/// ".small" of a movement that the verdict calls slight.
[[nodiscard]] std::string sizeSuffix(const AnswerRow &row);

[[nodiscard]] TextArguments sentenceArguments(const Words &words, const AnswerRow &row);
/// "(2,9–3,1)" behind a difference: only where the interval says something about sampling. For a complete count
/// language.md leaves it out and ends with a fixed remark.
[[nodiscard]] std::string bracket(const Words &words, const AnswerRow &row, Key key);
/// Why there is no verdict, as a sentence; empty where there is one, or nothing to judge.
[[nodiscard]] std::string whyNoVerdict(const Words &words, const AnswerRow &row);

} // namespace evenredig
