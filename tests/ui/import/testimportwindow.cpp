// The import window, used as a person does: four steps, choices in tables, an answer to a question, the data in.
#include "../windowfixture.h"
#include "simfile.h"

#include "testroom.h"
#include "ui/import/bandsfield.h"
#include "ui/import/checkpage.h"
#include "ui/import/columnsmodel.h"
#include "ui/import/columnspage.h"
#include "ui/import/dataactions.h"
#include "ui/import/rawpane.h"
#include "ui/import/valuesmodel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStatusBar>
#include <QTableView>

using namespace evenredig;

class TestImportWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fieldPlaces_data();
    void fieldPlaces();
    void fromFileToData();
    void choosesRolesAndValues();
    void typingNarrowsTheList();
    void readsBands_data();
    void readsBands();
    void cutsNumbersIntoBands();
    void answersTheQuestion();
    void dropsSeveralFiles();
    void blockedUntilOriginIsKnown();
    void saysEverythingInDutch();
    void escapeLosesNoChoice();
    void showsDatasets();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_fixture->sample.path(name); }
    /// The import window on these files, its trial done.
    [[nodiscard]] ImportWindow *begin(const QStringList &files);
    [[nodiscard]] static bool settled(ImportWindow &window)
    {
        const ImportSession &session = window.session();
        return QTest::qWaitFor(
            [&session] { return !session.isLooking() && !session.isTrying() && !session.isImporting(); }, 20000);
    }
    template<class T>
    [[nodiscard]] static T *button(QWidget &window, const QString &text)
    {
        for (T *one : window.findChildren<T *>()) {
            if (one->text().remove(u'&').startsWith(text) && one->isVisible())
                return one;
        }
        return nullptr;
    }

    std::optional<WindowFixture> m_fixture;
};

void TestImportWindow::init()
{
    m_fixture.emplace();
    QVERIFY2(m_fixture->sample.failure().isEmpty(), qPrintable(m_fixture->sample.failure()));
    QVERIFY(m_fixture->open());
    QVERIFY(simfile::write(path(QStringLiteral("sim2020.csv"))));
}

void TestImportWindow::cleanup()
{
    m_fixture.reset();
}

ImportWindow *TestImportWindow::begin(const QStringList &files)
{
    QStringList paths;
    for (const QString &file : files)
        paths << path(file);
    DataActions *data = m_fixture->window->data();
    data->importFiles(paths);
    ImportWindow *window = data->importWindow();
    return window && QTest::qWaitForWindowExposed(window) && settled(*window) ? window : nullptr;
}

void TestImportWindow::fieldPlaces_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("plain") << QStringLiteral("a;bc;d") << QStringList{"a", "bc", "d"};
    QTest::newRow("empty fields") << QStringLiteral(";;") << QStringList{"", "", ""};
    QTest::newRow("quoted") << QStringLiteral("\"a;b\";c") << QStringList{"a;b", "c"};
    QTest::newRow("quote open") << QStringLiteral("\"a;b") << QStringList{"\"a;b"};
    QTest::newRow("nothing") << QString() << QStringList{""};
}

void TestImportWindow::fieldPlaces()
{
    QFETCH(QString, line);
    QFETCH(QStringList, fields);
    QStringList found;
    for (const auto &[from, length] : evenredig::fieldPlaces(line, u';', u'"'))
        found << line.mid(from, length);
    QCOMPARE(found, fields);
}

void TestImportWindow::fromFileToData()
{
    ImportWindow *window = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(window);
    QVERIFY(window->findChild<QPlainTextEdit *>(QStringLiteral("rawText"))
                ->toPlainText()
                .contains(QStringLiteral("Somalië"))); // Windows-1252, read as such
    for (const QPushButton *one : window->findChildren<QPushButton *>())
        QVERIFY2(!one->autoDefault(), qPrintable(one->text())); // Enter in a field presses none
    auto *next = window->findChild<QPushButton *>(QStringLiteral("accentButton"));
    for (const char *step : {"Volgende: kolommen", "Volgende: steekproefontwerp", "Volgende: controle"}) {
        QCOMPARE(next->text(), QString::fromUtf8(step));
        QTest::mouseClick(next, Qt::LeftButton);
    }
    QVERIFY(settled(*window));
    QCOMPARE(next->text().remove(u'&'), QStringLiteral("Inlezen"));
    QVERIFY(window->findChild<CheckPage *>()->isVisible());
    QVERIFY(button<QLabel>(*window, QStringLiteral("Gelezen 1200 = bewaard 1199 + apart gezet 1")));
    QVERIFY(next->isEnabled());
    QTest::mouseClick(next, Qt::LeftButton);
    DataActions *data = m_fixture->window->data();
    QVERIFY(QTest::qWaitFor([data] { return data->datasetsWindow() != nullptr; }, 20000)); // the quality page
    QVERIFY(settle(m_fixture->session()));
    const auto &datasets = m_fixture->session().workspace()->datasets;
    QVERIFY(std::ranges::any_of(datasets, [](const DatasetRecord &record) {
        return record.info.kind == DatasetKind::Survey && record.counts.rowsKept == simfile::rows - 1;
    }));
}

