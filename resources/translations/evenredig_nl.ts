<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>AskWords</name>
    <message>
        <source>Level</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Ontwikkeling</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Verandering</translation>
    </message>
    <message>
        <source>Generations</source>
        <translation>Generaties</translation>
    </message>
    <message>
        <source>Proportionality</source>
        <translation>Evenredigheid</translation>
    </message>
    <message>
        <source>Position and experience</source>
        <translation>Positie en ervaring</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verdeling</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>How do the groups stand now?</source>
        <translation>Hoe staan de groepen ervoor?</translation>
    </message>
    <message>
        <source>How did each group develop over time?</source>
        <translation>Hoe ontwikkelde elke groep zich in de tijd?</translation>
    </message>
    <message>
        <source>How far from the reference, and is it closing? Who moved?</source>
        <translation>Hoe ver van de referentie, en wordt het verschil kleiner? Wie bewoog?</translation>
    </message>
    <message>
        <source>The change since the base year, in points and as a ratio</source>
        <translation>De verandering sinds het basisjaar, in procentpunten en als verhouding</translation>
    </message>
    <message>
        <source>The first against the second generation, raw and at equal age</source>
        <translation>De eerste naast de tweede generatie, ruw en bij gelijke leeftijd</translation>
    </message>
    <message>
        <source>How much of the difference goes with background characteristics?</source>
        <translation>Hoeveel van het verschil hangt samen met achtergrondkenmerken? (bij gelijke kenmerken)</translation>
    </message>
    <message>
        <source>Do people in a better position feel more, or less, excluded? (integration paradox)</source>
        <translation>Voelen mensen met een betere positie zich meer of minder buitengesloten? (integratieparadox)</translation>
    </message>
    <message>
        <source>The whole distribution: answers, income bands</source>
        <translation>De hele verdeling: antwoorden, inkomensklassen</translation>
    </message>
    <message>
        <source>All groups and indicators at a glance</source>
        <translation>Alle groepen en indicatoren in één oogopslag</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>don&apos;t know</source>
        <translation>weet niet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>niet gevraagd</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>niet van toepassing</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>niet mogelijk</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>onderdrukt</translation>
    </message>
    <message>
        <source>too few observations</source>
        <translation>te weinig waarnemingen</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>onleesbaar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>with caution</source>
        <translation>met voorzichtigheid</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
</context>
<context>
    <name>RecipeFile</name>
    <message>
        <source>Recipes (*.recipe.json *.json)</source>
        <translation>Recepten (*.recipe.json *.json)</translation>
    </message>
    <message>
        <source>Save the recipe as</source>
        <translation>Recept bewaren als</translation>
    </message>
</context>
<context>
    <name>evenredig::AboutDialog</name>
    <message>
        <source>About Evenredig</source>
        <translation>Over Evenredig</translation>
    </message>
    <message>
        <source>Position and development of origin groups, with honest uncertainty.

Free software under the GNU General Public License, version 3 or later, without any warranty. Typeface: Inter (SIL Open Font License). Made with Qt %1.</source>
        <translation>Positie en ontwikkeling van herkomstgroepen, met eerlijke onzekerheid.

Vrije software onder de GNU General Public License, versie 3 of later, zonder enige garantie. Lettertype: Inter (SIL Open Font License). Gemaakt met Qt %1.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>evenredig::BandsField</name>
    <message>
        <source>ascending numbers, for example 15; 25; 35</source>
        <translation>oplopende getallen, bijvoorbeeld 15; 25; 35</translation>
    </message>
    <message>
        <source>Also in &amp;bands, from</source>
        <translation>Ook in &amp;klassen, vanaf</translation>
    </message>
    <message>
        <source>no bands</source>
        <translation>geen klassen</translation>
    </message>
</context>
<context>
    <name>evenredig::CardPane</name>
    <message>
        <source>Explanation and the figure in view</source>
        <translation>Uitleg en het cijfer in beeld</translation>
    </message>
</context>
<context>
    <name>evenredig::CheckPage</name>
    <message>
        <source>Ledger</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Before it goes in</source>
        <translation>Voor het inlezen</translation>
    </message>
    <message>
        <source>LEDGER</source>
        <translation>LOGBOEK</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Er staat niets meer open.</translation>
    </message>
    <message>
        <source>None of the indicators can be asked of this file yet: no column has become the variable that one of them is about.</source>
        <translation>Over geen van de indicatoren kan met dit bestand al iets gevraagd worden: geen kolom is de variabele geworden waar er een over gaat.</translation>
    </message>
    <message>
        <source>You will be able to ask: %1.</source>
        <translation>U kunt straks vragen: %1.</translation>
    </message>
    <message>
        <source>Stored, but not used by these: %1.</source>
        <translation>Bewaard, maar hiervoor niet gebruikt: %1.</translation>
    </message>
</context>
<context>
    <name>evenredig::ColumnsModel</name>
    <message>
        <source>column</source>
        <translation>kolom</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>wordt</translation>
    </message>
    <message>
        <source>why and how</source>
        <translation>waarom en hoe</translation>
    </message>
    <message>
        <source>example</source>
        <translation>voorbeeld</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>1 value can be read two ways</source>
        <translation>1 waarde op twee manieren te lezen</translation>
    </message>
    <message>
        <source>%1 values can be read two ways</source>
        <translation>%1 waarden op twee manieren te lezen</translation>
    </message>
    <message>
        <source>1 value not recognised</source>
        <translation>1 waarde niet herkend</translation>
    </message>
    <message>
        <source>%1 values not recognised</source>
        <translation>%1 waarden niet herkend</translation>
    </message>
