// What the command line says when it cannot do what is asked: exit 1, one sentence, and no file touched.
#include "app/samplefolder.h"
#include "testroom.h"

using namespace evenredig::programtest;

class TestCommandFaults : public QObject, private SampleFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void workspaces_data();
    void workspaces() { refused(); }
    void imports_data();
    void imports() { refused(); }
    void questions_data();
    void questions() { refused(); }
    void exports_data();
    void exports() { refused(); }
    void others_data();
    void others() { refused(); }

private:
    void addColumns();
    void row(const QByteArray &name, const QString &line, const QByteArray &said, const QByteArray &input = {}) const;
    void refused();
};

namespace {

QByteArray asked(const QByteArray &rest)
{
    return R"({"evenredig": "question/1", )" + rest + "}";
}

} // namespace

void TestCommandFaults::initTestCase()
{
    makeSample();
    const QByteArray png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1", 20);
    const QByteArray recipe = bytesOf(
        QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/recipes/statline-37296ned.recipe.json"));
    const QByteArray whole = bytesOf(m_sample);
    QVERIFY(write(path(QStringLiteral("empty.evenredig")), {}) && write(path(QStringLiteral("png.evenredig")), png));
    QVERIFY(write(path(QStringLiteral("half.evenredig")), whole.left(whole.size() / 2))
            && write(path(QStringLiteral("head.evenredig")), whole.left(100)));
    QVERIFY(write(path(QStringLiteral("png.csv")), png) && write(path(QStringLiteral("empty.csv")), {})
            && write(path(QStringLiteral("head.csv")), "\"Perioden\"\n"));
    QVERIFY(write(path(QStringLiteral("good.recipe.json")), recipe));
    QVERIFY(write(path(QStringLiteral("odd.recipe.json")),
                  QByteArray(recipe).replace("\"columns\":", "\"colums\": [], \"columns\":")));
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder.csv")));
}

void TestCommandFaults::addColumns()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("said");
}

void TestCommandFaults::row(const QByteArray &name, const QString &line, const QByteArray &said,
                            const QByteArray &input) const
{
    QTest::newRow(name.constData()) << words(line) << input << said;
}

void TestCommandFaults::workspaces_data()
{
    addColumns();
    for (const char *command : {"describe %1", "check %1", "answer %1 Q", "export %1 Q --to @out.csv",
                                "import @png.csv --recipe @good.recipe.json --into %1"}) {
        const QString line = QString::fromLatin1(command);
        const QByteArray name = line.section(u' ', 0, 0).toLatin1() + ": ";
        row(name + "no workspace", line.arg(QStringLiteral("@none.evenredig")), "none.evenredig bestaat niet");
        row(name + "empty file", line.arg(QStringLiteral("@empty.evenredig")), "empty.evenredig is geen werkbestand");
        row(name + "picture", line.arg(QStringLiteral("@png.evenredig")), "png.evenredig is geen werkbestand");
        row(name + "truncated", line.arg(QStringLiteral("@half.evenredig")), "half.evenredig is beschadigd");
        row(name + "only the head", line.arg(QStringLiteral("@head.evenredig")), "head.evenredig");
        row(name + "folder", line.arg(QStringLiteral("@folder.csv")), "folder.csv");
    }
}

void TestCommandFaults::imports_data()
{
    addColumns();
    const QString import = QStringLiteral("import %1 --into WS --recipe %2");
    const QString good = QStringLiteral("@good.recipe.json");
    row("picture", import.arg(QStringLiteral("@png.csv"), good), "png.csv is geen tekstbestand");
    row("empty", import.arg(QStringLiteral("@empty.csv"), good), "empty.csv is leeg");
    row("column missing", import.arg(QStringLiteral("@head.csv"), good), "head.csv");
    row("column missing, in English", import.arg(QStringLiteral("@head.csv"), good) + QStringLiteral(" --lang en"),
        "there is, for example");
    row("column missing, what there is", import.arg(QStringLiteral("@head.csv"), good), "wel bijvoorbeeld");
#ifdef Q_OS_UNIX
    row("device without end", import.arg(QStringLiteral("/dev/zero"), good), "/dev/zero kan niet worden gelezen");
#endif
    row("no source", import.arg(QStringLiteral("@none.csv"), good), "none.csv bestaat niet");
    row("folder", import.arg(QStringLiteral("@folder.csv"), good), "folder.csv");
    row("unknown key", import.arg(QStringLiteral("@png.csv"), QStringLiteral("@odd.recipe.json")), "/colums");
    row("no such recipe", import.arg(QStringLiteral("@png.csv"), QStringLiteral("@none.recipe.json")),
        "none.recipe.json bestaat niet");
    row("question as recipe", import.arg(QStringLiteral("@png.csv"), QStringLiteral("Q")), "recipe/1");
    row("without recipe", QStringLiteral("import @png.csv --into WS"), "--recipe");
}

