#include "ui/explore/formbar.h"

#include "ui/explore/windowactions.h"
#include "ui/session/session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace evenredig {

FormBar::FormBar(Session &session, WindowActions &actions, QWidget *parent)
    : QWidget(parent), m_session(session), m_actions(actions)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 18, 2);
    row->setSpacing(14);
    m_rows = add();
    m_rows->setMenu(actions.rows);
    m_rows->setPopupMode(QToolButton::InstantPopup);
    m_order = add();
    m_order->setDefaultAction(actions.byValue);
    m_panels = add();
    m_panels->setDefaultAction(actions.byGroup);
    m_pin = add();
    m_pin->setDefaultAction(actions.pin);
    connect(&session, &Session::questionChanged, this, &FormBar::refresh);
    connect(&session, &Session::figureChanged, this, &FormBar::refresh);
    connect(&session, &Session::formChanged, this, &FormBar::refresh);
    refresh();
}

QToolButton *FormBar::add()
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("link"));
    button->setFocusPolicy(Qt::StrongFocus);
    layout()->addWidget(button);
    return button;
}

void FormBar::refresh()
{
    const Question *question = m_session.question();
    const auto asked = [&question](Ask ask) { return question && question->ask == ask; };
    m_rows->setVisible(asked(Ask::Overview));
    m_order->setVisible(asked(Ask::Level));
    m_panels->setVisible(asked(Ask::Development) || asked(Ask::Gap));
    m_pin->setVisible(question);
    if (const QAction *rows = m_actions.chosenRows()) {
        m_rows->setText(tr("Shown: %1").arg(rows->text().remove(u'&')));
        m_rows->setAccessibleName(m_rows->text());
    }
}

void FormBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &FormBar::refresh, Qt::QueuedConnection); // after the actions have changed
    QWidget::changeEvent(event);
}

} // namespace evenredig
