#include "ui/explore/models/historymodel.h"

#include "ui/base/text.h"
#include "ui/session/asksupport.h"
#include "ui/session/changeview.h"
#include "ui/session/session.h"

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
    if (m_session.workspace() && m_session.firstView()) {
        m_sentences.append(sentence(m_session.firstView()->question));
        for (int index = 0; index < m_session.history().count(); ++index) {
            const QUndoCommand *command = m_session.history().command(index);
            const auto *step = dynamic_cast<const ChangeView *>(command);
            m_sentences.append(step ? sentence(step->before(), step->after()) : command->text());
        }
    }
    endResetModel();
}

int HistoryModel::currentRow() const
{
    return m_session.history().index();
}

QString HistoryModel::originNames(const std::vector<std::string> &origins) const
{
    if (origins.empty())
        return tr("all groups");
    const Catalogue &catalogue = m_session.workspace()->catalogue;
    QStringList names;
    for (const std::string &origin : origins)
        names.append(qstring(catalogue.originName(origin, {}, m_session.preferences().interfaceLanguage)));
    return names.join(u", "_s);
}

QString HistoryModel::sentence(const View &before, const View &after) const
{
    if (!(before.question == after.question))
        return sentence(after.question);
    if (before.emphasis != after.emphasis)
        return tr("in colour: %1").arg(originNames(after.emphasis));
    if (before.form.arrangement != after.form.arrangement)
        return after.form.arrangement == FigureForm::Arrangement::Panels ? tr("a panel per group") : tr("one panel");
    if (before.form.order != after.form.order)
        return after.form.order == FigureForm::Order::ByValue ? tr("in the order of value") : tr("in the fixed order");
    return tr("other rows of the overview");
}

QString HistoryModel::sentence(const Question &question) const
{
    const OpenWorkspace &workspace = *m_session.workspace();
    const Language language = m_session.preferences().interfaceLanguage;
    const Indicator *indicator = workspace.catalogue.indicator(question.indicator);
    const QString name = question.ask == Ask::Overview
                             ? tr("all indicators")
                             : qstring(indicator ? indicator->label.in(language) : question.indicator);
    QStringList parts{tr("%1: %2").arg(AskWords::name(question.ask), name), originNames(question.origins)};
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
