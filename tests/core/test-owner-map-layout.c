/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-workbook.h"
#include "tl-owner-map.h"

/* What must hold for the map of any workbook; workbooks are drawn at random. */

#define N_WORKBOOKS 30
#define DAY "2026-01-05"

static void
append_parts (GString *text,
              GRand   *rand,
              guint    n_risks,
              guint    n_people)
{
  g_string_append (text, "\nOwnership\nRisk | Person | Part | From\n");
  for (guint i = 1; i <= n_risks; i++)
    {
      if (g_rand_int_range (rand, 0, 8) > 0)
        g_string_append_printf (text, "R%u | P%d | accountable | " DAY "\n", i, g_rand_int_range (rand, 1, (int) n_people + 1));
      for (int j = g_rand_int_range (rand, 0, 4); j > 0; j--)
        g_string_append_printf (text, "R%u | P%d | supporting | " DAY "\n", i, g_rand_int_range (rand, 1, (int) n_people + 1));
    }
}

static void
append_sources (GString *text,
                GRand   *rand,
                guint    n_risks,
                guint    n_people)
{
  static const char * const sources[] = { "audit", "observation", "complaint", "incident", "care record", "minutes" };

  g_string_append (text, "\nExpected evidence\nRisk | Source | Every | Person | From\n");
  for (guint i = 1; i <= n_risks; i++)
    {
      for (int j = g_rand_int_range (rand, 0, 4); j > 0; j--)
        {
          const char *source = sources[g_rand_int_range (rand, 0, G_N_ELEMENTS (sources))];

          if (g_rand_int_range (rand, 0, 5) > 0)
            g_string_append_printf (text, "R%u | %s | monthly | P%d | " DAY "\n", i, source,
                                    g_rand_int_range (rand, 1, (int) n_people + 1));
          else
            g_string_append_printf (text, "R%u | %s | weekly | | " DAY "\n", i, source);
        }
    }
  g_string_append (text, "\nActions\nRef | Risk | Title | Person | Agreed | Due\n");
  for (guint i = 1; i <= n_risks; i += 3)
    g_string_append_printf (text, "A%u | R%u | Look at round %u | P%d | 2026-02-01 | 2026-05-01\n", i, i, i,
                            g_rand_int_range (rand, 1, (int) n_people + 1));
}

/* The same for the same seed; with one more supporter of the first risk if asked to. */
static TlOwnerMap *
draw_map (guint    seed,
          gboolean one_more)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_risks = (guint) g_rand_int_range (rand, 1, 40), n_people = (guint) g_rand_int_range (rand, 1, 14);
  g_autoptr (GString) text = g_string_new ("People\nRef | Name | Role\n");
  g_autoptr (TlSnapshot) snapshot = NULL;
  g_autoptr (TlAssessment) assessment = NULL;

  for (guint i = 1; i <= n_people; i++)
    g_string_append_printf (text, "P%u | Person %u | Lead\n", i, i);
  g_string_append (text, "\nRisks\nRef | Title | Likelihood | Impact | Opened\n");
  for (guint i = 1; i <= n_risks; i++)
    g_string_append_printf (text, "R%u | Concern %u | %d | %d | " DAY "\n", i, i, g_rand_int_range (rand, 1, 6),
                            g_rand_int_range (rand, 1, 6));
  append_parts (text, rand, n_risks, n_people);
  if (one_more)
    g_string_append_printf (text, "R1 | P%u | supporting | " DAY "\n", n_people);
  append_sources (text, rand, n_risks, n_people);
  snapshot = test_workbook_read (text->str, NULL);
  assessment = tl_assessment_new (snapshot, tl_day_new (2026, 4, 1));
  return tl_owner_map_new (assessment, NULL);
}

