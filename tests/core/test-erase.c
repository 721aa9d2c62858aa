/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-filled.h"
#include "support/test-store.h"
#include "support/test-taking-back.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tl-change-body.h"
#include "tl-erase-text.h"
#include "tl-store-backup.h"
#include "tl-store-erase.h"
#include "tl-store-history.h"
#include "tl-store-merge.h"

#define DAY(n) (1767225600000 + (gint64) (n) * 86400000)

static gboolean
try_erase (TlStore    *store,
           TlErasure  *erasure,
           GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_erase_async (store, erasure, NULL, NULL, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  return tl_store_erase_finish (store, result, error);
}

static void
erase (TlStore   *store,
       TlErasure *erasure)
{
  g_autoptr (GError) error = NULL;

  try_erase (store, erasure, &error);
  g_assert_no_error (error);
}

static void
erase_field (TlStore    *store,
             const char *table,
             const TlId *row,
             const char *column)
{
  g_autoptr (TlErasure) erasure = tl_erasure_new ();

  g_assert_true (tl_erasure_add_field (erasure, table, row, column));
  erase (store, erasure);
}

static GPtrArray *
find_text (TlStore    *store,
           const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  tl_store_find_text_async (store, text, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  found = tl_store_find_text_finish (store, result, &error);
  g_assert_no_error (error);
  return found;
}

static TlMergeResult *
merge (TlStore    *store,
       const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlMergeResult *merged;

  tl_store_merge_async (store, file, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  merged = tl_store_merge_finish (store, result, &error);
  g_assert_no_error (error);
  return merged;
}

/* Every byte of a file, and every change's body in it, which is compressed there. */
static gboolean
has_bytes (const char *path,
           const char *text)
{
  g_autofree char *content = NULL;
  gsize length;
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean found;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  found = memmem (content, length, text, strlen (text)) != NULL;
  if (length < 100 || memcmp (content, "SQLite format 3", 15) != 0)
    return found;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT body FROM change", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (GBytes) compressed =
        g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
      g_autoptr (GBytes) body = tl_change_body_decompress (compressed, NULL);

      g_assert_nonnull (body);
      found |= g_bytes_get_size (body) > 0
               && memmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), text, strlen (text)) != NULL;
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return found;
}

/* Every file below a folder: documents, working copies, their logs, backups. */
static guint
count_files_with (const char *folder,
                  const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_files_with (path, text);
      else
        n += has_bytes (path, text);
    }
  return n;
}

static TlVerification *
verify (const char *path)
{
  g_autoptr (GError) error = NULL;
  TlVerification *result = tl_verify_path (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
check_holds (const char *path,
             guint       n_erased)
{
  g_autoptr (TlVerification) result = verify (path);

  g_assert_cmpstr (result->fault, ==, NULL);
  g_assert_cmpuint (result->n_erased, ==, n_erased);
}

static TlStore *
open_at (TlStoreOrigin  origin,
         const char    *path,
         const char    *seed,
         gint64         time)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded (seed, time);
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open (origin, path, ids, &error);

  g_assert_no_error (error);
  return store;
}

static void
set_text (TlStore    *store,
          const char *table,
          const TlId *row,
          const char *column,
          const char *text)
{
  g_autoptr (TlChange) change = tl_change_new ("test");

  tl_change_set_text (change, table, row, column, text);
  test_store_apply (store, change);
}

static TlId
add_person (TlStore    *store,
            const char *name)
{
  TlId row = tl_id_source_make_id (tl_store_get_ids (store));
  g_autoptr (TlChange) change = tl_change_new ("test");

  tl_change_add_row (change, "person", &row);
  tl_change_set_text (change, "person", &row, "name", name);
  tl_change_set_text (change, "person", &row, "role", "Deputy manager");
  test_store_apply (store, change);
  return row;
}

/* Of a person's name, with all that it ever was, no byte stays: not in the document, the working copy or its log. */
static void
test_nothing_is_left (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = open_at (TL_STORE_ORIGIN_NEW, NULL, "a", DAY (0));
  TlId reading, person, other;

  test_fill (store, &reading);
  person = add_person (store, "Zebedee Quillfeather");
  other = add_person (store, "Ola Brightwater");
  set_text (store, "person", &person, "name", "Zebedee Quillfeather-Marsh");
  set_text (store, "person", &other, "role", "Night lead");
  test_store_save (store, path);
  g_assert_cmpuint (count_files_with (desk->folder, "Quillfeather"), >=, 2);

  erase_field (store, "person", &person, "name");
  test_store_save (store, path);
  g_assert_cmpuint (count_files_with (desk->folder, "Quillfeather"), ==, 0);
  g_assert_cmpuint (count_files_with (desk->folder, "Zebedee"), ==, 0);
  g_assert_true (has_bytes (path, "Ola Brightwater"));
  g_assert_true (has_bytes (path, TL_ERASED_TEXT));
  check_holds (path, 2);
  test_store_close (store);
  g_assert_cmpuint (count_files_with (desk->folder, "Zebedee"), ==, 0);

  /* And it is still a workbook that opens, from which nobody is missing. */
  store = test_store_open_file (path);
  {
    g_autoptr (TlSnapshot) snapshot = test_store_load (store);

    g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_PERSON), ==, 3);
  }
  test_store_close (store);
}

