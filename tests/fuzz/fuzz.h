// The door that libFuzzer knocks on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace evenredig::fuzz {

inline std::string_view textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

/// A promise that must hold whatever comes in; breaking it is a finding.
inline void promise(bool kept)
{
    if (!kept)
        std::abort();
}

} // namespace evenredig::fuzz
