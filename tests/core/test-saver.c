/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-saver.h"

/* When a document is saved and what is said of it, by a clock that only this test moves. */

typedef struct
{
  guint id;
  gint64 due;
  GSourceOnceFunc call;
  gpointer data;
} Call;

typedef struct
{
  TlClock clock;
  gint64 now;
  guint last_id;
  GArray *calls;
} TestClock;

static gint64
get_time (gpointer data)
{
  return ((TestClock *) data)->now * 1000;
}

static guint
call_later (gpointer        data,
            guint           milliseconds,
            GSourceOnceFunc call,
            gpointer        call_data)
{
  TestClock *self = data;
  Call made = { ++self->last_id, self->now + milliseconds, call, call_data };

  g_array_append_val (self->calls, made);
  return made.id;
}

static void
forget (gpointer data,
        guint    id)
{
  TestClock *self = data;

  for (guint i = 0; i < self->calls->len; i++)
    {
      if (g_array_index (self->calls, Call, i).id == id)
        {
          g_array_remove_index (self->calls, i);
          return;
        }
    }
  g_error ("There is no call %u", id);
}

/* Milliseconds until the next call, -1 when none is waited for. */
static gint64
get_wait (TestClock *self)
{
  gint64 wait = -1;

  for (guint i = 0; i < self->calls->len; i++)
    {
      gint64 one = g_array_index (self->calls, Call, i).due - self->now;

      wait = wait < 0 ? one : MIN (wait, one);
    }
  return wait;
}

/* Lets time pass until the next call. */
static void
pass (TestClock *self)
{
  gint64 wait = get_wait (self);

  g_assert_cmpint (wait, >=, 0);
  self->now += wait;
  for (guint i = 0; i < self->calls->len; i++)
    {
      Call call = g_array_index (self->calls, Call, i);

      if (call.due <= self->now)
        {
          g_array_remove_index (self->calls, i);
          call.call (call.data);
          return;
        }
    }
}

typedef struct
{
  TestDesk *desk;
  char *folder;
  char *path;
  TlStore *store;
  TestClock clock;
  TlSaver *saver;
} Fixture;

static void
open_it (Fixture *self)
{
  self->store = test_store_open_file (self->path);
  self->saver = tl_saver_new_with_clock (self->store, TL_SAVER_QUIET_TIME, &self->clock.clock);
}

static void
close_it (Fixture *self)
{
  g_assert_finalize_object (g_steal_pointer (&self->saver));
  g_assert_cmpuint (self->clock.calls->len, ==, 0);
  test_store_close (g_steal_pointer (&self->store));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *made = NULL;

  self->desk = test_desk_new ();
  self->folder = test_desk_path (self->desk, "share");
  self->path = g_build_filename (self->folder, "a.throughline", NULL);
  made = test_desk_make_document (self->desk);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (made, self->path), ==, 0);
  self->clock = (TestClock) { { get_time, call_later, forget, &self->clock }, 1000, 0,
                              g_array_new (FALSE, FALSE, sizeof (Call)) };
  open_it (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  close_it (self);
  g_array_unref (self->clock.calls);
  g_free (self->folder);
  g_free (self->path);
  test_desk_free (self->desk);
}

static void
assert_state (Fixture      *self,
              TlSavedState  state)
{
  g_assert_cmpint (tl_saver_get_state (self->saver), ==, state);
}

static void
wait_while (Fixture      *self,
            TlSavedState  state)
{
  while (tl_saver_get_state (self->saver) == state)
    g_main_context_iteration (NULL, TRUE);
}

