#include "core/base/digest.h"

#include <openssl/evp.h>

#include <array>

namespace evenredig {

struct Digest::State {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
};

Digest::Digest() : m_state(std::make_unique<State>())
{
    EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr);
}

Digest::~Digest()
{
    EVP_MD_CTX_free(m_state->context);
}

void Digest::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
}

std::string Digest::text()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_state->context, bytes.data(), &size);
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += hexadecimal[bytes[i] >> 4];
        text += hexadecimal[bytes[i] & 15];
    }
    return text;
}

} // namespace evenredig
