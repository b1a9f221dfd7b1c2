// What is said in place of a figure: a fault or a hint, and the way back.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace evenredig {

class MessagePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagePage)

public:
    enum class Way { Back, None };

    explicit MessagePage(QWidget *parent = nullptr);

    void setMessage(const QString &sentence, Way way);
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void backWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_message;
    QPushButton *m_back;
};

} // namespace evenredig
