#include "ui/import/editdataset.h"

namespace evenredig {

EditDataset::EditDataset(Session &session, const QString &what, Session::Edit redo, Session::Edit undo, Report report)
    : QUndoCommand(what), m_session(session), m_redo(std::move(redo)), m_undo(std::move(undo)),
      m_report(std::move(report))
{
    if (session.view())
        m_before = *session.view();
}

// The view may have given way to another one when what it was about was removed.
void EditDataset::undo()
{
    take(m_session.edit(m_undo, m_before));
}

void EditDataset::redo()
{
    take(m_session.edit(m_redo));
}

void EditDataset::take(const Result<void> &written)
{
    if (written)
        return;
    setObsolete(true);
    m_report(written.error());
}

} // namespace evenredig
