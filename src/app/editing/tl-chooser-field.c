/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-chooser-field.h"

#include <glib/gi18n.h>

#include "tl-row-adding.h"

struct _TlChooserField
{
  TlFieldRow parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  TlRowChooser *chooser;
};

G_DEFINE_FINAL_TYPE (TlChooserField, tl_chooser_field, TL_TYPE_FIELD_ROW)

static void
chosen_cb (TlChooserField *self,
           TlRowChoice    *choice,
           const char     *typed)
{
  TlFieldRow *row = TL_FIELD_ROW (self);
  TlDraft *draft = tl_field_row_get_draft (row);
  const char *column = tl_field_row_get_column (row);

  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  switch (tl_row_choice_get_kind (choice))
    {
    case TL_ROW_CHOICE_ROW:
      tl_draft_set_link (draft, column, tl_row_choice_get_id (choice));
      break;
    case TL_ROW_CHOICE_NONE:
      tl_draft_set_link (draft, column, NULL);
      break;
    case TL_ROW_CHOICE_TEXT:
      tl_draft_set_text (draft, column, typed);
      break;
    case TL_ROW_CHOICE_ADD:
    default:
      tl_row_adding_begin (row, typed);
      break;
    }
}

static void
tl_chooser_field_show (TlFieldRow *row)
{
  TlChooserField *self = TL_CHOOSER_FIELD (row);
  TlDraft *draft = tl_field_row_get_draft (row);
  const TlId *id = tl_draft_get_link (draft, tl_field_row_get_column (row), 0);
  const char *text = tl_draft_get_text (draft, tl_field_row_get_column (row));
  g_autofree char *name = id != NULL ? tl_row_adding_name (row, id) : g_strdup (text);
  gboolean chosen = *name != '\0';

  if (!chosen)
    g_set_str (&name, tl_field_row_is_needed (row) ? _("Choose…") : _("None"));
  gtk_label_set_label (self->label, name);
  if (chosen)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  tl_row_chooser_set_up (self->chooser, tl_draft_get_workbook (draft), tl_row_adding_get_table (row),
                         tl_row_adding_get_flags (row));
}

static void
tl_chooser_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_CHOOSER_FIELD);

  G_OBJECT_CLASS (tl_chooser_field_parent_class)->dispose (object);
}

static void
tl_chooser_field_class_init (TlChooserFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_chooser_field_dispose;
  TL_FIELD_ROW_CLASS (klass)->show = tl_chooser_field_show;

  g_type_ensure (TL_TYPE_ROW_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/chooser-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlChooserField, button);
  gtk_widget_class_bind_template_child (widget_class, TlChooserField, label);
  gtk_widget_class_bind_template_child (widget_class, TlChooserField, chooser);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
tl_chooser_field_init (TlChooserField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_field_row_set_control (TL_FIELD_ROW (self), GTK_WIDGET (self->button));
}
