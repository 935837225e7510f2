/* SPDX-License-Identifier: MIT */
/* Relationships of the package and of the document (ECMA-376 part 2, 9.3). */
#include "base/xml.h"
#include "write/docx/job.h"
#include "write/docx/parts.h"

static void relation(struct xml *xml, struct str id, const char *type,
		     struct str target)
{
	xml_start(xml, "Relationship");
	xml_attr(xml, "Id", id);
	xml_attr_cstr(xml, "Type", type);
	xml_attr(xml, "Target", target);
	xml_end(xml);
}

static struct xml open_rels(const struct job *job)
{
	struct xml xml = {.out.arena = job->arena};

	xml_declaration(&xml);
	xml_start(&xml, "Relationships");
	xml_attr_cstr(&xml, "xmlns", NS_PACKAGE "relationships");
	return xml;
}

struct str part_package_rels(const struct job *job)
{
	struct xml xml = open_rels(job);

	relation(&xml, STR("rId1"), NS_OFFICE_RELS "/officeDocument",
		 STR("word/document.xml"));
	relation(&xml, STR("rId2"),
		 NS_PACKAGE "relationships/metadata/core-properties",
		 STR("docProps/core.xml"));
	relation(&xml, STR("rId3"), NS_OFFICE_RELS "/extended-properties",
		 STR("docProps/app.xml"));
	xml_end(&xml);
	return xml_str(&xml);
}

struct str part_document_rels(const struct job *job)
{
	struct xml xml = open_rels(job);

	relation(&xml, STR("rId1"), NS_OFFICE_RELS "/styles",
		 STR("styles.xml"));
	relation(&xml, STR("rId2"), NS_OFFICE_RELS "/settings",
		 STR("settings.xml"));
	relation(&xml, STR("rId3"), NS_OFFICE_RELS "/fontTable",
		 STR("fontTable.xml"));
	for (size_t i = 0; i < job->n_footers; i++)
		relation(&xml, job->footers[i].rel, NS_OFFICE_RELS "/footer",
			 job->footers[i].part);
	xml_end(&xml);
	return xml_str(&xml);
}
