// Whether people can tell the colours of a palette apart: contrast (WCAG 2), CIEDE2000 in normal sight and under
// Machado 2009 full protan, deutan and tritan, and L* (photocopy). Pure arithmetic, for our palette and for loaded ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

enum class Vision { Normal, Protan, Deutan, Tritan };

struct PaletteColour {
    std::string name;
    std::string hex; ///< "#662255"
};

/// A colour or a pair that falls under a limit.
struct PaletteFault {
    enum class Rule { Contrast, NormalSight, ColourDeficiency, Lightness };
    Rule rule = Rule::Contrast;
    std::string first, second; ///< `second` is empty for contrast
    Vision vision = Vision::Normal;
    double value = 0, limit = 0;
};

struct PaletteReport {
    std::vector<double> contrasts; ///< in the order of the colours
    double leastNormal = 0;        ///< CIEDE2000 of the nearest pair
    double leastDeficient = 0;
    double leastLightnessGap = 0;
    std::vector<PaletteFault> faults;
};

struct PaletteLimits {
    double contrast = 3.0, normal = 20, deficient = 13, lightnessGap = 4.5;
};

/// WCAG 2 contrast of two colours, 1 to 21.
[[nodiscard]] double contrast(std::string_view hex, std::string_view background);
/// CIE L*, 0 to 100.
[[nodiscard]] double lightness(std::string_view hex);
/// CIEDE2000 of two colours as a person with that sight sees them.
[[nodiscard]] double colourDifference(std::string_view first, std::string_view second, Vision vision = Vision::Normal);
/// Checks every colour against the background and every pair against each other. The reference belongs in `colours`.
[[nodiscard]] PaletteReport checkPalette(const std::vector<PaletteColour> &colours,
                                         std::string_view background = "#FFFFFF", const PaletteLimits &limits = {});

} // namespace evenredig
