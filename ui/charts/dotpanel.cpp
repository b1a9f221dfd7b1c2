#include "ui/charts/dotpanel.h"

#include "ui/charts/rowplan.h"

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

struct RowMark {
    const Series *series;
    const Mark *mark;
};

/// The marks of each row, in the order of the series: below each other when there are more.
std::vector<std::vector<RowMark>> marksByRow(const Panel &panel)
{
    std::vector<std::vector<RowMark>> rows(panel.rows.size());
    for (const Series &series : panel.series) {
        for (const std::vector<Mark> &run : series.runs) {
            for (const Mark &mark : run) {
                const long row = std::lround(mark.along);
                if (row >= 0 && row < long(rows.size()))
                    rows[std::size_t(row)].push_back({&series, &mark});
            }
        }
    }
    return rows;
}

constexpr double bracketRoom = 8; // at the left of the labels

bool hasBrackets(const Panel &panel)
{
    return std::any_of(panel.rows.begin(), panel.rows.end(),
                       [](const FigureRow &row) { return row.uncertainWithNext; });
}

RowPlan dotPlan(const PanelCanvas &canvas, const Panel &panel, double left, double width)
{
    const double brackets = hasBrackets(panel) ? bracketRoom : 0;
    left += brackets;
    width -= brackets;
    std::vector<int> lines;
    for (const std::vector<RowMark> &marks : marksByRow(panel))
        lines.push_back(std::max(1, int(marks.size())));
    return planRows(canvas, panel, left, width, lines, canvas.layout.marker + 2.4);
}

void drawInterval(PanelCanvas &canvas, const Mark &mark, const QColor &colour, Fill fill, double y,
                  const ChartFrame &frame)
{
    if (!mark.low || !mark.high)
        return;
    const QRectF &plot = frame.plot();
    const double low = std::clamp(frame.at(*mark.low, 0).x(), plot.left(), plot.right());
    const double high = std::clamp(frame.at(*mark.high, 0).x(), plot.left(), plot.right());
    const double width = fill == Fill::Filled ? canvas.layout.interval * 1.4 : canvas.layout.interval;
    const QPen pen = mark.state == MarkState::Uncertain ? dottedPen(colour, width) : flatPen(colour, width);
    addLineItem(canvas, {low, y}, {high, y}, pen, layer::whisker);
}

QString spokenMark(const FigureRow &row, const RowMark &item)
{
    const QString label = plainText(item.series->label);
    QString text = plainText(row.label);
    if (!label.isEmpty() && label != text)
        text += QStringLiteral(", ") + label;
    return text + QStringLiteral(": ") + plainText(item.mark->valueText);
}

void drawMarks(PanelCanvas &canvas, const FigureRow &row, int index, const std::vector<RowMark> &marks,
               const RowBox &box, const RowPlan &rowPlan, const ChartFrame &frame)
{
    const double step = marks.size() < 2 ? 0 : std::clamp(box.band * 0.32, rowPlan.markStep, rowPlan.markStep + 3);
    std::vector<QPointF> present;
    QColor colour;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Series &series = *marks[i].series;
        const Mark &mark = *marks[i].mark;
        const double y = box.middle + (double(i) - double(marks.size() - 1) / 2) * step;
        const OriginStyle style = canvas.styles.style(series.origin.empty() ? row.origin : series.origin,
                                                      series.emphasised ? Emphasis::Coloured : Emphasis::Grey);
        if (!mark.value) {
            addAbsenceSymbol(canvas, mark.state, {rowPlan.plotLeft - 7, y});
            continue;
        }
        const bool hollow = series.hollow || row.hollow || mark.state == MarkState::Uncertain;
        const QPointF at(frame.at(*mark.value, 0).x(), y);
        drawInterval(canvas, mark, style.colour, hollow ? Fill::Hollow : Fill::Filled, y, frame);
        addMarker(canvas, style, at, hollow ? Fill::Hollow : series.ringed ? Fill::Ringed : Fill::Filled, mark.row);
        canvas.scene.addPlace({mark.row, canvas.panel, index, double(i), at, spokenMark(row, marks[i])});
        present.push_back(at);
        colour = style.colour;
    }
    if (present.size() == 2)
        addLineItem(canvas, present[0], present[1], dottedPen(tint(colour, 0.6), 0.75), layer::line);
}

/// A bracket beside the rows that follow each other without a certain order.
void drawBrackets(PanelCanvas &canvas, const Panel &panel, const std::vector<RowBox> &boxes, double left)
{
    constexpr double arm = 3;
    const QPen pen = flatPen(axisTextColour(), 0.75);
    for (std::size_t first = 0; first < panel.rows.size(); ++first) {
        std::size_t last = first;
        while (last + 1 < panel.rows.size() && panel.rows[last].uncertainWithNext)
            ++last;
        if (last == first)
            continue;
        const QPointF top(left + 1, boxes[first].middle - 3), bottom(left + 1, boxes[last].middle + 3);
        addLineItem(canvas, top, bottom, pen, layer::chart);
        addLineItem(canvas, top, top + QPointF(arm, 0), pen, layer::chart);
        addLineItem(canvas, bottom, bottom + QPointF(arm, 0), pen, layer::chart);
        first = last;
    }
}

} // namespace

void drawDotPanel(PanelCanvas &canvas, const Panel &panel, const QRectF &area)
{
    const RowPlan rowPlan = dotPlan(canvas, panel, area.left(), area.width());
    const std::vector<RowBox> boxes = placeRows(rowPlan, area);
    const ChartFrame frame = rowChart(canvas, panel, plotOf(rowPlan, boxes));
    drawRows(canvas, panel, rowPlan, boxes, frame);
    drawBrackets(canvas, panel, boxes, area.left());
    const std::vector<std::vector<RowMark>> rows = marksByRow(panel);
    for (std::size_t i = 0; i < rows.size(); ++i)
        drawMarks(canvas, panel.rows[i], int(i), rows[i], boxes[i], rowPlan, frame);
}

double dotLeastHeight(const PanelCanvas &canvas, const Panel &panel, double width)
{
    return dotPlan(canvas, panel, 0, width).leastHeight();
}

double dotPreferredHeight(const PanelCanvas &canvas, const Panel &panel, double width)
{
    return dotPlan(canvas, panel, 0, width).preferredHeight();
}

} // namespace evenredig
