// Conditions: read strictly, and written in one form, so that equal sets have equal texts.
#include "core/model/condition.h"
#include "testroom.h"

#include <QtTest>

using namespace evenredig;

class TestCondition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read();
    void canonical_data();
    void canonical();
    void canonicalRoundTrips();
    void refused_data();
    void refused();
};

namespace {

Result<std::vector<Condition>> conditions(const std::string &json)
{
    const auto document = JsonDocument::parse("{\"where\": " + json + "}", "q.json");
    if (!document)
        return tl::unexpected<Error>(document.error());
    std::vector<Condition> read = readConditions(document->root()["where"]);
    if (document->error())
        return tl::unexpected<Error>(*document->error());
    return read;
}

} // namespace

void TestCondition::read()
{
    const auto read = conditions(R"([{"variable": "age", "between": [25, 44.5]}, {"variable": "sex", "in": ["f"]},
                                     {"variable": "country", "not_in": ["aw", "bq"]}])");
    QVERIFY(read);
    QCOMPARE(read->size(), std::size_t(3));
    QCOMPARE(int((*read)[0].kind), int(Condition::Kind::Between));
    QCOMPARE((*read)[0].low, 25.0);
    QCOMPARE((*read)[0].high, 44.5);
    QCOMPARE((*read)[1].codes, std::vector<std::string>{"f"});
    QCOMPARE(int((*read)[2].kind), int(Condition::Kind::NotIn));
    QVERIFY(conditions("[]")->empty());
    QVERIFY(conditions("null")->empty());
    const auto codes = conditions(R"([{"variable": "education", "between": ["vmbo", "mbo"]}])");
    QVERIFY(codes);
    QCOMPARE(int((*codes)[0].kind), int(Condition::Kind::Between));
    QVERIFY((*codes)[0].betweenCodes() && !(*read)[0].betweenCodes());
    QCOMPARE((*codes)[0].first, std::string("vmbo"));
    QCOMPARE((*codes)[0].last, std::string("mbo"));
    QVERIFY((*codes)[0].codes.empty() && (*codes)[0].low == 0 && (*codes)[0].high == 0);
    // Which code comes first is not for the condition to know, and one code may be both ends.
    QVERIFY(conditions(R"([{"variable": "education", "between": ["wo", "po"]}])"));
    QVERIFY(conditions(R"([{"variable": "education", "between": ["mbo", "mbo"]}])"));
}

void TestCondition::canonical_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("equal");
    const char *const ab = R"([{"variable": "v", "in": ["a", "b"]}])";
    QTest::newRow("order of codes") << ab << R"([{"in": ["b", "a"], "variable": "v"}])" << true;
    QTest::newRow("code twice") << ab << R"([{"variable": "v", "in": ["a", "b", "a"]}])" << true;
    QTest::newRow("order of conditions") << R"([{"variable": "v", "in": ["a"]}, {"variable": "w", "in": ["b"]}])"
                                         << R"([{"variable": "w", "in": ["b"]}, {"variable": "v", "in": ["a"]}])"
                                         << true;
    QTest::newRow("condition twice") << ab
                                     << R"([{"variable": "v", "in": ["a", "b"]}, {"variable": "v", "in": ["b", "a"]}])"
                                     << true;
    QTest::newRow("5 and 5.0") << R"([{"variable": "age", "between": [5, 9]}])"
                               << R"([{"variable": "age", "between": [5.0, 9]}])" << true;
    QTest::newRow("in and not in") << ab << R"([{"variable": "v", "not_in": ["a", "b"]}])" << false;
    QTest::newRow("another variable") << ab << R"([{"variable": "w", "in": ["a", "b"]}])" << false;
    QTest::newRow("fewer codes") << ab << R"([{"variable": "v", "in": ["a"]}])" << false;
    QTest::newRow("case counts") << ab << R"([{"variable": "v", "in": ["A", "b"]}])" << false;
    QTest::newRow("a code with a comma") << ab << R"([{"variable": "v", "in": ["a,b"]}])" << false;
    QTest::newRow("another end") << R"([{"variable": "age", "between": [5, 9]}])"
                                 << R"([{"variable": "age", "between": [5, 9.5]}])" << false;
    const char *const codes = R"([{"variable": "v", "between": ["a", "b"]}])";
    QTest::newRow("codes as ends") << codes << R"([{"between": ["a", "b"], "variable": "v"}])" << true;
    QTest::newRow("codes swapped") << codes << R"([{"variable": "v", "between": ["b", "a"]}])" << false;
    QTest::newRow("codes as ends and in a list") << codes << ab << false;
    QTest::newRow("codes that are digits, and numbers") << R"([{"variable": "v", "between": ["5", "9"]}])"
                                                        << R"([{"variable": "v", "between": [5, 9]}])" << false;
    QTest::newRow("nothing and something") << "[]" << ab << false;
}

