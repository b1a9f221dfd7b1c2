#include "ui/charts/linepanel.h"

#include "ui/charts/chartframe.h"
#include "ui/charts/endlabels.h"
#include "ui/charts/labelplacement.h"

#include <QGraphicsPolygonItem>

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

constexpr double endGap = 9;     // between the plot and its end labels
constexpr double leastPlot = 62; // width
constexpr double leastPlotHeight = 70;

// Light enough to lie behind, and still 3:1 on white would be a line of its own: charts.md §3.2.
QColor ghostColour()
{
    return QColor(0xcc, 0xcc, 0xcc);
}

QString axisTickText(const Panel &panel, std::size_t index)
{
    const TickTexts texts = tickTexts(panel.axis);
    return texts.bare[qsizetype(index)] + (index + 1 == panel.axis.ticks.size() ? texts.unit : QString());
}

struct LineLayout {
    QRectF plot;
    std::vector<EndLabel> labels; ///< in the order of the series, then of the reference lines
    std::vector<TopLabel> breaks;
    double labelLeft = 0;
    double stripTop = 0; ///< above which nothing of the panel stands
    QStringList unit;
};

OriginStyle seriesStyle(const PanelCanvas &canvas, const Series &series)
{
    OriginStyle style = canvas.styles.style(series.origin, series.emphasised || series.reference ? Emphasis::Coloured
                                                                                                 : Emphasis::Grey);
    if (series.reference) {
        style.colour = style.reference ? style.colour : inkColour();
        style.marker = Marker::Line;
    }
    return style;
}

std::vector<EndLabel> endLabels(const PanelCanvas &canvas, const Panel &panel, double most)
{
    std::vector<EndLabel> labels;
    for (const Series &series : panel.series) {
        EndLabel label{plainText(series.label), plainText(series.endText), seriesStyle(canvas, series).colour};
        if (series.ghost) {
            label = {};
            label.unsaid = true;
        }
        if (!series.emphasised && !series.reference)
            label.weight = Weight::Regular;
        for (const std::vector<Mark> &run : series.runs) {
            for (const Mark &mark : run)
                label.absence = mark.state;
        }
        labels.push_back(label);
    }
    for (const ReferenceLine &line : panel.references)
        labels.push_back({plainText(line.label), {}, inkColour()});
    for (EndLabel &label : labels) {
        if (!label.unsaid)
            wrapEndLabel(canvas, label, most);
    }
    return labels;
}

/// Below the lowest tick text of the value axis, so that "2005" never meets "0".
double tickDrop(const PanelCanvas &canvas)
{
    return canvas.layout.label * 0.65;
}

double tickColumn(const PanelCanvas &canvas, const Panel &panel)
{
    double widest = 0;
    for (std::size_t i = 0; i < panel.axis.ticks.size(); ++i)
        widest = std::max(widest, textWidth(axisTickText(panel, i), canvas.axisText()));
    return widest + canvas.layout.marker / 2 + 4;
}

/// How wide the labels may be: their own width when the plot keeps half, else wrapped.
double labelLimit(const PanelCanvas &canvas, const Panel &panel, double width)
{
    const TextStyle style = canvas.text(inkColour(), Weight::SemiBold);
    double word = 0, whole = 0;
    const auto take = [&](const QString &label, const QString &value) {
        word = std::max({word, widestWord(label, style), textWidth(value, canvas.text())});
        whole = std::max(whole, textWidth(label + QStringLiteral("  ") + value, style));
    };
    for (const Series &series : panel.series) {
        if (!series.ghost)
            take(plainText(series.label), plainText(series.endText));
    }
    for (const ReferenceLine &line : panel.references)
        take(plainText(line.label), {});
    const double room = width - tickColumn(canvas, panel) - endGap;
    if (room - whole >= 0.5 * width)
        return whole;
    return std::max(std::min(word + 1, room - leastPlot), width * 0.4);
}

