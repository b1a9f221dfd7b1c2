#include "ui/models/historymodel.h"

#include "ui/asksupport.h"
#include "ui/commands/changequestion.h"
#include "ui/session.h"
#include "ui/text.h"

#include <QFont>

namespace evenredig {

using namespace Qt::StringLiterals;

HistoryModel::HistoryModel(Session &session, QObject *parent) : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &Session::questionChanged, this, &HistoryModel::reload);
    connect(&session.history(), &QUndoStack::indexChanged, this, &HistoryModel::reload);
}

void HistoryModel::reload()
{
    beginResetModel();
    m_sentences.clear();
    if (m_session.workspace() && m_session.firstAsked()) {
        m_sentences.append(sentence(*m_session.firstAsked()));
        for (int index = 0; index < m_session.history().count(); ++index) {
            const auto *step = dynamic_cast<const ChangeQuestion *>(m_session.history().command(index));
            m_sentences.append(step ? sentence(step->after()) : QString());
        }
    }
    endResetModel();
}

int HistoryModel::currentRow() const
{
    return m_session.history().index();
}

QString HistoryModel::originNames(const Question &question) const
{
    if (question.origins.empty())
        return tr("all groups");
    const Catalogue &catalogue = m_session.workspace()->catalogue;
    QStringList names;
    for (const std::string &origin : question.origins)
        names.append(qstring(catalogue.originName(origin, {}, m_session.preferences().interfaceLanguage)));
    return names.join(u", "_s);
}

QString HistoryModel::sentence(const Question &question) const
{
    const OpenWorkspace &workspace = *m_session.workspace();
    const Language language = m_session.preferences().interfaceLanguage;
    const Indicator *indicator = workspace.catalogue.indicator(question.indicator);
    const QString name = question.ask == Ask::Overview
                             ? tr("all indicators")
                             : qstring(indicator ? indicator->label.in(language) : question.indicator);
    QStringList parts{tr("%1: %2").arg(AskWords::name(question.ask), name), originNames(question)};
    for (const std::string &id : question.generations) {
        const GenerationTerm *generation = workspace.catalogue.generation(id);
        parts.append(qstring(generation ? generation->name.in(language) : id));
    }
    if (!question.periods.empty())
        parts.append(qstring(question.periods.front() == question.periods.back()
                                 ? question.periods.front()
                                 : question.periods.front() + "–" + question.periods.back()));
    if (question.reference) {
        const std::string classification = workspace.classificationOf(question.indicator);
        parts.append(tr("compared with %1")
                         .arg(qstring(workspace.catalogue.originName(*question.reference, classification, language))));
    }
    return parts.join(u"; "_s);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sentences.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return m_sentences.at(index.row());
    if (role == Qt::FontRole && index.row() == currentRow()) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

} // namespace evenredig
