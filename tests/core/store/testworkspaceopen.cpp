// What is no workspace, or not a sound one, is refused or told; nothing of it is altered.
#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/storetest.h"
#include "testroom.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <fstream>

using namespace evenredig;
using namespace evenredig::storetest;

class TestWorkspaceOpen : public QObject {
    Q_OBJECT

private slots:
    void init();
    void refusedFiles_data();
    void refusedFiles();
    void unsafe_data();
    void unsafe();
    void newer();
    void damaged();
    void damagedAnywhere();
    void checkFindsWrongAccounts();
    void locked();
    void strangeNames();

private:
    Workspace make(const std::string &name);
    void alter(const std::string &sql) const;

    std::optional<QTemporaryDir> m_folder;
    std::string m_path;
};

void TestWorkspaceOpen::init()
{
    m_folder.emplace();
    m_path = m_folder->filePath(QStringLiteral("proef.evenredig")).toStdString();
}

Workspace TestWorkspaceOpen::make(const std::string &name)
{
    m_path = m_folder->filePath(QString::fromStdString(name)).toStdString();
    Result<Workspace> workspace = Workspace::create(m_path);
    if (!workspace)
        qFatal("%s", wrongOf(workspace).c_str());
    return std::move(*workspace);
}

void TestWorkspaceOpen::alter(const std::string &sql) const
{
    const auto database = Database::open(m_path, Database::Access::ReadWrite);
    if (!database)
        qFatal("%s", wrongOf(database).c_str());
    if (const auto done = (*database)->run(sql); !done)
        qFatal("%s", wrongOf(done).c_str());
}

void TestWorkspaceOpen::refusedFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("origin;value\nturkish;1\n");
    QTest::newRow("ZIP") << QByteArray("PK\x03\x04\0\0\0\0", 8);
    QTest::newRow("beginning of SQLite's name") << QByteArray("SQLite format");
    QTest::newRow("only SQLite's name") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("SQLite's name and zeros") << QByteArray("SQLite format 3\0", 16) + QByteArray(10000, '\0');
    QTest::newRow("zeros") << QByteArray(20000, '\0');
}

void TestWorkspaceOpen::refusedFiles()
{
    QFETCH(QByteArray, bytes);
    QFile file(QString::fromStdString(m_path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const std::string before = sha256OfFile(m_path);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto opened = Workspace::open(m_path, mode);
        EXPECT_FAULT(opened, ErrorCode::NotAWorkspace);
        QCOMPARE(contextOf(opened.error(), "file"), m_path);
    }
    QCOMPARE(sha256OfFile(m_path), before);
    QCOMPARE(filesIn(m_folder->path()), QStringLiteral("proef.evenredig"));
    EXPECT_FAULT(Workspace::open(m_path + ".none", OpenMode::ReadWrite), ErrorCode::FileMissing);
    EXPECT_FAULT(Workspace::open("", OpenMode::ReadWrite), ErrorCode::FileMissing);
    EXPECT_FAULT(Workspace::open(m_folder->path().toStdString(), OpenMode::ReadOnly), ErrorCode::NotAWorkspace);
}

void TestWorkspaceOpen::unsafe_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("object");
    QTest::newRow("trigger") << "CREATE TRIGGER sly AFTER INSERT ON figures BEGIN DELETE FROM datasets; END"
                             << "trigger sly";
    QTest::newRow("view") << "CREATE VIEW sly AS SELECT * FROM figures"
                          << "view sly";
}

void TestWorkspaceOpen::unsafe()
{
    QFETCH(QString, sql);
    QFETCH(QString, object);
    make("proef.evenredig");
    alter(sql.toStdString());
    const std::string before = sha256OfFile(m_path);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto opened = Workspace::open(m_path, mode);
        EXPECT_FAULT(opened, ErrorCode::WorkspaceUnsafe);
        QCOMPARE(QString::fromStdString(contextOf(opened.error(), "object")), object);
    }
    QCOMPARE(sha256OfFile(m_path), before);
}

void TestWorkspaceOpen::newer()
{
    make("proef.evenredig");
    alter("PRAGMA user_version=99");
    const std::string before = sha256OfFile(m_path);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto opened = Workspace::open(m_path, mode);
        EXPECT_FAULT(opened, ErrorCode::WorkspaceNewer);
        QCOMPARE(contextOf(opened.error(), "version"), std::string("99"));
    }
    QCOMPARE(sha256OfFile(m_path), before);
    alter("PRAGMA application_id=7");
    EXPECT_FAULT(Workspace::open(m_path, OpenMode::ReadOnly), ErrorCode::NotAWorkspace);
}

