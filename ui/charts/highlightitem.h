// Rings around highlighted marks and the focus rectangle: drawn above the cached figure. Private to ui/charts.
#pragma once

#include <QGraphicsItem>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace evenredig {

struct HighlightPlace {
    QPointF middle;
    QRectF cell; ///< empty for a mark
};

class HighlightItem final : public QGraphicsItem {
public:
    void setMarks(std::vector<HighlightPlace> marks);
    void setFocus(const std::optional<HighlightPlace> &mark);
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    std::vector<HighlightPlace> m_marks;
    std::optional<HighlightPlace> m_focus;
};

} // namespace evenredig
