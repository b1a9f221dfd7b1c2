#include "ui/explore/helppage.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QPainter>
#include <QPixmap>
#include <QScrollBar>
#include <QStyle>
#include <QTextBlock>

namespace evenredig {

using namespace Qt::StringLiterals;

HelpPage::HelpPage(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    document()->setDocumentMargin(16);
    connect(this, &QTextBrowser::anchorClicked, this, &HelpPage::follow);
}

void HelpPage::setPage(const QString &folder, const QString &markdown)
{
    m_folder = folder;
    m_pictures.clear();
    m_fitted = room();
    setMarkdown(markdown);
    setType();
}

// Markdown comes without any room between its blocks, and with keys in the typeface of a typewriter.
void HelpPage::setType()
{
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (format.hasProperty(QTextFormat::BlockCodeFence) || format.hasProperty(QTextFormat::BlockCodeLanguage)
            || format.nonBreakableLines())
            continue; // an example of a file keeps its lines and its typewriter
        const int level = format.headingLevel();
        format.setTopMargin(level > 1 ? 14 : 0);
        format.setBottomMargin(level > 0 ? 5 : block.textList() ? 3 : 9);
        if (block.text() != QString(QChar::ObjectReplacementCharacter)) // that is a picture
            format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
        for (auto part = block.begin(); part != block.end(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (fragment.charFormat().isImageFormat() || !fragment.charFormat().fontFixedPitch())
                continue;
            QTextCharFormat key = fragment.charFormat();
            key.setFontFixedPitch(false);
            key.setFontFamilies({font().family()});
            key.setFontWeight(QFont::DemiBold);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(key);
            part = block.begin(); // the fragments were made anew
        }
    }
}

QVariant HelpPage::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return QTextBrowser::loadResource(type, name);
    if (!m_pictures.contains(name))
        m_pictures.append(name);
    return picture(name);
}

// Scaled here: the document itself would draw a smaller picture without smoothing, and its words unreadable.
QVariant HelpPage::picture(const QUrl &name) const
{
    QPixmap pixmap(m_folder + name.path());
    if (pixmap.isNull())
        return {};
    const double scale = devicePixelRatioF();
    const int width = qMin(pixmap.width(), room());
    if (width * scale < pixmap.width()) {
        pixmap = pixmap.scaledToWidth(qRound(width * scale), Qt::SmoothTransformation);
        pixmap.setDevicePixelRatio(scale);
    }
    // A window on a page of the same white needs an edge.
    QPainter painter(&pixmap);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(QRectF(QPointF(), pixmap.deviceIndependentSize()).adjusted(0, 0, -1, -1));
    return pixmap;
}

// Room beside the scroll bar, whether it shows or not: else the two would chase each other.
int HelpPage::room() const
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return qMax(100, width() - 2 * frameWidth() - bar - qRound(2 * document()->documentMargin()));
}

void HelpPage::fitPictures()
{
    if (room() == m_fitted)
        return;
    m_fitted = room();
    for (const QUrl &name : std::as_const(m_pictures))
        document()->addResource(QTextDocument::ImageResource, name, picture(name));
    document()->markContentsDirty(0, document()->characterCount());
}

// Another page opens here; what leads outside goes to the browser, and only because it was clicked.
void HelpPage::follow(const QUrl &link)
{
    const QFileInfo file(link.path());
    if (link.scheme().isEmpty() && file.suffix() == "md"_L1)
        Q_EMIT pageWanted(file.completeBaseName());
    else if (link.scheme() == "https"_L1)
        QDesktopServices::openUrl(link);
}

void HelpPage::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitPictures();
}

} // namespace evenredig
