#include "ui/explore/pinnedfigure.h"

#include "ui/charts/figureview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace evenredig {

PinnedFigure::PinnedFigure(QWidget *parent)
    : QWidget(parent), m_name(new QLabel(this)), m_open(new QToolButton(this)), m_remove(new QToolButton(this)),
      m_view(new FigureView(this))
{
    setObjectName(QStringLiteral("pinnedFigure"));
    setAttribute(Qt::WA_StyledBackground);
    m_name->setObjectName(QStringLiteral("paneHead"));
    for (QToolButton *button : {m_open, m_remove}) {
        button->setObjectName(QStringLiteral("link"));
        button->setFocusPolicy(Qt::StrongFocus);
        button->setCursor(Qt::PointingHandCursor);
    }
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 0);
    head->addWidget(m_name);
    head->addStretch();
    head->addWidget(m_open);
    head->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    m_view->setMinimumSize(160, 90); // three of them never push the window off the screen
    retranslate();
}

void PinnedFigure::setNumber(int number)
{
    m_number = number;
    retranslate();
}

void PinnedFigure::retranslate()
{
    m_name->setText(tr("PINNED %1").arg(m_number));
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Makes this figure the one in view"));
    m_open->setAccessibleName(tr("Open pinned figure %1").arg(m_number));
    m_remove->setText(tr("Unpin"));
    m_remove->setToolTip(tr("Takes this figure away; nothing is lost, its question can be asked again"));
    m_remove->setAccessibleName(tr("Unpin figure %1").arg(m_number));
}

} // namespace evenredig
