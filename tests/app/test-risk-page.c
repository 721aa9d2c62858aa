/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-workbook.h"

#include "tl-edit-dialog.h"
#include "tl-field-row.h"
#include "tl-fitted-text.h"
#include "tl-link-section.h"
#include "tl-rating-grid.h"
#include "tl-risk-mending.h"
#include "tl-risk-part.h"
#include "tl-risks-view.h"
#include "tl-standards-dialog.h"
#include "tl-workbook-undo.h"

#include <string.h>

typedef struct
{
  TlWorkbook *workbook;
  TlRisksView *view;
  TlRiskPage *page;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->workbook = app_workbook_open_sample ();
  fixture->view = g_object_new (TL_TYPE_RISKS_VIEW, "workbook", fixture->workbook, NULL);
  fixture->page = tl_risks_view_get_page (fixture->view);
  fixture->window = app_test_show (GTK_WIDGET (fixture->view), 1194, 720);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_test_close (fixture->window);
  app_workbook_close (fixture->workbook);
}

static void
open_risk (Fixture    *fixture,
           const char *ref)
{
  tl_view_set_risk (TL_VIEW (fixture->view), app_workbook_find_risk (fixture->workbook, ref));
  app_test_settle (fixture->window);
}

static TlLinkSection *
get_section (Fixture    *fixture,
             TlLineLink  link)
{
  GtkWidget *section = app_test_find (GTK_WIDGET (fixture->page), TL_TYPE_LINK_SECTION);

  for (TlLineLink i = TL_LINE_LINK_FOUND; i < link; i++)
    section = gtk_widget_get_next_sibling (section);
  return TL_LINK_SECTION (section);
}

static TlRiskPart *
get_part (Fixture    *fixture,
          const char *id)
{
  return TL_RISK_PART (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), TL_TYPE_RISK_PAGE, id));
}

