#include "ui/import/notelabel.h"

#include <QResizeEvent>

namespace evenredig {

namespace {
constexpr int narrowest = 120;
constexpr int usual = 320;
} // namespace

NoteLabel::NoteLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

// QLabel asks for a block of text, which is higher than what the width that it gets needs.
QSize NoteLabel::sizeHint() const
{
    const int width = testAttribute(Qt::WA_WState_Created) && this->width() > narrowest ? this->width() : usual;
    return {usual, heightForWidth(width)};
}

QSize NoteLabel::minimumSizeHint() const
{
    return {narrowest, sizeHint().height()};
}

void NoteLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    const int height = heightForWidth(event->size().width());
    if (height == m_height)
        return;
    m_height = height;
    updateGeometry();
}

} // namespace evenredig
