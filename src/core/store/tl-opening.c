/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-opening.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-document-file.h"
#include "tl-erase-follow.h"
#include "tl-network-folder.h"
#include "tl-store-error.h"

/**
 * tl_opening_new:
 * @origin: what to open
 * @file: (nullable): the document's file, unless a new one is made
 * @ids: where ids, salts and times come from
 *
 * Returns: (transfer full): an opening that hasn't begun
 */
TlOpening *
tl_opening_new (TlStoreOrigin  origin,
                GFile         *file,
                TlIdSource    *ids)
{
  TlOpening *self = g_new0 (TlOpening, 1);

  self->origin = origin;
  g_set_object (&self->file, file);
  self->ids = g_object_ref (ids);
  return self;
}

/**
 * tl_opening_free:
 * @self: (transfer full): an opening, whose writer and working copy have been taken over or never were
 *
 * Frees an opening.
 */
void
tl_opening_free (TlOpening *self)
{
  g_assert (self->writer == NULL && self->copy == NULL && self->ahead == NULL);

  g_clear_object (&self->file);
  g_object_unref (self->ids);
  g_free (self->address);
  g_free (self->typed);
  g_free (self);
}

/* Takes the writer's present state for saved, as it is in @info's file, or nowhere yet. */
static gboolean
note_saved (TlOpening             *self,
            const TlDocumentInfo  *info,
            const TlDigest        *saved,
            GError               **error)
{
  TlWorkingCopyNote note = { .document = *tl_writer_get_document (self->writer), .saved = *saved };

  if (info != NULL)
    {
      note.address = info->address;
      note.mark = info->mark;
    }
  return tl_working_copy_set_note (self->copy, &note, error);
}

static gboolean
open_new (TlOpening  *self,
          GError    **error)
{
  self->copy = tl_working_copy_new (error);
  if (self->copy == NULL)
    return FALSE;
  self->writer = tl_writer_new_empty (tl_working_copy_get_path (self->copy), self->ids, error);
  return self->writer != NULL && note_saved (self, NULL, tl_writer_get_head (self->writer), error);
}

/* Makes a new working copy of the file, checked through and through, and has it read meanwhile. */
static TlWorkingCopy *
take_in (TlOpening             *self,
         const TlDocumentInfo  *info,
         gboolean              *newer,
         TlReadAhead          **ahead,
         TlId                  *document,
         TlDigest              *head,
         GCancellable          *cancellable,
         GError               **error)
{
  g_autoptr (TlWorkingCopy) copy = tl_working_copy_new (error);
  const char *path;

  if (copy == NULL)
    return NULL;
  path = tl_working_copy_get_path (copy);
  if (tl_document_take_in_any (info, path, newer, cancellable, error)
      && (newer != NULL && *newer ? tl_document_read_newer (info, path, document, head, cancellable, error)
                                  : tl_document_check (info, path, ahead, document, head, cancellable, error)))
    return g_steal_pointer (&copy);
  tl_working_copy_discard (g_steal_pointer (&copy));
  return NULL;
}

/* What a working copy that was left behind turns out to be. */
typedef enum
{
  LEFT_UNREADABLE,
  LEFT_CLEAN,
  LEFT_UNSAVED,
} Left;

/* One that is damaged is passed over. One that can't be read because the disk is full, or fails, is not: it may have what
 * is nowhere else. */
