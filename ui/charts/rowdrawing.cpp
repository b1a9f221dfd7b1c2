// The drawing half of rowplan.h.
#include "ui/charts/labelplacement.h"
#include "ui/charts/rowplan.h"

#include <QGraphicsRectItem>

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

bool rowHasValue(const Panel &panel, std::size_t row)
{
    for (const Series &series : panel.series) {
        for (const std::vector<Mark> &run : series.runs) {
            for (const Mark &mark : run) {
                if (mark.value && std::lround(mark.along) == long(row))
                    return true;
            }
        }
    }
    return std::any_of(panel.arrows.begin(), panel.arrows.end(),
                       [&](const Arrow &arrow) { return arrow.row == int(row); });
}

/// Grey when every series that has a mark in the row is not emphasised.
Emphasis rowEmphasis(const Panel &panel, std::size_t row)
{
    if (!panel.rows[row].emphasised)
        return Emphasis::Grey;
    bool present = false;
    for (const Series &series : panel.series) {
        for (const std::vector<Mark> &run : series.runs) {
            const bool here = std::any_of(run.begin(), run.end(),
                                          [&](const Mark &mark) { return std::lround(mark.along) == long(row); });
            if (here && series.emphasised)
                return Emphasis::Coloured;
            present = present || here;
        }
    }
    return present ? Emphasis::Grey : Emphasis::Coloured;
}

/// Lines of text that stand on the plot. White parts them from a reference line, which would strike them through;
/// the light grid may run on, and the watermark stays whole.
void addClearLines(PanelCanvas &canvas, const Panel &panel, const ChartFrame &frame, const QStringList &lines,
                   const TextStyle &style, QPointF at)
{
    for (const QString &line : lines) {
        const double width = textWidth(line, style);
        for (const ReferenceLine &reference : panel.references) {
            const double x = frame.at(reference.value, 0).x();
            if (x > at.x() - 2 && x < at.x() + width + 2)
                addKnockOut(canvas, {x - 1.5, at.y(), 3, lineHeight(style)});
        }
        addText(canvas.scene, line, style, at);
        at.ry() += lineHeight(style);
    }
}

void drawLabel(PanelCanvas &canvas, const Panel &panel, const RowPlan &plan, const RowBox &box, std::size_t i,
               const ChartFrame &frame)
{
    const OriginStyle origin = canvas.styles.style(panel.rows[i].origin, rowEmphasis(panel, i));
    const TextStyle style = canvas.text(textColour(origin.colour), Weight::SemiBold);
    if (plan.mode != RowPlan::Mode::Beside) {
        addClearLines(canvas, panel, frame, plan.labels[i], style, {plan.left, box.top + 1});
        return;
    }
    const double height = double(plan.labels[i].size()) * lineHeight(style);
    const double right = plan.left + plan.labelWidth;
    addLines(canvas.scene, plan.labels[i], style, {right, box.middle - height / 2}, Align::Right);
}

void drawCells(PanelCanvas &canvas, const Panel &panel, const RowPlan &plan, const RowBox &box, std::size_t i,
               const ChartFrame &frame)
{
    const TextStyle grey = canvas.cellText();
    TextStyle ink = grey;
    ink.colour = inkColour();
    if (plan.mode == RowPlan::Mode::Below) {
        const QPointF behind(plan.left + plan.cellsBehind[i], box.top + 1);
        const QPointF below(plan.left, box.top + 1 + double(plan.labels[i].size()) * lineHeight(canvas.text()));
        addClearLines(canvas, panel, frame, plan.cellLines[i], grey, plan.cellsBehind[i] > 0 ? behind : below);
        return;
    }
    for (std::size_t column = 0; column < plan.columns.size(); ++column) {
        const QStringList &lines = plan.cells[i][column];
        const QString text = lines.join(u' ');
        // Intervals and numbers of observations step back behind the estimates.
        const bool aside = text.startsWith(u'(') || panel.columns[column] == "n";
        const double top = box.middle - grey.points * 0.605 - double(lines.size() - 1) / 2 * lineHeight(grey);
        if (!text.isEmpty())
            addLines(canvas.scene, lines, aside ? grey : ink, {plan.columns[column].anchor(), top},
                     plan.columns[column].align());
    }
}

