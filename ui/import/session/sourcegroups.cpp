#include "ui/import/session/sourcegroups.h"

#include "core/import/draft/profile.h"
#include "core/import/draft/suggestdraft.h"
#include <algorithm>
#include <fstream>

namespace evenredig {

namespace {

constexpr std::size_t beginning = 64 << 10;

/// Whole lines of the beginning; empty when the file cannot be read, which its own turn will tell.
std::string beginningOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string bytes(beginning, '\0');
    file.read(bytes.data(), std::streamsize(bytes.size()));
    bytes.resize(std::size_t(file.gcount()));
    const std::size_t end = bytes.rfind('\n');
    return bytes.size() == beginning && end != std::string::npos ? bytes.substr(0, end + 1) : bytes;
}

bool hasColumns(const std::string &path, const FileProfile &first)
{
    ReadOptions read = first.read;
    read.given.erase("encoding"); // a beginning may be in ASCII alone
    const Result<FileProfile> other = profileBytes(beginningOf(path), path, read);
    return other && std::ranges::equal(first.columns, other->columns, {}, &ColumnProfile::name, &ColumnProfile::name);
}

} // namespace

SourceGroups groupSources(const std::vector<std::string> &files, const FileProfile &first, const Draft &draft)
{
    SourceGroups groups;
    for (const std::string &file : files) {
        const bool joins = groups.together.empty()
                           || (draft.withRole(ColumnRole::Period) != nullptr && hasColumns(file, first));
        (joins ? groups.together : groups.waiting).push_back(file);
    }
    return groups;
}

} // namespace evenredig