/* A text that needn't be there is empty afterwards; a row that has gone is erased from the history too. */
static void
test_what_has_gone_is_erased_too (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = open_at (TL_STORE_ORIGIN_NEW, NULL, "a", DAY (0));
  g_autoptr (TlChange) gone = tl_change_new ("test");
  g_autoptr (TlChange) back = tl_change_new ("test");
  TlId reading, risk = test_fill (store, &reading), person = add_person (store, "Zebedee Quillfeather");

  set_text (store, "risk", &risk, "root_cause", "Quillfeather was away");
  tl_change_remove_row (gone, "person", &person);
  test_store_apply (store, gone);
  erase_field (store, "person", &person, "name");
  erase_field (store, "risk", &risk, "root_cause");
  test_store_save (store, path);
  g_assert_cmpuint (count_files_with (desk->folder, "Quillfeather"), ==, 0);
  check_holds (path, 2);

  tl_change_add_row (back, "person", &person);
  test_store_apply (store, back);
  {
    g_autoptr (TlSnapshot) snapshot = test_store_load (store);
    const TlRiskFacts *facts = tl_snapshot_get (snapshot, TL_TABLE_RISK, 0);
    const TlPersonFacts *last = tl_snapshot_find (snapshot, TL_TABLE_PERSON, &person);

    g_assert_null (facts->root_cause);
    g_assert_cmpstr (last->name, ==, TL_ERASED_TEXT);
    g_assert_cmpstr (last->role, ==, "Deputy manager");
  }
  test_store_close (store);
}

/* A name is cut out of a text; what a text said before goes without what it says now. */
static void
test_a_part_and_what_was_before (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = open_at (TL_STORE_ORIGIN_NEW, NULL, "a", DAY (0));
  g_autoptr (TlErasure) erasure = tl_erasure_new ();
  TlId reading, risk = test_fill (store, &reading);

  set_text (store, "risk", &risk, "root_cause", "Rota by Zebedee Quillfeather, then by ZEBEDEE QUILLFEATHER alone");
  set_text (store, "risk", &risk, "baseline_issue", "Mrs Umberlow missed a dose");
  set_text (store, "risk", &risk, "baseline_issue", "A person missed a dose");
  tl_erasure_add_part (erasure, "risk", &risk, "root_cause", "Zebedee Quillfeather");
  tl_erasure_add_earlier (erasure, "risk", &risk, "baseline_issue", "A person missed a dose");
  erase (store, erasure);
  test_store_save (store, path);
  g_assert_cmpuint (count_files_with (desk->folder, "Umberlow"), ==, 0);
  g_assert_cmpuint (count_files_with (desk->folder, "Quillfeather"), ==, 0);
  g_assert_cmpuint (count_files_with (desk->folder, "QUILLFEATHER"), ==, 0);
  check_holds (path, 3);
  {
    g_autoptr (TlSnapshot) snapshot = test_store_load (store);
    const TlRiskFacts *facts = tl_snapshot_get (snapshot, TL_TABLE_RISK, 0);

    g_assert_cmpstr (facts->root_cause, ==, "Rota by [erased], then by [erased] alone");
    g_assert_cmpstr (facts->baseline_issue, ==, "A person missed a dose");
  }
  test_store_close (store);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}

