// The forms of a figure: they change what is shown and in which order, never a number.
#include "core/figure/figure.h"
#include "core/sampleworkspace.h"
#include "testroom.h"

#include <QtTest>

#include <set>

using namespace evenredig;

class TestForms final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_sample.failure.isEmpty(), qPrintable(m_sample.failure)); }
    void rowsInTheOrderOfTheirValues();
    void anOrderThatIsNotCertainIsBracketed();
    void sensitiveIndicatorsAreNoRanking();
    void aPanelForEachGroup();
    void panelsKeepEveryNumber();
    void theMatrixShowsAllIndicators();
    void theMatrixShowsWhatIsEstablishedOrChanged();

private:
    [[nodiscard]] Answer ask(const std::string &question) const
    {
        const auto answer = m_sample.ask(question);
        if (!answer)
            qFatal("%s", qPrintable(sentenceOf(answer.error())));
        return *answer;
    }
    [[nodiscard]] Figure figure(const Answer &answer, const FigureForm &form) const
    {
        FigureOptions options;
        options.form = form;
        return buildFigure(answer, m_sample.catalogue, options);
    }
    SampleWorkspace m_sample;
};

namespace {

const char *const levelOfIncome = R"({"evenredig": "question/1", "ask": "level", "indicator": "income.independent"})";
const char *const overviewQuestion = R"({"evenredig": "question/1", "ask": "overview"})";

/// Mark by row: origin → value, in the order of the rows.
std::vector<std::pair<std::string, double>> valuesOf(const Panel &panel)
{
    std::vector<std::pair<std::string, double>> values(panel.rows.size());
    for (const Series &series : panel.series) {
        for (const std::vector<Mark> &run : series.runs) {
            for (const Mark &mark : run) {
                if (mark.value)
                    values[std::size_t(mark.along)] = {series.origin, *mark.value};
            }
        }
    }
    return values;
}

FigureForm byValue()
{
    FigureForm form;
    form.order = FigureForm::Order::ByValue;
    return form;
}

FigureForm panels()
{
    FigureForm form;
    form.arrangement = FigureForm::Arrangement::Panels;
    return form;
}

FigureForm rows(FigureForm::Rows shown)
{
    FigureForm form;
    form.rows = shown;
    return form;
}

} // namespace

void TestForms::rowsInTheOrderOfTheirValues()
{
    const Answer answer = ask(levelOfIncome);
    const Figure plain = figure(answer, {});
    const Figure ordered = figure(answer, byValue());
    const Panel &panel = ordered.panels.front();
    const auto values = valuesOf(panel);
    bool absent = false;
    double last = 1e9;
    int drawn = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].first.empty()) {
            absent = true;
            continue;
        }
        QVERIFY2(!absent, "an absent value stands below those that are there");
        QCOMPARE(values[i].first, panel.rows[i].origin); // the mark went with its row
        QVERIFY(values[i].second <= last);
        last = values[i].second;
        ++drawn;
    }
    QVERIFY(drawn >= 5);
    const auto before = valuesOf(plain.panels.front());
    QVERIFY(before != values);
    const std::multiset<std::pair<std::string, double>> a(before.begin(), before.end()),
        b(values.begin(), values.end());
    QVERIFY(a == b);
    QCOMPARE(ordered.altText, plain.altText); // the text keeps the fixed order
    QVERIFY(ordered.footer.front().find("Volgorde: naar waarde") != std::string::npos);
    QVERIFY(plain.footer.front().find("Volgorde") == std::string::npos);
}

// 54,2 and 59,7 are apart whatever was rounded away; figures of a survey without a margin never are.
void TestForms::anOrderThatIsNotCertainIsBracketed()
{
    const Figure exact = figure(ask(levelOfIncome), byValue());
    for (const FigureRow &row : exact.panels.front().rows)
        QVERIFY2(!row.uncertainWithNext || row.label == "Nederlandse Cariben", row.label.c_str());
    const Figure survey = figure(
        ask(R"({"evenredig": "question/1", "ask": "level", "indicator": "health.perceived_good_12_64"})"), byValue());
    int uncertain = 0;
    for (const FigureRow &row : survey.panels.front().rows)
        uncertain += row.uncertainWithNext ? 1 : 0;
    QVERIFY(uncertain >= 2);
    QVERIFY(survey.footer.front().find("niet zeker") != std::string::npos);
}

void TestForms::sensitiveIndicatorsAreNoRanking()
{
    const Answer answer = ask(R"({"evenredig": "question/1", "ask": "level", "indicator": "safety.suspects"})");
    QVERIFY(answer.indicator.sensitive);
    const Figure plain = figure(answer, {}), asked = figure(answer, byValue());
    QCOMPARE(valuesOf(asked.panels.front()), valuesOf(plain.panels.front()));
    QCOMPARE(asked.footer, plain.footer);
}

