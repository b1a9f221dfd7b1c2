// What a panel draws on and with. Private to ui/charts.
#pragma once

#include "core/figure/figure.h"
#include "ui/charts/figurelayout.h"
#include "ui/charts/figurescene.h"
#include "ui/charts/originstyle.h"
#include "ui/charts/textitem.h"

#include <QGraphicsItem>
#include <QPen>

namespace evenredig {

/// Layers, from below to above. The chart with its grid and lines is at 0.
namespace layer {
inline constexpr double watermark = -20, band = -10, interval = -5, chart = 0, line = 1, knockOut = 2, whisker = 3,
                        marker = 4;
} // namespace layer

struct PanelCanvas {
    FigureScene &scene;
    const OriginStyles &styles;
    const FigureLayout &layout;
    int panel = 0;

    [[nodiscard]] TextStyle text(const QColor &colour = inkColour(), Weight weight = Weight::Regular) const;
    [[nodiscard]] TextStyle axisText() const; ///< grey
    [[nodiscard]] TextStyle cellText() const; ///< grey, with tabular figures
};

[[nodiscard]] QColor gridColour();
[[nodiscard]] QColor axisTextColour();

enum class Fill { Filled, Hollow, Ringed }; ///< ringed: filled, with a rim around it

QGraphicsItem *addLineItem(PanelCanvas &canvas, QPointF from, QPointF to, const QPen &pen, double z);
/// A marker that carries its answer row.
void addMarker(PanelCanvas &canvas, const OriginStyle &style, QPointF at, Fill fill, int row);
/// The pattern box of a suppressed figure and the dash of one that was not asked.
void addAbsenceSymbol(PanelCanvas &canvas, MarkState state, QPointF at);
/// Diagonal lines in a box: the pattern of what is suppressed.
void addHatch(PanelCanvas &canvas, const QRectF &box, const QPen &pen, double spacing, double z);
/// White under a text that stands on the grid.
void addKnockOut(PanelCanvas &canvas, const QRectF &area);
[[nodiscard]] QPen flatPen(const QColor &colour, double width, Qt::PenStyle style = Qt::SolidLine);
[[nodiscard]] QPen dottedPen(const QColor &colour, double width);

/// A short unit ("%") stands at the last tick that is printed, whichever that is; a longer one is a text of its
/// own beside the axis.
struct TickTexts {
    QStringList bare; ///< without the unit
    QString unit;
};
[[nodiscard]] TickTexts tickTexts(const Axis &axis);
[[nodiscard]] QString axisTitle(const Axis &axis);

/// A label in the strip above a plot: of a break, or of a vertical reference line.
struct TopLabel {
    double x = 0;
    QStringList lines;
    double width = 0;
    int level = 0;     ///< 0 is next to the plot
    bool flag = false; ///< stands beside the top of its line instead of above it
    double bottom = 0; ///< of its text, above the top of the plot
};
/// Labels above their lines; where they would touch, flags beside the tops of their lines, each higher than the one
/// left of it, so that no line runs through a label. `strip` receives the height of all of them.
[[nodiscard]] std::vector<TopLabel> stackTopLabels(const std::vector<std::pair<double, QString>> &lines,
                                                   const TextStyle &style, double left, double right, double *strip);
/// A label and its line at `x` from the strip down through the plot.
void drawTopLabel(PanelCanvas &canvas, const TopLabel &label, const TextStyle &style, double x, const QRectF &plot,
                  double stripBottom, const QPen &pen);

} // namespace evenredig
