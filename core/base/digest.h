// SHA-256 of bytes that come in pieces.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace evenredig {

/// Not thread-safe.
class Digest {
public:
    Digest();
    Digest(const Digest &) = delete;
    Digest &operator=(const Digest &) = delete;
    ~Digest();
    void add(std::string_view bytes);
    /// 64 hexadecimal digits. Once, at the end.
    [[nodiscard]] std::string text();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace evenredig
