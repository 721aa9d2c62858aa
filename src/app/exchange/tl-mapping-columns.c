/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mapping-columns.h"

#include <glib/gi18n.h>

#include "tl-mapping-column-row.h"

/* Enough to recognise a column by, from so many rows. */
#define MOST_SAMPLES 3
#define ROWS_LOOKED_AT 200
#define SAMPLE_LENGTH 32

struct _TlMappingColumns
{
  AdwBin parent_instance;

  GtkBox *sheets;

  TlForeignBook *book;
  /* The dialog's. */
  TlForeignMapping *mapping;
  /* What somebody has chosen, by sheet, kind and heading: no guess any more, also after going back and forth. */
  GHashTable *chosen;
  /* How a column stands to what it tells: beside it where there is room. */
  GtkOrientation orientation;
};

typedef enum
{
  PROP_ORIENTATION = 1,
} TlMappingColumnsProperty;

static GParamSpec *properties[PROP_ORIENTATION + 1];

G_DEFINE_FINAL_TYPE (TlMappingColumns, tl_mapping_columns, ADW_TYPE_BIN)

typedef struct
{
  guint sheet;
  guint column;
} Place;

static const Place *
get_place (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "place");
}

static char *
make_key (TlMappingColumns *self,
          guint             sheet,
          guint             column)
{
  return g_strdup_printf ("%u %d %u %s", sheet, (int) tl_foreign_mapping_get_kind (self->mapping, sheet), column,
                          tl_foreign_mapping_get_heading (self->mapping, sheet, column));
}

static TlMappingMark
find_mark (TlMappingColumns *self,
           guint             sheet,
           guint             column)
{
  g_autofree char *key = make_key (self, sheet, column);

  if (g_hash_table_contains (self->chosen, key))
    return GPOINTER_TO_INT (g_hash_table_lookup (self->chosen, key));
  return tl_foreign_mapping_is_remembered (self->mapping, sheet) ? TL_MAPPING_MARK_REMEMBERED : TL_MAPPING_MARK_GUESS;
}

static void
show_column (TlMappingColumns *self,
             GtkWidget        *row)
{
  const Place *place = get_place (row);

  tl_mapping_column_row_show (TL_MAPPING_COLUMN_ROW (row),
                              tl_foreign_mapping_get_field (self->mapping, place->sheet, place->column),
                              find_mark (self, place->sheet, place->column));
}

static void
keep_mark (TlMappingColumns *self,
           guint             sheet,
           guint             column,
           TlMappingMark     mark)
{
  g_hash_table_replace (self->chosen, make_key (self, sheet, column), GINT_TO_POINTER (mark));
}

/* Of most fields there is one: what told it before is left out, and says why. */
static void
chosen_cb (TlMappingColumnRow *row,
           TlMappingColumns   *self)
{
  const Place *place = get_place (GTK_WIDGET (row));
  guint n_columns = tl_foreign_mapping_get_n_columns (self->mapping, place->sheet);
  g_autofree TlForeignField *before = g_new (TlForeignField, n_columns);

  for (guint i = 0; i < n_columns; i++)
    before[i] = tl_foreign_mapping_get_field (self->mapping, place->sheet, i);
  tl_foreign_mapping_set_field (self->mapping, place->sheet, place->column, tl_mapping_column_row_get_field (row));
  for (guint i = 0; i < n_columns; i++)
    {
      if (i != place->column && before[i] != tl_foreign_mapping_get_field (self->mapping, place->sheet, i))
        keep_mark (self, place->sheet, i, TL_MAPPING_MARK_TAKEN);
    }
  keep_mark (self, place->sheet, place->column, TL_MAPPING_MARK_NONE);
  for (GtkWidget *other = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (row))); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    show_column (self, other);
}

static gboolean
has_sample (GPtrArray  *samples,
            const char *text)
{
  for (guint i = 0; i < samples->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (samples, i), text))
        return TRUE;
    }
  return FALSE;
}

static char *
make_sample (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= SAMPLE_LENGTH)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, SAMPLE_LENGTH - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
list_samples (TlMappingColumns *self,
              guint             index,
              guint             column)
{
  const TlForeignSheet *sheet = tl_foreign_book_get_sheet (self->book, index);
  guint first = tl_foreign_mapping_get_heading_row (self->mapping, index)
                + tl_foreign_mapping_get_n_heading_rows (self->mapping, index);
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (g_free);
  guint n = tl_foreign_sheet_get_n_filled (sheet), looked_at = 0;

  for (guint i = 0; i < n && samples->len < MOST_SAMPLES && looked_at < ROWS_LOOKED_AT; i++)
    {
      guint row = tl_foreign_sheet_get_filled (sheet, i);
      const char *text = row >= first ? tl_foreign_sheet_get_text (sheet, row, column) : "";
      g_autofree char *sample = make_sample (text);

      looked_at += row >= first;
      if (*text != '\0' && !has_sample (samples, sample))
        g_ptr_array_add (samples, g_steal_pointer (&sample));
    }
  g_ptr_array_add (samples, NULL);
  return g_strjoinv ("  ·  ", (char **) samples->pdata);
}

