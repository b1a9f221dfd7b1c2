#include "ui/explore/searchfield.h"

#include <QEvent>
#include <QKeyEvent>

namespace evenredig {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("search"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setClearButtonEnabled(true);
    setMaxLength(200);
    retranslate();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        clear();
    else if (event->key() == Qt::Key_Down)
        Q_EMIT listWanted();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Search indicator, group or term …   Ctrl+K"));
    setAccessibleName(tr("Search indicator, group or term"));
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace evenredig
