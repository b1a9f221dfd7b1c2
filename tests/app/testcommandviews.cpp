// `answer` and `export` of a view, CSV for a spreadsheet and workbooks, driven from outside.
#include "app/samplefolder.h"
#include "core/output/xlsxtest.h"
#include "testroom.h"

#include <QImage>

using namespace evenredig::programtest;
using evenredig::outputtest::readBook;
using evenredig::outputtest::textOf;

class TestCommandViews : public QObject, private SampleFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeSample(); }
    void spreadsheetCsv_data();
    void spreadsheetCsv();
    void workbook_data();
    void workbook();
    void viewAndQuestionAreOneAnswer();
    void languageOfTheView();
    void sizeOfTheView();
    void orderOfTheView();

private:
    /// The path of a new view of the gap, or of another question, with more keys.
    [[nodiscard]] QString view(const QString &name, const QByteArray &more, const QByteArray &asked = gapQuestion) const
    {
        const QString file = path(name + QStringLiteral(".view.json"));
        const QByteArray bytes = R"({"evenredig": "view/1", )" + more + R"("question": )" + asked + "}";
        return write(file, bytes) ? file : QString();
    }
    [[nodiscard]] Run answer(const QString &asked, const QStringList &more = {}) const
    {
        return run(QStringList{QStringLiteral("answer"), m_sample, asked} + more);
    }
    [[nodiscard]] QSize exported(const QString &asked, const QStringList &more = {}) const
    {
        const QString file = path(QStringLiteral("size.png"));
        const Run done = run(QStringList{QStringLiteral("export"), m_sample, asked, QStringLiteral("--to"), file,
                                         QStringLiteral("--dpi"), QStringLiteral("254")}
                             + more);
        const QSize size = QImage(file).size();
        QFile::remove(file);
        return done.exit == 0 ? size : QSize();
    }
};

namespace {

const QStringList spreadsheet{QStringLiteral("--as"), QStringLiteral("csv"), QStringLiteral("--csv"),
                              QStringLiteral("spreadsheet")};
const QStringList english{QStringLiteral("--lang"), QStringLiteral("en")};

} // namespace

void TestCommandViews::spreadsheetCsv_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("nl") << "nl" << QByteArray("soort rij;indicator;herkomst;")
                        << QByteArray("periode;Geregistreerde verdachten;Marokko;totaal;2005;");
    QTest::newRow("en") << "en" << QByteArray("kind of row;indicator;origin;")
                        << QByteArray("period;Registered suspects;Morocco;total;2005;");
}

void TestCommandViews::spreadsheetCsv()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, line);
    const QStringList in{QStringLiteral("--lang"), language};
    const Run result = answer(m_gap, spreadsheet + in);
    EXPECT_DONE(result);
    QVERIFY2(result.out.startsWith("\xEF\xBB\xBF" + head), result.out.left(80).constData());
    QVERIFY2(result.out.contains("\r\n" + line), result.out.constData());
    QVERIFY2(result.out.contains(";7,4;") && !result.out.contains("0,074") && !result.out.contains("7.4"),
             result.out.constData());
    const QString file = path(QStringLiteral("spreadsheet.csv"));
    EXPECT_DONE(run(QStringList{QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), file,
                                QStringLiteral("--csv"), QStringLiteral("spreadsheet")}
                    + in));
    QCOMPARE(bytesOf(file), result.out);
    QVERIFY(QFile::remove(file));
    const Run coded = answer(m_gap, {QStringLiteral("--as"), QStringLiteral("csv")});
    QCOMPARE(result.out.count('\n'), coded.out.count('\n')); // the same lines
    QCOMPARE(
        answer(m_gap, {QStringLiteral("--as"), QStringLiteral("csv"), QStringLiteral("--csv"), QStringLiteral("coded")})
            .out,
        coded.out);
}

void TestCommandViews::workbook_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<QString>("group");
    QTest::newRow("nl") << "nl"
                        << "Figuur"
                        << "Marokko";
    QTest::newRow("en") << "en"
                        << "Figure"
                        << "Morocco";
}

