/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-preview.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-format.h"

/* More lines than anybody reads in a dialog; the rest is counted. */
#define MOST_LINES 200

struct _TlImportPreview
{
  AdwBin parent_instance;

  AdwPreferencesGroup *summary_group;
  GtkWidget *change_row;
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
  AdwPreferencesGroup *rest_group;

  /* Only while it is listed. */
  TlImportPlan *plan;
  gboolean mapped;
  /* What may be done: of all rows, or of the good ones alone. */
  TlChange *whole;
  TlChange *good;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlImportPreview, tl_import_preview, ADW_TYPE_BIN)

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
list_problems (TlImportPreview *self)
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
  gtk_widget_set_visible (GTK_WIDGET (self->good_group), n > 0 && self->good != NULL);
}

static void
list_differences (TlImportPreview *self)
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
list_sheets (TlImportPreview *self,
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
list_notes (TlImportPreview *self)
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
say_problems (TlImportPreview *self,
              guint            n)
{
  if (self->mapped)
    return g_strdup_printf (ngettext ("There is %u problem, so nothing is imported yet. Go back to say what it means, or "
                                      "correct it in the file and read the file again.",
                                      "There are %u problems, so nothing is imported yet. Go back to say what they mean, "
                                      "or correct them in the file and read the file again.", n), n);
  return g_strdup_printf (ngettext ("There is %u problem, so nothing is imported yet. Correct it in the file, and read "
                                    "the file again.",
                                    "There are %u problems, so nothing is imported yet. Correct them in the file, and "
                                    "read the file again.", n), n);
}

static char *
summarise (TlImportPreview      *self,
           const TlImportCounts *all)
{
  guint n_problems = tl_import_plan_get_n_problems (self->plan) + tl_import_plan_get_n_unlisted (self->plan);
  g_autofree char *text = NULL;

  if (n_problems > 0)
    return say_problems (self, n_problems);
  if (all->added + all->changed == 0)
    return g_strdup (_("The workbook has all of this already."));
  text = tl_import_counts_to_text (&(TlImportCounts) { .added = all->added, .changed = all->changed });
  /* Translators: as in: Rows: 12 added, 3 changed. */
  return g_strdup_printf (_("Rows: %s. Importing can be undone in one step."), text);
}

static void
changed_cb (TlImportPreview *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tl_import_preview_dispose (GObject *object)
{
  TlImportPreview *self = TL_IMPORT_PREVIEW (object);

  g_clear_pointer (&self->whole, tl_change_unref);
  g_clear_pointer (&self->good, tl_change_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_IMPORT_PREVIEW);

  G_OBJECT_CLASS (tl_import_preview_parent_class)->dispose (object);
}

static void
tl_import_preview_class_init (TlImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_import_preview_dispose;

  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, summary_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, change_row);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, problems_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, problems);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, good_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, good_row);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, differences_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, differences);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, sheets_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, sheets);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, notes_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, notes);
  gtk_widget_class_bind_template_child (widget_class, TlImportPreview, rest_group);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tl_import_preview_init (TlImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* One that changes nothing is none. */
static void
take_change (TlChange **kept,
             TlChange  *change)
{
  g_clear_pointer (kept, tl_change_unref);
  if (change != NULL && tl_change_get_n_edits (change) > 0)
    *kept = tl_change_ref (change);
}

/**
 * tl_import_preview_clear:
 * @self: a preview
 *
 * Forgets what an import would do, as nobody knows any more.
 */
void
tl_import_preview_clear (TlImportPreview *self)
{
  g_return_if_fail (TL_IS_IMPORT_PREVIEW (self));

  take_change (&self->whole, NULL);
  take_change (&self->good, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_import_preview_set_plan:
 * @self: a preview
 * @plan: (transfer none): what an import would do
 * @mapped: whether somebody said what the file's columns and words mean, and may say it differently
 *
 * Shows what an import would do. Good rows alone have to be asked for anew.
 */
void
tl_import_preview_set_plan (TlImportPreview *self,
                            TlImportPlan    *plan,
                            gboolean         mapped)
{
  TlImportCounts all = { 0 };
  g_autofree char *summary = NULL;

  g_return_if_fail (TL_IS_IMPORT_PREVIEW (self));

  self->plan = plan;
  self->mapped = mapped;
  take_change (&self->whole, tl_import_plan_get_change (plan, FALSE));
  take_change (&self->good, tl_import_plan_get_change (plan, TRUE));
  adw_switch_row_set_active (self->good_row, FALSE);
  list_problems (self);
  list_differences (self);
  list_sheets (self, &all);
  list_notes (self);
  summary = summarise (self, &all);
  adw_preferences_group_set_description (self->summary_group, summary);
  self->plan = NULL;
  gtk_widget_set_visible (self->change_row, mapped);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_group), FALSE);
  tl_announce (GTK_WIDGET (self), summary);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_import_preview_get_change:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the change that may be made, %NULL when there is none
 */
TlChange *
tl_import_preview_get_change (TlImportPreview *self)
{
  return adw_switch_row_get_active (self->good_row) ? self->good : self->whole;
}

/**
 * tl_import_preview_offer_rest:
 * @self: a preview of our own sheets
 * @sheets: the names of the file's other sheets
 *
 * Offers to say what the other sheets hold.
 */
void
tl_import_preview_offer_rest (TlImportPreview *self,
                              const char      *sheets)
{
  adw_preferences_group_set_description (self->rest_group, sheets);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_group), TRUE);
}
