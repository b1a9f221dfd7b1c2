// The colours of the window: readable, all of them known, and no name left in the style sheet.
#include "testroom.h"
#include "ui/base/theme.h"

#include <QFile>
#include <QFontInfo>
#include <QImage>
#include <QRegularExpression>
#include <QtTest>

#include <cmath>

using namespace evenredig;

class TestTheme final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrast_data();
    void contrast();
    void everyNameIsAColour();
    void iconsTakeTheColourOfText();
    void fontIsInter();
};

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrastOf(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

void TestTheme::contrast_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("ink");
    QTest::addColumn<QString>("ground");
    QTest::addColumn<double>("least");
    for (const char *theme : {"light", "dark"}) {
        const auto add = [theme](const char *ink, const char *ground, double least) {
            QTest::addRow("%s: %s on %s", theme, ink, ground) << theme << ink << ground << least;
        };
        for (const char *ground : {"window", "base", "selection", "hover", "sentence", "pill", "ask"})
            add("text", ground, 7.0);
        for (const char *ground : {"window", "base"}) {
            add("muted", ground, 4.5);
            add("accent", ground, 3.0); // the ring of focus
        }
        add("faint", "base", 4.5);
        add("warn", "base", 4.5);
        add("accentText", "accent", 4.5);
        add("accentText", "accentHover", 4.5);
    }
}

void TestTheme::contrast()
{
    QFETCH(QString, theme);
    QFETCH(QString, ink);
    QFETCH(QString, ground);
    QFETCH(double, least);
    const Theme shown = theme == QLatin1String("dark") ? Theme::dark() : Theme::light();
    const double ratio = contrastOf(shown.colour(ink), shown.colour(ground));
    QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
}

void TestTheme::everyNameIsAColour()
{
    const QString sheet = Theme::light().styleSheet();
    QVERIFY(sheet.size() > 1000);
    const QRegularExpressionMatch left = QRegularExpression(QStringLiteral("@\\w+")).match(sheet);
    QVERIFY2(left.captured() == QStringLiteral("@names"),
             qPrintable(left.captured())); // of the comment that explains them
    QCOMPARE(sheet.count(QLatin1Char('@')), 1);
    QVERIFY(sheet.contains(QStringLiteral("#154273")));
    const QPalette palette = Theme::light().palette();
    QCOMPARE(palette.color(QPalette::Highlight), QColor(0x15, 0x42, 0x73));
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        const QRegularExpression url(QStringLiteral("url\\((:/icons/[^)]+)\\)"));
        QRegularExpressionMatchIterator icons = url.globalMatch(theme.styleSheet());
        int count = 0;
        for (; icons.hasNext(); ++count) {
            const QString icon = icons.next().captured(1);
            QVERIFY2(QFile::exists(icon), qPrintable(icon));
        }
        QVERIFY(count >= 5);
    }
}

void TestTheme::iconsTakeTheColourOfText()
{
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        const QImage image = theme.icon(QStringLiteral("undo")).pixmap(48).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() == 255) {
                    QCOMPARE(image.pixelColor(x, y).rgb(), theme.colour(QStringLiteral("text")).rgb());
                    ++drawn;
                }
            }
        }
        QVERIFY(drawn > 20);
    }
}

void TestTheme::fontIsInter()
{
    QVERIFY(QFontInfo(Theme::font()).family().startsWith(QStringLiteral("Inter")));
}

EVENREDIG_TEST(TestTheme)
#include "testtheme.moc"
