/* SPDX-License-Identifier: MIT */
/*
 * Made from the numbers of IEC 61966-2-1 (primaries and transfer curve), the
 * primaries adapted to D50 as ICC.1:2001-04 wants them; so there is no file
 * whose licence would have to be kept.
 */
#include "write/pdf/icc.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"

#define N_TAGS	9
#define N_CURVE 256

static void add_number(struct buf *buf, uint32_t value, int n)
{
	while (n-- > 0)
		buf_add_char(buf, (char)(value >> (8 * n) & 0xFF));
}

static void add_zeros(struct buf *buf, size_t n)
{
	while (n-- > 0)
		buf_add_char(buf, 0);
}

/* s15Fixed16Number: 65536 is 1. */
static void add_xyz(struct buf *buf, const uint32_t xyz[3])
{
	int i;

	buf_add(buf, STR("XYZ "));
	add_zeros(buf, 4);
	for (i = 0; i < 3; i++)
		add_number(buf, xyz[i], 4);
}

static void add_curve(struct buf *buf)
{
	int i;

	buf_add(buf, STR("curv"));
	add_zeros(buf, 4);
	add_number(buf, N_CURVE, 4);
	for (i = 0; i < N_CURVE; i++) {
		double v = (double)i / (N_CURVE - 1);
		double linear =
		    v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);

		add_number(buf, (uint32_t)(linear * 65535 + 0.5), 2);
	}
}

/* textDescriptionType: ASCII, then empty Unicode and Macintosh parts. */
static void add_description(struct buf *buf, struct str text)
{
	buf_add(buf, STR("desc"));
	add_zeros(buf, 4);
	add_number(buf, (uint32_t)text.n + 1, 4);
	buf_add(buf, text);
	add_zeros(buf, 1 + 8 + 3 + 67);
	while (buf->n % 4 != 0)
		add_zeros(buf, 1);
}

static void add_copyright(struct buf *buf)
{
	buf_add(buf, STR("text"));
	add_zeros(buf, 4);
	buf_add(buf, STR("No copyright, use freely"));
	add_zeros(buf, 1);
	while (buf->n % 4 != 0)
		add_zeros(buf, 1);
}

static void add_header(struct buf *buf, size_t size)
{
	add_number(buf, (uint32_t)size, 4);
	add_zeros(buf, 4);
	add_number(buf, 0x02100000, 4); /* version 2.1 */
	buf_add(buf, STR("mntrRGB XYZ "));
	add_number(buf, 2024u << 16 | 1, 4); /* a date, fixed */
	add_number(buf, 1u << 16, 4);
	add_zeros(buf, 4);
	buf_add(buf, STR("acsp"));
	add_zeros(buf, 28);
	add_number(buf, 0xF6D6, 4); /* D50 */
	add_number(buf, 0x10000, 4);
	add_number(buf, 0xD32D, 4);
	add_zeros(buf, 48);
}

struct str icc_srgb(struct arena *arena)
{
	static const uint32_t colours[4][3] = {
	    {0xF6D6, 0x10000, 0xD32D}, /* white */
	    {0x6FA2, 0x38F5, 0x0390},  /* red */
	    {0x6299, 0xB785, 0x18DA},  /* green */
	    {0x24A0, 0x0F84, 0xB6CF},  /* blue */
	};
	static const char *const tags[N_TAGS] = {"desc", "cprt", "wtpt",
						 "rXYZ", "gXYZ", "bXYZ",
						 "rTRC", "gTRC", "bTRC"};
	struct buf data = {.arena = arena};
	struct buf profile = {.arena = arena};
	const size_t begin = 128 + 4 + N_TAGS * 12;
	size_t ends[N_TAGS - 1];
	size_t last = 0;
	int i;

	add_description(&data, STR("sRGB IEC61966-2.1"));
	ends[last++] = data.n;
	add_copyright(&data);
	ends[last++] = data.n;
	for (i = 0; i < 4; i++) {
		add_xyz(&data, colours[i]);
		ends[last++] = data.n;
	}
	add_curve(&data);
	ends[last] = data.n;
	add_header(&profile, begin + data.n);
	add_number(&profile, N_TAGS, 4);
	for (i = 0; i < N_TAGS; i++) {
		size_t part = (size_t)i < last ? (size_t)i : last;
		size_t from = part == 0 ? 0 : ends[part - 1];

		buf_add_cstr(&profile, tags[i]);
		add_number(&profile, (uint32_t)(begin + from), 4);
		add_number(&profile, (uint32_t)(ends[part] - from), 4);
	}
	buf_add(&profile, buf_str(&data));
	return buf_str(&profile);
}
