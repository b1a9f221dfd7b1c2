// A list of choices in a narrow pane: a text that is too long ends in an ellipsis.
#pragma once

#include <QComboBox>

namespace evenredig {

/// Qt cuts such a text off in the middle of a letter. The whole text is for the tooltip of who uses it.
class ChoiceBox final : public QComboBox {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceBox)

public:
    using QComboBox::QComboBox;

    /// The current text, as far as there is room for it.
    [[nodiscard]] QString shownText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace evenredig
