/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is there when a workbook has just been opened, and what is made only once somebody looks. */
#include "app-gate.h"
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-as-at-popover.h"
#include "tl-filter-chip.h"
#include "tl-fact-cell.h"
#include "tl-finding-counts.h"
#include "tl-line-cell.h"
#include "tl-opening-ahead.h"
#include "tl-overview-view.h"
#include "tl-places-view.h"
#include "tl-risks-view.h"
#include "tl-timeline-view.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-kept.h"
#include "tl-workbook-undo.h"

typedef struct
{
  GFile *file;
  TlWindow *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->file = app_window_copy_sample ();
  self->window = NULL;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->window != NULL)
    app_window_close (self->window);
  g_object_unref (self->file);
}

/* ── What nobody has looked at ────────────────────────────────────────────── */

static void
test_views_are_made_when_shown (Fixture       *self,
                                gconstpointer  data)
{
  TlRisk *risk = NULL;
  TlView *places = NULL, *timeline = NULL;

  self->window = app_window_open (self->file);
  risk = app_workbook_find_risk (tl_window_get_workbook (self->window), "R2");
  g_assert_null (app_test_find (GTK_WIDGET (self->window), TL_TYPE_OVERVIEW_VIEW));
  g_assert_null (app_test_find (GTK_WIDGET (self->window), TL_TYPE_PLACES_VIEW));
  g_assert_null (app_test_find (GTK_WIDGET (self->window), TL_TYPE_TIMELINE_VIEW));
  g_assert_null (app_test_find (GTK_WIDGET (self->window), TL_TYPE_AS_AT_POPOVER));

  /* The risk that was in hand before they were there, and back. */
  g_object_set (self->window, "risk", risk, NULL);
  places = tl_window_show_view (self->window, "places");
  g_assert_true (TL_IS_PLACES_VIEW (places) && gtk_widget_get_mapped (GTK_WIDGET (places)));
  g_assert_true (tl_view_get_workbook (places) == tl_window_get_workbook (self->window));
  g_assert_true (tl_view_get_risk (places) == risk);
  g_assert_true (tl_window_show_view (self->window, "places") == places);
  tl_view_set_risk (places, NULL);
  timeline = tl_window_show_view (self->window, "timeline");
  g_assert_true (TL_IS_TIMELINE_VIEW (timeline));
  g_assert_null (tl_view_get_risk (timeline));
}

static void
test_the_day_is_chosen_in_a_menu (Fixture       *self,
                                  gconstpointer  data)
{
  GtkWidget *popover = NULL;

  self->window = app_window_open (self->file);
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.choose-day", NULL);
      app_test_settle (GTK_WIDGET (self->window));
      g_assert_true (popover == NULL || popover == app_test_find (GTK_WIDGET (self->window), TL_TYPE_AS_AT_POPOVER));
      popover = app_test_find (GTK_WIDGET (self->window), TL_TYPE_AS_AT_POPOVER);
      g_assert_nonnull (popover);
      g_assert_true (gtk_widget_get_mapped (popover));
      gtk_popover_popdown (GTK_POPOVER (popover));
      app_test_settle (GTK_WIDGET (self->window));
    }
}

/* ── When a window appears ────────────────────────────────────────────────── */

static TlWindow *
find_newest (void)
{
  return TL_WINDOW (gtk_application_get_windows (GTK_APPLICATION (tl_application_get ()))->data);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
shows_an_alert (gpointer data)
{
  return gtk_widget_get_mapped (data)
         && ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (data)));
}

