/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-sheet.h"

/* The sheet that is being filled, and what of the map is on it. */
typedef struct
{
  const TlOwnerMap *map;
  const TlSheetSizes *sizes;
  GHashTable *edges;
  GPtrArray *sheets;
  TlOwnerSheet *sheet;
  GHashTable *on_it;
  double heights[TL_N_MAP_COLUMNS];
} Filling;

typedef struct
{
  guint nodes[TL_N_MAP_COLUMNS];
  guint n;
} Way;

static void
sheet_free (gpointer data)
{
  TlOwnerSheet *self = data;

  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    g_array_unref (self->columns[column]);
  g_array_unref (self->edges);
  g_free (self);
}

static void
begin_sheet (Filling *filling)
{
  TlOwnerSheet *sheet = g_new0 (TlOwnerSheet, 1);

  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      sheet->columns[column] = g_array_new (FALSE, FALSE, sizeof (TlSheetNode));
      filling->heights[column] = 0;
    }
  sheet->edges = g_array_new (FALSE, FALSE, sizeof (TlMapEdge));
  sheet->continued = TL_NO_NODE;
  g_hash_table_remove_all (filling->on_it);
  g_ptr_array_add (filling->sheets, sheet);
  filling->sheet = sheet;
}

static double
get_room (const Filling *filling)
{
  return filling->sheets->len == 1 ? filling->sizes->first : filling->sizes->rest;
}

static gboolean
is_empty (const Filling *filling)
{
  return g_hash_table_size (filling->on_it) == 0;
}

/* ── What the ways of a risk are ── */

static void
list_ways (const TlOwnerMap *map,
           GArray           *ways,
           const Way        *way)
{
  g_autoptr (GArray) next = tl_owner_map_list_next (map, way->nodes, way->n);

  if (next->len == 0)
    g_array_append_val (ways, *way);
  for (guint i = 0; i < next->len; i++)
    {
      Way longer = *way;

      longer.nodes[longer.n++] = g_array_index (next, guint, i);
      list_ways (map, ways, &longer);
    }
}

/* ── What fits ── */

/* How high a column would be with the nodes of some ways, each once. */
static gboolean
fits (Filling   *filling,
      const Way *ways,
      guint      n_ways,
      gboolean   on_a_new_one)
{
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);
  double room = on_a_new_one ? filling->sizes->rest : get_room (filling);

  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      double height = on_a_new_one ? 0 : filling->heights[column];

      for (guint i = 0; i < n_ways; i++)
        {
          gpointer node;

          if (column >= ways[i].n)
            continue;
          node = GUINT_TO_POINTER (ways[i].nodes[column]);
          if ((on_a_new_one || !g_hash_table_contains (filling->on_it, node)) && g_hash_table_add (added, node))
            height += filling->sizes->nodes[ways[i].nodes[column]] + filling->sizes->gap;
        }
      if (height - filling->sizes->gap > room + 1e-6)
        return FALSE;
    }
  return TRUE;
}

static void
add_edge (Filling *filling,
          guint    from,
          guint    to)
{
  gint64 key = (gint64) from << 32 | to;
  gpointer number = NULL;

  for (guint i = 0; i < filling->sheet->edges->len; i++)
    {
      const TlMapEdge *edge = &g_array_index (filling->sheet->edges, TlMapEdge, i);

      if (edge->from == from && edge->to == to)
        return;
    }
  if (g_hash_table_lookup_extended (filling->edges, &key, NULL, &number))
    g_array_append_vals (filling->sheet->edges, tl_owner_map_get_edge (filling->map, GPOINTER_TO_UINT (number)), 1);
}

static void
add_ways (Filling   *filling,
          const Way *ways,
          guint      n_ways)
{
  for (guint i = 0; i < n_ways; i++)
    {
      for (guint column = 0; column < ways[i].n; column++)
        {
          guint node = ways[i].nodes[column];
          TlSheetNode placed = { node, 0, filling->sizes->nodes[node] };

          if (column > 0)
            add_edge (filling, ways[i].nodes[column - 1], node);
          if (!g_hash_table_add (filling->on_it, GUINT_TO_POINTER (node)))
            continue;
          g_array_append_val (filling->sheet->columns[column], placed);
          filling->heights[column] += placed.height + filling->sizes->gap;
        }
    }
}

static void
add_risk (Filling *filling,
          guint    risk)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (Way));
  const Way *all;

  list_ways (filling->map, ways, &(Way) { { risk }, 1 });
  all = (const Way *) (gpointer) ways->data;
  if (!is_empty (filling) && !fits (filling, all, ways->len, FALSE))
    begin_sheet (filling);
  if (fits (filling, all, ways->len, FALSE) || (is_empty (filling) && ways->len == 1))
    {
      add_ways (filling, all, ways->len);
      return;
    }
  for (guint i = 0; i < ways->len; i++)
    {
      if (!is_empty (filling) && !fits (filling, &all[i], 1, FALSE))
        {
          begin_sheet (filling);
          filling->sheet->continued = risk;
        }
      add_ways (filling, &all[i], 1);
    }
}

/* ── The order that the map has ── */

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  guint row = tl_owner_map_get_node (user_data, ((const TlSheetNode *) a)->node)->row;
  guint other = tl_owner_map_get_node (user_data, ((const TlSheetNode *) b)->node)->row;

  return row < other ? -1 : row > other;
}

static GHashTable *
index_edges (const TlOwnerMap *map)
{
  GHashTable *edges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < tl_owner_map_get_n_edges (map); i++)
    {
      const TlMapEdge *edge = tl_owner_map_get_edge (map, i);
      gint64 key = (gint64) edge->from << 32 | edge->to;

      g_hash_table_insert (edges, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i));
    }
  return edges;
}

/**
 * tl_owner_sheets_new:
 * @map: a map
 * @sizes: what it is measured by; no way may be higher than a sheet has room
 *
 * Puts a map on as few sheets as its order allows: one when it fits, else as many risks on each as have room with all
 * their ways.
 *
 * Returns: (transfer full) (element-type TlOwnerSheet): the sheets; none for an empty map
 */
GPtrArray *
tl_owner_sheets_new (const TlOwnerMap   *map,
                     const TlSheetSizes *sizes)
{
  g_autoptr (GHashTable) edges = index_edges (map);
  g_autoptr (GHashTable) on_it = g_hash_table_new (NULL, NULL);
  Filling filling = { .map = map, .sizes = sizes, .edges = edges, .on_it = on_it };

  filling.sheets = g_ptr_array_new_with_free_func (sheet_free);
  for (guint row = 0; row < tl_owner_map_count (map, TL_MAP_COLUMN_RISK); row++)
    {
      if (row == 0)
        begin_sheet (&filling);
      add_risk (&filling, tl_owner_map_get_at (map, TL_MAP_COLUMN_RISK, row));
    }
  for (guint i = 0; i < filling.sheets->len; i++)
    {
      TlOwnerSheet *sheet = g_ptr_array_index (filling.sheets, i);

      for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
        g_array_sort_with_data (sheet->columns[column], compare_rows, (gpointer) map);
      tl_owner_sheet_place (sheet, sizes, i == 0 ? sizes->first : sizes->rest);
    }
  return filling.sheets;
}
