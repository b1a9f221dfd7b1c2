// The command line, driven from outside: what it prints and writes, its exit status, and what it leaves alone.
#include "app/programtest.h"

#include <QImage>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace evenredig::programtest;

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helpAndVersion_data();
    void helpAndVersion();
    void newWorkspace();
    void newNeverReplaces();
    void sampleIsWhole();
    void describe();
    void check();
    void checkFindsDamage();
    void answerAsTable();
    void answerAsCsvAndJson();
    void standardInput();
    void suspectsNumbers();
    void exportPicture();
    void exportVectors();
    void exportSizes_data();
    void exportSizes();
    void exportData();
    void exportReplacesAFile();
    void nothingIsWrittenToTheWorkspace_data();
    void nothingIsWrittenToTheWorkspace();
    void import37296ned();
    void numbers37296ned_data();
    void numbers37296ned();
    void importTwice();
    void define();
    void defineRefuses_data();
    void defineRefuses();
    void labelsAreLiteral();
    void failures_data();
    void failures();
    void wrongCommandLines_data();
    void wrongCommandLines();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString question(const QString &name, const QByteArray &rest);

    QTemporaryDir m_folder;
    QString m_sample, m_gap, m_statline;
};

namespace {

const QByteArray gapQuestion = R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects",
    "origins": ["moroccan", "surinamese", "turkish"], "periods": ["2005", "2017"], "reference": "none_background"})";
const QString odd = QStringLiteral("n < 50 & <img src=x>");

// An object of the catalogue's own file, to change and define anew.
QJsonObject catalogueIndicator(const QString &id)
{
    for (const QJsonValue &value :
         json(bytesOf(QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/catalogue/indicators.json")))
             .value(QStringLiteral("indicators"))
             .toArray()) {
        if (value.toObject().value(QStringLiteral("id")).toString() == id)
            return value.toObject();
    }
    return {};
}

QByteArray definitions(const QJsonArray &indicators)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("evenredig"), QStringLiteral("indicators/1")},
                                     {QStringLiteral("indicators"), indicators}})
        .toJson();
}

QJsonObject bothLanguages(const QString &text)
{
    return {{QStringLiteral("nl"), text}, {QStringLiteral("en"), text}};
}

// What an SVG says: its drawn texts in order, joined by blanks (a long line is drawn in parts).
struct Svg {
    bool wellFormed = false;
    QString title, description, drawn;
    QString width, height;
};

Svg readSvg(const QByteArray &bytes)
{
    Svg svg;
    QXmlStreamReader reader(bytes);
    QStringList drawn;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        if (name == QStringLiteral("svg")) {
            svg.width = reader.attributes().value(QStringLiteral("width")).toString();
            svg.height = reader.attributes().value(QStringLiteral("height")).toString();
        } else if (name == QStringLiteral("title") && svg.title.isEmpty()) {
            svg.title = reader.readElementText();
        } else if (name == QStringLiteral("desc") && svg.description.isEmpty()) {
            svg.description = reader.readElementText();
        } else if (name == QStringLiteral("text")) {
            drawn << reader.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
        }
    }
    svg.wellFormed = !reader.hasError();
    svg.drawn = drawn.join(u' ');
    return svg;
}

} // namespace

QString TestCommandLine::question(const QString &name, const QByteArray &rest)
{
    const QString file = path(name + QStringLiteral(".question.json"));
    return write(file, R"({"evenredig": "question/1", )" + rest + "}") ? file : QString();
}

void TestCommandLine::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_sample = path(QStringLiteral("voorbeeld.evenredig"));
    m_gap = path(QStringLiteral("gap.question.json"));
    m_statline = path(QStringLiteral("statline.evenredig"));
    QVERIFY(write(m_gap, gapQuestion));
    const Run made = run({QStringLiteral("new"), m_sample, QStringLiteral("--sample")});
    EXPECT_DONE(made);
    QVERIFY(made.out.isEmpty());
    QVERIFY(QFileInfo(m_sample).size() > 50000);
}

void TestCommandLine::helpAndVersion_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("--version") << QStringList{QStringLiteral("--version")} << QByteArray("evenredig 0.1.0\n");
    QTest::newRow("--help") << QStringList{QStringLiteral("--help")} << QByteArray("export");
    for (const char *command : {"new", "import", "define", "describe", "check", "answer", "export"})
        QTest::newRow(command) << QStringList{QString::fromLatin1(command), QStringLiteral("--help")}
                               << QByteArray(command);
}

void TestCommandLine::helpAndVersion()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Run result = run(arguments);
    EXPECT_DONE(result);
    QVERIFY2(result.out.contains(said), result.out.constData());
    if (arguments[0] == QStringLiteral("--version"))
        QCOMPARE(result.out, said);
}

void TestCommandLine::newWorkspace()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("Één twee.evenredig"));
    const Run made = run({QStringLiteral("new"), file});
    EXPECT_DONE(made);
    QVERIFY(made.out.isEmpty());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("Één twee.evenredig")}); // no journal, no .part
    EXPECT_DONE(run({QStringLiteral("check"), file}));
    const QJsonObject described = json(run({QStringLiteral("describe"), file, QStringLiteral("--json")}).out);
    QVERIFY(described.value(QStringLiteral("datasets")).toArray().isEmpty());
    QVERIFY(described.value(QStringLiteral("indicators")).isArray());
}

