/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-edit-dialog.h"
#include "tl-link-section.h"
#include "tl-edit-dialog.h"
#include "tl-owner-dialog.h"
#include "tl-owner-map-canvas.h"
#include "tl-risks-view.h"
#include "tl-title-field.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

/* The two edits, from the keyboard to the file. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  TlRisksView *view;
  TlRiskPage *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = TL_RISKS_VIEW (tl_window_show_view (fixture->window, "risks"));
  fixture->page = tl_risks_view_get_page (fixture->view);
}

static void
close_window (Fixture *fixture)
{
  if (fixture->window != NULL)
    app_window_close (fixture->window);
  fixture->window = NULL;
  fixture->workbook = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_window (fixture);
  g_clear_object (&fixture->file);
}

static void
take_in_hand (Fixture    *fixture,
              const char *ref)
{
  g_object_set (fixture->window, "risk", app_workbook_find_risk (fixture->workbook, ref), NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
}

/* Opens the file anew, as another program would, and gives the risk's facts. */
static TlWorkbook *
reopen (Fixture            *fixture,
        const char         *ref,
        const TlRiskFacts **facts)
{
  TlWorkbook *workbook = app_workbook_open_file (fixture->file);

  *facts = tl_snapshot_find_ref (tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook)), TL_TABLE_RISK, ref);
  g_assert_nonnull (*facts);
  return workbook;
}

/* ── A title in place ─────────────────────────────────────────────────────── */

static GtkEditable *
begin_title (Fixture *fixture)
{
  take_in_hand (fixture, "R1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "risk.rename", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (tl_title_field_is_editing (app_test_find (GTK_WIDGET (fixture->page), TL_TYPE_TITLE_FIELD)));
  return app_test_find (app_test_find (GTK_WIDGET (fixture->page), TL_TYPE_TITLE_FIELD), GTK_TYPE_ENTRY);
}

static gboolean
is_renamed (gpointer data)
{
  return g_str_equal (tl_risk_get_title (app_workbook_find_risk (data, "R1")), "Medicines not signed for");
}

static void
test_a_new_title_reaches_the_file (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkEditable *entry = begin_title (fixture);
  TlTitleField *field = app_test_find (GTK_WIDGET (fixture->page), TL_TYPE_TITLE_FIELD);
  const TlRiskFacts *facts = NULL;
  TlWorkbook *workbook = NULL;

  gtk_editable_set_text (entry, "  Medicines not signed for ");
  g_signal_emit_by_name (entry, "activate");
  app_window_wait (is_renamed, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (tl_title_field_is_editing (field));

  close_window (fixture);
  workbook = reopen (fixture, "R1", &facts);
  g_assert_cmpstr (facts->title, ==, "Medicines not signed for");
  app_workbook_close (workbook);
}

static gboolean
is_not_renamed (gpointer data)
{
  return !is_renamed (data);
}

static gboolean
can_undo (gpointer data)
{
  return tl_workbook_get_can_undo (data);
}

static gboolean
can_redo (gpointer data)
{
  return tl_workbook_get_can_redo (data);
}

/* What was done can be taken back and done again with the window's own buttons, and nothing before it can. */
static void
test_a_title_is_taken_back_and_given_again (Fixture       *fixture,
                                            gconstpointer  data)
{
  GtkEditable *entry = begin_title (fixture);

  g_assert_false (tl_workbook_get_can_undo (fixture->workbook));
  gtk_editable_set_text (entry, "Medicines not signed for");
  g_signal_emit_by_name (entry, "activate");
  app_window_wait (is_renamed, fixture->workbook);

  app_window_wait (can_undo, fixture->workbook);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  app_window_wait (is_not_renamed, fixture->workbook);
  app_window_wait (can_redo, fixture->workbook);
  g_assert_false (tl_workbook_get_can_undo (fixture->workbook));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL));
  app_window_wait (is_renamed, fixture->workbook);
}

