// main of every room's test program: <program> [CLASS [case…]] [options of Qt Test]; all its classes when none is named.
#include "testroom.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>
#include <vector>

namespace evenredig::testroom {

namespace {

/// Those of the program, whatever order its files are initialised in.
std::vector<TestClass> &testClasses()
{
    static std::vector<TestClass> all;
    return all;
}

int run(const TestClass &testClass, int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true); // what a user keeps is not touched
    // Settings, temporary folders and window titles are named after it, as if the class were a program of its own.
    QCoreApplication::setApplicationName(QString::fromLatin1(testClass.name).toLower());
    const std::unique_ptr<QObject> test(testClass.make());
    return QTest::qExec(test.get(), argc, argv);
}

/// Each in a process of its own, as ctest does, so that neither a crash nor what a class leaves behind reaches another.
int runAll()
{
    int failed = 0;
    for (const TestClass &testClass : testClasses()) {
        QStringList arguments = QCoreApplication::arguments();
        arguments[0] = QString::fromLatin1(testClass.name);
        failed += QProcess::execute(QCoreApplication::applicationFilePath(), arguments) == 0 ? 0 : 1;
    }
    return std::min(failed, 127);
}

int unknown(const char *name)
{
    std::fprintf(stderr, "no test class %s here; there are:\n", name);
    for (const TestClass &testClass : testClasses())
        std::fprintf(stderr, "    %s\n", testClass.name);
    return 1;
}

int runRoom(int argc, char **argv)
{
    if (argc < 2 || argv[1][0] == '-')
        return runAll();
    for (const TestClass &testClass : testClasses()) {
        if (std::string_view(argv[1]) == testClass.name) {
            argv[1] = argv[0];
            return run(testClass, argc - 1, argv + 1);
        }
    }
    return unknown(argv[1]);
}

} // namespace

Registration::Registration(const TestClass &testClass)
{
    const auto later = [&testClass](const TestClass &other) {
        return std::string_view(testClass.name) < std::string_view(other.name);
    };
    std::vector<TestClass> &all = testClasses();
    all.insert(std::find_if(all.begin(), all.end(), later), testClass);
}

} // namespace evenredig::testroom

int main(int argc, char **argv)
{
#ifdef QT_WIDGETS_LIB
    const QApplication application(argc, argv);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
#else
    const QCoreApplication application(argc, argv);
#endif
    return evenredig::testroom::runRoom(argc, argv);
}
