// Result<T>: a value or an Error, for every call that a user's input can make fail.
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace evenredig {

template<class T>
using Result = tl::expected<T, Error>;

using Context = std::vector<std::pair<std::string, std::string>>;

/// Shorthand for returning a fault: `return fail(ErrorCode::FileMissing, {{"file", path}});`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, Context context = {})
{
    return tl::unexpected<Error>(Error{code, std::move(context)});
}

} // namespace evenredig