static void
check_places (TlOwnerMap *map)
{
  guint n = 0;

  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      double below = 0;

      for (guint row = 0; row < tl_owner_map_count (map, column); row++, n++)
        {
          const TlMapNode *node = tl_owner_map_get_node (map, tl_owner_map_get_at (map, column, row));

          g_assert_cmpint (node->column, ==, column);
          g_assert_cmpuint (node->row, ==, row);
          g_assert_cmpfloat (node->y, >=, below - 1e-9);
          below = node->y + 1;
        }
      g_assert_cmpfloat (below, <=, tl_owner_map_get_height (map) + 1e-9);
    }
  g_assert_cmpuint (n, ==, tl_owner_map_get_n_nodes (map));
}

/* Every node has a place of its own, so that none covers another. */
static void
test_every_node_is_placed_and_none_overlap (void)
{
  for (guint seed = 0; seed < N_WORKBOOKS; seed++)
    {
      g_autoptr (TlOwnerMap) map = draw_map (seed, FALSE);

      check_places (map);
    }
}

/* An edge stays in the space between two columns, where no text is; it leaves both nodes where no other does. */
static void
test_no_edge_crosses_a_node (void)
{
  for (guint seed = 0; seed < N_WORKBOOKS; seed++)
    {
      g_autoptr (TlOwnerMap) map = draw_map (seed, FALSE);

      for (guint i = 0; i < tl_owner_map_get_n_edges (map); i++)
        {
          const TlMapEdge *edge = tl_owner_map_get_edge (map, i);

          g_assert_cmpint (tl_owner_map_get_node (map, edge->to)->column, ==, tl_owner_map_get_node (map, edge->from)->column + 1);
          g_assert_cmpuint (tl_owner_map_get_joined (map, edge->from, 1, edge->from_place), ==, edge->to);
          g_assert_cmpuint (tl_owner_map_get_joined (map, edge->to, -1, edge->to_place), ==, edge->from);
          g_assert_cmpuint (edge->n_from, ==, tl_owner_map_count_edges (map, edge->from, 1));
          g_assert_cmpuint (edge->n_to, ==, tl_owner_map_count_edges (map, edge->to, -1));
          /* They fan out without crossing each other at the node. */
          if (edge->from_place > 0)
            g_assert_cmpuint (tl_owner_map_get_node (map, edge->to)->row, >,
                              tl_owner_map_get_node (map, tl_owner_map_get_joined (map, edge->from, 1, edge->from_place - 1))->row);
        }
    }
}

static void
test_the_same_workbook_has_the_same_map (void)
{
  for (guint seed = 0; seed < N_WORKBOOKS; seed++)
    {
      g_autoptr (TlOwnerMap) map = draw_map (seed, FALSE), again = draw_map (seed, FALSE);

      g_assert_cmpuint (tl_owner_map_get_n_nodes (map), ==, tl_owner_map_get_n_nodes (again));
      for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
        {
          const TlMapNode *node = tl_owner_map_get_node (map, i), *other = tl_owner_map_get_node (again, i);

          g_assert_cmpstr (node->title, ==, other->title);
          g_assert_cmpuint (node->row, ==, other->row);
          g_assert_cmpfloat (node->y, ==, other->y);
        }
    }
}

/* Whether two edges between the same columns cross, with nodes in the order of their rows or of their numbers. */
static gboolean
cross (TlOwnerMap      *map,
       const TlMapEdge *a,
       const TlMapEdge *b,
       gboolean         by_number)
{
  const TlMapNode *from = tl_owner_map_get_node (map, a->from), *to = tl_owner_map_get_node (map, a->to);
  const TlMapNode *other_from = tl_owner_map_get_node (map, b->from), *other_to = tl_owner_map_get_node (map, b->to);
  double left = by_number ? (double) a->from - b->from : (double) from->row - other_from->row;
  double right = by_number ? (double) a->to - b->to : (double) to->row - other_to->row;

  return from->column == other_from->column && left * right < 0;
}

static guint
count_crossings (TlOwnerMap *map,
                 gboolean    by_number)
{
  guint n = 0;

  for (guint i = 0; i < tl_owner_map_get_n_edges (map); i++)
    {
      for (guint j = 0; j < i; j++)
        n += cross (map, tl_owner_map_get_edge (map, i), tl_owner_map_get_edge (map, j), by_number);
    }
  return n;
}

