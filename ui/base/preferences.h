// What a person sets once, for all workspaces: languages, number format, keys.
#pragma once

#include "core/figure/figure.h"

namespace evenredig {

/// Interface language, output language and number format are three settings (product.md rule 12).
struct Preferences {
    enum class Numbers { AsOutputLanguage, Dutch, English };
    enum class LetterKeys { On, Off }; ///< single letters as shortcuts can be switched off (WCAG 2.1.4)

    enum class Appearance { AsSystem, Light, Dark };

    Language interfaceLanguage = Language::Dutch;
    Language outputLanguage = Language::Dutch;
    Numbers numbers = Numbers::AsOutputLanguage;
    LetterKeys letterKeys = LetterKeys::On;
    Appearance appearance = Appearance::AsSystem; ///< of the window; figures are always on white

    [[nodiscard]] static Preferences load();
    void save() const;
    [[nodiscard]] NumberFormat numberFormat() const { return numberFormat(outputLanguage); }
    /// The format for an output in another language than the set one.
    [[nodiscard]] NumberFormat numberFormat(Language output) const;
    bool operator==(const Preferences &) const = default;
};

} // namespace evenredig
