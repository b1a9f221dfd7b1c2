// What SQLite says went wrong, in our own words.
#pragma once

#include "core/base/error.h"

#include <string>

struct sqlite3;

namespace evenredig {

/// The last fault of a connection to the file `path`.
[[nodiscard]] Error faultOf(sqlite3 *handle, const std::string &path);
/// The same when the file could not be made or written.
[[nodiscard]] Error writeFaultOf(sqlite3 *handle, const std::string &path);

} // namespace evenredig
