// What the machine can do to a workspace: read-only places, a full disk, a process that is killed.
#include "core/import/importer.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/storetest.h"
#include "testroom.h"

#include <QElapsedTimer>
#include <QFile>

#include <fstream>
#ifdef __linux__
#include <fcntl.h>
#include <linux/fs.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace evenredig;
using namespace evenredig::storetest;

namespace {

/// Makes a file or folder unchangeable even for root (chattr +i); undone at the end.
class Unchangeable {
public:
    explicit Unchangeable(const QString &path) : m_path(path.toStdString()) { m_set = set(true); }
    Unchangeable(const Unchangeable &) = delete;
    Unchangeable &operator=(const Unchangeable &) = delete;
    ~Unchangeable()
    {
        if (m_set)
            set(false);
    }
    [[nodiscard]] bool works() const { return m_set; }

private:
    bool set(bool on) const
    {
#ifdef __linux__
        const int descriptor = ::open(m_path.c_str(), O_RDONLY);
        if (descriptor < 0)
            return false;
        int flags = 0;
        bool done = ioctl(descriptor, FS_IOC_GETFLAGS, &flags) == 0;
        flags = on ? flags | FS_IMMUTABLE_FL : flags & ~FS_IMMUTABLE_FL;
        done = done && ioctl(descriptor, FS_IOC_SETFLAGS, &flags) == 0;
        close(descriptor);
        return done;
#else
        return !on;
#endif
    }
    std::string m_path;
    bool m_set = false;
};

void writeSome(const std::string &path)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        qFatal("%s", wrongOf(workspace).c_str());
    if (const auto stored = workspace->store(dataset("een", 500), IfExists::Refuse); !stored)
        qFatal("%s", wrongOf(stored).c_str());
}

} // namespace

class TestWorkspaceFaults : public QObject {
    Q_OBJECT

private slots:
    void readOnlyDisk();
    void readOnlyFolder();
    void readOnlyFile();
    void walFileOnReadOnlyDisk();
    void fullDisk();
    void fullDiskWhileCreating();
    void killedImport();
    void killedImportReadOnly();

private:
    void expectReadable(const std::string &path);
};

/// Reads everything, in both modes, and leaves the bytes alone.
void TestWorkspaceFaults::expectReadable(const std::string &path)
{
    const std::string before = sha256OfFile(path);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const Result<Workspace> workspace = Workspace::open(path, mode);
        EXPECT_GOOD(workspace);
        QCOMPARE(workspace->datasets()->size(), std::size_t(1));
        QCOMPARE(workspace->figures("population.size")->size(), std::size_t(500));
        QVERIFY(workspace->check(Language::Dutch)->empty());
    }
    QCOMPARE(sha256OfFile(path), before);
}

void TestWorkspaceFaults::readOnlyDisk()
{
    QTemporaryDir folder;
    SmallDisk disk(folder.filePath(QStringLiteral("disk")), "size=8m");
    if (!disk.mounted())
        QSKIP("mounting a small disk is not allowed here");
    const std::string path = folder.filePath(QStringLiteral("disk/proef.evenredig")).toStdString();
    writeSome(path);
    QVERIFY(disk.makeReadOnly());
    expectReadable(path);
    Result<Workspace> workspace = Workspace::open(path, OpenMode::ReadWrite);
    EXPECT_GOOD(workspace);
    const auto stored = workspace->store(dataset("twee"), IfExists::Refuse);
    EXPECT_FAULT(stored, ErrorCode::FolderReadOnly);
    QCOMPARE(QString::fromStdString(contextOf(stored.error(), "folder")), folder.filePath(QStringLiteral("disk")));
    Indicator own;
    own.id = "own.thing";
    own.json = "{}";
    EXPECT_FAULT(workspace->define({own}), ErrorCode::FolderReadOnly);
    const auto created = Workspace::create(folder.filePath(QStringLiteral("disk/ander.evenredig")).toStdString());
    EXPECT_FAULT(created, ErrorCode::FolderReadOnly);
}

