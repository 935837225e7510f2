/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "cli/messages.h"

/* What an option does with its value; false: the value is not one of its. */
typedef bool option_fn(struct options *options, struct str value,
		       struct arena *arena);

enum takes {
	NO_VALUE,
	VALUE,
	MAY_HAVE_VALUE /* --strict=警告: only behind = */
};

struct option {
	const char *brief; /* "-o", or NULL */
	const char *full;  /* "--out" */
	enum takes takes;
	option_fn *set;
};

static void values_add(struct option_values *values, struct str value,
		       struct arena *arena)
{
	values->list = arena_grow(arena, values->list, values->n, &values->room,
				  sizeof(*values->list));
	values->list[values->n++] = value;
}

static bool set_out(struct options *options, struct str value,
		    struct arena *arena)
{
	(void)arena;
	options->out = value;
	return value.n > 0;
}

static bool set_formats(struct options *options, struct str value,
			struct arena *arena)
{
	(void)arena;
	options->formats = value;
	return value.n > 0;
}

static bool set_template(struct options *options, struct str value,
			 struct arena *arena)
{
	(void)arena;
	options->template_id = value;
	return value.n > 0;
}

static bool set_source(struct options *options, struct str value,
		       struct arena *arena)
{
	(void)arena;
	options->source = value;
	return value.n > 0;
}

static bool set_unit(struct options *options, struct str value,
		     struct arena *arena)
{
	values_add(&options->units, value, arena);
	return value.n > 0;
}

static bool set_from(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)arena;
	options->from = value;
	return value.n > 0;
}

static bool set_date(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)arena;
	options->date = value;
	return value.n > 0;
}

static bool set_reason(struct options *options, struct str value,
		       struct arena *arena)
{
	(void)arena;
	options->reason = str_trim(value);
	return options->reason.n > 0;
}

static bool set_pdfa(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)arena;
	options->pdfa = str_is(value, "2a");
	return options->pdfa || str_is(value, "none");
}

static bool set_jobs(struct options *options, struct str value,
		     struct arena *arena)
{
	size_t i;

	(void)arena;
	options->jobs = 0;
	for (i = 0; i < value.n && i < 4; i++) {
		if (value.s[i] < '0' || value.s[i] > '9')
			return false;
		options->jobs = options->jobs * 10 + (size_t)(value.s[i] - '0');
	}
	return value.n > 0 && value.n <= 3;
}

/* From which level on a unit is refused: 警告 or warning; 错误 if it is not
 * told. */
static bool set_strict(struct options *options, struct str value,
		       struct arena *arena)
{
	int level;

	(void)arena;
	options->strict = true;
	options->strict_level = DIAG_ERROR;
	if (value.n == 0)
		return true;
	for (level = DIAG_NOTE; level <= DIAG_ERROR; level++) {
		options->strict_level = (enum diag_level)level;
		if (str_equal(value, diag_level_name(options->strict_level,
						     DIAG_ZH)) ||
		    str_equal(value,
			      diag_level_name(options->strict_level, DIAG_EN)))
			return true;
	}
	return false;
}

static bool set_force(struct options *options, struct str value,
		      struct arena *arena)
{
	(void)value;
	(void)arena;
	options->force = true;
	return true;
}

static bool set_list_rules(struct options *options, struct str value,
			   struct arena *arena)
{
	(void)value;
	(void)arena;
	options->list_rules = true;
	return true;
}

static bool set_lang(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)arena;
	options->lang = str_is(value, "en") ? DIAG_EN : DIAG_ZH;
	return str_is(value, "en") || str_is(value, "zh");
}

static bool set_quiet(struct options *options, struct str value,
		      struct arena *arena)
{
	(void)value;
	(void)arena;
	options->verbosity = -1;
	return true;
}

static bool set_verbose(struct options *options, struct str value,
			struct arena *arena)
{
	(void)value;
	(void)arena;
	options->verbosity = 1;
	return true;
}

static bool set_json(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)value;
	(void)arena;
	options->json = true;
	return true;
}

static bool set_help(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)value;
	(void)arena;
	options->help = true;
	return true;
}

static bool set_version(struct options *options, struct str value,
			struct arena *arena)
{
	(void)value;
	(void)arena;
	options->version = true;
	return true;
}

