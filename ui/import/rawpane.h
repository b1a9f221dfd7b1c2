// The file as it stands, its first lines, and what was recognised of it.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace evenredig {

class RawPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RawPane)

public:
    RawPane(ImportSession &session, ImportWords words, QWidget *parent = nullptr);

    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }

private:
    void showFile();
    /// Marks in the text the values that nobody has settled yet.
    void markOpenValues();

    ImportSession &m_session;
    ImportWords m_words;
    QLabel *m_title;
    QPlainTextEdit *m_text;
    QLabel *m_recognised;
};

/// Where the fields of one line stand: first character and length, quotes left out. For the eye only: a record that
/// runs over several lines is read line by line.
[[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>> fieldPlaces(const QString &line, QChar delimiter,
                                                                       QChar quote);

} // namespace evenredig
