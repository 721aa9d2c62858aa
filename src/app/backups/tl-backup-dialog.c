/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-backup-dialog.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-backup-file.h"
#include "tl-backup-row.h"
#include "tl-history-entry.h"
#include "tl-workbook-undo.h"

/* What takes longer than this is shown to go on. */
#define PATIENCE 500

struct _TlBackupDialog
{
  AdwDialog parent_instance;

  GtkWidget *restore_button;
  AdwBanner *banner;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkLabel *explanation;
  GtkListBox *list;
  GtkWidget *changes_group;
  GtkListBox *changes;

  /* The one or the other. */
  TlWorkbook *workbook;
  GFile *file;

  GPtrArray *found;
  /* While backups are looked for, or one is restored. */
  GCancellable *working;
  guint patience;
};

enum
{
  RESTORED,
  PUT_BACK,
  COPY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlBackupDialog, tl_backup_dialog, ADW_TYPE_DIALOG)

/* ── Choosing ─────────────────────────────────────────────────────────────── */

static const TlBackupSince *
get_chosen (TlBackupDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (tl_backup_row_get_chosen (TL_BACKUP_ROW (row)))
      return tl_backup_row_get_since (TL_BACKUP_ROW (row));
  return NULL;
}

static void
add_change (TlBackupDialog *self,
            const char     *title,
            const char     *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->changes, row);
}

static void
show_changes (TlBackupDialog      *self,
              const TlBackupSince *chosen)
{
  guint n = chosen != NULL ? chosen->latest->len : 0;

  gtk_list_box_remove_all (self->changes);
  for (guint i = 0; i < n; i++)
    {
      TlHistoryEntry *entry = g_ptr_array_index (chosen->latest, i);

      add_change (self, tl_history_entry_get_sentence (entry), tl_history_entry_get_when (entry));
    }
  if (n > 0 && chosen->n_changes > n)
    {
      guint n_more = chosen->n_changes - n;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more before", "and %u more before", n_more), n_more);

      add_change (self, more, NULL);
    }
  gtk_widget_set_visible (self->changes_group, n > 0);
}

/* Going back to what everything is already would do nothing. */
static gboolean
can_restore (TlBackupDialog      *self,
             const TlBackupSince *chosen)
{
  if (chosen == NULL || self->working != NULL)
    return FALSE;
  if (self->workbook == NULL)
    return TRUE;
  return tl_workbook_get_editable (self->workbook) && (!chosen->compared || chosen->n_changes > 0);
}

static void
update (TlBackupDialog *self)
{
  const TlBackupSince *chosen = get_chosen (self);

  show_changes (self, chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.restore", can_restore (self, chosen));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.open-copy", chosen != NULL && self->working == NULL);
}

static void
say_problem (TlBackupDialog *self,
             const char     *problem)
{
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_title (self->banner, problem != NULL ? problem : "");
  adw_banner_set_revealed (self->banner, problem != NULL);
  if (problem != NULL)
    tl_announce_problem (GTK_WIDGET (self->banner), problem);
}

static void
explain (TlBackupDialog *self)
{
  g_autofree char *name = NULL, *display = NULL, *sentence = NULL;

  if (self->file != NULL)
    {
      name = g_file_get_basename (self->file);
      display = g_filename_display_name (name);
      /* Translators: %s is the name of a file */
      sentence = g_strdup_printf (_("The backup takes the place of “%s”. What is there now is kept under another name."),
                                  display);
    }
  else if (!tl_workbook_get_editable (self->workbook))
    sentence = g_strdup (_("The workbook can’t be edited now, so nothing can be put back into it. A backup can be opened "
                           "as a copy."));
  else
    sentence = g_strdup (_("Everything is put back as it was then. What was done since stays in the history, and Undo "
                           "brings it back."));
  gtk_label_set_label (self->explanation, sentence);
}

