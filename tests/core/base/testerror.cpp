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
    QVERIFY(message(error, Language::Dutch).size() < 1300);
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
