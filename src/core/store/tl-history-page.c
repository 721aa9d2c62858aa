/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-page.h"

#include <glib/gi18n-lib.h>

#include "tl-change-graph.h"
#include "tl-history-entry-private.h"
#include "tl-history-words.h"
#include "tl-history.h"
#include "tl-replay.h"
#include "tl-statement.h"
#include "tl-store-error.h"

#define SELECT "SELECT id, time FROM change WHERE time >= ?6 AND (?1 IS NULL OR (time, id) < (?1, ?2))"
#define OF_RISK " AND id IN (SELECT change FROM change_risk WHERE risk = ?3)"
#define BY_ACTOR " AND actor = ?4"
#define LATEST_FIRST " ORDER BY time DESC, id DESC LIMIT ?5"

/**
 * tl_history_actor_free:
 * @self: (transfer full): somebody
 *
 * Frees what is known of somebody.
 */
void
tl_history_actor_free (TlHistoryActor *self)
{
  g_free (self->name);
  g_free (self);
}

static gboolean
find_time (TlDatabase      *database,
           const TlDigest  *change,
           gint64          *time,
           GError         **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT time FROM change WHERE id = ?1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, change);
  if (!tl_database_step (database, statement, &row, error))
    return FALSE;
  if (row)
    *time = sqlite3_column_int64 (statement, 0);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID, _("The history has no such change."));
  sqlite3_reset (statement);
  return row;
}

static sqlite3_stmt *
prepare (TlDatabase            *database,
         const TlHistoryQuery  *query,
         GError               **error)
{
  static const char * const statements[] = {
    SELECT LATEST_FIRST,
    SELECT OF_RISK LATEST_FIRST,
    SELECT BY_ACTOR LATEST_FIRST,
    SELECT OF_RISK BY_ACTOR LATEST_FIRST,
  };
  static const TlDigest none;
  gboolean of_risk = !tl_id_is_none (&query->risk), by_actor = !tl_id_is_none (&query->actor);
  gboolean goes_on = !tl_digest_equal (&query->before, &none);
  sqlite3_stmt *statement;
  gint64 time = 0;

  if (goes_on && !find_time (database, &query->before, &time, error))
    return NULL;
  statement = tl_database_prepare (database, statements[of_risk + 2 * by_actor], error);
  if (statement == NULL)
    return NULL;
  if (goes_on)
    {
      sqlite3_bind_int64 (statement, 1, time);
      tl_statement_bind_digest (statement, 2, &query->before);
    }
  if (of_risk)
    tl_statement_bind_id (statement, 3, &query->risk);
  if (by_actor)
    tl_statement_bind_id (statement, 4, &query->actor);
  sqlite3_bind_int64 (statement, 6, query->since != 0 ? query->since : G_MININT64);
  sqlite3_bind_int64 (statement, 5, query->most > 0 ? (gint64) query->most : -1);
  return statement;
}

/**
 * tl_history_read_changes:
 * @database: a connection, in a transaction
 * @ids: (element-type TlDigest): ids of changes
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryEntry): the changes in words
 */
GPtrArray *
tl_history_read_changes (TlDatabase    *database,
                         GArray        *ids,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean read = TRUE;

  tl_history_remember_rows (database, NULL);
  for (guint i = 0; read && i < ids->len; i++)
    {
      g_autoptr (TlChange) change = NULL;

      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        change = tl_history_load (database, &g_array_index (ids, TlDigest, i), error);
      read = change != NULL;
      if (read)
        g_ptr_array_add (entries, tl_history_entry_new (database, change));
    }
  tl_history_forget_rows ();
  return read ? g_steal_pointer (&entries) : NULL;
}

/* Changes of the same day stand together, so that most need no calendar. */
typedef struct
{
  gint64 start;
  gint64 end;
  TlDay day;
} DaySpan;

static TlDay
find_day (DaySpan *span,
          gint64   time)
{
  g_autoptr (GDateTime) utc = NULL, local = NULL, start = NULL, end = NULL;
  int year, month, day;

  if (time >= span->start && time < span->end)
    return span->day;
  utc = g_date_time_new_from_unix_utc (time / 1000);
  local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  if (local == NULL)
    return TL_NO_DAY;
  g_date_time_get_ymd (local, &year, &month, &day);
  start = g_date_time_new_local (year, month, day, 0, 0, 0);
  end = start != NULL ? g_date_time_add_days (start, 1) : NULL;
  span->start = start != NULL ? g_date_time_to_unix (start) * 1000 : 0;
  span->end = end != NULL ? g_date_time_to_unix (end) * 1000 : 0;
  span->day = tl_day_new (year, month, day);
  return span->day;
}

/**
 * tl_history_read_marks:
 * @database: a connection
 * @query: which changes
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryMark): the changes' ids and times, the latest first
 */
