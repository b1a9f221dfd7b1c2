#include "ui/explore/models/search.h"

#include <QStringList>

#include <algorithm>

namespace evenredig {

namespace {

enum Rank { None = 0, Around = 1, InName = 2, WordStart = 3, NameStart = 4 };

Rank wordRank(const QString &word, const QString &name, const QString &around)
{
    if (name.startsWith(word))
        return NameStart;
    for (qsizetype at = name.indexOf(word); at > 0; at = name.indexOf(word, at + 1))
        if (!name.at(at - 1).isLetterOrNumber())
            return WordStart;
    if (name.contains(word))
        return InName;
    return around.contains(word) ? Around : None;
}

} // namespace

QString foldedText(const QString &text)
{
    QString result;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    for (const QChar &character : decomposed)
        if (character.category() != QChar::Mark_NonSpacing)
            result.append(character.toLower());
    return result;
}

int matchRank(const QString &needle, const QString &name, const QString &around)
{
    const QStringList words = needle.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return None;
    const QString foldedName = foldedText(name);
    const QString foldedAround = foldedText(around);
    int rank = NameStart;
    for (const QString &word : words)
        rank = std::min(rank, int(wordRank(word, foldedName, foldedAround)));
    return rank;
}

} // namespace evenredig