// By keyboard alone: a box is opened by typing, the name narrows the list, Enter chooses.
void TestImportWindow::choosesRolesAndValues()
{
    ImportWindow *window = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(window);
    QTest::mouseClick(window->findChild<QPushButton *>(QStringLiteral("accentButton")), Qt::LeftButton);
    auto *page = window->findChild<ColumnsPage *>();
    QVERIFY(page->isVisible());
    page->choose("gew");
    QTableView *columns = page->columns();
    columns->edit(columns->currentIndex());
    auto *box = columns->findChild<QComboBox *>();
    QVERIFY(box);
    box->hidePopup();
    box->setCurrentIndex(box->findData(QStringLiteral("leave_out")));
    Q_EMIT box->activated(box->currentIndex());
    QVERIFY(settled(*window));
    QVERIFY(window->session().draft().column("gew")->role == ColumnRole::LeaveOut);

    page->choose("opl");
    QAbstractItemModel *values = page->values()->model();
    QVERIFY(values->rowCount() >= 5);
    int nine = -1;
    for (int row = 0; row < values->rowCount(); ++row) {
        if (values->index(row, ValuesModel::Value).data().toString() == QStringLiteral("9"))
            nine = row;
    }
    QVERIFY(nine >= 0);
    QStringList order; // codes, however often they occur
    for (int row = 0; row < values->rowCount(); ++row)
        order << values->index(row, ValuesModel::Value).data().toString();
    QCOMPARE(order, (QStringList{"1", "2", "3", "4", "9"}));
    const QModelIndex becomes = values->index(nine, ValuesModel::Becomes);
    QVERIFY(values->setData(becomes, QStringLiteral("missing:%1").arg(int(Missing::Refused)), ValuesModel::ChoiceRole));
    QVERIFY(settled(*window));
    QVERIFY(becomes.data().toString().contains(QStringLiteral("geweigerd")));
    QVERIFY(window->session().trial());
    const auto &missing = window->session().trial()->quality->missing;
    QVERIFY(std::ranges::any_of(missing, [](const QualityMissing &one) {
        return one.reasons.contains(Missing::Refused) && one.reasons.at(Missing::Refused) > 0;
    }));
}

void TestImportWindow::typingNarrowsTheList()
{
    ImportWindow *window = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(window);
    auto *page = window->findChild<ColumnsPage *>();
    QTest::mouseClick(window->findChild<QPushButton *>(QStringLiteral("accentButton")), Qt::LeftButton);
    page->choose("lft");
    auto *table = page->findChild<QTableView *>();
    table->edit(table->currentIndex());
    auto *box = table->findChild<QComboBox *>();
    QVERIFY(box && QTest::qWaitFor([box] { return box->completer()->popup()->isVisible(); }));
    const QAbstractItemModel *list = box->completer()->completionModel();
    QVERIFY(list->rowCount() > 100);
    QCOMPARE(box->itemData(0).toString(), QStringLiteral("variable:age")); // what the file suggests comes first
    QVERIFY(box->width() > 200);
    QTest::keyClicks(box->lineEdit(), QStringLiteral("moeite"));
    QVERIFY(list->rowCount() > 0 && list->rowCount() < 20);
    for (int row = 0; row < list->rowCount(); ++row)
        QVERIFY(list->index(row, 0).data().toString().contains(QStringLiteral("moeite"), Qt::CaseInsensitive));
    QTest::keyClick(box->completer()->popup(), Qt::Key_Down);
    const QString chosen = box->completer()->popup()->currentIndex().data().toString();
    QTest::keyClick(box->completer()->popup(), Qt::Key_Return);
    QVERIFY(settled(*window));
    QCOMPARE(table->currentIndex().data().toString(), chosen);
    QVERIFY(window->session().draft().column("lft")->variable != "age");
    // Of a column whose codes do not tell what it is, what its name is known as.
    page->choose("opl");
    table->edit(table->currentIndex());
    box = table->findChild<QComboBox *>();
    QVERIFY(box && box->itemData(0).toString() == QStringLiteral("variable:education"));
}

