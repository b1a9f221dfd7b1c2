// The figure's table as a model: alignment, copying, a table that changes.
#include "core/output/output.h"
#include "testroom.h"
#include "ui/explore/models/figuretablemodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace evenredig;

class TestFigureTableModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels();
    void alignsNumbersRight();
    void copiesTabSeparated();
    void showsTextsAsTheyAre();
    void survivesARaggedTable();

private:
    [[nodiscard]] static Table table();
};

Table TestFigureTableModel::table()
{
    return {{"herkomst", "2017*"},
            {{{"Marokko", {}, false, 0, {}}, {"3,7", 0.037, true, 0, Key::Value}},
             {{"<b>Turkije</b> & co", {}, false, 1, {}}, {"−2,0", -0.02, true, 1, Key::Value}}}};
}

void TestFigureTableModel::keepsTheRulesOfModels()
{
    FigureTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setTable(table());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.index(1, 1).data(FigureTableModel::RowRole).toInt(), 1);
    model.setTable({});
    QCOMPARE(model.columnCount(), 0);
}

void TestFigureTableModel::alignsNumbersRight()
{
    FigureTableModel model;
    model.setTable(table());
    const auto alignment = [&model](int column) {
        return std::pair(model.index(0, column).data(Qt::TextAlignmentRole).toInt(),
                         model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    };
    QVERIFY(alignment(0).first & Qt::AlignLeft);
    QVERIFY(alignment(1).first & Qt::AlignRight);
    QCOMPARE(alignment(0).first, alignment(0).second);
    QCOMPARE(alignment(1).first, alignment(1).second);
}

void TestFigureTableModel::copiesTabSeparated()
{
    FigureTableModel model;
    model.setTable(table());
    QModelIndexList all;
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 2; ++column)
            all.append(model.index(row, column));
    const auto copied = [&](const QModelIndexList &cells) { return tableText(model.part(cells)); };
    QCOMPARE(copied(all), std::string("herkomst\t2017*\nMarokko\t3,7\n<b>Turkije</b> & co\t-2,0"));
    QCOMPARE(copied({model.index(1, 1)}), std::string("-2,0"));
    QCOMPARE(copied({model.index(0, 0), model.index(1, 1)}), std::string("herkomst\t2017*\nMarokko\t\n\t-2,0"));
    QCOMPARE(tableHtml(model.part(all)).find("<b>"), std::string::npos);
}

void TestFigureTableModel::showsTextsAsTheyAre()
{
    FigureTableModel model;
    model.setTable(table());
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("<b>Turkije</b> & co"));
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("2017*: 3,7"));
}

void TestFigureTableModel::survivesARaggedTable()
{
    Table ragged = table();
    ragged.rows[0].pop_back();
    FigureTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable(ragged);
    QVERIFY(!model.index(0, 1).data().isValid());
}

EVENREDIG_TEST(TestFigureTableModel)
#include "testfiguretablemodel.moc"
