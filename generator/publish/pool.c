/* SPDX-License-Identifier: MIT */
/*
 * Caller and worker talk over a socket: down go job numbers (size_t), up come
 * records (length, bytes). A worker that finds its socket closed ends: so
 * none outlives a caller that was killed by more than one job.
 */
#include "publish/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

#define TICK_MS	     200
#define NO_JOB	     SIZE_MAX
#define WORKERS_MOST 256u
/* A record that says to be longer comes from a worker gone astray. */
#define RECORD_MOST ((size_t)256 << 20)

struct worker {
	pid_t pid;
	int fd; /* -1: none */
	size_t job;
	char *record; /* what came of it so far; from malloc */
	size_t n, room;
};

/* What is known of a job, kept until those before it were told. */
struct answer {
	enum { ANSWER_NONE, ANSWER_RECORD, ANSWER_LOST } kind;
	char *record;
	size_t n;
	int status;
};

struct pool {
	const struct pool_task *task;
	struct worker *workers;
	size_t n_workers;
	struct answer *answers; /* n_jobs */
	size_t next;		/* the first job that no worker has taken */
	size_t told;		/* jobs told to the caller */
	size_t n_done;
	bool stopping;
	sigset_t held;	 /* SIGINT, SIGTERM */
	sigset_t before; /* signals held back before pool_run() */
};

size_t pool_cores(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : (size_t)n;
}

/* All of it, whatever interrupts; false at the end or on an error. */
static bool read_whole(int fd, void *bytes, size_t n)
{
	char *to = bytes;

	while (n > 0) {
		ssize_t got = read(fd, to, n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		to += got;
		n -= (size_t)got;
	}
	return true;
}

static bool send_whole(int fd, const void *bytes, size_t n)
{
	const char *from = bytes;

	while (n > 0) {
		ssize_t put = send(fd, from, n, MSG_NOSIGNAL);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		from += put;
		n -= (size_t)put;
	}
	return true;
}

/* The life of a worker. SIGINT and SIGTERM stay held back, for they often
 * reach the whole group (the keyboard, timeout, a service manager): the caller
 * says when to stop, and ends with SIGKILL those that it gives up. */
static void work(const struct pool *pool, int fd)
{
	const struct pool_task *task = pool->task;
	size_t job;

	while (read_whole(fd, &job, sizeof(job))) {
		struct arena *arena = arena_open();
		struct buf record = {.arena = arena};

		task->work(task->context, job, &record);
		if (!send_whole(fd, &record.n, sizeof(record.n)) ||
		    !send_whole(fd, record.s, record.n))
			break;
		arena_close(arena);
	}
}

static void run_worker(const struct pool *pool, int fd)
{
	size_t i;

	for (i = 0; i < pool->n_workers; i++)
		if (pool->workers[i].fd >= 0)
			close(pool->workers[i].fd);
	arena_keep_memory();
	work(pool, fd);
	/* Nothing of the caller's is flushed or closed twice. */
	_exit(0);
}

static bool start_worker(struct pool *pool, struct worker *worker)
{
	int fds[2];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) != 0)
		return false;
	fflush(NULL);
	worker->pid = fork();
	if (worker->pid == 0) {
		close(fds[0]);
		run_worker(pool, fds[1]);
	}
	close(fds[1]);
	if (worker->pid < 0) {
		close(fds[0]);
		return false;
	}
	worker->fd = fds[0];
	worker->job = NO_JOB;
	return true;
}

/* Gives an idle worker its next job, or closes its socket: then it ends. */
static void hand_out(struct pool *pool, struct worker *worker)
{
	worker->n = 0;
	if (pool->stopping || pool->next >= pool->task->n_jobs) {
		worker->job = NO_JOB;
		close(worker->fd);
		worker->fd = -1;
		while (waitpid(worker->pid, NULL, 0) < 0 && errno == EINTR)
			;
		return;
	}
	worker->job = pool->next++;
	/* A worker that has died meanwhile is found when its end is read. */
	send_whole(worker->fd, &worker->job, sizeof(worker->job));
}

/* Tells what can be told in order. */
static void tell(struct pool *pool)
{
	const struct pool_task *task = pool->task;

	while (pool->told < task->n_jobs &&
	       pool->answers[pool->told].kind != ANSWER_NONE) {
		struct answer *answer = &pool->answers[pool->told];
		size_t job = pool->told++;

		if (answer->kind == ANSWER_LOST)
			task->lost(task->context, job, answer->status);
		else
			task->done(task->context, job,
				   (struct str){answer->record, answer->n});
		free(answer->record);
		answer->record = NULL;
	}
}

static void answered(struct pool *pool, size_t job, struct answer answer)
{
	pool->answers[job] = answer;
	pool->n_done++;
	tell(pool);
	if (pool->task->tick != NULL)
		pool->task->tick(pool->task->context, pool->n_done);
}

/* The record of a worker is complete. */
static void take_record(struct pool *pool, struct worker *worker)
{
	size_t n = worker->n - sizeof(size_t);

	memmove(worker->record, worker->record + sizeof(size_t), n);
	answered(pool, worker->job,
		 (struct answer){ANSWER_RECORD, worker->record, n, 0});
	worker->record = NULL;
	worker->room = 0;
	hand_out(pool, worker);
}

