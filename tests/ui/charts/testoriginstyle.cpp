// Colours and markers come from the catalogue; grey, tints and markers are right.
#include "testroom.h"
#include "ui/charts/originstyle.h"
#include "ui/charts/palettecheck.h"

#include <QTest>

#include <set>

using namespace evenredig;

class TestOriginStyle final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachGroupHasItsOwnMarkerAndColour();
    void theStyleFollowsTheCatalogue();
    void notEmphasisedIsGreyWithTheSameMarker();
    void textIsReadableInEveryColour();
    void markersAreTwoMillimetresOnPaper_data();
    void markersAreTwoMillimetresOnPaper();

private:
    Catalogue m_catalogue;
};

void TestOriginStyle::initTestCase()
{
    auto catalogue = Catalogue::builtIn();
    QVERIFY(catalogue.has_value());
    m_catalogue = *catalogue;
}

void TestOriginStyle::eachGroupHasItsOwnMarkerAndColour()
{
    const OriginStyles styles(m_catalogue);
    std::set<Marker> markers;
    std::set<QString> colours;
    for (const std::string &id : m_catalogue.groupIds()) {
        markers.insert(styles.style(id).marker);
        colours.insert(styles.style(id).colour.name());
    }
    QCOMPARE(markers.size(), std::size_t(7));
    QCOMPARE(colours.size(), std::size_t(7));
    QCOMPARE(styles.style("iranian").marker, Marker::Hexagon);
    QCOMPARE(styles.style("moroccan").marker, Marker::Diamond);
    QCOMPARE(styles.style("dutch_caribbean").marker, Marker::Square);
    QCOMPARE(styles.style("polish").marker, Marker::TriangleDown);
    QCOMPARE(styles.style("somali").marker, Marker::Cross);
    QCOMPARE(styles.style("surinamese").marker, Marker::Triangle);
    QCOMPARE(styles.style("turkish").marker, Marker::Circle);
    QVERIFY(styles.style("none_background").reference);
    QCOMPARE(styles.style("none_background").marker, Marker::Line);
}

void TestOriginStyle::theStyleFollowsTheCatalogue()
{
    Catalogue changed = m_catalogue;
    for (Origin &origin : changed.origins) {
        if (origin.id == "turkish") {
            origin.colour = "#123456";
            origin.marker = "square";
        }
    }
    QCOMPARE(OriginStyles(changed).style("turkish").colour, QColor(0x12, 0x34, 0x56));
    QCOMPARE(OriginStyles(changed).style("turkish").marker, Marker::Square);
    QCOMPARE(OriginStyles(changed).style("unknown").colour, mutedColour());
}

void TestOriginStyle::notEmphasisedIsGreyWithTheSameMarker()
{
    const OriginStyle grey = OriginStyles(m_catalogue).style("surinamese", Emphasis::Grey);
    QCOMPARE(grey.colour.name(), QStringLiteral("#767676"));
    QCOMPARE(grey.marker, Marker::Triangle);
}

void TestOriginStyle::textIsReadableInEveryColour()
{
    for (const Origin &origin : m_catalogue.origins) {
        if (!origin.colour.empty())
            QVERIFY(contrast(textColour(QColor(QString::fromStdString(origin.colour))).name().toStdString(), "#FFFFFF")
                    >= 4.5);
    }
    QCOMPARE(tint(Qt::black, 0.2), QColor(204, 204, 204));
}

void TestOriginStyle::markersAreTwoMillimetresOnPaper_data()
{
    QTest::addColumn<int>("marker");
    for (int marker = int(Marker::Circle); marker <= int(Marker::Cross); ++marker)
        QTest::addRow("marker %d", marker) << marker;
}

void TestOriginStyle::markersAreTwoMillimetresOnPaper()
{
    QFETCH(int, marker);
    const QRectF box = markerPath(Marker(marker), 6).boundingRect(); // FigureLayout::paper().marker
    QVERIFY2(std::min(box.width(), box.height()) >= 2 / 25.4 * 72 - 0.1,
             qPrintable(QStringLiteral("%1 x %2").arg(box.width()).arg(box.height())));
}

EVENREDIG_TEST(TestOriginStyle)
#include "testoriginstyle.moc"
