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
QString viewKey(const QString &path, QLatin1StringView what)
{
    const QByteArray name = QFileInfo(path).absoluteFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(16);
    return u"views/"_s + QString::fromLatin1(hash) + u'/' + what;
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
    const std::string json = QSettings().value(viewKey(path, "question"_L1)).toString().toStdString();
    if (json.empty())
        return std::nullopt;
    Result<Question> question = Question::fromJson(json, path.toStdString());
    return question ? std::optional<Question>(std::move(*question)) : std::nullopt;
}

void storeQuestion(const QString &path, const Question &question)
{
    QSettings().setValue(viewKey(path, "question"_L1), qstring(question.toJson(false)));
}

std::vector<Question> storedPins(const QString &path)
{
    std::vector<Question> questions;
    const QStringList texts = QSettings().value(viewKey(path, "pins"_L1)).toStringList();
    for (const QString &text : texts) {
        Result<Question> question = Question::fromJson(text.toStdString(), path.toStdString());
        if (question)
            questions.push_back(std::move(*question));
    }
    return questions;
}

void storePins(const QString &path, const std::vector<Question> &questions)
{
    QStringList texts;
    for (const Question &question : questions)
        texts.append(qstring(question.toJson(false)));
    QSettings().setValue(viewKey(path, "pins"_L1), texts);
}

} // namespace evenredig
