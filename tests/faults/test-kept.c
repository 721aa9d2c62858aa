/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-workbook.h"
#include "test-asking.h"
#include "test-dump.h"
#include "test-store.h"
#include "test-taking-back.h"

#include "tl-schema.h"

#include <stdio.h>
#include <string.h>

/* Old documents open for ever: tests/data/kept has one of each version. There has been one version only so far, so
 * there is no migration yet; whoever adds a version keeps a document of it, made by `--make`. */

#define TIME 1767225600000

static TlStore *
open_as (const char *path,
         const char *seed)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded (seed, TIME + 3600000);
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open (TL_STORE_ORIGIN_FILE, path, ids, &error);

  g_assert_no_error (error);
  return store;
}

static TlId
find_risk (TlStore *store)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  return ((const TlFacts *) tl_snapshot_get (snapshot, TL_TABLE_RISK, 0))->id;
}

static void
remove_reading (TlStore *store)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);
  g_autoptr (TlChange) change = tl_change_new ("reading.remove");
  const TlFacts *reading = tl_snapshot_get (snapshot, TL_TABLE_READING, 0);

  tl_change_remove_row (change, "reading", &reading->id);
  test_store_apply (store, change);
}

/* A bit of everything: rows of every kind, somebody else's changes, a conflict, a row that has gone, something undone
 * and something done again. */
static int
make (const char *path)
{
  static const BenchSize size = { 2, 3, 10, 40 };
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *first = test_desk_path (desk, "first.throughline");
  g_autofree char *second = test_desk_path (desk, "second.throughline");
  g_autofree char *fingerprint = NULL, *content = NULL;
  g_autoptr (GError) error = NULL;
  guint n_conflicts = 0;
  TlStore *store = test_store_new ("kept");
  TlId risk;

  bench_workbook_write (store, &size, 1);
  test_store_save (store, first);
  test_store_close (store);
  store = open_as (first, "second desk");
  risk = find_risk (store);
  test_store_rename_risk (store, &risk, "As the second desk has it");
  test_store_save (store, second);
  test_store_close (store);

  store = open_as (first, "first desk");
  test_store_rename_risk (store, &risk, "As the first desk has it");
  test_store_try_merge (store, second, &n_conflicts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_conflicts, ==, 1);
  test_store_add_risk (store, "R90", "Undone");
  g_assert_true (test_store_undo (store, NULL));
  test_store_add_risk (store, "R91", "Undone and done again");
  g_assert_true (test_store_undo (store, NULL));
  g_assert_true (test_store_redo (store, NULL));
  remove_reading (store);
  test_store_save (store, path);
  fingerprint = tl_store_get_fingerprint (store);
  content = test_store_dump (store);
  printf ("%s\n%s", fingerprint, content);
  test_store_close (store);
  return 0;
}

/* Unpacks the document of a version, as it was kept. */
static char *
unpack (TestDesk *desk,
        guint     version)
{
  g_autofree char *name = g_strdup_printf ("version-%u.throughline", version);
  g_autofree char *packed_name = g_strconcat (name, ".gz", NULL);
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "data", "kept", packed_name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  g_autoptr (GConverter) inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  char *path = test_desk_path (desk, name);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (from, NULL, &error);
  g_autoptr (GInputStream) unpacked = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  unpacked = g_converter_input_stream_new (G_INPUT_STREAM (in), inflate);
  out = g_file_create (to, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out), unpacked, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* What was written down when it was kept: the fingerprint, and all content. */
static void
read_kept (guint   version,
           char  **fingerprint,
           char  **content)
{
  g_autofree char *name = g_strdup_printf ("version-%u.txt", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "kept", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *end;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  end = strchr (text, '\n');
  g_assert_nonnull (end);
  *fingerprint = g_strndup (text, (gsize) (end - text));
  *content = g_strdup (end + 1);
}

static void
test_it_is_what_was_kept (gconstpointer data)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = unpack (desk, GPOINTER_TO_UINT (data));
  g_autofree char *fingerprint = NULL, *content = NULL, *found = NULL;
  g_autoptr (TlVerification) holds = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;

  read_kept (GPOINTER_TO_UINT (data), &fingerprint, &content);
  store = test_store_open_file (path);
  found = test_store_dump (store);
  g_assert_cmpstr (found, ==, content);
  g_assert_true (test_store_try_list (store, &error));
  g_assert_no_error (error);
  test_store_close (store);

  holds = tl_verify_path (path, fingerprint, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (holds->fault, ==, NULL);
  g_assert_cmpint (holds->fingerprint, !=, TL_FINGERPRINT_STATE_ABSENT);
}

/* Work goes on where it was left years ago. */
static void
test_it_is_worked_on (gconstpointer data)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = unpack (desk, GPOINTER_TO_UINT (data));
  g_autofree char *fingerprint = NULL, *content = NULL, *before = NULL, *after = NULL;
  g_autoptr (TlVerification) holds = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open_file (path);
  TlId risk = find_risk (store);

  read_kept (GPOINTER_TO_UINT (data), &fingerprint, &content);
  test_store_rename_risk (store, &risk, "A new title");
  test_store_add_risk (store, "R92", "A new risk");
  test_store_save (store, NULL);
  before = test_store_dump (store);
  test_store_close (store);
  test_store_check_title (path, "R92", "A new risk");

  holds = tl_verify_path (path, fingerprint, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (holds->fault, ==, NULL);
  g_assert_cmpint (holds->fingerprint, ==, TL_FINGERPRINT_STATE_BEFORE);
  g_assert_cmpuint (holds->followed->len, >=, 2);

  store = test_store_open_file (path);
  g_assert_true (test_store_undo (store, &error));
  g_assert_true (test_store_undo (store, &error));
  after = test_store_dump (store);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (after, ==, content);
  test_store_close (store);
}

/* Two desks that have it since then still come together. */
static void
test_it_is_merged (gconstpointer data)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = unpack (desk, GPOINTER_TO_UINT (data));
  g_autofree char *other = test_desk_path (desk, "other.throughline");
  g_autoptr (TlVerification) holds = NULL;
  g_autoptr (GError) error = NULL;
  guint n_conflicts = 0;
  TlStore *store = test_store_open_file (path);
  TlId risk = find_risk (store);

  test_store_rename_risk (store, &risk, "There");
  test_store_save (store, other);
  test_store_close (store);
  store = test_store_open_file (path);
  test_store_rename_risk (store, &risk, "Here");
  test_store_try_merge (store, other, &n_conflicts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_conflicts, ==, 1);
  holds = test_store_try_verify (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (holds->fault, ==, NULL);
  test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--make"))
    return make (argv[2]);

  g_test_init (&argc, &argv, NULL);
  for (guint version = 1; version <= TL_SCHEMA_VERSION; version++)
    {
      static const struct
      {
        const char *name;
        GTestDataFunc test;
      } tests[] = {
        { "is-what-was-kept", test_it_is_what_was_kept },
        { "is-worked-on", test_it_is_worked_on },
        { "is-merged", test_it_is_merged },
      };

      for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        {
          g_autofree char *name = g_strdup_printf ("/faults/kept/version-%u/%s", version, tests[i].name);

          g_test_add_data_func (name, GUINT_TO_POINTER (version), tests[i].test);
        }
    }
  return g_test_run ();
}
