/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault-trial.h"

#include <string.h>

#define CRASHED "crashed"

static const char * const strike_names[] = { "once", "for good", "for good in one file", "to the end" };

TestFigures test_figures;

void
test_trial_complain (TestTrial  *self,
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
read_file (TestTrial  *self,
           char      **content,
           gsize      *length)
{
  *content = NULL;
  *length = 0;
  g_file_get_contents (test_figures.desk->document, content, length, NULL);
}

void
test_trial_begin (TestTrial *self)
{
  const TestOperation *operation = self->run.operation;
  g_autoptr (GError) error = NULL;

  test_fault_desk_lay_out (test_figures.desk, operation->state);
  if (operation->opens)
    return;
  self->run.store = test_fault_desk_open (test_figures.desk, operation->origin, &error);
  g_assert_no_error (error);
  if (operation->prepare != NULL)
    operation->prepare (&self->run);
}

void
test_trial_end (TestTrial *self)
{
  if (self->run.store != NULL)
    test_store_close (g_steal_pointer (&self->run.store));
}

/* What comes of it without a fault, and how many points there are. */
GPtrArray *
test_trial_learn (TestTrial *self)
{
  g_autoptr (GError) error = NULL;

  test_trial_begin (self);
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
  test_trial_end (self);
  if (self->run.operation->saves && self->file_after == NULL)
    self->file_after = test_fault_desk_dump_file (test_figures.desk, NULL);
  return test_fault_list_points ();
}

/* What a person is told: a sentence, about the right thing. */
void
test_trial_check_error (TestTrial    *self,
                        const GError *error)
{
  gboolean ours = error->domain == TL_STORE_ERROR;

  if (!ours && error->domain != G_IO_ERROR)
    test_trial_complain (self, &test_figures.n_unclear, "“%s” is %s", error->message,
                         g_quark_to_string (error->domain));
  if (!g_str_has_suffix (error->message, ".") && !g_str_has_suffix (error->message, ".)")
      && strstr (error->message, ". (") == NULL)
    test_trial_complain (self, &test_figures.n_unclear, "“%s” isn’t a sentence", error->message);
  if (self->fault->kind == TEST_FAULT_FULL && !g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL))
    test_trial_complain (self, &test_figures.n_unclear, "“%s” (%d) doesn’t say that the disk is full",
                         error->message, error->code);
  if (self->fault->kind != TEST_FAULT_FULL && self->fault->kind != TEST_FAULT_SHORT && ours
      && error->code != TL_STORE_ERROR_FAILED && error->code != TL_STORE_ERROR_READ_ONLY)
    test_trial_complain (self, &test_figures.n_unclear, "“%s” (%d) is about something else", error->message,
                         error->code);
}

/* What was done is what is shown. */
static void
check_shown (TestTrial *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = self->run.store != NULL ? test_fault_desk_dump (self->run.store, &error) : NULL;

  if (self->run.store != NULL && g_strcmp0 (found, self->after) != 0)
    test_trial_complain (self, &test_figures.n_lost, "it is done, but what is shown isn’t what was kept: %s",
                         error != NULL ? error->message : "it is different");
}

/* The document's file: as before, or as after, and as after when it was said to be saved. */
static void
check_file (TestTrial *self,
            gboolean   done)
{
  g_autofree char *content = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  gboolean same;
  gsize length;

  read_file (self, &content, &length);
  same = (content == NULL) == (self->file_before == NULL) && length == self->file_length
         && (content == NULL || memcmp (content, self->file_before, length) == 0);
  if (self->file_after == NULL && !same)
    test_trial_complain (self, &test_figures.n_corrupt, "the file has changed");
  if (self->file_after == NULL || (same && !done))
    return;
  found = test_fault_desk_dump_file (test_figures.desk, &error);
  if (found == NULL)
    test_trial_complain (self, &test_figures.n_corrupt, "the file can’t be opened: %s", error->message);
  else if (!g_str_equal (found, self->file_after))
    test_trial_complain (self, &test_figures.n_lost, "the file is neither as before nor as after");
}

static void
check_indexes (TestTrial *self)
{
  g_autofree char *wrong = test_fault_desk_check_indexes (test_figures.desk);

  if (wrong != NULL)
    test_trial_complain (self, &test_figures.n_corrupt, "the indexes don’t fit: %s", wrong);
}

