// The catalogue that the program carries: complete, in both languages, nothing twice.
#include "core/model/catalogue.h"
#include "testroom.h"

#include <QRegularExpression>
#include <QtTest>

#include <map>
#include <set>

using namespace evenredig;

class TestCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void counts();
    void sevenGroupsInDutchOrder();
    void referencesAndTheirRoles();
    void roleIsReadStrictly();
    void everyDomainExistsAndIsUsed();
    void bothLanguages();
    void clausesFitBehindThat();
    void wordsThatAreNotUsed_data();
    void wordsThatAreNotUsed();
    void coloursAndMarkersAreDistinct();
    void referenceIsNamedByItsClassification();
    void unknownIdsStayAsTheyAre();
    void generationsAndOrders();
    void define();

private:
    Catalogue m_catalogue;
};

namespace {

QString text(const std::string &words)
{
    return QString::fromStdString(words);
}

bool both(const LocalText &words)
{
    return !text(words.nl).trimmed().isEmpty() && !text(words.en).trimmed().isEmpty();
}

} // namespace

void TestCatalogue::initTestCase()
{
    auto catalogue = Catalogue::builtIn();
    QVERIFY2(catalogue, qPrintable(catalogue ? QString() : text(message(catalogue.error(), Language::English))));
    m_catalogue = std::move(*catalogue);
}

void TestCatalogue::counts()
{
    QCOMPARE(m_catalogue.indicators.size(), std::size_t(197)); // README.md beside the data
    QCOMPARE(m_catalogue.generations.size(), std::size_t(6));  // formats.md, "Generation ids"
    QCOMPARE(m_catalogue.classifications.size(), std::size_t(2));
    std::set<std::string> ids;
    for (const Indicator &indicator : m_catalogue.indicators)
        QVERIFY2(ids.insert(indicator.id).second, indicator.id.c_str());
}

void TestCatalogue::sevenGroupsInDutchOrder()
{
    const std::vector<std::string> ids = m_catalogue.groupIds();
    QCOMPARE(ids, (std::vector<std::string>{"iranian", "moroccan", "dutch_caribbean", "polish", "somali", "surinamese",
                                            "turkish"}));
    for (std::size_t i = 1; i < ids.size(); ++i)
        QVERIFY(m_catalogue.origin(ids[i - 1])->name.nl < m_catalogue.origin(ids[i])->name.nl);
    for (const char *id : {"none_background", "national", "rest"})
        QCOMPARE(int(m_catalogue.origin(id)->kind), int(Origin::Kind::Reference));
    QCOMPARE(int(m_catalogue.origin("other")->kind), int(Origin::Kind::Residual));
}

// formats.md: the reference left out is the first in the catalogue's order that the data set can carry.
void TestCatalogue::referencesAndTheirRoles()
{
    QCOMPARE(m_catalogue.references(), (std::vector<std::string>{"none_background", "national", "rest"}));
    const std::map<Origin::Role, std::string> roles{{Origin::Role::WithoutBackground, "none_background"},
                                                    {Origin::Role::Everyone, "national"},
                                                    {Origin::Role::Rest, "rest"}};
    for (const auto &[role, id] : roles) {
        QVERIFY2(m_catalogue.originWithRole(role), id.c_str());
        QCOMPARE(m_catalogue.originWithRole(role)->id, id);
    }
    for (const Origin &origin : m_catalogue.origins)
        QCOMPARE(origin.role != Origin::Role::None, origin.kind == Origin::Kind::Reference);
    // A count of everybody is a total; all other origins have one name for every unit.
    const LocalText &count = m_catalogue.originWithRole(Origin::Role::Everyone)->countName;
    QCOMPARE(count.nl, std::string("Nederland, totaal"));
    QCOMPARE(count.en, std::string("Netherlands, total"));
    QVERIFY(m_catalogue.origin("moroccan")->countName.nl.empty());
    const Catalogue empty;
    QVERIFY(empty.references().empty() && !empty.originWithRole(Origin::Role::Everyone));
    QCOMPARE(m_catalogue.listOf({"turkish", "unknown"}).nl, std::string("turkish (Turkije), unknown"));
    QCOMPARE(m_catalogue.listOf({"turkish"}).en, std::string("turkish (Türkiye)"));
    // Another country's reference has the role under its own id, and the classification still names it.
    Catalogue other = m_catalogue;
    for (Origin &origin : other.origins) {
        if (origin.role == Origin::Role::WithoutBackground)
            origin.id = "danish";
    }
    QCOMPARE(other.originName("danish", "herkomst-2022", Language::Dutch), std::string("Nederlandse herkomst"));
    QCOMPARE(other.originPeople("danish", "herkomst-2022", Language::English), std::string("people of Dutch origin"));
    QCOMPARE(other.originName("none_background", "herkomst-2022", Language::Dutch), std::string("none_background"));
}

