#include "ui/explore/messagepage.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace evenredig {

namespace {
constexpr int messageWidth = 560;
}

MessagePage::MessagePage(QWidget *parent) : QWidget(parent), m_message(new QLabel(this)), m_back(new QPushButton(this))
{
    m_message->setObjectName(QStringLiteral("fault"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *page = new QWidget(this);
    page->setMaximumWidth(messageWidth);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(page, 100);
    row->addStretch(1);
    auto *centred = new QVBoxLayout(this);
    centred->addStretch(1);
    centred->addLayout(row);
    centred->addStretch(2);
    connect(m_back, &QPushButton::clicked, this, &MessagePage::backWanted);
    retranslate();
}

void MessagePage::setMessage(const QString &sentence, Way way)
{
    m_message->setText(sentence);
    m_back->setVisible(way == Way::Back);
}

QString MessagePage::message() const
{
    return m_message->text();
}

void MessagePage::retranslate()
{
    m_message->setAccessibleName(tr("Message"));
    m_back->setText(tr("Back"));
}

void MessagePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace evenredig