static gboolean
explain_left (TlWorkingCopy  *copy,
              GError         *reason,
              GError        **error)
{
  g_autofree char *folder = g_path_get_dirname (tl_working_copy_get_path (copy));
  g_autofree char *name = g_filename_display_name (folder);

  if (g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
    {
      g_error_free (reason);
      return TRUE;
    }
  g_set_error (error, reason->domain, reason->code,
               /* Translators: the first %s is a whole sentence, the second the path of a folder. */
               _("%s What you were working on is in “%s”. If it stays like that, move this folder elsewhere and keep it, "
                 "then open the workbook again."),
               reason->message, name);
  g_error_free (reason);
  return FALSE;
}

static gboolean
examine (TlWorkingCopy  *copy,
         TlIdSource     *ids,
         Left           *left,
         TlWriter      **writer,
         GError        **error)
{
  const TlWorkingCopyNote *note = tl_working_copy_get_note (copy);
  const char *path = tl_working_copy_get_path (copy);
  GError *reason = NULL;
  GStatBuf found;

  *left = LEFT_UNREADABLE;
  *writer = NULL;
  /* Somebody has taken it away. */
  if (g_lstat (path, &found) != 0 && errno == ENOENT)
    return TRUE;
  *writer = tl_writer_new (path, ids, &reason);
  if (*writer == NULL || !tl_database_check (tl_writer_get_database (*writer), FALSE, NULL, &reason))
    {
      g_clear_pointer (writer, tl_writer_free);
      return explain_left (copy, reason, error);
    }
  if (!tl_id_equal (tl_writer_get_document (*writer), &note->document))
    g_clear_pointer (writer, tl_writer_free);
  else
    *left = tl_digest_equal (tl_writer_get_head (*writer), &note->saved) ? LEFT_CLEAN : LEFT_UNSAVED;
  return TRUE;
}

static void
attach (TlOpening     *self,
        TlWorkingCopy *copy,
        TlWriter      *writer)
{
  self->copy = copy;
  self->writer = writer;
}

/* Goes on with a working copy whose file is as it was left; with one that has unsaved changes before any other. Returns
 * whether all could be looked at. */
static gboolean
find_unchanged (TlOpening             *self,
                const TlDocumentInfo  *info,
                GPtrArray             *found,
                GError               **error)
{
  gboolean others = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      TlWorkingCopy *copy = g_ptr_array_index (found, i);
      gboolean as_left = g_strcmp0 (tl_working_copy_get_note (copy)->mark, info->mark) == 0;
      TlWriter *writer = NULL;
      Left left;

      if (!examine (copy, self->ids, &left, &writer, error))
        return FALSE;
      if (left == LEFT_UNSAVED && as_left)
        {
          attach (self, g_ptr_array_steal_index (found, i), writer);
          return TRUE;
        }
      others = others || left == LEFT_UNSAVED;
      g_clear_pointer (&writer, tl_writer_free);
    }
  for (guint i = 0; i < found->len && !others; i++)
    {
      TlWorkingCopy *copy = g_ptr_array_index (found, i);
      TlWriter *writer = NULL;
      Left left;

      if (g_strcmp0 (tl_working_copy_get_note (copy)->mark, info->mark) != 0)
        continue;
      if (!examine (copy, self->ids, &left, &writer, error))
        return FALSE;
      if (left != LEFT_UNREADABLE)
        {
          attach (self, g_ptr_array_steal_index (found, i), writer);
          return TRUE;
        }
    }
  return TRUE;
}

static gboolean
has_change (TlWorkingCopy  *copy,
            const TlDigest *change)
{
  g_autoptr (TlDatabase) database = tl_database_open (tl_working_copy_get_path (copy), TL_DATABASE_LOOK, NULL);
  gboolean has = FALSE;

  return database != NULL && tl_database_has_change (database, change, &has, NULL) && has;
}

/* Whether a working copy has what the file hasn't. One that was saved has when somebody put another copy in the file's
 * place, as synchronised folders do; not when the file is only as it was before, which somebody may have wanted. */
static gboolean
has_more (Left             left,
          TlWriter        *writer,
          const TlDigest  *head)
{
  gboolean ours = TRUE;

  return left == LEFT_UNSAVED
         || (tl_database_has_change (tl_writer_get_database (writer), head, &ours, NULL) && !ours);
}

/* Goes on with a working copy of the same document that has what the file hasn't. One whose changes are all in the file
 * is no longer needed; any other is kept, since it may be the last to have them. */
static gboolean
find_unsaved (TlOpening       *self,
              GPtrArray       *found,
              TlWorkingCopy   *fresh,
              const TlId      *document,
              const TlDigest  *head,
              GError         **error)
{
  for (guint i = found->len; i > 0 && self->writer == NULL; i--)
    {
      TlWorkingCopy *copy = g_ptr_array_index (found, i - 1);
      TlWriter *writer = NULL;
      gboolean same;
      Left left;

      if (!examine (copy, self->ids, &left, &writer, error))
        return FALSE;
      same = left != LEFT_UNREADABLE && tl_id_equal (tl_writer_get_document (writer), document);
      if (same && has_change (fresh, tl_writer_get_head (writer)))
        {
          g_clear_pointer (&writer, tl_writer_free);
          tl_working_copy_take_typed (fresh, copy);
          tl_working_copy_discard (g_ptr_array_steal_index (found, i - 1));
        }
      else if (same && has_more (left, writer, head))
        attach (self, g_ptr_array_steal_index (found, i - 1), g_steal_pointer (&writer));
      g_clear_pointer (&writer, tl_writer_free);
    }
  return TRUE;
}

