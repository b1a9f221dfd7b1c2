// Faults as values, and the one sentence that is made of them.
#include "core/base/result.h"
#include "core/base/texts.h"
#include "testroom.h"

#include <QtTest>

#include <set>

using namespace evenredig;

class TestError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreDistinct();
    void sentenceIsFilled();
    void nothingNearHasItsOwnSentence();
    void whatIsExpectedIsSaidInWords();
    void sentenceInTheReadersLanguage();
    void reasonsThatAreCodesBecomeWords();
    void placeholderWithoutValueIsSeen();
    void valuesAreNotPatterns();
    void longValuesAreCut();
    void resultCarriesTheFault();
};

void TestError::namesAreDistinct()
{
    std::set<std::string_view> names;
    for (int i = 0; i < errorCodeCount(); ++i) {
        const std::string_view name = errorName(static_cast<ErrorCode>(i));
        QVERIFY(!name.empty());
        QVERIFY2(names.insert(name).second, std::string(name).c_str());
    }
    QCOMPARE(errorCodeCount(), int(ErrorCode::Internal) + 1);
    QCOMPARE(errorName(ErrorCode::FileMissing), std::string_view("file_missing"));
    QCOMPARE(errorName(ErrorCode::NoMeasureMatches), std::string_view("no_measure_matches"));
    QCOMPARE(errorName(ErrorCode::Internal), std::string_view("internal"));
}

void TestError::sentenceIsFilled()
{
    const Error error{ErrorCode::JsonUnknownKey,
                      {{"file", "q.json"}, {"pointer", "/orgins"}, {"key", "orgins"}, {"nearest", "origins"}}};
    QCOMPARE(message(error, Language::Dutch),
             std::string("q.json, /orgins: de sleutel \"orgins\" is niet bekend. Bedoelt u origins?"));
    QCOMPARE(message(error, Language::English),
             std::string("q.json, /orgins: the key \"orgins\" is not known. Did you mean origins?"));
}

// "Did you mean ?" asks nothing.
void TestError::nothingNearHasItsOwnSentence()
{
    const Error key{ErrorCode::JsonUnknownKey,
                    {{"file", "q.json"}, {"pointer", "/xx"}, {"key", "xx"}, {"nearest", ""}, {"known", "ask, where"}}};
    QCOMPARE(message(key, Language::Dutch),
             std::string("q.json, /xx: de sleutel \"xx\" is niet bekend. Bekend: ask, where."));
    const Error indicator{ErrorCode::IndicatorUnknown, {{"indicator", "zz"}, {"nearest", ""}}};
    for (const Language language : {Language::Dutch, Language::English}) {
        const std::string sentence = message(indicator, language);
        QVERIFY2(sentence.find('?') == std::string::npos && sentence.find("zz") != std::string::npos, sentence.c_str());
    }
    // Only sentences that ask have a second one.
    const Error column{ErrorCode::ColumnMissing, {{"file", "a.csv"}, {"column", "x"}, {"nearest", ""}}};
    QVERIFY(message(column, Language::Dutch).find("a.csv") == 0);
}

void TestError::whatIsExpectedIsSaidInWords()
{
    const auto said = [](const char *code, Language language) {
        return message({ErrorCode::JsonWrongType, {{"file", "f"}, {"pointer", "/a"}, {"expected", code}}}, language);
    };
    QCOMPARE(said("list", Language::Dutch), std::string("f, /a: hier wordt een lijst verwacht. Verander de waarde."));
    QCOMPARE(said("number", Language::English), std::string("f, /a: a number is expected here. Change the value."));
    for (const char *code : {"text", "list", "number", "whole_number", "object", "truth", "some_text", "some_list",
                             "some_dutch", "of_holds_in", "two_ends"}) {
        for (const Language language : {Language::Dutch, Language::English}) {
            QVERIFY(hasText(language, std::string("expected.") + code));
            QVERIFY2(said(code, language).find('_') == std::string::npos, code);
        }
    }
    // Words of a list and JSON as it should be stay as they are.
    QVERIFY(said("one, two", Language::Dutch).find("one, two") != std::string::npos);
}

void TestError::sentenceInTheReadersLanguage()
{
    const Error error{ErrorCode::IndicatorNoData,
                      {{"indicator.nl", "Verdachten"}, {"indicator.en", "Suspects"}, {"id", "safety.suspects"}}};
    const std::string dutch = message(error, Language::Dutch);
    const std::string english = message(error, Language::English);
    QVERIFY(dutch.find("Verdachten") != std::string::npos && dutch.find("Suspects") == std::string::npos);
    QVERIFY(english.find("Suspects") != std::string::npos && english.find("Verdachten") == std::string::npos);
}

void TestError::reasonsThatAreCodesBecomeWords()
{
    const Error code{ErrorCode::AskImpossible, {{"ask", "paradox"}, {"reason", "not_yet"}}};
    QVERIFY(message(code, Language::English).find("does not answer that question yet") != std::string::npos);
    QVERIFY(message(code, Language::Dutch).find("not_yet") == std::string::npos);
    const Error words{ErrorCode::FileUnreadable, {{"file", "a"}, {"reason", "Permission denied"}}};
    QVERIFY(message(words, Language::Dutch).find("Permission denied") != std::string::npos);
}

void TestError::placeholderWithoutValueIsSeen()
{
    QVERIFY(message({ErrorCode::FileMissing, {}}, Language::Dutch).find("{file}") != std::string::npos);
}

// A file may be called {reason}: what comes from outside is filled in, not filled again.
void TestError::valuesAreNotPatterns()
{
    const Error error{ErrorCode::FileUnreadable, {{"file", "{reason}"}, {"reason", "{file}"}}};
    const std::string sentence = message(error, Language::English);
    QVERIFY2(sentence.find("{reason} cannot be read: {file}.") != std::string::npos, sentence.c_str());
}

void TestError::longValuesAreCut()
{
    const Error error{ErrorCode::HeaderDoubtful, {{"file", "a"}, {"value", "x" + std::string(4000, '\xEB')}}};
    QVERIFY(message(error, Language::Dutch).size() < 400);
    // Paths and lists are the program's own words: they are needed whole, up to what a sentence can hold.
    const std::string path = "/" + std::string(400, 'p') + "/q.json";
    QVERIFY(message({ErrorCode::FileMissing, {{"file", path}}}, Language::Dutch).find(path) != std::string::npos);
    const std::string list(900, 'k');
    const Error known{ErrorCode::OriginUnknown, {{"origin", std::string(900, 'o')}, {"known.nl", list}}};
    QVERIFY(message(known, Language::Dutch).find(list) != std::string::npos);
    QVERIFY(message(known, Language::Dutch).find(std::string(121, 'o')) == std::string::npos);
    std::string letters = "x";
    for (int i = 0; i < 1000; ++i)
        letters += "é";
    const std::string cut = message({ErrorCode::FileMissing, {{"file", letters}}}, Language::English);
    QVERIFY(QString::fromStdString(cut).contains(QStringLiteral("é…")));
    QVERIFY(!QString::fromStdString(cut).contains(QChar::ReplacementCharacter));
}

void TestError::resultCarriesTheFault()
{
    const auto work = [](bool good) -> Result<int> {
        if (!good)
            return fail(ErrorCode::DiskFull, {{"file", "a"}});
        return 3;
    };
    QCOMPARE(work(true).value_or(0), 3);
    QVERIFY(!work(false));
    QCOMPARE(int(work(false).error().code), int(ErrorCode::DiskFull));
    QCOMPARE(work(false).error().context.front().second, std::string("a"));
}

EVENREDIG_TEST(TestError)
#include "testerror.moc"