/* Erasing opens no door: a body that isn't what the erasure left is still told, and so is a false list. */
static void
test_what_is_altered_after_erasing_is_told (void)
{
  static const char * const alterations[] = {
    "UPDATE change SET body = (SELECT body FROM change WHERE kind = 'create') WHERE id = (SELECT change FROM erased_change)",
    "UPDATE change SET body = (SELECT body FROM change WHERE kind = 'create') WHERE kind = 'erase'",
    "UPDATE change SET salt = randomblob (16) WHERE id = (SELECT change FROM erased_change)",
    "UPDATE erased_change SET digest = randomblob (32)",
    "UPDATE erased_change SET erasure = change",
    "DELETE FROM erased_change",
    "INSERT INTO erased_change (change, erasure, digest) SELECT id, id, digest FROM change WHERE kind = 'create'",
    "UPDATE person SET name = 'Another' WHERE name = '[erased]'",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autofree char *path = test_desk_path (desk, "a.throughline");
      TlStore *store = open_at (TL_STORE_ORIGIN_NEW, NULL, "a", DAY (0));
      TlId person = add_person (store, "Zebedee Quillfeather");
      g_autoptr (TlVerification) result = NULL;

      erase_field (store, "person", &person, "name");
      test_store_save (store, path);
      test_store_close (store);
      check_holds (path, 1);
      run_sql (path, alterations[i]);
      result = verify (path);
      if (result->fault == NULL)
        g_error ("“%s” isn't told", alterations[i]);
    }
}

/* The history says who erased, what was erased it doesn't; and neither the erasure nor what it touched is taken back. */
static void
test_the_history_says_erased (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = open_at (TL_STORE_ORIGIN_NEW, NULL, "a", DAY (0));
  TlId person = add_person (store, "Zebedee Quillfeather");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) erasure_error = NULL, change_error = NULL;
  TlHistoryQuery query = { .most = 10 };
  TlHistoryEntry *latest, *before;

  set_text (store, "person", &person, "name", "Zeb Quillfeather");
  erase_field (store, "person", &person, "name");
  entries = test_store_list_history (store, &query);
  latest = g_ptr_array_index (entries, 0);
  before = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (tl_history_entry_get_what (latest), ==, "erased Name of [erased] for good");
  g_assert_cmpstr (tl_history_entry_get_what (before), ==, "set Name of [erased] to what has been erased");
  g_assert_false (tl_history_entry_get_can_take_back (latest));
  g_assert_false (tl_history_entry_get_can_take_back (before));

  g_assert_false (test_store_take_back (store, tl_history_entry_get_id (latest), &erasure_error));
  g_assert_nonnull (strstr (erasure_error->message, "can’t be brought back"));
  g_assert_false (test_store_take_back (store, tl_history_entry_get_id (before), &change_error));
  g_assert_nonnull (strstr (change_error->message, "was erased for good, so it can’t be taken back"));
  test_store_close (store);
}

/* Somebody who made changes has a right too; their changes stay theirs, without a name. */
static void
test_whoever_made_changes_is_forgotten (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlId zebedee = { { 1 } }, ola = { { 2 } };
  g_autoptr (TlIdSource) first = tl_id_source_new (&zebedee, "Zebedee Quillfeather");
  g_autoptr (TlIdSource) second = tl_id_source_new (&ola, "Ola Brightwater");
  g_autoptr (TlErasure) erasure = tl_erasure_new ();
  g_autoptr (GPtrArray) found = NULL;
  TlStore *store = test_store_open (TL_STORE_ORIGIN_NEW, NULL, first, NULL);

  test_store_add_risk (store, "R1", "Falls");
  test_store_save (store, path);
  test_store_close (store);
  store = test_store_open (TL_STORE_ORIGIN_FILE, path, second, NULL);
  found = find_text (store, "quillfeather");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_null (((TlTextFound *) g_ptr_array_index (found, 0))->table);
  tl_erasure_add_actor (erasure, &((TlTextFound *) g_ptr_array_index (found, 0))->row);
  erase (store, erasure);
  test_store_save (store, path);
  test_store_close (store);
  g_assert_cmpuint (count_files_with (desk->folder, "Quillfeather"), ==, 0);
  check_holds (path, 0);
}

