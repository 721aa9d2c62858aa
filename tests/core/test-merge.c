/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-cases.h"
#include "support/test-store.h"
#include "support/test-taking-back.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tl-body-press.h"
#include "tl-change-private.h"
#include "tl-history.h"
#include "tl-row.h"
#include "tl-store-merge.h"
#include "tl-verify.h"

/* A day in 2026, in milliseconds since 1970. Whoever has the higher number edits later. */
#define TIME(n) (1767225600000 + (n) * 1000)

static const struct
{
  char letter;
  const char *table;
} tables[] = {
  { 'L', "place" }, { 'P', "person" }, { 'F', "forum" }, { 'W', "review" }, { 'R', "risk" }, { 'A', "action" },
  { 'M', "measure" }, { 'V', "reading" }, { 'E', "evidence" }, { 'X', "evidence_risk" }, { 'O', "ownership" },
};

static const TlSchemaTable *
find_table (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (tables[i].letter == *name)
        return tl_schema_find_table (tables[i].table);
    }
  g_error ("No table has the letter of “%s”", name);
}

/* The order of names is the order of ids. */
static TlId
make_id (const char *name)
{
  TlId id = { { 0 } };

  memcpy (id.bytes, name, MIN (strlen (name), sizeof id.bytes));
  return id;
}

static void
read_value (const TlSchemaColumn *column,
            const char           *text,
            TlValue              *value)
{
  TlId id = make_id (text);

  tl_value_clear (value);
  if (g_str_equal (text, "~"))
    return;
  if (column->type == TL_FIELD_LINK)
    tl_value_set_id (value, &id);
  else if (column->type == TL_FIELD_NUMBER)
    tl_value_set_real (value, g_ascii_strtod (text, NULL));
  else if (column->type == TL_FIELD_WHOLE)
    tl_value_set_integer (value, g_ascii_strtoll (text, NULL, 10));
  else
    tl_value_set_text (value, text);
}

static char *
write_value (const TlValue *value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  TlId id;

  if (tl_value_get_id (value, &id))
    return g_strndup ((const char *) id.bytes, 2);
  if (value->type == TL_VALUE_REAL)
    return g_strdup (g_ascii_dtostr (digits, sizeof digits, value->real));
  if (value->type == TL_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  return g_strdup (value->type == TL_VALUE_TEXT ? value->text : "~");
}

/* "+R3 title=Falls,ref=R7" */
static void
add_row (TlChange   *change,
         const char *text)
{
  gboolean adds = *text == '+', removes = *text == '-';
  g_auto (GStrv) words = g_strsplit (adds || removes ? text + 1 : text, " ", 2);
  g_auto (GStrv) fields = g_strsplit (words[1] != NULL ? words[1] : "", ",", -1);
  const TlSchemaTable *table = find_table (words[0]);
  TlId row = make_id (words[0]);

  if (adds)
    tl_change_add_row (change, table->name, &row);
  if (removes)
    tl_change_remove_row (change, table->name, &row);
  for (char **field = fields; *field != NULL; field++)
    {
      g_auto (GStrv) parts = g_strsplit (*field, "=", 2);
      g_auto (TlValue) value = TL_VALUE_INIT;

      read_value (&table->columns[tl_schema_table_find_column (table, parts[0])], parts[1], &value);
      tl_change_set (change, table->name, &row, parts[0], &value);
    }
}

static void
edit (TlStore    *store,
      const char *script)
{
  g_auto (GStrv) changes = g_strsplit (script, "|", -1);

  for (char **text = changes; *text != NULL; text++)
    {
      g_auto (GStrv) rows = g_strsplit (*text, ";", -1);
      g_autoptr (TlChange) change = tl_change_new ("test");

      for (char **row = rows; *row != NULL; row++)
        add_row (change, *row);
      test_store_apply (store, change);
    }
}

static void
check_row (TlDatabase *database,
           const char *text)
{
  gboolean gone = *text == '-';
  g_auto (GStrv) words = g_strsplit (gone ? text + 1 : text, " ", 2);
  g_auto (GStrv) fields = g_strsplit (words[1] != NULL ? words[1] : "", ",", -1);
  const TlSchemaTable *table = find_table (words[0]);
  TlId id = make_id (words[0]);
  g_autoptr (TlRow) row = tl_row_load (database, table, &id, NULL);

  g_assert_nonnull (row);
  if (row->exists == gone)
    g_error ("%s should %s there", words[0], gone ? "not be" : "be");
  for (char **field = fields; *field != NULL; field++)
    {
      g_auto (GStrv) parts = g_strsplit (*field, "=", 2);
      g_autofree char *found = write_value (&row->values[tl_schema_table_find_column (table, parts[0])]);

      if (!g_str_equal (found, parts[1]))
        g_error ("%s.%s is “%s”, not “%s”", words[0], parts[0], found, parts[1]);
    }
}

static void
check_file (const char *path,
            const char *found)
{
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_LOOK, NULL);
  g_auto (GStrv) rows = g_strsplit (found, ";", -1);

  g_autoptr (TlVerification) verification = tl_verify_path (path, NULL, NULL, NULL, NULL, NULL);

  g_assert_nonnull (verification);
  g_assert_cmpstr (verification->fault, ==, NULL);
  g_assert_nonnull (database);
  for (char **row = rows; *row != NULL; row++)
    check_row (database, *row);
}

