// Indicators of any bytes.
#include "core/base/jsonnode.h"
#include "core/model/indicator.h"
#include "fuzz.h"

using namespace evenredig;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<JsonDocument> document = JsonDocument::parse(fuzz::textOf(data, size), "fuzz");
    if (document)
        static_cast<void>(readIndicators(*document));
    return 0;
}
