// A note of one or more lines below a field: as wide as there is room, as high as its text, never more.
#pragma once

#include <QLabel>

namespace evenredig {

class NoteLabel final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteLabel)

public:
    explicit NoteLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int m_height = 0; ///< that the layout was told of
};

} // namespace evenredig
