// Every form, in both languages and at every size: no text overlaps, sticks out, is cut or dropped.
#include "testroom.h"
#include "tests/ui/charts/figures.h"
#include "tests/ui/charts/scenetexts.h"
#include "ui/charts/buildscene.h"
#include "ui/charts/figurefont.h"
#include "ui/charts/sceneplaces.h"
#include "ui/charts/textitem.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGraphicsPathItem>
#include <QImage>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QTest>

#include <cmath>
#include <set>

using namespace evenredig;

namespace {

constexpr double mm = 72 / 25.4;

struct Room {
    const char *name;
    QSizeF points;
    FigureLayout layout;
};

std::vector<Room> sizes()
{
    // The figure area of a window of 1280 x 800 and of 1920 x 1080 at 96 dpi, and widths of paper.
    return {{"1280x800", QSizeF(768, 440) * 0.75, FigureLayout::screen()},
            {"1920x1080", QSizeF(1400, 700) * 0.75, FigureLayout::screen()},
            {"narrow window", QSizeF(380, 300) * 0.75, FigureLayout::screen()},
            {"77 mm", {77 * mm, 0}, FigureLayout::paper()},
            {"105 mm", {105 * mm, 0}, FigureLayout::paper()},
            {"160 mm", {160 * mm, 0}, FigureLayout::paper()},
            {"160 x 85 mm", {160 * mm, 85 * mm}, FigureLayout::paper()},
            {"200 mm", {200 * mm, 150 * mm}, FigureLayout::paper()}};
}

} // namespace

class TestFigureScene final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFontIsInter();
    void textKeepsItsSize();
    void tabularFiguresAreEquallyWide();
    void wrappingLosesNothing();
    void noFaults_data();
    void noFaults();
    void inkStaysInsideItsBox();
    void markupIsText();
    void faultsAreFound();
    void marksAreWhereTheyBelong();
    void marksCanBeHitAndWalked();
    void bandsOnlyWhenVisible();
    void absencesAreDrawnApart();
    void fictitiousFiguresSaySo();
    void cellsAreHitInTheirWholeArea();
    void referenceLabelsStandClear();
    void theUnitStaysWhenTicksAreThinned();
    void emptyFigureIsNoCrash();

private:
    Catalogue m_catalogue;
};

void TestFigureScene::initTestCase()
{
    auto catalogue = Catalogue::builtIn();
    QVERIFY(catalogue.has_value());
    m_catalogue = *catalogue;
}

void TestFigureScene::theFontIsInter()
{
    if (!QFile::exists(QStringLiteral(":/evenredig/fonts/Inter-proportional-Regular.otf")))
        QSKIP("built without Inter");
    QCOMPARE(figureFontFamily(), QStringLiteral("Inter Evenredig"));
    QCOMPARE(figureFontFamily(Digits::Tabular), QStringLiteral("Inter Evenredig Tabular"));
    QVERIFY(QFile::exists(QStringLiteral(":/evenredig/fonts/LICENCE-Inter.txt")));
    for (const Weight weight : {Weight::Regular, Weight::SemiBold, Weight::Bold}) {
        for (const Digits digits : {Digits::Proportional, Digits::Tabular}) {
            const QFontInfo info(figureFont({8.5, weight, Qt::black, false, digits}));
            QCOMPARE(info.family(), figureFontFamily(digits));
            QCOMPARE(info.pixelSize(), 85);
            QCOMPARE(info.weight(), int(figureFont({8.5, weight}).weight()));
        }
    }
}

void TestFigureScene::textKeepsItsSize()
{
    const TextItem item(QStringLiteral("Marokko"), {8.5});
    QCOMPARE(item.font().pixelSize() * item.scale(), 8.5);
    const double small = textWidth(QStringLiteral("Marokko 3,7"), {8.5}),
                 large = textWidth(QStringLiteral("Marokko 3,7"), {17});
    QVERIFY(std::abs(large / small - 2) < 0.005);
}

void TestFigureScene::tabularFiguresAreEquallyWide()
{
    const TextStyle style{8.5, Weight::Regular, Qt::black, false, Digits::Tabular};
    QVERIFY(std::abs(textWidth(QStringLiteral("1111"), style) - textWidth(QStringLiteral("8888"), style)) < 0.05);
    QVERIFY(std::abs(textWidth(QStringLiteral("+11,1"), style) - textWidth(QStringLiteral("+40,7"), style)) < 0.05);
}

