#include "ui/explore/indicatorpane.h"

#include "ui/explore/indicatortree.h"
#include "ui/explore/models/indicatormodel.h"
#include "ui/session/questionedit.h"
#include "ui/session/session.h"
#include "ui/session/viewstate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace evenredig {

IndicatorPane::IndicatorPane(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new IndicatorModel(this)), m_tree(new IndicatorTree(this)),
      m_head(new QLabel(this)), m_showAll(new QToolButton(this)), m_found(new QLabel(this))
{
    m_head->setObjectName(QStringLiteral("paneHead"));
    m_head->setBuddy(m_tree);
    m_showAll->setObjectName(QStringLiteral("link"));
    m_showAll->setCheckable(true);
    m_tree->setModel(m_model);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 8, 2);
    head->addWidget(m_head);
    head->addStretch();
    head->addWidget(m_showAll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 14, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_found);
    column->addWidget(m_tree);
    m_found->setObjectName(QStringLiteral("searchFound"));
    m_found->setTextFormat(Qt::PlainText);
    m_found->setWordWrap(true);
    m_found->setContentsMargins(12, 2, 8, 4);
    m_found->hide();

    connect(m_showAll, &QToolButton::toggled, this, [this](bool all) {
        m_model->setExtent(all ? IndicatorModel::Extent::All : IndicatorModel::Extent::Covered);
        m_found->hide();
        showCurrent();
    });
    connect(m_tree, &IndicatorTree::chosen, this, &IndicatorPane::open);
    connect(&session, &Session::workspaceChanged, this, &IndicatorPane::reload);
    connect(&session, &Session::preferencesChanged, this, &IndicatorPane::reload);
    connect(&session, &Session::questionChanged, this, &IndicatorPane::showCurrent);
    retranslate();
}

QWidget *IndicatorPane::tree() const
{
    return m_tree;
}

void IndicatorPane::reload()
{
    m_model->setWorkspace(m_session.workspace(), m_session.preferences().interfaceLanguage);
    showCurrent();
}

// The row of the indicator in view, its domain open; found items are left as they stand.
void IndicatorPane::showCurrent()
{
    if (!m_session.question())
        return;
    const QModelIndex current = m_model->indexOf(m_session.question()->indicator);
    if (!current.isValid()) {
        m_tree->clearSelection();
        return;
    }
    m_tree->expand(current.parent());
    m_tree->setCurrentIndex(current);
    m_tree->scrollTo(current);
}

void IndicatorPane::search(const QString &text)
{
    m_model->setSearch(text);
    tellFound(text.trimmed());
    if (m_model->isSearching())
        m_tree->setCurrentIndex(m_model->index(0, 0)); // what Enter opens
    else
        showCurrent();
}

// A search that finds nothing says so, and what can be done; a figure's code is a way back to it.
void IndicatorPane::tellFound(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("^EV-[0-9A-F]{4}-[0-9A-F]{4}$"));
    m_code = code.match(text.toUpper()).hasMatch() ? text.toUpper() : QString();
    QString said;
    if (!m_code.isEmpty() && m_session.workspace())
        said = viewOfCode(m_session.workspace()->path, m_code)
                   ? tr("Enter opens figure %1.").arg(m_code)
                   : tr("Figure %1 was not made on this computer with this file.").arg(m_code);
    else if (m_model->isSearching() && m_model->rowCount() == 0)
        said = m_showAll->isChecked()
                   ? tr("Nothing found for “%1”: no indicator, group or term has it.").arg(text)
                   : tr("Nothing found for “%1” among what this file has figures of. Press “all” to search all "
                        "indicators.")
                         .arg(text);
    m_found->setText(said);
    m_found->setVisible(!said.isEmpty());
}

void IndicatorPane::openFirst()
{
    const std::optional<View> view = m_code.isEmpty() || !m_session.workspace()
                                         ? std::nullopt
                                         : viewOfCode(m_session.workspace()->path, m_code);
    if (view) {
        m_session.change(*view);
        Q_EMIT opened();
        return;
    }
    const QModelIndex first = m_model->index(0, 0);
    if (m_model->isSearching() && first.isValid())
        open(first);
}

void IndicatorPane::open(const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsEnabled) || !m_session.workspace())
        return;
    const std::string id = index.data(IndicatorModel::IdRole).toString().toStdString();
    switch (static_cast<IndicatorModel::Kind>(index.data(IndicatorModel::KindRole).toInt())) {
    case IndicatorModel::Kind::Domain: m_tree->setExpanded(index, !m_tree->isExpanded(index)); return;
    case IndicatorModel::Kind::Group: m_session.highlightOrigin(id); break;
    case IndicatorModel::Kind::Indicator: {
        const Question question = m_session.question() ? *m_session.question() : Question();
        m_session.ask(withIndicator(question, id, *m_session.workspace()));
        break;
    }
    }
    if (m_model->isSearching())
        Q_EMIT opened();
}

void IndicatorPane::retranslate()
{
    m_head->setText(tr("INDICATORS"));
    m_showAll->setText(tr("all"));
    m_showAll->setToolTip(tr("Also show the indicators of which this file has no figures"));
    m_showAll->setAccessibleName(tr("Show all indicators"));
    m_tree->setAccessibleName(tr("Indicators by domain"));
    reload();
}

void IndicatorPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace evenredig
