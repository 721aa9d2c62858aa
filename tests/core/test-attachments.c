/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-attaching.h"
#include "support/test-store.h"
#include "support/test-taking-back.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-attachment-name.h"
#include "tl-blob.h"
#include "tl-store-erase.h"
#include "tl-store-merge.h"
#include "tl-verify.h"

/* A document with a risk, R1, and a piece of evidence about it, open. */
typedef struct
{
  TestDesk *desk;
  char *path;
  TlStore *store;
  TlId risk;
  TlId evidence;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->desk = test_desk_new ();
  self->path = test_desk_make_document (self->desk);
  self->store = test_store_open_file (self->path);
  self->risk = test_store_find_risk (self->store);
  self->evidence = test_add_evidence (self->store, &self->risk, "Calm mealtimes");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->store != NULL)
    test_store_close (self->store);
  g_free (self->path);
  test_desk_free (self->desk);
}

static void
reopen (Fixture *self)
{
  if (self->store != NULL)
    test_store_close (self->store);
  self->store = test_store_open_file (self->path);
}

static GFile *
write_file (Fixture    *self,
            const char *name,
            const char *content)
{
  return test_write_file (self->desk->folder, name, content, -1);
}

static TlId
attach (Fixture    *self,
        const char *name,
        const char *content)
{
  g_autoptr (GFile) file = write_file (self, name, content);

  return test_attach (self->store, &self->evidence, file);
}

static char *
verify (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlVerification) result = tl_verify_path (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_steal_pointer (&result->fault);
}

static void
assert_holds (const char *path)
{
  g_autofree char *fault = verify (path);

  g_assert_cmpstr (fault, ==, NULL);
}

static void
assert_told (const char *path,
             const char *part)
{
  g_autofree char *fault = verify (path);

  if (fault == NULL || strstr (fault, part) == NULL)
    g_error ("“%s” isn't “… %s …”", fault, part);
}

/* ── Adding ── */

/* What goes in comes out, byte by byte, from the file by itself. */
static void
test_what_is_added_comes_out (Fixture       *self,
                              gconstpointer  data)
{
  gsize length = 3 * 128 * 1024 + 17;
  g_autofree char *content = g_malloc (length), *opened = NULL, *before = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  const TlAttachmentFacts *attachment;
  const TlEvidenceFacts *facts;
  GStatBuf info;

  for (gsize i = 0; i < length; i++)
    content[i] = (char) g_rand_int (random);
  file = test_write_file (self->desk->folder, "audit.pdf", content, (gssize) length);
  test_attach (self->store, &self->evidence, file);
  test_store_save (self->store, NULL);
  assert_holds (self->path);
  g_assert_cmpint (g_remove (g_file_peek_path (file)), ==, 0);

  test_store_close (g_steal_pointer (&self->store));
  before = g_strdup (self->desk->copies);
  g_set_str (&self->desk->copies, self->desk->folder);
  tl_store_set_folder (self->desk->copies);
  reopen (self);
  snapshot = test_store_load (self->store);
  facts = tl_snapshot_find (snapshot, TL_TABLE_EVIDENCE, &self->evidence);
  g_assert_cmpuint (facts->attachments.n, ==, 1);
  attachment = TL_FACTS_AT (facts->attachments, TlAttachmentFacts, 0);
  g_assert_cmpstr (attachment->name, ==, "audit.pdf");
  g_assert_cmpint (attachment->size, ==, length);
  g_assert_cmpint (tl_snapshot_get_attached_size (snapshot), ==, length);

  opened = test_unpack (self->store, &self->evidence, 0, NULL);
  g_assert_nonnull (opened);
  test_assert_content (opened, content, length);
  g_assert_cmpint (g_stat (opened, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0400);
  g_assert_true (g_str_has_suffix (opened, "/audit.pdf"));

  /* What was opened goes with the workbook. */
  test_store_close (g_steal_pointer (&self->store));
  g_assert_false (g_file_test (opened, G_FILE_TEST_EXISTS));
}

static void
test_equal_contents_are_kept_once (Fixture       *self,
                                   gconstpointer  data)
{
  TlId other = test_add_evidence (self->store, &self->risk, "Late calls");
  g_autoptr (GFile) same = write_file (self, "copy.txt", "Minutes of March");
  g_autoptr (TlSnapshot) snapshot = NULL;

  attach (self, "minutes.txt", "Minutes of March");
  test_attach (self->store, &other, same);
  test_store_save (self->store, NULL);
  g_assert_cmpint (test_ask_file (self->path, "SELECT count(*) FROM attachment"), ==, 2);
  g_assert_cmpint (test_ask_file (self->path, "SELECT count(*) FROM blob"), ==, 1);
  snapshot = test_store_load (self->store);
  g_assert_cmpint (tl_snapshot_get_attached_size (snapshot), ==, strlen ("Minutes of March"));
  assert_holds (self->path);
}

static void
assert_refused (Fixture    *self,
                const char *path,
                const char *part)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (test_take_file (self->store, file, &error));
  if (error == NULL || strstr (error->message, part) == NULL || strstr (error->message, name) == NULL)
    g_error ("“%s” isn't “… %s …” about “%s”", error != NULL ? error->message : "(nothing)", part, name);
}