static void
test_a_window_appears_when_there_is_something (Fixture       *self,
                                               gconstpointer  data)
{
  TlWindow *first = app_window_open (self->file), *failed = NULL;
  g_autoptr (GFile) another = app_window_copy_sample (), gone = g_file_new_for_path ("/nowhere/gone.throughline");

  tl_application_open_file (tl_application_get (), another);
  self->window = find_newest ();
  g_assert_true (self->window != first);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  g_assert_true (tl_window_has_file (self->window, another));
  app_window_wait (is_mapped, self->window);
  app_window_wait (app_window_has_workbook, self->window);

  /* That it can't be opened is shown too. */
  app_window_close (first);
  tl_application_open_file (tl_application_get (), gone);
  failed = find_newest ();
  g_assert_true (failed != self->window);
  app_window_wait (shows_an_alert, failed);
  gtk_window_destroy (GTK_WINDOW (failed));
}

static void
test_quitting_before_a_window_appears (Fixture       *self,
                                       gconstpointer  data)
{
  g_autoptr (GFile) another = app_window_copy_sample ();
  gpointer window = NULL, first = app_window_open (self->file);

  g_object_add_weak_pointer (first, &first);
  tl_application_open_file (tl_application_get (), another);
  window = find_newest ();
  g_object_add_weak_pointer (window, &window);
  g_action_group_activate_action (G_ACTION_GROUP (tl_application_get ()), "quit", NULL);
  while (window != NULL || first != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* ── Before anything is concluded ─────────────────────────────────────────── */

static gboolean
is_listed (gpointer data)
{
  TlWorkbook *workbook = tl_window_get_workbook (data);

  return workbook != NULL && g_list_model_get_n_items (tl_workbook_get_risks (workbook)) > 0;
}

/* The window with its register, and nothing concluded until the gate is opened. */
static AppGate *
open_early (Fixture *self)
{
  AppGate *gate = app_gate_new ();

  self->window = app_window_new ();
  tl_window_open (self->window, self->file);
  app_window_wait (is_listed, self->window);
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_null (tl_workbook_get_assessment (tl_window_get_workbook (self->window)));
  return gate;
}

static void
conclude (Fixture *self,
          AppGate    *gate)
{
  app_gate_open (gate);
  app_window_wait (app_window_has_workbook, self->window);
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_nonnull (tl_workbook_get_assessment (tl_window_get_workbook (self->window)));
}

static GListModel *
get_rows (Fixture *self)
{
  GtkWidget *view = GTK_WIDGET (tl_window_show_view (self->window, "risks"));

  return G_LIST_MODEL (gtk_column_view_get_model (app_test_find (view, GTK_TYPE_COLUMN_VIEW)));
}

/* Everything that is drawn or said in the rows and about them, from top to bottom. */
static void
append_words (GtkWidget *widget,
              GString   *words)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (TL_IS_FACT_CELL (widget))
    g_string_append_printf (words, "%s|%s\n", tl_fact_cell_get_fact (TL_FACT_CELL (widget)),
                            tl_fact_cell_get_ground (TL_FACT_CELL (widget)));
  else if (TL_IS_DRAWN_CELL (widget))
    g_string_append_printf (words, "%s\n", tl_drawn_cell_get_sentence (TL_DRAWN_CELL (widget)));
  else if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_words (child, words);
}

static char *
dup_words (Fixture *self)
{
  GString *words = g_string_new (NULL);

  append_words (GTK_WIDGET (tl_window_show_view (self->window, "risks")), words);
  return g_string_free_and_steal (words);
}

static void
test_risks_are_there_first (Fixture       *self,
                            gconstpointer  data)
{
  AppGate *gate = open_early (self);
  g_autofree char *early = dup_words (self), *late = NULL, *usual = NULL;
  g_autoptr (GPtrArray) risks = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *rows = get_rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_ptr_array_add (risks, g_list_model_get_item (rows, i));
      g_assert_null (tl_risk_get_judgement (risks->pdata[i]));
      g_assert_null (tl_risk_get_assessment (risks->pdata[i]));
    }
  g_assert_cmpuint (risks->len, >, 10);

  /* What is known is said, and what isn't known is said to be that: none is sound, and none has nothing to be found. */
  g_assert_nonnull (strstr (early, "Meriel Achebe"));
  g_assert_nonnull (strstr (early, "open risks. Working out their lines, measures and findings…"));
  g_assert_nonnull (strstr (early, "\nLine: not worked out yet\n"));
  g_assert_nonnull (strstr (early, "\nFindings: not worked out yet\n"));
  g_assert_nonnull (strstr (early, "\n…|"));
  g_assert_null (strstr (early, "No findings"));
  g_assert_null (strstr (early, " sound"));
  g_assert_null (strstr (early, "None yet"));
  g_assert_null (strstr (early, "No measure"));
  g_assert_null (strstr (early, "to act on"));
  app_test_assert_named (GTK_WIDGET (self->window));
  app_test_keep (GTK_WIDGET (self->window), "opening-early");

  /* Then the very same rows say the rest, and the register is as it is when all is known at once. */
  conclude (self, gate);
  late = dup_words (self);
  g_assert_null (strstr (late, "orking out"));
  g_assert_null (strstr (late, "not worked out"));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, risks->len);
  for (guint i = 0; i < risks->len; i++)
    {
      g_autoptr (TlRisk) risk = g_list_model_get_item (rows, i);

      g_assert_true (risk == risks->pdata[i]);
      g_assert_nonnull (tl_risk_get_judgement (risk));
    }
  app_window_close (self->window);
  self->window = app_window_open (self->file);
  usual = dup_words (self);
  g_assert_cmpstr (late, ==, usual);
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (data) <= 400;
}

