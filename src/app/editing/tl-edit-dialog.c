/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-edit-dialog.h"

#include <glib/gi18n.h>

#include "tl-action-words.h"
#include "tl-announcement.h"
#include "tl-chooser-field.h"
#include "tl-chooser-list-field.h"
#include "tl-choice-field.h"
#include "tl-day-field.h"
#include "tl-edit-form.h"
#include "tl-edit-words.h"
#include "tl-long-text-field.h"
#include "tl-more-fields.h"
#include "tl-rating-field.h"
#include "tl-rating-words-field.h"
#include "tl-record-list-box.h"
#include "tl-record-menu.h"
#include "tl-store-error.h"
#include "tl-switch-field.h"
#include "tl-text-field.h"
#include "tl-window.h"

struct _TlEditDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkMenuButton *menu_button;
  AdwBin *form_bin;
  GtkLabel *standing_label;
  GtkLabel *problem_label;

  TlDraft *draft;
  TlEditForm *form;
  GPtrArray *rows;
  gboolean saving;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlEditDialog, tl_edit_dialog, ADW_TYPE_DIALOG)

static char *
get_resource (TlTable table)
{
  g_auto (GStrv) parts = g_strsplit (tl_layout_get (table)->name, "_", -1);
  g_autofree char *name = g_strjoinv ("-", parts);

  return g_strdup_printf ("/org/throughline/Throughline/editing/%s.ui", name);
}

/* ── What is wrong ────────────────────────────────────────────────────────── */

/* Something that no field of this form is to blame for. */
static void
say (TlEditDialog *self,
     const char   *problem)
{
  tl_show_problem (self->problem_label, problem);
}

static void
bring_into_sight (TlEditDialog *self,
                  GtkWidget    *row)
{
  GtkWidget *more = gtk_widget_get_ancestor (row, TL_TYPE_MORE_FIELDS);

  if (more != NULL)
    tl_more_fields_set_expanded (TL_MORE_FIELDS (more), TRUE);
  gtk_widget_set_visible (row, TRUE);
  gtk_widget_grab_focus (row);
}

static gboolean
mark (TlEditDialog         *self,
      const TlDraftProblem *problem)
{
  GtkWidget *row = tl_edit_dialog_find_row (self, problem->column);

  if (row == NULL)
    return FALSE;
  if (tl_field_row_get_problem (TL_FIELD_ROW (row)) == NULL)
    tl_field_row_set_problem (TL_FIELD_ROW (row), problem->message);
  return TRUE;
}

/* Returns: whether nothing is wrong */
static gboolean
check (TlEditDialog *self)
{
  g_autoptr (GPtrArray) problems = tl_draft_list_problems (self->draft);

  say (self, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    tl_field_row_set_problem (g_ptr_array_index (self->rows, i), NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const TlDraftProblem *problem = g_ptr_array_index (problems, i);
      const TlField *field = tl_layout_find_field (tl_draft_get_table (self->draft), problem->column);
      g_autofree char *text = NULL;

      if (mark (self, problem))
        continue;
      /* Translators: a field's heading, and what is wrong with it */
      text = g_strdup_printf (_("%1$s: %2$s"), _(field->heading), problem->message);
      say (self, text);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (tl_field_row_get_problem (TL_FIELD_ROW (row)) == NULL)
        continue;
      bring_into_sight (self, row);
      break;
    }
  return problems->len == 0;
}

/* ── Keeping it ───────────────────────────────────────────────────────────── */

static void
update_saving (TlEditDialog *self,
               gboolean      saving)
{
  self->saving = saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "edit.save", !saving);
  adw_dialog_set_can_close (ADW_DIALOG (self), !saving);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlEditDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean changed;

  update_saving (self, FALSE);
  if (!tl_draft_save_finish (TL_DRAFT (source), result, &changed, &error))
    {
      /* What somebody else changed has been said; saving once more keeps what was typed in its place. */
      if (g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT))
        tl_draft_begin_again (self->draft);
      say (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0);
  sentence = tl_edit_words_kept (self->draft);
  if (changed && TL_IS_WINDOW (window))
    tl_window_offer_undo (TL_WINDOW (window), sentence);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlEditDialog *self = TL_EDIT_DIALOG (widget);

  if (self->saving || !check (self))
    return;
  update_saving (self, TRUE);
  tl_draft_save_async (self->draft, NULL, saved_cb, g_object_ref (self));
}

/* ── What else can be done with the row ───────────────────────────────────── */

/* Only while nothing is different: what was typed mustn't be lost by it. */
static void
update_menu (TlEditDialog *self)
{
  gboolean changed = tl_draft_is_changed (self->draft);

  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !tl_draft_is_new (self->draft));
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), !changed);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button),
                               changed ? _("Save or cancel first, to do something else with it") : _("Do Something Else with It"));
}

