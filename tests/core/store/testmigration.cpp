// Workspaces of older versions: read as they are, carried forward when they are opened for writing.
#include "core/data/microdata.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/storetest.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::storetest;

class TestMigration : public QObject {
    Q_OBJECT
private slots:
    void init();
    void readsTheFirstVersionAsItIs();
    void carriesTheFirstVersionForward();
    void readsTheFirstVersionWhereNothingCanBeWritten();
    void refusesTheCurrentVersionWithoutItsTables();

private:
    /// Makes the file one of version 1: without the tables for persons.
    bool age(int version)
    {
        const auto database = Database::open(m_file, Database::Access::ReadWrite);
        return (*database)
            ->run("PRAGMA foreign_keys=OFF; DROP TABLE segments; DROP TABLE codes; DROP TABLE variables; DROP TABLE "
                  "strata; "
                  "DROP TABLE design_columns; DROP TABLE designs; PRAGMA user_version="
                  + std::to_string(version))
            .has_value();
    }
    std::optional<QTemporaryDir> m_folder;
    std::string m_file;
};

void TestMigration::init()
{
    m_folder.emplace();
    m_file = m_folder->filePath("w.evenredig").toStdString();
    auto workspace = Workspace::create(m_file);
    QVERIFY(workspace);
    QVERIFY(workspace->store(dataset("oud"), IfExists::Refuse));
}

void TestMigration::readsTheFirstVersionAsItIs()
{
    QVERIFY(age(1));
    const std::string before = sha256OfFile(m_file);
    const auto workspace = Workspace::open(m_file, OpenMode::ReadOnly);
    QVERIFY2(workspace, wrongOf(workspace).c_str());
    QVERIFY(workspace->microdata() && workspace->microdata()->empty());
    QCOMPARE(workspace->figures("population.size")->size(), std::size_t(3));
    QVERIFY(workspace->check(Language::English)->empty());
    QCOMPARE(sha256OfFile(m_file), before);
}

void TestMigration::carriesTheFirstVersionForward()
{
    QVERIFY(age(1));
    {
        const auto workspace = Workspace::open(m_file, OpenMode::ReadWrite);
        QVERIFY2(workspace, wrongOf(workspace).c_str());
        QCOMPARE(workspace->figures("population.size")->size(), std::size_t(3));
    }
    const auto database = Database::open(m_file, Database::Access::ReadOnly);
    QCOMPARE(*(*database)->number("PRAGMA user_version"), std::int64_t(schema::currentVersion()));
    QVERIFY((*database)->number("SELECT count(*) FROM segments"));
}

void TestMigration::readsTheFirstVersionWhereNothingCanBeWritten()
{
    SmallDisk disk(m_folder->filePath(QStringLiteral("disk")), "size=8m");
    if (!disk.mounted())
        QSKIP("mounting a small disk is not allowed here");
    QVERIFY(age(1));
    const QString there = m_folder->filePath(QStringLiteral("disk/w.evenredig"));
    QVERIFY(QFile::copy(QString::fromStdString(m_file), there));
    QVERIFY(disk.makeReadOnly());
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        auto workspace = Workspace::open(there.toStdString(), mode);
        QVERIFY2(workspace, wrongOf(workspace).c_str());
        QCOMPARE(workspace->figures("population.size")->size(), std::size_t(3));
        QVERIFY(workspace->microdata()->empty());
        QVERIFY(!workspace->store(dataset("nieuw"), IfExists::Refuse));
    }
}

void TestMigration::refusesTheCurrentVersionWithoutItsTables()
{
    QVERIFY(age(schema::currentVersion()));
    const auto workspace = Workspace::open(m_file, OpenMode::ReadOnly);
    QVERIFY(!workspace && workspace.error().code == ErrorCode::WorkspaceDamaged);
}

EVENREDIG_TEST(TestMigration)
#include "testmigration.moc"
