// A room's test program: the classes of its files register themselves, testroom.cpp runs the one that is named.
#pragma once

#include <QObject>

namespace evenredig::testroom {

/// A test class of this program: its name, and how to make one.
struct TestClass {
    const char *name;
    QObject *(*make)();
};

/// Adds a class to those of the program, before main begins.
class Registration {
public:
    explicit Registration(const TestClass &testClass);
};

} // namespace evenredig::testroom

/// At the end of testperiod.cpp: EVENREDIG_TEST(TestPeriod). The build reads the name of the class from this line.
#define EVENREDIG_TEST(Class)                                                                                          \
    static const evenredig::testroom::Registration registration##Class(                                                \
        {#Class, []() -> QObject * { return new Class; }});
