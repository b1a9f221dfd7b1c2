// Figure → scene: one pure function for screen, PNG, SVG and PDF. The unit of the scene is the point.
#pragma once

#include "core/figure/figure.h"
#include "ui/charts/figurelayout.h"
#include "ui/charts/originstyle.h"

#include <QGraphicsScene>

#include <memory>
#include <optional>
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

/// Lays a figure out. The scene is never lower than its contents need: where `size` is too low it is higher.
[[nodiscard]] std::unique_ptr<FigureScene> buildScene(const Figure &figure, const OriginStyles &styles, QSizeF size,
                                                      const FigureLayout &layout);
[[nodiscard]] std::unique_ptr<FigureScene> buildScene(const Figure &figure, const Catalogue &catalogue,
                                                      QSizeF sizeInPoints, const FigureLayout &layout);
/// The height at which a figure of that width looks best, in points.
[[nodiscard]] double preferredHeight(const Figure &figure, const OriginStyles &styles, double width,
                                     const FigureLayout &layout);
/// The height under which it does not fit.
[[nodiscard]] double leastHeight(const Figure &figure, const OriginStyles &styles, double width,
                                 const FigureLayout &layout);

/// The answer row of the mark that lies nearest, within `tolerance` points.
[[nodiscard]] std::optional<int> hitRow(const FigureScene &scene, QPointF point, double tolerance);
/// The place of the first mark of an answer row.
[[nodiscard]] std::optional<QPointF> markPosition(const FigureScene &scene, int row);

enum class Step { Left, Right, Up, Down, First, Last };
/// The index in places() that an arrow key leads to; `from` −1 gives the first.
[[nodiscard]] int stepPlace(const FigureScene &scene, int from, Step step);

/// Texts that overlap or stick out of the scene, as sentences for a test's message. Empty is good.
[[nodiscard]] std::vector<QString> layoutFaults(const QGraphicsScene &scene);

} // namespace evenredig
