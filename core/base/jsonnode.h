// Reading JSON strictly: a key that is not known, a wrong type or value is refused with file, place and
// expectation, never ignored. Keys that begin with x_ are kept out of sight.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace evenredig {

class JsonDocument;

/// A place in a document. The getters never throw: the first fault is kept in the document and every
/// later getter gives an empty value, so that a reader is written straight down and asks once at the end
/// (`document.error()`). Not thread-safe; belongs to its document and may not outlive it.
class JsonNode {
public:
    [[nodiscard]] bool exists() const; ///< there, and not null
    [[nodiscard]] bool isNull() const; ///< there, and null
    [[nodiscard]] bool isString() const;
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] bool isArray() const;
    [[nodiscard]] bool isObject() const;

    /// Refuses every key of this object that is not listed.
    const JsonNode &allow(std::initializer_list<std::string_view> keys) const;
    [[nodiscard]] JsonNode operator[](std::string_view key) const; ///< may be absent
    [[nodiscard]] JsonNode require(std::string_view key) const;    ///< absent is a fault
    [[nodiscard]] std::vector<JsonNode> items() const;
    [[nodiscard]] std::vector<std::pair<std::string, JsonNode>> members() const;

    [[nodiscard]] std::string string() const;
    [[nodiscard]] std::string string(std::string_view otherwise) const; ///< `otherwise` when absent or null
    [[nodiscard]] double number() const;
    [[nodiscard]] std::optional<double> optionalNumber() const;
    [[nodiscard]] int integer(int otherwise) const;
    [[nodiscard]] bool boolean(bool otherwise) const;
    [[nodiscard]] std::vector<std::string> strings() const; ///< an array of strings; empty when absent
    [[nodiscard]] LocalText localText() const;              ///< {"nl": …, "en": …}; empty when absent
    /// One of a list of words; gives its index.
    [[nodiscard]] int oneOf(const std::vector<std::string_view> &words, int otherwise) const;

    [[nodiscard]] const std::string &pointer() const { return m_pointer; }
    [[nodiscard]] const std::string &key() const { return m_key; }
    [[nodiscard]] std::string dump() const; ///< compact JSON of this place
    /// The value here is wrong. `expected` is a code with the text "expected.<code>", or JSON as it should be.
    void failValue(std::string_view expected) const;

private:
    friend class JsonDocument;
    JsonNode(const JsonDocument *document, const nlohmann::json *value, std::string pointer, std::string key);
    void failType(std::string_view expected) const;
    void failUnknown(const std::string &key, std::initializer_list<std::string_view> known) const;

    const JsonDocument *m_document;
    const nlohmann::json *m_value;
    std::string m_pointer;
    std::string m_key;
};

/// A parsed JSON text with its file name. Limits: 64 MB, depth 64, no duplicate keys.
class JsonDocument {
public:
    [[nodiscard]] static Result<JsonDocument> parse(std::string_view text, std::string file);
    /// Reads and parses a file.
    [[nodiscard]] static Result<JsonDocument> read(const std::string &path);
    JsonDocument(JsonDocument &&) noexcept;
    JsonDocument &operator=(JsonDocument &&) noexcept;
    ~JsonDocument();

    [[nodiscard]] JsonNode root() const;
    [[nodiscard]] const std::string &file() const;
    /// Refuses a document whose "evenredig" is not `name` + "/1".
    void expectFormat(std::string_view name) const;
    [[nodiscard]] const std::optional<Error> &error() const;

private:
    friend class JsonNode;
    struct State;
    explicit JsonDocument(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// The known word nearest to a wrong one (edit distance), or an empty text when none is near. Words are short: nothing is
/// near to one of hundreds of characters.
[[nodiscard]] std::string nearestWord(std::string_view word, const std::vector<std::string> &known);

} // namespace evenredig
