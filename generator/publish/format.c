/* SPDX-License-Identifier: MIT */
#include "publish/format.h"

#include "base/diag.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "pages/pages.h"
#include "pages/plan.h"
#include "publish/messages.h"
#include "write/docx/docx.h"
#include "write/pdf/pdf.h"

static bool write_pdf(const struct laid_out *document, struct arena *arena,
		      struct diag_sink *sink, struct str *bytes)
{
	struct pdf_options options = {.tagged = true, .pdfa = document->pdfa};

	return pdf_write(document->result.pages, document->fonts, options,
			 arena, sink, bytes);
}

static bool write_docx(const struct laid_out *document, struct arena *arena,
		       struct diag_sink *sink, struct str *bytes)
{
	return docx_write(document->doc, document->result.plan, arena, sink,
			  bytes);
}

static bool write_doc(const struct laid_out *document, struct arena *arena,
		      struct diag_sink *sink, struct str *bytes)
{
	(void)sink;
	*bytes = doc_dump(document->doc, arena);
	return true;
}

static bool write_pages(const struct laid_out *document, struct arena *arena,
			struct diag_sink *sink, struct str *bytes)
{
	struct str parts[2];

	(void)sink;
	parts[0] = pages_dump(document->result.pages, document->fonts, arena);
	parts[1] = plan_dump(document->result.plan, arena);
	*bytes = str_join(parts, 2, STR("\n"), arena);
	return true;
}

static const struct format formats[] = {
    {"pdf", "pdf", false, write_pdf},
    {"docx", "docx", false, write_docx},
    {"doc", "doc.xml", true, write_doc},
    {"pages", "pages.txt", true, write_pages},
};

static const struct format *find_format(struct str name)
{
	size_t i;

	for (i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (str_is(name, formats[i].name))
			return &formats[i];
	return NULL;
}

static bool is_chosen(const struct format_list *chosen,
		      const struct format *format)
{
	size_t i;

	for (i = 0; i < chosen->n; i++)
		if (chosen->list[i] == format)
			return true;
	return false;
}

bool formats_choose(struct str names, struct format_list *chosen,
		    struct diag_sink *sink)
{
	struct str rest = names.n > 0 ? names : STR("pdf,docx");
	struct str name;
	bool ok = true;

	chosen->n = 0;
	while (str_split(&rest, ',', &name)) {
		const struct format *format = find_format(str_trim(name));

		if (format == NULL) {
			DIAG(sink, &BUILD_FORMAT, PLACE_NONE, name);
			ok = false;
		} else if (!is_chosen(chosen, format)) {
			chosen->list[chosen->n++] = format;
		}
	}
	return ok;
}
