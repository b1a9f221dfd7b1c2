#include "ui/charts/panelcanvas.h"

#include <QGraphicsLineItem>
#include <QGraphicsPathItem>
#include <QGraphicsRectItem>

#include <algorithm>

namespace evenredig {

TextStyle PanelCanvas::text(const QColor &colour, Weight weight) const
{
    return {layout.label, weight, colour};
}

TextStyle PanelCanvas::axisText() const
{
    return {layout.label, Weight::Regular, axisTextColour()};
}

TextStyle PanelCanvas::cellText() const
{
    return {layout.label, Weight::Regular, axisTextColour(), false, Digits::Tabular};
}

QColor gridColour()
{
    return QColor(0xdd, 0xdd, 0xdd);
}
QColor axisTextColour()
{
    return QColor(0x5a, 0x5a, 0x5a);
}

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
    item->setBrush(fill == Fill::Hollow ? QColor(Qt::white) : style.colour);
    item->setPen(fill == Fill::Hollow ? QPen(style.colour, 1.15, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin)
                                      : QPen(Qt::NoPen));
    if (fill == Fill::Ringed) {
        auto *ring = canvas.scene.addPath(markerPath(style.marker, canvas.layout.marker + 4.5), QPen(style.colour, 0.9),
                                          Qt::NoBrush);
        ring->setPos(at);
        ring->setZValue(layer::marker - 0.5);
    }
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
    addHatch(canvas, box, flatPen(grey, 0.5), 2.1, layer::marker);
}

// Own lines: a pattern brush is made of device pixels and becomes grey in print.
void addHatch(PanelCanvas &canvas, const QRectF &box, const QPen &pen, double spacing, double z)
{
    for (double shift = spacing; shift < box.width() + box.height(); shift += spacing) {
        const QPointF low(box.left() + std::max(0.0, shift - box.height()), box.top() + std::min(box.height(), shift));
        const QPointF high(box.left() + std::min(box.width(), shift), box.top() + std::max(0.0, shift - box.width()));
        addLineItem(canvas, low, high, pen, z);
    }
}

void addKnockOut(PanelCanvas &canvas, const QRectF &area)
{
    auto *item = canvas.scene.addRect(area, QPen(Qt::NoPen), QColor(Qt::white));
    item->setZValue(layer::knockOut);
}

TickTexts tickTexts(const Axis &axis)
{
    TickTexts texts;
    for (const Tick &tick : axis.ticks)
        texts.bare << plainText(tick.text);
    const QString title = plainText(axis.title);
    texts.unit = title.size() <= 2 ? title : QString();
    // The text of the last tick may bring the unit itself.
    for (const QString &unit : {texts.unit, QStringLiteral("%")}) {
        if (!unit.isEmpty() && texts.bare.size() > 1 && texts.bare.last().endsWith(unit)
            && !texts.bare.first().endsWith(unit)) {
            texts.unit = unit;
            texts.bare.last().chop(unit.size());
        }
    }
    if (!texts.bare.isEmpty() && texts.bare.last().endsWith(texts.unit))
        texts.unit.clear(); // on every tick already
    return texts;
}

QString axisTitle(const Axis &axis)
{
    const QString title = plainText(axis.title);
    return title.size() > 2 ? title : QString();
}

void drawTopLabel(PanelCanvas &canvas, const TopLabel &label, const TextStyle &style, double x, const QRectF &plot,
                  double stripBottom, const QPen &pen)
{
    const double height = double(label.lines.size()) * lineHeight(style);
    const double bottom = stripBottom - label.bottom, top = bottom - height;
    const double start = label.lines.isEmpty() ? plot.top() : label.flag ? top + 1 : bottom + 1;
    addLineItem(canvas, {x, start}, {x, plot.bottom()}, pen, layer::line);
    if (label.flag && !label.lines.isEmpty())
        addKnockOut(canvas, {label.x - label.width / 2 - 1, top, label.width + 2, height});
    addLines(canvas.scene, label.lines, style, {label.x, top}, Align::Centre);
}

namespace {

bool anyTouch(const std::vector<TopLabel> &labels)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (std::abs(labels[i].x - labels[k].x) < (labels[i].width + labels[k].width) / 2 + 8)
                return true;
        }
    }
    return false;
}

double clampMiddle(double x, double width, double left, double right)
{
    const double least = left + width / 2;
    return std::clamp(x, least, std::max(least, right - width / 2));
}

void makeFlags(std::vector<TopLabel> &labels, const std::vector<std::pair<double, QString>> &lines, double left,
               double right)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        TopLabel &label = labels[i];
        const double x = lines[i].first;
        const bool room = x - 3 - label.width >= left;
        label.flag = true;
        label.x = clampMiddle(room ? x - 3 - label.width / 2 : x + 3 + label.width / 2, label.width, left, right);
        for (std::size_t k = 0; k < labels.size(); ++k)
            label.level += lines[k].first < x || (lines[k].first == x && k < i) ? 1 : 0;
    }
}

} // namespace

std::vector<TopLabel> stackTopLabels(const std::vector<std::pair<double, QString>> &lines, const TextStyle &style,
                                     double left, double right, double *strip)
{
    std::vector<TopLabel> labels;
    for (const std::pair<double, QString> &line : lines) {
        TopLabel label;
        label.lines = wrapText(line.second, style, std::max(right - left, 30.0));
        label.width = widestLine(label.lines, style);
        label.x = clampMiddle(line.first, label.width, left, right);
        labels.push_back(label);
    }
    if (anyTouch(labels))
        makeFlags(labels, lines, left, right);
    std::vector<double> heights(labels.size() + 1, 0);
    for (const TopLabel &label : labels)
        heights[std::size_t(label.level)] = std::max(heights[std::size_t(label.level)],
                                                     double(label.lines.size()) * lineHeight(style) + 1);
    *strip = 0;
    for (const double height : heights)
        *strip += height;
    for (TopLabel &label : labels) {
        for (int level = 0; level < label.level; ++level)
            label.bottom += heights[std::size_t(level)];
    }
    return labels;
}

} // namespace evenredig