void TestForms::aPanelForEachGroup()
{
    const Answer answer = ask(R"({"evenredig": "question/1", "ask": "development", "indicator": "safety.suspects"})");
    const Figure together = figure(answer, {}), apart = figure(answer, panels());
    QCOMPARE(together.panels.size(), std::size_t(1));
    std::set<std::string> groups;
    for (const Series &series : together.panels.front().series) {
        if (!series.reference)
            groups.insert(series.origin);
    }
    QCOMPARE(apart.panels.size(), groups.size());
    QVERIFY(apart.panels.size() <= 8);
    for (const Panel &panel : apart.panels) {
        int own = 0, references = 0;
        for (const Series &series : panel.series) {
            references += series.reference ? 1 : 0;
            own += !series.reference && !series.ghost ? 1 : 0;
            QVERIFY(series.reference || series.ghost != series.emphasised);
        }
        QCOMPARE(own, 1);
        QVERIFY(references >= 1);
        QVERIFY(!panel.title.empty());
        QCOMPARE(panel.axis.minimum, together.panels.front().axis.minimum); // one scale for all
        QCOMPARE(panel.axis.maximum, together.panels.front().axis.maximum);
    }
}

void TestForms::panelsKeepEveryNumber()
{
    for (const char *question : {R"({"evenredig": "question/1", "ask": "development", "indicator": "safety.suspects"})",
                                 R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects"})"}) {
        const Answer answer = ask(question);
        const Figure together = figure(answer, {}), apart = figure(answer, panels());
        QVERIFY(apart.panels.size() > together.panels.size() && apart.panels.size() <= 8);
        QCOMPARE(apart.altText, together.altText);
        QCOMPARE(apart.sentences, together.sentences);
        std::set<int> before, after;
        for (const Series &series : together.panels.front().series)
            for (const auto &run : series.runs)
                for (const Mark &mark : run)
                    before.insert(mark.row);
        for (const Panel &panel : apart.panels)
            for (const Series &series : panel.series)
                for (const auto &run : series.runs)
                    for (const Mark &mark : run)
                        if (!series.ghost)
                            after.insert(mark.row);
        QCOMPARE(after, before);
    }
}

void TestForms::theMatrixShowsAllIndicators()
{
    const Answer answer = ask(overviewQuestion);
    const Figure some = figure(answer, {}), all = figure(answer, rows(FigureForm::Rows::All));
    QCOMPARE(all.panels.front().matrix.size(), m_sample.catalogue.indicators.size());
    QVERIFY(some.panels.front().matrix.size() < 40);
    QCOMPARE(all.table.rows.size(), all.panels.front().matrix.size());
    const std::string count = std::to_string(some.panels.front().matrix.size()) + " (van de "
                              + std::to_string(m_sample.catalogue.indicators.size());
    QVERIFY2(some.subtitle.find(count) != std::string::npos, some.subtitle.c_str());
    int empty = 0;
    for (const MatrixRow &row : all.panels.front().matrix) {
        QCOMPARE(row.cells.size(), all.panels.front().columns.size());
        if (row.cells.front().row >= 0)
            continue;
        ++empty;
        for (const MatrixCell &cell : row.cells) {
            QCOMPARE(cell.text, std::string("–"));
            QCOMPARE(cell.tone, 0);
            QVERIFY(cell.spoken.find("geen cijfers") != std::string::npos);
        }
    }
    QCOMPARE(std::size_t(empty), all.panels.front().matrix.size() - some.panels.front().matrix.size());
    for (const auto &line : all.table.rows)
        QCOMPARE(line.size(), all.table.header.size());
}

void TestForms::theMatrixShowsWhatIsEstablishedOrChanged()
{
    const Answer answer = ask(overviewQuestion);
    const Figure some = figure(answer, {});
    std::size_t established = 0, changed = 0;
    for (const MatrixRow &row : some.panels.front().matrix) {
        bool strong = false, moved = false;
        for (const MatrixCell &cell : row.cells) {
            strong = strong || cell.strong;
            moved = moved || cell.trend == MatrixCell::Trend::Smaller || cell.trend == MatrixCell::Trend::Larger;
        }
        established += strong ? 1 : 0;
        changed += moved ? 1 : 0;
    }
    QVERIFY(established > changed && changed > 0 && established < some.panels.front().matrix.size());
    QCOMPARE(figure(answer, rows(FigureForm::Rows::Established)).panels.front().matrix.size(), established);
    const Figure moved = figure(answer, rows(FigureForm::Rows::Changed));
    QCOMPARE(moved.panels.front().matrix.size(), changed);
    QVERIFY(!moved.panels.front().matrix.front().heading.empty()); // its first row names the domain again
}

EVENREDIG_TEST(TestForms)
#include "testforms.moc"
