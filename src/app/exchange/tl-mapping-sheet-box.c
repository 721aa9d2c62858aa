/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mapping-sheet-box.h"

#include <glib/gi18n.h>

#include "tl-format.h"

/* Titles and notes above a table are a few rows; more than the widest table that people can read in a window. */
#define ROWS_SHOWN 12
#define ROWS_AFTER_HEADINGS 4
#define MOST_ROWS 60
#define MOST_CELLS 16
/* In characters: a cell among others, and a title or note that stands alone. */
#define CELL_WIDTH 18
#define ALONE_WIDTH 60

struct _TlMappingSheetBox
{
  GtkBox parent_instance;

  GtkLabel *name_label;
  GtkLabel *count_label;
  AdwComboRow *kind_row;
  GtkWidget *rows_box;
  GtkListBox *rows;
  AdwSwitchRow *two_row;

  TlForeignBook *book;
  /* The dialog's. */
  TlForeignMapping *mapping;
  guint sheet;
  GPtrArray *columns;
  gboolean loading;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlMappingSheetBox, tl_mapping_sheet_box, GTK_TYPE_BOX)

static const TlForeignSheet *
get_sheet (TlMappingSheetBox *self)
{
  return tl_foreign_book_get_sheet (self->book, self->sheet);
}

static char *
make_line (const char *text)
{
  g_autofree char *line = g_strdup (text);
  g_auto (GStrv) words = g_strsplit_set (line, "\n\r\t", -1);

  return g_strjoinv (" ", words);
}

static GtkWidget *
add_cell (GtkBox     *cells,
          const char *text,
          int         width)
{
  g_autofree char *line = make_line (text);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (line, -1), width));
  gtk_box_append (cells, label);
  return label;
}

static GtkSizeGroup *
get_column (TlMappingSheetBox *self,
            guint              column)
{
  while (self->columns->len <= column)
    g_ptr_array_add (self->columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
  return g_ptr_array_index (self->columns, column);
}

static guint
count_texts (const TlForeignSheet *sheet,
             guint                 row)
{
  guint n = 0;

  for (guint i = 0; i < tl_foreign_sheet_get_n_columns (sheet); i++)
    n += *tl_foreign_sheet_get_text (sheet, row, i) != '\0';
  return n;
}

/* One column's cells are as wide as one another, though headings are bold. */
static void
add_cells (TlMappingSheetBox *self,
           guint              row,
           GtkBox            *cells,
           GString           *spoken)
{
  const TlForeignSheet *sheet = get_sheet (self);
  guint n_columns = MIN (tl_foreign_sheet_get_n_columns (sheet), MOST_CELLS);
  gboolean alone = count_texts (sheet, row) == 1;

  for (guint i = 0; i < n_columns; i++)
    {
      const char *text = tl_foreign_sheet_get_text (sheet, row, i);

      if (*text != '\0')
        g_string_append_printf (spoken, "%s%s", spoken->len > 0 ? ", " : "", text);
      if (!alone)
        gtk_size_group_add_widget (get_column (self, i), add_cell (cells, text, CELL_WIDTH));
      else if (*text != '\0')
        add_cell (cells, text, ALONE_WIDTH);
    }
}

static guint
get_number (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "number"));
}

static void
add_row (TlMappingSheetBox *self,
         guint              number)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/throughline/Throughline/exchange/mapping-file-row.ui");
  GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, "row"));
  g_autofree char *text = g_strdup_printf ("%u", number), *name = NULL;
  g_autoptr (GString) spoken = g_string_new (NULL);

  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "number")), text);
  add_cells (self, number, GTK_BOX (gtk_builder_get_object (builder, "cells")), spoken);
  g_object_set_data (G_OBJECT (row), "number", GUINT_TO_POINTER (number));
  g_object_set_data (G_OBJECT (row), "mark", gtk_builder_get_object (builder, "mark"));
  /* Translators: a row of a spreadsheet, its number and what stands in it */
  name = g_strdup_printf (_("Row %u: %s"), number, spoken->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->rows, row);
}

/* Not by colour alone. */
static void
mark_rows (TlMappingSheetBox *self)
{
  guint first = tl_foreign_mapping_get_heading_row (self->mapping, self->sheet);
  guint n = tl_foreign_mapping_get_n_heading_rows (self->mapping, self->sheet);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    {
      gboolean is_heading = get_number (row) >= first && get_number (row) < first + n;

      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "mark"), is_heading ? _("Headings") : "");
      if (is_heading)
        gtk_widget_add_css_class (GTK_WIDGET (row), "mapping-headings");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "mapping-headings");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      is_heading ? _("Headings") : "", -1);
      if (get_number (row) == first)
        gtk_list_box_select_row (self->rows, row);
    }
}