void TestWorkspaceFaults::readOnlyFolder()
{
    QTemporaryDir folder;
    const QString inside = folder.filePath(QStringLiteral("vast"));
    QDir().mkpath(inside);
    const std::string path = inside.toStdString() + "/proef.evenredig";
    writeSome(path);
    const Unchangeable fixed(inside);
    if (!fixed.works())
        QSKIP("chattr +i does not work on this file system");
    expectReadable(path);
    const std::string before = sha256OfFile(path);
    Result<Workspace> workspace = Workspace::open(path, OpenMode::ReadWrite);
    EXPECT_GOOD(workspace);
    const auto stored = workspace->store(dataset("twee"), IfExists::Refuse);
    EXPECT_FAULT(stored, ErrorCode::FolderReadOnly);
    EXPECT_FAULT(Workspace::create(inside.toStdString() + "/ander.evenredig"), ErrorCode::FolderReadOnly);
    QCOMPARE(sha256OfFile(path), before);
    QCOMPARE(filesIn(inside), QStringLiteral("proef.evenredig"));
}

void TestWorkspaceFaults::readOnlyFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("proef.evenredig"));
    writeSome(path.toStdString());
    const Unchangeable fixed(path);
    if (!fixed.works())
        QSKIP("chattr +i does not work on this file system");
    expectReadable(path.toStdString());
    Result<Workspace> workspace = Workspace::open(path.toStdString(), OpenMode::ReadWrite);
    EXPECT_GOOD(workspace);
    EXPECT_FAULT(workspace->store(dataset("twee"), IfExists::Refuse), ErrorCode::FileUnwritable);
    QCOMPARE(filesIn(folder.path()), QStringLiteral("proef.evenredig"));
}

// Another tool may have left the file in WAL mode, which wants to write beside it even for reading.
void TestWorkspaceFaults::walFileOnReadOnlyDisk()
{
    QTemporaryDir folder;
    SmallDisk disk(folder.filePath(QStringLiteral("disk")), "size=8m");
    if (!disk.mounted())
        QSKIP("mounting a small disk is not allowed here");
    const std::string path = folder.filePath(QStringLiteral("disk/proef.evenredig")).toStdString();
    writeSome(path);
    {
        const auto database = Database::open(path, Database::Access::ReadWrite);
        EXPECT_GOOD(database);
        EXPECT_GOOD((*database)->run("PRAGMA journal_mode=WAL; PRAGMA user_version="
                                     + std::to_string(schema::currentVersion())));
    }
    QVERIFY(disk.makeReadOnly());
    expectReadable(path);
}

void TestWorkspaceFaults::fullDisk()
{
    QTemporaryDir folder;
    SmallDisk disk(folder.filePath(QStringLiteral("disk")), "size=1m");
    if (!disk.mounted())
        QSKIP("mounting a small disk is not allowed here");
    const std::string path = folder.filePath(QStringLiteral("disk/proef.evenredig")).toStdString();
    writeSome(path);
    const std::string before = sha256OfFile(path);
    Result<Workspace> workspace = Workspace::open(path, OpenMode::ReadWrite);
    EXPECT_GOOD(workspace);
    for (const IfExists ifExists : {IfExists::Refuse, IfExists::Replace}) {
        const auto stored = workspace->store(dataset(ifExists == IfExists::Refuse ? "twee" : "een", 60000), ifExists);
        EXPECT_FAULT(stored, ErrorCode::DiskFull);
        QCOMPARE(contextOf(stored.error(), "file"), path);
        QCOMPARE(sha256OfFile(path), before);
        QCOMPARE(filesIn(folder.filePath(QStringLiteral("disk"))), QStringLiteral("proef.evenredig"));
    }
    expectReadable(path);
    EXPECT_GOOD(workspace->store(dataset("klein"), IfExists::Refuse)); // what fits still goes in
}

