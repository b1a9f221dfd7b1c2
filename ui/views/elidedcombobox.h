// A combo box in a narrow pane: a name that does not fit ends in an ellipsis instead of half a letter.
#pragma once

#include <QComboBox>

namespace evenredig {

class ElidedComboBox final : public QComboBox {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedComboBox)

public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace evenredig
