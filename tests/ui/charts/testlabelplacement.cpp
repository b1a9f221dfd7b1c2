// Labels move apart, in order, by as little as possible; tick texts never touch.
#include "testroom.h"
#include "ui/charts/labelplacement.h"

#include <QTest>

#include <cmath>

using namespace evenredig;

class TestLabelPlacement final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsThatFitStay();
    void equalLabelsSpreadEvenly();
    void theOrderAndTheDistancesAreKept();
    void theBoundsHold();
    void nothingIsDroppedWhenThereIsNoRoom();
    void allTicksWhenThereIsRoom();
    void lastAndFirstTickWhenThereIsLittle();
    void evenTicksMeetZero();
};

void TestLabelPlacement::labelsThatFitStay()
{
    QCOMPARE(spreadLabels({{10, 8}, {30, 8}, {20, 8}}, 0, 100), (std::vector<double>{10, 30, 20}));
    QVERIFY(spreadLabels({}, 0, 100).empty());
}

void TestLabelPlacement::equalLabelsSpreadEvenly()
{
    QCOMPARE(spreadLabels({{50, 10}, {50, 10}, {50, 10}}, 0, 100), (std::vector<double>{40, 50, 60}));
}

void TestLabelPlacement::theOrderAndTheDistancesAreKept()
{
    const std::vector<LabelSpan> labels{{52, 10}, {20, 20}, {50, 10}, {22, 10}, {51, 10}, {90, 10}};
    const std::vector<double> middles = spreadLabels(labels, 0, 100);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t k = 0; k < labels.size(); ++k) {
            if (labels[i].wanted < labels[k].wanted)
                QVERIFY(middles[k] - middles[i] >= (labels[i].size + labels[k].size) / 2 - 1e-9);
        }
    }
    QCOMPARE(middles[5], 90.0);
}

void TestLabelPlacement::theBoundsHold()
{
    const std::vector<double> middles = spreadLabels({{1, 10}, {2, 10}, {99, 10}, {98, 10}}, 0, 100);
    QCOMPARE(middles, (std::vector<double>{5, 15, 95, 85}));
}

void TestLabelPlacement::nothingIsDroppedWhenThereIsNoRoom()
{
    const std::vector<double> middles = spreadLabels({{5, 10}, {5, 10}, {5, 10}}, 0, 20);
    QCOMPARE(middles, (std::vector<double>{0, 10, 20}));
}

void TestLabelPlacement::allTicksWhenThereIsRoom()
{
    QCOMPARE(ticksToPrint({{0, 10}, {20, 10}, {40, 10}}, 5), (std::vector<bool>{true, true, true}));
}

void TestLabelPlacement::lastAndFirstTickWhenThereIsLittle()
{
    std::vector<LabelSpan> ticks;
    for (int i = 0; i < 13; ++i)
        ticks.push_back({i * 10.0, 20});
    for (double gap : {2.0, 20.0, 60.0}) {
        const std::vector<bool> print = ticksToPrint(ticks, gap);
        QVERIFY(print.back());
        QVERIFY(print.front());
        double before = -1000;
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            if (!print[i])
                continue;
            QVERIFY(ticks[i].wanted - before >= 20 + gap);
            before = ticks[i].wanted;
        }
    }
}

void TestLabelPlacement::evenTicksMeetZero()
{
    std::vector<LabelSpan> ticks;
    for (int i = 0; i < 6; ++i)
        ticks.push_back({i * 10.0, 12});
    QCOMPARE(evenTicksToPrint(ticks, 5, 0), (std::vector<bool>{true, false, true, false, true, false}));
    QCOMPARE(evenTicksToPrint(ticks, 5, 3), (std::vector<bool>{false, true, false, true, false, true}));
    QVERIFY(evenTicksToPrint({}, 5, 0).empty());
}

EVENREDIG_TEST(TestLabelPlacement)
#include "testlabelplacement.moc"
