// The help: first five minutes and a page per question, in the language of the interface.
#pragma once

#include "core/base/language.h"

#include <QDialog>

class QListWidget;

namespace evenredig {

class HelpPage;

class HelpWindow final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpWindow)

public:
    explicit HelpWindow(Language language, QWidget *parent = nullptr);

    /// Shows a page by its name ("start", "level", …); an unknown name shows the first.
    void showPage(const QString &name);
    [[nodiscard]] QString page() const;
    /// The names of all pages, in the order of the list.
    [[nodiscard]] static QStringList pages();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillList();
    void showCurrent();
    void retranslate();

    Language m_language;
    QListWidget *m_list = nullptr;
    HelpPage *m_text = nullptr;
};

} // namespace evenredig
