// Measured in the files themselves: the size in millimetres, the type in points, the literal text.
#define POINTERHOLDER_TRANSITION 4
#include "testroom.h"
#include "tests/ui/charts/figures.h"
#include "tests/ui/charts/scenetexts.h"
#include "ui/charts/buildscene.h"
#include "ui/charts/figureexport.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTransform>
#include <QXmlStreamReader>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <cmath>
#include <set>

using namespace evenredig;

namespace {

struct SvgText {
    QString text;
    double points = 0;
};

struct SvgFile {
    double widthMm = 0, heightMm = 0;
    QString language, title, description;
    std::vector<SvgText> texts;
};

double millimetres(const QString &text)
{
    return text.endsWith(QStringLiteral("mm")) ? QString(text).chopped(2).toDouble() : -1;
}

QTransform matrix(const QString &text)
{
    if (!text.startsWith(QStringLiteral("matrix(")))
        return {};
    const QStringList n = text.mid(7).chopped(1).split(u',');
    return n.size() == 6 ? QTransform(n[0].toDouble(), n[1].toDouble(), n[2].toDouble(), n[3].toDouble(),
                                      n[4].toDouble(), n[5].toDouble())
                         : QTransform();
}

SvgFile readSvg(const QByteArray &bytes)
{
    SvgFile file;
    QXmlStreamReader xml(bytes);
    std::vector<QTransform> transforms{QTransform()};
    double mmPerUnit = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"g")
            transforms.pop_back();
        if (!xml.isStartElement())
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == u"svg") {
            file.widthMm = millimetres(attributes.value(QStringLiteral("width")).toString());
            file.heightMm = millimetres(attributes.value(QStringLiteral("height")).toString());
            file.language = attributes.value(QStringLiteral("xml:lang")).toString();
            mmPerUnit = file.widthMm / attributes.value(QStringLiteral("viewBox")).toString().split(u' ')[2].toDouble();
        } else if (xml.name() == u"g") {
            transforms.push_back(matrix(attributes.value(QStringLiteral("transform")).toString()) * transforms.back());
        } else if (xml.name() == u"title") {
            file.title = xml.readElementText();
        } else if (xml.name() == u"desc") {
            file.description = xml.readElementText();
        } else if (xml.name() == u"text") {
            const double size = attributes.value(QStringLiteral("font-size")).toString().toDouble();
            const double scale = std::sqrt(std::abs(transforms.back().determinant()));
            file.texts.push_back({xml.readElementText(), size * scale * mmPerUnit / 25.4 * 72});
        }
    }
    if (xml.hasError())
        qWarning("%s", qPrintable(xml.errorString()));
    return file;
}

/// Runs the operators of a page and keeps the true size of every piece of text.
class TextSizes final : public QPDFObjectHandle::ParserCallbacks {
public:
    std::set<int> hundredths; ///< sizes in hundredths of a point

    void handleObject(QPDFObjectHandle object, size_t, size_t) override
    {
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        apply(object.getOperatorValue());
        m_operands.clear();
    }
    void handleEOF() override {}

private:
    [[nodiscard]] QTransform operandMatrix()
    {
        const auto n = [&](std::size_t i) { return m_operands[i].getNumericValue(); };
        return {n(0), n(1), n(2), n(3), n(4), n(5)};
    }
    void apply(const std::string &name)
    {
        if (name == "q")
            m_stack.push_back(m_page);
        else if (name == "Q" && !m_stack.empty()) {
            m_page = m_stack.back();
            m_stack.pop_back();
        } else if (name == "cm")
            m_page = operandMatrix() * m_page;
        else if (name == "BT")
            m_text = {};
        else if (name == "Tm")
            m_text = operandMatrix();
        else if (name == "Tf")
            m_size = m_operands[1].getNumericValue();
        else if (name == "Tj" || name == "TJ")
            hundredths.insert(int(std::lround(100 * m_size * std::sqrt(std::abs((m_text * m_page).determinant())))));
    }
    std::vector<QPDFObjectHandle> m_operands;
    std::vector<QTransform> m_stack;
    QTransform m_page, m_text;
    double m_size = 0;
};

