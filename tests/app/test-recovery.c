/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A registered manager's way from the first finding to readiness, by keyboard alone, from an empty workbook. */
#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"
#include "app-workbook.h"

#include <string.h>

#include "tl-line-cell.h"
#include "tl-link-section.h"
#include "tl-readings-dialog.h"
#include "tl-row-chooser.h"
#include "tl-risks-view.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

/* The day on which all of it is written down: a Tuesday, with the week before it ended. */
#define TODAY "2026-06-09"

typedef struct
{
  TlWindow *window;
  TlWorkbook *workbook;
  TlRiskPage *page;
} Fixture;

/* ── What the page says ───────────────────────────────────────────────────── */

static TlLinkSection *
find_section (Fixture    *fixture,
              TlLineLink  link)
{
  static const char * const names[] = { "found_section", "owned_section", "defined_section", "acted_section",
                                        "evidenced_section", "improved_section", "even_section", "sustained_section" };
  GObject *section = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), TL_TYPE_RISK_PAGE,
                                                    names[link - TL_LINE_LINK_FOUND]);

  return TL_LINK_SECTION (section);
}

/* The button of a link's head is what a screen reader says of it, and what is seen beside it. */
static void
assert_says (Fixture    *fixture,
             TlLineLink  link,
             const char *sentence)
{
  GtkWidget *header = app_test_find (GTK_WIDGET (find_section (fixture, link)), GTK_TYPE_TOGGLE_BUTTON);

  gtk_test_accessible_assert_property (header, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
}

/* Whether the page, or a part of it, says something in as many words. */
static void
assert_shows (Fixture    *fixture,
              const char *sentence)
{
  if (!app_test_says (GTK_WIDGET (fixture->page), sentence))
    g_error ("The page doesn't say “%s”", sentence);
}

/* ── Beginning ────────────────────────────────────────────────────────────── */

/* A day of the workbook's own, as the sample has one, so that nothing here depends on the calendar. */
static void
settle_today (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_set_key_async (fixture->workbook, TL_KEY_TODAY, TODAY, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, result, NULL));
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

/* Returns: whether keys can be pressed here */
static gboolean
begin (Fixture *fixture)
{
  fixture->window = app_window_new ();
  if (!app_walk_can (fixture->window))
    return FALSE;
  app_walk_press (fixture->window, "Start Empty");
  app_window_wait (has_dialog, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_walk_keys (fixture->window, "=Larkfield Care", "Return", NULL);
  app_window_wait (app_window_has_workbook, fixture->window);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  settle_today (fixture);
  return TRUE;
}

static void
end (Fixture *fixture)
{
  gpointer pointer = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &pointer);
  if (fixture->workbook != NULL)
    tl_window_discard (fixture->window);
  else
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (pointer != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* ── The walk ─────────────────────────────────────────────────────────────── */

/* A title is enough to begin with; the page then says what lacks, and the keyboard is there. */
static void
begin_risk (Fixture *fixture)
{
  app_walk_keys (fixture->window, "ctrl+n", NULL);
  app_walk_wait_form (fixture->window, TL_TABLE_RISK);
  app_walk_keys (fixture->window, "=Medicines not signed for", NULL);
  app_walk_keep (fixture->window);
  fixture->page = tl_risks_view_get_page (app_test_find (GTK_WIDGET (fixture->window), TL_TYPE_RISKS_VIEW));
  assert_says (fixture, TL_LINE_LINK_FOUND, "Found, missing: Nothing says what was wrong. 1 finding");
}


/* A rating of a day, by the keys of the grid. */
static void
rate (Fixture    *fixture,
      const char *button,
      const char *likelihood,
      const char *impact,
      const char *day)
{
  app_walk_press (fixture->window, button);
  app_walk_wait_form (fixture->window, TL_TABLE_RATING);
  app_walk_keys (fixture->window, likelihood, impact, NULL);
  app_walk_enter (fixture->window, "date", day);
  app_walk_keep (fixture->window);
}

/* Somebody, a place or a forum that isn't there yet is added where it is named, and is then the one that is chosen. */
static void
add_named (Fixture    *fixture,
           const char *column,
           const char *name,
           TlTable     table,
           const char *field,
           const char *value)
{
  app_walk_find (fixture->window, column, name);
  app_walk_wait_form (fixture->window, table);
  if (table != TL_TABLE_PERSON)
    app_walk_choose (fixture->window, field, value);
  else
    app_walk_enter (fixture->window, field, value);
  app_walk_keep (fixture->window);
}

/* What was wrong, why, what holds it off and what will mend it; the places it is about are added on the way. */
static void
find (Fixture *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Write What Was Wrong");
  app_walk_wait_form (window, TL_TABLE_RISK);
  app_walk_enter (window, "baseline_issue", "Charts had gaps on most days, mostly at night.");
  app_walk_enter (window, "root_cause", "Nobody checked the charts at the end of a shift.");
  app_walk_enter (window, "immediate_control", "The senior on shift counts the charts each night.");
  app_walk_keep (window);

  assert_says (fixture, TL_LINE_LINK_FOUND, "Found, weak: Charts had gaps on most days, mostly at night. 1 finding");

  app_walk_press (window, "Found");
  assert_shows (fixture, "It hasn’t been rated.");
  rate (fixture, "Rate the Risk", "4", "4", "30 April 2026");
  app_walk_press (window, "Write the Corrective Action");
  app_walk_wait_form (window, TL_TABLE_RISK);
  app_walk_enter (window, "corrective_action", "Every chart is checked at handover.");
  app_walk_choose (window, "review_every", "Monthly");
  add_named (fixture, "forum", "Quality meeting", TL_TABLE_FORUM, "level", "Provider");
  app_walk_keep (window);
  app_walk_press (window, "Say Where It Was Found");
  app_walk_wait_form (window, TL_TABLE_RISK);
  app_walk_choose (window, "origin", "Inspection");
  app_walk_enter (window, "origin_reference", "Report of 29 April, page 7");
  app_walk_enter (window, "opened", "4 May 2026");
  add_named (fixture, "scope", "Alder House", TL_TABLE_PLACE, "kind", "Location");
  add_named (fixture, "scope", "Birch House", TL_TABLE_PLACE, "kind", "Location");
  app_walk_keep (window);
  assert_says (fixture, TL_LINE_LINK_FOUND,
               "Found, sound: Inspection, Report of 29 April, page 7: Charts had gaps on most days, mostly at night");
}

static gboolean
has_no_dialog (gpointer window)
{
  return !has_dialog (window) && app_workbook_is_quiet (tl_window_get_workbook (window));
}

static void
own (Fixture *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Name an Accountable Owner");
  app_window_wait (has_dialog, window);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "=Nell Amberley", NULL);
  app_walk_press (window, "Add a Person…");
  app_walk_wait_form (window, TL_TABLE_PERSON);
  app_walk_enter (window, "role", "Registered manager");
  app_walk_keep (window);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "ctrl+Return", NULL);
  app_window_wait (has_no_dialog, window);
  app_test_settle (GTK_WIDGET (window));

  assert_says (fixture, TL_LINE_LINK_OWNED, "Owned, weak: Nell Amberley, no supporting role. 1 finding");

  app_walk_press (window, "Owned");
  app_walk_press (window, "Name a Supporting Role");
  app_walk_wait_form (window, TL_TABLE_OWNERSHIP);
  add_named (fixture, "person", "Kit Halloran", TL_TABLE_PERSON, "role", "Medicines lead");
  app_walk_enter (window, "contribution", "Checks the charts at handover");
  app_walk_keep (window);
  app_walk_press (window, "Expect Evidence");
  app_walk_wait_form (window, TL_TABLE_EXPECTED_EVIDENCE);
  app_walk_choose (window, "source", "Audit");
  app_walk_choose (window, "every", "Weekly");
  app_walk_find (window, "person", "kit");
  app_walk_press_switch (window, "continues_after_closing");
  app_walk_keep (window);
  assert_says (fixture, TL_LINE_LINK_OWNED, "Owned, sound: Nell Amberley, 1 supporting role");
}

static void
define (Fixture *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Write the Intended Outcome");
  app_walk_wait_form (window, TL_TABLE_RISK);
  app_walk_enter (window, "intended_outcome", "People get each medicine that they are due, day and night.");
  app_walk_keep (window);
  assert_says (fixture, TL_LINE_LINK_DEFINED, "Defined, missing: An outcome, but no measure of it. 1 finding");

  app_walk_go_back (window, "Defined");
  app_walk_keys (window, "space", NULL);
  app_walk_press (window, "Add a Measure");
  app_walk_wait_form (window, TL_TABLE_MEASURE);
  app_walk_enter (window, "title", "Charts without a gap");
  /* Two lists are marked, of which the first gets the keyboard. */
  app_walk_keys (window, "ctrl+Return", NULL);
  app_test_settle (GTK_WIDGET (window));
  app_test_keep (GTK_WIDGET (window), "recovery-marked");
  app_walk_choose (window, "kind", "Proportion");
  app_walk_choose (window, "direction", "At least");
  app_walk_enter (window, "target", "95");
  app_walk_enter (window, "target_date", "30 June 2026");
  app_walk_choose (window, "period", "Weekly");
  app_walk_enter (window, "hold_for", "4");
  app_walk_enter (window, "baseline_numerator", "48");
  app_walk_enter (window, "baseline_denominator", "80");
  app_walk_enter (window, "baseline_date", "30 April 2026");
  app_walk_enter (window, "defined", "30 April 2026");
  app_walk_keep (window);
  assert_says (fixture, TL_LINE_LINK_DEFINED, "Defined, sound: At least 95 % by 30 Jun, held 4 weeks");
}

static void
act (Fixture *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Add an Action");
  app_walk_wait_form (window, TL_TABLE_ACTION);
  app_walk_enter (window, "title", "Check every chart at handover");
  app_walk_find (window, "person", "kit");
  app_walk_enter (window, "due", "15 May 2026");
  app_walk_enter (window, "expected_result", "No chart is left with a gap.");
  app_walk_enter (window, "agreed", "4 May 2026");
  app_walk_keep (window);
  assert_says (fixture, TL_LINE_LINK_ACTED, "Acted, weak: Its only action is 25 days overdue. 1 finding");

  app_walk_press (window, "Acted");
  app_walk_go (window, "Check every chart at handover");
  app_walk_keys (window, "space", NULL);
  app_walk_wait_form (window, TL_TABLE_ACTION);
  app_walk_press (window, "Do Something Else with It");
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "d", NULL);
  app_walk_wait_form (window, TL_TABLE_ACTION_EVENT);
  app_walk_enter (window, "date", "15 May 2026");
  app_walk_keep (window);
  assert_says (fixture, TL_LINE_LINK_ACTED, "Acted, sound: 1 action, 1 done, 0 proven");
}

