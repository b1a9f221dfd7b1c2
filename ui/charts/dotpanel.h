// Dots with intervals, groups as rows. Private to ui/charts.
#pragma once

#include "ui/charts/panelcanvas.h"

namespace evenredig {

void drawDotPanel(PanelCanvas &canvas, const Panel &panel, const QRectF &area);
[[nodiscard]] double dotLeastHeight(const PanelCanvas &canvas, const Panel &panel, double width);
[[nodiscard]] double dotPreferredHeight(const PanelCanvas &canvas, const Panel &panel, double width);

} // namespace evenredig
