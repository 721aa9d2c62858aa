/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the timeline is shown. */
#include "app-timeline-view.h"

#include "tl-filter-chip.h"
#include "tl-row-chooser.h"
#include "tl-timeline-canvas.h"
#include "tl-timeline-filters.h"

static guint
count_kind (const TlTimelinePlan *plan,
            TlEvidenceKind        kind)
{
  guint n = 0;

  for (guint i = 0; i < plan->n_entries; i++)
    n += plan->entries[i].kind == TL_TIMELINE_KIND_EVIDENCE && plan->entries[i].evidence_kind == kind;
  return n;
}

/* ── What is hidden ── */

static void
test_only_outcomes (AppTimelineView *fixture,
                    gconstpointer    data)
{
  GtkToggleButton *chip = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_FILTER_CHIP);
  guint n_all = app_timeline_view_get_plan (fixture)->n_entries, n_activity = count_kind (app_timeline_view_get_plan (fixture), TL_EVIDENCE_KIND_ACTIVITY);
  guint n_outcome = count_kind (app_timeline_view_get_plan (fixture), TL_EVIDENCE_KIND_OUTCOME);
  g_autofree char *hides = g_strdup_printf ("hides %u", n_activity);
  g_autofree char *hidden = g_strdup_printf ("%u of %u hidden", n_activity, n_all);

  g_assert_cmpuint (n_activity, >, 0);
  g_assert_cmpuint (tl_filter_chip_get_count (TL_FILTER_CHIP (chip)), ==, n_outcome);
  gtk_toggle_button_set_active (chip, TRUE);
  app_test_settle (fixture->window);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, ==, n_all - n_activity);
  g_assert_cmpuint (count_kind (app_timeline_view_get_plan (fixture), TL_EVIDENCE_KIND_ACTIVITY), ==, 0);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), hides));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), hidden));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "timeline-window-outcomes");

  /* One key, and it is all there again. */
  app_timeline_view_act (fixture, "timeline.back", NULL);
  g_assert_false (gtk_toggle_button_get_active (chip));
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, ==, n_all);
  g_assert_false (app_test_says (GTK_WIDGET (fixture->view), hidden));
}

static TlTimelineFilters *
open_filters (AppTimelineView *fixture)
{
  GtkMenuButton *button = NULL;
  TlTimelineFilters *filters = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_TIMELINE_FILTERS);

  button = GTK_MENU_BUTTON (gtk_widget_get_ancestor (GTK_WIDGET (filters), GTK_TYPE_MENU_BUTTON));
  gtk_menu_button_popup (button);
  app_test_settle (fixture->window);
  return filters;
}

static gpointer
find_named (GtkWidget  *root,
            const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_named (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static TlFilterChip *
find_chip (GtkWidget  *root,
           const char *title)
{
  g_autofree char *own = NULL;

  if (TL_IS_FILTER_CHIP (root))
    g_object_get (root, "title", &own, NULL);
  if (g_strcmp0 (own, title) == 0)
    return TL_FILTER_CHIP (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TlFilterChip *found = find_chip (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* How many there are of each is said before one is chosen, and how many that hides afterwards. */
static void
test_filters (AppTimelineView *fixture,
              gconstpointer    data)
{
  TlTimelineFilters *filters = open_filters (fixture);
  TlFilterChip *audits = find_chip (GTK_WIDGET (filters), "Audit"), *contradicts = find_chip (GTK_WIDGET (filters), "Contradicts");
  guint n_all = app_timeline_view_get_plan (fixture)->n_entries, n_audits = 0, n_others = 0, n_both = 0;
  g_autofree char *hides = NULL;

  app_test_keep (GTK_WIDGET (filters), "timeline-window-filters");
  for (guint i = 0; i < n_all; i++)
    {
      const TlTimelineEntry *entry = &app_timeline_view_get_plan (fixture)->entries[i];

      /* The silence of another source is hidden, too. */
      n_others += (entry->kind == TL_TIMELINE_KIND_EVIDENCE || entry->kind == TL_TIMELINE_KIND_SILENCE)
                  && entry->source != TL_SOURCE_AUDIT;
      if (entry->kind != TL_TIMELINE_KIND_EVIDENCE)
        continue;
      n_audits += entry->source == TL_SOURCE_AUDIT;
      n_both += entry->source == TL_SOURCE_AUDIT && entry->verdict == TL_VERDICT_CONTRADICTS;
    }
  g_assert_cmpuint (n_both, >, 0);
  g_assert_cmpuint (tl_filter_chip_get_count (audits), ==, n_audits);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (audits), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (contradicts), TRUE);
  app_test_settle (fixture->window);
  for (guint i = 0; i < app_timeline_view_get_plan (fixture)->n_entries; i++)
    {
      const TlTimelineEntry *entry = &app_timeline_view_get_plan (fixture)->entries[i];

      if (entry->kind != TL_TIMELINE_KIND_EVIDENCE)
        continue;
      g_assert_cmpint (entry->source, ==, TL_SOURCE_AUDIT);
      g_assert_cmpint (entry->verdict, ==, TL_VERDICT_CONTRADICTS);
      n_both--;
    }
  g_assert_cmpuint (n_both, ==, 0);
  hides = g_strdup_printf ("hides %u", n_others);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), hides));
  gtk_popover_popdown (GTK_POPOVER (filters));
  app_test_settle (fixture->window);

  /* One of the two is taken away by its chip; the other stays. */
  app_timeline_view_act (fixture, "timeline.drop-criterion", g_variant_new_int32 (TL_TIMELINE_CRITERION_SOURCES));
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->filter.sources, ==, 0);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->filter.verdicts, ==, 1u << TL_VERDICT_CONTRADICTS);
  app_timeline_view_act (fixture, "timeline.show-all", NULL);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, ==, n_all);
}