static char *
write_conflicts (GPtrArray *conflicts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const TlConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *first = write_value (&conflict->sides[0].value);
      g_autofree char *second = write_value (&conflict->sides[1].value);

      g_ptr_array_add (lines, g_strdup_printf ("%.2s.%s=%s/%s", (const char *) conflict->row.bytes, conflict->column,
                                               first, second));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("; ", (char **) lines->pdata);
}

static TlMergeResult *
try_merge (TlStore     *store,
           const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_merge_async (store, file, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  return tl_store_merge_finish (store, result, error);
}

static TlMergeResult *
merge (TlStore    *store,
       const char *path)
{
  g_autoptr (GError) error = NULL;
  TlMergeResult *merged = try_merge (store, path, &error);

  g_assert_no_error (error);
  return merged;
}

static GPtrArray *
list_conflicts (TlStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  tl_store_list_conflicts_async (store, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  list = tl_store_list_conflicts_finish (store, result, &error);
  g_assert_no_error (error);
  return list;
}

static void
check_conflicts (TlStore    *store,
                 const char *expected)
{
  g_autoptr (GPtrArray) list = list_conflicts (store);
  g_autofree char *found = write_conflicts (list);

  g_assert_cmpstr (found, ==, expected);
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

typedef struct
{
  TestDesk *desk;
  char *our_path;
  char *their_path;
  TlStore *ours;
  TlStore *theirs;
} Pair;

/* Two copies of the same workbook, open on two desks. */
static void
set_up (Pair          *self,
        gconstpointer  data)
{
  g_autofree char *content = NULL;
  gsize length;
  TlStore *base;

  self->desk = test_desk_new ();
  self->our_path = test_desk_path (self->desk, "ours.throughline");
  self->their_path = test_desk_path (self->desk, "theirs.throughline");
  base = open_at (TL_STORE_ORIGIN_NEW, NULL, "base", TIME (0));
  edit (base, merge_base);
  test_store_save (base, self->our_path);
  test_store_close (base);
  g_assert_true (g_file_get_contents (self->our_path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (self->their_path, content, (gssize) length, NULL));
  self->ours = open_at (TL_STORE_ORIGIN_FILE, self->our_path, "ours", TIME (1));
  self->theirs = open_at (TL_STORE_ORIGIN_FILE, self->their_path, "theirs", TIME (2));
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

static void
edit_both (Pair       *self,
           const char *ours,
           const char *theirs)
{
  if (*ours != '\0')
    edit (self->ours, ours);
  if (*theirs != '\0')
    edit (self->theirs, theirs);
  test_store_save (self->ours, NULL);
  test_store_save (self->theirs, NULL);
}

static void
assert_same_head (Pair *self)
{
  g_autofree char *ours = tl_store_get_fingerprint (self->ours);
  g_autofree char *theirs = tl_store_get_fingerprint (self->theirs);

  g_assert_cmpstr (ours, ==, theirs);
  g_assert_cmpint (tl_store_get_recorded (self->ours), ==, tl_store_get_recorded (self->theirs));
}

/* Whoever merges, both end the same. */
static void
test_case (Pair          *self,
           gconstpointer  data)
{
  const MergeCase *test = data;
  g_autoptr (TlMergeResult) ours = NULL, theirs = NULL;
  g_autofree char *found = NULL;

  edit_both (self, test->ours, test->theirs);
  ours = merge (self->ours, self->their_path);
  theirs = merge (self->theirs, self->our_path);
  assert_same_head (self);
  found = write_conflicts (ours->conflicts);
  g_assert_cmpstr (found, ==, test->conflicts);
  g_assert_cmpuint (ours->n_conflicts, ==, ours->conflicts->len);
  check_conflicts (self->theirs, test->conflicts);

  test_store_save (self->ours, NULL);
  test_store_save (self->theirs, NULL);
  check_file (self->our_path, test->found);
  check_file (self->their_path, test->found);

  /* And there is nothing more to say. */
  tl_merge_result_free (g_steal_pointer (&ours));
  ours = merge (self->ours, self->their_path);
  g_assert_cmpuint (ours->n_changes, ==, 0);
  g_assert_false (tl_store_get_unsaved (self->ours));
}

static void
test_who_and_when (Pair          *self,
                   gconstpointer  data)
{
  g_autoptr (TlMergeResult) merged = NULL;
  const TlConflict *conflict;

  edit_both (self, "R1 title=a", "R1 title=b");
  merged = merge (self->ours, self->their_path);
  g_assert_cmpuint (merged->n_changes, ==, 1);
  g_assert_cmpuint (merged->n_conflicts, ==, 1);
  conflict = g_ptr_array_index (merged->conflicts, 0);
  g_assert_cmpstr (conflict->table, ==, "risk");
  g_assert_cmpstr (conflict->column, ==, "title");
  g_assert_cmpstr (conflict->sides[0].who, ==, "Throughline");
  g_assert_cmpint (conflict->sides[0].time, ==, TIME (1));
  g_assert_cmpint (conflict->sides[1].time, ==, TIME (2));
  g_assert_cmpint (tl_store_get_recorded (self->ours), ==, TIME (2) + 1);
}

static void
settle (TlStore  *store,
        guint     side)
{
  g_autoptr (GPtrArray) list = list_conflicts (store);
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_SETTLE);
  const TlConflict *conflict = g_ptr_array_index (list, 0);

  tl_conflict_settle (conflict, change, &conflict->sides[side].value);
  test_store_apply (store, change);
}

/* Settling is a change of its own: also when the field stays what it is, and for the other copy. */
static void
test_settled (Pair          *self,
              gconstpointer  side)
{
  gboolean earlier = GPOINTER_TO_UINT (side) == 0;

  edit_both (self, "R1 title=a", "R1 title=b|R2 title=d");
  tl_merge_result_free (merge (self->ours, self->their_path));
  check_conflicts (self->ours, "R1.title=a/b");
  settle (self->ours, GPOINTER_TO_UINT (side));
  check_conflicts (self->ours, "");
  test_store_save (self->ours, NULL);
  check_file (self->our_path, earlier ? "R1 title=a" : "R1 title=b");

  tl_merge_result_free (merge (self->theirs, self->our_path));
  check_conflicts (self->theirs, "");
  assert_same_head (self);
}

/* Who takes a decision back has decided nothing; on the other desk too. */
static void
test_settling_taken_back (Pair          *self,
                          gconstpointer  side)
{
  g_autoptr (GError) error = NULL;

  edit_both (self, "R1 title=a", "R1 title=b");
  tl_merge_result_free (merge (self->ours, self->their_path));
  settle (self->ours, GPOINTER_TO_UINT (side));
  check_conflicts (self->ours, "");

  g_assert_true (test_store_undo (self->ours, &error));
  g_assert_no_error (error);
  check_conflicts (self->ours, "R1.title=a/b");
  test_store_save (self->ours, NULL);
  check_file (self->our_path, "R1 title=b");
  tl_merge_result_free (merge (self->theirs, self->our_path));
  check_conflicts (self->theirs, "R1.title=a/b");

  g_assert_true (test_store_redo (self->ours, &error));
  g_assert_no_error (error);
  check_conflicts (self->ours, "");
  test_store_save (self->ours, NULL);
  check_file (self->our_path, GPOINTER_TO_UINT (side) == 0 ? "R1 title=a" : "R1 title=b");
}

/* Taking back an edit of before the merge is a decision itself. */
static void
test_an_older_change_taken_back (Pair          *self,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  edit_both (self, "R1 title=a", "R1 title=b");
  tl_merge_result_free (merge (self->ours, self->their_path));
  list = list_conflicts (self->ours);
  g_assert_true (test_store_take_back (self->ours, &((TlConflict *) list->pdata[0])->sides[1].change, &error));
  g_assert_no_error (error);
  check_conflicts (self->ours, "");
}

/* A row that was kept stays when keeping it is taken back, and the question is open again. */
static void
test_keeping_a_row_taken_back (Pair          *self,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  edit_both (self, "-A1", "A1 title=b");
  tl_merge_result_free (merge (self->ours, self->their_path));
  settle (self->ours, 1);
  check_conflicts (self->ours, "");
  g_assert_true (test_store_undo (self->ours, &error));
  g_assert_no_error (error);
  check_conflicts (self->ours, "A1._live=0/1");
  test_store_save (self->ours, NULL);
  check_file (self->our_path, "A1 title=b");
}

/* Somebody who didn't know of it can't have settled it. */
static void
test_not_settled_by_chance (Pair          *self,
                            gconstpointer  data)
{
  edit_both (self, "R1 title=a", "R1 title=b");
  tl_merge_result_free (merge (self->ours, self->their_path));
  test_store_save (self->ours, NULL);
  edit (self->theirs, "R1 title=c");
  test_store_save (self->theirs, NULL);
  tl_merge_result_free (merge (self->ours, self->their_path));
  check_conflicts (self->ours, "R1.title=a/b; R1.title=a/c");
  settle (self->ours, 0);
  check_conflicts (self->ours, "");
}

static void
test_row_settled (Pair          *self,
                  gconstpointer  data)
{
  edit_both (self, "-A1;-A2", "A1 title=b;A2 title=c");
  tl_merge_result_free (merge (self->ours, self->their_path));
  check_conflicts (self->ours, "A1._live=0/1; A2._live=0/1");
  settle (self->ours, 0);
  check_conflicts (self->ours, "A2._live=0/1");
  settle (self->ours, 1);
  check_conflicts (self->ours, "");
  test_store_save (self->ours, NULL);
  check_file (self->our_path, "-A1;A2 title=c");
}

static void
applied_cb (TlStore  *store,
            TlChange *change,
            GString  *told)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *found = tl_change_get_edit (change, i);
      g_autofree char *value = write_value (&found->new_value);

      if (found->new_value.type != TL_VALUE_NULL)
        g_string_append_printf (told, "%.2s.%s=%s ", (const char *) found->row.bytes, found->column, value);
    }
}

/* What is shown is told what has become different, and nothing else. */
static void
test_what_is_told (Pair          *self,
                   gconstpointer  data)
{
  g_autoptr (GString) told = g_string_new (NULL);

  edit_both (self, "-A2;-R2|R1 root_cause=a", "R1 title=b|+A3 ref=A3,risk=R2,title=c|-X1");
  g_signal_connect (self->ours, "applied", G_CALLBACK (applied_cb), told);
  tl_merge_result_free (merge (self->ours, self->their_path));
  g_assert_cmpstr (told->str, ==, "A3._live=1 A3.ref=A3 A3.risk=R2 A3.title=c X1._live=0 R1.title=b R2._live=1 "
                   "R2.ref=R2 R2.title=Late calls ");
}

/* Two desks, one file: whoever saves second takes in what the first one did. */
static void
test_saving_merges (Pair          *self,
                    gconstpointer  data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *content = NULL;
  gsize length;

  edit (self->theirs, "R1 title=b;R2 title=c");
  test_store_save (self->theirs, NULL);
  g_assert_true (g_file_get_contents (self->their_path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (self->our_path, content, (gssize) length, NULL));

  edit (self->ours, "R1 root_cause=a;A1 title=d");
  g_signal_connect (self->ours, "applied", G_CALLBACK (applied_cb), told);
  test_store_save (self->ours, NULL);
  g_assert_cmpstr (told->str, ==, "R1.title=b R2.title=c ");
  check_file (self->our_path, "R1 title=b,root_cause=a;R2 title=c;A1 title=d");
  g_assert_false (tl_store_get_unsaved (self->ours));

  /* The first one only has to catch up. */
  tl_merge_result_free (merge (self->theirs, self->our_path));
  assert_same_head (self);
  check_conflicts (self->theirs, "");
}

/* What can't be taken in is neither overwritten nor a reason to lose our own. */
static void
test_saving_beside_what_is_altered (Pair          *self,
                                    gconstpointer  data)
{
  g_autofree char *content = NULL;
  sqlite3 *handle = NULL;
  gsize length;

  edit (self->theirs, "R1 title=b");
  test_store_save (self->theirs, self->our_path);
  g_assert_cmpint (sqlite3_open (self->our_path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "UPDATE change SET kind = 'other' WHERE time = (SELECT max (time) FROM change)",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  edit (self->ours, "R2 title=a");
  g_assert_true (g_file_get_contents (self->our_path, &content, &length, NULL));
  test_store_assert_cannot_save (self->ours, NULL, TL_STORE_ERROR_CORRUPT, "can’t be taken in");
  test_assert_content (self->our_path, content, length);
  g_assert_true (tl_store_get_unsaved (self->ours));
}

static void
assert_refused (Pair       *self,
                const char *path,
                int         code,
                const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = tl_store_get_fingerprint (self->ours);
  g_autofree char *after = NULL;

  g_assert_null (try_merge (self->ours, path, &error));
  if (!g_error_matches (error, TL_STORE_ERROR, code) || strstr (error->message, part) == NULL)
    g_error ("“%s” (%d) isn't %d, “%s”", error->message, error->code, code, part);
  after = tl_store_get_fingerprint (self->ours);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (tl_store_get_unsaved (self->ours));
}

/* Files from anybody: each is refused whole, and ours stays as it is. */
static void
test_hostile (Pair          *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    const char *part;
  } attacks[] = {
    { "UPDATE change SET time = time + 1 WHERE time = (SELECT max (time) FROM change)", "altered" },
    { "UPDATE change SET kind = 'other' WHERE time = (SELECT max (time) FROM change)", "altered" },
    { "UPDATE change SET digest = zeroblob (32) WHERE time = (SELECT max (time) FROM change)", "altered" },
    { "UPDATE change SET salt = zeroblob (16) WHERE time = (SELECT max (time) FROM change)", "altered" },
    { "UPDATE change SET salt = NULL WHERE time = (SELECT max (time) FROM change)", "isn’t one that Throughline makes" },
    { "UPDATE change SET body = zeroblob (9) WHERE time = (SELECT max (time) FROM change)", "can’t be read" },
    { "UPDATE change SET body = (SELECT body FROM change ORDER BY time LIMIT 1) "
      "WHERE time = (SELECT max (time) FROM change)", "altered" },
    { "UPDATE change SET version = 99 WHERE time = (SELECT max (time) FROM change)", "altered" },
    { "DELETE FROM change_parent WHERE change = (SELECT id FROM change ORDER BY time DESC LIMIT 1)", "several ends" },
    { "UPDATE change_parent SET parent = (SELECT id FROM change ORDER BY time LIMIT 1) "
      "WHERE change = (SELECT id FROM change ORDER BY time DESC LIMIT 1)", "several ends" },
    { "INSERT INTO change SELECT randomblob (32), time + 1, actor, kind, version, salt, digest, body FROM change "
      "ORDER BY time DESC LIMIT 1", "several ends" },
    { "DELETE FROM workbook", "which document it is" },
    { "UPDATE workbook SET id = zeroblob (16)", "is another workbook" },
    { "CREATE TABLE extra (x)", "its tables aren’t" },
  };

  edit_both (self, "R1 root_cause=a", "R1 title=b");
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *path = test_desk_path (self->desk, "hostile.throughline");
      g_autofree char *content = NULL;
      sqlite3 *handle = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (self->their_path, &content, &length, NULL));
      g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
      g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
      if (sqlite3_exec (handle, attacks[i].sql, NULL, NULL, NULL) != SQLITE_OK)
        g_error ("%s: %s", attacks[i].sql, sqlite3_errmsg (handle));
      sqlite3_close (handle);
      g_test_message ("%s", attacks[i].sql);
      assert_refused (self, path, g_str_equal (attacks[i].part, "is another workbook") ? TL_STORE_ERROR_INVALID
                                                                                       : TL_STORE_ERROR_CORRUPT,
                      attacks[i].part);
    }
  /* The one that nobody touched is still welcome. */
  tl_merge_result_free (merge (self->ours, self->their_path));
  test_store_save (self->ours, NULL);
  check_file (self->our_path, "R1 title=b,root_cause=a");
}

/* This program, run again, merges for ever what it is told to, each time into a fresh copy. */
static const char *program;

static int
merge_for_ever (const char *copies,
                const char *ours,
                const char *theirs)
{
  tl_store_set_folder (copies);
  for (;;)
    {
      TlStore *store = open_at (TL_STORE_ORIGIN_FILE, ours, "killed", TIME (3));

      if (write (STDOUT_FILENO, ".", 1) < 0)
        return 1;
      tl_merge_result_free (merge (store, theirs));
      test_store_close (store);
    }
}

/* Killed in the middle of a merge, the working copy is as before or as after. */
static void
test_killed (Pair          *self,
             gconstpointer  data)
{
  guint n_kills = g_getenv ("TL_TEST_FULL") != NULL ? 300 : 12;
  g_autofree char *after = NULL;

  edit_both (self, "R1 root_cause=a|-A2;-R2", "R1 title=b|A2 title=c");
  g_clear_pointer (&self->ours, test_store_close);
  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--merge",
                                                        desk->copies, self->our_path, self->their_path, NULL);
      g_autofree char *head = NULL;
      char dot;

      g_assert_no_error (error);
      g_input_stream_read (g_subprocess_get_stdout_pipe (child), &dot, 1, NULL, &error);
      g_assert_no_error (error);
      for (gint64 end = g_get_monotonic_time () + g_test_rand_int_range (0, 30000); g_get_monotonic_time () < end;)
        g_thread_yield ();
      g_subprocess_force_exit (child);
      g_assert_true (g_subprocess_wait (child, NULL, NULL));

      self->ours = open_at (TL_STORE_ORIGIN_FILE, self->our_path, "ours", TIME (4));
      if (tl_store_get_unsaved (self->ours))
        check_conflicts (self->ours, "A2._live=0/1");
      else
        check_conflicts (self->ours, "");
      tl_merge_result_free (merge (self->ours, self->their_path));
      check_conflicts (self->ours, "A2._live=0/1");
      head = tl_store_get_fingerprint (self->ours);
      if (after == NULL)
        after = g_strdup (head);
      g_assert_cmpstr (head, ==, after);
      g_clear_pointer (&self->ours, test_store_close);
      tl_store_set_folder (self->desk->copies);
    }
  self->ours = open_at (TL_STORE_ORIGIN_FILE, self->our_path, "ours", TIME (5));
  tl_merge_result_free (merge (self->ours, self->their_path));
  test_store_save (self->ours, NULL);
  check_file (self->our_path, "R1 title=b,root_cause=a;A2 title=c;R2 title=Late calls");
}