void TestFigureScene::wrappingLosesNothing()
{
    const TextStyle style{8.5};
    const QString text = QStringLiteral(
        "Arbeidsongeschiktheidsverzekeringsmaatschappij en Sint-Maarten/Curaçao, 25 tot 45 jaar");
    for (double width : {30.0, 60.0, 200.0, 1000.0}) {
        const QStringList lines = wrapText(text, style, width);
        QCOMPARE(lines.join(QString()).remove(u' '), QString(text).remove(u' '));
        for (const QString &line : lines)
            QVERIFY(textWidth(line, style) <= width + 0.01);
    }
}

void TestFigureScene::noFaults_data()
{
    QTest::addColumn<int>("language");
    for (const Language language : {Language::Dutch, Language::English})
        QTest::addRow("%s", std::string(languageCode(language)).c_str()) << int(language);
}

void TestFigureScene::noFaults()
{
    QFETCH(int, language);
    int scenes = 0;
    for (const auto &[name, figure] : samples::all(Language(language))) {
        for (const Room &size : sizes()) {
            const auto scene = buildScene(figure, m_catalogue, size.points, size.layout);
            const QByteArray where = QByteArray::fromStdString(name) + " " + size.name;
            QStringList faults;
            for (const QString &fault : layoutFaults(*scene))
                faults << fault;
            QVERIFY2(faults.isEmpty(), where + ": " + faults.join(u'\n').toUtf8());
            QCOMPARE(scene->sceneRect().width(), size.points.width());
            QVERIFY2(scene->sceneRect().height() >= size.points.height(), where);
            QVERIFY2(missingWords(*scene, figure).isEmpty(),
                     where + " lacks " + missingWords(*scene, figure).join(u' ').toUtf8());
            ++scenes;
        }
    }
    QCOMPARE(scenes, 88);
}

void TestFigureScene::inkStaysInsideItsBox()
{
    // Painted alone, a text leaves no ink outside its bounding rectangle: nothing is clipped on repaint or export.
    for (const QString &words : {QStringLiteral("Ågjy|Çf"), QStringLiteral("−13,0 (+2,9 … +10,7)")}) {
        for (const Digits digits : {Digits::Proportional, Digits::Tabular}) {
            TextItem item(words, {8.5, Weight::Bold, Qt::black, false, digits});
            QImage image(1600, 400, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.translate(100, 100);
            QStyleOptionGraphicsItem option;
            item.paint(&painter, &option, nullptr);
            painter.end();
            const QRect box = item.boundingRect().translated(100, 100).toAlignedRect().adjusted(-1, -1, 1, 1);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) != Qt::white)
                        QVERIFY2(box.contains(x, y),
                                 qPrintable(QStringLiteral("%1: ink at %2, %3").arg(words).arg(x - 100).arg(y - 100)));
                }
            }
        }
    }
}

void TestFigureScene::markupIsText()
{
    const auto scene = buildScene(samples::crowded(Language::Dutch), m_catalogue, {450, 300}, FigureLayout::paper());
    QVERIFY(texts(*scene).contains(QStringLiteral("n < 50 & <img src=x>")));
    QCOMPARE(plainText("a\tb\x07"
                       "c"),
             QStringLiteral("a b c"));
}

void TestFigureScene::faultsAreFound()
{
    QGraphicsScene scene(0, 0, 100, 50);
    addText(scene, QStringLiteral("first"), {10}, {10, 10});
    QVERIFY(layoutFaults(scene).empty());
    addText(scene, QStringLiteral("second"), {10}, {20, 12});
    addText(scene, QStringLiteral("outside"), {10}, {80, 30});
    QCOMPARE(layoutFaults(scene).size(), std::size_t(2));
}

