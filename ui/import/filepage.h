// The file as a data set: what it is called, where it comes from, how it is read, by which recipe.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace evenredig {

class FilePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilePage)

public:
    FilePage(ImportSession &session, const ImportWords &words, QWidget *parent = nullptr);

Q_SIGNALS:
    void recipeWanted();

private:
    void createFields();
    void createReading();
    [[nodiscard]] QFormLayout *arrange();
    void connectFields();
    void connectReading();
    void follow();
    void followRecipe();
    void readAgain();
    [[nodiscard]] QLineEdit *field(const QString &name);

    ImportSession &m_session;
    ImportWords m_words;
    QLabel *m_recipe = nullptr;
    QPushButton *m_chooseRecipe = nullptr;
    QPushButton *m_forgetRecipe = nullptr;
    QPushButton *m_startAnew = nullptr;
    QLabel *m_changes = nullptr;
    QLineEdit *m_dataset = nullptr;
    QLineEdit *m_titleDutch = nullptr, *m_titleEnglish = nullptr;
    QLineEdit *m_sourceDutch = nullptr, *m_sourceEnglish = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_classification = nullptr;
    QLineEdit *m_period = nullptr;
    QLabel *m_periodWhy = nullptr;
    QCheckBox *m_synthetic = nullptr;
    QComboBox *m_delimiter = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_decimal = nullptr;
    QComboBox *m_header = nullptr;
};

} // namespace evenredig