void TestCatalogue::roleIsReadStrictly()
{
    const auto role = [](const std::string &json) -> Result<Origin::Role> {
        const auto document = JsonDocument::parse(json, "origins.json");
        if (!document)
            return tl::unexpected<Error>(document.error());
        const Origin::Role read = readRole(document->root());
        return document->error() ? Result<Origin::Role>(tl::unexpected<Error>(*document->error())) : read;
    };
    QCOMPARE(int(*role("{}")), int(Origin::Role::None));
    QCOMPARE(int(*role(R"({"role": null})")), int(Origin::Role::None));
    QCOMPARE(int(*role(R"({"role": "everyone"})")), int(Origin::Role::Everyone));
    QCOMPARE(int(role(R"({"role": "all"})").error().code), int(ErrorCode::JsonWrongValue));
    QCOMPARE(int(role(R"({"role": 1})").error().code), int(ErrorCode::JsonWrongType));
}

void TestCatalogue::everyDomainExistsAndIsUsed()
{
    std::map<std::string, int> used;
    for (const Indicator &indicator : m_catalogue.indicators) {
        QVERIFY2(m_catalogue.domain(indicator.domain), indicator.id.c_str());
        QVERIFY2(indicator.id.rfind(indicator.domain + ".", 0) == 0,
                 indicator.id.c_str()); // "safety.suspects" stands under safety
        ++used[indicator.domain];
    }
    for (const Domain &domain : m_catalogue.domains)
        QVERIFY2(used[domain.id] > 0, domain.id.c_str());
    for (const char *id : {"education", "attainment", "language", "health", "income", "housing", "safety",
                           "participation", "sociocultural", "together"})
        QVERIFY2(m_catalogue.domain(id), id); // the ten of the government
}

void TestCatalogue::bothLanguages()
{
    for (const Indicator &one : m_catalogue.indicators) {
        const char *const id = one.id.c_str();
        QVERIFY2(both(one.label) && both(one.definition) && both(one.clause) && both(one.people), id);
        QVERIFY2(one.note.nl.empty() == one.note.en.empty(), id);
        QVERIFY2(one.scale.nl.empty() == one.scale.en.empty(), id);
        for (const LocalText *words : {&one.label, &one.definition, &one.clause, &one.people, &one.note}) {
            for (const std::string &part : {words->nl, words->en}) {
                QVERIFY2(text(part) == text(part).simplified(), id); // no line end, no blank at either end, none twice
                QVERIFY2(!text(part).contains(u'<') && !text(part).contains(u'{'), id);
            }
        }
    }
    for (const Origin &one : m_catalogue.origins) {
        QVERIFY2(both(one.name) && both(one.people), one.id.c_str());
        QVERIFY2(one.kind == Origin::Kind::Reference || both(one.suffix), one.id.c_str());
    }
    for (const Domain &one : m_catalogue.domains)
        QVERIFY2(both(one.name), one.id.c_str());
    for (const GenerationTerm &one : m_catalogue.generations)
        QVERIFY2(both(one.name), one.id.c_str());
    for (const Classification &one : m_catalogue.classifications)
        QVERIFY2(both(one.name) && both(one.referenceName) && both(one.referencePeople), one.id.c_str());
}

// A clause stands in the middle of a sentence: "het aandeel dat {clause} is …".
void TestCatalogue::clausesFitBehindThat()
{
    for (const Indicator &one : m_catalogue.indicators) {
        for (const std::string &clause : {one.clause.nl, one.clause.en}) {
            QVERIFY2(!text(clause).endsWith(u'.'), clause.c_str());
            QVERIFY2(!text(clause).startsWith(QStringLiteral("dat "))
                         && !text(clause).startsWith(QStringLiteral("that ")),
                     clause.c_str());
            QVERIFY2(text(clause)[0].isLower() || text(clause)[0].isDigit(), clause.c_str());
        }
        QVERIFY2(text(one.definition.nl).endsWith(u'.') && text(one.definition.en).endsWith(u'.'), one.id.c_str());
        QVERIFY2(!text(one.label.nl).endsWith(u'.'), one.id.c_str());
    }
}

void TestCatalogue::wordsThatAreNotUsed_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"significant", "kloof", "sekse", "achterstand", "bewezen", "golven", "opgeleid",
                             "ongunstig", "vastgesteld", "allochto", "autochto"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TestCatalogue::wordsThatAreNotUsed()
{
    QFETCH(QString, word);
    for (const Indicator &one : m_catalogue.indicators) {
        for (const LocalText *words : {&one.label, &one.definition, &one.clause, &one.people, &one.note})
            QVERIFY2(!text(words->nl).contains(word, Qt::CaseInsensitive), one.id.c_str());
    }
}