/* Whatever can't be attached is named, with what to do. */
static void
test_what_cannot_be_attached_is_told (Fixture       *self,
                                      gconstpointer  data)
{
  g_autofree char *folder = test_desk_path (self->desk, "Audits");
  g_autofree char *empty = test_desk_path (self->desk, "empty.txt");
  g_autofree char *large = test_desk_path (self->desk, "film.mp4");
  g_autofree char *little_larger = test_desk_path (self->desk, "scan.pdf");
  g_autofree char *largest = test_desk_path (self->desk, "largest.pdf");
  g_autofree char *gone = test_desk_path (self->desk, "gone.txt");
  g_autofree char *pipe = test_desk_path (self->desk, "pipe");
  g_autoptr (GFile) fits = g_file_new_for_path (largest);
  g_autoptr (TlAttachedFile) taken = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (large, "x", 1, NULL));
  g_assert_cmpint (truncate (large, 310000000), ==, 0);
  g_assert_true (g_file_set_contents (little_larger, "x", 1, NULL));
  g_assert_cmpint (truncate (little_larger, TL_ATTACHED_FILE_LIMIT + 1), ==, 0);
  g_assert_true (g_file_set_contents (largest, "x", 1, NULL));
  g_assert_cmpint (truncate (largest, TL_ATTACHED_FILE_LIMIT), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  assert_refused (self, folder, "is a folder");
  assert_refused (self, empty, "is empty");
  assert_refused (self, large, "is 310 MB large, and a file may have up to 25 MB. Leave it where it is");
  assert_refused (self, little_larger, "is larger than 25 MB");
  assert_refused (self, gone, "isn’t there any more");
  assert_refused (self, pipe, "isn’t a file that could be attached");
  /* A file of the system that says how it can be read and then can't. */
  assert_refused (self, "/proc/self/mem", "can’t be read");

  taken = test_take_file (self->store, fits, NULL);
  g_assert_nonnull (taken);
  g_assert_cmpint (tl_attached_file_get_size (taken), ==, TL_ATTACHED_FILE_LIMIT);
}

static void
append_cb (double   fraction,
           gpointer path)
{
  FILE *file = fopen (path, "a");

  g_assert_nonnull (file);
  fputs ("more", file);
  fclose (file);
}

/* A scanner or a word processor that is still writing. */
static void
test_a_file_that_grows_is_refused (Fixture       *self,
                                   gconstpointer  data)
{
  g_autofree char *path = test_desk_path (self->desk, "scan.pdf");
  g_autoptr (GFile) file = test_write_file (self->desk->folder, "scan.pdf", "begun", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_attached_file_read (file, self->desk->folder, append_cb, path, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "“scan.pdf” was being changed while it was read"));
}

