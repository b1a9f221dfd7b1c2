// What an answer carries besides its numbers: words, notes, and the code that is printed on a figure.
#include "core/model/answer.h"
#include "testroom.h"

#include <QRegularExpression>
#include <QtTest>

#include <set>

using namespace evenredig;

class TestAnswerModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codeIsStable();
    void codeFollowsDataAndQuestion();
    void codeDoesNotFollowTheForm();
    void namesOfTheFormats_data();
    void namesOfTheFormats();
    void estimatesByKey();
    void absentIsAbsent();
    void sourceById();
    void notesInBothLanguages();
};

namespace {

Answer answer(
    const std::string &json =
        R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects", "origins": ["moroccan"]})")
{
    Answer made;
    made.question = *Question::fromJson(json, "q.json");
    DatasetInfo source;
    source.id = "cbs-2018-suspects";
    source.sha256 = "ab";
    made.sources = {source};
    made.origins = made.question.origins; // what was left out is filled in by who answers
    made.generations = made.question.generations;
    for (const std::string &period : made.question.periods)
        made.periods.push_back(*Period::parse(period));
    if (made.question.reference) {
        AnswerRow row;
        row.reference = *made.question.reference;
        row.add(Key::Value, {});
        made.rows.push_back(row);
    }
    return made;
}

template<class Enum>
QStringList namesOf(std::string_view (*name)(Enum), int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << QString::fromStdString(std::string(name(static_cast<Enum>(i))));
    return names;
}

} // namespace

void TestAnswerModel::codeIsStable()
{
    const std::string code = figureCode(answer());
    QVERIFY(QRegularExpression(QStringLiteral("^EV-[0-9A-F]{4}-[0-9A-F]{4}$"))
                .match(QString::fromStdString(code))
                .hasMatch());
    QCOMPARE(figureCode(answer()), code);
    // printf '%s\n%s\n%s\n' 'statistics 3' '{"evenredig":"question/1","ask":"gap","indicator":"safety.suspects","origins":["moroccan"]}' 'cbs-2018-suspects ab ' | sha256sum
    QCOMPARE(statisticsVersion, 3);
    QCOMPARE(code, std::string("EV-44A1-8202"));
}

void TestAnswerModel::codeFollowsDataAndQuestion()
{
    std::set<std::string> codes{figureCode(answer())};
    Answer changed = answer();
    changed.sources[0].sha256 = "ac";
    QVERIFY(codes.insert(figureCode(changed)).second);
    changed = answer();
    changed.sources[0].id = "cbs-2018-suspect";
    QVERIFY(codes.insert(figureCode(changed)).second);
    changed = answer();
    changed.sources[0].stored = "another recipe";
    QVERIFY(codes.insert(figureCode(changed)).second);
    changed = answer();
    changed.indicator.json = "another definition";
    QVERIFY(codes.insert(figureCode(changed)).second);
    changed = answer();
    changed.sources.clear();
    QVERIFY(codes.insert(figureCode(changed)).second);
    changed = answer();
    changed.sources.push_back(changed.sources[0]);
    QVERIFY(codes.insert(figureCode(changed)).second);
    for (const char *part : {R"("periods": ["2005"])", R"("reference": "national")", R"("confidence": 0.9)",
                             R"("generations": ["first"])", R"("where": [{"variable": "sex", "in": ["f"]}])"}) {
        const std::string json =
            R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects", "origins": ["moroccan"], )"
            + std::string(part) + "}";
        QVERIFY2(codes.insert(figureCode(answer(json))).second, part);
    }
}

void TestAnswerModel::codeDoesNotFollowTheForm()
{
    QCOMPARE(figureCode(answer(R"({"indicator": "safety.suspects",
        "origins":   ["moroccan"], "ask": "gap", "periods": null, "x_mine": 1, "evenredig": "question/1"})")),
             figureCode(answer()));
    // What was left out and what was asked by name.
    Answer byName = answer(R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects",
        "origins": ["moroccan"], "dataset": ["cbs-2018-suspects"], "estimator": "regression", "confidence": 0.95})");
    QCOMPARE(figureCode(byName), figureCode(answer()));
    Answer answered = answer();
    answered.rows.emplace_back(); // without a number
    QCOMPARE(figureCode(answered), figureCode(answer()));
}

// Source: formats.md, "Answer".
void TestAnswerModel::namesOfTheFormats_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("expected");
    QTest::newRow("status") << namesOf<Status>(statusName, int(Status::NotApplicable) + 1)
                            << "ok suppressed too_few unreliable no_margin not_comparable not_asked not_applicable";
    QTest::newRow("verdict") << namesOf<Verdict>(verdictName, int(Verdict::Changed) + 1)
                             << " equal more_favourable less_favourable higher lower not_demonstrable too_few "
                                "unreliable no_margin not_comparable "
                                "unchanged smaller larger reversed changed";
    QTest::newRow("size") << namesOf<Size>(sizeName, int(Size::BeyondMargin) + 1) << " small beyond_margin";
    QTest::newRow("missing")
        << namesOf<Missing>(missingName, int(Missing::Unreadable) + 1)
        << "dont_know refused not_asked not_applicable impossible unknown suppressed too_few unreadable";
}

void TestAnswerModel::namesOfTheFormats()
{
    QFETCH(QStringList, names);
    QFETCH(QString, expected);
    QCOMPARE(names.join(u' '), expected);
}

void TestAnswerModel::estimatesByKey()
{
    AnswerRow row;
    Estimate value;
    value.value = 0.0;
    row.estimates = {{Key::Value, value}, {Key::Gap, Estimate{}}};
    QCOMPARE(row.value(Key::Value), std::optional<double>(0.0)); // zero is a number
    QVERIFY(row.estimate(Key::Gap));
    QVERIFY(!row.value(Key::Gap));
    QVERIFY(!row.estimate(Key::Ratio));
    QVERIFY(!row.value(Key::Ratio));
    for (int i = 0; i < keyCount; ++i)
        QCOMPARE(keyFromName(keyName(static_cast<Key>(i))), std::optional(static_cast<Key>(i)));
    QVERIFY(!keyFromName("values"));
}

void TestAnswerModel::absentIsAbsent()
{
    Estimate estimate;
    QVERIFY(!estimate.hasInterval());
    estimate.low = 0;
    QVERIFY(!estimate.hasInterval()); // one end is no interval
    estimate.high = 0;
    QVERIFY(estimate.hasInterval());
}

void TestAnswerModel::sourceById()
{
    const Answer made = answer();
    QVERIFY(made.source("cbs-2018-suspects"));
    QVERIFY(!made.source("cbs-2018"));
    QVERIFY(!Answer{}.source(""));
}

void TestAnswerModel::notesInBothLanguages()
{
    const Note note = makeNote("comparable_caution",
                               {{"reason.nl", "een andere vraag"}, {"reason.en", "another question"}});
    QCOMPARE(note.text, (LocalText{"Met voorbehoud vergelijkbaar: een andere vraag.",
                                   "Comparable with caution: another question."}));
    QCOMPARE(note.arguments.size(), std::size_t(2));
    QCOMPARE(makeNote("no_such_note").text.nl, std::string("‹note.no_such_note›"));
}

EVENREDIG_TEST(TestAnswerModel)
#include "testanswermodel.moc"
