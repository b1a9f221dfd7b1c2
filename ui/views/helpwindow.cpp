#include "ui/views/helpwindow.h"

#include "ui/text.h"

#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBrowser>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

QString folderOf(Language language)
{
    return u":/help/"_s + qstring(languageCode(language)) + u'/';
}

QString readPage(Language language, const QString &name)
{
    QFile file(folderOf(language) + name + u".md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

HelpWindow::HelpWindow(Language language, QWidget *parent)
    : QDialog(parent), m_language(language), m_list(new QListWidget(this)), m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("Help"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setMaximumWidth(230);
    m_text->setAccessibleName(tr("Page of the help"));
    m_text->setOpenLinks(false);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(m_text, 1);
    fillList();
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::showCurrent);
    m_list->setCurrentRow(0);
    resize(860, 600);
}

void HelpWindow::fillList()
{
    for (const char *name : {"start", "level", "development", "gap", "relative", "generations", "overview"}) {
        const QString text = readPage(m_language, QString::fromLatin1(name));
        // The list shows a page's own first heading, up to its colon.
        QString heading = text.section(u'\n', 0, 0).remove(u"# "_s);
        heading = heading.section(u':', 0, 0);
        auto *item = new QListWidgetItem(heading, m_list);
        item->setData(Qt::UserRole, QString::fromLatin1(name));
    }
}

void HelpWindow::showPage(const QString &name)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == name) {
            m_list->setCurrentRow(row);
            return;
        }
    }
    m_list->setCurrentRow(0);
}

QString HelpWindow::page() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
}

void HelpWindow::showCurrent()
{
    m_text->setSearchPaths({folderOf(m_language)});
    m_text->setMarkdown(readPage(m_language, page()));
}

} // namespace evenredig
