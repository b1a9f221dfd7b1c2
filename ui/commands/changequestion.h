// One step of undo: from one question to another.
#pragma once

#include "ui/questionedit.h"

#include <QUndoCommand>

#include <functional>

namespace evenredig {

/// Undo and redo are the same swap. Edits of one field within one step of the session merge; a series of
/// edits that ends where it began leaves no step.
class ChangeQuestion final : public QUndoCommand {
public:
    using Show = std::function<void(const Question &)>;

    ChangeQuestion(Question before, Question after, int step, Show show);

    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

    [[nodiscard]] const Question &after() const { return m_after; }

private:
    Question m_before;
    Question m_after;
    int m_step;
    QuestionField m_field;
    Show m_show;
};

} // namespace evenredig