</context>
<context>
    <name>evenredig::ColumnsPage</name>
    <message>
        <source>What it becomes</source>
        <translation>Wat het wordt</translation>
    </message>
    <message>
        <source>Columns and what they become</source>
        <translation>Kolommen en wat ze worden</translation>
    </message>
    <message>
        <source>Values of the column</source>
        <translation>Waarden van de kolom</translation>
    </message>
    <message>
        <source>%1 columns, %2 recognised</source>
        <translation>%1 kolommen, %2 herkend</translation>
    </message>
</context>
<context>
    <name>evenredig::DataActions</name>
    <message>
        <source>New file</source>
        <translation>Nieuw bestand</translation>
    </message>
    <message>
        <source>my data</source>
        <translation>mijn gegevens</translation>
    </message>
    <message>
        <source>Evenredig files (*%1)</source>
        <translation>Evenredig-bestanden (*%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Inlezen</translation>
    </message>
    <message>
        <source>Text files (*.csv *.txt *.tsv *.tab *.dat);;All files (*)</source>
        <translation>Tekstbestanden (*.csv *.txt *.tsv *.tab *.dat);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>The sample is for looking around. Your own data go into a file of their own: choose a name for it.</source>
        <translation>Het voorbeeld is om rond te kijken. Eigen gegevens komen in een eigen bestand: kies daar een naam voor.</translation>
    </message>
    <message>
        <source>Your data go into a file of their own: choose a name for it.</source>
        <translation>Eigen gegevens komen in een eigen bestand: kies daar een naam voor.</translation>
    </message>
    <message>
        <source>The sample stays as it is. In a file of your own this can be done.</source>
        <translation>Het voorbeeld blijft zoals het is. In een eigen bestand kan dit wel.</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Verwijderd: %1</translation>
    </message>
    <message>
        <source>Renamed: %1</source>
        <translation>Hernoemd: %1</translation>
    </message>
    <message>
        <source>Your choices for %1 are kept: import the file again to go on.</source>
        <translation>Uw keuzes voor %1 zijn bewaard: lees het bestand opnieuw in om verder te gaan.</translation>
    </message>
</context>
<context>
    <name>evenredig::DatasetsWindow</name>
    <message>
        <source>Data sets</source>
        <translation>Gegevenssets</translation>
    </message>
    <message>
        <source>&amp;Save its recipe …</source>
        <translation>Recept &amp;bewaren …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>LEDGER</source>
        <translation>LOGBOEK</translation>
    </message>
    <message>
        <source>%1 rows read = %2 kept + %3 set aside; values unreadable: %4.</source>
        <translation>%1 rijen gelezen = %2 bewaard + %3 apart gezet; onleesbare waarden: %4.</translation>
    </message>
    <message>
        <source>Re&amp;name …</source>
        <translation>&amp;Naam wijzigen …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>Another title or source (F2)</source>
        <translation>Andere titel of bron (F2)</translation>
    </message>
    <message>
        <source>Takes the data set with all its rows out of the file (Delete); this can be undone</source>
        <translation>Haalt de gegevensset met alle rijen uit het bestand (Delete); dit kan ongedaan worden gemaakt</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>This file has no data sets.</source>
        <translation>Dit bestand heeft geen gegevenssets.</translation>
    </message>
</context>
<context>
    <name>evenredig::DesignPage</name>
    <message>
        <source>How the sample was drawn</source>
        <translation>Hoe de steekproef is getrokken</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>&amp;Gewicht</translation>
    </message>
    <message>
        <source>&amp;Strata</source>
        <translation>&amp;Strata</translation>
    </message>
    <message>
        <source>C&amp;luster</source>
        <translation>C&amp;luster</translation>
    </message>
    <message>
        <source>Size of the &amp;stratum</source>
        <translation>Omvang van het s&amp;tratum</translation>
    </message>
    <message>
        <source>Weights hold</source>
        <translation>Gewichten gelden</translation>
    </message>
    <message>
        <source>SUM OF THE WEIGHTS PER ORIGIN</source>
        <translation>SOM VAN DE GEWICHTEN PER HERKOMST</translation>
    </message>
    <message>
        <source>Column with the weight</source>
        <translation>Kolom met het gewicht</translation>
    </message>
    <message>
        <source>Add a column of the strata</source>
        <translation>Kolom van de strata toevoegen</translation>
    </message>
    <message>
        <source>Column with the cluster</source>
        <translation>Kolom met het cluster</translation>
    </message>
    <message>
        <source>Column with the size of the stratum</source>
        <translation>Kolom met de omvang van het stratum</translation>
    </message>
    <message>
        <source>across groups: they add up to the population</source>
        <translation>over groepen heen: ze tellen op tot de bevolking</translation>
    </message>
    <message>
        <source>within an origin only: no totals over groups</source>
        <translation>alleen binnen een herkomst: geen totalen over groepen</translation>
    </message>
    <message>
        <source>the sample covers all inhabitants, not these origins alone</source>
        <translation>de steekproef gaat over alle inwoners, niet alleen over deze herkomsten</translation>
    </message>
    <message>
        <source>Sum of the weights per origin</source>
        <translation>Som van de gewichten per herkomst</translation>
    </message>
    <message>
        <source>add or take away …</source>
        <translation>toevoegen of weghalen …</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>No strata: the whole sample counts as one.</source>
        <translation>Geen strata: de hele steekproef telt als één.</translation>
    </message>
    <message>
        <source>Each combination of: %1</source>
        <translation>Elke combinatie van: %1</translation>
    </message>
    <message>
        <source>period</source>
        <translation>periode</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>herkomst</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rijen</translation>
    </message>
    <message>
        <source>sum of weights</source>
        <translation>som gewichten</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personen</translation>
    </message>
    <message>
        <source>sum / people</source>
        <translation>som / personen</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>geen cijfer</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>van %1</translation>
    </message>
</context>
<context>
    <name>evenredig::DetailPane</name>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>Below the figure</source>
        <translation>Onder de figuur</translation>
    </message>
    <message>
        <source>The figures as a table</source>
        <translation>De cijfers als tabel</translation>
    </message>
    <message>
        <source>Questions asked, oldest first</source>
        <translation>Gestelde vragen, de oudste eerst</translation>
    </message>
</context>
<context>
    <name>evenredig::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>&amp;Browse …</source>
        <translation>&amp;Bladeren …</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>PNG, for the screen and Word</source>
        <translation>PNG, voor scherm en Word</translation>
    </message>
    <message>
        <source>SVG, for design</source>
        <translation>SVG, voor vormgeving</translation>
    </message>
    <message>
        <source>PDF, for print</source>
        <translation>PDF, voor druk</translation>
    </message>
    <message>
        <source>Excel (XLSX), the table and the numbers</source>
        <translation>Excel (XLSX), de tabel en de getallen</translation>
    </message>
    <message>
        <source>CSV for a spreadsheet</source>
        <translation>CSV voor een rekenblad</translation>
    </message>
    <message>
        <source>CSV, the numbers</source>
        <translation>CSV, de getallen</translation>
    </message>
    <message>
        <source>JSON, the numbers with question and sources</source>
        <translation>JSON, de getallen met vraag en bronnen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Maat</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>%1 mm wide, as high as needed</source>
        <translation>%1 mm breed, zo hoog als nodig</translation>
    </message>
    <message>
        <source>own size</source>
        <translation>eigen maat</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>Breedte in millimeters</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Height in millimetres</source>
        <translation>Hoogte in millimeters</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Punten per inch</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>B&amp;estand</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Soort</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Maat</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xporteren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Annu&amp;leren</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exporteren naar</translation>
    </message>
    <message>
        <source>Name the file to write to.</source>
        <translation>Geef aan in welk bestand het moet komen.</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Alternatieve tekst</translation>
    </message>
    <message>
        <source>Write it beside the figure, as a text &amp;file</source>
    </message>
    <message>
        <source>&amp;Alternative text</source>
        <translation>&amp;Alternatieve tekst</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Note below the figure</source>
        <translation>Noot onder de figuur</translation>
    </message>
    <message>
        <source>below the figure, before its code</source>
        <translation>onder de figuur, voor de code</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>T&amp;itel</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Noot</translation>
    </message>
    <message>
        <source>%1 × %2 mm: this figure needs a height of %3</source>
        <translation>%1 × %2 mm: deze figuur heeft %3 mm hoogte nodig</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>past niet</translation>
    </message>
    <message>
        <source>Already there: %1. Press Export again to replace it.</source>
        <translation>Bestaat al: %1. Klik nog eens op Exporteren om het te vervangen.</translation>
    </message>
    <message>
        <source>Write it beside the figure, as a te&amp;xt file</source>
        <translation>Schrijf hem naast de figuur, als te&amp;kstbestand</translation>
    </message>
</context>
<context>
    <name>evenredig::FactsBar</name>
    <message>
        <source>How numbers are written</source>
        <translation>Hoe getallen worden geschreven</translation>
    </message>
    <message>
        <source>Number format: %1</source>
        <translation>Getalnotatie: %1</translation>
    </message>
</context>
<context>
    <name>evenredig::FigurePane</name>
    <message>
        <source>Choose an indicator at the left.</source>
        <translation>Kies links een indicator.</translation>
    </message>
</context>
<context>
    <name>evenredig::FilePage</name>
    <message>
        <source>Choose a &amp;recipe …</source>
        <translation>&amp;Recept kiezen …</translation>
    </message>
    <message>
        <source>&amp;Without recipe</source>
        <translation>&amp;Zonder recept</translation>
    </message>
    <message>
        <source>Short name of the data set</source>
        <translation>Korte naam van de gegevensset</translation>
    </message>
    <message>
        <source>Title in Dutch</source>
        <translation>Titel in het Nederlands</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>Titel in het Engels</translation>
    </message>
    <message>
        <source>Source in Dutch</source>
        <translation>Bron in het Nederlands</translation>
    </message>
    <message>
        <source>Source in English</source>
        <translation>Bron in het Engels</translation>
    </message>
    <message>
        <source>Period of all rows</source>
        <translation>Periode van alle rijen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>sample: weights and margins</source>
        <translation>steekproef: gewichten en marges</translation>
    </message>
    <message>
        <source>register: everyone, no margins</source>
        <translation>register: iedereen, geen marges</translation>
    </message>
    <message>
        <source>Classification of origins</source>
        <translation>Indeling van herkomsten</translation>
    </message>
    <message>
        <source>made-up data, for practice or tests</source>
        <translation>verzonnen gegevens, voor oefening of toetsing</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Scheidingsteken</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>puntkomma ;</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>komma ,</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tab</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>rechte streep |</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Tekencodering</translation>
    </message>
    <message>
        <source>Marks in numbers</source>
        <translation>Tekens in getallen</translation>
    </message>
    <message>
        <source>decimals ,</source>
        <translation>decimalen ,</translation>
    </message>
    <message>
        <source>decimals , thousands .</source>
        <translation>decimalen , duizendtallen .</translation>
    </message>
    <message>
        <source>decimals .</source>
        <translation>decimalen .</translation>
    </message>
    <message>
        <source>decimals . thousands ,</source>
        <translation>decimalen . duizendtallen ,</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopregel</translation>
    </message>
    <message>
        <source>the first row names the columns</source>
        <translation>de eerste rij noemt de kolommen</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>geen kopregel</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recept</translation>
    </message>
    <message>
        <source>Short &amp;name</source>
        <translation>Korte &amp;naam</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Title, English</source>
        <translation>Titel, Engels</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>&amp;Bron</translation>
    </message>
    <message>
        <source>Source, English</source>
        <translation>Bron, Engels</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Soo&amp;rt</translation>
    </message>
    <message>
        <source>&amp;Classification</source>
        <translation>&amp;Indeling</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Periode</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>S&amp;cheidingsteken</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Codering</translation>
    </message>
    <message>
        <source>N&amp;umbers</source>
        <translation>&amp;Getallen</translation>
    </message>
    <message>
        <source>&amp;Header</source>
        <translation>&amp;Kopregel</translation>
    </message>
    <message>
        <source>from the column %1</source>
        <translation>uit de kolom %1</translation>
    </message>
    <message>
        <source>for example 2020</source>
        <translation>bijvoorbeeld 2020</translation>
    </message>
    <message>
        <source>“%1” is applied to this file.</source>
        <translation>“%1” is op dit bestand toegepast.</translation>
    </message>
    <message>
        <source>None yet: everything below is suggested from the file.</source>
        <translation>Nog geen: alles hieronder is voorgesteld naar wat er in het bestand staat.</translation>
    </message>
    <message>
        <source>A recipe for published figures: it is used as it stands. Look at the check, then import.</source>
        <translation>Een recept voor gepubliceerde cijfers: het wordt gebruikt zoals het is. Kijk bij Controle, en lees dan in.</translation>
    </message>
    <message>
        <source>The file has the same columns and codes as the recipe.</source>
        <translation>Het bestand heeft dezelfde kolommen en codes als het recept.</translation>
    </message>
    <message>
        <source>This looks like a table of figures, not a row per person: choose its recipe.</source>
        <translation>Dit lijkt een tabel met cijfers, niet een rij per persoon: kies het recept dat erbij hoort.</translation>
    </message>
    <message>
        <source>Start &amp;anew</source>
        <translation>&amp;Opnieuw beginnen</translation>
    </message>
    <message>
        <source>Forget the choices that were kept, and suggest everything from the file again</source>
        <translation>De bewaarde keuzes vergeten en alles opnieuw uit het bestand voorstellen</translation>
    </message>
    <message>
        <source>Your choices of %1 for this file are here again.</source>
        <translation>Uw keuzes van %1 voor dit bestand staan er weer.</translation>
    </message>
</context>
<context>
    <name>evenredig::FormBar</name>
    <message>
        <source>Shown: %1</source>
        <translation>Getoond: %1</translation>
    </message>
</context>
<context>
    <name>evenredig::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>Pagina van de hulp</translation>
    </message>
</context>
<context>
    <name>evenredig::HistoryModel</name>
    <message>
        <source>all groups</source>
        <translation>alle groepen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>compared with %1</source>
        <translation>vergeleken met %1</translation>
    </message>
    <message>
        <source>all indicators</source>
        <translation>alle indicatoren</translation>
    </message>
    <message>
        <source>in colour: %1</source>
        <translation>in kleur: %1</translation>
    </message>
    <message>
        <source>a panel per group</source>
        <translation>een paneel per groep</translation>
    </message>
    <message>
        <source>one panel</source>
        <translation>één paneel</translation>
    </message>
    <message>
        <source>in the order of value</source>
        <translation>op volgorde van waarde</translation>
    </message>
    <message>
        <source>in the fixed order</source>
        <translation>in de vaste volgorde</translation>
    </message>
    <message>
        <source>other rows of the overview</source>
        <translation>andere rijen van het overzicht</translation>
    </message>
</context>
<context>
    <name>evenredig::ImportWindow</name>
    <message>
        <source>Import</source>
        <translation>Inlezen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Steekproefontwerp</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>&amp;Save as a recipe …</source>
        <translation>Als recept &amp;bewaren …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>This file already has a data set “%1”. Replace it?</source>
        <translation>Dit bestand heeft al een gegevensset “%1”. Vervangen?</translation>
    </message>
    <message>
        <source>Choose a recipe</source>
        <translation>Recept kiezen</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Bezig met lezen …</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 rijen</translation>
    </message>
    <message>
        <source>after this: %1</source>
        <translation>hierna: %1</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>Inlezen: %1</translation>
    </message>
    <message>
        <source>Read %1 = kept %2 + set aside %3</source>
        <translation>Gelezen %1 = bewaard %2 + apart gezet %3</translation>
    </message>
    <message>
        <source>Next: columns</source>
        <translation>Volgende: kolommen</translation>
    </message>
    <message>
        <source>Next: sample</source>
        <translation>Volgende: steekproefontwerp</translation>
    </message>
    <message>
        <source>Next: check</source>
        <translation>Volgende: controle</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Inlezen</translation>
    </message>
    <message>
        <source>together with: %1</source>
        <translation>samen met: %1</translation>
    </message>
    <message>
        <source>recipe %1 applied; changes: %2</source>
        <translation>recept %1 toegepast; wijzigingen: %2</translation>
    </message>
</context>
<context>
    <name>evenredig::IndicatorModel</name>
    <message>
        <source>This file has no figures of it.</source>
        <translation>In dit bestand staan er geen cijfers van.</translation>
    </message>
    <message>
        <source>%1 (group)</source>
        <translation>%1 (groep)</translation>
    </message>
</context>
<context>
    <name>evenredig::IndicatorPane</name>
    <message>
        <source>INDICATORS</source>
        <translation>INDICATOREN</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Also show the indicators of which this file has no figures</source>
        <translation>Ook de indicatoren tonen waarvan in dit bestand geen cijfers staan</translation>
    </message>
    <message>
        <source>Show all indicators</source>
        <translation>Alle indicatoren tonen</translation>
    </message>
    <message>
        <source>Indicators by domain</source>
        <translation>Indicatoren per domein</translation>
    </message>
    <message>
        <source>Enter opens figure %1.</source>
        <translation>Enter opent figuur %1.</translation>
    </message>
    <message>
        <source>Figure %1 was not made on this computer with this file.</source>
        <translation>Figuur %1 is niet op deze computer met dit bestand gemaakt.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”: no indicator, group or term has it.</source>
        <translation>Niets gevonden voor “%1”: geen indicator, groep of begrip heeft het.</translation>
    </message>
    <message>
        <source>Nothing found for “%1” among what this file has figures of. Press “all” to search all indicators.</source>
        <translation>Niets gevonden voor “%1” onder wat dit bestand aan cijfers heeft. Druk op “alle” om in alle indicatoren te zoeken.</translation>
    </message>
</context>
<context>
    <name>evenredig::LedgerModel</name>
    <message>
        <source>row set aside</source>
        <translation>rij apart gezet</translation>
    </message>
    <message>
        <source>value</source>
        <translation>waarde</translation>
    </message>
    <message>
        <source>column</source>
        <translation>kolom</translation>
    </message>
    <message>
        <source>note</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>what</source>
        <translation>wat</translation>
    </message>
    <message>
        <source>line</source>
        <translation>regel</translation>
    </message>
    <message>
        <source>why</source>
        <translation>waarom</translation>
    </message>
    <message>
        <source>times</source>
        <translation>keer</translation>
    </message>
</context>
<context>
    <name>evenredig::MainWindow</name>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Evenredig files (*%1)</source>
        <translation>Evenredig-bestanden (*%1)</translation>
    </message>
    <message>
        <source>Save a copy as</source>
        <translation>Kopie bewaren als</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Bewaard: %1</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Geëxporteerd: %1</translation>
    </message>
    <message>
        <source>%1 – Evenredig</source>
        <translation>%1 – Evenredig</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Gereedschap</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Keuzes</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Figure and table</source>
        <translation>Figuur en tabel</translation>
    </message>
    <message>
        <source>A sensitive indicator keeps the fixed order: it is no ranking.</source>
        <translation>Een gevoelige indicator houdt de vaste volgorde: het is geen ranglijst.</translation>
    </message>
    <message>
        <source>From high to low; what of the order is not certain is marked</source>
        <translation>Van hoog naar laag; waar de volgorde niet zeker is, staat dat erbij</translation>
    </message>
</context>
<context>
    <name>evenredig::MessagePage</name>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>evenredig::OriginModel</name>
    <message>
        <source>This file has no figures of this group for the indicator.</source>
        <translation>In dit bestand staan geen cijfers van deze groep voor de indicator.</translation>
    </message>
</context>
<context>
    <name>evenredig::PinnedFigure</name>
    <message>
        <source>PINNED %1</source>
        <translation>VASTGEZET %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Makes this figure the one in view</source>
        <translation>Maakt hier de figuur in beeld van</translation>
    </message>
    <message>
        <source>Open pinned figure %1</source>
        <translation>Vastgezette figuur %1 openen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Losmaken</translation>
    </message>
    <message>
        <source>Takes this figure away; nothing is lost, its question can be asked again</source>
        <translation>Haalt deze figuur weg; er gaat niets verloren, de vraag is opnieuw te stellen</translation>
    </message>
    <message>
        <source>Unpin figure %1</source>
        <translation>Figuur %1 losmaken</translation>
    </message>
</context>
<context>
    <name>evenredig::Pins</name>
    <message>
        <source>Pinned: %1</source>
        <translation>Vastgezet: %1</translation>
    </message>
    <message>
        <source>Unpinned: %1</source>
        <translation>Losgemaakt: %1</translation>
    </message>
    <message>
        <source>All figures unpinned</source>
        <translation>Alle figuren losgemaakt</translation>
    </message>
</context>
<context>
    <name>evenredig::QualityView</name>
    <message>
        <source>Usable for</source>
        <translation>Bruikbaar voor</translation>
    </message>
    <message>
        <source>Numbers and weights</source>
        <translation>Aantallen en gewichten</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ontbrekend</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>Codelijsten</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>herkomst</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>development</source>
        <translation>ontwikkeling</translation>
    </message>
    <message>
        <source>by generation</source>
        <translation>naar generatie</translation>
    </message>
    <message>
        <source>why</source>
        <translation>waarom</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>generatie</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rijen</translation>
    </message>
    <message>
        <source>sum of weights</source>
        <translation>som gewichten</translation>
    </message>
    <message>
        <source>effective n</source>
        <translation>effectieve n</translation>
    </message>
    <message>
        <source>design effect</source>
        <translation>ontwerpeffect</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>variatiecoëfficiënt</translation>
    </message>
    <message>
        <source>least</source>
        <translation>laagste</translation>
    </message>
    <message>
        <source>most</source>
        <translation>hoogste</translation>
    </message>
    <message>
        <source>extreme</source>
        <translation>extreem</translation>
    </message>
    <message>
        <source>period</source>
        <translation>periode</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>variabele</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ontbrekend</translation>
    </message>
    <message>
        <source>share</source>
        <translation>aandeel</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>gewogen</translation>
    </message>
    <message>
        <source>reasons</source>
        <translation>redenen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>vergeleken met</translation>
    </message>
    <message>
        <source>new codes</source>
        <translation>nieuwe codes</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verdwenen</translation>
    </message>
</context>
<context>
    <name>evenredig::QuestionBar</name>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
</context>
<context>
    <name>evenredig::RawPane</name>
    <message>
        <source>As it stands in the file</source>
        <translation>Zoals het in het bestand staat</translation>
    </message>
    <message>
        <source>The first lines of the file</source>
        <translation>De eerste regels van het bestand</translation>
    </message>
    <message>
        <source>RECOGNISED, WITH EVIDENCE</source>
        <translation>HERKEND, MET BEWIJS</translation>
    </message>
</context>
<context>
    <name>evenredig::RenameDialog</name>
    <message>
        <source>Rename the data set</source>
        <translation>Gegevensset hernoemen</translation>
    </message>
    <message>
        <source>&amp;Title in Dutch</source>
        <translation>&amp;Titel in het Nederlands</translation>
    </message>
    <message>
        <source>Title in &amp;English</source>
        <translation>Titel in het &amp;Engels</translation>
    </message>
    <message>
        <source>&amp;Source in Dutch</source>
        <translation>&amp;Bron in het Nederlands</translation>
    </message>
    <message>
        <source>Source in En&amp;glish</source>
        <translation>Bron in het En&amp;gels</translation>
    </message>
    <message>
        <source>as in Dutch</source>
        <translation>zoals in het Nederlands</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Hernoemen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuleren</translation>
    </message>
</context>
<context>
    <name>evenredig::SearchField</name>
    <message>
        <source>Search indicator, group or term …   Ctrl+K</source>
        <translation>Zoek indicator, groep of begrip …   Ctrl+K</translation>
    </message>
    <message>
        <source>Search indicator, group or term</source>
        <translation>Zoek indicator, groep of begrip</translation>
    </message>
</context>
<context>
    <name>evenredig::SelectionPane</name>
    <message>
        <source>This file has no figures of this generation for the indicator.</source>
        <translation>In dit bestand staan geen cijfers van deze generatie voor de indicator.</translation>
    </message>
    <message>
        <source>GROUPS</source>
        <translation>GROEPEN</translation>
    </message>
    <message>
        <source>COMPARED WITH</source>
        <translation>VERGELEKEN MET</translation>
    </message>
    <message>
        <source>GENERATION</source>
        <translation>GENERATIE</translation>
    </message>
    <message>
        <source>PERIOD</source>
        <translation>PERIODE</translation>
    </message>
    <message>
        <source>to</source>
        <translation>t/m</translation>
    </message>
    <message>
        <source>total</source>
        <translation>totaal</translation>
    </message>
    <message>
        <source>first</source>
        <translation>eerste</translation>
    </message>
    <message>
        <source>second</source>
        <translation>tweede</translation>
    </message>
    <message>
        <source>Groups in view</source>
        <translation>Groepen in beeld</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Vergeleken met</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Eerste periode</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Laatste periode</translation>
    </message>
    <message>
        <source>All generations together</source>
        <translation>Alle generaties samen</translation>
    </message>
    <message>
        <source>First generation</source>
        <translation>Eerste generatie</translation>
    </message>
    <message>
        <source>Second generation</source>
        <translation>Tweede generatie</translation>
    </message>
    <message>
        <source>This question chooses the generations itself.</source>
        <translation>Deze vraag kiest de generaties zelf.</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>laatste</translation>
    </message>
</context>
<context>
    <name>evenredig::SentenceBox</name>
    <message>
        <source>Conclusion in words</source>
        <translation>Conclusie in woorden</translation>
    </message>
</context>
<context>
    <name>evenredig::TrialPane</name>
    <message>
        <source>Try it now</source>
        <translation>Nu nagaan</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Bezig met lezen …</translation>
    </message>
    <message>
        <source>Once origin and period are known, the numbers stand here.</source>
        <translation>Zodra herkomst en periode bekend zijn, staan hier de aantallen.</translation>
    </message>
    <message>
        <source>A large file: it is gone through when you ask for it.</source>
        <translation>Een groot bestand: het wordt doorgenomen als u dat vraagt.</translation>
    </message>
    <message>
        <source>rows read</source>
        <translation>gelezen</translation>
    </message>
    <message>
        <source>rows kept</source>
        <translation>bewaard</translation>
    </message>
    <message>
        <source>rows set aside</source>
        <translation>apart gezet</translation>
    </message>
    <message>
        <source>values unreadable</source>
        <translation>onleesbare waarden</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>regel %1</translation>
    </message>
    <message>
        <source>SET ASIDE</source>
        <translation>APART GEZET</translation>
    </message>
    <message>
        <source>PEOPLE PER ORIGIN</source>
        <translation>AANTALLEN PER HERKOMST</translation>
    </message>
    <message>
        <source>first</source>
        <translation>eerste</translation>
    </message>
    <message>
        <source>second</source>
        <translation>tweede</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message>
        <source>Too few for statements by generation (minimum %1): %2.</source>
        <translation>Te weinig voor uitspraken per generatie (minimum %1): %2.</translation>
    </message>
</context>
<context>
    <name>evenredig::TwoWaysBox</name>
    <message>
        <source>unreadable: leave empty, into the ledger</source>
        <translation>onleesbaar: leeg laten en in het logboek zetten</translation>
    </message>
    <message>
        <source>%1, line %2: “%3”</source>
        <translation>%1, regel %2: “%3”</translation>
    </message>
    <message>
        <source>Until you choose, they count as unreadable.</source>
        <translation>Zolang u niet kiest, gelden ze als onleesbaar.</translation>
    </message>
    <message>
        <source>In one row this can be read two ways: %1. Which number is meant?</source>
        <translation>In één rij is dit op twee manieren te lezen: %1. Welk getal is bedoeld?</translation>
    </message>
    <message>
        <source>In %1 rows this can be read two ways: %2. Which number is meant?</source>
        <translation>In %1 rijen is dit op twee manieren te lezen: %2. Welk getal is bedoeld?</translation>
    </message>
</context>
<context>
    <name>evenredig::ValuesModel</name>
    <message>
        <source>as it is</source>
        <translation>zoals het is</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>ontbreekt: %1</translation>
    </message>
    <message>
        <source>not recognised: into the ledger</source>
        <translation>niet herkend: in het logboek</translation>
    </message>
    <message>
        <source>value</source>
        <translation>waarde</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rijen</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>wordt</translation>
    </message>
    <message>
        <source>why</source>
        <translation>waarom</translation>
    </message>
</context>
<context>
    <name>evenredig::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Voorbeeld openen</translation>
    </message>
    <message>
        <source>Published figures of the seven groups</source>
        <translation>Gepubliceerde cijfers over de zeven groepen</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Bestand openen …</translation>
    </message>
    <message>
        <source>OPENED BEFORE</source>
        <translation>EERDER GEOPEND</translation>
    </message>
    <message>
        <source>Everything stays on this computer. The program makes no connection to the internet, unless you fetch a StatLine table yourself.</source>
        <translation>Alles blijft op deze computer. Het programma maakt geen verbinding met internet, behalve als u zelf een StatLine-tabel ophaalt.</translation>
    </message>
    <message>
        <source>Import data of your own …</source>
        <translation>Eigen gegevens inlezen …</translation>
    </message>
</context>
<context>
    <name>evenredig::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Vraag</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>&amp;Openen …</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>&amp;Voorbeeld openen</translation>
    </message>
    <message>
        <source>Opened &amp;before</source>
        <translation>&amp;Eerder geopend</translation>
    </message>
    <message>
        <source>Save a &amp;copy as …</source>
        <translation>&amp;Kopie bewaren als …</translation>
    </message>
    <message>
        <source>Everything is saved as it happens; this writes a copy under a name of its own.</source>
        <translation>Alles wordt meteen bewaard; dit schrijft een kopie onder een eigen naam.</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>E&amp;xporteren …</translation>
    </message>
    <message>
        <source>The figure as PNG, SVG or PDF, its numbers as CSV or JSON</source>
        <translation>De figuur als PNG, SVG of PDF, de getallen als CSV of JSON</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>O&amp;pnieuw</translation>
    </message>
    <message>
        <source>&amp;Find indicator or group</source>
        <translation>&amp;Zoek indicator of groep</translation>
    </message>
    <message>
        <source>Figure or &amp;table</source>
        <translation>Figuur of &amp;tabel</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Volgend paneel</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>Vori&amp;g paneel</translation>
    </message>
    <message>
        <source>&amp;Left pane</source>
        <translation>&amp;Linkerpaneel</translation>
    </message>
    <message>
        <source>&amp;Right pane</source>
        <translation>&amp;Rechterpaneel</translation>
    </message>
    <message>
        <source>&amp;All indicators</source>
        <translation>&amp;Alle indicatoren</translation>
    </message>
    <message>
        <source>Single &amp;keys as shortcuts</source>
        <translation>&amp;Sneltoetsen van één teken</translation>
    </message>
    <message>
        <source>&amp;About Evenredig</source>
        <translation>&amp;Over Evenredig</translation>
    </message>
    <message>
        <source>First and second &amp;generation</source>
        <translation>Eerste en tweede &amp;generatie</translation>
    </message>
    <message>
        <source>Choose the &amp;reference</source>
        <translation>&amp;Referentie kiezen</translation>
    </message>
    <message>
        <source>&amp;Highlight the group</source>
        <translation>Groep &amp;markeren</translation>
    </message>
    <message>
        <source>Language of the &amp;window</source>
        <translation>Taal van het v&amp;enster</translation>
    </message>
    <message>
        <source>Language of &amp;figures</source>
        <translation>Taal van &amp;figuren</translation>
    </message>
    <message>
        <source>Nu&amp;mber format</source>
        <translation>Getal&amp;notatie</translation>
    </message>
    <message>
        <source>&amp;As the language of figures</source>
        <translation>&amp;Als de taal van figuren</translation>
    </message>
    <message>
        <source>&amp;Explanation of this question</source>
        <translation>&amp;Uitleg bij deze vraag</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Eerste stappen</translation>
    </message>
    <message>
        <source>Fi&amp;gure</source>
        <translation>&amp;Figuur</translation>
    </message>
    <message>
        <source>&amp;Order by value</source>
        <translation>&amp;Volgorde naar waarde</translation>
    </message>
    <message>
        <source>A &amp;panel for each group</source>
        <translation>Een &amp;paneel per groep</translation>
    </message>
    <message>
        <source>Each group in a small panel of its own, with the others in grey behind it</source>
        <translation>Elke groep in een eigen klein paneel, met de andere er grijs achter</translation>
    </message>
    <message>
        <source>&amp;Rows of the overview</source>
        <translation>&amp;Rijen van het overzicht</translation>
    </message>
    <message>
        <source>indicators with &amp;figures</source>
        <translation>indicatoren met &amp;cijfers</translation>
    </message>
    <message>
        <source>&amp;all indicators</source>
        <translation>&amp;alle indicatoren</translation>
    </message>
    <message>
        <source>only &amp;demonstrable differences</source>
        <translation>alleen aantoonbare &amp;verschillen</translation>
    </message>
    <message>
        <source>only what &amp;changed</source>
        <translation>alleen wat vera&amp;nderde</translation>
    </message>
    <message>
        <source>P&amp;in the figure</source>
        <translation>Figuur vast&amp;zetten</translation>
    </message>
    <message>
        <source>Keeps this figure beside the next one; at most three (Ctrl+Enter)</source>
        <translation>Houdt deze figuur naast de volgende; ten hoogste drie (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>&amp;Unpin all</source>
        <translation>Alles &amp;losmaken</translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation>U&amp;iterlijk</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Als het &amp;systeem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Licht</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Donker</translation>
    </message>
    <message>
        <source>&amp;New file …</source>
        <translation>&amp;Nieuw bestand …</translation>
    </message>
    <message>
        <source>An empty file for data of your own</source>
        <translation>Een leeg bestand voor eigen gegevens</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>&amp;Inlezen …</translation>
    </message>
    <message>
        <source>Text files with people or figures, into the open file</source>
        <translation>Tekstbestanden met personen of cijfers, in het geopende bestand</translation>
    </message>
    <message>
        <source>&amp;Data sets …</source>
        <translation>&amp;Gegevenssets …</translation>
    </message>
    <message>
        <source>What is in the open file: accounts, ledgers, quality</source>
        <translation>Wat er in het geopende bestand staat: verantwoording, logboek, kwaliteit</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>What has the focus: selected words, the figure, or the cells of the table</source>
        <translation>Wat de focus heeft: gekozen woorden, de figuur of de cellen van de tabel</translation>
    </message>
    <message>
        <source>Copy the &amp;figure with its words</source>
        <translation>De &amp;figuur met haar woorden kopiëren</translation>
    </message>
    <message>
        <source>Picture, title, source, alternative text and sentences, for a letter</source>
        <translation>Afbeelding, titel, bron, alternatieve tekst en zinnen, voor een brief</translation>
    </message>
    <message>
        <source>Copy the &amp;sentences</source>
        <translation>De zi&amp;nnen kopiëren</translation>
    </message>
    <message>
        <source>&amp;Sentences below the figure</source>
        <translation>&amp;Zinnen onder de figuur</translation>
    </message>
    <message>
        <source>Figure on the whole s&amp;creen</source>
        <translation>Figuur op het &amp;hele scherm</translation>
    </message>
    <message>
        <source>Type of 20 points, for a briefing; Esc leads back</source>
        <translation>Letters van 20 punten, voor een briefing; Esc leidt terug</translation>
    </message>
    <message>
        <source>Larger t&amp;ype</source>
        <translation>Gr&amp;otere letters</translation>
    </message>
    <message>
        <source>Smaller typ&amp;e</source>
        <translation>&amp;Kleinere letters</translation>
    </message>
    <message>
        <source>Type of the &amp;usual size</source>
        <translation>Letters van ge&amp;wone grootte</translation>
    </message>
</context>
</TS>