static void
test_cards_wait (Fixture       *self,
                 gconstpointer  data)
{
  AppGate *gate = app_gate_new ();
  g_autofree char *early = NULL, *late = NULL;

  self->window = app_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 640);
  app_window_wait (is_narrow, self->window);
  tl_window_open (self->window, self->file);
  app_window_wait (is_listed, self->window);
  app_test_settle (GTK_WIDGET (self->window));
  early = dup_words (self);
  g_assert_nonnull (strstr (early, "\nR1 Medicines record gaps|Tomasz Wrona · review today\n"));
  g_assert_nonnull (strstr (early, "\nLine: not worked out yet\nFindings: not worked out yet\n"));
  g_assert_null (strstr (early, "No findings"));
  app_test_assert_named (GTK_WIDGET (self->window));
  app_test_keep (GTK_WIDGET (self->window), "opening-early-narrow");
  conclude (self, gate);
  late = dup_words (self);
  g_assert_null (strstr (late, "not worked out"));
  g_assert_nonnull (strstr (late, "to act on"));
}

static TlFilterChip *
find_chip (GtkWidget  *root,
           const char *target)
{
  GVariant *value = TL_IS_FILTER_CHIP (root) ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (root)) : NULL;
  TlFilterChip *found = NULL;

  if (value != NULL && g_str_equal (g_variant_get_string (value, NULL), target))
    return TL_FILTER_CHIP (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_chip (child, target);
  return found;
}

/* Choices and orders that rest on what is known hold at once; the others come with the conclusions. */
static void
test_what_rests_on_conclusions_waits (Fixture       *self,
                                      gconstpointer  data)
{
  AppGate *gate = open_early (self);
  GtkWidget *view = GTK_WIDGET (tl_window_show_view (self->window, "risks"));
  TlFilterChip *attention = find_chip (view, "attention"), *high = find_chip (view, "high");
  guint n_high = tl_filter_chip_get_count (high), n_open = g_list_model_get_n_items (get_rows (self));
  GtkColumnView *table = app_test_find (view, GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GtkColumnViewColumn) findings = NULL;
  g_autoptr (TlRisk) first = NULL, last = NULL;

  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (attention)));
  g_assert_true (app_test_says (GTK_WIDGET (attention), "…"));
  g_assert_cmpuint (n_high, >, 0);
  gtk_widget_activate_action (view, "risks.choose", "s", "high");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (self)), ==, n_high);
  gtk_widget_activate_action (view, "risks.choose", "s", "high");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (self)), ==, n_open);

  /* By findings, which aren't known. */
  findings = g_list_model_get_item (gtk_column_view_get_columns (table), 7);
  gtk_column_view_sort_by_column (table, findings, GTK_SORT_DESCENDING);
  conclude (self, gate);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (attention)));
  g_assert_cmpuint (tl_filter_chip_get_count (attention), >, 0);
  first = g_list_model_get_item (get_rows (self), 0);
  last = g_list_model_get_item (get_rows (self), n_open - 1);
  g_assert_cmpuint (tl_risk_get_judgement (first)->n_findings[TL_SEVERITY_ACT], >,
                    tl_risk_get_judgement (last)->n_findings[TL_SEVERITY_ACT]);
}