static void
cancel_cb (double   fraction,
           gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_stopping_leaves_nothing (Fixture       *self,
                              gconstpointer  data)
{
  g_autofree char *content = g_strnfill (1000000, 'x');
  g_autoptr (GFile) file = write_file (self, "long.txt", content);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_files = test_desk_count_files (self->desk);

  g_assert_null (tl_attached_file_read (file, self->desk->folder, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (test_desk_count_files (self->desk), ==, n_files);
}

/* A refused change leaves no content behind that nobody could see. */
static void
test_content_comes_with_its_change_or_not_at_all (Fixture       *self,
                                                  gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (self, "audit.pdf", "Forty charts");
  g_autoptr (TlAttachedFile) taken = test_take_file (self->store, file, NULL);
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_ATTACH);
  g_auto (TlValue) content = TL_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  TlId row = { { 7 } }, nowhere = { { 8 } };

  tl_value_set_bytes (&content, tl_attached_file_get_hash (taken), sizeof (TlDigest));
  tl_change_add_row (change, "attachment", &row);
  tl_change_set_id (change, "attachment", &row, "evidence", &nowhere);
  tl_change_set_text (change, "attachment", &row, "name", "audit.pdf");
  tl_change_set (change, "attachment", &row, "content", &content);
  tl_change_add_file (change, taken);
  g_assert_null (test_store_try (self->store, change, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID);
  test_store_save (self->store, NULL);
  g_assert_cmpint (test_ask_file (self->path, "SELECT count(*) FROM blob"), ==, 0);
}

static void
test_names (void)
{
  static const struct { const char *given, *made; } names[] = {
    { "audit.pdf", "audit.pdf" },
    { "Protokół – März.pdf", "Protokół – März.pdf" },
    { "../../etc/passwd", "_.._etc_passwd" },
    { "C:\\Users\\audit.pdf", "C__Users_audit.pdf" },
    { ".hidden", "hidden" },
    { "  audit.pdf. ", "audit.pdf" },
    { "two\nlines\t.txt", "two_lines_.txt" },
    { "invoice\xe2\x80\xae" "fdp.exe", "invoicefdp.exe" },
    { "bad\xff.txt", "bad\xef\xbf\xbd.txt" },
    { "..", "Attachment" },
    { "", "Attachment" },
    { NULL, "Attachment" },
  };
  g_autofree char *long_name = g_strnfill (500, 'a'), *full = g_strconcat (long_name, ".pdf", NULL);
  g_autofree char *shortened = tl_attachment_name_clean (full);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *made = tl_attachment_name_clean (names[i].given);

      g_assert_cmpstr (made, ==, names[i].made);
    }
  g_assert_cmpuint (strlen (shortened), ==, 200);
  g_assert_true (g_str_has_suffix (shortened, "a.pdf"));
  g_assert_true (tl_attachment_name_is_program ("invoice.PDF.Exe"));
  g_assert_true (tl_attachment_name_is_program ("start.desktop"));
  g_assert_false (tl_attachment_name_is_program ("exe.pdf"));
  g_assert_false (tl_attachment_name_is_program ("README"));
}

/* ── History ── */

static char *
get_latest (TlStore *store)
{
  TlHistoryQuery query = { .most = 1 };
  g_autoptr (GPtrArray) entries = test_store_list_history (store, &query);

  return g_strdup (tl_history_entry_get_what (g_ptr_array_index (entries, 0)));
}

static void
test_taken_back_and_done_again (Fixture       *self,
                                gconstpointer  data)
{
  g_autofree char *content = g_strnfill (240000, 'x'), *added = NULL, *removed = NULL, *opened = NULL;
  TlHistoryQuery query = { .risk = self->risk };
  g_autoptr (GPtrArray) of_risk = NULL;
  TlId attachment = attach (self, "audit.pdf", content);

  added = get_latest (self->store);
  g_assert_cmpstr (added, ==, "added the file audit.pdf (240 kB) to “Calm mealtimes”");
  of_risk = test_store_list_history (self->store, &query);
  g_assert_cmpstr (tl_history_entry_get_what (g_ptr_array_index (of_risk, 0)), ==, added);

  g_assert_true (test_store_undo (self->store, NULL));
  g_assert_cmpuint (test_count_attachments (self->store, &self->evidence), ==, 0);
  g_assert_true (test_store_redo (self->store, NULL));
  g_assert_cmpuint (test_count_attachments (self->store, &self->evidence), ==, 1);

  test_detach (self->store, &attachment);
  removed = get_latest (self->store);
  g_assert_cmpstr (removed, ==, "removed the file audit.pdf (240 kB) from “Calm mealtimes”");
  g_assert_cmpuint (test_count_attachments (self->store, &self->evidence), ==, 0);

  /* Undo works across restarts, and so must content be kept. */
  test_store_save (self->store, NULL);
  assert_holds (self->path);
  reopen (self);
  g_assert_true (test_store_undo (self->store, NULL));
  opened = test_unpack (self->store, &self->evidence, 0, NULL);
  test_assert_content (opened, content, strlen (content));
}

static void
test_the_past_has_its_files (Fixture       *self,
                             gconstpointer  data)
{
  TlId attachment = attach (self, "audit.pdf", "Forty charts");
  gint64 then = tl_store_get_recorded (self->store);
  g_autoptr (TlSnapshot) past = NULL;
  const TlEvidenceFacts *facts;

  test_detach (self->store, &attachment);
  past = test_store_load_recorded (self->store, then, NULL);
  facts = tl_snapshot_find (past, TL_TABLE_EVIDENCE, &self->evidence);
  g_assert_cmpuint (facts->attachments.n, ==, 1);
  g_assert_cmpint (TL_FACTS_AT (facts->attachments, TlAttachmentFacts, 0)->size, ==, strlen ("Forty charts"));
}

/* ── Verifying ── */

static void
test_altered_and_missing_files_are_told (Fixture       *self,
                                         gconstpointer  data)
{
  g_autofree char *copy = test_desk_path (self->desk, "b.throughline"), *content = NULL, *opened = NULL;
  g_autoptr (GError) error = NULL;
  TlId attachment = attach (self, "audit.pdf", "Forty charts");
  gsize length;

  test_store_save (self->store, NULL);
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (copy, content, (gssize) length, NULL));
  test_run_sql (copy, "UPDATE blob SET content = CAST ('Forty chart.' AS BLOB)");
  assert_told (copy, "The attached file “audit.pdf” isn’t what it was when it was added.");

  /* What is altered isn't handed to anybody. */
  test_store_close (g_steal_pointer (&self->store));
  g_set_str (&self->path, copy);
  reopen (self);
  opened = test_unpack (self->store, &self->evidence, 0, &error);
  g_assert_null (opened);
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);

  /* Nor may what was removed be lost in secret. */
  test_detach (self->store, &attachment);
  test_store_save (self->store, NULL);
  test_run_sql (copy, "DELETE FROM blob");
  assert_told (copy, "The attached file “audit.pdf” is missing.");
}

