#include "core/base/text.h"

#include "core/base/path.h"
#include "core/base/threads.h"
#include "testroom.h"

#include <QTest>

#include <set>

using namespace evenredig;

class TestText : public QObject {
    Q_OBJECT

private slots:
    void digits()
    {
        QVERIFY(isDigit('0') && isDigit('9') && !isDigit('/') && !isDigit(':') && !isDigit('\xB2'));
        QVERIFY(allDigits("2024") && allDigits("") && !allDigits("20.4"));
        QVERIFY(isLetter('a') && isLetter('Z') && isLetter('\xC3') && !isLetter('1') && !isLetter('_'));
    }

    void ungroups_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << "1250"
                               << "1250";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("groups") << "1.250.000"
                                << "1250000";
        QTest::newRow("groups of two") << "1.25"
                                       << "none";
        QTest::newRow("first too long") << "1250.000"
                                        << "none";
        QTest::newRow("mark in front") << ".250"
                                       << "none";
        QTest::newRow("mark behind") << "250."
                                     << "none";
        QTest::newRow("letter") << "1.25o"
                                << "none";
    }
    void ungroups()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(ungrouped(text.toStdString(), ".").value_or("none")), expected);
        QCOMPARE(ungrouped("1.250", "").has_value(), false);
    }

    void countsCharacters()
    {
        QCOMPARE(characterCount(""), std::size_t(0));
        QCOMPARE(characterCount("één"), std::size_t(3));
        QCOMPARE(characterCount("−1 €"), std::size_t(4));
    }

    void cutsBetweenCharacters()
    {
        QCOMPARE(shortened("één", 5), std::string("één"));
        QCOMPARE(shortened("één", 4), std::string("éé…"));
        QCOMPARE(shortened("één", 3), std::string("é…"));
        QCOMPARE(shortened("één", 1), std::string("…"));
    }

    void joins()
    {
        const std::vector<std::string> words{"", "a", "b"};
        QCOMPARE(joined(words), std::string(", a, b"));
        QCOMPARE(joined(words, "; "), std::string("; a; b"));
        QCOMPARE(joined(std::set<std::string>{}), std::string());
        QCOMPARE(joined(std::vector<int>{1, 2}, [](int number) { return std::to_string(number); }),
                 std::string("1, 2"));
        QCOMPARE(joinedFirst({"a", "b"}, 2), std::string("a, b"));
        QCOMPARE(joinedFirst({"a", "b", "c"}, 2), std::string("a, b, …"));
    }

    void lists()
    {
        std::vector<std::string> list;
        addOnce(list, "a");
        addOnce(list, std::string("a"));
        QCOMPARE(list.size(), std::size_t(1));
        QVERIFY(contains(list, "a") && !contains(list, std::string_view("b")));
    }

    void paths()
    {
        QCOMPARE(pathText(filePath("één/twee.csv").filename()), std::string("twee.csv"));
        QCOMPARE(folderOf("één/twee.csv"), std::string("één"));
        QCOMPARE(folderOf("twee.csv"), std::string("."));
    }

    void threads()
    {
        QCOMPARE(threadCount(1), 1);
        QVERIFY(threadCount(64) >= 1);
    }
};

EVENREDIG_TEST(TestText)
#include "testtext.moc"
