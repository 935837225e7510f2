/* SPDX-License-Identifier: MIT */
#include "publish/pool.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "cmocka_all.h"

#define JOBS 40

/* What a pool was told to do, and what it told. */
struct trial {
	size_t crash, leave, interrupt; /* jobs at which that happens */
	size_t order[JOBS];
	size_t n;
	size_t n_lost;
	int status; /* of the last one lost */
	size_t longest;
};

static void work(void *context, size_t job, struct buf *record)
{
	const struct trial *trial = context;
	struct timespec pause = {0, (long)(JOBS - job) * 100000};
	size_t i;

	/* Late jobs are done first, so that order has to be made. */
	nanosleep(&pause, NULL);
	if (job == trial->crash)
		raise(SIGKILL);
	if (job == trial->leave)
		_exit(3);
	if (job == trial->interrupt)
		kill(getppid(), SIGINT);
	buf_format(record, "job %zu", job);
	for (i = 0; job == 7 && i < 300000; i++)
		buf_add_char(record, 'x');
}

static void done(void *context, size_t job, struct str record)
{
	struct trial *trial = context;
	struct arena *arena = arena_open();
	struct str expected = str_format(arena, "job %zu", job);

	assert_true(str_starts(record, expected));
	if (record.n > trial->longest)
		trial->longest = record.n;
	trial->order[trial->n++] = job;
	arena_close(arena);
}

static void lost(void *context, size_t job, int status)
{
	struct trial *trial = context;

	trial->order[trial->n++] = job;
	trial->n_lost++;
	trial->status = status;
}

static enum pool_end run(struct trial *trial, size_t n_workers)
{
	struct pool_task task = {.n_jobs = JOBS,
				 .n_workers = n_workers,
				 .context = trial,
				 .work = work,
				 .done = done,
				 .lost = lost};

	return pool_run(&task);
}

static struct trial undisturbed(void)
{
	return (struct trial){JOBS, JOBS, JOBS};
}

static void assert_all_in_order(const struct trial *trial)
{
	size_t i;

	assert_int_equal(trial->n, JOBS);
	for (i = 0; i < JOBS; i++)
		assert_int_equal(trial->order[i], i);
}

static void tells_all_jobs_in_their_order(void **state)
{
	size_t n_workers;

	(void)state;
	for (n_workers = 0; n_workers < 6; n_workers++) {
		struct trial trial = undisturbed();

		assert_int_equal(run(&trial, n_workers), POOL_DONE);
		assert_all_in_order(&trial);
		assert_int_equal(trial.n_lost, 0);
		assert_int_equal(trial.longest, 5 + 300000);
	}
}

static void a_killed_worker_costs_its_job_only(void **state)
{
	size_t n_workers;

	(void)state;
	for (n_workers = 1; n_workers < 4; n_workers++) {
		struct trial trial = undisturbed();

		trial.crash = 11;
		assert_int_equal(run(&trial, n_workers), POOL_DONE);
		assert_all_in_order(&trial);
		assert_int_equal(trial.n_lost, 1);
		assert_true(WIFSIGNALED(trial.status));
		assert_int_equal(WTERMSIG(trial.status), SIGKILL);
	}
}

static void a_worker_that_leaves_says_with_what(void **state)
{
	struct trial trial = undisturbed();

	(void)state;
	trial.leave = JOBS - 1;
	assert_int_equal(run(&trial, 2), POOL_DONE);
	assert_all_in_order(&trial);
	assert_int_equal(trial.n_lost, 1);
	assert_int_equal(WEXITSTATUS(trial.status), 3);
}

static void an_interrupt_finishes_what_was_begun(void **state)
{
	struct trial trial = undisturbed();
	size_t i;

	(void)state;
	trial.interrupt = 5;
	assert_int_equal(run(&trial, 2), POOL_STOPPED);
	assert_in_range(trial.n, 6, JOBS - 1);
	for (i = 0; i < trial.n; i++)
		assert_int_equal(trial.order[i], i);
	assert_int_equal(trial.n_lost, 0);
}

static void no_jobs_are_done_at_once(void **state)
{
	struct pool_task task = {.n_jobs = 0};

	(void)state;
	assert_int_equal(pool_run(&task), POOL_DONE);
	assert_true(pool_cores() >= 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tells_all_jobs_in_their_order),
	    cmocka_unit_test(a_killed_worker_costs_its_job_only),
	    cmocka_unit_test(a_worker_that_leaves_says_with_what),
	    cmocka_unit_test(an_interrupt_finishes_what_was_begun),
	    cmocka_unit_test(no_jobs_are_done_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
