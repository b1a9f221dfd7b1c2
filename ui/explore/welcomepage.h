// The first thing seen when nothing is open: the sample, or a file.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace evenredig {

class WelcomePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomePage)

public:
    enum class Sample { Offered, Absent };

    explicit WelcomePage(QWidget *parent = nullptr);

    void setSample(Sample sample);
    void setRecentFiles(const QStringList &files);

Q_SIGNALS:
    void sampleWanted();
    void openWanted();
    void importWanted();
    void fileWanted(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QPushButton *m_sample;
    QPushButton *m_open;
    QPushButton *m_import;
    QLabel *m_recentHead;
    QVBoxLayout *m_recent;
    QLabel *m_promise;
};

} // namespace evenredig
