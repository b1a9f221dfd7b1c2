// The typeface of figures: Inter, compiled into the program with its licence.
#pragma once

#include "ui/charts/textstyle.h"

#include <QFont>

namespace evenredig {

/// The font at ten times its size in points, as whole pixels, without hinting: its widths are the same on
/// screen and paper. The first call registers the compiled-in files.
[[nodiscard]] QFont figureFont(const TextStyle &style);
/// Inter as resources/fonts/prepare makes it, or the family that stands in when the program was built without it.
[[nodiscard]] QString figureFontFamily(Digits digits = Digits::Proportional);

} // namespace evenredig