GArray *
tl_history_read_marks (TlDatabase            *database,
                       const TlHistoryQuery  *query,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TlHistoryMark));
  sqlite3_stmt *statement = prepare (database, query, error);
  DaySpan span = { 0, 0, TL_NO_DAY };
  gboolean more = TRUE;

  if (statement == NULL)
    return NULL;
  while (more)
    {
      TlHistoryMark mark;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_reset (statement);
          return NULL;
        }
      if (!tl_database_step (database, statement, &more, error))
        return NULL;
      if (!more || !tl_statement_get_digest (statement, 0, &mark.id))
        continue;
      mark.time = sqlite3_column_int64 (statement, 1);
      mark.day = find_day (&span, mark.time);
      g_array_append_val (marks, mark);
    }
  return g_steal_pointer (&marks);
}

/**
 * tl_history_read_page:
 * @database: a connection, in a transaction
 * @query: which changes
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryEntry): the changes, the latest first
 */
GPtrArray *
tl_history_read_page (TlDatabase            *database,
                      const TlHistoryQuery  *query,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  sqlite3_stmt *statement = prepare (database, query, error);
  gboolean more = TRUE;
  TlDigest id;

  if (statement == NULL)
    return NULL;
  while (more)
    {
      if (!tl_database_step (database, statement, &more, error))
        return NULL;
      if (more && tl_statement_get_digest (statement, 0, &id))
        g_array_append_val (ids, id);
    }
  return tl_history_read_changes (database, ids, cancellable, error);
}

/**
 * tl_history_read_actors:
 * @database: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryActor): everyone who made a change, by name
 */
GPtrArray *
tl_history_read_actors (TlDatabase  *database,
                        GError     **error)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_history_actor_free);
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT id FROM actor ORDER BY name, id", error);
  gboolean more = TRUE;
  TlId id;

  if (statement == NULL)
    return NULL;
  while (more)
    {
      TlHistoryActor *actor;

      if (!tl_database_step (database, statement, &more, error))
        return NULL;
      if (!more || !tl_statement_get_id (statement, 0, &id))
        continue;
      actor = g_new0 (TlHistoryActor, 1);
      actor->id = id;
      actor->name = tl_history_words_who (database, &id);
      g_ptr_array_add (actors, actor);
    }
  return g_steal_pointer (&actors);
}

static gpointer
refuse_before (gint64   beginning,
               GError **error)
{
  g_autofree char *when = tl_history_words_when (beginning);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
               _("The workbook began on %s. Nothing was recorded before."), when);
  return NULL;
}

/* For each change, in the order of times and ids, whether it is a change or one that this had seen. */
static gboolean
find_seen (TlDatabase      *database,
           const TlDigest  *change,
           gboolean       **seen,
           GError         **error)
{
  g_autoptr (TlChangeGraph) graph = tl_change_graph_new (database, error);
  int index = graph != NULL ? tl_change_graph_find (graph, change) : -1;

  if (graph == NULL)
    return FALSE;
  if (index < 0)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID, _("The history has no such change."));
      return FALSE;
    }
  *seen = tl_change_graph_get_ancestry (graph, (guint) index);
  return TRUE;
}

/**
 * tl_history_read_recorded:
 * @database: a connection, in a transaction
 * @time: a moment, in milliseconds since 1970, UTC
 * @change: (nullable): a change instead of a moment: what it had not seen is left out, however early that was made
 * @head: (out): the last change up to then
 * @head_time: (out): when it was made
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Makes the facts anew from the changes up to a moment, whatever the tables hold now.
 *
 * Returns: (transfer full) (nullable): what the workbook said then
 */
TlSnapshot *
tl_history_read_recorded (TlDatabase    *database,
                          gint64         time,
                          const TlDigest *change,
                          TlDigest      *head,
                          gint64        *head_time,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (TlReplay) replay = tl_replay_new ();
  g_autoptr (GArray) ids = tl_history_list (database, error);
  g_autofree gboolean *seen = NULL;

  if (ids == NULL)
    return NULL;
  if (change != NULL && !find_seen (database, change, &seen, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TlChange) one = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (seen != NULL && !seen[i])
        continue;
      one = tl_history_load (database, &g_array_index (ids, TlDigest, i), error);
      if (one == NULL)
        return NULL;
      if (seen == NULL && tl_change_get_time (one) > time)
        {
          if (i == 0)
            return refuse_before (tl_change_get_time (one), error);
          break;
        }
      if (!tl_replay_add (replay, one, error))
        return NULL;
      *head = g_array_index (ids, TlDigest, i);
      *head_time = tl_change_get_time (one);
    }
  return tl_replay_build (replay, database, error);
}
