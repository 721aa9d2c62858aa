/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change-graph.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-history.h"
#include "tl-statement.h"
#include "tl-store-error.h"

typedef struct
{
  TlDigest id;
  gint64 time;
  guint parents[2];
  guint n_parents;
  TlChange *change;
} Node;

struct _TlChangeGraph
{
  TlDatabase *database;
  GArray *nodes;
  GHashTable *by_id;
};

static guint
hash_digest (gconstpointer digest)
{
  guint hash;

  memcpy (&hash, digest, sizeof hash);
  return hash;
}

static gboolean
equal_digests (gconstpointer a,
               gconstpointer b)
{
  return tl_digest_equal (a, b);
}

static void
clear_node (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->change, tl_change_unref);
}

static Node *
get_node (const TlChangeGraph *self,
          guint                index)
{
  return &g_array_index (self->nodes, Node, index);
}

static gboolean
read_nodes (TlChangeGraph  *self,
            GError        **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (self->database, "SELECT id, time FROM change ORDER BY time, id", error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      Node node = { .n_parents = 0 };

      if (!tl_database_step (self->database, statement, &more, error))
        return FALSE;
      if (!more || !tl_statement_get_digest (statement, 0, &node.id))
        continue;
      node.time = sqlite3_column_int64 (statement, 1);
      g_array_append_val (self->nodes, node);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    g_hash_table_insert (self->by_id, &get_node (self, i)->id, GUINT_TO_POINTER (i + 1));
  return TRUE;
}

static gboolean
add_parent (TlChangeGraph *self,
            int            child,
            int            parent)
{
  Node *node = child >= 0 ? get_node (self, (guint) child) : NULL;

  /* Each is later than its parents, so no change can be its own ancestor. */
  if (node == NULL || parent < 0 || node->n_parents == G_N_ELEMENTS (node->parents)
      || get_node (self, (guint) parent)->time >= node->time)
    return FALSE;
  node->parents[node->n_parents++] = (guint) parent;
  return TRUE;
}

static gboolean
read_parents (TlChangeGraph  *self,
              GError        **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self->database, "SELECT change, parent FROM change_parent", error);
  gboolean more = TRUE;
  TlDigest child, parent;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!tl_database_step (self->database, statement, &more, error))
        return FALSE;
      if (!more)
        continue;
      if (!tl_statement_get_digest (statement, 0, &child) || !tl_statement_get_digest (statement, 1, &parent)
          || !add_parent (self, tl_change_graph_find (self, &child), tl_change_graph_find (self, &parent)))
        {
          sqlite3_reset (statement);
          g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("The changes in the history don’t follow each "
                                                                        "other."));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * tl_change_graph_new:
 * @database: a connection, which outlives the graph
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the graph of its history as it is now
 */
TlChangeGraph *
tl_change_graph_new (TlDatabase  *database,
                     GError     **error)
{
  g_autoptr (TlChangeGraph) self = g_new0 (TlChangeGraph, 1);

  self->database = database;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (self->nodes, clear_node);
  self->by_id = g_hash_table_new (hash_digest, equal_digests);
  return read_nodes (self, error) && read_parents (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_change_graph_free:
 * @self: (transfer full): a graph
 *
 * Frees a graph and the bodies that were read.
 */
void
tl_change_graph_free (TlChangeGraph *self)
{
  g_hash_table_unref (self->by_id);
  g_array_unref (self->nodes);
  g_free (self);
}

/**
 * tl_change_graph_get_length:
 * @self: a graph
 *
 * Returns: how many changes there are
 */
guint
tl_change_graph_get_length (const TlChangeGraph *self)
{
  return self->nodes->len;
}

/**
 * tl_change_graph_find:
 * @self: a graph
 * @id: the id of a change
 *
 * Returns: its number, -1 when the history doesn't have it
 */
int
tl_change_graph_find (const TlChangeGraph *self,
                      const TlDigest      *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1;
}

/**
 * tl_change_graph_get_id:
 * @self: a graph
 * @index: a change's number
 *
 * Returns: (transfer none): its id
 */
const TlDigest *
tl_change_graph_get_id (const TlChangeGraph *self,
                        guint                index)
{
  return &get_node (self, index)->id;
}

/**
 * tl_change_graph_get_time:
 * @self: a graph
 * @index: a change's number
 *
 * Returns: when it was made, in milliseconds since 1970, UTC
 */
gint64
tl_change_graph_get_time (const TlChangeGraph *self,
                          guint                index)
{
  return get_node (self, index)->time;
}

/**
 * tl_change_graph_get_parents:
 * @self: a graph
 * @index: a change's number
 * @parents: (out caller-allocates): the numbers of its parents
 *
 * Returns: how many it has: none for the first change, two for a merge
 */
guint
tl_change_graph_get_parents (const TlChangeGraph *self,
                             guint                index,
                             guint                parents[2])
{
  const Node *node = get_node (self, index);

  memcpy (parents, node->parents, sizeof node->parents);
  return node->n_parents;
}

/**
 * tl_change_graph_get_ancestry:
 * @self: a graph
 * @index: a change's number
 *
 * Returns: (transfer full): for each number, whether it is that change or one that comes before it
 */
gboolean *
tl_change_graph_get_ancestry (const TlChangeGraph *self,
                              guint                index)
{
  gboolean *known = g_new0 (gboolean, self->nodes->len);

  known[index] = TRUE;
  for (guint i = index + 1; i > 0; i--)
    {
      const Node *node = get_node (self, i - 1);

      for (guint j = 0; known[i - 1] && j < node->n_parents; j++)
        known[node->parents[j]] = TRUE;
    }
  return known;
}

/**
 * tl_change_graph_load:
 * @self: a graph
 * @index: a change's number
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the change with its edits
 */
TlChange *
tl_change_graph_load (TlChangeGraph  *self,
                      guint           index,
                      GError        **error)
{
  Node *node = get_node (self, index);

  if (node->change == NULL)
    node->change = tl_history_load (self->database, &node->id, error);
  return node->change;
}
