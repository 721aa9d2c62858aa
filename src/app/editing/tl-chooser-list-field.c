/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-chooser-list-field.h"

#include <glib/gi18n.h>

#include "tl-row-adding.h"

struct _TlChooserListField
{
  TlFieldRow parent_instance;

  GtkBox *chosen;
  GtkMenuButton *button;
  TlRowChooser *chooser;
};

G_DEFINE_FINAL_TYPE (TlChooserListField, tl_chooser_list_field, TL_TYPE_FIELD_ROW)

static void
chosen_cb (TlChooserListField *self,
           TlRowChoice        *choice,
           const char         *typed)
{
  TlFieldRow *row = TL_FIELD_ROW (self);

  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  if (tl_row_choice_get_kind (choice) == TL_ROW_CHOICE_ADD)
    tl_row_adding_begin (row, typed);
  else
    tl_draft_add_link (tl_field_row_get_draft (row), tl_field_row_get_column (row), tl_row_choice_get_id (choice));
}

static void
remove_cb (TlChooserListField *self,
           GtkWidget          *button)
{
  TlFieldRow *row = TL_FIELD_ROW (self);
  TlId id = *(const TlId *) g_object_get_data (G_OBJECT (button), "tl-id");

  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  tl_draft_remove_link (tl_field_row_get_draft (row), tl_field_row_get_column (row), &id);
}

static void
add_chosen (TlChooserListField *self,
            const TlId         *id)
{
  g_autofree char *name = tl_row_adding_name (TL_FIELD_ROW (self), id);
  /* Translators: %s is what was chosen, such as a risk's title */
  g_autofree char *what = g_strdup_printf (_("Take Out %s"), name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, what);
  g_object_set_data_full (G_OBJECT (button), "tl-id", g_memdup2 (id, sizeof (TlId)), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (self->chosen, box);
}

static void
tl_chooser_list_field_show (TlFieldRow *row)
{
  TlChooserListField *self = TL_CHOOSER_LIST_FIELD (row);
  TlDraft *draft = tl_field_row_get_draft (row);
  const char *column = tl_field_row_get_column (row);
  guint n = tl_draft_get_n_links (draft, column);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chosen))) != NULL)
    gtk_box_remove (self->chosen, child);
  for (guint i = 0; i < n; i++)
    add_chosen (self, tl_draft_get_link (draft, column, i));
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), n > 0);
  tl_row_chooser_set_up (self->chooser, tl_draft_get_workbook (draft), tl_row_adding_get_table (row),
                         tl_row_adding_get_flags (row));
}

static void
tl_chooser_list_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_CHOOSER_LIST_FIELD);

  G_OBJECT_CLASS (tl_chooser_list_field_parent_class)->dispose (object);
}

static void
tl_chooser_list_field_class_init (TlChooserListFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_chooser_list_field_dispose;
  TL_FIELD_ROW_CLASS (klass)->show = tl_chooser_list_field_show;

  g_type_ensure (TL_TYPE_ROW_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/throughline/Throughline/editing/chooser-list-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlChooserListField, chosen);
  gtk_widget_class_bind_template_child (widget_class, TlChooserListField, button);
  gtk_widget_class_bind_template_child (widget_class, TlChooserListField, chooser);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
tl_chooser_list_field_init (TlChooserListField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_field_row_set_control (TL_FIELD_ROW (self), GTK_WIDGET (self->button));
}
