#include "core/base/reason.h"

#include "core/base/numberformat.h"
#include "core/base/text.h"

namespace evenredig {

std::string evidenceText(const Reason &evidence, Language language)
{
    return text(language, "evidence." + evidence.key, argumentsIn(language, evidence.arguments));
}

std::string evidenceText(const std::vector<Reason> &evidence, Language language)
{
    return joined(
        evidence, [language](const Reason &one) { return evidenceText(one, language); }, "; ");
}

std::string confidenceText(Confidence confidence, Language language)
{
    switch (confidence) {
    case Confidence::Certain: return text(language, "confidence.certain");
    case Confidence::Likely: return text(language, "confidence.likely");
    case Confidence::Unsure: return text(language, "confidence.unsure");
    case Confidence::None: break;
    }
    return text(language, "confidence.none");
}

void addNumber(TextArguments &arguments, const std::string &name, double number, int decimals)
{
    arguments.emplace_back(name + ".nl", formatNumber(number, decimals, NumberFormat::dutch()));
    arguments.emplace_back(name + ".en", formatNumber(number, decimals, NumberFormat::english()));
}

void addText(TextArguments &arguments, const std::string &name, const LocalText &words)
{
    arguments.emplace_back(name + ".nl", words.in(Language::Dutch));
    arguments.emplace_back(name + ".en", words.in(Language::English));
}

} // namespace evenredig