static gboolean
says (gpointer    widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (widget), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* The row of a list that says something, or the button that does. */
static GtkWidget *
find_saying (gpointer    root,
             GType       type,
             const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && says (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_saying (child, type, text);
  return found;
}

static void
wait_until_says (gpointer    widget,
                 const char *text,
                 gboolean    wanted)
{
  while (says (widget, text) != wanted)
    g_main_context_iteration (NULL, TRUE);
}

/* ── The line ─────────────────────────────────────────────────────────────── */

/* Where there is nothing yet, the next step stands there without opening anything; for a link that is only weak, within. */
static void
test_missing_link_says_what_to_do (Fixture       *fixture,
                                   gconstpointer  data)
{
  TlLinkSection *owned = get_section (fixture, TL_LINE_LINK_OWNED);
  GtkWidget *next = NULL;

  open_risk (fixture, "R2");
  next = find_saying (owned, GTK_TYPE_BUTTON, "Name an Accountable Owner");
  g_assert_nonnull (next);
  g_assert_true (gtk_widget_is_sensitive (next));
  g_assert_false (tl_link_section_get_expanded (owned));

  open_risk (fixture, "R1");
  g_assert_null (find_saying (owned, GTK_TYPE_BUTTON, "Name an Accountable Owner"));
}

/* Of many the first are shown until more are asked for. */
static void
show_all_findings (Fixture *fixture)
{
  GtkWidget *more = NULL;

  while ((more = find_saying (fixture->page, GTK_TYPE_BUTTON, "More Findings")) != NULL)
    g_signal_emit_by_name (more, "clicked");
}

static void
assert_says_finding (Fixture         *fixture,
                     const TlFinding *finding)
{
  gpointer place = finding->link != TL_LINE_LINK_NONE ? (gpointer) get_section (fixture, finding->link)
                                                      : (gpointer) get_part (fixture, "oversight");

  g_assert_true (says (place, finding->text));
  g_assert_true (says (place, finding->settle));
}

/* The page says of every link of every risk what the core says: each sentence of what lacks, each finding once, and a
 * finding's remedy stands beside what settles it. */
static void
test_says_what_is_concluded (Fixture       *fixture,
                             gconstpointer  data)
{
  TlAssessment *assessment = tl_workbook_get_assessment (fixture->workbook);

  for (TlLineLink link = TL_LINE_LINK_FOUND; link <= TL_LINE_LINK_SUSTAINED; link++)
    tl_risk_page_expand (fixture->page, link, TRUE);
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      tl_view_set_risk (TL_VIEW (fixture->view), tl_workbook_find_risk (fixture->workbook, &risk->facts->base.id));
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      show_all_findings (fixture);
      for (TlLineLink link = TL_LINE_LINK_FOUND; link <= TL_LINE_LINK_SUSTAINED; link++)
        for (char **lacking = risk->line[link - TL_LINE_LINK_FOUND].lacking; *lacking != NULL; lacking++)
          g_assert_true (says (get_section (fixture, link), *lacking));
      for (guint j = 0; j < tl_assessment_get_n_findings (assessment); j++)
        if (tl_assessment_get_finding (assessment, j)->risk == risk->facts)
          assert_says_finding (fixture, tl_assessment_get_finding (assessment, j));
    }
  app_test_settle (fixture->window);
  app_test_assert_named (GTK_WIDGET (fixture->page));
}

/* ── Beneath the line ─────────────────────────────────────────────────────── */

static void
test_closing_conditions (Fixture       *fixture,
                         gconstpointer  data)
{
  TlRiskPart *part = get_part (fixture, "closing");
  const TlRiskJudgement *risk = NULL;

  open_risk (fixture, "R1");
  risk = tl_risk_get_judgement (tl_risk_page_get_risk (fixture->page));
  for (guint i = 0; i < TL_N_CLOSING_CONDITIONS; i++)
    {
      GtkWidget *row = find_saying (part, GTK_TYPE_LIST_BOX_ROW, risk->conditions[i].text);
      g_autofree char *name = g_strdup_printf ("%s: %s", risk->conditions[i].met ? "met" : "not met", risk->conditions[i].text);

      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
    }
  open_risk (fixture, "R13");
  g_assert_true (says (fixture->page, "Closed on "));
  /* What it was closed on, as that stood. */
  g_assert_true (says (part, "How It Ended"));
  g_assert_true (says (part, "Closed by Provider oversight, 10 February 2026"));
  g_assert_true (says (part, "Held since July, alike in five places; monthly readings go on."));
  g_assert_true (says (part, "All eight links are sound."));
  g_assert_true (says (part, "Sustained, sound"));
}

/* Both ends of a link lead to each other, by the keyboard. */
static void
test_linked_risks_open (Fixture       *fixture,
                        gconstpointer  data)
{
  TlRiskPart *part = get_part (fixture, "links");
  GtkWidget *row = NULL;

  open_risk (fixture, "R1");
  g_assert_true (says (part, "Damson Row is the slower place in both"));
  row = find_saying (part, GTK_TYPE_LIST_BOX_ROW, "R12 ");
  g_assert_true (gtk_widget_grab_focus (row));
  g_signal_emit_by_name (row, "activate");
  app_test_settle (fixture->window);
  g_assert_cmpstr (tl_record_get_ref (TL_RECORD (tl_risk_page_get_risk (fixture->page))), ==, "R12");
  g_assert_true (tl_view_get_risk (TL_VIEW (fixture->view)) == tl_risk_page_get_risk (fixture->page));
  g_assert_nonnull (find_saying (part, GTK_TYPE_LIST_BOX_ROW, "R1 "));
}

static void
test_rating_history (Fixture       *fixture,
                     gconstpointer  data)
{
  TlRiskPart *part = get_part (fixture, "ratings");
  GtkWidget *row = NULL;

  open_risk (fixture, "R9");
  row = app_test_find (GTK_WIDGET (part), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (says (row, "16 January 2026: likelihood 3, impact 3"));
  g_assert_true (says (row, "Reopened"));
  row = gtk_widget_get_next_sibling (row);
  g_assert_true (says (row, "11 November 2025: likelihood 1, impact 3"));
  row = gtk_widget_get_next_sibling (row);
  g_assert_null (gtk_widget_get_next_sibling (row));
}

static void
test_standards_and_crosswalk (Fixture       *fixture,
                              gconstpointer  data)
{
  TlRiskPart *part = get_part (fixture, "standards");

  open_risk (fixture, "R1");
  wait_until_says (part, "Regulation 12: Safe care and treatment", TRUE);
  g_assert_true (says (part, "Regulation 17: Good governance"));
  g_assert_true (says (part, "Regulated Activities Regulations 2014"));
  g_assert_true (says (part, "Medicines optimisation"));
  g_assert_true (says (part, "Adult social care draft framework, March 2026: the same as Safe medicines and treatments."));
}

/* Statements are found by their words and regulations by their number; one change keeps what was ticked. */
static void
test_choosing_standards (Fixture       *fixture,
                         gconstpointer  data)
{
  TlRiskPart *part = get_part (fixture, "standards");
  TlStandardsDialog *dialog = NULL;
  GtkWidget *row = NULL;

  open_risk (fixture, "R1");
  wait_until_says (part, "Regulation 12", TRUE);
  g_signal_emit_by_name (find_saying (part, GTK_TYPE_BUTTON, "Choose…"), "clicked");
  app_test_settle (fixture->window);
  dialog = app_test_find (fixture->window, TL_TYPE_STANDARDS_DIALOG);
  app_test_assert_named (GTK_WIDGET (dialog));
  app_test_keep (fixture->window, "standards");
  gtk_editable_set_text (app_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "duty candour");
  app_test_settle (fixture->window);
  row = find_saying (dialog, GTK_TYPE_CHECK_BUTTON, "Regulation 20: Duty of candour");
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_parent (row)));
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_parent (find_saying (dialog, GTK_TYPE_CHECK_BUTTON,
                                                                                    "Medicines optimisation"))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
  gtk_editable_set_text (app_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "no such thing");
  app_test_settle (fixture->window);
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "Nothing has these words"));

  /* Another framework: what was chosen stays, and what it is there is pointed out. */
  gtk_editable_set_text (app_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "");
  app_test_settle (fixture->window);
  gtk_drop_down_set_selected (app_test_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN), 0);
  app_test_keep (fixture->window, "standards-crosswalk");
  g_assert_nonnull (find_saying (dialog, GTK_TYPE_CHECK_BUTTON, "The same as “Medicines optimisation”, chosen before."));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_saying (dialog, GTK_TYPE_CHECK_BUTTON,
                                                                             "Medicines optimisation"))));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "standards.save", NULL);
  wait_until_says (part, "Regulation 20: Duty of candour", TRUE);
  g_assert_true (says (part, "the same as Safe medicines and treatments. Nobody has confirmed that yet."));
  tl_workbook_undo_async (fixture->workbook, NULL, NULL, NULL);
  wait_until_says (part, "Regulation 20: Duty of candour", FALSE);
  g_assert_false (says (part, "Nobody has confirmed"));
}