void TestCommandLine::newNeverReplaces()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("notes.evenredig"));
    QVERIFY(write(file, "not even a workspace"));
    for (const QStringList &more : {QStringList{}, QStringList{QStringLiteral("--sample")}}) {
        const Run refused = run(QStringList{QStringLiteral("new"), file} + more);
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains("bestaat al"), refused.err.constData());
        QCOMPARE(bytesOf(file), QByteArray("not even a workspace"));
    }
}

void TestCommandLine::sampleIsWhole()
{
    const QJsonObject described = json(run({QStringLiteral("describe"), m_sample, QStringLiteral("--json")}).out);
    QCOMPARE(described.value(QStringLiteral("evenredig")).toString(), QStringLiteral("description/1"));
    int figures = 0;
    for (const QJsonValue &value : described.value(QStringLiteral("datasets")).toArray()) {
        const QJsonObject set = value.toObject();
        QCOMPARE(set.value(QStringLiteral("rows_read")).toInt(),
                 set.value(QStringLiteral("rows_kept")).toInt() + set.value(QStringLiteral("rows_set_aside")).toInt());
        QVERIFY(!set.value(QStringLiteral("source")).toObject().value(QStringLiteral("nl")).toString().isEmpty());
        QCOMPARE(set.value(QStringLiteral("sha256")).toString().size(), 64);
        figures += set.value(QStringLiteral("figures")).toInt();
    }
    int covered = 0;
    for (const QJsonValue &value : described.value(QStringLiteral("indicators")).toArray()) {
        QVERIFY(!value.toObject().value(QStringLiteral("periods")).toArray().isEmpty());
        covered += value.toObject().value(QStringLiteral("figures")).toInt();
    }
    QVERIFY(figures > 100);
    QCOMPARE(covered, figures); // every figure belongs to an indicator
}

void TestCommandLine::describe()
{
    const Run dutch = run({QStringLiteral("describe"), m_sample});
    const Run english = run({QStringLiteral("describe"), m_sample, QStringLiteral("--lang"), QStringLiteral("en")});
    EXPECT_DONE(dutch);
    EXPECT_DONE(english);
    QVERIFY(dutch.out.contains("safety.suspects: Geregistreerde verdachten;"));
    QVERIFY(english.out.contains("safety.suspects: Registered suspects;"));
    QVERIFY(dutch.out.contains("rijen gelezen") && !english.out.contains("rijen gelezen"));
    QCOMPARE(dutch.out.count('\n'), english.out.count('\n'));
    for (const Run &one : {dutch, english})
        QVERIFY2(!one.out.contains('{') && !one.out.contains("‹"), one.out.constData());
}

void TestCommandLine::check()
{
    const Run sound = run({QStringLiteral("check"), m_sample});
    EXPECT_DONE(sound);
    QCOMPARE(sound.out.count('\n'), 1);
    QVERIFY(sound.out.contains(m_sample.toUtf8()));
    const QJsonObject report = json(run({QStringLiteral("check"), m_sample, QStringLiteral("--json")}).out);
    QCOMPARE(report.value(QStringLiteral("evenredig")).toString(), QStringLiteral("check/1"));
    QCOMPARE(report.value(QStringLiteral("sound")).toBool(false), true);
    QVERIFY(report.value(QStringLiteral("faults")).isArray()
            && report.value(QStringLiteral("faults")).toArray().isEmpty());
}

// Bytes turned in the pages behind the first ones: every one of these is either found or harmless to what is read.
void TestCommandLine::checkFindsDamage()
{
    const QByteArray whole = bytesOf(m_sample);
    const QString damaged = path(QStringLiteral("damaged.evenredig"));
    int found = 0;
    for (const int page : {2, 5, 9}) {
        QByteArray bytes = whole;
        for (int i = 0; i < 64; ++i)
            bytes[page * 8192 + i] = static_cast<char>(~bytes[page * 8192 + i]);
        QVERIFY(write(damaged, bytes));
        const Run result = run({QStringLiteral("check"), damaged});
        QVERIFY2(result.exit == 0 || result.exit == 1, result.err.constData());
        if (result.exit == 1) {
            ++found;
            QCOMPARE(result.err.count('\n'), 1);
        }
        QCOMPARE(bytesOf(damaged), bytes);
    }
    QVERIFY(QFile::remove(damaged));
    QCOMPARE(found, 3);
}

void TestCommandLine::answerAsTable()
{
    const Run dutch = run({QStringLiteral("answer"), m_sample, m_gap});
    const Run english = run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), QStringLiteral("table"),
                             QStringLiteral("--lang"), QStringLiteral("en")});
    EXPECT_DONE(dutch);
    EXPECT_DONE(english);
    QVERIFY(dutch.out.contains("Marokko") && dutch.out.contains("3,7") && !dutch.out.contains("3.7"));
    QVERIFY(english.out.contains("Morocco") && english.out.contains("3.7") && !english.out.contains("3,7"));
    QVERIFY(dutch.out.contains("zonder migratieachtergrond") && english.out.contains("without a migration background"));
    // The code is that of question and data, whatever the language.
    static const QRegularExpression code(QStringLiteral("EV-[0-9A-F]{4}-[0-9A-F]{4}"));
    const QString printed = code.match(QString::fromUtf8(dutch.out)).captured();
    QVERIFY(!printed.isEmpty());
    QCOMPARE(code.match(QString::fromUtf8(english.out)).captured(), printed);
}

