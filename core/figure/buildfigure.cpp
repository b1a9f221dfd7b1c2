#include "core/figure/buildfigure.h"

#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/figure/forms.h"
#include "core/figure/questionfigure.h"
#include "core/figure/sentences.h"
#include "core/figure/surroundings.h"

#include <algorithm>

namespace evenredig {

Figure buildFigure(const Answer &answer, const Catalogue &catalogue, const FigureOptions &options)
{
    const Words words(answer, catalogue, options);
    Figure figure;
    figure.ask = answer.question.ask;
    figure.language = options.language;
    figure.numbers = options.numbers;
    figure.code = figureCode(answer);
    questionFigure(figure.ask).build(figure, words);
    if (options.form.arrangement == FigureForm::Arrangement::Panels)
        splitByGroup(figure, words);
    if (figure.subtitle.empty())
        figure.subtitle = subtitle(words);
    figure.footer = footer(figure, words);
    figure.sentences = sentences(words);
    figure.facts = facts(words);
    figure.synthetic = std::any_of(answer.sources.begin(), answer.sources.end(),
                                   [](const DatasetInfo &info) { return info.synthetic; });
    figure.altText = altText(figure, words);
    return figure;
}

void editFigure(Figure &figure, const std::string &title, const std::string &note)
{
    std::vector<std::string> edits;
    if (!title.empty() && title != figure.title) {
        edits.push_back(text(figure.language, "figure.edited_title", {{"title", figure.title}}));
        figure.title = title;
    }
    if (!note.empty()) {
        edits.push_back(text(figure.language, "figure.edited_note", {{"note", note}}));
        const auto place = std::find(figure.footer.begin(), figure.footer.end(), figure.code);
        figure.footer.insert(place, note);
    }
    figure.edited = joined(edits, "; ");
}

std::string fileMark(const Figure &figure)
{
    return figure.edited.empty() ? figure.code : figure.code + "; " + figure.edited;
}

} // namespace evenredig
