/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mapping-sheets.h"

#include <glib/gi18n.h>

#include "tl-day-text.h"
#include "tl-format.h"
#include "tl-mapping-sheet-box.h"
#include "tl-problem-mark.h"

/* More than anybody goes through; no real tracker has as many. */
#define MOST_SHEETS 60

struct _TlMappingSheets
{
  AdwBin parent_instance;

  GtkBox *sheets;
  AdwEntryRow *day_row;
  GtkLabel *day_problem;

  /* The dialog's. */
  TlForeignMapping *mapping;
  guint n_sheets;
  TlDay today;
  gboolean day_is_wrong;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlMappingSheets, tl_mapping_sheets, ADW_TYPE_BIN)

static void
changed_cb (TlMappingSheets *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
day_changed_cb (TlMappingSheets *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->day_row))));
  TlDay day = tl_day_text_parse (text, self->today);
  const char *problem = NULL;

  if (self->mapping == NULL)
    return;
  self->day_is_wrong = *text != '\0' && (day == TL_NO_DAY || day > self->today);
  if (self->day_is_wrong)
    problem = day == TL_NO_DAY ? _("This isn’t a day; write it as 31 March 2026.") : _("This day is still to come.");
  tl_problem_mark (GTK_WIDGET (self->day_row), GTK_WIDGET (self->day_row), self->day_problem, problem);
  if (!self->day_is_wrong)
    tl_foreign_mapping_set_as_of (self->mapping, day);
  changed_cb (self);
}

static void
tl_mapping_sheets_dispose (GObject *object)
{
  TL_MAPPING_SHEETS (object)->mapping = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_MAPPING_SHEETS);

  G_OBJECT_CLASS (tl_mapping_sheets_parent_class)->dispose (object);
}

static void
tl_mapping_sheets_class_init (TlMappingSheetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_mapping_sheets_dispose;

  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_MAPPING_SHEETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/mapping-sheets.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMappingSheets, sheets);
  gtk_widget_class_bind_template_child (widget_class, TlMappingSheets, day_row);
  gtk_widget_class_bind_template_child (widget_class, TlMappingSheets, day_problem);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
}

static void
tl_mapping_sheets_init (TlMappingSheets *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_sheet (TlMappingSheets  *self,
           TlForeignBook    *book,
           TlForeignMapping *mapping,
           guint             sheet)
{
  TlMappingSheetBox *box = tl_mapping_sheet_box_new (book, mapping, sheet);

  g_signal_connect_object (box, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->sheets, GTK_WIDGET (box));
}

/* What isn't shown is left out, and says so. */
static void
add_more (TlMappingSheets *self,
          guint            n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more sheet is left out", "%u more sheets are left out", n), n);

  gtk_box_append (self->sheets, g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL));
}

static void
add_sheets (TlMappingSheets  *self,
            TlForeignBook    *book,
            TlForeignMapping *mapping)
{
  guint n = 0;

  for (guint i = 0; i < self->n_sheets; i++)
    {
      if (tl_foreign_sheet_get_n_filled (tl_foreign_book_get_sheet (book, i)) == 0)
        continue;
      if (n++ < MOST_SHEETS)
        add_sheet (self, book, mapping, i);
      else
        tl_foreign_mapping_set_kind (mapping, i, TL_FOREIGN_KIND_NONE);
    }
  if (n > MOST_SHEETS)
    add_more (self, n - MOST_SHEETS);
}

static void
show_day (TlMappingSheets *self,
          TlDay            day)
{
  g_autofree char *text = day != TL_NO_DAY ? tl_format_day (day) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->day_row), text);
}

/**
 * tl_mapping_sheets_load:
 * @self: the step
 * @book: a spreadsheet that isn't ours
 * @mapping: (transfer none): how it is read, which must outlive this or another one that is loaded
 * @today: the workbook's day
 *
 * Shows a file's sheets.
 */
void
tl_mapping_sheets_load (TlMappingSheets  *self,
                        TlForeignBook    *book,
                        TlForeignMapping *mapping,
                        TlDay             today)
{
  GtkWidget *child;

  g_return_if_fail (TL_IS_MAPPING_SHEETS (self));

  self->mapping = NULL;
  self->n_sheets = tl_foreign_book_get_n_sheets (book);
  self->today = today;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_box_remove (self->sheets, child);
  add_sheets (self, book, mapping);
  show_day (self, tl_foreign_mapping_get_as_of (mapping));
  self->mapping = mapping;
  day_changed_cb (self);
}

/**
 * tl_mapping_sheets_is_enough:
 * @self: the step
 *
 * Returns: whether at least one sheet is to be read, and nothing that was typed is wrong
 */
gboolean
tl_mapping_sheets_is_enough (TlMappingSheets *self)
{
  for (guint i = 0; self->mapping != NULL && !self->day_is_wrong && i < self->n_sheets; i++)
    {
      if (tl_foreign_mapping_get_kind (self->mapping, i) != TL_FOREIGN_KIND_NONE)
        return TRUE;
    }
  return FALSE;
}