void drawAbsence(PanelCanvas &canvas, const Panel &panel, const RowPlan &plan, const RowBox &box, std::size_t i,
                 const ChartFrame &frame)
{
    if (plan.absences[i].isEmpty() || rowHasValue(panel, i))
        return;
    const TextStyle style = canvas.text(axisTextColour());
    const double height = double(plan.absences[i].size()) * lineHeight(style);
    addClearLines(canvas, panel, frame, plan.absences[i], style, {plan.plotLeft + 3, box.middle - height / 2});
}

void drawHeads(PanelCanvas &canvas, const RowPlan &plan, double bottom)
{
    if (plan.mode == RowPlan::Mode::Below)
        return;
    const TextStyle style = canvas.cellText();
    for (const ColumnPlan &column : plan.columns) {
        const double height = double(column.head.size()) * lineHeight(style);
        addLines(canvas.scene, column.head, style, {column.anchor(), bottom - height}, column.align());
    }
}

void drawAxis(PanelCanvas &canvas, const Panel &panel, const RowPlan &plan, const ChartFrame &frame)
{
    const TextStyle style = canvas.axisText();
    const QRectF &plot = frame.plot();
    const TickTexts texts = tickTexts(panel.axis);
    std::vector<LabelSpan> spans;
    std::size_t zero = 0, last = 0;
    for (const Tick &tick : panel.axis.ticks) {
        if (tick.position == 0)
            zero = spans.size();
        const double width = textWidth(texts.bare[qsizetype(spans.size())] + texts.unit, style);
        const double x = frame.at(tick.position, 0).x();
        spans.push_back(
            {std::clamp(x, plan.left + width / 2, std::max(plan.left + width / 2, plan.right - width / 2)), width});
    }
    const std::vector<bool> print = evenTicksToPrint(spans, 5, zero);
    for (std::size_t i = 0; i < spans.size(); ++i)
        last = print[i] ? i : last;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const QString text = texts.bare[qsizetype(i)] + (i == last ? texts.unit : QString());
        if (print[i])
            addText(canvas.scene, text, style, {spans[i].wanted, plot.bottom() + 4}, Align::Centre);
    }
    const double top = plot.bottom() + 4 + (spans.empty() ? 0 : lineHeight(style));
    const double half = widestLine(plan.axisTitle, style) / 2;
    const double middle = std::clamp(plot.center().x(), plan.left + half,
                                     std::max(plan.left + half, plan.right - half));
    addLines(canvas.scene, plan.axisTitle, style, {middle, top}, Align::Centre);
}

void drawReferences(PanelCanvas &canvas, const Panel &panel, const RowPlan &plan, const ChartFrame &frame)
{
    const QRectF &plot = frame.plot();
    const TextStyle style = canvas.text(inkColour());
    for (std::size_t i = 0; i < panel.references.size(); ++i) {
        const ReferenceLine &reference = panel.references[i];
        const double x = frame.at(reference.value, 0).x();
        if (reference.low && reference.high) {
            const double low = std::max(plot.left(), frame.at(*reference.low, 0).x()),
                         high = std::min(plot.right(), frame.at(*reference.high, 0).x());
            canvas.scene
                .addRect(QRectF(low, plot.top(), std::max(0.0, high - low), plot.height()), QPen(Qt::NoPen),
                         tint(inkColour(), 0.1))
                ->setZValue(layer::band);
        }
        drawTopLabel(canvas, plan.references[i], style, x, plot, plot.top() - 3,
                     reference.origin.empty() ? flatPen(axisTextColour(), 0.7)
                                              : flatPen(inkColour(), 1.1)); // zero is nobody's value
    }
}

} // namespace

void drawRows(PanelCanvas &canvas, const Panel &panel, const RowPlan &plan, const std::vector<RowBox> &boxes,
              const ChartFrame &frame)
{
    drawHeads(canvas, plan, frame.plot().top() - 3);
    drawReferences(canvas, panel, plan, frame);
    drawAxis(canvas, panel, plan, frame);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        drawLabel(canvas, panel, plan, boxes[i], i, frame);
        drawCells(canvas, panel, plan, boxes[i], i, frame);
        drawAbsence(canvas, panel, plan, boxes[i], i, frame);
    }
}

} // namespace evenredig
