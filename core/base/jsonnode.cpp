#include "core/base/jsonnode.h"

#include "core/base/file.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace evenredig {

using nlohmann::json;

struct JsonDocument::State {
    std::string file;
    json value;
    mutable std::optional<Error> error;

    void note(ErrorCode code, Context context) const
    {
        if (error)
            return;
        context.insert(context.begin(), {"file", file});
        error = Error{code, std::move(context)};
    }
};

namespace {

constexpr std::size_t sizeLimit = 64u << 20;
constexpr std::size_t depthLimit = 64;
/// The time to compare two words is the product of their lengths, and a file may name anything.
constexpr std::size_t longestWord = 200;

// Lines count from 1, columns from 1 and in characters, as an editor counts them.
std::pair<std::size_t, std::size_t> placeOf(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::string_view start = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
    return {static_cast<std::size_t>(line), characterCount(start) + 1};
}

tl::unexpected<Error> syntaxFault(const std::string &file, std::string_view text, std::size_t offset,
                                  std::string reason)
{
    const auto place = placeOf(text, offset);
    return fail(ErrorCode::JsonSyntax, {{"file", file},
                                        {"line", std::to_string(place.first)},
                                        {"column", std::to_string(place.second)},
                                        {"reason", std::move(reason)}});
}

// Builds the value and refuses duplicate keys and too deep nesting while it parses; both would be lost
// afterwards (the parser keeps the last of two equal keys, and recursion happens while it reads).
class StrictBuilder final : public nlohmann::json_sax<json> {
public:
    explicit StrictBuilder(json &root) : m_builder(root, false) {}

    bool null() override { return m_builder.null(); }
    bool boolean(bool value) override { return m_builder.boolean(value); }
    bool number_integer(number_integer_t value) override { return m_builder.number_integer(value); }
    bool number_unsigned(number_unsigned_t value) override { return m_builder.number_unsigned(value); }
    bool number_float(number_float_t value, const string_t &text) override
    {
        return m_builder.number_float(value, text);
    }
    bool string(string_t &value) override { return m_builder.string(value); }
    bool binary(binary_t &value) override { return m_builder.binary(value); }
    bool start_object(std::size_t size) override
    {
        m_keys.emplace_back();
        return !tooDeep() && m_builder.start_object(size);
    }
    bool key(string_t &key) override
    {
        if (!m_keys.back().insert(key).second) {
            duplicate = key;
            return false;
        }
        return m_builder.key(key);
    }
    bool end_object() override
    {
        m_keys.pop_back();
        return m_builder.end_object();
    }
    bool start_array(std::size_t size) override
    {
        m_keys.emplace_back();
        return !tooDeep() && m_builder.start_array(size);
    }
    bool end_array() override
    {
        m_keys.pop_back();
        return m_builder.end_array();
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &exception) override
    {
        errorAt = position;
        reason = exception.what();
        return false;
    }

    std::optional<std::string> duplicate;
    std::optional<std::size_t> errorAt;
    std::string reason;
    bool deep = false;

private:
    bool tooDeep() { return deep = m_keys.size() > depthLimit; }