/* ── Merging ── */

static TlMergeResult *
merge (TlStore     *store,
       const char  *path,
       GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_merge_async (store, file, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  return tl_store_merge_finish (store, result, error);
}

/* A copy of the document in which somebody else attaches a file. */
static char *
make_copy (Fixture    *self,
           const char *name,
           const char *content,
           gboolean    remove)
{
  g_autofree char *path = test_desk_path (self->desk, "b.throughline");
  g_autoptr (GFile) file = write_file (self, name, content);
  g_autofree char *bytes = NULL;
  gsize length;
  TlStore *theirs;
  TlId attachment;

  test_store_save (self->store, NULL);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  theirs = test_store_open_file (path);
  attachment = test_attach (theirs, &self->evidence, file);
  if (remove)
    test_detach (theirs, &attachment);
  test_store_save (theirs, NULL);
  test_store_close (theirs);
  return g_steal_pointer (&path);
}

static void
test_merging_brings_the_files (Fixture       *self,
                               gconstpointer  data)
{
  g_autofree char *theirs = make_copy (self, "minutes.txt", "Minutes of March", FALSE);
  g_autofree char *opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMergeResult) merged = NULL;

  attach (self, "audit.pdf", "Forty charts");
  merged = merge (self->store, theirs, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_count_attachments (self->store, &self->evidence), ==, 2);
  opened = test_unpack (self->store, &self->evidence, 1, NULL);
  test_assert_content (opened, "Minutes of March", strlen ("Minutes of March"));
  test_store_save (self->store, NULL);
  assert_holds (self->path);
}

