// "Who moved": per row an arrow of the group above one of the reference, on one scale. Private to ui/charts.
#pragma once

#include "ui/charts/panelcanvas.h"

namespace evenredig {

void drawArrowPanel(PanelCanvas &canvas, const Panel &panel, const QRectF &area);
[[nodiscard]] double arrowLeastHeight(const PanelCanvas &canvas, const Panel &panel, double width);
[[nodiscard]] double arrowPreferredHeight(const PanelCanvas &canvas, const Panel &panel, double width);

} // namespace evenredig
