#include "core/import/persons/surveycolumn.h"

namespace evenredig {

void SurveyColumn::readBy(const CellRule &rule)
{
    m_rule = &rule;
    m_texts = {};
    m_cells = {};
}

SurveyColumn::Cell SurveyColumn::cell(std::string_view text)
{
    const std::uint32_t number = m_texts.add(text);
    if (number == m_cells.size()) {
        const CellRule::Meaning meaning = m_rule->meaningOf(text);
        const std::uint32_t code = meaning.missing ? m_dictionary.addMissing(meaning.value, *meaning.missing)
                                                   : m_dictionary.add(meaning.value);
        m_cells.push_back({code, meaning.unreadable});
    }
    return m_cells[number];
}

void SurveyColumn::complete()
{
    if (!m_rule->rule())
        return;
    for (std::uint32_t code = 0; code < m_dictionary.size(); ++code) {
        if (!m_dictionary.isMissing(code))
            continue;
        const auto label = m_rule->rule()->missingLabels.find(std::string(m_dictionary.value(code)));
        if (label != m_rule->rule()->missingLabels.end())
            m_dictionary.setLabel(code, label->second);
    }
    const std::vector<std::string> order = m_rule->order();
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (const std::optional<std::uint32_t> code = m_dictionary.find(order[i]))
            m_dictionary.setOrder(*code, int(i));
    }
}

void SurveyColumn::forget()
{
    m_dictionary = {};
    m_texts = {};
    m_cells = {};
}

} // namespace evenredig