LineLayout layOut(PanelCanvas &canvas, const Panel &panel, const QRectF &area)
{
    LineLayout layout;
    const TextStyle axis = canvas.axisText();
    layout.labels = endLabels(canvas, panel, labelLimit(canvas, panel, area.width()));
    double labelWidth = 0;
    for (const EndLabel &label : layout.labels)
        labelWidth = std::max(labelWidth, label.width);
    double top = area.top();
    layout.unit = wrapText(axisTitle(panel.axis), axis, area.width());
    if (!layout.unit.isEmpty()) {
        top += double(layout.unit.size()) * lineHeight(axis) + 2;
    }
    const double left = area.left() + tickColumn(canvas, panel);
    const double right = labelWidth > 0 ? area.right() - labelWidth - endGap : area.right() - 12;
    layout.stripTop = top;
    std::vector<std::pair<double, QString>> breaks;
    const double span = panel.along.maximum - panel.along.minimum;
    for (const Break &item : panel.breaks)
        breaks.emplace_back(left + (item.position - panel.along.minimum) / span * (right - left),
                            plainText(item.label));
    double strip = 0;
    layout.breaks = stackTopLabels(breaks, axis, area.left(), right + endGap, &strip);
    top += strip + lineHeight(axis) / 2;
    double below = lineHeight(axis) + tickDrop(canvas);
    if (!panel.along.title.empty())
        below += lineHeight(axis);
    layout.plot = QRectF(QPointF(left, top), QPointF(right, area.bottom() - below));
    layout.labelLeft = right + endGap;
    return layout;
}

void drawAxes(PanelCanvas &canvas, const Panel &panel, const LineLayout &layout, const ChartFrame &frame)
{
    const TextStyle style = canvas.axisText();
    const QRectF &plot = layout.plot;
    addLines(canvas.scene, layout.unit, style,
             {plot.left() - tickColumn(canvas, panel),
              layout.stripTop - double(layout.unit.size()) * lineHeight(style) - 2});
    for (std::size_t i = 0; i < panel.axis.ticks.size(); ++i) {
        const double y = frame.at(panel.along.minimum, panel.axis.ticks[i].position).y();
        const double right = plot.left() - canvas.layout.marker / 2 - 4;
        addText(canvas.scene, axisTickText(panel, i), style, {right, y - style.points * 0.605}, Align::Right);
    }
    addLineItem(canvas, plot.bottomLeft(), plot.bottomRight(), flatPen(axisTextColour(), 0.75), layer::chart);
    std::vector<LabelSpan> spans;
    for (const Tick &tick : panel.along.ticks)
        spans.push_back({frame.at(tick.position, panel.axis.minimum).x(), textWidth(plainText(tick.text), style)});
    const std::vector<bool> print = ticksToPrint(spans, 5);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (print[i])
            addText(canvas.scene, plainText(panel.along.ticks[i].text), style,
                    {spans[i].wanted, plot.bottom() + tickDrop(canvas)}, Align::Centre);
    }
    if (!panel.along.title.empty())
        addText(canvas.scene, plainText(panel.along.title), style,
                {plot.center().x(), plot.bottom() + tickDrop(canvas) + lineHeight(style)}, Align::Centre);
}

void drawBreaks(PanelCanvas &canvas, const Panel &panel, const LineLayout &layout, const ChartFrame &frame)
{
    for (std::size_t i = 0; i < layout.breaks.size(); ++i) {
        const double x = frame.at(panel.breaks[i].position, panel.axis.minimum).x();
        const double stripBottom = layout.plot.top() - lineHeight(canvas.axisText()) / 2;
        drawTopLabel(canvas, layout.breaks[i], canvas.axisText(), x, layout.plot, stripBottom,
                     dottedPen(axisTextColour(), 0.75));
    }
}

void drawReferences(PanelCanvas &canvas, const Panel &panel, LineLayout &layout, const ChartFrame &frame)
{
    for (std::size_t i = 0; i < panel.references.size(); ++i) {
        const ReferenceLine &line = panel.references[i];
        const QPointF left = frame.at(panel.along.minimum, line.value),
                      right = frame.at(panel.along.maximum, line.value);
        if (line.low && line.high) {
            const QRectF band(frame.at(panel.along.minimum, *line.high), frame.at(panel.along.maximum, *line.low));
            canvas.scene.addRect(band, QPen(Qt::NoPen), tint(inkColour(), 0.1))->setZValue(layer::band);
        }
        addLineItem(canvas, left, right, flatPen(inkColour(), 1.1), layer::line);
        layout.labels[panel.series.size() + i].end = right;
    }
}

