// A figure as a file: PNG, SVG or PDF at its exact size. Call it in the GUI thread: it draws a scene.
#pragma once

#include "core/base/result.h"
#include "core/figure/figure.h"
#include "core/model/catalogue.h"

#include <QByteArray>
#include <QSizeF>

namespace evenredig {

enum class ExportFormat { Png, Svg, Pdf };

struct ExportSize {
    double widthMm = 160;
    double heightMm = 0; ///< 0: the height that suits the figure
    double dpi = 300;    ///< of PNG
};

/// Faults: OutputHeight when the figure does not fit into the height that was asked, OutputSize when it is out of range
/// (40 to 420 mm wide, at most 600 mm high, 50 to 1200 dpi).
[[nodiscard]] Result<QByteArray> drawFigure(const Figure &figure, const Catalogue &catalogue, ExportFormat format,
                                            const ExportSize &size = {});
/// The size that drawFigure will use, with the default height filled in.
[[nodiscard]] QSizeF exportSizeMm(const Figure &figure, const Catalogue &catalogue, const ExportSize &size);
/// The height under which drawFigure refuses, in whole millimetres.
[[nodiscard]] double leastHeightMm(const Figure &figure, const Catalogue &catalogue, double widthMm);

} // namespace evenredig
