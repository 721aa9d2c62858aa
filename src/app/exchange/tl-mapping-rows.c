/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mapping-rows.h"

#include <glib/gi18n.h>

#include "tl-layout.h"
#include "tl-mapping-text.h"

/* What anybody reads to see whether it is right. */
#define MOST_ITEMS 20
#define MOST_PROBLEMS 50

struct _TlMappingRows
{
  AdwBin parent_instance;

  GtkWidget *problems_group;
  GtkListBox *problems;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (TlMappingRows, tl_mapping_rows, ADW_TYPE_BIN)

/* Texts of a file are never markup. */
static AdwActionRow *
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (row, subtitle);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

static void
add_more (GtkListBox *list,
          guint       n)
{
  /* Translators: at the end of a list */
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  if (n > 0)
    add_row (list, text, NULL);
}

/* ── What couldn't be read ────────────────────────────────────────────────── */

static void
list_problems (TlMappingRows *self,
               TlImportPlan  *plan)
{
  guint n = tl_import_plan_get_n_problems (plan), shown = MIN (n, MOST_PROBLEMS);

  gtk_list_box_remove_all (self->problems);
  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *text = tl_import_problem_to_text (tl_import_plan_get_problem (plan, i));
      AdwActionRow *row = add_row (self->problems, text, NULL);
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      adw_action_row_add_prefix (row, icon);
    }
  add_more (self->problems, n - shown + tl_import_plan_get_n_unlisted (plan));
  gtk_widget_set_visible (self->problems_group, n > 0);
}

/* ── What rows become ─────────────────────────────────────────────────────── */

static void
add_item (GtkListBox            *list,
          const TlForeignResult *result,
          const TlForeignRow    *from,
          const TlForeignItem   *item,
          TlSnapshot            *existing)
{
  const TlForeignCell *main = tl_mapping_text_find_main (item);
  g_autofree char *cells = tl_mapping_text_say_cells (result, item, existing);
  g_autofree char *source = item->added ? g_strdup_printf (_("row %u"), from->row)
                                        : g_strdup_printf (_("row %u, already here"), from->row);
  AdwActionRow *row = add_row (list, main != NULL ? main->text : "", cells);
  GtkWidget *label = gtk_label_new (source);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (row, label);
}

static GtkListBox *
add_group (TlMappingRows *self,
           const char    *sheet)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/throughline/Throughline/exchange/mapping-words-group.ui");

  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "name_label")), _(sheet));
  gtk_box_append (self->groups, GTK_WIDGET (gtk_builder_get_object (builder, "group")));
  return GTK_LIST_BOX (gtk_builder_get_object (builder, "words"));
}

static void
add_items (TlMappingRows         *self,
           const TlForeignResult *result,
           TlSnapshot            *existing,
           const char            *sheet)
{
  GtkListBox *list = NULL;
  guint n = 0;

  for (guint i = 0; i < result->rows->len; i++)
    {
      const TlForeignRow *row = g_ptr_array_index (result->rows, i);

      for (guint j = 0; j < row->items->len; j++)
        {
          const TlForeignItem *item = g_ptr_array_index (row->items, j);

          if (!g_str_equal (item->sheet, sheet) || n++ >= MOST_ITEMS)
            continue;
          if (list == NULL)
            list = add_group (self, sheet);
          add_item (list, result, row, item, existing);
        }
    }
  if (n > MOST_ITEMS)
    add_more (list, n - MOST_ITEMS);
}

static void
clear (TlMappingRows *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
tl_mapping_rows_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_MAPPING_ROWS);

  G_OBJECT_CLASS (tl_mapping_rows_parent_class)->dispose (object);
}

static void
tl_mapping_rows_class_init (TlMappingRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_mapping_rows_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/mapping-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMappingRows, problems_group);
  gtk_widget_class_bind_template_child (widget_class, TlMappingRows, problems);
  gtk_widget_class_bind_template_child (widget_class, TlMappingRows, groups);
}

static void
tl_mapping_rows_init (TlMappingRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_mapping_rows_load:
 * @self: the step
 * @result: what the mapping makes of the file
 * @existing: the workbook
 *
 * Shows what the first rows become, by our own sheets: risks, then actions, and so on.
 */
void
tl_mapping_rows_load (TlMappingRows         *self,
                      const TlForeignResult *result,
                      TlSnapshot            *existing)
{
  static const TlTable first[] = { TL_TABLE_RISK, TL_TABLE_ACTION, TL_TABLE_PERSON };

  g_return_if_fail (TL_IS_MAPPING_ROWS (self));

  clear (self);
  list_problems (self, result->plan);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    add_items (self, result, existing, tl_layout_get (first[i])->sheet);
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      if (table != TL_TABLE_RISK && table != TL_TABLE_ACTION && table != TL_TABLE_PERSON)
        add_items (self, result, existing, tl_layout_get (table)->sheet);
    }
}
