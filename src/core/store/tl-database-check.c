/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-database-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-schema.h"
#include "tl-statement.h"
#include "tl-store-error.h"
#include "tl-vfs.h"
#include "tl-waiting.h"

/* How many of SQLite's steps pass between two looks at the cancellable. */
#define STEPS 10000

static int
list_definitions (sqlite3  *handle,
                  GString  *list)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (handle, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
                                   -1, &statement, NULL);

  while (result == SQLITE_OK && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      result = SQLITE_OK;
      for (int i = 0; i < 4; i++)
        {
          g_autofree char *text = tl_statement_get_text (statement, i);

          g_string_append (list, text != NULL ? text : "-");
          g_string_append_c (list, '\n');
        }
    }
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

static int
make_definitions (GString *list)
{
  sqlite3 *handle = NULL;
  int result = sqlite3_open_v2 (":memory:", &handle,
                                SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_exec (handle, tl_schema_get_sql (), NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result = list_definitions (handle, list);
  sqlite3_close (handle);
  return result;
}

/* Made once; where there is no memory for it now there may be later. */
static const char *
get_expected_definitions (TlDatabase  *self,
                          GError     **error)
{
  static GMutex lock;
  static char *expected;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autoptr (GString) list = g_string_new (NULL);
  int result;

  if (expected != NULL)
    return expected;
  result = make_definitions (list);
  if (result == SQLITE_OK)
    expected = g_string_free_and_steal (g_steal_pointer (&list));
  else
    tl_database_fail (self, result, error);
  return expected;
}

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, reason);
  return FALSE;
}

static gboolean
check_definitions (TlDatabase  *self,
                   GError     **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const char *expected = get_expected_definitions (self, error);
  int result;

  if (expected == NULL)
    return FALSE;
  result = list_definitions (tl_database_get_handle (self), list);
  if (result != SQLITE_OK)
    return tl_database_fail (self, result, error);
  return g_str_equal (list->str, expected) || refuse (error, _("its tables aren’t a workbook’s"));
}

/* Only in SQLite's words does it say that there was no memory for a page. */
static gboolean
lacks_memory (const char *text)
{
  static const char words[] = "error code=";
  const char *found = strstr (text, words);

  return found != NULL && (g_ascii_strtoll (found + strlen (words), NULL, 10) & 0xff) == SQLITE_NOMEM;
}

/**
 * tl_database_check_pages:
 * @self: a connection
 * @sql: `PRAGMA quick_check (1)`, or the same of `integrity_check`
 * @said: (out) (nullable): what is wrong, %NULL when all is well
 * @error: return location for an error
 *
 * Lets SQLite check its pages. It says the same of a page that is wrong and of one that couldn't be read, which is no
 * fault of the workbook's.
 *
 * Returns: whether they could be checked
 */
gboolean
tl_database_check_pages (TlDatabase  *self,
                         const char  *sql,
                         char       **said,
                         GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self, sql, error);
  g_autofree char *text = NULL;
  gboolean row;

  tl_vfs_forget ();
  if (statement == NULL || !tl_database_step (self, statement, &row, error))
    return FALSE;
  text = row ? tl_statement_get_text (statement, 0) : NULL;
  sqlite3_reset (statement);
  if (text == NULL || lacks_memory (text))
    return tl_database_fail (self, SQLITE_NOMEM, error);
  if (tl_vfs_get_failure () != SQLITE_OK)
    return tl_database_fail (self, tl_vfs_get_failure (), error);
  *said = g_str_equal (text, "ok") ? NULL : g_steal_pointer (&text);
  return TRUE;
}

/**
 * tl_database_check_fit:
 * @self: a connection to a database whose tables have been checked
 * @error: return location for an error, whose message goes on after "… is damaged: "
 *
 * Checks that pages fit together, and on a connection that may write also that tables allow their values: on one that may
 * not SQLite has forgotten what they allow.
 *
 * Returns: whether they do
 */
gboolean
tl_database_check_fit (TlDatabase  *self,
                       GError     **error)
{
  g_autofree char *said = NULL;

  if (!tl_database_check_pages (self, "PRAGMA quick_check (1)", &said, error))
    return FALSE;
  if (said == NULL)
    return TRUE;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("its content doesn’t fit together (%s)"), said);
  return FALSE;
}

static gboolean
check_links (TlDatabase  *self,
             GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (statement == NULL || !tl_database_step (self, statement, &row, error))
    return FALSE;
  sqlite3_reset (statement);
  return !row || refuse (error, _("some of its rows point to rows that aren’t there"));
}

