/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A registered manager's way from the first finding to readiness, by keyboard alone, from an empty workbook. */
#include "app-recovery.h"
#include "app-reviews.h"

#include <string.h>

#include "tl-readings-dialog.h"
#include "tl-review-start-dialog.h"

/* ── Beginning ────────────────────────────────────────────────────────────── */

/* Returns: whether keys can be pressed here */
static gboolean
begin (AppRecovery *fixture)
{
  fixture->window = app_window_new ();
  if (!app_walk_can (fixture->window))
    return FALSE;
  app_walk_press (fixture->window, "Start Empty");
  app_window_wait (app_recovery_has_dialog, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_walk_keys (fixture->window, "=Larkfield Care", "Return", NULL);
  app_window_wait (app_window_has_workbook, fixture->window);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  app_recovery_settle_today (fixture);
  return TRUE;
}

/* ── The walk ─────────────────────────────────────────────────────────────── */

/* A title is enough to begin with; the page then says what lacks, and the keyboard is there. */
static void
begin_risk (AppRecovery *fixture)
{
  app_walk_keys (fixture->window, "ctrl+n", NULL);
  app_walk_wait_form (fixture->window, TL_TABLE_RISK);
  app_walk_keys (fixture->window, "=Medicines not signed for", NULL);
  app_walk_keep (fixture->window);
  fixture->page = tl_risks_view_get_page (app_test_find (GTK_WIDGET (fixture->window), TL_TYPE_RISKS_VIEW));
  app_recovery_assert_says (fixture, TL_LINE_LINK_FOUND, "Found, missing: Nothing says what was wrong. 1 finding");
}


/* A rating of a day, by the keys of the grid. */
static void
rate (AppRecovery    *fixture,
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
add_named (AppRecovery    *fixture,
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
find (AppRecovery *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Write What Was Wrong");
  app_walk_wait_form (window, TL_TABLE_RISK);
  app_walk_enter (window, "baseline_issue", "Charts had gaps on most days, mostly at night.");
  app_walk_enter (window, "root_cause", "Nobody checked the charts at the end of a shift.");
  app_walk_enter (window, "immediate_control", "The senior on shift counts the charts each night.");
  app_walk_keep (window);

  app_recovery_assert_says (fixture, TL_LINE_LINK_FOUND, "Found, weak: Charts had gaps on most days, mostly at night. 1 finding");

  app_walk_press (window, "Found");
  app_recovery_assert_shows (fixture, "It hasn’t been rated.");
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
  app_recovery_assert_says (fixture, TL_LINE_LINK_FOUND,
               "Found, sound: Inspection, Report of 29 April, page 7: Charts had gaps on most days, mostly at night");
}

static void
own (AppRecovery *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Name an Accountable Owner");
  app_window_wait (app_recovery_has_dialog, window);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "=Nell Amberley", NULL);
  app_walk_press (window, "Add a Person…");
  app_walk_wait_form (window, TL_TABLE_PERSON);
  app_walk_enter (window, "role", "Registered manager");
  app_walk_keep (window);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "ctrl+Return", NULL);
  app_window_wait (app_recovery_has_no_dialog, window);
  app_test_settle (GTK_WIDGET (window));

  app_recovery_assert_says (fixture, TL_LINE_LINK_OWNED, "Owned, weak: Nell Amberley, no supporting role. 1 finding");

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
  app_recovery_assert_says (fixture, TL_LINE_LINK_OWNED, "Owned, sound: Nell Amberley, 1 supporting role");
}

static void
define (AppRecovery *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Write the Intended Outcome");
  app_walk_wait_form (window, TL_TABLE_RISK);
  app_walk_enter (window, "intended_outcome", "People get each medicine that they are due, day and night.");
  app_walk_keep (window);
  app_recovery_assert_says (fixture, TL_LINE_LINK_DEFINED, "Defined, missing: An outcome, but no measure of it. 1 finding");

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
  app_recovery_assert_says (fixture, TL_LINE_LINK_DEFINED, "Defined, sound: At least 95 % by 30 Jun, held 4 weeks");
}

static void
act (AppRecovery *fixture)
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
  app_recovery_assert_says (fixture, TL_LINE_LINK_ACTED, "Acted, weak: Its only action is 25 days overdue. 1 finding");

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
  app_recovery_assert_says (fixture, TL_LINE_LINK_ACTED, "Acted, sound: 1 action, 1 done, 0 proven");
}

