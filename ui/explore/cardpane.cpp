#include "ui/explore/cardpane.h"

#include "ui/base/text.h"
#include "ui/base/wrappedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace evenredig {

using namespace Qt::StringLiterals;

CardPane::CardPane(QWidget *parent) : QWidget(parent), m_scroll(new QScrollArea(this))
{
    setObjectName(u"cardPane"_s);
    m_scroll->setObjectName(u"cardScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CardPane::build);
    build();
    retranslate();
}

void CardPane::setCard(const Card &card)
{
    m_card = card;
    m_soon.start();
}

// Made anew: a card is a dozen labels, and hover shows another one as a whole.
void CardPane::build()
{
    const Card &card = m_card;
    const int scrolled = m_scroll->verticalScrollBar()->value();
    auto *body = new QWidget;
    body->setObjectName(u"cardBody"_s);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(14, 16, 12, 12);
    column->setSpacing(2);
    if (!card.title.empty())
        addLine(*column, qstring(card.title), u"cardTitle"_s);
    if (!card.definition.empty())
        addLine(*column, qstring(card.definition), {});
    for (const CardItem &item : card.items)
        addItem(*column, item);
    column->addStretch();
    m_scroll->setWidget(body);
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

void CardPane::addItem(QVBoxLayout &column, const CardItem &item)
{
    column.addSpacing(7);
    if (!item.label.empty())
        addLine(column, qstring(item.label).toUpper(), u"cardLabel"_s);
    bool first = true;
    for (const std::string &line : item.lines) {
        if (item.kind == CardItem::Kind::Verdict)
            addPill(column, qstring(line));
        else
            addLine(column, qstring(line), item.kind == CardItem::Kind::Big && first ? u"cardBig"_s : QString());
        first = false;
    }
}

void CardPane::addLine(QVBoxLayout &column, const QString &text, const QString &look)
{
    auto *label = new WrappedLabel(text);
    label->setObjectName(look);
    column.addWidget(label);
}

void CardPane::addPill(QVBoxLayout &column, const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(u"pill"_s);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 1, 0, 2);
    row->addWidget(label);
    row->addStretch();
    column.addLayout(row);
}

void CardPane::retranslate()
{
    m_scroll->setAccessibleName(tr("Explanation and the figure in view"));
}

void CardPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString spokenCard(const Card &card)
{
    QStringList parts{qstring(card.title), qstring(card.definition)};
    for (const CardItem &item : card.items) {
        const QString label = item.label.empty() ? QString() : qstring(item.label) + u": "_s;
        parts.append(label + qstrings(item.lines).join(u"; "_s));
    }
    QString text;
    for (const QString &part : parts) {
        const QString end = part.isEmpty() || part.endsWith(u'.') ? u" "_s : u". "_s;
        text += part.isEmpty() ? QString() : part + end;
    }
    return text.trimmed();
}

} // namespace evenredig
