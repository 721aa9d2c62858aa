/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-divergence.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* A merge and how the two that it follows had gone separate ways. */
typedef struct
{
  TlDatabase *database;
  TlChangeGraph *graph;
  const TlDigest *merge;
  TlDivergence *divergence;
} Merge;

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                       _("The list of what was changed differently before a merge isn’t what the history says."));
  return FALSE;
}

static const TlDisagreement *
find_disagreement (const TlDivergence  *divergence,
                   const TlSchemaTable *table,
                   const TlId          *row,
                   int                  column)
{
  for (guint i = 0; i < divergence->disagreements->len; i++)
    {
      const TlDisagreement *found = &g_array_index (divergence->disagreements, TlDisagreement, i);

      if (found->table == table && found->column == column && tl_id_equal (&found->row, row))
        return found;
    }
  return NULL;
}

static gboolean
is_erased (Merge     *self,
           guint      change,
           gboolean  *erased,
           GError   **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self->database, "SELECT 1 FROM erased_change WHERE change = ?1", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, tl_change_graph_get_id (self->graph, change));
  if (!tl_database_step (self->database, statement, erased, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}

/* Two texts that were erased since are no longer different, but were. */
static gboolean
check_erased (Merge                *self,
              const TlSchemaTable  *table,
              const TlId           *row,
              int                   column,
              const guint           sides[2],
              GError              **error)
{
  const TlWrite *one = tl_write_set_find (self->divergence->sides[0], table, row, column);
  const TlWrite *other = tl_write_set_find (self->divergence->sides[1], table, row, column);
  gboolean first, second;

  if (one == NULL || other == NULL || MIN (one->change, other->change) != sides[0]
      || MAX (one->change, other->change) != sides[1])
    return refuse (error);
  return is_erased (self, sides[0], &first, error) && is_erased (self, sides[1], &second, error)
         && (first || second || refuse (error));
}

static gboolean
read_side (Merge        *self,
           sqlite3_stmt *statement,
           int           at,
           guint        *change)
{
  TlDigest id;
  int index = tl_statement_get_digest (statement, at, &id) ? tl_change_graph_find (self->graph, &id) : -1;

  *change = (guint) index;
  return index >= 0;
}

/* Looks at one row of the list; @found counts those that are told by the history as it is. */
static gboolean
check_row (Merge         *self,
           sqlite3_stmt  *statement,
           guint         *found,
           GError       **error)
{
  g_autofree char *name = tl_statement_get_text (statement, 0);
  g_autofree char *field = tl_statement_get_text (statement, 2);
  const TlSchemaTable *table = name != NULL ? tl_schema_find_table (name) : NULL;
  const TlDisagreement *expected;
  int column = TL_WRITE_LIVE;
  guint sides[2];
  TlId row;

  if (table == NULL || field == NULL || !tl_statement_get_id (statement, 1, &row)
      || !read_side (self, statement, 3, &sides[0]) || !read_side (self, statement, 4, &sides[1]))
    return refuse (error);
  if (strcmp (field, TL_COLUMN_LIVE) != 0)
    {
      column = tl_schema_table_find_column (table, field);
      if (column < 0)
        return refuse (error);
    }
  expected = find_disagreement (self->divergence, table, &row, column);
  if (expected == NULL)
    return check_erased (self, table, &row, column, sides, error);
  (*found)++;
  return (expected->first == sides[0] && expected->second == sides[1]) || refuse (error);
}

static gboolean
check_merge (Merge   *self,
             guint   *n_rows,
             GError **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (self->database, "SELECT table_name, row, column_name, first, second FROM conflict "
                                         "WHERE merge = ?1", error);
  gboolean more = TRUE;
  guint found = 0;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, self->merge);
  while (more)
    {
      if (!tl_database_step (self->database, statement, &more, error))
        return FALSE;
      if (!more)
        break;
      (*n_rows)++;
      if (!check_row (self, statement, &found, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }
  return found == self->divergence->disagreements->len || refuse (error);
}

static gboolean
count_rows (TlDatabase  *database,
            guint       *n,
            GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT count(*) FROM conflict", error);
  gboolean row;

  if (statement == NULL || !tl_database_step (database, statement, &row, error))
    return FALSE;
  *n = row ? (guint) sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
check_merges (TlDatabase     *database,
              TlChangeGraph  *graph,
              GCancellable   *cancellable,
              guint          *n_rows,
              GError        **error)
{
  for (guint i = 0; i < tl_change_graph_get_length (graph); i++)
    {
      Merge merge = { database, graph, tl_change_graph_get_id (graph, i), NULL };
      guint parents[2];
      gboolean sound;

      if (tl_change_graph_get_parents (graph, i, parents) < 2)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      merge.divergence = tl_divergence_new (graph, parents[0], parents[1], error);
      sound = merge.divergence != NULL && check_merge (&merge, n_rows, error);
      g_clear_pointer (&merge.divergence, tl_divergence_free);
      if (!sound)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_verify_conflicts:
 * @database: a connection, whose history holds
 * @linear: whether there is no merge in it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error, %TL_STORE_ERROR_CORRUPT where the list is another
 *
 * Compares the list of fields that were set differently before each merge, which is kept so that it needn't be found
 * again, with what the history says.
 *
 * Returns: whether they are the same
 */
gboolean
tl_verify_conflicts (TlDatabase    *database,
                     gboolean       linear,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (TlChangeGraph) graph = NULL;
  guint n, n_rows = 0;

  if (!count_rows (database, &n, error))
    return FALSE;
  if (linear)
    return n == 0 || refuse (error);
  graph = tl_change_graph_new (database, error);
  return graph != NULL && check_merges (database, graph, cancellable, &n_rows, error)
         && (n == n_rows || refuse (error));
}
