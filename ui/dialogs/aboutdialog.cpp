#include "ui/dialogs/aboutdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace evenredig {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Evenredig"));
    auto *name = new QLabel(u"Evenredig %1"_s.arg(QLatin1StringView(EVENREDIG_VERSION)), this);
    name->setObjectName(u"cardBig"_s);
    auto *text = new QLabel(
        tr("Position and development of origin groups, with honest uncertainty.\n\nFree software under the "
           "GNU General Public License, version 3 or later, without any warranty. Typeface: Inter (SIL "
           "Open Font License). Made with Qt %1.")
            .arg(QLatin1StringView(qVersion())),
        this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(10);
    column->addWidget(name);
    column->addWidget(text);
    column->addWidget(buttons);
}

} // namespace evenredig
