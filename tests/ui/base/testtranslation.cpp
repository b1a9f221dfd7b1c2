// Every text of the source has a Dutch translation, finished, and the compiled one is found.
#include "testroom.h"
#include "ui/base/translation.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>
#include <QXmlStreamReader>

using namespace evenredig;

class TestTranslation final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextIsTranslated();
    void nothingIsUnfinished();
    void placesStayInPlace();
    void dutchIsLoadedAndRemoved();

private:
    QHash<QString, QString> m_translations; ///< English → Dutch
    QStringList m_unfinished;
};

void TestTranslation::initTestCase()
{
    QFile file(QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/translations/evenredig_nl.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&file);
    QString source;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("source")) {
            source = reader.readElementText();
        } else if (reader.name() == QLatin1String("translation")) {
            const bool finished = !reader.attributes().hasAttribute(QStringLiteral("type"));
            const QString translation = reader.readElementText();
            if (!finished || translation.isEmpty())
                m_unfinished.append(source);
            m_translations.insert(source, translation);
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(m_translations.size() > 100);
}

void TestTranslation::everyTextIsTranslated()
{
    static const QRegularExpression call(QStringLiteral(R"re(\btr\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)[,)])re"));
    static const QRegularExpression piece(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    QStringList missing;
    int found = 0;
    QDirIterator files(QStringLiteral(EVENREDIG_SOURCE_DIR "/ui"), {"*.cpp", "*.h"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto calls = call.globalMatch(text); calls.hasNext();) {
            QString source;
            for (auto pieces = piece.globalMatch(calls.next().captured(1)); pieces.hasNext();)
                source += pieces.next().captured(1);
            source.replace(QStringLiteral("\\n"), QStringLiteral("\n"))
                .replace(QStringLiteral("\\\""), QStringLiteral("\""));
            ++found;
            if (!m_translations.contains(source))
                missing.append(file.fileName() + ": " + source);
        }
    }
    QVERIFY(found > 100);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
}

void TestTranslation::nothingIsUnfinished()
{
    QVERIFY2(m_unfinished.isEmpty(), qPrintable(m_unfinished.join('\n')));
}

// %1 must come back, and a mnemonic must have one too.
void TestTranslation::placesStayInPlace()
{
    static const QRegularExpression place(QStringLiteral("%[0-9n]"));
    for (auto entry = m_translations.cbegin(); entry != m_translations.cend(); ++entry) {
        QStringList english;
        QStringList dutch;
        for (auto match = place.globalMatch(entry.key()); match.hasNext();)
            english.append(match.next().captured());
        for (auto match = place.globalMatch(entry.value()); match.hasNext();)
            dutch.append(match.next().captured());
        english.sort();
        dutch.sort();
        QVERIFY2(english == dutch, qPrintable(entry.key()));
        QVERIFY2(entry.key().count('&') == entry.value().count('&'), qPrintable(entry.key()));
    }
}

void TestTranslation::dutchIsLoadedAndRemoved()
{
    QVERIFY(!chosenInterfaceLanguage());
    setInterfaceLanguage(Language::Dutch);
    QCOMPARE(chosenInterfaceLanguage(), Language::Dutch);
    QCOMPARE(QCoreApplication::translate("AskWords", "Development"), QStringLiteral("Ontwikkeling"));
    QCOMPARE(QCoreApplication::translate("evenredig::SelectionPane", "GROUPS"), QStringLiteral("GROEPEN"));
    setInterfaceLanguage(Language::English);
    QCOMPARE(QCoreApplication::translate("AskWords", "Development"), QStringLiteral("Development"));
    setInterfaceLanguage(Language::Dutch);
    QCOMPARE(QCoreApplication::translate("AskWords", "Development"), QStringLiteral("Ontwikkeling"));
}

EVENREDIG_TEST(TestTranslation)
#include "testtranslation.moc"
