/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filters-popover.h"

#include "tl-problem-mark.h"
#include "tl-saved-filter-row.h"

struct _TlFiltersPopover
{
  GtkPopover parent_instance;

  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *none_label;
  GtkEditable *entry;
  GtkLabel *problem_label;

  TlRisksArrangement *arrangement;
  TlSavedFilters *filters;
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFiltersPopover, tl_filters_popover, GTK_TYPE_POPOVER)

static void
show_problem (TlFiltersPopover *self,
              const char       *problem)
{
  tl_problem_mark (GTK_WIDGET (self->entry), GTK_WIDGET (self->entry), self->problem_label, problem);
}

/* Which of them is what the register shows. */
static void
update (TlFiltersPopover *self)
{
  g_autoptr (GVariant) now = NULL;
  GtkListBoxRow *row;

  if (self->filters == NULL)
    return;
  now = g_variant_ref_sink (tl_risks_arrangement_save (self->arrangement));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      TlSavedFilter *filter = tl_saved_filter_row_get_filter (TL_SAVED_FILTER_ROW (row));

      tl_saved_filter_row_set_used (TL_SAVED_FILTER_ROW (row), g_variant_equal (tl_saved_filter_get_arrangement (filter), now));
    }
  gtk_widget_set_visible (self->scroller, g_list_model_get_n_items (G_LIST_MODEL (self->filters)) > 0);
  gtk_widget_set_visible (self->none_label, g_list_model_get_n_items (G_LIST_MODEL (self->filters)) == 0);
}

static void
activated_cb (TlFiltersPopover *self,
              TlSavedFilterRow *row)
{
  tl_risks_arrangement_restore (self->arrangement,
                                tl_saved_filter_get_arrangement (tl_saved_filter_row_get_filter (row)));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlFiltersPopover *self = TL_FILTERS_POPOVER (widget);
  g_autoptr (GError) error = NULL;

  if (!tl_saved_filters_add (self->filters, gtk_editable_get_text (self->entry),
                             tl_risks_arrangement_save (self->arrangement), &error))
    {
      show_problem (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  gtk_editable_set_text (self->entry, "");
  update (self);
}

static void
entry_activate_cb (TlFiltersPopover *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "filters.save", NULL);
}

static void
entry_changed_cb (TlFiltersPopover *self)
{
  show_problem (self, NULL);
}

static void
removed_cb (TlFiltersPopover *self,
            TlSavedFilterRow *row)
{
  g_autoptr (TlSavedFilter) filter = g_object_ref (tl_saved_filter_row_get_filter (row));
  guint position = tl_saved_filters_remove (self->filters, filter);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[REMOVED], 0, filter, position);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  TlFiltersPopover *self = user_data;
  TlSavedFilterRow *row = tl_saved_filter_row_new (self->filters, item);

  tl_saved_filter_row_set_used (row, FALSE);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}

static void
tl_filters_popover_dispose (GObject *object)
{
  TlFiltersPopover *self = TL_FILTERS_POPOVER (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->arrangement);
  g_clear_object (&self->filters);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_FILTERS_POPOVER);

  G_OBJECT_CLASS (tl_filters_popover_parent_class)->dispose (object);
}

static void
tl_filters_popover_class_init (TlFiltersPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_filters_popover_dispose;

  /**
   * TlFiltersPopover::removed:
   * @self: the popover
   * @filter: what was removed
   * @position: where it was
   *
   * A filter was removed, and may be brought back.
   */
  signals[REMOVED] = g_signal_new ("removed", TL_TYPE_FILTERS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, TL_TYPE_SAVED_FILTER, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "filters.save", NULL, save_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/filters-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFiltersPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlFiltersPopover, list);
  gtk_widget_class_bind_template_child (widget_class, TlFiltersPopover, none_label);
  gtk_widget_class_bind_template_child (widget_class, TlFiltersPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFiltersPopover, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
tl_filters_popover_init (TlFiltersPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "show", G_CALLBACK (update), NULL);
}

/**
 * tl_filters_popover_connect:
 * @self: the popover
 * @arrangement: what is saved, and what a saved filter changes
 * @filters: the saved filters
 */
void
tl_filters_popover_connect (TlFiltersPopover   *self,
                            TlRisksArrangement *arrangement,
                            TlSavedFilters     *filters)
{
  g_return_if_fail (TL_IS_FILTERS_POPOVER (self));
  g_return_if_fail (self->filters == NULL);

  self->arrangement = g_object_ref (arrangement);
  self->filters = g_object_ref (filters);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (filters), create_row, self, NULL);
  g_signal_connect_object (filters, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}
