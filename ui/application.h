// What app needs of the window: its look, its language, and the window itself.
#pragma once

#include "ui/base/translation.h"
#include "ui/session/session.h"

#include <QMainWindow>

#include <memory>

namespace evenredig {

/// Makes the window, not yet shown, and starts to open `workspacePath` in it. With an empty path: the file
/// that was opened last, else the sample, else a page of welcome. `sample` gives the path of the sample; it
/// runs in a job and may make the file first.
/// Call setInterfaceLanguage() before it to choose a language instead of the one that the user has set.
[[nodiscard]] std::unique_ptr<QMainWindow> makeMainWindow(const QString &workspacePath,
                                                          Session::SampleProvider sample = {});

} // namespace evenredig
