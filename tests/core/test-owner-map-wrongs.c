/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong stands out in the owner map, and what isn't doesn't. */
#include "support/test-workbook.h"
#include "tl-owner-map.h"

#include <string.h>

static const char *workbook =
  "People\n"
  "Ref | Name | Role | Until\n"
  "P1 | Ann Archer | Registered manager |\n"
  "P2 | Ben Baker | Deputy manager | 2026-05-01\n"
  "P3 | Cal Cooper | Night senior |\n"
  "\n"
  "Risks\n"
  "Ref | Title | Likelihood | Impact | Opened\n"
  "R1 | Medicine gaps | 4 | 5 | 2025-06-05\n"
  "R2 | Late concerns | 4 | 5 | 2025-06-05\n"
  "R3 | Old plans | 4 | 5 | 2025-06-05\n"
  "R4 | Missed calls | 4 | 5 | 2025-06-05\n"
  "\n"
  "Ownership\n"
  "Risk | Person | Part | Contribution | From\n"
  "R1 | P1 | accountable | | 2025-06-05\n"
  "R1 | P3 | supporting | watches rounds | 2025-06-05\n"
  "\n"
  "Expected evidence\n"
  "Risk | Source | Every | Person | From\n"
  "R1 | audit | monthly | P3 | 2026-03-15\n"
  "\n";

/* Says what is wrong with a node, when a workbook also says this. */
typedef struct
{
  const char *more;
  TlMapColumn column;
  const char *title;
  const char *badge;
  TlSeverity severity;
  const char *said;
} Case;

#define OWNERSHIP "Ownership\nRisk | Person | Part | Contribution | From\n"
#define ACTIONS "Actions\nRef | Risk | Title | Person | Agreed | Due\n"
#define EXPECTED "Expected evidence\nRisk | Source | Every | Person | From\n"

static const Case cases[] = {
  { "", TL_MAP_COLUMN_OWNER, "Ann Archer", NULL, 0, NULL },
  { "", TL_MAP_COLUMN_SUPPORT, "Cal Cooper", NULL, 0, NULL },
  { "", TL_MAP_COLUMN_SOURCE, "Audit", NULL, 0, NULL },
  { "", TL_MAP_COLUMN_OWNER, "No one", "name one", TL_SEVERITY_ACT, "Nobody answers for “Late concerns”." },
  { OWNERSHIP "R1 | P3 | accountable | | 2026-01-05\n\n", TL_MAP_COLUMN_OWNER, "Ann Archer", "one of several", TL_SEVERITY_ACT,
    "“Medicine gaps”: " },
  { OWNERSHIP "R2 | P2 | accountable | | 2026-01-05\n\n", TL_MAP_COLUMN_OWNER, "Ben Baker", NULL, 0, NULL },
  { OWNERSHIP "R1 | P3 | claimed | | 2026-04-01\n\n", TL_MAP_COLUMN_OWNER, "Ann Archer", "disputed", TL_SEVERITY_ACT, "Cal Cooper" },
  { OWNERSHIP "R2 | P1 | accountable | | 2026-01-05\nR3 | P1 | accountable | | 2026-01-05\n\n", TL_MAP_COLUMN_OWNER, "Ann Archer",
    NULL, 0, NULL },
  { OWNERSHIP "R2 | P1 | accountable | | 2026-01-05\nR3 | P1 | accountable | | 2026-01-05\n"
    "R4 | P1 | accountable | | 2026-01-05\n\n", TL_MAP_COLUMN_OWNER, "Ann Archer", "overload", TL_SEVERITY_WATCH, "4 high risks" },
  { OWNERSHIP "R2 | P3 | supporting | | 2026-01-05\n\n", TL_MAP_COLUMN_SUPPORT, "Cal Cooper", "contribution not said",
    TL_SEVERITY_WATCH, "Nothing says what Cal Cooper contributes to “Late concerns”." },
  { OWNERSHIP "R2 | P3 | supporting | asks at night | 2026-01-05\n\n", TL_MAP_COLUMN_SUPPORT, "Cal Cooper", NULL, 0, NULL },
  { ACTIONS "A1 | R1 | Rewrite the chart | P2 | 2026-02-01 | 2026-06-01\n\n", TL_MAP_COLUMN_SUPPORT, "Ben Baker", "works on R1",
    TL_SEVERITY_WATCH, "“Rewrite the chart”" },
  { ACTIONS "A1 | R1 | Observe two evening rounds | P3 | 2026-02-01 | 2026-06-01\n"
    "A2 | R1 | Observe evening rounds | P3 | 2026-02-01 | 2026-06-01\n\n", TL_MAP_COLUMN_SUPPORT, "Cal Cooper", "2 alike",
    TL_SEVERITY_WATCH, "look like the same action" },
  { ACTIONS "A1 | R1 | Observe two evening rounds | P3 | 2026-02-01 | 2026-06-01\n"
    "A2 | R1 | Count the stock | P3 | 2026-02-01 | 2026-06-01\n\n", TL_MAP_COLUMN_SUPPORT, "Cal Cooper", NULL, 0, NULL },
  { EXPECTED "R1 | minutes | monthly | | 2026-03-15\n\n", TL_MAP_COLUMN_SOURCE, "Minutes", "no one keeps it", TL_SEVERITY_WATCH,
    "Nobody is named who keeps it for “Medicine gaps”." },
  { EXPECTED "R1 | minutes | weekly | P3 | 2026-01-05\n\n", TL_MAP_COLUMN_SOURCE, "Minutes", "79 days late", TL_SEVERITY_WATCH,
    "For “Medicine gaps” it is 79 days late." },
  /* The gravest comes first; the others are counted, and said. */
  { EXPECTED "R1 | minutes | weekly | | 2026-01-05\n\n", TL_MAP_COLUMN_SOURCE, "Minutes", "no one keeps it +1", TL_SEVERITY_WATCH,
    "For “Medicine gaps” it is 79 days late." },
  { OWNERSHIP "R2 | P1 | accountable | | 2026-01-05\nR3 | P1 | accountable | | 2026-01-05\n"
    "R4 | P1 | accountable | | 2026-01-05\nR4 | P3 | claimed | | 2026-04-01\n\n", TL_MAP_COLUMN_OWNER, "Ann Archer", "disputed +1",
    TL_SEVERITY_ACT, "4 high risks" },
};