/* What is in the file already needn't be saved. Somebody else's changes in it are taken in when saving; until then, and
 * as long as a newer version's file can't be written, the file isn't as we left it. */
static gboolean
note_file (TlOpening             *self,
           const TlDocumentInfo  *info,
           gboolean               newer,
           const TlDigest        *head,
           GError               **error)
{
  const TlWorkingCopyNote *before = tl_working_copy_get_note (self->copy);
  TlWorkingCopyNote note = { before->document, g_strdup (info->address), NULL, *head };
  gboolean ours = FALSE, noted;

  if (!tl_database_has_change (tl_writer_get_database (self->writer), head, &ours, error))
    noted = FALSE;
  else if (ours && !newer)
    noted = note_saved (self, info, head, error);
  else
    noted = !tl_digest_equal (tl_writer_get_head (self->writer), &before->saved)
            || tl_working_copy_set_note (self->copy, &note, error);
  g_free (note.address);
  return noted;
}

/* A newer version's document is read as it lies. Nothing is noted of its address, so that nobody takes it for a working
 * copy, and it goes when it is closed. */
static gboolean
open_newer (TlOpening      *self,
            TlWorkingCopy  *fresh,
            GError        **error)
{
  self->copy = fresh;
  self->reason = TL_READ_ONLY_REASON_NEWER;
  self->writer = tl_writer_new_idle (tl_working_copy_get_path (fresh), self->ids, error);
  return self->writer != NULL && note_saved (self, NULL, tl_writer_get_head (self->writer), error);
}

static gboolean
open_fresh (TlOpening             *self,
            const TlDocumentInfo  *info,
            TlWorkingCopy         *fresh,
            const TlDigest        *head,
            GError               **error)
{
  self->copy = fresh;
  self->writer = tl_writer_new (tl_working_copy_get_path (fresh), self->ids, error);
  return self->writer != NULL && note_saved (self, info, head, error);
}

/* Goes on with the working copy that was found to have what the file hasn't. */
static gboolean
open_left (TlOpening             *self,
           const TlDocumentInfo  *info,
           gboolean               newer,
           const TlDigest        *head,
           GError               **error)
{
  /* What the file has can't be taken in here, so that there is only one way for our changes. */
  if (newer)
    self->reason = TL_READ_ONLY_REASON_OVERTAKEN;
  if (note_file (self, info, newer, head, error))
    return TRUE;
  g_clear_pointer (&self->writer, tl_writer_free);
  g_clear_pointer (&self->copy, tl_working_copy_free);
  return FALSE;
}

static gboolean
open_file (TlOpening      *self,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (TlDocumentInfo) info = tl_document_look (self->file, cancellable, error);
  g_autoptr (GPtrArray) found = NULL;
  gboolean newer = FALSE;
  TlWorkingCopy *fresh;
  TlDigest head;
  TlId document;

  if (info == NULL)
    return FALSE;
  self->address = g_strdup (info->address);
  if (info->exists && !info->can_write)
    self->reason = TL_READ_ONLY_REASON_PERMISSION;
  found = tl_working_copy_find_all (info->address, error);
  if (found == NULL || (info->exists && !find_unchanged (self, info, found, error)))
    return FALSE;
  if (self->writer != NULL)
    return TRUE;

  fresh = take_in (self, info, &newer, &self->ahead, &document, &head, cancellable, error);
  if (fresh == NULL)
    return FALSE;
  if (!find_unsaved (self, found, fresh, &document, &head, error))
    {
      g_clear_pointer (&self->ahead, tl_read_ahead_free);
      tl_working_copy_discard (fresh);
      return FALSE;
    }
  if (self->writer != NULL)
    {
      g_clear_pointer (&self->ahead, tl_read_ahead_free);
      tl_working_copy_discard (fresh);
      return open_left (self, info, newer, &head, error);
    }
  return newer ? open_newer (self, fresh, error) : open_fresh (self, info, fresh, &head, error);
}