static void
test_an_empty_title_is_refused_at_the_field (Fixture       *fixture,
                                             gconstpointer  data)
{
  GtkEditable *entry = begin_title (fixture);
  TlTitleField *field = app_test_find (GTK_WIDGET (fixture->page), TL_TYPE_TITLE_FIELD);
  g_autofree char *before = tl_workbook_get_fingerprint (fixture->workbook), *after = NULL;

  gtk_editable_set_text (entry, "   ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (tl_title_field_is_editing (field));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "   ");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));

  /* Typing on takes the mark away. */
  gtk_editable_set_text (entry, "M");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));

  tl_title_field_end (field);
  after = tl_workbook_get_fingerprint (fixture->workbook);
  g_assert_cmpstr (after, ==, before);
}

static void
test_escape_leaves_no_trace (Fixture       *fixture,
                             gconstpointer  data)
{
  TlTitleField *field = app_test_find (GTK_WIDGET (fixture->page), TL_TYPE_TITLE_FIELD);
  g_autofree char *before = tl_workbook_get_fingerprint (fixture->workbook), *after = NULL;
  const TlRiskFacts *facts = NULL;
  TlWorkbook *workbook = NULL;

  begin_title (fixture);
  if (!app_window_type (fixture->window, "") || !app_window_press (fixture->window, "ctrl+a", "x", "y", "Escape", NULL))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  g_assert_false (tl_title_field_is_editing (field));
  after = tl_workbook_get_fingerprint (fixture->workbook);
  g_assert_cmpstr (after, ==, before);
  /* The page is still there: Esc left the field only. */
  g_assert_nonnull (tl_view_get_risk (TL_VIEW (fixture->view)));

  close_window (fixture);
  workbook = reopen (fixture, "R1", &facts);
  g_assert_cmpstr (facts->title, ==, "Medicines record gaps");
  app_workbook_close (workbook);
}

static void
test_another_day_cannot_be_edited (Fixture       *fixture,
                                   gconstpointer  data)
{
  TlTitleField *field = app_test_find (GTK_WIDGET (fixture->page), TL_TYPE_TITLE_FIELD);
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (fixture->window), TL_TYPE_WINDOW, "as_at_banner");
  AdwBanner *banner = ADW_BANNER (child);

  take_in_hand (fixture, "R1");
  g_assert_false (adw_banner_get_revealed (banner));
  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 30);
  app_window_wait (app_window_has_workbook, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (adw_banner_get_revealed (banner));
  app_test_keep (GTK_WIDGET (fixture->window), "another-day");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "risk.rename", NULL);
  g_assert_false (tl_title_field_is_editing (field));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "risk.name-owner", NULL);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.today", NULL);
  app_window_wait (app_window_has_workbook, fixture->window);
  g_assert_false (adw_banner_get_revealed (banner));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "risk.rename", NULL);
  g_assert_true (tl_title_field_is_editing (field));
}

/* ── An owner ─────────────────────────────────────────────────────────────── */

static AdwDialog *
find_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static AdwDialog *
open_dialog (Fixture    *fixture,
             const char *ref)
{
  take_in_hand (fixture, ref);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "risk.name-owner", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (TL_IS_OWNER_DIALOG (find_dialog (fixture)));
  return find_dialog (fixture);
}