void TestCommandFaults::questions_data()
{
    addColumns();
    const QString answer = QStringLiteral("answer WS -");
    row("no file", QStringLiteral("answer WS @none.question.json"), "none.question.json bestaat niet");
    row("folder", QStringLiteral("answer WS @folder.csv"), "folder.csv");
    row("picture", QStringLiteral("answer WS @png.csv"), "png.csv");
    row("recipe", QStringLiteral("answer WS @good.recipe.json"), "question/1");
    row("nothing", answer, "-, regel 1, kolom 1");
    row("unknown key", answer, "origins", asked(R"("ask": "level", "indicator": "income.low", "orgins": [])"));
    row("two lines", answer, "regel 2", "{\n\"evenredig\": }");
    row("unknown indicator", answer, "safety.suspects", asked(R"("ask": "level", "indicator": "safety.suspect")"));
    row("unknown origin", answer, "belgian",
        asked(R"("ask": "level", "indicator": "safety.suspects", "origins": ["belgian"])"));
    row("no such period", answer, "1950",
        asked(R"("ask": "level", "indicator": "safety.suspects", "periods": ["1950"])"));
    row("no period", answer, "2016/18",
        asked(R"("ask": "level", "indicator": "safety.suspects", "periods": ["2016/18"])"));
    row("confidence", answer, "/confidence",
        asked(R"("ask": "level", "indicator": "safety.suspects", "confidence": 95)"));
    row("cannot be answered", QStringLiteral("answer WS - --lang en"), "cannot be answered",
        asked(R"("ask": "paradox", "indicator": "safety.suspects")"));
    row("deep", answer, "64", QByteArray(100000, '['));
    row("in English", QStringLiteral("answer @none.evenredig Q --lang en"), "does not exist");
    const QByteArray view = R"({"evenredig": "view/1", "question": )"
                            + asked(R"("ask": "level", "indicator": "safety.suspects")");
    row("view: unknown key", answer, "emphasise", view + R"(, "emphasise": []})");
    row("view: unknown origin in colour", answer, "turkis", view + R"(, "emphasis": ["turkis"]})");
    row("view: a question without its format", answer, "question/1",
        R"({"evenredig": "view/1", "question": {"ask": "level"}})");
}

void TestCommandFaults::exports_data()
{
    addColumns();
    const QString out = QStringLiteral("export WS Q --to @out.");
    row("no ending", QStringLiteral("export WS Q --to @out"), ".png, .svg, .pdf");
    row("ending", out + QStringLiteral("docx"), ".png, .svg, .pdf");
    row("nearly", out + QStringLiteral("png.txt"), ".png, .svg, .pdf");
    for (const char *width :
         {"abc", "mm", "16cm", "0", "-5", "0mm", "nan", "inf", "1e9mm", "39mm", "421mm", "160mm mm"}) {
        QStringList arguments = words(out + QStringLiteral("png"));
        arguments << QStringLiteral("--width=") + QString::fromLatin1(width);
        QTest::addRow("width %s", width) << arguments << QByteArray() << QByteArray("De maat ");
    }
    row("height", out + QStringLiteral("svg --height abc"), "De maat abc");
    row("too low for the figure", out + QStringLiteral("pdf --height 5mm"), "minstens ");
    row("view too narrow", QStringLiteral("export WS - --to @out.png"), "De maat ",
        R"({"evenredig": "view/1", "size": {"width": 20}, "question": )"
            + asked(R"("ask": "level", "indicator": "safety.suspects")") + "}");
    row("no such folder", QStringLiteral("export WS Q --to @none/out.csv"), "out.csv");
    row("no such folder, workbook", QStringLiteral("export WS Q --to @none/out.xlsx"), "out.xlsx");
    row("a folder of that name", QStringLiteral("export WS Q --to @folder.csv"), "folder.csv");
}

void TestCommandFaults::others_data()
{
    addColumns();
    row("new: no such folder", QStringLiteral("new @none/a.evenredig"), "a.evenredig");
    row("new: over a folder", QStringLiteral("new @folder.csv"), "folder.csv bestaat al");
    row("define: no file", QStringLiteral("define @none.json --into WS"), "none.json bestaat niet");
}

// Exit 1: one line on standard error, nothing on standard output, and no file touched, made or left behind.
void TestCommandFaults::refused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, said);
    const QStringList before = stateOf(m_folder.path());
    const Run result = run(arguments, input);
    QVERIFY2(result.exit == 1, result.err.constData());
    QVERIFY2(result.err.startsWith("evenredig: ") && result.err.count('\n') == 1 && result.err.endsWith('\n'),
             result.err.constData());
    QVERIFY2(result.err.contains(said), result.err.constData());
    for (const char *unfilled : {"{file}", "{reason}", "{value}", "{nearest}", "{known}", "{expected}", "‹", ".part"})
        QVERIFY2(!result.err.contains(unfilled), result.err.constData());
    QVERIFY2(result.out.isEmpty(), result.out.constData());
    QCOMPARE(stateOf(m_folder.path()), before);
    QVERIFY(!QFile::exists(path(QStringLiteral("none"))));
}

EVENREDIG_TEST(TestCommandFaults)
#include "testcommandfaults.moc"