void TestImportWindow::readsBands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<double>>("bands"); // of what is refused: −1
    QTest::newRow("semicolons") << QStringLiteral("15; 25;35") << QList<double>{15, 25, 35};
    QTest::newRow("commas and blanks") << QStringLiteral("15, 25, 35") << QList<double>{15, 25, 35};
    QTest::newRow("a decimal comma") << QStringLiteral("0; 12,5") << QList<double>{0, 12.5};
    QTest::newRow("none") << QString() << QList<double>{};
    QTest::newRow("falling") << QStringLiteral("25; 15") << QList<double>{-1};
    QTest::newRow("twice") << QStringLiteral("15; 15") << QList<double>{-1};
    QTest::newRow("a word") << QStringLiteral("15; oud") << QList<double>{-1};
}

void TestImportWindow::readsBands()
{
    QFETCH(QString, text);
    QFETCH(QList<double>, bands);
    const std::optional<std::vector<double>> found = readBands(text, NumberFormat::dutch());
    QCOMPARE(found ? QList<double>(found->begin(), found->end()) : QList<double>{-1}, bands);
}

void TestImportWindow::cutsNumbersIntoBands()
{
    ImportWindow *window = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(window);
    QTest::mouseClick(window->findChild<QPushButton *>(QStringLiteral("accentButton")), Qt::LeftButton);
    auto *page = window->findChild<ColumnsPage *>();
    page->choose("lft");
    auto *ends = window->findChild<BandsField *>()->findChild<QLineEdit *>();
    QVERIFY(ends->isVisible());
    ends->setFocus();
    ends->setText(QStringLiteral("18; 40; 65"));
    QTest::keyClick(ends, Qt::Key_Return);
    QVERIFY(settled(*window));
    QCOMPARE(window->session().draft().column("lft")->bands, (std::vector<double>{18, 40, 65}));
    const auto recipe = Recipe::fromJson(window->session().recipeText(), "r");
    QVERIFY(recipe && std::ranges::any_of(recipe->columns, [](const ColumnRule &rule) {
                return rule.as == "age_band" && rule.bands.size() == 3;
            }));
    page->choose("herkomst");
    QVERIFY(!ends->isVisible());
}

void TestImportWindow::answersTheQuestion()
{
    ImportWindow *window = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(window);
    QTest::mouseClick(window->findChild<QPushButton *>(QStringLiteral("accentButton")), Qt::LeftButton);
    auto *page = window->findChild<ColumnsPage *>();
    page->choose("lft");
    QVERIFY(!button<QRadioButton>(*window, QStringLiteral("1250")));
    page->choose("ink");
    auto *large = button<QRadioButton>(*window, QStringLiteral("1250"));
    QVERIFY(large && !large->isChecked()); // nothing is chosen for anybody
    const auto *raw = window->findChild<QPlainTextEdit *>(QStringLiteral("rawText"));
    QVERIFY(!raw->extraSelections().isEmpty());
    QCOMPARE(raw->extraSelections().front().cursor.selectedText(), QStringLiteral("1.250"));
    large->click();
    QVERIFY(settled(*window));
    const DraftColumn *income = window->session().draft().column("ink");
    QVERIFY(income->twoWaysSettled && income->twoWays[0].choice == TwoWayValue::Choice::Large);
    QCOMPARE(window->session().trial()->report.counts.valuesUnreadable, 0L);
}

