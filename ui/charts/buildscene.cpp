#include "ui/charts/buildscene.h"

#include "ui/charts/arrowpanel.h"
#include "ui/charts/dotpanel.h"
#include "ui/charts/linepanel.h"
#include "ui/charts/matrixpanel.h"
#include "ui/charts/rowplan.h"

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

constexpr double panelGap = 16;

struct Frame {
    QStringList title, subtitle, footer;
    double headHeight = 0, footHeight = 0, width = 0;
};

TextStyle titleStyle(const FigureLayout &layout)
{
    return {layout.title, Weight::Bold};
}
TextStyle subtitleStyle(const FigureLayout &layout)
{
    return {layout.subtitle, Weight::Regular, axisTextColour()};
}
TextStyle footerStyle(const FigureLayout &layout)
{
    return {layout.small, Weight::Regular, QColor(0x66, 0x66, 0x66)};
}
TextStyle panelTitleStyle(const FigureLayout &layout)
{
    return {layout.label, Weight::SemiBold};
}

QStringList footerLines(const Figure &figure, const FigureLayout &layout, double width)
{
    QString running;
    for (const std::string &line : figure.footer)
        running += (running.isEmpty() ? QString() : QStringLiteral(" "))
                   + plainText(line).trimmed().replace(QStringLiteral("* "), QStringLiteral("*\u00a0"));
    const QString code = plainText(figure.code);
    if (!code.isEmpty() && !running.contains(code))
        running += QStringLiteral(" \u00a0\u00a0") + code;
    return wrapText(running, footerStyle(layout), width);
}

Frame makeFrame(const Figure &figure, const FigureLayout &layout, double width)
{
    Frame frame;
    frame.width = width - 2 * layout.margin;
    frame.title = wrapText(plainText(figure.title), titleStyle(layout), frame.width);
    frame.subtitle = wrapText(plainText(figure.subtitle), subtitleStyle(layout), frame.width);
    frame.footer = footerLines(figure, layout, frame.width);
    frame.headHeight = double(frame.title.size()) * lineHeight(titleStyle(layout))
                       + double(frame.subtitle.size()) * lineHeight(subtitleStyle(layout))
                       + (frame.title.isEmpty() ? 0 : 2) + (frame.title.size() + frame.subtitle.size() > 0 ? 9 : 0);
    frame.footHeight = frame.footer.isEmpty() ? 0 : 8 + double(frame.footer.size()) * lineHeight(footerStyle(layout));
    return frame;
}

/// A panel of the grid of panels, with its share of the width.
struct Cell {
    std::size_t panel = 0;
    double left = 0, width = 0;
    QStringList title, empty;
    double least = 0, preferred = 0; ///< heights, with the title
    [[nodiscard]] double titleHeight(const FigureLayout &layout) const
    {
        return title.isEmpty() ? 0 : double(title.size()) * lineHeight(panelTitleStyle(layout)) + 4;
    }
};

using Rows = std::vector<std::vector<Cell>>;

double leastWidth(PanelCanvas &canvas, const Panel &panel)
{
    if (panel.form == Panel::Form::Matrix)
        return matrixLeastWidth(canvas, panel);
    return panel.form == Panel::Form::Lines ? lineLeastWidth(canvas, panel) : rowLeastWidth(canvas, panel);
}

/// As many panels beside each other as have room, by their shares; the others below.
Rows arrangeGrid(PanelCanvas &canvas, const std::vector<Panel> &panels, double width)
{
    for (std::size_t columns = std::max<std::size_t>(panels.size(), 1); columns >= 1; --columns) {
        Rows rows;
        bool fits = true;
        for (std::size_t first = 0; first < panels.size(); first += columns) {
            const std::size_t last = std::min(first + columns, panels.size());
            double shares = 0;
            for (std::size_t i = first; i < first + columns; ++i) // an unfinished last row keeps its columns
                shares += i < last ? panels[i].share : panels[first].share;
            const double room = width - panelGap * double(columns - 1);
            double left = 0;
            rows.emplace_back();
            for (std::size_t i = first; i < last; ++i) {
                Cell cell;
                cell.panel = i;
                cell.left = left;
                cell.width = room * panels[i].share / shares;
                fits = fits && cell.width >= leastWidth(canvas, panels[i]);
                left += cell.width + panelGap;
                rows.back().push_back(cell);
            }
        }
        const std::size_t balanced = (panels.size() + rows.size() - 1) / std::max<std::size_t>(rows.size(), 1);
        if (fits && balanced < columns) // four and three instead of five and two
            columns = balanced + 1;
        else if (fits || columns == 1)
            return rows;
    }
    return {};
}

bool isSmallMultiple(const std::vector<Panel> &panels)
{
    return std::count_if(panels.begin(), panels.end(),
                         [](const Panel &panel) { return panel.form == Panel::Form::Lines; })
           > 1;
}