/* The document, opened by the next program. */
static void
check_opened (TestTrial *self,
              gboolean   done)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  TlStore *store = test_fault_desk_open (test_figures.desk, TL_STORE_ORIGIN_FILE, &error);

  if (store != NULL)
    {
      found = test_fault_desk_dump (store, &error);
      test_store_close (store);
    }
  if (found == NULL)
    test_trial_complain (self, &test_figures.n_corrupt, "it can’t be opened any more: %s", error->message);
  else if (!g_str_equal (found, self->after) && (done || !g_str_equal (found, self->before)))
    test_trial_complain (self, &test_figures.n_lost, "what was kept isn’t there");
  if (self->run.operation->rests)
    check_indexes (self);
  /* One that was untitled when everything ended isn't that of the file. */
  if (test_desk_count_copies (test_figures.desk->desk) > (self->run.operation->origin == TL_STORE_ORIGIN_FILE ? 1 : 2))
    test_trial_complain (self, &test_figures.n_unclear, "%u working copies are left",
                         test_desk_count_copies (test_figures.desk->desk));
}

void
test_trial_check_left (TestTrial *self,
                       gboolean   done)
{
  if (g_file_test (test_figures.desk->document, G_FILE_TEST_EXISTS))
    check_opened (self, done);
  else if (self->run.operation->saves && !test_fault_desk_has_copy (test_figures.desk, self->before))
    test_trial_complain (self, &test_figures.n_lost, "neither a file nor a working copy is there");
}

/* What failed has not happened, and happens when it is asked for again. */
static gboolean
try_again (TestTrial *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  if (self->run.store != NULL)
    {
      found = test_fault_desk_dump (self->run.store, &error);
      /* Somebody else's changes may have come before they couldn't be saved. */
      if (g_strcmp0 (found, self->before) != 0
          && (!self->run.operation->saves || g_strcmp0 (found, self->after) != 0))
        test_trial_complain (self, &test_figures.n_lost, "something has happened although it failed: %s",
                             error != NULL ? error->message : "it is different");
      g_clear_error (&error);
      g_clear_pointer (&found, g_free);
    }
  if (!self->run.operation->act (&self->run, &error))
    {
      test_trial_complain (self, &test_figures.n_unclear, "it fails again: %s", error->message);
      return FALSE;
    }
  if (self->run.store != NULL)
    found = test_fault_desk_dump (self->run.store, &error);
  if (self->run.store != NULL && g_strcmp0 (found, self->after) != 0)
    test_trial_complain (self, &test_figures.n_lost, "done again it is different");
  check_file (self, TRUE);
  return TRUE;
}

void
test_trial_run (TestTrial *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done, done_again;

  test_trial_begin (self);
  test_fault_arm (self->fault);
  done = self->run.operation->act (&self->run, &error);
  if (self->strike == TEST_STRIKE_TO_THE_END)
    test_trial_end (self);
  test_fault_disarm ();
  if (test_fault_count_struck () == 0)
    {
      test_trial_end (self);
      return;
    }

  test_figures.n_runs++;
  test_figures.n_struck += test_fault_count_struck ();
  test_figures.n_told += !done;
  if (test_fault_count_own () > 0)
    test_trial_complain (self, &test_figures.n_unclear, "the thread that asked waited itself");
  if (!done)
    test_trial_check_error (self, error);
  else
    check_shown (self);
  test_fault_desk_keep (test_figures.desk, CRASHED);
  check_file (self, done);
  done_again = !done && self->strike != TEST_STRIKE_TO_THE_END && try_again (self);
  test_trial_end (self);
  test_trial_check_left (self, done || done_again);
  test_fault_desk_restore (test_figures.desk, CRASHED);
  test_trial_check_left (self, done);
}

void
test_trial_init (TestTrial           *self,
                 const TestOperation *operation)
{
  if (test_figures.desk == NULL)
    {
      test_figures.desk = test_fault_desk_new ();
      test_fault_set_folder (test_figures.desk->desk->folder);
    }
  *self = (TestTrial) { .run = { .operation = operation, .desk = test_figures.desk } };
}

void
test_trial_clear (TestTrial *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self->file_before);
  g_free (self->file_after);
}

/* Tells what was tried. Returns whether anything was: calls that can't be made to fail here prove nothing. */
gboolean
test_trial_report (void)
{
  g_clear_pointer (&test_figures.desk, test_fault_desk_free);
  g_print ("%u points, %u faults brought about (%u calls failed, %u faults told to the person); "
           "lost %u, corrupt %u, unclear %u\n",
           test_figures.n_points, test_figures.n_runs, test_figures.n_struck, test_figures.n_told, test_figures.n_lost,
           test_figures.n_corrupt, test_figures.n_unclear);
  return test_figures.n_runs > 0;
}
