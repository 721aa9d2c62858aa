/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-gestures.h"

#include "bench-window.h"
#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-readings-dialog.h"
#include "tl-title-field.h"

/* Far enough up the list for all of them to be there at once. */
#define MOST_OPENED 16

/* ── The register ─────────────────────────────────────────────────────────── */

static void
close_page (BenchHands *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "risks.close-page", NULL);
}

/* Another one each time. */
static void
open_page (BenchHands *self)
{
  gtk_single_selection_set_selected (self->view->selection, self->n_opened++ % MOST_OPENED);
}

static void
open_next (BenchHands *self)
{
  gtk_single_selection_set_selected (self->view->selection, gtk_single_selection_get_selected (self->view->selection) + 1);
}

static void
open_search (BenchHands *self)
{
  close_page (self);
  tl_risks_arrangement_set_search (self->view->arrangement, "");
  tl_risks_view_search (self->view);
}

static void
search (BenchHands *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->view->search_entry), "me");
}

static void
search_nothing (BenchHands *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->view->search_entry), "");
}

static void
prepare_search (BenchHands *self)
{
  open_search (self);
  bench_gestures_wait (self);
  search (self);
}

static void
end_search (BenchHands *self)
{
  tl_risks_arrangement_set_search (self->view->arrangement, "");
  gtk_search_bar_set_search_mode (self->view->search_bar, FALSE);
  close_page (self);
}

static void
choose_high (BenchHands *self)
{
  tl_risks_arrangement_set_choices (self->view->arrangement, TL_RISK_CHOICE_OPEN | TL_RISK_CHOICE_HIGH);
}

static void
choose_open (BenchHands *self)
{
  tl_risks_arrangement_set_choices (self->view->arrangement, TL_RISK_CHOICE_OPEN);
}

static void
sort_by_owner (BenchHands *self)
{
  tl_risks_arrangement_set_order (self->view->arrangement, TL_RISKS_ORDER_OWNER, FALSE);
}

static void
sort_by_ref (BenchHands *self)
{
  tl_risks_arrangement_set_order (self->view->arrangement, TL_RISKS_ORDER_REF, FALSE);
}

static void
group_by_owner (BenchHands *self)
{
  tl_risks_arrangement_set_grouping (self->view->arrangement, TL_RISKS_GROUPING_OWNER);
}

static void
group_by_nothing (BenchHands *self)
{
  tl_risks_arrangement_set_grouping (self->view->arrangement, TL_RISKS_GROUPING_NONE);
}

static void
show_overview (BenchHands *self)
{
  tl_window_show_view (self->window, "overview");
}

static void
show_register (BenchHands *self)
{
  tl_window_show_view (self->window, "risks");
}

static const BenchGesture register_gestures[] = {
  { "opening a risk", close_page, open_page },
  { "the next risk", open_page, open_next },
  { "closing a risk", open_page, close_page },
  { "searching", open_search, search },
  { "searching for nothing", prepare_search, search_nothing },
  { "ending a search", prepare_search, end_search },
  { "choosing those that are high", choose_open, choose_high },
  { "choosing all open ones", choose_high, choose_open },
  { "sorting by owner", sort_by_ref, sort_by_owner },
  { "grouping by owner", group_by_nothing, group_by_owner },
  { "grouping by nothing", group_by_owner, group_by_nothing },
  { "the overview", show_register, show_overview },
  { "the register", show_overview, show_register },
};

/* ── Days ─────────────────────────────────────────────────────────────────── */

static void
show_last_month (BenchHands *self)
{
  tl_workbook_set_as_at (self->workbook, tl_workbook_get_today (self->workbook) - 30);
}

static void
show_today (BenchHands *self)
{
  tl_workbook_set_as_at (self->workbook, tl_workbook_get_today (self->workbook));
}

static void
prepare_today (BenchHands *self)
{
  show_register (self);
  close_page (self);
  show_today (self);
}

static void
prepare_today_beside_page (BenchHands *self)
{
  show_register (self);
  open_page (self);
  show_today (self);
}

static const BenchGesture day_gestures[] = {
  { "as at a month ago", prepare_today, show_last_month },
  { "as at today", show_last_month, show_today },
  { "as at a month ago beside a risk", prepare_today_beside_page, show_last_month },
};

/* ── Edits ────────────────────────────────────────────────────────────────── */

static AdwDialog *
get_dialog (BenchHands *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static void
close_dialog (BenchHands *self)
{
  AdwDialog *dialog = get_dialog (self);

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
}

static GtkWidget *
get_page (BenchHands *self)
{
  return GTK_WIDGET (tl_risks_view_get_page (self->view));
}

static void
begin_title (BenchHands *self)
{
  gtk_widget_activate_action (get_page (self), "risk.rename", NULL);
}

static void
keep_title (BenchHands *self)
{
  GtkWidget *entry = bench_window_find (bench_window_find (get_page (self), TL_TYPE_TITLE_FIELD), GTK_TYPE_ENTRY);
  g_autofree char *title = g_strdup_printf ("Edited %u times", ++self->n_edits);

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "activate");
}

static void
prepare_page (BenchHands *self)
{
  close_dialog (self);
  open_page (self);
}

static void
prepare_title (BenchHands *self)
{
  prepare_page (self);
  bench_gestures_wait (self);
  begin_title (self);
}

static void
prepare_undo (BenchHands *self)
{
  prepare_title (self);
  bench_gestures_wait (self);
  keep_title (self);
}

