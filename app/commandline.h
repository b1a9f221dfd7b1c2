// The command line of formats.md; the window when no command is given.
#pragma once

namespace evenredig {

/// Runs the program. 0 done, 1 failed (one sentence on standard error), 2 wrong command line.
int run(int argc, char **argv);

} // namespace evenredig
