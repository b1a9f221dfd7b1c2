#include "ui/session/changeview.h"

namespace evenredig {

ChangeView::ChangeView(View before, View after, int step, Show show)
    : m_before(std::move(before)), m_after(std::move(after)), m_step(step),
      m_field(changedField(m_before.question, m_after.question)), m_show(std::move(show))
{}

// Only what is set by passing through values (a list walked with the arrow keys) merges. A click on a group is
// a decision of its own, and undone on its own.
int ChangeView::id() const
{
    switch (m_field) {
    case QuestionField::Indicator:
    case QuestionField::Periods:
    case QuestionField::Reference: return int(m_field);
    default: return -1;
    }
}

bool ChangeView::mergeWith(const QUndoCommand *other)
{
    const auto *later = dynamic_cast<const ChangeView *>(other);
    if (!later || later->m_step != m_step || later->m_field != m_field)
        return false;
    m_after = later->m_after;
    setObsolete(m_before == m_after);
    return true;
}

} // namespace evenredig
