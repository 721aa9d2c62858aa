/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-dialog.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-row-chooser.h"
#include "tl-window.h"

struct _TlReadingsDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *hint;
  TlReadingsSheet *sheet;
  TlRowChooser *chooser;
  GtkButton *more_button;
  GtkWidget *message_box;
  GtkLabel *message;
  GtkLabel *explanation;
  GtkLabel *summary;

  TlReadingsGrid *grid;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (TlReadingsDialog, tl_readings_dialog, ADW_TYPE_DIALOG)

/* ── What is said ─────────────────────────────────────────────────────────── */

/* What stays to be read until something else is done. */
static void
say (TlReadingsDialog *self,
     const char       *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (self->message_box, message != NULL);
  if (message != NULL)
    tl_announce_problem (GTK_WIDGET (self), message);
}

static void
update (TlReadingsDialog *self)
{
  g_autofree char *summary = tl_readings_grid_describe (self->grid), *more = NULL;
  guint hidden = tl_readings_sheet_count_hidden (self->sheet);

  more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u _More Place", "Show %u _More Places", hidden), hidden);
  gtk_label_set_label (self->summary, summary);
  if (tl_readings_grid_count (self->grid, TL_READINGS_WRONG) > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->summary), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "error");
  gtk_button_set_label (self->more_button, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), hidden > 0);
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->saving && !tl_readings_grid_is_changed (self->grid));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "readings.save", !self->saving);
}

static void
moved_cb (TlReadingsDialog *self)
{
  guint row, column;
  g_autofree char *explanation = NULL;

  tl_readings_sheet_get_active (self->sheet, &row, &column);
  explanation = tl_readings_grid_explain_cell (self->grid, row, column);
  gtk_label_set_label (self->explanation, explanation);
  if (tl_readings_grid_get_state (self->grid, row, column) == TL_READINGS_WRONG)
    gtk_widget_add_css_class (GTK_WIDGET (self->explanation), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->explanation), "error");
}

static void
changed_cb (TlReadingsDialog *self)
{
  say (self, NULL);
  update (self);
}

static void
pasted_cb (TlReadingsDialog *self,
           const char       *left_out)
{
  say (self, left_out);
}

static void
closed_message_cb (TlReadingsDialog *self)
{
  say (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

/* ── More rows and columns ────────────────────────────────────────────────── */

static void
earlier_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlReadingsDialog *self = TL_READINGS_DIALOG (widget);

  tl_readings_sheet_end_typing (self->sheet, TRUE);
  if (tl_readings_grid_show_earlier (self->grid))
    tl_readings_sheet_go_to (self->sheet, 0, 0);
  else
    gtk_widget_action_set_enabled (widget, "readings.earlier", FALSE);
  update (self);
}

static void
more_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlReadingsDialog *self = TL_READINGS_DIALOG (widget);

  tl_readings_sheet_end_typing (self->sheet, TRUE);
  tl_readings_sheet_show_all (self->sheet);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  update (self);
}

static void
place_chosen_cb (TlReadingsDialog *self,
                 TlRowChoice      *choice,
                 const char       *typed)
{
  guint row, column;

  if (tl_row_choice_get_kind (choice) != TL_ROW_CHOICE_ROW)
    return;
  tl_readings_sheet_get_active (self->sheet, &row, &column);
  tl_readings_grid_add_place (self->grid, tl_row_choice_get_id (choice));
  tl_readings_sheet_go_to (self->sheet, row, tl_readings_grid_get_n_columns (self->grid) - 1);
  update (self);
}

/* ── Keeping it ───────────────────────────────────────────────────────────── */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlReadingsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = tl_readings_grid_describe (self->grid);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean changed;

  self->saving = FALSE;
  update (self);
  if (!tl_readings_grid_save_finish (TL_READINGS_GRID (source), result, &changed, &error))
    {
      say (self, error->message);
      return;
    }
  if (changed && TL_IS_WINDOW (window))
    tl_window_offer_undo (TL_WINDOW (window), sentence);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlReadingsDialog *self = TL_READINGS_DIALOG (widget);
  guint row, column;

  tl_readings_sheet_end_typing (self->sheet, TRUE);
  if (self->saving)
    return;
  if (tl_readings_grid_find_wrong (self->grid, &row, &column))
    {
      tl_readings_sheet_go_to (self->sheet, row, column);
      say (self, _("Nothing is kept yet. Correct or empty the marked cells first."));
      return;
    }
  self->saving = TRUE;
  update (self);
  tl_readings_grid_save_async (self->grid, NULL, saved_cb, g_object_ref (self));
}

