/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-stops.h"

#include "app-practice.h"
#include "app-spoken.h"
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-editing.h"
#include "tl-help-window.h"
#include "tl-import-dialog.h"
#include "tl-window-exchange.h"

typedef GtkWidget *(*OpenFunc) (AppStops *self);

/* ── What isn't a view, nor opened by an action of one ────────────────────── */

static GFile *
write_file (AppStops   *self,
            const char *name,
            const char *text)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  GFile *file = g_file_get_child (folder, name);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  return file;
}

static AdwDialog *
get_dialog (AppStops *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

/* Whether nothing in a dialog is under way any more. */
static gboolean
is_read (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);
  GtkWidget *spinner = dialog != NULL ? app_test_find (GTK_WIDGET (dialog), ADW_TYPE_SPINNER) : NULL;
  GtkWidget *bar = dialog != NULL ? app_test_find (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR) : NULL;

  return dialog != NULL && (spinner == NULL || !gtk_widget_get_mapped (spinner)) && (bar == NULL || !gtk_widget_get_mapped (bar));
}

static gboolean
is_past_busy (gpointer data)
{
  GObject *stack = gtk_widget_get_template_child (GTK_WIDGET (get_dialog (data)), TL_TYPE_IMPORT_DIALOG, "stack");

  return is_read (data) && !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "busy");
}

static GtkWidget *
import (AppStops   *self,
        const char *name,
        const char *text)
{
  g_autoptr (GFile) file = write_file (self, name, text);

  app_spoken_add_data (name, text);
  tl_window_import (self->window, file);
  app_window_wait (is_past_busy, self);
  return GTK_WIDGET (self->window);
}

static GtkWidget *
open_import_with_mistakes (AppStops *self)
{
  return import (self, "Risks.csv", "Ref,Title,Likelihood\nR1,Medicines missed,often\nR2,Late calls,six\n");
}

static GtkWidget *
open_import_that_works (AppStops *self)
{
  app_spoken_add_data ("Risks R1", "");
  return import (self, "Risks.csv", "Ref,Title,Likelihood\nR1,Medicines missed,2\nN1,Night cover,4\n");
}

/* A tracker that isn't ours. */
static GtkWidget *
open_mapping (AppStops *self)
{
  return import (self, "Tracker.csv",
                 "No.,Area of concern,Action required,Lead,Target date,RAG,Comments\n"
                 "1,Medicines not always signed for,Weekly audit of medicines charts,Meriel Achebe,30/06/2026,Amber,Two done\n"
                 "2,Safeguarding referrals made late,Brief every shift on thresholds,Nasreen Dhillon,TBC,Red,\n");
}

static GtkWidget *
open_merge (AppStops *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autoptr (GFile) other = g_file_get_child (folder, "Tannery.throughline");

  app_workbook_save_another (other);
  app_spoken_add_data ("Tannery.throughline", "Calls that come late");
  tl_window_merge (self->window, other);
  app_window_wait (is_read, self);
  return GTK_WIDGET (self->window);
}

static GtkWidget *
open_help (AppStops *self)
{
  tl_help_window_present (GTK_APPLICATION (tl_application_get ()), "places");
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (tl_application_get ())); l != NULL; l = l->next)
    if (TL_IS_HELP_WINDOW (l->data))
      self->beside = l->data;
  return self->beside;
}

static GtkWidget *
open_practice (AppStops *self)
{
  self->beside = GTK_WIDGET (tl_application_practise (tl_application_get ()));
  app_window_wait (app_practice_has_looked, self->beside);
  return self->beside;
}

static GtkWidget *
open_case (AppStops *self)
{
  open_practice (self);
  app_practice_open_case (TL_PRACTICE_WINDOW (self->beside), "saltings");
  return self->beside;
}

/* ── All of them ──────────────────────────────────────────────────────────── */

typedef struct
{
  const char *name;
  const char *view;
  const char *risk;
  /* What is opened from there. */
  const char *action;
  OpenFunc open;
} Stop;

