// The sample that the program carries: every recipe under resources/sample with its CSV, in a new workspace.
#include "core/base/resource.h"
#include "core/import/importer.h"
#include "core/store/storetest.h"
#include "json.h"
#include "testroom.h"

#include <QElapsedTimer>

using namespace evenredig;
using namespace evenredig::storetest;

class TestSample : public QObject {
    Q_OBJECT

private slots:
    void fillsAWorkspace();
    void cancelled();
    void twiceIsRefused();
};

void TestSample::fillsAWorkspace()
{
    if (resourcesBelow("sample/").empty())
        QSKIP("no sample is compiled in");
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("sample.evenredig")).toStdString();
    Result<Workspace> workspace = Workspace::create(path);
    EXPECT_GOOD(workspace);
    QElapsedTimer timer;
    timer.start();
    EXPECT_GOOD(importSample(*workspace));
    qInfo("the sample took %lld ms", timer.elapsed());
    const auto datasets = workspace->datasets();
    EXPECT_GOOD(datasets);
    QVERIFY(!datasets->empty());
    long read = 0, figures = 0;
    for (const DatasetRecord &record : *datasets) {
        QCOMPARE(record.counts.rowsRead, record.counts.rowsKept + record.counts.rowsSetAside);
        QCOMPARE(record.counts.valuesUnreadable, 0L);
        read += record.counts.rowsRead;
        figures += record.figures;
        // The recipe's author counted what must come out ("x_expected").
        const auto recipe = Json::parse(record.recipe);
        if (recipe.contains("x_expected")) {
            const auto &expected = recipe["x_expected"];
            const std::string found = record.info.id + ": read " + std::to_string(record.counts.rowsRead) + ", figures "
                                      + std::to_string(record.figures) + ", set aside "
                                      + std::to_string(record.counts.rowsSetAside);
            QVERIFY2(record.counts.rowsRead == expected["rows"].get<long>(), found.c_str());
            QVERIFY2(record.figures == expected["figures"].get<long>(), found.c_str());
            QVERIFY2(record.counts.rowsSetAside == expected["set_aside"].get<long>(), found.c_str());
        }
    }
    qInfo("%zu data sets, %ld rows, %ld figures", datasets->size(), read, figures);
    const auto findings = workspace->check(Language::English);
    EXPECT_GOOD(findings);
    QVERIFY2(findings->empty(), findings->empty() ? "" : findings->front().c_str());
}

void TestSample::cancelled()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("sample.evenredig")).toStdString();
    Result<Workspace> workspace = Workspace::create(path);
    EXPECT_GOOD(workspace);
    const std::string before = sha256OfFile(path);
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    progress.report = [&stop](double fraction) {
        if (fraction > 0.85)
            stop.request_stop();
    };
    const auto result = importSample(*workspace, progress);
    EXPECT_FAULT(result, ErrorCode::Cancelled);
    QCOMPARE(sha256OfFile(path), before);
    QCOMPARE(filesIn(folder.path()), QStringLiteral("sample.evenredig"));
}

void TestSample::twiceIsRefused()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("sample.evenredig")).toStdString();
    Result<Workspace> workspace = Workspace::create(path);
    EXPECT_GOOD(workspace);
    EXPECT_GOOD(importSample(*workspace));
    const std::string before = sha256OfFile(path);
    const auto again = importSample(*workspace);
    EXPECT_FAULT(again, ErrorCode::DatasetExists);
    QCOMPARE(sha256OfFile(path), before);
}

EVENREDIG_TEST(TestSample)
#include "testsample.moc"