/* Also what the other side has removed, since taking back belongs to everyone. */
static void
test_merging_brings_what_can_be_brought_back (Fixture       *self,
                                              gconstpointer  data)
{
  g_autofree char *theirs = make_copy (self, "minutes.txt", "Minutes of March", TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMergeResult) merged = NULL;

  test_run_sql (theirs, "INSERT INTO blob VALUES (randomblob (32), x'00')");
  attach (self, "audit.pdf", "Forty charts");
  merged = merge (self->store, theirs, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_count_attachments (self->store, &self->evidence), ==, 1);
  test_store_save (self->store, NULL);
  /* What nothing names stays behind. */
  g_assert_cmpint (test_ask_file (self->path, "SELECT count(*) FROM blob"), ==, 2);
  assert_holds (self->path);
}

static void
test_merging_refuses_lost_files (Fixture       *self,
                                 gconstpointer  data)
{
  static const struct { const char *sql, *told; gboolean removed; } cases[] = {
    { "DELETE FROM blob", "some of its rows point to rows that aren’t there", FALSE },
    { "DELETE FROM blob", "The file “minutes.txt”, which is attached in it, is missing.", TRUE },
    { "UPDATE blob SET content = CAST ('Minutes of march' AS BLOB)",
      "The file “minutes.txt”, which is attached in it, has been altered.", FALSE },
    { "UPDATE blob SET content = zeroblob (100000)",
      "The file “minutes.txt”, which is attached in it, has been altered.", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *theirs = make_copy (self, "minutes.txt", "Minutes of March", cases[i].removed);
      g_autofree char *before = tl_store_get_fingerprint (self->store), *after = NULL;
      g_autoptr (GError) error = NULL;

      test_run_sql (theirs, cases[i].sql);
      g_assert_null (merge (self->store, theirs, &error));
      g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
      if (strstr (error->message, cases[i].told) == NULL)
        g_error ("“%s”: “%s” isn't “… %s …”", cases[i].sql, error->message, cases[i].told);
      after = tl_store_get_fingerprint (self->store);
      g_assert_cmpstr (before, ==, after);
    }
}

/* ── Content that nothing names ── */

static void
test_only_what_nothing_names_is_collected (Fixture       *self,
                                           gconstpointer  data)
{
  TlId attachment = attach (self, "audit.pdf", "Forty charts");
  TlDatabase *database;

  attach (self, "minutes.txt", "Minutes of March");
  test_detach (self->store, &attachment);
  test_store_save (self->store, NULL);
  test_run_sql (self->path, "INSERT INTO blob VALUES (randomblob (32), x'00')");
  g_assert_cmpint (test_ask_file (self->path, "SELECT count(*) FROM blob"), ==, 3);

  database = tl_database_open (self->path, TL_DATABASE_WRITE, NULL);
  g_assert_true (tl_database_run (database, "BEGIN IMMEDIATE", NULL));
  g_assert_true (tl_blob_collect (database, NULL));
  g_assert_true (tl_database_run (database, "COMMIT", NULL));
  tl_database_close (database);
  g_assert_cmpint (test_ask_file (self->path, "SELECT count(*) FROM blob"), ==, 2);
  assert_holds (self->path);
}

static void
erase (TlStore    *store,
       const TlId *attachment)
{
  g_autoptr (TlErasure) erasure = tl_erasure_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_erasure_add_field (erasure, "attachment", attachment, "name"));
  g_assert_true (tl_erasure_add_field (erasure, "attachment", attachment, "content"));
  tl_store_erase_async (store, erasure, NULL, NULL, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  g_assert_true (tl_store_erase_finish (store, result, &error));
  g_assert_no_error (error);
}

static gboolean
contains (const char *path,
          const char *text)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return memmem (content, length, text, strlen (text)) != NULL;
}

