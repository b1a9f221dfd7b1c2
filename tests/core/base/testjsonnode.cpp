// Strict JSON: what is not known, not right or not there is refused with file, place and expectation.
#include "core/base/file.h"
#include "core/base/jsonnode.h"
#include "testroom.h"
#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#ifdef __linux__
#include <sys/mman.h>
#endif

using namespace evenredig;

Q_DECLARE_METATYPE(std::function<void(const JsonNode &)>)

namespace {

using Reader = std::function<void(const JsonNode &)>;

std::string contextOf(const Error &error, const std::string &name)
{
    for (const auto &entry : error.context) {
        if (entry.first == name)
            return entry.second;
    }
    return "(none)";
}

// {"a": {"a": … }} or [[ … ]] with `depth` levels.
std::string nested(int depth, char open)
{
    std::string text;
    for (int i = 0; i < depth; ++i)
        text += open == '[' ? "[" : i + 1 < depth ? "{\"a\":" : "{";
    for (int i = 0; i < depth; ++i)
        text += open == '[' ? "]" : "}";
    return text;
}

void readWholeThing(const JsonNode &root)
{
    root.allow({"name", "count", "share", "flag", "list", "label", "word"});
    static_cast<void>(root["name"].string());
    static_cast<void>(root["count"].integer(0));
    static_cast<void>(root["share"].optionalNumber());
    static_cast<void>(root["flag"].boolean(false));
    static_cast<void>(root["list"].strings());
    static_cast<void>(root["label"].localText());
    static_cast<void>(root["word"].oneOf({"one", "two"}, 0));
}

} // namespace

class TestJsonNode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesComeOut();
    void absentAndNullAreEmpty();
    void textsThatDoNotParse_data();
    void textsThatDoNotParse();
    void reasonsOfSyntaxFaults_data();
    void reasonsOfSyntaxFaults();
    void placeOfSyntaxFaults_data();
    void placeOfSyntaxFaults();
    void depth_data();
    void depth();
    void sizeLimitComesBeforeReading();
    void fileOverTheLimit();
    void byteOrderMark();
    void refusals_data();
    void refusals();
    void firstFaultIsKept();
    void unknownKeysBeginningWithX();
    void formatIsExpected_data();
    void formatIsExpected();
    void nearestWords_data();
    void nearestWords();
    void longNamesAreNearNothing();
    void membersKeepTheirPlace();
    void movedDocumentStaysWhole();
    void readingFiles();
};

void TestJsonNode::valuesComeOut()
{
    const auto document = JsonDocument::parse(R"({"name": "Curaçao", "count": -7, "share": 0.059, "flag": true,
        "list": ["a", "b"], "label": {"nl": "ja", "en": "yes"}, "word": "two"})",
                                              "f.json");
    QVERIFY(document);
    const JsonNode root = document->root();
    QCOMPARE(root["name"].string(), std::string("Curaçao"));
    QCOMPARE(root["count"].integer(0), -7);
    QCOMPARE(root["share"].number(), 0.059);
    QCOMPARE(root["flag"].boolean(false), true);
    QCOMPARE(root["list"].strings(), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(root["label"].localText(), (LocalText{"ja", "yes"}));
    QCOMPARE(root["word"].oneOf({"one", "two"}, 0), 1);
    QCOMPARE(root["list"].dump(), std::string(R"(["a","b"])"));
    QVERIFY(!document->error());
}

void TestJsonNode::absentAndNullAreEmpty()
{
    const auto document = JsonDocument::parse(R"({"nothing": null})", "f.json");
    QVERIFY(document);
    for (const char *key : {"nothing", "gone"}) {
        const JsonNode node = document->root()[key];
        QVERIFY(!node.exists());
        QCOMPARE(node.isNull(), std::string(key) == "nothing");
        QCOMPARE(node.string("otherwise"), std::string("otherwise"));
        QCOMPARE(node.integer(3), 3);
        QCOMPARE(node.boolean(true), true);
        QVERIFY(!node.optionalNumber());
        QVERIFY(node.items().empty());
        QVERIFY(node.strings().empty());
        QVERIFY(node.members().empty());
        QCOMPARE(node.localText(), LocalText{});
        QCOMPARE(node.dump(), std::string("null"));
        QVERIFY(!node["below"]["it"].exists()); // a place below nothing is nothing
    }
    QVERIFY(!document->error());
}

