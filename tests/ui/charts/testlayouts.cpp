// Every figure that the sample gives, in both languages, at the sizes of window and paper: nothing overlaps, sticks
// out or is left out, and nothing is in the other language.
#include "json.h"
#include "testroom.h"
#include "tests/core/sampleworkspace.h"
#include "tests/ui/charts/scenetexts.h"
#include "ui/charts/buildscene.h"
#include "ui/charts/sceneplaces.h"

#include <QFile>
#include <QRegularExpression>

#include <set>

using namespace evenredig;

namespace {

constexpr double mm = 72 / 25.4;

struct Room {
    const char *name;
    QSizeF points;
};

/// What the figure has in windows of these sizes, at 96 dots per inch.
const std::vector<Room> &screens()
{
    static const std::vector<Room> rooms{{"1280x800", QSizeF(778, 432) * 0.75},
                                         {"1920x1080", QSizeF(1418, 744) * 0.75},
                                         {"1024x700", QSizeF(512, 300) * 0.75},
                                         {"1024x640", QSizeF(512, 240) * 0.75}};
    return rooms;
}

QStringList faultsOf(const QGraphicsScene &scene, const Figure &figure)
{
    QStringList faults;
    for (const QString &fault : layoutFaults(scene))
        faults << fault;
    for (const QString &word : missingWords(scene, figure))
        faults << word + QStringLiteral(" is missing");
    return faults;
}

/// Everything that a figure says, in the scene or beside it.
QStringList textsOf(const Figure &figure)
{
    std::vector<std::string> all{figure.title, figure.subtitle, figure.altText};
    for (const std::vector<std::string> &more : {figure.footer, figure.sentences, figure.facts, figure.table.header})
        all.insert(all.end(), more.begin(), more.end());
    for (const std::vector<TableCell> &row : figure.table.rows)
        for (const TableCell &cell : row)
            all.push_back(cell.text);
    for (const Panel &panel : figure.panels) {
        all.insert(all.end(), {panel.title, panel.empty, panel.axis.title, panel.along.title});
        all.insert(all.end(), panel.columns.begin(), panel.columns.end());
        for (const FigureRow &row : panel.rows) {
            all.insert(all.end(), {row.label, row.absence});
            all.insert(all.end(), row.cells.begin(), row.cells.end());
        }
        for (const Series &series : panel.series)
            all.push_back(series.label);
        for (const ReferenceLine &line : panel.references)
            all.push_back(line.label);
        for (const Break &item : panel.breaks)
            all.push_back(item.label);
        for (const MatrixRow &row : panel.matrix)
            all.insert(all.end(), {row.heading, row.label});
        for (const auto &[tone, words] : panel.toneLegend)
            all.push_back(words);
    }
    QStringList result;
    for (const std::string &text : all)
        if (!text.empty())
            result << QString::fromStdString(text);
    return result;
}

/// Publications keep the names that they have, in whatever language.
QStringList withoutSources(QStringList texts, const Answer &answer, Language language)
{
    for (const DatasetInfo &info : answer.sources)
        texts.replaceInStrings(QString::fromStdString(info.source.in(language)), QStringLiteral("–"));
    return texts;
}

/// The pieces between the places where a text of the program is filled in.
std::set<QString> piecesOf(Language language)
{
    QFile file(
        QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/texts/%1.json").arg(QLatin1StringView(languageCode(language))));
    std::set<QString> pieces;
    if (!file.open(QIODevice::ReadOnly))
        return pieces;
    static const QRegularExpression filled(QStringLiteral("\\{[^}]*\\}|[.,;:()]"));
    const Json contents = Json::parse(file.readAll().toStdString());
    for (const auto &text : contents.at("texts"))
        for (const QString &piece : QString::fromStdString(text.get<std::string>()).split(filled))
            pieces.insert(piece.trimmed());
    return pieces;
}

/// Pieces that only this language has: whole texts, and of longer ones what is at least two words long.
class OtherLanguage {
public:
    explicit OtherLanguage(Language language)
    {
        const Language own = language == Language::Dutch ? Language::English : Language::Dutch;
        const std::set<QString> ours = piecesOf(own);
        QString allOurs;
        for (const QString &piece : ours)
            allOurs += piece + u'\n';
        for (const QString &piece : piecesOf(language)) {
            if (piece.size() >= 3 && !ours.contains(piece))
                m_whole.insert(piece);
            if (piece.size() >= 8 && piece.contains(u' ') && !allOurs.contains(piece))
                m_parts.append(piece);
        }
    }
    [[nodiscard]] bool isEmpty() const { return m_whole.empty() || m_parts.isEmpty(); }
    [[nodiscard]] QStringList within(const QStringList &texts) const
    {
        QStringList found;
        for (const QString &text : texts) {
            if (m_whole.contains(text))
                found << text;
            for (const QString &part : m_parts)
                if (text.contains(part))
                    found << part + QStringLiteral(" in: ") + text;
        }
        return found;
    }

private:
    std::set<QString> m_whole;
    QStringList m_parts;
};

std::vector<FigureForm> otherForms(Ask ask)
{
    FigureForm byValue, panels, all, established;
    byValue.order = FigureForm::Order::ByValue;
    panels.arrangement = FigureForm::Arrangement::Panels;
    all.rows = FigureForm::Rows::All;
    established.rows = FigureForm::Rows::Established;
    switch (ask) {
    case Ask::Level: return {byValue};
    case Ask::Development:
    case Ask::Gap: return {panels};
    case Ask::Overview: return {all, established};
    default: return {};
    }
}

} // namespace

class TestLayouts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFigureFits_data();
    void everyFigureFits();
    void theOtherLanguageIsFound();
    void cleanupTestCase();

private:
    /// On screens and on paper of so many millimetres.
    [[nodiscard]] QStringList faultsIn(const std::vector<Room> &rooms, const std::vector<int> &widths,
                                       const Figure &figure);