void TestCommandLine::answerAsCsvAndJson()
{
    for (const char *form : {"csv", "json"}) {
        const QString as = QString::fromLatin1(form);
        const Run dutch = run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), as});
        const Run english = run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), as,
                                 QStringLiteral("--lang"), QStringLiteral("en")});
        EXPECT_DONE(dutch);
        QCOMPARE(english.out, dutch.out); // files carry codes and both languages
        QVERIFY(dutch.out.contains("moroccan"));
        if (as == QStringLiteral("csv")) {
            QVERIFY(dutch.out.startsWith("\xEF\xBB\xBForigin,generation,period,dataset,estimate,value,"));
            QVERIFY(dutch.out.contains("moroccan,total,2005,") && dutch.out.contains(",0.074,")
                    && dutch.out.contains("\r\n"));
        } else {
            QCOMPARE(json(dutch.out).value(QStringLiteral("evenredig")).toString(), QStringLiteral("answer/1"));
            QCOMPARE(json(dutch.out).value(QStringLiteral("question")).toObject(), json(gapQuestion));
        }
    }
}

void TestCommandLine::standardInput()
{
    for (const char *as : {"table", "csv", "json"}) {
        const QStringList form{QStringLiteral("--as"), QString::fromLatin1(as)};
        const Run piped = run(QStringList{QStringLiteral("answer"), m_sample, QStringLiteral("-")} + form, gapQuestion);
        EXPECT_DONE(piped);
        QCOMPARE(piped.out, run(QStringList{QStringLiteral("answer"), m_sample, m_gap} + form).out);
    }
    const QString file = path(QStringLiteral("piped.csv"));
    EXPECT_DONE(
        run({QStringLiteral("export"), m_sample, QStringLiteral("-"), QStringLiteral("--to"), file}, gapQuestion));
    QVERIFY(bytesOf(file).contains("moroccan"));
    QVERIFY(QFile::remove(file));
}

// README.md beside the data, "Suspects".
void TestCommandLine::suspectsNumbers()
{
    const QJsonObject answer = json(
        run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), QStringLiteral("json")}).out);
    const auto tenth = [](double number) { return QString::number(number, 'f', 1); };
    const QJsonObject first = rowOf(answer, QStringLiteral("moroccan"), QStringLiteral("total"),
                                    QStringLiteral("2005"));
    const QJsonObject last = rowOf(answer, QStringLiteral("moroccan"), QStringLiteral("total"), QStringLiteral("2017"));
    QCOMPARE(numberOf(first, "value"), 0.074);
    QCOMPARE(numberOf(first, "reference"), 0.015);
    QCOMPARE(numberOf(first, "gap"), 0.059);
    QCOMPARE(numberOf(last, "value"), 0.037);
    QCOMPARE(numberOf(last, "reference"), 0.007);
    QCOMPARE(numberOf(last, "gap"), 0.03);
    QCOMPARE(tenth(numberOf(first, "ratio")) + u' ' + tenth(numberOf(first, "ratio", "low")) + u' '
                 + tenth(numberOf(first, "ratio", "high")),
             QStringLiteral("4.9 4.7 5.1"));
    QCOMPARE(tenth(numberOf(last, "ratio")) + u' ' + tenth(numberOf(last, "ratio", "low")) + u' '
                 + tenth(numberOf(last, "ratio", "high")),
             QStringLiteral("5.3 4.9 5.8"));
    QJsonObject change;
    for (const QJsonValue &value : answer.value(QStringLiteral("rows")).toArray()) {
        if (value.toObject().value(QStringLiteral("row")).toString() == QStringLiteral("change")
            && value.toObject().value(QStringLiteral("origin")).toString() == QStringLiteral("moroccan"))
            change = value.toObject();
    }
    QCOMPARE(numberOf(change, "gap_change"), -0.029);
    QCOMPARE(change.value(QStringLiteral("verdict")).toString(), QStringLiteral("smaller"));
    QVERIFY(numberOf(change, "ratio_change", "low") < 0 && numberOf(change, "ratio_change", "high") > 0);
}

void TestCommandLine::exportPicture()
{
    const QString file = path(QStringLiteral("figure.png"));
    EXPECT_DONE(run({QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), file}));
    const QImage image(file);
    QCOMPARE(image.width(), qRound(160 / 25.4 * 300));
    QCOMPARE(image.dotsPerMeterX(), qRound(300 / 0.0254));
    QVERIFY(image.text(QStringLiteral("Description")).contains(QStringLiteral("Marokko")));
    int ink = 0;
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 7)
            ink += image.pixel(x, y) != qRgb(255, 255, 255) ? 1 : 0;
    }
    QVERIFY(ink > 200); // something is drawn
    const QByteArray once = bytesOf(file);
    EXPECT_DONE(run({QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), file, QStringLiteral("--lang"),
                     QStringLiteral("en")}));
    QVERIFY(QImage(file).text(QStringLiteral("Description")).contains(QStringLiteral("Morocco")));
    QVERIFY(bytesOf(file) != once);
    QVERIFY(QFile::remove(file));
}

