/* SPDX-License-Identifier: MIT */
/* word/styles.xml: every style says all that matters of it, so that a clerk
 * who changes one does not move another. */
#include "base/arena.h"
#include "write/docx/cells.h"
#include "write/docx/job.h"
#include "write/docx/paragraph.h"
#include "write/docx/parts.h"
#include "write/docx/run.h"

static void lang(struct xml *xml, const struct job *job)
{
	struct str lang = job->doc->lang;

	xml_start(xml, "w:lang");
	xml_attr_cstr(xml, "w:val", "en-US");
	xml_attr(xml, "w:eastAsia", lang.n > 0 ? lang : STR("zh-CN"));
	xml_attr_cstr(xml, "w:bidi", "ar-SA");
	xml_end(xml);
}

static const struct type *body_type(const struct job *job)
{
	for (size_t i = 0; i < job->n_styles; i++)
		if (str_is(job->styles[i].name, "Normal"))
			return &job_para_style(job, job->styles[i].style)->type;
	return &job_para_style(job, 0)->type;
}

static void defaults(struct xml *xml, const struct job *job)
{
	const struct type *type = body_type(job);

	xml_start(xml, "w:docDefaults");
	xml_start(xml, "w:rPrDefault");
	xml_start(xml, "w:rPr");
	run_properties(xml, type, type->size);
	lang(xml, job);
	xml_end(xml);
	xml_end(xml);
	xml_empty(xml, "w:pPrDefault", NULL, NULL);
	xml_end(xml);
}

static void start_style(struct xml *xml, const char *type, struct str id,
			struct str name)
{
	xml_start(xml, "w:style");
	xml_attr_cstr(xml, "w:type", type);
	xml_attr(xml, "w:styleId", id);
	xml_start(xml, "w:name");
	xml_attr(xml, "w:val", name);
	xml_end(xml);
}

static bool is_normal(const struct word_style *w)
{
	return str_is(w->name, "Normal");
}

static bool has_normal(const struct job *job)
{
	for (size_t i = 0; i < job->n_styles; i++)
		if (is_normal(&job->styles[i]))
			return true;
	return false;
}

/* An entry of 目录 in this style: its leader goes to the end of the measure,
 * its pitch and size are those that layout chose. */
struct entry_look {
	int tab;   /* [twips] 0: it is none */
	emu pitch; /* [emu] */
	emu size;  /* [emu] */
};

static bool lists_in(const struct contents *contents, int style)
{
	for (size_t i = 0; i < contents->n_groups; i++)
		if (contents->groups[i].entry_style[0] == style ||
		    contents->groups[i].entry_style[1] == style)
			return true;
	return false;
}

static bool section_lists(const struct section *section, int style)
{
	for (size_t i = 0; i < section->n_blocks; i++)
		if (section->blocks[i].kind == BLOCK_CONTENTS &&
		    lists_in(&section->blocks[i].contents, style))
			return true;
	return false;
}

static struct entry_look entry_of(const struct job *job, int style)
{
	const struct para_style *s = job_para_style(job, style);
	struct entry_look entry = {0, s->pitch, s->type.size};
	const struct doc *doc = job->doc;

	for (size_t i = 0; i < doc->n_sections; i++)
		if (section_lists(&doc->sections[i], style))
			entry.tab = job_paper(job, i).measure;
	if (entry.tab > 0 && job->contents != NULL && job->contents->size > 0) {
		entry.pitch = job->contents->pitch;
		entry.size = job->contents->size;
	}
	return entry;
}

/* An indent of whole characters is one in Word too: it grows with the type. */
static int whole_chars(emu indent, emu size)
{
	return indent > 0 && size > 0 && indent % size == 0
		   ? indent / size * 100
		   : 0;
}

static void paragraph_style_properties(struct xml *xml, const struct job *job,
				       const struct word_style *w,
				       const struct entry_look *entry)
{
	const struct para_style *s = job_para_style(job, w->style);
	struct paragraph_look look = {
	    .keep_next = s->keep_next || w->outline > 0,
	    .keep_lines = s->keep_lines,
	    .before = twips(s->space_before),
	    .after = twips(s->space_after),
	    .line = twips(entry->pitch),
	    .left = twips(s->indent_left),
	    .right = twips(s->indent_right),
	    .first = twips(s->indent_first),
	    .first_chars = whole_chars(s->indent_first, entry->size),
	    .tab = entry->tab,
	    .leader = s->leader_dot > 0,
	    .auto_space = s->han_latin_gap > 0,
	    .align = s->align,
	    .outline = w->outline,
	};

	xml_start(xml, "w:pPr");
	paragraph_properties(xml, &look);
	xml_end(xml);
}

