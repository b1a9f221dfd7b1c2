#include "core/base/resource.h"

#include <algorithm>

namespace evenredig {

std::optional<std::string_view> resource(std::string_view path)
{
    for (const detail::EmbeddedFile &file : detail::embeddedFiles()) {
        if (file.path == path)
            return file.bytes;
    }
    return std::nullopt;
}

std::vector<std::string_view> resourcesBelow(std::string_view prefix)
{
    std::vector<std::string_view> paths;
    for (const detail::EmbeddedFile &file : detail::embeddedFiles()) {
        if (file.path.substr(0, prefix.size()) == prefix)
            paths.push_back(file.path);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace evenredig
