/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault-run.h"

#include <string.h>

#define CRASHED "crashed"

/* How a fault goes on. */
typedef enum
{
  STRIKE_ONCE,
  STRIKE_FOR_GOOD,
  STRIKE_ONE_FILE,
  /* Also while the document is closed. */
  STRIKE_TO_THE_END,
  N_STRIKES,
} Strike;

static const char * const strike_names[] = { "once", "for good", "for good in one file", "to the end" };

/* An operation, and what comes of it without a fault. */
typedef struct
{
  TestRun run;
  char *before;
  char *after;
  char *file_before;
  gsize file_length;
  char *file_after;
  const TestFault *fault;
  Strike strike;
} Trial;

static struct
{
  TestFaultDesk *desk;
  guint n_points;
  guint n_runs;
  guint n_struck;
  guint n_told;
  guint n_lost;
  guint n_corrupt;
  guint n_unclear;
} figures;

G_GNUC_PRINTF (3, 4) static void
complain (Trial      *self,
          guint      *figure,
          const char *format,
          ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  (*figure)++;
  g_test_message ("%s: %s, point %u (%s), kind %d: %s", self->run.operation->name, strike_names[self->strike],
                  self->fault->at, test_fault_get_first (), self->fault->kind, what);
  g_test_fail ();
}

static void
read_file (Trial  *self,
           char  **content,
           gsize  *length)
{
  *content = NULL;
  *length = 0;
  g_file_get_contents (figures.desk->document, content, length, NULL);
}

static void
begin (Trial *self)
{
  const TestOperation *operation = self->run.operation;
  g_autoptr (GError) error = NULL;

  test_fault_desk_lay_out (figures.desk, operation->state);
  if (operation->opens)
    return;
  self->run.store = test_fault_desk_open (figures.desk, operation->origin, &error);
  g_assert_no_error (error);
  if (operation->prepare != NULL)
    operation->prepare (&self->run);
}

static void
end (Trial *self)
{
  if (self->run.store != NULL)
    test_store_close (g_steal_pointer (&self->run.store));
}

/* What comes of it without a fault, and how many points there are. */
static GPtrArray *
learn (Trial *self)
{
  g_autoptr (GError) error = NULL;

  begin (self);
  if (self->run.store != NULL && self->before == NULL)
    self->before = test_fault_desk_dump (self->run.store, NULL);
  g_clear_pointer (&self->file_before, g_free);
  read_file (self, &self->file_before, &self->file_length);
  test_fault_arm (self->fault);
  if (!self->run.operation->act (&self->run, &error))
    g_error ("%s: %s", self->run.operation->name, error->message);
  test_fault_disarm ();
  g_assert_cmpuint (test_fault_count_struck (), ==, 0);
  if (self->after == NULL)
    {
      self->after = self->run.store != NULL ? test_fault_desk_dump (self->run.store, NULL) : g_strdup (self->before);
      if (self->before == NULL)
        self->before = g_strdup (self->after);
      g_assert_nonnull (self->before);
      g_assert_nonnull (self->after);
    }
  end (self);
  if (self->run.operation->saves && self->file_after == NULL)
    self->file_after = test_fault_desk_dump_file (figures.desk, NULL);
  return test_fault_list_points ();
}

/* What a person is told: a sentence, about the right thing. */
static void
check_error (Trial        *self,
             const GError *error)
{
  gboolean ours = error->domain == TL_STORE_ERROR;

  if (!ours && error->domain != G_IO_ERROR)
    complain (self, &figures.n_unclear, "“%s” is %s", error->message, g_quark_to_string (error->domain));
  if (!g_str_has_suffix (error->message, ".") && !g_str_has_suffix (error->message, ".)")
      && strstr (error->message, ". (") == NULL)
    complain (self, &figures.n_unclear, "“%s” isn’t a sentence", error->message);
  if (self->fault->kind == TEST_FAULT_FULL && !g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL))
    complain (self, &figures.n_unclear, "“%s” (%d) doesn’t say that the disk is full", error->message, error->code);
  if (self->fault->kind != TEST_FAULT_FULL && self->fault->kind != TEST_FAULT_SHORT && ours
      && error->code != TL_STORE_ERROR_FAILED && error->code != TL_STORE_ERROR_READ_ONLY)
    complain (self, &figures.n_unclear, "“%s” (%d) is about something else", error->message, error->code);
}