/* Of a sheet that is left out nobody has to see them. */
static void
show_rows (TlMappingSheetBox *self)
{
  const TlForeignSheet *sheet = get_sheet (self);
  guint heading = tl_foreign_mapping_get_heading_row (self->mapping, self->sheet);
  guint n = tl_foreign_sheet_get_n_filled (sheet), n_after = 0;

  if (gtk_list_box_get_row_at_index (self->rows, 0) != NULL
      || tl_foreign_mapping_get_kind (self->mapping, self->sheet) == TL_FOREIGN_KIND_NONE)
    return;
  for (guint i = 0; i < MIN (n, MOST_ROWS) && (i < ROWS_SHOWN || n_after <= ROWS_AFTER_HEADINGS); i++)
    {
      add_row (self, tl_foreign_sheet_get_filled (sheet, i));
      n_after += tl_foreign_sheet_get_filled (sheet, i) >= heading;
    }
}

static void
show_state (TlMappingSheetBox *self)
{
  self->loading = TRUE;
  show_rows (self);
  adw_combo_row_set_selected (self->kind_row, tl_foreign_mapping_get_kind (self->mapping, self->sheet));
  adw_switch_row_set_active (self->two_row, tl_foreign_mapping_get_n_heading_rows (self->mapping, self->sheet) > 1);
  gtk_widget_set_visible (self->rows_box,
                          tl_foreign_mapping_get_kind (self->mapping, self->sheet) != TL_FOREIGN_KIND_NONE);
  mark_rows (self);
  self->loading = FALSE;
}

static void
tell (TlMappingSheetBox *self)
{
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kind_chosen_cb (TlMappingSheetBox *self)
{
  if (self->loading)
    return;
  tl_foreign_mapping_set_kind (self->mapping, self->sheet, adw_combo_row_get_selected (self->kind_row));
  tell (self);
}

static void
set_headings (TlMappingSheetBox *self,
              guint              row)
{
  guint n_rows = adw_switch_row_get_active (self->two_row) ? 2 : 1;

  tl_foreign_mapping_set_heading_row (self->mapping, self->sheet, row, n_rows);
  tell (self);
}

static void
row_chosen_cb (TlMappingSheetBox *self,
               GtkListBoxRow     *row)
{
  if (!self->loading && row != NULL)
    set_headings (self, get_number (row));
}

static void
two_chosen_cb (TlMappingSheetBox *self)
{
  if (!self->loading)
    set_headings (self, tl_foreign_mapping_get_heading_row (self->mapping, self->sheet));
}

static void
tl_mapping_sheet_box_dispose (GObject *object)
{
  TlMappingSheetBox *self = TL_MAPPING_SHEET_BOX (object);

  self->loading = TRUE;
  g_clear_pointer (&self->book, tl_foreign_book_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_MAPPING_SHEET_BOX);

  G_OBJECT_CLASS (tl_mapping_sheet_box_parent_class)->dispose (object);
}

static void
tl_mapping_sheet_box_class_init (TlMappingSheetBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_mapping_sheet_box_dispose;

  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_MAPPING_SHEET_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/mapping-sheet-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMappingSheetBox, name_label);
  gtk_widget_class_bind_template_child (widget_class, TlMappingSheetBox, count_label);
  gtk_widget_class_bind_template_child (widget_class, TlMappingSheetBox, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TlMappingSheetBox, rows_box);
  gtk_widget_class_bind_template_child (widget_class, TlMappingSheetBox, rows);
  gtk_widget_class_bind_template_child (widget_class, TlMappingSheetBox, two_row);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, two_chosen_cb);
}

static void
tl_mapping_sheet_box_init (TlMappingSheetBox *self)
{
  self->loading = TRUE;
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
list_kinds (TlMappingSheetBox *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (TlForeignKind kind = 0; kind < TL_FOREIGN_N_KINDS; kind++)
    gtk_string_list_append (kinds, tl_foreign_kind_get_label (kind));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

/**
 * tl_mapping_sheet_box_new:
 * @book: a spreadsheet that isn't ours
 * @mapping: (transfer none): how it is read, which must outlive this
 * @sheet: which of its sheets, from 0
 *
 * Returns: (transfer floating): where somebody says how it is read
 */
TlMappingSheetBox *
tl_mapping_sheet_box_new (TlForeignBook    *book,
                          TlForeignMapping *mapping,
                          guint             sheet)
{
  TlMappingSheetBox *self = g_object_new (TL_TYPE_MAPPING_SHEET_BOX, NULL);
  guint n_rows;
  g_autofree char *count = NULL, *rows = NULL;

  self->book = tl_foreign_book_ref (book);
  self->mapping = mapping;
  self->sheet = sheet;
  n_rows = tl_foreign_sheet_get_n_filled (get_sheet (self));
  gtk_label_set_text (self->name_label, tl_foreign_sheet_get_name (get_sheet (self)));
  count = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  if (tl_foreign_sheet_get_hidden (get_sheet (self)))
    /* Translators: a sheet's number of rows, which the spreadsheet hides */
    rows = g_strdup_printf (_("%s, hidden in the spreadsheet"), count);
  gtk_label_set_text (self->count_label, rows != NULL ? rows : count);
  list_kinds (self);
  show_state (self);
  return self;
}
