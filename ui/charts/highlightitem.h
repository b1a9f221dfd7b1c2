// Rings around highlighted marks and the focus rectangle: drawn above the cached figure. Private to ui/charts.
#pragma once

#include <QGraphicsItem>

#include <optional>
#include <vector>

namespace evenredig {

class HighlightItem final : public QGraphicsItem {
public:
    void setMarks(std::vector<QPointF> marks);
    void setFocus(std::optional<QPointF> mark);
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    std::vector<QPointF> m_marks;
    std::optional<QPointF> m_focus;
};

} // namespace evenredig