/* Puts a change with an id of its own making after the last one of a file, which then fits in all but what it says. */
static void
forge (const char    *path,
       const char    *column,
       const TlValue *value,
       gint64         time,
       gboolean       somebody)
{
  g_autoptr (TlChange) change = tl_change_new ("forged");
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_WRITE, NULL);
  g_autoptr (GBytes) salt = g_bytes_new_static ("0123456789abcdef", 16), pressed = NULL;
  g_auto (TlValue) before = TL_VALUE_INIT;
  TlChangeSeal seal = { .n_parents = 1, .version = 1, .salt = salt };
  sqlite3 *handle = NULL;
  TlId row = make_id ("R1");
  g_autoptr (GArray) list = tl_history_list (database, NULL);
  g_autoptr (TlChange) last = tl_history_load (database, &g_array_index (list, TlDigest, list->len - 1), NULL);
  g_autoptr (GError) error = NULL;

  tl_change_add_edit (change, "risk", &row, column, &before, value);
  pressed = tl_body_press (change, salt, &seal.digest);
  seal.parents[0] = *tl_change_get_id (last);
  seal.time = time;
  seal.actor = somebody ? tl_change_get_actor (last) : NULL;
  tl_change_seal (change, &seal);
  g_assert_true (tl_history_receive (database, change, pressed, &error));
  g_assert_no_error (error);
  /* What is sent is one file, without a log beside it. */
  g_clear_pointer (&database, tl_database_close);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_forged (Pair          *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *column;
    const char *text;
    gint64 number;
    gint64 time;
    gboolean nobody;
    const char *part;
  } forgeries[] = {
    { "title", NULL, 0, TIME (9), FALSE, "can’t have" },
    { "likelihood", NULL, 6, TIME (9), FALSE, "can’t have" },
    { "likelihood", "five", 0, TIME (9), FALSE, "can’t have" },
    { "opened", "31/12/2026", 0, TIME (9), FALSE, "can’t have" },
    { "theme", "Medicines", 0, TIME (9), FALSE, "can’t have" },
    { "no_such_column", "x", 0, TIME (9), FALSE, "can’t have" },
    { "_live", NULL, 2, TIME (9), FALSE, "can’t have" },
    { "title", "x", 0, TIME (9), TRUE, "isn’t one that Throughline makes" },
    { "title", "x", 0, G_MAXINT64, FALSE, "isn’t one that Throughline makes" },
  };

  edit_both (self, "R1 root_cause=a", "R1 title=b");
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = test_desk_path (self->desk, "forged.throughline");
      g_autofree char *content = NULL;
      g_auto (TlValue) value = TL_VALUE_INIT;
      gsize length;

      g_assert_true (g_file_get_contents (self->their_path, &content, &length, NULL));
      g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
      if (forgeries[i].text != NULL)
        tl_value_set_text (&value, forgeries[i].text);
      else if (forgeries[i].number != 0)
        tl_value_set_integer (&value, forgeries[i].number);
      forge (path, forgeries[i].column, &value, forgeries[i].time, !forgeries[i].nobody);
      assert_refused (self, path, TL_STORE_ERROR_CORRUPT, forgeries[i].part);
    }
}