void TestFigureScene::marksAreWhereTheyBelong()
{
    const auto scene = buildScene(samples::development(Language::Dutch), m_catalogue, {560, 320},
                                  FigureLayout::paper());
    const auto &places = scene->places();
    QCOMPARE(places.size(), std::size_t(65));
    // Years are equally far apart, and equal values equally high, within a hundredth of a point.
    const double year = places[1].at.x() - places[0].at.x();
    QVERIFY(std::abs(places[12].at.x() - places[0].at.x() - 12 * year) < 0.01);
    const double perPoint = (places[12].at.y() - places[0].at.y()) / (8.2 - 4.4);
    QVERIFY(std::abs(places[13].at.y() - places[0].at.y() - perPoint * (8.2 - 7.4)) < 0.01);
    int markers = 0;
    for (const QGraphicsItem *item : scene->items()) {
        if (item->data(FigureScene::rowKey).isValid())
            ++markers;
    }
    QCOMPARE(markers, 8); // first and last point of four long lines; the reference has none
    QCOMPARE(places[0].spoken, QStringLiteral("Nederlandse Cariben, 2005: 8,2"));
}

void TestFigureScene::marksCanBeHitAndWalked()
{
    const auto scene = buildScene(samples::proportionality(Language::Dutch), m_catalogue, {560, 320},
                                  FigureLayout::paper());
    const auto at = markPosition(*scene, 4);
    QVERIFY(at.has_value());
    QCOMPARE(hitRow(*scene, *at + QPointF(3, -2), 6).value_or(-1), 4);
    QVERIFY(!hitRow(*scene, {1, 1}, 6));
    QVERIFY(!markPosition(*scene, 99));
    int place = stepPlace(*scene, -1, Step::Right);
    QCOMPARE(scene->places()[std::size_t(place)].row, 0);
    place = stepPlace(*scene, place, Step::Right); // the filled mark of the same row
    QCOMPARE(scene->places()[std::size_t(place)].row, 0);
    QCOMPARE(scene->places()[std::size_t(place)].along, 1.0);
    std::set<int> rows;
    for (int i = 0; i < 7; ++i) {
        rows.insert(scene->places()[std::size_t(place)].row);
        place = stepPlace(*scene, place, Step::Down);
    }
    QCOMPARE(rows.size(), std::size_t(7));
    QCOMPARE(scene->places()[std::size_t(stepPlace(*scene, place, Step::Down))].row, 6);

    const auto lines = buildScene(samples::development(Language::Dutch), m_catalogue, {560, 320},
                                  FigureLayout::paper());
    const int last = stepPlace(*lines, 0, Step::Last);
    QCOMPARE(lines->places()[std::size_t(last)].along, 2017.0);
    QCOMPARE(lines->places()[std::size_t(stepPlace(*lines, last, Step::First))].along, 2005.0);
    const int below = stepPlace(*lines, last, Step::Down);
    QCOMPARE(lines->places()[std::size_t(below)].group, 1);
    QCOMPARE(lines->places()[std::size_t(below)].along, 2017.0);
}

void TestFigureScene::bandsOnlyWhenVisible()
{
    const auto polygons = [&](double margin, bool emphasised) {
        Figure figure = samples::development(Language::Dutch);
        figure.panels[0].series = {samples::line("turkish", {2, 3, 4, 5, 4, 3, 2}, 2005, Language::Dutch, margin)};
        figure.panels[0].series[0].emphasised = emphasised;
        int count = 0;
        const auto scene = buildScene(figure, m_catalogue, {560, 320}, FigureLayout::paper());
        for (const QGraphicsItem *item : scene->items()) {
            const auto *polygon = qgraphicsitem_cast<const QGraphicsPolygonItem *>(item);
            count += polygon ? 1 : 0;
            if (polygon && polygon->brush().color().alpha() != 255)
                count += 100; // a transparent band would hide the line in PDF/A
        }
        return count;
    };
    QCOMPARE(polygons(0.05, true), 1);
    QCOMPARE(polygons(0.005, true), 0);
    QCOMPARE(polygons(0.05, false), 0);
}

void TestFigureScene::absencesAreDrawnApart()
{
    const auto scene = buildScene(samples::level(Language::Dutch), m_catalogue, {560, 320}, FigureLayout::paper());
    QVERIFY(texts(*scene).contains(QStringLiteral("te weinig waarnemingen")));
    QVERIFY(texts(*scene).contains(QStringLiteral("niet gevraagd in 2020")));
    QCOMPARE(scene->places().size(), std::size_t(5)); // a suppressed figure is never drawn as a value
}

