// Where the choices of an import stay that was left before its end: beside the program's own files, on this computer.
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>
#include <string>

namespace evenredig {

struct StoredDraft {
    std::string json; ///< of keptDraft()
    QDateTime kept;
};

/// Of a source, by its place. Nothing when none is kept.
[[nodiscard]] std::optional<StoredDraft> storedDraft(const QString &source);
/// Whole or not at all, for this user only. Of many sources the oldest make way. False: it could not be written.
bool storeDraft(const QString &source, const std::string &json);
void forgetDraft(const QString &source);

} // namespace evenredig
