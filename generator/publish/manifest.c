/* SPDX-License-Identifier: MIT */
#include "publish/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/cause.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/messages.h"
#include "base/sha256.h"
#include "publish/messages.h"

#define MANIFEST_MOST ((size_t)1 << 30)
#define FILE_MOST     ((size_t)1 << 30)
/* Workers of a run that was killed finish what they are at. */
#define LOCK_TRIES    100
#define LOCK_PAUSE_MS 100

struct str manifest_path(const struct manifest *manifest, struct str path,
			 struct arena *arena)
{
	return file_join(manifest->out, path, arena);
}

/* The file may stand at that path. */
static void know(struct manifest *manifest, struct str path,
		 const struct outcome_file *file, bool put)
{
	uint32_t next = map_find(&manifest->by_path, path);

	manifest->known =
	    arena_grow(manifest->arena, manifest->known, manifest->n_known,
		       &manifest->room_known, sizeof(*manifest->known));
	manifest->known[manifest->n_known] =
	    (struct known_file){file->hash, file->n_bytes, next, put};
	map_put(&manifest->by_path, path, (uint32_t)manifest->n_known++);
}

static void know_files(struct manifest *manifest, const struct outcome *outcome)
{
	size_t i;

	for (i = 0; i < outcome->n_files; i++) {
		const struct outcome_file *file = &outcome->files[i];

		know(manifest, file->path, file, file->beside.n == 0);
		if (file->beside.n > 0)
			know(manifest, file->beside, file, true);
	}
}

void manifest_put(struct manifest *manifest, struct outcome *outcome)
{
	uint32_t at = map_find(&manifest->by_key, outcome->key);

	if (str_is(outcome->key, MANIFEST_OVERVIEW)) {
		manifest->overview = outcome;
		return;
	}
	if (at != MAP_NONE) {
		manifest->documents[at] = outcome;
		return;
	}
	manifest->documents =
	    arena_grow(manifest->arena, manifest->documents, manifest->n,
		       &manifest->room, sizeof(struct outcome *));
	map_put(&manifest->by_key, outcome->key, (uint32_t)manifest->n);
	manifest->documents[manifest->n++] = outcome;
}

struct outcome *manifest_find(const struct manifest *manifest, struct str key)
{
	uint32_t at = map_find(&manifest->by_key, key);

	return at == MAP_NONE ? NULL : manifest->documents[at];
}

/* code/year of code/year/template. */
static struct str whose(struct str key)
{
	while (key.n > 0 && key.s[key.n - 1] != '/')
		key.n--;
	return key;
}

const struct outcome *manifest_released(const struct manifest *manifest,
					struct str key)
{
	uint32_t at = map_find(&manifest->latest, whose(key));

	return at == MAP_NONE ? NULL : manifest->releases[at];
}

void manifest_release(struct manifest *manifest, struct outcome *release)
{
	manifest->releases = arena_grow(
	    manifest->arena, manifest->releases, manifest->n_releases,
	    &manifest->room_releases, sizeof(struct outcome *));
	map_put(&manifest->latest, whose(release->key),
		(uint32_t)manifest->n_releases);
	manifest->releases[manifest->n_releases++] = release;
}

void manifest_drop(struct manifest *manifest, struct str key)
{
	size_t n = manifest->n;
	size_t i;

	manifest->n = 0;
	manifest->by_key = (struct map){.arena = manifest->arena};
	for (i = 0; i < n; i++)
		if (!str_equal(manifest->documents[i]->key, key))
			manifest_put(manifest, manifest->documents[i]);
}

/* Takes the documents out of the text of a manifest: a line each. Lines that
 * are none (head and tail, or the torn last line of a journal) are passed
 * over. */
static void read_documents(struct manifest *manifest, struct str text,
			   bool journal)
{
	struct str line;

	while (str_split(&text, '\n', &line)) {
		struct outcome *outcome;

		line = str_trim(line);
		if (str_ends(line, STR(",")))
			line.n--;
		if (line.n < 3 || line.s[0] != '{')
			continue;
		outcome = outcome_read(line, manifest->arena);
		if (outcome == NULL)
			continue;
		if (outcome->released.n > 0) {
			manifest_release(manifest, outcome);
			continue;
		}
		know_files(manifest, outcome);
		if (!journal)
			manifest_put(manifest, outcome);
	}
}

