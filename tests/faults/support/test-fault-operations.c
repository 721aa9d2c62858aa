/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault-operations.h"

#include "test-asking.h"
#include "test-taking-back.h"

#include "tl-index-rest.h"

/* So many are put in at once, with indexes that rest, that they take many pages; the workbook has fewer before. */
#define ROWS 300

static gboolean
open_store (TestRun  *run,
            GError  **error)
{
  g_autoptr (TlSnapshot) snapshot = NULL;

  if (run->store == NULL)
    run->store = test_fault_desk_open (run->desk, run->operation->origin, error);
  if (run->store != NULL)
    snapshot = test_store_try_load (run->store, error);
  return snapshot != NULL;
}

static gboolean
load (TestRun  *run,
      GError  **error)
{
  g_autoptr (TlSnapshot) snapshot = test_store_try_load (run->store, error);

  return snapshot != NULL;
}

static gboolean
verify (TestRun  *run,
        GError  **error)
{
  g_autoptr (TlVerification) found = test_store_try_verify (run->store, error);

  /* A disk that can't be read is no proof against the workbook. */
  if (found != NULL && found->fault != NULL)
    g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, found->fault);
  return found != NULL && found->fault == NULL;
}

static gboolean
list (TestRun  *run,
      GError  **error)
{
  return test_store_try_list (run->store, error);
}

static gboolean
read_recorded (TestRun  *run,
               GError  **error)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load_recorded (run->store, tl_store_get_recorded (run->store), error);

  return snapshot != NULL;
}

static gboolean
apply (TestRun   *run,
       TlChange  *change,
       GError   **error)
{
  g_autoptr (TlChange) applied = test_store_try (run->store, change, error);

  return applied != NULL;
}

/* Whoever asks knows the risk from before. */
static TlId
get_risk (TestRun *run)
{
  return *(const TlId *) g_object_get_data (G_OBJECT (run->store), "risk");
}

static void
find_risk (TestRun *run)
{
  TlId risk = test_store_find_risk (run->store);

  g_object_set_data_full (G_OBJECT (run->store), "risk", g_memdup2 (&risk, sizeof risk), g_free);
}

static gboolean
edit (TestRun  *run,
      GError  **error)
{
  g_autoptr (TlChange) change = tl_change_new ("risk.rename");
  TlId risk = get_risk (run);

  tl_change_set_text (change, "risk", &risk, "title", "After");
  return apply (run, change, error);
}

static void
prepare_import (TestRun *run)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (run->store);
  const TlFacts *measure = tl_snapshot_get (snapshot, TL_TABLE_MEASURE, 0);

  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_READING), <, ROWS);
  g_object_set_data_full (G_OBJECT (run->store), "measure", g_memdup2 (&measure->id, sizeof (TlId)), g_free);
  tl_index_rest_set_fewest (ROWS);
}

static gboolean
import (TestRun  *run,
        GError  **error)
{
  g_autoptr (TlChange) change = tl_change_new ("import");
  g_auto (TlValue) measure = TL_VALUE_INIT, date = TL_VALUE_INIT, value = TL_VALUE_INIT;

  tl_value_set_id (&measure, g_object_get_data (G_OBJECT (run->store), "measure"));
  for (guint i = 0; i < ROWS; i++)
    {
      TlId id = tl_id_source_make_id (tl_store_get_ids (run->store));
      g_autofree char *day = g_strdup_printf ("20%02u-%02u-%02u", 10 + i / 100, i % 12 + 1, i % 28 + 1);

      tl_value_set_text (&date, day);
      tl_value_set_real (&value, i);
      g_assert_true (tl_change_pack_row (change, "reading", &id));
      tl_change_pack (change, "reading", "measure", &measure);
      tl_change_pack (change, "reading", "date", &date);
      tl_change_pack (change, "reading", "value", &value);
    }
  return apply (run, change, error);
}

static gboolean
undo (TestRun  *run,
      GError  **error)
{
  return test_store_undo (run->store, error);
}

static void
undo_before (TestRun *run)
{
  g_assert_true (test_store_undo (run->store, NULL));
}

static gboolean
redo (TestRun  *run,
      GError  **error)
{
  return test_store_redo (run->store, error);
}

static gboolean
merge (TestRun  *run,
       GError  **error)
{
  return test_store_try_merge (run->store, run->desk->other, NULL, error);
}

static gboolean
save (TestRun  *run,
      GError  **error)
{
  return test_store_try_save (run->store, run->desk->document, error);
}

static void
add_risk (TestRun *run)
{
  test_store_add_risk (run->store, "R1", "Before");
}

static void
change_file (TestRun *run)
{
  test_fault_desk_change (run->desk);
}

static gboolean
close_store (TestRun  *run,
             GError  **error)
{
  test_store_close (g_steal_pointer (&run->store));
  return TRUE;
}

static const TestOperation operations[] = {
  { "open a new one", TEST_STATE_EMPTY, TL_STORE_ORIGIN_NEW, .opens = TRUE, .act = open_store },
  { "open a file", TEST_STATE_FILES, TL_STORE_ORIGIN_FILE, .opens = TRUE, .act = open_store },
  { "open as a copy", TEST_STATE_FILES, TL_STORE_ORIGIN_COPY, .opens = TRUE, .act = open_store },
  { "open again", TEST_STATE_CLEAN, TL_STORE_ORIGIN_FILE, .opens = TRUE, .act = open_store },
  { "recover", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .opens = TRUE, .act = open_store },
  { "recover beside another's changes", TEST_STATE_KILLED_AND_CHANGED, TL_STORE_ORIGIN_FILE, .opens = TRUE,
    .act = open_store },
  { "load", TEST_STATE_CLEAN, TL_STORE_ORIGIN_FILE, .act = load },
  { "verify", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .act = verify },
  { "list the history", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .act = list },
  { "read as recorded", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .act = read_recorded },
  { "edit", TEST_STATE_CLEAN, TL_STORE_ORIGIN_FILE, .changes = TRUE, .prepare = find_risk, .act = edit },
  { "edit into a long log", TEST_STATE_LONG, TL_STORE_ORIGIN_FILE, .changes = TRUE, .prepare = find_risk, .act = edit },
  { "import many rows", TEST_STATE_CLEAN, TL_STORE_ORIGIN_FILE, .changes = TRUE, .rests = TRUE, .prepare = prepare_import,
    .act = import },
  { "undo", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .changes = TRUE, .act = undo },
  { "redo", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .changes = TRUE, .prepare = undo_before, .act = redo },
  { "merge", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .changes = TRUE, .act = merge },
  { "save", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .changes = TRUE, .saves = TRUE, .act = save },
  { "save a new one", TEST_STATE_EMPTY, TL_STORE_ORIGIN_NEW, .saves = TRUE, .prepare = add_risk, .act = save },
  { "save beside another's changes", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .changes = TRUE, .saves = TRUE, .prepare = change_file,
    .act = save },
  { "close", TEST_STATE_KILLED, TL_STORE_ORIGIN_FILE, .act = close_store },
};

const TestOperation *
test_operations_get (guint *n)
{
  *n = G_N_ELEMENTS (operations);
  return operations;
}