static void
record (Fixture    *fixture,
        const char *button,
        const char *finding,
        const char *source,
        const char *day)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, button);
  app_walk_wait_form (window, TL_TABLE_EVIDENCE);
  app_walk_enter (window, "finding", finding);
  app_walk_choose (window, "source", source);
  app_walk_enter (window, "date", day);
  app_walk_choose (window, "verdict", "Supports");
  app_walk_find (window, "actions", "check every");
  app_walk_keep (window);
}

static void
evidence (Fixture *fixture)
{
  record (fixture, "Record an Outcome", "No gap on any chart of both houses.", "Audit", "5 June 2026");
  assert_says (fixture, TL_LINE_LINK_ACTED, "Acted, sound: 1 action, 1 done, 1 proven");
  assert_says (fixture, TL_LINE_LINK_EVIDENCED, "Evidenced, weak: 1 outcome item, 1 source, none is voice. 3 findings");
  app_walk_press (fixture->window, "Evidenced");
  record (fixture, "Record an Outcome", "Charts were signed as each medicine was given.", "Observation", "27 May 2026");
  record (fixture, "Record What People Say", "Tablets come on time now, also at night.", "Feedback from people", "29 May 2026");
  assert_says (fixture, TL_LINE_LINK_EVIDENCED, "Evidenced, sound: 3 outcome items, 3 sources, 1 is voice");
  assert_says (fixture, TL_LINE_LINK_IMPROVED, "Improved, missing: No reading. 1 finding");
  assert_says (fixture, TL_LINE_LINK_EVEN, "Even, missing: Places aren’t told apart");
  assert_says (fixture, TL_LINE_LINK_SUSTAINED, "Sustained, missing: Not holding, 4 weeks needed");
}