void TestImportWindow::dropsSeveralFiles()
{
    QVERIFY(simfile::write(path(QStringLiteral("sim2015.csv"))));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path(QStringLiteral("sim2015.csv"))),
                  QUrl::fromLocalFile(path(QStringLiteral("sim2020.csv")))});
    const QPointF middle = m_fixture->window->rect().center();
    QDragEnterEvent enter(middle.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_fixture->window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_fixture->window, &drop);
    DataActions *actions = m_fixture->window->data();
    QVERIFY(QTest::qWaitFor([actions] { return actions->importWindow() != nullptr; }, 5000));
    ImportWindow *window = actions->importWindow();
    QVERIFY(settled(*window));
    // Each is a period of its own: one after the other, the second by the recipe of the first.
    QCOMPARE(window->session().waiting().size(), 1);
    auto *next = window->findChild<QPushButton *>(QStringLiteral("accentButton"));
    for (int step = 0; step < 4; ++step) {
        QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY(settled(*window));
    }
    QVERIFY(QTest::qWaitFor([window] { return window->imported().size() == 1; }, 20000));
    QVERIFY(settled(*window));
    QVERIFY(window->windowTitle().size() > 0 && window->session().sources().front().endsWith(u"sim2020.csv"));
    QVERIFY(!window->session().recipeName().isEmpty());
}

void TestImportWindow::blockedUntilOriginIsKnown()
{
    QByteArray text = simfile::bytes();
    text.replace("herkomst", "kolom_b");
    for (const char *name : {"Turkije", "Marokko", "Suriname", "Nederlandse Antillen", "Iran", "Somali\xEB", "Polen"})
        text.replace(name, QByteArray("g") + QByteArray::number(qHash(QByteArray(name)) % 97));
    text.replace("Nederland", "g99");
    QVERIFY(simfile::write(path(QStringLiteral("los.csv")), text));
    ImportWindow *window = begin({QStringLiteral("los.csv")});
    QVERIFY(window);
    QVERIFY(!window->session().isReady());
    auto *next = window->findChild<QPushButton *>(QStringLiteral("accentButton"));
    for (int step = 0; step < 3; ++step)
        QTest::mouseClick(next, Qt::LeftButton);
    QVERIFY(!next->isEnabled());
    QVERIFY(window->findChild<CheckPage *>()->isVisible());
}

void TestImportWindow::saysEverythingInDutch()
{
    ImportWindow *window = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(window);
    auto *next = window->findChild<QPushButton *>(QStringLiteral("accentButton"));
    for (int step = 0; step < 4; ++step) {
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            QStringList texts{widget->toolTip(), widget->accessibleName()};
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts << label->text();
            if (const auto *one = qobject_cast<const QAbstractButton *>(widget))
                texts << one->text();
            for (const QString &text : texts) {
                QVERIFY2(!text.contains(u'{') && !text.contains(QStringLiteral("‹")), qPrintable(text));
                static const QRegularExpression english(QStringLiteral("\\b(the|and|columns|rows|read|weights?)\\b"));
                QVERIFY2(!english.match(text).hasMatch(), qPrintable(text));
            }
        }
        if (step < 3)
            QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY(settled(*window));
    }
}

void TestImportWindow::escapeLosesNoChoice()
{
    ImportWindow *window = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(window);
    window->session().edit([](Draft &draft) { draft.title.nl = "Een heel eigen titel"; });
    QTest::keyClick(window, Qt::Key_Escape);
    QVERIFY(!window->isVisible());
    QVERIFY(m_fixture->window->statusBar()->currentMessage().startsWith(QStringLiteral("Uw keuzes voor sim2020.csv")));
    ImportWindow *again = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(again);
    QCOMPARE(again->session().draft().title.nl, std::string("Een heel eigen titel"));
    QVERIFY(button<QLabel>(*again, QStringLiteral("Uw keuzes van")));
    auto *anew = button<QPushButton>(*again, QStringLiteral("Opnieuw beginnen"));
    QVERIFY(anew);
    QTest::mouseClick(anew, Qt::LeftButton);
    QVERIFY(settled(*again));
    QVERIFY(again->session().draft().title.nl != "Een heel eigen titel");
    QVERIFY(!anew->isVisible());
}

void TestImportWindow::showsDatasets()
{
    DataActions *data = m_fixture->window->data();
    data->showDatasets();
    DatasetsWindow *window = data->datasetsWindow();
    QVERIFY(window && QTest::qWaitForWindowExposed(window));
    QVERIFY(QTest::qWaitFor([window] { return !window->isBusy(); }, 20000));
    bool account = false;
    for (const QLabel *label : window->findChildren<QLabel *>())
        account = account || label->text().contains(QStringLiteral("rijen gelezen = "));
    QVERIFY(account);
}

EVENREDIG_TEST(TestImportWindow)
#include "testimportwindow.moc"