static gpointer
find_row (GtkWidget *root,
          const char *title)
{
  if (ADW_IS_ENTRY_ROW (root) && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose (AdwDialog  *dialog,
        const char *name)
{
  GtkEditable *search = app_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (search, name);
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (search, "activate");
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog (data) == NULL;
}

static void
test_an_owner_reaches_the_file (Fixture       *fixture,
                                gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (fixture, "R2");
  const TlOwnershipFacts *last = NULL;
  const TlRiskFacts *facts = NULL;
  TlWorkbook *workbook = NULL;

  app_test_assert_named (GTK_WIDGET (dialog));
  choose (dialog, "nasreen");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "owner.save", NULL);
  app_window_wait (has_no_dialog, fixture);
  close_window (fixture);

  workbook = reopen (fixture, "R2", &facts);
  for (guint i = 0; i < facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (facts->ownerships, TlOwnershipFacts, i);

      if (ownership->part == TL_PART_ACCOUNTABLE && ownership->until_date == TL_NO_DAY)
        {
          g_assert_null (last);
          last = ownership;
        }
    }
  g_assert_nonnull (last);
  g_assert_cmpstr (last->person->name, ==, "Nasreen Dhillon");
  g_assert_cmpint (last->from_date, ==, tl_workbook_get_today (workbook));
  app_workbook_close (workbook);
}

static gboolean
is_answered_for_by_nell (gpointer workbook)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement (app_workbook_find_risk (workbook, "R2"));

  return risk != NULL && risk->owner != NULL && g_str_equal (risk->owner->person->name, "Nell Amberley");
}

static gboolean
has_edit_dialog (gpointer data)
{
  return TL_IS_EDIT_DIALOG (find_dialog (data));
}

static gboolean
has_owner_dialog (gpointer data)
{
  return TL_IS_OWNER_DIALOG (find_dialog (data));
}

/* Who isn't among the people yet is added where a name was looked for, and then is the one chosen. */
static void
test_an_owner_is_added_on_the_way (Fixture       *fixture,
                                   gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (fixture, "R2");
  GtkWidget *role;

  choose (dialog, "Nell Amberley");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "owner.add-person", NULL);
  app_window_wait (has_edit_dialog, fixture);
  role = tl_edit_dialog_find_row (TL_EDIT_DIALOG (find_dialog (fixture)), "role");
  gtk_editable_set_text (app_test_find (role, GTK_TYPE_TEXT), "Deputy manager");
  gtk_widget_activate_action (GTK_WIDGET (find_dialog (fixture)), "edit.save", NULL);
  app_window_wait (has_owner_dialog, fixture);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "owner.save", NULL);
  app_window_wait (has_no_dialog, fixture);
  app_window_wait (is_answered_for_by_nell, fixture->workbook);
}

static void
test_a_hand_over_ends_the_previous_owner (Fixture       *fixture,
                                          gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (fixture, "R1");
  const TlRiskFacts *facts = NULL;
  TlWorkbook *workbook = NULL;
  guint n_current = 0;

  choose (dialog, "Kit Halloran");
  /* Nothing is handed over without a reason. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "owner.save", NULL);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (find_row (GTK_WIDGET (dialog), "Why")), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find_row (GTK_WIDGET (dialog), "Why")), "Tomasz moves to Weir Cottage");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "owner.save", NULL);
  app_window_wait (has_no_dialog, fixture);
  close_window (fixture);

  workbook = reopen (fixture, "R1", &facts);
  for (guint i = 0; i < facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (facts->ownerships, TlOwnershipFacts, i);

      if (ownership->part != TL_PART_ACCOUNTABLE)
        continue;
      if (g_str_equal (ownership->person->name, "Tomasz Wrona"))
        g_assert_cmpint (ownership->until_date, ==, tl_workbook_get_today (workbook));
      if (ownership->until_date == TL_NO_DAY)
        {
          g_assert_cmpstr (ownership->person->name, ==, "Kit Halloran");
          g_assert_cmpstr (ownership->reason, ==, "Tomasz moves to Weir Cottage");
          n_current++;
        }
    }
  g_assert_cmpuint (n_current, ==, 1);
  app_workbook_close (workbook);
}

/* What is typed stays, marked where it is wrong; nothing is changed. */
static void
test_a_wrong_day_is_marked (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char * const days[] = { "soon", "31 June 2026", "", "9 June 2030" };
  AdwDialog *dialog = open_dialog (fixture, "R2");
  GtkWidget *row = find_row (GTK_WIDGET (dialog), "From");
  g_autofree char *before = tl_workbook_get_fingerprint (fixture->workbook), *after = NULL;

  choose (dialog, "nasreen");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), days[i]);
      gtk_widget_activate_action (GTK_WIDGET (dialog), "owner.save", NULL);
      g_assert_true (find_dialog (fixture) == dialog);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, days[i]);
    }
  adw_dialog_close (dialog);
  app_window_wait (has_no_dialog, fixture);
  after = tl_workbook_get_fingerprint (fixture->workbook);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
