/* SPDX-License-Identifier: MIT */
/*
 * Runs a fuzz target once over each file of a folder, without libFuzzer: so
 * that seeds, and inputs that once failed, are part of every test run.
 */
#include "fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* The bytes of a file, to be freed; NULL if it cannot be read. */
static uint8_t *read_all(FILE *file, size_t n)
{
	uint8_t *bytes = malloc(n > 0 ? n : 1);

	if (bytes != NULL && fread(bytes, 1, n, file) != n) {
		free(bytes);
		return NULL;
	}
	return bytes;
}

static int replay_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	struct stat status;
	uint8_t *bytes = NULL;
	size_t n = 0;

	if (file == NULL) {
		perror(path);
		return 1;
	}
	if (fstat(fileno(file), &status) == 0) {
		n = (size_t)status.st_size;
		bytes = read_all(file, n);
	}
	(void)fclose(file);
	if (bytes == NULL) {
		perror(path);
		return 1;
	}
	(void)fprintf(stderr, "%s (%zu bytes)\n", path, n);
	(void)LLVMFuzzerTestOneInput(bytes, n);
	free(bytes);
	return 0;
}

/* Returns the number of files, or -1 if one could not be read. */
static int replay_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	char path[4096];
	int n_files = 0;
	int failed = 0;

	if (dir == NULL) {
		perror(folder);
		return -1;
	}
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		(void)snprintf(path, sizeof(path), "%s/%s", folder,
			       entry->d_name);
		failed |= replay_file(path);
		n_files++;
	}
	(void)closedir(dir);
	return failed ? -1 : n_files;
}

int main(int argc, char **argv)
{
	int n_files;

	if (argc != 2) {
		(void)fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
		return 2;
	}
	n_files = replay_folder(argv[1]);
	if (n_files >= 0)
		(void)printf("%d files\n", n_files);
	return n_files > 0 ? 0 : 1;
}
