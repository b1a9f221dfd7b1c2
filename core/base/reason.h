// Why something is suggested, as a value: the sentence is made at the edge, in the reader's language.
#pragma once

#include "core/base/texts.h"

#include <string>
#include <vector>

namespace evenredig {

enum class Confidence {
    None,   ///< nothing speaks for it: it stays as it is
    Unsure, ///< could be; the user is asked
    Likely,
    Certain
};

/// One reason. `key` is that of a text, without its prefix: evidence "evidence.<key>".
struct Reason {
    std::string key;
    TextArguments arguments; ///< numbers and catalogue names as "name.nl" and "name.en"

    bool operator==(const Reason &) const = default;
};

/// "naam past bij het synoniem “herkomst”".
[[nodiscard]] std::string evidenceText(const Reason &evidence, Language language);
/// All of them, joined by "; ".
[[nodiscard]] std::string evidenceText(const std::vector<Reason> &evidence, Language language);
/// "zeker", "waarschijnlijk", "onzeker", "niet herkend".
[[nodiscard]] std::string confidenceText(Confidence confidence, Language language);

/// Arguments "count.nl" and "count.en" with the number as each language writes it.
void addNumber(TextArguments &arguments, const std::string &name, double number, int decimals = 0);
void addText(TextArguments &arguments, const std::string &name, const LocalText &text);

} // namespace evenredig