is_owned (gpointer data)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement (app_workbook_find_risk (data, "R2"));

  return risk != NULL && risk->n_owners == 1;
}

static gboolean
press_until (Fixture    *fixture,
             const char *key,
             GtkWidget  *wanted)
{
  for (guint i = 0; i < 40; i++)
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

      if (focus != NULL && (focus == wanted || gtk_widget_is_ancestor (focus, wanted)))
        return TRUE;
      if (!app_window_press (fixture->window, key, NULL))
        return FALSE;
    }
  return FALSE;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *action)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* From the register to a named owner without touching a mouse. */
static void
test_naming_an_owner_by_keyboard (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *section = NULL, *owned = NULL, *button = NULL;

  if (!app_window_press (fixture->window, "ctrl+f", NULL) || !app_window_type (fixture->window, "escalated"))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  app_window_press (fixture->window, "Return", NULL);
  app_window_press (fixture->window, "Down", "Return", NULL);
  g_assert_cmpstr (tl_record_get_ref (TL_RECORD (tl_view_get_risk (TL_VIEW (fixture->view)))), ==, "R2");

  /* To the second link of the line, which opens on its button. */
  section = app_test_find (GTK_WIDGET (fixture->page), TL_TYPE_LINK_SECTION);
  section = gtk_widget_get_next_sibling (section);
  owned = app_test_find (section, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_true (press_until (fixture, "Tab", owned));
  app_window_press (fixture->window, "space", NULL);
  button = find_button (section, "risk.mend");
  g_assert_nonnull (button);
  g_assert_true (press_until (fixture, "Tab", button));
  app_window_press (fixture->window, "Return", NULL);
  g_assert_true (TL_IS_OWNER_DIALOG (find_dialog (fixture)));

  app_window_type (fixture->window, "nasreen");
  app_window_press (fixture->window, "Return", "Return", NULL);
  app_window_wait (has_no_dialog, fixture);
  app_window_wait (is_owned, fixture->workbook);
}

static gboolean
says_what_was_wrong (gpointer data)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement (app_workbook_find_risk (data, "R19"));

  return risk != NULL && g_strcmp0 (risk->facts->baseline_issue, "Drinks are mixed by eye.") == 0;
}

/* What a fresh risk lacks first is written without touching a mouse, from the button that stands by its link; the keyboard
 * then is back where it was, and the next step stands there. */
static void
test_mending_by_keyboard (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *section = NULL, *button = NULL;

  take_in_hand (fixture, "R19");
  section = app_test_find (GTK_WIDGET (fixture->page), TL_TYPE_LINK_SECTION);
  button = find_button (section, "risk.mend");
  g_assert_true (gtk_widget_get_mapped (button));
  gtk_widget_grab_focus (app_test_find (section, GTK_TYPE_TOGGLE_BUTTON));
  if (!app_window_press (fixture->window, "Tab", NULL))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button);
  app_window_press (fixture->window, "Return", NULL);
  g_assert_true (TL_IS_EDIT_DIALOG (find_dialog (fixture)));
  app_window_type (fixture->window, "Drinks are mixed by eye.");
  app_window_press (fixture->window, "ctrl+Return", NULL);
  app_window_wait (has_no_dialog, fixture);
  app_window_wait (says_what_was_wrong, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), section));
}

