// Title and source of a data set, in both languages.
#pragma once

#include "core/data/published.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace evenredig {

class RenameDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RenameDialog)

public:
    RenameDialog(const DatasetInfo &info, QWidget *parent);

    [[nodiscard]] LocalText title() const;
    [[nodiscard]] LocalText source() const;

private:
    [[nodiscard]] QLineEdit *addLine(const QString &name, const std::string &text);
    void refresh();

    QLineEdit *m_titleDutch = nullptr;
    QLineEdit *m_titleEnglish = nullptr;
    QLineEdit *m_sourceDutch = nullptr;
    QLineEdit *m_sourceEnglish = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace evenredig
