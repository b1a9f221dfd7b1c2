#include "ui/explore/factsbar.h"

#include "ui/base/text.h"
#include "ui/session/session.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {
constexpr double numberSample = 12345.6;
}

FactsBar::FactsBar(Session &session, QMenu *numbers, QWidget *parent)
    : QStatusBar(parent), m_session(session), m_facts(new QLabel(this)), m_numbers(new QToolButton(this))
{
    setSizeGripEnabled(false);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setContentsMargins(8, 0, 0, 0);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_numbers->setMenu(numbers);
    m_numbers->setPopupMode(QToolButton::InstantPopup);
    m_numbers->setFocusPolicy(Qt::TabFocus);
    addWidget(m_facts, 1);
    addPermanentWidget(m_numbers);
    connect(&session, &Session::figureChanged, this, &FactsBar::refresh);
    connect(&session, &Session::failed, this, &FactsBar::refresh);
    connect(&session, &Session::preferencesChanged, this, &FactsBar::refresh);
    refresh();
}

QString FactsBar::facts() const
{
    return m_facts->text();
}

void FactsBar::refresh()
{
    m_facts->setText(qstrings(m_session.figure().facts).join(u"      "_s));
    m_facts->setToolTip(qstrings(m_session.figure().facts).join(u'\n').toHtmlEscaped());
    m_numbers->setText(qstring(formatNumber(numberSample, 1, m_session.preferences().numberFormat())));
    m_numbers->setToolTip(tr("How numbers are written"));
    m_numbers->setAccessibleName(tr("Number format: %1").arg(m_numbers->text()));
}

void FactsBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QStatusBar::changeEvent(event);
}

} // namespace evenredig
