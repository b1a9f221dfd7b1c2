// Finding by words: what matches best comes first.
#pragma once

#include <QString>

namespace evenredig {

/// Lower case, without accents: "Somalië" is found as "somalie".
[[nodiscard]] QString foldedText(const QString &text);
/// How well `needle` (folded) fits a name, or else the words around it: 0 is not at all, higher is better.
/// Every word of the needle must occur.
[[nodiscard]] int matchRank(const QString &needle, const QString &name, const QString &around);

} // namespace evenredig
