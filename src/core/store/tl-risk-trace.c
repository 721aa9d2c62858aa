/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-trace.h"

#include <string.h>

#include "tl-statement.h"

struct _TlRiskTrace
{
  TlDatabase *database;
  GHashTable *risks;
  /* Rows that lead to a risk, by their id, so that the thousand readings of a measure ask once; and places, which lead to
   * none. */
  GHashTable *known;
};

/* What leads to a risk through a column of its own. */
static const struct
{
  TlTable table;
  const char *sql;
} ways[] = {
  { TL_TABLE_MEASURE, "SELECT risk FROM measure WHERE id = ?1" },
  { TL_TABLE_ACTION, "SELECT risk FROM action WHERE id = ?1" },
  { TL_TABLE_WARNING_SIGN, "SELECT risk FROM warning_sign WHERE id = ?1" },
  { TL_TABLE_LEARNING, "SELECT risk FROM learning WHERE id = ?1" },
};

/* The lists of a piece of evidence. */
static const char * const lists[] = {
  "SELECT risk FROM evidence_risk WHERE evidence = ?1",
  "SELECT risk FROM evidence_action JOIN action ON action.id = evidence_action.action WHERE evidence = ?1",
  "SELECT risk FROM evidence_measure JOIN measure ON measure.id = evidence_measure.measure WHERE evidence = ?1",
};

/**
 * tl_risk_trace_new:
 * @database: the writer's connection
 *
 * Returns: (transfer full): a trace that has found nothing yet
 */
TlRiskTrace *
tl_risk_trace_new (TlDatabase *database)
{
  TlRiskTrace *self = g_new0 (TlRiskTrace, 1);

  self->database = database;
  self->risks = g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, NULL);
  self->known = g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, NULL);
  return self;
}

/**
 * tl_risk_trace_free:
 * @self: (transfer full): a trace
 *
 * Frees a trace.
 */
void
tl_risk_trace_free (TlRiskTrace *self)
{
  g_hash_table_unref (self->risks);
  g_hash_table_unref (self->known);
  g_free (self);
}

static void
add_risk (TlRiskTrace *self,
          const TlId  *risk)
{
  if (!g_hash_table_contains (self->risks, risk))
    g_hash_table_add (self->risks, g_memdup2 (risk, sizeof *risk));
}

static gboolean
add_found (TlRiskTrace  *self,
           const char   *sql,
           const TlId   *id,
           GError      **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self->database, sql, error);
  gboolean more = TRUE;
  TlId risk;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_id (statement, 1, id);
  while (more)
    {
      if (!tl_database_step (self->database, statement, &more, error))
        return FALSE;
      if (more && tl_statement_get_id (statement, 0, &risk))
        add_risk (self, &risk);
    }
  return TRUE;
}

static const char *
find_way (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (strcmp (tl_layout_get (ways[i].table)->name, table) == 0)
        return ways[i].sql;
    }
  return NULL;
}

static gboolean
add_lists (TlRiskTrace  *self,
           const TlId   *evidence,
           GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (!add_found (self, lists[i], evidence, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_risk_trace_add_value:
 * @self: a trace
 * @row: a row that is changed
 * @column: index of one of its columns
 * @value: what the column holds, or held
 * @error: return location for an error
 *
 * Adds the risk that a column leads to, if it does.
 *
 * Returns: whether that could be found out
 */
gboolean
tl_risk_trace_add_value (TlRiskTrace    *self,
                         const TlRow    *row,
                         guint           column,
                         const TlValue  *value,
                         GError        **error)
{
  const char *target = row->table->columns[column].target;
  const char *way;
  TlId id;

  if (target == NULL || !tl_value_get_id (value, &id) || g_hash_table_contains (self->known, &id))
    return TRUE;
  if (strcmp (target, tl_layout_get (TL_TABLE_RISK)->name) == 0)
    {
      add_risk (self, &id);
      return TRUE;
    }
  /* A file is attached to a piece of evidence, and so to all that the evidence is about. */
  if (strcmp (row->table->name, TL_SCHEMA_ATTACHMENT) == 0 && strcmp (target, tl_layout_get (TL_TABLE_EVIDENCE)->name) == 0)
    return add_lists (self, &id, error);
  way = find_way (target);
  if (way == NULL && strcmp (target, tl_layout_get (TL_TABLE_PLACE)->name) != 0)
    return TRUE;
  g_hash_table_add (self->known, g_memdup2 (&id, sizeof id));
  return way == NULL || add_found (self, way, &id, error);
}

/**
 * tl_risk_trace_add_row:
 * @self: a trace
 * @row: a row that is changed, and is or was in its table
 * @error: return location for an error
 *
 * Adds the risks that a row leads to as it is.
 *
 * Returns: whether that could be found out
 */
gboolean
tl_risk_trace_add_row (TlRiskTrace  *self,
                       const TlRow  *row,
                       GError      **error)
{
  if (row->table->table == TL_TABLE_RISK && row->table->pairs == NULL)
    add_risk (self, &row->id);

  /* A new piece of evidence is led to by its pairs, which come with it. */
  if (row->table->table == TL_TABLE_EVIDENCE && row->table->pairs == NULL && row->exists
      && !add_lists (self, &row->id, error))
    return FALSE;

  for (guint i = 0; i < row->table->n_columns; i++)
    {
      if (!tl_risk_trace_add_value (self, row, i, &row->values[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_risk_trace_get_risks:
 * @self: a trace
 *
 * Returns: (transfer none) (element-type TlId): the risks found so far, as a set
 */
GHashTable *
tl_risk_trace_get_risks (TlRiskTrace *self)
{
  return self->risks;
}
