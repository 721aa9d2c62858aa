/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner map on sheets of paper: what must hold of any of them. */
#include "test-workbook.h"
#include "tl-owner-sheet.h"

#define PEOPLE 24
#define RISKS 40

static TlOwnerMap *
make_map (guint n_risks,
          guint n_supporters)
{
  g_autoptr (GString) text = g_string_new ("People\nRef | Name | Role\n");
  g_autoptr (TlSnapshot) snapshot = NULL;
  g_autoptr (TlAssessment) assessment = NULL;

  for (guint i = 0; i < PEOPLE; i++)
    g_string_append_printf (text, "P%u | Person-%u | Lead\n", i, i);
  g_string_append (text, "\nRisks\nRef | Title | Likelihood | Impact | Opened\n");
  for (guint i = 0; i < n_risks; i++)
    g_string_append_printf (text, "R%u | Risk-%u | %u | %u | 2026-01-05\n", i, i, 1 + i % 5, 1 + i % 4);
  g_string_append (text, "\nOwnership\nRisk | Person | Part | Contribution | From\n");
  for (guint i = 0; i < n_risks; i++)
    {
      if (i % 7 != 3)
        g_string_append_printf (text, "R%u | P%u | accountable | | 2026-01-05\n", i, i % 9);
      for (guint j = 0; j < n_supporters; j++)
        g_string_append_printf (text, "R%u | P%u | supporting | helps | 2026-01-05\n", i, 9 + (i * 5 + j) % (PEOPLE - 9));
    }
  g_string_append (text, "\nExpected evidence\nRisk | Source | Every | Person | From\n");
  for (guint i = 0; i < n_risks; i++)
    g_string_append_printf (text, "R%u | %s | monthly | P%u | 2026-01-05\n", i, i % 2 == 0 ? "audit" : "observation",
                            9 + (i * 5) % (PEOPLE - 9));
  snapshot = test_workbook_read (text->str, NULL);
  assessment = tl_assessment_new (snapshot, tl_day_new (2026, 4, 1));
  return tl_owner_map_new (assessment, NULL);
}

/* Nodes differ in height, as texts do. */
static double *
make_heights (const TlOwnerMap *map)
{
  double *heights = g_new (double, tl_owner_map_get_n_nodes (map));

  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    heights[i] = 30 + (i * 13) % 25;
  return heights;
}

static void
assert_sound (const TlOwnerSheet *sheet,
              double              room,
              double              gap)
{
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      double bottom = -gap;

      for (guint i = 0; i < sheet->columns[column]->len; i++)
        {
          const TlSheetNode *node = &g_array_index (sheet->columns[column], TlSheetNode, i);

          g_assert_cmpfloat (node->y, >=, bottom + gap - 1e-6);
          bottom = node->y + node->height;
        }
      g_assert_cmpfloat (bottom, <=, room + 1e-6);
      g_assert_cmpfloat (bottom, <=, sheet->height + 1e-6);
    }
  /* Both ends of every line are on the sheet, and no two lines begin or end at one point. */
  for (guint i = 0; i < sheet->edges->len; i++)
    {
      const TlMapEdge *edge = &g_array_index (sheet->edges, TlMapEdge, i);

      g_assert_cmpuint (edge->from_place, <, edge->n_from);
      g_assert_cmpuint (edge->to_place, <, edge->n_to);
      for (guint j = 0; j < i; j++)
        {
          const TlMapEdge *other = &g_array_index (sheet->edges, TlMapEdge, j);

          g_assert_false (other->from == edge->from && other->from_place == edge->from_place);
          g_assert_false (other->to == edge->to && other->to_place == edge->to_place);
        }
    }
}

static gboolean
is_on (const TlOwnerMap   *map,
       const TlOwnerSheet *sheet,
       guint               node)
{
  return tl_owner_sheet_find (sheet, tl_owner_map_get_node (map, node)->column, node) != NULL;
}

