/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-database-private.h"

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

static void
set_error (TlDatabase  *self,
           int          result,
           GError     **error)
{
  tl_database_set_error (self->handle, self->path, result, error);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
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
  tl_database_set_options (self->handle);
  sqlite3_busy_timeout (self->handle, PATIENCE);

  if (!execute (self, "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", error))
    return FALSE;
  /* What is waited for comes first: a log is begun by writing, too. */
  if ((mode == TL_DATABASE_WRITE || mode == TL_DATABASE_CREATE)
      && (!execute (self, tl_store_is_passing (self->path) ? "PRAGMA synchronous = OFF" : "PRAGMA synchronous = FULL",
                    error)
          || !execute (self, "PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536", error)))
    return FALSE;
  if (mode == TL_DATABASE_CREATE
      && (!execute (self, "BEGIN", error) || !execute (self, tl_schema_get_sql (), error)
          || !execute (self, "COMMIT", error)))
    return FALSE;

  tl_database_set_limits (self->handle);
  sqlite3_wal_hook (self->handle, logged_cb, self);
  tl_database_set_guard (self->handle, TRUE);
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
 * tl_database_set_follows_links:
 * @self: the writer's connection
 * @follows: whether the database looks for what links lead to
 *
 * Lets the database put in rows without a look at where their links lead, which is for whoever puts them in to see to;
 * rows that go are always to be looked at. That it looks is how a connection begins.
 */
void
tl_database_set_follows_links (TlDatabase *self,
                               gboolean    follows)
{
  int now = TRUE;

  assert_thread (self);

  /* Every statement is compiled anew after a change. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &now);
  if (!now != !follows)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, follows ? 1 : 0, NULL);
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

  tl_database_set_guard (self->handle, FALSE);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1);
  done = execute (self, sql, error);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
  tl_database_set_guard (self->handle, TRUE);
  return done;
}

/**
 * tl_database_define:
 * @self: the writer's connection, in a transaction
 * @sql: a statement that makes an index, or takes one away
 * @error: return location for an error
 *
 * Changes how rows are found.
 *
 * Returns: whether that worked
 */
gboolean
tl_database_define (TlDatabase  *self,
                    const char  *sql,
                    GError     **error)
{
  return execute_freely (self, sql, error);
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