/* ── Answers ──────────────────────────────────────────────────────────────── */

/* Who answered and until when stands by the finding; withdrawn it is found again, and that can be taken back. */
static void
test_answer_is_shown_and_withdrawn (Fixture       *fixture,
                                    gconstpointer  data)
{
  TlLinkSection *acted = get_section (fixture, TL_LINE_LINK_ACTED);
  GtkWidget *withdraw = NULL;
  guint n = 0;

  open_risk (fixture, "R2");
  tl_link_section_set_expanded (acted, TRUE);
  g_assert_true (says (acted, "are to be asked again in the second half of June.” Rests until 30 June 2026."));
  n = tl_risk_get_judgement (tl_risk_page_get_risk (fixture->page))->n_findings[TL_SEVERITY_WATCH];
  withdraw = find_saying (acted, GTK_TYPE_BUTTON, "Withdraw the Answer");
  g_assert_true (gtk_widget_grab_focus (withdraw));
  g_signal_emit_by_name (withdraw, "clicked");
  wait_until_says (acted, "Rests until", FALSE);
  g_assert_cmpuint (tl_risk_get_judgement (tl_risk_page_get_risk (fixture->page))->n_findings[TL_SEVERITY_WATCH], ==, n + 1);
  /* The keyboard stays where it was. */
  app_test_settle (fixture->window);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (acted)));

  tl_workbook_undo_async (fixture->workbook, NULL, NULL, NULL);
  wait_until_says (acted, "Rests until", TRUE);
}

/* It comes back by itself when its date has passed, and on an earlier day it had not been answered yet. */
static void
test_answer_rests_between_its_days (Fixture       *fixture,
                                    gconstpointer  data)
{
  TlLinkSection *acted = get_section (fixture, TL_LINE_LINK_ACTED);

  open_risk (fixture, "R2");
  tl_link_section_set_expanded (acted, TRUE);
  tl_workbook_set_as_at (fixture->workbook, tl_day_new (2026, 5, 21));
  wait_until_says (acted, "Rests until", FALSE);
  tl_workbook_set_as_at (fixture->workbook, tl_day_new (2026, 5, 22));
  wait_until_says (acted, "Rests until", TRUE);
  tl_workbook_set_as_at (fixture->workbook, tl_day_new (2026, 6, 30));
  wait_until_says (acted, "Rests until", FALSE);
  /* Nothing can be done on another day. */
  g_assert_null (find_saying (get_section (fixture, TL_LINE_LINK_OWNED), GTK_TYPE_BUTTON, "Name an Accountable Owner"));
}

