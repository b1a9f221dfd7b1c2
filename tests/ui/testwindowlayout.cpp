// The window's own texts: at three sizes, in two languages and after every question nothing is cut off or covered.
#include "ui/windowfixture.h"

#include "testroom.h"
#include "ui/base/text.h"
#include "ui/explore/choicebox.h"
#include "ui/explore/indicatortree.h"

#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

using namespace evenredig;

namespace {

QString nameOf(const QWidget *widget)
{
    QString text = widget->objectName();
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        text += ' ' + label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text += ' ' + button->text();
    return QString("%1 “%2”").arg(widget->metaObject()->className(), text.trimmed());
}

/// A label's or a button's text is cut off. Who elides on purpose says the whole text when pointed at.
QString clipping(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    const bool wraps = label && label->wordWrap();
    const int width = wraps ? widget->minimumSizeHint().width() : widget->sizeHint().width();
    const int height = wraps ? label->heightForWidth(label->width()) : widget->sizeHint().height();
    if (label && label->text().isEmpty() && label->pixmap().isNull())
        return {};
    if (widget->width() < width)
        return QString("%1 is %2 wide and needs %3").arg(nameOf(widget)).arg(widget->width()).arg(width);
    if (widget->height() < height)
        return QString("%1 is %2 high and needs %3").arg(nameOf(widget)).arg(widget->height()).arg(height);
    return {};
}

QString clippedTab(const QTabBar &bar)
{
    for (int tab = 0; tab < bar.count(); ++tab) {
        QFont bold = bar.font();
        bold.setWeight(QFont::DemiBold);
        if (bar.tabRect(tab).width() < QFontMetrics(bold).horizontalAdvance(bar.tabText(tab))
            || !bar.rect().contains(bar.tabRect(tab)))
            return QString("the tab “%1” is cut off").arg(bar.tabText(tab));
    }
    return {};
}

QString clippedChoice(const QComboBox &box)
{
    const auto *choice = qobject_cast<const ChoiceBox *>(&box);
    if (choice && (choice->shownText() == box.currentText() || box.toolTip() == box.currentText().toHtmlEscaped()))
        return {};
    return QString("the choice “%1” is cut off").arg(box.currentText());
}

/// The pane below the figure may be folded up to its tabs; a hairline is left of what it holds.
bool isFolded(const QWidget *parent)
{
    return parent->height() <= 2;
}

/// Contents of a scroll area may be higher than it, never wider; all else lies inside its parent.
QString outside(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    QRect room = parent->rect();
    if (qobject_cast<const QScrollArea *>(parent->parentWidget()))
        room.setHeight(std::max(room.height(), widget->geometry().bottom() + 1)),
            room.setTop(std::min(room.top(), widget->y()));
    return room.contains(widget->geometry()) ? QString() : nameOf(widget) + " sticks out of " + nameOf(parent);
}

/// What a widget takes of its parent; a bar of tabs may go on behind the widget in its corner, its tabs may not.
QRect areaOf(const QWidget *widget)
{
    const auto *bar = qobject_cast<const QTabBar *>(widget);
    if (!bar || bar->count() == 0)
        return widget->geometry();
    return bar->tabRect(0).united(bar->tabRect(bar->count() - 1)).translated(bar->pos());
}

QStringList faultsOf(const QWidget &window)
{
    QStringList faults;
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.removeIf([](const QWidget *widget) { // Qt's own handles lie over what they part
        return widget->objectName().startsWith("qt_") || qobject_cast<const QSplitterHandle *>(widget);
    });
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->isWindow() || widget->size().isEmpty() || isFolded(widget->parentWidget()))
            continue;
        if (qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget))
            faults << clipping(widget);
        if (const auto *bar = qobject_cast<const QTabBar *>(widget))
            faults << clippedTab(*bar);
        if (const auto *box = qobject_cast<const QComboBox *>(widget))
            faults << clippedChoice(*box);
        faults << outside(widget);
        for (const QWidget *other : widgets) {
            if (other <= widget || other->parentWidget() != widget->parentWidget() || !other->isVisible()
                || other->isWindow())
                continue;
            if (areaOf(widget).intersects(areaOf(other)))
                faults << nameOf(widget) + " lies over " + nameOf(other);
        }
    }
    faults.removeAll(QString());
    return faults;
}

} // namespace

class TestWindowLayout final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void noIndicatorIsCutOff_data();
    void noIndicatorIsCutOff();
    void namesOfTheTreeStayApart_data() { noIndicatorIsCutOff_data(); }
    void namesOfTheTreeStayApart();
    void faultsAreFound();

