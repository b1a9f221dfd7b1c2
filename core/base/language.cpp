#include "core/base/language.h"

namespace evenredig {

std::optional<Language> languageFromCode(std::string_view code)
{
    if (code == "nl")
        return Language::Dutch;
    if (code == "en")
        return Language::English;
    return std::nullopt;
}

std::string_view languageCode(Language language)
{
    return language == Language::Dutch ? "nl" : "en";
}

} // namespace evenredig