static gboolean
has_readings_dialog (gpointer window)
{
  return TL_IS_READINGS_DIALOG (adw_application_window_get_visible_dialog (window));
}

/* A week is typed, the others are pasted as a spreadsheet gives them. */
static void
read_measure (Fixture *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Record Readings");
  app_window_wait (has_readings_dialog, window);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "ctrl+Home", "ctrl+Down", "Up", "=29/30", "Tab", "=30/30", "Return", NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "29/30\t30/30\n30/30\t29/30\n30/30\t30/30\n");
  app_walk_keys (window, "Up", "Up", "Up", "Up", "Home", "ctrl+v", NULL);
  app_test_settle (GTK_WIDGET (window));
  app_test_keep (GTK_WIDGET (window), "recovery-readings");
  app_walk_keys (window, "ctrl+Return", NULL);
  app_window_wait (has_no_dialog, window);
  app_test_settle (GTK_WIDGET (window));
}

/* How slipping would be noticed. */
static void
watch (Fixture *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Add warning sign…");
  app_walk_wait_form (window, TL_TABLE_WARNING_SIGN);
  app_walk_enter (window, "sign", "A night without a senior on shift");
  app_walk_keep (window);
  assert_shows (fixture, "A night without a senior on shift");
}

/* What can be settled here is; only a meeting that looks at it is still to come. */
static void
assert_ready (Fixture *fixture)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement (app_workbook_find_risk (fixture->workbook, "R1"));

  g_assert_cmpuint (g_strv_length (risk->unmet), ==, 1);
  assert_shows (fixture, "All eight links are sound.");
  assert_shows (fixture, "Every action is done or ended.");
  assert_shows (fixture, "Every challenge is answered and satisfied.");
  assert_shows (fixture, "No finding to act on remains.");
  assert_shows (fixture, "A watch is set: audit, weekly.");
  assert_shows (fixture, "An earlier review must have looked at it since the target has been met.");
}

