#include "core/store/sqlitefault.h"

#include "core/base/path.h"

#include <sqlite3.h>

#include <cerrno>
#include <system_error>
#ifndef _WIN32
#include <unistd.h>
#endif

namespace evenredig {

namespace {

/// Whether new files may be made in a folder. (The answer is a hint: Windows gives none.)
bool folderIsReadOnly(const std::string &folder)
{
#ifdef _WIN32
    static_cast<void>(folder);
    return false;
#else
    return ::access(folder.c_str(), W_OK) != 0;
#endif
}

bool diskIsFull(sqlite3 *handle)
{
    const int number = sqlite3_system_errno(handle);
#ifdef EDQUOT
    if (number == EDQUOT)
        return true;
#endif
    return number == ENOSPC;
}

} // namespace

Error faultOf(sqlite3 *handle, const std::string &path)
{
    const std::string reason = sqlite3_errmsg(handle);
    switch (sqlite3_errcode(handle) & 0xff) {
    case SQLITE_FULL: return {ErrorCode::DiskFull, {{"file", path}}};
    case SQLITE_INTERRUPT: return {ErrorCode::Cancelled, {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::WorkspaceLocked, {{"file", path}}};
    case SQLITE_NOTADB: return {ErrorCode::NotAWorkspace, {{"file", path}}};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return writeFaultOf(handle, path);
    case SQLITE_IOERR:
        if (diskIsFull(handle))
            return {ErrorCode::DiskFull, {{"file", path}}};
        return {ErrorCode::FileUnreadable, {{"file", path}, {"reason", reason}}};
    case SQLITE_NOMEM:
    case SQLITE_MISUSE:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE: return {ErrorCode::Internal, {{"reason", reason}}};
    default: // corrupt; or a table, column or constraint that is not as we made it
        return {ErrorCode::WorkspaceDamaged, {{"file", path}, {"reason", reason}}};
    }
}

Error writeFaultOf(sqlite3 *handle, const std::string &path)
{
    std::error_code error;
    const bool there = std::filesystem::exists(filePath(path), error);
    const int code = sqlite3_extended_errcode(handle);
    // The file itself opens, but its journal cannot be made beside it.
    if (there
        && (code == SQLITE_READONLY_DIRECTORY || (code & 0xff) == SQLITE_CANTOPEN || folderIsReadOnly(folderOf(path))))
        return {ErrorCode::FolderReadOnly, {{"folder", folderOf(path)}}};
    if (there)
        return {ErrorCode::FileUnwritable, {{"file", path}, {"reason", sqlite3_errmsg(handle)}}};
    if (diskIsFull(handle))
        return {ErrorCode::DiskFull, {{"file", path}}};
    if (!std::filesystem::is_directory(filePath(folderOf(path)), error))
        return {ErrorCode::FileUnwritable, {{"file", path}, {"reason", std::system_category().message(ENOENT)}}};
    return {ErrorCode::FolderReadOnly, {{"folder", folderOf(path)}}};
}

} // namespace evenredig