static struct str read_if_there(const struct manifest *manifest,
				const char *name, struct diag_sink *sink)
{
	struct str path =
	    manifest_path(manifest, str_from(name), manifest->arena);
	struct str bytes = STR_NONE;

	if (file_exists(path))
		file_read(path, MANIFEST_MOST, manifest->arena, sink, &bytes);
	return bytes;
}

/* Are all files of the outcome in place? */
static bool is_complete(struct manifest *manifest,
			const struct outcome *outcome)
{
	size_t i;

	for (i = 0; i < outcome->n_files; i++)
		if (!manifest_has(manifest, outcome_place(&outcome->files[i]),
				  outcome->files[i].hash,
				  outcome->files[i].n_bytes))
			return false;
	return true;
}

/* Documents that the interrupted run had put in place are as good as any. */
static void read_journal(struct manifest *manifest, struct str text)
{
	struct str line;

	read_documents(manifest, text, true);
	while (str_split(&text, '\n', &line)) {
		struct outcome *outcome = outcome_read(line, manifest->arena);

		if (outcome != NULL && is_complete(manifest, outcome))
			manifest_put(manifest, outcome);
	}
}

/* One run at a time; waits a little for workers of one that was killed. */
static bool lock(const struct manifest *manifest, struct diag_sink *sink)
{
	struct timespec pause = {0, LOCK_PAUSE_MS * 1000000};
	int tries;

	for (tries = 0; tries < LOCK_TRIES; tries++) {
		if (flock(manifest->journal, LOCK_EX | LOCK_NB) == 0)
			return true;
		if (errno != EWOULDBLOCK && errno != EINTR)
			break;
		nanosleep(&pause, NULL);
	}
	DIAG(sink, &MANIFEST_LOCKED, PLACE_NONE, manifest->out);
	return false;
}