void TestCommandLine::exportVectors()
{
    const QString svgFile = path(QStringLiteral("figure.svg")),
                  pdfFile = path(QStringLiteral("figure.PDF")); // the case of an ending does not count
    EXPECT_DONE(run({QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), svgFile}));
    const Svg svg = readSvg(bytesOf(svgFile));
    QVERIFY(svg.wellFormed);
    QCOMPARE(svg.width, QStringLiteral("160mm"));
    QVERIFY2(svg.drawn.contains(QStringLiteral("Marokko")) && svg.drawn.contains(QStringLiteral("EV-")),
             qPrintable(svg.drawn));
    QVERIFY(svg.description.contains(QStringLiteral("Marokko")));
    EXPECT_DONE(run({QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), pdfFile,
                     QStringLiteral("--width"), QStringLiteral("127mm")}));
    const QByteArray pdf = bytesOf(pdfFile);
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    static const QRegularExpression page(QStringLiteral("/MediaBox \\[ ?0 [0-9.]+ 360 "));
    QVERIFY(QString::fromLatin1(pdf).contains(page)); // 127 mm are 360 points
    QVERIFY(QFile::remove(svgFile) && QFile::remove(pdfFile));
}

void TestCommandLine::exportSizes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height"); // 0: as the figure wants it
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
    QTest::newRow("width") << list("--width 100mm") << qRound(100 / 25.4 * 300) << 0;
    QTest::newRow("width without mm") << list("--width 100") << qRound(100 / 25.4 * 300) << 0;
    QTest::newRow("fraction") << list("--width 127.5mm --height 120.5mm --dpi 100") << qRound(127.5 / 25.4 * 100)
                              << qRound(120.5 / 25.4 * 100);
    QTest::newRow("both") << list("--width 160mm --height 110mm --dpi 96") << qRound(160 / 25.4 * 96)
                          << qRound(110 / 25.4 * 96);
    QTest::newRow("dpi") << list("--dpi 72") << qRound(160 / 25.4 * 72) << 0;
}

void TestCommandLine::exportSizes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, width);
    QFETCH(int, height);
    const QString file = path(QStringLiteral("size.png"));
    EXPECT_DONE(run(QStringList{QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), file} + arguments));
    const QImage image(file);
    QVERIFY(QFile::remove(file));
    QCOMPARE(image.width(), width);
    if (height)
        QCOMPARE(image.height(), height);
}

void TestCommandLine::exportData()
{
    for (const char *form : {"csv", "json"}) {
        const QString as = QString::fromLatin1(form), file = path(QStringLiteral("figure.") + as);
        EXPECT_DONE(run({QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), file}));
        QCOMPARE(bytesOf(file),
                 run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), as}).out); // byte for byte
        QVERIFY(bytesOf(file).size() > 1000);
        QVERIFY(QFile::remove(file));
    }
}

void TestCommandLine::exportReplacesAFile()
{
    const QString file = path(QStringLiteral("again.csv"));
    QVERIFY(write(file, QByteArray(1 << 20, 'x')));
    EXPECT_DONE(run({QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), QStringLiteral("again.csv")},
                    {}, m_folder.path()));
    QCOMPARE(bytesOf(file),
             run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), QStringLiteral("csv")}).out);
    QVERIFY(QFile::remove(file));
}

void TestCommandLine::nothingIsWrittenToTheWorkspace_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString out = QStringLiteral("%out%");
    QTest::newRow("describe") << QStringList{QStringLiteral("describe"), m_sample};
    QTest::newRow("check") << QStringList{QStringLiteral("check"), m_sample};
    for (const char *as : {"table", "csv", "json"})
        QTest::addRow("answer %s", as) << QStringList{QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"),
                                                      QString::fromLatin1(as)};
    for (const char *ending : {"png", "svg", "pdf", "csv", "json"})
        QTest::addRow("export %s", ending) << QStringList{QStringLiteral("export"), m_sample, m_gap,
                                                          QStringLiteral("--to"), out + QString::fromLatin1(ending)};
}

void TestCommandLine::nothingIsWrittenToTheWorkspace()
{
    QFETCH(QStringList, arguments);
    QTemporaryDir elsewhere;
    for (QString &argument : arguments)
        argument.replace(QStringLiteral("%out%"), elsewhere.filePath(QStringLiteral("out.")));
    const QStringList before = stateOf(m_folder.path());
    EXPECT_DONE(run(arguments));
    QCOMPARE(stateOf(m_folder.path()), before);
}