/* What was done is what is shown. */
static void
check_shown (Trial *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = self->run.store != NULL ? test_fault_desk_dump (self->run.store, &error) : NULL;

  if (self->run.store != NULL && g_strcmp0 (found, self->after) != 0)
    complain (self, &figures.n_lost, "it is done, but what is shown isn’t what was kept: %s",
              error != NULL ? error->message : "it is different");
}

/* The document's file: as before, or as after, and as after when it was said to be saved. */
static void
check_file (Trial    *self,
            gboolean  done)
{
  g_autofree char *content = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  gboolean same;
  gsize length;

  read_file (self, &content, &length);
  same = (content == NULL) == (self->file_before == NULL) && length == self->file_length
         && (content == NULL || memcmp (content, self->file_before, length) == 0);
  if (self->file_after == NULL && !same)
    complain (self, &figures.n_corrupt, "the file has changed");
  if (self->file_after == NULL || (same && !done))
    return;
  found = test_fault_desk_dump_file (figures.desk, &error);
  if (found == NULL)
    complain (self, &figures.n_corrupt, "the file can’t be opened: %s", error->message);
  else if (!g_str_equal (found, self->file_after))
    complain (self, &figures.n_lost, "the file is neither as before nor as after");
}

/* The document, opened by the next program. */
static void
check_opened (Trial    *self,
              gboolean  done)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  TlStore *store = test_fault_desk_open (figures.desk, TL_STORE_ORIGIN_FILE, &error);

  if (store != NULL)
    {
      found = test_fault_desk_dump (store, &error);
      test_store_close (store);
    }
  if (found == NULL)
    complain (self, &figures.n_corrupt, "it can’t be opened any more: %s", error->message);
  else if (!g_str_equal (found, self->after) && (done || !g_str_equal (found, self->before)))
    complain (self, &figures.n_lost, "what was kept isn’t there");
  /* One that was untitled when everything ended isn't that of the file. */
  if (test_desk_count_copies (figures.desk->desk) > (self->run.operation->origin == TL_STORE_ORIGIN_FILE ? 1 : 2))
    complain (self, &figures.n_unclear, "%u working copies are left", test_desk_count_copies (figures.desk->desk));
}

static void
check_left (Trial    *self,
            gboolean  done)
{
  if (g_file_test (figures.desk->document, G_FILE_TEST_EXISTS))
    check_opened (self, done);
  else if (self->run.operation->saves && !test_fault_desk_has_copy (figures.desk, self->before))
    complain (self, &figures.n_lost, "neither a file nor a working copy is there");
}

/* What failed has not happened, and happens when it is asked for again. */
static gboolean
try_again (Trial *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  if (self->run.store != NULL)
    {
      found = test_fault_desk_dump (self->run.store, &error);
      /* Somebody else's changes may have come before they couldn't be saved. */
      if (g_strcmp0 (found, self->before) != 0
          && (!self->run.operation->saves || g_strcmp0 (found, self->after) != 0))
        complain (self, &figures.n_lost, "something has happened although it failed: %s",
                  error != NULL ? error->message : "it is different");
      g_clear_error (&error);
      g_clear_pointer (&found, g_free);
    }
  if (!self->run.operation->act (&self->run, &error))
    {
      complain (self, &figures.n_unclear, "it fails again: %s", error->message);
      return FALSE;
    }
  if (self->run.store != NULL)
    found = test_fault_desk_dump (self->run.store, &error);
  if (self->run.store != NULL && g_strcmp0 (found, self->after) != 0)
    complain (self, &figures.n_lost, "done again it is different");
  check_file (self, TRUE);
  return TRUE;
}

