// One step of undo that writes into the file: a data set removed, or named otherwise.
#pragma once

#include "ui/session/session.h"

#include <QUndoCommand>

namespace evenredig {

/// Undo writes back and returns to the view from before. A step that cannot be written says why and leaves the history.
class EditDataset final : public QUndoCommand {
public:
    using Report = std::function<void(const Error &)>;

    EditDataset(Session &session, const QString &what, Session::Edit redo, Session::Edit undo, Report report);

    void undo() override;
    void redo() override;

private:
    void take(const Result<void> &written);

    Session &m_session;
    std::optional<View> m_before;
    Session::Edit m_redo, m_undo;
    Report m_report;
};

} // namespace evenredig
