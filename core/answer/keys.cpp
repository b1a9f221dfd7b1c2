#include "core/answer/keys.h"

namespace evenredig {

namespace {

tl::unexpected<Error> unused(const Question &question, const char *key)
{
    return fail(ErrorCode::KeyUnused, {{"ask", std::string(askName(question.ask))}, {"key", key}});
}

} // namespace

Result<void> checkKeys(const Question &question, const Indicator *indicator, const std::vector<Period> &periods)
{
    const AskTraits &traits = traitsOf(question.ask);
    if (question.base && !traits.usesBase && (periods.empty() || periods.front().id() != *question.base))
        return unused(question, "base");
    if (question.controls && !traits.usesControls && (!indicator || *question.controls != indicator->controls))
        return unused(question, "controls");
    if (question.estimator && !traits.usesControls && *question.estimator != Estimator::Regression)
        return unused(question, "estimator");
    return {};
}

Result<void> checkConfidence(const Answer &answer)
{
    if (answer.question.confidence == defaultConfidence)
        return {};
    for (const AnswerRow &row : answer.rows) {
        for (const auto &entry : row.estimates) {
            if (isSampling(entry.second.method))
                return {};
        }
    }
    return unused(answer.question, "confidence");
}

} // namespace evenredig