/* Ordering is worth its while: far fewer crossings than in the order in which things were written down. */
static void
test_order_reduces_crossings (void)
{
  guint before = 0, after = 0;

  for (guint seed = 0; seed < N_WORKBOOKS; seed++)
    {
      g_autoptr (TlOwnerMap) map = draw_map (seed, FALSE);

      before += count_crossings (map, TRUE);
      after += count_crossings (map, FALSE);
    }
  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (after * 4, <, before * 3);
}

static guint
find_like (TlOwnerMap      *map,
           const TlMapNode *like)
{
  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (map, i);

      if (node->column == like->column && node->flat == like->flat && node->person == NULL && like->person == NULL
          && g_str_equal (node->title, like->title))
        return i;
      if (node->column == like->column && node->flat == like->flat && node->person != NULL && like->person != NULL
          && g_str_equal (node->person->base.ref, like->person->base.ref))
        return i;
    }
  return TL_NO_NODE;
}

/* Somebody who knows where a thing stands finds it there after an edit of something else. */
static void
test_a_small_edit_moves_little (void)
{
  guint n = 0, n_turned = 0;

  for (guint seed = 0; seed < N_WORKBOOKS; seed++)
    {
      g_autoptr (TlOwnerMap) map = draw_map (seed, FALSE), edited = draw_map (seed, TRUE);

      for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
        {
          const TlMapNode *node = tl_owner_map_get_node (map, i);
          guint new_place = find_like (edited, node);

          for (guint j = 0; j < i && new_place != TL_NO_NODE; j++)
            {
              const TlMapNode *other = tl_owner_map_get_node (map, j);
              guint other_place = other->column == node->column ? find_like (edited, other) : TL_NO_NODE;

              if (other_place == TL_NO_NODE)
                continue;
              n++;
              n_turned += (node->row > other->row)
                          != (tl_owner_map_get_node (edited, new_place)->row > tl_owner_map_get_node (edited, other_place)->row);
            }
        }
    }
  g_assert_cmpuint (n, >, 1000);
  g_assert_cmpuint (n_turned * 20, <, n);
}

/* Whoever traces one node sees it, and from each end of what is seen there is a way back. */
static void
test_traces_are_whole (void)
{
  for (guint seed = 0; seed < N_WORKBOOKS; seed++)
    {
      g_autoptr (TlOwnerMap) map = draw_map (seed, FALSE);

      for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
        {
          g_autoptr (TlMapTrace) trace = tl_owner_map_trace (map, i);

          g_assert_true (tl_map_trace_has_node (trace, i));
          for (guint j = 0; j < tl_owner_map_get_n_nodes (map); j++)
            {
              g_autoptr (TlMapTrace) back = tl_map_trace_has_node (trace, j) ? tl_owner_map_trace (map, j) : NULL;

              g_assert_true (back == NULL || tl_map_trace_has_node (back, i));
            }
          for (guint j = 0; j < tl_owner_map_get_n_edges (map); j++)
            {
              const TlMapEdge *edge = tl_owner_map_get_edge (map, j);

              if (tl_map_trace_has_edge (trace, j))
                g_assert_true (tl_map_trace_has_node (trace, edge->from) && tl_map_trace_has_node (trace, edge->to));
              /* Every edge of a node lies on a path through it. */
              if (edge->from == i || edge->to == i)
                g_assert_true (tl_map_trace_has_edge (trace, j));
            }
        }
    }
}

typedef struct
{
  TlOwnerMap *map;
  guint8 *nodes;
  guint8 *edges;
} Walked;

