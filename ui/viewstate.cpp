#include "ui/viewstate.h"

#include "ui/text.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype recentLimit = 8;

// A hash, because a path may hold characters that a settings key may not.
QString questionKey(const QString &path)
{
    const QByteArray name = QFileInfo(path).absoluteFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(16);
    return u"views/"_s + QString::fromLatin1(hash) + u"/question"_s;
}

} // namespace

QStringList recentFiles()
{
    QStringList files = QSettings().value(u"files/recent"_s).toStringList();
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    return files;
}

void noteRecentFile(const QString &path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(file);
    files.prepend(file);
    QSettings().setValue(u"files/recent"_s, files.mid(0, recentLimit));
}

std::optional<Question> storedQuestion(const QString &path)
{
    const std::string json = QSettings().value(questionKey(path)).toString().toStdString();
    if (json.empty())
        return std::nullopt;
    Result<Question> question = Question::fromJson(json, path.toStdString());
    return question ? std::optional<Question>(std::move(*question)) : std::nullopt;
}

void storeQuestion(const QString &path, const Question &question)
{
    QSettings().setValue(questionKey(path), qstring(question.toJson(false)));
}

} // namespace evenredig
