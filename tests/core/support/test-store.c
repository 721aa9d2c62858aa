/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-store.h"

#include <glib/gstdio.h>
#include <string.h>

TestDesk *
test_desk_new (void)
{
  TestDesk *self = g_new0 (TestDesk, 1);

  self->folder = g_dir_make_tmp ("throughline-store-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->copies = g_build_filename (self->folder, "copies", NULL);
  tl_store_set_folder (self->copies);
  return self;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

void
test_desk_free (TestDesk *self)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->copies);
  g_free (self);
}

char *
test_desk_path (TestDesk   *self,
                const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static guint
count (const char *folder,
       gboolean    folders)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) == folders;
    }
  return n;
}

guint
test_desk_count_copies (TestDesk *self)
{
  return count (self->copies, TRUE);
}

guint
test_desk_count_files (TestDesk *self)
{
  return count (self->folder, FALSE);
}

void
test_keep_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
test_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

TlStore *
test_store_open (TlStoreOrigin   origin,
                 const char     *path,
                 TlIdSource     *ids,
                 GError        **error)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_open_async (origin, file, ids, NULL, test_keep_cb, &result);
  return tl_store_open_finish (test_wait_for (&result), error);
}

static TlIdSource *
make_ids (void)
{
  static const TlId actor = { { 1, 2, 3 } };

  return tl_id_source_new (&actor, "Priya");
}

TlStore *
test_store_new (const char *seed)
{
  g_autoptr (TlIdSource) ids = seed != NULL ? tl_id_source_new_seeded (seed, 1767225600000) : make_ids ();
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open (TL_STORE_ORIGIN_NEW, NULL, ids, &error);

  g_assert_no_error (error);
  return store;
}

TlStore *
test_store_open_file (const char *path)
{
  g_autoptr (TlIdSource) ids = make_ids ();
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open (TL_STORE_ORIGIN_FILE, path, ids, &error);

  g_assert_no_error (error);
  return store;
}

TlChange *
test_store_try (TlStore   *store,
                TlChange  *change,
                GError   **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_apply_async (store, change, NULL, test_keep_cb, &result);
  return tl_store_apply_finish (store, test_wait_for (&result), error);
}

void
test_store_apply (TlStore  *store,
                  TlChange *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChange) applied = test_store_try (store, change, &error);

  g_assert_no_error (error);
  g_assert_true (tl_change_is_sealed (applied));
}

TlSnapshot *
test_store_load (TlStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlSnapshot *snapshot;

  tl_store_load_async (store, NULL, test_keep_cb, &result);
  snapshot = tl_store_load_finish (store, test_wait_for (&result), &error);
  g_assert_no_error (error);
  return snapshot;
}

gboolean
test_store_try_save (TlStore     *store,
                     const char  *path,
                     GError     **error)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_save_async (store, file, NULL, test_keep_cb, &result);
  return tl_store_save_finish (store, test_wait_for (&result), error);
}

void
test_store_save (TlStore    *store,
                 const char *path)
{
  g_autoptr (GError) error = NULL;

  test_store_try_save (store, path, &error);
  g_assert_no_error (error);
  g_assert_false (tl_store_get_unsaved (store));
}

/* Closes it and lets it go, which must be the end of it. */
void
test_store_close (TlStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_close_async (store, test_keep_cb, &result);
  g_assert_true (tl_store_close_finish (store, test_wait_for (&result), NULL));
  g_clear_object (&result);
  g_assert_finalize_object (store);
}

TlId
test_store_add_risk (TlStore    *store,
                     const char *ref,
                     const char *title)
{
  g_autoptr (TlChange) change = tl_change_new ("risk.add");
  TlId risk = tl_id_source_make_id (tl_store_get_ids (store));

  tl_change_add_row (change, "risk", &risk);
  tl_change_set_text (change, "risk", &risk, "ref", ref);
  tl_change_set_text (change, "risk", &risk, "title", title);
  test_store_apply (store, change);
  return risk;
}

void
test_store_rename_risk (TlStore    *store,
                        const TlId *risk,
                        const char *title)
{
  g_autoptr (TlChange) change = tl_change_new ("risk.rename");

  tl_change_set_text (change, "risk", risk, "title", title);
  test_store_apply (store, change);
}

const char *
test_store_get_title (TlSnapshot *snapshot,
                      const char *ref)
{
  const TlRiskFacts *risk = tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, ref);

  return risk != NULL ? risk->title : NULL;
}

/* What somebody else would find in the file: no working copy of ours may help. */
void
test_store_check_title (const char *path,
                        const char *ref,
                        const char *title)
{
  g_autofree char *before = g_strdup (tl_store_get_folder ());
  g_autoptr (TestDesk) elsewhere = test_desk_new ();
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  g_assert_cmpstr (test_store_get_title (snapshot, ref), ==, title);
  test_store_close (store);
  tl_store_set_folder (before);
}

void
test_assert_content (const char *path,
                     const char *content,
                     gsize       length)
{
  g_autofree char *now = NULL;
  gsize length_now;

  g_assert_true (g_file_get_contents (path, &now, &length_now, NULL));
  g_assert_cmpmem (now, length_now, content, length);
}

char *
test_desk_make_document (TestDesk *desk)
{
  char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = test_store_new (NULL);

  test_store_add_risk (store, "R1", "Falls");
  test_store_save (store, path);
  test_store_close (store);
  return path;
}

TlId
test_store_find_risk (TlStore *store)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  return ((const TlFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R1"))->id;
}

void
test_store_rename_first (TlStore    *store,
                         const char *title)
{
  TlId risk = test_store_find_risk (store);

  test_store_rename_risk (store, &risk, title);
}

void
test_store_assert_cannot_save (TlStore    *store,
                               const char *path,
                               int         code,
                               const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (test_store_try_save (store, path, &error));
  if (!g_error_matches (error, TL_STORE_ERROR, code) || strstr (error->message, part) == NULL)
    g_error ("“%s” (%d) isn't %d, “%s”", error->message, error->code, code, part);
}

void
test_store_add_paragraphs (TlStore *store,
                           guint    n)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  GRand *random = g_rand_new_with_seed (n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      TlId risk = tl_id_source_make_id (tl_store_get_ids (store));

      while (text->len < 1000)
        g_string_append_printf (text, "%08x ", g_rand_int (random));
      tl_change_add_row (change, "risk", &risk);
      tl_change_set_text (change, "risk", &risk, "title", "Long");
      tl_change_set_text (change, "risk", &risk, "baseline_issue", text->str);
    }
  g_rand_free (random);
  test_store_apply (store, change);
}