bool holds(const std::set<int> &hundredths, int wanted, int slack)
{
    const auto found = hundredths.lower_bound(wanted - slack);
    return found != hundredths.end() && *found <= wanted + slack;
}

} // namespace

class TestFigureExport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void svgIsExact_data();
    void svgIsExact();
    void svgSaysWhatItShows();
    void svgHasEachTextOnce();
    void pdfIsExact_data();
    void pdfIsExact();
    void pdfSaysWhatItShows();
    void pdfTextCanBeCopied();
    void pdfWordsAreWhole();
    void pngIsExact_data();
    void pngIsExact();
    void pngSaysWhatItShows();
    void aSizeThatDoesNotFitIsRefused();
    void everyFormInEveryFormat();
    void watermarkIsInThePixels();

private:
    Catalogue m_catalogue;
};

void TestFigureExport::initTestCase()
{
    auto catalogue = Catalogue::builtIn();
    QVERIFY(catalogue.has_value());
    m_catalogue = *catalogue;
}

void TestFigureExport::svgIsExact_data()
{
    QTest::addColumn<double>("width");
    for (const double width : {77.0, 105.0, 160.0})
        QTest::addRow("%g mm", width) << width;
}

void TestFigureExport::svgIsExact()
{
    QFETCH(double, width);
    const auto bytes = drawFigure(samples::development(Language::Dutch), m_catalogue, ExportFormat::Svg,
                                  {width, 0, 300});
    QVERIFY(bytes.has_value());
    const SvgFile file = readSvg(*bytes);
    QVERIFY(std::abs(file.widthMm - width) <= 0.05);
    bool label = false;
    for (const SvgText &text : file.texts) {
        QVERIFY2(text.points >= 7.98, qPrintable(text.text));
        if (text.text != QStringLiteral("Marokko"))
            continue;
        QVERIFY2(std::abs(text.points - 8.5) <= 0.02, qPrintable(QString::number(text.points)));
        label = true;
    }
    QVERIFY(label);
}

void TestFigureExport::svgSaysWhatItShows()
{
    Figure figure = samples::crowded(Language::English);
    figure.altText = "More than 3 < 4 & \"so\".";
    const auto bytes = drawFigure(figure, m_catalogue, ExportFormat::Svg);
    QVERIFY(bytes.has_value());
    const SvgFile file = readSvg(*bytes);
    QCOMPARE(file.title, QStringLiteral("n < 50 & <img src=x>"));
    QCOMPARE(file.description, QStringLiteral("More than 3 < 4 & \"so\"."));
    QCOMPARE(file.language, QStringLiteral("en"));
    QVERIFY(bytes->contains(" lang=\"en\""));
    QVERIFY(std::any_of(file.texts.begin(), file.texts.end(),
                        [](const SvgText &text) { return text.text == QStringLiteral("n < 50 & <img src=x>"); }));
}

// "42" was two texts, "4" and "2": not to be searched, edited or read aloud.
void TestFigureExport::svgHasEachTextOnce()
{
    for (const auto &[name, figure] : samples::all(Language::Dutch)) {
        const auto bytes = drawFigure(figure, m_catalogue, ExportFormat::Svg);
        QVERIFY(bytes.has_value());
        QStringList written;
        for (const SvgText &text : readSvg(*bytes).texts)
            written << text.text.simplified();
        const QSizeF points = exportSizeMm(figure, m_catalogue, {}) / 25.4 * 72;
        QStringList shown;
        for (const QString &text : texts(*buildScene(figure, m_catalogue, points, FigureLayout::paper())))
            shown << text.simplified();
        shown.removeAll(QString());
        written.sort();
        shown.sort();
        QCOMPARE(written, shown);
        QVERIFY2(!bytes->contains("Inter Evenredig"), name.c_str()); // a family that no other program has
    }
}

void TestFigureExport::pdfIsExact_data()
{
    svgIsExact_data();
}