void TestCondition::canonical()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, equal);
    const auto first = conditions(a.toStdString());
    const auto second = conditions(b.toStdString());
    QVERIFY(first && second);
    QCOMPARE(canonicalJson(*first) == canonicalJson(*second), equal);
}

void TestCondition::canonicalRoundTrips()
{
    QCOMPARE(canonicalJson({}), std::string("[]"));
    for (const char *json : {R"([{"variable": "age", "between": [-1.5, 1e3]}])",
                             R"([{"variable": "é\"\\", "in": ["n < 50 & \"x\", y", ""]}])",
                             R"([{"variable": "education", "between": ["é\"\\", "10"]}])",
                             R"([{"variable": "w", "not_in": ["2", "10"]}, {"variable": "v", "in": []}])"}) {
        const auto read = conditions(json);
        QVERIFY(read);
        const std::string once = canonicalJson(*read);
        const auto again = conditions(once);
        QVERIFY(again);
        QCOMPARE(canonicalJson(*again), once);
        QCOMPARE(again->size(), read->size());
        if (read->front().kind == Condition::Kind::Between)
            QVERIFY(again->front() == read->front());
    }
}

void TestCondition::refused_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("no list") << R"({"variable": "v", "in": ["a"]})" << int(ErrorCode::JsonWrongType) << "/where";
    QTest::newRow("no object") << R"(["v"])" << int(ErrorCode::JsonWrongType) << "/where/0";
    QTest::newRow("no variable") << R"([{"in": ["a"]}])" << int(ErrorCode::JsonMissingKey) << "/where/0";
    QTest::newRow("no test") << R"([{"variable": "v"}])" << int(ErrorCode::JsonWrongValue) << "/where/0";
    QTest::newRow("two tests") << R"([{"variable": "v", "in": ["a"], "not_in": ["b"]}])"
                               << int(ErrorCode::JsonWrongValue) << "/where/0";
    QTest::newRow("unknown test") << R"([{"variable": "v", "is": "a"}])" << int(ErrorCode::JsonUnknownKey)
                                  << "/where/0/is";
    QTest::newRow("one code without a list")
        << R"([{"variable": "v", "in": "a"}])" << int(ErrorCode::JsonWrongType) << "/where/0/in";
    QTest::newRow("code that is a number")
        << R"([{"variable": "v", "in": ["a", 2]}])" << int(ErrorCode::JsonWrongType) << "/where/0/in/1";
    QTest::newRow("one end") << R"([{"variable": "v", "between": [1]}])" << int(ErrorCode::JsonWrongValue)
                             << "/where/0/between";
    QTest::newRow("three ends") << R"([{"variable": "v", "between": [1, 2, 3]}])" << int(ErrorCode::JsonWrongValue)
                                << "/where/0/between";
    QTest::newRow("ends swapped") << R"([{"variable": "v", "between": [44, 25]}])" << int(ErrorCode::JsonWrongValue)
                                  << "/where/0/between";
    QTest::newRow("end without a value") << R"([{"variable": "v", "between": [null, 25]}])"
                                         << int(ErrorCode::JsonWrongValue) << "/where/0/between";
    for (const char *ends :
         {R"([1, "mbo"])", R"(["vmbo", 2])", R"(["", "mbo"])", R"(["vmbo", ""])", R"(["vmbo"])",
          R"(["po", "vmbo", "mbo"])", R"([null, "mbo"])", R"([true, false])", R"([["po"], ["mbo"]])", "[]"})
        QTest::newRow(ends) << QStringLiteral(R"([{"variable": "v", "between": %1}])").arg(QString::fromUtf8(ends))
                            << int(ErrorCode::JsonWrongValue) << "/where/0/between";
    QTest::newRow("ends without a list") << R"([{"variable": "v", "between": "po"}])" << int(ErrorCode::JsonWrongType)
                                         << "/where/0/between";
    QTest::newRow("variable without a name")
        << R"([{"variable": "", "in": ["a"]}])" << int(ErrorCode::JsonWrongValue) << "/where/0/variable";
}

void TestCondition::refused()
{
    QFETCH(QString, json);
    QFETCH(int, code);
    QFETCH(QString, pointer);
    const auto read = conditions(json.toStdString());
    QVERIFY(!read);
    QCOMPARE(int(read.error().code), code);
    QCOMPARE(QString::fromStdString(read.error().context[1].second), pointer);
}

EVENREDIG_TEST(TestCondition)
#include "testcondition.moc"
