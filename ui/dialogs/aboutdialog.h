// What the program is, its version and its licence.
#pragma once

#include <QDialog>

namespace evenredig {

/// Not modal: nothing waits for it.
class AboutDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace evenredig
