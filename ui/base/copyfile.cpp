#include "ui/base/copyfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace evenredig {

namespace {
constexpr qint64 pieceSize = 1 << 20;
}

Result<void> copyFile(const QString &from, const QString &to, const Progress &progress)
{
    if (QFileInfo::exists(from) && QFileInfo(from).canonicalFilePath() == QFileInfo(to).canonicalFilePath())
        return fail(ErrorCode::FileExists, {{"file", to.toStdString()}});
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable,
                    {{"file", from.toStdString()}, {"reason", source.errorString().toStdString()}});
    QSaveFile target(to);
    const auto unwritable = [&target, &to] {
        return fail(ErrorCode::FileUnwritable,
                    {{"file", to.toStdString()}, {"reason", target.errorString().toStdString()}});
    };
    if (!target.open(QIODevice::WriteOnly))
        return unwritable();
    while (!source.atEnd()) {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled);
        const QByteArray piece = source.read(pieceSize);
        if (piece.isEmpty())
            return fail(ErrorCode::FileUnreadable,
                        {{"file", from.toStdString()}, {"reason", source.errorString().toStdString()}});
        if (target.write(piece) != piece.size())
            return unwritable();
        progress.at(double(source.pos()) / double(source.size()));
    }
    if (!target.commit())
        return unwritable();
    return {};
}

} // namespace evenredig
