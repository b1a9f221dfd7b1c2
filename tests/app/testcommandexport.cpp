// `export`, driven from outside: pictures, vectors, sizes, data, and labels that look like markup.
#include "app/samplefolder.h"

#include "app/definitions.h"
#include "testroom.h"

#include <QImage>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace evenredig::programtest;

class TestCommandExport : public QObject, private SampleFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeSample(); }
    void exportPicture();
    void exportVectors();
    void exportSizes_data();
    void exportSizes();
    void exportData();
    void exportReplacesAFile();
    void labelsAreLiteral();
};

namespace {

const QString odd = QStringLiteral("n < 50 & <img src=x>");

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

void TestCommandExport::exportPicture()
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

void TestCommandExport::exportVectors()
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

void TestCommandExport::exportSizes_data()
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

void TestCommandExport::exportSizes()
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

void TestCommandExport::exportData()
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

void TestCommandExport::exportReplacesAFile()
{
    const QString file = path(QStringLiteral("again.csv"));
    QVERIFY(write(file, QByteArray(1 << 20, 'x')));
    EXPECT_DONE(run({QStringLiteral("export"), m_sample, m_gap, QStringLiteral("--to"), QStringLiteral("again.csv")},
                    {}, m_folder.path()));
    QCOMPARE(bytesOf(file),
             run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), QStringLiteral("csv")}).out);
    QVERIFY(QFile::remove(file));
}

// Labels come from outside: everywhere they are text, nowhere markup, and never cut off at a <.
void TestCommandExport::labelsAreLiteral()
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

EVENREDIG_TEST(TestCommandExport)
#include "testcommandexport.moc"
