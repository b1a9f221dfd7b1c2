#include "ui/explore/questionbar.h"

#include "ui/explore/questiontab.h"
#include "ui/session/asksupport.h"
#include "ui/session/questionedit.h"
#include "ui/session/session.h"

#include <QEvent>
#include <QHBoxLayout>

namespace evenredig {

QuestionBar::QuestionBar(Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("questionBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 1);
    column->setSpacing(0);
    for (QHBoxLayout *&row : m_rows) {
        row = new QHBoxLayout;
        row->setSpacing(0);
        row->addStretch();
        column->addLayout(row);
    }
    for (const AskTraits &traits : allAskTraits()) {
        const Ask asked = traits.ask;
        auto *tab = new QuestionTab(int(asked) + 1, this);
        connect(tab, &QuestionTab::clicked, this, [this, asked] { ask(asked); });
        m_tabs.push_back(tab);
    }
    divide(m_tabs.size());
    connect(&session, &Session::questionChanged, this, &QuestionBar::refresh);
    connect(&session, &Session::figureChanged, this, &QuestionBar::refresh);
    connect(&session, &Session::workspaceChanged, this, &QuestionBar::refresh);
    retranslate();
}

void QuestionBar::ask(Ask ask)
{
    if (!m_session.workspace() || !m_session.question())
        return;
    if (m_session.obstacle(ask) == Obstacle::None)
        m_session.ask(withAsk(*m_session.question(), ask, m_session.indicator()));
}

void QuestionBar::refresh()
{
    const bool open = m_session.workspace() && m_session.question();
    for (std::size_t place = 0; place < m_tabs.size(); ++place) {
        const Ask ask = static_cast<Ask>(place);
        const Obstacle obstacle = open ? m_session.obstacle(ask) : Obstacle::NoData;
        QuestionTab *tab = m_tabs[place];
        tab->setEnabled(obstacle == Obstacle::None);
        const QString reason = open ? AskWords::obstacle(ask, obstacle, m_session.preferences().interfaceLanguage)
                                    : QString();
        tab->setToolTip(reason.isEmpty() ? AskWords::sentence(ask) : reason);
        tab->setAccessibleDescription(tab->toolTip());
        tab->setChecked(open && m_session.question()->ask == ask);
    }
    fit();
}

// All names whole: as large as there is room for, and in two rows rather than cut off.
void QuestionBar::fit()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    setRoom(QuestionTab::Room::Ample);
    if (wantedWidth() > room)
        setRoom(QuestionTab::Room::Tight);
    const bool oneRow = wantedWidth() <= room;
    if (!oneRow)
        setRoom(QuestionTab::Room::TwoRows);
    divide(oneRow ? m_tabs.size() : (m_tabs.size() + 1) / 2);
}

void QuestionBar::setRoom(QuestionTab::Room room)
{
    for (QuestionTab *tab : m_tabs)
        tab->setRoom(room);
}

int QuestionBar::wantedWidth() const
{
    int wanted = 0;
    for (const QuestionTab *tab : m_tabs)
        wanted += tab->sizeHint().width();
    return wanted;
}

void QuestionBar::divide(std::size_t firstRow)
{
    if (std::size_t(m_rows[0]->count() - 1) == firstRow)
        return;
    for (std::size_t place = 0; place < m_tabs.size(); ++place) {
        QHBoxLayout *row = m_rows[place < firstRow ? 0 : 1];
        for (QHBoxLayout *other : m_rows)
            other->removeWidget(m_tabs[place]);
        row->insertWidget(row->count() - 1, m_tabs[place]); // before the stretch
    }
}

void QuestionBar::resizeEvent(QResizeEvent *event)
{
    fit();
    QWidget::resizeEvent(event);
}

void QuestionBar::retranslate()
{
    setAccessibleName(tr("Question"));
    for (std::size_t place = 0; place < m_tabs.size(); ++place) {
        m_tabs[place]->setText(AskWords::name(static_cast<Ask>(place)));
        m_tabs[place]->setAccessibleName(m_tabs[place]->text());
        m_tabs[place]->updateGeometry();
    }
    refresh();
}

void QuestionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace evenredig