void TestCommandLine::import37296ned()
{
    const QString source = QStringLiteral(EVENREDIG_SHARED_DATA
                                          "/statline/37296ned/37296ned_UntypedDataSet_26032024_091942.csv");
    if (!QFile::exists(source))
        QSKIP("the shared data are absent: ../shared/data/statline/37296ned");
    EXPECT_DONE(run({QStringLiteral("new"), m_statline}));
    const Run imported = run({QStringLiteral("import"), source, QStringLiteral("--into"), m_statline,
                              QStringLiteral("--recipe"),
                              QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/recipes/statline-37296ned.recipe.json"),
                              QStringLiteral("--json")});
    EXPECT_DONE(imported);
    const QJsonObject account = json(imported.out);
    QCOMPARE(account.keys(), (QStringList{QStringLiteral("columns"), QStringLiteral("dataset"), QStringLiteral("notes"),
                                          QStringLiteral("rows_kept"), QStringLiteral("rows_read"),
                                          QStringLiteral("rows_set_aside"), QStringLiteral("values_unreadable")}));
    QCOMPARE(account.value(QStringLiteral("dataset")).toString(), QStringLiteral("cbs-37296ned"));
    QCOMPARE(account.value(QStringLiteral("rows_read")).toInt(), 73); // 1950 up to and including 2022
    QCOMPARE(account.value(QStringLiteral("rows_kept")).toInt()
                 + account.value(QStringLiteral("rows_set_aside")).toInt(),
             73);
    QCOMPARE(account.value(QStringLiteral("values_unreadable")).toInt(), 0);
    EXPECT_DONE(run({QStringLiteral("check"), m_statline}));
}

// README.md beside the data, "Numbers that must come out".
void TestCommandLine::numbers37296ned_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QList<int>>("people"); // 1996, 2010, 2020, 2022
    QTest::newRow("Morocco") << "moroccan"
                             << "total" << QList<int>{225088, 349005, 408864, 419272};
    QTest::newRow("Morocco, first") << "moroccan"
                                    << "first" << QList<int>{140572, 167305, 172040, 173279};
    QTest::newRow("Turkey") << "turkish"
                            << "total" << QList<int>{271514, 383957, 416864, 429978};
    QTest::newRow("Suriname") << "surinamese"
                              << "total" << QList<int>{280615, 342279, 356402, 359814};
    QTest::newRow("Antilles and Aruba") << "dutch_caribbean"
                                        << "total" << QList<int>{86824, 138420, 166265, 176912};
    QTest::newRow("Dutch background") << "none_background"
                                      << "total" << QList<int>{12995174, 13215386, 13186880, 13151772};
}

void TestCommandLine::numbers37296ned()
{
    QFETCH(QString, origin);
    QFETCH(QString, generation);
    QFETCH(QList<int>, people);
    if (!QFile::exists(m_statline))
        QSKIP("the shared data are absent: ../shared/data/statline/37296ned");
    const QByteArray asked =
        R"({"evenredig": "question/1", "ask": "level", "indicator": "population.size", "generations": ["total", "first"],
        "origins": ["moroccan", "turkish", "surinamese", "dutch_caribbean", "none_background"], "periods": ["1996", "2010", "2020", "2022"]})";
    const Run answered = run(
        {QStringLiteral("answer"), m_statline, QStringLiteral("-"), QStringLiteral("--as"), QStringLiteral("json")},
        asked);
    EXPECT_DONE(answered);
    const QList<int> years{1996, 2010, 2020, 2022};
    for (qsizetype i = 0; i < years.size(); ++i) {
        const QJsonObject row = rowOf(json(answered.out), origin, generation, QString::number(years[i]));
        QCOMPARE(numberOf(row, "value"), double(people[i]));
        QVERIFY(row.value(QStringLiteral("verdict")).isNull()); // numbers of people are context, never judged
    }
}

