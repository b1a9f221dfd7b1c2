// What a workspace holds, and what a check of it found, as text or as JSON.
#pragma once

#include "core/store/workspace.h"

#include <string>
#include <vector>

namespace evenredig {

enum class DescriptionForm { Text, Json };

[[nodiscard]] Result<std::string> description(const Workspace &workspace, Language language, DescriptionForm form);
[[nodiscard]] std::string checkReport(const std::string &file, const std::vector<std::string> &faults,
                                      Language language, DescriptionForm form);

} // namespace evenredig
