// The figure for a screen reader: a table with the figure's texts, and the mark in focus among its cells.
#define QT_STATICPLUGIN // the recorder below is a part of this program
#include "testroom.h"
#include "tests/core/sampleworkspace.h"
#include "tests/ui/charts/figures.h"
#include "ui/charts/figurescene.h"
#include "ui/charts/figureview.h"

#include <QAccessible>
#include <QAccessibleBridgePlugin>
#include <QTest>
#include <QtPlugin>

using namespace evenredig;

namespace {

struct Told {
    QAccessible::Event type;
    QAccessible::Id child; ///< 0: the view itself, or nothing
    QString name, description;
};

QList<Told> &told()
{
    static QList<Told> events;
    return events;
}

QObject *listenedTo = nullptr;

QAccessibleInterface *faceOf(FigureView &view)
{
    return QAccessible::queryAccessibleInterface(&view);
}

QString nameOf(QAccessibleInterface *face)
{
    return face ? face->text(QAccessible::Name) : QStringLiteral("(none)");
}

} // namespace

/// What a screen reader would hear. Qt loads it as a plug-in: no other way is open while no reader listens.
class Recorder final : public QAccessibleBridge {
public:
    void setRootObject(QAccessibleInterface *) override {}
    void notifyAccessibilityUpdate(QAccessibleEvent *event) override
    {
        if (event->object() != listenedTo)
            return;
        QAccessibleInterface *face = event->accessibleInterface();
        told().append({event->type(), face && !face->object() ? QAccessible::uniqueId(face) : 0,
                       face ? face->text(QAccessible::Name) : QString(),
                       face ? face->text(QAccessible::Description) : QString()});
    }
};

class RecorderPlugin final : public QAccessibleBridgePlugin {
    Q_OBJECT
    // In full what QAccessibleBridgeFactoryInterface_iid stands for: moc reads a test without its headers.
    Q_PLUGIN_METADATA(IID "org.qt-project.Qt.QAccessibleBridgeFactoryInterface" FILE "recorder.json")

public:
    QAccessibleBridge *create(const QString &) override { return new Recorder; }
};
Q_IMPORT_PLUGIN(RecorderPlugin)

class TestFigureAccess final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theTableIsTheFigures_data();
    void theTableIsTheFigures();
    void childrenAreConsistent();
    void focusFollowsTheKeys();
    void everyMarkIsSpoken_data() { theTableIsTheFigures_data(); }
    void everyMarkIsSpoken();
    void rectanglesLieOnTheMarks();
    void aNewFigureLeavesNothingBehind();
    void theSameTableKeepsItsChildren();
    void theCardIsSaid();
    void focusInIsTold();
    void theViewGoesAndItsChildrenWithIt();

private:
    [[nodiscard]] Figure figureOf(const QString &indicator, const QString &ask) const;
    void show(const Figure &figure);

    SampleWorkspace m_sample;
    std::unique_ptr<FigureView> m_view;
};

void TestFigureAccess::initTestCase()
{
    QVERIFY2(m_sample.failure.isEmpty(), qPrintable(m_sample.failure));
}

void TestFigureAccess::init()
{
    m_view = std::make_unique<FigureView>();
    m_view->resize(900, 560);
    listenedTo = m_view.get();
    told().clear();
}

void TestFigureAccess::cleanup()
{
    listenedTo = nullptr;
    m_view.reset();
}

Figure TestFigureAccess::figureOf(const QString &indicator, const QString &ask) const
{
    const QString json = QStringLiteral(R"({"evenredig": "question/1", "ask": "%1"%2})")
                             .arg(ask, indicator.isEmpty() ? QString()
                                                           : QStringLiteral(R"(, "indicator": "%1")").arg(indicator));
    const auto answer = m_sample.ask(json.toStdString());
    if (!answer)
        qWarning("%s", qPrintable(sentenceOf(answer.error())));
    return answer ? buildFigure(*answer, m_sample.catalogue, {}) : Figure();
}

void TestFigureAccess::show(const Figure &figure)
{
    m_view->setFigure(figure, m_sample.catalogue);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
    QCoreApplication::processEvents();
    told().clear();
}

void TestFigureAccess::theTableIsTheFigures_data()
{
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("ask");
    QTest::addColumn<int>("loose"); // marks whose number is not in the table
    QTest::newRow("level") << "safety.suspects"
                           << "level" << 0;
    QTest::newRow("development") << "safety.suspects"
                                 << "development" << -1; // the reference's line
    QTest::newRow("gap") << "safety.suspects"
                         << "gap" << -1; // the years between
    QTest::newRow("relative") << "safety.suspects"
                              << "relative" << 0;
    QTest::newRow("generations") << "health.perceived_good_12_64"
                                 << "generations" << 0;
    QTest::newRow("overview") << ""
                              << "overview" << 0;
}