/* ── Mending ──────────────────────────────────────────────────────────────── */

static TlEditDialog *
find_dialog (Fixture *fixture)
{
  TlEditDialog *dialog = NULL;

  app_test_settle (fixture->window);
  dialog = app_test_find (fixture->window, TL_TYPE_EDIT_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

/* Keeps what the dialog has, and waits until it is gone. */
static void
save (Fixture      *fixture,
      TlEditDialog *dialog)
{
  gpointer pointer = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &pointer);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  while (pointer != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A watch that is answered rests: it no longer counts, and who said so until when stands by it. */
static void
test_answering_a_finding (Fixture       *fixture,
                          gconstpointer  data)
{
  TlLinkSection *acted = get_section (fixture, TL_LINE_LINK_ACTED);
  TlEditDialog *dialog = NULL;
  TlDraft *draft = NULL;
  guint n = 0;

  open_risk (fixture, "R1");
  tl_link_section_set_expanded (acted, TRUE);
  n = tl_risk_get_judgement (tl_risk_page_get_risk (fixture->page))->n_findings[TL_SEVERITY_WATCH];
  g_signal_emit_by_name (find_saying (acted, GTK_TYPE_BUTTON, "nswer…"), "clicked");
  dialog = find_dialog (fixture);
  draft = tl_edit_dialog_get_draft (dialog);
  app_test_assert_named (GTK_WIDGET (dialog));
  app_test_keep (fixture->window, "answer");

  /* Nothing is kept without the answer and a day that is still to come, and nothing typed is lost. */
  tl_draft_set_text (draft, "until_date", "9 June 2026");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  g_assert_nonnull (tl_field_row_get_problem (TL_FIELD_ROW (tl_edit_dialog_find_row (dialog, "reason"))));
  g_assert_nonnull (tl_field_row_get_problem (TL_FIELD_ROW (tl_edit_dialog_find_row (dialog, "until_date"))));
  g_assert_cmpstr (tl_draft_get_text (draft, "until_date"), ==, "9 June 2026");

  tl_draft_set_text (draft, "reason", "They differ: one is at night.");
  tl_draft_set_text (draft, "until_date", "9 July 2026");
  tl_draft_set_text (draft, "by", "P-MA");
  save (fixture, dialog);
  wait_until_says (acted, "“They differ: one is at night.” Rests until 9 July 2026.", TRUE);
  g_assert_cmpuint (tl_risk_get_judgement (tl_risk_page_get_risk (fixture->page))->n_findings[TL_SEVERITY_WATCH], ==, n - 1);

  tl_workbook_undo_async (fixture->workbook, NULL, NULL, NULL);
  wait_until_says (acted, "Rests until 9 July 2026.", FALSE);
}

/* One change a rating, as many as are made on a day: the day's own is corrected, since the higher of two would hold. */
static void
test_rating_a_risk (Fixture       *fixture,
                    gconstpointer  data)
{
  TlRiskPart *part = get_part (fixture, "ratings");
  TlEditDialog *dialog = NULL;
  TlRatingGrid *grid = NULL;
  TlDraft *draft = NULL;

  for (int impact = 4; impact >= 3; impact--)
    {
      g_autofree char *text = g_strdup_printf ("9 June 2026: likelihood 2, impact %d", impact);

      open_risk (fixture, "R9");
      g_signal_emit_by_name (find_saying (part, GTK_TYPE_BUTTON, "Rate…"), "clicked");
      dialog = find_dialog (fixture);
      draft = tl_edit_dialog_get_draft (dialog);
      grid = app_test_find (GTK_WIDGET (dialog), TL_TYPE_RATING_GRID);
      g_assert_cmpint (tl_rating_grid_get_impact (grid), ==, impact == 4 ? 3 : 4);
      g_assert_true (tl_draft_is_new (draft) == (impact == 4));
      app_test_assert_named (GTK_WIDGET (dialog));
      app_test_keep (fixture->window, "rating");
      tl_rating_grid_choose (grid, 2, impact);
      g_assert_cmpint ((int) tl_draft_get_number (draft, "likelihood"), ==, 2);
      g_assert_cmpint ((int) tl_draft_get_number (draft, "impact"), ==, impact);
      save (fixture, dialog);
      wait_until_says (part, text, TRUE);
      g_assert_cmpint (tl_risk_get_judgement (tl_risk_page_get_risk (fixture->page))->rating, ==, 2 * impact);
    }
  tl_workbook_undo_async (fixture->workbook, NULL, NULL, NULL);
  wait_until_says (part, "9 June 2026: likelihood 2, impact 4", TRUE);
}

/* Every button of every risk opens a dialog, which knows its risk. */
static void
test_every_remedy_opens (Fixture       *fixture,
                         gconstpointer  data)
{
  for (int remedy = TL_REMEDY_NONE + 1; remedy < TL_N_REMEDIES; remedy++)
    {
      AdwDialog *dialog = NULL;

      if (!tl_risk_mending_can ((TlRemedy) remedy))
        continue;
      open_risk (fixture, "R1");
      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "risk.mend", "(is)", remedy, "");
      dialog = app_test_find (fixture->window, ADW_TYPE_DIALOG);
      if (dialog == NULL)
        {
          /* These are only offered beside the row that they speak of; a review is started by the program's window. */
          g_assert_true (remedy == TL_REMEDY_UPDATE_ACTION || remedy == TL_REMEDY_SET_DUE || remedy == TL_REMEDY_SAY_WHO
                         || remedy == TL_REMEDY_SHARE_LEARNING || remedy == TL_REMEDY_ANSWER_CHALLENGE
                         || remedy == TL_REMEDY_START_REVIEW);
          continue;
        }
      app_test_settle (fixture->window);
      app_test_assert_named (GTK_WIDGET (dialog));
      adw_dialog_force_close (dialog);
      app_test_settle (fixture->window);
    }
}

/* ── The rating grid ──────────────────────────────────────────────────────── */

static void
test_rating_grid (void)
{
  TlRatingGrid *grid = g_object_new (TL_TYPE_RATING_GRID, NULL);
  GtkWidget *window = app_test_show (GTK_WIDGET (grid), 360, 400), *focus = NULL;
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (grid));
  g_autoptr (GtkEventController) keys = NULL;
  static const struct { guint key; int likelihood, impact; } pressed[] = {
    { GDK_KEY_4, 4, 1 }, { GDK_KEY_5, 4, 5 }, { GDK_KEY_Up, 5, 5 }, { GDK_KEY_Right, 5, 5 }, { GDK_KEY_Left, 5, 4 },
    { GDK_KEY_Down, 4, 4 }, { GDK_KEY_Home, 1, 1 }, { GDK_KEY_Down, 1, 1 }, { GDK_KEY_End, 5, 5 },
  };

  for (guint i = 0; keys == NULL || !GTK_IS_EVENT_CONTROLLER_KEY (keys); i++)
    {
      g_clear_object (&keys);
      keys = g_list_model_get_item (controllers, i);
    }
  tl_rating_grid_mark (grid, 4, 4, "24 November 2025, as found by the inspection", FALSE);
  tl_rating_grid_mark (grid, 4, 5, "22 May 2026", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  for (guint i = 0; i < G_N_ELEMENTS (pressed); i++)
    {
      gboolean handled = FALSE;

      g_signal_emit_by_name (keys, "key-pressed", pressed[i].key, 0, 0, &handled);
      g_assert_true (handled);
      g_assert_cmpint (tl_rating_grid_get_likelihood (grid), ==, pressed[i].likelihood);
      g_assert_cmpint (tl_rating_grid_get_impact (grid), ==, pressed[i].impact);
    }
  tl_rating_grid_choose (grid, 4, 5);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL, "Likelihood 4, impact 5: 20, high");
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "22 May 2026");
  gtk_test_accessible_assert_state (focus, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_role (focus, GTK_ACCESSIBLE_ROLE_RADIO);
  app_test_assert_named (window);
  app_test_keep (window, "rating-grid");
  g_object_unref (controllers);
  app_test_close (window);
}

/* Ten thousand characters without a space to break at, wherever a risk has words of its own, ask for no wider window. */
static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const columns[] = { "baseline_issue", "root_cause", "immediate_control", "corrective_action", "intended_outcome",
                                          "title" };
  TlRisk *risk = app_workbook_find_risk (fixture->workbook, "R1");
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autofree char *text = g_strnfill (10000, 'x');
  GtkWidget *window = NULL;
  TlRiskPage *page = g_object_new (TL_TYPE_RISK_PAGE, "workbook", fixture->workbook, NULL);
  int minimum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tl_change_set_text (change, "risk", tl_record_get_id (TL_RECORD (risk)), columns[i], text);
  tl_workbook_apply_async (fixture->workbook, change, NULL, NULL, NULL);
  while (g_strcmp0 (tl_risk_get_judgement (risk)->facts->root_cause, text) != 0)
    g_main_context_iteration (NULL, TRUE);
  tl_risk_page_set_risk (page, risk);
  for (TlLineLink link = TL_LINE_LINK_FOUND; link <= TL_LINE_LINK_DEFINED; link++)
    tl_risk_page_expand (page, link, TRUE);
  window = app_test_show (GTK_WIDGET (page), 360, 700);
  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (says (page, "x…"));
  app_test_keep (window, "page-long-text");
  app_test_close (window);
}

