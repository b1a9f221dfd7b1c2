// Pointing at the marks of a scene, walking between them, and looking for faults of its layout.
#pragma once

#include "ui/charts/figurescene.h"

#include <optional>
#include <vector>

namespace evenredig {

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