/* Until a saving that changes nothing to be seen has ended, as one that fails again, or that only looks. */
static void
wait_for_next_call (Fixture *self)
{
  while (get_wait (&self->clock) < 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_saves_after_a_quiet_time (Fixture       *self,
                               gconstpointer  data)
{
  assert_state (self, TL_SAVED_STATE_SAVED);
  g_assert_cmpint (get_wait (&self->clock), ==, -1);
  test_store_rename_first (self->store, "Falls at night");
  assert_state (self, TL_SAVED_STATE_UNSAVED);
  g_assert_cmpint (get_wait (&self->clock), ==, TL_SAVER_QUIET_TIME);

  /* Another change begins the quiet time anew. */
  self->clock.now += 3000;
  test_store_rename_first (self->store, "Falls by day");
  g_assert_cmpint (get_wait (&self->clock), ==, TL_SAVER_QUIET_TIME);
  pass (&self->clock);
  assert_state (self, TL_SAVED_STATE_SAVING);
  wait_while (self, TL_SAVED_STATE_SAVING);
  assert_state (self, TL_SAVED_STATE_SAVED);
  g_assert_null (tl_saver_get_problem (self->saver));
  g_assert_cmpint (get_wait (&self->clock), ==, -1);
  test_store_check_title (self->path, "R1", "Falls by day");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A folder that isn't there for a while, as a network drive: less and less often, never not at all, and by itself. */
static void
test_goes_on_trying (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *away = test_desk_path (self->desk, "away");
  guint n_told = 0;
  gulong told;
  gint64 last = 0;

  test_store_rename_first (self->store, "Falls at night");
  g_assert_cmpint (g_rename (self->folder, away), ==, 0);
  pass (&self->clock);
  wait_while (self, TL_SAVED_STATE_SAVING);
  assert_state (self, TL_SAVED_STATE_CANT_SAVE);
  g_assert_cmpstr (tl_saver_get_reason (self->saver), ==, "the file isn’t there any more");
  g_assert_nonnull (strstr (tl_saver_get_problem (self->saver), "Your changes are kept on this computer"));
  g_assert_cmpint (get_wait (&self->clock), ==, TL_SAVER_FIRST_RETRY);

  told = g_signal_connect_swapped (self->saver, "notify", G_CALLBACK (count_cb), &n_told);
  for (guint i = 0; i < 12; i++)
    {
      gint64 wait = get_wait (&self->clock);

      g_assert_cmpint (wait, >=, last);
      g_assert_cmpint (wait, <=, TL_SAVER_LONGEST_RETRY);
      last = wait;
      pass (&self->clock);
      wait_for_next_call (self);
      assert_state (self, TL_SAVED_STATE_CANT_SAVE);
    }
  g_assert_cmpint (last, ==, TL_SAVER_LONGEST_RETRY);
  /* Nothing was told again and again, and an edit meanwhile doesn't make it more. */
  g_assert_cmpuint (n_told, ==, 0);
  test_store_rename_first (self->store, "Falls by day");
  g_assert_cmpint (get_wait (&self->clock), ==, TL_SAVER_LONGEST_RETRY);

  g_assert_cmpint (g_rename (away, self->folder), ==, 0);
  pass (&self->clock);
  wait_while (self, TL_SAVED_STATE_CANT_SAVE);
  assert_state (self, TL_SAVED_STATE_SAVED);
  g_assert_null (tl_saver_get_problem (self->saver));
  g_assert_null (tl_saver_get_reason (self->saver));
  g_assert_cmpuint (n_told, >, 0);
  g_signal_handler_disconnect (self->saver, told);
  test_store_check_title (self->path, "R1", "Falls by day");

  /* The next trouble begins with the first waiting again. */
  test_store_rename_first (self->store, "Falls in the hall");
  g_assert_cmpint (g_rename (self->folder, away), ==, 0);
  pass (&self->clock);
  wait_while (self, TL_SAVED_STATE_SAVING);
  g_assert_cmpint (get_wait (&self->clock), ==, TL_SAVER_FIRST_RETRY);

  /* Closed now, nothing is lost: the next start goes on, and goes on trying. */
  close_it (self);
  g_assert_cmpint (g_rename (away, self->folder), ==, 0);
  open_it (self);
  assert_state (self, TL_SAVED_STATE_UNSAVED);
  pass (&self->clock);
  wait_while (self, TL_SAVED_STATE_UNSAVED);
  wait_while (self, TL_SAVED_STATE_SAVING);
  test_store_check_title (self->path, "R1", "Falls in the hall");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_saver_save_finish (TL_SAVER (source), result, &error));
  *(gboolean *) user_data = TRUE;
}

/* Choosing a bad place in a dialog doesn't mean that the document can't be saved where it is. */
static void
test_another_place_is_another_matter (Fixture       *self,
                                      gconstpointer  data)
{
  g_autoptr (GFile) elsewhere = g_file_new_for_path ("/sys/a.throughline");
  gboolean done = FALSE;

  tl_saver_save_async (self->saver, elsewhere, NULL, saved_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  assert_state (self, TL_SAVED_STATE_SAVED);
  g_assert_null (tl_saver_get_problem (self->saver));
  g_assert_cmpint (get_wait (&self->clock), ==, -1);
}

static void
save_theirs (Fixture    *self,
             const char *ref)
{
  g_autofree char *before = g_strdup (tl_store_get_folder ());
  g_autoptr (TestDesk) elsewhere = test_desk_new ();
  TlStore *theirs = test_store_open_file (self->path);

  test_store_add_risk (theirs, ref, "Late calls");
  test_store_save (theirs, NULL);
  test_store_close (theirs);
  tl_store_set_folder (before);
}

static guint
count_risks (Fixture *self)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (self->store);

  return tl_snapshot_count (snapshot, TL_TABLE_RISK);
}

/* A synchronised folder brings the other desk's copies in its own time, and nobody here has to edit for that. */
static void
test_looks_again_after_a_merge (Fixture       *self,
                                gconstpointer  data)
{
  test_store_rename_first (self->store, "Falls at night");
  save_theirs (self, "R2");
  pass (&self->clock);
  wait_while (self, TL_SAVED_STATE_SAVING);
  assert_state (self, TL_SAVED_STATE_SAVED);
  g_assert_cmpuint (count_risks (self), ==, 2);
  g_assert_cmpint (get_wait (&self->clock), ==, TL_SAVER_LOOK_AGAIN);

  save_theirs (self, "R3");
  pass (&self->clock);
  wait_for_next_call (self);
  g_assert_cmpuint (count_risks (self), ==, 3);
  g_assert_cmpint (get_wait (&self->clock), ==, TL_SAVER_LOOK_AGAIN);

  /* Nothing came: that was all. */
  pass (&self->clock);
  wait_while (self, TL_SAVED_STATE_SAVING);
  assert_state (self, TL_SAVED_STATE_SAVED);
  g_assert_cmpint (get_wait (&self->clock), ==, -1);
  test_store_check_title (self->path, "R1", "Falls at night");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/saver/quiet-time", test_saves_after_a_quiet_time);
  ADD ("/saver/goes-on-trying", test_goes_on_trying);
  ADD ("/saver/another-place", test_another_place_is_another_matter);
  ADD ("/saver/looks-again", test_looks_again_after_a_merge);
  return g_test_run ();
}
