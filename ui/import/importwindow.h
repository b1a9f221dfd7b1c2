// From a file of persons to a data set in four steps: the file, its columns, the sample, the check.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace evenredig {

class ColumnsPage;
class RawPane;

/// Modal. Several files with the same columns become one data set; the others wait, and come one after another.
class ImportWindow final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportWindow)

public:
    ImportWindow(const QString &workspace, const Catalogue &catalogue, const std::vector<DatasetRecord> &datasets,
                 const ImportWords &words, QWidget *parent = nullptr);
    ~ImportWindow() override;

    /// The files to read, in their order.
    void begin(const QStringList &files);
    [[nodiscard]] ImportSession &session() { return m_session; }
    /// The data sets that were imported so far.
    [[nodiscard]] const QStringList &imported() const { return m_imported; }
    void reject() override;

Q_SIGNALS:
    /// A data set went in: there is something new to show.
    void datasetImported(const QString &dataset);
    /// It closes before its end, and the choices for this file are kept.
    void choicesKept(const QString &source);

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeBody();
    [[nodiscard]] QWidget *makeFoot();
    void connectParts();
    void next();
    void look(const QStringList &files);
    void goTo(int step);
    void askForRecipe();
    void saveRecipe();
    void importNow();
    void take(const std::string &dataset);
    void say(const Error &error);
    void follow();
    void followFoot();
    [[nodiscard]] QString subtitle() const;

    ImportSession m_session;
    ImportWords m_words;
    QStringList m_imported;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QTabBar *m_steps = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_raw = nullptr;
    ColumnsPage *m_columns = nullptr;
    QLabel *m_fault = nullptr;
    QLabel *m_account = nullptr;
    QProgressBar *m_busy = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace evenredig
