/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-merge-dialog.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-join-plan.h"
#include "tl-layout.h"
#include "tl-place.h"
#include "tl-workbook-join.h"

struct _TlMergeDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkButton *merge_button;
  GtkStack *stack;
  AdwStatusPage *busy_page;
  AdwStatusPage *failed_page;
  AdwComboRow *place_row;
  GtkWidget *counts_group;
  GtkListBox *counts;
  GtkWidget *notes_group;
  GtkListBox *notes;

  TlWorkbook *workbook;
  GFile *file;
  char *name;
  TlOtherWorkbook *other;
  TlJoinPlan *plan;
  /* What can be chosen, behind the first entry that says that nothing is. */
  GPtrArray *places;
  GCancellable *busy;
};

enum
{
  MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlMergeDialog, tl_merge_dialog, ADW_TYPE_DIALOG)

static gboolean
can_run (TlMergeDialog *self)
{
  return self->plan != NULL && self->busy == NULL
         && tl_change_get_n_edits (tl_join_plan_get_change (self->plan)) > 0;
}

static void
update (TlMergeDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.run", can_run (self));
}

static void
show_busy (TlMergeDialog *self,
           const char    *format)
{
  g_autofree char *title = g_strdup_printf (format, self->name);

  g_clear_object (&self->busy);
  self->busy = g_cancellable_new ();
  adw_status_page_set_title (self->busy_page, title);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  update (self);
}

static void
show_failure (TlMergeDialog *self,
              const char    *problem)
{
  adw_status_page_set_description (self->failed_page, problem);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  tl_announce_problem (GTK_WIDGET (self), problem);
}

/* %TRUE when somebody has cancelled, so that there is nobody to tell. */
static gboolean
end_busy (TlMergeDialog *self,
          const GError  *error)
{
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workbook == NULL;

  g_clear_object (&self->busy);
  if (error != NULL && !cancelled)
    show_failure (self, error->message);
  update (self);
  return cancelled;
}

static void
end (TlMergeDialog *self,
     const char    *sentence)
{
  g_signal_emit (self, signals[MERGED], 0, sentence);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* ── What would come in ───────────────────────────────────────────────────── */

static void
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (list, row);
}

static void
add_count (TlMergeDialog *self,
           TlTable        table)
{
  TlImportCounts counts = tl_join_plan_get_counts (self->plan, table);
  guint n_matched = tl_join_plan_get_n_matched (self->plan, table);
  g_autofree char *text = tl_import_counts_to_text (&counts);
  g_autofree char *matched =
    n_matched > 0 ? g_strdup_printf (ngettext ("%u already here", "%u already here", n_matched), n_matched) : NULL;
  g_autofree char *both = text != NULL && matched != NULL ? g_strdup_printf ("%s, %s", text, matched) : NULL;

  if (text != NULL || matched != NULL)
    add_row (self->counts, _(tl_layout_get (table)->sheet), both != NULL ? both : text != NULL ? text : matched);
}

static void
show_plan (TlMergeDialog *self)
{
  gtk_list_box_remove_all (self->counts);
  gtk_list_box_remove_all (self->notes);
  for (TlTable table = 0; self->plan != NULL && table < TL_N_TABLES; table++)
    add_count (self, table);
  for (guint i = 0; self->plan != NULL && i < tl_join_plan_get_n_notes (self->plan); i++)
    add_row (self->notes, tl_join_plan_get_note (self->plan, i), NULL);
  if (self->plan != NULL && tl_change_get_n_edits (tl_join_plan_get_change (self->plan)) == 0)
    add_row (self->notes, _("This workbook has all of it already."), NULL);
  gtk_widget_set_visible (self->counts_group, gtk_list_box_get_row_at_index (self->counts, 0) != NULL);
  gtk_widget_set_visible (self->notes_group, gtk_list_box_get_row_at_index (self->notes, 0) != NULL);
  update (self);
}

static void
place_changed_cb (TlMergeDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->place_row);
  g_autoptr (TlPlace) place = NULL;
  TlAssessment *assessment = self->workbook != NULL ? tl_workbook_get_assessment (self->workbook) : NULL;

  g_clear_pointer (&self->plan, tl_join_plan_free);
  if (self->workbook != NULL && selected != GTK_INVALID_LIST_POSITION && selected > 0)
    place = g_object_ref (g_ptr_array_index (self->places, selected - 1));
  if (place != NULL && assessment != NULL && self->other != NULL && !self->other->same)
    self->plan = tl_join_plan_new (tl_assessment_get_snapshot (assessment), self->other->snapshot, self->other->brought,
                                   tl_record_get_id (TL_RECORD (place)));
  show_plan (self);
}

/* A workbook is of a provider, a location or a team; shifts and staff groups go across. */
static gboolean
is_whole (TlPlace *place)
{
  int kind = tl_record_get_word (TL_RECORD (place), "kind");

  return kind != TL_PLACE_KIND_SHIFT && kind != TL_PLACE_KIND_STAFF_GROUP;
}