void TestCommandLine::importTwice()
{
    if (!QFile::exists(m_statline))
        QSKIP("the shared data are absent: ../shared/data/statline/37296ned");
    const QStringList again{
        QStringLiteral("import"),
        QStringLiteral(EVENREDIG_SHARED_DATA "/statline/37296ned/37296ned_UntypedDataSet_26032024_091942.csv"),
        QStringLiteral("--into"),
        m_statline,
        QStringLiteral("--recipe"),
        QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/recipes/statline-37296ned.recipe.json")};
    const QStringList before = stateOf(m_folder.path());
    const Run refused = run(again);
    QCOMPARE(refused.exit, 1);
    QCOMPARE(refused.err.count('\n'), 1);
    QVERIFY2(refused.err.contains("--replace"), refused.err.constData());
    QVERIFY(refused.out.isEmpty());
    QCOMPARE(stateOf(m_folder.path()), before);
    const Run replaced = run(again + QStringList{QStringLiteral("--replace")});
    EXPECT_DONE(replaced);
    QVERIFY2(replaced.out.contains("73 rijen gelezen"), replaced.out.constData());
    QCOMPARE(json(run({QStringLiteral("describe"), m_statline, QStringLiteral("--json")}).out)
                 .value(QStringLiteral("datasets"))
                 .toArray()
                 .size(),
             1);
}

void TestCommandLine::define()
{
    const QString workspace = path(QStringLiteral("defined.evenredig")),
                  file = path(QStringLiteral("own.indicators.json"));
    QVERIFY(QFile::copy(m_sample, workspace));
    QJsonObject own = catalogueIndicator(QStringLiteral("safety.suspects"));
    QVERIFY(!own.isEmpty());
    own[QStringLiteral("id")] = QStringLiteral("safety.own");
    own[QStringLiteral("label")] = bothLanguages(QStringLiteral("Eigen indicator"));
    QVERIFY(write(file, definitions({own})));
    const Run defined = run({QStringLiteral("define"), file, QStringLiteral("--into"), workspace});
    EXPECT_DONE(defined);
    QVERIFY(defined.out.isEmpty());
    EXPECT_DONE(run({QStringLiteral("check"), workspace}));
    // Known now, but without figures: that is another fault than an unknown one.
    const Run empty = run({QStringLiteral("answer"), workspace, QStringLiteral("-")},
                          R"({"evenredig": "question/1", "ask": "level", "indicator": "safety.own"})");
    QCOMPARE(empty.exit, 1);
    QVERIFY2(empty.err.contains("Eigen indicator"), empty.err.constData());
    const Run unknown = run({QStringLiteral("answer"), m_sample, QStringLiteral("-")},
                            R"({"evenredig": "question/1", "ask": "level", "indicator": "safety.own"})");
    QCOMPARE(unknown.exit, 1);
    QVERIFY2(unknown.err.contains("niet bekend"), unknown.err.constData());
    QVERIFY(QFile::remove(workspace) && QFile::remove(file));
}

void TestCommandLine::defineRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("said");
    const auto changed = [](const char *key, const QJsonValue &value) {
        QJsonObject own = catalogueIndicator(QStringLiteral("safety.suspects"));
        own[QLatin1String(key)] = value;
        return definitions({catalogueIndicator(QStringLiteral("income.low")), own});
    };
    QTest::newRow("unknown key") << changed("lable", 1) << QByteArray("/indicators/1/lable");
    QTest::newRow("unknown unit") << changed("unit", QStringLiteral("points")) << QByteArray("/indicators/1/unit");
    QTest::newRow("unknown domain") << changed("domain", QStringLiteral("crime")) << QByteArray("/indicators/1/domain");
    QTest::newRow("margin in points") << changed("relevance", 2) << QByteArray("/indicators/1/relevance");
    QTest::newRow("label without text") << changed("label", QJsonObject()) << QByteArray("/indicators/1/label");
    QTest::newRow("the same twice") << definitions(
        {catalogueIndicator(QStringLiteral("income.low")), catalogueIndicator(QStringLiteral("income.low"))})
                                    << QByteArray("/indicators/1/id");
    QTest::newRow("a question") << gapQuestion << QByteArray("indicators/1");
    QTest::newRow("half a file") << changed("unit", QStringLiteral("percent")).left(500) << QByteArray("JSON");
    QTest::newRow("empty") << QByteArray() << QByteArray("is leeg");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0", 10) << QByteArray("JSON");
}

void TestCommandLine::defineRefuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, said);
    const QString file = path(QStringLiteral("broken.indicators.json"));
    QVERIFY(write(file, bytes));
    const QStringList before = stateOf(m_folder.path());
    const Run refused = run({QStringLiteral("define"), file, QStringLiteral("--into"), m_sample});
    QCOMPARE(refused.exit, 1);
    QVERIFY(refused.out.isEmpty());
    QCOMPARE(refused.err.count('\n'), 1);
    QVERIFY2(refused.err.contains(said) && refused.err.contains("broken.indicators.json"), refused.err.constData());
    QCOMPARE(stateOf(m_folder.path()), before);
    QVERIFY(QFile::remove(file));
}

