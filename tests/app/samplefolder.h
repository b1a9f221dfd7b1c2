// Where a test of the command line begins: a folder with the sample as a workspace, and a question to ask it.
#pragma once

#include "app/programtest.h"

namespace evenredig::programtest {

inline const QByteArray gapQuestion = R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects",
    "origins": ["moroccan", "surinamese", "turkish"], "periods": ["2005", "2017"], "reference": "none_background"})";

class SampleFolder {
protected:
    /// Call it in initTestCase().
    void makeSample()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(write(m_gap, gapQuestion));
        const Run made = run({QStringLiteral("new"), m_sample, QStringLiteral("--sample")});
        EXPECT_DONE(made);
        QVERIFY(made.out.isEmpty());
        QVERIFY(QFileInfo(m_sample).size() > 50000);
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// The path of a new file that asks {"evenredig": "question/1", `rest`}.
    [[nodiscard]] QString question(const QString &name, const QByteArray &rest) const
    {
        const QString file = path(name + QStringLiteral(".question.json"));
        return write(file, R"({"evenredig": "question/1", )" + rest + "}") ? file : QString();
    }

    /// The words of a command line: WS is the sample, Q the question, @name a file of the folder.
    [[nodiscard]] QStringList words(const QString &line) const
    {
        QStringList words = line.split(u' ');
        for (QString &word : words) {
            if (word == QStringLiteral("WS"))
                word = m_sample;
            else if (word == QStringLiteral("Q"))
                word = m_gap;
            else if (word.startsWith(u'@'))
                word = path(word.mid(1));
        }
        return words;
    }

    QTemporaryDir m_folder;
    QString m_sample = path(QStringLiteral("voorbeeld.evenredig")), m_gap = path(QStringLiteral("gap.question.json"));
};

} // namespace evenredig::programtest
