// Languages and texts that come in both of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evenredig {

enum class Language { Dutch, English };

[[nodiscard]] std::optional<Language> languageFromCode(std::string_view code); ///< "nl" or "en"
[[nodiscard]] std::string_view languageCode(Language language);

/// A text in Dutch and English. An empty English text falls back on the Dutch one.
struct LocalText {
    std::string nl;
    std::string en;

    [[nodiscard]] const std::string &in(Language language) const
    {
        return language == Language::English && !en.empty() ? en : nl;
    }
    bool operator==(const LocalText &) const = default;
};

} // namespace evenredig
