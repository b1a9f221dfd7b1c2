#include "ui/session/session.h"

#include "ui/base/text.h"
#include "ui/session/changeview.h"
#include "ui/session/viewstate.h"

#include "core/answer/answer.h"
#include "core/base/text.h"
#include "core/figure/buildfigure.h"
#include "core/figure/card.h"

#include <algorithm>

namespace evenredig {

namespace {

using namespace std::chrono_literals;
constexpr auto stepPause = 700ms;
constexpr auto seenAfter = 400ms;          // a figure that was passed by is not one to come back to
constexpr std::size_t mostHighlighted = 4; // more colours than that and none stands out (charts.md §3.2)

/// The last row of a group's answer: of a development its change, of a level its newest period.
int rowOf(const Answer &answer, const std::string &origin)
{
    for (int index = int(answer.rows.size()) - 1; index >= 0; --index)
        if (answer.rows[std::size_t(index)].origin == origin)
            return index;
    return -1;
}

/// The sentence is about the row that was chosen, or else about the group in colour.
int focusOf(const Answer &answer, const FigureOptions &options)
{
    if (options.focusRow >= 0 || options.emphasised.empty())
        return options.focusRow;
    return rowOf(answer, options.emphasised.front());
}

/// Leaves one file for another: with its history goes what was removed from it, and what a crash left of the next one.
Result<OpenWorkspace> openAfter(const QString &before, const QString &path, const Progress &progress)
{
    Result<OpenWorkspace> opened = OpenWorkspace::read(path);
    if (!opened || progress.cancelled())
        return opened;
    if (!before.isEmpty() && before != path)
        OpenWorkspace::purge(before);
    OpenWorkspace::purge(path);
    return opened;
}

/// Whether the file has anything to answer a view with.
bool hasDataFor(const OpenWorkspace &workspace, const View &view)
{
    return traitsOf(view.question.ask).needsIndicator ? workspace.coverageOf(view.question.indicator) != nullptr
                                                      : workspace.overall.figures > 0;
}

/// The periods of which these groups have figures; a reference may have more of them.
Result<std::vector<Period>> periodsOf(const Workspace &file, const Answer &answer)
{
    std::vector<Period> periods;
    if (answer.question.indicator.empty())
        return periods;
    const Result<std::vector<PublishedFigure>> figures = file.figures(answer.question.indicator);
    if (!figures)
        return tl::unexpected(figures.error());
    for (const PublishedFigure &figure : *figures) {
        const bool shown = std::ranges::find(answer.origins, figure.origin) != answer.origins.end();
        if (shown && std::ranges::find(periods, figure.period) == periods.end())
            periods.push_back(figure.period);
    }
    std::ranges::sort(periods, earlier);
    return periods;
}

} // namespace

Session::Session(const Preferences &preferences, QObject *parent) : QObject(parent), m_preferences(preferences)
{
    m_stepEnd.setSingleShot(true);
    m_stepEnd.setInterval(stepPause);
    connect(&m_stepEnd, &QTimer::timeout, this, [this] { ++m_step; });
    m_seen.setSingleShot(true);
    m_seen.setInterval(seenAfter);
    connect(&m_seen, &QTimer::timeout, this, [this] {
        if (m_view && m_answer && m_answer->question == m_view->question)
            noteCode(m_workspace->path, qstring(m_figure.code), *m_view);
    });
    connectJob(m_opening);
    connectJob(m_asking);
}

// A stack says goodbye with signals, to a window of which half is gone by then.
Session::~Session()
{
    m_history.disconnect();
    if (m_workspace)
        OpenWorkspace::purge(m_workspace->path);
}

void Session::connectJob(Job &job)
{
    connect(&job, &Job::runningChanged, this, [this] { Q_EMIT busyChanged(isBusy()); });
    connect(&job, &Job::progressed, this, &Session::progressed);
}

void Session::open(const QString &path)
{
    const QString before = m_workspace ? m_workspace->path : QString();
    m_opening.start([before, path](const Progress &progress) { return openAfter(before, path, progress); },
                    [this](Result<OpenWorkspace> opened) { receive(std::move(opened)); });
}

void Session::openSample()
{
    if (!m_sample)
        return;
    const QString before = m_workspace ? m_workspace->path : QString();
    m_opening.start(
        [provide = m_sample, before](const Progress &progress) -> Result<OpenWorkspace> {
            const Result<std::string> path = provide(progress);
            if (!path)
                return tl::unexpected(path.error());
            return openAfter(before, qstring(*path), progress);
        },
        [this](Result<OpenWorkspace> opened) { receive(std::move(opened)); });
}

void Session::receive(Result<OpenWorkspace> opened)
{
    if (!opened) {
        reportError(opened.error());
        return;
    }
    m_asking.cancel();
    m_workspace = std::make_shared<const OpenWorkspace>(std::move(*opened));
    noteRecentFile(m_workspace->path);
    m_history.clear();
    m_view.reset();
    m_answer.reset();
    std::optional<View> view = storedView(m_workspace->path);
    const bool known = view
                       && (!traitsOf(view->question.ask).needsIndicator
                           || m_workspace->coverageOf(view->question.indicator));
    if (!known)
        view.reset();
    if (const std::optional<Question> first = known ? std::nullopt : firstQuestion(*m_workspace))
        view.emplace().question = *first;
    m_indicator = firstIndicator(*m_workspace);
    m_firstView = view;
    Q_EMIT workspaceOpened();
    Q_EMIT workspaceChanged();
    if (view)
        show(*view);
}

Result<void> Session::edit(const Edit &write, const std::optional<View> &view)
{
    if (!m_workspace)
        return {};
    const bool interrupted = m_asking.isRunning();
    m_asking.cancel(); // a reader would keep the writer waiting
    Result<Workspace> file = Workspace::open(m_workspace->path.toStdString(), OpenMode::ReadWrite);
    const Result<void> edited = file ? write(*file) : tl::unexpected<Error>(file.error());
    if (!edited) {
        if (interrupted)
            answerView();
        return edited;
    }
    if (view)
        show(*view);
    m_opening.start([path = m_workspace->path](const Progress &) { return OpenWorkspace::read(path); },
                    [this](Result<OpenWorkspace> read) { receiveEdited(std::move(read)); });
    return {};
}

void Session::receiveEdited(Result<OpenWorkspace> read)
{
    if (!read) {
        reportError(read.error());
        return;
    }
    m_asking.cancel();
    m_workspace = std::make_shared<const OpenWorkspace>(std::move(*read));
    m_focusRow = m_lookRow = -1; // rows of the answer that was
    if (!m_workspace->coverageOf(m_indicator))
        m_indicator = firstIndicator(*m_workspace);
    std::optional<View> view = m_view;
    if (!view || !hasDataFor(*m_workspace, *view)) {
        view.reset();
        if (const std::optional<Question> first = firstQuestion(*m_workspace))
            view.emplace().question = *first;
    }
    if (!view)
        forgetView();
    Q_EMIT workspaceChanged();
    if (!view)
        return;
    const bool again = m_view && m_view->question == view->question;
    show(*view);
    if (!again)
        return;
    Q_EMIT questionChanged(); // the same words, for which the file may offer other choices
    answerView();
}

// All that the file had is gone: the window is as on an empty file, but for its history.
void Session::forgetView()
{
    m_view.reset();
    m_answer.reset();
    m_figure = {};
    m_card = {};
    m_periods.clear();
    Q_EMIT questionChanged();
    Q_EMIT cardChanged();
}

void Session::reportError(const Error &error)
{
    m_failure = qstring(message(error, m_preferences.interfaceLanguage));
    Q_EMIT failed(m_failure);
}

void Session::change(const View &view)
{
    if (!m_workspace || (m_view && *m_view == view))
        return;
    if (!m_view) {
        m_firstView = view;
        show(view);
        return;
    }
    m_history.push(new ChangeView(*m_view, view, m_step, [this](const View &next) { show(next); }));
    m_stepEnd.start();
}

void Session::ask(const Question &question)
{
    View view = m_view.value_or(View());
    const Indicator *indicator = m_workspace ? m_workspace->catalogue.indicator(question.indicator) : nullptr;
    if (indicator && indicator->sensitive && view.question.indicator != question.indicator)
        view.emphasis.clear();
    view.question = question;
    change(view);
}

// The question changes at once, so that controls never lag behind a click; its figure follows.
void Session::show(const View &view)
{
    const View before = m_view.value_or(View());
    const bool first = !m_view;
    m_view = view;
    storeView(m_workspace->path, view);
    const bool asked = first || !(before.question == view.question);
    const bool coloured = before.emphasis != view.emphasis;
    if (asked) {
        if (!view.question.indicator.empty())
            m_indicator = view.question.indicator;
        m_focusRow = -1;
        m_lookRow = -1;
        Q_EMIT questionChanged();
    }
    if (coloured) {
        if (m_focusRow >= 0 && m_answer && !contains(view.emphasis, m_answer->rows[std::size_t(m_focusRow)].origin))
            m_focusRow = -1;
        Q_EMIT emphasisChanged();
    }
    if (before.form != view.form)
        Q_EMIT formChanged();
    if (asked)
        answerView();
    else
        redraw();
}

void Session::answerView()
{
    m_asking.start(
        [workspace = m_workspace, question = m_view->question,
         options = figureOptions()](const Progress &progress) -> Result<Shown> {
            const Result<Workspace> file = workspace->reopen();
            if (!file)
                return tl::unexpected(file.error());
            Result<Answer> result = evenredig::answer(*file, workspace->catalogue, question, progress);
            if (!result)
                return tl::unexpected(result.error());
            Result<std::vector<Period>> periods = periodsOf(*file, *result);
            if (!periods)
                return tl::unexpected(periods.error());
            return compose(std::make_shared<const Answer>(std::move(*result)), workspace->catalogue, options,
                           std::move(*periods));
        },
        [this](Result<Shown> shown) { take(std::move(shown)); });
}

// Another language, number format or emphasis: the same answer drawn anew.
void Session::redraw()
{
    if (m_asking.isRunning()) {
        answerView();
        return;
    }
    if (!m_answer || !m_failure.isEmpty())
        return;
    m_asking.start([answer = m_answer, workspace = m_workspace, options = figureOptions(), periods = m_periods](
                       const Progress &) { return compose(answer, workspace->catalogue, options, periods); },
                   [this](Result<Shown> shown) { take(std::move(shown)); });
}

Result<Session::Shown> Session::compose(std::shared_ptr<const Answer> answer, const Catalogue &catalogue,
                                        FigureOptions options, std::vector<Period> periods)
{
    options.focusRow = focusOf(*answer, options);
    Figure figure = buildFigure(*answer, catalogue, options);
    Card card = buildCard(*answer, catalogue, options, options.focusRow);
    return Shown{std::move(answer), std::move(figure), std::move(card), std::move(periods)};
}

void Session::take(Result<Shown> shown)
{
    if (!shown) { // a table and a card of another question than the one in view would be taken for its own
        m_answer.reset();
        m_focusRow = m_lookRow = -1;
        m_figure = {};
        m_card = {};
        m_periods.clear();
        reportError(shown.error());
        Q_EMIT cardChanged();
        return;
    }
    m_failure.clear();
    m_answer = shown->answer;
    m_figure = std::move(shown->figure);
    m_card = std::move(shown->card);
    m_periods = std::move(shown->periods);
    m_seen.start();
    Q_EMIT figureChanged();
    Q_EMIT cardChanged();
}

void Session::look(int row)
{
    if (!m_answer || row >= int(m_answer->rows.size()))
        return;
    if (row >= 0)
        m_lookRow = row;
    const FigureOptions options = figureOptions();
    m_card = buildCard(*m_answer, m_workspace->catalogue, options, row < 0 ? focusOf(*m_answer, options) : row);
    Q_EMIT cardChanged();
}

void Session::highlight(int row)
{
    if (!m_answer || row < 0 || row >= int(m_answer->rows.size()))
        return;
    if (m_answer->question.ask == Ask::Overview) {
        openCell(m_answer->rows[std::size_t(row)]);
        return;
    }
    const bool again = m_focusRow == row && !m_view->emphasis.empty();
    m_focusRow = again ? -1 : row;
    View next = *m_view;
    next.emphasis.clear();
    if (!again)
        next.emphasis.push_back(m_answer->rows[std::size_t(row)].origin);
    if (next == *m_view)
        redraw(); // another figure of the same group
    else
        change(next);
}

void Session::openCell(const AnswerRow &row)
{
    View next = *m_view;
    next.question = withIndicator(next.question, row.indicator, *m_workspace);
    const Indicator *indicator = m_workspace->catalogue.indicator(row.indicator);
    next.emphasis.clear();
    if (!indicator || !indicator->sensitive)
        next.emphasis.push_back(row.origin);
    change(next);
}

void Session::highlightOrigin(const std::string &origin, Highlight highlight)
{
    if (!m_view)
        return;
    View next = *m_view;
    std::vector<std::string> &emphasis = next.emphasis;
    const auto found = std::ranges::find(emphasis, origin);
    const bool there = found != emphasis.end();
    if (highlight == Highlight::Also && there)
        emphasis.erase(found);
    else if (highlight == Highlight::Also && emphasis.size() < mostHighlighted)
        emphasis.push_back(origin);
    else if (highlight == Highlight::Only && there && emphasis.size() == 1)
        emphasis.clear();
    else if (highlight == Highlight::Only)
        emphasis.assign(1, origin);
    m_focusRow = -1;
    change(next);
}

void Session::setForm(const FigureForm &form)
{
    if (!m_view)
        return;
    View next = *m_view;
    next.form = form;
    change(next);
}

void Session::setPreferences(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    m_preferences.save();
    Q_EMIT preferencesChanged();
    redraw();
}

const IndicatorCoverage *Session::indicatorCoverage() const
{
    return m_workspace && m_view ? m_workspace->coverageOf(m_indicator) : nullptr;
}

Obstacle Session::obstacle(Ask ask) const
{
    if (!m_workspace)
        return Obstacle::NoData;
    return m_view ? m_workspace->obstacle(ask, m_indicator) : obstacleWithoutData(ask);
}

const IndicatorCoverage *Session::coverage() const
{
    const bool overview = m_workspace && m_view && m_view->question.ask == Ask::Overview;
    return overview ? &m_workspace->overall : indicatorCoverage();
}

std::vector<Period> Session::periods() const
{
    if (m_answer && m_view && m_answer->question.indicator == m_view->question.indicator)
        return m_periods;
    const IndicatorCoverage *covered = coverage();
    return covered ? covered->periods : std::vector<Period>();
}

FigureOptions Session::figureOptions() const
{
    return {m_preferences.outputLanguage, m_preferences.numberFormat(), emphasised(), m_focusRow, form()};
}

} // namespace evenredig
