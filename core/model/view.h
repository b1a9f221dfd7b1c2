// A question and how it is shown: what undo, history, pins, the stored last view and export hold (formats.md, "View").
#pragma once

#include "core/model/question.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

/// The form in which an answer is shown: a choice per figure that changes no number.
struct FigureForm {
    enum class Order { Fixed, ByValue };         ///< of the rows of a level; sensitive indicators keep the fixed one
    enum class Arrangement { Together, Panels }; ///< lines in one panel, or a small panel for each group
    /// Of a matrix: indicators with figures, all of the catalogue, with an established difference, with a changed one.
    enum class Rows { Answering, All, Established, Changed };
    Order order = Order::Fixed;
    Arrangement arrangement = Arrangement::Together;
    Rows rows = Rows::Answering;
    bool operator==(const FigureForm &) const = default;
};

struct View {
    struct Size {
        double width = 0, height = 0; ///< in millimetres; a height of 0 is the one that looks best
        bool operator==(const Size &) const = default;
    };

    Question question;
    FigureForm form;
    std::vector<std::string> emphasis; ///< origins in colour, the first one chosen first; empty: all
    std::optional<Language> language;  ///< of the figure; left out: that of who shows it
    std::optional<Language> numbers;   ///< whose marks numbers have; left out: those of the language
    std::optional<Size> size;          ///< of an export
    bool operator==(const View &) const = default;

    /// A view, or a question alone, which is a view of its own.
    [[nodiscard]] static Result<View> fromJson(std::string_view text, const std::string &file);
    [[nodiscard]] std::string toJson() const;
};

} // namespace evenredig