/* Nothing but the keyboard moves by Tab, and it comes to all of the window. */
static void
test_around_the_window (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  AdwViewStack *views = app_test_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK);

  if (!app_walk_can (window))
    {
      g_test_skip ("no keys can be pressed here");
      app_window_close (window);
      return;
    }
  app_walk_go (window, "Main Menu");
  app_walk_keys (window, "Tab", NULL);
  g_assert_true (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_TYPE_LIST_BOX) != NULL);
  app_walk_go (window, "Search Risks");
  app_walk_go (window, "Main Menu");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, "risks");
  app_window_close (window);
}

static void
test_from_first_finding_to_readiness (void)
{
  Fixture fixture = { NULL };

  if (!begin (&fixture))
    {
      g_test_skip ("no keys can be pressed here");
      end (&fixture);
      return;
    }
  begin_risk (&fixture);
  find (&fixture);
  own (&fixture);
  define (&fixture);
  act (&fixture);
  evidence (&fixture);
  read_measure (&fixture);
  rate (&fixture, "Rate…", "2", "3", "5 June 2026");
  watch (&fixture);
  assert_ready (&fixture);
  app_test_assert_named (GTK_WIDGET (fixture.window));
  app_test_keep (GTK_WIDGET (fixture.window), "recovery-ready");
  end (&fixture);
}

/* ── By pointer ───────────────────────────────────────────────────────────── */

static GtkWidget *
find_field (Fixture    *fixture,
            const char *column,
            GType       type)
{
  return app_test_find (tl_edit_dialog_find_row (app_walk_get_form (fixture->window), column), type);
}

/* Only what must be typed is typed. */
static void
click_and_type (Fixture    *fixture,
                const char *column,
                GType       type,
                const char *text)
{
  g_autofree char *typed = g_strconcat ("=", text, NULL);

  app_walk_click (fixture->window, find_field (fixture, column, type));
  app_walk_keys (fixture->window, "ctrl+a", typed, NULL);
}

