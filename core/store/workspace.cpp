#include "core/store/workspace.h"

#include "core/base/path.h"
#include "core/store/database.h"
#include "core/store/microdatareader.h"
#include "core/store/microdatawriter.h"
#include "core/store/removal.h"
#include "core/store/schema.h"
#include "core/store/workspacecheck.h"
#include "core/store/workspacereader.h"
#include "core/store/workspacewriter.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace evenredig {

namespace {

using OpenedDatabase = Result<std::unique_ptr<Database>>;

/// Before SQLite touches it: there, readable, and an SQLite file at all. (SQLite takes an empty file for
/// an empty database.)
Result<void> expectDatabaseFile(const std::string &path)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(filePath(path), error);
    if (path.empty() || status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::FileMissing, {{"file", path}});
    if (status.type() != std::filesystem::file_type::regular)
        return fail(ErrorCode::NotAWorkspace, {{"file", path}});
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::array<char, magic.size()> start{};
    errno = 0;
    std::ifstream stream(filePath(path), std::ios::binary);
    if (!stream)
        return fail(ErrorCode::FileUnreadable, {{"file", path}, {"reason", std::strerror(errno)}});
    stream.read(start.data(), start.size());
    if (std::string_view(start.data(), std::size_t(stream.gcount())) != magic)
        return fail(ErrorCode::NotAWorkspace, {{"file", path}});
    return {};
}

/// Whether a crash left a journal that has yet to be rolled back or carried in. (A journal that begins with a
/// zero byte was never finished and does not count: SQLite's own rule.)
bool hasJournal(const std::string &path)
{
    std::ifstream journal(filePath(path + "-journal"), std::ios::binary);
    if (journal && journal.peek() > 0)
        return true;
    std::error_code error;
    return std::filesystem::file_size(filePath(path + "-wal"), error) > 0 && !error;
}

OpenedDatabase openAndVerify(const std::string &path, Database::Access access, bool *needsRecovery = nullptr)
{
    OpenedDatabase database = Database::open(path, access);
    if (!database)
        return database;
    if (const Result<void> sound = schema::verify(**database); !sound) {
        if (needsRecovery)
            *needsRecovery = (*database)->needsRecovery();
        return tl::unexpected<Error>(sound.error());
    }
    return database;
}

bool isAccessFault(const Error &error)
{
    return error.code == ErrorCode::FileUnreadable || error.code == ErrorCode::FileUnwritable
           || error.code == ErrorCode::FolderReadOnly;
}

/// Where locking fails (some shares) a file that no crash left half-written can still be read.
OpenedDatabase orImmutable(const std::string &path, OpenedDatabase opened)
{
    if (opened || !isAccessFault(opened.error()) || hasJournal(path))
        return opened;
    OpenedDatabase immutable = openAndVerify(path, Database::Access::Immutable);
    return immutable ? std::move(immutable) : std::move(opened);
}

OpenedDatabase openForReading(const std::string &path)
{
    bool needsRecovery = false;
    OpenedDatabase opened = openAndVerify(path, Database::Access::ReadOnly, &needsRecovery);
    if (opened || !needsRecovery)
        return orImmutable(path, std::move(opened));
    // A crash left a journal: opening for writing rolls it back, then read again without the right to write.
    if (OpenedDatabase recovered = openAndVerify(path, Database::Access::ReadWrite); !recovered)
        return recovered;
    return openAndVerify(path, Database::Access::ReadOnly);
}

OpenedDatabase openForWriting(const std::string &path)
{
    OpenedDatabase opened = orImmutable(path, openAndVerify(path, Database::Access::ReadWrite));
    if (!opened)
        return opened;
    const Result<void> migrated = schema::migrate(**opened);
    // Where nothing can be written an older file is read as it is; what is then stored fails by itself.
    if (!migrated && !isAccessFault(migrated.error()))
        return tl::unexpected<Error>(migrated.error());
    return opened;
}

void removeWithJournal(const std::string &path)
{
    std::error_code ignored;
    std::filesystem::remove(filePath(path), ignored);
    std::filesystem::remove(filePath(path + "-journal"), ignored);
}

/// Built under another name and then renamed, so that no crash leaves half a workspace.
Result<void> buildFile(const std::string &unfinished)
{
    const Result<std::unique_ptr<Database>> database = Database::open(unfinished, Database::Access::Create);
    if (!database)
        return tl::unexpected<Error>(database.error());
    return schema::build(**database);
}

/// The reader asked for `path`; the name of the unfinished file means nothing to him.
Error renamed(Error error, const std::string &path)
{
    for (std::pair<std::string, std::string> &entry : error.context) {
        if (entry.first == "file")
            entry.second = path;
    }
    return error;
}

} // namespace

Workspace::Workspace(std::unique_ptr<Database> database, std::string path)
    : m_database(std::move(database)), m_path(std::move(path))
{}

Workspace::Workspace(Workspace &&) noexcept = default;
Workspace &Workspace::operator=(Workspace &&) noexcept = default;
Workspace::~Workspace() = default;