static void paragraph_style(struct xml *xml, const struct job *job,
			    const struct word_style *w)
{
	const struct para_style *s = job_para_style(job, w->style);
	struct entry_look entry = entry_of(job, w->style);
	const struct word_style *body = &job->styles[0];

	xml_start(xml, "w:style");
	xml_attr_cstr(xml, "w:type", "paragraph");
	if (is_normal(w))
		xml_attr_cstr(xml, "w:default", "1");
	xml_attr(xml, "w:styleId", w->id);
	xml_start(xml, "w:name");
	xml_attr(xml, "w:val", w->name);
	xml_end(xml);
	/* After a heading one goes on with text. */
	for (size_t i = 0; i < job->n_styles; i++)
		if (is_normal(&job->styles[i]))
			body = &job->styles[i];
	if (w->outline > 0 && body != w) {
		xml_start(xml, "w:next");
		xml_attr(xml, "w:val", body->id);
		xml_end(xml);
	}
	xml_empty(xml, "w:qFormat", NULL, NULL);
	paragraph_style_properties(xml, job, w, &entry);
	xml_start(xml, "w:rPr");
	run_properties(xml, &s->type, entry.size);
	xml_end(xml);
	xml_end(xml);
}

static void plain_normal(struct xml *xml)
{
	xml_start(xml, "w:style");
	xml_attr_cstr(xml, "w:type", "paragraph");
	xml_attr_cstr(xml, "w:default", "1");
	xml_attr_cstr(xml, "w:styleId", ID_NORMAL);
	xml_empty(xml, "w:name", "w:val", "Normal");
	xml_empty(xml, "w:qFormat", NULL, NULL);
	xml_end(xml);
}

static void default_style(struct xml *xml, const char *type, const char *id,
			  const char *name)
{
	xml_start(xml, "w:style");
	xml_attr_cstr(xml, "w:type", type);
	xml_attr_cstr(xml, "w:default", "1");
	xml_attr_cstr(xml, "w:styleId", id);
	xml_empty(xml, "w:name", "w:val", name);
	xml_empty(xml, "w:uiPriority", "w:val", "99");
	xml_empty(xml, "w:semiHidden", NULL, NULL);
	xml_empty(xml, "w:unhideWhenUsed", NULL, NULL);
	if (str_is(str_from(type), "table")) {
		xml_start(xml, "w:tblPr");
		cells_margins(xml, "w:tblCellMar", 0, 108);
		xml_end(xml);
	}
	xml_end(xml);
}

/* A style of ours that no document brings; line [twips]. */
static void own_style(struct xml *xml, const char *id, const char *name,
		      int line, const struct type *type, emu size)
{
	struct paragraph_look look = {.line = line, .align = ALIGN_LEFT};

	start_style(xml, "paragraph", str_from(id), str_from(name));
	xml_empty(xml, "w:uiPriority", "w:val", "99");
	xml_start(xml, "w:pPr");
	paragraph_properties(xml, &look);
	xml_end(xml);
	xml_start(xml, "w:rPr");
	run_properties(xml, type, size);
	xml_end(xml);
	xml_end(xml);
}

static void footer_style(struct xml *xml, const char *id, const char *name)
{
	static const struct type type = {.role = ROLE_LATIN};

	own_style(xml, id, name, 400, &type, EMU_PT(14));
}

/* Word gives entries of an updated 目录 this style: it is to change nothing. */
static void hyperlink_style(struct xml *xml)
{
	start_style(xml, "character", STR(ID_HYPERLINK), STR("Hyperlink"));
	xml_empty(xml, "w:uiPriority", "w:val", "99");
	xml_start(xml, "w:rPr");
	xml_empty(xml, "w:color", "w:val", "auto");
	xml_empty(xml, "w:u", "w:val", "none");
	xml_end(xml);
	xml_end(xml);
}

/* Behind a table that ends a section, and between two tables, Word wants a
 * paragraph: one that takes no room. */
static void separator_style(struct xml *xml, const char *id, const char *name)
{
	static const struct type type = {.role = ROLE_SONG};

	own_style(xml, id, name, SEPARATOR_HEIGHT, &type, EMU_PT(1));
}

struct str part_styles(const struct job *job)
{
	struct xml xml = {.out.arena = job->arena};

	xml_declaration(&xml);
	xml_start(&xml, "w:styles");
	xml_attr_cstr(&xml, "xmlns:w", NS_WORD);
	defaults(&xml, job);
	if (!has_normal(job))
		plain_normal(&xml);
	default_style(&xml, "character", ID_DEFAULT, "Default Paragraph Font");
	default_style(&xml, "table", ID_TABLE, "Normal Table");
	default_style(&xml, "numbering", ID_NO_LIST, "No List");
	for (size_t i = 0; i < job->n_styles; i++)
		paragraph_style(&xml, job, &job->styles[i]);
	footer_style(&xml, ID_HEADER, "header");
	footer_style(&xml, ID_FOOTER, "footer");
	hyperlink_style(&xml);
	separator_style(&xml, ID_SEPARATOR, "表后分隔");
	separator_style(&xml, ID_PART, "表内分隔");
	cells_styles(&xml, job);
	xml_end(&xml);
	return xml_str(&xml);
}