std::size_t pointCount(const Series &series)
{
    std::size_t count = 0;
    for (const std::vector<Mark> &run : series.runs)
        count += run.size();
    return count;
}

/// The interval of a joined run as one polygon, if it is thick enough to be seen.
void drawBand(PanelCanvas &canvas, const std::vector<Mark> &run, const QColor &colour, const ChartFrame &frame)
{
    QPolygonF upper, lower;
    double thickest = 0;
    for (const Mark &mark : run) {
        if (!mark.value || !mark.low || !mark.high)
            continue;
        upper << frame.at(mark.along, *mark.high);
        lower.prepend(frame.at(mark.along, *mark.low));
        thickest = std::max(thickest, lower.first().y() - upper.last().y());
    }
    if (upper.size() < 2 || thickest <= 0.5)
        return;
    auto *item = canvas.scene.addPolygon(upper + lower, QPen(Qt::NoPen), tint(colour, 0.2));
    item->setZValue(layer::band);
}

void drawWhisker(PanelCanvas &canvas, const Mark &mark, const QColor &colour, const ChartFrame &frame)
{
    if (!mark.low || !mark.high)
        return;
    const QPointF high = frame.at(mark.along, *mark.high), low = frame.at(mark.along, *mark.low);
    if (low.y() - high.y() <= 0.5)
        return;
    const QPen pen = mark.state == MarkState::Uncertain ? dottedPen(colour, canvas.layout.interval)
                                                        : flatPen(tint(colour, 0.75), canvas.layout.interval);
    addLineItem(canvas, high, low, pen, layer::interval);
}

QPen linePen(const PanelCanvas &canvas, const Series &series, const QColor &colour)
{
    const FigureLayout &layout = canvas.layout;
    if (series.ghost)
        return flatPen(colour, 0.75, series.line == Line::Dashed ? Qt::DashLine : Qt::SolidLine);
    if (series.line == Line::Dashed) {
        QPen pen = flatPen(colour, std::max(0.75, series.reference ? layout.line : layout.line * 0.7),
                           Qt::CustomDashLine);
        pen.setDashPattern({4, 2.5});
        return pen;
    }
    QPen pen = flatPen(colour, series.reference    ? layout.referenceLine
                               : series.emphasised ? layout.line
                                                   : std::max(0.75, layout.line * 0.7));
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

void drawRun(PanelCanvas &canvas, const Series &series, const std::vector<Mark> &run, ChartFrame &frame,
             EndLabel &label)
{
    OriginStyle style = seriesStyle(canvas, series);
    if (series.ghost)
        style.colour = ghostColour();
    const bool every = series.line != Line::Solid || pointCount(series) <= 6;
    std::vector<QPointF> values;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const Mark &mark = run[i];
        if (!mark.value)
            continue;
        values.emplace_back(mark.along, *mark.value);
        const QPointF at = frame.at(mark.along, *mark.value);
        if (!label.end || at.x() >= label.end->x())
            label.end = at;
        // A line in the background is marked at its end only.
        const bool end = (i == 0 && series.emphasised) || i + 1 == run.size();
        const bool hollow = series.hollow || mark.state == MarkState::Uncertain;
        if (series.ghost && run.size() > 1)
            continue;
        if ((every || end || mark.state == MarkState::Uncertain) && (!series.reference || run.size() == 1))
            addMarker(canvas, style, at, hollow ? Fill::Hollow : series.ringed ? Fill::Ringed : Fill::Filled, mark.row);
        if ((every || run.size() == 1) && (series.emphasised || series.reference) && series.line != Line::Solid)
            drawWhisker(canvas, mark, style.colour, frame);
    }
    if (series.emphasised && series.line == Line::Solid)
        drawBand(canvas, run, style.colour, frame);
    if (series.line != Line::None && values.size() > 1)
        frame.addLine(values, linePen(canvas, series, style.colour));
}