/* A worker is gone: its job is lost, another is started for the rest. */
static void bury(struct pool *pool, struct worker *worker)
{
	int status = 0;
	size_t job = worker->job;

	close(worker->fd);
	worker->fd = -1;
	worker->n = 0;
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		;
	if (pool->next < pool->task->n_jobs && !pool->stopping &&
	    start_worker(pool, worker))
		hand_out(pool, worker);
	if (job != NO_JOB)
		answered(pool, job,
			 (struct answer){ANSWER_LOST, NULL, 0, status});
}

/* Length of the record that a worker is sending, RECORD_MOST if unknown. */
static size_t announced(const struct worker *worker)
{
	size_t n;

	if (worker->n < sizeof(n))
		return RECORD_MOST;
	memcpy(&n, worker->record, sizeof(n));
	return n;
}

static bool grow(struct worker *worker)
{
	size_t room = worker->room == 0 ? 16384 : 2 * worker->room;
	char *record;

	if (worker->n < worker->room)
		return true;
	record = realloc(worker->record, room);
	if (record == NULL)
		return false;
	worker->record = record;
	worker->room = room;
	return true;
}

static void listen_to(struct pool *pool, struct worker *worker)
{
	ssize_t got = -1;

	if (grow(worker))
		got = read(worker->fd, worker->record + worker->n,
			   worker->room - worker->n);
	if (got < 0 && errno == EINTR)
		return;
	if (got > 0)
		worker->n += (size_t)got;
	if (got <= 0 || (announced(worker) > RECORD_MOST &&
			 kill(worker->pid, SIGKILL) == 0))
		bury(pool, worker);
	else if (worker->n >= sizeof(size_t) &&
		 worker->n - sizeof(size_t) == announced(worker))
		take_record(pool, worker);
}

/* Takes a SIGINT or SIGTERM that is held back; false: there is none. */
static bool take_signal(const struct pool *pool)
{
	sigset_t waiting;
	int number;

	return sigpending(&waiting) == 0 &&
	       (sigismember(&waiting, SIGINT) == 1 ||
		sigismember(&waiting, SIGTERM) == 1) &&
	       sigwait(&pool->held, &number) == 0;
}

/* At the first signal no further jobs are begun; at the second those begun
 * are given up. */
static void look_for_signals(struct pool *pool)
{
	size_t i;

	while (take_signal(pool)) {
		for (i = 0; pool->stopping && i < pool->n_workers; i++)
			if (pool->workers[i].fd >= 0)
				kill(pool->workers[i].pid, SIGKILL);
		pool->stopping = true;
	}
}

/* Waits for any worker; false when there is none left. */
static bool turn(struct pool *pool)
{
	struct pollfd fds[WORKERS_MOST];
	nfds_t n = 0;
	size_t i;
	size_t at = 0;

	for (i = 0; i < pool->n_workers; i++)
		if (pool->workers[i].fd >= 0)
			fds[n++] = (struct pollfd){.fd = pool->workers[i].fd,
						   .events = POLLIN};
	if (n == 0)
		return false;
	poll(fds, n, TICK_MS);
	look_for_signals(pool);
	for (i = 0; i < pool->n_workers && at < n; i++) {
		struct worker *worker = &pool->workers[i];

		if (worker->fd != fds[at].fd)
			continue;
		if (fds[at++].revents != 0)
			listen_to(pool, worker);
	}
	if (pool->task->tick != NULL)
		pool->task->tick(pool->task->context, pool->n_done);
	return true;
}

static bool start_workers(struct pool *pool)
{
	size_t i;
	bool any = false;

	for (i = 0; i < pool->n_workers; i++)
		pool->workers[i].fd = -1;
	for (i = 0; i < pool->n_workers; i++) {
		if (!start_worker(pool, &pool->workers[i]))
			break;
		any = true;
		hand_out(pool, &pool->workers[i]);
	}
	return any;
}

static size_t workers_for(const struct pool_task *task)
{
	size_t n = task->n_workers > 0 ? task->n_workers : pool_cores();

	if (n > WORKERS_MOST)
		n = WORKERS_MOST;
	return n < task->n_jobs ? n : task->n_jobs;
}

static enum pool_end run(struct pool *pool)
{
	if (pool->task->n_jobs == 0)
		return POOL_DONE;
	if (!start_workers(pool))
		return POOL_FAILED;
	while (turn(pool))
		;
	if (pool->told == pool->task->n_jobs)
		return POOL_DONE;
	return pool->stopping ? POOL_STOPPED : POOL_FAILED;
}

/* What was finished behind a job that was not: told after all. */
static void tell_rest(struct pool *pool)
{
	while (pool->told < pool->task->n_jobs) {
		tell(pool);
		pool->told++;
	}
}

enum pool_end pool_run(const struct pool_task *task)
{
	struct arena *arena = arena_open();
	struct pool pool = {.task = task, .n_workers = workers_for(task)};
	enum pool_end end;
	int saved;

	pool.workers = ARENA_ARRAY(arena, pool.n_workers, struct worker);
	pool.answers = ARENA_ARRAY(arena, task->n_jobs, struct answer);
	sigemptyset(&pool.held);
	sigaddset(&pool.held, SIGINT);
	sigaddset(&pool.held, SIGTERM);
	sigprocmask(SIG_BLOCK, &pool.held, &pool.before);
	end = run(&pool);
	saved = errno;
	tell_rest(&pool);
	while (take_signal(&pool))
		; /* it was heeded: the caller says what was done */
	sigprocmask(SIG_SETMASK, &pool.before, NULL);
	while (pool.n_workers-- > 0)
		free(pool.workers[pool.n_workers].record);
	arena_close(arena);
	errno = saved;
	return end;
}
