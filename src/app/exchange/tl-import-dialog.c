/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-dialog.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-import-task.h"
#include "tl-progress-box.h"
#include "tl-window.h"

/* More lines than anybody reads in a dialog; the rest is counted. */
#define MOST_LINES 200

struct _TlImportDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkButton *import_button;
  GtkStack *stack;
  AdwStatusPage *busy_page;
  TlProgressBox *progress_box;
  AdwStatusPage *failed_page;
  AdwPreferencesGroup *summary_group;
  AdwPreferencesGroup *problems_group;
  GtkListBox *problems;
  AdwPreferencesGroup *good_group;
  AdwSwitchRow *good_row;
  AdwPreferencesGroup *differences_group;
  GtkListBox *differences;
  AdwPreferencesGroup *sheets_group;
  GtkListBox *sheets;
  AdwPreferencesGroup *notes_group;
  GtkListBox *notes;

  TlWorkbook *workbook;
  GFile *source;
  char *name;
  /* What the plan was made for; it holds only as long as the workbook is that. */
  TlSnapshot *existing;
  TlImportPlan *plan;
  TlProgress *busy;
};

G_DEFINE_FINAL_TYPE (TlImportDialog, tl_import_dialog, ADW_TYPE_DIALOG)

/* ── Showing what is known ────────────────────────────────────────────────── */

static TlChange *
get_change (TlImportDialog *self)
{
  TlChange *change = self->plan != NULL ? tl_import_plan_get_change (self->plan, adw_switch_row_get_active (self->good_row))
                                        : NULL;

  return change != NULL && tl_change_get_n_edits (change) > 0 ? change : NULL;
}

static void
update (TlImportDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "import.run", self->busy == NULL && get_change (self) != NULL);
  gtk_widget_action_set_enabled (widget, "import.again", self->busy == NULL);
}

static void
update_cb (TlImportDialog *self)
{
  update (self);
}

/* Texts of a file are never markup. */
static void
add_line (GtkListBox *list,
          const char *title,
          const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
add_more (GtkListBox *list,
          guint       n)
{
  /* Translators: at the end of a list */
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  if (n > 0)
    add_line (list, text, NULL);
}

static void
list_problems (TlImportDialog *self)
{
  guint n = tl_import_plan_get_n_problems (self->plan), unlisted = tl_import_plan_get_n_unlisted (self->plan);
  guint shown = MIN (n, MOST_LINES);

  gtk_list_box_remove_all (self->problems);
  for (guint i = 0; i < shown; i++)
    {
      const TlImportProblem *problem = tl_import_plan_get_problem (self->plan, i);
      g_autofree char *text = tl_import_problem_to_text (problem);

      add_line (self->problems, text, NULL);
    }
  add_more (self->problems, n - shown + unlisted);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_group), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->good_group), n > 0 && tl_import_plan_get_change (self->plan, TRUE) != NULL
                                                         && tl_change_get_n_edits (
                                                              tl_import_plan_get_change (self->plan, TRUE)) > 0);
}

static void
list_differences (TlImportDialog *self)
{
  guint n = tl_import_plan_get_n_differences (self->plan), shown = MIN (n, MOST_LINES);

  gtk_list_box_remove_all (self->differences);
  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *text = tl_import_difference_to_text (tl_import_plan_get_difference (self->plan, i));

      add_line (self->differences, text, NULL);
    }
  add_more (self->differences, n - shown + tl_import_plan_get_n_unlisted_differences (self->plan));
  gtk_widget_set_visible (GTK_WIDGET (self->differences_group), n > 0);
}

static void
list_sheets (TlImportDialog *self,
             TlImportCounts *all)
{
  gtk_list_box_remove_all (self->sheets);
  for (guint i = 0; i < tl_import_plan_get_n_sheets (); i++)
    {
      TlImportCounts counts = tl_import_plan_get_counts (self->plan, i);
      g_autofree char *text = tl_import_counts_to_text (&counts);

      if (text == NULL)
        continue;
      add_line (self->sheets, tl_import_plan_get_sheet (i), text);
      all->added += counts.added;
      all->changed += counts.changed;
      all->unchanged += counts.unchanged;
      all->left_out += counts.left_out;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sheets_group), gtk_list_box_get_row_at_index (self->sheets, 0) != NULL);
}

static void
list_notes (TlImportDialog *self)
{
  guint n = tl_import_plan_get_n_notes (self->plan), shown = MIN (n, MOST_LINES);

  gtk_list_box_remove_all (self->notes);
  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *text = tl_format_capital (tl_import_plan_get_note (self->plan, i));

      add_line (self->notes, text, NULL);
    }
  add_more (self->notes, n - shown);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), n > 0);
}

static char *
summarise (TlImportDialog       *self,
           const TlImportCounts *all)
{
  guint n_problems = tl_import_plan_get_n_problems (self->plan) + tl_import_plan_get_n_unlisted (self->plan);
  g_autofree char *text = NULL;

  if (n_problems > 0)
    return g_strdup_printf (ngettext ("There is %u problem, so nothing is imported yet. Correct it in the file, and read "
                                      "the file again.",
                                      "There are %u problems, so nothing is imported yet. Correct them in the file, and "
                                      "read the file again.", n_problems), n_problems);
  if (all->added + all->changed == 0)
    return g_strdup (_("The workbook has all of this already."));
  text = tl_import_counts_to_text (&(TlImportCounts) { .added = all->added, .changed = all->changed });
  /* Translators: as in: Rows: 12 added, 3 changed. */
  return g_strdup_printf (_("Rows: %s. Importing can be undone in one step."), text);
}

