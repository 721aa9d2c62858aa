/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mapping-column-row.h"

#include <glib/gi18n.h>

struct _TlMappingColumnRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *heading_label;
  GtkLabel *samples_label;
  GtkDropDown *choice;
  GtkLabel *mark_label;

  GArray *fields;
  gboolean loading;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlMappingColumnRow, tl_mapping_column_row, GTK_TYPE_LIST_BOX_ROW)

static void
chosen_cb (TlMappingColumnRow *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
tl_mapping_column_row_dispose (GObject *object)
{
  TlMappingColumnRow *self = TL_MAPPING_COLUMN_ROW (object);

  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_MAPPING_COLUMN_ROW);

  G_OBJECT_CLASS (tl_mapping_column_row_parent_class)->dispose (object);
}

static void
tl_mapping_column_row_finalize (GObject *object)
{
  g_array_unref (TL_MAPPING_COLUMN_ROW (object)->fields);

  G_OBJECT_CLASS (tl_mapping_column_row_parent_class)->finalize (object);
}

static void
tl_mapping_column_row_class_init (TlMappingColumnRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_mapping_column_row_dispose;
  object_class->finalize = tl_mapping_column_row_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_MAPPING_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/mapping-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMappingColumnRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, TlMappingColumnRow, samples_label);
  gtk_widget_class_bind_template_child (widget_class, TlMappingColumnRow, choice);
  gtk_widget_class_bind_template_child (widget_class, TlMappingColumnRow, mark_label);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
tl_mapping_column_row_init (TlMappingColumnRow *self)
{
  self->loading = TRUE;
  self->fields = g_array_new (FALSE, FALSE, sizeof (TlForeignField));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
list_fields (TlMappingColumnRow *self,
             TlForeignKind       kind)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (TlForeignField field = 0; field < TL_FOREIGN_N_FIELDS; field++)
    {
      if (!tl_foreign_kind_has_field (kind, field))
        continue;
      g_array_append_val (self->fields, field);
      gtk_string_list_append (labels, tl_foreign_field_get_label (field));
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
}

/**
 * tl_mapping_column_row_new:
 * @heading: the column's heading
 * @samples: what stands beneath it, as examples
 * @kind: what the sheet's rows tell of
 *
 * Returns: (transfer floating): a row for a column
 */
TlMappingColumnRow *
tl_mapping_column_row_new (const char    *heading,
                           const char    *samples,
                           TlForeignKind  kind)
{
  TlMappingColumnRow *self = g_object_new (TL_TYPE_MAPPING_COLUMN_ROW, NULL);
  /* Translators: %s is the heading of a spreadsheet's column */
  g_autofree char *name = g_strdup_printf (_("What “%s” tells"), heading);

  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->samples_label, samples);
  gtk_widget_set_visible (GTK_WIDGET (self->samples_label), *samples != '\0');
  list_fields (self, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->mark_label,
                                  self->samples_label, NULL, -1);
  return self;
}

static const char *
say_mark (TlForeignField field,
          TlMappingMark  mark)
{
  switch (mark)
    {
    case TL_MAPPING_MARK_GUESS:
      return field != TL_FOREIGN_FIELD_NONE ? _("A guess") : _("Not recognised");
    case TL_MAPPING_MARK_REMEMBERED:
      return _("As the last time");
    case TL_MAPPING_MARK_TAKEN:
      return _("Another column tells that now");
    case TL_MAPPING_MARK_NONE:
    default:
      return "";
    }
}

/**
 * tl_mapping_column_row_show:
 * @self: a row
 * @field: what the column tells
 * @mark: how that comes
 *
 * Shows what the column tells.
 */
void
tl_mapping_column_row_show (TlMappingColumnRow *self,
                            TlForeignField      field,
                            TlMappingMark       mark)
{
  const char *text = say_mark (field, mark);

  self->loading = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    {
      if (g_array_index (self->fields, TlForeignField, i) == field)
        gtk_drop_down_set_selected (self->choice, i);
    }
  self->loading = FALSE;
  gtk_label_set_text (self->mark_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->mark_label), *text != '\0');
}

/**
 * tl_mapping_column_row_get_field:
 * @self: a row
 *
 * Returns: what was chosen that the column tells
 */
TlForeignField
tl_mapping_column_row_get_field (TlMappingColumnRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return selected < self->fields->len ? g_array_index (self->fields, TlForeignField, selected) : TL_FOREIGN_FIELD_NONE;
}
