/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-blob.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "tl-erase-text.h"
#include "tl-statement.h"
#include "tl-store-error.h"

#define PIECE (128 * 1024)

/* Content on its way: one end of its way, and the piece that passes. */
typedef struct
{
  TlDatabase *database;
  sqlite3_blob *blob;
  int fd;
  gint64 size;
  guint8 *piece;
} Passage;

typedef gboolean (*PassPiece) (Passage  *self,
                               int       length,
                               gint64    offset,
                               GError  **error);

static gboolean
find (TlDatabase      *database,
      const TlDigest  *hash,
      gint64          *row,
      gint64          *size,
      GError         **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT rowid, length (content) FROM blob WHERE hash = ?1", error);
  gboolean found;

  *row = *size = -1;
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, hash);
  if (!tl_database_step (database, statement, &found, error))
    return FALSE;
  if (found)
    {
      *row = sqlite3_column_int64 (statement, 0);
      *size = sqlite3_column_int64 (statement, 1);
    }
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * tl_blob_get_size:
 * @database: a connection
 * @hash: SHA-256 of a file's content
 * @size: (out): its length in bytes, -1 when it isn't there
 * @error: return location for an error
 *
 * Returns: whether that could be found out
 */
gboolean
tl_blob_get_size (TlDatabase      *database,
                  const TlDigest  *hash,
                  gint64          *size,
                  GError         **error)
{
  gint64 row;

  return find (database, hash, &row, size, error);
}

static gboolean
open_blob (TlDatabase    *database,
           gint64         row,
           gboolean       writable,
           sqlite3_blob **blob,
           GError       **error)
{
  int result = sqlite3_blob_open (tl_database_get_handle (database), "main", "blob", "content", row, writable, blob);

  return result == SQLITE_OK || tl_database_fail (database, result, error);
}

static gboolean
open_existing (TlDatabase      *database,
               const TlDigest  *hash,
               sqlite3_blob   **blob,
               GError         **error)
{
  gint64 row, size;

  if (!find (database, hash, &row, &size, error))
    return FALSE;
  if (row >= 0)
    return open_blob (database, row, FALSE, blob, error);
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("The attached file is missing."));
  return FALSE;
}

static gboolean
fail_for_system (int      system,
                 GError **error)
{
  g_set_error (error, TL_STORE_ERROR,
               system == ENOSPC || system == EDQUOT ? TL_STORE_ERROR_FULL : TL_STORE_ERROR_FAILED,
               system == ENOSPC || system == EDQUOT
                 ? _("There is no room for the attached file on this computer’s disk. Make some room and try again. (%s)")
                 : _("The attached file can’t be read or written on this computer’s disk: %s."), g_strerror (system));
  return FALSE;
}

static gboolean
read_blob (Passage  *self,
           int       length,
           gint64    offset,
           GError  **error)
{
  int result = sqlite3_blob_read (self->blob, self->piece, length, (int) offset);

  return result == SQLITE_OK || tl_database_fail (self->database, result, error);
}

static gboolean
read_fd (Passage  *self,
         int       length,
         gint64    offset,
         GError  **error)
{
  for (int done = 0; done < length;)
    {
      gssize n = pread (self->fd, self->piece + done, (gsize) (length - done), (off_t) (offset + done));

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail_for_system (n < 0 ? errno : EIO, error);
      done += (int) n;
    }
  return TRUE;
}

static gboolean
write_blob (Passage  *self,
            int       length,
            gint64    offset,
            GError  **error)
{
  int result = sqlite3_blob_write (self->blob, self->piece, length, (int) offset);

  return result == SQLITE_OK || tl_database_fail (self->database, result, error);
}

static gboolean
write_fd (Passage  *self,
          int       length,
          gint64    offset,
          GError  **error)
{
  for (int done = 0; done < length;)
    {
      gssize n = write (self->fd, self->piece + done, (gsize) (length - done));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_for_system (errno, error);
      done += (int) n;
    }
  return TRUE;
}

/* Lets all content pass, and says whether it was what its name says. */
static gboolean
pass (Passage         *from,
      PassPiece        take,
      Passage         *to,
      PassPiece        give,
      const TlDigest  *hash,
      GCancellable    *cancellable,
      gboolean        *sound,
      GError         **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *piece = g_malloc (PIECE);
  TlDigest made;
  gsize length = sizeof made.bytes;

  from->piece = piece;
  if (to != NULL)
    to->piece = piece;
  for (gint64 offset = 0; offset < from->size; offset += PIECE)
    {
      int n = (int) MIN (PIECE, from->size - offset);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !take (from, n, offset, error))
        return FALSE;
      g_checksum_update (sum, piece, n);
      if (to != NULL && !give (to, n, offset, error))
        return FALSE;
    }
  g_checksum_get_digest (sum, made.bytes, &length);
  *sound = tl_digest_equal (&made, hash);
  return TRUE;
}

static gboolean
refuse_altered (GError **error)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                       _("An attached file isn’t what it was when it was added."));
  return FALSE;
}

