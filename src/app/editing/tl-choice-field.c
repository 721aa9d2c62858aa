/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-choice-field.h"

#include <glib/gi18n.h>

#include "tl-format.h"

/* From so many words on a list can be searched. */
#define LONG_LIST 10

struct _TlChoiceField
{
  TlFieldRow parent_instance;

  GtkDropDown *drop_down;
  GtkStringList *labels;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlChoiceField, tl_choice_field, TL_TYPE_FIELD_ROW)

static void
selected_cb (TlChoiceField *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);

  if (tl_field_row_get_draft (row) != NULL && !self->filling)
    tl_draft_set_word (tl_field_row_get_draft (row), tl_field_row_get_column (row),
                       (int) gtk_drop_down_get_selected (self->drop_down));
}

static GtkWidget *
find_within (GtkWidget *widget,
             GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_within (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Enter takes the first that is found, as wherever else something is searched and chosen. */
static void
search_activate_cb (TlChoiceField *self)
{
  GtkWidget *list = find_within (GTK_WIDGET (self->drop_down), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *words = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;

  if (words != NULL && gtk_selection_model_select_item (words, 0, TRUE))
    g_signal_emit_by_name (list, "activate", 0u);
}

/* What is typed is found at once, so that the keys after it mean what is seen. */
static void
set_up_search (TlChoiceField *self)
{
  GtkWidget *entry = find_within (GTK_WIDGET (self->drop_down), GTK_TYPE_SEARCH_ENTRY);

  if (entry == NULL)
    return;
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
}

/* The words of a fixed list begin behind 0, which is none of them. */
static void
fill (TlChoiceField *self)
{
  GType words = tl_field_row_get_field (TL_FIELD_ROW (self))->words ();

  gtk_string_list_append (self->labels, tl_field_row_is_needed (TL_FIELD_ROW (self)) ? _("Choose…") : _("Not said"));
  for (int word = 1; *tl_word_get (words, word) != '\0'; word++)
    {
      g_autofree char *label = tl_format_capital (tl_word_label (words, word));

      gtk_string_list_append (self->labels, label);
    }
  gtk_drop_down_set_enable_search (self->drop_down, g_list_model_get_n_items (G_LIST_MODEL (self->labels)) > LONG_LIST);
  if (gtk_drop_down_get_enable_search (self->drop_down))
    set_up_search (self);
}

static void
tl_choice_field_show (TlFieldRow *row)
{
  TlChoiceField *self = TL_CHOICE_FIELD (row);
  guint word = (guint) tl_draft_get_word (tl_field_row_get_draft (row), tl_field_row_get_column (row));

  self->filling = TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->labels)) == 0)
    fill (self);
  gtk_drop_down_set_selected (self->drop_down, word);
  self->filling = FALSE;
}

static void
tl_choice_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_CHOICE_FIELD);

  G_OBJECT_CLASS (tl_choice_field_parent_class)->dispose (object);
}

static void
tl_choice_field_class_init (TlChoiceFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_choice_field_dispose;
  TL_FIELD_ROW_CLASS (klass)->show = tl_choice_field_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/choice-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlChoiceField, drop_down);
  gtk_widget_class_bind_template_child (widget_class, TlChoiceField, labels);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
tl_choice_field_init (TlChoiceField *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  tl_field_row_set_control (TL_FIELD_ROW (self), GTK_WIDGET (self->drop_down));
}
