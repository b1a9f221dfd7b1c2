// Hand-made figures for the tests of the charts, after the drawings in the design.
#pragma once

#include "core/base/numberformat.h"
#include "core/figure/figure.h"

#include <cmath>
#include <string>
#include <vector>

namespace evenredig::samples {

inline const std::vector<std::string> &groups()
{
    static const std::vector<std::string> ids{"iranian", "moroccan",   "dutch_caribbean", "polish",
                                              "somali",  "surinamese", "turkish"};
    return ids;
}

inline std::string groupName(const std::string &id, Language language)
{
    const bool nl = language == Language::Dutch;
    if (id == "iranian")
        return "Iran";
    if (id == "moroccan")
        return nl ? "Marokko" : "Morocco";
    if (id == "dutch_caribbean")
        return nl ? "Nederlandse Cariben" : "Dutch Caribbean";
    if (id == "polish")
        return nl ? "Polen" : "Poland";
    if (id == "somali")
        return nl ? "Somalië" : "Somalia";
    if (id == "surinamese")
        return "Suriname";
    if (id == "turkish")
        return nl ? "Turkije" : "Turkey";
    return nl ? "zonder migratieachtergrond" : "without a migration background";
}

inline NumberFormat numbersOf(Language language)
{
    return language == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english();
}
inline std::string number(double value, Language language, int decimals = 1, Sign sign = Sign::Negative)
{
    return formatNumber(value, decimals, numbersOf(language), sign);
}

inline Figure frame(Language language)
{
    const bool nl = language == Language::Dutch;
    Figure figure;
    figure.language = language;
    figure.numbers = numbersOf(language);
    figure.code = "EV-2F7A-81C0";
    figure.altText = nl ? "Lijndiagram: het aandeel geregistreerde verdachten daalde in alle groepen."
                        : "Line chart: the share of registered suspects fell in every group.";
    figure.footer = {nl ? "Bron: CBS, Jaarrapport Integratie 2018." : "Source: CBS, Annual Report on Integration 2018.",
                     nl ? "Volledige telling: geen steekproefmarge; afgedrukt op 0,1 procentpunt."
                        : "Complete count: no sampling margin; printed to 0.1 percentage point.",
                     nl ? "* voorlopig cijfer." : "* provisional figure.",
                     nl ? "Zeven herkomstgroepen gevraagd, vier gepubliceerd."
                        : "Seven origin groups asked for, four published."};
    return figure;
}

inline Axis axis(double low, double high, double step, Language language, std::string title = {}, int decimals = 0,
                 Sign sign = Sign::Negative)
{
    Axis result{low, high, {}, std::move(title)};
    for (int i = 0; low + i * step <= high + 1e-9; ++i)
        result.ticks.push_back({low + i * step, number(low + i * step, language, decimals, sign)});
    return result;
}

inline Axis years(int first, int last, int step)
{
    Axis result{double(first), double(last), {}, {}};
    for (int year = first; year <= last; year += step)
        result.ticks.push_back({double(year), std::to_string(year) + (year == last ? "*" : "")});
    return result;
}

inline Series line(const std::string &origin, const std::vector<double> &values, int first, Language language,
                   double margin = 0.05)
{
    Series series;
    series.origin = origin;
    series.label = groupName(origin, language);
    series.line = Line::Solid;
    series.runs.emplace_back();
    for (std::size_t i = 0; i < values.size(); ++i) {
        Mark mark;
        mark.along = first + double(i);
        mark.value = values[i];
        mark.low = values[i] - margin;
        mark.high = values[i] + margin;
        mark.valueText = number(values[i], language);
        mark.row = int(i);
        series.runs.back().push_back(mark);
    }
    series.endText = number(values.back(), language);
    return series;
}

/// development.png: the published figures of registered suspects.
inline Figure development(Language language)
{
    const bool nl = language == Language::Dutch;
    Figure figure = frame(language);
    figure.ask = Ask::Development;
    figure.title = nl ? "Aandeel geregistreerde verdachten daalde in alle groepen"
                      : "Share of registered suspects fell in every group";
    figure.subtitle =
        nl ? "Geregistreerd als verdachte (niet veroordeeld), % van de inwoners van 12 jaar of ouder, 2005–2017*"
           : "Registered as a suspect (not convicted), % of inhabitants aged 12 or over, 2005–2017*";
    Panel panel;
    panel.form = Panel::Form::Lines;
    panel.axis = axis(0, 9, 2, language, "%");
    panel.along = years(2005, 2017, 2);
    panel.series = {
        line("dutch_caribbean", {8.2, 8.0, 7.8, 7.5, 7.3, 7.3, 7.2, 6.9, 6.5, 5.9, 5.3, 4.9, 4.4}, 2005, language),
        line("moroccan", {7.4, 7.4, 7.2, 7.1, 6.9, 6.7, 6.5, 6.0, 5.7, 5.2, 4.8, 4.3, 3.7}, 2005, language),
        line("surinamese", {5.3, 5.3, 5.3, 5.0, 4.7, 5.1, 4.9, 4.6, 4.3, 4.0, 3.6, 3.4, 2.8}, 2005, language),
        line("turkish", {4.5, 4.5, 4.5, 4.3, 4.1, 4.0, 3.9, 3.6, 3.3, 3.0, 2.7, 2.5, 2.0}, 2005, language),
        line("none_background", {1.5, 1.6, 1.5, 1.4, 1.4, 1.3, 1.2, 1.1, 1.0, 1.0, 0.9, 0.8, 0.7}, 2005, language)};
    panel.series.back().reference = true;
    figure.panels = {panel};
    return figure;
}

inline Mark dot(int row, double value, double half, Language language)
{
    Mark mark;
    mark.along = row;
    mark.value = value;
    mark.low = value - half;
    mark.high = value + half;
    mark.valueText = number(value, language, 1, Sign::Always);
    mark.row = row;
    return mark;
}

/// proportionality.png.
inline Figure proportionality(Language language)
{
    const bool nl = language == Language::Dutch;
    Figure figure = frame(language);
    figure.ask = Ask::Proportionality;
    figure.synthetic = true;
    figure.title = nl ? "Hbo- of wo-diploma: verschil kleiner bij gelijke kenmerken"
                      : "Higher education degree: smaller difference at equal characteristics";
    figure.subtitle = nl ? "25 tot 45 jaar, 2020; verschil met mensen zonder migratieachtergrond: zoals gemeten (open) "
                           "en bij gelijke leeftijd, geslacht en opleiding van de ouders (dicht), met 95%-marge"
                         : "Aged 25 to 44, 2020; difference with people without a migration background: as measured "
                           "(open) and at equal age, sex and parental education (filled), with 95% margin";
    Panel panel;
    panel.axis = axis(-25, 12, 10, language);
    panel.axis.ticks = {{-20, "−20"}, {-10, "−10"}, {0, "0"}, {10, "+10"}};
    panel.axis.title = nl ? "verschil in procentpunt" : "difference in percentage points";
    panel.columns = {nl ? "ruw" : "raw", nl ? "bij gelijke kenmerken" : "at equal characteristics", ""};
    panel.references = {{0, std::nullopt, std::nullopt, "", groupName("none_background", language)}};
    Series raw, adjusted;
    raw.label = panel.columns[0];
    raw.hollow = true;
    adjusted.label = panel.columns[1];
    raw.runs.emplace_back();
    adjusted.runs.emplace_back();
    const double r[] = {4.2, -13.0, -9.9, -3.1, -19.6, -6.4, -14.8}, a[] = {6.8, -1.9, -2.8, 1.7, -8.1, -1.2, -3.9};
    for (int i = 0; i < 7; ++i) {
        const std::string id = groups()[std::size_t(i)];
        raw.runs[0].push_back(dot(i, r[i], 3.4, language));
        adjusted.runs[0].push_back(dot(i, a[i], 3.9, language));
        FigureRow row{id, "total", groupName(id, language)};
        row.row = i;
        row.cells = {number(r[i], language, 1, Sign::Always), number(a[i], language, 1, Sign::Always),
                     "(" + number(a[i] - 3.9, language, 1, Sign::Always) + " … "
                         + number(a[i] + 3.9, language, 1, Sign::Always) + ")"};
        panel.rows.push_back(row);
    }
    panel.series = {raw, adjusted};
    figure.panels = {panel};
    return figure;
}

/// A level with a reference that has an interval, one wide figure, one suppressed and one that was not asked.
inline Figure level(Language language)
{
    const bool nl = language == Language::Dutch;
    Figure figure = frame(language);
    figure.title = nl ? "Betaald werk: vijf van de zeven groepen lager" : "Paid work: five of the seven groups lower";
    figure.subtitle = nl ? "% met betaald werk, 15 tot 65 jaar, 2020, met 95%-marge"
                         : "% in paid work, aged 15 to 64, 2020, with 95% margin";
    Panel panel;
    panel.axis = axis(40, 90, 10, language, "%");
    panel.columns = {"%", nl ? "marge" : "margin", nl ? "oordeel" : "verdict", "n"};
    panel.references = {{77.5, 76.1, 78.8, "none_background", groupName("none_background", language) + " 78"}};
    Series series;
    series.runs.emplace_back();
    const double v[] = {69, 63, 71, 78, 47, 72, 63};
    for (int i = 0; i < 7; ++i) {
        const std::string id = groups()[std::size_t(i)];
        FigureRow row{id, "total", groupName(id, language)};
        row.row = i;
        Mark mark = dot(i, v[i], 4, language);
        if (i == 0) {
            mark = Mark{double(i), {}, {}, {}, MarkState::Suppressed, false, "", i};
            row.absence = nl ? "te weinig waarnemingen" : "too few observations";
            row.cells = {"x", "", "", "31"};
        } else if (i == 3) {
            mark = Mark{double(i), {}, {}, {}, MarkState::NotAsked, false, "", i};
            row.absence = nl ? "niet gevraagd in 2020" : "not asked in 2020";
            row.cells = {".", "", "", ""};
        } else {
            row.cells = {number(v[i], language, 0), number(v[i] - 4, language, 0) + "–" + number(v[i] + 4, language, 0),
                         i % 2 ? (nl ? "lager, minder gunstig" : "lower, less favourable")
                               : (nl ? "geen aantoonbaar verschil" : "no demonstrable difference"),
                         std::to_string(500 + 37 * i)};
        }
        if (i == 4) {
            mark.state = MarkState::Uncertain;
            mark.low = 39;
            mark.high = 55;
            row.cells = {"47~", "39–55", nl ? "te onzeker" : "too uncertain", "112"};
        }
        series.runs[0].push_back(mark);
        panel.rows.push_back(row);
    }
    panel.series = {series};
    figure.panels = {panel};
    return figure;
}

/// The gap over time, and beside it who moved.
inline Figure gap(Language language)
{
    const bool nl = language == Language::Dutch;
    Figure figure = development(language);
    figure.ask = Ask::Gap;
    figure.title = nl ? "Verschil in verdachten werd kleiner in alle vier groepen"
                      : "Difference in suspects got smaller in all four groups";
    Panel &lines = figure.panels.front();
    const std::vector<double> reference{1.5, 1.6, 1.5, 1.4, 1.4, 1.3, 1.2, 1.1, 1.0, 1.0, 0.9, 0.8, 0.7};
    lines.series.pop_back();
    Panel arrows;
    arrows.form = Panel::Form::Arrows;
    arrows.axis = axis(0, 8, 2, language, "%");
    arrows.title = nl ? "Wie bewoog? 2005 naar 2017*" : "Who moved? 2005 to 2017*";
    arrows.share = 0.7;
    arrows.columns = {nl ? "verschil" : "difference"};
    for (Series &series : lines.series) {
        const int row = int(arrows.rows.size());
        const double from = *series.runs[0].front().value, to = *series.runs[0].back().value;
        arrows.arrows.push_back({row, from, to, series.origin, false, number(to - from, language, 1, Sign::Always)});
        arrows.arrows.push_back({row, 1.5, 0.7, "none_background", true, number(-0.8, language, 1, Sign::Always)});
        FigureRow item{series.origin, "total", series.label};
        item.cells = {number(to - from + 0.8, language, 1, Sign::Always)};
        item.row = 100 + row;
        arrows.rows.push_back(item);
        for (std::size_t i = 0; i < reference.size(); ++i) {
            Mark &mark = series.runs[0][i];
            for (std::optional<double> *value : {&mark.value, &mark.low, &mark.high})
                **value -= reference[i];
        }
        series.endText = number(*series.runs[0].back().value, language, 1, Sign::Always);
    }
    lines.title = nl ? "Verschil met zonder migratieachtergrond"
                     : "Difference with those without a migration background";
    lines.references = {{0, std::nullopt, std::nullopt, "", nl ? "geen verschil" : "no difference"}};
    lines.axis = axis(0, 8, 2, language, nl ? "procentpunt" : "percentage points");
    lines.axis.minimum = -0.6;
    figure.panels = {lines, arrows};
    return figure;
}

/// Seven survey groups, four waves, nearly equal values, a break, and long labels.
inline Figure crowded(Language language)
{
    const bool nl = language == Language::Dutch;
    Figure figure = frame(language);
    figure.title = "n < 50 & <img src=x>";
    figure.subtitle = nl ? "Aandeel dat zich in een uitzonderlijk lange omschrijving van het kenmerk thuis voelt"
                         : "Share who feel at home in an exceptionally long description of the indicator";
    Panel panel;
    panel.form = Panel::Form::Lines;
    panel.axis = axis(40, 60, 5, language, "%");
    panel.along = Axis{2006, 2020, {{2006, "2006"}, {2011, "2011"}, {2015, "2015"}, {2020, "2020*"}}, {}};
    panel.breaks = {{2013, nl ? "andere wijze van ondervragen" : "other way of asking"},
                    {2017.5, nl ? "nieuwe indeling" : "new classification"}};
    int index = 0;
    for (const std::string &id : groups()) {
        Series series;
        series.origin = id;
        series.label = groupName(id, language) + (nl ? ", tweede generatie" : ", second generation");
        series.hollow = index % 2 == 1;
        series.emphasised = index < 4;
        series.line = Line::Dashed;
        series.runs = {{}, {}};
        const int waves[] = {2006, 2011, 2015, 2020};
        for (int wave = 0; wave < 4; ++wave) {
            Mark mark = dot(0, 50 + 0.2 * index + 0.3 * wave, 4, language);
            mark.along = waves[wave];
            mark.row = index * 4 + wave;
            series.runs[wave < 2 ? 0 : 1].push_back(mark);
        }
        series.endText = "50";
        panel.series.push_back(series);
        ++index;
    }
    figure.panels = {panel};
    return figure;
}

/// First and second generation in one row, some of them absent, with long labels and four columns.
inline Figure generations(Language language)
{
    const bool nl = language == Language::Dutch;
    Figure figure = frame(language);
    figure.ask = Ask::Generations;
    figure.title = nl ? "In Nederland geborenen spreken vaker thuis Nederlands"
                      : "Those born in the Netherlands speak Dutch at home more often";
    figure.subtitle =
        nl ? "% dat thuis vaak Nederlands spreekt, geboren buiten Nederland (open) en in Nederland (dicht)"
           : "% who often speak Dutch at home, born abroad (open) and in the Netherlands (filled)";
    Panel panel;
    panel.axis = axis(0, 100, 20, language, "%");
    panel.columns = {nl ? "eerste generatie" : "first generation", nl ? "tweede generatie" : "second generation",
                     nl ? "verschil bij gelijke leeftijd" : "difference at equal age", nl ? "marge" : "margin"};
    Series first, second;
    first.hollow = true;
    first.runs.emplace_back();
    second.runs.emplace_back();
    for (int i = 0; i < 7; ++i) {
        const std::string id = groups()[std::size_t(i)];
        FigureRow row{
            id, "",
            groupName(id, language)
                + (i == 2 ? (nl ? " (Aruba, Curaçao en Sint-Maarten)" : " (Aruba, Curaçao and Sint Maarten)") : "")};
        row.row = i;
        first.runs[0].push_back(dot(i, 30 + 5 * i, 5, language));
        Mark mark = dot(i, 60 + 4 * i, 6, language);
        if (i == 3 || i == 4)
            mark = Mark{double(i), {}, {}, {}, i == 3 ? MarkState::Suppressed : MarkState::NotAsked, false, "", i};
        second.runs[0].push_back(mark);
        row.cells = {number(30 + 5 * i, language, 0), mark.value ? number(60 + 4 * i, language, 0) : "x", "+12,3",
                     "(+4,1 … +20,5)"};
        panel.rows.push_back(row);
    }
    panel.series = {first, second};
    figure.panels = {panel};
    return figure;
}

/// The matrix of indicators and groups.
inline Figure overview(Language language)
{
    const bool nl = language == Language::Dutch;
    Figure figure = frame(language);
    figure.ask = Ask::Overview;
    figure.title = nl ? "Herkomstgroepen en domeinen in één oogopslag" : "Origin groups and domains at a glance";
    Panel panel;
    panel.form = Panel::Form::Matrix;
    panel.axis.title = nl ? "referentie" : "reference";
    for (const std::string &id : groups())
        panel.columns.push_back(groupName(id, language));
    const std::vector<std::string> labels{nl ? "Havo- of vwo-advies" : "Advice for higher secondary education",
                                          nl ? "Gemiddeld gestandaardiseerd inkomen" : "Mean standardised income",
                                          nl ? "Laag inkomen" : "Low income",
                                          nl ? "Geregistreerde verdachten" : "Registered suspects"};
    int row = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        MatrixRow line;
        line.heading = i % 2 == 0 ? (nl ? "Inkomen" : "Income") : "";
        line.label = labels[i];
        line.reference = i == 1 ? number(42900, language, 0) : "57";
        for (int group = 0; group < 7; ++group) {
            MatrixCell cell;
            cell.text = group == 3 ? "x"
                        : i == 1   ? number(30300 + 100 * group, language, 0)
                                   : number(40 + 3.1 * group, language);
            cell.state = group == 3 ? MarkState::Suppressed : MarkState::Normal;
            cell.tone = group == 3 ? 0 : group % 5 - 2;
            cell.strong = group % 2 == 0;
            cell.trend = group == 5 ? MatrixCell::Trend::Smaller : MatrixCell::Trend::None;
            cell.row = row++;
            cell.spoken = line.label + ", " + panel.columns[std::size_t(group)] + ": " + cell.text;
            line.cells.push_back(cell);
        }
        panel.matrix.push_back(line);
    }
    panel.toneLegend = {{-1, nl ? "minder gunstig" : "less favourable"},
                        {1, nl ? "gunstiger" : "more favourable"},
                        {0, nl ? "vet zonder kleur: aantoonbaar" : "bold without colour: demonstrable"}};
    figure.panels = {panel};
    return figure;
}