static void
test_other_files (Pair          *self,
                  gconstpointer  data)
{
  g_autofree char *other = test_desk_path (self->desk, "other.throughline");
  g_autofree char *gone = test_desk_path (self->desk, "gone.throughline");
  g_autofree char *minutes = test_desk_path (self->desk, "minutes.throughline");
  TlStore *store = test_store_new (NULL);

  test_store_add_risk (store, "R1", "Another workbook");
  test_store_save (store, other);
  test_store_close (store);
  g_assert_true (g_file_set_contents (minutes, "Minutes", -1, NULL));

  assert_refused (self, other, TL_STORE_ERROR_INVALID, "is another workbook");
  assert_refused (self, gone, TL_STORE_ERROR_NOT_FOUND, "isn’t there");
  assert_refused (self, minutes, TL_STORE_ERROR_NOT_A_WORKBOOK, "is not a Throughline workbook");
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "--merge"))
    return merge_for_ever (argv[2], argv[3], argv[4]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_merge_cases; i++)
    {
      g_autofree char *path = g_strconcat ("/merge/case/", merge_cases[i].name, NULL);

      g_test_add (path, Pair, &merge_cases[i], set_up, test_case, tear_down);
    }
  g_test_add ("/merge/who-and-when", Pair, NULL, set_up, test_who_and_when, tear_down);
  g_test_add ("/merge/settled-for-the-earlier", Pair, GUINT_TO_POINTER (0), set_up, test_settled, tear_down);
  g_test_add ("/merge/settled-for-the-later", Pair, GUINT_TO_POINTER (1), set_up, test_settled, tear_down);
  g_test_add ("/merge/settling-taken-back/the-earlier", Pair, GUINT_TO_POINTER (0), set_up, test_settling_taken_back,
              tear_down);
  g_test_add ("/merge/settling-taken-back/the-later", Pair, GUINT_TO_POINTER (1), set_up, test_settling_taken_back,
              tear_down);
  g_test_add ("/merge/an-older-change-taken-back", Pair, NULL, set_up, test_an_older_change_taken_back, tear_down);
  g_test_add ("/merge/keeping-a-row-taken-back", Pair, NULL, set_up, test_keeping_a_row_taken_back, tear_down);
  g_test_add ("/merge/not-settled-by-chance", Pair, NULL, set_up, test_not_settled_by_chance, tear_down);
  g_test_add ("/merge/row-settled", Pair, NULL, set_up, test_row_settled, tear_down);
  g_test_add ("/merge/what-is-told", Pair, NULL, set_up, test_what_is_told, tear_down);
  g_test_add ("/merge/saving-merges", Pair, NULL, set_up, test_saving_merges, tear_down);
  g_test_add ("/merge/saving-beside-what-is-altered", Pair, NULL, set_up, test_saving_beside_what_is_altered,
              tear_down);
  g_test_add ("/merge/hostile", Pair, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/merge/forged", Pair, NULL, set_up, test_forged, tear_down);
  g_test_add ("/merge/killed", Pair, NULL, set_up, test_killed, tear_down);
  g_test_add ("/merge/other-files", Pair, NULL, set_up, test_other_files, tear_down);
  return g_test_run ();
}
