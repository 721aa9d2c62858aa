/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-busy.h"

#include <string.h>

#include "app-test.h"
#include "app-window.h"
#include "tl-edit-dialog.h"
#include "tl-store-history.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"

/* What asks the desktop for something, leaves the workbook, or isn't taken back by an undo: what others did comes back only
 * from the history. */
static const char * const left_alone[] = {
  "app.", "window.", "win.save-as", "win.export", "win.import", "win.merge-other", "win.save-template", "win.remove",
  "win.erase", "win.restore-backup", "win.start-empty", "win.explain-saving", "win.merge-kept", "attachments.",
  "attachment.", "erase.", "import.", "merge.", "backup.", "entry.take-back", "print.print", "print.save", NULL,
};
static const char * const views[] = { "overview", "risks", "owners", "timeline", "places", "reviews" };
static const char * const texts[] = {
  "", "me", "Weekly audit of medicines records", "12", "31/03/2026", "R1", "Falls at night; who checks, and when?", "50",
  "2026-06-09", "Night staff hand over in writing",
};

/* Until the window is as it was, whatever was on its way. */
#define MOST_TRIES 100

/* One thing that can be done. */
typedef struct
{
  GtkWidget *widget;
  /* An action's name; without one the widget is what it is. */
  const char *action;
} Way;

static gboolean
is_left_alone (const char *action)
{
  for (guint i = 0; left_alone[i] != NULL; i++)
    {
      if (g_str_has_prefix (action, left_alone[i]))
        return TRUE;
    }
  return FALSE;
}

static void
add_way (GArray     *ways,
         GtkWidget  *widget,
         const char *action)
{
  Way way = { widget, action };

  g_array_append_val (ways, way);
}

/* Those of our own classes that need nothing to be said with them. */
static void
add_actions (GArray    *ways,
             GtkWidget *widget)
{
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, &parameter, &property); i++)
    {
      if (g_str_has_prefix (g_type_name (owner), "Tl") && parameter == NULL && !is_left_alone (name))
        add_way (ways, widget, name);
    }
}

static gboolean
is_way (GtkWidget *widget)
{
  const char *action = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  if (GTK_IS_LINK_BUTTON (widget) || GTK_IS_WINDOW_CONTROLS (widget) || (action != NULL && is_left_alone (action)))
    return FALSE;
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget)
         || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_VIEW (widget);
}

static void
find_ways (GArray    *ways,
           GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) || GTK_IS_WINDOW_CONTROLS (widget))
    return;
  add_actions (ways, widget);
  if (is_way (widget))
    add_way (ways, widget, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_ways (ways, child);
}

static guint
pick (AppBusy *self,
      guint    n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

static void
note (AppBusy    *self,
      const char *what)
{
  if (self->kinds == NULL)
    self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self->tells)
    g_test_message ("%u: %s", self->n_acts, what);
  g_hash_table_add (self->kinds, g_strdup (what));
}

static GtkSelectionModel *
get_selection (GtkWidget *list)
{
  return GTK_IS_COLUMN_VIEW (list) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (list))
                                   : gtk_list_view_get_model (GTK_LIST_VIEW (list));
}

static void
choose_row (AppBusy   *self,
            GtkWidget *list)
{
  GtkSelectionModel *selection = get_selection (list);
  guint n = selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (selection)) : 0;

  if (n > 0)
    gtk_selection_model_select_item (selection, pick (self, n), TRUE);
}

static void
choose_word (AppBusy     *self,
             GtkDropDown *list)
{
  guint n = gtk_drop_down_get_model (list) != NULL ? g_list_model_get_n_items (gtk_drop_down_get_model (list)) : 0;

  if (n > 0)
    gtk_drop_down_set_selected (list, pick (self, n));
}