static void
add_column (TlMappingColumns *self,
            GtkListBox       *list,
            guint             sheet,
            guint             column)
{
  const char *heading = tl_foreign_mapping_get_heading (self->mapping, sheet, column);
  g_autofree char *samples = list_samples (self, sheet, column);
  g_autofree char *named = NULL;
  TlMappingColumnRow *row;
  Place *place;

  /* Nothing stands there at all. */
  if (*heading == '\0' && *samples == '\0')
    return;
  /* Translators: a column without a heading, by its number */
  named = *heading != '\0' ? g_strdup (heading) : g_strdup_printf (_("Column %u, without a heading"), column + 1);
  row = tl_mapping_column_row_new (named, samples, tl_foreign_mapping_get_kind (self->mapping, sheet));
  place = g_new (Place, 1);
  *place = (Place) { sheet, column };
  g_object_set_data_full (G_OBJECT (row), "place", place, g_free);
  g_object_bind_property (self, "orientation", gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)), "orientation",
                          G_BINDING_SYNC_CREATE);
  show_column (self, GTK_WIDGET (row));
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_DEFAULT);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
split_cb (AdwSwitchRow     *row,
          GParamSpec       *pspec,
          TlMappingColumns *self)
{
  guint sheet = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "sheet"));

  tl_foreign_mapping_set_split (self->mapping, sheet, adw_switch_row_get_active (row));
}

static void
add_sheet (TlMappingColumns *self,
           guint             sheet)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/throughline/Throughline/exchange/mapping-columns-sheet.ui");
  GtkListBox *list = GTK_LIST_BOX (gtk_builder_get_object (builder, "columns"));
  AdwSwitchRow *split = ADW_SWITCH_ROW (gtk_builder_get_object (builder, "split_row"));
  GtkWidget *split_list = GTK_WIDGET (gtk_builder_get_object (builder, "split_list"));

  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "name_label")),
                      tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (self->book, sheet)));
  for (guint i = 0; i < tl_foreign_mapping_get_n_columns (self->mapping, sheet); i++)
    add_column (self, list, sheet, i);
  gtk_widget_set_visible (split_list, tl_foreign_mapping_get_kind (self->mapping, sheet) == TL_FOREIGN_KIND_PLAN);
  adw_switch_row_set_active (split, tl_foreign_mapping_get_split (self->mapping, sheet));
  g_object_set_data (G_OBJECT (split), "sheet", GUINT_TO_POINTER (sheet));
  g_signal_connect_object (split, "notify::active", G_CALLBACK (split_cb), self, G_CONNECT_DEFAULT);
  gtk_box_append (self->sheets, GTK_WIDGET (gtk_builder_get_object (builder, "sheet")));
}

static void
tl_mapping_columns_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((TlMappingColumnsProperty) property_id)
    {
    case PROP_ORIENTATION:
      g_value_set_enum (value, TL_MAPPING_COLUMNS (object)->orientation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_mapping_columns_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TlMappingColumns *self = TL_MAPPING_COLUMNS (object);

  switch ((TlMappingColumnsProperty) property_id)
    {
    case PROP_ORIENTATION:
      if (self->orientation == (GtkOrientation) g_value_get_enum (value))
        return;
      self->orientation = g_value_get_enum (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clear (TlMappingColumns *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_box_remove (self->sheets, child);
  g_clear_pointer (&self->book, tl_foreign_book_unref);
}

static void
tl_mapping_columns_dispose (GObject *object)
{
  TlMappingColumns *self = TL_MAPPING_COLUMNS (object);

  if (self->sheets != NULL)
    clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_MAPPING_COLUMNS);

  G_OBJECT_CLASS (tl_mapping_columns_parent_class)->dispose (object);
}

static void
tl_mapping_columns_finalize (GObject *object)
{
  g_hash_table_unref (TL_MAPPING_COLUMNS (object)->chosen);

  G_OBJECT_CLASS (tl_mapping_columns_parent_class)->finalize (object);
}

static void
tl_mapping_columns_class_init (TlMappingColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_mapping_columns_get_property;
  object_class->set_property = tl_mapping_columns_set_property;
  object_class->dispose = tl_mapping_columns_dispose;
  object_class->finalize = tl_mapping_columns_finalize;

  properties[PROP_ORIENTATION] = g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                                                   GTK_ORIENTATION_HORIZONTAL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/mapping-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMappingColumns, sheets);
}

static void
tl_mapping_columns_init (TlMappingColumns *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_mapping_columns_load:
 * @self: the step
 * @book: a spreadsheet that isn't ours
 * @mapping: (transfer none): how it is read, which must outlive this or another one that is loaded
 *
 * Shows the columns of all sheets that aren't left out.
 */
void
tl_mapping_columns_load (TlMappingColumns *self,
                         TlForeignBook    *book,
                         TlForeignMapping *mapping)
{
  g_return_if_fail (TL_IS_MAPPING_COLUMNS (self));

  clear (self);
  self->book = tl_foreign_book_ref (book);
  self->mapping = mapping;
  for (guint i = 0; i < tl_foreign_book_get_n_sheets (book); i++)
    {
      if (tl_foreign_mapping_get_kind (mapping, i) != TL_FOREIGN_KIND_NONE)
        add_sheet (self, i);
    }
}