/* Where nothing is left it says so, and how to come back: nobody's silence is anybody's. */
static void
test_all_hidden (AppTimelineView *fixture,
                 gconstpointer    data)
{
  TlTimelineFilters *filters = open_filters (fixture);
  guint n_all = app_timeline_view_get_plan (fixture)->n_entries;
  TlRowChooser *chooser = NULL;
  TlId person = app_timeline_view_find_id (fixture, TL_TABLE_PERSON, "P-TW");
  g_autoptr (TlRowChoice) choice = tl_row_choice_new (TL_ROW_CHOICE_ROW, &person, "Tomasz Wrona", NULL);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_chip (GTK_WIDGET (filters), "Silences")), TRUE);
  chooser = find_named (GTK_WIDGET (filters), "person_chooser");
  g_signal_emit_by_name (chooser, "chosen", choice, "");
  gtk_popover_popdown (GTK_POPOVER (filters));
  app_test_settle (fixture->window);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, ==, 0);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "All of It Is Hidden"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Tomasz Wrona"));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "timeline-window-nothing");
  app_timeline_view_act (fixture, "timeline.show-all", NULL);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, ==, n_all);
  g_assert_false (app_test_says (GTK_WIDGET (fixture->view), "All of It Is Hidden"));
}

/* What is chosen outlives a filter that it passes. */
static void
test_filter_keeps_choice (AppTimelineView *fixture,
                          gconstpointer    data)
{
  GtkToggleButton *chip = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_FILTER_CHIP);
  TlId action = app_timeline_view_find_id (fixture, TL_TABLE_ACTION, "A2");
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (&action, hex);
  app_timeline_view_act (fixture, "timeline.show-row", g_variant_new_string (hex));
  gtk_toggle_button_set_active (chip, TRUE);
  app_test_settle (fixture->window);
  g_assert_true (tl_id_equal (&tl_timeline_entry_get_facts (tl_timeline_item_get_entry (
                                 tl_timeline_canvas_get_selected (fixture->canvas)))->id, &action));
}

/* What is chosen stays so, and the time that is looked at stays where it is, when something else is concluded. */
static void
test_stays_where_one_is (AppTimelineView *fixture,
                         gconstpointer    data)
{
  GtkToggleButton *chip = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_FILTER_CHIP);
  TlId action = app_timeline_view_find_id (fixture, TL_TABLE_ACTION, "A2");
  char hex[TL_ID_HEX_LENGTH + 1];
  double middle, span, middle_after, span_after;

  tl_id_to_hex (&action, hex);
  app_timeline_view_act (fixture, "timeline.show-row", g_variant_new_string (hex));
  tl_timeline_canvas_set_position (fixture->canvas, tl_day_new (2026, 5, 20), 20);
  app_test_settle (fixture->window);
  g_assert_false (tl_timeline_canvas_is_in_view (fixture->canvas, tl_timeline_canvas_get_selected (fixture->canvas)));
  tl_timeline_canvas_get_position (fixture->canvas, &middle, &span);
  gtk_toggle_button_set_active (chip, TRUE);
  app_test_settle (fixture->window);
  tl_timeline_canvas_get_position (fixture->canvas, &middle_after, &span_after);
  g_assert_cmpfloat_with_epsilon (middle_after, middle, 0.5);
  g_assert_cmpfloat_with_epsilon (span_after, span, 0.5);
  g_assert_nonnull (tl_timeline_canvas_get_selected (fixture->canvas));
}

static void
add_tests (void)
{
  const AppTimelineViewTest tests[] = {
    { "/timeline-filters/only-outcomes", "R1", test_only_outcomes },
    { "/timeline-filters/filters", "R1", test_filters },
    { "/timeline-filters/all-hidden", "R1", test_all_hidden },
    { "/timeline-filters/filter-keeps-choice", "R1", test_filter_keeps_choice },
    { "/timeline-filters/stays", "R1", test_stays_where_one_is },
  };

  app_timeline_view_add_tests (tests, G_N_ELEMENTS (tests));
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
