// The command line, driven from outside: what it prints, its exit status, and what it leaves alone.
#include "app/samplefolder.h"
#include "testroom.h"

using namespace evenredig::programtest;

class TestCommandLine : public QObject, private SampleFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeSample(); }
    void helpAndVersion_data();
    void helpAndVersion();
    void newWorkspace();
    void newNeverReplaces();
    void sampleIsWhole();
    void describe();
    void check();
    void checkFindsDamage();
    void answerAsTable();
    void answerAsCsvAndJson();
    void standardInput();
    void suspectsNumbers();
    void nothingIsWrittenToTheWorkspace_data();
    void nothingIsWrittenToTheWorkspace();
    void wrongCommandLines_data();
    void wrongCommandLines();
};

void TestCommandLine::helpAndVersion_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("--version") << QStringList{QStringLiteral("--version")} << QByteArray("evenredig 0.1.0\n");
    QTest::newRow("--help") << QStringList{QStringLiteral("--help")} << QByteArray("export");
    for (const char *command : {"new", "import", "define", "describe", "check", "answer", "export"})
        QTest::newRow(command) << QStringList{QString::fromLatin1(command), QStringLiteral("--help")}
                               << QByteArray(command);
}

void TestCommandLine::helpAndVersion()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Run result = run(arguments);
    EXPECT_DONE(result);
    QVERIFY2(result.out.contains(said), result.out.constData());
    if (arguments[0] == QStringLiteral("--version"))
        QCOMPARE(result.out, said);
}

void TestCommandLine::newWorkspace()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("Één twee.evenredig"));
    const Run made = run({QStringLiteral("new"), file});
    EXPECT_DONE(made);
    QVERIFY(made.out.isEmpty());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("Één twee.evenredig")}); // no journal, no .part
    EXPECT_DONE(run({QStringLiteral("check"), file}));
    const QJsonObject described = json(run({QStringLiteral("describe"), file, QStringLiteral("--json")}).out);
    QVERIFY(described.value(QStringLiteral("datasets")).toArray().isEmpty());
    QVERIFY(described.value(QStringLiteral("indicators")).isArray());
}

void TestCommandLine::newNeverReplaces()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("notes.evenredig"));
    QVERIFY(write(file, "not even a workspace"));
    for (const QStringList &more : {QStringList{}, QStringList{QStringLiteral("--sample")}}) {
        const Run refused = run(QStringList{QStringLiteral("new"), file} + more);
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains("bestaat al"), refused.err.constData());
        QCOMPARE(bytesOf(file), QByteArray("not even a workspace"));
    }
}

void TestCommandLine::sampleIsWhole()
{
    const QJsonObject described = json(run({QStringLiteral("describe"), m_sample, QStringLiteral("--json")}).out);
    QCOMPARE(described.value(QStringLiteral("evenredig")).toString(), QStringLiteral("description/1"));
    int figures = 0;
    for (const QJsonValue &value : described.value(QStringLiteral("datasets")).toArray()) {
        const QJsonObject set = value.toObject();
        QCOMPARE(set.value(QStringLiteral("rows_read")).toInt(),
                 set.value(QStringLiteral("rows_kept")).toInt() + set.value(QStringLiteral("rows_set_aside")).toInt());
        QVERIFY(!set.value(QStringLiteral("source")).toObject().value(QStringLiteral("nl")).toString().isEmpty());
        QCOMPARE(set.value(QStringLiteral("sha256")).toString().size(), 64);
        figures += set.value(QStringLiteral("figures")).toInt();
    }
    int covered = 0;
    for (const QJsonValue &value : described.value(QStringLiteral("indicators")).toArray()) {
        QVERIFY(!value.toObject().value(QStringLiteral("periods")).toArray().isEmpty());
        covered += value.toObject().value(QStringLiteral("figures")).toInt();
    }
    QVERIFY(figures > 100);
    QCOMPARE(covered, figures); // every figure belongs to an indicator
}

void TestCommandLine::describe()
{
    const Run dutch = run({QStringLiteral("describe"), m_sample});
    const Run english = run({QStringLiteral("describe"), m_sample, QStringLiteral("--lang"), QStringLiteral("en")});
    EXPECT_DONE(dutch);
    EXPECT_DONE(english);
    QVERIFY(dutch.out.contains("safety.suspects: Geregistreerde verdachten;"));
    QVERIFY(english.out.contains("safety.suspects: Registered suspects;"));
    QVERIFY(dutch.out.contains("rijen gelezen") && !english.out.contains("rijen gelezen"));
    QCOMPARE(dutch.out.count('\n'), english.out.count('\n'));
    for (const Run &one : {dutch, english})
        QVERIFY2(!one.out.contains('{') && !one.out.contains("‹"), one.out.constData());
}

