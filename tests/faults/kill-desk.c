/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kill-desk.h"

#include <string.h>
#include <unistd.h>

#include "test-asking.h"
#include "test-store.h"
#include "test-taking-back.h"

#include "tl-document-header.h"
#include "tl-index-rest.h"

/* How many rows come at once, with indexes that rest: more than there are already, unless that makes too many. */
#define FEWEST_ROWS 100
#define MOST_ROWS 2000

typedef struct
{
  const KillDesks *desks;
  TlStore *stores[KILL_N_DESKS];
  GRand *random;
  int telling;
  volatile KillDoing *doing;
} Work;

char *
kill_desks_get_path (const KillDesks *self,
                     guint            desk)
{
  return g_build_filename (self->folder, self->one_file || desk == 0 ? "a.throughline" : "b.throughline", NULL);
}

static TlStore *
open_desk (const KillDesks *self,
           guint            desk)
{
  TlId actor = { { (guint8) (desk + 1) } };
  g_autoptr (TlIdSource) ids = tl_id_source_new (&actor, desk == 0 ? "Priya" : "Tom");
  g_autofree char *name = g_strdup_printf ("desk-%u", desk);
  g_autofree char *copies = g_build_filename (self->folder, name, NULL);
  g_autofree char *path = kill_desks_get_path (self, desk);
  g_autoptr (GError) error = NULL;
  TlStore *store;

  tl_store_set_folder (copies);
  store = test_store_open (TL_STORE_ORIGIN_FILE, path, ids, &error);
  g_assert_no_error (error);
  return store;
}

static const char *
get_fingerprint (const char *kept)
{
  return *kept != '\0' ? kept : NULL;
}

/* The chain holds, the tables are what it makes of them, and the last change that was told is in it: so are all that
 * were told before, since each of a desk's changes follows the one before. */
static void
check_store (TlStore    *store,
             const char *kept)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlVerification) found = NULL;

  tl_store_verify_async (store, get_fingerprint (kept), NULL, NULL, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  found = tl_store_verify_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->fault, ==, NULL);
}

/* So for the file by itself, where no working copy helps. */
static void
check_file (const char *path,
            const char *saved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlVerification) found = NULL;
  g_autofree guint8 *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, (char **) &content, &length, &error));
  tl_document_header_check (content, MIN (length, TL_DOCUMENT_HEADER_LENGTH), length, path, &error);
  g_assert_no_error (error);
  found = tl_verify_path (path, get_fingerprint (saved), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->fault, ==, NULL);
}

static void
tell (Work    *self,
      KillTold what,
      guint    desk)
{
  g_autofree char *fingerprint = tl_store_get_fingerprint (self->stores[desk]);
  KillNews news = { .what = what, .desk = desk };

  if (self->telling < 0)
    return;
  g_strlcpy (news.fingerprint, fingerprint, sizeof news.fingerprint);
  if (write (self->telling, &news, sizeof news) != sizeof news)
    g_error ("Nobody listens any more");
}

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  /* Now and then so long that it takes pages of its own. */
  for (int n = g_rand_int_range (random, 0, 20) == 0 ? 800 : g_rand_int_range (random, 1, 12); n > 0; n--)
    g_string_append_printf (text, "%08x ", g_rand_int (random));
  return g_string_free_and_steal (text);
}

static void
add_risk (Work     *self,
          TlStore  *store,
          TlChange *change,
          guint     n)
{
  TlId row = tl_id_source_make_id (tl_store_get_ids (store));
  g_autofree char *ref = g_strdup_printf ("R%u", n + 1);
  g_autofree char *title = make_text (self->random);

  tl_change_add_row (change, "risk", &row);
  tl_change_set_text (change, "risk", &row, "ref", ref);
  tl_change_set_text (change, "risk", &row, "title", title);
}

static void
add_action (Work               *self,
            TlStore            *store,
            TlChange           *change,
            const TlRiskFacts  *risk)
{
  TlId row = tl_id_source_make_id (tl_store_get_ids (store));
  g_autofree char *title = make_text (self->random);

  tl_change_add_row (change, "action", &row);
  tl_change_set_id (change, "action", &row, "risk", &((const TlFacts *) risk)->id);
  tl_change_set_text (change, "action", &row, "title", title);
}

static void
set_something (Work               *self,
               TlChange           *change,
               const TlRiskFacts  *risk)
{
  static const char * const columns[] = { "title", "baseline_issue", "root_cause", "intended_outcome" };
  g_autofree char *text = make_text (self->random);
  const char *column = columns[g_rand_int_range (self->random, 0, G_N_ELEMENTS (columns))];

  tl_change_set_text (change, "risk", &((const TlFacts *) risk)->id, column, text);
}

static gconstpointer
choose (Work             *self,
        const TlSnapshot *snapshot,
        TlTable           table)
{
  guint n = tl_snapshot_count (snapshot, table);

  return n > 0 ? tl_snapshot_get (snapshot, table, (guint) g_rand_int_range (self->random, 0, (gint32) n)) : NULL;
}

static void
edit (Work  *self,
      guint  desk)
{
  TlStore *store = self->stores[desk];
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);
  const TlRiskFacts *risk = choose (self, snapshot, TL_TABLE_RISK);
  const TlFacts *action = choose (self, snapshot, TL_TABLE_ACTION);
  int dice = g_rand_int_range (self->random, 0, 10);

  if (risk == NULL || dice == 0)
    add_risk (self, store, change, tl_snapshot_count (snapshot, TL_TABLE_RISK));
  else if (dice < 3)
    add_action (self, store, change, risk);
  else if (dice == 3 && action != NULL)
    tl_change_remove_row (change, "action", &action->id);
  else
    set_something (self, change, risk);
  test_store_apply (store, change);
  tell (self, KILL_TOLD_EDITED, desk);
}