/* What is shown of a long text is its beginning, with places to break; of others, all. */
static void
test_fitted_text (void)
{
  g_autofree char *whole = tl_fitted_text ("Überall gleich, auch nachts", 27), *cut = tl_fitted_text ("Überall", 3);
  g_autofree char *run = g_strnfill (100, 'x'), *broken = tl_fitted_text (run, 200), *none = tl_fitted_text (NULL, 3);

  g_assert_cmpstr (whole, ==, "Überall gleich, auch nachts");
  g_assert_cmpstr (cut, ==, "Übe…");
  g_assert_cmpint (g_utf8_strlen (broken, -1), ==, 102);
  g_assert_cmpstr (none, ==, "");
}

/* With text twice as large it still has room in the narrowest window. */
static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  TlRiskPage *page = g_object_new (TL_TYPE_RISK_PAGE, "workbook", fixture->workbook, NULL);
  GtkWidget *window = NULL;
  int minimum = 0;

  app_test_set_text (2);
  tl_risk_page_set_risk (page, app_workbook_find_risk (fixture->workbook, "R2"));
  for (TlLineLink link = TL_LINE_LINK_FOUND; link <= TL_LINE_LINK_SUSTAINED; link++)
    tl_risk_page_expand (page, link, TRUE);
  window = app_test_show (GTK_WIDGET (page), 360, 4000);
  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_test_keep (window, "page-large-text");
  app_test_close (window);
  app_test_set_text (1);
}