void TestCommandLine::check()
{
    const Run sound = run({QStringLiteral("check"), m_sample});
    EXPECT_DONE(sound);
    QCOMPARE(sound.out.count('\n'), 1);
    QVERIFY(sound.out.contains(m_sample.toUtf8()));
    const QJsonObject report = json(run({QStringLiteral("check"), m_sample, QStringLiteral("--json")}).out);
    QCOMPARE(report.value(QStringLiteral("evenredig")).toString(), QStringLiteral("check/1"));
    QCOMPARE(report.value(QStringLiteral("sound")).toBool(false), true);
    QVERIFY(report.value(QStringLiteral("faults")).isArray()
            && report.value(QStringLiteral("faults")).toArray().isEmpty());
}

// Bytes turned in the pages behind the first ones: every one of these is either found or harmless to what is read.
void TestCommandLine::checkFindsDamage()
{
    const QByteArray whole = bytesOf(m_sample);
    const QString damaged = path(QStringLiteral("damaged.evenredig"));
    int found = 0;
    for (const int page : {2, 5, 9}) {
        QByteArray bytes = whole;
        for (int i = 0; i < 64; ++i)
            bytes[page * 8192 + i] = static_cast<char>(~bytes[page * 8192 + i]);
        QVERIFY(write(damaged, bytes));
        const Run result = run({QStringLiteral("check"), damaged});
        QVERIFY2(result.exit == 0 || result.exit == 1, result.err.constData());
        if (result.exit == 1) {
            ++found;
            QCOMPARE(result.err.count('\n'), 1);
        }
        QCOMPARE(bytesOf(damaged), bytes);
    }
    QVERIFY(QFile::remove(damaged));
    QCOMPARE(found, 3);
}

void TestCommandLine::answerAsTable()
{
    const Run dutch = run({QStringLiteral("answer"), m_sample, m_gap});
    const Run english = run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), QStringLiteral("table"),
                             QStringLiteral("--lang"), QStringLiteral("en")});
    EXPECT_DONE(dutch);
    EXPECT_DONE(english);
    QVERIFY(dutch.out.contains("Marokko") && dutch.out.contains("3,7") && !dutch.out.contains("3.7"));
    QVERIFY(english.out.contains("Morocco") && english.out.contains("3.7") && !english.out.contains("3,7"));
    QVERIFY(dutch.out.contains("zonder migratieachtergrond") && english.out.contains("without a migration background"));
    // The code is that of question and data, whatever the language.
    static const QRegularExpression code(QStringLiteral("EV-[0-9A-F]{4}-[0-9A-F]{4}"));
    const QString printed = code.match(QString::fromUtf8(dutch.out)).captured();
    QVERIFY(!printed.isEmpty());
    QCOMPARE(code.match(QString::fromUtf8(english.out)).captured(), printed);
}

void TestCommandLine::answerAsCsvAndJson()
{
    for (const char *form : {"csv", "json"}) {
        const QString as = QString::fromLatin1(form);
        const Run dutch = run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), as});
        const Run english = run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), as,
                                 QStringLiteral("--lang"), QStringLiteral("en")});
        EXPECT_DONE(dutch);
        QCOMPARE(english.out, dutch.out); // files carry codes and both languages
        QVERIFY(dutch.out.contains("moroccan"));
        if (as == QStringLiteral("csv")) {
            QVERIFY(dutch.out.startsWith("\xEF\xBB\xBFrow,indicator,origin,generation,period,dataset,reference,"));
            QVERIFY(dutch.out.contains("moroccan,total,2005,") && dutch.out.contains(",0.074,")
                    && dutch.out.contains("\r\n"));
        } else {
            QCOMPARE(json(dutch.out).value(QStringLiteral("evenredig")).toString(), QStringLiteral("answer/1"));
            QCOMPARE(json(dutch.out).value(QStringLiteral("question")).toObject(), json(gapQuestion));
        }
    }
}

void TestCommandLine::standardInput()
{
    for (const char *as : {"table", "csv", "json"}) {
        const QStringList form{QStringLiteral("--as"), QString::fromLatin1(as)};
        const Run piped = run(QStringList{QStringLiteral("answer"), m_sample, QStringLiteral("-")} + form, gapQuestion);
        EXPECT_DONE(piped);
        QCOMPARE(piped.out, run(QStringList{QStringLiteral("answer"), m_sample, m_gap} + form).out);
    }
    const QString file = path(QStringLiteral("piped.csv"));
    EXPECT_DONE(
        run({QStringLiteral("export"), m_sample, QStringLiteral("-"), QStringLiteral("--to"), file}, gapQuestion));
    QVERIFY(bytesOf(file).contains("moroccan"));
    QVERIFY(QFile::remove(file));
}

