/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-recovery.h"

#include "tl-link-section.h"
#include "tl-workbook-commands.h"

/* The day on which all of it is written down: a Tuesday, with the week before it ended. */
#define TODAY "2026-06-09"

/* ── What the page says ───────────────────────────────────────────────────── */

static TlLinkSection *
find_section (AppRecovery    *fixture,
              TlLineLink  link)
{
  static const char * const names[] = { "found_section", "owned_section", "defined_section", "acted_section",
                                        "evidenced_section", "improved_section", "even_section", "sustained_section" };
  GObject *section = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), TL_TYPE_RISK_PAGE,
                                                    names[link - TL_LINE_LINK_FOUND]);

  return TL_LINK_SECTION (section);
}

/* The button of a link's head is what a screen reader says of it, and what is seen beside it. */
void
app_recovery_assert_says (AppRecovery    *fixture,
             TlLineLink  link,
             const char *sentence)
{
  GtkWidget *header = app_test_find (GTK_WIDGET (find_section (fixture, link)), GTK_TYPE_TOGGLE_BUTTON);

  gtk_test_accessible_assert_property (header, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
}

/* Whether the page, or a part of it, says something in as many words. */
void
app_recovery_assert_shows (AppRecovery    *fixture,
              const char *sentence)
{
  if (!app_test_says (GTK_WIDGET (fixture->page), sentence))
    g_error ("The page doesn't say “%s”", sentence);
}

/* A day of the workbook's own, as the sample has one, so that nothing here depends on the calendar. */
void
app_recovery_settle_today (AppRecovery *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_set_key_async (fixture->workbook, TL_KEY_TODAY, TODAY, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, result, NULL));
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
}

gboolean
app_recovery_has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

gboolean
app_recovery_has_no_dialog (gpointer window)
{
  return !app_recovery_has_dialog (window) && app_workbook_is_quiet (tl_window_get_workbook (window));
}

void
app_recovery_end (AppRecovery *fixture)
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
