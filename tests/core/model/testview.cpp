// A view as a value: what undo, pins and the stored last view hold (formats.md, "View").
#include "core/model/view.h"
#include "core/store/storetest.h"
#include "testroom.h"

#include <QtTest>

using namespace evenredig;

class TestView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void whatIsLeftOutIsTheDefault();
    void aQuestionIsAView();
    void faults_data();
    void faults();
};

namespace {

constexpr const char *question = R"({"evenredig":"question/1","ask":"gap","indicator":"safety.suspects"})";

} // namespace

void TestView::roundTrips()
{
    View view;
    view.question = *Question::fromJson(question, "q.json");
    view.emphasis = {"turkish", "moroccan"};
    view.form = {FigureForm::Order::ByValue, FigureForm::Arrangement::Panels, FigureForm::Rows::Changed};
    view.language = Language::English;
    view.numbers = Language::Dutch;
    view.size = View::Size{160, 85};
    const Result<View> read = View::fromJson(view.toJson(), "v.json");
    QVERIFY2(read, storetest::wrongOf(read).c_str());
    QVERIFY(*read == view);
}

void TestView::whatIsLeftOutIsTheDefault()
{
    const Result<View> read = View::fromJson(std::string(R"({"evenredig":"view/1","question":)") + question + "}",
                                             "v.json");
    QVERIFY2(read, storetest::wrongOf(read).c_str());
    QVERIFY(read->form == FigureForm() && read->emphasis.empty() && !read->language && !read->numbers && !read->size);
    QCOMPARE(read->toJson(), std::string(R"({"evenredig":"view/1","question":)") + question + "}");
}

void TestView::aQuestionIsAView()
{
    const Result<View> read = View::fromJson(question, "q.json");
    QVERIFY2(read, storetest::wrongOf(read).c_str());
    QCOMPARE(read->question.toJson(false), std::string(question));
}

void TestView::faults_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("unknown key") << QByteArray(R"("colour": "red")");
    QTest::newRow("unknown order") << QByteArray(R"("order": "random")");
    QTest::newRow("unknown rows") << QByteArray(R"("rows": "some")");
    QTest::newRow("language") << QByteArray(R"("lang": "de")");
    QTest::newRow("panels") << QByteArray(R"("panels": "yes")");
    QTest::newRow("size") << QByteArray(R"("size": {"width": -1})");
    QTest::newRow("unknown size") << QByteArray(R"("size": {"depth": 1})");
    QTest::newRow("emphasis") << QByteArray(R"("emphasis": "turkish")");
}

void TestView::faults()
{
    QFETCH(QByteArray, rest);
    const std::string json = std::string(R"({"evenredig":"view/1","question":)") + question + ", " + rest.toStdString()
                             + "}";
    const Result<View> read = View::fromJson(json, "v.json");
    QVERIFY(!read);
    QVERIFY(message(read.error(), Language::Dutch).find("v.json") != std::string::npos);
}

EVENREDIG_TEST(TestView)
#include "testview.moc"
