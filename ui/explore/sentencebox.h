// The sentences below the figure: plain text on a light ground with an accent bar.
#pragma once

#include <QScrollArea>

namespace evenredig {

class WrappedLabel;

/// As high as its text, up to a limit; longer text scrolls.
class SentenceBox final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SentenceBox)

public:
    explicit SentenceBox(QWidget *parent = nullptr);

    void setSentences(const QStringList &sentences);
    [[nodiscard]] QString text() const;
    /// Shown when there is anything to say, unless it was folded away.
    void setWanted(bool wanted);
    /// On a low window fewer lines are shown at once.
    void setRoom(int heightOfWindow);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int neededHeight(int width) const;
    void takeHeight();
    void scrollWhenNeeded();
    void retranslate();

    WrappedLabel *m_label;
    bool m_wanted = true;
    int m_lines;
};

} // namespace evenredig
