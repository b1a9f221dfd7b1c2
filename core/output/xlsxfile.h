// The bytes of a workbook of libxlsxwriter, which knows files only.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>

struct lxw_workbook;

namespace evenredig {

/// Lets `fill` write into a new workbook and gives the bytes of its file. `fill` gives an lxw_error. What the library writes
/// on its way stands in a folder of its own below the system's folder for temporary files, and goes with it.
[[nodiscard]] Result<std::string> xlsxBytes(const std::function<int(lxw_workbook *)> &fill);

} // namespace evenredig