/* A person's right: nothing is left of the content, not even where it was removed and could have been brought back. */
static void
test_erased_content_is_gone (Fixture       *self,
                             gconstpointer  data)
{
  TlId removed = attach (self, "audit.pdf", "Forty charts of a named person"), kept;
  g_autofree char *opened = NULL;

  kept = attach (self, "minutes.txt", "Minutes that name somebody");
  attach (self, "other.txt", "Nobody is named here");
  test_detach (self->store, &removed);
  test_store_save (self->store, NULL);
  g_assert_true (contains (self->path, "Forty charts"));

  erase (self->store, &removed);
  erase (self->store, &kept);
  test_store_save (self->store, NULL);
  g_assert_false (contains (self->path, "Forty charts"));
  g_assert_false (contains (self->path, "Minutes that name"));
  g_assert_false (contains (self->path, "audit.pdf"));
  g_assert_true (contains (self->path, "Nobody is named here"));
  g_assert_cmpint (test_ask_file (self->path, "SELECT count(*) FROM blob"), ==, 2);
  assert_holds (self->path);

  /* That there was something is still to be seen. */
  g_assert_cmpuint (test_count_attachments (self->store, &self->evidence), ==, 2);
  opened = test_unpack (self->store, &self->evidence, 0, NULL);
  test_assert_content (opened, "[erased]", strlen ("[erased]"));
}

/* What one copy erased goes from the other too, whoever merges. */
static void
test_erasing_reaches_other_copies (Fixture       *self,
                                   gconstpointer  data)
{
  TlId attachment = attach (self, "audit.pdf", "Forty charts of a named person");
  g_autofree char *theirs = make_copy (self, "minutes.txt", "Minutes of March", FALSE);
  g_autofree char *ours_merged = NULL, *theirs_merged = NULL;
  g_autoptr (TlMergeResult) merged = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *other;

  erase (self->store, &attachment);
  merged = merge (self->store, theirs, &error);
  g_assert_no_error (error);
  test_store_save (self->store, NULL);
  g_assert_cmpint (test_ask_file (self->path, "SELECT count(*) FROM blob"), ==, 2);
  g_assert_false (contains (self->path, "Forty charts"));
  assert_holds (self->path);

  other = test_store_open_file (theirs);
  again = merge (other, self->path, &error);
  g_assert_no_error (error);
  ours_merged = tl_store_get_fingerprint (self->store);
  theirs_merged = tl_store_get_fingerprint (other);
  g_assert_cmpstr (ours_merged, ==, theirs_merged);
  test_store_save (other, NULL);
  test_store_close (other);
  g_assert_cmpint (test_ask_file (theirs, "SELECT count(*) FROM blob"), ==, 2);
  g_assert_false (contains (theirs, "Forty charts"));
  assert_holds (theirs);
}

/* ── Killed between ── */

#define N_KILLS 8

