/* SPDX-License-Identifier: MIT */
/*
 * The typefaces that the program knows, and which of them may serve a role,
 * in order of preference: first those that GB/T 9704 means, as bureaus have
 * them, then open ones. A face has the same number on every machine: its
 * place in this list. Internal to font/.
 */
#ifndef FONT_TYPEFACES_H
#define FONT_TYPEFACES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/role.h"

enum typeface {
	FACE_FZ_XIAOBIAOSONG,
	FACE_FZ_XIAOBIAOSONG_GBK,
	FACE_ST_ZHONGSONG,
	FACE_SIMHEI,
	FACE_FZ_HEI_GBK,
	FACE_FZ_HEI,
	FACE_ST_HEITI,
	FACE_KAITI_GB2312,
	FACE_KAITI,
	FACE_FZ_KAI_GBK,
	FACE_FZ_KAI,
	FACE_ST_KAITI,
	FACE_FANGSONG_GB2312,
	FACE_FANGSONG,
	FACE_FZ_FANGSONG_GBK,
	FACE_FZ_FANGSONG,
	FACE_ST_FANGSONG,
	FACE_SIMSUN,
	FACE_FZ_SHUSONG_GBK,
	FACE_FZ_SHUSONG,
	FACE_ST_SONG,
	FACE_TIMES,
	FACE_TIMES_BOLD,
	FACE_SOURCE_SERIF,
	FACE_SOURCE_SERIF_SEMIBOLD,
	FACE_SOURCE_SERIF_BOLD,
	FACE_NOTO_SERIF,
	FACE_NOTO_SERIF_BOLD,
	FACE_SOURCE_SANS,
	FACE_SOURCE_SANS_BOLD,
	FACE_NOTO_SANS,
	FACE_NOTO_SANS_BOLD,
	FACE_FANDOL_SONG,
	FACE_FANDOL_SONG_BOLD,
	FACE_FANDOL_HEI,
	FACE_FANDOL_HEI_BOLD,
	FACE_FANDOL_KAI,
	FACE_FANDOL_FANG,
	FACE_ZHUQUE_FANGSONG,
	FACE_LXGW_LIGHT,
	FACE_LXGW,
	FACE_WQY_ZENHEI,
	FACE_AR_KAITI,
	FACE_AR_SUNGTI,
	FACE_LIBERATION,
	FACE_LIBERATION_BOLD,
	FACE_SIMSUN_EXTB,
	FACE_HANA_A,
	FACE_HANA_B,
	FACE_HANA_C,
	FACE_PLANGOTHIC_1,
	FACE_PLANGOTHIC_2,
	N_TYPEFACES
};

#define FACE_NONE N_TYPEFACES

struct typeface_row {
	const char *names;  /* family, full or PostScript names or the name of
			       the file without suffix, between bars */
	enum typeface bold; /* its bold face, or FACE_NONE */
	bool heavy;	    /* it is a bold face, whatever its file claims */
	bool official;	    /* not an open font */
};

extern const struct typeface_row typefaces[N_TYPEFACES];

struct role_row {
	const enum typeface *faces; /* in order of preference */
	size_t n;
};

extern const struct role_row role_rows[N_ROLES];

/* After a role's own faces: for characters that those lack. */
extern const struct role_row last_resort;

#endif
