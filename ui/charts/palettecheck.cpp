#include "ui/charts/palettecheck.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>

namespace evenredig {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr std::array<Vision, 3> deficiencies{Vision::Protan, Vision::Deutan, Vision::Tritan};

// IEC 61966-2-1.
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Triple linearFromHex(std::string_view hex)
{
    Triple result{};
    if (hex.size() != 7 || hex.front() != '#')
        return result;
    for (std::size_t i = 0; i < 3; ++i) {
        unsigned value = 0;
        std::from_chars(hex.data() + 1 + 2 * i, hex.data() + 3 + 2 * i, value, 16);
        result[i] = linear(value / 255.0);
    }
    return result;
}

Triple multiply(const Matrix &matrix, const Triple &vector)
{
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row)
        result[row] = matrix[row][0] * vector[0] + matrix[row][1] * vector[1] + matrix[row][2] * vector[2];
    return result;
}

// Machado, Oliveira & Fernandes 2009, doi:10.1109/TVCG.2009.113, severity 1.0, on linear RGB.
Triple seen(const Triple &rgb, Vision vision)
{
    static constexpr Matrix protan{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    static constexpr Matrix deutan{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    static constexpr Matrix tritan{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    if (vision == Vision::Normal)
        return rgb;
    Triple result = multiply(vision == Vision::Protan ? protan : vision == Vision::Deutan ? deutan : tritan, rgb);
    for (double &channel : result)
        channel = std::clamp(channel, 0.0, 1.0);
    return result;
}

Triple lab(const Triple &rgb)
{
    static constexpr Matrix toXyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    static constexpr Triple white{0.95047, 1.0, 1.08883}; // D65, 2 degrees
    const Triple xyz = multiply(toXyz, rgb);
    Triple f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / white[i];
        f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

double hue(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

double meanHue(double first, double second, bool grey)
{
    if (grey)
        return first + second;
    if (std::abs(first - second) <= 180)
        return (first + second) / 2;
    return first + second < 360 ? (first + second + 360) / 2 : (first + second - 360) / 2;
}

double hueDifference(double first, double second, bool grey)
{
    if (grey)
        return 0;
    const double difference = second - first;
    return difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;
}

double pow7(double value)
{
    return std::pow(value, 7);
}

// Sharma, Wu & Dalal 2005, doi:10.1002/col.20070.
double ciede2000(const Triple &first, const Triple &second)
{
    const double chroma = (std::hypot(first[1], first[2]) + std::hypot(second[1], second[2])) / 2;
    const double g = 0.5 * (1 - std::sqrt(pow7(chroma) / (pow7(chroma) + pow7(25))));
    const double a1 = first[1] * (1 + g), a2 = second[1] * (1 + g);
    const double c1 = std::hypot(a1, first[2]), c2 = std::hypot(a2, second[2]);
    const double h1 = hue(a1, first[2]), h2 = hue(a2, second[2]);
    const bool grey = c1 * c2 == 0;

    const double dL = second[0] - first[0], dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(radians(hueDifference(h1, h2, grey)) / 2);
    const double meanL = (first[0] + second[0]) / 2, meanC = (c1 + c2) / 2, meanH = meanHue(h1, h2, grey);
    const double t = 1 - 0.17 * std::cos(radians(meanH - 30)) + 0.24 * std::cos(radians(2 * meanH))
                     + 0.32 * std::cos(radians(3 * meanH + 6)) - 0.20 * std::cos(radians(4 * meanH - 63));
    const double theta = 30 * std::exp(-std::pow((meanH - 275) / 25, 2));
    const double rotation = -2 * std::sqrt(pow7(meanC) / (pow7(meanC) + pow7(25))) * std::sin(radians(2 * theta));
    const double sL = 1 + 0.015 * std::pow(meanL - 50, 2) / std::sqrt(20 + std::pow(meanL - 50, 2));
    const double sC = 1 + 0.045 * meanC, sH = 1 + 0.015 * meanC * t;
    return std::sqrt(std::pow(dL / sL, 2) + std::pow(dC / sC, 2) + std::pow(dH / sH, 2)
                     + rotation * (dC / sC) * (dH / sH));
}

double luminance(std::string_view hex)
{
    const Triple rgb = linearFromHex(hex);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

void checkContrast(PaletteReport &report, const std::vector<PaletteColour> &colours, std::string_view background,
                   double limit)
{
    for (const PaletteColour &colour : colours) {
        const double value = contrast(colour.hex, background);
        report.contrasts.push_back(value);
        if (value < limit)
            report.faults.push_back({PaletteFault::Rule::Contrast, colour.name, {}, Vision::Normal, value, limit});
    }
}

void checkPair(PaletteReport &report, const PaletteColour &first, const PaletteColour &second,
               const PaletteLimits &limits)
{
    using Rule = PaletteFault::Rule;
    const auto hold = [&](double value, double limit, Rule rule, Vision vision) {
        if (value < limit)
            report.faults.push_back({rule, first.name, second.name, vision, value, limit});
        return value;
    };
    const double normal = hold(colourDifference(first.hex, second.hex), limits.normal, Rule::NormalSight,
                               Vision::Normal);
    report.leastNormal = std::min(report.leastNormal, normal);
    for (const Vision vision : deficiencies) {
        const double value = hold(colourDifference(first.hex, second.hex, vision), limits.deficient,
                                  Rule::ColourDeficiency, vision);
        report.leastDeficient = std::min(report.leastDeficient, value);
    }
    const double gap = hold(std::abs(lightness(first.hex) - lightness(second.hex)), limits.lightnessGap,
                            Rule::Lightness, Vision::Normal);
    report.leastLightnessGap = std::min(report.leastLightnessGap, gap);
}

} // namespace

double contrast(std::string_view hex, std::string_view background)
{
    const double a = luminance(hex), b = luminance(background);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

double lightness(std::string_view hex)
{
    return lab(linearFromHex(hex))[0];
}

double colourDifference(std::string_view first, std::string_view second, Vision vision)
{
    return ciede2000(lab(seen(linearFromHex(first), vision)), lab(seen(linearFromHex(second), vision)));
}

PaletteReport checkPalette(const std::vector<PaletteColour> &colours, std::string_view background,
                           const PaletteLimits &limits)
{
    PaletteReport report;
    report.leastNormal = report.leastDeficient = report.leastLightnessGap = std::numeric_limits<double>::infinity();
    checkContrast(report, colours, background, limits.contrast);
    for (std::size_t i = 0; i < colours.size(); ++i) {
        for (std::size_t j = i + 1; j < colours.size(); ++j)
            checkPair(report, colours[i], colours[j], limits);
    }
    return report;
}

} // namespace evenredig