static void
show_plan (TlImportDialog *self)
{
  TlImportCounts all = { 0 };
  g_autofree char *summary = NULL;

  adw_switch_row_set_active (self->good_row, FALSE);
  list_problems (self);
  list_differences (self);
  list_sheets (self, &all);
  list_notes (self);
  summary = summarise (self, &all);
  adw_preferences_group_set_description (self->summary_group, summary);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), summary, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  update (self);
}

/* ── Reading ──────────────────────────────────────────────────────────────── */

static void
show_failure (TlImportDialog *self,
              const char     *message)
{
  g_autofree char *sentence = tl_format_capital (message);
  g_autofree char *text = g_strdup_printf (g_str_has_suffix (sentence, ".") ? "%s: %s" : "%s: %s.", self->name, sentence);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  update (self);
}

static void
begin (TlImportDialog *self,
       const char     *title)
{
  g_clear_object (&self->busy);
  self->busy = tl_progress_new (NULL, NULL);
  tl_progress_box_set_progress (self->progress_box, self->busy);
  adw_status_page_set_title (self->busy_page, title);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  update (self);
}

static void
end (TlImportDialog *self)
{
  g_clear_object (&self->busy);
  tl_progress_box_set_progress (self->progress_box, NULL);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TlImportPlan *plan = tl_import_plan_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  end (self);
  if (plan == NULL)
    {
      show_failure (self, error->message);
      return;
    }
  g_clear_pointer (&self->plan, tl_import_plan_free);
  self->plan = plan;
  show_plan (self);
}

static void
read_source (TlImportDialog *self)
{
  begin (self, _("Reading the File"));
  g_clear_pointer (&self->existing, tl_snapshot_unref);
  self->existing = tl_snapshot_ref (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)));
  tl_import_plan_async (self->existing, self->source, G_CANCELLABLE (self->busy), planned_cb, g_object_ref (self));
}

static void
again_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  read_source (TL_IMPORT_DIALOG (widget));
}

/* ── Importing ────────────────────────────────────────────────────────────── */

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean done = tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error);

  end (self);
  if (done)
    {
      if (TL_IS_WINDOW (root))
        tl_window_offer_undo (TL_WINDOW (root), _("Imported."));
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_plan (self);
  else
    show_failure (self, error->message);
}

static void
run_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (widget);
  TlChange *change = get_change (self);

  g_return_if_fail (change != NULL);

  /* Somebody's change that came in meanwhile mustn't be set back unseen. */
  if (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)) != self->existing)
    {
      read_source (self);
      return;
    }
  begin (self, _("Importing"));
  tl_workbook_apply_async (self->workbook, change, G_CANCELLABLE (self->busy), imported_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (widget);
  gboolean importing = self->busy != NULL && self->plan != NULL;

  if (self->busy != NULL)
    g_cancellable_cancel (G_CANCELLABLE (self->busy));
  /* Until it is known whether it was in time, the dialog stays. */
  if (!importing)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
tl_import_dialog_dispose (GObject *object)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (object);

  if (self->busy != NULL)
    g_cancellable_cancel (G_CANCELLABLE (self->busy));
  g_clear_object (&self->busy);
  g_clear_pointer (&self->plan, tl_import_plan_free);
  g_clear_pointer (&self->existing, tl_snapshot_unref);
  g_clear_object (&self->workbook);
  g_clear_object (&self->source);
  g_clear_pointer (&self->name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (tl_import_dialog_parent_class)->dispose (object);
}

static void
tl_import_dialog_closed (AdwDialog *dialog)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (dialog);

  if (self->busy != NULL)
    g_cancellable_cancel (G_CANCELLABLE (self->busy));
}

static void
tl_import_dialog_class_init (TlImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tl_import_dialog_closed;

  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_cb);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  g_type_ensure (TL_TYPE_PROGRESS_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, busy_page);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, summary_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, problems_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, good_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, good_row);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, differences_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, sheets_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, sheets);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, notes_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, notes);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
}

static void
tl_import_dialog_init (TlImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_import_dialog_new:
 * @workbook: a workbook that may be edited
 * @source: a spreadsheet, or a folder of CSV files
 *
 * Returns: (transfer floating): a dialog that imports it
 */
TlImportDialog *
tl_import_dialog_new (TlWorkbook *workbook,
                      GFile      *source)
{
  TlImportDialog *self = g_object_new (TL_TYPE_IMPORT_DIALOG, NULL);
  g_autofree char *base = g_file_get_basename (source);

  self->workbook = g_object_ref (workbook);
  self->source = g_object_ref (source);
  self->name = g_filename_display_name (base);
  adw_window_title_set_subtitle (self->window_title, self->name);
  read_source (self);
  return self;
}
