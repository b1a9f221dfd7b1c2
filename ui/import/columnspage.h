// "Wat het wordt": every column, and of the one that is chosen its values and what is asked.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace evenredig {

class BandsField;
class ColumnsModel;
class TwoWaysBox;
class ValuesModel;

class ColumnsPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnsPage)

public:
    ColumnsPage(ImportSession &session, const ImportWords &words, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *columns() const { return m_columns; }
    [[nodiscard]] QTableView *values() const { return m_values; }
    /// Makes a column the chosen one.
    void choose(const std::string &from);

Q_SIGNALS:
    void chosen(const std::string &from);

private:
    void createColumns();
    void createValues();
    void follow();
    void showColumn();
    [[nodiscard]] const DraftColumn *current() const;
    /// The key of what the file suggests for the column in a row; empty: nothing.
    [[nodiscard]] QString suggestionFor(int row) const;

    ImportSession &m_session;
    ImportWords m_words;
    ColumnsModel *m_model = nullptr;
    ValuesModel *m_valuesModel = nullptr;
    QTableView *m_columns = nullptr;
    QTableView *m_values = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_reasons = nullptr;
    BandsField *m_bands = nullptr;
    TwoWaysBox *m_twoWays = nullptr;
};

} // namespace evenredig
