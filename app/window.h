// Opens the window.
#pragma once

#include <string>

namespace evenredig {

/// Runs the window until it is closed. An empty path: the last workspace, or the sample.
int openWindow(int &argc, char **argv, const std::string &path);

} // namespace evenredig
