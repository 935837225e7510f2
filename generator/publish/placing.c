/* SPDX-License-Identifier: MIT */
#include "publish/placing.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/sha256.h"
#include "publish/messages.h"

/* stem（新）.suffix, a name that no edited file has. */
static struct str place_beside(const struct placing *placing, struct str path,
			       struct str hash, size_t n_bytes)
{
	size_t dot = path.n;
	struct str beside;
	int number = 1;

	while (dot > 0 && path.s[dot - 1] != '.')
		dot--;
	do {
		struct str stem = str_slice(path, 0, dot - 1);
		struct str suffix = str_slice(path, dot - 1, path.n);

		beside =
		    number == 1
			? str_format(placing->arena, STR_FMT "（新）" STR_FMT,
				     STR_ARG(stem), STR_ARG(suffix))
			: str_format(placing->arena, STR_FMT "（新%d）" STR_FMT,
				     STR_ARG(stem), number, STR_ARG(suffix));
		number++;
	} while (!manifest_has(placing->manifest, beside, hash, n_bytes) &&
		 manifest_holder(placing->manifest, beside) == HOLDER_PERSON);
	return beside;
}

/* Where a file goes: where it belongs, or beside the one that a person has
 * edited there. */
static struct outcome_file place_file(const struct placing *placing,
				      const struct document_part *part)
{
	struct sha256_digest digest = sha256_of(part->bytes);
	struct outcome_file file = {
	    .format = part->format,
	    .path = part->path,
	    .hash = sha256_hex(&digest, placing->arena),
	    .inputs = placing->outcome->inputs,
	    .n_bytes = part->bytes.n,
	};

	if (manifest_holder(placing->manifest, file.path) == HOLDER_PERSON &&
	    !manifest_has(placing->manifest, file.path, file.hash,
			  file.n_bytes))
		file.beside =
		    place_beside(placing, file.path, file.hash, file.n_bytes);
	return file;
}

/* Are both of one format: "csv:1" and "csv:7"? */
static bool same_format(struct str a, struct str b)
{
	struct str first = a;
	struct str second = b;

	str_split(&a, ':', &first);
	str_split(&b, ':', &second);
	return str_equal(first, second);
}

static bool makes_format(const struct document_parts *parts, struct str format)
{
	size_t i;

	for (i = 0; i < parts->n; i++)
		if (same_format(parts->list[i].format, format))
			return true;
	return false;
}

static bool is_place(const struct outcome *outcome, struct str place)
{
	size_t i;

	for (i = 0; i < outcome->n_files; i++)
		if (str_equal(outcome_place(&outcome->files[i]), place) ||
		    str_equal(outcome->files[i].path, place))
			return true;
	return false;
}

/* The place where that format is now. */
static struct str new_place(const struct outcome *outcome, struct str format)
{
	const struct outcome_file *file = outcome_file(outcome, format);

	return file == NULL ? STR("—") : outcome_place(file);
}

/* A file of ours that has another name or folder now, or stood beside an
 * edited one that is gone, or is not among those of its format any more. One
 * that a person has edited stays there. */
static void remove_old(const struct placing *placing,
		       const struct outcome_file *old)
{
	struct str place = outcome_place(old);
	enum holder holder;

	if (is_place(placing->outcome, place))
		return;
	holder = manifest_holder(placing->manifest, place);
	if (holder == HOLDER_OURS)
		file_remove(
		    manifest_path(placing->manifest, place, placing->arena));
	if (holder == HOLDER_PERSON)
		DIAG(placing->sink, &BUILD_EDITED_LEFT, PLACE_NONE, place,
		     new_place(placing->outcome, old->format));
}

static bool put_file(const struct placing *placing, struct str bytes,
		     const struct outcome_file *file)
{
	struct str place = outcome_place(file);

	if (file->beside.n > 0)
		DIAG(placing->sink, &BUILD_EDITED, PLACE_NONE, file->path,
		     file->beside);
	if (manifest_has(placing->manifest, place, file->hash, file->n_bytes))
		return true;
	return file_swap(
	    manifest_path(placing->manifest, place, placing->arena), bytes,
	    placing->sink);
}

/* One that nobody wants: somebody removed it, and it would not be made. */
static bool is_given_up(const struct placing *placing,
			const struct outcome_file *old)
{
	return !str_equal(old->inputs, placing->outcome->inputs) &&
	       manifest_holder(placing->manifest, outcome_place(old)) ==
		   HOLDER_NOBODY;
}

/* Files of formats that are not made this time are still known. */
static void take_over(const struct placing *placing,
		      const struct document_parts *parts)
{
	const struct outcome *old = placing->old;
	size_t i;

	for (i = 0; old != NULL && i < old->n_files; i++)
		if (!makes_format(parts, old->files[i].format) &&
		    !(placing->corrections &&
		      outcome_is_correction(&old->files[i])) &&
		    !is_given_up(placing, &old->files[i]))
			outcome_add(placing->outcome, &old->files[i]);
}

void placing_remove(const struct placing *placing, const struct outcome *old)
{
	size_t i;

	for (i = 0; i < old->n_files; i++)
		remove_old(placing, &old->files[i]);
}

void placing_keep_old(struct outcome *outcome, const struct outcome *old)
{
	size_t i;

	outcome->n_files = 0;
	for (i = 0; old != NULL && i < old->n_files; i++)
		outcome_add(outcome, &old->files[i]);
}

bool placing_put(const struct placing *placing,
		 const struct document_parts *parts)
{
	struct outcome *outcome = placing->outcome;
	const struct outcome *old = placing->old;
	size_t i;

	for (i = 0; i < parts->n; i++) {
		struct outcome_file file = place_file(placing, &parts->list[i]);

		outcome_add(outcome, &file);
	}
	take_over(placing, parts);
	if (!manifest_announce(placing->manifest, outcome, placing->sink))
		return false;
	for (i = 0; i < parts->n; i++)
		if (!put_file(placing, parts->list[i].bytes,
			      &outcome->files[i])) {
			outcome->torn = true;
			return false;
		}
	if (old != NULL)
		placing_remove(placing, old);
	return true;
}
