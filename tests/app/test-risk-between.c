/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-owner-dialog.h"
#include "tl-risks-view.h"
#include "tl-standards-dialog.h"
#include "tl-workbook-undo.h"

/* What comes between somebody's looking at a risk, or changing it, and what they do next. */

static gboolean
is_unknown (TlRisk *risk)
{
  return tl_risk_get_judgement (risk) == NULL;
}

/* Its beginning is put off to a later day while its page is open: whatever asks for what is known of it is off, and asking
 * all the same does nothing. When it is put right all is as before. */
static void
test_put_off (void)
{
  TlWorkbook *workbook = app_workbook_open_sample ();
  TlRisksView *view = g_object_new (TL_TYPE_RISKS_VIEW, "workbook", workbook, NULL);
  GtkWidget *window = app_test_show (GTK_WIDGET (view), 1194, 720);
  TlRiskPage *page = tl_risks_view_get_page (view);
  TlRisk *risk = app_workbook_find_risk (workbook, "R1");
  g_autoptr (TlChange) change = tl_change_new ("risk.edit");
  static const char * const actions[] = { "risk.choose-standards", "risk.name-owner", "findings.show-all" };

  tl_risk_page_set_risk (page, risk);
  app_test_settle (window);
  tl_change_set_day (change, "risk", tl_record_get_id (TL_RECORD (risk)), "opened", tl_workbook_get_today (workbook) + 10);
  tl_workbook_apply_async (workbook, change, NULL, NULL, NULL);
  while (!is_unknown (risk) || !app_workbook_is_quiet (workbook))
    g_main_context_iteration (NULL, TRUE);
  app_test_settle (window);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (page), actions[i], NULL);
      app_test_settle (window);
      if (app_test_find (window, ADW_TYPE_DIALOG) != NULL)
        g_error ("%s asks for something", actions[i]);
    }

  tl_workbook_undo_async (workbook, NULL, NULL, NULL);
  while (is_unknown (risk) || !app_workbook_is_quiet (workbook))
    g_main_context_iteration (NULL, TRUE);
  app_test_settle (window);
  gtk_widget_activate_action (GTK_WIDGET (page), "risk.choose-standards", NULL);
  app_test_settle (window);
  g_assert_nonnull (app_test_find (window, TL_TYPE_STANDARDS_DIALOG));

  app_test_close (window);
  app_workbook_close (workbook);
}

static gboolean
is_answered_for (gpointer workbook)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement (app_workbook_find_risk (workbook, "R2"));

  return risk != NULL && risk->owner != NULL && g_str_equal (risk->owner->person->name, "Nasreen Dhillon");
}

/* Who closes a dialog before what it keeps is kept has it kept all the same. */
static void
test_closed (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  TlWorkbook *workbook = tl_window_get_workbook (window);
  AdwDialog *dialog = ADW_DIALOG (tl_owner_dialog_new (workbook, app_workbook_find_risk (workbook, "R2")));
  GtkEditable *search;

  g_assert_false (is_answered_for (workbook));
  adw_dialog_present (dialog, GTK_WIDGET (window));
  app_test_settle (GTK_WIDGET (window));
  search = app_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (search, "nasreen");
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (search, "activate");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "owner.save", NULL);
  adw_dialog_close (dialog);
  app_window_wait (is_answered_for, workbook);
  app_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/risk-between/closed", test_closed);
  g_test_add_func ("/risk-between/put-off", test_put_off);
}

int
main (int    argc,
      char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
