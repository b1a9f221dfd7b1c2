#include "ui/views/questionbar.h"

#include "ui/asksupport.h"
#include "ui/questionedit.h"
#include "ui/session.h"
#include "ui/views/questiontab.h"

#include <QEvent>
#include <QHBoxLayout>

namespace evenredig {

QuestionBar::QuestionBar(Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("questionBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 1);
    row->setSpacing(0);
    for (const Ask asked : allAsks) {
        auto *tab = new QuestionTab(int(asked) + 1, this);
        connect(tab, &QuestionTab::clicked, this, [this, asked] { ask(asked); });
        row->addWidget(tab);
        m_tabs.push_back(tab);
    }
    row->addStretch();
    connect(&session, &Session::questionChanged, this, &QuestionBar::refresh);
    connect(&session, &Session::figureChanged, this, &QuestionBar::refresh);
    connect(&session, &Session::workspaceOpened, this, &QuestionBar::refresh);
    retranslate();
}

void QuestionBar::ask(Ask ask)
{
    if (!m_session.workspace() || !m_session.question())
        return;
    if (m_session.obstacle(ask) == AskObstacle::None)
        m_session.ask(withAsk(*m_session.question(), ask, m_session.indicator()));
}

void QuestionBar::refresh()
{
    const bool open = m_session.workspace() && m_session.question();
    for (std::size_t place = 0; place < m_tabs.size(); ++place) {
        const Ask ask = allAsks[place];
        const AskObstacle obstacle = open ? m_session.obstacle(ask) : AskObstacle::NoData;
        QuestionTab *tab = m_tabs[place];
        tab->setEnabled(obstacle == AskObstacle::None);
        const QString reason = open ? AskWords::obstacle(obstacle) : QString();
        tab->setToolTip(reason.isEmpty() ? AskWords::sentence(ask) : reason);
        tab->setAccessibleDescription(tab->toolTip());
        tab->setChecked(open && m_session.question()->ask == ask);
    }
    fit();
}

// The names as large as there is room for.
void QuestionBar::fit()
{
    int wanted = 0;
    for (QuestionTab *tab : m_tabs) {
        tab->setRoom(QuestionTab::Room::Ample);
        wanted += tab->sizeHint().width();
    }
    const QMargins margins = layout()->contentsMargins();
    if (wanted > width() - margins.left() - margins.right())
        for (QuestionTab *tab : m_tabs)
            tab->setRoom(QuestionTab::Room::Tight);
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
        m_tabs[place]->setText(AskWords::name(allAsks[place]));
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