void TestCommandViews::workbook()
{
    QFETCH(QString, language);
    QFETCH(QString, sheet);
    QFETCH(QString, group);
    const QString file = path(QStringLiteral("book.XLSX"));
    EXPECT_DONE(run(
        {QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), file, QStringLiteral("--lang"), language}));
    QVERIFY(bytesOf(file).startsWith("PK"));
    const auto book = readBook(file);
    QVERIFY(QFile::remove(file));
    EXPECT_BOOK(book);
    QCOMPARE(book->part(0).value(QStringLiteral("name")).toString(), sheet);
    QStringList first;
    for (const QList<QJsonObject> &row : book->rows(0))
        first << textOf(row[0]);
    QVERIFY2(first.contains(group), qPrintable(first.join(u'|')));
    QVERIFY(first.last().startsWith(QStringLiteral("EV-")));
    QVERIFY(book->property("comments").contains(QStringLiteral("\"safety.suspects\"")));
}

void TestCommandViews::viewAndQuestionAreOneAnswer()
{
    const QString file = view(QStringLiteral("plain"), {});
    for (const char *as : {"table", "csv", "json"}) {
        const QStringList form{QStringLiteral("--as"), QString::fromLatin1(as)};
        const Run result = answer(file, form);
        EXPECT_DONE(result);
        QCOMPARE(result.out, answer(m_gap, form).out);
    }
    const Run piped = run({QStringLiteral("answer"), m_sample, QStringLiteral("-")}, bytesOf(file));
    QCOMPARE(piped.out, answer(m_gap).out);
}

void TestCommandViews::languageOfTheView()
{
    const QString file = view(QStringLiteral("english"), R"("lang": "en", )");
    QCOMPARE(answer(file).out, answer(m_gap, english).out);
    QCOMPARE(answer(file, spreadsheet).out, answer(m_gap, spreadsheet + english).out);
    QCOMPARE(answer(file, {QStringLiteral("--lang"), QStringLiteral("nl")}).out, answer(m_gap).out); // the command wins
    const Run marks = answer(view(QStringLiteral("marks"), R"("lang": "en", "number_format": "nl", )"));
    EXPECT_DONE(marks);
    QVERIFY(marks.out.contains("Morocco") && marks.out.contains("3,7") && !marks.out.contains("3.7"));
}

void TestCommandViews::sizeOfTheView()
{
    const QString file = view(QStringLiteral("size"), R"("size": {"width": 150, "height": 120}, )");
    QCOMPARE(exported(file), QSize(1500, 1200));
    QCOMPARE(exported(file, {QStringLiteral("--width"), QStringLiteral("170")}), QSize(1700, 1200));
    QCOMPARE(exported(file, {QStringLiteral("--height"), QStringLiteral("130mm")}), QSize(1500, 1300));
    QCOMPARE(exported(m_gap).width(), 1600);
}

// The order by value is of a level that is not sensitive.
void TestCommandViews::orderOfTheView()
{
    const QByteArray level = R"({"evenredig": "question/1", "ask": "level", "indicator": "income.independent"})";
    const QString plain = view(QStringLiteral("fixed"), {}, level),
                  ordered = view(QStringLiteral("ordered"), R"("order": "value", )", level);
    const Run fixed = answer(plain), byValue = answer(ordered);
    EXPECT_DONE(fixed);
    EXPECT_DONE(byValue);
    QVERIFY2(byValue.out.contains("Volgorde: naar waarde") && !fixed.out.contains("Volgorde: naar waarde"),
             byValue.out.constData());
    const QString picture = path(QStringLiteral("colour.png"));
    QList<QByteArray> pictures;
    for (const QString &file : {plain, view(QStringLiteral("colour"), R"("emphasis": ["turkish"], )", level)}) {
        EXPECT_DONE(run({QStringLiteral("export"), m_sample, file, QStringLiteral("--to"), picture}));
        pictures << bytesOf(picture);
        QVERIFY(QFile::remove(picture));
    }
    QVERIFY(pictures[0] != pictures[1]);
}

EVENREDIG_TEST(TestCommandViews)
#include "testcommandviews.moc"
