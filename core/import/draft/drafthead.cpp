#include "core/import/draft/drafthead.h"

#include "core/base/text.h"
#include "core/model/period.h"
#include "core/model/vocabulary.h"

#include <algorithm>
#include <set>

namespace evenredig {

namespace {

constexpr const char *oldClassification = "migratieachtergrond-2016";
constexpr const char *newClassification = "herkomst-2022";
/// CBS introduced the new one in 2022.
constexpr double firstNewYear = 2022;

std::string_view stemOf(std::string_view fileName)
{
    const std::size_t point = fileName.rfind('.');
    return point == 0 || point == std::string_view::npos ? fileName : fileName.substr(0, point);
}

Reason withClassification(const char *key, const Catalogue &catalogue, const std::string &id)
{
    Reason evidence{key, {}};
    if (const Classification *term = catalogue.classification(id))
        addText(evidence.arguments, "classification", term->name);
    return evidence;
}

std::optional<Period> lastPeriod(const Draft &draft)
{
    if (!draft.period.empty())
        return Period::fromSource(draft.period);
    std::optional<Period> last;
    const DraftColumn *column = draft.withRole(ColumnRole::Period);
    for (std::size_t i = 0; column && i < column->values.size(); ++i) {
        const std::optional<Period> period = Period::fromSource(column->values[i].value);
        if (period && (!last || earlier(*last, *period)))
            last = period;
    }
    return last;
}

void suggestPeriod(Draft &draft, const FileProfile &profile)
{
    if (const DraftColumn *column = draft.withRole(ColumnRole::Period)) {
        draft.periodWhy = {column->confidence, {{"period_column", {{"column", column->name}}}}};
        return;
    }
    draft.period = yearIn(profile.fileName);
    if (draft.period.empty())
        draft.periodWhy = {Confidence::None, {{"period_open", {}}}};
    else
        draft.periodWhy = {Confidence::Likely,
                           {{"period_file_name", {{"file", profile.fileName}, {"period", draft.period}}}}};
}

/// StatLine calls its topics "Marokko_35"; our own tables of figures have a column of values beside indicators.
bool looksPublished(const FileProfile &profile)
{
    const auto isTopic = [](const ColumnProfile &column) {
        const std::size_t mark = column.name.rfind('_');
        return mark != std::string::npos && mark + 1 < column.name.size() && mark > 0
               && std::all_of(column.name.begin() + std::ptrdiff_t(mark) + 1, column.name.end(), isDigit)
               && column.numbers > 0;
    };
    const auto topics = std::count_if(profile.columns.begin(), profile.columns.end(), isTopic);
    const bool statline = profile.column("ID") && profile.column("Perioden");
    const bool figures = profile.column("indicator") && profile.column("value");
    return figures || (topics >= 1 && statline) || topics >= 5;
}

void suggestKind(Draft &draft)
{
    const DraftColumn *weight = draft.withRole(ColumnRole::Weight);
    if (draft.looksPublished)
        draft.kindWhy = {Confidence::Unsure, {{"kind_published", {}}}};
    else if (weight)
        draft.kindWhy = {Confidence::Certain, {{"kind_weight", {{"column", weight->name}}}}};
    else
        draft.kindWhy = {Confidence::Unsure, {{"kind_open", {}}}};
}

/// The origins that the file holds, in the order of the catalogue.
std::vector<std::string> originsOf(const Draft &draft, const Catalogue &catalogue)
{
    const DraftColumn *column = draft.withRole(ColumnRole::Origin);
    std::set<std::string> held;
    for (std::size_t i = 0; column && i < column->values.size(); ++i) {
        if (column->values[i].count > 0)
            held.insert(column->values[i].id);
    }
    if (column && !column->rest.empty())
        held.insert(column->rest);
    std::vector<std::string> ids;
    for (const Origin &origin : catalogue.origins) {
        if (held.contains(origin.id))
            ids.push_back(origin.id);
    }
    return ids;
}

void suggestCovers(Draft &draft, const Catalogue &catalogue)
{
    const std::vector<std::string> held = originsOf(draft, catalogue);
    const bool others = contains(held, "other");
    draft.design.covers = others ? std::vector<std::string>() : held;
    if (held.empty()) {
        draft.design.coversWhy = {Confidence::None, {{"covers_open", {}}}};
        return;
    }
    const auto namesIn = [&](Language language) {
        return joined(held,
                      [&](const std::string &id) { return catalogue.originName(id, draft.classification, language); });
    };
    Reason why{others ? "covers_all" : "covers_present", {}};
    addText(why.arguments, "origins", {namesIn(Language::Dutch), namesIn(Language::English)});
    draft.design.coversWhy = {Confidence::Likely, {std::move(why)}};
}

void suggestClassification(Draft &draft, const Catalogue &catalogue)
{
    std::set<std::string> said;
    const DraftColumn *column = draft.withRole(ColumnRole::Origin);
    for (std::size_t i = 0; column && i < column->values.size(); ++i) {
        const OriginTerm *term = Vocabulary::builtIn().origin(column->values[i].value);
        if (term && !term->classification.empty())
            said.insert(term->classification);
    }
    const std::optional<Period> period = lastPeriod(draft);
    if (said.size() == 1) {
        draft.classification = *said.begin();
        draft.classificationWhy = {Confidence::Certain,
                                   {withClassification("classification_terms", catalogue, draft.classification)}};
    } else if (said.empty() && period && column) {
        draft.classification = period->begin() < firstNewYear ? oldClassification : newClassification;
        Reason why = withClassification("classification_period", catalogue, draft.classification);
        why.arguments.emplace_back("period", period->id());
        draft.classificationWhy = {Confidence::Likely, {std::move(why)}};
    } else {
        draft.classification.clear();
        draft.classificationWhy = {Confidence::None,
                                   {{said.empty() ? "classification_open" : "classification_mixed", {}}}};
    }
}

} // namespace

void suggestOrigins(Draft &draft, const FileProfile &, const Catalogue &catalogue)
{
    suggestClassification(draft, catalogue);
    suggestCovers(draft, catalogue);
}

void suggestHead(Draft &draft, const FileProfile &profile, const Catalogue &catalogue)
{
    draft.dataset = datasetIdFor(profile.fileName);
    const std::string title(stemOf(profile.fileName));
    draft.title = {title.empty() ? draft.dataset : title, title.empty() ? draft.dataset : title};
    draft.looksPublished = !draft.withRole(ColumnRole::Weight) && looksPublished(profile);
    suggestPeriod(draft, profile);
    suggestKind(draft);
    suggestOrigins(draft, profile, catalogue);
    const bool weighted = draft.withRole(ColumnRole::Weight) != nullptr;
    draft.design.scopeWhy = {weighted ? Confidence::Unsure : Confidence::None,
                             {{weighted ? "scope_unchecked" : "scope_no_weight", {}}}};
}

std::string yearIn(std::string_view fileName)
{
    const std::string_view stem = stemOf(fileName);
    std::string year;
    for (std::size_t i = 0; i + 4 <= stem.size(); ++i) {
        const std::string_view four = stem.substr(i, 4);
        const bool digits = allDigits(four);
        const bool alone = (i == 0 || !isDigit(stem[i - 1])) && (i + 4 == stem.size() || !isDigit(stem[i + 4]));
        if (!digits || !alone || (!four.starts_with("19") && !four.starts_with("20")))
            continue;
        if (!year.empty() && year != four)
            return {};
        year = four;
    }
    return year;
}

std::string datasetIdFor(std::string_view fileName)
{
    std::string id;
    const std::string_view stem = stemOf(fileName);
    for (std::size_t i = 0; i < stem.size(); ++i) {
        const char character = stem[i];
        const bool upper = character >= 'A' && character <= 'Z';
        const bool letter = upper || (character >= 'a' && character <= 'z');
        // "sim2020" reads better as "sim-2020"
        if (isDigit(character) && i > 0 && !id.empty() && id.back() >= 'a' && id.back() <= 'z'
            && yearIn(stem.substr(i)) == stem.substr(i, 4) && !yearIn(stem.substr(i)).empty())
            id += '-';
        if (letter || isDigit(character))
            id += upper ? char(character - 'A' + 'a') : character;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (id.ends_with('-'))
        id.pop_back();
    return id.empty() ? "dataset" : id;
}

} // namespace evenredig
