// Encodings: what is text in them comes out as UTF-8, in pieces of any size.
#include "core/import/source/textdecoder.h"
#include "core/store/storetest.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::storetest;

class TestTextDecoder : public QObject {
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void wrong_data();
    void wrong();
    void names();
    void windows1252Table();
};

namespace {

Result<std::string> decode(const QByteArray &bytes, TextEncoding encoding, int chunk)
{
    TextDecoder decoder(encoding, "test.csv");
    std::string out;
    for (int at = 0; at < bytes.size(); at += chunk) {
        const QByteArray piece = bytes.mid(at, chunk);
        if (const auto fed = decoder.feed({piece.data(), std::size_t(piece.size())}, out); !fed)
            return tl::unexpected<Error>(fed.error());
    }
    if (const auto finished = decoder.finish(out); !finished)
        return tl::unexpected<Error>(finished.error());
    return out;
}

} // namespace

void TestTextDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, TextEncoding encoding, const QString &expected) {
        QTest::newRow(name) << bytes << int(encoding) << expected;
    };
    const QString text = QString::fromUtf8("Somalië; € – \U0001F600\r\n2");
    row("utf-8", text.toUtf8(), TextEncoding::Utf8, text);
    row("utf-8 with BOM", "\xEF\xBB\xBF" + text.toUtf8(), TextEncoding::Utf8, text);
    const auto utf16 = [&text](bool bigEndian, bool mark) {
        QByteArray bytes;
        const QString marked = mark ? QChar(0xFEFF) + text : text;
        for (const QChar unit : marked) {
            const char low = char(unit.unicode() & 0xFF), high = char(unit.unicode() >> 8);
            bytes += bigEndian ? high : low;
            bytes += bigEndian ? low : high;
        }
        return bytes;
    };
    row("utf-16le", utf16(false, false), TextEncoding::Utf16Le, text);
    row("utf-16be", utf16(true, false), TextEncoding::Utf16Be, text);
    row("utf-16le with BOM, declared otherwise", utf16(false, true), TextEncoding::Utf8, text);
    row("utf-16be with BOM, declared le", utf16(true, true), TextEncoding::Utf16Le, text);
    row("windows-1252", "Somali\xEB \x80 \x96 \x93x\x94", TextEncoding::Windows1252,
        QString::fromUtf8("Somalië € – “x”"));
    row("latin-1", "Somali\xEB \xA7", TextEncoding::Latin1, QString::fromUtf8("Somalië §"));
    // Some programs put the mark of UTF-8 before text of another encoding; what is declared for such text holds.
    row("windows-1252 behind a mark of UTF-8", "\xEF\xBB\xBFSomali\xEB", TextEncoding::Windows1252,
        QString::fromUtf8("Somalië"));
    row("utf-16 BOM wins over windows-1252", QByteArray("\xFF\xFEx\0", 4), TextEncoding::Windows1252,
        QStringLiteral("x"));
    row("loose accents are composed",
        "Somalie\xCC\x88, Curac\xCC\xA7"
        "ao",
        TextEncoding::Utf8, QString::fromUtf8("Somalië, Curaçao"));
    row("empty", "", TextEncoding::Utf8, QString());
}

void TestTextDecoder::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    QFETCH(QString, expected);
    for (const int chunk : {1, 2, 3, 5, 1000}) {
        const auto out = decode(bytes, TextEncoding(encoding), chunk);
        EXPECT_GOOD(out);
        QCOMPARE(QString::fromStdString(*out), expected);
    }
}

void TestTextDecoder::wrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<QString>("line");
    QTest::newRow("lone surrogate") << QByteArray("a\0\n\0\x00\xD8x\0", 8) << int(TextEncoding::Utf16Le) << "2";
    QTest::newRow("second half first") << QByteArray("a\0\x00\xDCx\0", 6) << int(TextEncoding::Utf16Le) << "1";
    QTest::newRow("half a unit") << QByteArray("a\0b", 3) << int(TextEncoding::Utf16Le) << "1";
    QTest::newRow("hole in windows-1252") << QByteArray("a\r\nb\r\n\x81") << int(TextEncoding::Windows1252) << "3";
    QTest::newRow("continuation byte") << QByteArray("a\rb\r\x80") << int(TextEncoding::Utf8) << "3";
}

void TestTextDecoder::wrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    QFETCH(QString, line);
    for (const int chunk : {1, 1000}) {
        const auto out = decode(bytes, TextEncoding(encoding), chunk);
        EXPECT_FAULT(out, ErrorCode::EncodingWrong);
        QCOMPARE(QString::fromStdString(contextOf(out.error(), "line")), line);
    }
}

void TestTextDecoder::names()
{
    QVERIFY(textEncodingFromName("utf-8") == TextEncoding::Utf8);
    QVERIFY(textEncodingFromName("UTF8") == TextEncoding::Utf8);
    QVERIFY(textEncodingFromName("Windows-1252") == TextEncoding::Windows1252);
    QVERIFY(textEncodingFromName("ISO-8859-1") == TextEncoding::Latin1);
    QVERIFY(textEncodingFromName("utf-16le") == TextEncoding::Utf16Le);
    QVERIFY(!textEncodingFromName("ebcdic"));
    QVERIFY(!textEncodingFromName(""));
}

void TestTextDecoder::windows1252Table()
{
    // The 27 characters that windows-1252 has between 0x80 and 0x9F, and its five holes.
    int characters = 0, holes = 0;
    for (int byte = 0x80; byte < 0xA0; ++byte)
        ++(decode(QByteArray(1, char(byte)), TextEncoding::Windows1252, 1) ? characters : holes);
    QCOMPARE(characters, 27);
    QCOMPARE(holes, 5);
}

EVENREDIG_TEST(TestTextDecoder)
#include "testtextdecoder.moc"