void TestJsonNode::textsThatDoNotParse_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    const int syntax = int(ErrorCode::JsonSyntax);
    QTest::newRow("nothing") << QByteArray("") << syntax;
    QTest::newRow("blanks") << QByteArray(" \n\t ") << syntax;
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << syntax;
    QTest::newRow("truncated object") << QByteArray(R"({"a": 1)") << syntax;
    QTest::newRow("truncated text") << QByteArray(R"({"a": "b)") << syntax;
    QTest::newRow("truncated number") << QByteArray(R"([-)") << syntax;
    QTest::newRow("two documents") << QByteArray("{} {}") << syntax;
    QTest::newRow("trailing comma") << QByteArray("[1,]") << syntax;
    QTest::newRow("single quotes") << QByteArray("{'a': 1}") << syntax;
    QTest::newRow("comment") << QByteArray("{} // x") << syntax;
    QTest::newRow("not a number") << QByteArray("[NaN]") << syntax;
    QTest::newRow("number out of range") << QByteArray("[1e999]") << syntax;
    QTest::newRow("broken UTF-8") << QByteArray("[\"\xFF\"]") << syntax;
    QTest::newRow("lone surrogate") << QByteArray(R"(["\ud800"])") << syntax;
    QTest::newRow("zero byte at the end") << QByteArray("{\"a\": 1}\0", 9) << syntax;
    QTest::newRow("zero byte and more") << QByteArray("{\"a\": 1}\0{\"a\": 2}", 17) << syntax;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << syntax;
    QTest::newRow("duplicate") << QByteArray(R"({"a": 1, "a": 2})") << int(ErrorCode::JsonDuplicateKey);
    QTest::newRow("duplicate below") << QByteArray(R"([{"b": {"c": 1, "d": 0, "c": 1}}])")
                                     << int(ErrorCode::JsonDuplicateKey);
    QTest::newRow("duplicate by escape") << QByteArray(R"({"a": 1, "\u0061": 2})") << int(ErrorCode::JsonDuplicateKey);
}

void TestJsonNode::textsThatDoNotParse()
{
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    const auto document = JsonDocument::parse(std::string_view(json.constData(), std::size_t(json.size())), "f.json");
    QVERIFY(!document);
    QCOMPARE(int(document.error().code), code);
    QCOMPARE(contextOf(document.error(), "file"), std::string("f.json"));
    for (const Language language : {Language::Dutch, Language::English}) {
        const QString sentence = QString::fromStdString(message(document.error(), language));
        QVERIFY2(!sentence.contains(u'\n'), qPrintable(sentence));
        for (const char *unfilled : {"{file}", "{line}", "{column}", "{reason}", "{key}", "{limit}"})
            QVERIFY2(!sentence.contains(QLatin1String(unfilled)), qPrintable(sentence));
        for (const char *parser :
             {"syntax error", "json.exception", "literal", "last read", "json_"}) // it speaks to us
            QVERIFY2(!sentence.contains(QLatin1String(parser)), qPrintable(sentence));
    }
}

void TestJsonNode::reasonsOfSyntaxFaults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &json, const char *reason) {
        QTest::newRow(name) << json << QString::fromLatin1(reason);
    };
    row("nothing", "", "json_end");
    row("truncated object", R"({"a": 1)", "json_end");
    row("truncated text", R"({"a": "b)", "json_end");
    row("truncated number", "[-)", "json_number");
    row("number out of range", "[1e999]", "json_number");
    row("two documents", "{} {}", "json_more");
    row("trailing comma", "[1,]", "json_other");
    row("word", "[NaN]", "json_other");
    row("single quotes", "{'a': 1}", "json_key");
    row("key without quotes", "{a: 1}", "json_key");
    row("broken UTF-8", "[\"\xFF\"]", "json_utf8");
    row("lone surrogate", R"(["\ud800"])", "json_string");
    row("line end in a text", "[\"a\nb\"]", "json_string");
    row("zero byte", QByteArray("[1]\0", 4), "json_zero");
}

void TestJsonNode::reasonsOfSyntaxFaults()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, reason);
    const auto document = JsonDocument::parse(std::string_view(json.constData(), std::size_t(json.size())), "f.json");
    QVERIFY(!document);
    QCOMPARE(QString::fromStdString(contextOf(document.error(), "reason")), reason);
    const QString dutch = QString::fromStdString(message(document.error(), Language::Dutch));
    QVERIFY2(!dutch.contains(reason), qPrintable(dutch));
}

