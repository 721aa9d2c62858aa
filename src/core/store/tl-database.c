/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-database.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-schema.h"
#include "tl-statement.h"
#include "tl-store-error.h"
#include "tl-store.h"
#include "tl-vfs.h"
#include "tl-waiting.h"

/* How long a checkpoint or an opening waits for another connection, in milliseconds. */
#define PATIENCE 5000

struct _TlDatabase
{
  GThread *thread;
  sqlite3 *handle;
  char *path;
  GHashTable *statements;
  int log_length;
};

/* Compiled beforehand: what has failed for want of memory must be taken back without any. */
static const char roll_back[] = "ROLLBACK";

/* What any statement may call; the checks in the tables need the first few. */
static const char * const functions[] = { "length", "date", "abs", "count", "max", NULL };
static const char * const pragmas[] = { "quick_check", "integrity_check", "foreign_key_check", "table_list", "table_xinfo",
                                         "foreign_key_list", NULL };

static const struct
{
  int limit;
  int most;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 512 << 20 },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 50 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 5 },
  { SQLITE_LIMIT_VDBE_OP, 100000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 8 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const struct
{
  int option;
  int value;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

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

static void
set_error (TlDatabase  *self,
           int          result,
           GError     **error)
{
  TlStoreError code = get_code (self->handle, result);
  g_autofree char *path = g_filename_display_name (self->path);
  g_autofree char *sentence = NULL;

  if (result == SQLITE_INTERRUPT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was stopped."));
      return;
    }
  sentence = g_strdup_printf (get_sentence (result, code), path);
  g_set_error (error, TL_STORE_ERROR, code, "%s (%s)", sentence,
               self->handle != NULL && (sqlite3_errcode (self->handle) & 0xff) == (result & 0xff)
                 ? sqlite3_errmsg (self->handle) : sqlite3_errstr (result));
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Reading and writing rows is all that statements may do, whatever a file's own definitions ask for. */
static int
authorise_cb (gpointer    data,
              int         action,
              const char *first,
              const char *second,
              const char *database,
              const char *source)
{
  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_TRANSACTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
      return g_str_has_prefix (first, "sqlite_") ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_FUNCTION:
      return g_strv_contains (functions, second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
      return g_strv_contains (pragmas, first) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

static int
logged_cb (gpointer    data,
           sqlite3    *handle,
           const char *name,
           int         length)
{
  TlDatabase *self = data;

  self->log_length = length;
  return SQLITE_OK;
}

static char *
get_address (const char     *path,
             TlDatabaseMode  mode)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strconcat ("file:", escaped, mode == TL_DATABASE_LOOK ? "?immutable=1" : NULL, NULL);
}

/* A connection is its thread's alone, and that isn't the window's. */
static void
assert_thread (TlDatabase *self)
{
  g_assert (self->thread == g_thread_self ());
  tl_assert_may_wait ();
}

static gboolean
execute (TlDatabase  *self,
         const char  *sql,
         GError     **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    set_error (self, sqlite3_extended_errcode (self->handle), error);
  return result == SQLITE_OK;
}

static gboolean
set_up (TlDatabase      *self,
        TlDatabaseMode   mode,
        GError         **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (self->handle, options[i].option, options[i].value, NULL);
  sqlite3_busy_timeout (self->handle, PATIENCE);

  if (!execute (self, "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", error))
    return FALSE;
  if ((mode == TL_DATABASE_WRITE || mode == TL_DATABASE_CREATE)
      && (!execute (self, "PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536", error)
          || !execute (self, tl_store_is_passing (self->path) ? "PRAGMA synchronous = OFF" : "PRAGMA synchronous = FULL",
                       error)))
    return FALSE;
  if (mode == TL_DATABASE_CREATE
      && (!execute (self, "BEGIN", error) || !execute (self, tl_schema_get_sql (), error)
          || !execute (self, "COMMIT", error)))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].limit, limits[i].most);
  sqlite3_wal_hook (self->handle, logged_cb, self);
  sqlite3_set_authorizer (self->handle, authorise_cb, self);
  return tl_database_prepare (self, roll_back, error) != NULL;
}

/**
 * tl_database_open:
 * @path: path of a file on this computer
 * @mode: what for
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a connection that belongs to this thread
 */
TlDatabase *
tl_database_open (const char      *path,
                  TlDatabaseMode   mode,
                  GError         **error)
{
  static const int flags[] = {
    [TL_DATABASE_LOOK] = SQLITE_OPEN_READONLY,
    [TL_DATABASE_CHECK] = SQLITE_OPEN_READWRITE,
    [TL_DATABASE_READ] = SQLITE_OPEN_READONLY,
    [TL_DATABASE_WRITE] = SQLITE_OPEN_READWRITE,
    [TL_DATABASE_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
  };
  g_autoptr (TlDatabase) self = g_new0 (TlDatabase, 1);
  g_autofree char *address = get_address (path, mode);
  int result;

  tl_assert_may_wait ();

  self->thread = g_thread_self ();
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_statement);
  result = sqlite3_open_v2 (address, &self->handle,
                            flags[mode] | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                            tl_vfs_get_name ());
  if (result != SQLITE_OK)
    {
      set_error (self, result, error);
      return NULL;
    }
  return set_up (self, mode, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_database_close:
 * @self: (transfer full): a connection
 *
 * Closes a connection, without a checkpoint.
 */
void
tl_database_close (TlDatabase *self)
{
  assert_thread (self);

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

/**
 * tl_database_prepare:
 * @self: a connection
 * @sql: a statement whose text stays where it is as long as the connection lives, with `?` for every value
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the statement, at its beginning with nothing bound; a text is compiled once
 */
sqlite3_stmt *
tl_database_prepare (TlDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  assert_thread (self);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      tl_statement_take_failure (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      set_error (self, sqlite3_extended_errcode (self->handle), error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

/**
 * tl_database_step:
 * @self: a connection
 * @statement: one of its statements
 * @row: (out) (optional): whether there is a row to read; a statement that has no more is ended
 * @error: return location for an error
 *
 * Goes on with a statement.
 *
 * Returns: whether that worked
 */
gboolean
tl_database_step (TlDatabase    *self,
                  sqlite3_stmt  *statement,
                  gboolean      *row,
                  GError       **error)
{
  int result;

  g_assert (self->thread == g_thread_self ());
  if (!sqlite3_stmt_busy (statement))
    tl_assert_may_wait ();

  /* What was to be bound and wasn't would be null, and be written as that. */
  result = tl_statement_take_failure (statement);
  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (row != NULL)
    *row = result == SQLITE_ROW;
  if (result == SQLITE_ROW && row != NULL)
    return TRUE;
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    set_error (self, result, error);
  /* A statement in the middle would hold its snapshot. */
  sqlite3_reset (statement);
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

static gboolean
run (TlDatabase  *self,
     const char  *sql,
     GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self, sql, error);

  return statement != NULL && tl_database_step (self, statement, NULL, error);
}

/**
 * tl_database_run:
 * @self: a connection
 * @sql: a statement without values, such as COMMIT
 * @error: return location for an error
 *
 * Runs a statement to its end.
 *
 * Returns: whether that worked
 */
gboolean
tl_database_run (TlDatabase  *self,
                 const char  *sql,
                 GError     **error)
{
  if (g_str_equal (sql, roll_back))
    return run (self, roll_back, error);
  /* What couldn't be taken back before is taken back now. */
  return (!g_str_has_prefix (sql, "BEGIN") || sqlite3_get_autocommit (self->handle) || run (self, roll_back, error))
         && run (self, sql, error);
}

/**
 * tl_database_has_broken_links:
 * @self: a connection
 *
 * Returns: whether the transaction that is going on couldn't be committed, since rows point to rows that aren't there
 */
gboolean
tl_database_has_broken_links (TlDatabase *self)
{
  int broken = 0, highest = 0;

  sqlite3_db_status (self->handle, SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &highest, FALSE);
  return broken != 0;
}

/**
 * tl_database_checkpoint:
 * @self: the writer's connection
 * @all: whether to wait for readers, so that the file has everything and the log nothing
 * @error: return location for an error
 *
 * Brings what has been committed from the log into the file.
 *
 * Returns: whether that worked
 */
gboolean
tl_database_checkpoint (TlDatabase  *self,
                        gboolean     all,
                        GError     **error)
{
  int length = 0, done = 0;
  int mode = all ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  int result;

  assert_thread (self);

  result = sqlite3_wal_checkpoint_v2 (self->handle, NULL, mode, &length, &done);
  if (result == SQLITE_OK && all && done < length)
    result = SQLITE_BUSY;
  if (result == SQLITE_OK && length == done)
    self->log_length = 0;
  /* A reader in the way of a small checkpoint is no matter. */
  if (result != SQLITE_OK && (all || result != SQLITE_BUSY))
    set_error (self, result, error);
  return result == SQLITE_OK || (!all && result == SQLITE_BUSY);
}

/* Runs one of our own statements that no other may: the file has no say in it. */
static gboolean
execute_freely (TlDatabase  *self,
                const char  *sql,
                GError     **error)
{
  gboolean done;

  g_assert (self->thread == g_thread_self ());

  sqlite3_set_authorizer (self->handle, NULL, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1);
  done = execute (self, sql, error);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_set_authorizer (self->handle, authorise_cb, self);
  return done;
}

/**
 * tl_database_keep_nothing:
 * @self: the writer's connection
 * @error: return location for an error
 *
 * From now on what is removed from the file is overwritten there.
 *
 * Returns: whether that worked
 */
gboolean
tl_database_keep_nothing (TlDatabase  *self,
                          GError     **error)
{
  return execute_freely (self, "PRAGMA secure_delete = ON", error);
}

/**
 * tl_database_scrub:
 * @self: the writer's connection, while nobody reads
 * @error: return location for an error
 *
 * Writes the whole file anew, so that neither it nor its log has a byte of what was removed before.
 *
 * Returns: whether that worked
 */
gboolean
tl_database_scrub (TlDatabase  *self,
                   GError     **error)
{
  return tl_database_keep_nothing (self, error) && execute_freely (self, "VACUUM", error)
         && tl_database_checkpoint (self, TRUE, error);
}

/**
 * tl_database_get_log_length:
 * @self: the writer's connection
 *
 * Returns: how many pages the log held after the last commit
 */
int
tl_database_get_log_length (TlDatabase *self)
{
  return self->log_length;
}

/**
 * tl_database_fail:
 * @self: a connection
 * @result: what SQLite answered, not `SQLITE_OK`
 * @error: return location for an error
 *
 * Says what went wrong where SQLite was called directly.
 *
 * Returns: %FALSE
 */
gboolean
tl_database_fail (TlDatabase  *self,
                  int          result,
                  GError     **error)
{
  set_error (self, result, error);
  return FALSE;
}

/**
 * tl_database_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's own handle
 */
sqlite3 *
tl_database_get_handle (TlDatabase *self)
{
  return self->handle;
}