inline Figure onePoint(Language language)
{
    Figure figure = development(language);
    figure.panels[0].series.resize(1);
    figure.panels[0].series[0].runs[0].resize(1);
    return figure;
}

inline Figure nothing(Language language)
{
    Figure figure = frame(language);
    figure.title = language == Language::Dutch ? "Geen cijfers" : "No figures";
    Panel panel;
    panel.empty = language == Language::Dutch
                      ? "Voor deze vraag zijn er geen cijfers in dit bestand: niet gepubliceerd."
                      : "There are no figures for this question in this file: not published.";
    figure.panels = {panel};
    return figure;
}

/// Seven groups over thirteen years whose ends lie on top of each other.
inline Figure equalEnds(Language language)
{
    Figure figure = development(language);
    Panel &panel = figure.panels[0];
    panel.series.clear();
    for (const std::string &id : groups()) {
        std::vector<double> values;
        for (int year = 0; year < 13; ++year)
            values.push_back(4 + std::sin(double(year) + double(panel.series.size())) * 0.4 * (12 - year) / 12);
        panel.series.push_back(line(id, values, 2005, language));
    }
    return figure;
}

/// A group per panel.
inline Figure smallMultiples(Language language)
{
    Figure figure = development(language);
    const Panel whole = figure.panels[0];
    figure.panels.clear();
    for (std::size_t i = 0; i + 1 < whole.series.size(); ++i) {
        Panel panel = whole;
        panel.title = whole.series[i].label;
        for (std::size_t k = 0; k < panel.series.size(); ++k)
            panel.series[k].emphasised = k == i;
        for (Series &series : panel.series) {
            if (!series.emphasised)
                series.endText.clear();
        }
        figure.panels.push_back(panel);
    }
    return figure;
}

inline std::vector<std::pair<std::string, Figure>> all(Language language)
{
    return {{"development", development(language)},
            {"proportionality", proportionality(language)},
            {"level", level(language)},
            {"gap", gap(language)},
            {"crowded", crowded(language)},
            {"generations", generations(language)},
            {"onePoint", onePoint(language)},
            {"nothing", nothing(language)},
            {"equalEnds", equalEnds(language)},
            {"smallMultiples", smallMultiples(language)},
            {"overview", overview(language)}};
}

} // namespace evenredig::samples
