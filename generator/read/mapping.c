/* SPDX-License-Identifier: MIT */
#include "read/mapping.h"

#include "base/arena.h"
#include "budget/heading.h"
#include "budget/spelling.h"
#include "read/messages.h"
#include "read/raw.h"
#include "tables/sheets.h"

/* Columns of 对照. */
enum map_column {
	OF_SOURCE,
	OF_HEADING,
	OF_VALUE,
	OF_TABLE,
	OF_COLUMN,
	OF_OURS,
	OF_EXTRAS,
	OF_TREATMENT,
	N_MAP_COLUMNS
};

static const struct {
	const char *name;
	bool required;
} columns[N_MAP_COLUMNS] = {
    [OF_SOURCE] = {"来源表", true},    [OF_HEADING] = {"来源列", true},
    [OF_VALUE] = {"来源值", false},    [OF_TABLE] = {"目标表", true},
    [OF_COLUMN] = {"目标列", true},    [OF_OURS] = {"目标值", false},
    [OF_EXTRAS] = {"同时填写", false}, [OF_TREATMENT] = {"处理", false},
};

static const struct {
	const char *name;
	enum map_treatment treatment;
} treatments[] = {
    {"取代码", MAP_CODE},  {"取名称", MAP_NAME},    {"续上", MAP_REPEAT},
    {"空为合计", MAP_SUM}, {"横向合计", MAP_CHECK}, {"只取", MAP_ONLY},
    {"不取", MAP_DROP},	   {"可缺", MAP_OPTIONAL},  {"分级", MAP_LEVELS},
};

#define N_TREATMENTS (sizeof(treatments) / sizeof(treatments[0]))

/* A table 对照 while it is read. */
struct map_reading {
	struct mapping *mapping;
	const struct sheet *sheet;
	int at[N_MAP_COLUMNS]; /* column of the sheet, -1: none */
};

static bool find_columns(struct map_reading *reading)
{
	const struct sheet *sheet = reading->sheet;
	bool ok = true;
	size_t i;
	int c;

	for (c = 0; c < N_MAP_COLUMNS; c++) {
		reading->at[c] = -1;
		for (i = 0; i < sheet->n_columns && reading->at[c] < 0; i++)
			if (spelling_same(sheet->columns[i].heading,
					  str_from(columns[c].name)))
				reading->at[c] = (int)i;
		if (reading->at[c] >= 0 || !columns[c].required)
			continue;
		DIAG(reading->mapping->sink, &READ_MAP_TABLE,
		     sheet_heading_place(sheet, -1), str_from(columns[c].name));
		ok = false;
	}
	return ok;
}

static struct str cell(const struct map_reading *reading, size_t row,
		       enum map_column column)
{
	int at = reading->at[column];

	return at < 0 ? STR_NONE
		      : str_trim(reading->sheet->rows[row].cells[at].text);
}

static struct place place_of(const struct map_reading *reading, size_t row,
			     enum map_column column)
{
	return sheet_place(reading->sheet, row, reading->at[column]);
}

static struct str treatment_names(struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < N_TREATMENTS; i++) {
		buf_add_cstr(&buf, i > 0 ? "、" : "");
		buf_add_cstr(&buf, treatments[i].name);
	}
	return buf_str(&buf);
}

static bool is_mark(struct str text, size_t at, size_t *n)
{
	static const char *const marks[] = {",", ";", "，", "；", "、", "\n"};
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		struct str mark = str_from(marks[i]);

		if (!str_starts(str_slice(text, at, text.n), mark))
			continue;
		*n = mark.n;
		return true;
	}
	return false;
}

/* Takes the next word of a list off its front: 取代码、续上; a; b. False: there
 * is none. */
static bool next_word(struct str *rest, struct str *word)
{
	size_t n = 0;
	size_t at;

	while (rest->n > 0) {
		for (at = 0; at < rest->n && !is_mark(*rest, at, &n); at++)
			;
		*word = str_trim(str_slice(*rest, 0, at));
		*rest =
		    at < rest->n ? str_slice(*rest, at + n, rest->n) : STR_NONE;
		if (word->n > 0)
			return true;
	}
	return false;
}

static bool read_treatment(const struct map_reading *reading, size_t row,
			   struct map_rule *rule)
{
	struct str rest = cell(reading, row, OF_TREATMENT);
	struct str word;
	size_t i;

	while (next_word(&rest, &word)) {
		for (i = 0; i < N_TREATMENTS; i++)
			if (spelling_same(word, str_from(treatments[i].name)))
				break;
		if (i == N_TREATMENTS) {
			DIAG(reading->mapping->sink, &READ_MAP_TREATMENT,
			     place_of(reading, row, OF_TREATMENT), word,
			     treatment_names(reading->mapping->sink->arena));
			return false;
		}
		rule->treatment |= (unsigned)treatments[i].treatment;
	}
	return true;
}