static void
type (AppBusy   *self,
      GtkWidget *widget)
{
  const char *text = texts[pick (self, G_N_ELEMENTS (texts))];

  if (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else if (GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

/* As the pointer does: the keyboard comes along, and a button is clicked at once. */
static void
press (GtkWidget *widget)
{
  gtk_widget_grab_focus (widget);
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    gtk_widget_activate (widget);
}

static void
follow (AppBusy   *self,
        const Way *way)
{
  /* It may be gone before it has done what it was asked. */
  g_autoptr (GtkWidget) widget = g_object_ref (way->widget);

  note (self, way->action != NULL ? way->action : G_OBJECT_TYPE_NAME (widget));
  if (way->action != NULL)
    gtk_widget_activate_action (widget, way->action, NULL);
  else if (GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_VIEW (widget))
    choose_row (self, widget);
  else if (GTK_IS_DROP_DOWN (widget))
    choose_word (self, GTK_DROP_DOWN (widget));
  else if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    type (self, widget);
  else
    press (widget);
}

/* The same text into each field of what is in sight, so that now and then it is what all of them take. */
static void
fill (GtkWidget  *widget,
      const char *text)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    fill (child, text);
}

static AdwDialog *
get_dialog (AppBusy *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static void
press_something (AppBusy *self)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (Way));
  AdwDialog *dialog = get_dialog (self);

  find_ways (ways, dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (self->window));
  if (ways->len > 0)
    follow (self, &g_array_index (ways, Way, pick (self, ways->len)));
}

/* A day of the past year. */
static void
choose_day (AppBusy *self)
{
  TlWorkbook *workbook = tl_window_get_workbook (self->window);

  note (self, "another day");
  tl_workbook_set_as_at (workbook, tl_workbook_get_today (workbook) - (TlDay) pick (self, 365));
}

static gboolean
is_quiet (gpointer data)
{
  AppBusy *self = data;

  return !tl_workbook_get_busy (tl_window_get_workbook (self->window));
}

/* Until all that was begun is done; frames are painted when there is something new to see. */
void
app_busy_settle (AppBusy *self)
{
  app_window_wait (is_quiet, self);
  for (guint i = 0; i < 1000 && g_main_context_iteration (NULL, FALSE); i++)
    continue;
}

/* One thing, and what comes of it. */
void
app_busy_act (AppBusy *self)
{
  guint dice = pick (self, 100);
  AdwDialog *dialog = get_dialog (self);

  self->n_acts++;
  if (TL_IS_EDIT_DIALOG (dialog) && dice < 25)
    {
      note (self, "fill in a form");
      fill (GTK_WIDGET (dialog), texts[1 + pick (self, G_N_ELEMENTS (texts) - 1)]);
      gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
    }
  else if (dialog != NULL && dice > 92)
    {
      note (self, "close a dialog");
      adw_dialog_close (dialog);
    }
  else if (dialog == NULL && dice < 8)
    {
      note (self, "another view");
      tl_window_show_view (self->window, views[pick (self, G_N_ELEMENTS (views))]);
    }
  else if (dialog == NULL && dice < 10)
    {
      choose_day (self);
    }
  else if (dialog == NULL && dice < 14)
    {
      note (self, "back to today");
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.today", NULL);
    }
  else if (dialog == NULL && dice < 24)
    {
      note (self, "add something");
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.add", NULL);
    }
  else if (dialog == NULL && dice < 30)
    {
      note (self, "undo or redo");
      gtk_widget_activate_action (GTK_WIDGET (self->window), dice < 28 ? "win.undo" : "win.redo", NULL);
    }
  else
    {
      press_something (self);
    }
  app_busy_settle (self);
  /* What is in a dialog is there once it has been painted. */
  if (get_dialog (self) != dialog && get_dialog (self) != NULL)
    app_test_settle (GTK_WIDGET (self->window));
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlHistoryEntry) undo = NULL, redo = NULL;
  g_autoptr (GError) error = NULL;

  tl_store_find_undo_finish (TL_STORE (source), result, &undo, &redo, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Until the window knows what can be taken back now: what it asked before is answered before, and may make it ask again; a
 * form may ask something before it is kept. */
void
app_busy_catch_up (AppBusy *self)
{
  for (guint i = 0; i < 4; i++)
    {
      gboolean found = FALSE;

      tl_store_find_undo_async (tl_workbook_get_store (tl_window_get_workbook (self->window)), NULL, found_cb, &found);
      app_window_wait (is_set, &found);
      app_busy_settle (self);
    }
}

static gboolean
is_at_rest (AppBusy *self)
{
  TlWorkbook *workbook = tl_window_get_workbook (self->window);

  return get_dialog (self) == NULL && !tl_workbook_is_past (workbook) && tl_workbook_get_editable (workbook);
}

/* Back to the workbook as it is today, with nothing above it and nothing on its way: what was asked for before comes first,
 * even a look at the past. */
void
app_busy_leave (AppBusy *self)
{
  for (guint i = 0; i == 0 || !is_at_rest (self); i++)
    {
      AdwDialog *dialog = get_dialog (self);

      if (i == MOST_TRIES)
        g_error ("The window doesn't come to rest: %s", dialog != NULL ? G_OBJECT_TYPE_NAME (dialog) : "it can't be edited");
      if (dialog != NULL)
        adw_dialog_force_close (dialog);
      app_busy_settle (self);
      app_busy_catch_up (self);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.now", NULL);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.today", NULL);
      tl_window_show_view (self->window, "overview");
      app_busy_catch_up (self);
    }
}

void
app_busy_clear (AppBusy *self)
{
  g_rand_free (self->random);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
}
