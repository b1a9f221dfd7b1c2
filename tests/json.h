// JSON for tests, used as nlohmann::json is. Its header and templates cost every file that includes them five seconds to
// compile; here they are compiled once.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <list>
#include <string>
#include <vector>

namespace evenredig {

/// A value that owns its parts; objects keep the order of their keys.
class Json {
public:
    Json() = default; ///< null
    Json(bool value);
    Json(int value);
    Json(double value);
    Json(const char *text);
    Json(std::string text);
    /// An object when every value is a pair that begins with a text, else an array.
    Json(std::initializer_list<Json> values);

    Json(const Json &) = default;
    Json(Json &&) = default;
    Json &operator=(Json other) noexcept; // a copy, as what is assigned may be a part of what it replaces
    ~Json() = default;

    [[nodiscard]] static Json array(std::initializer_list<Json> values = {});
    /// Ends the test program when the text is no JSON.
    [[nodiscard]] static Json parse(const std::string &text);
    /// With its keys in the order of the alphabet.
    [[nodiscard]] std::string dump() const;

    /// Adds the key when it is absent.
    Json &operator[](const char *key);
    Json &operator[](int index);
    const Json &operator[](const char *key) const { return at(key); }
    const Json &operator[](int index) const;
    [[nodiscard]] const Json &at(const std::string &key) const;
    [[nodiscard]] bool contains(const std::string &key) const;

    /// bool, int, long, double, std::string or a list of those texts; ends the test program when it is something else.
    template<typename Value>
    [[nodiscard]] Value get() const;

    // Of an array or an object.
    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] bool empty() const { return m_values.empty(); }
    [[nodiscard]] auto begin() const { return m_values.begin(); }
    [[nodiscard]] auto end() const { return m_values.end(); }
    [[nodiscard]] const std::vector<std::string> &keys() const { return m_keys; }
    [[nodiscard]] Json &back() { return m_values.back(); }
    void push_back(const Json &value);
    void erase(const char *key);
    void erase(int index);
    /// JSON merge patch (RFC 7396).
    void merge_patch(const Json &patch);

    [[nodiscard]] bool is_null() const { return m_kind == Kind::Null; }
    [[nodiscard]] bool is_number() const { return m_kind == Kind::Integer || m_kind == Kind::Number; }
    [[nodiscard]] bool is_string() const { return m_kind == Kind::Text; }
    [[nodiscard]] bool is_array() const { return m_kind == Kind::Array; }
    [[nodiscard]] bool is_object() const { return m_kind == Kind::Object; }
    bool operator==(const Json &) const = default;

private:
    friend struct JsonText;
    enum class Kind { Null, Bool, Integer, Number, Text, Array, Object };

    Kind m_kind = Kind::Null;
    long m_integer = 0; ///< also 0 or 1 of a Bool
    double m_number = 0;
    std::string m_text;
    std::vector<std::string> m_keys; ///< of m_values, in an object
    std::list<Json> m_values;        ///< a list, so that what operator[] gave stays where it is
};

template<>
bool Json::get<bool>() const;
template<>
int Json::get<int>() const;
template<>
long Json::get<long>() const;
template<>
double Json::get<double>() const;
template<>
std::string Json::get<std::string>() const;
template<>
std::vector<std::string> Json::get<std::vector<std::string>>() const;

} // namespace evenredig
