// One step of undo: from one view to another.
#pragma once

#include "core/model/view.h"
#include "ui/session/questionedit.h"

#include <QUndoCommand>

#include <functional>

namespace evenredig {

/// Undo and redo are the same swap. Edits of one field of the question within one step of the session merge; a series of
/// edits that ends where it began leaves no step.
class ChangeView final : public QUndoCommand {
public:
    using Show = std::function<void(const View &)>;

    ChangeView(View before, View after, int step, Show show);

    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

    [[nodiscard]] const View &before() const { return m_before; }
    [[nodiscard]] const View &after() const { return m_after; }

private:
    View m_before;
    View m_after;
    int m_step;
    QuestionField m_field;
    Show m_show;
};

} // namespace evenredig
