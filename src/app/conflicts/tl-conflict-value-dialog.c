/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-conflict-value-dialog.h"

#include <glib/gi18n.h>

#include "tl-day-text.h"
#include "tl-problem-mark.h"
#include "tl-words.h"

struct _TlConflictValueDialog
{
  AdwDialog parent_instance;

  GtkLabel *place;
  GtkStack *stack;
  GtkTextView *text;
  AdwEntryRow *entry;
  AdwComboRow *choice;
  GtkLabel *problem;

  TlConflictItem *item;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlConflictValueDialog, tl_conflict_value_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
get_field (TlConflictValueDialog *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (name, "text"))
    return GTK_WIDGET (self->text);
  return g_str_equal (name, "choice") ? GTK_WIDGET (self->choice) : GTK_WIDGET (self->entry);
}

static void
say_problem (TlConflictValueDialog *self,
             const char            *problem)
{
  tl_problem_mark (get_field (self), get_field (self), self->problem, problem);
}

/* The words of a fixed list begin behind 0, which is none of them. */
static char *
get_word (TlConflictValueDialog *self)
{
  return g_strdup (tl_word_get (tl_conflict_item_get_words (self->item), (int) adw_combo_row_get_selected (self->choice) + 1));
}

/* Days may be written as anywhere else in the window. */
static char *
get_day (const char *text)
{
  TlDay day = tl_day_text_parse (text, tl_day_today ());
  char iso[TL_DAY_ISO_LENGTH + 1];

  if (day == TL_NO_DAY)
    return g_strdup (text);
  tl_day_to_iso (day, iso);
  return g_strdup (iso);
}

static char *
get_text (TlConflictValueDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  switch ((int) tl_conflict_item_get_field_type (self->item))
    {
    case TL_FIELD_WORD:
      return get_word (self);
    case TL_FIELD_DAY:
      return get_day (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    default:
      return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
    }
}

static void
choose_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlConflictValueDialog *self = TL_CONFLICT_VALUE_DIALOG (widget);
  g_autofree char *text = get_text (self);
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!tl_conflict_item_read (self->item, text, &value, &error))
    {
      say_problem (self, error->message);
      gtk_widget_grab_focus (get_field (self));
      return;
    }
  g_signal_emit (self, signals[CHOSEN], 0, &value);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
changed_cb (TlConflictValueDialog *self)
{
  if (self->item != NULL)
    say_problem (self, NULL);
}

static void
tl_conflict_value_dialog_dispose (GObject *object)
{
  g_clear_object (&TL_CONFLICT_VALUE_DIALOG (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_CONFLICT_VALUE_DIALOG);

  G_OBJECT_CLASS (tl_conflict_value_dialog_parent_class)->dispose (object);
}

static void
tl_conflict_value_dialog_class_init (TlConflictValueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_conflict_value_dialog_dispose;

  /**
   * TlConflictValueDialog::chosen:
   * @value: (type gpointer): a #TlValue that the field can have
   *
   * Another value was given.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_CONFLICT_VALUE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/throughline/Throughline/conflicts/conflict-value-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlConflictValueDialog, place);
  gtk_widget_class_bind_template_child (widget_class, TlConflictValueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlConflictValueDialog, text);
  gtk_widget_class_bind_template_child (widget_class, TlConflictValueDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TlConflictValueDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, TlConflictValueDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "value.choose", NULL, choose_cb);
}

static void
tl_conflict_value_dialog_init (TlConflictValueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The list of a field that is chosen from one, with what is shown now. */
static void
fill_choice (TlConflictValueDialog *self,
             const TlValue         *now)
{
  GType words = tl_conflict_item_get_words (self->item);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  int chosen = 0;

  for (int word = 1; *tl_word_get (words, word) != '\0'; word++)
    gtk_string_list_append (labels, tl_word_label (words, word));
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (labels));
  if (now->type == TL_VALUE_TEXT && tl_word_find (words, now->text, &chosen) && chosen > 0)
    adw_combo_row_set_selected (self->choice, (guint) chosen - 1);
}

static void
fill (TlConflictValueDialog *self)
{
  const TlConflict *conflict = tl_conflict_item_get_conflict (self->item);
  TlFieldType type = tl_conflict_item_get_field_type (self->item);
  const TlValue *now = &conflict->now;
  guint shown = tl_conflict_item_is_shown (self->item, 0) ? 0 : 1;

  gtk_label_set_label (self->place, conflict->place);
  if (type == TL_FIELD_WORD)
    {
      fill_choice (self, now);
      gtk_stack_set_visible_child_name (self->stack, "choice");
    }
  else if (type == TL_FIELD_TEXT || type == TL_FIELD_TEXTS)
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), now->type == TL_VALUE_TEXT ? now->text : "", -1);
      gtk_stack_set_visible_child_name (self->stack, "text");
      adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->text));
    }
  else
    {
      if (type == TL_FIELD_DAY)
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _("Day, as 9 June 2026 or 2026-06-09"));
      gtk_editable_set_text (GTK_EDITABLE (self->entry), now->type != TL_VALUE_NULL ? conflict->sides[shown].words : "");
      gtk_stack_set_visible_child_name (self->stack, "entry");
      adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->entry));
    }
}

/**
 * tl_conflict_value_dialog_new:
 * @item: a conflict whose field can be typed
 *
 * Returns: (transfer floating): a dialog that asks for another value, beginning with what is shown now
 */
TlConflictValueDialog *
tl_conflict_value_dialog_new (TlConflictItem *item)
{
  TlConflictValueDialog *self = g_object_new (TL_TYPE_CONFLICT_VALUE_DIALOG, NULL);

  self->item = g_object_ref (item);
  fill (self);
  return self;
}

/**
 * tl_conflict_value_dialog_get_item:
 * @self: a dialog
 *
 * Returns: (transfer none): the conflict that it is of
 */
TlConflictItem *
tl_conflict_value_dialog_get_item (TlConflictValueDialog *self)
{
  g_return_val_if_fail (TL_IS_CONFLICT_VALUE_DIALOG (self), NULL);

  return self->item;
}
