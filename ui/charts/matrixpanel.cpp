#include "ui/charts/matrixpanel.h"

#include <QGraphicsRectItem>

#include <algorithm>

namespace evenredig {

namespace {

constexpr double cellGap = 1.4;     // white between cells
constexpr double cellPadding = 3.5; // beside a number
constexpr double smallestLabel = 84;

// Tints of the diverging scale: orange less favourable, blue more favourable; ink on each stands above 7:1.
QColor toneColour(int tone)
{
    switch (tone) {
    case -2: return QColor(0xe2, 0xad, 0x7f);
    case -1: return QColor(0xf1, 0xd6, 0xbd);
    case 1: return QColor(0xd0, 0xe2, 0xf1);
    case 2: return QColor(0x93, 0xb9, 0xdd);
    default: return Qt::white;
    }
}

// An arrow beside a number is read as the number's own movement: these are two heads towards or away from each other.
QString arrowOf(MatrixCell::Trend trend)
{
    switch (trend) {
    case MatrixCell::Trend::Smaller: return QStringLiteral("\u00bb\u00ab");
    case MatrixCell::Trend::Unchanged: return QStringLiteral("=");
    case MatrixCell::Trend::Larger: return QStringLiteral("\u00ab\u00bb");
    default: return {};
    }
}

TextStyle cellStyle(const PanelCanvas &canvas, bool strong)
{
    TextStyle style = canvas.cellText();
    style.weight = strong ? Weight::SemiBold : Weight::Regular;
    style.colour = strong ? inkColour() : QColor(0x6a, 0x6a, 0x6a);
    return style;
}

TextStyle headingStyle(const PanelCanvas &canvas)
{
    TextStyle style = canvas.axisText();
    style.points = std::max(8.0, canvas.layout.label - 0.7);
    return style;
}

TextStyle columnStyle(const PanelCanvas &canvas)
{
    TextStyle style = headingStyle(canvas);
    style.weight = Weight::SemiBold;
    style.colour = inkColour();
    return style;
}

TextStyle trendStyle(const PanelCanvas &canvas)
{
    return headingStyle(canvas);
}

struct Legend {
    int tone = 0;
    QStringList lines;
    double x = 0, y = 0; ///< from the legend's top left; entries stand beside each other while there is room
};

constexpr double swatchWidth = 20; // with the gap to its text
constexpr double legendGap = 14;

struct MatrixPlan {
    double left = 0, labelWidth = 0, cellWidth = 0, right = 0;
    std::vector<QStringList> heads; ///< reference first, then the groups
    std::vector<QStringList> headings, labels;
    std::vector<double> heights;
    std::vector<Legend> legend;
    double headHeight = 0, legendHeight = 0;
    [[nodiscard]] double cellLeft(std::size_t column) const { return left + labelWidth + double(column) * cellWidth; }
};

double leastCell(const PanelCanvas &canvas, const Panel &panel)
{
    double width = 20;
    for (const MatrixRow &row : panel.matrix) {
        width = std::max(width, textWidth(plainText(row.reference), cellStyle(canvas, false)) + 2 * cellPadding);
        for (const MatrixCell &cell : row.cells) {
            const double arrow = cell.trend == MatrixCell::Trend::None
                                     ? 0
                                     : textWidth(arrowOf(cell.trend), trendStyle(canvas)) + 2;
            width = std::max(width,
                             textWidth(plainText(cell.text), cellStyle(canvas, cell.strong)) + arrow + 2 * cellPadding);
        }
    }
    for (const std::string &column : panel.columns)
        width = std::max(width, widestWord(plainText(column), columnStyle(canvas)) + 3);
    return std::max(width, widestWord(plainText(panel.axis.title), headingStyle(canvas)) + 3) + cellGap;
}

/// Labels are broken between words only.
double leastLabel(const PanelCanvas &canvas, const Panel &panel)
{
    double width = smallestLabel;
    for (const MatrixRow &row : panel.matrix)
        width = std::max(width, widestWord(plainText(row.label), canvas.text()) + 8);
    return width;
}

double columnCount(const Panel &panel)
{
    return double(panel.columns.size()) + 1;
}

void planLegend(MatrixPlan &plan, const PanelCanvas &canvas, const Panel &panel, double width)
{
    const TextStyle style = headingStyle(canvas);
    double x = 0, y = 0, height = 0;
    for (const auto &entry : panel.toneLegend) {
        const QString text = plainText(entry.second);
        const bool fits = x + swatchWidth + textWidth(text, style) <= width;
        if (!fits && x > 0) {
            x = 0;
            y += lineHeight(style) + 1;
        }
        Legend legend{entry.first, wrapText(text, style, width - swatchWidth - 2), x, y};
        height = y + double(legend.lines.size()) * lineHeight(style) + 1;
        x += swatchWidth + widestLine(legend.lines, style) + legendGap;
        plan.legend.push_back(std::move(legend));
    }
    plan.legendHeight = plan.legend.empty() ? 0 : height + 5;
}

MatrixPlan matrixPlan(const PanelCanvas &canvas, const Panel &panel, double left, double width)
{
    MatrixPlan result;
    result.left = left;
    result.right = left + width;
    const double cells = columnCount(panel);
    const double least = leastCell(canvas, panel);
    const double shortest = leastLabel(canvas, panel);
    double label = shortest;
    for (const MatrixRow &row : panel.matrix)
        label = std::max(label, textWidth(plainText(row.label), canvas.text()) + 8);
    // Equally wide columns (mock/README.md); the labels take what they like up to what the cells can spare.
    result.labelWidth = std::min(std::max(shortest, std::min(label, width * 0.42)),
                                 std::max(shortest, width - cells * least));
    result.cellWidth = std::min((width - result.labelWidth) / cells, least * 2.1);

    const TextStyle head = columnStyle(canvas);
    result.heads.push_back(wrapText(plainText(panel.axis.title), headingStyle(canvas), result.cellWidth - 2));
    for (const std::string &column : panel.columns)
        result.heads.push_back(wrapText(plainText(column), head, result.cellWidth - 2));
    qsizetype lines = 0;
    for (const QStringList &text : result.heads)
        lines = std::max(lines, text.size());
    result.headHeight = double(lines) * lineHeight(head) + 4;
    for (const MatrixRow &row : panel.matrix) {
        result.headings.push_back(row.heading.empty()
                                      ? QStringList()
                                      : wrapText(plainText(row.heading), headingStyle(canvas), result.labelWidth - 6));
        result.labels.push_back(wrapText(plainText(row.label), canvas.text(), result.labelWidth - 6));
        const double texts = double(result.headings.back().size()) * lineHeight(headingStyle(canvas)) * 0.95
                             + double(result.labels.back().size()) * lineHeight(canvas.text());
        result.heights.push_back(std::max(texts, lineHeight(canvas.text()) + 3) + cellGap + 1);
    }
    planLegend(result, canvas, panel, width);
    return result;
}

QGraphicsRectItem *addBox(PanelCanvas &canvas, const QRectF &area, const QBrush &brush, const QPen &pen = Qt::NoPen)
{
    QGraphicsRectItem *box = canvas.scene.addRect(area, pen, brush);
    box->setZValue(layer::band);
    return box;
}

void drawCell(PanelCanvas &canvas, const MatrixCell &cell, const QRectF &box, int row, std::size_t column)
{
    QGraphicsRectItem *item = addBox(canvas, box, toneColour(cell.tone));
    if (cell.state == MarkState::Suppressed) {
        addHatch(canvas, box, flatPen(QColor(0xdd, 0xdd, 0xdd), 0.75), 5, layer::band + 1);
    }
    item->setData(FigureScene::rowKey, cell.row);
    const TextStyle style = cellStyle(canvas, cell.strong);
    const QString text = plainText(cell.text);
    const QString arrow = arrowOf(cell.trend);
    const double arrowWidth = arrow.isEmpty() ? 0 : textWidth(arrow, trendStyle(canvas)) + 2;
    const double middle = box.center().y() - lineHeight(style) / 2;
    addText(canvas.scene, text, style, {box.center().x() - arrowWidth / 2, middle}, Align::Centre);
    if (!arrow.isEmpty()) {
        const double x = box.center().x() - arrowWidth / 2 + textWidth(text, style) / 2 + 2;
        addText(canvas.scene, arrow, trendStyle(canvas), {x, box.center().y() - lineHeight(trendStyle(canvas)) / 2});
    }
    canvas.scene.addPlace({cell.row, canvas.panel, row, double(column), box.center(), plainText(cell.spoken), box});
}

void drawHeads(PanelCanvas &canvas, const MatrixPlan &plan, double top)
{
    for (std::size_t i = 0; i < plan.heads.size(); ++i) {
        const TextStyle style = i == 0 ? headingStyle(canvas) : columnStyle(canvas);
        const double height = double(plan.heads[i].size()) * lineHeight(style);
        addLines(canvas.scene, plan.heads[i], style,
                 {plan.cellLeft(i) + plan.cellWidth / 2, top + plan.headHeight - 4 - height}, Align::Centre);
    }
}

void drawLegend(PanelCanvas &canvas, const MatrixPlan &plan, double top)
{
    const TextStyle style = headingStyle(canvas);
    for (const Legend &entry : plan.legend) {
        const QPointF at(plan.left + entry.x, top + entry.y);
        addBox(canvas, {at.x(), at.y() + 2, 14, lineHeight(style) - 4}, toneColour(entry.tone),
               entry.tone == 0 ? QPen(QColor(0xbb, 0xbb, 0xbb), 0.5) : QPen(Qt::NoPen));
        addLines(canvas.scene, entry.lines, style, at + QPointF(swatchWidth, 0));
    }
}

/// Some of the groups, when not all of them fit beside each other: the blocks stand below one another.
struct Block {
    Panel panel;
    std::size_t first = 0; ///< column of its first group
};

std::vector<Block> blocksOf(const PanelCanvas &canvas, const Panel &panel, double width)
{
    const double room = (width - leastLabel(canvas, panel)) / leastCell(canvas, panel);
    const std::size_t most = std::max<std::size_t>(1, room < 2 ? 1 : std::size_t(room) - 1);
    const std::size_t count = std::max<std::size_t>(1, (panel.columns.size() + most - 1) / most);
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < count; ++i) {
        // As equal in size as they can be.
        const std::size_t first = panel.columns.size() * i / count, last = panel.columns.size() * (i + 1) / count;
        Block block{panel, first};
        block.panel.columns.assign(panel.columns.begin() + std::ptrdiff_t(first),
                                   panel.columns.begin() + std::ptrdiff_t(last));
        for (std::size_t row = 0; row < panel.matrix.size(); ++row) {
            const std::vector<MatrixCell> &cells = panel.matrix[row].cells;
            block.panel.matrix[row].cells.assign(cells.begin() + std::ptrdiff_t(std::min(first, cells.size())),
                                                 cells.begin() + std::ptrdiff_t(std::min(last, cells.size())));
        }
        if (i + 1 < count)
            block.panel.toneLegend.clear();
        blocks.push_back(std::move(block));
    }
    return blocks;
}

constexpr double blockGap = 10;

double planHeight(const MatrixPlan &plan)
{
    double height = plan.headHeight + plan.legendHeight;
    for (const double row : plan.heights)
        height += row;
    return height;
}

void drawBlock(PanelCanvas &canvas, const Block &block, const MatrixPlan &plan, double top)
{
    drawHeads(canvas, plan, top);
    top += plan.headHeight;
    for (std::size_t i = 0; i < block.panel.matrix.size(); ++i) {
        const MatrixRow &row = block.panel.matrix[i];
        const double height = plan.heights[i] - cellGap;
        double y = top + std::max(0.0, (height - double(plan.labels[i].size()) * lineHeight(canvas.text())) / 2);
        if (!plan.headings[i].isEmpty())
            y = addLines(canvas.scene, plan.headings[i], headingStyle(canvas), {plan.left, top - 1});
        addLines(canvas.scene, plan.labels[i], canvas.text(), {plan.left, y});
        const QRectF reference(plan.cellLeft(0), top, plan.cellWidth - cellGap, height);
        addBox(canvas, reference, QColor(0xf3, 0xf4, 0xf6));
        const TextStyle style = cellStyle(canvas, false);
        addText(canvas.scene, plainText(row.reference), style,
                {reference.center().x(), reference.center().y() - lineHeight(style) / 2}, Align::Centre);
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const QRectF box(plan.cellLeft(column + 1), top, plan.cellWidth - cellGap, height);
            drawCell(canvas, row.cells[column], box, int(i), block.first + column);
        }
        top += plan.heights[i];
    }
    drawLegend(canvas, plan, top + 5);
}

} // namespace

double matrixLeastWidth(const PanelCanvas &canvas, const Panel &panel)
{
    return leastLabel(canvas, panel) + 2 * leastCell(canvas, panel);
}

double matrixHeight(const PanelCanvas &canvas, const Panel &panel, double width)
{
    double height = -blockGap;
    for (const Block &block : blocksOf(canvas, panel, width))
        height += planHeight(matrixPlan(canvas, block.panel, 0, width)) + blockGap;
    return height;
}

void drawMatrixPanel(PanelCanvas &canvas, const Panel &panel, const QRectF &area)
{
    double top = area.top();
    for (const Block &block : blocksOf(canvas, panel, area.width())) {
        const MatrixPlan blockPlan = matrixPlan(canvas, block.panel, area.left(), area.width());
        drawBlock(canvas, block, blockPlan, top);
        top += planHeight(blockPlan) + blockGap;
    }
}

} // namespace evenredig
