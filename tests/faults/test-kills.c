/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kill-desk.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "test-fork.h"
#include "test-store.h"

/* Whoever works at a desk is killed at a random moment, comes back, and finds everything that they were told was kept.
 * This program has no thread but its own, so that it can fork; all the work is done by its children, and each of them
 * begins by looking at what the one before it left. TL_TEST_SEED begins elsewhere; TL_TEST_RUNS says how many
 * workbooks there are, each of which survives a number of kills. */

#define KILLS_EACH 10
/* How long, in microseconds, somebody lives at most after they began or began to work; or how much they are told was
 * kept, and how long they live after that. */
#define LATEST 25000
#define MOST_NEWS 15
#define LATEST_AFTER 2000
/* How often each of two people saves who do so at once. */
#define N_SAVES 100

typedef struct
{
  pid_t process;
  int news;
  KillDoing *doing;
  /* When to kill it, in microseconds; G_MAXINT64 for not known yet. */
  gint64 end;
  guint n_news;
} Child;

typedef struct
{
  KillDesks desks;
  GRand *random;
  guint32 seed;
} Round;

static struct
{
  guint kills[KILL_N_DOINGS];
  guint edits, imports, merges, saves, at_once;
} counted;

static void
end_within (Round  *round,
            Child  *child,
            gint32  most)
{
  child->end = MIN (child->end, g_get_monotonic_time () + g_rand_int_range (round->random, 0, most));
}

