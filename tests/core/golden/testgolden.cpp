// Every indicator × question × language of the sample against what is written in tests/golden: numbers in <ask>.tsv,
// words in <ask>.<language>.txt. Where a change is meant, `EVENREDIG_GOLDEN=write` writes the files anew, and the
// commit says why each difference is right.
#include "core/output/output.h"
#include "core/sampleworkspace.h"
#include "testroom.h"

#include <QDir>
#include <QFile>

using namespace evenredig;

namespace {

struct Asked {
    std::string name; ///< of the case: the indicator, and what else was asked
    std::string json;
};

std::vector<Asked> questionsOf(const std::string &ask, const std::vector<IndicatorCoverage> &coverage)
{
    std::vector<Asked> questions;
    const std::string start = R"({"evenredig":"question/1","ask":")" + ask + "\"";
    if (ask == "overview")
        return {{"overview", start + "}"}, {"overview national", start + R"(,"reference":"national"})"}};
    for (const IndicatorCoverage &item : coverage) {
        const std::string one = start + R"(,"indicator":")" + item.indicator + "\"";
        questions.push_back({item.indicator, one + "}"});
        if (ask == "gap")
            questions.push_back({item.indicator + " national", one + R"(,"reference":"national"})"});
    }
    return questions;
}

std::string numberText(const std::optional<double> &number)
{
    return number ? plainNumber(*number) : "-";
}

std::string placeOf(const AnswerRow &row)
{
    std::string periods;
    for (const Period &period : row.periods)
        periods += (periods.empty() ? "" : " ") + period.id();
    const std::string indicator = row.indicator.empty() ? "" : row.indicator + " ";
    return indicator + (row.change ? "change " : "period ") + row.origin + " " + row.generation + " " + periods;
}

void addRow(std::string &text, const AnswerRow &row)
{
    std::string state = row.dataset + "\tn " + numberText(row.n) + "\t" + std::string(statusName(row.status));
    state += std::string(row.provisional ? " provisional" : "") + "\t"
             + std::string(verdictName(row.assessment.verdict)) + " " + std::string(sizeName(row.assessment.size));
    if (row.assessment.established)
        state += *row.assessment.established ? " established" : " open";
    if (row.changeAssessment.verdict != Verdict::None)
        state += " / " + std::string(verdictName(row.changeAssessment.verdict));
    text += placeOf(row) + "\t" + state + "\n";
    for (const auto &entry : row.estimates) {
        const Estimate &estimate = entry.second;
        text += "  " + std::string(keyName(entry.first)) + "\t" + numberText(estimate.value) + "\t"
                + numberText(estimate.low) + "\t" + numberText(estimate.high) + "\t"
                + std::string(methodName(estimate.method)) + "\n";
    }
}

std::string numbersOf(const Answer &answer)
{
    std::string text;
    for (const AnswerRow &row : answer.rows)
        addRow(text, row);
    for (const Note &note : answer.notes)
        text += "note " + note.code + "\n";
    for (const DatasetInfo &source : answer.sources)
        text += "source " + source.id + "\n";
    return text;
}

std::string cardText(const Card &card)
{
    std::string text = "card: " + card.title + "\n" + card.definition + "\n";
    for (const CardItem &item : card.items) {
        text += item.label + ":";
        for (const std::string &line : item.lines)
            text += " " + line + ";";
        text += "\n";
    }
    return text;
}

std::string wordsOf(const Answer &answer, const Catalogue &catalogue, Language language)
{
    FigureOptions options;
    options.language = language;
    options.numbers = language == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english();
    Figure figure = buildFigure(answer, catalogue, options);
    figure.footer.pop_back(); // the code: it has tests of its own
    std::string text = figureText(figure) + figure.altText + "\n";
    for (const std::string &fact : figure.facts)
        text += "· " + fact + "\n";
    for (const Panel &panel : figure.panels) {
        text += "panel " + panel.title + " | " + panel.axis.title + " | " + panel.empty + "\n";
        for (const FigureRow &row : panel.rows) {
            text += "  " + row.label + " | " + row.absence;
            for (const std::string &cell : row.cells)
                text += " | " + cell;
            text += "\n";
        }
        for (const ReferenceLine &line : panel.references)
            text += "  line " + line.label + "\n";
    }
    return text + cardText(buildCard(answer, catalogue, options, -1));
}

/// Empty when the file holds the text; else the first line that differs, from both.
QString difference(const QString &file, const std::string &text)
{
    const QString path = QStringLiteral(EVENREDIG_SOURCE_DIR "/tests/golden/") + file;
    QFile golden(path);
    if (qEnvironmentVariable("EVENREDIG_GOLDEN") == QStringLiteral("write")) {
        if (!golden.open(QFile::WriteOnly) || golden.write(text.data(), qint64(text.size())) != qint64(text.size()))
            return QStringLiteral("cannot write ") + path;
        return {};
    }
    if (!golden.open(QFile::ReadOnly))
        return QStringLiteral("cannot read ") + path;
    const QStringList expected = QString::fromUtf8(golden.readAll()).split(u'\n');
    const QStringList actual = QString::fromStdString(text).split(u'\n');
    QString question;
    for (qsizetype i = 0; i < std::max(expected.size(), actual.size()); ++i) {
        const QString before = expected.value(i, QStringLiteral("(end)")),
                      now = actual.value(i, QStringLiteral("(end)"));
        if (now.startsWith(QStringLiteral("== ")))
            question = now;
        if (before != now)
            return QStringLiteral("%1:%2 (%3)\n  was %4\n  is  %5").arg(file).arg(i + 1).arg(question, before, now);
    }
    return {};
}

} // namespace

class TestGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();

private:
    SampleWorkspace m_sample;
    std::vector<IndicatorCoverage> m_coverage;
};

void TestGolden::initTestCase()
{
    QVERIFY2(m_sample.failure.isEmpty(), qPrintable(m_sample.failure));
    const auto coverage = m_sample.workspace->coverage();
    QVERIFY(coverage.has_value());
    m_coverage = *coverage;
    QVERIFY(m_coverage.size() >= 26);
}

void TestGolden::answers_data()
{
    QTest::addColumn<QString>("ask");
    for (const char *ask : {"level", "development", "gap", "relative", "generations", "overview"})
        QTest::newRow(ask) << QString::fromLatin1(ask);
}

void TestGolden::answers()
{
    QFETCH(QString, ask);
    std::string numbers;
    std::map<Language, std::string> words;
    for (const Asked &asked : questionsOf(ask.toStdString(), m_coverage)) {
        const Result<Answer> answer = m_sample.ask(asked.json);
        numbers += "== " + asked.name + "\n";
        for (const Language language : {Language::Dutch, Language::English}) {
            words[language] += "== " + asked.name + "\n";
            words[language] += answer ? wordsOf(*answer, m_sample.catalogue, language)
                                      : message(answer.error(), language) + "\n";
        }
        numbers += answer ? numbersOf(*answer) : "refused " + std::string(errorName(answer.error().code)) + "\n";
    }
    QString faults = difference(ask + QStringLiteral(".tsv"), numbers);
    for (const auto &[language, text] : words)
        faults += u'\n'
                  + difference(ask + u'.' + QString::fromUtf8(languageCode(language)) + QStringLiteral(".txt"), text);
    QVERIFY2(faults.trimmed().isEmpty(), qPrintable(faults));
}

EVENREDIG_TEST(TestGolden)
#include "testgolden.moc"