private:
    void show(QSize size, Language language);

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestWindowLayout::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY2(m_fixture->sample.failure().isEmpty(), qPrintable(m_fixture->sample.failure()));
}

void TestWindowLayout::init()
{
    QVERIFY(m_fixture->open());
}

void TestWindowLayout::cleanup()
{
    m_fixture->close();
}

void TestWindowLayout::show(QSize size, Language language)
{
    Preferences preferences = m_fixture->session().preferences();
    preferences.interfaceLanguage = language;
    preferences.outputLanguage = language;
    m_fixture->session().setPreferences(preferences);
    m_fixture->window->resize(size);
    QVERIFY(settle(m_fixture->session()));
    QCOMPARE(m_fixture->window->size(), size);
}

void TestWindowLayout::nothingIsCutOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("language");
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080), QSize(1024, 700)})
        for (const Language language : {Language::Dutch, Language::English})
            QTest::addRow("%dx%d %s", size.width(), size.height(), std::string(languageCode(language)).c_str())
                << size << int(language);
}

void TestWindowLayout::nothingIsCutOff()
{
    QFETCH(QSize, size);
    QFETCH(int, language);
    show(size, Language(language));
    QStringList faults;
    for (const Ask ask : {Ask::Level, Ask::Development, Ask::Gap, Ask::Relative, Ask::Generations, Ask::Overview}) {
        m_fixture->ask(ask == Ask::Overview ? "" : "health.perceived_good_12_64", ask);
        QTest::qWait(20); // for the layouts
        for (const QString &fault : faultsOf(*m_fixture->window))
            faults << qstring(askName(ask)) + ": " + fault;
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

void TestWindowLayout::noIndicatorIsCutOff_data()
{
    QTest::addColumn<int>("language");
    QTest::newRow("nl") << int(Language::Dutch);
    QTest::newRow("en") << int(Language::English);
}

// Facts, card and sentences differ by indicator: in the narrow window all of them are looked at.
void TestWindowLayout::noIndicatorIsCutOff()
{
    QFETCH(int, language);
    show({1024, 700}, Language(language));
    QStringList faults;
    for (const Availability &available : m_fixture->session().workspace()->available) {
        const IndicatorCoverage &item = available.coverage;
        m_fixture->ask(item.indicator.c_str(), Ask::Level);
        QTest::qWait(20);
        for (const QString &fault : faultsOf(*m_fixture->window))
            faults << qstring(item.indicator) + ": " + fault;
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

void TestWindowLayout::namesOfTheTreeStayApart()
{
    QFETCH(int, language);
    show({1024, 700}, Language(language));
    const auto *tree = m_fixture->find<IndicatorTree>();
    QFont bold = tree->font();
    bold.setWeight(QFont::DemiBold);
    int names = 0;
    for (int domain = 0; domain < tree->model()->rowCount(); ++domain) {
        const QModelIndex parent = tree->model()->index(domain, 0);
        QSet<QString> seen;
        for (int row = 0; row < tree->model()->rowCount(parent); ++row) {
            const QModelIndex index = tree->model()->index(row, 0, parent);
            const QString shown = tree->shownName(index, bold);
            QVERIFY2(!seen.contains(shown), qPrintable(shown));
            seen.insert(shown);
            if (shown != index.data().toString())
                QVERIFY(index.data(Qt::ToolTipRole).toString().contains(index.data().toString().toHtmlEscaped()));
            ++names;
        }
    }
    QVERIFY(names > 20);
}

void TestWindowLayout::faultsAreFound()
{
    QWidget window;
    window.resize(300, 200);
    auto *label = new QLabel("a text that is much longer than its room", &window);
    label->setGeometry(0, 0, 60, 40);
    auto *button = new QPushButton("OK", &window);
    button->setGeometry(200, 0, 90, 60);
    window.show();
    QCOMPARE(faultsOf(window).size(), 1);
    label->setGeometry(0, 80, 290, 40);
    QCOMPARE(faultsOf(window), QStringList());
    button->move(200, 60); // over the label
    QCOMPARE(faultsOf(window).size(), 1);
    button->move(250, 0); // over the edge
    QCOMPARE(faultsOf(window).size(), 1);
    auto *box = new ChoiceBox(&window);
    box->addItem("a choice that is much longer than its room");
    box->setGeometry(0, 150, 100, 30);
    box->show();
    QCOMPARE(faultsOf(window).size(), 2);
    box->setToolTip(box->currentText());
    QCOMPARE(faultsOf(window).size(), 1);
}

EVENREDIG_TEST(TestWindowLayout)
#include "testwindowlayout.moc"