/// Small panels have plots of one size; what is no line stands in a row of its own below them.
Rows arrange(PanelCanvas &canvas, const std::vector<Panel> &panels, double width)
{
    if (!isSmallMultiple(panels))
        return arrangeGrid(canvas, panels, width);
    std::vector<Panel> lines;
    for (const Panel &panel : panels) {
        if (panel.form == Panel::Form::Lines)
            lines.push_back(panel);
    }
    Rows rows = arrangeGrid(canvas, lines, width);
    for (std::size_t i = 0, line = 0; i < panels.size(); ++i) {
        if (panels[i].form != Panel::Form::Lines) {
            rows.push_back({Cell{i, 0, width, {}, {}, 0, 0}});
            continue;
        }
        for (std::vector<Cell> &row : rows) {
            for (Cell &cell : row) {
                if (cell.panel == line && panels[cell.panel].form == Panel::Form::Lines)
                    cell.panel = i;
            }
        }
        ++line;
    }
    return rows;
}

void measure(PanelCanvas &canvas, const Panel &panel, Cell &cell)
{
    cell.title = wrapText(plainText(panel.title), panelTitleStyle(canvas.layout), cell.width);
    cell.empty = wrapText(plainText(panel.empty), canvas.text(), cell.width * 0.9);
    if (!panel.empty.empty()) {
        cell.least = double(cell.empty.size()) * lineHeight(canvas.text()) + 16;
        cell.preferred = std::max(cell.least, 60.0);
    } else if (panel.form == Panel::Form::Lines) {
        cell.least = lineLeastHeight(canvas, panel, cell.width);
        cell.preferred = std::max(cell.least + 24, std::clamp(cell.width * 0.5, 130.0, 260.0));
    } else if (panel.form == Panel::Form::Dots) {
        cell.least = dotLeastHeight(canvas, panel, cell.width);
        cell.preferred = dotPreferredHeight(canvas, panel, cell.width);
    } else if (panel.form == Panel::Form::Matrix) {
        cell.least = matrixHeight(canvas, panel, cell.width);
        cell.preferred = cell.least;
    } else {
        cell.least = arrowLeastHeight(canvas, panel, cell.width);
        cell.preferred = arrowPreferredHeight(canvas, panel, cell.width);
    }
    cell.least += cell.titleHeight(canvas.layout);
    cell.preferred += cell.titleHeight(canvas.layout);
}

Rows arrangeAndMeasure(PanelCanvas &canvas, const std::vector<Panel> &panels, double width)
{
    Rows rows = arrange(canvas, panels, width);
    for (std::vector<Cell> &row : rows) {
        for (Cell &cell : row)
            measure(canvas, panels[cell.panel], cell);
    }
    if (isSmallMultiple(panels)) { // the highest need of one is the need of all
        double least = 0, preferred = 0;
        const auto isLine = [&](const Cell &cell) { return panels[cell.panel].form == Panel::Form::Lines; };
        for (const std::vector<Cell> &row : rows) {
            for (const Cell &cell : row) {
                least = std::max(least, isLine(cell) ? cell.least : 0);
                preferred = std::max(preferred, isLine(cell) ? cell.preferred : 0);
            }
        }
        for (std::vector<Cell> &row : rows) {
            for (Cell &cell : row) {
                cell.least = isLine(cell) ? least : cell.least;
                cell.preferred = isLine(cell) ? preferred : cell.preferred;
            }
        }
    }
    return rows;
}

double rowHeight(const std::vector<Cell> &row, double Cell::*height)
{
    double most = 0;
    for (const Cell &cell : row)
        most = std::max(most, cell.*height);
    return most;
}

double totalHeight(const Rows &rows, double Cell::*height)
{
    double total = rows.empty() ? 0 : panelGap * double(rows.size() - 1);
    for (const std::vector<Cell> &row : rows)
        total += rowHeight(row, height);
    return total;
}

double figureHeight(const Figure &figure, const OriginStyles &styles, double width, const FigureLayout &layout,
                    double Cell::*height)
{
    FigureScene scratch;
    PanelCanvas canvas{scratch, styles, layout};
    const Frame frame = makeFrame(figure, layout, width);
    return std::ceil(frame.headHeight + frame.footHeight + 2 * layout.margin
                     + totalHeight(arrangeAndMeasure(canvas, figure.panels, frame.width), height));
}

void drawPanel(PanelCanvas &canvas, const Panel &panel, const Cell &cell, const QRectF &area)
{
    addLines(canvas.scene, cell.title, panelTitleStyle(canvas.layout), area.topLeft());
    const QRectF inner = area.adjusted(0, cell.titleHeight(canvas.layout), 0, 0);
    if (!panel.empty.empty()) {
        const double height = double(cell.empty.size()) * lineHeight(canvas.text());
        const QPointF top(inner.center().x(), inner.top() + std::min((inner.height() - height) / 2, 60.0));
        addLines(canvas.scene, cell.empty, canvas.text(axisTextColour()), top, Align::Centre);
    } else if (panel.form == Panel::Form::Lines) {
        drawLinePanel(canvas, panel, inner);
    } else if (panel.form == Panel::Form::Dots) {
        drawDotPanel(canvas, panel, inner);
    } else if (panel.form == Panel::Form::Matrix) {
        drawMatrixPanel(canvas, panel, inner);
    } else {
        drawArrowPanel(canvas, panel, inner);
    }
}

