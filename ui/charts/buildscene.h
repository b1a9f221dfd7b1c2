// Figure → scene: one pure function for screen, PNG, SVG and PDF.
#pragma once

#include "core/figure/figure.h"
#include "ui/charts/figurelayout.h"
#include "ui/charts/figurescene.h"
#include "ui/charts/originstyle.h"

#include <memory>

namespace evenredig {

/// Lays a figure out. The scene is never lower than its contents need: where `size` is too low it is higher.
[[nodiscard]] std::unique_ptr<FigureScene> buildScene(const Figure &figure, const OriginStyles &styles, QSizeF size,
                                                      const FigureLayout &layout);
[[nodiscard]] std::unique_ptr<FigureScene> buildScene(const Figure &figure, const Catalogue &catalogue,
                                                      QSizeF sizeInPoints, const FigureLayout &layout);
/// The height at which a figure of that width looks best, in points.
[[nodiscard]] double preferredHeight(const Figure &figure, const OriginStyles &styles, double width,
                                     const FigureLayout &layout);
/// The height under which it does not fit.
[[nodiscard]] double leastHeight(const Figure &figure, const OriginStyles &styles, double width,
                                 const FigureLayout &layout);

} // namespace evenredig
