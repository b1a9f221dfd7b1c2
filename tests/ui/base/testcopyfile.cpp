// A named copy: whole or not at all.
#include "testroom.h"
#include "ui/base/copyfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace evenredig;

class TestCopyFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesEveryByte();
    void replacesAnOlderCopy();
    void refusesItself();
    void aCancelLeavesWhatWasThere();
    void saysWhatIsMissing();
    void saysWhatCannotBeWritten();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    static void write(const QString &path, const QByteArray &bytes);
    [[nodiscard]] static QByteArray read(const QString &path);
    QTemporaryDir m_folder;
    QByteArray m_bytes;
};

void TestCopyFile::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestCopyFile::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCopyFile::init()
{
    m_bytes = QByteArray(3000001, 'x');
    m_bytes[2999999] = '\0';
    write(file("from"), m_bytes);
    QFile::remove(file("to"));
}

void TestCopyFile::copiesEveryByte()
{
    double last = 0;
    QVERIFY(copyFile(file("from"), file("to"), {{}, [&last](double fraction) { last = fraction; }}).has_value());
    QVERIFY(read(file("to")) == m_bytes);
    QCOMPARE(last, 1.0);
}

void TestCopyFile::replacesAnOlderCopy()
{
    write(file("to"), "old");
    QVERIFY(copyFile(file("from"), file("to"), {}).has_value());
    QVERIFY(read(file("to")) == m_bytes);
}

void TestCopyFile::refusesItself()
{
    const Result<void> copied = copyFile(file("from"), m_folder.path() + "/./from", {});
    QCOMPARE(copied.error().code, ErrorCode::FileExists);
    QVERIFY(read(file("from")) == m_bytes);
}

void TestCopyFile::aCancelLeavesWhatWasThere()
{
    write(file("to"), "old");
    std::stop_source stop;
    const Progress progress{stop.get_token(), [&stop](double) { stop.request_stop(); }};
    QCOMPARE(copyFile(file("from"), file("to"), progress).error().code, ErrorCode::Cancelled);
    QCOMPARE(read(file("to")), QByteArray("old"));
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 2);
}

void TestCopyFile::saysWhatIsMissing()
{
    const Result<void> copied = copyFile(file("nowhere"), file("to"), {});
    QCOMPARE(copied.error().code, ErrorCode::FileUnreadable);
    QVERIFY(!QFile::exists(file("to")));
}

void TestCopyFile::saysWhatCannotBeWritten()
{
    QCOMPARE(copyFile(file("from"), file("no/such/folder/to"), {}).error().code, ErrorCode::FileUnwritable);
}

EVENREDIG_TEST(TestCopyFile)
#include "testcopyfile.moc"