void TestJsonNode::placeOfSyntaxFaults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("column");
    QTest::newRow("first character") << QByteArray("x") << "1"
                                     << "1";
    QTest::newRow("third line") << QByteArray("{\n \"a\": 1,\n \"b\": }\n") << "3"
                                << "7";
    QTest::newRow("after a mark") << QByteArray("\xEF\xBB\xBF{x}") << "1"
                                  << "2";
    QTest::newRow("CRLF") << QByteArray("{\r\n\"a\": x}") << "2"
                          << "6";
    QTest::newRow("columns are characters") << QByteArray("[\"Cura\xC3\xA7"
                                                          "ao\", x]")
                                            << "1"
                                            << "13";
    QTest::newRow("zero byte") << QByteArray("[1,\n2\0]", 7) << "2"
                               << "2";
    QTest::newRow("end of the text") << QByteArray("{\n\"a\": 1") << "2"
                                     << "7";
}

void TestJsonNode::placeOfSyntaxFaults()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, line);
    QFETCH(QString, column);
    const auto document = JsonDocument::parse(std::string_view(json.constData(), std::size_t(json.size())), "f.json");
    QVERIFY(!document);
    QCOMPARE(QString::fromStdString(contextOf(document.error(), "line")), line);
    QCOMPARE(QString::fromStdString(contextOf(document.error(), "column")), column);
    QVERIFY(!contextOf(document.error(), "reason").empty());
}

void TestJsonNode::depth_data()
{
    QTest::addColumn<int>("levels");
    QTest::addColumn<bool>("good");
    QTest::newRow("64") << 64 << true;
    QTest::newRow("65") << 65 << false;
    QTest::newRow("a million") << 1000000 << false;
}

void TestJsonNode::depth()
{
    QFETCH(int, levels);
    QFETCH(bool, good);
    for (const char open : {'[', '{'}) {
        const auto document = JsonDocument::parse(nested(levels, open), "f.json");
        QCOMPARE(bool(document), good);
        if (!good) {
            QCOMPARE(int(document.error().code), int(ErrorCode::JsonTooDeep));
            QCOMPARE(contextOf(document.error(), "limit"), std::string("64"));
        }
    }
}

// The size is looked at first: these 64 MB + 1 may not even be read.
void TestJsonNode::sizeLimitComesBeforeReading()
{
#ifdef __linux__
    constexpr std::size_t size = (64u << 20) + 1;
    void *unreadable = mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    QVERIFY(unreadable != MAP_FAILED);
    const auto document = JsonDocument::parse({static_cast<const char *>(unreadable), size}, "f.json");
    munmap(unreadable, size);
    QVERIFY(!document);
    QCOMPARE(int(document.error().code), int(ErrorCode::FileTooLarge));
    QCOMPARE(contextOf(document.error(), "limit"), std::string("64 MB"));
#else
    QSKIP("needs memory that may not be read, which this test only knows how to make on Linux");
#endif
}

void TestJsonNode::fileOverTheLimit()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("large.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize((64 << 20) + 1)); // sparse: no such space is taken
    file.close();
    const auto document = JsonDocument::read(file.fileName().toStdString());
    QVERIFY(!document);
    QCOMPARE(int(document.error().code), int(ErrorCode::FileTooLarge));
    QCOMPARE(contextOf(document.error(), "file"), file.fileName().toStdString());
}

void TestJsonNode::byteOrderMark()
{
    const auto document = JsonDocument::parse("\xEF\xBB\xBF{\"a\": 1}", "f.json");
    QVERIFY(document);
    QCOMPARE(document->root()["a"].integer(0), 1);
    QVERIFY(!JsonDocument::parse(std::string("\xFF\xFE{\0}\0", 6), "f.json")); // UTF-16
}

