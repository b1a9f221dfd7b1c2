#include "ui/charts/arrowpanel.h"

#include "ui/charts/rowplan.h"

#include <QGraphicsPathItem>

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

constexpr double textGap = 4;

std::vector<std::vector<const Arrow *>> arrowsByRow(const Panel &panel)
{
    std::vector<std::vector<const Arrow *>> rows(panel.rows.size());
    for (const Arrow &arrow : panel.arrows) {
        if (arrow.row >= 0 && std::size_t(arrow.row) < rows.size())
            rows[std::size_t(arrow.row)].push_back(&arrow);
    }
    // The group above, the reference below, whatever the order they came in.
    for (std::vector<const Arrow *> &row : rows)
        std::stable_partition(row.begin(), row.end(), [](const Arrow *arrow) { return !arrow->reference; });
    return rows;
}

RowPlan arrowPlan(const PanelCanvas &canvas, const Panel &panel, double left, double width)
{
    std::vector<int> lines;
    for (const std::vector<const Arrow *> &arrows : arrowsByRow(panel))
        lines.push_back(std::max(1, int(arrows.size())));
    return planRows(canvas, panel, left, width, lines, lineHeight(canvas.text()) * 0.98);
}

OriginStyle arrowStyle(const PanelCanvas &canvas, const FigureRow &row, const Arrow &arrow)
{
    OriginStyle style = canvas.styles.style(arrow.origin,
                                            row.emphasised || arrow.reference ? Emphasis::Coloured : Emphasis::Grey);
    if (arrow.reference && !style.reference)
        style.colour = inkColour();
    return style;
}

/// Room right of the plot for the texts, which always stand right of their arrow.
double textRoom(const PanelCanvas &canvas, const Panel &panel)
{
    double widest = 0;
    for (const Arrow &arrow : panel.arrows)
        widest = std::max(widest, textWidth(plainText(arrow.text), canvas.axisText()));
    return widest > 0 ? widest + textGap + 2 : 0;
}

void drawShaft(PanelCanvas &canvas, const OriginStyle &style, double from, double to, double y, double width, int row)
{
    const double length = std::abs(to - from), direction = to < from ? -1 : 1;
    const double head = std::min(canvas.layout.marker, length);
    addLineItem(canvas, {from, y - 2.2}, {from, y + 2.2}, flatPen(style.colour, width), layer::whisker);
    if (length < 0.3)
        return;
    addLineItem(canvas, {from, y}, {to - direction * head * 0.8, y}, flatPen(style.colour, width), layer::whisker);
    QPainterPath tip({to, y});
    tip.lineTo(to - direction * head, y - head * 0.42);
    tip.lineTo(to - direction * head, y + head * 0.42);
    tip.closeSubpath();
    auto *item = canvas.scene.addPath(tip, QPen(Qt::NoPen), style.colour);
    item->setZValue(layer::marker);
    item->setData(FigureScene::rowKey, row);
}

void drawArrow(PanelCanvas &canvas, const FigureRow &row, const Arrow &arrow, int order, double y,
               const ChartFrame &frame)
{
    const OriginStyle style = arrowStyle(canvas, row, arrow);
    const double from = frame.at(arrow.from, 0).x(), to = frame.at(arrow.to, 0).x();
    drawShaft(canvas, style, from, to, y,
              arrow.reference ? canvas.layout.referenceLine * 0.85 : canvas.layout.line * 1.1, row.row);
    TextStyle text = canvas.axisText();
    text.colour = textColour(style.colour);
    if (!arrow.text.empty())
        addText(canvas.scene, plainText(arrow.text), text, {std::max(from, to) + textGap, y - text.points * 0.605});
    const QString spoken = plainText(row.label) + QStringLiteral(": ") + plainText(arrow.text);
    canvas.scene.addPlace({row.row, canvas.panel, arrow.row, double(order), {to, y}, spoken});
}

} // namespace

void drawArrowPanel(PanelCanvas &canvas, const Panel &panel, const QRectF &area)
{
    const RowPlan rowPlan = arrowPlan(canvas, panel, area.left(), area.width());
    const std::vector<RowBox> boxes = placeRows(rowPlan, area);
    QRectF plot = plotOf(rowPlan, boxes);
    plot.setRight(std::max(plot.left() + 20, plot.right() - textRoom(canvas, panel)));
    const ChartFrame frame = rowChart(canvas, panel, plot);
    drawRows(canvas, panel, rowPlan, boxes, frame);
    const std::vector<std::vector<const Arrow *>> rows = arrowsByRow(panel);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double step = rows[i].size() < 2
                                ? 0
                                : std::clamp(boxes[i].band * 0.36, rowPlan.markStep, rowPlan.markStep + 2);
        for (std::size_t k = 0; k < rows[i].size(); ++k) {
            const double y = boxes[i].middle + (double(k) - double(rows[i].size() - 1) / 2) * step;
            drawArrow(canvas, panel.rows[i], *rows[i][k], int(k), y, frame);
        }
    }
}

double arrowLeastHeight(const PanelCanvas &canvas, const Panel &panel, double width)
{
    return arrowPlan(canvas, panel, 0, width).leastHeight();
}

double arrowPreferredHeight(const PanelCanvas &canvas, const Panel &panel, double width)
{
    return arrowPlan(canvas, panel, 0, width).preferredHeight();
}

} // namespace evenredig
