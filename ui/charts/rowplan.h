// Rows with labels at the left, a plot, and columns of text at the right: what dots and arrows share.
// When it gets narrow labels wrap, then stand above their row, then the columns become a line below it:
// nothing is dropped and nothing overlaps. Private to ui/charts.
#pragma once

#include "ui/charts/chartframe.h"
#include "ui/charts/panelcanvas.h"

#include <vector>

namespace evenredig {

struct RowBox {
    double top = 0, height = 0;
    double middle = 0; ///< of the marks
    double band = 0;   ///< height that the marks may use
};

struct ColumnPlan {
    bool words = false; ///< a verdict rather than numbers: left-aligned, and may be wrapped
    double natural = 0; ///< width
    double least = 0;
    double width = 0, right = 0;
    QStringList head;
    [[nodiscard]] Align align() const { return words ? Align::Left : Align::Right; }
    [[nodiscard]] double anchor() const { return words ? right - width : right; }
};

struct RowPlan {
    enum class Mode { Beside, Above, Below };
    Mode mode = Mode::Beside;
    double left = 0, right = 0; ///< of the panel
    double labelWidth = 0, gutter = 0;
    double plotLeft = 0, plotRight = 0;
    std::vector<QStringList> labels, cellLines, absences; ///< per row; cellLines only when Below
    std::vector<double> cellsBehind; ///< per row: how far from the left they stand behind the label; 0: they do not
    std::vector<ColumnPlan> columns;
    std::vector<std::vector<QStringList>> cells; ///< per row and column, unless Below
    std::vector<TopLabel> references;
    QStringList axisTitle;
    double headHeight = 0, footHeight = 0;
    std::vector<double> above, below; ///< heights of the texts above and below the marks of a row
    std::vector<double> needs;        ///< least height of each row
    std::vector<double> roomy;        ///< the height beyond which a row only gets emptier
    double markStep = 9;              ///< least distance of the marks of one row
    std::vector<int> markLines;       ///< per row

    [[nodiscard]] double leastHeight() const;
    [[nodiscard]] double preferredHeight() const;
};

/// `markLines`: how many marks lie below each other in each row; `markStep`: how far apart at least.
[[nodiscard]] RowPlan planRows(const PanelCanvas &canvas, const Panel &panel, double left, double width,
                               std::vector<int> markLines, double markStep);
[[nodiscard]] double rowLeastWidth(const PanelCanvas &canvas, const Panel &panel);
/// Divides the height over the rows; the plot of the rows stands between the first and the last.
[[nodiscard]] std::vector<RowBox> placeRows(const RowPlan &plan, const QRectF &area);
[[nodiscard]] QRectF plotOf(const RowPlan &plan, const std::vector<RowBox> &boxes);
[[nodiscard]] ChartFrame rowChart(PanelCanvas &canvas, const Panel &panel, const QRectF &plot);

/// Labels, columns, heads, absences, axis and reference lines.
void drawRows(PanelCanvas &canvas, const Panel &panel, const RowPlan &plan, const std::vector<RowBox> &boxes,
              const ChartFrame &frame);

} // namespace evenredig
