#include "ui/charts/rowplan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace evenredig {

namespace {

constexpr double leastRowPlot = 76;
constexpr double columnGap = 10;
constexpr double leastRow = 14.18; // 5 mm
constexpr double rowGap = 6;       // between rows whose texts stand below each other
constexpr double cellGap = 8;      // between a label and the figures that stand behind it

TextStyle labelStyle(const PanelCanvas &canvas)
{
    return canvas.text(inkColour(), Weight::SemiBold);
}

double linesHeight(const QStringList &lines, const TextStyle &style)
{
    return double(lines.size()) * lineHeight(style);
}

bool anyAbsence(const Panel &panel)
{
    for (const Series &series : panel.series) {
        for (const std::vector<Mark> &run : series.runs) {
            if (std::any_of(run.begin(), run.end(), [](const Mark &mark) {
                    return mark.state == MarkState::Suppressed || mark.state == MarkState::NotAsked;
                }))
                return true;
        }
    }
    return false;
}

QString cellText(const FigureRow &row, std::size_t column)
{
    return column < row.cells.size() ? plainText(row.cells[column]) : QString();
}

/// A verdict, and not "−3,1 tot −2,7".
bool isWords(const QString &cell)
{
    return std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); })
           && std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isLetter(); }) > 2;
}

void planColumns(RowPlan &plan, const PanelCanvas &canvas, const Panel &panel)
{
    const TextStyle style = canvas.cellText();
    for (std::size_t column = 0; column < panel.columns.size(); ++column) {
        ColumnPlan result;
        const QString head = plainText(panel.columns[column]);
        double word = 0;
        for (const FigureRow &row : panel.rows) {
            const QString cell = cellText(row, column);
            result.words = result.words || isWords(cell);
            result.natural = std::max(result.natural, textWidth(cell, style));
            word = std::max(word, widestWord(cell, style));
        }
        const double headWidth = std::max(widestWord(head, style),
                                          std::min(textWidth(head, style), canvas.layout.label * 5.5));
        result.least = std::max(result.words ? std::min(result.natural, std::max(word, canvas.layout.label * 6))
                                             : result.natural,
                                headWidth);
        result.natural = std::max(result.natural, headWidth);
        plan.columns.push_back(result);
    }
}

double columnsWidth(const RowPlan &plan, double ColumnPlan::*width)
{
    double total = double(plan.columns.size()) * columnGap;
    for (const ColumnPlan &column : plan.columns)
        total += column.*width;
    return total;
}

struct LabelWidths {
    double word = 0, whole = 0;
};

LabelWidths labelWidths(const PanelCanvas &canvas, const Panel &panel)
{
    LabelWidths widths;
    for (const FigureRow &row : panel.rows) {
        widths.word = std::max(widths.word, widestWord(plainText(row.label), labelStyle(canvas)));
        widths.whole = std::max(widths.whole, textWidth(plainText(row.label), labelStyle(canvas)));
    }
    return widths;
}

void setColumns(RowPlan &plan, const PanelCanvas &canvas, const Panel &panel, double ColumnPlan::*width)
{
    double right = plan.right;
    for (std::size_t i = plan.columns.size(); i-- > 0;) {
        ColumnPlan &column = plan.columns[i];
        column.width = column.*width + 0.01;
        column.right = right;
        column.head = wrapText(plainText(panel.columns[i]), canvas.cellText(), column.width);
        right -= column.width + columnGap;
    }
}

/// Columns of words take what the plot can spare, so that they need fewer lines.
void widenWords(RowPlan &plan, double wished)
{
    const double spare = plan.plotRight - plan.plotLeft - wished;
    double wants = 0;
    for (const ColumnPlan &column : plan.columns)
        wants += column.natural - column.least;
    const double share = wants > 0 ? std::clamp(spare / wants, 0.0, 1.0) : 0;
    for (ColumnPlan &column : plan.columns)
        column.least += share * (column.natural - column.least);
    plan.plotRight -= share * wants;
}

