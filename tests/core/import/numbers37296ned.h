// What must come out of the real StatLine table 37296ned: README.md beside the data, "Numbers that must come out".
#pragma once

#include <QtTest>

namespace evenredig::importtest {

inline const QString source37296ned = QStringLiteral(EVENREDIG_SHARED_DATA
                                                     "/statline/37296ned/37296ned_UntypedDataSet_26032024_091942.csv");
inline const QList<int> years37296ned{1996, 2010, 2020, 2022};

/// Rows with the columns "origin", "generation" and "people", of the years above.
inline void rowsOf37296ned()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QList<int>>("people");
    const auto row = [](const char *origin, const char *generation, const QList<int> &people) {
        QTest::addRow("%s, %s", origin, generation)
            << QString::fromLatin1(origin) << QString::fromLatin1(generation) << people;
    };
    row("moroccan", "total", {225088, 349005, 408864, 419272});
    row("moroccan", "first", {140572, 167305, 172040, 173279});
    row("turkish", "total", {271514, 383957, 416864, 429978});
    row("surinamese", "total", {280615, 342279, 356402, 359814});
    row("dutch_caribbean", "total", {86824, 138420, 166265, 176912});
    row("none_background", "total", {12995174, 13215386, 13186880, 13151772});
}

} // namespace evenredig::importtest