void TestFigureExport::pdfIsExact()
{
    QFETCH(double, width);
    const auto bytes = drawFigure(samples::development(Language::Dutch), m_catalogue, ExportFormat::Pdf,
                                  {width, 110, 300});
    QVERIFY(bytes.has_value());
    QPDF pdf;
    pdf.processMemoryFile("figure", bytes->constData(), std::size_t(bytes->size()));
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    QCOMPARE(pages.size(), std::size_t(1));
    QPDFObjectHandle page = QPDFPageObjectHelper(pages.front()).getObjectHandle();
    QPDFObjectHandle box = page.getKey("/MediaBox");
    const auto side = [&](int i) { return box.getArrayItem(i).getNumericValue(); };
    QVERIFY(std::abs((side(2) - side(0)) / 72 * 25.4 - width) <= 0.05);
    QVERIFY(std::abs((side(3) - side(1)) / 72 * 25.4 - 110) <= 0.05);
    TextSizes sizes;
    QPDFPageObjectHelper(pages.front()).parseContents(&sizes);
    QVERIFY(!sizes.hundredths.empty());
    QVERIFY2(holds(sizes.hundredths, 850, 2), qPrintable(QString::number(*sizes.hundredths.begin())));
    QVERIFY(holds(sizes.hundredths, 1250, 2));
    QVERIFY(*sizes.hundredths.begin() >= 798);
}

void TestFigureExport::pdfSaysWhatItShows()
{
    const Figure figure = samples::crowded(Language::Dutch);
    const auto bytes = drawFigure(figure, m_catalogue, ExportFormat::Pdf);
    QVERIFY(bytes.has_value());
    QPDF pdf;
    pdf.processMemoryFile("figure", bytes->constData(), std::size_t(bytes->size()));
    QCOMPARE(pdf.getRoot().getKey("/Lang").getUTF8Value(), std::string("nl"));
    QCOMPARE(pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value(), figure.title);
    QCOMPARE(pdf.getTrailer().getKey("/Info").getKey("/Subject").getUTF8Value(), figure.altText);
    QCOMPARE(pdf.getTrailer().getKey("/Info").getKey("/Keywords").getUTF8Value(), figure.code);
}

void TestFigureExport::pdfTextCanBeCopied()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (program.isEmpty())
        QSKIP("pdftotext is not installed");
    QTemporaryDir folder;
    for (const auto &[name, figure] : samples::all(Language::Dutch)) {
        const auto bytes = drawFigure(figure, m_catalogue, ExportFormat::Pdf);
        QVERIFY(bytes.has_value());
        QFile file(folder.filePath(QStringLiteral("figure.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*bytes);
        file.close();
        QProcess process;
        process.start(program, {QStringLiteral("-raw"), file.fileName(), QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(text.contains(QStringLiteral("EV-2F7A-81C0")), name.c_str());
        if (name == "crowded")
            QVERIFY2(text.contains(QStringLiteral("n < 50 & <img src=x>")), qPrintable(text));
        if (name == "proportionality")
            QVERIFY2(text.contains(QStringLiteral("−13,0")) && text.contains(QStringLiteral("(−12,0 … −4,2)")),
                     qPrintable(text));
    }
}

/// The words of a PDF as a reader that searches it or reads it aloud finds them.
QStringList wordsOfPdf(const QString &program, const QByteArray &pdf)
{
    QProcess process;
    process.start(program, {QStringLiteral("-bbox"), QStringLiteral("-"), QStringLiteral("-")});
    process.write(pdf);
    process.closeWriteChannel();
    process.waitForFinished();
    QXmlStreamReader xml(process.readAllStandardOutput());
    QStringList words;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QStringLiteral("word"))
            words << xml.readElementText();
    }
    return words;
}

void TestFigureExport::pdfWordsAreWhole()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (program.isEmpty())
        QSKIP("pdftotext is not installed");
    const Figure figure = samples::proportionality(Language::Dutch);
    const auto bytes = drawFigure(figure, m_catalogue, ExportFormat::Pdf);
    QVERIFY(bytes.has_value());
    const QStringList words = wordsOfPdf(program, *bytes);
    int numbers = 0;
    for (const FigureRow &row : figure.panels.front().rows) {
        for (const std::string &cell : row.cells) {
            for (const QString &word : QString::fromStdString(cell).split(u' ', Qt::SkipEmptyParts)) {
                QVERIFY2(words.contains(word),
                         qPrintable(QStringLiteral("%1 is not among %2").arg(word, words.join(u' '))));
                ++numbers;
            }
        }
    }
    QVERIFY(numbers > 10);
    QVERIFY(words.contains(QStringLiteral("EV-2F7A-81C0")));
}

void TestFigureExport::pngIsExact_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("dpi");
    QTest::newRow("160 mm, 300 dpi") << 160.0 << 300.0;
    QTest::newRow("77 mm, 600 dpi") << 77.0 << 600.0;
    QTest::newRow("105 mm, 96 dpi") << 105.0 << 96.0;
}

