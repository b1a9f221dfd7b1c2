// What the program remembers of its files: which were opened last, and what was in view in each.
#pragma once

#include "core/model/view.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace evenredig {

/// Newest first; files that are gone are left out.
[[nodiscard]] QStringList recentFiles();
void noteRecentFile(const QString &path);

/// What was last in view in a workspace.
[[nodiscard]] std::optional<View> storedView(const QString &path);
void storeView(const QString &path, const View &view);
/// The views whose figures were kept beside it.
[[nodiscard]] std::vector<View> storedPins(const QString &path);
void storePins(const QString &path, const std::vector<View> &views);
/// The view of which a figure with that code was shown here last; nothing where it never was.
[[nodiscard]] std::optional<View> viewOfCode(const QString &path, const QString &code);
void noteCode(const QString &path, const QString &code, const View &view);

} // namespace evenredig