static void
fill_menu (TlEditDialog *self)
{
  char key[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (tl_draft_get_id (self->draft), key);
  tl_record_menu_give (self->menu_button, tl_draft_get_table (self->draft), key, FALSE);
}

/* The dialog makes way for what was asked for. */
static void
do_cb (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  TlEditDialog *self = TL_EDIT_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (TlDraft) draft = g_object_ref (self->draft);

  if (tl_draft_is_changed (draft) || self->saving)
    return;
  adw_dialog_force_close (ADW_DIALOG (self));
  tl_record_menu_do (window, tl_draft_get_workbook (draft), tl_draft_get_table (draft), tl_draft_get_id (draft), name);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_edit_dialog_dispose (GObject *object)
{
  TlEditDialog *self = TL_EDIT_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_EDIT_DIALOG);

  G_OBJECT_CLASS (tl_edit_dialog_parent_class)->dispose (object);
}

static void
tl_edit_dialog_class_init (TlEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_edit_dialog_dispose;

  /**
   * TlEditDialog::saved:
   * @self: the dialog
   *
   * The draft is kept.
   */
  signals[SAVED] = g_signal_new ("saved", TL_TYPE_EDIT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_CHOICE_FIELD);
  g_type_ensure (TL_TYPE_CHOOSER_FIELD);
  g_type_ensure (TL_TYPE_CHOOSER_LIST_FIELD);
  g_type_ensure (TL_TYPE_DAY_FIELD);
  g_type_ensure (TL_TYPE_EDIT_FORM);
  g_type_ensure (TL_TYPE_LONG_TEXT_FIELD);
  g_type_ensure (TL_TYPE_MORE_FIELDS);
  g_type_ensure (TL_TYPE_RATING_FIELD);
  g_type_ensure (TL_TYPE_RATING_WORDS_FIELD);
  g_type_ensure (TL_TYPE_RECORD_LIST_BOX);
  g_type_ensure (TL_TYPE_SWITCH_FIELD);
  g_type_ensure (TL_TYPE_TEXT_FIELD);
  gtk_widget_class_install_action (widget_class, "edit.save", NULL, save_cb);
  for (const char * const *action = tl_record_menu_get_actions (); *action != NULL; action++)
    gtk_widget_class_install_action (widget_class, *action, "s", do_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/edit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEditDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlEditDialog, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlEditDialog, form_bin);
  gtk_widget_class_bind_template_child (widget_class, TlEditDialog, standing_label);
  gtk_widget_class_bind_template_child (widget_class, TlEditDialog, problem_label);
}

static void
tl_edit_dialog_init (TlEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ── Beginning ────────────────────────────────────────────────────────────── */

/* Where an action stands follows from all that happened to it, and isn't typed. */
static void
update_standing (TlEditDialog *self)
{
  TlDraft *draft = self->draft;
  const TlActionJudgement *action = tl_draft_get_table (draft) == TL_TABLE_ACTION && !tl_draft_is_new (draft)
                                      ? tl_action_words_find (tl_draft_get_workbook (draft), tl_draft_get_id (draft)) : NULL;
  g_autofree char *text = action != NULL ? tl_action_words_stand (action) : g_strdup ("");

  gtk_label_set_label (self->standing_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->standing_label), action != NULL);
}

/**
 * tl_edit_dialog_has_form:
 * @table: a table
 *
 * Returns: whether its rows can be edited in a dialog
 */
gboolean
tl_edit_dialog_has_form (TlTable table)
{
  g_autofree char *resource = get_resource (table);

  return g_resources_get_info (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

/**
 * tl_edit_dialog_new:
 * @draft: a draft of a table that has a form
 *
 * Returns: (transfer floating): a dialog that edits it
 */
TlEditDialog *
tl_edit_dialog_new (TlDraft *draft)
{
  TlEditDialog *self = g_object_new (TL_TYPE_EDIT_DIALOG, NULL);
  g_autofree char *resource = get_resource (tl_draft_get_table (draft)), *subtitle = NULL;
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (resource);
  const char *title = NULL;

  self->draft = g_object_ref (draft);
  self->form = TL_EDIT_FORM (gtk_builder_get_object (builder, "form"));
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
  self->rows = tl_edit_form_list_rows (self->form);
  tl_edit_form_set_draft (self->form, draft);
  fill_menu (self);
  update_menu (self);
  update_standing (self);
  g_signal_connect_object (tl_draft_get_workbook (draft), "notify::assessment", G_CALLBACK (update_standing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update_menu), self, G_CONNECT_SWAPPED);

  title = tl_edit_form_get_title (self->form, tl_draft_is_new (draft));
  subtitle = tl_edit_words_subtitle (draft);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  if (self->rows->len > 0)
    adw_dialog_set_focus (ADW_DIALOG (self), g_ptr_array_index (self->rows, 0));
  return self;
}

/**
 * tl_edit_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): what it edits
 */
TlDraft *
tl_edit_dialog_get_draft (TlEditDialog *self)
{
  g_return_val_if_fail (TL_IS_EDIT_DIALOG (self), NULL);

  return self->draft;
}

/**
 * tl_edit_dialog_begin_at:
 * @self: a dialog that isn't shown yet
 * @column: a field's name
 *
 * Gives the keyboard to a field when the dialog is shown.
 */
void
tl_edit_dialog_begin_at (TlEditDialog *self,
                         const char   *column)
{
  GtkWidget *row = tl_edit_dialog_find_row (self, column);
  GtkWidget *more = row != NULL ? gtk_widget_get_ancestor (row, TL_TYPE_MORE_FIELDS) : NULL;

  if (more != NULL)
    tl_more_fields_set_expanded (TL_MORE_FIELDS (more), TRUE);
  if (row != NULL)
    adw_dialog_set_focus (ADW_DIALOG (self), row);
}

/**
 * tl_edit_dialog_find_row:
 * @self: a dialog
 * @column: a field's name
 *
 * Returns: (transfer none) (nullable): where the field is edited
 */
GtkWidget *
tl_edit_dialog_find_row (TlEditDialog *self,
                         const char   *column)
{
  g_return_val_if_fail (TL_IS_EDIT_DIALOG (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TlFieldRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (tl_field_row_get_column (row), column))
        return GTK_WIDGET (row);
    }
  return NULL;
}
