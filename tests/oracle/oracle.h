// Reads the tables that the oracle programs beside this file write: tab between columns, one header.
#pragma once

#include <QFile>
#include <QStringList>
#include <QTest>

namespace evenredig::oracle {

struct Row {
    QString function, name;
    QStringList arguments;
    QString value, low, high;
    int line = 0;
};

/// The rows of one function; of none when the table cannot be read, which the caller must refuse.
[[nodiscard]] inline QList<Row> rows(const QString &table, const QString &function)
{
    QFile file(QStringLiteral(EVENREDIG_SOURCE_DIR "/tests/oracle/") + table);
    QList<Row> result;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return result;
    int line = 0;
    while (!file.atEnd()) {
        const QStringList fields = QString::fromUtf8(file.readLine()).chopped(1).split(u'\t');
        ++line;
        if (fields.size() == 6 && fields[0] == function)
            result.append({fields[0], fields[1], fields[2].split(u' '), fields[3], fields[4], fields[5], line});
    }
    return result;
}

/// A data row per row of the table, with the whole row as its column "row".
inline void addRows(const QString &table, const QString &function)
{
    QTest::addColumn<Row>("row");
    const QList<Row> all = rows(table, function);
    if (all.isEmpty())
        QFAIL(qPrintable(QStringLiteral("no rows for ") + function + QStringLiteral(" in tests/oracle/") + table));
    for (const Row &row : all)
        QTest::addRow("%s (line %d)", qPrintable(row.name), row.line) << row;
}

} // namespace evenredig::oracle

Q_DECLARE_METATYPE(evenredig::oracle::Row)