static const TlMapNode *
find (TlOwnerMap  *map,
      TlMapColumn  column,
      const char  *title)
{
  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (map, i);

      if (node->column == column && g_str_equal (node->title, title))
        return node;
    }
  g_assert_not_reached ();
}

static TlOwnerMap *
make_map (const char *more,
          TlDay       as_at)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook, more, NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, as_at);

  return tl_owner_map_new (assessment, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (TlOwnerMap) map = make_map (it->more, tl_day_new (2026, 4, 2));
  const TlMapNode *node = find (map, it->column, it->title);

  g_assert_cmpstr (node->badge, ==, it->badge);
  if (it->badge == NULL)
    return;
  g_assert_cmpint (node->badge_severity, ==, it->severity);
  g_test_message ("%s", node->badge_text);
  g_assert_nonnull (strstr (node->badge_text, it->said));
}

/* Whose post ended is owner on the paper only. */
static void
test_owner_left (void)
{
  const char *more = OWNERSHIP "R2 | P2 | accountable | | 2026-01-05\n\n";
  g_autoptr (TlOwnerMap) before = make_map (more, tl_day_new (2026, 4, 30)), after = make_map (more, tl_day_new (2026, 5, 1));

  g_assert_null (find (before, TL_MAP_COLUMN_OWNER, "Ben Baker")->badge);
  g_assert_cmpstr (find (after, TL_MAP_COLUMN_OWNER, "Ben Baker")->badge, ==, "has left");
  g_assert_cmpint (find (after, TL_MAP_COLUMN_OWNER, "Ben Baker")->badge_severity, ==, TL_SEVERITY_ACT);
}

/* Of very many the first are said, and how many more there are. */
static void
test_many_wrongs (void)
{
  g_autoptr (TlOwnerMap) map = make_map (OWNERSHIP "R1 | P2 | supporting | | 2026-01-05\nR2 | P2 | supporting | | 2026-01-05\n"
                                         "R3 | P2 | supporting | | 2026-01-05\nR4 | P2 | supporting | | 2026-01-05\n\n",
                                         tl_day_new (2026, 4, 2));
  const TlMapNode *node = find (map, TL_MAP_COLUMN_SUPPORT, "Ben Baker");

  g_assert_cmpstr (node->badge, ==, "contribution not said");
  g_assert_true (g_str_has_suffix (node->badge_text, " 1 more thing is wrong here."));
}

/* In a part of the map an owner still answers for all of it. */
static void
test_part_of_a_load (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook, OWNERSHIP "R2 | P1 | accountable | | 2026-01-05\n\n", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 4, 2));
  const TlRiskJudgement *chosen[] = { NULL, NULL };
  g_autoptr (TlOwnerMap) map = NULL;

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (g_str_equal (risk->facts->base.ref, "R1"))
        chosen[0] = risk;
      else if (g_str_equal (risk->facts->base.ref, "R3"))
        chosen[1] = risk;
    }
  map = tl_owner_map_new_chosen (assessment, chosen, 2);
  g_assert_cmpstr (find (map, TL_MAP_COLUMN_OWNER, "Ann Archer")->caption, ==, "1 of 2 risks");
  g_assert_cmpstr (find (map, TL_MAP_COLUMN_OWNER, "No one")->caption, ==, "1 of 2 risks");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/owner-map/wrongs/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/owner-map/wrongs/left", test_owner_left);
  g_test_add_func ("/owner-map/wrongs/many", test_many_wrongs);
  g_test_add_func ("/owner-map/wrongs/part", test_part_of_a_load);
  return g_test_run ();
}
