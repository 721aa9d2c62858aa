/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-divergence.h"

#include <string.h>

static void
add (GArray        *list,
     const TlWrite *write,
     guint          one,
     guint          other)
{
  TlDisagreement found = { write->table, write->row, write->column, MIN (one, other), MAX (one, other) };

  g_array_append_val (list, found);
}

static TlDisagreement *
find (GArray        *list,
      const TlWrite *write)
{
  for (guint i = 0; i < list->len; i++)
    {
      TlDisagreement *found = &g_array_index (list, TlDisagreement, i);

      if (found->table == write->table && tl_id_equal (&found->row, &write->row) && found->column == write->column)
        return found;
    }
  return NULL;
}

static void
find_differences (TlDivergence *self)
{
  GHashTableIter iter;
  gpointer write;

  g_hash_table_iter_init (&iter, self->sides[0]);
  while (g_hash_table_iter_next (&iter, &write, NULL))
    {
      const TlWrite *one = write;
      const TlWrite *other = tl_write_set_find (self->sides[1], one->table, &one->row, one->column);

      if (other != NULL && !tl_value_equal (one->value, other->value))
        add (self->disagreements, one, one->change, other->change);
    }
}

/* Rows that were removed on @side and edited on the other. */
static void
find_kept (TlDivergence *self,
           guint         side,
           GArray       *list)
{
  GHashTableIter iter;
  gpointer write;

  g_hash_table_iter_init (&iter, self->sides[side]);
  while (g_hash_table_iter_next (&iter, &write, NULL))
    {
      const TlWrite *removal = write, *edit;

      if (removal->column != TL_WRITE_LIVE || tl_write_is_live (removal))
        continue;
      edit = tl_write_set_find_edit (self->sides[1 - side], removal->table, &removal->row);
      if (edit == NULL)
        continue;
      if (!tl_divergence_keeps (self, removal->table, &removal->row))
        g_ptr_array_add (self->kept, write);
      add (list, removal, removal->change, edit->change);
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TlDisagreement *one = a, *other = b;
  int order = one->table == other->table ? 0 : strcmp (one->table->name, other->table->name);

  if (order == 0)
    order = tl_id_compare (&one->row, &other->row);
  if (order == 0)
    order = one->column - other->column;
  if (order == 0)
    order = one->first < other->first ? -1 : one->first > other->first;
  return order;
}

/* Where both sides removed and edited a row, or differ about its existence too, it is one disagreement all the same. */
static void
add_kept (TlDivergence *self,
          GArray       *list)
{
  g_array_sort (list, compare);
  for (guint i = 0; i < list->len; i++)
    {
      const TlDisagreement *found = &g_array_index (list, TlDisagreement, i);
      TlWrite key = { .table = found->table, .row = found->row, .column = found->column };

      if (find (self->disagreements, &key) == NULL)
        g_array_append_val (self->disagreements, *found);
    }
  g_array_sort (self->disagreements, compare);
}

/**
 * tl_divergence_new:
 * @graph: a history that has all changes of both
 * @one: number of the head of one copy
 * @other: number of the head of the other; neither comes before the other
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): how they differ; the same for either order, but for @sides
 */
TlDivergence *
tl_divergence_new (TlChangeGraph  *graph,
                   guint           one,
                   guint           other,
                   GError        **error)
{
  g_autoptr (TlDivergence) self = g_new0 (TlDivergence, 1);
  g_autofree gboolean *mine = tl_change_graph_get_ancestry (graph, one);
  g_autofree gboolean *theirs = tl_change_graph_get_ancestry (graph, other);
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (TlDisagreement));

  self->disagreements = g_array_new (FALSE, FALSE, sizeof (TlDisagreement));
  self->kept = g_ptr_array_new ();
  self->sides[0] = tl_write_set_new (graph, mine, theirs, error);
  self->sides[1] = self->sides[0] != NULL ? tl_write_set_new (graph, theirs, mine, error) : NULL;
  if (self->sides[1] == NULL)
    return NULL;
  find_differences (self);
  find_kept (self, 0, removed);
  find_kept (self, 1, removed);
  add_kept (self, removed);
  return g_steal_pointer (&self);
}

/**
 * tl_divergence_free:
 * @self: (transfer full): a divergence, whose graph is still there
 *
 * Frees it.
 */
void
tl_divergence_free (TlDivergence *self)
{
  g_clear_pointer (&self->sides[0], g_hash_table_unref);
  g_clear_pointer (&self->sides[1], g_hash_table_unref);
  g_array_unref (self->disagreements);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * tl_divergence_keeps:
 * @self: a divergence
 * @table: a table
 * @row: id of a row
 *
 * Returns: whether one side removed the row while the other edited it, so that it stays
 */
gboolean
tl_divergence_keeps (const TlDivergence  *self,
                     const TlSchemaTable *table,
                     const TlId          *row)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      const TlWrite *removal = g_ptr_array_index (self->kept, i);

      if (removal->table == table && tl_id_equal (&removal->row, row))
        return TRUE;
    }
  return FALSE;
}