/* Where a name occurs is offered with the place that people know it by, what says it now before what only once did. */
static void
test_where_a_name_occurs (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = open_at (TL_STORE_ORIGIN_NEW, NULL, "a", DAY (0));
  TlId reading, risk = test_fill (store, &reading);
  g_autoptr (GPtrArray) found = NULL;
  const TlTextFound *entry;

  set_text (store, "risk", &risk, "baseline_issue", "Said by priya nair in June");
  set_text (store, "risk", &risk, "baseline_issue", "Said by the manager in June");
  set_text (store, "risk", &risk, "root_cause", "Priya Nairn isn’t who is meant");
  set_text (store, "risk", &risk, "immediate_control", "Priya Nair looks daily");
  found = find_text (store, "Priya Nair");
  g_assert_cmpuint (found->len, ==, 3);
  entry = g_ptr_array_index (found, 0);
  g_assert_cmpstr (entry->table, ==, "person");
  g_assert_true (entry->now);
  entry = g_ptr_array_index (found, 1);
  g_assert_cmpstr (entry->column, ==, "immediate_control");
  g_assert_cmpstr (entry->text, ==, "Priya Nair looks daily");
  entry = g_ptr_array_index (found, 2);
  g_assert_cmpstr (entry->column, ==, "baseline_issue");
  g_assert_false (entry->now);
  g_assert_cmpstr (entry->text, ==, "Said by priya nair in June");
  test_store_close (store);
}

typedef struct
{
  TestDesk *desk;
  char *our_path;
  char *their_path;
  TlStore *ours;
  TlStore *theirs;
  TlId person;
  TlId risk;
} Pair;

/* Two copies of a workbook in which Zebedee Quillfeather is named. */
static void
set_up (Pair          *self,
        gconstpointer  data)
{
  g_autofree char *content = NULL;
  gsize length;
  TlId reading;
  TlStore *base;

  self->desk = test_desk_new ();
  self->our_path = test_desk_path (self->desk, "ours.throughline");
  self->their_path = test_desk_path (self->desk, "theirs.throughline");
  base = open_at (TL_STORE_ORIGIN_NEW, NULL, "base", DAY (0));
  self->risk = test_fill (base, &reading);
  self->person = add_person (base, "Zebedee Quillfeather");
  set_text (base, "risk", &self->risk, "baseline_issue", "Zebedee Quillfeather and Mrs Umberlow");
  test_store_save (base, self->our_path);
  test_store_close (base);
  g_assert_true (g_file_get_contents (self->our_path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (self->their_path, content, (gssize) length, NULL));
  self->ours = open_at (TL_STORE_ORIGIN_FILE, self->our_path, "ours", DAY (1));
  self->theirs = open_at (TL_STORE_ORIGIN_FILE, self->their_path, "theirs", DAY (2));
}

static void
tear_down (Pair          *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->ours, test_store_close);
  g_clear_pointer (&self->theirs, test_store_close);
  g_free (self->our_path);
  g_free (self->their_path);
  test_desk_free (self->desk);
}

/* Each takes in what the other had before; both end the same, hold, and have nothing left of what is named. */
static guint
merge_both (Pair       *self,
            const char *first_gone,
            const char *second_gone)
{
  g_autofree char *before = test_desk_path (self->desk, "before.throughline");
  g_autofree char *content = NULL, *one = NULL, *other = NULL;
  g_autoptr (TlMergeResult) to_ours = NULL, to_theirs = NULL;
  g_autoptr (TlVerification) found = NULL, other_found = NULL;
  gsize length;
  guint n;

  test_store_save (self->ours, NULL);
  test_store_save (self->theirs, NULL);
  g_assert_true (g_file_get_contents (self->our_path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (before, content, (gssize) length, NULL));
  to_ours = merge (self->ours, self->their_path);
  to_theirs = merge (self->theirs, before);
  g_unlink (before);
  one = tl_store_get_fingerprint (self->ours);
  other = tl_store_get_fingerprint (self->theirs);
  g_assert_cmpstr (one, ==, other);
  test_store_save (self->ours, NULL);
  test_store_save (self->theirs, NULL);
  found = verify (self->our_path);
  other_found = verify (self->their_path);
  g_assert_cmpstr (found->fault, ==, NULL);
  g_assert_cmpstr (other_found->fault, ==, NULL);
  g_assert_cmpuint (found->n_erased, ==, other_found->n_erased);
  g_assert_cmpuint (count_files_with (self->desk->folder, first_gone), ==, 0);
  if (second_gone != NULL)
    g_assert_cmpuint (count_files_with (self->desk->folder, second_gone), ==, 0);
  g_assert_cmpuint (to_ours->n_conflicts, ==, to_theirs->n_conflicts);
  n = to_ours->n_conflicts;
  return n;
}

static const char *
get_name (Pair    *self,
          TlStore *store)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);
  const TlPersonFacts *person = tl_snapshot_find (snapshot, TL_TABLE_PERSON, &self->person);

  return g_intern_string (person->name);
}