// Labels come from outside: everywhere they are text, nowhere markup, and never cut off at a <.
void TestCommandLine::labelsAreLiteral()
{
    const QString workspace = path(QStringLiteral("odd.evenredig")), file = path(QStringLiteral("odd.indicators.json"));
    QVERIFY(QFile::copy(m_sample, workspace));
    QJsonObject own = catalogueIndicator(QStringLiteral("safety.suspects"));
    own[QStringLiteral("label")] = bothLanguages(odd);
    own[QStringLiteral("clause")] = bothLanguages(QStringLiteral("clausule is met ") + odd);
    own[QStringLiteral("note")] = bothLanguages(QStringLiteral("Noot: <b>") + odd);
    QVERIFY(write(file, definitions({own})));
    EXPECT_DONE(run({QStringLiteral("define"), file, QStringLiteral("--into"), workspace}));
    const QByteArray described = run({QStringLiteral("describe"), workspace}).out;
    QVERIFY(described.contains("safety.suspects: " + odd.toUtf8() + ";"));
    const QString table = QString::fromUtf8(run({QStringLiteral("answer"), workspace, m_gap}).out);
    QVERIFY2(table.split(u'\n')[0].contains(odd), qPrintable(table));                      // title
    QVERIFY2(table.contains(QStringLiteral("clausule is met ") + odd), qPrintable(table)); // subtitle
    QVERIFY2(table.contains(QStringLiteral("Noot: <b>") + odd), qPrintable(table));        // remark below the sentence
    const QString level = QString::fromUtf8(
        run({QStringLiteral("answer"), workspace, QStringLiteral("-")},
            R"({"evenredig": "question/1", "ask": "level", "indicator": "safety.suspects", "periods": ["2017"]})")
            .out);
    QVERIFY2(level.contains(QStringLiteral(" dat clausule is met ") + odd + QStringLiteral(" ")),
             qPrintable(level)); // sentence
    // JSON holds a label where the question brings its indicator along.
    QJsonObject asked = json(gapQuestion);
    asked[QStringLiteral("indicator")] = own;
    const Run inlined = run(
        {QStringLiteral("answer"), m_sample, QStringLiteral("-"), QStringLiteral("--as"), QStringLiteral("json")},
        QJsonDocument(asked).toJson());
    EXPECT_DONE(inlined);
    QCOMPARE(json(inlined.out)
                 .value(QStringLiteral("question"))
                 .toObject()
                 .value(QStringLiteral("indicator"))
                 .toObject()
                 .value(QStringLiteral("label"))
                 .toObject(),
             bothLanguages(odd));
    for (const char *ending : {"svg", "png"}) {
        const QString figure = path(QStringLiteral("odd.") + QString::fromLatin1(ending));
        EXPECT_DONE(run({QStringLiteral("export"), workspace, m_gap, QStringLiteral("--to"), figure}));
        if (figure.endsWith(QStringLiteral("png"))) {
            QVERIFY(QImage(figure).text(QStringLiteral("Title")).contains(odd));
            QVERIFY(QImage(figure).text(QStringLiteral("Description")).contains(odd)); // alternative text
        } else {
            const Svg svg = readSvg(bytesOf(figure));
            QVERIFY(svg.wellFormed);
            QVERIFY2(svg.title.contains(odd) && svg.description.contains(odd), qPrintable(svg.title));
            QVERIFY2(svg.drawn.contains(odd), qPrintable(svg.drawn));
            QVERIFY(!bytesOf(figure).contains("<img"));
        }
        QVERIFY(QFile::remove(figure));
    }
    QVERIFY(QFile::remove(workspace) && QFile::remove(file));
}

