/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-attachment-list.h"

#include <glib/gi18n.h>

#include "tl-attachment-erasing.h"
#include "tl-attachment-opening.h"
#include "tl-attachment-row.h"
#include "tl-format.h"
#include "tl-workbook-attachments.h"
#include "tl-workbook-undo.h"

/* What takes no longer than this needs no telling. In milliseconds. */
#define PATIENCE 500

struct _TlAttachmentList
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkWidget *nothing;
  GtkWidget *progress_part;
  GtkProgressBar *progress;
  GtkWidget *add_button;
  GtkWidget *hint;
  GtkLabel *warning;

  TlWorkbook *workbook;
  TlId evidence;
  GSignalGroup *signals;
  /* While files are read. */
  GCancellable *adding;
  guint patience;
};

G_DEFINE_FINAL_TYPE (TlAttachmentList, tl_attachment_list, GTK_TYPE_BOX)

/* ── What is shown ── */

static void
update_editable (TlAttachmentList *self)
{
  gboolean editable = self->workbook != NULL && tl_workbook_get_editable (self->workbook);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachments.add", editable && self->adding == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.remove", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.erase", editable);
  gtk_widget_set_visible (self->add_button, editable);
  gtk_widget_set_visible (self->hint, editable);
}

static gboolean
is_among (const TlEvidenceFacts *evidence,
          const TlId            *id)
{
  for (guint i = 0; i < evidence->attachments.n; i++)
    if (tl_id_equal (&TL_FACTS_AT (evidence->attachments, TlAttachmentFacts, i)->id, id))
      return TRUE;
  return FALSE;
}

/* Rows that stay keep the keyboard; it goes to the next when its row goes. */
static void
drop_rows (TlAttachmentList      *self,
           const TlEvidenceFacts *evidence)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (is_among (evidence, &tl_attachment_row_get_facts (TL_ATTACHMENT_ROW (row))->id))
        continue;
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == row)
        gtk_widget_grab_focus (next != NULL ? next : self->add_button);
      gtk_list_box_remove (self->list, row);
    }
}

static void
show_rows (TlAttachmentList      *self,
           const TlEvidenceFacts *evidence)
{
  drop_rows (self, evidence);
  for (guint i = 0; i < evidence->attachments.n; i++)
    {
      const TlAttachmentFacts *attachment = TL_FACTS_AT (evidence->attachments, TlAttachmentFacts, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (row == NULL || !tl_id_equal (&tl_attachment_row_get_facts (TL_ATTACHMENT_ROW (row))->id, &attachment->id))
        gtk_list_box_insert (self->list, tl_attachment_row_new (attachment), (int) i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), evidence->attachments.n > 0);
  gtk_widget_set_visible (self->nothing, evidence->attachments.n == 0);
}

/* Files are written with all else at each save, however slow the place. */
static void
show_warning (TlAttachmentList *self)
{
  gint64 size = tl_snapshot_get_attached_size (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)));
  g_autofree char *shown = tl_format_size (size);
  g_autofree char *warning =
    /* Translators: the size of all files together */
    g_strdup_printf (_("The files in this workbook make up %s, and saving writes all of it. Leave further large files where "
                       "they are, and write that place under “Recorded in”."), shown);

  gtk_widget_set_visible (GTK_WIDGET (self->warning), size > TL_ATTACHED_FILES_LARGE);
  gtk_label_set_label (self->warning, warning);
}

/* ── Adding ── */

static void
end_adding (TlAttachmentList *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->adding);
  gtk_widget_set_visible (self->progress_part, FALSE);
  update_editable (self);
}

static void
patience_cb (gpointer user_data)
{
  TlAttachmentList *self = user_data;

  self->patience = 0;
  gtk_widget_set_visible (self->progress_part, TRUE);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  TlAttachmentList *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
tell_refused (TlAttachmentList     *self,
              const TlAttachResult *result)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *heading =
    g_strdup_printf (ngettext ("%u File Wasn’t Attached", "%u Files Weren’t Attached", result->refused->len),
                     result->refused->len);

  for (guint i = 0; i < result->refused->len; i++)
    g_string_append_printf (body, i > 0 ? "\n\n%s" : "%s", ((GError *) g_ptr_array_index (result->refused, i))->message);
  tl_attachment_tell (GTK_WIDGET (self), heading, body->str);
}