void TestWorkspaceOpen::damaged()
{
    {
        Workspace workspace = make("proef.evenredig");
        EXPECT_GOOD(workspace.store(dataset("een", 3000), IfExists::Refuse));
    }
    const std::string whole = *readFile(m_path);
    // Cut off in the middle.
    std::ofstream(m_path, std::ios::binary | std::ios::trunc) << whole.substr(0, whole.size() / 2);
    const auto cut = Workspace::open(m_path, OpenMode::ReadOnly);
    EXPECT_FAULT(cut, ErrorCode::WorkspaceDamaged);
    QCOMPARE(contextOf(cut.error(), "file"), m_path);
    // A table that is gone.
    std::ofstream(m_path, std::ios::binary | std::ios::trunc) << whole;
    alter("DROP TABLE ledger");
    EXPECT_FAULT(Workspace::open(m_path, OpenMode::ReadWrite), ErrorCode::WorkspaceDamaged);
    // A page in the middle overwritten: found when it is read, or by check().
    std::string scribbled = whole;
    std::fill(scribbled.begin() + 8192 * 20, scribbled.begin() + 8192 * 30, '\x5A');
    std::ofstream(m_path, std::ios::binary | std::ios::trunc) << scribbled;
    const auto opened = Workspace::open(m_path, OpenMode::ReadOnly);
    if (opened) {
        const auto findings = opened->check(Language::Dutch);
        EXPECT_GOOD(findings);
        QVERIFY(!findings->empty());
    } else {
        EXPECT_FAULT(opened, ErrorCode::WorkspaceDamaged);
    }
}

void TestWorkspaceOpen::damagedAnywhere()
{
    {
        Workspace workspace = make("proef.evenredig");
        EXPECT_GOOD(workspace.store(dataset("een", 200), IfExists::Refuse));
    }
    const std::string whole = *readFile(m_path);
    unsigned seed = 12345;
    int refused = 0;
    for (int round = 0; round < 150; ++round) {
        std::string bytes = whole;
        for (int i = 0; i < 20; ++i) {
            seed = seed * 1664525u + 1013904223u;
            const std::size_t place = round % 2 ? (seed >> 8) % bytes.size() : 16 + (seed >> 8) % 8000;
            bytes[place] = char(seed >> 24);
        }
        std::ofstream(m_path, std::ios::binary | std::ios::trunc) << bytes;
        Result<Workspace> opened = Workspace::open(m_path, round % 3 ? OpenMode::ReadOnly : OpenMode::ReadWrite);
        refused += !opened;
        if (!opened)
            continue;
        static_cast<void>(opened->datasets());
        static_cast<void>(opened->coverage());
        static_cast<void>(opened->figures("population.size"));
        static_cast<void>(opened->ledger("een"));
        static_cast<void>(opened->check(Language::Dutch));
    }
    qInfo("%d of 150 scribbled files refused at the door", refused);
}

void TestWorkspaceOpen::checkFindsWrongAccounts()
{
    {
        Workspace workspace = make("proef.evenredig");
        EXPECT_GOOD(workspace.store(dataset("een", 10), IfExists::Refuse));
        QVERIFY(workspace.check(Language::Dutch)->empty());
    }
    const std::vector<std::string> sabotage{
        "UPDATE datasets SET rows_kept = rows_kept + 1", "DELETE FROM figures WHERE number = 1", "DELETE FROM ledger",
        "PRAGMA foreign_keys=OFF; INSERT INTO comparable VALUES ('ghost', 'een', 'no', '', '')"};
    const std::string whole = *readFile(m_path);
    for (const std::string &sql : sabotage) {
        std::ofstream(m_path, std::ios::binary | std::ios::trunc) << whole;
        alter(sql);
        const Result<Workspace> workspace = Workspace::open(m_path, OpenMode::ReadOnly);
        EXPECT_GOOD(workspace);
        const auto findings = workspace->check(Language::Dutch);
        EXPECT_GOOD(findings);
        QVERIFY2(!findings->empty(), sql.c_str());
    }
}

void TestWorkspaceOpen::locked()
{
    Workspace workspace = make("proef.evenredig");
    const auto other = Database::open(m_path, Database::Access::ReadWrite);
    EXPECT_GOOD(other);
    EXPECT_GOOD((*other)->run("BEGIN EXCLUSIVE"));
    EXPECT_FAULT(workspace.store(dataset("een"), IfExists::Refuse), ErrorCode::WorkspaceLocked);
    EXPECT_GOOD((*other)->run("ROLLBACK"));
    EXPECT_GOOD(workspace.store(dataset("een"), IfExists::Refuse));
}

void TestWorkspaceOpen::strangeNames()
{
    for (const char *name : {"Ontwikkelingen in Integratie 2023 (concept) é€.evenredig",
                             "100%25?mode=memory#x.evenredig", "file:x.evenredig"}) {
        {
            Workspace workspace = make(name);
            EXPECT_GOOD(workspace.store(dataset("een"), IfExists::Refuse));
        }
        QVERIFY(QFile::exists(QString::fromStdString(m_path)));
        EXPECT_GOOD(Workspace::open(m_path, OpenMode::ReadOnly));
        const auto immutable = Database::open(m_path, Database::Access::Immutable);
        EXPECT_GOOD(immutable);
        QCOMPARE(*(*immutable)->number("SELECT count(*) FROM datasets"), std::int64_t(1));
    }
}

EVENREDIG_TEST(TestWorkspaceOpen)
#include "testworkspaceopen.moc"
