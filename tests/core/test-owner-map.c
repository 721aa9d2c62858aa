/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-workbook.h"
#include "tl-owner-map.h"

static const char *people =
  "People\n"
  "Ref | Name | Role\n"
  "P1 | Ann Archer | Registered manager\n"
  "P2 | Ben Baker | Deputy manager\n"
  "P3 | Cal Cooper | Night senior\n"
  "P4 | Dee Draper | Agency lead\n"
  "\n"
  "Risks\n"
  "Ref | Title | Likelihood | Impact | Opened\n"
  "R1 | Medicine gaps | 4 | 5 | 2026-01-05\n"
  "R2 | Late concerns | 5 | 5 | 2026-01-05\n"
  "R3 | Old plans | 2 | 3 | 2026-01-05\n";

static const char *parts =
  "Ownership\n"
  "Risk | Person | Part | From | Until\n"
  "R1 | P1 | accountable | 2026-01-05 |\n"
  "R1 | P3 | supporting | 2026-01-05 |\n"
  "R2 | P2 | accountable | 2026-01-05 | 2026-03-31\n"
  "R3 | P1 | accountable | 2026-01-05 |\n"
  "\n"
  "Expected evidence\n"
  "Risk | Source | Every | Person | From\n"
  "R1 | audit | monthly | P3 | 2026-01-05\n"
  "R3 | audit | weekly | P1 | 2026-01-05\n"
  "\n"
  "Actions\n"
  "Ref | Risk | Title | Person | Agreed | Due\n"
  "A1 | R1 | Watch two rounds | P4 | 2026-02-01 | 2026-05-01\n";

static TlOwnerMap *
make_map (TlDay as_at)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (people, parts, NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, as_at);

  return tl_owner_map_new (assessment, NULL);
}

static guint
find (TlOwnerMap  *map,
      TlMapColumn  column,
      const char  *title)
{
  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (map, i);

      if (node->column == column && g_str_equal (node->title, title))
        return i;
    }
  return TL_NO_NODE;
}

static const TlMapEdge *
find_edge (TlOwnerMap *map,
           guint       from,
           guint       to)
{
  for (guint i = 0; i < tl_owner_map_get_n_edges (map); i++)
    {
      const TlMapEdge *edge = tl_owner_map_get_edge (map, i);

      if (edge->from == from && edge->to == to)
        return edge;
    }
  return NULL;
}

/* A risk that nobody answers for must not vanish from the map: it leads to "No one", before everything else. */
static void
test_no_one_is_a_node (void)
{
  g_autoptr (TlOwnerMap) map = make_map (tl_day_new (2026, 4, 1));
  guint risk = find (map, TL_MAP_COLUMN_RISK, "Late concerns");
  guint nobody = find (map, TL_MAP_COLUMN_OWNER, "No one");
  const TlMapNode *node;

  g_assert_cmpuint (nobody, !=, TL_NO_NODE);
  g_assert_nonnull (find_edge (map, risk, nobody));
  node = tl_owner_map_get_node (map, nobody);
  g_assert_true (node->gap);
  g_assert_cmpuint (node->row, ==, 0);
  g_assert_cmpint (node->badge_severity, ==, TL_SEVERITY_ACT);
  g_assert_cmpuint (find (map, TL_MAP_COLUMN_OWNER, "Ben Baker"), ==, TL_NO_NODE);
}

static void
test_on_the_last_day_the_owner_still_is_one (void)
{
  g_autoptr (TlOwnerMap) map = make_map (tl_day_new (2026, 3, 30));

  g_assert_cmpuint (find (map, TL_MAP_COLUMN_OWNER, "Ben Baker"), !=, TL_NO_NODE);
  g_assert_cmpuint (find (map, TL_MAP_COLUMN_OWNER, "No one"), ==, TL_NO_NODE);
}

