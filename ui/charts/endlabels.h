// Labels at the ends of lines: names that are never dropped. Private to ui/charts.
#pragma once

#include "ui/charts/panelcanvas.h"

#include <vector>

namespace evenredig {

struct EndLabel {
    QString name, value;
    QColor colour;
    Weight weight = Weight::SemiBold;
    std::optional<QPointF> end; ///< of the line; nothing when it has no point
    MarkState absence = MarkState::Normal;
    bool unsaid = false; ///< a ghost's: takes no room and is not drawn

    QStringList lines;       ///< of the name
    bool valueBeside = true; ///< on the name's last line, else below it
    double width = 0, height = 0;
};

/// Wraps a label so that it is no wider than `most`, if its words allow.
void wrapEndLabel(const PanelCanvas &canvas, EndLabel &label, double most);
/// Draws the labels from `left` on, moved apart within [top, bottom], with a thin leader where one moved far.
void drawEndLabels(PanelCanvas &canvas, const std::vector<EndLabel> &labels, double plotRight, double left, double top,
                   double bottom);

} // namespace evenredig