Result<Workspace> Workspace::create(const std::string &path)
{
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(filePath(path), error)))
        return fail(ErrorCode::FileExists, {{"file", path}});
    if (path.empty())
        return fail(ErrorCode::FileUnwritable, {{"file", path}, {"reason", std::strerror(EINVAL)}});
    const std::string unfinished = path + ".part";
    removeWithJournal(unfinished);
    if (const Result<void> built = buildFile(unfinished); !built) {
        removeWithJournal(unfinished);
        return tl::unexpected<Error>(renamed(built.error(), path));
    }
    std::filesystem::rename(filePath(unfinished), filePath(path), error);
    if (error) {
        removeWithJournal(unfinished);
        return fail(ErrorCode::FileUnwritable, {{"file", path}, {"reason", error.message()}});
    }
    return open(path, OpenMode::ReadWrite);
}

Result<Workspace> Workspace::open(const std::string &path, OpenMode mode)
{
    if (const Result<void> file = expectDatabaseFile(path); !file)
        return tl::unexpected<Error>(file.error());
    OpenedDatabase database = mode == OpenMode::ReadOnly ? openForReading(path) : openForWriting(path);
    if (!database)
        return tl::unexpected<Error>(database.error());
    Workspace workspace(std::move(*database), path);
    workspace.m_mode = mode;
    return workspace;
}

const std::string &Workspace::path() const
{
    return m_path;
}

Result<std::vector<DatasetRecord>> Workspace::datasets() const
{
    if (m_mode == OpenMode::ReadWrite)
        return readDatasets(*m_database);
    if (!m_datasets) {
        Result<std::vector<DatasetRecord>> read = readDatasets(*m_database);
        if (!read)
            return read;
        m_datasets = std::move(*read);
    }
    return *m_datasets;
}

Result<std::vector<IndicatorCoverage>> Workspace::coverage() const
{
    return readCoverage(*m_database);
}

Result<std::vector<PublishedFigure>> Workspace::figures(const std::string &indicator) const
{
    return readFigures(*m_database, indicator);
}

Result<std::vector<MicrodataInfo>> Workspace::microdata() const
{
    return readMicrodata(*m_database);
}

Result<std::unique_ptr<SegmentSource>> Workspace::openSegments() const
{
    OpenedDatabase database = openForReading(m_path);
    if (!database)
        return tl::unexpected<Error>(database.error());
    return StoredSegments::open(std::move(*database));
}

Result<Catalogue> Workspace::catalogue() const
{
    Result<Catalogue> catalogue = Catalogue::builtIn();
    if (!catalogue)
        return catalogue;
    const Result<std::vector<Indicator>> defined = readDefined(*m_database);
    if (!defined)
        return tl::unexpected<Error>(defined.error());
    catalogue->define(*defined);
    return catalogue;
}

Result<std::vector<LedgerEntry>> Workspace::ledger(const std::string &dataset) const
{
    return readLedger(*m_database, dataset);
}

Result<Comparabilities> Workspace::comparability() const
{
    if (m_mode == OpenMode::ReadWrite)
        return readComparability(*m_database);
    if (!m_comparability) {
        Result<Comparabilities> read = readComparability(*m_database);
        if (!read)
            return read;
        m_comparability = std::move(*read);
    }
    return *m_comparability;
}

Result<std::vector<std::string>> Workspace::check(Language language) const
{
    return checkWorkspace(*m_database, language);
}

Result<void> Workspace::store(const ImportedDataset &dataset, IfExists ifExists, const Progress &progress)
{
    return writeDatasets(*m_database, {&dataset}, ifExists, progress);
}

Result<void> Workspace::store(const std::vector<ImportedDataset> &datasets, IfExists ifExists, const Progress &progress)
{
    std::vector<const ImportedDataset *> all;
    all.reserve(datasets.size());
    for (const ImportedDataset &dataset : datasets)
        all.push_back(&dataset);
    return writeDatasets(*m_database, all, ifExists, progress);
}

Result<std::unique_ptr<MicrodataWriter>> Workspace::beginMicrodata(const std::string &dataset, IfExists ifExists,
                                                                   const Progress &progress)
{
    return MicrodataWriter::begin(*m_database, dataset, ifExists, progress);
}

Result<void> Workspace::define(const std::vector<Indicator> &indicators)
{
    return writeIndicators(*m_database, indicators);
}

Result<void> Workspace::removeDataset(const std::string &dataset)
{
    return evenredig::removeDataset(*m_database, dataset);
}

Result<void> Workspace::restoreDataset(const std::string &dataset)
{
    return evenredig::restoreDataset(*m_database, dataset);
}

Result<void> Workspace::renameDataset(const std::string &dataset, const LocalText &title)
{
    return evenredig::describeDataset(*m_database, dataset, title, std::nullopt);
}

Result<void> Workspace::describeDataset(const std::string &dataset, const LocalText &title, const LocalText &source)
{
    return evenredig::describeDataset(*m_database, dataset, title, source);
}

Result<bool> Workspace::hasRemoved() const
{
    return evenredig::hasRemoved(*m_database);
}

Result<void> Workspace::purgeRemoved()
{
    return evenredig::purgeRemoved(*m_database);
}

} // namespace evenredig
