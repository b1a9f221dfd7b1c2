#include "ui/base/wrappedlabel.h"

#include <QEvent>

#include <algorithm>

namespace evenredig {

namespace {
constexpr int usualWidth = 60;
} // namespace

WrappedLabel::WrappedLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void WrappedLabel::setWords(const QString &text)
{
    if (text == this->text())
        return;
    m_heights.clear();
    if (!underMouse())
        setTextInteractionFlags(Qt::NoTextInteraction);
    setText(text);
}

int WrappedLabel::heightForWidth(int width) const
{
    const auto known = m_heights.constFind(width);
    if (known != m_heights.constEnd())
        return *known;
    ensurePolished(); // a style sheet gives it its font
    return *m_heights.insert(width, QLabel::heightForWidth(width));
}

QSize WrappedLabel::sizeHint() const
{
    return {usualWidth, heightForWidth(std::max(width(), usualWidth))};
}

QSize WrappedLabel::minimumSizeHint() const
{
    return {usualWidth, fontMetrics().lineSpacing() + contentsMargins().top() + contentsMargins().bottom()};
}

void WrappedLabel::enterEvent(QEnterEvent *event)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QLabel::enterEvent(event);
}

void WrappedLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_heights.clear();
    QLabel::changeEvent(event);
}

} // namespace evenredig
