#include "ui/explore/helpwindow.h"

#include "ui/base/text.h"
#include "ui/base/translation.h"
#include "ui/explore/helppage.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>

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
    : QDialog(parent), m_language(language), m_list(new QListWidget(this)), m_text(new HelpPage(this))
{
    m_list->setFixedWidth(180);
    m_list->setSpacing(3);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(m_text, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::showCurrent);
    connect(m_text, &HelpPage::pageWanted, this, &HelpWindow::showPage);
    resize(1040, 760);
    retranslate();
}

QStringList HelpWindow::pages()
{
    return {u"start"_s,    u"level"_s,  u"development"_s, u"gap"_s,  u"relative"_s, u"generations"_s,
            u"overview"_s, u"import"_s, u"methods"_s,     u"keys"_s, u"formats"_s};
}

void HelpWindow::fillList()
{
    const QString shown = page();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const QString &name : pages()) {
            // The list shows a page's own first heading, up to its colon.
            const QString heading = readPage(m_language, name).section(u'\n', 0, 0).remove(u"# "_s).section(u':', 0, 0);
            auto *item = new QListWidgetItem(heading, m_list);
            item->setData(Qt::UserRole, name);
        }
    }
    showPage(shown);
}

void HelpWindow::showPage(const QString &name)
{
    m_list->setCurrentRow(int(qMax(qsizetype(0), pages().indexOf(name))));
}

QString HelpWindow::page() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
}

void HelpWindow::showCurrent()
{
    m_text->setPage(folderOf(m_language), readPage(m_language, page()));
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("Help"));
    m_list->setAccessibleName(tr("Pages"));
    m_text->setAccessibleName(tr("Page of the help"));
    fillList();
}

void HelpWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_language = chosenInterfaceLanguage().value_or(m_language);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        showCurrent();
    }
    QDialog::changeEvent(event);
}

} // namespace evenredig
