#include "core/answer/availability.h"

#include "core/answer/indicatoranswer.h"
#include "core/answer/levelmakers.h"

#include <algorithm>

namespace evenredig {

namespace {

constexpr std::array<std::string_view, 7> obstacleNames{
    "", "not_yet", "no_data", "one_period", "no_reference", "no_generations", "persons_level_only"};

/// The refusal of a question is the reason why it cannot be asked: there is no second set of rules.
Obstacle obstacleOf(const Error &error)
{
    for (const auto &[name, value] : error.context) {
        const auto found = std::find(obstacleNames.begin(), obstacleNames.end(), value);
        if (name == "reason" && found != obstacleNames.end())
            return static_cast<Obstacle>(found - obstacleNames.begin());
    }
    return error.code == ErrorCode::ReferenceImpossible ? Obstacle::NoReference : Obstacle::NoData;
}

Availability availabilityOf(const Workspace &workspace, const Catalogue &catalogue, IndicatorCoverage coverage)
{
    Availability result;
    Question question;
    question.indicator = coverage.indicator;
    for (const AskTraits &traits : allAskTraits()) {
        Obstacle &obstacle = result.obstacles[static_cast<std::size_t>(traits.ask)];
        question.ask = traits.ask;
        if (!traits.answered)
            obstacle = Obstacle::NotYet;
        else if (!traits.needsIndicator || traits.ofPersons)
            obstacle = Obstacle::None; // of what has any figure, without reading rows of persons
        else if (const auto answered = answerOfIndicator(workspace, catalogue, question, ReferenceAbsent::Refuse, {});
                 !answered)
            obstacle = obstacleOf(answered.error());
    }
    result.coverage = std::move(coverage);
    return result;
}

/// Of an indicator that has published figures too, those come first: they answer more questions.
void addPersons(std::vector<IndicatorCoverage> &coverage, std::vector<IndicatorCoverage> persons)
{
    for (IndicatorCoverage &item : persons) {
        const auto published = std::find_if(coverage.begin(), coverage.end(), [&](const IndicatorCoverage &one) {
            return one.indicator == item.indicator;
        });
        if (published == coverage.end()) {
            coverage.push_back(std::move(item));
            continue;
        }
        for (const std::string &dataset : item.datasets)
            addOnce(published->datasets, dataset);
    }
}

} // namespace

std::string_view obstacleName(Obstacle obstacle)
{
    return obstacleNames[static_cast<std::size_t>(obstacle)];
}

Result<std::vector<Availability>> availability(const Workspace &workspace, const Catalogue &catalogue)
{
    Result<std::vector<IndicatorCoverage>> coverage = workspace.coverage();
    if (!coverage)
        return tl::unexpected<Error>(coverage.error());
    Result<std::vector<IndicatorCoverage>> persons = personsCoverage(workspace, catalogue);
    if (!persons)
        return tl::unexpected<Error>(persons.error());
    addPersons(*coverage, std::move(*persons));
    std::vector<Availability> result;
    for (IndicatorCoverage &item : *coverage)
        result.push_back(availabilityOf(workspace, catalogue, std::move(item)));
    return result;
}

Obstacle obstacleOfAll(const std::vector<Availability> &available)
{
    const bool persons = !available.empty()
                         && std::all_of(available.begin(), available.end(),
                                        [](const Availability &item) { return item.coverage.personsOnly; });
    return persons ? Obstacle::PersonsLevelOnly : Obstacle::None;
}

Obstacle obstacleWithoutData(Ask ask)
{
    const AskTraits &traits = traitsOf(ask);
    if (!traits.answered)
        return Obstacle::NotYet;
    return traits.needsIndicator ? Obstacle::NoData : Obstacle::None;
}

} // namespace evenredig
