#include "ui/charts/panelcanvas.h"

#include <QGraphicsLineItem>
#include <QGraphicsPathItem>
#include <QGraphicsRectItem>

#include <algorithm>

namespace evenredig {

TextStyle PanelCanvas::text(const QColor &colour, Weight weight) const { return {layout.label, weight, colour}; }

TextStyle PanelCanvas::axisText() const { return {layout.label, Weight::Regular, axisTextColour()}; }

TextStyle PanelCanvas::cellText() const
{
    return {layout.label, Weight::Regular, axisTextColour(), false, Digits::Tabular};
}

QColor gridColour() { return QColor(0xdd, 0xdd, 0xdd); }
QColor axisTextColour() { return QColor(0x5a, 0x5a, 0x5a); }

QPen flatPen(const QColor &colour, double width, Qt::PenStyle style)
{
    return QPen(colour, width, style, Qt::FlatCap, Qt::MiterJoin);
}

QPen dottedPen(const QColor &colour, double width)
{
    QPen pen = flatPen(colour, width, Qt::CustomDashLine);
    pen.setDashPattern({1.2, 1.8});
    return pen;
}

QGraphicsItem *addLineItem(PanelCanvas &canvas, QPointF from, QPointF to, const QPen &pen, double z)
{
    QGraphicsItem *item = canvas.scene.addLine(QLineF(from, to), pen);
    item->setZValue(z);
    return item;
}

void addMarker(PanelCanvas &canvas, const OriginStyle &style, QPointF at, Fill fill, int row)
{
    auto *item = canvas.scene.addPath(markerPath(style.marker, canvas.layout.marker));
    // A thin white rim parts markers that touch; a hollow one is white inside with a rim of its colour.
    item->setBrush(fill == Fill::Filled ? style.colour : QColor(Qt::white));
    item->setPen(fill == Fill::Filled ? QPen(Qt::NoPen) : QPen(style.colour, 1.15, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    item->setPos(at);
    item->setZValue(layer::marker);
    item->setData(FigureScene::rowKey, row);
}

void addAbsenceSymbol(PanelCanvas &canvas, MarkState state, QPointF at)
{
    const QColor grey = mutedColour();
    if (state == MarkState::NotAsked) {
        addLineItem(canvas, at - QPointF(3, 0), at + QPointF(3, 0), flatPen(grey, 1.2), layer::marker);
        return;
    }
    if (state != MarkState::Suppressed)
        return;
    const QRectF box(at - QPointF(3.2, 3.2), QSizeF(6.4, 6.4));
    auto *frame = canvas.scene.addRect(box, flatPen(grey, 0.75), QColor(Qt::white));
    frame->setZValue(layer::marker);
    // Own lines: a pattern brush is made of device pixels and becomes grey in print.
    for (const double shift : {2.2, 4.3, 6.4, 8.5, 10.6}) {
        const QPointF low(box.left() + std::max(0.0, shift - 6.4), box.top() + std::min(6.4, shift));
        const QPointF high(box.left() + std::min(6.4, shift), box.top() + std::max(0.0, shift - 6.4));
        addLineItem(canvas, low, high, flatPen(grey, 0.5), layer::marker);
    }
}

void addKnockOut(PanelCanvas &canvas, const QRectF &area)
{
    auto *item = canvas.scene.addRect(area, QPen(Qt::NoPen), QColor(Qt::white));
    item->setZValue(layer::knockOut);
}

QString tickUnit(const Axis &axis)
{
    const QString unit = plainText(axis.title);
    const bool printed = std::any_of(axis.ticks.begin(), axis.ticks.end(), [&](const Tick &tick) { return plainText(tick.text).contains(unit); });
    return unit.size() > 2 || printed ? QString() : unit;
}

QString axisTitle(const Axis &axis)
{
    const QString title = plainText(axis.title);
    return title.size() > 2 ? title : QString();
}

namespace {

bool touches(const TopLabel &label, const std::vector<TopLabel> &others, int level)
{
    return std::any_of(others.begin(), others.end(), [&](const TopLabel &other) {
        return other.level == level && std::abs(other.x - label.x) < (other.width + label.width) / 2 + 6;
    });
}

} // namespace

std::vector<TopLabel> stackTopLabels(std::vector<std::pair<double, QString>> labels, const TextStyle &style, double left,
                                     double right, double *strip)
{
    std::vector<TopLabel> placed;
    std::vector<std::size_t> lineCount; // of each level
    for (const auto &[x, text] : labels) {
        TopLabel label;
        label.lines = wrapText(text, style, std::max(right - left, 30.0));
        label.width = widestLine(label.lines, style);
        label.x = std::clamp(x, std::min(left + label.width / 2, right - label.width / 2), std::max(left + label.width / 2, right - label.width / 2));
        while (touches(label, placed, label.level))
            ++label.level;
        lineCount.resize(std::max(lineCount.size(), std::size_t(label.level) + 1), 0);
        lineCount[std::size_t(label.level)] = std::max(lineCount[std::size_t(label.level)], std::size_t(label.lines.size()));
        placed.push_back(label);
    }
    std::vector<double> below(lineCount.size() + 1, 0);
    for (std::size_t level = 0; level < lineCount.size(); ++level)
        below[level + 1] = below[level] + double(lineCount[level]) * lineHeight(style) + 1;
    for (TopLabel &label : placed)
        label.bottom = below[std::size_t(label.level)];
    *strip = placed.empty() ? 0 : below.back();
    return placed;
}

} // namespace evenredig
