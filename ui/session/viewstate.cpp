#include "ui/session/viewstate.h"

#include "ui/base/text.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype recentLimit = 8;
constexpr qsizetype mostCodes = 300; ///< of figures that can be found again

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

// Under "question" stood, before views, a question alone: a view reads that too.
std::optional<View> storedView(const QString &path)
{
    const std::string json = QSettings().value(viewKey(path, "question"_L1)).toString().toStdString();
    if (json.empty())
        return std::nullopt;
    Result<View> view = View::fromJson(json, path.toStdString());
    return view ? std::optional<View>(std::move(*view)) : std::nullopt;
}

void storeView(const QString &path, const View &view)
{
    QSettings().setValue(viewKey(path, "question"_L1), qstring(view.toJson()));
}

std::vector<View> storedPins(const QString &path)
{
    std::vector<View> views;
    const QStringList texts = QSettings().value(viewKey(path, "pins"_L1)).toStringList();
    for (const QString &text : texts) {
        Result<View> view = View::fromJson(text.toStdString(), path.toStdString());
        if (view)
            views.push_back(std::move(*view));
    }
    return views;
}

void storePins(const QString &path, const std::vector<View> &views)
{
    QStringList texts;
    for (const View &view : views)
        texts.append(qstring(view.toJson()));
    QSettings().setValue(viewKey(path, "pins"_L1), texts);
}

std::optional<View> viewOfCode(const QString &path, const QString &code)
{
    const QVariantMap codes = QSettings().value(viewKey(path, "codes"_L1)).toMap();
    const std::string json = codes.value(code).toString().toStdString();
    Result<View> view = View::fromJson(json, path.toStdString());
    return view ? std::optional<View>(std::move(*view)) : std::nullopt;
}

void noteCode(const QString &path, const QString &code, const View &view)
{
    QSettings settings;
    QVariantMap codes = settings.value(viewKey(path, "codes"_L1)).toMap();
    QStringList order = settings.value(viewKey(path, "codeorder"_L1)).toStringList();
    order.removeAll(code);
    order.append(code);
    codes.insert(code, qstring(view.toJson()));
    while (order.size() > mostCodes)
        codes.remove(order.takeFirst());
    settings.setValue(viewKey(path, "codes"_L1), codes);
    settings.setValue(viewKey(path, "codeorder"_L1), order);
}

} // namespace evenredig