static const Stop stops[] = {
  { "overview", "overview" },
  { "risks", "risks" },
  { "a risk", "risks", "R1" },
  { "what was recorded", "risks", "R1", "win.choose-recorded" },
  { "naming an owner", "risks", "R2", "risk.name-owner" },
  { "standards", "risks", "R1", "risk.choose-standards" },
  { "printing a risk", "risks", "R1", "win.print" },
  { "owners", "owners", "R1" },
  { "printing owners", "owners", "R1", "win.print" },
  { "timeline", "timeline", "R1" },
  { "places", "places", "R1" },
  { "adding a place", "places", "R1", "win.add" },
  { "printing places", "places", "R1", "win.print" },
  { "reviews", "reviews" },
  { "starting a review", "reviews", NULL, "win.add" },
  { "erasing", "reviews", NULL, "win.erase" },
  { "backups", "reviews", NULL, "win.restore-backup" },
  { "people", "people" },
  { "history", "history" },
  { "preferences", "risks", NULL, "app.preferences" },
  { "shortcuts", "risks", NULL, "app.shortcuts" },
  { "about", "risks", NULL, "app.about" },
  { "an import with mistakes", "risks", .open = open_import_with_mistakes },
  { "an import that works", "risks", .open = open_import_that_works },
  { "a tracker of others", "risks", .open = open_mapping },
  { "merging", "risks", .open = open_merge },
  { "help", "places", .open = open_help },
  { "practice", "risks", .open = open_practice },
  { "a practice case", "risks", .open = open_case },
};

static GArray *forms;

/* Tables that have a form. */
static GArray *
list_forms (void)
{
  if (forms != NULL)
    return forms;
  forms = g_array_new (FALSE, FALSE, sizeof (TlTable));
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      g_autofree char *path = g_strdup_printf ("/org/throughline/Throughline/editing/%s.ui", tl_layout_get (table)->name);
      g_autofree char *name = g_strdelimit (g_strdup (path), "_", '-');

      if (g_resources_get_info (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        g_array_append_val (forms, table);
    }
  return forms;
}

guint
app_stops_count (void)
{
  return G_N_ELEMENTS (stops) + list_forms ()->len;
}

static const Stop *
get_stop (guint stop)
{
  return stop < G_N_ELEMENTS (stops) ? &stops[stop] : NULL;
}

static TlTable
get_form (guint stop)
{
  return g_array_index (list_forms (), TlTable, stop - G_N_ELEMENTS (stops));
}

const char *
app_stops_get_name (guint stop)
{
  return get_stop (stop) != NULL ? get_stop (stop)->name : tl_layout_get (get_form (stop))->name;
}

/* Whether it is the window itself that is looked at. */
gboolean
app_stops_is_view (guint stop)
{
  return get_stop (stop) != NULL && get_stop (stop)->action == NULL && get_stop (stop)->open == NULL;
}

void
app_stops_set_up (AppStops *self,
                  int       width)
{
  self->file = app_window_copy_sample ();
  self->window = app_window_open (self->file);
  self->width = width;
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 740);
  app_test_settle (GTK_WIDGET (self->window));
}

void
app_stops_tear_down (AppStops *self)
{
  app_stops_close (self);
  app_window_close (self->window);
  g_clear_object (&self->file);
}

/* Goes there, and gives the window to look at. */
GtkWidget *
app_stops_open (AppStops *self,
                guint     number)
{
  TlWorkbook *workbook = tl_window_get_workbook (self->window);
  const Stop *stop = get_stop (number);
  GtkWidget *root = GTK_WIDGET (self->window);

  if (stop != NULL)
    {
      TlView *view = tl_window_show_view (self->window, stop->view);

      g_object_set (self->window, "risk", stop->risk != NULL ? app_workbook_find_risk (workbook, stop->risk) : NULL, NULL);
      app_test_settle (root);
      if (stop->open != NULL)
        root = stop->open (self);
      else if (stop->action != NULL)
        {
          GtkWidget *from = app_spoken_find_action (GTK_WIDGET (view), stop->action);

          g_assert_true (gtk_widget_activate_action (from != NULL ? from : root, stop->action, NULL));
        }
    }
  else
    tl_editing_new (root, workbook, get_form (number), NULL);
  if (self->beside != NULL)
    gtk_window_set_default_size (GTK_WINDOW (self->beside), self->width, 740);
  app_test_settle (root);
  if (!app_stops_is_view (number) && self->beside == NULL)
    g_assert_nonnull (get_dialog (self));
  return root;
}

void
app_stops_close (AppStops *self)
{
  AdwDialog *dialog = get_dialog (self);

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  if (self->beside != NULL)
    app_window_close ((gpointer) g_steal_pointer (&self->beside));
  app_test_settle (GTK_WIDGET (self->window));
}
