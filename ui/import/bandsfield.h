// Numbers in bands: the lower ends, as a person writes them.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace evenredig {

/// Of the chosen column, when it is one of numbers. What is no ascending list of numbers is not taken, and said.
class BandsField final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BandsField)

public:
    BandsField(ImportSession &session, ImportWords words, QWidget *parent = nullptr);

    void setColumn(const std::string &from);

private:
    void take();
    [[nodiscard]] QString written(const std::vector<double> &bands) const;

    ImportSession &m_session;
    ImportWords m_words;
    std::string m_from;
    QLineEdit *m_ends;
    QLabel *m_fault;
};

/// "15, 25; 35" are 15, 25 and 35; nothing when they do not ascend or are no numbers. Empty: no bands.
[[nodiscard]] std::optional<std::vector<double>> readBands(const QString &text, const NumberFormat &numbers);

} // namespace evenredig