/* A copy that only lies there, and one that went on elsewhere. */
static void
test_another_copy_follows (Pair          *self,
                           gconstpointer  data)
{
  erase_field (self->ours, "person", &self->person, "name");
  if (data != NULL)
    test_store_add_risk (self->theirs, "R2", "Falls");
  else
    {
      g_autoptr (TlErasure) erasure = tl_erasure_new ();

      tl_erasure_add_part (erasure, "risk", &self->risk, "baseline_issue", "Zebedee Quillfeather");
      erase (self->ours, erasure);
    }
  if (data != NULL)
    erase_field (self->ours, "risk", &self->risk, "baseline_issue");
  merge_both (self, "Quillfeather", NULL);
  g_assert_cmpstr (get_name (self, self->ours), ==, TL_ERASED_TEXT);
  g_assert_cmpstr (get_name (self, self->theirs), ==, TL_ERASED_TEXT);
}

/* Whoever changed the name elsewhere, not knowing, keeps what they made of it, but not what it was; it is a conflict. */
static void
test_a_later_value_stays (Pair          *self,
                          gconstpointer  data)
{
  erase_field (self->ours, "person", &self->person, "name");
  erase_field (self->ours, "risk", &self->risk, "baseline_issue");
  set_text (self->theirs, "person", &self->person, "name", "Zed Marsh");
  set_text (self->theirs, "person", &self->person, "role", "Registered manager");
  g_assert_cmpuint (merge_both (self, "Quillfeather", NULL), ==, 1);
  g_assert_cmpstr (get_name (self, self->ours), ==, "Zed Marsh");
  g_assert_cmpstr (get_name (self, self->theirs), ==, "Zed Marsh");
}

/* Whoever set it anew elsewhere to what was erased only repeated it. */
static void
test_a_repeated_value_goes (Pair          *self,
                            gconstpointer  data)
{
  erase_field (self->ours, "person", &self->person, "name");
  erase_field (self->ours, "risk", &self->risk, "baseline_issue");
  set_text (self->theirs, "person", &self->person, "name", "Zed Marsh");
  set_text (self->theirs, "person", &self->person, "name", "Zebedee Quillfeather");
  merge_both (self, "Quillfeather", NULL);
  g_assert_cmpstr (get_name (self, self->ours), ==, TL_ERASED_TEXT);
  g_assert_cmpstr (get_name (self, self->theirs), ==, TL_ERASED_TEXT);
}

/* Two people erase, the same or not the same, from the same changes. */
static void
test_both_erase (Pair          *self,
                 gconstpointer  data)
{
  g_autoptr (TlErasure) erasure = tl_erasure_new ();

  erase_field (self->ours, "person", &self->person, "name");
  erase_field (self->theirs, "person", &self->person, "name");
  tl_erasure_add_part (erasure, "risk", &self->risk, "baseline_issue", "Zebedee Quillfeather");
  erase (self->ours, erasure);
  g_clear_pointer (&erasure, tl_erasure_unref);
  erasure = tl_erasure_new ();
  tl_erasure_add_part (erasure, "risk", &self->risk, "baseline_issue", "Mrs Umberlow");
  erase (self->theirs, erasure);
  erase_field (self->theirs, "person", &self->person, "role");
  merge_both (self, "Quillfeather", "Umberlow");
  g_assert_cmpstr (get_name (self, self->ours), ==, TL_ERASED_TEXT);
}

