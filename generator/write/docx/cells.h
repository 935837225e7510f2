/* SPDX-License-Identifier: MIT */
/* Styles of tables and of the paragraphs in their cells. Internal to
 * write/docx. */
#ifndef WRITE_DOCX_CELLS_H
#define WRITE_DOCX_CELLS_H

#include "base/xml.h"
#include "write/docx/job.h"

/* A table style for each of the doc's, a set of paragraph styles for each
 * type size in use. */
void cells_styles(struct xml *xml, const struct job *job);

/* What stands left and right of a cell's words [twips], for a pad of the doc.
 * A little less than it is: LibreOffice takes half of the rules beside a cell
 * out of its inside, and a code that fills the cell to the point would be torn
 * there (A0201010|5), and its row grow. */
int cells_pad(emu pad);

/* w:tblCellMar, w:tcMar: top and bottom, left and right [twips]. */
void cells_margins(struct xml *xml, const char *element, int vertical,
		   int horizontal);

/* w:top, w:left …; weight [emu], 0: none. */
void cells_border(struct xml *xml, const char *side, emu weight);

/* w:trPr of a row that is not broken; height [twips] at least, 0: none. */
void cells_row(struct xml *xml, int height, bool header);

/* w:tcW [twips], w:gridSpan. */
void cells_width(struct xml *xml, int width, size_t span);

/* The type of cells of that kind. */
const struct type *cells_type(const struct table_style *style,
			      enum cell_kind kind);

#endif
