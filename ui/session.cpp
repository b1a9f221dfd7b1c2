#include "ui/session.h"

#include "ui/commands/changequestion.h"
#include "ui/text.h"
#include "ui/viewstate.h"

#include "core/answer/answer.h"
#include "core/figure/buildfigure.h"
#include "core/figure/card.h"

#include <algorithm>

namespace evenredig {

namespace {

using namespace std::chrono_literals;
constexpr auto stepPause = 700ms;
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
    connectJob(m_opening);
    connectJob(m_asking);
}

// A stack says goodbye with signals, to a window of which half is gone by then.
Session::~Session()
{
    m_history.disconnect();
}

void Session::connectJob(Job &job)
{
    connect(&job, &Job::runningChanged, this, [this] { Q_EMIT busyChanged(isBusy()); });
    connect(&job, &Job::progressed, this, &Session::progressed);
}

void Session::open(const QString &path)
{
    m_opening.start([path](const Progress &) { return OpenWorkspace::read(path); },
                    [this](Result<OpenWorkspace> opened) { receive(std::move(opened)); });
}

void Session::openSample()
{
    if (!m_sample)
        return;
    m_opening.start(
        [provide = m_sample](const Progress &progress) -> Result<OpenWorkspace> {
            const Result<std::string> path = provide(progress);
            if (!path)
                return tl::unexpected(path.error());
            return OpenWorkspace::read(qstring(*path));
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
    m_question.reset();
    m_answer.reset();
    m_emphasised.clear();
    std::optional<Question> question = storedQuestion(m_workspace->path);
    const bool known = question && (question->ask == Ask::Overview || m_workspace->coverageOf(question->indicator));
    if (!known)
        question = firstQuestion(*m_workspace);
    m_indicator = firstIndicator(*m_workspace);
    m_form = {};
    m_firstAsked = question;
    Q_EMIT workspaceOpened();
    if (question)
        show(*question);
}

void Session::reportError(const Error &error)
{
    m_failure = qstring(message(error, m_preferences.interfaceLanguage));
    Q_EMIT failed(m_failure);
}

void Session::ask(const Question &question)
{
    if (!m_workspace || m_question == question)
        return;
    if (!m_question) {
        m_firstAsked = question;
        show(question);
        return;
    }
    m_history.push(new ChangeQuestion(*m_question, question, m_step, [this](const Question &next) { show(next); }));
    m_stepEnd.start();
}

// The question changes at once, so that controls never lag behind a click; its figure follows.
void Session::show(const Question &question)
{
    m_question = question;
    if (!question.indicator.empty())
        m_indicator = question.indicator;
    m_focusRow = -1;
    m_lookRow = -1;
    storeQuestion(m_workspace->path, question);
    Q_EMIT questionChanged();
    m_asking.start(
        [workspace = m_workspace, question, options = figureOptions()](const Progress &progress) -> Result<Shown> {
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
        show(*m_question);
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
    if (!shown) {
        reportError(shown.error());
        return;
    }
    m_failure.clear();
    m_answer = shown->answer;
    m_figure = std::move(shown->figure);
    m_card = std::move(shown->card);
    m_periods = std::move(shown->periods);
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
    const bool again = m_focusRow == row && !m_emphasised.empty();
    m_focusRow = again ? -1 : row;
    m_emphasised.clear();
    if (!again)
        m_emphasised.push_back(m_answer->rows[std::size_t(row)].origin);
    Q_EMIT emphasisChanged();
    redraw();
}

void Session::openCell(const AnswerRow &row)
{
    m_emphasised.assign(1, row.origin);
    Q_EMIT emphasisChanged();
    ask(withIndicator(*m_question, row.indicator, *m_workspace));
}

void Session::highlightOrigin(const std::string &origin, Highlight highlight)
{
    const auto found = std::ranges::find(m_emphasised, origin);
    const bool there = found != m_emphasised.end();
    if (highlight == Highlight::Also && there)
        m_emphasised.erase(found);
    else if (highlight == Highlight::Also && m_emphasised.size() < mostHighlighted)
        m_emphasised.push_back(origin);
    else if (highlight == Highlight::Only && there && m_emphasised.size() == 1)
        m_emphasised.clear();
    else if (highlight == Highlight::Only)
        m_emphasised.assign(1, origin);
    m_focusRow = -1;
    Q_EMIT emphasisChanged();
    redraw();
}

void Session::setForm(const FigureForm &form)
{
    if (form == m_form)
        return;
    m_form = form;
    Q_EMIT formChanged();
    redraw();
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
    return m_workspace && m_question ? m_workspace->coverageOf(m_indicator) : nullptr;
}

Obstacle Session::obstacle(Ask ask) const
{
    if (!m_workspace)
        return Obstacle::NoData;
    return m_question ? m_workspace->obstacle(ask, m_indicator) : obstacleWithoutData(ask);
}

const IndicatorCoverage *Session::coverage() const
{
    const bool overview = m_workspace && m_question && m_question->ask == Ask::Overview;
    return overview ? &m_workspace->overall : indicatorCoverage();
}

std::vector<Period> Session::periods() const
{
    if (m_answer && m_question && m_answer->question.indicator == m_question->indicator)
        return m_periods;
    const IndicatorCoverage *covered = coverage();
    return covered ? covered->periods : std::vector<Period>();
}

FigureOptions Session::figureOptions() const
{
    return {m_preferences.outputLanguage, m_preferences.numberFormat(), m_emphasised, m_focusRow, m_form};
}

} // namespace evenredig
