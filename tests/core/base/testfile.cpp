// Whole files in and out: faults by name, and never half a file.
#include "core/base/file.h"
#include "core/store/storetest.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::storetest;

class TestFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackByteForByte();
    void emptyFileIsRead();
    void missing();
    void folderIsNoFile();
    void limit_data();
    void limit();
    void endlessDeviceStopsAtTheLimit();
    void replacesAndLeavesNothingBeside();
    void folderThatIsNotThere();
    void folderInTheWay();
    void readOnlyFolder();
    void readOnlyFolderOfARelativeName();
    void fullDisk();
    void fingerprint_data();
    void fingerprint();

private:
    [[nodiscard]] std::string path(const QString &name) const { return m_folder.filePath(name).toStdString(); }
    QTemporaryDir m_folder;
};

namespace {

const char *const notAllowed = "mounting a small file system is not allowed here (needs CAP_SYS_ADMIN)";

} // namespace

void TestFile::comesBackByteForByte()
{
    std::string bytes;
    for (int i = 0; i < 300000; ++i) // over several buffers, every value of a byte
        bytes += static_cast<char>(i * 7 % 256);
    const std::string name = path(QStringLiteral("Curaçao €.bin"));
    EXPECT_GOOD(writeFile(name, bytes));
    const auto read = readFile(name);
    EXPECT_GOOD(read);
    QVERIFY(*read == bytes);
    QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("Curaçao €.bin")))); // the name is UTF-8
}

void TestFile::emptyFileIsRead()
{
    EXPECT_GOOD(writeFile(path(QStringLiteral("empty")), ""));
    const auto read = readFile(path(QStringLiteral("empty")));
    EXPECT_GOOD(read);
    QVERIFY(read->empty());
}

void TestFile::missing()
{
    for (const QString &name : {QStringLiteral("no"), QStringLiteral("no/no"), QString()}) {
        const std::string wanted = name.isEmpty() ? std::string() : path(name);
        const auto read = readFile(wanted);
        EXPECT_FAULT(read, ErrorCode::FileMissing);
        QCOMPARE(contextOf(read.error(), "file"), wanted);
    }
}

void TestFile::folderIsNoFile()
{
    const auto read = readFile(m_folder.path().toStdString());
    EXPECT_FAULT(read, ErrorCode::FileUnreadable);
    QCOMPARE(contextOf(read.error(), "reason"), std::string(std::strerror(EISDIR)));
}

void TestFile::limit_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("good");
    QTest::newRow("below") << (1 << 20) - 1 << true;
    QTest::newRow("at") << (1 << 20) << true;
    QTest::newRow("above") << (1 << 20) + 1 << false;
}

void TestFile::limit()
{
    QFETCH(int, size);
    QFETCH(bool, good);
    const std::string name = path(QStringLiteral("limit"));
    EXPECT_GOOD(writeFile(name, std::string(std::size_t(size), 'x')));
    const auto read = readFile(name, 1 << 20);
    QCOMPARE(read.has_value(), good);
    if (good) {
        QCOMPARE(read->size(), std::size_t(size));
    } else {
        EXPECT_FAULT(read, ErrorCode::FileTooLarge);
        QCOMPARE(contextOf(read.error(), "limit"), std::string("1 MB"));
    }
}

void TestFile::endlessDeviceStopsAtTheLimit()
{
    if (!QFile::exists(QStringLiteral("/dev/zero")))
        QSKIP("there is no /dev/zero here");
    EXPECT_FAULT(readFile("/dev/zero", 1 << 20), ErrorCode::FileTooLarge);
}

void TestFile::replacesAndLeavesNothingBeside()
{
    QTemporaryDir folder;
    const std::string name = folder.filePath(QStringLiteral("a.csv")).toStdString();
    EXPECT_GOOD(writeFile(name, "a longer first text"));
    EXPECT_GOOD(writeFile(name, "short"));
    QCOMPARE(*readFile(name), std::string("short"));
    QCOMPARE(filesIn(folder.path()), QStringLiteral("a.csv"));
}