/* Every option there is; options_help() names the same. */
static const struct option known[] = {
    {"-o", "--out", VALUE, set_out},
    {"-f", "--format", VALUE, set_formats},
    {"-t", "--template", VALUE, set_template},
    {"-u", "--unit", VALUE, set_unit},
    {NULL, "--from", VALUE, set_from},
    {NULL, "--source", VALUE, set_source},
    {"-j", "--jobs", VALUE, set_jobs},
    {NULL, "--date", VALUE, set_date},
    {NULL, "--reason", VALUE, set_reason},
    {NULL, "--strict", MAY_HAVE_VALUE, set_strict},
    {NULL, "--force", NO_VALUE, set_force},
    {NULL, "--list-rules", NO_VALUE, set_list_rules},
    {NULL, "--pdfa", VALUE, set_pdfa},
    {NULL, "--json", NO_VALUE, set_json},
    {"-q", "--quiet", NO_VALUE, set_quiet},
    {"-v", "--verbose", NO_VALUE, set_verbose},
    {NULL, "--lang", VALUE, set_lang},
    {"-h", "--help", NO_VALUE, set_help},
    {NULL, "--version", NO_VALUE, set_version},
};

static const struct option *find_option(struct str name)
{
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_is(name, known[i].full) ||
		    (known[i].brief != NULL && str_is(name, known[i].brief)))
			return &known[i];
	return NULL;
}

/* Chinese unless the locale says otherwise. */
static enum diag_lang lang_of_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0')
			return strncmp(value, "en", 2) == 0 ? DIAG_EN : DIAG_ZH;
	}
	return DIAG_ZH;
}

/* The arguments that are still to be read. */
struct reading {
	int argc;
	char **argv;
	int at;
	struct arena *arena;
	struct diag_sink *sink;
};

/* An argument taken apart: --name=value, -nvalue, or only a name. */
struct option_arg {
	const struct option *option; /* NULL: there is none */
	struct str name;
	struct str value;
	bool has_value;
};

static struct option_arg take_apart(struct str arg)
{
	bool full = str_starts(arg, STR("--"));
	ptrdiff_t equals = full ? str_find(arg, STR("=")) : -1;
	struct option_arg parts = {.name = arg};

	if (equals >= 0)
		parts = (struct option_arg){
		    .name = str_slice(arg, 0, (size_t)equals),
		    .value = str_slice(arg, (size_t)equals + 1, arg.n),
		    .has_value = true};
	else if (!full && arg.n > 2)
		parts = (struct option_arg){.name = str_slice(arg, 0, 2),
					    .value = str_slice(arg, 2, arg.n),
					    .has_value = true};
	parts.option = find_option(parts.name);
	return parts;
}

/* Takes the option, with its value. */
static bool read_option(struct options *options, struct reading *reading,
			struct str arg)
{
	struct option_arg parts = take_apart(arg);

	if (parts.option == NULL ||
	    (parts.has_value && parts.option->takes == NO_VALUE)) {
		DIAG(reading->sink, &CLI_OPTION, PLACE_NONE, arg);
		return false;
	}
	if (parts.option->takes == VALUE && !parts.has_value) {
		if (reading->at >= reading->argc) {
			DIAG(reading->sink, &CLI_OPTION_VALUE, PLACE_NONE,
			     parts.name);
			return false;
		}
		parts.value = str_from(reading->argv[reading->at++]);
	}
	if (!(parts.has_value && parts.value.n == 0 &&
	      parts.option->takes == MAY_HAVE_VALUE) &&
	    parts.option->set(options, parts.value, reading->arena))
		return true;
	DIAG(reading->sink, &CLI_OPTION_BAD_VALUE, PLACE_NONE, parts.name,
	     parts.value);
	return false;
}

bool options_read(struct options *options, int argc, char **argv,
		  struct arena *arena, struct diag_sink *sink)
{
	struct reading reading = {argc, argv, 1, arena, sink};
	bool only_args = false;
	bool ok = true;

	*options = (struct options){.lang = lang_of_locale(), .pdfa = true};
	while (reading.at < argc) {
		struct str arg = str_from(argv[reading.at++]);

		if (only_args || arg.n < 2 || arg.s[0] != '-') {
			if (options->command.n == 0)
				options->command = arg;
			else
				values_add(&options->args, arg, arena);
		} else if (str_is(arg, "--")) {
			only_args = true;
		} else {
			ok = read_option(options, &reading, arg) && ok;
		}
	}
	return ok;
}