/* Whether what is concluded was only brought up to date. It never is while a view still holds what was shown before the
 * last two edits. */
static gboolean
was_brought_up_to_date (TlWorkbook *workbook,
                        const char *untouched)
{
  TlRisk *risk = app_workbook_find_risk (workbook, untouched);

  return !tl_assessment_may_differ (tl_workbook_get_assessment (workbook), tl_record_get_id (TL_RECORD (risk)));
}

/* Every view lets go of what was concluded before, seen or not, so that an edit never costs more than it touches. */
static void
test_no_view_holds_on_to_what_was (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char * const views[] = { "risks", "owners", "timeline", "places" };
  TlRisk *risk = app_workbook_find_risk (fixture->workbook, "R1");

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (views); i++)
    {
      g_autofree char *title = g_strdup_printf ("Edited %u times", (guint) i);
      TlAssessment *before = tl_workbook_get_assessment (fixture->workbook);

      tl_window_show_view (fixture->window, views[i % G_N_ELEMENTS (views)]);
      g_object_set (fixture->window, "risk", risk, NULL);
      app_test_settle (GTK_WIDGET (fixture->window));
      tl_workbook_rename_risk_async (fixture->workbook, risk, title, NULL, NULL, NULL);
      while (tl_workbook_get_assessment (fixture->workbook) == before)
        g_main_context_iteration (NULL, TRUE);
      app_window_wait (app_workbook_is_quiet, fixture->workbook);
      app_test_settle (GTK_WIDGET (fixture->window));
      if (i >= 2)
        g_assert_true (was_brought_up_to_date (fixture->workbook, "R10"));
    }
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_label (child, text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_map (gpointer data)
{
  return tl_owner_map_canvas_get_map (data) != NULL;
}

/* A map that nobody looks at isn't made, and the one that somebody comes back to is of today. */
static void
test_map_follows_what_changed_out_of_sight (Fixture       *fixture,
                                            gconstpointer  data)
{
  GtkEditable *entry = begin_title (fixture);
  GtkWidget *owners = NULL;
  TlOwnerMapCanvas *canvas;

  owners = GTK_WIDGET (tl_window_show_view (fixture->window, "owners"));
  canvas = app_test_find (owners, TL_TYPE_OWNER_MAP_CANVAS);
  app_window_wait (has_map, canvas);
  tl_window_show_view (fixture->window, "risks");
  app_test_settle (GTK_WIDGET (fixture->window));

  gtk_editable_set_text (entry, "Medicines not signed for");
  g_signal_emit_by_name (entry, "activate");
  app_window_wait (is_renamed, fixture->workbook);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_false (has_map (canvas));

  tl_window_show_view (fixture->window, "owners");
  app_window_wait (has_map, canvas);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (has_label (owners, "Medicines not signed for"));
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add ("/edits/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("title/reaches-the-file", test_a_new_title_reaches_the_file);
  ADD ("title/taken-back-and-given-again", test_a_title_is_taken_back_and_given_again);
  ADD ("title/empty-is-refused", test_an_empty_title_is_refused_at_the_field);
  ADD ("title/escape-leaves-no-trace", test_escape_leaves_no_trace);
  ADD ("another-day", test_another_day_cannot_be_edited);
  ADD ("owner/reaches-the-file", test_an_owner_reaches_the_file);
  ADD ("owner/added-on-the-way", test_an_owner_is_added_on_the_way);
  ADD ("owner/hand-over", test_a_hand_over_ends_the_previous_owner);
  ADD ("owner/wrong-day", test_a_wrong_day_is_marked);
  ADD ("owner/by-keyboard", test_naming_an_owner_by_keyboard);
  ADD ("mending-by-keyboard", test_mending_by_keyboard);
  ADD ("views-let-go", test_no_view_holds_on_to_what_was);
  ADD ("map-follows-what-changed-out-of-sight", test_map_follows_what_changed_out_of_sight);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
