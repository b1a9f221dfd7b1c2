#include "ui/base/job.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <utility>

namespace evenredig {

namespace {
constexpr int progressSteps = 1000;
}

Job::Job(QObject *parent) : QObject(parent) {}

Job::~Job()
{
    drop();
}

void Job::cancel()
{
    if (!m_watcher)
        return;
    drop();
    Q_EMIT runningChanged(false);
}

// The work hears the stop request when it next looks; nobody waits for it here, and nobody listens any more.
void Job::drop()
{
    m_stop.request_stop();
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    m_watcher->cancel();
    m_watcher->deleteLater();
    m_watcher = nullptr;
}

void Job::begin(std::function<Delivery(const Progress &)> work)
{
    const bool wasRunning = isRunning();
    drop();
    m_stop = std::stop_source();
    m_watcher = new QFutureWatcher<Delivery>(this);
    connect(m_watcher, &QFutureWatcherBase::finished, this, &Job::deliver);
    connect(m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int step) { Q_EMIT progressed(double(step) / progressSteps); });
    const auto run = [work = std::move(work), stop = m_stop.get_token()](QPromise<Delivery> &promise) {
        if (stop.stop_requested())
            return;
        promise.setProgressRange(0, progressSteps);
        const auto report = [&promise](double fraction) { promise.setProgressValue(int(fraction * progressSteps)); };
        promise.addResult(work(Progress{stop, report}));
    };
    m_watcher->setFuture(QtConcurrent::run(run));
    if (!wasRunning)
        Q_EMIT runningChanged(true);
}

void Job::deliver()
{
    QFutureWatcher<Delivery> *watcher = std::exchange(m_watcher, nullptr);
    watcher->deleteLater();
    const Delivery delivery = watcher->future().resultCount() > 0 ? watcher->result() : Delivery();
    // Last, because whoever takes the outcome may start the next piece of work, or close the window.
    Q_EMIT runningChanged(false);
    if (delivery)
        delivery();
}

} // namespace evenredig
