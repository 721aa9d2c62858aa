/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-saved-filters.h"

#include <glib/gi18n.h>

#include "tl-risks-arrangement.h"

/* They are in the settings rather than in the workbook: what somebody likes to look at is no fact of the provider, needs
 * no history or merging, doesn't concern colleagues, and is wanted in a workbook that can't be edited too. */
#define KEY "risks-filters"

struct _TlSavedFilters
{
  GObject parent_instance;

  GSettings *settings;
  GPtrArray *filters;
};

static GType
tl_saved_filters_get_item_type (GListModel *model)
{
  return TL_TYPE_SAVED_FILTER;
}

static guint
tl_saved_filters_get_n_items (GListModel *model)
{
  return TL_SAVED_FILTERS (model)->filters->len;
}

static gpointer
tl_saved_filters_get_item (GListModel *model,
                           guint       position)
{
  TlSavedFilters *self = TL_SAVED_FILTERS (model);

  return position < self->filters->len ? g_object_ref (g_ptr_array_index (self->filters, position)) : NULL;
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = tl_saved_filters_get_item_type;
  interface->get_n_items = tl_saved_filters_get_n_items;
  interface->get_item = tl_saved_filters_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TlSavedFilters, tl_saved_filters, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))
G_DEFINE_QUARK (tl-saved-filters-error-quark, tl_saved_filters_error)

/* Also what another window did. */
static void
load (TlSavedFilters *self)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, KEY);
  guint before = self->filters->len;

  g_ptr_array_set_size (self->filters, 0);
  for (gsize i = 0; i < g_variant_n_children (kept); i++)
    {
      g_autoptr (GVariant) arrangement = NULL;
      const char *name;

      g_variant_get_child (kept, i, "(&s@(asssbs))", &name, &arrangement);
      g_ptr_array_add (self->filters, tl_saved_filter_new (name, arrangement));
    }
  if (before > 0 || self->filters->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->filters->len);
}

static void
keep (TlSavedFilters *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(s(asssbs))"));
  for (guint i = 0; i < self->filters->len; i++)
    {
      TlSavedFilter *filter = g_ptr_array_index (self->filters, i);

      g_variant_builder_add (&builder, "(s@(asssbs))", tl_saved_filter_get_name (filter),
                             tl_saved_filter_get_arrangement (filter));
    }
  g_signal_handlers_block_by_func (self->settings, load, self);
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
  g_signal_handlers_unblock_by_func (self->settings, load, self);
}

static void
tl_saved_filters_dispose (GObject *object)
{
  TlSavedFilters *self = TL_SAVED_FILTERS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->filters, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_saved_filters_parent_class)->dispose (object);
}

static void
tl_saved_filters_class_init (TlSavedFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_saved_filters_dispose;
}

static void
tl_saved_filters_init (TlSavedFilters *self)
{
  self->filters = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_saved_filters_new:
 * @settings: the settings of the person at this computer
 *
 * Returns: (transfer full): the filters that they saved
 */
TlSavedFilters *
tl_saved_filters_new (GSettings *settings)
{
  TlSavedFilters *self = g_object_new (TL_TYPE_SAVED_FILTERS, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/* A name says which one it is, so no other has it. */
static char *
check_name (TlSavedFilters  *self,
            TlSavedFilter   *named,
            const char      *name,
            GError         **error)
{
  g_autofree char *bare = g_strstrip (g_strdup (name != NULL ? name : ""));
  g_autofree char *folded = g_utf8_casefold (bare, -1);

  if (bare[0] == '\0')
    {
      g_set_error_literal (error, TL_SAVED_FILTERS_ERROR, TL_SAVED_FILTERS_ERROR_NAME, _("Give the filter a name"));
      return NULL;
    }
  for (guint i = 0; i < self->filters->len; i++)
    {
      TlSavedFilter *filter = g_ptr_array_index (self->filters, i);
      g_autofree char *other = g_utf8_casefold (tl_saved_filter_get_name (filter), -1);

      if (filter != named && g_str_equal (folded, other))
        {
          g_set_error_literal (error, TL_SAVED_FILTERS_ERROR, TL_SAVED_FILTERS_ERROR_NAME,
                               _("Another filter has this name"));
          return NULL;
        }
    }
  return g_steal_pointer (&bare);
}

/**
 * tl_saved_filters_add:
 * @self: the saved filters
 * @name: a name
 * @arrangement: what to show by it, as %TL_RISKS_ARRANGEMENT_TYPE
 * @error: %TL_SAVED_FILTERS_ERROR_NAME when it can't have that name
 *
 * Returns: whether it is saved
 */
gboolean
tl_saved_filters_add (TlSavedFilters  *self,
                      const char      *name,
                      GVariant        *arrangement,
                      GError         **error)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (arrangement);
  g_autoptr (TlSavedFilter) filter = NULL;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (TL_IS_SAVED_FILTERS (self), FALSE);

  bare = check_name (self, NULL, name, error);
  if (bare == NULL)
    return FALSE;
  filter = tl_saved_filter_new (bare, sunk);
  tl_saved_filters_insert (self, self->filters->len, filter);
  return TRUE;
}

/**
 * tl_saved_filters_rename:
 * @self: the saved filters
 * @filter: one of them
 * @name: another name for it
 * @error: %TL_SAVED_FILTERS_ERROR_NAME when it can't have that name
 *
 * Returns: whether it has that name now
 */
gboolean
tl_saved_filters_rename (TlSavedFilters  *self,
                         TlSavedFilter   *filter,
                         const char      *name,
                         GError         **error)
{
  g_autofree char *bare = NULL;
  guint position;

  g_return_val_if_fail (TL_IS_SAVED_FILTERS (self), FALSE);

  bare = check_name (self, filter, name, error);
  if (bare == NULL)
    return FALSE;
  if (g_str_equal (bare, tl_saved_filter_get_name (filter)) || !g_ptr_array_find (self->filters, filter, &position))
    return TRUE;
  g_ptr_array_insert (self->filters, (int) position,
                      tl_saved_filter_new (bare, tl_saved_filter_get_arrangement (filter)));
  g_ptr_array_remove_index (self->filters, position + 1);
  keep (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
  return TRUE;
}

/**
 * tl_saved_filters_remove:
 * @self: the saved filters
 * @filter: one of them
 *
 * Returns: where it was, for tl_saved_filters_insert() to bring it back
 */
guint
tl_saved_filters_remove (TlSavedFilters *self,
                         TlSavedFilter  *filter)
{
  guint position;

  g_return_val_if_fail (TL_IS_SAVED_FILTERS (self), 0);

  if (!g_ptr_array_find (self->filters, filter, &position))
    return self->filters->len;
  g_ptr_array_remove_index (self->filters, position);
  keep (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  return position;
}

/**
 * tl_saved_filters_insert:
 * @self: the saved filters
 * @position: where; after the last one at most
 * @filter: a saved filter that isn't among them
 */
void
tl_saved_filters_insert (TlSavedFilters *self,
                         guint           position,
                         TlSavedFilter  *filter)
{
  g_return_if_fail (TL_IS_SAVED_FILTERS (self));
  g_return_if_fail (TL_IS_SAVED_FILTER (filter));

  position = MIN (position, self->filters->len);
  g_ptr_array_insert (self->filters, (int) position, g_object_ref (filter));
  keep (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}