/* Makes room for content of a known size, to be filled piece by piece. */
static gboolean
make_room (TlDatabase      *database,
           const TlDigest  *hash,
           gint64           size,
           sqlite3_blob   **blob,
           GError         **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "INSERT INTO blob (hash, content) VALUES (?1, ?2)", error);
  int result;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, hash);
  result = sqlite3_bind_zeroblob64 (statement, 2, (sqlite3_uint64) size);
  if (result != SQLITE_OK)
    return tl_database_fail (database, result, error);
  return tl_database_step (database, statement, NULL, error)
         && open_blob (database, sqlite3_last_insert_rowid (tl_database_get_handle (database)), TRUE, blob, error);
}

static gboolean
fill (TlDatabase      *database,
      Passage         *from,
      PassPiece        take,
      const TlDigest  *hash,
      GError         **error)
{
  Passage to = { .database = database };
  gboolean sound = FALSE, passed;

  if (!make_room (database, hash, from->size, &to.blob, error))
    return FALSE;
  passed = pass (from, take, &to, write_blob, hash, NULL, &sound, error);
  sqlite3_blob_close (to.blob);
  return passed && (sound || refuse_altered (error));
}

/**
 * tl_blob_add:
 * @database: the writer's connection, in a transaction
 * @hash: SHA-256 of the file's content
 * @fd: the file, open for reading
 * @size: its length in bytes
 * @error: return location for an error; then the transaction is to be rolled back
 *
 * Takes a file in. One that is there already is kept once.
 *
 * Returns: whether it is there now
 */
gboolean
tl_blob_add (TlDatabase      *database,
             const TlDigest  *hash,
             int              fd,
             gint64           size,
             GError         **error)
{
  Passage from = { .fd = fd, .size = size };
  gint64 row, there;

  if (!find (database, hash, &row, &there, error))
    return FALSE;
  return row >= 0 || fill (database, &from, read_fd, hash, error);
}

/**
 * tl_blob_add_erased:
 * @database: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Makes sure that there is what erased attachments hold.
 *
 * Returns: whether there is
 */
gboolean
tl_blob_add_erased (TlDatabase  *database,
                    GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "INSERT INTO blob (hash, content) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING",
                         error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, tl_erase_text_get_content ());
  sqlite3_bind_blob (statement, 2, TL_ERASED_TEXT, sizeof TL_ERASED_TEXT - 1, SQLITE_STATIC);
  return tl_database_step (database, statement, NULL, error);
}

/**
 * tl_blob_copy:
 * @database: the writer's connection, in a transaction
 * @from: a connection to another copy, from anywhere
 * @hash: SHA-256 of a file's content
 * @error: return location for an error, %TL_STORE_ERROR_CORRUPT when @from doesn't have it, or not as it should be;
 *   then the transaction is to be rolled back
 *
 * Takes a file over from another copy, unless it is there already.
 *
 * Returns: whether it is there now
 */
gboolean
tl_blob_copy (TlDatabase      *database,
              TlDatabase      *from,
              const TlDigest  *hash,
              GError         **error)
{
  Passage source = { .database = from };
  gint64 row, size;
  gboolean copied;

  if (!find (database, hash, &row, &size, error))
    return FALSE;
  if (row >= 0)
    return TRUE;
  if (!open_existing (from, hash, &source.blob, error))
    return FALSE;
  source.size = sqlite3_blob_bytes (source.blob);
  copied = fill (database, &source, read_blob, hash, error);
  sqlite3_blob_close (source.blob);
  return copied;
}

/**
 * tl_blob_check:
 * @database: a connection
 * @hash: SHA-256 of the content of a file that it has
 * @cancellable: (nullable): a cancellable
 * @sound: (out): whether the content is what its name says
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
tl_blob_check (TlDatabase      *database,
               const TlDigest  *hash,
               GCancellable    *cancellable,
               gboolean        *sound,
               GError         **error)
{
  Passage from = { .database = database };
  gboolean passed;

  if (!open_existing (database, hash, &from.blob, error))
    return FALSE;
  from.size = sqlite3_blob_bytes (from.blob);
  passed = pass (&from, read_blob, NULL, NULL, hash, cancellable, sound, error);
  sqlite3_blob_close (from.blob);
  return passed;
}

/**
 * tl_blob_write:
 * @database: a connection
 * @hash: SHA-256 of a file's content
 * @fd: where to write it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error, %TL_STORE_ERROR_CORRUPT when it is missing or altered
 *
 * Writes a file out.
 *
 * Returns: whether all of it was written, and is what was once added
 */
gboolean
tl_blob_write (TlDatabase      *database,
               const TlDigest  *hash,
               int              fd,
               GCancellable    *cancellable,
               GError         **error)
{
  Passage from = { .database = database }, to = { .fd = fd };
  gboolean passed, sound = FALSE;

  if (!open_existing (database, hash, &from.blob, error))
    return FALSE;
  from.size = sqlite3_blob_bytes (from.blob);
  passed = pass (&from, read_blob, &to, write_fd, hash, cancellable, &sound, error);
  sqlite3_blob_close (from.blob);
  return passed && (sound || refuse_altered (error));
}
