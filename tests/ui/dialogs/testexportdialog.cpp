// The export dialog: each format, exact size, inline faults, remembered choices.
#include "testroom.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/exportpreview.h"
#include "ui/samplewindow.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardItemModel>

#include <cmath>

using namespace evenredig;

class TestExportDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesEachFormat_data();
    void writesEachFormat();
    void pngHasItsSize();
    void tooLowSaysHowHigh();
    void altTextIsShownAndWritten();
    void presetsAndFieldsAgree();
    void saysWhatIsWrongAndStays();
    void replacesOnlyWhenAskedTwice();
    void remembersItsChoices();
    void everyFieldHasAName();
    void whatFitsIsOfferedFirst();
    void previewIsTheFile();
    void theNameDecides();
    void editsAreMarked();
    void namesTheFileInWords();

private:
    void askLevel();
    template<class T>
    static T *field(const QDialog &dialog, const QString &name)
    {
        const QList<T *> fields = dialog.findChildren<T *>();
        const auto found = std::ranges::find(fields, name, &QWidget::accessibleName);
        return found == fields.end() ? nullptr : *found;
    }
    static QString fault(const QDialog &dialog) { return dialog.findChild<QLabel *>(QStringLiteral("fault"))->text(); }
    std::unique_ptr<SampleFolder> m_sample;
    std::unique_ptr<Session> m_session;
};

void TestExportDialog::initTestCase()
{
    m_sample = std::make_unique<SampleFolder>();
    QVERIFY2(m_sample->failure().isEmpty(), qPrintable(m_sample->failure()));
    m_session = std::make_unique<Session>(Preferences());
    QSignalSpy shown(m_session.get(), &Session::figureChanged);
    m_session->open(m_sample->path());
    QVERIFY(shown.wait(20000));
}

void TestExportDialog::writesEachFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("png") << 0 << "png" << QByteArray("\x89PNG");
    QTest::newRow("svg") << 1 << "svg" << QByteArray("<?xml");
    QTest::newRow("pdf") << 2 << "pdf" << QByteArray("%PDF");
    QTest::newRow("xlsx") << 3 << "xlsx" << QByteArray("PK");
    QTest::newRow("csv for a spreadsheet") << 4 << "csv" << QByteArray("\xEF\xBB\xBFsoort rij;indicator;");
    QTest::newRow("csv") << 5 << "csv" << QByteArray("\xEF\xBB\xBFrow,indicator");
    QTest::newRow("json") << 6 << "json" << QByteArray("{");
}

void TestExportDialog::writesEachFormat()
{
    QFETCH(int, format);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begin);
    ExportDialog dialog(*m_session);
    field<QLineEdit>(dialog, "File")->setText(m_sample->path("out.x"));
    field<QComboBox>(dialog, "Format")->setCurrentIndex(format ? format : 1);
    field<QComboBox>(dialog, "Format")->setCurrentIndex(format);
    QCOMPARE(dialog.path(), m_sample->path("out." + suffix));
    QFile::remove(dialog.path());
    dialog.accept();
    QVERIFY2(dialog.result() == QDialog::Accepted, qPrintable(fault(dialog)));
    QFile file(dialog.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(begin), bytes.left(40).constData());
    QVERIFY(bytes.size() > 500);
}

void TestExportDialog::askLevel()
{
    Question question;
    question.ask = Ask::Level;
    question.indicator = "income.independent";
    m_session->ask(question);
    QVERIFY(settle(*m_session));
}

void TestExportDialog::tooLowSaysHowHigh()
{
    Question question;
    question.ask = Ask::Overview;
    m_session->ask(question);
    QVERIFY(settle(*m_session));
    ExportDialog dialog(*m_session);
    field<QComboBox>(dialog, "Format")->setCurrentIndex(0);
    field<QLineEdit>(dialog, "File")->setText(m_sample->path("low.png"));
    auto *height = field<QDoubleSpinBox>(dialog, "Height in millimetres");
    height->setValue(50);
    dialog.accept();
    const auto said = QRegularExpression("(\\d+) mm hoog").match(fault(dialog));
    QVERIFY2(said.hasMatch() && !QFile::exists(m_sample->path("low.png")), qPrintable(fault(dialog)));
    height->setValue(said.captured(1).toInt());
    dialog.accept();
    QVERIFY2(dialog.result() == QDialog::Accepted, qPrintable(fault(dialog)));
}