/* Returns whether there was a point for it to strike at. */
static gboolean
try_fault (Trial *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done, done_again;

  begin (self);
  test_fault_arm (self->fault);
  done = self->run.operation->act (&self->run, &error);
  if (self->strike == STRIKE_TO_THE_END)
    end (self);
  test_fault_disarm ();
  if (test_fault_count_struck () == 0)
    {
      end (self);
      return FALSE;
    }

  figures.n_runs++;
  figures.n_struck += test_fault_count_struck ();
  figures.n_told += !done;
  if (test_fault_count_own () > 0)
    complain (self, &figures.n_unclear, "the thread that asked waited itself");
  if (!done)
    check_error (self, error);
  else
    check_shown (self);
  test_fault_desk_keep (figures.desk, CRASHED);
  check_file (self, done);
  done_again = !done && self->strike != STRIKE_TO_THE_END && try_again (self);
  end (self);
  check_left (self, done || done_again);
  test_fault_desk_restore (figures.desk, CRASHED);
  check_left (self, done);
  return TRUE;
}

/* Of the calls that are alike the first; where all are, some. Which of them strike how goes round, so that by default each
 * is tried in one way or another. */
static GArray *
choose (GPtrArray *points,
        guint      n_points,
        guint      turn)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < n_points; i++)
    {
      guint at = i + 1, n = g_hash_table_size (seen);

      if (points->len == 0 ? (i + turn * 7) % (n_points / 6 + 1) != 0
                           : !g_hash_table_add (seen, g_ptr_array_index (points, i)) || n % N_STRIKES != turn % N_STRIKES)
        continue;
      g_array_append_val (chosen, at);
    }
  return chosen;
}

static void
try_kind (Trial          *self,
          TestFaultLayer  layer,
          TestFaultKind   kind,
          Strike          strike,
          guint           turn)
{
  TestFault fault = { layer, kind, 0, strike != STRIKE_ONCE, strike == STRIKE_ONE_FILE };
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GArray) chosen = NULL;
  guint n_points;

  self->fault = &fault;
  self->strike = strike;
  points = learn (self);
  n_points = test_fault_count_points ();
  if (strike == STRIKE_ONCE)
    figures.n_points += n_points;
  if (g_getenv ("TL_TEST_FULL") != NULL)
    {
      do
        fault.at++;
      while (try_fault (self));
      return;
    }
  chosen = choose (points, n_points, turn);
  for (guint i = 0; i < chosen->len; i++)
    {
      fault.at = g_array_index (chosen, guint, i);
      try_fault (self);
    }
}

typedef struct
{
  const TestFaultPlan *plan;
  const TestOperation *operation;
} Test;

static void
test_operation (gconstpointer data)
{
  const Test *test = data;
  Trial self = { .run = { .operation = test->operation } };

  if (figures.desk == NULL)
    {
      figures.desk = test_fault_desk_new ();
      test_fault_set_folder (figures.desk->desk->folder);
    }
  self.run.desk = figures.desk;
  for (guint i = 0; i < test->plan->n_kinds; i++)
    {
      for (Strike strike = 0; strike < N_STRIKES; strike++)
        {
          if (strike != STRIKE_ONE_FILE || test->plan->layer != TEST_FAULT_MEMORY)
            try_kind (&self, test->plan->layer, test->plan->kinds[i], strike, i + strike);
        }
    }
  g_free (self.before);
  g_free (self.after);
  g_free (self.file_before);
  g_free (self.file_after);
}

/* Adds a test for each operation. */
void
test_fault_run_add (const TestFaultPlan *plan,
                    const char          *path)
{
  guint n;
  const TestOperation *operations = test_operations_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, operations[i].name);
      Test *test = g_new0 (Test, 1);

      test->plan = plan;
      test->operation = &operations[i];
      g_strdelimit (name, " ", '-');
      g_test_add_data_func_full (name, test, test_operation, g_free);
    }
}

/* Tells what was tried. */
void
test_fault_run_report (void)
{
  g_clear_pointer (&figures.desk, test_fault_desk_free);
  g_print ("%u points, %u faults brought about (%u calls failed, %u faults told to the person); "
           "lost %u, corrupt %u, unclear %u\n",
           figures.n_points, figures.n_runs, figures.n_struck, figures.n_told, figures.n_lost, figures.n_corrupt,
           figures.n_unclear);
}
