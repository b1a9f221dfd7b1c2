#include "core/output/xlsxfile.h"

#include "core/base/file.h"
#include "core/base/path.h"

#include <xlsxwriter.h>

#include <cerrno>
#include <clocale>
#include <filesystem>
#include <random>
#include <system_error>

#ifdef __APPLE__
#include <xlocale.h>
#endif

namespace evenredig {

namespace {

namespace fs = std::filesystem;

/// A folder that only we can read, gone at the end with all that is in it.
class TemporaryFolder {
public:
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;
    TemporaryFolder() : m_path(fs::temp_directory_path(m_fault))
    {
        if (m_fault)
            return;
        std::random_device chance;
        m_path /= "evenredig-" + std::to_string(chance()) + "-" + std::to_string(chance());
        m_made = fs::create_directory(m_path, m_fault);
        if (!m_made && !m_fault)
            m_fault = std::make_error_code(std::errc::file_exists);
        if (m_made)
            fs::permissions(m_path, fs::perms::owner_all, m_fault);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (m_made)
            fs::remove_all(m_path, ignored);
    }
    [[nodiscard]] const std::error_code &fault() const { return m_fault; }
    [[nodiscard]] const fs::path &path() const { return m_path; }

private:
    std::error_code m_fault;
    fs::path m_path;
    bool m_made = false;
};

/// The library writes numbers by the C locale, which Qt sets to the user's: a decimal comma would break the file. Of this
/// thread only.
class PlainNumbers {
public:
    PlainNumbers(const PlainNumbers &) = delete;
    PlainNumbers &operator=(const PlainNumbers &) = delete;
#ifdef _WIN32
    PlainNumbers()
        : m_scope(_configthreadlocale(_ENABLE_PER_THREAD_LOCALE)), m_before(std::setlocale(LC_NUMERIC, nullptr))
    {
        std::setlocale(LC_NUMERIC, "C");
    }
    ~PlainNumbers()
    {
        std::setlocale(LC_NUMERIC, m_before.c_str());
        _configthreadlocale(m_scope);
    }

private:
    int m_scope;
    std::string m_before;
#else
    PlainNumbers() : m_plain(newlocale(LC_ALL_MASK, "C", nullptr)), m_before(uselocale(m_plain)) {}
    ~PlainNumbers()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }

private:
    locale_t m_plain, m_before;
#endif
};

tl::unexpected<Error> unwritable(const fs::path &folder, const std::string &reason)
{
    return fail(ErrorCode::FileUnwritable,
                {{"file", folder.empty() ? std::string("TMPDIR") : pathText(folder)}, {"reason", reason}});
}

} // namespace

Result<std::string> xlsxBytes(const std::function<int(lxw_workbook *)> &fill)
{
    const TemporaryFolder folder;
    if (folder.fault())
        return unwritable(folder.path(), folder.fault().message());
    const PlainNumbers plain;
    std::string place = folder.path().string(), file = (folder.path() / "book.xlsx").string();
    lxw_workbook_options options{};
    options.tmpdir = place.data();
    lxw_workbook *book = workbook_new_opt(file.c_str(), &options);
    if (!book)
        return fail(ErrorCode::Internal, {{"reason", lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED)}});
    if (const int fault = fill(book); fault != LXW_NO_ERROR) {
        lxw_workbook_free(book);
        return fail(ErrorCode::Internal, {{"reason", lxw_strerror(static_cast<lxw_error>(fault))}});
    }
    errno = 0;
    const lxw_error closed = workbook_close(book);
    if (closed != LXW_NO_ERROR && errno == ENOSPC)
        return fail(ErrorCode::DiskFull, {{"file", place}});
    if (closed != LXW_NO_ERROR)
        return unwritable(folder.path(), lxw_strerror(closed));
    return readFile(file);
}

} // namespace evenredig
