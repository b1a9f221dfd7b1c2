#include "ui/charts/pdfpage.h"

// The C interface: the C++ headers of qpdf 11 do not compile with clang 14.
#include <qpdf/qpdf-c.h>

#include <memory>

namespace evenredig {

namespace {

struct CloseQpdf {
    void operator()(qpdf_data pdf) const { qpdf_cleanup(&pdf); }
};
using Pdf = std::unique_ptr<_qpdf_data, CloseQpdf>;

/// Qt's page has whole points and starts its drawing at the top left: the exact box hangs from that corner.
void setPageBox(qpdf_data pdf, QSizeF size)
{
    for (int number = 0; number < qpdf_get_num_pages(pdf); ++number) {
        const qpdf_oh page = qpdf_get_page_n(pdf, std::size_t(number));
        const qpdf_oh drawn = qpdf_oh_get_key(pdf, page, "/MediaBox");
        const double top = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, drawn, 3));
        const qpdf_oh box = qpdf_oh_new_array(pdf);
        for (const double corner : {0.0, top - size.height(), size.width(), top})
            qpdf_oh_append_item(pdf, box, qpdf_oh_new_real_from_double(pdf, corner, 4));
        for (const char *name : {"/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"}) {
            if (qpdf_oh_has_key(pdf, page, name))
                qpdf_oh_replace_key(pdf, page, name, box);
        }
    }
}

void setDescription(qpdf_data pdf, const PdfPage &page)
{
    const qpdf_oh root = qpdf_get_root(pdf);
    qpdf_oh_replace_key(pdf, root, "/Lang", qpdf_oh_new_string(pdf, page.language.c_str()));
    const qpdf_oh preferences = qpdf_oh_new_dictionary(pdf);
    qpdf_oh_replace_key(pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(pdf, QPDF_TRUE));
    qpdf_oh_replace_key(pdf, root, "/ViewerPreferences", preferences);
    const qpdf_oh trailer = qpdf_get_trailer(pdf);
    if (!qpdf_oh_has_key(pdf, trailer, "/Info"))
        qpdf_oh_replace_key(pdf, trailer, "/Info", qpdf_make_indirect_object(pdf, qpdf_oh_new_dictionary(pdf)));
    const qpdf_oh info = qpdf_oh_get_key(pdf, trailer, "/Info");
    const auto describe = [pdf, info](const char *key, const QString &text) {
        qpdf_oh_replace_key(pdf, info, key, qpdf_oh_new_unicode_string(pdf, text.toUtf8().constData()));
    };
    describe("/Title", page.title);
    describe("/Subject", page.subject);
    describe("/Keywords", page.keywords);
}

} // namespace

Result<QByteArray> finishPdf(const QByteArray &drawn, const PdfPage &page)
{
    const Pdf pdf(qpdf_init());
    qpdf_set_suppress_warnings(pdf.get(), QPDF_TRUE);
    QPDF_ERROR_CODE code = qpdf_read_memory(pdf.get(), "figure.pdf", drawn.constData(),
                                            static_cast<unsigned long long>(drawn.size()), nullptr);
    if (!(code & QPDF_ERRORS)) {
        setPageBox(pdf.get(), page.size);
        setDescription(pdf.get(), page);
        code = qpdf_init_write_memory(pdf.get());
    }
    if (!(code & QPDF_ERRORS))
        code = qpdf_write(pdf.get());
    if (qpdf_has_error(pdf.get()))
        return fail(ErrorCode::Internal, {{"reason", qpdf_get_error_full_text(pdf.get(), qpdf_get_error(pdf.get()))}});
    return QByteArray(reinterpret_cast<const char *>(qpdf_get_buffer(pdf.get())),
                      qsizetype(qpdf_get_buffer_length(pdf.get())));
}

} // namespace evenredig
