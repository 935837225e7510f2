/* SPDX-License-Identifier: MIT */
#include "write/docx/run.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "write/docx/fonts.h"
#include "write/docx/job.h"
#include "write/docx/pull.h"

#define EMU_PER_HALF_POINT (EMU_PER_PT / 2)

/* A line is drawn in by so much more [emu]: rules take from a cell's width,
 * and twips are rounded. */
#define SPACING_SPARE EMU_PER_PT

/* Characters are not drawn together by more [twips]; LibreOffice goes no
 * further than a part of the type's size. */
#define SPACING_MOST 40
#define SPACING_PART 6

/* The least that Word sets. */
#define HALF_POINTS_LEAST 2

static int half_points(emu size)
{
	int n = (size + EMU_PER_HALF_POINT / 2) / EMU_PER_HALF_POINT;

	return n < HALF_POINTS_LEAST ? HALF_POINTS_LEAST : n > 3276 ? 3276 : n;
}

/* 仿宋 and 楷体 have no bold face: the PDF draws an outline, Word makes it. */
static bool is_bold(const struct type *type)
{
	return type->bold || type->stroke > 0;
}

static void size_of(struct xml *xml, emu size)
{
	xml_empty_int(xml, "w:sz", "w:val", half_points(size));
	xml_empty_int(xml, "w:szCs", "w:val", half_points(size));
}

static const char *latin_font(const struct type *type)
{
	enum role han = type->role == ROLE_LATIN ? ROLE_SONG : type->role;

	return word_fonts[type->own_latin ? han : ROLE_LATIN].name;
}

static void fonts_of(struct xml *xml, const struct type *type, enum pull pull)
{
	enum role han = type->role == ROLE_LATIN ? ROLE_SONG : type->role;
	const char *latin = latin_font(type);

	xml_start(xml, "w:rFonts");
	if (pull == PULL_HAN)
		xml_attr_cstr(xml, "w:hint", "eastAsia");
	xml_attr_cstr(xml, "w:ascii", latin);
	xml_attr_cstr(xml, "w:eastAsia",
		      pull == PULL_LATIN ? latin : word_fonts[han].name);
	xml_attr_cstr(xml, "w:hAnsi", latin);
	xml_attr_cstr(xml, "w:cs", word_fonts[ROLE_LATIN].name);
	xml_end(xml);
}

static void bold(struct xml *xml, bool on)
{
	if (on)
		xml_empty(xml, "w:b", NULL, NULL);
	else
		xml_empty(xml, "w:b", "w:val", "0");
	if (on)
		xml_empty(xml, "w:bCs", NULL, NULL);
	else
		xml_empty(xml, "w:bCs", "w:val", "0");
}

void run_properties(struct xml *xml, const struct type *type, emu size)
{
	fonts_of(xml, type, PULL_NONE);
	bold(xml, is_bold(type));
	size_of(xml, size);
}

static bool same_type(const struct type *a, const struct type *b)
{
	return a->role == b->role && is_bold(a) == is_bold(b) &&
	       a->own_latin == b->own_latin;
}

/* What a run says beside its style. */
struct run_look {
	const struct run_manner *manner;
	bool strong;
	enum pull pull;
	int spacing; /* [twips] behind each character */
};

/* The fonts of a run, if they are not its style's. */
static void fonts_look(struct xml *xml, const struct run_look *l, bool other)
{
	const struct type *type = other ? l->manner->strong : l->manner->type;

	if (other) {
		fonts_of(xml, type, l->pull);
	} else if (l->pull == PULL_HAN) {
		xml_empty(xml, "w:rFonts", "w:hint", "eastAsia");
	} else if (l->pull == PULL_LATIN) {
		xml_start(xml, "w:rFonts");
		xml_attr_cstr(xml, "w:eastAsia", latin_font(type));
		xml_end(xml);
	}
}

static void look(struct xml *xml, const struct run_look *l)
{
	const struct run_manner *m = l->manner;
	bool other = l->strong && !same_type(m->strong, m->type);
	emu size = m->size;

	if (l->strong && size == 0 && m->strong->size > 0 &&
	    m->strong->size != m->type->size)
		size = m->strong->size;
	if (!other && l->pull == PULL_NONE && l->spacing == 0 && size == 0)
		return;
	xml_start(xml, "w:rPr");
	fonts_look(xml, l, other);
	if (other && is_bold(m->strong) != is_bold(m->type))
		bold(xml, is_bold(m->strong));
	if (l->spacing != 0)
		xml_empty_int(xml, "w:spacing", "w:val", l->spacing);
	if (size != 0)
		size_of(xml, size);
	xml_end(xml);
}

