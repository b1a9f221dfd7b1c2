// What is open and what is asked: the one place through which the window learns anything.
#pragma once

#include "ui/base/job.h"
#include "ui/base/preferences.h"
#include "ui/session/asksupport.h"
#include "ui/session/openworkspace.h"

#include "core/figure/figure.h"
#include "core/model/view.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <optional>

namespace evenredig {

/// The open workspace, the view with its undo history, and the answer and figure that came of it.
/// Values go in, one signal per kind of result comes out; every computation runs in a job. GUI thread only.
class Session final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    explicit Session(const Preferences &preferences, QObject *parent = nullptr);
    ~Session() override;

    /// Opens a file; on success its last question, or the first one, is asked.
    void open(const QString &path);
    /// Where the sample stands; may have to make it first. Runs in a job.
    using SampleProvider = std::function<Result<std::string>(const Progress &)>;
    void setSampleProvider(SampleProvider provider) { m_sample = std::move(provider); }
    [[nodiscard]] bool hasSample() const { return m_sample != nullptr; }
    void openSample();
    /// Writes into the open file and reads it anew; the history and the pins stay. `view`, or else the one in view, is
    /// asked again; where the file has nothing of it any more, the first question. At once and not in a job: a step of
    /// undo has to know whether it was done.
    using Edit = std::function<Result<void>(Workspace &)>;
    [[nodiscard]] Result<void> edit(const Edit &write, const std::optional<View> &view = {});
    /// Shows a fault in place of the figure.
    void reportError(const Error &error);

    /// A step of undo, and its figure in a job.
    void change(const View &view);
    /// The same with another question. No group stays in colour where that would single it out: of a sensitive indicator.
    void ask(const Question &question);
    /// The row that hover or keyboard focus is on: the card follows. −1: none.
    void look(int row);
    /// Highlights the row that was looked at last.
    void highlightLooked() { highlight(m_lookRow); }
    /// The row that the sentence and the card are about, with its group in colour; the same again: all groups.
    /// Of an overview: the level of that indicator.
    void highlight(int row);
    enum class Highlight { Only, Also };
    /// The group in colour and the others in grey; the same again: all groups. `Also`: beside those in colour, to four.
    void highlightOrigin(const std::string &origin, Highlight highlight = Highlight::Only);
    /// Another form of the same answer.
    void setForm(const FigureForm &form);
    [[nodiscard]] FigureForm form() const { return m_view ? m_view->form : FigureForm(); }
    void setPreferences(const Preferences &preferences);

    [[nodiscard]] std::shared_ptr<const OpenWorkspace> workspace() const { return m_workspace; }
    /// Null before the first one.
    [[nodiscard]] const View *view() const { return m_view ? &*m_view : nullptr; }
    [[nodiscard]] const Question *question() const { return m_view ? &m_view->question : nullptr; }
    /// What was in view before the first step of undo.
    [[nodiscard]] const std::optional<View> &firstView() const { return m_firstView; }
    /// The indicator in view; of an overview the one before it.
    [[nodiscard]] const std::string &indicator() const { return m_indicator; }
    /// What can be asked of it; null when nothing is known of it.
    [[nodiscard]] const IndicatorCoverage *indicatorCoverage() const;
    /// Why a question cannot be asked of it now; counts the periods of the groups in view once they are known.
    [[nodiscard]] Obstacle obstacle(Ask ask) const;
    /// What the controls can offer: of an overview that of all indicators together.
    [[nodiscard]] const IndicatorCoverage *coverage() const;
    /// The periods that the groups in view have figures of, by time; those of all groups until that is known.
    [[nodiscard]] std::vector<Period> periods() const;
    [[nodiscard]] std::shared_ptr<const Answer> answer() const { return m_answer; }
    [[nodiscard]] const Figure &figure() const { return m_figure; }
    [[nodiscard]] const Card &card() const { return m_card; }
    [[nodiscard]] const QString &failure() const { return m_failure; }
    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }
    [[nodiscard]] std::vector<std::string> emphasised() const
    {
        return m_view ? m_view->emphasis : std::vector<std::string>();
    }
    [[nodiscard]] FigureOptions figureOptions() const;
    [[nodiscard]] QUndoStack &history() { return m_history; }
    [[nodiscard]] bool isBusy() const { return m_opening.isRunning() || m_asking.isRunning(); }

Q_SIGNALS:
    void workspaceOpened();
    /// What is known of the file is new: after it was opened, and after an edit.
    void workspaceChanged();
    void questionChanged();
    void figureChanged();
    void cardChanged();
    void emphasisChanged();
    void formChanged();
    void preferencesChanged();
    void failed(const QString &sentence);
    void busyChanged(bool busy);
    void progressed(double fraction);

private:
    struct Shown {
        std::shared_ptr<const Answer> answer;
        Figure figure;
        Card card;
        std::vector<Period> periods;
    };
    static Result<Shown> compose(std::shared_ptr<const Answer> answer, const Catalogue &catalogue,
                                 FigureOptions options, std::vector<Period> periods);

    void receive(Result<OpenWorkspace> opened);
    void receiveEdited(Result<OpenWorkspace> read);
    void forgetView();
    void show(const View &view);
    void answerView();
    void openCell(const AnswerRow &row);
    void redraw();
    void take(Result<Shown> shown);
    void connectJob(Job &job);

    Preferences m_preferences;
    SampleProvider m_sample;
    std::shared_ptr<const OpenWorkspace> m_workspace;
    std::optional<View> m_view;
    std::optional<View> m_firstView;
    std::string m_indicator;
    std::shared_ptr<const Answer> m_answer;
    std::vector<Period> m_periods; ///< of the answer's indicator and groups, asked for or not
    Figure m_figure;
    Card m_card;
    QString m_failure;
    int m_focusRow = -1;
    int m_lookRow = -1;
    QUndoStack m_history;
    QTimer m_seen;    ///< until a figure was looked at: then its code is kept
    QTimer m_stepEnd; ///< edits of one field before it runs out are one step of undo
    int m_step = 0;
    Job m_opening;
    Job m_asking;
};

} // namespace evenredig