/* The head is the change with the latest time, so it must be the only one without a child. */
static gboolean
check_history (TlDatabase  *self,
               GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (self,
                         "SELECT id FROM change WHERE id NOT IN (SELECT parent FROM change_parent) LIMIT 2", error);
  TlDigest alone, head;
  gint64 time;
  gboolean row;

  if (statement == NULL || !tl_database_step (self, statement, &row, error))
    return FALSE;
  if (!row || !tl_statement_get_digest (statement, 0, &alone))
    {
      sqlite3_reset (statement);
      return refuse (error, _("its history has no end"));
    }
  if (!tl_database_step (self, statement, &row, error))
    return FALSE;
  sqlite3_reset (statement);
  if (row)
    return refuse (error, _("its history has several ends"));
  return tl_database_read_head (self, &head, &time, error)
         && (tl_digest_equal (&alone, &head) || refuse (error, _("its history has several ends")));
}

/**
 * tl_database_check_links:
 * @self: a connection to a database whose tables have been checked
 * @error: return location for an error, whose message goes on after "… is damaged: "
 *
 * Checks that links lead somewhere, and that the history has one end.
 *
 * Returns: whether they do
 */
gboolean
tl_database_check_links (TlDatabase  *self,
                         GError     **error)
{
  return check_links (self, error) && check_history (self, error);
}

static int
progress_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

/**
 * tl_database_check_content:
 * @self: a connection to a database whose tables have been checked
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error, whose message goes on after "… is damaged: "
 *
 * Checks that pages fit together, links lead somewhere, and the history has one end.
 *
 * Returns: whether they do
 */
gboolean
tl_database_check_content (TlDatabase    *self,
                           GCancellable  *cancellable,
                           GError       **error)
{
  sqlite3 *handle = tl_database_get_handle (self);
  gboolean sound;

  if (cancellable != NULL)
    sqlite3_progress_handler (handle, STEPS, progress_cb, cancellable);
  sound = tl_database_check_fit (self, error) && tl_database_check_links (self, error);
  sqlite3_progress_handler (handle, 0, NULL, NULL);
  return sound;
}

/**
 * tl_database_check:
 * @self: a connection; one that may write when @thorough
 * @thorough: whether to read all of it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error, whose message goes on after "… is damaged: "
 *
 * Checks that a database is a workbook's and nothing besides: exactly our tables and, when @thorough, pages that fit
 * together, values that the tables allow, links that lead somewhere, and a history with one end.
 *
 * Returns: whether it is
 */
gboolean
tl_database_check (TlDatabase    *self,
                   gboolean       thorough,
                   GCancellable  *cancellable,
                   GError       **error)
{
  sqlite3 *handle = tl_database_get_handle (self);
  TlId document;
  gboolean sound;

  tl_assert_may_wait ();

  if (cancellable != NULL)
    sqlite3_progress_handler (handle, STEPS, progress_cb, cancellable);
  sound = check_definitions (self, error)
          && (!thorough || (tl_database_check_fit (self, error) && tl_database_check_links (self, error)))
          && tl_database_read_document (self, &document, error);
  sqlite3_progress_handler (handle, 0, NULL, NULL);
  return sound;
}

/**
 * tl_database_read_document:
 * @self: a connection
 * @document: (out): the document's id
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
tl_database_read_document (TlDatabase  *self,
                           TlId        *document,
                           GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self, "SELECT id FROM workbook", error);
  gboolean row, one;

  if (statement == NULL || !tl_database_step (self, statement, &row, error))
    return FALSE;
  one = row && tl_statement_get_id (statement, 0, document);
  if (one && !tl_database_step (self, statement, &row, error))
    return FALSE;
  sqlite3_reset (statement);
  return (one && !row) || refuse (error, _("it doesn’t say which document it is"));
}

/**
 * tl_database_read_head:
 * @self: a connection
 * @head: (out): the id of the change that stands for the present state
 * @time: (out): its time
 * @error: return location for an error
 *
 * Returns: whether there is one
 */
gboolean
tl_database_read_head (TlDatabase  *self,
                       TlDigest    *head,
                       gint64      *time,
                       GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self, "SELECT id, time FROM change ORDER BY time DESC LIMIT 1", error);
  gboolean row;

  if (statement == NULL || !tl_database_step (self, statement, &row, error))
    return FALSE;
  row = row && tl_statement_get_digest (statement, 0, head);
  if (row)
    *time = sqlite3_column_int64 (statement, 1);
  sqlite3_reset (statement);
  return row || refuse (error, _("it has no history"));
}

/**
 * tl_database_has_change:
 * @self: a connection
 * @change: the id of a change
 * @has: (out): whether the history has it
 * @error: return location for an error
 *
 * As all changes of a copy are its head or come before it, this says whether @change is the head or an ancestor.
 *
 * Returns: whether that could be found out
 */
gboolean
tl_database_has_change (TlDatabase      *self,
                        const TlDigest  *change,
                        gboolean        *has,
                        GError         **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self, "SELECT 1 FROM change WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, change);
  if (!tl_database_step (self, statement, has, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}