void TestCommandLine::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("said");
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
    const auto row = [&](const char *name, const QString &line, const QByteArray &said, const QByteArray &input = {}) {
        QStringList words = line.split(u' ');
        for (QString &word : words) {
            if (word.startsWith(u'@'))
                word = path(word.mid(1));
            else if (word == QStringLiteral("WS"))
                word = m_sample;
            else if (word == QStringLiteral("Q"))
                word = m_gap;
        }
        QTest::newRow(name) << words << input << said;
    };
    const auto asked = [](const QByteArray &rest) {
        return QByteArray(R"({"evenredig": "question/1", )") + rest + "}";
    };
    for (const char *command : {"describe %1", "check %1", "answer %1 Q", "export %1 Q --to @out.csv",
                                "import @png.csv --recipe @good.recipe.json --into %1"}) {
        const QString line = QString::fromLatin1(command);
        const auto name = [&](const char *what) { return line.section(u' ', 0, 0).toLatin1() + ": " + what; };
        row(name("no workspace").constData(), line.arg(QStringLiteral("@none.evenredig")),
            "none.evenredig bestaat niet");
        row(name("empty file").constData(), line.arg(QStringLiteral("@empty.evenredig")),
            "empty.evenredig is geen werkbestand");
        row(name("picture").constData(), line.arg(QStringLiteral("@png.evenredig")),
            "png.evenredig is geen werkbestand");
        row(name("truncated workspace").constData(), line.arg(QStringLiteral("@half.evenredig")),
            "half.evenredig is beschadigd");
        row(name("only the head").constData(), line.arg(QStringLiteral("@head.evenredig")), "head.evenredig");
        row(name("folder").constData(), line.arg(QStringLiteral("@folder.csv")), "folder.csv");
    }
    const QString import = QStringLiteral("import %1 --into WS --recipe %2");
    row("import: picture", import.arg(QStringLiteral("@png.csv"), QStringLiteral("@good.recipe.json")),
        "png.csv is geen tekstbestand");
    row("import: empty", import.arg(QStringLiteral("@empty.csv"), QStringLiteral("@good.recipe.json")),
        "empty.csv is leeg");
    row("import: column missing", import.arg(QStringLiteral("@head.csv"), QStringLiteral("@good.recipe.json")),
        "head.csv");
    row("import: no source", import.arg(QStringLiteral("@none.csv"), QStringLiteral("@good.recipe.json")),
        "none.csv bestaat niet");
    row("import: folder", import.arg(QStringLiteral("@folder.csv"), QStringLiteral("@good.recipe.json")), "folder.csv");
    row("import: unknown key", import.arg(QStringLiteral("@png.csv"), QStringLiteral("@odd.recipe.json")), "/colums");
    row("import: no such recipe", import.arg(QStringLiteral("@png.csv"), QStringLiteral("@none.recipe.json")),
        "none.recipe.json bestaat niet");
    row("import: question as recipe", import.arg(QStringLiteral("@png.csv"), QStringLiteral("Q")), "recipe/1");
    row("import: without recipe", QStringLiteral("import @png.csv --into WS"), "--recipe");
    row("question: no file", QStringLiteral("answer WS @none.question.json"), "none.question.json bestaat niet");
    row("question: folder", QStringLiteral("answer WS @folder.csv"), "folder.csv");
    row("question: picture", QStringLiteral("answer WS @png.csv"), "png.csv");
    row("question: recipe", QStringLiteral("answer WS @good.recipe.json"), "question/1");
    row("question: nothing", QStringLiteral("answer WS -"), "-, regel 1, kolom 1");
    row("question: unknown key", QStringLiteral("answer WS -"), "origins",
        asked(R"("ask": "level", "indicator": "income.low", "orgins": [])"));
    row("question: two lines", QStringLiteral("answer WS -"), "regel 2", "{\n\"evenredig\": }");
    row("question: unknown indicator", QStringLiteral("answer WS -"), "safety.suspects",
        asked(R"("ask": "level", "indicator": "safety.suspect")"));
    row("question: unknown origin", QStringLiteral("answer WS -"), "belgian",
        asked(R"("ask": "level", "indicator": "safety.suspects", "origins": ["belgian"])"));
    row("question: no such period", QStringLiteral("answer WS -"), "1950",
        asked(R"("ask": "level", "indicator": "safety.suspects", "periods": ["1950"])"));
    row("question: no period", QStringLiteral("answer WS -"), "2016/18",
        asked(R"("ask": "level", "indicator": "safety.suspects", "periods": ["2016/18"])"));
    row("question: confidence", QStringLiteral("answer WS -"), "/confidence",
        asked(R"("ask": "level", "indicator": "safety.suspects", "confidence": 95)"));
    row("question: cannot be answered", QStringLiteral("answer WS - --lang en"), "cannot be answered",
        asked(R"("ask": "paradox", "indicator": "safety.suspects")"));
    row("question: deep", QStringLiteral("answer WS -"), "64", QByteArray(100000, '['));
    row("in English", QStringLiteral("answer @none.evenredig Q --lang en"), "does not exist");
    const QString out = QStringLiteral("export WS Q --to @out.");
    row("export: no ending", QStringLiteral("export WS Q --to @out"), ".png, .svg, .pdf");
    row("export: ending", out + QStringLiteral("docx"), ".png, .svg, .pdf");
    row("export: nearly", out + QStringLiteral("png.txt"), ".png, .svg, .pdf");
    for (const char *width :
         {"abc", "mm", "16cm", "0", "-5", "0mm", "nan", "inf", "1e9mm", "39mm", "421mm", "160mm mm"}) {
        const QByteArray name = QByteArray("export: width ") + width;
        QTest::newRow(name.constData()) << QStringList{QStringLiteral("export"),
                                                       m_sample,
                                                       m_gap,
                                                       QStringLiteral("--to"),
                                                       path(QStringLiteral("out.png")),
                                                       QStringLiteral("--width=") + QString::fromLatin1(width)}
                                        << QByteArray() << QByteArray("De maat ");
    }
    row("export: height", out + QStringLiteral("svg --height abc"), "De maat abc");
    row("export: too low for the figure", out + QStringLiteral("pdf --height 5mm"), "minstens ");
    row("export: no such folder", QStringLiteral("export WS Q --to @none/out.csv"), "out.csv");
    row("export: a folder of that name", QStringLiteral("export WS Q --to @folder.csv"), "folder.csv");
    row("new: no such folder", QStringLiteral("new @none/a.evenredig"), "a.evenredig");
    row("new: over a folder", QStringLiteral("new @folder.csv"), "folder.csv bestaat al");
    row("define: no file", QStringLiteral("define @none.json --into WS"), "none.json bestaat niet");
}

// Exit 1: one line on standard error, nothing on standard output, and no file touched, made or left behind.
void TestCommandLine::failures()
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

void TestCommandLine::wrongCommandLines_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"synthesize",
                             "aswer WS Q",
                             "fetch 37296ned --into WS",
                             "new",
                             "import",
                             "import @a.csv",
                             "import --into WS",
                             "define",
                             "define @a.json",
                             "describe",
                             "check",
                             "answer",
                             "answer WS",
                             "answer WS Q R",
                             "answer WS Q --as xml",
                             "answer WS Q --as",
                             "answer WS Q --lang de",
                             "export WS Q",
                             "export WS",
                             "export WS Q --to @out.png --dpi 10",
                             "export WS Q --to @out.png --dpi abc",
                             "export WS Q --to @out.png --dpi 99999",
                             "describe WS --sample",
                             "new @a.evenredig --json",
                             "--nonsense",
                             "describe WS check WS",
                             "none.json"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCommandLine::wrongCommandLines()
{
    QFETCH(QString, line);
    QStringList words = line.split(u' ');
    for (QString &word : words)
        word = word == QStringLiteral("WS")  ? m_sample
               : word == QStringLiteral("Q") ? m_gap
               : word.startsWith(u'@')       ? path(word.mid(1))
                                             : word;
    const QStringList before = stateOf(m_folder.path());
    const Run result = run(words);
    QVERIFY2(result.exit == 2, qPrintable(QString::number(result.exit) + u' ' + QString::fromUtf8(result.err)));
    QVERIFY(!result.err.isEmpty());
    QVERIFY2(result.out.isEmpty(), result.out.constData());
    QCOMPARE(stateOf(m_folder.path()), before);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "testcommandline.moc"
