// The help: first five minutes and a page per question, in the language of the interface.
#pragma once

#include "core/base/language.h"

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace evenredig {

class HelpWindow final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpWindow)

public:
    explicit HelpWindow(Language language, QWidget *parent = nullptr);

    /// Shows a page by its name ("start", "level", …); an unknown name shows the first.
    void showPage(const QString &name);
    [[nodiscard]] QString page() const;

private:
    void fillList();
    void showCurrent();

    Language m_language;
    QListWidget *m_list = nullptr;
    QTextBrowser *m_text = nullptr;
};

} // namespace evenredig
