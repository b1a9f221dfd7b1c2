// The two tables of texts are held against each other, against the codes of the program, and against the
// words that language.md forbids.
#include "core/base/error.h"
#include "core/base/resource.h"
#include "core/base/texts.h"
#include "core/model/answer.h"
#include "testroom.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

#include <set>

using namespace evenredig;

class TestTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothLanguagesHaveTheSameKeys();
    void bothLanguagesFillTheSamePlaceholders();
    void textsAreNotEmptyAndStandOnOneLine();
    void everyFaultHasItsSentence();
    void everyNoteHasItsText();
    void everyReasonOfAbsenceHasItsWords();
    void everyMethodThatIsShownHasItsWords();
    void everyVerdictHasItsWords();
    void everyUnitHasItsWords();
    void everyKeyThatTheSourcesNameIsThere();
    void forbiddenWords_data();
    void forbiddenWords();
    void filling_data();
    void filling();
    void missingKeyIsSeen();
    void argumentsOfOneLanguage();
    void languages();
};

namespace {

constexpr std::array<Language, 2> bothLanguages{Language::Dutch, Language::English};

std::set<QString> placeholders(const QString &pattern)
{
    static const QRegularExpression name(QStringLiteral("\\{([A-Za-z0-9_]*)\\}"));
    std::set<QString> names;
    for (const QRegularExpressionMatch &match : name.globalMatch(pattern))
        names.insert(match.captured(1));
    return names;
}

QString raw(Language language, const std::string &key)
{
    return QString::fromStdString(text(language, key));
}

QString joined(const std::set<QString> &names)
{
    return QStringList(names.begin(), names.end()).join(QStringLiteral(", "));
}

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool inBoth(const std::string &key)
{
    if (hasText(Language::Dutch, key) && hasText(Language::English, key))
        return true;
    qWarning("no text for %s", key.c_str());
    return false;
}

} // namespace

void TestTexts::bothLanguagesHaveTheSameKeys()
{
    QVERIFY(textKeys(Language::Dutch).size() > 100);
    QCOMPARE(textKeys(Language::Dutch), textKeys(Language::English));
    // Nothing of the files was passed over because it is no text.
    for (const Language language : bothLanguages) {
        const auto bytes = resource("texts/" + std::string(languageCode(language)) + ".json");
        QVERIFY(bytes);
        const QString file = QString::fromUtf8(bytes->data(), qsizetype(bytes->size()));
        const qsizetype keys = file.count(
            QRegularExpression(QStringLiteral("^ *\"[a-z0-9_.]+\" *:"), QRegularExpression::MultilineOption));
        QCOMPARE(keys - 2, qsizetype(textKeys(language).size())); // without "evenredig" and "texts"
    }
}

void TestTexts::bothLanguagesFillTheSamePlaceholders()
{
    for (const std::string &key : textKeys(Language::Dutch)) {
        const std::set<QString> dutch = placeholders(raw(Language::Dutch, key));
        const std::set<QString> english = placeholders(raw(Language::English, key));
        QVERIFY2(dutch == english, qPrintable(QString::fromStdString(key) + QStringLiteral(": ") + joined(dutch)
                                              + QStringLiteral(" / ") + joined(english)));
    }
}

void TestTexts::textsAreNotEmptyAndStandOnOneLine()
{
    for (const Language language : bothLanguages) {
        for (const std::string &key : textKeys(language)) {
            const QString pattern = raw(language, key);
            QVERIFY2(!pattern.trimmed().isEmpty() && !pattern.contains(u'\n'), key.c_str());
            QVERIFY2(!pattern.contains(u'‹') && !pattern.contains(u'<'),
                     key.c_str()); // a mark of a missing key, markup
            QVERIFY2(!pattern.trimmed().contains(QStringLiteral("  ")), key.c_str());
            QVERIFY2(pattern.count(u'{') == pattern.count(u'}'), key.c_str());
            QVERIFY2(!placeholders(pattern).count(QString()), key.c_str());
        }
    }
}