/* Every way from a risk on: by what each step is joined to in the map, and the same nodes and edges in the end. */
static void
walk_on (Walked *walked,
         guint  *way,
         guint   n_way)
{
  g_autoptr (GArray) next = tl_owner_map_list_next (walked->map, way, n_way);

  for (guint i = 0; i < next->len; i++)
    {
      const TlMapNode *node;

      way[n_way] = g_array_index (next, guint, i);
      node = tl_owner_map_get_node (walked->map, way[n_way]);
      g_assert_cmpint (node->column, ==, (int) n_way);
      /* From the top, and none twice. */
      if (i > 0)
        g_assert_cmpuint (node->row, >, tl_owner_map_get_node (walked->map, g_array_index (next, guint, i - 1))->row);
      walked->nodes[way[n_way]] = TRUE;
      for (guint j = 0; n_way > 0 && j < tl_owner_map_get_n_edges (walked->map); j++)
        {
          const TlMapEdge *edge = tl_owner_map_get_edge (walked->map, j);

          walked->edges[j] |= edge->from == way[n_way - 1] && edge->to == way[n_way];
        }
      walk_on (walked, way, n_way + 1);
    }
  if (n_way == TL_N_MAP_COLUMNS)
    g_assert_cmpuint (next->len, ==, 0);
}

/* What a list beneath a risk shows is what the lines of that risk show: neither more nor less. */
static void
test_ways_are_the_paths (void)
{
  for (guint seed = 0; seed < N_WORKBOOKS; seed++)
    {
      g_autoptr (TlOwnerMap) map = draw_map (seed, FALSE);
      guint n_risks = tl_owner_map_count (map, TL_MAP_COLUMN_RISK);

      for (guint row = 0; row < n_risks; row++)
        {
          guint way[TL_N_MAP_COLUMNS] = { tl_owner_map_get_at (map, TL_MAP_COLUMN_RISK, row) };
          g_autoptr (TlMapTrace) trace = tl_owner_map_trace (map, way[0]);
          g_autofree guint8 *nodes = g_new0 (guint8, tl_owner_map_get_n_nodes (map));
          g_autofree guint8 *edges = g_new0 (guint8, tl_owner_map_get_n_edges (map) + 1);
          Walked walked = { map, nodes, edges };

          nodes[way[0]] = TRUE;
          walk_on (&walked, way, 1);
          for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
            g_assert_cmpint (nodes[i], ==, tl_map_trace_has_node (trace, i));
          for (guint i = 0; i < tl_owner_map_get_n_edges (map); i++)
            g_assert_cmpint (edges[i], ==, tl_map_trace_has_edge (trace, i));
        }
    }
}

static gboolean
leads_to (TlOwnerMap  *map,
          const guint *way,
          guint        n_way)
{
  g_autoptr (GArray) next = tl_owner_map_list_next (map, way, n_way - 1);

  for (guint i = 0; i < next->len; i++)
    {
      if (g_array_index (next, guint, i) == way[n_way - 1])
        return TRUE;
    }
  return FALSE;
}

static void
test_every_node_has_a_way (void)
{
  for (guint seed = 0; seed < N_WORKBOOKS; seed++)
    {
      g_autoptr (TlOwnerMap) map = draw_map (seed, FALSE);

      for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
        {
          guint way[TL_N_MAP_COLUMNS], n_way = tl_owner_map_find_way (map, i, way);

          g_assert_cmpuint (n_way, ==, (guint) tl_owner_map_get_node (map, i)->column + 1);
          g_assert_cmpuint (way[n_way - 1], ==, i);
          for (guint n = 1; n <= n_way; n++)
            g_assert_true (leads_to (map, way, n));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/owner-map/layout/placed", test_every_node_is_placed_and_none_overlap);
  g_test_add_func ("/owner-map/layout/edges", test_no_edge_crosses_a_node);
  g_test_add_func ("/owner-map/layout/same", test_the_same_workbook_has_the_same_map);
  g_test_add_func ("/owner-map/layout/crossings", test_order_reduces_crossings);
  g_test_add_func ("/owner-map/layout/stable", test_a_small_edit_moves_little);
  g_test_add_func ("/owner-map/layout/traces", test_traces_are_whole);
  g_test_add_func ("/owner-map/layout/ways", test_ways_are_the_paths);
  g_test_add_func ("/owner-map/layout/way-to-each", test_every_node_has_a_way);

  return g_test_run ();
}
