/* SPDX-License-Identifier: MIT */
/* What `gongkai fonts` prints of a role. */
#include "base/arena.h"
#include "font/fonts.h"

/* What a role is for. */
static const struct {
	const char *zh, *en;
} uses[N_ROLES] = {
    [ROLE_TITLE] = {"小标宋：标题", "titles"},
    [ROLE_HEI] = {"黑体：一级标题、表头", "headings, heads of tables"},
    [ROLE_KAI] = {"楷体：二级标题、名词", "second headings, terms"},
    [ROLE_FANG] = {"仿宋：正文", "text"},
    [ROLE_SONG] = {"宋体：表格", "tables"},
    [ROLE_LATIN] = {"Times New Roman：数字和西文", "digits, Latin letters"},
};

static struct str first_name(enum typeface number)
{
	struct str rest = str_from(typefaces[number].names);
	struct str name = STR_NONE;

	str_split(&rest, '|', &name);
	return name;
}

static void explain_file(const struct fonts *fonts, int number, struct buf *buf)
{
	const struct face_info *info = fonts_face(fonts, number);

	buf_format(buf, STR_FMT, STR_ARG(info->path));
	if (info->index > 0)
		buf_format(buf, " #%d", info->index);
}

static void explain_taken(const struct fonts *fonts, enum role role, bool bold,
			  bool en, struct buf *buf)
{
	int number = fonts_role_face(fonts, role, bold);

	if (bold)
		buf_add_cstr(buf, en ? "  bold: " : "  粗体：");
	else
		buf_add_cstr(buf, en ? "  taken: " : "  采用：");
	if (bold && !fonts->has_bold[role]) {
		buf_add_cstr(buf, en ? "none, thickened by a stroke\n"
				     : "无粗体字体，描边加粗\n");
		return;
	}
	buf_add(buf, first_name((enum typeface)number));
	buf_add_cstr(buf, "  ");
	explain_file(fonts, number, buf);
	buf_add_char(buf, '\n');
}

/* That an open face stands in for the official ones, and what to do. */
static void explain_instead(const struct fonts *fonts, enum role role, bool en,
			    struct buf *buf)
{
	const struct role_row *row = &role_rows[role];
	int taken = fonts_role_face(fonts, role, false);

	if (row->n == 0 || !typefaces[row->faces[0]].official ||
	    typefaces[taken].official)
		return;
	buf_add_cstr(buf, en ? "  no official font is here; to add one: "
			       "fonts/README.md\n"
			     : "  本机没有法定字体，以开源字体代替；"
			       "加入法定字体的方法见 fonts/README.zh-CN.md\n");
}

/* The candidates of the role, those found with a mark. */
static void explain_candidates(const struct fonts *fonts, enum role role,
			       bool en, struct buf *buf)
{
	const struct role_row *row = &role_rows[role];
	size_t i;

	buf_add_cstr(buf, en ? "  wanted, in order:\n" : "  依次查找：\n");
	for (i = 0; i < row->n; i++) {
		enum typeface number = row->faces[i];
		bool here = fonts->faces[number].found.path.n > 0;

		buf_format(buf, "    %s " STR_FMT "%s\n", here ? "✓" : "–",
			   STR_ARG(first_name(number)),
			   here && fonts_open_face(fonts, (int)number) == NULL
			       ? (en ? " (unusable)" : "（不可用）")
			       : "");
	}
}

static void explain_others(const struct fonts *fonts, enum role role, bool en,
			   struct buf *buf)
{
	const struct chain *chain = &fonts->chains[role][false];
	size_t i;

	if (chain->n < 2)
		return;
	buf_add_cstr(buf,
		     en ? "  for characters it lacks: " : "  缺字时依次取自：");
	for (i = 1; i < chain->n; i++) {
		if (i > 1)
			buf_add_cstr(buf, en ? ", " : "、");
		buf_add(buf, first_name((enum typeface)chain->faces[i]));
	}
	buf_add_char(buf, '\n');
}

static void explain_licence(const struct fonts *fonts, enum role role, bool en,
			    struct buf *buf)
{
	struct str licence =
	    fonts_face(fonts, fonts_role_face(fonts, role, false))->licence;
	struct str line = STR_NONE;

	if (!str_split(&licence, '\n', &line) || str_trim(line).n == 0)
		return;
	buf_format(buf, "%s" STR_FMT "\n", en ? "  licence: " : "  许可：",
		   STR_ARG(str_trim(line)));
}

struct str fonts_explain_unused(const struct fonts *fonts, bool en,
				struct arena *arena)
{
	const struct unused_fonts *unused = &fonts->unused;
	struct buf buf = {.arena = arena};
	size_t i;

	if (unused->n == 0)
		return STR_NONE;
	buf_add_cstr(&buf,
		     en ? "font files in fonts/ that are not used (their names "
			  "are not listed above, or another file has them):\n"
			: "fonts 文件夹中没有用到的字体文件"
			  "（字体名不在以上名单中，或另有文件同名）：\n");
	for (i = 0; i < unused->n; i++)
		buf_format(&buf, "  " STR_FMT "  " STR_FMT "\n",
			   STR_ARG(unused->fonts[i].path),
			   STR_ARG(unused->fonts[i].family));
	return buf_str(&buf);
}

struct str fonts_explain(const struct fonts *fonts, enum role role, bool en,
			 struct arena *arena)
{
	struct buf buf = {.arena = arena};

	buf_format(&buf, "%s  %s\n", role_name(role),
		   en ? uses[role].en : uses[role].zh);
	explain_taken(fonts, role, false, en, &buf);
	explain_taken(fonts, role, true, en, &buf);
	explain_instead(fonts, role, en, &buf);
	explain_candidates(fonts, role, en, &buf);
	explain_others(fonts, role, en, &buf);
	explain_licence(fonts, role, en, &buf);
	return buf_str(&buf);
}