void TestFigureAccess::theTableIsTheFigures()
{
    QFETCH(QString, indicator);
    QFETCH(QString, ask);
    const Figure figure = figureOf(indicator, ask);
    m_view->setFigure(figure, m_sample.catalogue);
    QAccessibleInterface *face = faceOf(*m_view);
    QVERIFY(face && face->isValid());
    QCOMPARE(face->role(), QAccessible::Table);
    QCOMPARE(face->text(QAccessible::Name), QString::fromStdString(figure.title));
    QCOMPARE(face->text(QAccessible::Description), QString::fromStdString(figure.altText));
    QAccessibleTableInterface *table = face->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->columnCount(), int(figure.table.header.size()));
    QCOMPARE(table->rowCount(), int(figure.table.rows.size()));
    QVERIFY(table->columnCount() > 3 && table->rowCount() > 3);
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column) {
            const std::string &text = figure.table.rows[std::size_t(row)][std::size_t(column)].text;
            QAccessibleInterface *cell = table->cellAt(row, column);
            QVERIFY(cell && cell->isValid());
            QCOMPARE(cell->role(), QAccessible::Cell);
            QCOMPARE(nameOf(cell), QString::fromStdString(text));
            QAccessibleTableCellInterface *place = cell->tableCellInterface();
            QVERIFY(place);
            QCOMPARE(place->rowIndex(), row);
            QCOMPARE(place->columnIndex(), column);
            QCOMPARE(place->table(), face);
            QCOMPARE(place->columnHeaderCells().size(), 1);
            QCOMPARE(nameOf(place->columnHeaderCells().first()),
                     QString::fromStdString(figure.table.header[std::size_t(column)]));
            QCOMPARE(place->rowHeaderCells().size(), column == 0 ? 0 : 1);
            if (column > 0)
                QCOMPARE(place->rowHeaderCells().first(), table->cellAt(row, 0));
        }
    }
    QVERIFY(!table->cellAt(-1, 0) && !table->cellAt(table->rowCount(), 0) && !table->cellAt(0, table->columnCount()));
}

void TestFigureAccess::childrenAreConsistent()
{
    show(samples::level(Language::Dutch));
    m_view->setFigure(figureOf(QStringLiteral("safety.suspects"), QStringLiteral("level")), m_sample.catalogue);
    QAccessibleInterface *face = faceOf(*m_view);
    QAccessibleTableInterface *table = face->tableInterface();
    QCOMPARE(face->childCount(), (table->rowCount() + 1) * table->columnCount() + 1);
    QSet<QAccessibleInterface *> seen;
    for (int i = 0; i < face->childCount(); ++i) {
        QAccessibleInterface *child = face->child(i);
        QVERIFY(child && child->isValid());
        QCOMPARE(face->indexOfChild(child), i);
        QCOMPARE(child->parent(), face);
        QCOMPARE(child->window(), face->window());
        QVERIFY(child->window());
        QCOMPARE(child->childCount(), 0);
        QCOMPARE(face->child(i), child); // the same one every time
        seen.insert(child);
    }
    QCOMPARE(seen.size(), face->childCount());
    QVERIFY(!face->child(-1) && !face->child(face->childCount()));
    QCOMPARE(face->indexOfChild(face), -1);
    QCOMPARE(face->child(0)->role(), QAccessible::ColumnHeader);
    QCOMPARE(face->child(table->columnCount()), table->cellAt(0, 0));

    FigureView other;
    other.setFigure(*m_view->figure(), m_sample.catalogue);
    QCOMPARE(face->indexOfChild(faceOf(other)->child(0)), -1);
}

void TestFigureAccess::focusFollowsTheKeys()
{
    show(figureOf(QStringLiteral("safety.suspects"), QStringLiteral("level")));
    QAccessibleInterface *face = faceOf(*m_view);
    QCOMPARE(face->focusChild(), face);
    QVERIFY(face->state().focused && face->state().focusable);
    QString before;
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Up}) {
        told().clear();
        QTest::keyClick(m_view.get(), key);
        QAccessibleInterface *cell = face->focusChild();
        QVERIFY(cell && cell != face && cell->tableCellInterface());
        QVERIFY(cell->state().focused && cell->state().focusable && !face->state().focused);
        const MarkPlace &mark = m_view->figureScene()->places()[std::size_t(m_view->focusPlace())];
        QCOMPARE(nameOf(cell), mark.spoken);
        QVERIFY(mark.spoken.endsWith(cell->text(QAccessible::Value))); // the cell with the number itself
        QVERIFY(nameOf(cell) != before);
        before = nameOf(cell);
        QCOMPARE(told().size(), 2);
        QCOMPARE(told()[0].type, QAccessible::NameChanged);
        QCOMPARE(told()[1].type, QAccessible::Focus);
        QCOMPARE(told()[1].child, QAccessible::uniqueId(cell));
        QCOMPARE(told()[1].name, mark.spoken);
        // The figure itself keeps its name, and no other cell claims the focus.
        QCOMPARE(nameOf(face), QString::fromStdString(m_view->figure()->title));
        int focused = 0;
        for (int i = 0; i < face->childCount(); ++i)
            focused += face->child(i)->state().focused ? 1 : 0;
        QCOMPARE(focused, 1);
    }
    told().clear();
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(face->focusChild(), face);
    QCOMPARE(told().size(), 1);
    QCOMPARE(told()[0].child, QAccessible::Id(0));
}

