// The place of the figure: welcome, the figure with its sentences, or what is said in its place.
#pragma once

#include <QStackedWidget>

namespace evenredig {

class FigureView;
class MessagePage;
class PinBoard;
class SentenceBox;
class Session;
class WelcomePage;

class FigurePane final : public QStackedWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigurePane)

public:
    explicit FigurePane(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] FigureView *figureView() const { return m_view; }
    [[nodiscard]] PinBoard *board() const { return m_board; }
    /// The height at which nothing of the figure and its sentences is hidden and nothing is left empty; 0 when it takes
    /// all that there is.
    [[nodiscard]] int naturalHeight() const;
    [[nodiscard]] WelcomePage *welcome() const { return m_welcome; }
    [[nodiscard]] SentenceBox *sentences() const { return m_sentences; }
    [[nodiscard]] MessagePage *messagePage() const { return m_message; }

Q_SIGNALS:
    /// A figure has come and is not drawn yet: now its room can still be changed at no cost.
    void aboutToShow();

protected:
    void changeEvent(QEvent *event) override;

private:
    void createFigurePage();
    void showFigure();
    void showMessage(const QString &sentence);
    /// Nothing is asked yet, and the program does not choose a sensitive indicator by itself.
    void showHint();
    void goBack();

    Session &m_session;
    WelcomePage *m_welcome;
    QWidget *m_figurePage;
    FigureView *m_view;
    PinBoard *m_board;
    SentenceBox *m_sentences;
    MessagePage *m_message;
};

} // namespace evenredig