static void text_element(struct xml *xml, const char *name, struct str text)
{
	xml_start(xml, name);
	if (str_trim(text).n != text.n)
		xml_attr_cstr(xml, "xml:space", "preserve");
	xml_text(xml, text);
	xml_end(xml);
}

static bool is_blank(uint32_t code)
{
	return code == ' ' || code == 0xA0;
}

static bool is_han(uint32_t code)
{
	return code >= 0x2E80 && code < 0xFF00;
}

static bool is_word(uint32_t code)
{
	return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
	       (code >= 'a' && code <= 'z') || code == '%';
}

static bool gives_way(uint32_t before, uint32_t after)
{
	return (is_han(before) && is_word(after)) ||
	       (is_word(before) && is_han(after));
}

/* The first character behind the blanks at at, 0 at the end. */
static uint32_t behind_blanks(struct str text, size_t at)
{
	uint32_t code = 0;

	while (at < text.n) {
		code = utf8_next(text, &at);
		if (!is_blank(code))
			return code;
	}
	return 0;
}

/* Without blanks between Han and digits: as in the PDF, the white there is
 * the setter's. */
static struct str squeezed(struct str text, struct arena *arena)
{
	struct buf out = {.arena = arena};
	uint32_t before = 0;
	size_t at = 0;

	while (at < text.n) {
		size_t from = at;
		uint32_t code = utf8_next(text, &at);

		if (is_blank(code)) {
			if (gives_way(before, behind_blanks(text, at)))
				continue;
		} else {
			before = code;
		}
		buf_add(&out, str_slice(text, from, at - from));
	}
	return buf_str(&out);
}

/* The text in pieces, a line break between them; from: where it stands in the
 * paragraph's plain text. */
static void pieces(struct xml *xml, struct str text, size_t from,
		   const struct run_manner *manner)
{
	size_t done = 0;

	for (size_t i = 0; i < manner->n_breaks; i++) {
		size_t at = manner->breaks[i].at;

		if (at < from + done || at >= from + text.n ||
		    (at == from && from == 0))
			continue;
		if (at - from > done)
			text_element(xml, "w:t",
				     str_slice(text, done, at - from - done));
		xml_empty(xml, "w:br", NULL, NULL);
		done = at - from;
	}
	text_element(xml, "w:t", str_slice(text, done, text.n));
}

static void one_run(struct xml *xml, struct str text, size_t from,
		    const struct run_look *l)
{
	if (text.n == 0)
		return;
	xml_start(xml, "w:r");
	look(xml, l);
	pieces(xml, text, from, l->manner);
	xml_end(xml);
}

/* 合　计: white behind the first character; the text stays as it is. */
static void spread_run(struct xml *xml, struct str text, struct run_look l)
{
	size_t first = 0;

	utf8_next(text, &first);
	l.spacing = l.manner->spread;
	one_run(xml, str_slice(text, 0, first), 0, &l);
	l.spacing = 0;
	one_run(xml, str_slice(text, first, text.n), first, &l);
}

/* The line that was drawn in at or behind a place; NULL: none. */
static const struct plan_drawn *next_drawn(const struct run_manner *manner,
					   size_t at)
{
	for (size_t i = 0; i < manner->n_drawn; i++)
		if (manner->drawn[i].from + manner->drawn[i].n > at)
			return &manner->drawn[i];
	return NULL;
}

/* Characters behind which spacing takes effect: LibreOffice sets none where
 * Latin and Han meet, nor at the end of the line. */
static int64_t count_spaced(struct str text)
{
	bool before = false;
	size_t at = 0;
	int64_t n = 0;

	while (at < text.n) {
		bool latin = utf8_next(text, &at) < 0x2E80;

		n += latin == before;
		before = latin;
	}
	return n > 1 ? n - 1 : 1;
}

/* Spacing [twips] of a line of the paragraph's plain text that is to lose so
 * much; none where LibreOffice would break it all the same: Word needs none. */