static void
undo (BenchHands *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
}

static void
prepare_redo (BenchHands *self)
{
  prepare_undo (self);
  bench_gestures_wait (self);
  undo (self);
}

static void
redo (BenchHands *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.redo", NULL);
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

/* The next risk that has something to be answered, with all that is found shown. */
static void
prepare_answer (BenchHands *self)
{
  for (guint i = 0; i < MOST_OPENED; i++)
    {
      prepare_page (self);
      bench_gestures_wait (self);
      tl_risk_page_show_findings (TL_RISK_PAGE (get_page (self)));
      bench_gestures_wait (self);
      if (find_button (get_page (self), "risk.answer") != NULL)
        return;
    }
  g_error ("There is no finding to answer");
}

static void
open_answer (BenchHands *self)
{
  GtkWidget *button = find_button (get_page (self), "risk.answer");

  gtk_widget_activate_action_variant (button, "risk.answer", gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)));
}

static void
prepare_keeping_answer (BenchHands *self)
{
  TlDraft *draft;

  prepare_answer (self);
  open_answer (self);
  bench_gestures_wait (self);
  draft = tl_edit_dialog_get_draft (TL_EDIT_DIALOG (get_dialog (self)));
  tl_draft_set_text (draft, "reason", "Looked at, and nothing more can be done before the works are over.");
  tl_draft_set_day (draft, "until_date", tl_workbook_get_today (self->workbook) + 30);
}

static void
keep_answer (BenchHands *self)
{
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (self)), "edit.save", NULL);
}

static void
open_sheet (BenchHands *self)
{
  TlRisk *risk = tl_view_get_risk (TL_VIEW (self->view));

  tl_readings_dialog_present (get_page (self), self->workbook,
                              &tl_risk_get_judgement (risk)->primary->facts->base.id);
}

static void
type_reading (BenchHands *self)
{
  TlReadingsGrid *grid = tl_readings_dialog_get_grid (TL_READINGS_DIALOG (get_dialog (self)));

  tl_readings_grid_set_text (grid, tl_readings_grid_get_n_rows (grid) - 1, 0, self->n_edits++ % 2 == 0 ? "28/30" : "29/30");
}

static void
prepare_reading (BenchHands *self)
{
  prepare_page (self);
  bench_gestures_wait (self);
  open_sheet (self);
}

static void
prepare_keeping_reading (BenchHands *self)
{
  prepare_reading (self);
  bench_gestures_wait (self);
  type_reading (self);
}

static void
keep_readings (BenchHands *self)
{
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (self)), "readings.save", NULL);
}

static void
edit_risk (BenchHands *self)
{
  tl_editing_open (get_page (self), self->workbook, TL_TABLE_RISK,
                   tl_record_get_id (TL_RECORD (tl_view_get_risk (TL_VIEW (self->view)))));
}

/* What a dialog takes by itself, since its shadow and everything beneath is drawn anew with each step of its coming. */
static void
open_empty (BenchHands *self)
{
  AdwDialog *dialog = adw_dialog_new ();

  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

static const BenchGesture edit_gestures[] = {
  { "a dialog without anything in it", prepare_page, open_empty },
  { "beginning a new title", prepare_page, begin_title },
  { "keeping a new title", prepare_title, keep_title },
  { "undoing it", prepare_undo, undo },
  { "redoing it", prepare_redo, redo },
  { "the form of a risk", prepare_page, edit_risk },
  { "answering a finding", prepare_answer, open_answer },
  { "keeping the answer", prepare_keeping_answer, keep_answer },
  { "the sheet of readings", prepare_page, open_sheet },
  { "typing a reading", prepare_reading, type_reading },
  { "keeping it", prepare_keeping_reading, keep_readings },
};

/* ── The first time ───────────────────────────────────────────────────────── */

static void
search_first (BenchHands *self)
{
  open_search (self);
  search (self);
}

static void
open_days (BenchHands *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.choose-day", NULL);
}

static void
open_filters (BenchHands *self)
{
  gtk_menu_button_popup (self->view->filters_button);
}

static void
open_options (BenchHands *self)
{
  gtk_menu_button_popup (self->view->options_button);
}

static void
close_menus (BenchHands *self)
{
  gtk_menu_button_popdown (self->view->filters_button);
  gtk_menu_button_popdown (self->view->options_button);
  show_register (self);
}

/* In this order, as each leaves things as the next finds them. */
static const BenchGesture first_gestures[] = {
  { "the first search", NULL, search_first },
  { "the first risk", end_search, open_page },
  { "the first title", NULL, begin_title },
  { "the first form of a risk", prepare_page, edit_risk },
  { "the first answer", prepare_answer, open_answer },
  { "the first sheet of readings", prepare_page, open_sheet },
  { "the first filters", close_dialog, open_filters },
  { "the first choice of columns", close_menus, open_options },
  { "the first overview", close_menus, show_overview },
  { "the first choice of a day", show_register, open_days },
};

static const BenchGestureGroup groups[] = {
  { "register", register_gestures, G_N_ELEMENTS (register_gestures), FALSE },
  { "days", day_gestures, G_N_ELEMENTS (day_gestures), FALSE },
  { "edits", edit_gestures, G_N_ELEMENTS (edit_gestures), FALSE },
  { "first", first_gestures, G_N_ELEMENTS (first_gestures), TRUE },
};

const BenchGestureGroup *
bench_gestures_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].name, name))
      return &groups[i];
  return NULL;
}