/// Chooses the way the row's texts stand, and with it the width of the plot. Tried in this order: labels as wide as
/// they like up to a third, wrapped columns of words, wrapped labels, labels above their row, columns below it.
void chooseMode(RowPlan &plan, const PanelCanvas &canvas, const Panel &panel)
{
    struct Way {
        double label;
        double ColumnPlan::*columns;
        double plot;
    };
    const double width = plan.right - plan.left, between = 8;
    const LabelWidths widths = labelWidths(canvas, panel);
    const double wished = std::max(leastRowPlot, width * 0.3);
    const double whole = std::min(widths.whole, std::max(widths.word, width * 0.36));
    for (const Way &way : {Way{whole, &ColumnPlan::natural, wished}, Way{whole, &ColumnPlan::least, wished},
                           Way{widths.word, &ColumnPlan::least, leastRowPlot}}) {
        const double columns = columnsWidth(plan, way.columns);
        if (width - way.label - between - plan.gutter - columns < way.plot)
            continue;
        plan.mode = RowPlan::Mode::Beside;
        plan.labelWidth = way.label + 0.01;
        plan.plotLeft = plan.left + way.label + between + plan.gutter;
        plan.plotRight = plan.right - columns - 4;
        if (way.columns == &ColumnPlan::least)
            widenWords(plan, wished);
        setColumns(plan, canvas, panel, way.columns);
        return;
    }
    const double columns = columnsWidth(plan, &ColumnPlan::least);
    plan.labelWidth = width;
    plan.plotLeft = plan.left + 4 + plan.gutter;
    plan.mode = width - 8 - plan.gutter - columns >= leastRowPlot ? RowPlan::Mode::Above : RowPlan::Mode::Below;
    plan.plotRight = plan.right - 4 - (plan.mode == RowPlan::Mode::Above ? columns : 0);
    if (plan.mode == RowPlan::Mode::Above)
        widenWords(plan, wished);
    setColumns(plan, canvas, panel, &ColumnPlan::least);
}

/// The columns of a row as one text: "ruw −13,0; bij gelijke kenmerken −1,9; (−5,4 … +1,6)". The axis says the unit, a
/// verdict needs no name, and of what is absent the reason stands in the plot.
QString runningCells(const Panel &panel, const FigureRow &row)
{
    QStringList pieces;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const QString head = column < panel.columns.size() ? plainText(panel.columns[column]) : QString();
        QString cell = cellText(row, column);
        const bool words = isWords(cell);
        if (cell.isEmpty() || (!row.absence.empty() && cell == QStringLiteral(".")))
            continue;
        if (!words)
            cell.replace(u' ', QChar::Nbsp); // an interval stays on one line
        const bool named = !words && std::any_of(head.begin(), head.end(), [](QChar c) { return c.isLetter(); });
        pieces << (named ? head + QChar(QChar::Nbsp) + cell : cell);
    }
    return pieces.join(QStringLiteral("; "));
}

/// Behind the label where there is room, else below it: the text of a row stands above its marks.
void planRunningCells(RowPlan &plan, const PanelCanvas &canvas, const QString &cells)
{
    const QStringList &label = plan.labels.back();
    const double behind = label.size() == 1 ? textWidth(label.front(), labelStyle(canvas)) + cellGap : 0;
    const bool fits = behind > 0 && behind + textWidth(cells, canvas.cellText()) <= plan.right - plan.left;
    plan.cellsBehind.push_back(fits ? behind : 0);
    plan.cellLines.push_back(fits ? QStringList(cells) : wrapText(cells, canvas.cellText(), plan.right - plan.left));
}

void planTexts(RowPlan &plan, const PanelCanvas &canvas, const Panel &panel)
{
    const double plotWidth = plan.plotRight - plan.plotLeft;
    for (const FigureRow &row : panel.rows) {
        plan.labels.push_back(wrapText(plainText(row.label), labelStyle(canvas), plan.labelWidth));
        plan.absences.push_back(wrapText(plainText(row.absence), canvas.text(), plotWidth - 6));
        plan.cells.emplace_back();
        if (plan.mode == RowPlan::Mode::Below) {
            planRunningCells(plan, canvas, runningCells(panel, row));
            continue;
        }
        plan.cellLines.emplace_back();
        plan.cellsBehind.push_back(0);
        for (std::size_t column = 0; column < plan.columns.size(); ++column) {
            const QString cell = cellText(row, column);
            plan.cells.back().push_back(plan.columns[column].words
                                            ? wrapText(cell, canvas.cellText(), plan.columns[column].width)
                                            : QStringList(cell));
        }
    }
    plan.axisTitle = wrapText(axisTitle(panel.axis), canvas.axisText(), plan.right - plan.left);
}

