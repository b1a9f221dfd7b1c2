#include "json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <utility>

namespace evenredig {

/// To and from the library that knows how JSON is written.
struct JsonText {
    static Json read(const nlohmann::ordered_json &value)
    {
        Json result;
        if (value.is_boolean())
            result = value.get<bool>();
        else if (value.is_number_float())
            result = value.get<double>();
        else if (value.is_string())
            result = value.get<std::string>();
        else if (value.is_number()) {
            result.m_kind = Json::Kind::Integer;
            result.m_integer = value.get<long>();
        } else if (value.is_structured()) {
            result.m_kind = value.is_object() ? Json::Kind::Object : Json::Kind::Array;
            for (const auto &item : value.items()) {
                if (value.is_object())
                    result.m_keys.push_back(item.key());
                result.m_values.push_back(read(item.value()));
            }
        }
        return result;
    }

    static nlohmann::json write(const Json &json)
    {
        nlohmann::json values;
        switch (json.m_kind) {
        case Json::Kind::Null: return nullptr;
        case Json::Kind::Bool: return json.m_integer != 0;
        case Json::Kind::Integer: return json.m_integer;
        case Json::Kind::Number: return json.m_number;
        case Json::Kind::Text: return json.m_text;
        case Json::Kind::Array:
            values = nlohmann::json::array();
            for (const Json &value : json.m_values)
                values.push_back(write(value));
            return values;
        case Json::Kind::Object:
            values = nlohmann::json::object();
            for (const std::string &key : json.m_keys)
                values[key] = write(json.at(key));
            return values;
        }
        return nullptr;
    }
};

namespace {

[[noreturn]] void stop(const std::string &fault)
{
    std::fprintf(stderr, "JSON of a test: %s\n", fault.c_str());
    std::abort();
}

} // namespace

Json::Json(bool value) : m_kind(Kind::Bool), m_integer(value ? 1 : 0) {}

Json::Json(int value) : m_kind(Kind::Integer), m_integer(value) {}

Json::Json(double value) : m_kind(Kind::Number), m_number(value) {}

Json::Json(const char *text) : m_kind(Kind::Text), m_text(text) {}

Json::Json(std::string text) : m_kind(Kind::Text), m_text(std::move(text)) {}

Json::Json(std::initializer_list<Json> values)
{
    const bool pairs = std::all_of(values.begin(), values.end(), [](const Json &value) {
        return value.m_kind == Kind::Array && value.size() == 2 && value[0].m_kind == Kind::Text;
    });
    m_kind = pairs ? Kind::Object : Kind::Array;
    if (!pairs)
        m_values.assign(values.begin(), values.end());
    else
        for (const Json &value : values)
            (*this)[value[0].m_text.c_str()] = value[1];
}

Json &Json::operator=(Json other) noexcept
{
    m_kind = other.m_kind;
    m_integer = other.m_integer;
    m_number = other.m_number;
    m_text.swap(other.m_text);
    m_keys.swap(other.m_keys);
    m_values.swap(other.m_values);
    return *this;
}

Json Json::array(std::initializer_list<Json> values)
{
    Json json;
    json.m_kind = Kind::Array;
    json.m_values.assign(values.begin(), values.end());
    return json;
}

Json Json::parse(const std::string &text)
{
    const auto value = nlohmann::ordered_json::parse(text, nullptr, false);
    if (value.is_discarded())
        stop("cannot be read: " + text);
    return JsonText::read(value);
}

std::string Json::dump() const
{
    return JsonText::write(*this).dump();
}

Json &Json::operator[](const char *key)
{
    if (m_kind == Kind::Null)
        m_kind = Kind::Object;
    if (m_kind != Kind::Object)
        stop(std::string("no object to have the key ") + key);
    if (contains(key))
        return const_cast<Json &>(at(key));
    m_keys.emplace_back(key);
    return m_values.emplace_back();
}

Json &Json::operator[](int index)
{
    return const_cast<Json &>(std::as_const(*this)[index]);
}

const Json &Json::operator[](int index) const
{
    if (std::size_t(index) >= m_values.size())
        stop("no index " + std::to_string(index) + " in " + dump());
    return *std::next(m_values.begin(), index);
}

const Json &Json::at(const std::string &key) const
{
    const auto found = std::find(m_keys.begin(), m_keys.end(), key);
    if (found == m_keys.end())
        stop("no key " + key + " in " + dump());
    return (*this)[int(found - m_keys.begin())];
}

bool Json::contains(const std::string &key) const
{
    return std::find(m_keys.begin(), m_keys.end(), key) != m_keys.end();
}

template<>
bool Json::get<bool>() const
{
    return m_kind == Kind::Bool ? m_integer != 0 : (stop("no bool: " + dump()), false);
}

template<>
long Json::get<long>() const
{
    return m_kind == Kind::Integer ? m_integer : (stop("no whole number: " + dump()), 0);
}

template<>
int Json::get<int>() const
{
    return int(get<long>());
}

template<>
double Json::get<double>() const
{
    return m_kind == Kind::Number ? m_number : double(get<long>());
}

template<>
std::string Json::get<std::string>() const
{
    return m_kind == Kind::Text ? m_text : (stop("no text: " + dump()), std::string());
}

template<>
std::vector<std::string> Json::get<std::vector<std::string>>() const
{
    std::vector<std::string> texts;
    for (const Json &value : m_values)
        texts.push_back(value.get<std::string>());
    return texts;
}

void Json::push_back(const Json &value)
{
    if (m_kind == Kind::Null)
        m_kind = Kind::Array;
    if (m_kind != Kind::Array)
        stop("no array: " + dump());
    m_values.push_back(value);
}

void Json::erase(const char *key)
{
    const auto found = std::find(m_keys.begin(), m_keys.end(), key);
    if (found == m_keys.end())
        return;
    erase(int(found - m_keys.begin()));
    m_keys.erase(found);
}

void Json::erase(int index)
{
    m_values.erase(std::next(m_values.begin(), index));
}

void Json::merge_patch(const Json &patch)
{
    if (!patch.is_object()) {
        *this = patch;
        return;
    }
    if (!is_object())
        *this = Json();
    m_kind = Kind::Object;
    for (const std::string &key : patch.m_keys) {
        if (patch.at(key).is_null())
            erase(key.c_str());
        else
            (*this)[key.c_str()].merge_patch(patch.at(key));
    }
}

} // namespace evenredig