static void
response_cb (TlReadingsDialog *self,
             const char       *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

/* A month of readings isn't lost by a key. */
static void
close_attempt_cb (TlReadingsDialog *self)
{
  AdwDialog *dialog;
  g_autofree char *summary = NULL;

  if (self->saving)
    return;
  summary = tl_readings_grid_describe (self->grid);
  dialog = adw_alert_dialog_new (_("Leave Without Keeping?"), summary);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _("_Go On Typing"), "discard", _("_Leave"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* ── Beginning ────────────────────────────────────────────────────────────── */

static void
tl_readings_dialog_dispose (GObject *object)
{
  TlReadingsDialog *self = TL_READINGS_DIALOG (object);

  g_clear_object (&self->grid);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_READINGS_DIALOG);

  G_OBJECT_CLASS (tl_readings_dialog_parent_class)->dispose (object);
}

static void
tl_readings_dialog_class_init (TlReadingsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_readings_dialog_dispose;

  g_type_ensure (TL_TYPE_READINGS_SHEET);
  g_type_ensure (TL_TYPE_ROW_CHOOSER);
  gtk_widget_class_install_action (widget_class, "readings.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "readings.earlier", NULL, earlier_cb);
  gtk_widget_class_install_action (widget_class, "readings.more", NULL, more_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/readings/readings-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReadingsDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlReadingsDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, TlReadingsDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, TlReadingsDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, TlReadingsDialog, more_button);
  gtk_widget_class_bind_template_child (widget_class, TlReadingsDialog, message_box);
  gtk_widget_class_bind_template_child (widget_class, TlReadingsDialog, message);
  gtk_widget_class_bind_template_child (widget_class, TlReadingsDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, TlReadingsDialog, summary);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, pasted_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_message_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
}

static void
tl_readings_dialog_init (TlReadingsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_hint (TlMeasureKind kind)
{
  switch ((int) kind)
    {
    case TL_MEASURE_KIND_PROPORTION:
      return _("Type 29/30 for 29 of 30, or paste cells from a spreadsheet.");
    case TL_MEASURE_KIND_COUNT:
      return _("Type how many there were, or 3/120 for 3 in 120; or paste cells from a spreadsheet.");
    default:
      return _("Type the value, or 12.5/17 for the mean of 17; or paste cells from a spreadsheet.");
    }
}

/**
 * tl_readings_dialog_present:
 * @from: the widget that it was asked for from
 * @workbook: a workbook; nothing happens while it can't be edited
 * @measure: the id of a measure; nothing happens when it isn't there any more
 *
 * Opens the readings of a measure.
 */
void
tl_readings_dialog_present (GtkWidget  *from,
                            TlWorkbook *workbook,
                            const TlId *measure)
{
  g_autoptr (TlReadingsGrid) grid = NULL;
  TlReadingsDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (TL_IS_WORKBOOK (workbook));

  grid = tl_workbook_get_editable (workbook) ? tl_readings_grid_new (workbook, measure) : NULL;
  if (grid == NULL)
    return;
  self = g_object_new (TL_TYPE_READINGS_DIALOG, NULL);
  self->grid = g_object_ref (grid);
  adw_window_title_set_subtitle (self->window_title, tl_readings_grid_get_title (grid));
  gtk_label_set_label (self->hint, get_hint (tl_readings_grid_get_kind (grid)));
  tl_row_chooser_set_up (self->chooser, workbook, TL_TABLE_PLACE, TL_ROW_CHOOSER_PLAIN);
  g_signal_connect_object (grid, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  tl_readings_sheet_set_grid (self->sheet, grid);
  moved_cb (self);
  update (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->sheet));
  adw_dialog_present (ADW_DIALOG (self), from);
}

/**
 * tl_readings_dialog_get_grid:
 * @self: a dialog
 *
 * Returns: (transfer none): what is typed in it
 */
TlReadingsGrid *
tl_readings_dialog_get_grid (TlReadingsDialog *self)
{
  return self->grid;
}

/**
 * tl_readings_dialog_get_sheet:
 * @self: a dialog
 *
 * Returns: (transfer none): where it is typed
 */
TlReadingsSheet *
tl_readings_dialog_get_sheet (TlReadingsDialog *self)
{
  return self->sheet;
}
