// File names of ours are UTF-8 everywhere; std::filesystem must be told so.
#pragma once

#include <filesystem>
#include <string>

namespace evenredig {

[[nodiscard]] inline std::filesystem::path filePath(const std::string &utf8)
{
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

[[nodiscard]] inline std::string pathText(const std::filesystem::path &path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

/// The folder that a file lies in, as text; "." for a bare name.
[[nodiscard]] inline std::string folderOf(const std::string &utf8)
{
    const std::string folder = pathText(filePath(utf8).parent_path());
    return folder.empty() ? std::string(".") : folder;
}

} // namespace evenredig
