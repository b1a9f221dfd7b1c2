#include "ui/charts/highlightitem.h"

#include <QPainter>

namespace evenredig {

namespace {

constexpr double radius = 9;
const QColor accent(0x15, 0x42, 0x73); // the interface's one colour (design, mock/README)

} // namespace

void HighlightItem::setMarks(std::vector<QPointF> marks)
{
    prepareGeometryChange();
    m_marks = std::move(marks);
    update();
}

void HighlightItem::setFocus(std::optional<QPointF> mark)
{
    prepareGeometryChange();
    m_focus = mark;
    update();
}

QRectF HighlightItem::boundingRect() const
{
    QRectF area;
    const QRectF around(-radius - 3, -radius - 3, 2 * radius + 6, 2 * radius + 6);
    for (const QPointF &mark : m_marks)
        area |= around.translated(mark);
    return m_focus ? area | around.translated(*m_focus) : area;
}

void HighlightItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(accent, 1.5));
    for (const QPointF &mark : m_marks)
        painter->drawEllipse(mark, radius - 1, radius - 1);
    if (!m_focus)
        return;
    const QRectF box(*m_focus - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    painter->setPen(QPen(Qt::white, 4));
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(QPen(accent, 2));
    painter->drawRoundedRect(box, 3, 3);
}

} // namespace evenredig
