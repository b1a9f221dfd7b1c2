#include "ui/session/pins.h"

#include "ui/base/text.h"
#include "ui/session/viewstate.h"

#include "core/answer/answer.h"
#include "core/figure/buildfigure.h"
#include "core/figure/card.h"

#include <QUndoCommand>

#include <algorithm>

namespace evenredig {

namespace {

/// A pin whose question the file can no longer answer is left out: it was about what is not there any more.
Result<std::vector<Pin>> answered(const OpenWorkspace &workspace, const std::vector<View> &views,
                                  const Progress &progress)
{
    const Result<Workspace> file = workspace.reopen();
    if (!file)
        return tl::unexpected(file.error());
    std::vector<Pin> pins;
    for (const View &view : views) {
        Result<Answer> answer = evenredig::answer(*file, workspace.catalogue, view.question, progress);
        if (answer)
            pins.push_back({view, std::make_shared<const Answer>(std::move(*answer)), {}});
    }
    return pins;
}

/// Whether two views show the same figure but for its colours, which all figures share.
bool showTheSame(const View &a, const View &b)
{
    return a.question == b.question && a.form == b.form;
}

} // namespace

/// A step of undo: other figures beside the one in view.
class ChangePins final : public QUndoCommand {
public:
    ChangePins(Pins &pins, std::vector<Pin> after, const QString &what)
        : QUndoCommand(what), m_pins(pins), m_before(pins.pins()), m_after(std::move(after))
    {}
    void undo() override { m_pins.set(m_before); }
    void redo() override { m_pins.set(m_after); }

private:
    Pins &m_pins;
    std::vector<Pin> m_before, m_after;
};

Pins::Pins(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::workspaceOpened, this, &Pins::restore);
    connect(&session, &Session::workspaceChanged, this, &Pins::askAgain);
    connect(&session, &Session::preferencesChanged, this, &Pins::redraw);
    connect(&session, &Session::emphasisChanged, this, &Pins::redraw);
}

bool Pins::canPin() const
{
    const bool shown = m_session.answer() && m_session.failure().isEmpty() && m_session.view()
                       && m_session.answer()->question == m_session.view()->question;
    return shown && m_pins.size() < most
           && std::ranges::none_of(m_pins, [&](const Pin &pin) { return showTheSame(pin.view, *m_session.view()); });
}

void Pins::pinCurrent()
{
    if (!canPin())
        return;
    std::vector<Pin> next = m_pins;
    next.push_back({*m_session.view(), m_session.answer(), m_session.figure()});
    change(std::move(next), tr("Pinned: %1").arg(qstring(m_session.figure().title)));
}

void Pins::change(std::vector<Pin> pins, const QString &what)
{
    m_session.history().push(new ChangePins(*this, std::move(pins), what));
}

void Pins::set(std::vector<Pin> pins)
{
    m_pins = std::move(pins);
    store();
    redraw();
    Q_EMIT changed();
}

void Pins::remove(std::size_t place)
{
    if (place >= m_pins.size())
        return;
    std::vector<Pin> next = m_pins;
    next.erase(next.begin() + std::ptrdiff_t(place));
    change(std::move(next), tr("Unpinned: %1").arg(qstring(m_pins[place].figure.title)));
}

void Pins::clear()
{
    if (!m_pins.empty())
        change({}, tr("All figures unpinned"));
}

void Pins::open(std::size_t place)
{
    if (place >= m_pins.size())
        return;
    View view = m_pins[place].view;
    view.emphasis = m_session.emphasised();
    m_session.change(view);
}

Card Pins::card(std::size_t place, int row) const
{
    const Pin &pin = m_pins.at(place);
    return buildCard(*pin.answer, m_session.workspace()->catalogue, optionsOf(pin), row);
}

FigureOptions Pins::optionsOf(const Pin &pin) const
{
    FigureOptions options = m_session.figureOptions();
    options.focusRow = -1;
    options.form = pin.view.form;
    return options;
}

void Pins::restore()
{
    m_asking.cancel();
    m_pins.clear();
    Q_EMIT changed();
    const std::vector<View> views = storedPins(m_session.workspace()->path);
    if (views.empty())
        return;
    m_asking.start([workspace = m_session.workspace(),
                    views](const Progress &progress) { return answered(*workspace, views, progress); },
                   [this](Result<std::vector<Pin>> pins) {
                       if (!pins)
                           return; // the figure in view says what is wrong with the file
                       m_pins = std::move(*pins);
                       redraw();
                   });
}

// After an edit of the file. What it cannot answer any more stays pinned as it was answered: taking it away would be a
// step of undo that nobody made.
void Pins::askAgain()
{
    std::vector<View> views;
    for (const Pin &pin : m_pins)
        views.push_back(pin.view);
    if (views.empty())
        return;
    m_asking.start([workspace = m_session.workspace(),
                    views](const Progress &progress) { return answered(*workspace, views, progress); },
                   [this](const Result<std::vector<Pin>> &pins) {
                       if (!pins)
                           return;
                       for (Pin &pin : m_pins) {
                           const auto again = std::ranges::find(*pins, pin.view, &Pin::view);
                           if (again != pins->end())
                               pin.answer = again->answer;
                       }
                       redraw();
                   });
}

// A pinned figure is made of an answer that is there already: a millisecond each.
void Pins::redraw()
{
    if (m_pins.empty() || !m_session.workspace())
        return;
    for (Pin &pin : m_pins)
        pin.figure = buildFigure(*pin.answer, m_session.workspace()->catalogue, optionsOf(pin));
    Q_EMIT changed();
}

void Pins::store() const
{
    std::vector<View> views;
    for (const Pin &pin : m_pins)
        views.push_back(pin.view);
    if (m_session.workspace())
        storePins(m_session.workspace()->path, views);
}

} // namespace evenredig
