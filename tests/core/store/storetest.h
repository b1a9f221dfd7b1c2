// What the tests of store and import share: a scratch folder, fingerprints, a data set made up for the test,
// and small file systems that are full or read-only.
#pragma once

#include "core/base/file.h"
#include "core/store/workspace.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#ifdef __linux__
#include <sched.h>
#include <sys/mount.h>
#endif

namespace evenredig::storetest {

/// Says what went wrong when a call that must succeed does not.
template<class T>
[[nodiscard]] inline std::string wrongOf(const Result<T> &result)
{
    if (result)
        return {};
    std::string text(errorName(result.error().code));
    for (const auto &entry : result.error().context)
        text += "; " + entry.first + "=" + entry.second;
    return text;
}

[[nodiscard]] inline std::string contextOf(const Error &error, const std::string &name)
{
    for (const auto &entry : error.context) {
        if (entry.first == name)
            return entry.second;
    }
    return "(none)";
}

[[nodiscard]] inline std::string sha256OfFile(const std::string &path)
{
    const Result<std::string> bytes = readFile(path, 1u << 30);
    return bytes ? sha256(*bytes) : "unreadable";
}

/// The names in a folder, joined: shows a journal or a half-written file that was left behind.
[[nodiscard]] inline QString filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name).join(QLatin1Char(' '));
}

[[nodiscard]] inline PublishedFigure figure(const std::string &origin, const std::string &period,
                                            std::optional<double> value)
{
    PublishedFigure one;
    one.indicator = "population.size";
    one.origin = origin;
    one.generation = "total";
    one.period = *Period::parse(period);
    one.classification = "migratieachtergrond-2016";
    one.universe = {"inwoners", "residents"};
    one.where = "[]";
    one.value = value;
    if (!value)
        one.absence = Missing::Unknown;
    one.half = 0.5;
    return one;
}

/// A data set whose accounts are right.
[[nodiscard]] inline ImportedDataset dataset(const std::string &id, long figures = 3)
{
    ImportedDataset set;
    set.info.id = id;
    set.info.title = {"Proef", "Trial"};
    set.info.source = {"bron", "source"};
    set.info.classification = "migratieachtergrond-2016";
    set.info.sha256 = sha256(id);
    set.info.importedAt = "2024-01-01T00:00:00Z";
    set.recipe = "{}";
    for (long i = 0; i < figures; ++i) {
        PublishedFigure one = figure("turkish", std::to_string(2000 + i % 100), double(i) + 0.25);
        one.where = std::string("[").append(std::to_string(i / 100)).append("]");
        one.line = i + 2;
        set.figures.push_back(one);
    }
    set.counts = {figures + 1, figures, 1, 0};
    LedgerEntry entry;
    entry.source = "proef.csv";
    entry.line = 9;
    entry.reason = "field_count";
    set.ledger.push_back(entry);
    set.sources.push_back({"proef.csv", set.info.sha256, 100, set.counts});
    return set;
}

/// A small file system in memory, mounted in this process's own name space; unmounted at the end.
class SmallDisk {
public:
    SmallDisk(const QString &folder, const char *options) : m_folder(folder.toStdString())
    {
        QDir().mkpath(folder);
#ifdef __linux__
        static const bool separate = unshare(CLONE_NEWNS) == 0
                                     && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        m_mounted = separate && mount("tmpfs", m_folder.c_str(), "tmpfs", 0, options) == 0;
#else
        static_cast<void>(options);
#endif
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    ~SmallDisk()
    {
#ifdef __linux__
        if (m_mounted)
            umount2(m_folder.c_str(), MNT_DETACH);
#endif
    }
    [[nodiscard]] bool mounted() const
    {
        return m_mounted;
    }
    [[nodiscard]] bool makeReadOnly()
    {
#ifdef __linux__
        return m_mounted && mount(nullptr, m_folder.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
#else
        return false;
#endif
    }

private:
    std::string m_folder;
    bool m_mounted = false;
};

/// "line reason column value".
inline QString ledgerLine(const LedgerEntry &entry)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(entry.line)
        .arg(QString::fromStdString(entry.reason), QString::fromStdString(entry.column),
             QString::fromStdString(entry.value))
        .trimmed();
}

} // namespace evenredig::storetest

#define EXPECT_GOOD(result) QVERIFY2((result).has_value(), evenredig::storetest::wrongOf(result).c_str())
#define EXPECT_FAULT(result, expected)                                                                                 \
    do {                                                                                                               \
        QVERIFY(!(result).has_value());                                                                                \
        QCOMPARE(QString::fromStdString(std::string(evenredig::errorName((result).error().code))),                     \
                 QString::fromStdString(std::string(evenredig::errorName(expected))));                                 \
    } while (false)
