/* SPDX-License-Identifier: MIT */
#include "compare/change.h"

#include "base/arena.h"

void change_add(struct changes *changes, const struct change *change,
		struct arena *arena)
{
	changes->list = arena_grow(arena, changes->list, changes->n,
				   &changes->room, sizeof(*changes->list));
	changes->list[changes->n++] = *change;
}

bool change_in_table(const struct change *change)
{
	return change->part >= PART_TABLE && change->part <= PART_CELL;
}

struct str change_kind_name(enum change_kind kind, enum diag_lang lang)
{
	bool zh = lang == DIAG_ZH;

	switch (kind) {
	case CHANGE_VALUE: return zh ? STR("修改") : STR("changed");
	case CHANGE_ADDED: return zh ? STR("新增") : STR("added");
	case CHANGE_REMOVED: return zh ? STR("删除") : STR("removed");
	}
	return STR_NONE;
}

static void add_part(struct buf *buf, bool zh, const char *in_zh,
		     const char *in_en, struct str name)
{
	if (name.n == 0)
		return;
	if (!zh && buf->n > 0)
		buf_add_cstr(buf, ", ");
	if (!zh)
		buf_add_cstr(buf, in_en);
	buf_add_cstr(buf, zh ? "“" : "\"");
	buf_add(buf, name);
	buf_add_cstr(buf, zh ? "”" : "\"");
	if (zh)
		buf_add_cstr(buf, in_zh);
}

struct str change_place(const struct change *change, enum diag_lang lang,
			struct arena *arena)
{
	struct buf buf = {.arena = arena};
	bool zh = lang == DIAG_ZH;

	if (change_in_table(change) && change->where.n > 0) {
		buf_add_cstr(&buf, zh ? "《" : "table \"");
		buf_add(&buf, change->where);
		buf_add_cstr(&buf, zh ? "》" : "\"");
	} else {
		add_part(&buf, zh, "", "section ", change->where);
	}
	if (!change_in_table(change)) {
		if (change->row.n > 0 && buf.n > 0)
			buf_add_char(&buf, ' ');
		buf_add(&buf, change->row);
		return buf_str(&buf);
	}
	add_part(&buf, zh, "行", "row ", change->row);
	add_part(&buf, zh, "列", "column ", change->column);
	return buf_str(&buf);
}