static void
fill (TlBackupDialog *self)
{
  TlBackupRow *first = NULL, *chosen = NULL;

  for (guint i = 0; i < self->found->len; i++)
    {
      const TlBackupSince *since = g_ptr_array_index (self->found, i);
      TlBackupRow *row = tl_backup_row_new (since, first);

      g_signal_connect_object (row, "notify::chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, GTK_WIDGET (row));
      if (first == NULL)
        first = row;
      /* The latest from which anything is different. */
      if (chosen == NULL && since->fault == NULL && (!since->compared || since->n_changes > 0))
        chosen = row;
    }
  if (chosen == NULL && first != NULL && tl_backup_row_get_since (first)->fault == NULL)
    chosen = first;
  if (chosen != NULL)
    tl_backup_row_choose (chosen);
  explain (self);
  gtk_stack_set_visible_child_name (self->stack, self->found->len > 0 ? "list" : "none");
  if (self->workbook != NULL)
    say_problem (self, tl_workbook_get_backup_problem (self->workbook));
  update (self);
}

/* ── Working ──────────────────────────────────────────────────────────────── */

static void
patience_cb (gpointer user_data)
{
  TlBackupDialog *self = user_data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

static GCancellable *
begin_work (TlBackupDialog *self)
{
  g_clear_object (&self->working);
  self->working = g_cancellable_new ();
  self->patience = g_timeout_add_once (PATIENCE, patience_cb, self);
  say_problem (self, NULL);
  update (self);
  return self->working;
}

static void
end_work (TlBackupDialog *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->working);
}

/* What can't be done is said where something else can be chosen. */
static void
say_error (TlBackupDialog *self,
           const GError   *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  say_problem (self, error->message);
  gtk_stack_set_visible_child_name (self->stack, self->found != NULL && self->found->len > 0 ? "list" : "none");
  update (self);
}

static void
take_found (TlBackupDialog *self,
            GPtrArray      *found,
            const GError   *error)
{
  end_work (self);
  self->found = found;
  if (found != NULL)
    fill (self);
  else
    say_error (self, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlBackupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = tl_store_list_backups_finish (TL_STORE (source), result, &error);

  take_found (self, found, error);
}

static void
offered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlBackupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = tl_backup_offer_finish (result, &error);

  take_found (self, found, error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlBackupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean changed, restored = tl_workbook_restore_finish (TL_WORKBOOK (source), result, &changed, &error);

  end_work (self);
  if (!restored)
    {
      say_error (self, error);
      return;
    }
  g_signal_emit (self, signals[RESTORED], 0, get_chosen (self)->backup);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
put_back_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlBackupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) aside = NULL;
  gboolean has_more, put_back = tl_backup_put_back_finish (result, &aside, &has_more, &error);

  end_work (self);
  if (!put_back)
    {
      say_error (self, error);
      return;
    }
  g_signal_emit (self, signals[PUT_BACK], 0, get_chosen (self)->backup, aside, has_more);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
restore_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlBackupDialog *self = TL_BACKUP_DIALOG (widget);
  const TlBackupSince *chosen = get_chosen (self);
  GCancellable *cancellable = begin_work (self);

  if (self->workbook != NULL)
    tl_workbook_restore_async (self->workbook, chosen->backup, cancellable, restored_cb, g_object_ref (self));
  else
    tl_backup_put_back_async (chosen->backup, self->file, cancellable, put_back_cb, g_object_ref (self));
}

static void
open_copy_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlBackupDialog *self = TL_BACKUP_DIALOG (widget);
  g_autoptr (TlBackupDialog) kept = g_object_ref (self);

  g_signal_emit (self, signals[COPY_CHOSEN], 0, get_chosen (self)->backup);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_backup_dialog_closed (AdwDialog *dialog)
{
  TlBackupDialog *self = TL_BACKUP_DIALOG (dialog);

  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_handle_id (&self->patience, g_source_remove);
}

static void
tl_backup_dialog_dispose (GObject *object)
{
  TlBackupDialog *self = TL_BACKUP_DIALOG (object);

  end_work (self);
  g_clear_object (&self->workbook);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_BACKUP_DIALOG);

  G_OBJECT_CLASS (tl_backup_dialog_parent_class)->dispose (object);
}

static void
tl_backup_dialog_finalize (GObject *object)
{
  TlBackupDialog *self = TL_BACKUP_DIALOG (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_backup_dialog_parent_class)->finalize (object);
}

static void
tl_backup_dialog_class_init (TlBackupDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = tl_backup_dialog_dispose;
  object_class->finalize = tl_backup_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tl_backup_dialog_closed;

  /**
   * TlBackupDialog::restored:
   * @self: a dialog
   * @backup: the backup
   *
   * The open workbook is as it was then.
   */
  signals[RESTORED] = g_signal_new ("restored", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    TL_TYPE_BACKUP);
  /**
   * TlBackupDialog::put-back:
   * @self: a dialog
   * @backup: the backup that was chosen
   * @aside: (nullable): where the damaged file is now
   * @has_more: whether @backup is still to be restored, once the file is open
   *
   * There is a sound workbook in the file.
   */
  signals[PUT_BACK] = g_signal_new ("put-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                    TL_TYPE_BACKUP, G_TYPE_FILE, G_TYPE_BOOLEAN);
  /**
   * TlBackupDialog::copy-chosen:
   * @self: a dialog
   * @backup: the backup
   *
   * It is to be opened as a copy.
   */
  signals[COPY_CHOSEN] = g_signal_new ("copy-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       TL_TYPE_BACKUP);

  gtk_widget_class_install_action (widget_class, "backup.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "backup.open-copy", NULL, open_copy_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/backups/backup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlBackupDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TlBackupDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TlBackupDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlBackupDialog, none_page);
  gtk_widget_class_bind_template_child (widget_class, TlBackupDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, TlBackupDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TlBackupDialog, changes_group);
  gtk_widget_class_bind_template_child (widget_class, TlBackupDialog, changes);
}

static void
tl_backup_dialog_init (TlBackupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * tl_backup_dialog_new:
 * @workbook: a workbook
 *
 * Returns: (transfer floating): a dialog of its backups
 */
TlBackupDialog *
tl_backup_dialog_new (TlWorkbook *workbook)
{
  TlBackupDialog *self = g_object_new (TL_TYPE_BACKUP_DIALOG, NULL);

  self->workbook = g_object_ref (workbook);
  self->working = g_cancellable_new ();
  adw_status_page_set_description (self->none_page,
                                   _("One is made after the first saving of each day: of five days, and of four weeks "
                                     "before."));
  tl_store_list_backups_async (tl_workbook_get_store (workbook), self->working, listed_cb, g_object_ref (self));
  return self;
}

/**
 * tl_backup_dialog_new_for_file:
 * @file: the file of a workbook, which can't be opened
 * @time: now, in milliseconds of UTC since 1970
 *
 * Returns: (transfer floating): a dialog of its backups
 */
TlBackupDialog *
tl_backup_dialog_new_for_file (GFile *file,
                               gint64 time)
{
  TlBackupDialog *self = g_object_new (TL_TYPE_BACKUP_DIALOG, NULL);

  self->file = g_object_ref (file);
  self->working = g_cancellable_new ();
  adw_status_page_set_description (self->none_page,
                                   _("Ask whoever else has the workbook for a copy, or whoever looks after the folder "
                                     "for an earlier version of the file."));
  tl_backup_offer_async (file, tl_day_from_time (time), time, self->working, offered_cb, g_object_ref (self));
  return self;
}
