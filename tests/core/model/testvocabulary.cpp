// The words that sources use: folding, origins by old and new terms and codes, codes of variables.
#include "core/model/catalogue.h"
#include "core/model/vocabulary.h"
#include "testroom.h"

#include <QtTest>

using namespace evenredig;

class TestVocabulary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void folds_data();
    void folds();
    void knowsOrigins_data();
    void knowsOrigins();
    void knowsCodes();
    void agreesWithTheCatalogue();
};

void TestVocabulary::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    const auto row = [](const char *text, const char *folded) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(folded);
    };
    row("", "");
    row("Herkomst", "herkomst");
    row("Nederlandse Antillen/Aruba", "nederlandseantillenaruba");
    row("Somalië", "somalie");
    row("SOMALIË", "somalie");
    row("Türkiye", "turkiye");
    row("Curaçao", "curacao");
    row("Ångström, Øre, Žižek", "angstromorezizek");
    row("land_van-herkomst ", "landvanherkomst");
    row("-1", "-1"); // numbers stay as they are
    row("1,5", "1,5");
    row("40+", "40+");
    row("0-59", "0-59");
    row("Ελλάδα", "Ελλάδα");
    row("…", "\u2026");
}

void TestVocabulary::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(QString::fromStdString(foldedWords(text.toStdString())), folded);
}

void TestVocabulary::knowsOrigins_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("classification");
    const QString old = QStringLiteral("migratieachtergrond-2016");
    const QString since = QStringLiteral("herkomst-2022");
    const auto row = [](const char *text, const char *origin, const QString &classification = {}) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(origin) << classification;
    };
    row("Turkije", "turkish");
    row("turks", "turkish");
    row("Turkse achtergrond", "turkish", old);
    row("Turkse herkomst", "turkish", since);
    row("H008766", "turkish", old);
    row("Marokkaans", "moroccan");
    row("Nederlandse Antillen en Aruba", "dutch_caribbean");
    row("(voormalige) Nederlandse Antillen en Aruba", "dutch_caribbean");
    row("Nederland", "none_background");
    row("autochtoon", "none_background", old);
    row("zonder migratieachtergrond", "none_background", old);
    row("Nederlandse herkomst", "none_background", since);
    row("Duitsland", "other");
    row("westers allochtoon", "western", old);
    row("Overig niet-westers", "other_non_western");
    row("Somalia", "somali");
    row("iranian", "iranian");
    row("totaal", "national");
    row("1", "");
    row("Utopia", "");
    row("", "");
}

void TestVocabulary::knowsOrigins()
{
    QFETCH(QString, text);
    QFETCH(QString, origin);
    QFETCH(QString, classification);
    const OriginTerm *term = Vocabulary::builtIn().origin(text.toStdString());
    QCOMPARE(term ? QString::fromStdString(term->origin) : QString(), origin);
    if (term)
        QCOMPARE(QString::fromStdString(term->classification), classification);
}

void TestVocabulary::knowsCodes()
{
    const Vocabulary &vocabulary = Vocabulary::builtIn();
    const auto codeOf = [&vocabulary](const char *variable, const char *text) {
        const KnownCode *code = Vocabulary::code(*vocabulary.variable(variable), text);
        return code ? QString::fromStdString(code->id) : QString();
    };
    QCOMPARE(codeOf("sex", "Vrouw"), QStringLiteral("f"));
    QCOMPARE(codeOf("sex", "v"), QStringLiteral("f"));
    QCOMPARE(codeOf("sex", "1"), QString());
    QCOMPARE(codeOf("generation", "eerste generatie"), QStringLiteral("first")); // the label before its bracket
    QCOMPARE(codeOf("education", "hbo_wo"), QStringLiteral("hbo_wo"));
    QCOMPARE(codeOf("education", "HBO of WO"), QStringLiteral("hbo_wo"));
    QVERIFY(!vocabulary.variable("no_such"));
    QVERIFY(vocabulary.variable("age")->number);
}

void TestVocabulary::agreesWithTheCatalogue()
{
    const auto catalogue = Catalogue::builtIn();
    const Vocabulary &vocabulary = Vocabulary::builtIn();
    QVERIFY(vocabulary.variables.size() > 150);
    QVERIFY(vocabulary.originTerms.size() > 100);
    for (const OriginTerm &term : vocabulary.originTerms) {
        QVERIFY2(catalogue->origin(term.origin), term.text.c_str());
        QVERIFY2(term.classification.empty() || catalogue->classification(term.classification), term.text.c_str());
    }
    // A word of two origins would be a guess.
    for (std::size_t i = 1; i < vocabulary.originTerms.size(); ++i)
        QVERIFY2(vocabulary.originTerms[i - 1].folded < vocabulary.originTerms[i].folded,
                 vocabulary.originTerms[i].text.c_str());
    for (const Origin &origin : catalogue->origins) {
        const OriginTerm *term = vocabulary.origin(origin.id);
        QVERIFY2(term && term->origin == origin.id, origin.id.c_str());
    }
}

EVENREDIG_TEST(TestVocabulary)
#include "testvocabulary.moc"
