/* SPDX-License-Identifier: MIT */
#include "publish/kinds.h"

#include "base/messages.h"
#include "budget/messages.h"
#include "check/messages.h"
#include "compare/messages.h"
#include "doc/messages.h"
#include "font/messages.h"
#include "layout/messages.h"
#include "publish/messages.h"
#include "read/messages.h"
#include "template/messages.h"
#include "write/docx/messages.h"
#include "write/pdf/messages.h"

const struct diag_kind *kind_named(struct str name)
{
	const struct diag_kind *const *const folders[] = {
	    base_messages, budget_messages,   check_messages,  compare_messages,
	    doc_messages,  font_messages,     layout_messages, publish_messages,
	    read_messages, template_messages, docx_messages,   pdf_messages,
	};
	size_t i;
	size_t k;

	for (i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		for (k = 0; folders[i][k] != NULL; k++)
			if (str_is(name, folders[i][k]->name))
				return folders[i][k];
	return NULL;
}
