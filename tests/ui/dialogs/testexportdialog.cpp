// The export dialog: each format, exact size, inline faults, remembered choices.
#include "testroom.h"
#include "ui/dialogs/exportdialog.h"
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
    preset->setCurrentIndex(3);
    Q_EMIT preset->activated(3);
    QCOMPARE(width->value(), 77.0);
    QCOMPARE(height->value(), 60.0);
    width->setValue(100);
    QCOMPARE(preset->currentIndex(), preset->count() - 1); // a size of one's own
    width->setValue(160);
    height->setValue(85);
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

EVENREDIG_TEST(TestExportDialog)
#include "testexportdialog.moc"