// error.h lists behind each code the placeholders that its context fills.
void TestTexts::everyFaultHasItsSentence()
{
    const QString header = contents(QStringLiteral(EVENREDIG_SOURCE_DIR "/core/base/error.h"));
    static const QRegularExpression line(QStringLiteral("^ {4}([A-Z]\\w+),? *///< (.+)$"),
                                         QRegularExpression::MultilineOption);
    int code = 0;
    for (const QRegularExpressionMatch &match : line.globalMatch(header)) {
        const std::string name(errorName(static_cast<ErrorCode>(code++)));
        // FileMissing and file_missing: the list and the names stand in the same order.
        QCOMPARE(QString::fromStdString(name).remove(u'_'), match.captured(1).toLower());
        const std::set<QString> listed = placeholders(match.captured(2));
        QCOMPARE(listed.empty(), match.captured(2) == QStringLiteral("nothing"));
        for (const Language language : bothLanguages) {
            QVERIFY(inBoth("error." + name));
            const std::set<QString> filled = placeholders(raw(language, "error." + name));
            QVERIFY2(filled == listed, qPrintable(QString::fromStdString(name) + QStringLiteral(": text ")
                                                  + joined(filled) + QStringLiteral("; error.h ") + joined(listed)));
        }
    }
    QCOMPARE(code, errorCodeCount());
}

void TestTexts::everyNoteHasItsText()
{
    std::set<std::string> codes;
    for (const std::string_view code : noteCodes()) {
        QVERIFY2(codes.insert("note." + std::string(code)).second, std::string(code).c_str());
        QVERIFY(inBoth("note." + std::string(code)));
    }
    for (const std::string &key : textKeys(Language::Dutch)) {
        if (key.rfind("note.", 0) == 0)
            QVERIFY2(codes.count(key),
                     qPrintable(QStringLiteral("no code for the text ") + QString::fromStdString(key)));
    }
    const Note note = makeNote("not_published", {{"origins.nl", "Polen"}, {"origins.en", "Poland"}});
    QCOMPARE(note.text, (LocalText{"Niet gepubliceerd: Polen.", "Not published: Poland."}));
}

void TestTexts::everyReasonOfAbsenceHasItsWords()
{
    for (int i = 0; i <= int(Missing::Unreadable); ++i) {
        const auto reason = static_cast<Missing>(i);
        QVERIFY(inBoth("absence." + std::string(missingName(reason))));
        QCOMPARE(missingFromName(missingName(reason)), std::optional<Missing>(reason));
    }
    QVERIFY(!missingFromName("gone"));
    QVERIFY(!missingFromName(""));
}

// An interval is shown with how it came about, except that of an exact figure, which has no width.
void TestTexts::everyMethodThatIsShownHasItsWords()
{
    for (const char *kind : {"interval.sampling", "interval.rounding"})
        QVERIFY(inBoth(kind));
    std::set<std::string_view> names;
    for (int i = 0; i <= int(Method::Fieller); ++i)
        QVERIFY(names.insert(methodName(static_cast<Method>(i))).second);
    QCOMPARE(methodName(Method::None), std::string_view());
    QVERIFY(isSampling(Method::Printed) && isSampling(Method::Fieller) && isSampling(Method::Normal));
    QVERIFY(!isSampling(Method::None) && !isSampling(Method::Exact) && !isSampling(Method::Rounding));
}

void TestTexts::everyVerdictHasItsWords()
{
    for (int i = int(Verdict::Equal); i <= int(Verdict::NotComparable); ++i) {
        const auto verdict = static_cast<Verdict>(i);
        const std::string key = "verdict." + std::string(verdictName(verdict));
        if (verdict == Verdict::MoreFavourable || verdict == Verdict::LessFavourable) {
            QVERIFY(inBoth(key + ".higher"));
            QVERIFY(inBoth(key + ".lower"));
        } else {
            QVERIFY(inBoth(key));
        }
        if (verdict == Verdict::Higher || verdict == Verdict::Lower)
            QVERIFY(inBoth(key + ".small"));
    }
    for (int i = int(Verdict::Unchanged); i <= int(Verdict::Changed); ++i)
        QVERIFY(inBoth("verdict_gap." + std::string(verdictName(static_cast<Verdict>(i)))));
    for (const Verdict verdict : {Verdict::Unchanged, Verdict::Smaller, Verdict::Larger, Verdict::NotDemonstrable})
        QVERIFY(inBoth("verdict_change." + std::string(verdictName(verdict))));
    QVERIFY(inBoth("verdict_gap.not_demonstrable"));
    // language.md §1, row 7: the fact first, then the assessment.
    QCOMPARE(text(Language::Dutch, "verdict.less_favourable.higher"), std::string("hoger, minder gunstig"));
    QCOMPARE(text(Language::English, "verdict.more_favourable.lower"), std::string("lower, more favourable"));
}

void TestTexts::everyUnitHasItsWords()
{
    for (int i = 0; i <= int(Unit::Count); ++i) {
        const std::string unit(unitName(static_cast<Unit>(i)));
        for (const char *group :
             {"unit_figure.", "unit_text.", "unit_difference.", "unit_short.", "unit_of_difference.", "subtitle."})
            QVERIFY(inBoth(group + unit));
    }
    for (int i = 0; i < askCount; ++i)
        QVERIFY(inBoth("ask." + std::string(askName(static_cast<Ask>(i)))));
}