static void
click_save (Fixture *fixture)
{
  app_walk_click_on (fixture->window, GTK_TYPE_BUTTON, "Save");
  app_window_wait (has_no_dialog, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
click_word (Fixture    *fixture,
            const char *column,
            const char *word)
{
  GtkWidget *list = find_field (fixture, column, GTK_TYPE_DROP_DOWN);

  app_walk_click (fixture->window, list);
  app_walk_click (fixture->window, app_walk_see (app_test_find (list, GTK_TYPE_LIST_VIEW), GTK_TYPE_LABEL, word));
}

/* Opens a chooser, types some of a name, and clicks on what is offered. */
static void
click_choice (Fixture    *fixture,
              const char *column,
              const char *typed,
              const char *offered)
{
  GtkWidget *row = tl_edit_dialog_find_row (app_walk_get_form (fixture->window), column);
  g_autofree char *keys = g_strconcat ("=", typed, NULL);

  app_walk_click (fixture->window, app_test_find (row, GTK_TYPE_MENU_BUTTON));
  app_walk_keys (fixture->window, keys, NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_walk_click (fixture->window, app_walk_see (app_test_find (row, TL_TYPE_ROW_CHOOSER), GTK_TYPE_LABEL, offered));
}

static gboolean
can_undo (gpointer workbook)
{
  return tl_workbook_get_can_undo (workbook);
}

static gboolean
has_no_action (gpointer workbook)
{
  return g_list_model_get_n_items (tl_workbook_get_actions (workbook)) == 0 && app_workbook_is_quiet (workbook);
}

static void
begin_by_pointer (Fixture *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_click_on (window, ADW_TYPE_ACTION_ROW, "Start Empty");
  app_walk_keys (window, "=Larkfield Care", NULL);
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Begin");
  app_window_wait (app_window_has_workbook, window);
  fixture->workbook = tl_window_get_workbook (window);
  settle_today (fixture);
  app_test_settle (GTK_WIDGET (window));
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Add a Risk");
  app_walk_wait_form (window, TL_TABLE_RISK);
  click_and_type (fixture, "title", GTK_TYPE_TEXT, "Medicines not signed for");
  click_word (fixture, "theme", "Medicines");
  click_save (fixture);
  fixture->page = tl_risks_view_get_page (app_test_find (GTK_WIDGET (window), TL_TYPE_RISKS_VIEW));
}

/* The page is left and comes back from the row of its risk. */
static void
close_and_open (Fixture *fixture)
{
  TlWindow *window = fixture->window;
  GtkWidget *row;

  app_walk_click_on (window, GTK_TYPE_BUTTON, "Close This Page");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
  app_test_keep (GTK_WIDGET (window), "pointer");
  row = app_test_find (app_test_find (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW), TL_TYPE_LINE_CELL);
  for (guint i = 0; i < 2; i++)
    app_walk_click (window, row);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
}

/* Begin, add, write, rate, act, take that back, and come back to it from the register. */
static void
test_by_pointer (void)
{
  Fixture fixture = { app_window_new () };
  TlWindow *window = fixture.window;

  if (!app_walk_can (window))
    {
      g_test_skip ("nothing can be clicked here");
      end (&fixture);
      return;
    }
  begin_by_pointer (&fixture);
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Write What Was Wrong");
  click_and_type (&fixture, "baseline_issue", GTK_TYPE_TEXT_VIEW, "Charts had gaps.");
  click_save (&fixture);
  app_walk_click_on (window, GTK_TYPE_TOGGLE_BUTTON, "Found");
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Rate the Risk");
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Likelihood 4, impact 5: 20, high");
  click_save (&fixture);
  assert_shows (&fixture, "9 June 2026: likelihood 4, impact 5");

  /* Whoever does it is added on the way; the offer to undo takes the action back, and not them. */
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Add an Action");
  click_and_type (&fixture, "title", GTK_TYPE_TEXT, "Check every chart at handover");
  click_choice (&fixture, "person", "Kit Halloran", "Add Kit Halloran…");
  app_walk_wait_form (window, TL_TABLE_PERSON);
  click_and_type (&fixture, "role", GTK_TYPE_TEXT, "Medicines lead");
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Save");
  app_walk_wait_form (window, TL_TABLE_ACTION);
  click_save (&fixture);
  assert_says (&fixture, TL_LINE_LINK_ACTED, "Acted, weak: 1 action, 0 done, 0 proven. 1 finding");
  app_window_wait (can_undo, fixture.workbook);
  app_walk_click (window, app_walk_see (app_test_find (GTK_WIDGET (window), ADW_TYPE_TOAST_OVERLAY), GTK_TYPE_BUTTON, "Undo"));
  app_window_wait (has_no_action, fixture.workbook);
  app_test_settle (GTK_WIDGET (window));
  assert_says (&fixture, TL_LINE_LINK_ACTED, "Acted, missing: No action");
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_people (fixture.workbook)), ==, 1);
  close_and_open (&fixture);
  end (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/recovery/by-pointer", test_by_pointer);
  g_test_add_func ("/recovery/around-the-window", test_around_the_window);
  g_test_add_func ("/recovery/from-first-finding-to-readiness", test_from_first_finding_to_readiness);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
