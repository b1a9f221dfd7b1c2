#include "core/cells/scan.h"
#include "testroom.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace evenredig;

namespace {

/// Rows in memory: two keys, an age, and weights whose sums depend on the order of adding.
struct Population {
    MicrodataInfo info;
    std::vector<std::uint32_t> a, b, age;
    Reals weights;

    explicit Population(std::size_t rows)
    {
        std::mt19937 random(11);
        for (const char *name : {"a", "b", "age"}) {
            Variable variable;
            variable.name = name;
            variable.number = std::int64_t(info.variables.size());
            for (int i = 0; i < 5; ++i)
                variable.dictionary.add(std::to_string(i + 20));
            variable.dictionary.addMissing("9", Missing::Refused);
            info.variables.push_back(variable);
        }
        Variable weight;
        weight.name = weightVariable;
        weight.number = 3;
        weight.real = true;
        info.variables.push_back(weight);
        info.rows = std::int64_t(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            a.push_back(std::uint32_t(random() % 6));
            b.push_back(std::uint32_t(random() % 6));
            age.push_back(std::uint32_t(random() % 6));
            weights.push_back(double(random()) / 1e7 + 0.1);
        }
    }
};

class MemorySegments : public SegmentSource {
public:
    explicit MemorySegments(const Population &population) : m_population(population) {}
    [[nodiscard]] Result<ColumnValues> read(const Variable &variable, std::size_t segment) override
    {
        const std::size_t begin = segment * segmentRows;
        const std::size_t end = std::min(begin + segmentRows, std::size_t(m_population.info.rows));
        if (variable.real)
            return Reals(m_population.weights.begin() + long(begin), m_population.weights.begin() + long(end));
        const auto &column = variable.name == "a"   ? m_population.a
                             : variable.name == "b" ? m_population.b
                                                    : m_population.age;
        Codes codes;
        for (std::size_t i = begin; i < end; ++i)
            codes.push(column[i]);
        return codes;
    }

private:
    const Population &m_population;
};

OpenSegments opener(const Population &population)
{
    return [&population]() -> Result<std::unique_ptr<SegmentSource>> {
        return std::unique_ptr<SegmentSource>(new MemorySegments(population));
    };
}

CellQuery everything()
{
    CellQuery query;
    query.keys = {"a", "b"};
    query.weighted = true;
    query.outcome = "age";
    query.filters.push_back({"a", {true, true, true, false, true, false}});
    return query;
}

} // namespace

class TestScan : public QObject {
    Q_OBJECT
private slots:
    void agreesWithTheRows();
    void doesNotDependOnThreads();
    void refusesWhatIsNotThere();
    void passesOnFaultsAndCancelling();
};

void TestScan::agreesWithTheRows()
{
    const Population rows(1000);
    const Result<CellTable> table = scan(rows.info, everything(), opener(rows), 1);
    QVERIFY(table);
    QCOMPARE(table->y0, 20.0);
    QCOMPARE(table->cells.size(), std::size_t(4 * 6));
    for (const Cell &cell : table->cells) {
        QVERIFY(cell.codes[0] != 3 && cell.codes[0] != 5);
        std::int64_t n = 0;
        long double w = 0, w2 = 0, wy = 0, w2yy = 0;
        for (std::size_t i = 0; i < 1000; ++i) {
            if (rows.a[i] != cell.codes[0] || rows.b[i] != cell.codes[1] || rows.age[i] == 5)
                continue;
            const long double y = rows.age[i];
            const long double weight = rows.weights[i];
            ++n;
            w += weight;
            w2 += weight * weight;
            wy += weight * y;
            w2yy += weight * weight * y * y;
        }
        QCOMPARE(cell.n, n);
        QVERIFY(std::fabs(cell.weight - double(w)) < 1e-10 * double(w));
        QVERIFY(std::fabs(cell.squaredWeight - double(w2)) < 1e-10 * double(w2));
        QVERIFY(std::fabs(cell.wy - double(wy)) <= 1e-10 * double(w));
        QVERIFY(std::fabs(cell.w2yy - double(w2yy)) <= 1e-10 * double(w2) * 16);
    }
}

void TestScan::doesNotDependOnThreads()
{
    const Population rows(3 * segmentRows + 777);
    const Result<CellTable> one = scan(rows.info, everything(), opener(rows), 1);
    QVERIFY(one);
    std::int64_t n = 0;
    for (const int threads : {2, 4, 9}) {
        const Result<CellTable> several = scan(rows.info, everything(), opener(rows), threads);
        QVERIFY(several);
        QCOMPARE(several->cells.size(), one->cells.size());
        for (std::size_t i = 0; i < one->cells.size(); ++i) {
            const Cell &expected = one->cells[i];
            const Cell &cell = several->cells[i];
            n += cell.n;
            QVERIFY(cell.codes == expected.codes && cell.n == expected.n);
            // To the bit: no tolerance.
            QVERIFY(cell.weight == expected.weight && cell.squaredWeight == expected.squaredWeight);
            QVERIFY(cell.wy == expected.wy && cell.wyy == expected.wyy);
            QVERIFY(cell.w2y == expected.w2y && cell.w2yy == expected.w2yy);
        }
    }
    QVERIFY(n > 3 * std::int64_t(segmentRows));
}

void TestScan::refusesWhatIsNotThere()
{
    const Population rows(10);
    CellQuery query = everything();
    query.keys.push_back("c");
    QVERIFY(!scan(rows.info, query, opener(rows), 1));
    query = everything();
    query.keys.push_back(weightVariable);
    QVERIFY(!scan(rows.info, query, opener(rows), 1));
    query = everything();
    query.filters[0].wanted.pop_back();
    QVERIFY(!scan(rows.info, query, opener(rows), 1));
}

void TestScan::passesOnFaultsAndCancelling()
{
    const Population rows(2 * segmentRows);
    const OpenSegments broken = []() -> Result<std::unique_ptr<SegmentSource>> { return fail(ErrorCode::FileMissing); };
    const Result<CellTable> none = scan(rows.info, everything(), broken, 2);
    QVERIFY(!none && none.error().code == ErrorCode::FileMissing);
    std::stop_source stop;
    stop.request_stop();
    Progress progress;
    progress.stop = stop.get_token();
    const Result<CellTable> cancelled = scan(rows.info, everything(), opener(rows), 2, progress);
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
}

EVENREDIG_TEST(TestScan)
#include "testscan.moc"