/// Lines get better with more height; rows only get emptier.
bool isLines(const Figure &figure, const Cell &cell)
{
    const Panel &panel = figure.panels[cell.panel];
    return panel.form == Panel::Form::Lines && panel.empty.empty();
}

/// The panels in their rows; returns the lowest y.
double drawPanels(PanelCanvas &canvas, const Figure &figure, const Rows &rows, const QRectF &area)
{
    const double extra = area.height() - totalHeight(rows, &Cell::least);
    double top = area.top();
    for (const std::vector<Cell> &row : rows) {
        const double least = rowHeight(row, &Cell::least);
        // Rows of lines share what is left, equally; rows of dots and arrows get no better by getting emptier.
        const bool lines = std::any_of(row.begin(), row.end(), [&](const Cell &cell) { return isLines(figure, cell); });
        const auto sharing = double(std::count_if(rows.begin(), rows.end(), [&](const std::vector<Cell> &other) {
            return std::any_of(other.begin(), other.end(), [&](const Cell &cell) { return isLines(figure, cell); });
        }));
        double height = least + (sharing == 0 ? extra / double(rows.size()) : lines ? extra / sharing : 0);
        if (sharing == 0)
            height = std::min(height, least + (rowHeight(row, &Cell::preferred) - least) / 0.45 + 2);
        for (const Cell &cell : row) {
            canvas.panel = int(cell.panel);
            drawPanel(canvas, figure.panels[cell.panel], cell, {area.left() + cell.left, top, cell.width, height});
        }
        top += height + panelGap;
    }
    return rows.empty() ? area.top() : top - panelGap;
}

/// Across the plots, under everything, in a tint that leaves lines and texts readable.
void addWatermark(FigureScene &scene, const Figure &figure, const QRectF &area)
{
    const QString words = figure.language == Language::Dutch ? QStringLiteral("FICTIEVE CIJFERS")
                                                             : QStringLiteral("FICTITIOUS FIGURES");
    TextStyle style{10, Weight::Bold, QColor(0xec, 0xec, 0xec)};
    const double unit = textWidth(words, style) / style.points;
    style.points = std::clamp(std::min(area.width() * 0.86 / unit, area.height() * 0.5), 10.0, 90.0);
    auto *item = new TextItem(words, style);
    item->setData(1, true);
    item->setZValue(layer::watermark);
    const QRectF box = item->boundingRect();
    item->setTransformOriginPoint(box.center());
    const double room = std::atan2(std::max(0.0, area.height() - style.points * 1.3), area.width()) * 180 / 3.14159265;
    item->setRotation(-std::min(14.0, room * 0.6));
    item->setPos(area.center() - box.center());
    scene.addItem(item);
}

} // namespace

std::unique_ptr<FigureScene> buildScene(const Figure &figure, const OriginStyles &styles, QSizeF size,
                                        const FigureLayout &layout)
{
    auto scene = std::make_unique<FigureScene>();
    scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    PanelCanvas canvas{*scene, styles, layout};
    const Frame frame = makeFrame(figure, layout, size.width());
    const Rows rows = arrangeAndMeasure(canvas, figure.panels, frame.width);
    const double fixed = frame.headHeight + frame.footHeight + 2 * layout.margin;
    const double height = std::max(size.height(), std::ceil(fixed + totalHeight(rows, &Cell::least)));
    scene->setSceneRect(0, 0, size.width(), height);
    scene->setBackgroundBrush(Qt::white);

    double y = layout.margin;
    y = addLines(*scene, frame.title, titleStyle(layout), {layout.margin, y});
    addLines(*scene, frame.subtitle, subtitleStyle(layout), {layout.margin, y + (frame.title.isEmpty() ? 0 : 2)});
    const QRectF area(layout.margin, layout.margin + frame.headHeight, frame.width, height - fixed);
    const double bottom = drawPanels(canvas, figure, rows, area);
    addLines(*scene, frame.footer, footerStyle(layout), {layout.margin, bottom + 8});
    if (figure.synthetic)
        addWatermark(*scene, figure, {area.topLeft(), QPointF(area.right(), bottom)});
    return scene;
}

std::unique_ptr<FigureScene> buildScene(const Figure &figure, const Catalogue &catalogue, QSizeF sizeInPoints,
                                        const FigureLayout &layout)
{
    return buildScene(figure, OriginStyles(catalogue), sizeInPoints, layout);
}

double preferredHeight(const Figure &figure, const OriginStyles &styles, double width, const FigureLayout &layout)
{
    return figureHeight(figure, styles, width, layout, &Cell::preferred);
}

double leastHeight(const Figure &figure, const OriginStyles &styles, double width, const FigureLayout &layout)
{
    return figureHeight(figure, styles, width, layout, &Cell::least);
}

} // namespace evenredig