// README.md beside the data, "Suspects".
void TestCommandLine::suspectsNumbers()
{
    const QJsonObject answer = json(
        run({QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"), QStringLiteral("json")}).out);
    const auto tenth = [](double number) { return QString::number(number, 'f', 1); };
    const QJsonObject first = rowOf(answer, QStringLiteral("moroccan"), QStringLiteral("total"),
                                    QStringLiteral("2005"));
    const QJsonObject last = rowOf(answer, QStringLiteral("moroccan"), QStringLiteral("total"), QStringLiteral("2017"));
    QCOMPARE(numberOf(first, "value"), 0.074);
    QCOMPARE(numberOf(first, "reference"), 0.015);
    QCOMPARE(numberOf(first, "gap"), 0.059);
    QCOMPARE(numberOf(last, "value"), 0.037);
    QCOMPARE(numberOf(last, "reference"), 0.007);
    QCOMPARE(numberOf(last, "gap"), 0.03);
    QCOMPARE(tenth(numberOf(first, "ratio")) + u' ' + tenth(numberOf(first, "ratio", "low")) + u' '
                 + tenth(numberOf(first, "ratio", "high")),
             QStringLiteral("4.9 4.7 5.1"));
    QCOMPARE(tenth(numberOf(last, "ratio")) + u' ' + tenth(numberOf(last, "ratio", "low")) + u' '
                 + tenth(numberOf(last, "ratio", "high")),
             QStringLiteral("5.3 4.9 5.8"));
    QJsonObject change;
    for (const QJsonValue &value : answer.value(QStringLiteral("rows")).toArray()) {
        if (value.toObject().value(QStringLiteral("row")).toString() == QStringLiteral("change")
            && value.toObject().value(QStringLiteral("origin")).toString() == QStringLiteral("moroccan"))
            change = value.toObject();
    }
    QCOMPARE(numberOf(change, "gap_change"), -0.029);
    QCOMPARE(change.value(QStringLiteral("verdict")).toString(), QStringLiteral("smaller"));
    QVERIFY(numberOf(change, "ratio_change", "low") < 0 && numberOf(change, "ratio_change", "high") > 0);
}

void TestCommandLine::nothingIsWrittenToTheWorkspace_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString out = QStringLiteral("%out%");
    QTest::newRow("describe") << QStringList{QStringLiteral("describe"), m_sample};
    QTest::newRow("check") << QStringList{QStringLiteral("check"), m_sample};
    for (const char *as : {"table", "csv", "json"})
        QTest::addRow("answer %s", as) << QStringList{QStringLiteral("answer"), m_sample, m_gap, QStringLiteral("--as"),
                                                      QString::fromLatin1(as)};
    for (const char *ending : {"png", "svg", "pdf", "xlsx", "csv", "json"})
        QTest::addRow("export %s", ending) << QStringList{QStringLiteral("export"), m_sample, m_gap,
                                                          QStringLiteral("--to"), out + QString::fromLatin1(ending)};
}

void TestCommandLine::nothingIsWrittenToTheWorkspace()
{
    QFETCH(QStringList, arguments);
    QTemporaryDir elsewhere;
    for (QString &argument : arguments)
        argument.replace(QStringLiteral("%out%"), elsewhere.filePath(QStringLiteral("out.")));
    const QStringList before = stateOf(m_folder.path());
    EXPECT_DONE(run(arguments));
    QCOMPARE(stateOf(m_folder.path()), before);
}

void TestCommandLine::wrongCommandLines_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"synthesize",
                             "aswer WS Q",
                             "fetch 37296ned --into WS",
                             "new",
                             "import",
                             "import @a.csv",
                             "import --into WS",
                             "define",
                             "define @a.json",
                             "describe",
                             "check",
                             "answer",
                             "answer WS",
                             "answer WS Q R",
                             "answer WS Q --as xml",
                             "answer WS Q --as",
                             "answer WS Q --lang de",
                             "answer WS Q --as csv --csv excel",
                             "export WS Q --to @out.csv --csv",
                             "export WS Q",
                             "export WS",
                             "export WS Q --to @out.png --dpi 10",
                             "export WS Q --to @out.png --dpi abc",
                             "export WS Q --to @out.png --dpi 99999",
                             "describe WS --sample",
                             "new @a.evenredig --json",
                             "--nonsense",
                             "describe WS check WS",
                             "none.json"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCommandLine::wrongCommandLines()
{
    QFETCH(QString, line);
    const QStringList before = stateOf(m_folder.path());
    const Run result = run(words(line));
    QVERIFY2(result.exit == 2, qPrintable(QString::number(result.exit) + u' ' + QString::fromUtf8(result.err)));
    QVERIFY(!result.err.isEmpty());
    QVERIFY2(result.out.isEmpty(), result.out.constData());
    QCOMPARE(stateOf(m_folder.path()), before);
}

EVENREDIG_TEST(TestCommandLine)
#include "testcommandline.moc"