/* Who made changes is forgotten in other copies too. */
static void
test_a_forgotten_name_goes_elsewhere (Pair          *self,
                                      gconstpointer  data)
{
  TlId zebedee = { { 1 } };
  g_autoptr (TlIdSource) ids = tl_id_source_new (&zebedee, "Zebedee Fennimore");
  g_autoptr (TlErasure) erasure = tl_erasure_new ();
  g_autoptr (TlMergeResult) merged = NULL;

  test_store_close (self->theirs);
  self->theirs = test_store_open (TL_STORE_ORIGIN_FILE, self->their_path, ids, NULL);
  test_store_add_risk (self->theirs, "R2", "Falls");
  test_store_save (self->theirs, NULL);
  merged = merge (self->ours, self->their_path);
  g_assert_cmpuint (count_files_with (self->desk->folder, "Fennimore"), >=, 2);
  tl_erasure_add_actor (erasure, &zebedee);
  erase (self->ours, erasure);
  test_store_save (self->ours, NULL);
  g_clear_pointer (&merged, tl_merge_result_free);
  merged = merge (self->theirs, self->our_path);
  test_store_save (self->theirs, NULL);
  g_assert_cmpuint (count_files_with (self->desk->folder, "Fennimore"), ==, 0);
  check_holds (self->their_path, 0);
}

/* What another copy calls erased and is something else isn't taken. */
static void
test_a_forged_erasure_is_refused (void)
{
  TlValue before = TL_VALUE_INIT, after = TL_VALUE_INIT;
  const TlSchemaTable *table = tl_schema_find_table ("person");
  const TlSchemaColumn *name = &table->columns[tl_schema_table_find_column (table, "name")];
  static const struct { const char *before, *after; gboolean rest; } cases[] = {
    { "Ann met Bob", "[erased] met Bob", TRUE },
    { "Ann met Bob", "[erased]", TRUE },
    { "Ann met Bob", "[erased] met [erased]", TRUE },
    { "Ann met Bob", "Ann met Bob", TRUE },
    { "Ann met Bob", "[erased] paid Bob", FALSE },
    { "Ann met Bob", "Ann", FALSE },
    { "Ann met Bob", "[erased] met Bob and Cy", FALSE },
    { "Ann met Bob", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tl_value_set_text (&before, cases[i].before);
      tl_value_set_text (&after, cases[i].after);
      g_assert_cmpint (tl_erase_text_is_rest (name, &before, &after), ==, cases[i].rest);
    }
  tl_value_clear (&before);
  tl_value_clear (&after);
}

/* A program that ends between erasing and the last trace leaves none once the workbook is opened again. */
static void
test_traces_go_at_the_next_opening (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = open_at (TL_STORE_ORIGIN_NEW, NULL, "a", DAY (0));
  TlId person = add_person (store, "Zebedee Quillfeather");
  g_autoptr (GDir) dir = NULL;
  const char *name;

  test_store_save (store, path);
  set_text (store, "person", &person, "name", "Zed Marsh");
  test_store_close (store);
  /* As an erasure leaves it that hasn't been cleaned up after: the text in a free page. */
  dir = g_dir_open (desk->copies, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *database = g_build_filename (desk->copies, name, "workbook.db", NULL);
      g_autofree char *traces = g_build_filename (desk->copies, name, "traces", NULL);

      if (!g_file_test (database, G_FILE_TEST_EXISTS))
        continue;
      run_sql (database, "PRAGMA secure_delete = OFF; CREATE TABLE gone (text TEXT); INSERT INTO gone VALUES ('Persimmon Applegarth'); "
                         "DROP TABLE gone; PRAGMA wal_checkpoint (TRUNCATE)");
      g_assert_true (has_bytes (database, "Persimmon"));
      g_assert_true (g_file_set_contents (traces, "", 0, NULL));
    }
  store = test_store_open_file (path);
  g_assert_cmpuint (count_files_with (desk->copies, "Persimmon"), ==, 0);
  test_store_close (store);
}

static void
back_up (TlStore *store,
         int      day)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *remark = NULL;

  tl_store_back_up_async (store, TL_BACKUP_OCCASION_NOW, tl_day_new (2026, 1, day), DAY (day), NULL, test_keep_cb, &result);
  test_wait_for (&result);
  g_assert_true (tl_store_back_up_finish (store, result, NULL, &remark, NULL));
}

