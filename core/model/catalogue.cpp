#include "core/model/catalogue.h"

#include "core/base/resource.h"

#include <algorithm>

namespace evenredig {

namespace {

template<class T>
const T *find(const std::vector<T> &list, std::string_view id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const T &item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

Origin readOrigin(const JsonNode &node)
{
    node.allow({"id", "kind", "role", "order", "name", "short", "count_name", "people", "suffix", "colour", "marker",
                "synonyms", "statline"}); // the last two are the vocabulary's
    Origin origin;
    origin.id = node.require("id").string();
    origin.kind = static_cast<Origin::Kind>(
        node.require("kind").oneOf({"group", "reference", "residual", "aggregate"}, 0));
    origin.role = readRole(node);
    origin.order = node["order"].integer(0);
    origin.name = node.require("name").localText();
    origin.shortName = node["short"].localText();
    origin.countName = node["count_name"].localText();
    origin.people = node["people"].localText();
    origin.suffix = node["suffix"].localText();
    origin.colour = node["colour"].string("");
    origin.marker = node["marker"].string("");
    return origin;
}

Domain readDomain(const JsonNode &node)
{
    node.allow({"id", "name", "description", "order", "kind"});
    return {node.require("id").string(), node.require("name").localText(), node["description"].localText(),
            node["order"].integer(0)};
}

GenerationTerm readGeneration(const JsonNode &node)
{
    node.allow({"id", "name", "people", "hollow"});
    return {node.require("id").string(), node.require("name").localText(), node["people"].localText(),
            node["hollow"].boolean(false)};
}

Classification readClassification(const JsonNode &node)
{
    node.allow({"id", "name", "reference_name", "reference_people", "reference_suffix"});
    return {node.require("id").string(), node.require("name").localText(), node.require("reference_name").localText(),
            node.require("reference_people").localText(), node.require("reference_suffix").localText()};
}

// One file of resources/catalogue: {"evenredig": "<name>/1", "<name>": [ … ]}.
template<class T, class Read>
Result<void> readList(std::string_view name, std::vector<T> &list, Read read)
{
    const std::string path = "catalogue/" + std::string(name) + ".json";
    const auto bytes = resource(path);
    if (!bytes)
        return fail(ErrorCode::FileMissing, {{"file", path}});
    const auto document = JsonDocument::parse(*bytes, path);
    if (!document)
        return tl::unexpected<Error>(document.error());
    document->expectFormat(name);
    document->root().allow({"evenredig", name});
    for (const JsonNode &node : document->root().require(name).items()) {
        T item = read(node);
        if (find(list, item.id))
            node["id"].failValue("id ≠ " + item.id);
        list.push_back(std::move(item));
    }
    if (document->error())
        return tl::unexpected<Error>(*document->error());
    return {};
}

} // namespace

Result<Catalogue> Catalogue::builtIn()
{
    Catalogue catalogue;
    Result<void> done = readList("origins", catalogue.origins, readOrigin);
    if (done)
        done = readList("domains", catalogue.domains, readDomain);
    if (done)
        done = readList("generations", catalogue.generations, readGeneration);
    if (done)
        done = readList("classifications", catalogue.classifications, readClassification);
    if (done)
        done = readList("indicators", catalogue.indicators, readIndicator);
    if (!done)
        return tl::unexpected<Error>(done.error());
    std::stable_sort(catalogue.origins.begin(), catalogue.origins.end(),
                     [](const Origin &a, const Origin &b) { return a.order < b.order; });
    std::stable_sort(catalogue.domains.begin(), catalogue.domains.end(),
                     [](const Domain &a, const Domain &b) { return a.order < b.order; });
    return catalogue;
}

const Origin *Catalogue::origin(std::string_view id) const
{
    return find(origins, id);
}
const Domain *Catalogue::domain(std::string_view id) const
{
    return find(domains, id);
}
const GenerationTerm *Catalogue::generation(std::string_view id) const
{
    return find(generations, id);
}
const Classification *Catalogue::classification(std::string_view id) const
{
    return find(classifications, id);
}
const Indicator *Catalogue::indicator(std::string_view id) const
{
    return find(indicators, id);
}

std::vector<std::string> Catalogue::groupIds() const
{
    std::vector<std::string> ids;
    for (const Origin &item : origins) {
        if (item.kind == Origin::Kind::Group)
            ids.push_back(item.id);
    }
    return ids;
}

std::vector<std::string> Catalogue::references() const
{
    std::vector<std::string> ids;
    for (const Origin &item : origins) {
        if (item.kind == Origin::Kind::Reference)
            ids.push_back(item.id);
    }
    return ids;
}

const Origin *Catalogue::originWithRole(Origin::Role role) const
{
    const auto found = std::find_if(origins.begin(), origins.end(),
                                    [role](const Origin &item) { return item.role == role; });
    return found == origins.end() ? nullptr : &*found;
}

LocalText Catalogue::listOf(const std::vector<std::string> &originIds) const
{
    LocalText list;
    for (const std::string &id : originIds) {
        const Origin *item = origin(id);
        list.nl += (list.nl.empty() ? "" : ", ") + id + (item ? " (" + item->name.in(Language::Dutch) + ")" : "");
        list.en += (list.en.empty() ? "" : ", ") + id + (item ? " (" + item->name.in(Language::English) + ")" : "");
    }
    return list;
}

void Catalogue::define(const std::vector<Indicator> &added)
{
    for (const Indicator &item : added) {
        const auto found = std::find_if(indicators.begin(), indicators.end(),
                                        [&](const Indicator &known) { return known.id == item.id; });
        if (found == indicators.end())
            indicators.push_back(item);
        else
            *found = item;
    }
}

std::string Catalogue::originName(std::string_view id, std::string_view classificationId, Language language) const
{
    const Origin *item = origin(id);
    if (!item)
        return std::string(id);
    const Classification *term = classification(classificationId);
    const bool named = term && item->role == Origin::Role::WithoutBackground;
    return (named ? term->referenceName : item->name).in(language);
}

std::string Catalogue::originPeople(std::string_view id, std::string_view classificationId, Language language) const
{
    const Origin *item = origin(id);
    if (!item)
        return std::string(id);
    const Classification *term = classification(classificationId);
    const bool named = term && item->role == Origin::Role::WithoutBackground;
    return (named ? term->referencePeople : item->people).in(language);
}

Origin::Role readRole(const JsonNode &origin)
{
    if (!origin["role"].exists())
        return Origin::Role::None;
    return static_cast<Origin::Role>(1 + origin["role"].oneOf({"without_background", "everyone", "rest"}, 0));
}

std::string Catalogue::originSuffix(std::string_view id, std::string_view classificationId, Language language) const
{
    const Classification *term = classification(classificationId);
    const Origin *item = origin(id);
    if (item && item->role == Origin::Role::WithoutBackground && term)
        return term->referenceSuffix.in(language);
    return item ? item->suffix.in(language) : std::string();
}

} // namespace evenredig
