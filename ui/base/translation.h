// The language of the window: English stands in the source, Dutch is compiled in.
#pragma once

#include "core/base/language.h"

#include <optional>

namespace evenredig {

/// Installs or removes the translation; every open window writes its texts anew (QEvent::LanguageChange).
void setInterfaceLanguage(Language language);
/// The language that was set; nothing before the first call.
[[nodiscard]] std::optional<Language> chosenInterfaceLanguage();

} // namespace evenredig
