// A figure that was laid out, with the places of its marks. The unit of the scene is the point.
#pragma once

#include <QGraphicsScene>
#include <QString>

#include <vector>

namespace evenredig {

/// Where a mark lies, and how the arrow keys find it.
struct MarkPlace {
    int row = -1; ///< index into Answer::rows
    int panel = 0;
    int group = 0;    ///< series of lines, row of dots and arrows: ↑ and ↓
    double along = 0; ///< time of lines, order within a row: ← and →
    QPointF at;
    QString spoken; ///< "Marokko, 2017*: 3,7"
    QRectF area;    ///< of a cell of the matrix; empty for a mark
};

/// A laid-out figure. Lives in the GUI thread.
class FigureScene final : public QGraphicsScene {
public:
    /// QGraphicsItem::data() of a mark: the index into Answer::rows.
    static constexpr int rowKey = 0;

    [[nodiscard]] const std::vector<MarkPlace> &places() const { return m_places; }
    void addPlace(MarkPlace place) { m_places.push_back(std::move(place)); }

private:
    std::vector<MarkPlace> m_places;
};

} // namespace evenredig