/* So many steps of a risk that there are twice as many as before. */
static void
import (Work  *self,
        guint  desk)
{
  TlStore *store = self->stores[desk];
  g_autoptr (TlChange) change = tl_change_new ("import");
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);
  const TlFacts *risk = choose (self, snapshot, TL_TABLE_RISK);
  guint n = tl_snapshot_count (snapshot, TL_TABLE_ACTION) + FEWEST_ROWS;
  g_auto (TlValue) link = TL_VALUE_INIT, title = TL_VALUE_INIT;

  if (risk == NULL || n > MOST_ROWS)
    return;
  tl_value_set_id (&link, &risk->id);
  for (guint i = 0; i < n; i++)
    {
      TlId row = tl_id_source_make_id (tl_store_get_ids (store));
      g_autofree char *text = g_strdup_printf ("Step %08x", g_rand_int (self->random));

      tl_value_set_text (&title, text);
      g_assert_true (tl_change_pack_row (change, "action", &row));
      tl_change_pack (change, "action", "risk", &link);
      tl_change_pack (change, "action", "title", &title);
    }
  test_store_apply (store, change);
  tell (self, KILL_TOLD_IMPORTED, desk);
}

/* What was changed since can't be taken back, and there may be nothing. */
static void
undo (Work  *self,
      guint  desk)
{
  if (test_store_undo (self->stores[desk], NULL))
    tell (self, KILL_TOLD_EDITED, desk);
}

/* What another program writes at the same moment may be in the way, for now. */
static void
save (Work  *self,
      guint  desk)
{
  g_autoptr (GError) error = NULL;

  if (test_store_try_save (self->stores[desk], NULL, &error))
    tell (self, KILL_TOLD_SAVED, desk);
  else if (!g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_BUSY)
           && !g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT))
    g_error ("%s", error->message);
}

static void
merge (Work  *self,
       guint  desk)
{
  g_autofree char *theirs = kill_desks_get_path (self->desks, 1 - desk);
  g_autoptr (GError) error = NULL;

  test_store_try_merge (self->stores[desk], theirs, NULL, &error);
  g_assert_no_error (error);
  tell (self, KILL_TOLD_MERGED, desk);
}

/* Makes the document, and where there are two files a copy of it. */
void
kill_desks_begin (const KillDesks *self)
{
  g_autofree char *ours = kill_desks_get_path (self, 0), *theirs = kill_desks_get_path (self, 1);
  g_autofree char *copies = g_build_filename (self->folder, "desk-0", NULL);
  TlStore *store;

  tl_store_set_folder (copies);
  store = test_store_new (NULL);
  test_store_add_risk (store, "R1", "Falls");
  test_store_save (store, ours);
  test_store_close (store);
  if (!self->one_file)
    {
      g_autoptr (GFile) from = g_file_new_for_path (ours), to = g_file_new_for_path (theirs);

      g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
    }
}

/* Comes back to some of the desks, finds there all that was kept, and works on for ever. */
void
kill_desks_work (const KillDesks *self,
                 guint            first,
                 guint            n,
                 guint32          seed,
                 int              telling,
                 KillDoing       *doing)
{
  Work work = { .desks = self, .random = g_rand_new_with_seed (seed), .telling = telling, .doing = doing };

  tl_index_rest_set_fewest (FEWEST_ROWS);
  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *path = kill_desks_get_path (self, i);

      if (i == first || !self->one_file || !g_str_equal (self->saved[i], self->saved[first]))
        check_file (path, self->saved[i]);
      work.stores[i] = open_desk (self, i);
      check_store (work.stores[i], self->kept[i]);
    }
  tell (&work, KILL_TOLD_CHECKED, first);
  for (;;)
    {
      guint desk = first + (guint) g_rand_int_range (work.random, 0, (gint32) n);
      int dice = g_rand_int_range (work.random, 0, 11);

      *work.doing = dice < 6 ? KILL_EDITING : dice == 10 ? KILL_IMPORTING
                    : dice < 8 && !self->one_file ? KILL_MERGING : KILL_SAVING;
      if (dice == 10)
        import (&work, desk);
      else if (dice < 5)
        edit (&work, desk);
      else if (dice == 5)
        undo (&work, desk);
      else if (*work.doing == KILL_MERGING)
        merge (&work, desk);
      else
        save (&work, desk);
    }
}

/* Edits and saves, as fast as that goes, a number of times. */
void
kill_desks_save (const KillDesks *self,
                 guint            desk,
                 guint            n)
{
  Work work = { .desks = self, .random = g_rand_new_with_seed (desk), .telling = -1 };

  work.stores[desk] = open_desk (self, desk);
  for (guint i = 0; i < n; i++)
    {
      edit (&work, desk);
      save (&work, desk);
    }
  test_store_close (work.stores[desk]);
  g_rand_free (work.random);
}

/* Nobody is killed any more: both save and take in what the other has, and each file has all that was kept anywhere. */
void
kill_desks_end (const KillDesks *self)
{
  for (guint i = 0; i < 2 * KILL_N_DESKS; i++)
    {
      guint desk = i % KILL_N_DESKS;
      g_autofree char *ours = kill_desks_get_path (self, desk), *theirs = kill_desks_get_path (self, 1 - desk);
      TlStore *store = open_desk (self, desk);

      check_store (store, self->kept[desk]);
      g_assert_true (self->one_file || test_store_try_merge (store, theirs, NULL, NULL));
      test_store_save (store, NULL);
      test_store_close (store);
      if (i < KILL_N_DESKS)
        continue;
      check_file (ours, self->kept[0]);
      check_file (ours, self->kept[1]);
    }
}
