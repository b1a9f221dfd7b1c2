// How an answer is put into words and numbers, in one language and number format. Every figure text goes
// through here, so that a number looks the same in chart, table, sentence and card.
#pragma once

#include "core/base/texts.h"
#include "core/figure/figure.h"

namespace evenredig {

class Words {
public:
    Words(const Answer &answer, const Catalogue &catalogue, const FigureOptions &options);

    [[nodiscard]] std::string text(std::string_view key, const TextArguments &arguments = {}) const;

    /// An estimate of a row without its unit, as its key says: "3,7", "+3,0", "1,2". It must be there.
    [[nodiscard]] std::string of(const AnswerRow &row, Key key, Sign sign = Sign::Negative) const;
    /// A value on the screen's scale without its unit: "3,7". What a source printed keeps its decimals; what was computed
    /// here is rounded as language.md §2 says: surveys to whole per cents, euros from 1,000 on to hundreds.
    [[nodiscard]] std::string number(double value, const AnswerRow &row, Sign sign = Sign::Negative) const;
    /// A difference of two values: the decimals are those of the source, also for a small one.
    [[nodiscard]] std::string difference(double value, const AnswerRow &row, Sign sign = Sign::Negative) const;
    [[nodiscard]] std::string plain(double value, int decimals, Sign sign = Sign::Negative) const;
    /// "2,9–3,1"; with signs "−3,1 tot −2,7".
    [[nodiscard]] std::string interval(const Estimate &estimate, const AnswerRow &row) const;
    /// What an interval is: "95%", "afronding"; empty where there is none, or nothing to be uncertain of.
    [[nodiscard]] std::string intervalKind(const Estimate &estimate) const;
    /// The interval of a value with as many decimals as its ends need: "13,25–13,35".
    [[nodiscard]] std::string valueInterval(const Estimate &estimate, const AnswerRow &row) const;
    /// The interval of a difference; nothing where the source prints no margin, because the interval of
    /// rounding would be taken for one.
    [[nodiscard]] std::string judgedInterval(const Estimate *estimate, const AnswerRow &row) const;
    /// "4,9"; below 1.1 with two decimals, where one would say nothing ("0,68", "1,03").
    [[nodiscard]] std::string ratio(double value) const;
    [[nodiscard]] std::string ratioInterval(const Estimate &estimate) const;
    [[nodiscard]] std::string withUnit(const AnswerRow &row,
                                       Key key) const;                     ///< a level that is there: "3,7%" in figures
    [[nodiscard]] std::string inText(const AnswerRow &row, Key key) const; ///< the same, "3,7 procent" in sentences
    [[nodiscard]] std::string differenceInText(double value,
                                               const AnswerRow &row) const; ///< "5,9 procentpunt", without a sign

    [[nodiscard]] std::string origin(const AnswerRow &row) const; ///< "Marokko"
    [[nodiscard]] std::string originAndGeneration(
        const AnswerRow &row) const;                                 ///< "Marokko, tweede generatie" where it matters
    [[nodiscard]] std::string reference(const AnswerRow &row) const; ///< "zonder migratieachtergrond"
    [[nodiscard]] std::string referencePeople(const AnswerRow &row) const; ///< "mensen zonder migratieachtergrond"
    /// {R} of language.md: the same population as that of the row's own people.
    [[nodiscard]] std::string referenceInText(const AnswerRow &row) const;
    /// {O} of language.md: "inwoners van 12 jaar of ouder met herkomst Marokko, in Nederland geboren".
    [[nodiscard]] std::string people(const AnswerRow &row) const;
    /// The population that the figures are about, as their source states it, or else the indicator: "inwoners van 12 jaar
    /// of ouder"; with what a filter leaves of it. Empty where nobody says.
    [[nodiscard]] std::string universe(const AnswerRow &row) const;
    /// Of all rows with a figure.
    [[nodiscard]] std::string universe() const;
    /// "het aandeel dat {clause}", "het aantal dat {clause}", or the clause of a mean; without a clause the label.
    [[nodiscard]] std::string subject() const;
    /// Whether sentences can say "het aandeel {people} dat {clause}".
    [[nodiscard]] bool isShare() const;
    [[nodiscard]] std::string period(const Period &period, bool provisional) const; ///< "2017*": axes and tables
    [[nodiscard]] std::string periodInText(const Period &period) const;
    [[nodiscard]] std::string periodSpan() const; ///< "2005–2017*"
    /// "niet gepubliceerd": of the row, or of the first of its figures that is not there.
    [[nodiscard]] std::string absence(const AnswerRow &row) const;
    [[nodiscard]] std::string absence(const AnswerRow &row, Key key) const;
    [[nodiscard]] std::string absenceSymbol(const AnswerRow &row, Key key) const; ///< "." or "x"
    [[nodiscard]] std::string verdict(const AnswerRow &row) const;                ///< "hoger, minder gunstig"
    [[nodiscard]] std::string changeVerdict(const AnswerRow &row) const;          ///< "gedaald": of a change of a level
    /// Said in place of a panel without figures: why there are none.
    [[nodiscard]] std::string nothingToShow() const;
    [[nodiscard]] std::string unitShort() const;        ///< "%"
    [[nodiscard]] std::string unitOfDifference() const; ///< "procentpunt"

    [[nodiscard]] const Answer &answer() const { return m_answer; }
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const FigureOptions &options() const { return m_options; }
    [[nodiscard]] double factor() const { return m_factor; }
    [[nodiscard]] double screen(double value) const { return tidyNumber(value * m_factor); }

private:
    [[nodiscard]] int decimalsOf(double value, const AnswerRow &row, int printed) const;
    [[nodiscard]] std::string number(double value, const AnswerRow &row, int printed, Sign sign) const;
    [[nodiscard]] std::string ratio(double value, double like) const;
    [[nodiscard]] std::string filtered(const std::string &people) const;
    [[nodiscard]] std::string peopleFirst(std::string population, const std::string &suffix) const;

    const Answer &m_answer;
    const Catalogue &m_catalogue;
    const FigureOptions &m_options;
    double m_factor;
};

} // namespace evenredig
