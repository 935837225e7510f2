/* SPDX-License-Identifier: MIT */
/* The command line, read once into a struct. docs: `gongkai --help`. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

/* An option's value; several for one that may be repeated. */
struct option_values {
	struct str *list;
	size_t n;
	size_t room;
};

struct options {
	struct str command;	    /* build, layout …; empty: none given */
	struct option_values args;  /* what is no option, after the command */
	struct str out;		    /* -o; empty: not given */
	struct str formats;	    /* -f pdf,docx; empty: not given */
	struct str template_id;	    /* -t */
	struct str source;	    /* --source */
	struct option_values units; /* -u, repeatable */
	struct str date;	    /* --date, of release */
	struct str reason;	    /* --reason, of corrections */
	int verbosity;		    /* -1 quiet, 0, 1 verbose */
	enum diag_lang lang;
	size_t jobs;	 /* -j; 0: one per core */
	struct str from; /* --from: last year's input; empty: not given */
	bool strict, force, list_rules;
	enum diag_level strict_level; /* --strict=警告; DIAG_ERROR: not given */
	bool pdfa;		      /* --pdfa 2a (the default) | none */
	bool json;
	bool help;
	bool version;
};

/* Reads the arguments; false: reported into the sink (wrong use). */
bool options_read(struct options *options, int argc, char **argv,
		  struct arena *arena, struct diag_sink *sink);

/* The help text in that language. */
struct str options_help(enum diag_lang lang);

#endif
