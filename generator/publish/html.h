/* SPDX-License-Identifier: MIT */
/* Pieces of an HTML page. */
#ifndef PUBLISH_HTML_H
#define PUBLISH_HTML_H

#include "base/money.h"
#include "base/str.h"

/* Text, as it may stand in elements and in attributes. */
void html_text(struct buf *buf, struct str text);

/* A path as a link's address: ASCII other than letters, digits and / is
 * escaped (RFC 3986); other characters may stand as they are. */
void html_address(struct buf *buf, struct str path);

/* An amount in 万元, two decimals. */
void html_money(struct buf *buf, struct money money);

/* 12 KB, 1.5 MB. */
void html_size(struct buf *buf, size_t n_bytes);

#endif