void TestExportDialog::altTextIsShownAndWritten()
{
    askLevel();
    ExportDialog dialog(*m_session);
    auto *text = dialog.findChild<QPlainTextEdit *>();
    QCOMPARE(text->toPlainText(), QString::fromStdString(m_session->figure().altText));
    auto *language = field<QComboBox>(dialog, "Language");
    language->setCurrentIndex(1);
    const QString english = text->toPlainText();
    QVERIFY(english != QString::fromStdString(m_session->figure().altText));
    field<QLineEdit>(dialog, "File")->setText(m_sample->path("described.svg"));
    field<QComboBox>(dialog, "Format")->setCurrentIndex(1);
    auto *beside = dialog.findChild<QCheckBox *>();
    beside->setChecked(true);
    dialog.accept();
    QVERIFY2(dialog.result() == QDialog::Accepted, qPrintable(fault(dialog)));
    QFile written(m_sample->path("described.txt"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(written.readAll()), english + '\n');
    QVERIFY(ExportDialog(*m_session).findChild<QCheckBox *>()->isChecked());
    QSettings().clear();
}

void TestExportDialog::pngHasItsSize()
{
    askLevel();
    ExportDialog dialog(*m_session);
    field<QComboBox>(dialog, "Format")->setCurrentIndex(0);
    field<QLineEdit>(dialog, "File")->setText(m_sample->path("size.png"));
    field<QDoubleSpinBox>(dialog, "Width in millimetres")->setValue(160);
    field<QDoubleSpinBox>(dialog, "Height in millimetres")->setValue(100);
    field<QSpinBox>(dialog, "Dots per inch")->setValue(254);
    dialog.accept();
    QVERIFY2(dialog.result() == QDialog::Accepted, qPrintable(fault(dialog)));
    QCOMPARE(QImage(dialog.path()).size(), QSize(1600, 1000));
}

void TestExportDialog::presetsAndFieldsAgree()
{
    ExportDialog dialog(*m_session);
    auto *preset = field<QComboBox>(dialog, "Size");
    auto *width = field<QDoubleSpinBox>(dialog, "Width in millimetres");
    auto *height = field<QDoubleSpinBox>(dialog, "Height in millimetres");
    preset->setCurrentIndex(2);
    Q_EMIT preset->activated(2);
    QCOMPARE(width->value(), 77.0);
    QCOMPARE(height->value(), 0.0);
    width->setValue(100);
    QVERIFY(!preset->currentData().toSizeF().isValid()); // a size of one's own
    width->setValue(105);
    height->setValue(0);
    QCOMPARE(preset->currentIndex(), 1);
    auto *language = field<QComboBox>(dialog, "Language");
    for (const ExportDialog::Format format : {ExportDialog::Format::Xlsx, ExportDialog::Format::SpreadsheetCsv}) {
        field<QComboBox>(dialog, "Format")->setCurrentIndex(int(format));
        QVERIFY(!width->isEnabled() && language->isEnabled());
    }
    field<QComboBox>(dialog, "Format")->setCurrentIndex(int(ExportDialog::Format::Csv));
    QVERIFY(!width->isEnabled() && !language->isEnabled());
}

void TestExportDialog::saysWhatIsWrongAndStays()
{
    ExportDialog dialog(*m_session);
    dialog.show();
    auto *path = field<QLineEdit>(dialog, "File");
    path->clear();
    dialog.accept();
    QVERIFY(!fault(dialog).isEmpty());
    field<QComboBox>(dialog, "Format")->setCurrentIndex(0);
    path->setText(m_sample->path("no/such/folder/x.png"));
    QVERIFY(fault(dialog).isEmpty());
    dialog.accept();
    QVERIFY(!fault(dialog).isEmpty());
    path->setText(m_sample->path("small.png"));
    field<QDoubleSpinBox>(dialog, "Width in millimetres")->setValue(40);
    field<QDoubleSpinBox>(dialog, "Height in millimetres")->setValue(5);
    dialog.accept();
    QVERIFY(!fault(dialog).isEmpty());
    QVERIFY(!QFile::exists(m_sample->path("small.png")));
    QVERIFY(dialog.isVisible());
}

void TestExportDialog::replacesOnlyWhenAskedTwice()
{
    QFile old(m_sample->path("old.csv"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    ExportDialog dialog(*m_session);
    field<QComboBox>(dialog, "Format")->setCurrentIndex(int(ExportDialog::Format::Csv));
    field<QLineEdit>(dialog, "File")->setText(old.fileName());
    dialog.accept();
    QVERIFY(!fault(dialog).isEmpty());
    QCOMPARE(QFileInfo(old.fileName()).size(), 3);
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(QFileInfo(old.fileName()).size() > 100);
}

void TestExportDialog::remembersItsChoices()
{
    {
        ExportDialog dialog(*m_session);
        field<QComboBox>(dialog, "Format")->setCurrentIndex(1);
        field<QLineEdit>(dialog, "File")->setText(m_sample->path("remember.svg"));
        field<QDoubleSpinBox>(dialog, "Width in millimetres")->setValue(140);
        field<QDoubleSpinBox>(dialog, "Height in millimetres")->setValue(0);
        field<QComboBox>(dialog, "Language")->setCurrentIndex(1);
        dialog.accept();
        QVERIFY2(dialog.result() == QDialog::Accepted, qPrintable(fault(dialog)));
    }
    ExportDialog dialog(*m_session);
    QCOMPARE(field<QComboBox>(dialog, "Format")->currentIndex(), 1);
    QCOMPARE(field<QDoubleSpinBox>(dialog, "Width in millimetres")->value(), 140.0);
    QCOMPARE(field<QComboBox>(dialog, "Language")->currentIndex(), 1);
    QVERIFY(dialog.path().startsWith(QFileInfo(m_sample->path()).absolutePath()));
    QVERIFY(dialog.path().endsWith(".svg"));
}

void TestExportDialog::everyFieldHasAName()
{
    const ExportDialog dialog(*m_session);
    for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->parentWidget() != &dialog)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestExportDialog::whatFitsIsOfferedFirst()
{
    askLevel();
    ExportDialog dialog(*m_session);
    const auto *preset = field<QComboBox>(dialog, "Size");
    const auto *items = qobject_cast<QStandardItemModel *>(preset->model());
    const Catalogue &catalogue = m_session->workspace()->catalogue;
    bool enabled = true;
    int fits = 0, tooLow = 0;
    for (int i = 0; i < preset->count(); ++i) {
        const QSizeF size = preset->itemData(i).toSizeF();
        const bool offered = items->item(i)->isEnabled();
        QVERIFY2(enabled || !offered, qPrintable(preset->itemText(i))); // none that fits after one that does not
        enabled = offered;
        if (size.width() <= 0)
            continue;
        const bool drawn = drawFigure(m_session->figure(), catalogue, ExportFormat::Png,
                                      {size.width(), size.height(), 60})
                               .has_value();
        QVERIFY2(drawn == offered, qPrintable(preset->itemText(i)));
        ++(drawn ? fits : tooLow);
    }
    QVERIFY(fits >= 3 && tooLow >= 1);
}

void TestExportDialog::previewIsTheFile()
{
    askLevel();
    ExportDialog dialog(*m_session);
    auto *preview = dialog.findChild<ExportPreview *>();
    field<QComboBox>(dialog, "Format")->setCurrentIndex(0);
    field<QDoubleSpinBox>(dialog, "Width in millimetres")->setValue(160);
    field<QDoubleSpinBox>(dialog, "Height in millimetres")->setValue(0);
    QTRY_COMPARE(preview->sizeMm().width(), 160.0);
    const QSizeF size = preview->pixmap().size();
    QVERIFY(std::abs(size.width() / size.height() - preview->sizeMm().width() / preview->sizeMm().height()) < 0.02);
    const QImage before = preview->pixmap().toImage();
    field<QLineEdit>(dialog, "Title")->setText("Een andere titel");
    QTRY_VERIFY(preview->pixmap().toImage() != before);
    field<QDoubleSpinBox>(dialog, "Height in millimetres")->setValue(20);
    QTRY_VERIFY(!preview->sizeMm().isValid());
    QVERIFY(!fault(dialog).isEmpty()); // said before anybody presses
    field<QComboBox>(dialog, "Format")->setCurrentIndex(int(ExportDialog::Format::Csv));
    QTRY_VERIFY(!preview->isVisibleTo(&dialog));
    QSettings().clear();
}

void TestExportDialog::theNameDecides()
{
    askLevel();
    ExportDialog dialog(*m_session);
    auto *path = field<QLineEdit>(dialog, "File");
    auto *format = field<QComboBox>(dialog, "Format");
    format->setCurrentIndex(0);
    path->setText(m_sample->path("a.CSV"));
    QCOMPARE(format->currentIndex(), int(ExportDialog::Format::SpreadsheetCsv));
    path->setText(m_sample->path("a.svg"));
    QCOMPARE(format->currentIndex(), int(ExportDialog::Format::Svg));
    path->setText(m_sample->path("figuur v1.2"));
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(QFile::exists(m_sample->path("figuur v1.2.svg")) && !QFile::exists(m_sample->path("figuur v1.2")));
    ExportDialog again(*m_session);
    field<QLineEdit>(again, "File")->setText(m_sample->path("figuur v1.2.svg"));
    again.accept();
    QVERIFY2(fault(again).contains("figuur v1.2.svg"), qPrintable(fault(again))); // which file is there
    QSettings().clear();
}

void TestExportDialog::editsAreMarked()
{
    askLevel();
    ExportDialog dialog(*m_session);
    field<QComboBox>(dialog, "Format")->setCurrentIndex(1);
    field<QLineEdit>(dialog, "File")->setText(m_sample->path("edited.svg"));
    const QString made = field<QLineEdit>(dialog, "Title")->text();
    QCOMPARE(made, QString::fromStdString(m_session->figure().title));
    field<QLineEdit>(dialog, "Title")->setText("Zelf bedacht");
    field<QLineEdit>(dialog, "Note below the figure")->setText("Zie ook bijlage 2.");
    field<QComboBox>(dialog, "Language")->setCurrentIndex(1);
    field<QComboBox>(dialog, "Language")->setCurrentIndex(0); // what was typed stays, whatever the language
    dialog.accept();
    QVERIFY2(dialog.result() == QDialog::Accepted, qPrintable(fault(dialog)));
    QFile file(m_sample->path("edited.svg"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString svg = QString::fromUtf8(file.readAll());
    QVERIFY(svg.contains("<title>Zelf bedacht</title>") && svg.contains("Zie ook bijlage 2."));
    const QString mark = svg.section("<metadata>", 1).section("</metadata>", 0, 0);
    QVERIFY2(mark.contains("titel aangepast") && mark.contains(made.toHtmlEscaped()) && mark.contains("EV-"),
             qPrintable(mark));
    QVERIFY2(QString::fromStdString(m_session->figure().title) == made, "the figure in the window is as it was");
    QSettings().clear();
}

void TestExportDialog::namesTheFileInWords()
{
    QSettings().clear();
    askLevel();
    QCOMPARE(QFileInfo(ExportDialog(*m_session).path()).fileName(), QStringLiteral("stand-economisch-zelfstandig.png"));
}

EVENREDIG_TEST(TestExportDialog)
#include "testexportdialog.moc"
