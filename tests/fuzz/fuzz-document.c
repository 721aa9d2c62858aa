/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "test-filled.h"
#include "test-store.h"

/* A document: whatever can be opened can be read, and verified or not. */

static TestDesk *desk;
static char *path;

static void
begin (GPtrArray *seeds)
{
  TlStore *store;
  char *content;
  gsize length;

  desk = test_desk_new ();
  path = test_desk_path (desk, "a.throughline");
  store = test_store_new ("fuzz");
  test_store_add_risk (store, "R1", "Missed medicines");
  test_store_rename_first (store, "Missed doses");
  test_store_save (store, path);
  test_store_close (store);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_ptr_array_add (seeds, g_bytes_new_take (content, length));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      done)
{
  g_autoptr (TlSnapshot) snapshot = tl_store_load_finish (TL_STORE (source), result, NULL);

  *(gboolean *) done = TRUE;
}

static void
try (GBytes *input)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("fuzz", 0);
  TlStore *store;
  gboolean done = FALSE;
  gsize length;
  const char *data = g_bytes_get_data (input, &length);

  g_assert_true (g_file_set_contents_full (path, length > 0 ? data : "", (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
  store = test_store_open (TL_STORE_ORIGIN_COPY, path, ids, NULL);
  if (store == NULL)
    return;
  tl_store_load_async (store, NULL, loaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  test_store_close (store);
}

static void
end (void)
{
  test_desk_free (desk);
  g_free (path);
}

const FuzzTarget fuzz_target = { "document", 300, begin, try, end };
