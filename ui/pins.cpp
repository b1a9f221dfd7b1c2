#include "ui/pins.h"

#include "ui/viewstate.h"

#include "core/answer/answer.h"
#include "core/figure/buildfigure.h"
#include "core/figure/card.h"

#include <algorithm>

namespace evenredig {

namespace {

/// A pin whose question the file can no longer answer is left out: it was about what is not there any more.
Result<std::vector<Pin>> answered(const OpenWorkspace &workspace, const std::vector<Question> &questions,
                                  const Progress &progress)
{
    const Result<Workspace> file = workspace.reopen();
    if (!file)
        return tl::unexpected(file.error());
    std::vector<Pin> pins;
    for (const Question &question : questions) {
        Result<Answer> answer = evenredig::answer(*file, workspace.catalogue, question, progress);
        if (answer)
            pins.push_back({question, std::make_shared<const Answer>(std::move(*answer)), {}, {}});
    }
    return pins;
}

} // namespace

Pins::Pins(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::workspaceOpened, this, &Pins::restore);
    connect(&session, &Session::preferencesChanged, this, &Pins::redraw);
    connect(&session, &Session::emphasisChanged, this, &Pins::redraw);
}

bool Pins::canPin() const
{
    const bool shown = m_session.answer() && m_session.failure().isEmpty();
    return shown && m_pins.size() < most
           && std::ranges::find(m_pins, m_session.answer()->question, &Pin::question) == m_pins.end();
}

void Pins::pinCurrent()
{
    if (!canPin())
        return;
    m_pins.push_back({m_session.answer()->question, m_session.answer(), m_session.form(), m_session.figure()});
    store();
    Q_EMIT changed();
}

void Pins::remove(std::size_t place)
{
    if (place >= m_pins.size())
        return;
    m_pins.erase(m_pins.begin() + std::ptrdiff_t(place));
    store();
    Q_EMIT changed();
}

void Pins::clear()
{
    m_pins.clear();
    store();
    Q_EMIT changed();
}

void Pins::open(std::size_t place)
{
    if (place < m_pins.size())
        m_session.ask(m_pins[place].question);
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
    options.form = pin.form;
    return options;
}

void Pins::restore()
{
    m_asking.cancel();
    m_pins.clear();
    Q_EMIT changed();
    const std::vector<Question> questions = storedPins(m_session.workspace()->path);
    if (questions.empty())
        return;
    m_asking.start([workspace = m_session.workspace(),
                    questions](const Progress &progress) { return answered(*workspace, questions, progress); },
                   [this](Result<std::vector<Pin>> pins) {
                       if (!pins)
                           return; // the figure in view says what is wrong with the file
                       m_pins = std::move(*pins);
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
    std::vector<Question> questions;
    for (const Pin &pin : m_pins)
        questions.push_back(pin.question);
    if (m_session.workspace())
        storePins(m_session.workspace()->path, questions);
}

} // namespace evenredig