static void
attached_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlAttachmentList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAttachResult) attached = tl_workbook_attach_files_finish (TL_WORKBOOK (source), result, &error);

  /* It may have been closed meanwhile. */
  if (self->list == NULL)
    return;
  end_adding (self);
  if (attached != NULL && attached->refused->len > 0)
    tell_refused (self, attached);
  else if (attached == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tl_attachment_tell (GTK_WIDGET (self), _("The Files Weren’t Attached"), error->message);
}

/**
 * tl_attachment_list_get_can_add:
 * @self: a list
 *
 * Returns: whether files can be added now: not to a workbook that is only read or shown as at another day, nor while
 *   others are being added
 */
gboolean
tl_attachment_list_get_can_add (TlAttachmentList *self)
{
  return self->workbook != NULL && tl_workbook_get_editable (self->workbook) && self->adding == NULL;
}

/**
 * tl_attachment_list_add:
 * @self: a list
 * @files: (element-type GFile): files that somebody chose, or dropped
 *
 * Attaches files to the evidence. After half a second it says how far it is and can be stopped.
 */
void
tl_attachment_list_add (TlAttachmentList *self,
                        GPtrArray        *files)
{
  g_return_if_fail (TL_IS_ATTACHMENT_LIST (self));

  if (!tl_attachment_list_get_can_add (self) || files->len == 0)
    return;
  self->adding = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->patience = g_timeout_add_once (PATIENCE, patience_cb, self);
  update_editable (self);
  tl_workbook_attach_files_async (self->workbook, &self->evidence, files, progress_cb, self, self->adding, attached_cb,
                                  g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlAttachmentList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  tl_attachment_list_add (self, files);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_dialog_set_title (dialog, _("Add Files"));
  gtk_file_dialog_set_accept_label (dialog, _("_Add"));
  gtk_file_dialog_open_multiple (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb,
                                 g_object_ref (widget));
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_cancellable_cancel (TL_ATTACHMENT_LIST (widget)->adding);
}

/* ── A file ── */

/* The row of the attachment whose id an action was given. */
static TlAttachmentRow *
find_row (TlAttachmentList *self,
          GVariant         *parameter)
{
  TlId id;

  if (!tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    return NULL;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (tl_id_equal (&tl_attachment_row_get_facts (TL_ATTACHMENT_ROW (row))->id, &id))
      return TL_ATTACHMENT_ROW (row);
  return NULL;
}

static void
row_activated_cb (TlAttachmentList *self,
                  GtkListBoxRow    *row)
{
  tl_attachment_open (self->workbook, tl_attachment_row_get_facts (TL_ATTACHMENT_ROW (row)), GTK_WIDGET (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlAttachmentList *self = TL_ATTACHMENT_LIST (widget);
  TlAttachmentRow *row = find_row (self, parameter);

  if (row != NULL)
    tl_attachment_save_as (self->workbook, tl_attachment_row_get_facts (row), widget);
}

/* What was removed, for as long as it can be taken back by a button. */
typedef struct
{
  TlAttachmentList *list;
  TlWorkbook *workbook;
  char *name;
  char *fingerprint;
} Removal;

static void
removal_free (Removal *self)
{
  g_object_unref (self->list);
  g_object_unref (self->workbook);
  g_free (self->name);
  g_free (self->fingerprint);
  g_free (self);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlAttachmentList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error) && self->list != NULL)
    tl_attachment_tell (GTK_WIDGET (self), _("The File Wasn’t Brought Back"), error->message);
}

/* Undo takes back what was done last, which by now may be something else. */
static void
undo_cb (AdwToast *toast,
         Removal  *removal)
{
  g_autofree char *now = tl_workbook_get_fingerprint (removal->workbook);

  if (g_strcmp0 (now, removal->fingerprint) == 0)
    tl_workbook_undo_async (removal->workbook, NULL, undone_cb, g_object_ref (removal->list));
  else if (removal->list->list != NULL)
    tl_attachment_tell (GTK_WIDGET (removal->list), _("Something Else Has Changed Since"),
                        _("Take back what was done last with Undo until the file is there again."));
}

static void
offer_undo (Removal *removal)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (removal->list), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *title = g_strdup_printf (_("Removed %s"), removal->name);
  AdwToast *toast;

  if (toasts == NULL)
    {
      removal_free (removal);
      return;
    }
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 8);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removal, (GClosureNotify) (void (*)(void)) removal_free,
                         0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Removal *removal = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    {
      if (removal->list->list != NULL)
        tl_attachment_tell (GTK_WIDGET (removal->list), _("The File Wasn’t Removed"), error->message);
      removal_free (removal);
      return;
    }
  removal->fingerprint = tl_workbook_get_fingerprint (removal->workbook);
  offer_undo (removal);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlAttachmentList *self = TL_ATTACHMENT_LIST (widget);
  TlAttachmentRow *row = find_row (self, parameter);
  Removal *removal;

  if (row == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->list = g_object_ref (self);
  removal->workbook = g_object_ref (self->workbook);
  g_object_get (row, "file-name", &removal->name, NULL);
  tl_workbook_remove_attachment_async (self->workbook, &tl_attachment_row_get_facts (row)->id, NULL, removed_cb, removal);
}

static void
erase_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlAttachmentList *self = TL_ATTACHMENT_LIST (widget);
  TlAttachmentRow *row = find_row (self, parameter);

  if (row != NULL)
    tl_attachment_erase (self->workbook, tl_attachment_row_get_facts (row), widget);
}