static void
test_other_views_wait (Fixture       *self,
                       gconstpointer  data)
{
  AppGate *gate = open_early (self);
  TlView *overview = tl_window_show_view (self->window, "overview");

  app_test_settle (GTK_WIDGET (self->window));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (overview)));
  g_assert_true (app_test_says (GTK_WIDGET (self->window), "Working It Out"));
  app_test_assert_named (GTK_WIDGET (self->window));
  app_test_keep (GTK_WIDGET (self->window), "opening-waiting");
  conclude (self, gate);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (overview)));
  g_assert_false (app_test_says (GTK_WIDGET (self->window), "Working It Out"));
}

static void
test_nothing_is_changed_before (Fixture       *self,
                                gconstpointer  data)
{
  AppGate *gate = open_early (self);
  TlWorkbook *workbook = tl_window_get_workbook (self->window);
  TlRisk *risk = app_workbook_find_risk (workbook, "R2");
  g_autoptr (GAsyncResult) refused = NULL, done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_workbook_get_editable (workbook));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.add-risk", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.print", NULL);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  tl_workbook_rename_risk_async (workbook, risk, "Doses not signed for", NULL, app_workbook_answer_cb, &refused);
  app_workbook_wait_for (&refused);
  g_assert_false (tl_workbook_apply_finish (workbook, refused, &error));
  g_assert_cmpstr (error->message, ==, "The workbook is still being read. Try again in a moment.");

  conclude (self, gate);
  g_clear_error (&error);
  tl_workbook_rename_risk_async (workbook, risk, "Doses not signed for", NULL, app_workbook_answer_cb, &done);
  app_workbook_wait_for (&done);
  g_assert_true (tl_workbook_apply_finish (workbook, done, &error));
  g_assert_no_error (error);
  app_window_wait (app_workbook_is_quiet, workbook);
  g_assert_cmpstr (tl_risk_get_title (risk), ==, "Doses not signed for");
  g_assert_cmpstr (tl_risk_get_judgement (risk)->facts->title, ==, "Doses not signed for");
}

/* Somebody else's change comes in by a merge, whenever that is done. */
static void
test_what_changes_before_is_shown (Fixture       *self,
                                   gconstpointer  data)
{
  AppGate *gate = open_early (self);
  TlWorkbook *workbook = tl_window_get_workbook (self->window);
  TlStore *store = tl_workbook_get_store (workbook);
  g_autoptr (TlChange) change = tl_change_new ("risk.rename"), applied = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  tl_change_set_text (change, "risk", tl_record_get_id (TL_RECORD (app_workbook_find_risk (workbook, "R2"))), "title",
                      "Doses not signed for");
  tl_store_apply_async (store, change, NULL, app_workbook_answer_cb, &done);
  app_workbook_wait_for (&done);
  applied = tl_store_apply_finish (store, done, &error);
  g_assert_no_error (error);
  conclude (self, gate);
  app_window_wait (app_workbook_is_quiet, workbook);
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_cmpstr (tl_risk_get_title (app_workbook_find_risk (workbook, "R2")), ==, "Doses not signed for");
  g_assert_nonnull (tl_risk_get_judgement (app_workbook_find_risk (workbook, "R2")));
  words = dup_words (self);
  g_assert_nonnull (strstr (words, "Doses not signed for|"));
}

