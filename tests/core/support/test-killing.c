/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-killing.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *program;

/* A document whose risk R1 has a number for a title. */
char *
test_make_numbered (TestDesk *desk)
{
  char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = test_store_new (NULL);

  test_store_add_risk (store, "R1", "0");
  test_store_save (store, path);
  test_store_close (store);
  return path;
}

/* Renames a risk for ever, says so each time it is kept, and saves now and then. */
static int
edit_for_ever (const char *copies,
               const char *path)
{
  TlStore *store;
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlId risk;
  guint64 n;

  tl_store_set_folder (copies);
  store = test_store_open_file (path);
  snapshot = test_store_load (store);
  risk = ((const TlFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R1"))->id;
  n = g_ascii_strtoull (test_store_get_title (snapshot, "R1"), NULL, 10);
  for (;;)
    {
      g_autofree char *title = g_strdup_printf ("%" G_GUINT64_FORMAT, ++n);
      g_autofree char *line = g_strconcat (title, "\n", NULL);

      test_store_rename_risk (store, &risk, title);
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        return 1;
      if (n % 5 == 0)
        test_store_save (store, NULL);
    }
}

/* Kills an editing program after some of its edits, and tells the last one that was said to be kept. */
static guint64
kill_after (TestDesk   *desk,
            const char *path,
            guint       n_edits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--edit",
                                                    desk->copies, path, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  guint64 last = 0;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      last = g_ascii_strtoull (line, NULL, 10);
    }
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));

  /* What it said before it was killed counts too. */
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        return last;
      last = g_ascii_strtoull (line, NULL, 10);
    }
}

/* The number that the risk has for a title. */
guint64
test_read_number (TlStore *store)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  return g_ascii_strtoull (test_store_get_title (snapshot, "R1"), NULL, 10);
}

/* The file by itself, as another computer would open it, is whole, old or new. */
static guint64
read_elsewhere (TestDesk   *desk,
                const char *file)
{
  g_autoptr (TestDesk) elsewhere = test_desk_new ();
  TlStore *store = test_store_open_file (file);
  guint64 found = test_read_number (store);

  test_store_close (store);
  tl_store_set_folder (desk->copies);
  return found;
}

/* Kills a program again and again that edits what it sees at @seen of @file: nothing that it said it kept is lost. */
void
test_survive_kills (TestDesk   *desk,
                    const char *file,
                    const char *seen,
                    guint       n_kills)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint64 in_file = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      guint64 kept = kill_after (desk, seen, (guint) g_rand_int_range (random, 1, 23));
      guint64 found = read_elsewhere (desk, file);
      TlStore *store;

      g_assert_cmpuint (found, >=, in_file);
      g_assert_cmpuint (found, <=, kept + 1);
      in_file = found;

      store = test_store_open_file (seen);
      found = test_read_number (store);
      g_assert_cmpuint (found, >=, kept);
      g_assert_cmpuint (found, <=, kept + 1);
      if (i % 3 == 0)
        test_store_save (store, NULL);
      test_store_close (store);
    }
}

/* To be called first; doesn't return in the program that is to be killed. */
void
test_killing_init (int    argc,
                   char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--edit"))
    exit (edit_for_ever (argv[2], argv[3]));
  program = argv[0];
}