static void
start (Round *round,
       Child *child,
       guint  first,
       guint  n)
{
  guint32 seed = g_rand_int (round->random);
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  child->doing = mmap (NULL, sizeof *child->doing, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (child->doing != MAP_FAILED);
  child->process = test_fork ();
  if (child->process == 0)
    {
      close (ends[0]);
      kill_desks_work (&round->desks, first, n, seed, ends[1], child->doing);
    }
  close (ends[1]);
  child->news = ends[0];
  child->end = G_MAXINT64;
  /* Some don't get as far as to work: they are killed while they open what was left. */
  switch (g_rand_int_range (round->random, 0, 5))
    {
    case 0:
      end_within (round, child, LATEST);
      break;
    case 1:
    case 2:
      child->n_news = (guint) g_rand_int_range (round->random, 1, MOST_NEWS);
      break;
    default:
      break;
    }
}

static void
hear (Round          *round,
      Child          *child,
      const KillNews *news)
{
  KillDesks *desks = &round->desks;

  switch (news->what)
    {
    case KILL_TOLD_CHECKED:
      if (child->n_news == 0)
        end_within (round, child, LATEST);
      return;
    case KILL_TOLD_SAVED:
      counted.saves++;
      memcpy (desks->saved[news->desk], news->fingerprint, sizeof news->fingerprint);
      break;
    case KILL_TOLD_MERGED:
      counted.merges++;
      break;
    case KILL_TOLD_IMPORTED:
      counted.imports++;
      break;
    case KILL_TOLD_EDITED:
    default:
      counted.edits++;
      break;
    }
  memcpy (desks->kept[news->desk], news->fingerprint, sizeof news->fingerprint);
  if (child->n_news > 0 && --child->n_news == 0)
    end_within (round, child, LATEST_AFTER);
}

/* Returns whether there may be more. */
static gboolean
listen_once (Round *round,
             Child *child)
{
  KillNews news;
  gssize got = read (child->news, &news, sizeof news);

  g_assert_true (got == sizeof news || got == 0);
  if (got > 0)
    hear (round, child, &news);
  return got > 0;
}

static void
wait_for_killed (const Round *round,
                 pid_t        process)
{
  int status;

  while (waitpid (process, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  if (!WIFSIGNALED (status) || WTERMSIG (status) != SIGKILL)
    g_error ("Something was lost or damaged in “%s”. Again: TL_TEST_SEED=%u TL_TEST_RUNS=1", round->desks.folder,
             round->seed);
}

/* What it told before it died counts too. */
static void
finish (Round *round,
        Child *child)
{
  kill (child->process, SIGKILL);
  while (listen_once (round, child))
    ;
  close (child->news);
  wait_for_killed (round, child->process);
  counted.kills[*child->doing]++;
  munmap (child->doing, sizeof *child->doing);
}

/* Listens until it is time to kill one of them, and does. */
static void
kill_next (Round *round,
           Child *children,
           guint *n)
{
  struct pollfd waiting[KILL_N_DESKS];
  struct timespec time;
  gint64 left;
  guint next = 0;

  for (guint i = 0; i < *n; i++)
    {
      waiting[i] = (struct pollfd) { .fd = children[i].news, .events = POLLIN };
      if (children[i].end < children[next].end)
        next = i;
    }
  left = MAX (children[next].end - g_get_monotonic_time (), 0);
  time = (struct timespec) { left / G_USEC_PER_SEC, left % G_USEC_PER_SEC * 1000 };
  if (left > 0 && ppoll (waiting, *n, children[next].end == G_MAXINT64 ? NULL : &time, NULL) > 0)
    {
      for (guint i = 0; i < *n; i++)
        {
          /* One that has gone by itself has gone too early, which is found out at once. */
          if ((waiting[i].revents & (POLLIN | POLLHUP)) != 0 && !listen_once (round, &children[i]))
            children[i].end = 0;
        }
      return;
    }
  finish (round, &children[next]);
  children[next] = children[--*n];
}

static void
begin (gpointer data)
{
  kill_desks_begin (data);
}

static void
end (gpointer data)
{
  kill_desks_end (data);
}

/* One person at two desks, or two at once, with one file or with one each. */
static void
survive (guint32 seed)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  Round round = { .desks = { .folder = desk->folder, .one_file = seed % 2 == 0 }, .seed = seed };
  guint n = seed % 4 < 2 ? 1 : KILL_N_DESKS;

  round.random = g_rand_new_with_seed (seed);
  test_fork_run (begin, &round.desks);
  for (guint i = 0; i < KILLS_EACH; i += n)
    {
      Child children[KILL_N_DESKS] = { 0 };
      guint n_left = n;

      for (guint j = 0; j < n; j++)
        start (&round, &children[j], j, KILL_N_DESKS / n);
      while (n_left > 0)
        kill_next (&round, children, &n_left);
    }
  test_fork_run (end, &round.desks);
  g_rand_free (round.random);
}

static guint
get_number (const char *name,
            guint       otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
test_nothing_kept_is_lost (void)
{
  guint32 first = get_number ("TL_TEST_SEED", 0);
  guint n = get_number ("TL_TEST_RUNS", (g_getenv ("TL_TEST_FULL") != NULL ? 10000 : 100) / KILLS_EACH);

  for (guint i = 0; i < n; i++)
    {
      survive (first + i);
      if ((i + 1) % 100 == 0)
        g_test_message ("so far %u", (i + 1) * KILLS_EACH);
    }
  g_test_message ("%u kills at random moments, %u while opening, %u while editing, %u while importing, %u while merging, "
                  "%u while saving; %u edits, %u imports, %u merges and %u saves were told to be kept: 0 lost, 0 corrupt", n * KILLS_EACH,
                  counted.kills[KILL_OPENING], counted.kills[KILL_EDITING], counted.kills[KILL_IMPORTING],
                  counted.kills[KILL_MERGING], counted.kills[KILL_SAVING], counted.edits, counted.imports, counted.merges,
                  counted.saves);
}

static void
save_at_first (gpointer data)
{
  kill_desks_save (data, 0, N_SAVES);
}

static void
save_at_second (gpointer data)
{
  kill_desks_save (data, 1, N_SAVES);
}

/* Two people who save into the same file at the same moment again and again: each gets what the other has, and neither
 * is told that anything is damaged. */
static void
test_two_save_at_once (void)
{
  for (guint i = g_getenv ("TL_TEST_FULL") != NULL ? 50 : 1; i > 0; i--)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      KillDesks desks = { .folder = desk->folder, .one_file = TRUE };
      pid_t first, second;

      test_fork_run (begin, &desks);
      first = test_fork_start (save_at_first, &desks);
      second = test_fork_start (save_at_second, &desks);
      test_fork_wait (first);
      test_fork_wait (second);
      test_fork_run (end, &desks);
      counted.at_once += 2 * N_SAVES;
    }
  g_test_message ("%u saves by two people at once: 0 lost, 0 corrupt", counted.at_once);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kills/nothing-kept-is-lost", test_nothing_kept_is_lost);
  g_test_add_func ("/kills/two-save-at-once", test_two_save_at_once);
  return g_test_run ();
}
