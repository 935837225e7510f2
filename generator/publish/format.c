/* SPDX-License-Identifier: MIT */
#include "publish/format.h"

#include "base/arena.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "pages/pages.h"
#include "pages/plan.h"
#include "publish/figures.h"
#include "publish/messages.h"
#include "write/docx/docx.h"
#include "write/pdf/pdf.h"

void written_add(struct written_list *written, struct str name,
		 struct str bytes, struct arena *arena)
{
	written->list = arena_grow(arena, written->list, written->n,
				   &written->room, sizeof(*written->list));
	written->list[written->n++] = (struct written){name, bytes};
}

static bool write_pdf(const struct laid_out *document, struct arena *arena,
		      struct diag_sink *sink, struct written_list *written)
{
	struct pdf_options options = {.tagged = true, .pdfa = document->pdfa};
	struct str bytes;

	if (!pdf_write(document->result.pages, document->fonts, options, arena,
		       sink, &bytes))
		return false;
	written_add(written, STR_NONE, bytes, arena);
	return true;
}

static bool write_docx(const struct laid_out *document, struct arena *arena,
		       struct diag_sink *sink, struct written_list *written)
{
	struct str bytes;

	if (!docx_write(document->doc, document->result.plan, arena, sink,
			&bytes))
		return false;
	written_add(written, STR_NONE, bytes, arena);
	return true;
}

static bool write_json(const struct laid_out *document, struct arena *arena,
		       struct diag_sink *sink, struct written_list *written)
{
	(void)sink;
	written_add(written, STR_NONE, figures_json(document->doc, arena),
		    arena);
	return true;
}

static bool write_csv(const struct laid_out *document, struct arena *arena,
		      struct diag_sink *sink, struct written_list *written)
{
	(void)sink;
	figures_csv(document->doc, arena, written);
	return true;
}

static bool write_doc(const struct laid_out *document, struct arena *arena,
		      struct diag_sink *sink, struct written_list *written)
{
	(void)sink;
	written_add(written, STR_NONE, doc_dump(document->doc, arena), arena);
	return true;
}

static bool write_pages(const struct laid_out *document, struct arena *arena,
			struct diag_sink *sink, struct written_list *written)
{
	struct str parts[2];

	(void)sink;
	parts[0] = pages_dump(document->result.pages, document->fonts, arena);
	parts[1] = plan_dump(document->result.plan, arena);
	written_add(written, STR_NONE, str_join(parts, 2, STR("\n"), arena),
		    arena);
	return true;
}

static const struct format formats[] = {
    {"pdf", "pdf", false, false, write_pdf},
    {"docx", "docx", false, false, write_docx},
    {"json", "json", false, true, write_json},
    {"csv", "csv", false, true, write_csv},
    {"doc", "doc.xml", true, false, write_doc},
    {"pages", "pages.txt", true, false, write_pages},
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
	struct str rest = names.n > 0 ? names : STR("pdf,docx,json");
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