void TestFigureScene::fictitiousFiguresSaySo()
{
    const auto scene = buildScene(samples::proportionality(Language::Dutch), m_catalogue, {560, 320},
                                  FigureLayout::paper());
    QVERIFY(texts(*scene).contains(QStringLiteral("FICTIEVE CIJFERS")));
    const auto real = buildScene(samples::development(Language::Dutch), m_catalogue, {560, 320}, FigureLayout::paper());
    QVERIFY(!texts(*real).contains(QStringLiteral("FICTIEVE CIJFERS")));
}

void TestFigureScene::cellsAreHitInTheirWholeArea()
{
    const auto scene = buildScene(samples::overview(Language::Dutch), m_catalogue, {560, 320}, FigureLayout::screen());
    QCOMPARE(scene->places().size(), std::size_t(28));
    const MarkPlace &cell = scene->places()[9];
    QVERIFY(cell.area.width() > 30);
    QCOMPARE(hitRow(*scene, cell.area.topLeft() + QPointF(1, 1), 4).value_or(-1), 9);
    const int below = stepPlace(*scene, 9, Step::Down);
    QCOMPARE(scene->places()[std::size_t(below)].row, 16);
    QCOMPARE(scene->places()[std::size_t(stepPlace(*scene, 9, Step::Right))].row, 10);
    // At 77 mm the groups stand in blocks below each other; none is lost.
    const auto narrow = buildScene(samples::overview(Language::Dutch), m_catalogue, {77 * mm, 0},
                                   FigureLayout::paper());
    QCOMPARE(narrow->places().size(), std::size_t(28));
}

void TestFigureScene::referenceLabelsStandClear()
{
    Figure figure = samples::proportionality(Language::Dutch);
    figure.panels[0].references = {{-2, {}, {}, "", "zonder migratieachtergrond −2,0"},
                                   {0, {}, {}, "", "geen verandering"}};
    const auto scene = buildScene(figure, m_catalogue, {560, 320}, FigureLayout::paper());
    QVERIFY(layoutFaults(*scene).empty());
    // Neither of the two dark lines runs through a label.
    for (const QGraphicsItem *item : scene->items()) {
        const auto *line = qgraphicsitem_cast<const QGraphicsLineItem *>(item);
        if (!line || line->pen().widthF() != 1.1)
            continue;
        for (const QGraphicsItem *other : scene->items()) {
            const auto *text = qgraphicsitem_cast<const TextItem *>(other);
            const bool label = text
                               && (text->text().startsWith(u"zonder migr")
                                   || text->text().startsWith(u"geen verander"));
            if (label)
                QVERIFY(!text->sceneBoundingRect().adjusted(1, 1, -1, -1).intersects(line->sceneBoundingRect()));
        }
    }
}

void TestFigureScene::theUnitStaysWhenTicksAreThinned()
{
    Figure figure = samples::level(Language::Dutch);
    figure.panels[0].axis = samples::axis(0, 10, 1, Language::Dutch);
    figure.panels[0].axis.ticks.back().text += "%"; // as the builders write it
    for (const double width : {77 * mm, 160 * mm}) {
        const auto scene = buildScene(figure, m_catalogue, {width, 320}, FigureLayout::paper());
        const QStringList all = texts(*scene);
        QCOMPARE(int(std::count_if(
                     all.begin(), all.end(),
                     [](const QString &text) { return text.size() <= 3 && text.size() > 1 && text.endsWith(u'%'); })),
                 1);
    }
}

void TestFigureScene::emptyFigureIsNoCrash()
{
    Figure figure;
    for (const Panel::Form form : {Panel::Form::Dots, Panel::Form::Lines, Panel::Form::Arrows, Panel::Form::Matrix}) {
        Panel panel;
        panel.form = form;
        figure.panels.push_back(panel);
        const auto scene = buildScene(figure, m_catalogue, {300, 200}, FigureLayout::paper());
        QVERIFY(layoutFaults(*scene).empty());
        QCOMPARE(stepPlace(*scene, -1, Step::Right), -1);
    }
}

EVENREDIG_TEST(TestFigureScene)
#include "testfigurescene.moc"