/* What this computer keeps of the document besides follows: backups, and working copies whose file is elsewhere, of
 * which one that has something unsaved keeps it. */
static void
test_backups_and_working_copies_follow (Pair          *self,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *content = NULL;
  g_autofree char *third_path = test_desk_path (self->desk, "third.throughline");
  guint n_copies;
  gsize length;

  /* One that went its own way, is unsaved and closed; its backup is of what only it has. */
  test_store_add_risk (self->theirs, "R2", "Only there");
  back_up (self->theirs, 3);
  g_clear_pointer (&self->theirs, test_store_close);
  /* One that is a mere copy of its file. */
  g_assert_true (g_file_get_contents (self->our_path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (third_path, content, (gssize) length, NULL));
  test_store_close (open_at (TL_STORE_ORIGIN_FILE, third_path, "third", DAY (2)));
  g_unlink (third_path);
  back_up (self->ours, 4);
  test_store_add_risk (self->ours, "R3", "Only here");
  back_up (self->ours, 5);
  g_unlink (self->their_path);
  n_copies = test_desk_count_copies (self->desk);
  g_assert_cmpuint (count_files_with (self->desk->folder, "Quillfeather"), >=, 6);

  {
    g_autoptr (TlErasure) erasure = tl_erasure_new ();

    tl_erasure_add_field (erasure, "person", &self->person, "name");
    tl_erasure_add_field (erasure, "risk", &self->risk, "baseline_issue");
    erase (self->ours, erasure);
  }
  test_store_save (self->ours, NULL);
  g_assert_cmpuint (count_files_with (self->desk->folder, "Quillfeather"), ==, 0);
  g_assert_cmpuint (test_desk_count_copies (self->desk), ==, n_copies - 1);
  g_assert_cmpuint (count_files_with (self->desk->copies, "Only there"), >=, 2);
  backups = tl_backup_list (tl_store_get_document (self->ours), NULL);
  /* The latest has what either had. */
  g_assert_cmpuint (backups->len, >=, 1);
  g_assert_true (has_bytes (((TlBackup *) g_ptr_array_index (backups, 0))->path, "Only there"));
  g_assert_true (has_bytes (((TlBackup *) g_ptr_array_index (backups, 0))->path, "Only here"));
  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (TlVerification) found = verify (((TlBackup *) g_ptr_array_index (backups, i))->path);

      g_assert_cmpstr (found->fault, ==, NULL);
      g_assert_cmpuint (found->n_erased, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/erase/nothing-is-left", test_nothing_is_left);
  g_test_add_func ("/erase/what-has-gone-is-erased-too", test_what_has_gone_is_erased_too);
  g_test_add_func ("/erase/a-part-and-what-was-before", test_a_part_and_what_was_before);
  g_test_add_func ("/erase/what-is-altered-after-erasing-is-told", test_what_is_altered_after_erasing_is_told);
  g_test_add_func ("/erase/the-history-says-erased", test_the_history_says_erased);
  g_test_add_func ("/erase/whoever-made-changes-is-forgotten", test_whoever_made_changes_is_forgotten);
  g_test_add_func ("/erase/where-a-name-occurs", test_where_a_name_occurs);
  g_test_add_func ("/erase/a-forged-erasure-is-refused", test_a_forged_erasure_is_refused);
  g_test_add_func ("/erase/traces-go-at-the-next-opening", test_traces_go_at_the_next_opening);
#define ADD(name, data, test) g_test_add ("/erase/merge/" name, Pair, data, set_up, test, tear_down)
  ADD ("another-copy-follows", NULL, test_another_copy_follows);
  ADD ("a-copy-that-went-on-follows", "went on", test_another_copy_follows);
  ADD ("a-later-value-stays", NULL, test_a_later_value_stays);
  ADD ("a-repeated-value-goes", NULL, test_a_repeated_value_goes);
  ADD ("both-erase", NULL, test_both_erase);
  ADD ("backups-and-working-copies-follow", NULL, test_backups_and_working_copies_follow);
  ADD ("a-forgotten-name-goes-elsewhere", NULL, test_a_forgotten_name_goes_elsewhere);

  return g_test_run ();
}