/* ── ── */

static void
tl_attachment_list_dispose (GObject *object)
{
  TlAttachmentList *self = TL_ATTACHMENT_LIST (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->adding != NULL)
    g_cancellable_cancel (self->adding);
  g_clear_object (&self->adding);
  g_clear_object (&self->signals);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_ATTACHMENT_LIST);

  G_OBJECT_CLASS (tl_attachment_list_parent_class)->dispose (object);
}

static void
tl_attachment_list_class_init (TlAttachmentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_attachment_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/attachments/attachment-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAttachmentList, list);
  gtk_widget_class_bind_template_child (widget_class, TlAttachmentList, nothing);
  gtk_widget_class_bind_template_child (widget_class, TlAttachmentList, progress_part);
  gtk_widget_class_bind_template_child (widget_class, TlAttachmentList, progress);
  gtk_widget_class_bind_template_child (widget_class, TlAttachmentList, add_button);
  gtk_widget_class_bind_template_child (widget_class, TlAttachmentList, hint);
  gtk_widget_class_bind_template_child (widget_class, TlAttachmentList, warning);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "attachments.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "attachments.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "attachment.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "attachment.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "attachment.erase", "s", erase_action);
}

static void
tl_attachment_list_init (TlAttachmentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (self->signals, "notify::editable", G_CALLBACK (update_editable), self);
  update_editable (self);
}

/**
 * tl_attachment_list_set_evidence:
 * @self: a list
 * @workbook: the workbook
 * @evidence: a piece of evidence of it, as it is now
 *
 * Shows the files of a piece of evidence. What is being added to another one goes on.
 */
void
tl_attachment_list_set_evidence (TlAttachmentList      *self,
                                 TlWorkbook            *workbook,
                                 const TlEvidenceFacts *evidence)
{
  g_return_if_fail (TL_IS_ATTACHMENT_LIST (self));

  g_set_object (&self->workbook, workbook);
  g_signal_group_set_target (self->signals, workbook);
  self->evidence = evidence->base.id;
  show_rows (self, evidence);
  show_warning (self);
  update_editable (self);
}