static int spacing_of(struct str plain, const struct plan_drawn *line, emu size)
{
	int64_t n = count_spaced(str_slice(plain, line->from, line->n));
	int64_t most = twips(size / SPACING_PART);
	int64_t all;
	int64_t each;

	if (line->by == 0)
		return 0;
	if (most > SPACING_MOST)
		most = SPACING_MOST;
	all = ((int64_t)line->by + SPACING_SPARE) / EMU_PER_TWIP;
	each = (all + n - 1) / n;
	if (each > most)
		each = line->by > most * n * EMU_PER_TWIP + SPACING_SPARE
			   ? 0
			   : most;
	return -(int)each;
}

/* A stretch of a run in one manner. */
static void stretch(struct xml *xml, struct str text, size_t from,
		    struct run_look *l)
{
	struct str shown = text;
	size_t at = 0;

	if (l->manner->squeeze && str_find(shown, STR(" ")) >= 0)
		shown = squeezed(shown, xml->out.arena);
	while (at < shown.n) {
		struct str rest = str_slice(shown, at, shown.n);
		struct str part = str_slice(rest, 0, pull_of(rest, &l->pull));

		if (l->manner->spread != 0 && part.n == text.n)
			spread_run(xml, part, *l);
		else
			one_run(xml, part, from + at, l);
		at += part.n;
	}
}

/* The text, with a mark behind it that a line may end there: Word needs none,
 * and whoever copies the text gets it, so it stands at no other place. */
static struct str may_break_behind(struct str text, struct arena *arena)
{
	struct buf out = {.arena = arena};

	buf_add(&out, text);
	buf_add_code(&out, CODE_MAY_BREAK);
	return buf_str(&out);
}

/* Where layout drew a line in, its characters stand a little closer, so that
 * Word ends it at the same place. from: of the run in the plain text. */
static void run_parts(struct xml *xml, const struct run *run, size_t from,
		      const struct run_manner *manner, struct str plain)
{
	size_t at = 0;

	while (at < run->text.n) {
		struct run_look l = {.manner = manner, .strong = run->strong};
		const struct plan_drawn *d = next_drawn(manner, from + at);
		size_t end = run->text.n;
		struct str text;

		if (d != NULL && d->from > from + at) {
			if (d->from - from < end)
				end = d->from - from;
		} else if (d != NULL) {
			if (d->from + d->n - from < end)
				end = d->from + d->n - from;
			l.spacing = spacing_of(plain, d, manner->em);
		}
		text = str_slice(run->text, at, end - at);
		if (d != NULL && d->open && d->from + d->n == from + end)
			text = may_break_behind(text, xml->out.arena);
		stretch(xml, text, from + at, &l);
		at = end;
	}
}

void run_text(struct xml *xml, struct text text,
	      const struct run_manner *manner)
{
	struct str plain = STR_NONE;
	size_t from = 0;

	if (manner->n_drawn > 0)
		plain = text_plain(text, xml->out.arena);
	for (size_t i = 0; i < text.n_runs; i++) {
		struct run run = text.runs[i];
		size_t skip = i == 0 ? manner->skip : 0;

		run.text = str_slice(run.text, skip, run.text.n);
		run_parts(xml, &run, from + skip, manner, plain);
		from += text.runs[i].text.n;
	}
}

void run_plain(struct xml *xml, struct str text)
{
	static const struct type type = {.role = ROLE_FANG};
	const struct run_manner manner = {.type = &type, .strong = &type};
	const struct run run = {.text = text};

	run_text(xml, (struct text){&run, 1}, &manner);
}

void run_field(struct xml *xml, const char *type)
{
	xml_start(xml, "w:r");
	xml_empty(xml, "w:fldChar", "w:fldCharType", type);
	xml_end(xml);
}

void run_instruction(struct xml *xml, struct str instruction)
{
	xml_start(xml, "w:r");
	xml_start(xml, "w:instrText");
	xml_attr_cstr(xml, "xml:space", "preserve");
	xml_text(xml, instruction);
	xml_end(xml);
	xml_end(xml);
}

void run_tab(struct xml *xml)
{
	xml_start(xml, "w:r");
	xml_empty(xml, "w:tab", NULL, NULL);
	xml_end(xml);
}

int64_t run_ems(struct str text)
{
	int64_t ems = 0;
	size_t at = 0;

	while (at < text.n)
		ems += utf8_next(text, &at) < 0x80 ? 500 : 1000;
	return ems;
}

size_t run_blanks(struct text text)
{
	const struct str blank = STR("　");
	size_t n = 0;

	while (text.n_runs > 0 &&
	       str_starts(str_slice(text.runs[0].text, n, text.runs[0].text.n),
			  blank))
		n += blank.n;
	return n / blank.n;
}