void TestJsonNode::refusals_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<Reader>("reader");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *json, const Reader &reader, int code, const char *key,
                        const char *pointer,
                        const char *told) { QTest::newRow(name) << json << reader << code << key << pointer << told; };
    const Reader whole = readWholeThing;
    const int type = int(ErrorCode::JsonWrongType), value = int(ErrorCode::JsonWrongValue);
    const int unknown = int(ErrorCode::JsonUnknownKey), missing = int(ErrorCode::JsonMissingKey);
    row("unknown key", R"({"nmae": "a"})", whole, unknown, "nearest", "/nmae", "name");
    row("unknown key, nothing near", R"({"qqqqqqqqqqqq": 1})", whole, unknown, "known", "/qqqqqqqqqqqq",
        "name, count, share, flag, list, label, word");
    row("case counts", R"({"Name": "a"})", whole, unknown, "nearest", "/Name", "name");
    row("unknown language", R"({"label": {"nl": "a", "de": "b"}})", whole, unknown, "key", "/label/de", "de");
    row("key with slash and tilde", R"({"a/b~c": 1})", whole, unknown, "key", "/a~1b~0c", "a/b~c");
    row("no object", "[1]", whole, type, "expected", "/", "object");
    row("null for an object", "null", whole, type, "expected", "/", "object");
    row("number for a text", R"({"name": 5})", whole, type, "expected", "/name", "text");
    row("text for a number", R"({"share": "0.1"})", whole, type, "expected", "/share", "number");
    row("fraction for a whole number", R"({"count": 1.5})", whole, type, "expected", "/count", "whole_number");
    row("too large a whole number", R"({"count": 2147483648})", whole, type, "expected", "/count", "whole_number");
    row("text for yes or no", R"({"flag": "true"})", whole, type, "expected", "/flag", "truth");
    row("text for a list", R"({"list": "a"})", whole, type, "expected", "/list", "list");
    row("number in a list of texts", R"({"list": ["a", 2]})", whole, type, "expected", "/list/1", "text");
    row("text for two languages", R"({"label": "a"})", whole, type, "expected", "/label", "object");
    row("word not in the list", R"({"word": "three"})", whole, value, "expected", "/word", "one, two");
    row("the wrong value is quoted", R"({"word": "three"})", whole, value, "value", "/word", "\"three\"");
    row("required", "{}", Reader([](const JsonNode &root) { static_cast<void>(root.require("a")); }), missing, "key",
        "/", "a");
    row("required, null", R"({"o": {"a": null}})",
        Reader([](const JsonNode &root) { static_cast<void>(root["o"].require("a")); }), missing, "key", "/o", "a");
    row("pointer below odd keys", R"({"~/": [{}, {"/": {"z": 1}}]})",
        Reader([](const JsonNode &root) { root["~/"].items()[1]["/"].allow({"y"}); }), unknown, "key", "/~0~1/1/~1/z",
        "z");
}

void TestJsonNode::refusals()
{
    QFETCH(QString, json);
    QFETCH(Reader, reader);
    QFETCH(int, code);
    QFETCH(QString, name);
    QFETCH(QString, pointer);
    QFETCH(QString, told);
    const auto document = JsonDocument::parse(json.toStdString(), "f.json");
    QVERIFY(document);
    reader(document->root());
    QVERIFY(document->error());
    QCOMPARE(int(document->error()->code), code);
    QCOMPARE(QString::fromStdString(contextOf(*document->error(), "pointer")), pointer);
    QCOMPARE(QString::fromStdString(contextOf(*document->error(), name.toStdString())), told);
    QCOMPARE(contextOf(*document->error(), "file"), std::string("f.json"));
}

void TestJsonNode::firstFaultIsKept()
{
    const auto document = JsonDocument::parse(R"({"name": 1, "count": "x"})", "f.json");
    QVERIFY(document);
    QCOMPARE(document->root()["count"].integer(9), 9);
    QVERIFY(document->root()["name"].string().empty());
    QCOMPARE(contextOf(*document->error(), "pointer"), std::string("/count"));
}

void TestJsonNode::unknownKeysBeginningWithX()
{
    const auto document = JsonDocument::parse(R"({"x_note": {"anything": [1]}, "name": "a"})", "f.json");
    QVERIFY(document);
    readWholeThing(document->root());
    QVERIFY(!document->error());
    const auto almost = JsonDocument::parse(R"({"xnote": 1})", "f.json");
    QVERIFY(almost);
    readWholeThing(almost->root());
    QVERIFY(almost->error());
}

void TestJsonNode::formatIsExpected_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("found");
    QTest::newRow("right") << R"({"evenredig": "question/1"})"
                           << "";
    QTest::newRow("absent") << "{}"
                            << "–";
    QTest::newRow("newer") << R"({"evenredig": "question/2"})"
                           << "question/2";
    QTest::newRow("another") << R"({"evenredig": "recipe/1"})"
                             << "recipe/1";
    QTest::newRow("a number") << R"({"evenredig": 1})"
                              << "–";
    QTest::newRow("not an object") << "[]"
                                   << "–";
}

