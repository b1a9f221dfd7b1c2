// Lines over true time, with direct labels at their ends. Private to ui/charts.
#pragma once

#include "ui/charts/panelcanvas.h"

namespace evenredig {

void drawLinePanel(PanelCanvas &canvas, const Panel &panel, const QRectF &area);
[[nodiscard]] double lineLeastHeight(PanelCanvas &canvas, const Panel &panel, double width);
[[nodiscard]] double lineLeastWidth(PanelCanvas &canvas, const Panel &panel);

} // namespace evenredig