    nlohmann::detail::json_sax_dom_parser<json> m_builder;
    std::vector<std::set<std::string>> m_keys;
};

struct KnownReason {
    std::string_view words; ///< of the parser
    std::string_view code;  ///< with the text "reason.<code>"
};
/// The first whose words the parser uses: it speaks English only.
constexpr std::array<KnownReason, 8> knownReasons{{{"UTF-8", "json_utf8"},
                                                   {"unexpected end of input", "json_end"},
                                                   {"missing closing quote", "json_end"},
                                                   {"invalid string", "json_string"},
                                                   {"invalid number", "json_number"},
                                                   {"number overflow", "json_number"},
                                                   {"expected end of input", "json_more"},
                                                   {"object key", "json_key"}}};

std::string reasonCode(const std::string &what)
{
    const auto found = std::find_if(knownReasons.begin(), knownReasons.end(), [&what](const KnownReason &reason) {
        return what.find(reason.words) != std::string::npos;
    });
    return std::string(found == knownReasons.end() ? "json_other" : found->code);
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string escapePointer(std::string_view key)
{
    std::string escaped;
    for (const char c : key) {
        if (c == '~')
            escaped += "~0";
        else if (c == '/')
            escaped += "~1";
        else
            escaped += c;
    }
    return escaped;
}

} // namespace

std::string nearestWord(std::string_view word, const std::vector<std::string> &known)
{
    std::string best;
    if (word.size() > longestWord)
        return best;
    std::size_t bestDistance = std::max<std::size_t>(2, word.size() / 2) + 1;
    for (const std::string &candidate : known) {
        const std::size_t longer = std::max(word.size(), candidate.size());
        if (longer - std::min(word.size(), candidate.size()) >= bestDistance)
            continue; // so many letters at least would have to come or go
        const std::size_t distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

JsonDocument::JsonDocument(std::unique_ptr<State> state) : m_state(std::move(state)) {}
JsonDocument::JsonDocument(JsonDocument &&) noexcept = default;
JsonDocument &JsonDocument::operator=(JsonDocument &&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::parse(std::string_view bytes, std::string file)
{
    if (bytes.size() > sizeLimit)
        return fail(ErrorCode::FileTooLarge, {{"file", file}, {"limit", "64 MB"}});
    const std::string normal = hasLooseAccents(bytes) ? composed(bytes) : std::string();
    std::string_view text = normal.empty() ? bytes : std::string_view(normal);
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    // The parser takes a zero byte for the end and would pass over what stands behind it.
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
        return syntaxFault(file, text, zero, "json_zero");
    auto state = std::make_unique<State>();
    StrictBuilder builder(state->value);
    const bool good = json::sax_parse(text.begin(), text.end(), &builder);
    if (builder.deep)
        return fail(ErrorCode::JsonTooDeep, {{"file", file}, {"limit", std::to_string(depthLimit)}});
    if (builder.duplicate)
        return fail(ErrorCode::JsonDuplicateKey, {{"file", file}, {"key", *builder.duplicate}});
    if (!good) {
        const std::size_t at = builder.errorAt.value_or(1);
        return syntaxFault(file, text, at > 0 ? at - 1 : 0, reasonCode(builder.reason));
    }
    state->file = std::move(file);
    return JsonDocument(std::move(state));
}

Result<JsonDocument> JsonDocument::read(const std::string &path)
{
    auto bytes = readFile(path, sizeLimit);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    if (bytes->empty())
        return fail(ErrorCode::FileEmpty, {{"file", path}});
    return parse(*bytes, path);
}

JsonNode JsonDocument::root() const
{
    return JsonNode(this, &m_state->value, {}, {});
}
const std::string &JsonDocument::file() const
{
    return m_state->file;
}
const std::optional<Error> &JsonDocument::error() const
{
    return m_state->error;
}

void JsonDocument::expectFormat(std::string_view name) const
{
    const std::string expected = std::string(name) + "/1";
    const std::string found = root()["evenredig"].isString() ? root()["evenredig"].string() : std::string();
    if (found != expected)
        m_state->note(ErrorCode::FormatWrong, {{"expected", expected}, {"found", found.empty() ? "–" : found}});
}

JsonNode::JsonNode(const JsonDocument *document, const json *value, std::string pointer, std::string key)
    : m_document(document), m_value(value), m_pointer(std::move(pointer)), m_key(std::move(key))
{}

bool JsonNode::exists() const
{
    return m_value && !m_value->is_null();
}
bool JsonNode::isNull() const
{
    return m_value && m_value->is_null();
}
bool JsonNode::isString() const
{
    return m_value && m_value->is_string();
}
bool JsonNode::isNumber() const
{
    return m_value && m_value->is_number();
}
bool JsonNode::isArray() const
{
    return m_value && m_value->is_array();
}
bool JsonNode::isObject() const
{
    return m_value && m_value->is_object();
}

void JsonNode::failType(std::string_view expected) const
{
    m_document->m_state->note(ErrorCode::JsonWrongType,
                              {{"pointer", m_pointer.empty() ? "/" : m_pointer}, {"expected", std::string(expected)}});
}

void JsonNode::failValue(std::string_view expected) const
{
    m_document->m_state->note(
        ErrorCode::JsonWrongValue,
        {{"pointer", m_pointer.empty() ? "/" : m_pointer}, {"value", dump()}, {"expected", std::string(expected)}});
}

void JsonNode::failUnknown(const std::string &key, std::initializer_list<std::string_view> known) const
{
    const std::vector<std::string> words(known.begin(), known.end());
    m_document->m_state->note(ErrorCode::JsonUnknownKey, {{"pointer", m_pointer + "/" + escapePointer(key)},
                                                          {"key", key},
                                                          {"nearest", nearestWord(key, words)},
                                                          {"known", joined(words)}});
}

const JsonNode &JsonNode::allow(std::initializer_list<std::string_view> keys) const
{
    if (!m_value)
        return *this;
    if (!m_value->is_object()) {
        failType("object");
        return *this;
    }
    for (const auto &item : m_value->items()) {
        const std::string &key = item.key();
        if (key.substr(0, 2) != "x_" && !contains(keys, key)) {
            failUnknown(key, keys);
            break;
        }
    }
    return *this;
}

JsonNode JsonNode::operator[](std::string_view key) const
{
    const json *value = nullptr;
    if (m_value && m_value->is_object()) {
        const auto found = m_value->find(key);
        if (found != m_value->end())
            value = &*found;
    }
    return JsonNode(m_document, value, m_pointer + "/" + escapePointer(key), std::string(key));
}

JsonNode JsonNode::require(std::string_view key) const
{
    JsonNode node = (*this)[key];
    if (!node.exists())
        m_document->m_state->note(ErrorCode::JsonMissingKey,
                                  {{"pointer", m_pointer.empty() ? "/" : m_pointer}, {"key", std::string(key)}});
    return node;
}

std::vector<JsonNode> JsonNode::items() const
{
    std::vector<JsonNode> nodes;
    if (!exists())
        return nodes;
    if (!m_value->is_array()) {
        failType("list");
        return nodes;
    }
    for (std::size_t i = 0; i < m_value->size(); ++i)
        nodes.push_back(JsonNode(m_document, &(*m_value)[i], m_pointer + "/" + std::to_string(i), m_key));
    return nodes;
}

std::vector<std::pair<std::string, JsonNode>> JsonNode::members() const
{
    std::vector<std::pair<std::string, JsonNode>> nodes;
    if (!exists())
        return nodes;
    if (!m_value->is_object()) {
        failType("object");
        return nodes;
    }
    for (const auto &item : m_value->items()) {
        nodes.emplace_back(
            item.key(), JsonNode(m_document, &item.value(), m_pointer + "/" + escapePointer(item.key()), item.key()));
    }
    return nodes;
}

std::string JsonNode::string() const
{
    if (!exists())
        return {};
    if (!m_value->is_string()) {
        failType("text");
        return {};
    }
    return m_value->get<std::string>();
}

std::string JsonNode::string(std::string_view otherwise) const
{
    return exists() ? string() : std::string(otherwise);
}

double JsonNode::number() const
{
    return optionalNumber().value_or(0);
}

std::optional<double> JsonNode::optionalNumber() const
{
    if (!exists())
        return std::nullopt;
    if (!m_value->is_number()) {
        failType("number");
        return std::nullopt;
    }
    return m_value->get<double>();
}

int JsonNode::integer(int otherwise) const
{
    if (!exists())
        return otherwise;
    if (!m_value->is_number_integer() || m_value->get<double>() < -2147483648.0
        || m_value->get<double>() > 2147483647.0) {
        failType("whole_number");
        return otherwise;
    }
    return m_value->get<int>();
}

bool JsonNode::boolean(bool otherwise) const
{
    if (!exists())
        return otherwise;
    if (!m_value->is_boolean()) {
        failType("truth");
        return otherwise;
    }
    return m_value->get<bool>();
}

std::vector<std::string> JsonNode::strings() const
{
    std::vector<std::string> result;
    for (const JsonNode &item : items())
        result.push_back(item.string());
    return result;
}

LocalText JsonNode::localText() const
{
    if (!exists())
        return {};
    allow({"nl", "en"});
    return {(*this)["nl"].string(""), (*this)["en"].string("")};
}

int JsonNode::oneOf(const std::vector<std::string_view> &words, int otherwise) const
{
    if (!exists())
        return otherwise;
    const std::string word = string();
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end())
        return static_cast<int>(found - words.begin());
    failValue(joined(words));
    return otherwise;
}

std::string JsonNode::dump() const
{
    if (!m_value)
        return "null";
    return m_value->dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace evenredig
