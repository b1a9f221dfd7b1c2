// One page of the help: Markdown from the resources, with its pictures as wide as there is room.
#pragma once

#include <QTextBrowser>

namespace evenredig {

class HelpPage final : public QTextBrowser {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpPage)

public:
    explicit HelpPage(QWidget *parent = nullptr);

    /// Pictures are looked for in `folder`.
    void setPage(const QString &folder, const QString &markdown);
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    /// A link to another page of the help: its name without folder and suffix.
    void pageWanted(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setType();
    void follow(const QUrl &link);
    void fitPictures();
    [[nodiscard]] QVariant picture(const QUrl &name) const;
    [[nodiscard]] int room() const;

    QString m_folder;
    QList<QUrl> m_pictures;
    int m_fitted = 0; ///< the room that the pictures were made for
};

} // namespace evenredig
