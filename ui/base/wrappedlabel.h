// A plain text in lines, of which the height is known without laying it out again and again.
#pragma once

#include <QHash>
#include <QLabel>

namespace evenredig {

/// QLabel's wrapped text lays itself out for each question of a layout, a dozen times for one change, and as a whole
/// document when it can be selected. This one measures a width once, and can be selected once the mouse is on it.
class WrappedLabel final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WrappedLabel)

public:
    explicit WrappedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setWords(const QString &text);
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void enterEvent(QEnterEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    mutable QHash<int, int> m_heights; ///< of widths that were asked for
};

} // namespace evenredig
