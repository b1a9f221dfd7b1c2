#include "ui/charts/chartframe.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

namespace evenredig {

namespace {

/// Dynamic ticks, because they draw grid lines at our ticks and not at the ends of the axis.
QAbstractAxis *makeAxis(const Scale &scale, double gridWidth)
{
    auto *axis = new QValueAxis;
    axis->setLabelsVisible(false);
    axis->setLineVisible(false);
    axis->setGridLinePen(flatPen(gridColour(), gridWidth));
    axis->setGridLineVisible(!scale.grid.empty());
    axis->setRange(scale.minimum, scale.maximum);
    if (!scale.grid.empty()) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickAnchor(scale.grid.front());
        const double whole = 2 * (scale.maximum - scale.minimum);
        axis->setTickInterval(scale.grid.size() > 1 ? scale.grid[1] - scale.grid[0] : whole);
    }
    return axis;
}

} // namespace

ChartFrame::ChartFrame(PanelCanvas &canvas, const QRectF &plot, const Scale &x, const Scale &y)
    : m_chart(new QChart), m_frame(new QLineSeries), m_plot(plot)
{
    m_chart->legend()->hide();
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    canvas.scene.addItem(m_chart);
    m_chart->setZValue(layer::chart);
    m_chart->setGeometry(canvas.scene.sceneRect());

    m_chart->addAxis(makeAxis(x, canvas.layout.grid), Qt::AlignBottom);
    m_chart->addAxis(makeAxis(y, canvas.layout.grid), Qt::AlignLeft);
    m_chart->addSeries(m_frame);
    for (QAbstractAxis *axis : m_chart->axes())
        m_frame->attachAxis(axis);
    m_chart->axes(Qt::Horizontal).first()->setRange(x.minimum, x.maximum);
    m_chart->axes(Qt::Vertical).first()->setRange(y.minimum, y.maximum);
    m_chart->setPlotArea(plot);
    // Without both the grid stays where it was, up to 22 px off (measured, Qt 6.4.2).
    m_chart->layout()->invalidate();
    m_chart->layout()->activate();
}

QPointF ChartFrame::at(double x, double y) const
{
    return m_chart->mapToScene(m_chart->mapToPosition({x, y}, m_frame));
}

void ChartFrame::addLine(const std::vector<QPointF> &values, const QPen &pen)
{
    auto *series = new QLineSeries;
    for (const QPointF &value : values)
        series->append(value);
    series->setPen(pen);
    m_chart->addSeries(series);
    for (QAbstractAxis *axis : m_chart->axes())
        series->attachAxis(axis);
}

} // namespace evenredig