/* ── Looks ────────────────────────────────────────────────────────────────── */

/* For a person to look at; everything fits as narrow as a telephone, and mirrored. */
static void
test_looks (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const refs[] = { "R1", "R2", "R4", "R13", "R19" };
  guint n = g_getenv ("TL_PICTURES") != NULL ? G_N_ELEMENTS (refs) : 1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("page-%s", refs[i]);

      open_risk (fixture, refs[i]);
      app_test_keep (fixture->window, name);
    }
  app_test_set_dark (TRUE);
  app_test_keep (fixture->window, "page-dark");
  app_test_set_dark (FALSE);
  for (TlLineLink link = TL_LINE_LINK_FOUND; link <= TL_LINE_LINK_SUSTAINED; link++)
    tl_risk_page_expand (fixture->page, link, TRUE);
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("page-narrow-%s", refs[i]);

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 4000);
      open_risk (fixture, refs[i]);
      app_test_keep (fixture->window, name);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  open_risk (fixture, "R1");
  app_test_keep (fixture->window, "page-narrow-mirrored");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add ("/risk-page/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("missing-link-says-what-to-do", test_missing_link_says_what_to_do);
  ADD ("says-what-is-concluded", test_says_what_is_concluded);
  ADD ("closing-conditions", test_closing_conditions);
  ADD ("linked-risks-open", test_linked_risks_open);
  ADD ("rating-history", test_rating_history);
  ADD ("standards-and-crosswalk", test_standards_and_crosswalk);
  ADD ("choosing-standards", test_choosing_standards);
  ADD ("answer-is-shown-and-withdrawn", test_answer_is_shown_and_withdrawn);
  ADD ("answer-rests-between-its-days", test_answer_rests_between_its_days);
  ADD ("answering-a-finding", test_answering_a_finding);
  ADD ("rating-a-risk", test_rating_a_risk);
  ADD ("every-remedy-opens", test_every_remedy_opens);
  ADD ("long-text", test_long_text);
  ADD ("large-text", test_large_text);
  ADD ("looks", test_looks);
  g_test_add_func ("/risk-page/fitted-text", test_fitted_text);
  g_test_add_func ("/risk-page/rating-grid", test_rating_grid);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
