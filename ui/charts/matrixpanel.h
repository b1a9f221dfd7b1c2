// The matrix of indicators and groups: the number in the cell, colour behind it. Private to ui/charts.
#pragma once

#include "ui/charts/panelcanvas.h"

namespace evenredig {

void drawMatrixPanel(PanelCanvas &canvas, const Panel &panel, const QRectF &area);
[[nodiscard]] double matrixLeastWidth(const PanelCanvas &canvas, const Panel &panel);
[[nodiscard]] double matrixHeight(const PanelCanvas &canvas, const Panel &panel, double width);

} // namespace evenredig
