#include "core/figure/questionfigure.h"

#include "core/figure/pieces.h"
#include "core/figure/questions.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

const Period *everyPeriod(const Answer &)
{
    return nullptr;
}

constexpr std::array questionFigures{
    QuestionFigure{Ask::Level, buildLevel, levelSentence, spokenLevels, levelFocus, levelPeriod},
    QuestionFigure{Ask::Development, buildDevelopment, developmentSentence, spokenDevelopments, changeFocus,
                   everyPeriod},
    QuestionFigure{Ask::Gap, buildGap, gapSentence, spokenGaps, changeFocus, everyPeriod},
    QuestionFigure{Ask::Relative, buildRelative, relativeSentence, spokenRelative, relativeFocus, everyPeriod},
    QuestionFigure{Ask::Generations, buildGenerations, generationSentence, spokenGenerations, generationsFocus,
                   generationsPeriod},
    QuestionFigure{Ask::Overview, buildOverview, overviewSentence, spokenOverview, overviewFocus, everyPeriod},
};

} // namespace

const QuestionFigure &questionFigure(Ask ask)
{
    const auto found = std::find_if(questionFigures.begin(), questionFigures.end(),
                                    [ask](const QuestionFigure &entry) { return entry.ask == ask; });
    return found == questionFigures.end() ? questionFigures.front() : *found; // what is not answered has no figure
}

int focusRow(const Words &words)
{
    const int asked = words.options().focusRow;
    if (asked >= 0 && asked < static_cast<int>(words.answer().rows.size()))
        return asked;
    return questionFigure(words.answer().question.ask).focus(words.answer());
}

} // namespace evenredig
