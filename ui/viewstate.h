// What the program remembers of its files: which were opened last, and what was in view in each.
#pragma once

#include "core/model/question.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace evenredig {

/// Newest first; files that are gone are left out.
[[nodiscard]] QStringList recentFiles();
void noteRecentFile(const QString &path);

/// The question that was last in view in a workspace.
[[nodiscard]] std::optional<Question> storedQuestion(const QString &path);
void storeQuestion(const QString &path, const Question &question);
/// The questions whose figures were kept beside it.
[[nodiscard]] std::vector<Question> storedPins(const QString &path);
void storePins(const QString &path, const std::vector<Question> &questions);

} // namespace evenredig
