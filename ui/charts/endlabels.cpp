#include "ui/charts/endlabels.h"

#include "ui/charts/labelplacement.h"

#include <QGraphicsPathItem>

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

TextStyle nameStyle(const PanelCanvas &canvas, const EndLabel &label)
{
    return canvas.text(textColour(label.colour), label.weight);
}

TextStyle valueStyle(const PanelCanvas &canvas, const EndLabel &label)
{
    return canvas.text(textColour(label.colour));
}

double blank(const PanelCanvas &canvas)
{
    return canvas.layout.label * 0.3;
}

void drawLeader(PanelCanvas &canvas, const EndLabel &label, double plotRight, double left, double middle)
{
    const bool moved = std::abs(middle - label.end->y()) > lineHeight(canvas.text()) * 0.45;
    const bool early = label.end->x() < plotRight - 2;
    if (!moved && !early)
        return;
    const double start = label.end->x() + canvas.layout.marker * 0.7;
    QPainterPath path({start, label.end->y()});
    if (early)
        path.lineTo(plotRight + canvas.layout.marker * 0.5, middle);
    path.lineTo(left - 1.5, middle);
    // Dotted across the plot, so that it is not taken for data.
    auto *item = canvas.scene.addPath(path, early ? dottedPen(tint(label.colour, 0.5), 0.6)
                                                  : flatPen(tint(label.colour, 0.6), 0.5));
    item->setZValue(layer::line);
}

void drawLabel(PanelCanvas &canvas, const EndLabel &label, double left, double top)
{
    const TextStyle name = nameStyle(canvas, label), value = valueStyle(canvas, label);
    const double below = addLines(canvas.scene, label.lines, name, {left, top});
    if (label.value.isEmpty())
        return;
    if (!label.valueBeside || label.lines.isEmpty()) {
        addText(canvas.scene, label.value, value, {left, below});
        return;
    }
    const double x = left + textWidth(label.lines.last(), name) + blank(canvas);
    addText(canvas.scene, label.value, value, {x, below - lineHeight(name)});
}

} // namespace

void wrapEndLabel(const PanelCanvas &canvas, EndLabel &label, double most)
{
    const TextStyle name = nameStyle(canvas, label), value = valueStyle(canvas, label);
    const double valueWidth = label.value.isEmpty() ? 0 : textWidth(label.value, value);
    // Rather "Nederlandse / Cariben 4,4" than "Nederlandse Cariben / 4,4".
    const QString lastWord = label.name.section(u' ', -1);
    label.valueBeside = textWidth(lastWord, name) + blank(canvas) + valueWidth <= most;
    label.lines = wrapText(label.name, name, most);
    if (label.valueBeside && !label.lines.isEmpty()
        && textWidth(label.lines.last(), name) + blank(canvas) + valueWidth > most) {
        const QString front = label.name.section(u' ', 0, -2);
        label.lines = wrapText(front, name, most) << lastWord;
    }
    const double last = label.lines.isEmpty() ? 0 : textWidth(label.lines.last(), name);
    label.width = std::max(widestLine(label.lines, name), valueWidth);
    if (label.valueBeside && valueWidth > 0)
        label.width = std::max(label.width, last + blank(canvas) + valueWidth);
    const int lines = int(label.lines.size()) + (!label.valueBeside && valueWidth > 0 ? 1 : 0);
    label.height = lines * lineHeight(name);
}

void drawEndLabels(PanelCanvas &canvas, const std::vector<EndLabel> &labels, double plotRight, double left, double top,
                   double bottom)
{
    std::vector<LabelSpan> spans;
    std::vector<const EndLabel *> said;
    for (const EndLabel &label : labels) {
        if (label.unsaid)
            continue;
        said.push_back(&label);
        spans.push_back({label.end ? label.end->y() : bottom, label.height});
    }
    const std::vector<double> middles = spreadLabels(spans, top, bottom);
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (said[i]->end)
            drawLeader(canvas, *said[i], plotRight, left, middles[i]);
        else
            addAbsenceSymbol(canvas, said[i]->absence, {left - 5.5, middles[i]});
        drawLabel(canvas, *said[i], left, middles[i] - said[i]->height / 2);
    }
}

} // namespace evenredig
