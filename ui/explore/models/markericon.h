// The marker of a group as an icon for lists: the same shape and colour as in every figure.
#pragma once

#include "ui/charts/originstyle.h"

#include <QIcon>

namespace evenredig {

[[nodiscard]] QIcon markerIcon(const OriginStyle &style);

} // namespace evenredig