void TestFigureExport::pngIsExact()
{
    QFETCH(double, width);
    QFETCH(double, dpi);
    const auto bytes = drawFigure(samples::development(Language::Dutch), m_catalogue, ExportFormat::Png,
                                  {width, 110, dpi});
    QVERIFY(bytes.has_value());
    const QImage image = QImage::fromData(*bytes, "PNG");
    QCOMPARE(image.width(), int(std::lround(width / 25.4 * dpi)));
    QCOMPARE(image.height(), int(std::lround(110 / 25.4 * dpi)));
    QCOMPARE(image.dotsPerMeterX(), int(std::lround(dpi / 0.0254)));
    QCOMPARE(image.dotsPerMeterY(), image.dotsPerMeterX());
}

void TestFigureExport::pngSaysWhatItShows()
{
    const Figure figure = samples::crowded(Language::Dutch);
    const auto bytes = drawFigure(figure, m_catalogue, ExportFormat::Png);
    QVERIFY(bytes.has_value());
    const QImage image = QImage::fromData(*bytes, "PNG");
    QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("n < 50 & <img src=x>"));
    QCOMPARE(image.text(QStringLiteral("Description")), QString::fromStdString(figure.altText));
    QCOMPARE(image.text(QStringLiteral("Source")), QString::fromStdString(figure.code));
}

void TestFigureExport::aSizeThatDoesNotFitIsRefused()
{
    const Figure figure = samples::proportionality(Language::Dutch);
    const auto refused = [&](ExportSize size, ErrorCode code = ErrorCode::OutputSize) {
        const auto bytes = drawFigure(figure, m_catalogue, ExportFormat::Png, size);
        return !bytes && bytes.error().code == code;
    };
    QVERIFY(refused({160, 40, 300}, ErrorCode::OutputHeight)); // seven rows do not fit
    QVERIFY(refused({10, 0, 300}));
    QVERIFY(refused({1000, 0, 300}));
    QVERIFY(refused({160, 0, 5}));
    QVERIFY(refused({160, 0, std::nan("")}));
    QVERIFY(!refused({160, 110, 100}));
    // 85 mm holds the whole of a figure with four lines, and the default height is never too low.
    QVERIFY(
        drawFigure(samples::development(Language::Dutch), m_catalogue, ExportFormat::Svg, {160, 85, 300}).has_value());
    QVERIFY(exportSizeMm(figure, m_catalogue, {77, 0, 300}).height() > 80);
}

void TestFigureExport::everyFormInEveryFormat()
{
    for (const Language language : {Language::Dutch, Language::English}) {
        for (const auto &[name, figure] : samples::all(language)) {
            for (const double width : {77.0, 160.0}) {
                for (const ExportFormat format : {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf}) {
                    const auto bytes = drawFigure(figure, m_catalogue, format, {width, 0, 100});
                    QVERIFY2(bytes.has_value() && bytes->size() > 1000, name.c_str());
                }
            }
        }
    }
}

void TestFigureExport::watermarkIsInThePixels()
{
    Figure figure = samples::development(Language::Dutch);
    const auto real = drawFigure(figure, m_catalogue, ExportFormat::Png, {160, 85, 100});
    figure.synthetic = true;
    const auto synthetic = drawFigure(figure, m_catalogue, ExportFormat::Png, {160, 85, 100});
    QVERIFY(real && synthetic);
    const QImage a = QImage::fromData(*real), b = QImage::fromData(*synthetic);
    int different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            different += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    QVERIFY(different > a.width() * a.height() / 50);
}

EVENREDIG_TEST(TestFigureExport)
#include "testfigureexport.moc"