void TestFigureAccess::everyMarkIsSpoken()
{
    QFETCH(QString, indicator);
    QFETCH(QString, ask);
    QFETCH(int, loose);
    show(figureOf(indicator, ask));
    QAccessibleInterface *face = faceOf(*m_view);
    const auto &places = m_view->figureScene()->places();
    QVERIFY(places.size() > 3);
    QSet<QString> rest;
    for (const MarkPlace &place : places)
        rest.insert(place.spoken);
    int outside = 0;
    // Every mark of every group, as the arrow keys find them: along each row of marks, then the next one below.
    for (std::size_t i = 0; i < places.size(); ++i) {
        m_view->setFocusRow(places[i].row);
        if (places[i].row < 0 || m_view->focusPlace() < 0)
            continue;
        QAccessibleInterface *child = face->focusChild();
        QVERIFY(child && child != face);
        const MarkPlace &mark = places[std::size_t(m_view->focusPlace())];
        QCOMPARE(nameOf(child), mark.spoken);
        rest.remove(mark.spoken);
        outside += child->tableCellInterface() ? 0 : 1;
        if (!child->tableCellInterface())
            QCOMPARE(face->indexOfChild(child), face->childCount() - 1);
    }
    QVERIFY(loose < 0 || outside == loose);
    // The reference has marks of no row of the answer: walked to, they are the child outside the table.
    for (int step = 0; step < 60 && loose < 0; ++step) {
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QAccessibleInterface *child = face->focusChild();
        QCOMPARE(nameOf(child), places[std::size_t(m_view->focusPlace())].spoken);
        outside += child->tableCellInterface() ? 0 : 1;
    }
    QVERIFY(loose >= 0 || outside > 0);
}

void TestFigureAccess::rectanglesLieOnTheMarks()
{
    for (const char *ask : {"level", "overview"}) {
        show(figureOf(ask == QLatin1String("level") ? QStringLiteral("safety.suspects") : QString(),
                      QLatin1String(ask)));
        QAccessibleInterface *face = faceOf(*m_view);
        QCOMPARE(face->child(0)->rect(), face->rect()); // a head has no place in the figure
        int onMarks = 0;
        for (int i = 0; i < face->childCount(); ++i) {
            QAccessibleInterface *cell = face->child(i);
            if (!cell->state().focusable)
                continue;
            ++onMarks;
            QVERIFY(!nameOf(cell).isEmpty());
            QVERIFY(cell->rect().width() < face->rect().width() / 3);
            const QPoint middle = cell->rect().center();
            if (!face->rect().contains(middle))
                continue; // below the fold: the view scrolls
            QAccessibleInterface *found = face->childAt(middle.x(), middle.y());
            QVERIFY(found && found->rect().contains(middle));
            m_view->setFocusRow(-1);
            QTest::mouseMove(m_view->viewport(), m_view->viewport()->mapFromGlobal(middle));
        }
        QCOMPARE(onMarks, int(m_view->figureScene()->places().size()));
        QVERIFY(!face->childAt(face->rect().left() + 1, face->rect().top() + 1));
    }
}

