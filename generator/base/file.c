/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/cause.h"
#include "base/messages.h"

/* A file's name while it is written, as mkstemp() takes it. */
#define DRAFT_NAME  ".gongkai-XXXXXX"
#define DRAFT_FIXED (sizeof(DRAFT_NAME) - 1 - 6)

static struct place place_of(struct str path)
{
	return (struct place){.file = path};
}

static void report_errno(struct diag_sink *sink, const struct diag_kind *kind,
			 struct str path)
{
	DIAG(sink, kind, place_of(path), cause_of(errno));
}

/* Reads fd to its end; false with errno set. */
static bool read_all(int fd, char *bytes, size_t room, size_t *n)
{
	*n = 0;
	while (*n < room) {
		ssize_t got = read(fd, bytes + *n, room - *n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (got == 0)
			break;
		*n += (size_t)got;
	}
	return true;
}

bool file_read(struct str path, size_t most, struct arena *arena,
	       struct diag_sink *sink, struct str *bytes)
{
	/* Opening a pipe to which nobody writes must not wait for ever. */
	int fd = open(str_cstr(path, arena), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	char *room;
	bool ok;

	if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		if (fd >= 0)
			errno = S_ISDIR(st.st_mode) ? EISDIR : ENOTSUP;
		report_errno(sink, &FILE_READ, path);
		if (fd >= 0)
			close(fd);
		return false;
	}
	if (st.st_size < 0 || (size_t)st.st_size > most) {
		DIAG(sink, &FILE_SIZE, place_of(path),
		     str_format(arena, "%zu", most));
		close(fd);
		return false;
	}
	room = arena_alloc(arena, (size_t)st.st_size + 1);
	ok = read_all(fd, room, (size_t)st.st_size, &bytes->n);
	if (!ok)
		report_errno(sink, &FILE_READ, path);
	bytes->s = room;
	close(fd);
	return ok;
}

struct str file_peek(struct str path, char *room, size_t n)
{
	struct arena *arena = arena_open();
	int fd = open(str_cstr(path, arena), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct str bytes = {room, 0};
	struct stat st;

	arena_close(arena);
	if (fd < 0)
		return bytes;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    !read_all(fd, room, n, &bytes.n))
		bytes.n = 0;
	close(fd);
	return bytes;
}

static bool write_all(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t put = write(fd, bytes.s, bytes.n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		bytes = str_slice(bytes, (size_t)put, bytes.n);
	}
	return true;
}

/* Writes, syncs if it is to last, closes; false with errno set. */
static bool write_and_close(int fd, struct str bytes, bool lasting)
{
	bool ok = fchmod(fd, 0644) == 0 && write_all(fd, bytes) &&
		  (!lasting || fsync(fd) == 0);
	int saved = errno;

	if (close(fd) != 0 && ok)
		return false;
	errno = saved;
	return ok;
}

static struct str parent_of(struct str path)
{
	size_t n = path.n;

	while (n > 0 && path.s[n - 1] != '/')
		n--;
	while (n > 1 && path.s[n - 1] == '/')
		n--;
	return (struct str){path.s, n};
}

/* The rename itself lasts only when its folder is on the disk. */
static void sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

void file_settle(struct str folder)
{
	struct arena *arena = arena_open();

	sync_folder(str_cstr(folder, arena));
	arena_close(arena);
}

bool file_write(struct str path, struct str bytes, struct diag_sink *sink)
{
	struct str folder = parent_of(path);

	if (!file_swap(path, bytes, sink))
		return false;
	file_settle(folder.n > 0 ? folder : STR("."));
	return true;
}

bool file_swap(struct str path, struct str bytes, struct diag_sink *sink)
{
	struct arena_mark mark = arena_mark(sink->arena);
	struct str folder = parent_of(path);
	const char *final = str_cstr(path, sink->arena);
	char *draft;
	int fd;
	bool ok;

	if (folder.n > 0 && !file_make_folder(folder, sink))
		return false;
	if (folder.n == 0)
		folder = STR(".");
	/* The name itself may be as long as the system allows: the draft's
	 * must not be longer. */
	draft = (char *)(uintptr_t)str_format(
		    sink->arena, STR_FMT "/" DRAFT_NAME, STR_ARG(folder))
		    .s;
	fd = mkstemp(draft);
	ok = fd >= 0 && write_and_close(fd, bytes, true) &&
	     rename(draft, final) == 0;
	if (ok) {
		arena_release(sink->arena, mark);
		return true;
	}
	report_errno(sink, &FILE_WRITE, path);
	if (fd >= 0)
		unlink(draft);
	return false;
}

bool file_make_folder(struct str path, struct diag_sink *sink)
{
	struct str parent = parent_of(path);
	const char *cpath;

	if (path.n == 0 || file_is_folder(path))
		return true;
	if (parent.n > 0 && parent.n < path.n &&
	    !file_make_folder(parent, sink))
		return false;
	cpath = str_cstr(path, sink->arena);
	if (mkdir(cpath, 0777) == 0 || errno == EEXIST)
		return true;
	report_errno(sink, &FILE_FOLDER, path);
	return false;
}

bool file_open_folder(struct str path, struct arena *arena,
		      struct diag_sink *sink, struct str *draft)
{
	struct str folder = parent_of(path);

	if (folder.n > 0 && !file_make_folder(folder, sink))
		return false;
	if (folder.n == 0)
		folder = STR(".");
	*draft = str_format(arena, STR_FMT "/" DRAFT_NAME, STR_ARG(folder));
	if (mkdtemp((char *)(uintptr_t)draft->s) != NULL &&
	    chmod(draft->s, 0755) == 0)
		return true;
	report_errno(sink, &FILE_FOLDER, path);
	return false;
}

bool file_put(struct str path, struct str bytes, struct diag_sink *sink)
{
	struct str folder = parent_of(path);
	int fd;

	if (folder.n > 0 && !file_make_folder(folder, sink))
		return false;
	fd = open(str_cstr(path, sink->arena),
		  O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	if (fd >= 0 && write_and_close(fd, bytes, false))
		return true;
	report_errno(sink, &FILE_WRITE, path);
	return false;
}

/* Removes a folder with all that is in it; only drafts come here. */
static void remove_folder(struct str path, struct diag_sink *sink)
{
	struct arena *arena = arena_open();
	struct str *names;
	size_t n;
	size_t i;

	if (!file_list(path, arena, sink, &names, &n))
		n = 0;
	for (i = 0; i < n; i++) {
		struct str entry = file_join(path, names[i], arena);

		if (file_is_folder(entry))
			remove_folder(entry, sink);
		else
			file_remove(entry);
	}
	rmdir(str_cstr(path, arena));
	arena_close(arena);
}

bool file_close_folder(struct str draft, struct str path, bool keep,
		       struct diag_sink *sink)
{
	struct arena *arena = arena_open();
	struct str folder = parent_of(path);
	bool ok = true;

	if (keep) {
		/* Thousands of files: all at once, not one by one. */
		sync();
		ok = rename(str_cstr(draft, arena), str_cstr(path, arena)) == 0;
	}
	if (!ok)
		report_errno(sink, &FILE_FOLDER, path);
	if (!keep || !ok)
		remove_folder(draft, sink);
	else
		sync_folder(folder.n > 0 ? str_cstr(folder, arena) : ".");
	arena_close(arena);
	return ok;
}

static bool stat_path(struct str path, struct stat *st)
{
	struct arena *arena = arena_open();
	bool ok = stat(str_cstr(path, arena), st) == 0;

	arena_close(arena);
	return ok;
}

bool file_look(struct str path, struct file_look *look)
{
	struct stat st;

	if (!stat_path(path, &st) || !S_ISREG(st.st_mode) || st.st_size < 0)
		return false;
	look->n_bytes = (size_t)st.st_size;
	look->changed =
	    (int64_t)st.st_ctim.tv_sec * 1000000000 + st.st_ctim.tv_nsec;
	return true;
}

void file_remove(struct str path)
{
	struct arena *arena = arena_open();

	unlink(str_cstr(path, arena));
	arena_close(arena);
}

void file_remove_empty(struct str folder)
{
	struct arena *arena = arena_open();

	rmdir(str_cstr(folder, arena));
	arena_close(arena);
}

void file_sweep(struct str folder)
{
	struct arena *arena = arena_open();
	DIR *dir = opendir(str_cstr(folder, arena));
	const struct dirent *entry;
	size_t n = sizeof(DRAFT_NAME) - 1;

	while (dir != NULL && (entry = readdir(dir)) != NULL)
		if (strlen(entry->d_name) == n &&
		    memcmp(entry->d_name, DRAFT_NAME, DRAFT_FIXED) == 0)
			unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir != NULL)
		closedir(dir);
	arena_close(arena);
}

bool file_exists(struct str path)
{
	struct stat st;

	return stat_path(path, &st);
}

bool file_is_regular(struct str path)
{
	struct stat st;

	return stat_path(path, &st) && S_ISREG(st.st_mode);
}

bool file_is_folder(struct str path)
{
	struct stat st;

	return stat_path(path, &st) && S_ISDIR(st.st_mode);
}

static int compare_names(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

bool file_list(struct str folder, struct arena *arena, struct diag_sink *sink,
	       struct str **names, size_t *n)
{
	DIR *dir = opendir(str_cstr(folder, arena));
	const struct dirent *entry;
	size_t room = 0;

	*names = NULL;
	*n = 0;
	if (dir == NULL) {
		report_errno(sink, &FILE_FOLDER, folder);
		return false;
	}
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		*names = arena_grow(arena, *names, *n, &room, sizeof(**names));
		(*names)[(*n)++] = str_copy(str_from(entry->d_name), arena);
	}
	closedir(dir);
	if (*n > 0)
		qsort(*names, *n, sizeof(**names), compare_names);
	return true;
}

struct str file_join(struct str folder, struct str name, struct arena *arena)
{
	if (folder.n == 0)
		return str_copy(name, arena);
	if (folder.s[folder.n - 1] == '/')
		return str_format(arena, STR_FMT STR_FMT, STR_ARG(folder),
				  STR_ARG(name));
	return str_format(arena, STR_FMT "/" STR_FMT, STR_ARG(folder),
			  STR_ARG(name));
}

struct str file_folder(struct str path)
{
	size_t n = path.n;

	while (n > 0 && path.s[n - 1] != '/')
		n--;
	return str_slice(path, 0, n > 0 ? n - 1 : 0);
}

struct str file_name(struct str path)
{
	size_t at;

	while (path.n > 1 && path.s[path.n - 1] == '/')
		path.n--;
	for (at = path.n; at > 0 && path.s[at - 1] != '/'; at--)
		;
	return str_slice(path, at, path.n);
}
