#include "ui/explore/pinboard.h"

#include "ui/charts/figureview.h"
#include "ui/explore/pinnedfigure.h"
#include "ui/session/pins.h"

#include <QEvent>
#include <QGridLayout>
#include <QToolButton>

namespace evenredig {

PinBoard::PinBoard(Session &session, FigureView *current, QWidget *parent)
    : QWidget(parent), m_session(session), m_current(current), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    current->setParent(this);
    arrange();
}

void PinBoard::setPins(Pins *pins)
{
    m_pins = pins;
    connect(pins, &Pins::changed, this, &PinBoard::refresh);
    refresh();
}

PinnedFigure *PinBoard::add()
{
    auto *pinned = new PinnedFigure(this);
    const std::size_t place = m_pinned.size();
    pinned->setNumber(int(place) + 1);
    connect(pinned->openButton(), &QToolButton::clicked, m_pins, [this, place] { m_pins->open(place); });
    connect(pinned->removeButton(), &QToolButton::clicked, m_pins, [this, place] { m_pins->remove(place); });
    connect(pinned->view(), &FigureView::rowHovered, this, [this, place](int row) {
        if (row < 0)
            Q_EMIT cardLeft();
        else
            Q_EMIT cardWanted(m_pins->card(place, row));
    });
    connect(pinned->view(), &FigureView::rowActivated, this, [this, place](int row) {
        const std::vector<AnswerRow> &rows = m_pins->pins().at(place).answer->rows;
        if (row >= 0 && std::size_t(row) < rows.size())
            m_session.highlightOrigin(rows[std::size_t(row)].origin);
    });
    return pinned;
}

void PinBoard::refresh()
{
    const std::size_t before = m_pinned.size();
    while (m_pinned.size() > m_pins->pins().size()) {
        m_pinned.back()->hide();
        m_pinned.back()->deleteLater(); // it may be its own button that was pressed
        m_pinned.pop_back();
    }
    while (m_pinned.size() < m_pins->pins().size())
        m_pinned.push_back(add());
    if (before != m_pinned.size())
        arrange();
    for (std::size_t place = 0; place < m_pinned.size(); ++place)
        m_pinned[place]->view()->setFigure(m_pins->pins()[place].figure, m_session.workspace()->catalogue);
}

// Two columns; with two pinned figures the one in view takes the whole lower row.
void PinBoard::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    const int count = int(m_pinned.size());
    for (int place = 0; place < count; ++place)
        m_grid->addWidget(m_pinned[std::size_t(place)], place / 2, place % 2);
    m_grid->addWidget(m_current, count / 2, count % 2, 1, count % 2 == 0 ? 2 : 1);
    for (int line = 0; line < 2; ++line) {
        m_grid->setColumnStretch(line, 1);
        m_grid->setRowStretch(line, line <= count / 2 ? 1 : 0);
    }
    QWidget *previous = m_current;
    for (PinnedFigure *pinned : m_pinned) {
        pinned->show();
        for (QWidget *next :
             std::initializer_list<QWidget *>{pinned->openButton(), pinned->removeButton(), pinned->view()}) {
            setTabOrder(previous, next);
            previous = next;
        }
    }
}

void PinBoard::retranslate()
{
    for (PinnedFigure *pinned : m_pinned)
        pinned->retranslate();
}

void PinBoard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace evenredig
