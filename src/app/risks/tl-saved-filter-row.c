/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-saved-filter-row.h"

#include <glib/gi18n.h>

#include "tl-problem-mark.h"

struct _TlSavedFilterRow
{
  GtkListBoxRow parent_instance;

  GtkStack *stack;
  GtkWidget *used_image;
  GtkLabel *name_label;
  GtkWidget *rename_button;
  GtkWidget *remove_button;
  GtkEditable *entry;
  GtkLabel *problem_label;

  TlSavedFilters *filters;
  TlSavedFilter *filter;
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlSavedFilterRow, tl_saved_filter_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_problem (TlSavedFilterRow *self,
              const char       *problem)
{
  tl_problem_mark (GTK_WIDGET (self->entry), GTK_WIDGET (self->entry), self->problem_label, problem);
}

static void
rename_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlSavedFilterRow *self = TL_SAVED_FILTER_ROW (widget);

  show_problem (self, NULL);
  gtk_editable_set_text (self->entry, tl_saved_filter_get_name (self->filter));
  gtk_stack_set_visible_child_name (self->stack, "edited");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
leave (TlSavedFilterRow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "shown");
  gtk_widget_grab_focus (self->rename_button);
}

/* When it is renamed, another row takes this one's place. */
static void
entry_activate_cb (TlSavedFilterRow *self)
{
  g_autoptr (GError) error = NULL;

  if (!tl_saved_filters_rename (self->filters, self->filter, gtk_editable_get_text (self->entry), &error))
    show_problem (self, error->message);
  else if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    leave (self);
}

static void
entry_changed_cb (TlSavedFilterRow *self)
{
  show_problem (self, NULL);
}

static gboolean
key_pressed_cb (TlSavedFilterRow *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  leave (self);
  return GDK_EVENT_STOP;
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

static void
tl_saved_filter_row_dispose (GObject *object)
{
  TlSavedFilterRow *self = TL_SAVED_FILTER_ROW (object);

  g_clear_object (&self->filters);
  g_clear_object (&self->filter);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_SAVED_FILTER_ROW);

  G_OBJECT_CLASS (tl_saved_filter_row_parent_class)->dispose (object);
}

static void
tl_saved_filter_row_class_init (TlSavedFilterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_saved_filter_row_dispose;

  /**
   * TlSavedFilterRow::removed:
   * @self: the row
   *
   * The filter is to be removed.
   */
  signals[REMOVED] = g_signal_new ("removed", TL_TYPE_SAVED_FILTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "filter.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "filter.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "filter.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "filter.remove", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/saved-filter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSavedFilterRow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlSavedFilterRow, used_image);
  gtk_widget_class_bind_template_child (widget_class, TlSavedFilterRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, TlSavedFilterRow, rename_button);
  gtk_widget_class_bind_template_child (widget_class, TlSavedFilterRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TlSavedFilterRow, entry);
  gtk_widget_class_bind_template_child (widget_class, TlSavedFilterRow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tl_saved_filter_row_init (TlSavedFilterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_widget (GtkWidget  *widget,
             const char *words,
             const char *name)
{
  g_autofree char *sentence = g_strdup_printf (words, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/**
 * tl_saved_filter_row_new:
 * @filters: the saved filters
 * @filter: one of them
 *
 * Returns: (transfer floating): a row for it
 */
TlSavedFilterRow *
tl_saved_filter_row_new (TlSavedFilters *filters,
                         TlSavedFilter  *filter)
{
  TlSavedFilterRow *self = g_object_new (TL_TYPE_SAVED_FILTER_ROW, NULL);
  const char *name = tl_saved_filter_get_name (filter);

  self->filters = g_object_ref (filters);
  self->filter = g_object_ref (filter);
  gtk_label_set_label (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), name);
  name_widget (GTK_WIDGET (self), "%s", name);
  /* Translators: %s is the name of a saved filter */
  name_widget (self->rename_button, _("Rename %s"), name);
  /* Translators: %s is the name of a saved filter */
  name_widget (self->remove_button, _("Remove %s"), name);
  return self;
}

/**
 * tl_saved_filter_row_get_filter:
 * @self: a row
 *
 * Returns: its filter
 */
TlSavedFilter *
tl_saved_filter_row_get_filter (TlSavedFilterRow *self)
{
  g_return_val_if_fail (TL_IS_SAVED_FILTER_ROW (self), NULL);

  return self->filter;
}

/**
 * tl_saved_filter_row_set_used:
 * @self: a row
 * @used: whether the register shows just this
 */
void
tl_saved_filter_row_set_used (TlSavedFilterRow *self,
                              gboolean          used)
{
  g_return_if_fail (TL_IS_SAVED_FILTER_ROW (self));

  gtk_widget_set_child_visible (self->used_image, used);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, used ? _("In use") : "", -1);
}
