/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-database-private.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "tl-store-error.h"

static TlStoreError
get_code (sqlite3 *handle,
          int      result)
{
  int system = handle != NULL ? sqlite3_system_errno (handle) : 0;

  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TL_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return TL_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return TL_STORE_ERROR_FULL;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      if (system == ENOSPC || system == EDQUOT || system == EFBIG)
        return TL_STORE_ERROR_FULL;
      return system == EACCES || system == EPERM || system == EROFS ? TL_STORE_ERROR_READ_ONLY : TL_STORE_ERROR_FAILED;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return TL_STORE_ERROR_CORRUPT;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return TL_STORE_ERROR_INVALID;
    default:
      return TL_STORE_ERROR_FAILED;
    }
}

static const char *
get_sentence (int          result,
              TlStoreError code)
{
  if ((result & 0xff) == SQLITE_NOMEM)
    return _("There isn’t enough memory to work on “%s”. Close other programs and try again.");
  switch ((int) code)
    {
    case TL_STORE_ERROR_BUSY:
      return _("“%s” is in use by another program. Try again in a moment.");
    case TL_STORE_ERROR_READ_ONLY:
      return _("“%s” can’t be written: its folder doesn’t allow it.");
    case TL_STORE_ERROR_FULL:
      return _("The disk that holds “%s” is full. Make some room and try again.");
    case TL_STORE_ERROR_CORRUPT:
      return _("“%s” is damaged.");
    case TL_STORE_ERROR_INVALID:
      return _("“%s” doesn’t allow this change.");
    default:
      return _("“%s” can’t be read or written.");
    }
}

/**
 * tl_database_set_error:
 * @handle: (nullable): SQLite's own handle
 * @path: path of the file
 * @result: what SQLite answered, not `SQLITE_OK`
 * @error: return location for an error
 *
 * Says what went wrong.
 */
void
tl_database_set_error (sqlite3     *handle,
                       const char  *path,
                       int          result,
                       GError     **error)
{
  TlStoreError code = get_code (handle, result);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *sentence = NULL;

  if (result == SQLITE_INTERRUPT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was stopped."));
      return;
    }
  sentence = g_strdup_printf (get_sentence (result, code), name);
  g_set_error (error, TL_STORE_ERROR, code, "%s (%s)", sentence,
               handle != NULL && (sqlite3_errcode (handle) & 0xff) == (result & 0xff)
                 ? sqlite3_errmsg (handle) : sqlite3_errstr (result));
}
