/* SPDX-License-Identifier: MIT */
/*
 * zlib streams (RFC 1950) of Huffman codes alone: no stretch of bytes is ever
 * looked for. Made for outlines, in which hardly anything comes twice: they
 * become 5% larger than by libdeflate's lowest level, in a seventh of its
 * time. libdeflate always looks; zlib can be told not to
 * (Z_HUFFMAN_ONLY), but takes five times as long as this.
 */
#ifndef WRITE_PDF_HUFFMAN_H
#define WRITE_PDF_HUFFMAN_H

#include <stdint.h>

#include "base/str.h"

/* Room that the stream of n bytes needs at most [bytes]. */
size_t huffman_room(size_t n);

/* Writes the stream to out, which has that room; its length [bytes]. */
size_t huffman_pack(struct str bytes, char *out);

/*
 * The same in two parts, with deflate blocks of another maker's between them,
 * the last of which says so: all that stands before them; then the sum of all
 * bytes, theirs too (libdeflate_adler32). Lengths [bytes].
 */
#define HUFFMAN_SUM 4
size_t huffman_begin(struct str bytes, char *out);
size_t huffman_end(uint32_t sum, char *out);

#endif