    SampleWorkspace m_sample;
    std::unique_ptr<OriginStyles> m_styles;
    OtherLanguage m_english{Language::English}, m_dutch{Language::Dutch};
    int m_scenes = 0;
};

void TestLayouts::initTestCase()
{
    QVERIFY2(m_sample.failure.isEmpty(), qPrintable(m_sample.failure));
    m_styles = std::make_unique<OriginStyles>(m_sample.catalogue);
    QVERIFY(!m_english.isEmpty() && !m_dutch.isEmpty());
}

void TestLayouts::everyFigureFits_data()
{
    QTest::addColumn<QString>("question");
    const auto coverage = m_sample.workspace->coverage();
    QVERIFY(coverage && coverage->size() > 20);
    const QString overview = QStringLiteral(R"({"evenredig": "question/1", "ask": "overview"})");
    QTest::newRow("overview") << overview;
    for (const IndicatorCoverage &item : *coverage) {
        for (const char *ask : {"level", "development", "gap", "relative", "generations"}) {
            const QString question = QStringLiteral(R"({"evenredig": "question/1", "ask": "%1", "indicator": "%2"})")
                                         .arg(QLatin1StringView(ask), QString::fromStdString(item.indicator));
            if (m_sample.ask(question.toStdString()))
                QTest::addRow("%s %s", item.indicator.c_str(), ask) << question;
        }
    }
}

QStringList TestLayouts::faultsIn(const std::vector<Room> &rooms, const std::vector<int> &widths, const Figure &figure)
{
    QStringList faults;
    for (const Room &room : rooms) {
        const auto scene = buildScene(figure, *m_styles, room.points, FigureLayout::screen());
        for (const QString &fault : faultsOf(*scene, figure))
            faults << QStringLiteral("%1: %2").arg(QLatin1StringView(room.name), fault);
        ++m_scenes;
    }
    for (const int width : widths) {
        const double height = preferredHeight(figure, *m_styles, width * mm, FigureLayout::paper());
        const auto scene = buildScene(figure, *m_styles, {width * mm, height}, FigureLayout::paper());
        for (const QString &fault : faultsOf(*scene, figure))
            faults << QStringLiteral("%1 mm: %2").arg(width).arg(fault);
        if (scene->sceneRect().height() > height + 0.5)
            faults << QStringLiteral("%1 mm: higher than it asked to be").arg(width);
        ++m_scenes;
    }
    return faults;
}

void TestLayouts::everyFigureFits()
{
    QFETCH(QString, question);
    const auto answer = m_sample.ask(question.toStdString());
    QVERIFY(answer.has_value());
    QStringList faults;
    for (const Language language : {Language::Dutch, Language::English}) {
        FigureOptions options;
        options.language = language;
        options.numbers = language == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english();
        const Figure figure = buildFigure(*answer, m_sample.catalogue, options);
        const QString code = QLatin1StringView(languageCode(language));
        for (const QString &fault : faultsIn(screens(), {160, 105, 77}, figure))
            faults << code + u' ' + fault;
        options.emphasised = {"moroccan"};
        const Figure coloured = buildFigure(*answer, m_sample.catalogue, options);
        for (const QString &fault : faultsIn({screens()[2]}, {77}, coloured))
            faults << code + QStringLiteral(" Morocco in colour ") + fault;
        options.emphasised.clear();
        for (const FigureForm &form : otherForms(answer->question.ask)) {
            options.form = form;
            const Figure other = buildFigure(*answer, m_sample.catalogue, options);
            for (const QString &fault : faultsIn({screens()[2]}, {77}, other))
                faults << code + QStringLiteral(" in another form ") + fault;
        }
        const OtherLanguage &other = language == Language::Dutch ? m_english : m_dutch;
        for (const QString &text : other.within(withoutSources(textsOf(figure), *answer, language)))
            faults << QStringLiteral("%1: in the other language: %2").arg(code, text);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

// Both halves of the test above can fail.
void TestLayouts::theOtherLanguageIsFound()
{
    const auto answer = m_sample.ask(R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects"})");
    QVERIFY(answer.has_value());
    FigureOptions english;
    english.language = Language::English;
    const Figure figure = buildFigure(*answer, m_sample.catalogue, english);
    QVERIFY(m_english.within(textsOf(figure)).size() > 10);
    QVERIFY(m_dutch.within(textsOf(figure)).isEmpty());
    const QString head = QString::fromStdString(buildFigure(*answer, m_sample.catalogue, {}).table.header.front());
    QCOMPARE(m_dutch.within({head}), QStringList(head));

    const auto scene = buildScene(figure, *m_styles, screens().front().points, FigureLayout::screen());
    QVERIFY(faultsOf(*scene, figure).isEmpty());
    Figure more = figure;
    more.footer.push_back("Forgotten.");
    QCOMPARE(faultsOf(*scene, more), (QStringList{QStringLiteral("Forgotten. is missing")}));
    addText(*scene, QStringLiteral("across"), {9}, {-3, 3});
    QVERIFY(faultsOf(*scene, figure).size() >= 2); // sticks out, and lies over the title
}

void TestLayouts::cleanupTestCase()
{
    qInfo("%d scenes", m_scenes);
    QVERIFY(m_scenes > 1000);
}

EVENREDIG_TEST(TestLayouts)
#include "testlayouts.moc"
