// The colours of the window: readable, all of them known, and no name left in the style sheet.
#include "ui/theme.h"

#include <QFile>
#include <QFontInfo>
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
    QTest::addColumn<QString>("ink");
    QTest::addColumn<QString>("ground");
    QTest::addColumn<double>("least");
    for (const char *ground : {"window", "base", "selection", "hover", "sentence", "pill"})
        QTest::addRow("text on %s", ground) << "text" << ground << 7.0;
    for (const char *ground : {"window", "base"})
        QTest::addRow("muted on %s", ground) << "muted" << ground << 4.5;
    QTest::newRow("placeholder") << "faint"
                                 << "base" << 4.5;
    QTest::newRow("button") << "accentText"
                            << "accent" << 4.5;
    QTest::newRow("button under the mouse") << "accentText"
                                            << "accentHover" << 4.5;
    QTest::newRow("focus ring on white") << "accent"
                                         << "base" << 3.0;
    QTest::newRow("focus ring on grey") << "accent"
                                        << "window" << 3.0;
}

void TestTheme::contrast()
{
    QFETCH(QString, ink);
    QFETCH(QString, ground);
    QFETCH(double, least);
    const Theme theme = Theme::light();
    const double ratio = contrastOf(theme.colour(ink), theme.colour(ground));
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
    for (const QString &icon :
         {QStringLiteral(":/icons/check.svg"), QStringLiteral(":/icons/down.svg"), QStringLiteral(":/icons/up.svg")})
        QVERIFY(sheet.contains(icon) && QFile::exists(icon));
}

void TestTheme::fontIsInter()
{
    QVERIFY(QFontInfo(Theme::font()).family().startsWith(QStringLiteral("Inter")));
}

QTEST_MAIN(TestTheme)
#include "testtheme.moc"