/* Which place it is can't be guessed, so none is chosen at first. */
static GListModel *
list_places (TlMergeDialog *self)
{
  GListModel *places = tl_workbook_get_places (self->workbook);
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Choose a place"));
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (TlPlace) place = g_list_model_get_item (places, i);

      if (!is_whole (place))
        continue;
      gtk_string_list_append (names, tl_place_get_name (place));
      g_ptr_array_add (self->places, g_steal_pointer (&place));
    }
  return G_LIST_MODEL (names);
}

/* ── Reading and merging ──────────────────────────────────────────────────── */

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_changes, n_conflicts;
  gboolean merged = tl_workbook_merge_finish (TL_WORKBOOK (source), result, &n_changes, &n_conflicts, &error);
  g_autofree char *changes =
    g_strdup_printf (ngettext ("%u change came from the copy", "%u changes came from the copy", n_changes), n_changes);
  g_autofree char *conflicts = NULL;

  if (end_busy (self, error) || !merged)
    return;
  if (n_changes == 0)
    end (self, _("This workbook has all of that copy already"));
  else if (n_conflicts == 0)
    end (self, changes);
  else
    {
      /* Translators: %s is "12 changes came from the copy" */
      conflicts = g_strdup_printf (ngettext ("%s; %u field was set differently by two people",
                                             "%s; %u fields were set differently by two people", n_conflicts), changes,
                                   n_conflicts);
      end (self, conflicts);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TlOtherWorkbook *other = tl_workbook_read_other_finish (TL_WORKBOOK (source), result, &error);
  g_autoptr (GListModel) places = NULL;

  self->other = other;
  if (end_busy (self, error) || other == NULL)
    return;
  if (other->same)
    {
      /* Translators: %s is a file's name */
      show_busy (self, _("Merging “%s”"));
      tl_workbook_merge_async (self->workbook, self->file, self->busy, merged_cb, g_object_ref (self));
      return;
    }
  places = list_places (self);
  if (self->places->len == 0)
    {
      show_failure (self, _("It is another workbook, and this one has no place yet that it could be of. Enter its places "
                            "first."));
      return;
    }
  adw_combo_row_set_model (self->place_row, places);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  gtk_widget_grab_focus (GTK_WIDGET (self->place_row));
  place_changed_cb (self);
}

static void
joined_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean joined = tl_workbook_join_finish (TL_WORKBOOK (source), result, &error);
  guint n = self->plan != NULL ? tl_join_plan_get_counts (self->plan, TL_TABLE_RISK).added : 0;
  g_autofree char *sentence = g_strdup_printf (ngettext ("Brought in, with %u new risk", "Brought in, with %u new risks", n),
                                               n);

  if (!end_busy (self, error) && joined)
    end (self, sentence);
}

static void
run_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlMergeDialog *self = TL_MERGE_DIALOG (widget);

  /* Translators: %s is a file's name */
  show_busy (self, _("Bringing “%s” In"));
  tl_workbook_join_async (self->workbook, self->file, tl_join_plan_get_change (self->plan), self->busy, joined_cb,
                          g_object_ref (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlMergeDialog *self = TL_MERGE_DIALOG (widget);

  if (self->busy != NULL)
    g_cancellable_cancel (self->busy);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tl_merge_dialog_dispose (GObject *object)
{
  TlMergeDialog *self = TL_MERGE_DIALOG (object);

  if (self->busy != NULL)
    g_cancellable_cancel (self->busy);
  g_clear_object (&self->busy);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->plan, tl_join_plan_free);
  g_clear_pointer (&self->other, tl_other_workbook_free);
  g_clear_object (&self->workbook);
  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_MERGE_DIALOG);

  G_OBJECT_CLASS (tl_merge_dialog_parent_class)->dispose (object);
}

static void
tl_merge_dialog_class_init (TlMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_merge_dialog_dispose;

  /**
   * TlMergeDialog::merged:
   * @self: a dialog
   * @sentence: what came of it
   *
   * Another workbook has been merged.
   */
  signals[MERGED] = g_signal_new ("merged", TL_TYPE_MERGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "merge.run", NULL, run_cb);
  gtk_widget_class_install_action (widget_class, "merge.cancel", NULL, cancel_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, merge_button);
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, busy_page);
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, counts_group);
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, notes_group);
  gtk_widget_class_bind_template_child (widget_class, TlMergeDialog, notes);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
}

static void
tl_merge_dialog_init (TlMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  update (self);
}

/**
 * tl_merge_dialog_new:
 * @workbook: a workbook that may be edited
 * @file: a file that holds a copy of it, or another workbook
 *
 * Returns: (transfer floating): a dialog that reads the file, merges a copy at once, and asks about another workbook
 */
TlMergeDialog *
tl_merge_dialog_new (TlWorkbook *workbook,
                     GFile      *file)
{
  TlMergeDialog *self = g_object_new (TL_TYPE_MERGE_DIALOG, NULL);
  g_autofree char *base = g_file_get_basename (file);

  self->workbook = g_object_ref (workbook);
  self->file = g_object_ref (file);
  self->name = g_filename_display_name (base);
  adw_window_title_set_subtitle (self->window_title, self->name);
  /* Translators: %s is a file's name */
  show_busy (self, _("Reading “%s”"));
  tl_workbook_read_other_async (workbook, file, self->busy, read_cb, g_object_ref (self));
  return self;
}