/* 资金性质=一般公共预算；资金来源=上年结转 */
static bool read_extras(const struct map_reading *reading, size_t row,
			struct map_rule *rule)
{
	struct arena *arena = reading->mapping->arena;
	struct str rest = cell(reading, row, OF_EXTRAS);
	struct map_extra *extras = NULL;
	size_t room = 0;
	struct str word;

	while (next_word(&rest, &word)) {
		struct str plain = spelling_plain(word, arena);
		ptrdiff_t equals = str_find(plain, STR("="));

		if (equals <= 0 || (size_t)equals + 1 >= plain.n) {
			DIAG(reading->mapping->sink, &READ_MAP_EXTRA,
			     place_of(reading, row, OF_EXTRAS), word);
			return false;
		}
		extras = arena_grow(arena, extras, rule->n_extras, &room,
				    sizeof(*extras));
		extras[rule->n_extras++] = (struct map_extra){
		    str_slice(plain, 0, (size_t)equals),
		    str_slice(plain, (size_t)equals + 1, plain.n)};
	}
	rule->extras = extras;
	return true;
}

/* Which kind of rule it is, by what is filled in; false: none. */
static bool find_kind(struct map_rule *rule)
{
	bool heading = rule->heading.n > 0;
	bool value = rule->value.n > 0;
	bool column = rule->column.n > 0;

	if (rule->treatment & (MAP_ONLY | MAP_DROP))
		rule->kind = value ? MAP_FILTER : MAP_NOT_READ;
	else if (rule->treatment & MAP_CHECK)
		rule->kind = MAP_SUM_OF;
	else if (rule->treatment & MAP_LEVELS)
		rule->kind = MAP_LEVEL;
	else if (value)
		rule->kind = MAP_VALUE;
	else if (heading)
		rule->kind = MAP_COLUMN;
	else
		rule->kind = MAP_CONSTANT;
	switch (rule->kind) {
	case MAP_FILTER: return heading;
	case MAP_NOT_READ: return heading && rule->treatment == MAP_DROP;
	case MAP_SUM_OF: return heading && rule->table.n > 0 && !column;
	case MAP_VALUE: return column;
	case MAP_LEVEL:
		return heading && value && column && rule->source.n > 0 &&
		       rule->table.n > 0;
	case MAP_COLUMN:
		return column && rule->source.n > 0 && rule->table.n > 0 &&
		       rule->ours.n == 0;
	case MAP_CONSTANT:
		return column && rule->table.n > 0 && rule->ours.n > 0;
	}
	return false;
}

/* Columns of built-in tables are known here already; 项目 may have texts of
 * templates as columns. */
static bool has_column(const struct schema *schema, struct str column,
		       struct arena *arena)
{
	return schema == NULL || str_is(STR("项目"), schema->name) ||
	       heading_field(column, schema, arena) >= 0;
}

static bool check_column(const struct map_reading *reading, size_t row,
			 struct str table, struct str column,
			 enum map_column at)
{
	struct mapping *mapping = reading->mapping;

	if (column.n == 0 ||
	    has_column(schema_named(table), column, mapping->arena))
		return true;
	DIAG(mapping->sink, &READ_MAP_COLUMN, place_of(reading, row, at), table,
	     column);
	return false;
}

static bool check_columns(const struct map_reading *reading, size_t row,
			  const struct map_rule *rule)
{
	bool ok =
	    check_column(reading, row, rule->table, rule->column, OF_COLUMN);
	size_t i;

	for (i = 0; rule->extras != NULL && i < rule->n_extras; i++)
		ok = check_column(reading, row, rule->table,
				  rule->extras[i].column, OF_EXTRAS) &&
		     ok;
	return ok;
}

static void add_rule(struct map_reading *reading, size_t row, bool shipped)
{
	struct mapping *mapping = reading->mapping;
	struct map_rule rule = {
	    .source = cell(reading, row, OF_SOURCE),
	    .heading = cell(reading, row, OF_HEADING),
	    .value = cell(reading, row, OF_VALUE),
	    .table = cell(reading, row, OF_TABLE),
	    .column = cell(reading, row, OF_COLUMN),
	    .ours = cell(reading, row, OF_OURS),
	    .place = place_of(reading, row, OF_HEADING),
	    .shipped = shipped,
	};

	if (!read_treatment(reading, row, &rule) ||
	    !read_extras(reading, row, &rule))
		return;
	if (!find_kind(&rule)) {
		DIAG0(mapping->sink, &READ_MAP_ROW,
		      sheet_place(reading->sheet, row, -1));
		return;
	}
	if (!check_columns(reading, row, &rule))
		return;
	mapping->rules =
	    arena_grow(mapping->arena, mapping->rules, mapping->n_rules,
		       &mapping->room, sizeof(*mapping->rules));
	mapping->rules[mapping->n_rules++] = rule;
}

