#include "ui/charts/pdfpage.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace evenredig {

namespace {

QPDFObjectHandle real(double value)
{
    return QPDFObjectHandle::newReal(value, 4);
}

/// Qt's page has whole points and starts its drawing at the top left: the exact box hangs from that corner.
void setPageBox(QPDF &pdf, QSizeF size)
{
    for (auto &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QPDFObjectHandle object = page.getObjectHandle();
        const double top = object.getKey("/MediaBox").getArrayItem(3).getNumericValue();
        const QPDFObjectHandle box = QPDFObjectHandle::newArray(
            {real(0), real(top - size.height()), real(size.width()), real(top)});
        for (const char *name : {"/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"}) {
            if (name == std::string("/MediaBox") || object.hasKey(name))
                object.replaceKey(name, box);
        }
    }
}

void setDescription(QPDF &pdf, const PdfPage &page)
{
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(page.language));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    QPDFObjectHandle trailer = pdf.getTrailer();
    if (!trailer.hasKey("/Info"))
        trailer.replaceKey("/Info", pdf.makeIndirectObject(QPDFObjectHandle::newDictionary()));
    QPDFObjectHandle info = trailer.getKey("/Info");
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(page.title.toStdString()));
    info.replaceKey("/Subject", QPDFObjectHandle::newUnicodeString(page.subject.toStdString()));
    info.replaceKey("/Keywords", QPDFObjectHandle::newUnicodeString(page.keywords.toStdString()));
}

} // namespace

Result<QByteArray> finishPdf(const QByteArray &drawn, const PdfPage &page)
{
    try { // qpdf reports by exceptions
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("figure.pdf", drawn.constData(), std::size_t(drawn.size()));
        setPageBox(pdf, page.size);
        setDescription(pdf, page);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize()));
    } catch (const std::exception &error) {
        return fail(ErrorCode::Internal, {{"reason", error.what()}});
    }
}

} // namespace evenredig
