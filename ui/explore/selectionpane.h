// What the question is about, below the indicators: groups, reference, generations, periods.
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QListView;

namespace evenredig {

class OriginDelegate;
class OriginModel;
class Session;

class SelectionPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionPane)

public:
    explicit SelectionPane(Session &session, QWidget *parent = nullptr);

    /// The controls in the order of the Tab key.
    [[nodiscard]] std::vector<QWidget *> controls() const;
    [[nodiscard]] QWidget *origins() const;
    /// Opens the list of references (key R).
    void chooseReference();
    /// From total to first and second, and back (key G), as far as the data go.
    void toggleGenerations();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct GenerationBox {
        std::string id;
        QCheckBox *box;
    };
    void createControls();
    void arrange();
    void connectControls();
    [[nodiscard]] QLabel *head();
    [[nodiscard]] QHBoxLayout *generationRow();
    [[nodiscard]] QHBoxLayout *periodRow();
    void reload();
    void refresh();
    [[nodiscard]] std::string classificationInView() const;
    [[nodiscard]] std::vector<std::string> generationsInView() const;
    void refreshReference();
    void refreshGenerations();
    void refreshPeriods();
    void choosePeriods(const QComboBox *changed);
    void retranslate();

    Session &m_session;
    OriginModel *m_originModel;
    OriginDelegate *m_originDelegate;
    QListView *m_origins = nullptr;
    QComboBox *m_reference = nullptr;
    std::vector<GenerationBox> m_generations;
    QComboBox *m_firstPeriod = nullptr;
    QComboBox *m_lastPeriod = nullptr;
    QLabel *m_originHead = nullptr;
    QLabel *m_referenceHead = nullptr;
    QLabel *m_generationHead = nullptr;
    QLabel *m_periodHead = nullptr;
    QLabel *m_until = nullptr;
};

} // namespace evenredig
