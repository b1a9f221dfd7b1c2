// The sentences of figures and faults: resources/texts/{nl,en}.json, with {placeholders}.
#pragma once

#include "core/base/language.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace evenredig {

using TextArguments = std::vector<std::pair<std::string, std::string>>;

/// The text of a key with its placeholders filled. A key that is missing gives the key itself between
/// ‹ and ›, so that it is seen; tests hold that both languages have every key that the program uses.
/// Thread-safe; the tables are read once.
[[nodiscard]] std::string text(Language language, std::string_view key, const TextArguments &arguments = {});
[[nodiscard]] bool hasText(Language language, std::string_view key);
/// Every key of a language, in alphabetical order.
[[nodiscard]] std::vector<std::string> textKeys(Language language);
/// Arguments for one language: those named "name.nl" and "name.en" become "name" in their language, and a
/// "reason", "ask" or "expected" that is a code gets the words of the text "reason.<code>" and so on.
[[nodiscard]] TextArguments argumentsIn(Language language, const TextArguments &arguments);
/// Fills {name} in a pattern; an unknown placeholder stays as it is.
[[nodiscard]] std::string fillText(std::string_view pattern, const TextArguments &arguments);

} // namespace evenredig
