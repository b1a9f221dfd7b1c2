#include "ui/charts/highlightitem.h"

#include <QPainter>

namespace evenredig {

namespace {

constexpr double radius = 9;
const QColor accent(0x15, 0x42, 0x73); // the interface's one colour (design, mock/README)

QRectF boxOf(const HighlightPlace &place)
{
    if (!place.cell.isEmpty())
        return place.cell;
    return {place.middle - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)};
}

} // namespace

void HighlightItem::setMarks(std::vector<HighlightPlace> marks)
{
    prepareGeometryChange();
    m_marks = std::move(marks);
    update();
}

void HighlightItem::setFocus(const std::optional<HighlightPlace> &mark)
{
    prepareGeometryChange();
    m_focus = mark;
    update();
}

QRectF HighlightItem::boundingRect() const
{
    QRectF area;
    for (const HighlightPlace &mark : m_marks)
        area |= boxOf(mark).adjusted(-3, -3, 3, 3);
    return m_focus ? area | boxOf(*m_focus).adjusted(-3, -3, 3, 3) : area;
}

void HighlightItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(accent, 1.5));
    for (const HighlightPlace &mark : m_marks) {
        if (mark.cell.isEmpty())
            painter->drawEllipse(mark.middle, radius - 1, radius - 1);
        else
            painter->drawRect(mark.cell);
    }
    if (!m_focus)
        return;
    const QRectF box = boxOf(*m_focus);
    painter->setPen(QPen(Qt::white, 4));
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(QPen(accent, 2));
    painter->drawRoundedRect(box, 3, 3);
}

} // namespace evenredig