static void
test_small_map_is_one_sheet (void)
{
  g_autoptr (TlOwnerMap) map = make_map (4, 1);
  g_autofree double *heights = make_heights (map);
  TlSheetSizes sizes = { heights, 5, 7, 400, 450 };
  g_autoptr (GPtrArray) sheets = tl_owner_sheets_new (map, &sizes);
  const TlOwnerSheet *sheet;

  g_assert_cmpuint (sheets->len, ==, 1);
  sheet = g_ptr_array_index (sheets, 0);
  assert_sound (sheet, 400, 5);
  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    g_assert_true (is_on (map, sheet, i));
  g_assert_cmpuint (sheet->edges->len, ==, tl_owner_map_get_n_edges (map));
}

/* Whoever looks for a risk finds all of it on the one sheet that has it. */
static void
test_every_risk_is_whole (void)
{
  g_autoptr (TlOwnerMap) map = make_map (RISKS, 3);
  g_autofree double *heights = make_heights (map);
  TlSheetSizes sizes = { heights, 5, 7, 380, 450 };
  g_autoptr (GPtrArray) sheets = tl_owner_sheets_new (map, &sizes);

  g_assert_cmpuint (sheets->len, >, 1);
  for (guint i = 0; i < sheets->len; i++)
    assert_sound (g_ptr_array_index (sheets, i), i == 0 ? 380 : 450, 5);
  for (guint row = 0; row < RISKS; row++)
    {
      guint risk = tl_owner_map_get_at (map, TL_MAP_COLUMN_RISK, row), n_found = 0;
      g_autoptr (TlMapTrace) trace = tl_owner_map_trace (map, risk);

      for (guint i = 0; i < sheets->len; i++)
        {
          const TlOwnerSheet *sheet = g_ptr_array_index (sheets, i);

          if (!is_on (map, sheet, risk))
            continue;
          n_found++;
          for (guint node = 0; node < tl_owner_map_get_n_nodes (map); node++)
            g_assert_true (!tl_map_trace_has_node (trace, node) || is_on (map, sheet, node));
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
}

/* One whom more people help than a sheet has room for goes on, and says so. */
static void
test_a_large_risk_goes_on (void)
{
  g_autoptr (TlOwnerMap) map = make_map (2, PEOPLE - 9);
  g_autofree double *heights = make_heights (map);
  TlSheetSizes sizes = { heights, 5, 7, 250, 250 };
  g_autoptr (GPtrArray) sheets = tl_owner_sheets_new (map, &sizes);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_continued = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      const TlOwnerSheet *sheet = g_ptr_array_index (sheets, i);

      assert_sound (sheet, 250, 5);
      if (sheet->continued != TL_NO_NODE)
        {
          n_continued++;
          g_assert_true (is_on (map, sheet, sheet->continued));
        }
      for (guint node = 0; node < tl_owner_map_get_n_nodes (map); node++)
        if (is_on (map, sheet, node))
          g_hash_table_add (seen, GUINT_TO_POINTER (node));
    }
  g_assert_cmpuint (n_continued, >=, 2);
  g_assert_cmpuint (g_hash_table_size (seen), ==, tl_owner_map_get_n_nodes (map));
}

static void
test_an_empty_map_has_no_sheet (void)
{
  g_autoptr (TlOwnerMap) map = make_map (0, 0);
  TlSheetSizes sizes = { NULL, 5, 7, 250, 250 };
  g_autoptr (GPtrArray) sheets = tl_owner_sheets_new (map, &sizes);

  g_assert_cmpuint (sheets->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/owner-sheet/one", test_small_map_is_one_sheet);
  g_test_add_func ("/owner-sheet/whole", test_every_risk_is_whole);
  g_test_add_func ("/owner-sheet/continued", test_a_large_risk_goes_on);
  g_test_add_func ("/owner-sheet/empty", test_an_empty_map_has_no_sheet);

  return g_test_run ();
}
