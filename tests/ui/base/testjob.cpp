// Job: the newest start wins, nothing is delivered late, an exception becomes an Error.
#include "testroom.h"
#include "ui/base/job.h"

#include <QSignalSpy>
#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace evenredig;

class TestJob final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliversInTheGuiThread();
    void onlyTheLastOfTwentyStartsIsDelivered();
    void nothingIsDeliveredAfterDestruction();
    void nothingIsDeliveredAfterCancel();
    void anExceptionBecomesAnError();
    void anErrorIsHandedOver();
    void progressArrives();
    void aDeliveryMayStartTheNext();
    void aDeliveryMayDeleteTheJob();
};

namespace {

/// Work that lasts until it is told to stop (or ten seconds, so that a broken stop fails instead of hanging).
Result<int> untilStopped(const Progress &progress)
{
    for (int i = 0; i < 10000 && !progress.cancelled(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return progress.cancelled() ? Result<int>(fail(ErrorCode::Cancelled)) : Result<int>(0);
}

} // namespace

void TestJob::deliversInTheGuiThread()
{
    Job job;
    QSignalSpy running(&job, &Job::runningChanged);
    int delivered = 0;
    std::thread::id worker;
    std::thread::id receiver;
    job.start(
        [&worker](const Progress &) -> Result<int> {
            worker = std::this_thread::get_id();
            return 42;
        },
        [&](const Result<int> &result) {
            delivered = result.value_or(-1);
            receiver = std::this_thread::get_id();
        });
    QVERIFY(job.isRunning());
    QTRY_COMPARE(delivered, 42);
    QVERIFY(receiver == std::this_thread::get_id());
    QVERIFY(worker != receiver);
    QVERIFY(!job.isRunning());
    QCOMPARE(running.count(), 2);
    QCOMPARE(running.at(0).at(0).toBool(), true);
    QCOMPARE(running.at(1).at(0).toBool(), false);
}

void TestJob::onlyTheLastOfTwentyStartsIsDelivered()
{
    Job job;
    std::vector<int> delivered;
    for (int start = 1; start <= 20; ++start)
        job.start(
            [start](const Progress &progress) -> Result<int> {
                for (int i = 0; i < 20 && !progress.cancelled(); ++i)
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return start;
            },
            [&delivered](const Result<int> &result) { delivered.push_back(*result); });
    QTRY_VERIFY(!job.isRunning());
    QTest::qWait(100); // time for late deliveries, of which there must be none
    QCOMPARE(delivered, std::vector<int>{20});
}

void TestJob::nothingIsDeliveredAfterDestruction()
{
    auto stopped = std::make_shared<std::atomic<bool>>(false);
    bool delivered = false;
    {
        Job job;
        job.start(
            [stopped](const Progress &progress) {
                Result<int> result = untilStopped(progress);
                *stopped = progress.cancelled();
                return result;
            },
            [&delivered](const Result<int> &) { delivered = true; });
        QTest::qWait(20);
    }
    QTRY_VERIFY(stopped->load());
    QTest::qWait(50);
    QVERIFY(!delivered);
}

void TestJob::nothingIsDeliveredAfterCancel()
{
    Job job;
    bool delivered = false;
    QSignalSpy running(&job, &Job::runningChanged);
    job.start(untilStopped, [&delivered](const Result<int> &) { delivered = true; });
    job.cancel();
    QVERIFY(!job.isRunning());
    QCOMPARE(running.count(), 2);
    QTest::qWait(50);
    QVERIFY(!delivered);
    job.cancel(); // of nothing
    QCOMPARE(running.count(), 2);
}

void TestJob::anExceptionBecomesAnError()
{
    Job job;
    std::optional<Error> fault;
    job.start([](const Progress &) -> Result<int> { throw std::runtime_error("broken pipe"); },
              [&fault](const Result<int> &result) { fault = result.error(); });
    QTRY_VERIFY(fault.has_value());
    QCOMPARE(fault->code, ErrorCode::Internal);
    QCOMPARE(fault->context.at(0).second, std::string("broken pipe"));
    fault.reset();
    job.start([](const Progress &) -> Result<int> { throw 7; },
              [&fault](const Result<int> &result) { fault = result.error(); });
    QTRY_VERIFY(fault.has_value());
    QCOMPARE(fault->code, ErrorCode::Internal);
}

void TestJob::anErrorIsHandedOver()
{
    Job job;
    std::optional<ErrorCode> code;
    job.start(
        [](const Progress &) -> Result<void> {
            return fail(ErrorCode::DiskFull, {{"file", "x"}});
        },
        [&code](const Result<void> &result) { code = result.error().code; });
    QTRY_VERIFY(code.has_value());
    QCOMPARE(*code, ErrorCode::DiskFull);
}

void TestJob::progressArrives()
{
    Job job;
    double last = -1;
    connect(&job, &Job::progressed, this, [&last](double fraction) { last = fraction; });
    job.start(
        [](const Progress &progress) -> Result<int> {
            for (int i = 1; i <= 100000; ++i)
                progress.at(i / 100000.0);
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            return 1;
        },
        [](const Result<int> &) {});
    QTRY_VERIFY(!job.isRunning());
    QCOMPARE(last, 1.0);
}

void TestJob::aDeliveryMayStartTheNext()
{
    Job job;
    int second = 0;
    job.start([](const Progress &) -> Result<int> { return 1; },
              [&](const Result<int> &first) {
                  job.start([value = *first](const Progress &) -> Result<int> { return value + 1; },
                            [&second](const Result<int> &result) { second = *result; });
              });
    QTRY_COMPARE(second, 2);
}

void TestJob::aDeliveryMayDeleteTheJob()
{
    auto job = std::make_unique<Job>();
    bool delivered = false;
    job->start([](const Progress &) -> Result<int> { return 1; },
               [&](const Result<int> &) {
                   job.reset();
                   delivered = true;
               });
    QTRY_VERIFY(delivered);
    QVERIFY(!job);
}

EVENREDIG_TEST(TestJob)
#include "testjob.moc"
