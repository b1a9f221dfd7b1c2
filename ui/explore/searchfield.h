// The search field of the toolbar: Enter opens what fits best, Down goes to the list, Esc clears.
#pragma once

#include <QLineEdit>

namespace evenredig {

class SearchField final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    explicit SearchField(QWidget *parent = nullptr);

Q_SIGNALS:
    void listWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};

} // namespace evenredig