/* The way from a concern to its evidence, and what is broken on it. */
static void
test_paths (void)
{
  g_autoptr (TlOwnerMap) map = make_map (tl_day_new (2026, 4, 1));
  guint gaps = find (map, TL_MAP_COLUMN_RISK, "Medicine gaps");
  guint plans = find (map, TL_MAP_COLUMN_RISK, "Old plans");
  guint owner = find (map, TL_MAP_COLUMN_OWNER, "Ann Archer");
  guint supporter = find (map, TL_MAP_COLUMN_SUPPORT, "Cal Cooper");
  guint outsider = find (map, TL_MAP_COLUMN_SUPPORT, "Dee Draper");
  guint audit = find (map, TL_MAP_COLUMN_SOURCE, "Audit");
  g_autoptr (TlMapTrace) from_gaps = tl_owner_map_trace (map, gaps), from_plans = tl_owner_map_trace (map, plans);
  guint nothing = find (map, TL_MAP_COLUMN_SOURCE, "Nothing expected");

  g_assert_true (find_edge (map, gaps, owner)->accountable);
  g_assert_false (find_edge (map, owner, supporter)->accountable);
  g_assert_nonnull (find_edge (map, supporter, audit));
  g_assert_null (find_edge (map, owner, audit));
  g_assert_nonnull (find_edge (map, find (map, TL_MAP_COLUMN_SUPPORT, "kept by the owner"), audit));
  g_assert_true (find_edge (map, owner, outsider)->gap);
  g_assert_cmpstr (tl_owner_map_get_node (map, outsider)->badge, ==, "works on R1");
  g_assert_cmpuint (nothing, !=, TL_NO_NODE);
  g_assert_cmpstr (tl_owner_map_get_node (map, nothing)->caption, ==, "for R2");
  g_assert_cmpstr (tl_owner_map_get_node (map, owner)->caption, ==, "2 risks");
  g_assert_cmpstr (tl_owner_map_get_node (map, audit)->caption, ==, "different intervals");

  /* The two risks share owner and source, but not the supporter. */
  g_assert_true (tl_map_trace_has_node (from_gaps, supporter));
  g_assert_false (tl_map_trace_has_node (from_plans, supporter));
  g_assert_true (tl_map_trace_has_node (from_plans, audit));
  for (guint i = 0; i < tl_owner_map_get_n_edges (map); i++)
    {
      if (tl_owner_map_get_edge (map, i)->to == supporter)
        g_assert_false (tl_map_trace_has_edge (from_plans, i));
    }
}

/* Somebody with a part in one risk who works on another is in the map; only that edge is broken. */
static void
test_a_supporter_elsewhere_is_no_outsider (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (people, parts,
                                                        "Ownership\n"
                                                        "Risk | Person | Part | Contribution | From\n"
                                                        "R3 | P4 | supporting | finds staff | 2026-01-05\n", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 3, 1));
  g_autoptr (TlOwnerMap) map = tl_owner_map_new (assessment, NULL);
  guint person = find (map, TL_MAP_COLUMN_SUPPORT, "Dee Draper");

  g_assert_false (tl_owner_map_get_node (map, person)->gap);
  g_assert_cmpstr (tl_owner_map_get_node (map, person)->caption, ==, "Agency lead");
  g_assert_cmpstr (tl_owner_map_get_node (map, person)->badge, ==, "works on R1");
  /* The owner of both risks has the supporter by right, so the edge that both share is whole. */
  g_assert_false (find_edge (map, find (map, TL_MAP_COLUMN_OWNER, "Ann Archer"), person)->gap);
}

static void
test_arrows_follow_edges (void)
{
  g_autoptr (TlOwnerMap) map = make_map (tl_day_new (2026, 4, 1));
  guint gaps = find (map, TL_MAP_COLUMN_RISK, "Medicine gaps");
  guint owner = find (map, TL_MAP_COLUMN_OWNER, "Ann Archer");
  guint first = find (map, TL_MAP_COLUMN_RISK, "Late concerns");

  g_assert_cmpuint (tl_owner_map_follow (map, gaps, 1), ==, owner);
  g_assert_cmpuint (tl_owner_map_follow (map, gaps, -1), ==, TL_NO_NODE);
  g_assert_cmpuint (tl_owner_map_step (map, gaps, -1), ==, first);
  g_assert_cmpuint (tl_owner_map_step (map, first, -1), ==, TL_NO_NODE);
}

/* Nodes of a column stand in the order of their rows, one pitch apart at least, so that none covers another. */
static void
test_nodes_do_not_overlap (void)
{
  g_autoptr (TlOwnerMap) map = make_map (tl_day_new (2026, 4, 1));

  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (map, i);

      g_assert_cmpfloat (node->y, >=, 0);
      g_assert_cmpfloat (node->y + 1, <=, tl_owner_map_get_height (map) + 1e-9);
      for (guint j = 0; j < tl_owner_map_get_n_nodes (map); j++)
        {
          const TlMapNode *other = tl_owner_map_get_node (map, j);

          if (i != j && node->column == other->column && node->row < other->row)
            g_assert_cmpfloat (node->y + 1, <=, other->y + 1e-9);
        }
    }
}

static void
test_an_empty_workbook_has_an_empty_map (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read ("People\nRef | Name | Role\nP1 | Ann Archer | Manager\n", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 4, 1));
  g_autoptr (TlOwnerMap) map = tl_owner_map_new (assessment, NULL);

  g_assert_cmpuint (tl_owner_map_get_n_nodes (map), ==, 0);
  g_assert_cmpfloat (tl_owner_map_get_height (map), ==, 0);
}

static const char *places =
  "Places\n"
  "Ref | Name | Kind | Parent\n"
  "L1 | Tansy House | location |\n"
  "L2 | Weir Cottage | location |\n"
  "T1 | Upstairs | team | L1\n"
  "\n"
  "Risks\n"
  "Ref | Title | Likelihood | Impact | Opened | Theme | Scope\n"
  "R4 | Falls at night | 3 | 3 | 2026-01-05 | medicines | T1\n"
  "R5 | Cold meals | 3 | 3 | 2026-01-05 | | L2\n";

