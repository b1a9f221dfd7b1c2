#include "ui/import/renamedialog.h"

#include "ui/base/text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace evenredig {

namespace {
constexpr int lineWidth = 460;

LocalText textOf(const QLineEdit &dutch, const QLineEdit &english)
{
    return {dutch.text().trimmed().toStdString(), english.text().trimmed().toStdString()};
}
} // namespace

RenameDialog::RenameDialog(const DatasetInfo &info, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Rename the data set"));
    auto *form = new QFormLayout(this);
    m_titleDutch = addLine(tr("&Title in Dutch"), info.title.nl);
    m_titleEnglish = addLine(tr("Title in &English"), info.title.en);
    m_sourceDutch = addLine(tr("&Source in Dutch"), info.source.nl);
    m_sourceEnglish = addLine(tr("Source in En&glish"), info.source.en);
    m_titleEnglish->setPlaceholderText(tr("as in Dutch"));
    m_sourceEnglish->setPlaceholderText(tr("as in Dutch"));
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(tr("&Rename"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_titleDutch, &QLineEdit::textChanged, this, &RenameDialog::refresh);
    m_titleDutch->selectAll();
    refresh();
}

QLineEdit *RenameDialog::addLine(const QString &name, const std::string &text)
{
    auto *line = new QLineEdit(qstring(text), this);
    line->setMinimumWidth(lineWidth);
    line->setCursorPosition(0);
    static_cast<QFormLayout *>(layout())->addRow(name, line);
    line->setAccessibleName(QString(name).remove(u'&'));
    return line;
}

// Dutch is what stands in where English is absent, and not the other way round.
void RenameDialog::refresh()
{
    m_accept->setEnabled(!m_titleDutch->text().trimmed().isEmpty());
}

LocalText RenameDialog::title() const
{
    return textOf(*m_titleDutch, *m_titleEnglish);
}

LocalText RenameDialog::source() const
{
    return textOf(*m_sourceDutch, *m_sourceEnglish);
}

} // namespace evenredig