/* The row that 来源表 stands in; what it maps may well be headings, too. */
static size_t heading_row(const struct raw_sheet *raw)
{
	size_t r;
	size_t i;

	for (r = 0; r < raw->n_rows && r < RAW_HEADING_ROWS_MOST; r++)
		for (i = 0; i < raw->rows[r].n_cells; i++)
			if (spelling_same(raw->rows[r].cells[i].text,
					  str_from(columns[OF_SOURCE].name)))
				return r;
	return 0;
}

void mapping_add(struct mapping *mapping, const struct raw_sheet *raw,
		 bool shipped)
{
	struct sheet *sheet = ARENA_NEW(mapping->arena, struct sheet);
	struct map_reading reading = {.mapping = mapping, .sheet = sheet};
	size_t row;

	if (!raw_below(raw, heading_row(raw), mapping->arena, mapping->sink,
		       sheet) ||
	    !find_columns(&reading))
		return;
	for (row = 0; row < sheet->n_rows; row++)
		add_rule(&reading, row, shipped);
}

static bool fits_letter(char pattern, char c)
{
	return pattern == c || (pattern == '#' && c >= '0' && c <= '9');
}

/* Both are plain. The last * that was passed is the one to go back to. */
static bool fits(struct str pattern, struct str text)
{
	size_t p = 0;
	size_t t = 0;
	size_t star = SIZE_MAX;
	size_t from = 0;

	while (t < text.n) {
		if (p < pattern.n && pattern.s[p] == '*') {
			star = p++;
			from = t;
		} else if (p < pattern.n &&
			   fits_letter(pattern.s[p], text.s[t])) {
			p++;
			t++;
		} else if (star != SIZE_MAX) {
			p = star + 1;
			t = ++from;
		} else {
			return false;
		}
	}
	while (p < pattern.n && pattern.s[p] == '*')
		p++;
	return p == pattern.n;
}

bool map_pattern_fits(struct str pattern, struct str text, struct arena *arena)
{
	struct arena_mark mark;
	bool ok;

	if (str_find(pattern, STR("*")) < 0 && str_find(pattern, STR("#")) < 0)
		return spelling_same(pattern, text);
	mark = arena_mark(arena);
	ok = fits(spelling_plain(pattern, arena), spelling_plain(text, arena));
	arena_release(arena, mark);
	return ok;
}

bool map_rule_reads(const struct map_rule *rule)
{
	return rule->kind == MAP_COLUMN || rule->kind == MAP_LEVEL;
}

bool map_rule_fits(const struct map_rule *rule, struct str sheet,
		   struct str file, bool alone, struct arena *arena)
{
	return rule->source.n == 0 ||
	       map_pattern_fits(rule->source, sheet, arena) ||
	       (alone && map_pattern_fits(rule->source, file, arena));
}

bool mapping_knows(const struct mapping *mapping, struct str sheet,
		   struct str file, bool alone)
{
	size_t i;

	for (i = 0; mapping != NULL && i < mapping->n_rules; i++)
		if (map_rule_reads(&mapping->rules[i]) &&
		    map_rule_fits(&mapping->rules[i], sheet, file, alone,
				  mapping->arena))
			return true;
	return false;
}

/* The rule is the first that speaks of its source. */
static bool is_first(const struct mapping *mapping, size_t rule)
{
	size_t i;

	for (i = 0; i < rule; i++)
		if (map_rule_reads(&mapping->rules[i]) &&
		    str_equal(mapping->rules[i].source,
			      mapping->rules[rule].source))
			return false;
	return true;
}

static bool was_met(const struct mapping *mapping, struct str source)
{
	size_t i;

	for (i = 0; i < mapping->n_rules; i++)
		if (mapping->met[i] &&
		    str_equal(mapping->rules[i].source, source))
			return true;
	return false;
}

/* A shipped mapping speaks of all that its system can export; of the input's
 * own every table should be there. */
void mapping_report_unmet(const struct mapping *mapping)
{
	struct buf missing = {.arena = mapping->sink->arena};
	const struct map_rule *first = NULL;
	bool any_shipped_met = false;
	size_t i;

	for (i = 0; i < mapping->n_rules; i++) {
		const struct map_rule *rule = &mapping->rules[i];

		if (!map_rule_reads(rule) || !is_first(mapping, i))
			continue;
		if (was_met(mapping, rule->source)) {
			any_shipped_met = any_shipped_met || rule->shipped;
			continue;
		}
		if (!rule->shipped) {
			DIAG(mapping->sink, &READ_MAP_UNMET, rule->place,
			     rule->source);
			continue;
		}
		buf_add_cstr(&missing, missing.n > 0 ? "、" : "");
		buf_add(&missing, rule->source);
		first = first == NULL ? rule : first;
	}
	if (first != NULL && !any_shipped_met)
		DIAG(mapping->sink, &READ_MAP_UNMET, first->place,
		     buf_str(&missing));
}
