// What the tests of the command line share: running the built program, and fingerprints of files and folders.
#pragma once

#include <QCryptographicHash>
#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QtTest>

namespace evenredig::programtest {

struct Run {
    int exit = -1;
    QByteArray out, err;
};

/// Runs the program as a script on a server would: no display, no platform chosen, a home of its own.
[[nodiscard]] inline Run run(const QStringList &arguments, const QByteArray &input = {}, const QString &folder = {})
{
    static const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "LANG", "LC_ALL", "LC_NUMERIC"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("HOME"), home.path());
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(QStringLiteral(EVENREDIG_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    Run result;
    if (!process.waitForFinished(120000)) {
        process.kill();
        process.waitForFinished();
        result.err = "did not end";
        return result;
    }
    result.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

[[nodiscard]] inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Name, content and time of change of every file below a folder.
[[nodiscard]] inline QStringList stateOf(const QString &folder)
{
    QStringList state;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        state << path.mid(folder.size()) + u' '
                     + QString::fromLatin1(QCryptographicHash::hash(bytesOf(path), QCryptographicHash::Sha256).toHex())
                     + u' ' + QFileInfo(path).lastModified().toString(Qt::ISODateWithMs);
    }
    state.sort();
    return state;
}

[[nodiscard]] inline QJsonObject json(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

/// The one row of an answer with this origin, generation and period; an empty object when there is none or more.
[[nodiscard]] inline QJsonObject rowOf(const QJsonObject &answer, const QString &origin, const QString &generation,
                                       const QString &period)
{
    QJsonObject found;
    int count = 0;
    for (const QJsonValue &value : answer.value(QStringLiteral("rows")).toArray()) {
        const QJsonObject row = value.toObject();
        if (row.value(QStringLiteral("origin")).toString() == origin
            && row.value(QStringLiteral("generation")).toString() == generation
            && row.value(QStringLiteral("period")).toString() == period) {
            found = row;
            ++count;
        }
    }
    return count == 1 ? found : QJsonObject();
}

/// A number of an estimate; NaN when it is null or not there, so that no comparison holds.
[[nodiscard]] inline double numberOf(const QJsonObject &row, const char *estimate, const char *part = "value")
{
    const QJsonValue number = row.value(QStringLiteral("estimates"))
                                  .toObject()
                                  .value(QLatin1String(estimate))
                                  .toObject()
                                  .value(QLatin1String(part));
    return number.isDouble() ? number.toDouble() : qQNaN();
}

} // namespace evenredig::programtest

#define EXPECT_DONE(result)                                                                                            \
    do {                                                                                                               \
        const evenredig::programtest::Run &done = (result);                                                            \
        QVERIFY2(done.err.isEmpty(), done.err.constData());                                                            \
        QCOMPARE(done.exit, 0);                                                                                        \
    } while (false)
