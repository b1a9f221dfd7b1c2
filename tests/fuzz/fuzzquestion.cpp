// A question of any bytes; one that is taken says the same when it is written and read again.
#include "core/model/question.h"
#include "fuzz.h"

using namespace evenredig;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<Question> question = Question::fromJson(fuzz::textOf(data, size), "fuzz");
    if (!question)
        return 0;
    const std::string written = question->toJson();
    const Result<Question> again = Question::fromJson(written, "fuzz");
    fuzz::promise(again.has_value());
    fuzz::promise(again->toJson() == written);
    return 0;
}