void planHeights(RowPlan &plan, const PanelCanvas &canvas, const Panel &panel)
{
    for (std::size_t i = 0; i < panel.rows.size(); ++i) {
        const double label = linesHeight(plan.labels[i], labelStyle(canvas));
        const double marks = std::max(plan.markStep * plan.markLines[i], linesHeight(plan.absences[i], canvas.text()));
        double cells = 0;
        for (const QStringList &cell : plan.cells[i])
            cells = std::max(cells, linesHeight(cell, canvas.cellText()));
        const bool beside = plan.mode == RowPlan::Mode::Beside;
        const double running = plan.cellsBehind[i] > 0 ? 0 : linesHeight(plan.cellLines[i], canvas.axisText());
        plan.above.push_back(beside ? 0 : label + running + 1);
        plan.below.push_back(beside ? 0 : rowGap);
        const double middle = beside ? std::max({label, marks, cells}) : std::max(marks, cells);
        plan.needs.push_back(std::max(plan.above[i] + middle + plan.below[i] + 2, leastRow));
        plan.roomy.push_back(plan.needs.back() + (plan.markLines[i] > 1 ? 16 : 12));
    }
}

void planEdges(RowPlan &plan, const PanelCanvas &canvas, const Panel &panel)
{
    const TextStyle axis = canvas.axisText();
    const bool columns = plan.mode != RowPlan::Mode::Below && !plan.columns.empty();
    const double end = columns ? plan.columns.front().right - plan.columns.front().width - 8 : plan.right;
    const double span = panel.axis.maximum - panel.axis.minimum;
    std::vector<std::pair<double, QString>> labels;
    for (const ReferenceLine &reference : panel.references) {
        const double share = span > 0 ? (reference.value - panel.axis.minimum) / span : 0.5;
        labels.emplace_back(plan.plotLeft + share * (plan.plotRight - plan.plotLeft), plainText(reference.label));
    }
    double strip = 0, heads = 0;
    plan.references = stackTopLabels(labels, canvas.text(inkColour()), plan.left, end, &strip);
    for (const ColumnPlan &column : plan.columns)
        heads = std::max(heads, columns ? linesHeight(column.head, axis) : 0.0);
    plan.headHeight = std::max(strip, heads) + 3;
    plan.footHeight = 4 + (panel.axis.ticks.empty() ? 0 : lineHeight(axis)) + linesHeight(plan.axisTitle, axis);
}

} // namespace

double RowPlan::leastHeight() const
{
    return std::accumulate(needs.begin(), needs.end(), headHeight + footHeight);
}

double RowPlan::preferredHeight() const
{
    double height = headHeight + footHeight;
    for (std::size_t i = 0; i < needs.size(); ++i)
        height += needs[i] + 0.45 * (roomy[i] - needs[i]);
    return height;
}

RowPlan planRows(const PanelCanvas &canvas, const Panel &panel, double left, double width, std::vector<int> markLines,
                 double markStep)
{
    RowPlan plan;
    plan.left = left;
    plan.right = left + width;
    plan.markLines = std::move(markLines);
    plan.markStep = markStep;
    plan.gutter = anyAbsence(panel) ? 13 : 0;
    planColumns(plan, canvas, panel);
    chooseMode(plan, canvas, panel);
    planTexts(plan, canvas, panel);
    planHeights(plan, canvas, panel);
    planEdges(plan, canvas, panel);
    return plan;
}

double rowLeastWidth(const PanelCanvas &canvas, const Panel &panel)
{
    return std::max(labelWidths(canvas, panel).word, leastRowPlot + 8 + (anyAbsence(panel) ? 13 : 0));
}

std::vector<RowBox> placeRows(const RowPlan &plan, const QRectF &area)
{
    const double extra = std::max(0.0, area.height() - plan.leastHeight());
    double most = 0;
    for (std::size_t i = 0; i < plan.needs.size(); ++i)
        most += plan.roomy[i] - plan.needs[i];
    const double share = most > 0 ? std::min(1.0, extra / most) : 0;
    std::vector<RowBox> boxes;
    double top = area.top() + plan.headHeight;
    for (std::size_t i = 0; i < plan.needs.size(); ++i) {
        const double height = plan.needs[i] + share * (plan.roomy[i] - plan.needs[i]);
        const double band = height - plan.above[i] - plan.below[i];
        boxes.push_back({top, height, top + plan.above[i] + band / 2, band});
        top += height;
    }
    return boxes;
}

QRectF plotOf(const RowPlan &plan, const std::vector<RowBox> &boxes)
{
    const double top = boxes.empty() ? 0 : boxes.front().top;
    const double bottom = boxes.empty() ? 0 : boxes.back().top + boxes.back().height;
    return {QPointF(plan.plotLeft, top), QPointF(plan.plotRight, bottom)};
}

ChartFrame rowChart(PanelCanvas &canvas, const Panel &panel, const QRectF &plot)
{
    Scale values{panel.axis.minimum, panel.axis.maximum, {}};
    for (const Tick &tick : panel.axis.ticks)
        values.grid.push_back(tick.position);
    return {canvas, plot, values, {0, 1, {}}};
}

} // namespace evenredig
