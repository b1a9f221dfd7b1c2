#include "core/figure/figure.h"

#include "core/figure/builders.h"

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
    switch (answer.question.ask) {
    case Ask::Development: buildDevelopment(figure, words); break;
    case Ask::Gap: buildGap(figure, words); break;
    case Ask::Relative: buildRelative(figure, words); break;
    case Ask::Generations: buildGenerations(figure, words); break;
    case Ask::Overview: buildOverview(figure, words); break;
    default: buildLevel(figure, words); break;
    }
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

} // namespace evenredig
