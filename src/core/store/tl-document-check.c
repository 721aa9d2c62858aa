/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document-file.h"

#include <glib/gi18n-lib.h>

#include "tl-database.h"
#include "tl-file-check.h"
#include "tl-store-error.h"

static gboolean
read_head (const char    *path,
           TlId          *document,
           TlDigest      *head,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_LOOK, error);
  gint64 time;

  return database != NULL
         && tl_database_check (database, FALSE, cancellable, error)
         && tl_database_read_document (database, document, error)
         && tl_database_read_head (database, head, &time, error);
}

/* The name of our copy of it, which SQLite's own complaints begin with, means nothing to anybody. */
static const char *
get_damage (const GError *reason)
{
  return g_str_has_prefix (reason->message, "“") ? _("its content can’t be read") : reason->message;
}

static gboolean
explain_reading (const TlDocumentInfo  *info,
                 GError                *reason,
                 GError               **error)
{
  g_autofree char *name = g_file_get_parse_name (info->file);

  if (g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_FAILED))
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED, _("“%s” can’t be read just now. %s"), name,
                 reason->message);
  else if (g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                 _("“%s” is damaged: %s. Restore a backup of it, or open another copy."), name, get_damage (reason));
  else if (g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_NEWER))
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NEWER,
                 _("“%s” was saved by a newer version of Throughline and can’t be shown truthfully by this one, since %s. "
                   "Update Throughline to open it."), name, reason->message);
  else
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  g_error_free (reason);
  return FALSE;
}

/**
 * tl_document_read_head:
 * @info: a document's file
 * @path: where to read it: a copy of it that was taken in, or where it is
 * @document: (out): the document's id
 * @head: (out): its latest change
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Checks that a file is a workbook and looks how far its history goes.
 *
 * Returns: whether it is
 */
gboolean
tl_document_read_head (const TlDocumentInfo  *info,
                       const char            *path,
                       TlId                  *document,
                       TlDigest              *head,
                       GCancellable          *cancellable,
                       GError               **error)
{
  GError *reason = NULL;

  return read_head (path, document, head, cancellable, &reason) || explain_reading (info, reason, error);
}

/**
 * tl_document_check:
 * @info: a document's file
 * @path: where a copy of it was taken in
 * @ahead: (optional) (out) (nullable): what is read of it meanwhile, where that is worth a thread of its own
 * @document: (out): the document's id
 * @head: (out): its latest change
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Does the same, and checks all of it.
 *
 * Returns: whether it is sound
 */
gboolean
tl_document_check (const TlDocumentInfo  *info,
                   const char            *path,
                   TlReadAhead          **ahead,
                   TlId                  *document,
                   TlDigest              *head,
                   GCancellable          *cancellable,
                   GError               **error)
{
  GError *reason = NULL;

  if (tl_file_check (path, ahead, document, head, cancellable, &reason))
    return TRUE;
  if (ahead != NULL)
    g_clear_pointer (ahead, tl_read_ahead_free);
  return explain_reading (info, reason, error);
}

/**
 * tl_document_read_newer:
 * @info: a document's file
 * @path: where a copy of it was taken in
 * @document: (out): the document's id
 * @head: (out): its latest change
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Checks that a file that a newer version made can be read truthfully, and looks how far its history goes.
 *
 * Returns: whether it can
 */
gboolean
tl_document_read_newer (const TlDocumentInfo  *info,
                        const char            *path,
                        TlId                  *document,
                        TlDigest              *head,
                        GCancellable          *cancellable,
                        GError               **error)
{
  GError *reason = NULL;
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_LOOK, &reason);
  gint64 time;

  return (database != NULL
          && tl_database_check_newer (database, cancellable, &reason)
          && tl_database_read_document (database, document, &reason)
          && tl_database_read_head (database, head, &time, &reason))
         || explain_reading (info, reason, error);
}
