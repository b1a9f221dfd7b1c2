// One QChart: its plot area, grid and line series. Private to ui/charts; keeps Qt Charts out of the other headers.
#pragma once

#include "ui/charts/panelcanvas.h"

#include <QPointF>
#include <QRectF>

#include <vector>

QT_BEGIN_NAMESPACE
class QChart;
class QXYSeries;
QT_END_NAMESPACE

namespace evenredig {

struct Scale {
    double minimum = 0, maximum = 1;
    std::vector<double> grid; ///< equally spaced; empty: no grid
};

/// The chart belongs to the scene. Its texts are off: Qt Charts takes them for HTML and rounds their size.
class ChartFrame {
public:
    ChartFrame(PanelCanvas &canvas, const QRectF &plot, const Scale &x, const Scale &y);

    /// The place of a value in the scene.
    [[nodiscard]] QPointF at(double x, double y) const;
    void addLine(const std::vector<QPointF> &values, const QPen &pen);
    [[nodiscard]] const QRectF &plot() const { return m_plot; }

private:
    QChart *m_chart;
    QXYSeries *m_frame; ///< without points: carries the axes for mapToPosition
    QRectF m_plot;
};

} // namespace evenredig