void TestFigureAccess::aNewFigureLeavesNothingBehind()
{
    const Figure level = figureOf(QStringLiteral("safety.suspects"), QStringLiteral("level"));
    show(level);
    QAccessibleInterface *face = faceOf(*m_view);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QList<QAccessible::Id> ids;
    for (int i = 0; i < face->childCount(); ++i)
        ids.append(QAccessible::uniqueId(face->child(i)));
    told().clear();
    m_view->setFigure(figureOf(QString(), QStringLiteral("overview")), m_sample.catalogue);
    for (const QAccessible::Id id : std::as_const(ids))
        QVERIFY(!QAccessible::accessibleInterface(id)); // asked by its id, a child of the old figure is no more
    QCOMPARE(faceOf(*m_view), face);
    QCOMPARE(int(std::count_if(told().begin(), told().end(),
                               [](const Told &event) { return event.type == QAccessible::TableModelChanged; })),
             1);
    QCOMPARE(told().last().type, QAccessible::Focus); // the focus was on a child that is gone: it is on the figure
    QCOMPARE(told().last().child, QAccessible::Id(0));
    QCOMPARE(face->child(1)->text(QAccessible::Name), QString::fromStdString(m_view->figure()->table.header[1]));

    const QAccessible::Id last = QAccessible::uniqueId(face->child(face->childCount() - 1));
    m_view->clear();
    QVERIFY(!QAccessible::accessibleInterface(last));
    QCOMPARE(face->childCount(), 0);
    QVERIFY(face->isValid() && !face->child(0) && !face->tableInterface()->cellAt(0, 0));
    QCOMPARE(face->tableInterface()->rowCount(), 0);
    QCOMPARE(face->tableInterface()->columnDescription(0), QString());
    // And many in a row, each asked for a child, with and without room to be drawn in.
    for (int round = 0; round < 20; ++round) {
        m_view->resize(round % 3 == 0 ? QSize(20, 10) : QSize(900, 560));
        m_view->setFigure(round % 2 == 0 ? level : samples::nothing(Language::English), m_sample.catalogue);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        for (int i = 0; i < face->childCount(); ++i) {
            QVERIFY(face->child(i));
            QVERIFY(face->child(i)->rect().isValid() || round % 3 == 0);
            (void)face->child(i)->state();
        }
    }
}

void TestFigureAccess::theSameTableKeepsItsChildren()
{
    Figure figure = figureOf(QStringLiteral("safety.suspects"), QStringLiteral("level"));
    show(figure);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    const QString spoken = nameOf(faceOf(*m_view)->focusChild());
    const QAccessible::Id id = QAccessible::uniqueId(faceOf(*m_view)->focusChild());
    told().clear();
    figure.panels[0].series[0].emphasised = false; // as Enter on a mark does
    m_view->setFigure(figure, m_sample.catalogue);
    QVERIFY(QAccessible::accessibleInterface(id));
    QCOMPARE(nameOf(faceOf(*m_view)->focusChild()), spoken);
    QVERIFY(told().isEmpty());
}

void TestFigureAccess::theCardIsSaid()
{
    show(figureOf(QStringLiteral("safety.suspects"), QStringLiteral("level")));
    int wanted = 0;
    connect(m_view.get(), &FigureView::cardWanted, this, [&] {
        ++wanted;
        m_view->say(QStringLiteral("the whole card"));
    });
    QTest::keyClick(m_view.get(), Qt::Key_Space); // from the figure as a whole: the first mark
    QCOMPARE(wanted, 1);
    QCOMPARE(m_view->focusPlace(), 0);
    QAccessibleInterface *cell = faceOf(*m_view)->focusChild();
    QCOMPARE(cell->text(QAccessible::Description), QStringLiteral("the whole card"));
    QCOMPARE(told().last().description, QStringLiteral("the whole card"));
    QCOMPARE(told().last().child, QAccessible::uniqueId(cell));
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    QCOMPARE(told().last().type, QAccessible::DescriptionChanged);
#endif
    told().clear();
    QTest::keyClick(m_view.get(), Qt::Key_Space); // said again, and not mistaken for no news
    QVERIFY(!told().isEmpty());
    QCOMPARE(told().last().description, QStringLiteral("the whole card"));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(cell->text(QAccessible::Description), QString());
    QCOMPARE(faceOf(*m_view)->focusChild()->text(QAccessible::Description), QString());
}

void TestFigureAccess::focusInIsTold()
{
    show(figureOf(QStringLiteral("safety.suspects"), QStringLiteral("level")));
    m_view->clearFocus();
    told().clear();
    m_view->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(!told().isEmpty() && told().last().child != 0);
    QCOMPARE(told().last().type, QAccessible::Focus);
    QCOMPARE(told().last().name, m_view->figureScene()->places()[0].spoken);
    QCOMPARE(told().first().name, QString::fromStdString(m_view->figure()->title)); // the figure first, then the mark
}

void TestFigureAccess::theViewGoesAndItsChildrenWithIt()
{
    show(figureOf(QStringLiteral("safety.suspects"), QStringLiteral("level")));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    const QAccessible::Id table = QAccessible::uniqueId(faceOf(*m_view));
    const QAccessible::Id cell = QAccessible::uniqueId(faceOf(*m_view)->focusChild());
    m_view.reset();
    QVERIFY(!QAccessible::accessibleInterface(table));
    QVERIFY(!QAccessible::accessibleInterface(cell));
}

EVENREDIG_TEST(TestFigureAccess)
#include "testfigureaccess.moc"