void TestWorkspaceFaults::fullDiskWhileCreating()
{
    QTemporaryDir folder;
    SmallDisk disk(folder.filePath(QStringLiteral("disk")), "size=32k");
    if (!disk.mounted())
        QSKIP("mounting a small disk is not allowed here");
    const auto created = Workspace::create(folder.filePath(QStringLiteral("disk/proef.evenredig")).toStdString());
    EXPECT_FAULT(created, ErrorCode::DiskFull);
    QVERIFY(contextOf(created.error(), "file").ends_with("proef.evenredig"));
    QCOMPARE(filesIn(folder.filePath(QStringLiteral("disk"))), QString());
}

namespace {

#ifdef __linux__
/// A child that stores without end, killed after a while; true when it left a journal behind.
bool storeAndKill(const std::string &path, int milliseconds)
{
    const pid_t child = fork();
    if (child == 0) { // no assertion of the test may run in here
        Result<Workspace> workspace = Workspace::open(path, OpenMode::ReadWrite);
        if (!workspace)
            _exit(1);
        Progress progress;
        progress.report = [](double fraction) {
            if (fraction > 0.9)
                usleep(20'000'000); // never gets to the commit
        };
        static_cast<void>(workspace->store(dataset("een", 60000), IfExists::Replace, progress));
        _exit(0);
    }
    usleep(useconds_t(milliseconds) * 1000);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    return QFile::exists(QString::fromStdString(path + "-journal"));
}
#endif

} // namespace

void TestWorkspaceFaults::killedImport()
{
#ifndef __linux__
    QSKIP("needs fork");
#else
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("proef.evenredig")).toStdString();
    writeSome(path);
    const std::string before = sha256OfFile(path);
    int journals = 0, changed = 0;
    for (const int milliseconds : {10, 200, 500, 1000, 2000, 3500}) {
        journals += storeAndKill(path, milliseconds);
        changed += sha256OfFile(path) != before;
        {
            const Result<Workspace> workspace = Workspace::open(path, OpenMode::ReadWrite);
            EXPECT_GOOD(workspace);
            QCOMPARE(workspace->figures("population.size")->size(), std::size_t(500));
            QVERIFY(workspace->check(Language::Dutch)->empty());
        }
        QCOMPARE(sha256OfFile(path), before);
    }
    // A journal that was begun but never counted (nothing of it had reached the disk) may lie there until the
    // next write.
    Result<Workspace> workspace = Workspace::open(path, OpenMode::ReadWrite);
    EXPECT_GOOD(workspace);
    EXPECT_GOOD(workspace->store(dataset("twee"), IfExists::Refuse));
    QCOMPARE(filesIn(folder.path()), QStringLiteral("proef.evenredig"));
    qInfo("6 killed: %d left a journal, %d had already written into the file", journals, changed);
    QVERIFY2(journals > 0, "no kill came in the middle of a transaction");
#endif
}

// The first to open the file after a crash may be one that only reads.
void TestWorkspaceFaults::killedImportReadOnly()
{
#ifndef __linux__
    QSKIP("needs fork");
#else
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("proef.evenredig")).toStdString();
    writeSome(path);
    const std::string before = sha256OfFile(path);
    bool journal = false;
    for (const int milliseconds : {4000, 6000, 8000}) {
        journal = storeAndKill(path, milliseconds);
        if (journal)
            break;
    }
    if (!journal)
        QSKIP("no kill came in the middle of a transaction");
    const Result<Workspace> workspace = Workspace::open(path, OpenMode::ReadOnly);
    EXPECT_GOOD(workspace);
    QCOMPARE(workspace->figures("population.size")->size(), std::size_t(500));
    QCOMPARE(sha256OfFile(path), before);
#endif
}

EVENREDIG_TEST(TestWorkspaceFaults)
#include "testworkspacefaults.moc"