static guint
count_risks (TlAssessment           *assessment,
             const TlOwnerMapFilter *filter)
{
  g_autoptr (TlOwnerMap) map = tl_owner_map_new (assessment, filter);

  return tl_owner_map_count (map, TL_MAP_COLUMN_RISK);
}

/* Each kind of part makes a risk somebody's; a place has what concerns any of it, and what concerns every place. */
static void
test_filters (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (people, parts, places, NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 4, 1));
  const TlPersonFacts *owner = tl_snapshot_find_ref (snapshot, TL_TABLE_PERSON, "P1");
  const TlPersonFacts *former = tl_snapshot_find_ref (snapshot, TL_TABLE_PERSON, "P2");
  const TlPersonFacts *supporter = tl_snapshot_find_ref (snapshot, TL_TABLE_PERSON, "P3");
  const TlPersonFacts *outsider = tl_snapshot_find_ref (snapshot, TL_TABLE_PERSON, "P4");
  const TlPlaceFacts *house = tl_snapshot_find_ref (snapshot, TL_TABLE_PLACE, "L1");

  g_assert_cmpuint (count_risks (assessment, NULL), ==, 5);
  g_assert_cmpuint (count_risks (assessment, &(TlOwnerMapFilter) { 0 }), ==, 5);
  g_assert_cmpuint (count_risks (assessment, &(TlOwnerMapFilter) { .person = owner }), ==, 2);
  g_assert_cmpuint (count_risks (assessment, &(TlOwnerMapFilter) { .person = former }), ==, 0);
  g_assert_cmpuint (count_risks (assessment, &(TlOwnerMapFilter) { .person = supporter }), ==, 1);
  g_assert_cmpuint (count_risks (assessment, &(TlOwnerMapFilter) { .person = outsider }), ==, 1);
  g_assert_cmpuint (count_risks (assessment, &(TlOwnerMapFilter) { .place = house }), ==, 4);
  g_assert_cmpuint (count_risks (assessment, &(TlOwnerMapFilter) { .theme = TL_THEME_MEDICINES }), ==, 1);
  g_assert_cmpuint (count_risks (assessment, &(TlOwnerMapFilter) { .owned = TL_OWNED_STATE_MISSING }), ==, 3);
  g_assert_cmpuint (count_risks (assessment, &(TlOwnerMapFilter) { .person = owner, .owned = TL_OWNED_STATE_MISSING }), ==, 0);
}

/* A gap for many risks says for how many, rather than filling the node with refs. */
static void
test_a_gap_for_many_says_how_many (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (people, parts, places, NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 4, 1));
  g_autoptr (TlOwnerMap) map = tl_owner_map_new (assessment, NULL);

  g_assert_cmpstr (tl_owner_map_get_node (map, find (map, TL_MAP_COLUMN_SOURCE, "Nothing expected"))->caption, ==,
                   "for R2, R4, R5");
  g_assert_cmpstr (tl_owner_map_get_node (map, find (map, TL_MAP_COLUMN_OWNER, "No one"))->caption, ==, "3 risks");
  g_assert_cmpstr (tl_owner_map_get_node (map, find (map, TL_MAP_COLUMN_SUPPORT, "No supporting role"))->caption, ==,
                   "for 4 risks");
}

static void
test_descriptions_say_who_answers (void)
{
  g_autoptr (TlOwnerMap) map = make_map (tl_day_new (2026, 4, 1));
  g_autofree char *owned = tl_owner_map_describe (map, find (map, TL_MAP_COLUMN_RISK, "Medicine gaps"));
  g_autofree char *not_owned = tl_owner_map_describe (map, find (map, TL_MAP_COLUMN_RISK, "Late concerns"));
  g_autofree char *nobody = tl_owner_map_describe (map, find (map, TL_MAP_COLUMN_OWNER, "No one"));

  g_assert_cmpstr (owned, ==, "Medicine gaps, R1. Answers for it: Ann Archer. "
                   "1 person supports it, 1 source should report, 1 is late.");
  g_assert_cmpstr (not_owned, ==, "Late concerns, R2. Nobody answers for it. "
                   "0 people support it, 0 sources should report, none is late.");
  g_assert_nonnull (g_strstr_len (nobody, -1, "Nobody answers for Late concerns."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/owner-map/no-one", test_no_one_is_a_node);
  g_test_add_func ("/owner-map/last-day", test_on_the_last_day_the_owner_still_is_one);
  g_test_add_func ("/owner-map/paths", test_paths);
  g_test_add_func ("/owner-map/supporter-elsewhere", test_a_supporter_elsewhere_is_no_outsider);
  g_test_add_func ("/owner-map/arrows", test_arrows_follow_edges);
  g_test_add_func ("/owner-map/no-overlap", test_nodes_do_not_overlap);
  g_test_add_func ("/owner-map/empty", test_an_empty_workbook_has_an_empty_map);
  g_test_add_func ("/owner-map/filters", test_filters);
  g_test_add_func ("/owner-map/many", test_a_gap_for_many_says_how_many);
  g_test_add_func ("/owner-map/descriptions", test_descriptions_say_who_answers);
  return g_test_run ();
}