static void
record (AppRecovery    *fixture,
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
evidence (AppRecovery *fixture)
{
  record (fixture, "Record an Outcome", "No gap on any chart of both houses.", "Audit", "5 June 2026");
  app_recovery_assert_says (fixture, TL_LINE_LINK_ACTED, "Acted, sound: 1 action, 1 done, 1 proven");
  app_recovery_assert_says (fixture, TL_LINE_LINK_EVIDENCED, "Evidenced, weak: 1 outcome item, 1 source, none is voice. 3 findings");
  app_walk_press (fixture->window, "Evidenced");
  record (fixture, "Record an Outcome", "Charts were signed as each medicine was given.", "Observation", "27 May 2026");
  record (fixture, "Record What People Say", "Tablets come on time now, also at night.", "Feedback from people", "29 May 2026");
  app_recovery_assert_says (fixture, TL_LINE_LINK_EVIDENCED, "Evidenced, sound: 3 outcome items, 3 sources, 1 is voice");
  app_recovery_assert_says (fixture, TL_LINE_LINK_IMPROVED, "Improved, missing: No reading. 1 finding");
  app_recovery_assert_says (fixture, TL_LINE_LINK_EVEN, "Even, missing: Places aren’t told apart");
  app_recovery_assert_says (fixture, TL_LINE_LINK_SUSTAINED, "Sustained, missing: Not holding, 4 weeks needed");
}

static gboolean
has_readings_dialog (gpointer window)
{
  return TL_IS_READINGS_DIALOG (adw_application_window_get_visible_dialog (window));
}

/* A week is typed, the others are pasted as a spreadsheet gives them. */
static void
read_measure (AppRecovery *fixture)
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
  app_window_wait (app_recovery_has_no_dialog, window);
  app_test_settle (GTK_WIDGET (window));
}

/* How slipping would be noticed. */
static void
watch (AppRecovery *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_press (window, "Add warning sign…");
  app_walk_wait_form (window, TL_TABLE_WARNING_SIGN);
  app_walk_enter (window, "sign", "A night without a senior on shift");
  app_walk_keep (window);
  app_recovery_assert_shows (fixture, "A night without a senior on shift");
}

/* What can be settled here is; only a meeting that looks at it is still to come. */
static void
assert_ready (AppRecovery *fixture)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement (app_workbook_find_risk (fixture->workbook, "R1"));

  g_assert_cmpuint (g_strv_length (risk->unmet), ==, 1);
  app_recovery_assert_shows (fixture, "All eight links are sound.");
  app_recovery_assert_shows (fixture, "Every action is done or ended.");
  app_recovery_assert_shows (fixture, "Every challenge is answered and satisfied.");
  app_recovery_assert_shows (fixture, "No finding to act on remains.");
  app_recovery_assert_shows (fixture, "A watch is set: audit, weekly.");
  app_recovery_assert_shows (fixture, "An earlier review must have looked at it since the target has been met.");
}

/* ── Reviewed ─────────────────────────────────────────────────────────────── */

static gboolean
has_proposal (gpointer window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  return TL_IS_REVIEW_START_DIALOG (dialog) && !tl_review_start_dialog_get_busy (TL_REVIEW_START_DIALOG (dialog));
}

static gboolean
is_finished (gpointer data)
{
  return app_reviews_is_quiet (data) && app_reviews_review (data)->finished != TL_NO_DAY;
}

/* A review of the quality meeting, on the day before: started, the risk looked at, and finished, by keys. */
static void
review (AppRecovery *fixture)
{
  TlWindow *window = fixture->window;
  AppReviews reviews = { NULL, window, fixture->workbook, NULL };
  const TlDecisionFacts *decision;
  int item;

  app_walk_keys (window, "ctrl+6", NULL);
  app_test_settle (GTK_WIDGET (window));
  reviews.view = app_test_find (GTK_WIDGET (window), TL_TYPE_REVIEWS_VIEW);
  app_walk_keys (window, "ctrl+n", NULL);
  app_window_wait (app_recovery_has_dialog, window);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "space", NULL);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "=Quality", "Return", NULL);
  app_window_wait (has_proposal, window);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "Tab", "ctrl+a", "=8 June 2026", "Tab", NULL);
  app_window_wait (has_proposal, window);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "ctrl+Return", NULL);
  app_window_wait (app_reviews_is_held, &reviews);
  app_reviews_settle (&reviews);

  /* Through the agenda by the one key that says looked at, continue, next; after its last item the same key finishes. */
  for (item = -1; item != app_reviews_item (&reviews);)
    {
      item = app_reviews_item (&reviews);
      app_walk_keys (window, "ctrl+Return", NULL);
      app_reviews_settle (&reviews);
    }
  app_window_wait (app_recovery_has_dialog, window);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, "Return", NULL);
  app_window_wait (is_finished, &reviews);
  app_reviews_settle (&reviews);
  g_assert_cmpuint (app_reviews_review (&reviews)->decisions.n, ==, 1);
  decision = TL_FACTS_AT (app_reviews_review (&reviews)->decisions, TlDecisionFacts, 0);
  g_assert_cmpint (decision->decision, ==, TL_DECISION_KIND_CONTINUE);
  app_test_keep (GTK_WIDGET (window), "recovery-reviewed");

  app_walk_keys (window, "ctrl+2", NULL);
  app_test_settle (GTK_WIDGET (window));
}

static void
test_from_first_finding_to_readiness (void)
{
  AppRecovery fixture = { NULL };

  if (!begin (&fixture))
    {
      g_test_skip ("no keys can be pressed here");
      app_recovery_end (&fixture);
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
  review (&fixture);
  app_recovery_assert_shows (&fixture, "The review of 8 June 2026 looked at it while the target was met.");
  g_assert_true (tl_risk_get_judgement (app_workbook_find_risk (fixture.workbook, "R1"))->may_close);
  app_test_assert_named (GTK_WIDGET (fixture.window));
  app_test_keep (GTK_WIDGET (fixture.window), "recovery-ready");
  app_recovery_end (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/recovery/from-first-finding-to-readiness", test_from_first_finding_to_readiness);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
