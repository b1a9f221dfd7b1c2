#include "core/answer/answer.h"

#include "core/answer/indicatoranswer.h"
#include "core/answer/keys.h"
#include "core/answer/overview.h"

namespace evenredig {

Result<Answer> answer(const Workspace &workspace, const Catalogue &catalogue, const Question &question,
                      const Progress &progress)
{
    if (progress.cancelled())
        return fail(ErrorCode::Cancelled);
    Result<Answer> result = traitsOf(question.ask).needsIndicator
                                ? answerOfIndicator(workspace, catalogue, question, ReferenceAbsent::Refuse, progress)
                                : overview(workspace, catalogue, question, progress);
    if (result) {
        if (const Result<void> good = checkConfidence(*result); !good)
            return tl::unexpected<Error>(good.error());
    }
    return result;
}

} // namespace evenredig