QString spokenMark(const Panel &panel, const Series &series, const Mark &mark)
{
    // A period without a tick of its own is named by its year.
    QString when = QString::number(int(std::floor(mark.along)));
    for (const Tick &tick : panel.along.ticks) {
        if (std::abs(tick.position - mark.along) < 1e-9)
            when = plainText(tick.text);
    }
    return plainText(series.label) + QStringLiteral(", ") + when + QStringLiteral(": ") + plainText(mark.valueText);
}

/// One symbol per period on the axis where figures are missing.
void drawAbsences(PanelCanvas &canvas, const Panel &panel, const ChartFrame &frame)
{
    std::map<double, MarkState> absent;
    for (const Series &series : panel.series) {
        for (const std::vector<Mark> &run : series.runs) {
            for (const Mark &mark : run) {
                const bool missing = mark.state == MarkState::Suppressed || mark.state == MarkState::NotAsked;
                if (missing && absent[mark.along] != MarkState::Suppressed)
                    absent[mark.along] = mark.state;
            }
        }
    }
    for (const auto &[along, state] : absent)
        addAbsenceSymbol(canvas, state, frame.at(along, panel.axis.minimum) - QPointF(0, 5));
}

void drawSeries(PanelCanvas &canvas, const Panel &panel, ChartFrame &frame, LineLayout &layout)
{
    // Grey below, colours above, the reference on top.
    for (const int rank : {0, 1, 2}) {
        for (std::size_t i = 0; i < panel.series.size(); ++i) {
            const Series &series = panel.series[i];
            if ((series.reference ? 2 : series.emphasised ? 1 : 0) != rank)
                continue;
            for (const std::vector<Mark> &run : series.runs)
                drawRun(canvas, series, run, frame, layout.labels[i]);
        }
    }
    for (std::size_t i = 0; i < panel.series.size(); ++i) {
        if (panel.series[i].ghost)
            continue;
        for (const std::vector<Mark> &run : panel.series[i].runs) {
            for (const Mark &mark : run) {
                if (mark.value)
                    canvas.scene.addPlace({mark.row, canvas.panel, int(i), mark.along,
                                           frame.at(mark.along, *mark.value),
                                           spokenMark(panel, panel.series[i], mark)});
            }
        }
    }
}

} // namespace

void drawLinePanel(PanelCanvas &canvas, const Panel &panel, const QRectF &area)
{
    LineLayout layout = layOut(canvas, panel, area);
    Scale time{panel.along.minimum, panel.along.maximum, {}};
    Scale values{panel.axis.minimum, panel.axis.maximum, {}};
    for (const Tick &tick : panel.axis.ticks)
        values.grid.push_back(tick.position);
    ChartFrame frame(canvas, layout.plot, time, values);
    drawAxes(canvas, panel, layout, frame);
    drawBreaks(canvas, panel, layout, frame);
    drawReferences(canvas, panel, layout, frame);
    drawSeries(canvas, panel, frame, layout);
    drawAbsences(canvas, panel, frame);
    drawEndLabels(canvas, layout.labels, layout.plot.right(), layout.labelLeft,
                  layout.plot.top() - lineHeight(canvas.text()) / 2, layout.plot.bottom() + 3);
}

double lineLeastHeight(PanelCanvas &canvas, const Panel &panel, double width)
{
    const LineLayout layout = layOut(canvas, panel, QRectF(0, 0, width, 1000));
    double labels = 0;
    for (const EndLabel &label : layout.labels)
        labels += label.height;
    const double outside = 1000 - layout.plot.height();
    const double ticks = double(panel.axis.ticks.size()) * lineHeight(canvas.axisText());
    return outside + std::max({leastPlotHeight, labels - lineHeight(canvas.text()) / 2 - 3, ticks});
}

double lineLeastWidth(PanelCanvas &canvas, const Panel &panel)
{
    double word = 0;
    for (const Series &series : panel.series)
        word = std::max(word, widestWord(plainText(series.label), canvas.text(inkColour(), Weight::SemiBold)));
    return tickColumn(canvas, panel) + leastPlot + (word > 0 ? endGap + word : 12);
}

} // namespace evenredig