void TestJsonNode::formatIsExpected()
{
    QFETCH(QString, json);
    QFETCH(QString, found);
    const auto document = JsonDocument::parse(json.toStdString(), "f.json");
    QVERIFY(document);
    document->expectFormat("question");
    QCOMPARE(bool(document->error()), !found.isEmpty());
    if (found.isEmpty())
        return;
    QCOMPARE(int(document->error()->code), int(ErrorCode::FormatWrong));
    QCOMPARE(contextOf(*document->error(), "expected"), std::string("question/1"));
    QCOMPARE(QString::fromStdString(contextOf(*document->error(), "found")), found);
}

void TestJsonNode::nearestWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("letters swapped") << "orgins"
                                     << "origins";
    QTest::newRow("one letter") << "where_"
                                << "where";
    QTest::newRow("equal") << "periods"
                           << "periods";
    QTest::newRow("nothing near") << "xyzzyxyzzy"
                                  << "";
    QTest::newRow("empty") << ""
                           << "";
}

void TestJsonNode::nearestWords()
{
    QFETCH(QString, word);
    QFETCH(QString, nearest);
    QCOMPARE(QString::fromStdString(nearestWord(word.toStdString(), {"origins", "periods", "where"})), nearest);
    QVERIFY(nearestWord(word.toStdString(), {}).empty());
}

// A file may call anything a key or a column: comparing two such names letter by letter would take minutes.
void TestJsonNode::longNamesAreNearNothing()
{
    const std::string million(1'000'000, 'a');
    QElapsedTimer timer;
    timer.start();
    QVERIFY(nearestWord(million, {million, "origins", std::string(600'000, 'a')}).empty());
    QVERIFY(nearestWord("origins", {million}).empty());
    QCOMPARE(nearestWord("orgins", {million, "origins"}), std::string("origins"));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    // Lengths that differ by as much as may be: one letter of two, and two of three.
    QCOMPARE(nearestWord("ab", {"abcd"}), std::string("abcd"));
    QVERIFY(nearestWord("ab", {"abcde"}).empty());
    QCOMPARE(nearestWord(std::string(200, 'a'), {std::string(101, 'a')}), std::string(101, 'a'));
    QVERIFY(nearestWord(std::string(200, 'a'), {std::string(99, 'a')}).empty());
    const auto document = JsonDocument::parse("{\"" + million + "\": 1}", "f.json");
    QVERIFY(document);
    document->root().allow({"origins", "periods"});
    const std::string sentence = message(*document->error(), Language::Dutch);
    QVERIFY2(sentence.size() < 600 && sentence.find("Bekend: origins, periods.") != std::string::npos,
             sentence.c_str());
}

void TestJsonNode::membersKeepTheirPlace()
{
    const auto document = JsonDocument::parse(R"({"o": {"a/b": 1, "c": [true]}})", "f.json");
    QVERIFY(document);
    const auto members = document->root()["o"].members();
    QCOMPARE(members.size(), std::size_t(2));
    QCOMPARE(members[0].first, std::string("a/b"));
    QCOMPARE(members[0].second.pointer(), std::string("/o/a~1b"));
    QCOMPARE(members[0].second.key(), std::string("a/b"));
    QCOMPARE(members[1].second.items()[0].pointer(), std::string("/o/c/0"));
    static_cast<void>(document->root()["o"]["c"].members());
    QCOMPARE(int(document->error()->code), int(ErrorCode::JsonWrongType));
}

void TestJsonNode::movedDocumentStaysWhole()
{
    auto first = JsonDocument::parse(R"({"name": "a", "b": 1})", "f.json");
    QVERIFY(first);
    const JsonDocument second = std::move(*first);
    QCOMPARE(second.root()["name"].string(), std::string("a"));
    second.root().allow({"name"});
    QCOMPARE(contextOf(*second.error(), "pointer"), std::string("/b"));
}

void TestJsonNode::readingFiles()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("één.json")).toStdString();
    QCOMPARE(int(JsonDocument::read(path).error().code), int(ErrorCode::FileMissing));
    QVERIFY(writeFile(path, "{\"a\": 2}"));
    const auto document = JsonDocument::read(path);
    QVERIFY(document);
    QCOMPARE(document->file(), path);
    QCOMPARE(document->root()["a"].integer(0), 2);
}

EVENREDIG_TEST(TestJsonNode)
#include "testjsonnode.moc"
