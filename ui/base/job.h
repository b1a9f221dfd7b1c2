// Long work outside the GUI thread: the newest start wins (architecture.md §4).
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QFutureWatcher>
#include <QObject>

#include <exception>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>

namespace evenredig {

/// Runs one piece of work at a time in the thread pool and hands its outcome to the GUI thread. A new start
/// cancels the one before it, whose outcome is then never delivered. Work captures values, never `this`: it
/// may still be running when the Job and its owner are gone. Belongs to the GUI thread.
class Job final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Job)

public:
    explicit Job(QObject *parent = nullptr);
    ~Job() override;

    /// `work(Progress)` gives a Result<T>, `done(Result<T>)` takes it. An exception becomes an Error.
    template<class Work, class Done>
    void start(Work work, Done done)
    {
        using Outcome = std::invoke_result_t<Work, const Progress &>;
        begin([work = std::move(work), done = std::move(done)](const Progress &progress) -> Delivery {
            auto outcome = std::make_shared<Outcome>(guarded<Outcome>(work, progress));
            return [done, outcome] { done(std::move(*outcome)); };
        });
    }
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_watcher != nullptr; }

Q_SIGNALS:
    void runningChanged(bool running);
    void progressed(double fraction);

private:
    using Delivery = std::function<void()>;

    template<class Outcome, class Work>
    static Outcome guarded(const Work &work, const Progress &progress)
    {
        try {
            return work(progress);
        } catch (const std::exception &fault) {
            return fail(ErrorCode::Internal, {{"reason", fault.what()}});
        } catch (...) {
            return fail(ErrorCode::Internal, {{"reason", "?"}});
        }
    }
    void begin(std::function<Delivery(const Progress &)> work);
    void deliver();
    void drop();

    QFutureWatcher<Delivery> *m_watcher = nullptr;
    std::stop_source m_stop;
};

} // namespace evenredig