static const char *program;

/* Attaches files for ever, and says so each time one is kept. */
static int
attach_for_ever (const char *copies,
                 const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlStore *store;
  TlId evidence;

  tl_store_set_folder (copies);
  store = test_store_open_file (path);
  snapshot = test_store_load (store);
  evidence = ((const TlFacts *) tl_snapshot_get (snapshot, TL_TABLE_EVIDENCE, 0))->id;
  for (;;)
    {
      g_autofree char *content = g_strdup_printf ("%" G_GINT64_FORMAT "%0300000d", g_get_monotonic_time (), getpid ());
      g_autoptr (GFile) file = test_write_file (folder, "scan.pdf", content, -1);

      test_attach (store, &evidence, file);
      g_free (test_unpack (store, &evidence, 0, NULL));
      if (write (STDOUT_FILENO, "+\n", 2) < 0)
        return 1;
    }
}

/* The copies for other programs that are left of a program that was killed. */
static guint
count_opened (Fixture *self)
{
  g_autoptr (GDir) copies = g_dir_open (self->desk->copies, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (copies)) != NULL)
    {
      g_autofree char *opened = g_build_filename (self->desk->copies, name, "opened", NULL);

      n += g_file_test (opened, G_FILE_TEST_IS_DIR);
    }
  return n;
}

static guint
kill_after (Fixture *self,
            guint    n_files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--attach",
                                                    self->desk->copies, self->path, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  guint n = 0;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (; n < n_files; n++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      g_assert_nonnull (line);
    }
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, &error));

  /* What it said before it was killed counts too. */
  for (;; n++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        return n;
    }
}

static void
test_no_kept_file_is_lost (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint n_kept = 0, n_opened = 0;

  test_store_save (self->store, NULL);
  test_store_close (g_steal_pointer (&self->store));
  for (guint i = 0; i < N_KILLS; i++)
    {
      guint n_now;

      n_kept += kill_after (self, (guint) g_rand_int_range (random, 0, 6));
      n_opened += count_opened (self);
      reopen (self);
      g_assert_cmpuint (count_opened (self), ==, 0);
      n_now = test_count_attachments (self->store, &self->evidence);
      g_assert_cmpuint (n_now, >=, n_kept);
      n_kept = n_now;
      test_store_save (self->store, NULL);
      test_store_close (g_steal_pointer (&self->store));
      assert_holds (self->path);
      /* Neither content without a row nor a copy on the way is left. */
      g_assert_cmpint (test_ask_file (self->path, "SELECT count(*) FROM blob"), ==, n_kept);
    }
  g_assert_cmpuint (n_kept, >, 0);
  g_assert_cmpuint (n_opened, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--attach"))
    return attach_for_ever (argv[2], argv[3]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/attachments/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("come-out", test_what_is_added_comes_out);
  ADD ("once", test_equal_contents_are_kept_once);
  ADD ("refused", test_what_cannot_be_attached_is_told);
  ADD ("growing", test_a_file_that_grows_is_refused);
  ADD ("stopped", test_stopping_leaves_nothing);
  ADD ("all-or-nothing", test_content_comes_with_its_change_or_not_at_all);
  g_test_add_func ("/attachments/names", test_names);
  ADD ("taken-back", test_taken_back_and_done_again);
  ADD ("past", test_the_past_has_its_files);
  ADD ("verified", test_altered_and_missing_files_are_told);
  ADD ("merged", test_merging_brings_the_files);
  ADD ("merged/removed", test_merging_brings_what_can_be_brought_back);
  ADD ("merged/lost", test_merging_refuses_lost_files);
  ADD ("collected", test_only_what_nothing_names_is_collected);
  ADD ("erased", test_erased_content_is_gone);
  ADD ("erased/merged", test_erasing_reaches_other_copies);
  ADD ("killed", test_no_kept_file_is_lost);
  return g_test_run ();
}
