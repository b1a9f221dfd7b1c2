#include "ui/import/session/draftstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDrafts = 50;

QDir folder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts"_s);
}

// The name of a source may say whom it is about: it is not written down.
QString pathOf(const QString &source)
{
    const QByteArray place = QFileInfo(source).absoluteFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(32);
    return folder().filePath(QString::fromLatin1(hash) + u".json"_s);
}

void removeOldest()
{
    const QStringList names = folder().entryList({u"*.json"_s}, QDir::Files, QDir::Time);
    for (const QString &name : names.mid(mostDrafts))
        folder().remove(name);
}

} // namespace

std::optional<StoredDraft> storedDraft(const QString &source)
{
    QFile file(pathOf(source));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return StoredDraft{file.readAll().toStdString(), QFileInfo(file).lastModified()};
}

bool storeDraft(const QString &source, const std::string &json)
{
    if (!QDir().mkpath(folder().path()))
        return false;
    QSaveFile file(pathOf(source));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(json.data(), qint64(json.size())) != qint64(json.size()) || !file.commit())
        return false;
    removeOldest();
    return true;
}

void forgetDraft(const QString &source)
{
    QFile::remove(pathOf(source));
}

} // namespace evenredig
