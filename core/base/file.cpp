#include "core/base/file.h"

#include "core/base/digest.h"
#include "core/base/path.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace evenredig {

namespace fs = std::filesystem;

Result<std::string> readFile(const std::string &path, std::uint64_t limit)
{
    std::error_code code;
    const fs::path file = filePath(path);
    const fs::file_status status = fs::status(file, code);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::FileMissing, {{"file", path}});
    if (status.type() == fs::file_type::directory)
        return fail(ErrorCode::FileUnreadable, {{"file", path}, {"reason", std::strerror(EISDIR)}});
    const auto tooLarge = [&] {
        return fail(ErrorCode::FileTooLarge, {{"file", path}, {"limit", std::to_string(limit >> 20) + " MB"}});
    };
    if (status.type() == fs::file_type::regular && fs::file_size(file, code) > limit && !code)
        return tooLarge();
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::FileUnreadable, {{"file", path}, {"reason", std::strerror(errno)}});
    std::string bytes;
    std::array<char, 1 << 16> buffer{};
    while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        if (bytes.size() > limit)
            return tooLarge();
    }
    if (stream.bad())
        return fail(ErrorCode::FileUnreadable, {{"file", path}, {"reason", std::strerror(errno)}});
    return bytes;
}

Result<void> writeFile(const std::string &path, std::string_view bytes)
{
    const fs::path target = filePath(path);
    fs::path beside = target;
    beside += ".part";
    std::error_code code;
    errno = 0;
    std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
    if (!stream) {
        const int reason = errno;
        if (reason == EROFS || reason == EACCES)
            return fail(ErrorCode::FolderReadOnly, {{"folder", folderOf(path)}});
        return fail(ErrorCode::FileUnwritable, {{"file", path}, {"reason", std::strerror(reason)}});
    }
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
        const int reason = errno;
        fs::remove(beside, code);
        if (reason == ENOSPC)
            return fail(ErrorCode::DiskFull, {{"file", path}});
        return fail(ErrorCode::FileUnwritable, {{"file", path}, {"reason", std::strerror(reason)}});
    }
    fs::rename(beside, target, code);
    if (code) {
        std::error_code ignored;
        fs::remove(beside, ignored);
        return fail(ErrorCode::FileUnwritable, {{"file", path}, {"reason", code.message()}});
    }
    return {};
}

std::string sha256(std::string_view bytes)
{
    Digest digest;
    digest.add(bytes);
    return digest.text();
}

} // namespace evenredig