void TestFile::folderThatIsNotThere()
{
    const std::string name = path(QStringLiteral("no such folder/a.csv"));
    const auto written = writeFile(name, "a");
    EXPECT_FAULT(written, ErrorCode::FileUnwritable);
    QCOMPARE(contextOf(written.error(), "file"), name);
    QCOMPARE(contextOf(written.error(), "reason"), std::string(std::strerror(ENOENT)));
}

void TestFile::folderInTheWay()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a.csv/kept")));
    EXPECT_FAULT(writeFile(folder.filePath(QStringLiteral("a.csv")).toStdString(), "a"), ErrorCode::FileUnwritable);
    QVERIFY(QFileInfo(folder.filePath(QStringLiteral("a.csv/kept"))).isDir());
    QCOMPARE(filesIn(folder.path()), QString()); // no a.csv.part
}

void TestFile::readOnlyFolder()
{
    const QString folder = m_folder.filePath(QStringLiteral("readonly"));
    SmallDisk disk(folder, "size=64k");
    if (!disk.mounted())
        QSKIP(notAllowed);
    const std::string name = (folder + QStringLiteral("/a.csv")).toStdString();
    EXPECT_GOOD(writeFile(name, "old"));
    QVERIFY(disk.makeReadOnly());
    const auto written = writeFile(name, "new");
    EXPECT_FAULT(written, ErrorCode::FolderReadOnly);
    QCOMPARE(contextOf(written.error(), "folder"), folder.toStdString());
    QCOMPARE(*readFile(name), std::string("old"));
}

void TestFile::readOnlyFolderOfARelativeName()
{
    const QString folder = m_folder.filePath(QStringLiteral("readonly2"));
    SmallDisk disk(folder, "size=64k");
    if (!disk.mounted())
        QSKIP(notAllowed);
    QVERIFY(disk.makeReadOnly());
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder));
    const auto written = writeFile("a.csv", "new");
    QVERIFY(QDir::setCurrent(before));
    EXPECT_FAULT(written, ErrorCode::FolderReadOnly);
    QCOMPARE(contextOf(written.error(), "folder"), std::string(".")); // a folder without a name says nothing
}

void TestFile::fullDisk()
{
    const QString folder = m_folder.filePath(QStringLiteral("small"));
    SmallDisk disk(folder, "size=64k");
    if (!disk.mounted())
        QSKIP(notAllowed);
    const std::string name = (folder + QStringLiteral("/a.csv")).toStdString();
    EXPECT_GOOD(writeFile(name, "old"));
    const auto written = writeFile(name, std::string(1 << 20, 'x'));
    EXPECT_FAULT(written, ErrorCode::DiskFull);
    QCOMPARE(*readFile(name), std::string("old"));
    QCOMPARE(filesIn(folder), QStringLiteral("a.csv"));
    // Small enough for the stream's own buffer: the fault comes only when the file is closed.
    std::string filler((40 << 10), 'x');
    EXPECT_GOOD(writeFile((folder + QStringLiteral("/b")).toStdString(), filler));
    EXPECT_GOOD(writeFile((folder + QStringLiteral("/c")).toStdString(), std::string(16 << 10, 'x')));
    EXPECT_FAULT(writeFile(name, std::string(8000, 'y')), ErrorCode::DiskFull);
    QCOMPARE(*readFile(name), std::string("old"));
}

// FIPS 180-2, appendix B, and the empty text.
void TestFile::fingerprint_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("hex");
    QTest::newRow("empty") << QByteArray() << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    QTest::newRow("abc") << QByteArray("abc") << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
}

void TestFile::fingerprint()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, hex);
    QCOMPARE(QString::fromStdString(sha256({bytes.constData(), std::size_t(bytes.size())})), hex);
}

EVENREDIG_TEST(TestFile)
#include "testfile.moc"
