/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-dump.h"
#include "support/test-folder.h"
#include "support/test-store.h"

#include <string.h>

#include "tl-import-task.h"
#include "tl-progress.h"

/* Long imports tell how far they are, and can be stopped at each stage with nothing half done. */

#define ROWS 2000

typedef struct
{
  /* What was told, by stage. */
  guint times[TL_PROGRESS_STAGE_FINISHING + 1];
  guint rows[TL_PROGRESS_STAGE_FINISHING + 1];
  double fractions[TL_PROGRESS_STAGE_FINISHING + 1];
  /* Where to stop. */
  TlProgressStage stop;
} Watch;

/* On the thread that works. */
static void
watch_cb (TlProgress *progress,
          gpointer    data)
{
  Watch *watch = data;
  TlProgressStage stage = tl_progress_get_stage (progress);

  g_assert_cmpuint (tl_progress_get_rows (progress), >, watch->rows[stage]);
  g_assert_cmpfloat (tl_progress_get_fraction (progress), >=, watch->fractions[stage]);
  g_assert_cmpfloat (tl_progress_get_fraction (progress), <=, 1);
  watch->times[stage]++;
  watch->rows[stage] = tl_progress_get_rows (progress);
  watch->fractions[stage] = tl_progress_get_fraction (progress);
  if (stage == watch->stop)
    g_cancellable_cancel (G_CANCELLABLE (progress));
}

static char *
make_folder (void)
{
  g_autoptr (GString) risks = g_string_new ("Ref,Title\n");

  for (guint i = 1; i <= ROWS; i++)
    g_string_append_printf (risks, "R%u,Missed doses\n", i);
  return test_folder_make ("Risks.csv", risks->str, NULL);
}

static TlImportPlan *
plan (TlStore       *document,
      const char    *folder,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (TlSnapshot) existing = test_store_load (document);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GAsyncResult) result = NULL;

  tl_import_plan_async (existing, file, cancellable, test_keep_cb, &result);
  return tl_import_plan_finish (test_wait_for (&result), error);
}

/* All that an import does, until it is stopped. */
static gboolean
import (TlStore     *document,
        const char  *folder,
        Watch       *watch,
        GError     **error)
{
  g_autoptr (TlProgress) progress = tl_progress_new (watch_cb, watch);
  g_autoptr (TlImportPlan) made = plan (document, folder, G_CANCELLABLE (progress), error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlChange) applied = NULL;

  if (made == NULL)
    return FALSE;
  g_assert_cmpuint (tl_import_plan_get_n_problems (made), ==, 0);
  tl_store_apply_async (document, tl_import_plan_get_change (made, FALSE), G_CANCELLABLE (progress), test_keep_cb, &result);
  applied = tl_store_apply_finish (document, test_wait_for (&result), error);
  return applied != NULL;
}

static void
test_each_stage_is_counted (void)
{
  static const TlProgressStage stages[] = { TL_PROGRESS_STAGE_READING, TL_PROGRESS_STAGE_CHECKING,
                                            TL_PROGRESS_STAGE_COMPARING, TL_PROGRESS_STAGE_WRITING };
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;
  Watch watch = { .stop = TL_PROGRESS_STAGE_NONE };
  TlStore *document = test_store_new (NULL);

  import (document, folder, &watch, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      /* Neither once at the end, nor for every row. */
      g_assert_cmpuint (watch.times[stages[i]], >=, 4);
      g_assert_cmpuint (watch.times[stages[i]], <=, ROWS / 100);
      g_assert_cmpuint (watch.rows[stages[i]], >, ROWS * 3 / 4);
      g_assert_cmpfloat (watch.fractions[stages[i]], >, 0.75);
    }
  test_store_close (document);
  test_folder_remove (folder);
}

static void
test_nothing_is_half_done (void)
{
  static const TlProgressStage stages[] = { TL_PROGRESS_STAGE_READING, TL_PROGRESS_STAGE_CHECKING,
                                            TL_PROGRESS_STAGE_COMPARING, TL_PROGRESS_STAGE_WRITING };
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *folder = make_folder (), *before = NULL, *file = test_desk_make_document (desk);
  g_autofree char *fingerprint = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL, imported = NULL;
  TlStore *document = test_store_open_file (file);
  Watch last = { .stop = TL_PROGRESS_STAGE_NONE };

  snapshot = test_store_load (document);
  before = test_dump (snapshot, TRUE);
  fingerprint = tl_store_get_fingerprint (document);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      Watch watch = { .stop = stages[i] };
      g_autoptr (GError) error = NULL;
      g_autoptr (TlSnapshot) now = NULL;
      g_autofree char *after = NULL, *later = NULL;

      g_assert_false (import (document, folder, &watch, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (watch.times[stages[i]], ==, 1);
      now = test_store_load (document);
      after = test_dump (now, TRUE);
      g_assert_cmpstr (after, ==, before);
      later = tl_store_get_fingerprint (document);
      g_assert_cmpstr (later, ==, fingerprint);
    }

  /* What was stopped can be done after all. */
  g_assert_true (import (document, folder, &last, NULL));
  imported = test_store_load (document);
  g_assert_cmpuint (tl_snapshot_count (imported, TL_TABLE_RISK), ==, ROWS);
  test_store_close (document);
  test_folder_remove (folder);
}

static void
test_words (void)
{
  g_autoptr (TlProgress) progress = tl_progress_new (NULL, NULL);
  GCancellable *cancellable = G_CANCELLABLE (progress);
  g_autofree char *reading = NULL, *checking = NULL;

  g_assert_null (tl_progress_to_text (progress));
  g_assert_cmpfloat (tl_progress_get_fraction (progress), <, 0);
  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_READING, 200);
  tl_progress_add_bytes (cancellable, 50);
  g_assert_true (tl_progress_step (cancellable, NULL));
  reading = tl_progress_to_text (progress);
  g_assert_cmpstr (reading, ==, "Reading: 1 row");
  g_assert_cmpfloat (tl_progress_get_fraction (progress), ==, 0.25);
  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_CHECKING, 8);
  g_assert_true (tl_progress_step (cancellable, NULL) && tl_progress_step (cancellable, NULL));
  checking = tl_progress_to_text (progress);
  g_assert_cmpstr (checking, ==, "Checking: 2 of 8 rows");
  g_assert_cmpfloat (tl_progress_get_fraction (progress), ==, 0.25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/each-stage-is-counted", test_each_stage_is_counted);
  g_test_add_func ("/progress/nothing-is-half-done", test_nothing_is_half_done);
  g_test_add_func ("/progress/words", test_words);
  return g_test_run ();
}