/* Is the file that was opened still the one of that name? */
static bool is_file_of(int fd, const char *path)
{
	struct stat opened;
	struct stat named;

	return fstat(fd, &opened) == 0 && stat(path, &named) == 0 &&
	       opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

/* Opens and locks it. The run before may have removed it meanwhile. */
static bool open_journal(struct manifest *manifest, struct diag_sink *sink)
{
	struct str path =
	    manifest_path(manifest, STR("manifest.journal"), manifest->arena);
	const char *name = str_cstr(path, manifest->arena);

	if (!file_make_folder(manifest->out, sink))
		return false;
	for (;;) {
		manifest->journal =
		    open(name, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
		if (manifest->journal < 0)
			break;
		if (!lock(manifest, sink))
			return false;
		if (is_file_of(manifest->journal, name))
			return true;
		close(manifest->journal);
	}
	DIAG(sink, &FILE_WRITE, ((struct place){.file = path}),
	     cause_of(errno));
	return false;
}

static struct manifest *new_manifest(struct str out, struct arena *arena)
{
	struct manifest *manifest = ARENA_NEW(arena, struct manifest);

	manifest->arena = arena;
	manifest->out = out;
	manifest->journal = -1;
	manifest->by_key.arena = arena;
	manifest->by_path.arena = arena;
	manifest->latest.arena = arena;
	return manifest;
}

static void read_all(struct manifest *manifest, struct diag_sink *sink)
{
	struct file_look look;
	struct str documents = read_if_there(manifest, "manifest.json", sink);
	struct str journal;

	built_read(&manifest->built, documents, manifest->arena);
	read_documents(manifest, documents, false);
	if (file_look(
		manifest_path(manifest, STR("manifest.json"), manifest->arena),
		&look))
		manifest->written = look.changed;
	journal = read_if_there(manifest, "manifest.journal", sink);
	manifest->interrupted = journal.n > 0;
	read_journal(manifest, journal);
}

struct manifest *manifest_open(struct str out, struct arena *arena,
			       struct diag_sink *sink)
{
	struct manifest *manifest = new_manifest(out, arena);

	if (!open_journal(manifest, sink)) {
		manifest_close(manifest);
		return NULL;
	}
	read_all(manifest, sink);
	return manifest;
}

struct manifest *manifest_look(struct str out, struct arena *arena,
			       struct diag_sink *sink)
{
	struct manifest *manifest = new_manifest(out, arena);

	read_all(manifest, sink);
	return manifest;
}

struct str manifest_hash(struct manifest *manifest, struct str path,
			 struct arena *arena)
{
	struct str bytes;
	struct sha256_digest digest;

	if (!file_read(manifest_path(manifest, path, arena), FILE_MOST, arena,
		       diag_open(arena), &bytes))
		return STR_NONE;
	digest = sha256_of(bytes);
	return sha256_hex(&digest, arena);
}

/* A file that a run put there, that has the right size and was not touched
 * since manifest.json was written need not be read. */
static bool is_as_put(const struct manifest *manifest, struct str path,
		      struct str hash, const struct file_look *look)
{
	uint32_t known = map_find(&manifest->by_path, path);
	const struct known_file *file;

	if (known == MAP_NONE || look->changed >= manifest->written)
		return false;
	file = &manifest->known[known];
	return file->put && file->next == MAP_NONE &&
	       str_equal(file->hash, hash);
}

bool manifest_has(struct manifest *manifest, struct str path, struct str hash,
		  size_t n_bytes)
{
	struct arena *arena = arena_open();
	struct file_look look;
	bool same = file_look(manifest_path(manifest, path, arena), &look) &&
		    look.n_bytes == n_bytes;

	if (same && !is_as_put(manifest, path, hash, &look)) {
		manifest->doubtful = true;
		same = str_equal(manifest_hash(manifest, path, arena), hash);
	}

	arena_close(arena);
	return same;
}

enum holder manifest_holder(struct manifest *manifest, struct str path)
{
	struct arena *arena = arena_open();
	struct file_look look;
	enum holder holder = HOLDER_PERSON;
	uint32_t known = map_find(&manifest->by_path, path);

	if (!file_look(manifest_path(manifest, path, arena), &look))
		holder = HOLDER_NOBODY;
	for (; holder == HOLDER_PERSON && known != MAP_NONE;
	     known = manifest->known[known].next)
		if (manifest_has(manifest, path, manifest->known[known].hash,
				 manifest->known[known].n_bytes))
			holder = HOLDER_OURS;
	arena_close(arena);
	return holder;
}

bool manifest_announce(const struct manifest *manifest,
		       const struct outcome *outcome, struct diag_sink *sink)
{
	struct arena *arena = arena_open();
	struct buf line = {.arena = arena};
	ssize_t put;
	bool ok;

	outcome_write(outcome, &line);
	buf_add_char(&line, '\n');
	/* One call: lines of several workers do not mix. */
	put = write(manifest->journal, line.s, line.n);
	ok = put >= 0 && (size_t)put == line.n;
	if (!ok) {
		struct str why = cause_of(put >= 0 ? ENOSPC : errno);
		struct str path =
		    manifest_path(manifest, STR("manifest.journal"), arena);

		/* What follows a torn line must not be torn with it. */
		if (put > 0 && write(manifest->journal, "\n", 1) < 0)
			why = cause_of(errno);
		DIAG(sink, &FILE_WRITE, ((struct place){.file = path}), why);
	}
	arena_close(arena);
	return ok;
}

/* A line each. */
static void add_outcomes(struct buf *buf, struct outcome *const *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		outcome_write(list[i], buf);
		buf_add_cstr(buf, i + 1 < n ? ",\n" : "\n");
	}
}

bool manifest_write(struct manifest *manifest, bool complete,
		    struct diag_sink *sink)
{
	struct arena *arena = arena_open();
	struct buf buf = {.arena = arena};
	bool ok;

	buf_add_cstr(&buf, "{\"gongkai\":\"manifest\",\"built\":");
	built_write(&manifest->built, &buf);
	buf_add_cstr(&buf, ",\"documents\":[\n");
	add_outcomes(&buf, manifest->documents, manifest->n);
	buf_add_cstr(&buf, "],\"releases\":[\n");
	add_outcomes(&buf, manifest->releases, manifest->n_releases);
	buf_add_cstr(&buf, "],\"overview\":[\n");
	add_outcomes(&buf, &manifest->overview, manifest->overview != NULL);
	buf_add_cstr(&buf, "]}\n");
	ok = file_write(manifest_path(manifest, STR("manifest.json"), arena),
			buf_str(&buf), sink);
	if (ok && complete && manifest->journal >= 0)
		ok = ftruncate(manifest->journal, 0) == 0;
	arena_close(arena);
	return ok;
}

void manifest_close(struct manifest *manifest)
{
	struct arena *arena;
	struct file_look look;
	struct str path;

	if (manifest->journal < 0)
		return;
	arena = arena_open();
	path = manifest_path(manifest, STR("manifest.journal"), arena);
	if (file_look(path, &look) && look.n_bytes == 0)
		file_remove(path);
	close(manifest->journal);
	manifest->journal = -1;
	arena_close(arena);
}
