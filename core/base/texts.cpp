#include "core/base/texts.h"

#include "core/base/resource.h"

#include <nlohmann/json.hpp>

#include <map>

namespace evenredig {

namespace {

using TextsByKey = std::map<std::string, std::string, std::less<>>;

TextsByKey readTable(Language language)
{
    TextsByKey table;
    const auto bytes = resource("texts/" + std::string(languageCode(language)) + ".json");
    if (!bytes)
        return table;
    const auto document = nlohmann::json::parse(*bytes, nullptr, false);
    const auto texts = document.is_object() ? document.find("texts") : document.end();
    if (!document.is_object() || texts == document.end())
        return table;
    for (const auto &item : texts->items()) {
        if (item.value().is_string())
            table.emplace(item.key(), item.value().get<std::string>());
    }
    return table;
}

const TextsByKey &table(Language language)
{
    static const TextsByKey dutch = readTable(Language::Dutch);
    static const TextsByKey english = readTable(Language::English);
    return language == Language::Dutch ? dutch : english;
}

} // namespace

std::string fillText(std::string_view pattern, const TextArguments &arguments)
{
    std::string filled;
    filled.reserve(pattern.size() + 32);
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) {
            filled.append(pattern.substr(at));
            break;
        }
        filled.append(pattern.substr(at, open - at));
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        bool found = false;
        for (const auto &argument : arguments) {
            if (argument.first == name) {
                filled.append(argument.second);
                found = true;
                break;
            }
        }
        if (!found)
            filled.append(pattern.substr(open, close - open + 1));
        at = close + 1;
    }
    return filled;
}

TextArguments argumentsIn(Language language, const TextArguments &arguments)
{
    TextArguments result;
    const std::string own = "." + std::string(languageCode(language));
    for (const auto &argument : arguments) {
        const std::string &name = argument.first;
        const bool suffixed = name.size() > own.size() && name.compare(name.size() - own.size(), own.size(), own) == 0;
        if (suffixed)
            result.emplace_back(name.substr(0, name.size() - own.size()), argument.second);
        else if ((name == "reason" || name == "ask" || name == "expected")
                 && hasText(language, name + "." + argument.second))
            result.emplace_back(name, text(language, name + "." + argument.second));
        else
            result.push_back(argument);
    }
    return result;
}

std::string text(Language language, std::string_view key, const TextArguments &arguments)
{
    const auto found = table(language).find(key);
    if (found == table(language).end())
        return "‹" + std::string(key) + "›";
    return fillText(found->second, arguments);
}

bool hasText(Language language, std::string_view key)
{
    return table(language).find(key) != table(language).end();
}

std::vector<std::string> textKeys(Language language)
{
    std::vector<std::string> keys;
    for (const auto &entry : table(language))
        keys.push_back(entry.first);
    return keys;
}

} // namespace evenredig
