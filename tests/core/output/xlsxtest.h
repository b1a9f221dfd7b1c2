// What the tests of workbooks share: one read by another program (readxlsx.py).
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <optional>
#include <string>

namespace evenredig::outputtest {

using SheetRows = QList<QList<QJsonObject>>;

struct ReadBook {
    QJsonObject whole;

    [[nodiscard]] SheetRows rows(int sheet) const
    {
        SheetRows rows;
        for (const QJsonValue &row : part(sheet).value(QStringLiteral("cells")).toArray()) {
            rows.append(QList<QJsonObject>());
            for (const QJsonValue &cell : row.toArray())
                rows.last().append(cell.toObject());
        }
        return rows;
    }
    [[nodiscard]] QJsonObject part(int sheet) const
    {
        return whole.value(QStringLiteral("sheets")).toArray().at(sheet).toObject();
    }
    [[nodiscard]] QString property(const char *name) const { return whole.value(QLatin1String(name)).toString(); }
};

/// Nothing where there is no openpyxl. /usr/bin first: the system's package belongs to the system's own Python.
[[nodiscard]] inline std::optional<ReadBook> readBook(const QString &file)
{
    for (const char *python : {"/usr/bin/python3", "python3"}) {
        QProcess process;
        process.start(QLatin1String(python),
                      {QStringLiteral(EVENREDIG_SOURCE_DIR "/tests/core/output/readxlsx.py"), file});
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() == 77)
            continue;
        if (process.exitCode() != 0)
            qWarning("%s", process.readAllStandardError().constData());
        return ReadBook{QJsonDocument::fromJson(process.readAllStandardOutput()).object()};
    }
    return std::nullopt;
}

[[nodiscard]] inline std::optional<ReadBook> readBook(const std::string &bytes)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("book.xlsx")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
        return ReadBook{};
    file.close();
    return readBook(file.fileName());
}

[[nodiscard]] inline QString textOf(const QJsonObject &cell)
{
    return cell.value(QStringLiteral("value")).toString();
}
[[nodiscard]] inline bool isNumber(const QJsonObject &cell)
{
    return cell.value(QStringLiteral("type")).toString() == QStringLiteral("number");
}
[[nodiscard]] inline double numberOf(const QJsonObject &cell)
{
    return isNumber(cell) ? cell.value(QStringLiteral("value")).toDouble() : qQNaN();
}

} // namespace evenredig::outputtest

#define EXPECT_BOOK(book)                                                                                              \
    if (!(book))                                                                                                       \
    QSKIP("python3 with openpyxl is not there: no other program can read the workbook")
