/* SPDX-License-Identifier: MIT */
/*
 * A set of data as XML (read/xsd.h). The first row of a table names all its
 * columns, so that none is lost that is empty everywhere; later ones only those
 * that have something. A table without rows gets an empty one, for its
 * headings.
 */
#include "write/tables/tables.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/xml.h"
#include "budget/schema.h"
#include "read/xsd.h"
#include "write/tables/dataset.h"
#include "write/tables/messages.h"

/* How the cells of a column are written. */
struct cell_element {
	const char *name;     /* 金额, or 列 */
	struct str attribute; /* 名; empty: none */
	struct str unit;      /* 单位; empty: none */
};

/* Does the XSD take the column's unit, or that it has none? */
static bool fits_unit(const struct data_column *column)
{
	if (column->field == NULL || !xsd_has_unit(column->field))
		return column->unit.n == 0;
	if (str_is(column->unit, "%"))
		return column->field->type == FIELD_PLAN;
	return column->unit.n > 0;
}

static struct cell_element *elements_of(const struct data_table *table,
					struct arena *arena)
{
	struct cell_element *elements =
	    ARENA_ARRAY(arena, table->n_columns, struct cell_element);
	size_t i;

	for (i = 0; i < table->n_columns; i++) {
		const struct data_column *column = &table->columns[i];

		elements[i].unit = column->unit;
		elements[i].name = XML_CELL;
		if (fits_unit(column) &&
		    xsd_has_column(table->schema, column->name))
			elements[i].name = str_cstr(column->name, arena);
		else
			elements[i].attribute = column->name;
	}
	return elements;
}

static void add_cell(struct xml *xml, const struct cell_element *element,
		     struct str text)
{
	xml_start(xml, element->name);
	if (element->attribute.n > 0)
		xml_attr(xml, XML_ATTR_NAME, element->attribute);
	if (element->unit.n > 0)
		xml_attr(xml, XML_ATTR_UNIT, element->unit);
	if (text.n > 0)
		xml_text(xml, text);
	xml_end(xml);
}

/* cells NULL: an empty row. */
static void add_row(struct xml *xml, const struct data_table *table,
		    const struct cell_element *elements,
		    const struct sheet_cell *cells, bool all)
{
	size_t i;

	xml_start(xml, XML_ROW);
	for (i = 0; i < table->n_columns; i++)
		if (all || cells[i].text.n > 0)
			add_cell(xml, &elements[i],
				 cells == NULL ? STR_NONE : cells[i].text);
	xml_end(xml);
}

static void add_table(struct xml *xml, const struct data_table *table,
		      struct arena *arena)
{
	const struct cell_element *elements = elements_of(table, arena);
	size_t i;

	if (table->schema != NULL) {
		xml_start(xml, table->schema->name);
	} else {
		xml_start(xml, XML_TABLE);
		xml_attr(xml, XML_ATTR_NAME, table->name);
	}
	if (table->n_rows == 0)
		add_row(xml, table, elements, NULL, true);
	for (i = 0; i < table->n_rows; i++)
		add_row(xml, table, elements, table->rows[i], i == 0);
	xml_end(xml);
}

/* A row cannot have two elements of one name. */
static bool check_columns(const struct data_table *table,
			  struct diag_sink *sink)
{
	bool ok = true;
	size_t i;
	size_t k;

	for (i = 0; i < table->n_columns; i++) {
		for (k = 0; k < i; k++) {
			if (!str_equal(table->columns[i].heading,
				       table->columns[k].heading))
				continue;
			DIAG(sink, &TABLES_XML_TWICE, PLACE_NONE, table->name,
			     table->columns[i].heading);
			ok = false;
		}
	}
	return ok;
}

bool tables_xml(const struct dataset *dataset, struct arena *arena,
		struct diag_sink *sink, struct str *bytes)
{
	struct xml xml = {.out = {.arena = arena}, .indent = true};
	bool ok = true;
	size_t i;

	for (i = 0; i < dataset->n; i++)
		ok = check_columns(&dataset->list[i], sink) && ok;
	if (!ok)
		return false;
	xml_declaration(&xml);
	xml_start(&xml, XML_ROOT);
	xml_attr_cstr(&xml, XML_ATTR_EDITION, XML_EDITION);
	for (i = 0; i < dataset->n; i++)
		add_table(&xml, &dataset->list[i], arena);
	xml_end(&xml);
	*bytes = xml_str(&xml);
	return true;
}
