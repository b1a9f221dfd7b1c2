// A recipe as a file of the user's.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>

class QWidget;

namespace evenredig {

/// What a file dialog shows.
[[nodiscard]] QString recipeFilter();
/// Asks where, and writes; good as well when the user steps back.
[[nodiscard]] Result<void> saveRecipeAs(QWidget *window, const QString &suggested, const std::string &recipe);

} // namespace evenredig
