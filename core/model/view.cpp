#include "core/model/view.h"

#include "core/base/jsonnode.h"

#include <nlohmann/json.hpp>

#include <array>

namespace evenredig {

namespace {

const std::vector<std::string_view> orderNames{"fixed", "value"};
const std::vector<std::string_view> rowsNames{"answering", "all", "established", "changed"};
const std::vector<std::string_view> languageNames{"nl", "en"};
constexpr double largestSize = 2000; // millimetres

std::optional<Language> readLanguage(const JsonNode &node)
{
    if (!node.exists())
        return std::nullopt;
    return node.oneOf(languageNames, 0) == 0 ? Language::Dutch : Language::English;
}

double readMillimetres(const JsonNode &node)
{
    const double value = node.exists() ? node.number() : 0;
    if (!(value >= 0 && value <= largestSize))
        node.failValue("0 … 2000");
    return value;
}

View readView(const JsonNode &root)
{
    root.allow({"evenredig", "question", "emphasis", "order", "lang", "number_format", "size", "panels", "rows"});
    View view;
    view.emphasis = root["emphasis"].strings();
    view.form.order = static_cast<FigureForm::Order>(root["order"].oneOf(orderNames, 0));
    view.form.arrangement = root["panels"].boolean(false) ? FigureForm::Arrangement::Panels
                                                          : FigureForm::Arrangement::Together;
    view.form.rows = static_cast<FigureForm::Rows>(root["rows"].oneOf(rowsNames, 0));
    view.language = readLanguage(root["lang"]);
    view.numbers = readLanguage(root["number_format"]);
    root["size"].allow({"width", "height"});
    if (root["size"].exists())
        view.size = View::Size{readMillimetres(root["size"]["width"]), readMillimetres(root["size"]["height"])};
    return view;
}

} // namespace

Result<View> View::fromJson(std::string_view text, const std::string &file)
{
    const auto document = JsonDocument::parse(text, file);
    if (!document)
        return tl::unexpected<Error>(document.error());
    const JsonNode root = document->root();
    if (!root["question"].isObject()) {
        Result<Question> question = Question::fromJson(text, file);
        if (!question)
            return tl::unexpected<Error>(question.error());
        View view;
        view.question = std::move(*question);
        return view;
    }
    document->expectFormat("view");
    View view = readView(root);
    if (document->error())
        return tl::unexpected<Error>(*document->error());
    Result<Question> question = Question::fromJson(root["question"].dump(), file);
    if (!question)
        return tl::unexpected<Error>(question.error());
    view.question = std::move(*question);
    return view;
}

std::string View::toJson() const
{
    nlohmann::ordered_json object;
    object["evenredig"] = "view/1";
    object["question"] = nlohmann::ordered_json::parse(question.toJson(false));
    if (!emphasis.empty())
        object["emphasis"] = emphasis;
    if (form.order != FigureForm::Order::Fixed)
        object["order"] = orderNames[static_cast<std::size_t>(form.order)];
    if (form.arrangement == FigureForm::Arrangement::Panels)
        object["panels"] = true;
    if (form.rows != FigureForm::Rows::Answering)
        object["rows"] = rowsNames[static_cast<std::size_t>(form.rows)];
    if (language)
        object["lang"] = languageCode(*language);
    if (numbers)
        object["number_format"] = languageCode(*numbers);
    if (size)
        object["size"] = {{"width", size->width}, {"height", size->height}};
    return object.dump();
}

} // namespace evenredig