// A key that stands whole in a call of text(…) is in the tables; one that ends in a point is put together.
void TestTexts::everyKeyThatTheSourcesNameIsThere()
{
    static const QRegularExpression call(
        QStringLiteral("\\btext\\((?:[A-Za-z_:.()]+, )?\"([a-z0-9_]+(?:\\.[a-z0-9_]+)+)\"(?! *\\+)"));
    int seen = 0;
    QDirIterator files(QStringLiteral(EVENREDIG_SOURCE_DIR), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString relative = path.mid(int(qstrlen(EVENREDIG_SOURCE_DIR)) + 1);
        if (!relative.startsWith(QStringLiteral("core/")) && !relative.startsWith(QStringLiteral("ui/"))
            && !relative.startsWith(QStringLiteral("app/")))
            continue;
        for (const QRegularExpressionMatch &match : call.globalMatch(contents(path))) {
            QVERIFY2(inBoth(match.captured(1).toStdString()),
                     qPrintable(relative + QStringLiteral(": ") + match.captured(1)));
            ++seen;
        }
    }
    QVERIFY2(seen > 30, qPrintable(QString::number(seen)));
}

void TestTexts::forbiddenWords_data()
{
    QTest::addColumn<QString>("word");
    // language.md §1 and §2.
    for (const char *word : {"significant", "kloof", "sekse", "achterstand", "bewezen", "vastgesteld", "golven",
                             "verhaal", "spiekbrief", "afgekeurd", "ongunstig", "onverklaard", "inburger"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TestTexts::forbiddenWords()
{
    QFETCH(QString, word);
    for (const Language language : bothLanguages) {
        for (const std::string &key : textKeys(language))
            QVERIFY2(!raw(language, key).contains(word, Qt::CaseInsensitive), key.c_str());
    }
}

void TestTexts::filling_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("filled");
    QTest::newRow("plain") << "nothing to fill"
                           << "nothing to fill";
    QTest::newRow("twice") << "{a} and {a}"
                           << "1 and 1";
    QTest::newRow("beside each other") << "{a}{b}"
                                       << "1{a}";
    QTest::newRow("value that looks like a placeholder") << "{b}"
                                                         << "{a}";
    QTest::newRow("unknown stays") << "{c} {a}"
                                   << "{c} 1";
    QTest::newRow("open without close") << "{a} {a"
                                        << "1 {a";
    QTest::newRow("close without open") << "a} {a}"
                                        << "a} 1";
    QTest::newRow("empty name") << "{}{a}"
                                << "{}1";
    QTest::newRow("empty pattern") << ""
                                   << "";
}

void TestTexts::filling()
{
    QFETCH(QString, pattern);
    QFETCH(QString, filled);
    QCOMPARE(QString::fromStdString(fillText(pattern.toStdString(), {{"a", "1"}, {"b", "{a}"}})), filled);
}

void TestTexts::missingKeyIsSeen()
{
    QVERIFY(!hasText(Language::Dutch, "no.such.key"));
    QCOMPARE(text(Language::Dutch, "no.such.key", {{"a", "1"}}), std::string("‹no.such.key›"));
    QVERIFY(!hasText(Language::English, ""));
}

void TestTexts::argumentsOfOneLanguage()
{
    const TextArguments both{{"name.nl", "Marokko"}, {"name.en", "Morocco"}, {"reason", "overlap"}, {".nl", "kept"}};
    const TextArguments dutch = argumentsIn(Language::Dutch, both);
    QCOMPARE(fillText("{name}: {reason}", dutch), std::string("Marokko: de perioden hebben jaren gemeen"));
    QCOMPARE(fillText("{name}: {reason}", argumentsIn(Language::English, both)),
             std::string("Morocco: the periods share years"));
    QCOMPARE(fillText("{reason}", argumentsIn(Language::Dutch, {{"reason", "as it is"}})), std::string("as it is"));
}

void TestTexts::languages()
{
    for (const Language language : bothLanguages)
        QCOMPARE(languageFromCode(languageCode(language)), std::optional<Language>(language));
    QVERIFY(!languageFromCode("de"));
    QVERIFY(!languageFromCode("NL"));
    QVERIFY(!languageFromCode(""));
    QCOMPARE((LocalText{"ja", ""}).in(Language::English), std::string("ja"));
    QCOMPARE((LocalText{"ja", "yes"}).in(Language::English), std::string("yes"));
}

EVENREDIG_TEST(TestTexts)
#include "testtexts.moc"