static gboolean
open_copy (TlOpening      *self,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (TlDocumentInfo) info = tl_document_look (self->file, cancellable, error);
  TlDigest head;
  TlId document;

  if (info == NULL)
    return FALSE;
  self->copy = take_in (self, info, NULL, NULL, &document, &head, cancellable, error);
  if (self->copy == NULL)
    return FALSE;
  self->writer = tl_writer_new (tl_working_copy_get_path (self->copy), self->ids, error);
  return self->writer != NULL && tl_writer_copy (self->writer, error)
         && note_saved (self, NULL, tl_writer_get_head (self->writer), error);
}

/* Goes on with a working copy wherever its file is. */
static gboolean
open_kept (TlOpening  *self,
           GError    **error)
{
  g_autoptr (TlWorkingCopy) copy = tl_working_copy_take (g_file_peek_path (self->file), error);
  TlWriter *writer;

  if (copy == NULL)
    return FALSE;
  writer = tl_writer_new (tl_working_copy_get_path (copy), self->ids, error);
  if (writer == NULL || !tl_database_check (tl_writer_get_database (writer), FALSE, NULL, error))
    {
      g_clear_pointer (&writer, tl_writer_free);
      g_prefix_error_literal (error, _("What was kept on this computer can’t be read: "));
      return FALSE;
    }
  attach (self, g_steal_pointer (&copy), writer);
  return TRUE;
}

static gboolean
open_origin (TlOpening      *self,
             GCancellable   *cancellable,
             GError        **error)
{
  switch (self->origin)
    {
    case TL_STORE_ORIGIN_NEW:
      return open_new (self, error);
    case TL_STORE_ORIGIN_FILE:
      return open_file (self, cancellable, error);
    case TL_STORE_ORIGIN_KEPT:
      return open_kept (self, error);
    case TL_STORE_ORIGIN_COPY:
    default:
      return open_copy (self, cancellable, error);
    }
}

/* Changes that the file hasn't, and that weren't made just now, were left by whoever had it open before. */
static void
begin (TlOpening *self)
{
  gboolean ended = tl_working_copy_begin (self->copy);
  gboolean left = (self->origin == TL_STORE_ORIGIN_FILE || self->origin == TL_STORE_ORIGIN_KEPT)
                  && !tl_digest_equal (tl_writer_get_head (self->writer), &tl_working_copy_get_note (self->copy)->saved);

  if (left)
    self->recovery = ended ? TL_STORE_RECOVERY_ENDED : TL_STORE_RECOVERY_KEPT;
  self->typed = tl_working_copy_get_typed (self->copy);
  self->on_network = tl_network_folder_is (tl_store_get_folder ());
}

/* An earlier program ended before the last trace of what was erased had gone. */
static void
finish_erasing (TlOpening *self)
{
  if (tl_database_scrub (tl_writer_get_database (self->writer), NULL)
      && tl_erase_follow (tl_working_copy_get_path (self->copy), tl_writer_get_document (self->writer),
                          tl_writer_get_head (self->writer), self->ids, NULL))
    tl_working_copy_mark_traces (self->copy, FALSE);
}

/**
 * tl_opening_run:
 * @self: an opening, on the thread that is to be the writer's
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Opens the document. When that fails nothing is left behind, but what was there before.
 *
 * Returns: whether it is open
 */
gboolean
tl_opening_run (TlOpening      *self,
                GCancellable   *cancellable,
                GError        **error)
{
  if (open_origin (self, cancellable, error))
    {
      if (tl_working_copy_has_traces (self->copy) && self->reason != TL_READ_ONLY_REASON_NEWER)
        finish_erasing (self);
      begin (self);
      return TRUE;
    }

  /* What was made here holds nothing yet; a kept working copy isn't taken over before it is open. */
  g_clear_pointer (&self->ahead, tl_read_ahead_free);
  g_clear_pointer (&self->writer, tl_writer_free);
  g_clear_pointer (&self->copy, tl_working_copy_discard);
  return FALSE;
}