/* A page says what is concluded, so it opens when there is something to say; the keyboard stays where it is. */
static void
test_a_page_is_asked_for_early (Fixture       *self,
                                gconstpointer  data)
{
  AppGate *gate = open_early (self);
  GtkSingleSelection *rows = GTK_SINGLE_SELECTION (get_rows (self));
  GtkWidget *table = app_test_find (GTK_WIDGET (self->window), GTK_TYPE_COLUMN_VIEW), *focus = NULL;
  TlRisk *chosen = NULL, *in_hand = NULL;

  gtk_widget_grab_focus (table);
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  gtk_single_selection_set_selected (rows, 3);
  chosen = gtk_single_selection_get_selected_item (rows);
  app_test_settle (GTK_WIDGET (self->window));
  g_object_get (self->window, "risk", &in_hand, NULL);
  g_assert_null (in_hand);

  conclude (self, gate);
  g_object_get (self->window, "risk", &in_hand, NULL);
  g_assert_true (in_hand == chosen);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == focus);
  g_object_unref (in_hand);
}

static void
test_closed_before (Fixture       *self,
                    gconstpointer  data)
{
  AppGate *gate = open_early (self);

  app_window_close (self->window);
  app_gate_open (gate);
  self->window = app_window_open (self->file);
  g_assert_nonnull (tl_workbook_get_assessment (tl_window_get_workbook (self->window)));
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (app_test_find (GTK_WIDGET (self->window), ADW_TYPE_BANNER))));
}

/* ── The workbook that the program is started for ────────────────────────── */

static void
test_what_was_begun_is_taken_over (Fixture       *self,
                                   gconstpointer  data)
{
  self->window = app_window_new ();
  tl_opening_ahead_begin (TL_STORE_ORIGIN_FILE, self->file, tl_application_get_ids (tl_application_get ()), NULL);
  tl_window_open (self->window, self->file);
  app_window_wait (app_window_has_workbook, self->window);
  g_assert_true (g_file_equal (tl_workbook_get_file (tl_window_get_workbook (self->window)), self->file));
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_risks (tl_window_get_workbook (self->window))), >, 10);
}

/* Its working copy isn't taken any more, and nothing was left in it. */
static void
test_what_nobody_wants_is_closed (Fixture       *self,
                                  gconstpointer  data)
{
  g_autoptr (GFile) another = app_window_copy_sample ();

  self->window = app_window_new ();
  tl_opening_ahead_begin (TL_STORE_ORIGIN_FILE, another, tl_application_get_ids (tl_application_get ()), NULL);
  tl_window_open (self->window, self->file);
  app_window_wait (app_window_has_workbook, self->window);
  app_window_close (self->window);
  self->window = app_window_open (another);
  g_assert_cmpint (tl_workbook_get_recovery (tl_window_get_workbook (self->window)), ==, TL_STORE_RECOVERY_NONE);
  g_assert_true (tl_workbook_get_editable (tl_window_get_workbook (self->window)));
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/opening/views", test_views_are_made_when_shown);
  add ("/opening/as-at", test_the_day_is_chosen_in_a_menu);
  add ("/opening/window", test_a_window_appears_when_there_is_something);
  add ("/opening/quit", test_quitting_before_a_window_appears);
  add ("/opening/ahead/taken", test_what_was_begun_is_taken_over);
  add ("/opening/ahead/unwanted", test_what_nobody_wants_is_closed);
  add ("/opening/early/register", test_risks_are_there_first);
  add ("/opening/early/cards", test_cards_wait);
  add ("/opening/early/choices", test_what_rests_on_conclusions_waits);
  add ("/opening/early/views", test_other_views_wait);
  add ("/opening/early/editing", test_nothing_is_changed_before);
  add ("/opening/early/change", test_what_changes_before_is_shown);
  add ("/opening/early/page", test_a_page_is_asked_for_early);
  add ("/opening/early/close", test_closed_before);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