void TestCatalogue::coloursAndMarkersAreDistinct()
{
    static const QRegularExpression colour(QStringLiteral("^#[0-9A-F]{6}$"));
    std::set<std::string> colours, markers;
    for (const std::string &id : m_catalogue.groupIds()) {
        const Origin *origin = m_catalogue.origin(id);
        QVERIFY2(text(origin->colour).contains(colour), id.c_str());
        QVERIFY2(colours.insert(origin->colour).second, id.c_str());
        QVERIFY2(markers.insert(origin->marker).second, id.c_str());
    }
    for (const Origin &origin : m_catalogue.origins) {
        if (origin.kind == Origin::Kind::Reference) {
            QCOMPARE(origin.marker, std::string("line"));
            QVERIFY2(!colours.count(origin.colour), origin.id.c_str());
        }
    }
    QCOMPARE(markers,
             (std::set<std::string>{"circle", "square", "diamond", "triangle", "triangle_down", "hexagon", "cross"}));
}

void TestCatalogue::referenceIsNamedByItsClassification()
{
    const Catalogue &c = m_catalogue;
    QCOMPARE(c.originName("none_background", "migratieachtergrond-2016", Language::Dutch),
             std::string("zonder migratieachtergrond"));
    QCOMPARE(c.originName("none_background", "migratieachtergrond-2016", Language::English),
             std::string("without a migration background"));
    QCOMPARE(c.originName("none_background", "herkomst-2022", Language::Dutch), std::string("Nederlandse herkomst"));
    QCOMPARE(c.originPeople("none_background", "migratieachtergrond-2016", Language::Dutch),
             std::string("mensen zonder migratieachtergrond"));
    QCOMPARE(c.originPeople("none_background", "herkomst-2022", Language::English),
             std::string("people of Dutch origin"));
    // Another origin keeps its name in every classification.
    QCOMPARE(c.originName("moroccan", "migratieachtergrond-2016", Language::Dutch), std::string("Marokko"));
    QCOMPARE(c.originName("moroccan", "herkomst-2022", Language::Dutch), std::string("Marokko"));
    QCOMPARE(c.originName("national", "herkomst-2022", Language::Dutch), std::string("Landelijk gemiddelde"));
}

void TestCatalogue::unknownIdsStayAsTheyAre()
{
    QVERIFY(!m_catalogue.origin("belgian") && !m_catalogue.domain("") && !m_catalogue.generation("third"));
    QVERIFY(!m_catalogue.indicator("safety.suspect") && !m_catalogue.classification("herkomst"));
    QCOMPARE(m_catalogue.originName("belgian", "herkomst-2022", Language::Dutch), std::string("belgian"));
    QCOMPARE(m_catalogue.originPeople("belgian", "", Language::English), std::string("belgian"));
    QCOMPARE(m_catalogue.originName("none_background", "unknown", Language::Dutch),
             m_catalogue.origin("none_background")->name.nl);
}

void TestCatalogue::generationsAndOrders()
{
    for (const char *id : {"first", "second", "second_one_parent", "second_two_parents", "none", "total"})
        QVERIFY2(m_catalogue.generation(id), id);
    QVERIFY(m_catalogue.generation("first")->hollow);
    QVERIFY(!m_catalogue.generation("second")->hollow);
    std::set<int> orders;
    for (const Origin &origin : m_catalogue.origins)
        QVERIFY2(orders.insert(origin.order).second, origin.id.c_str());
    orders.clear();
    for (const Domain &domain : m_catalogue.domains)
        QVERIFY2(orders.insert(domain.order).second, domain.id.c_str());
}

void TestCatalogue::define()
{
    Catalogue catalogue = m_catalogue;
    Indicator own = *catalogue.indicator("safety.suspects");
    own.label = {"n < 50 & \"x\"", ""};
    Indicator added = own;
    added.id = "own.new";
    catalogue.define({own, added, added});
    QCOMPARE(catalogue.indicators.size(), m_catalogue.indicators.size() + 1);
    QCOMPARE(catalogue.indicator("safety.suspects")->label.nl, std::string("n < 50 & \"x\""));
    QCOMPARE(catalogue.indicators.back().id, std::string("own.new"));
    QVERIFY(m_catalogue.indicator("safety.suspects")->label.nl != own.label.nl); // a copy is a copy
    catalogue.define({});
    QCOMPARE(catalogue.indicators.size(), m_catalogue.indicators.size() + 1);
}

EVENREDIG_TEST(TestCatalogue)
#include "testcatalogue.moc"
