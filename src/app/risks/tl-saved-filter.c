/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-saved-filter.h"

#include "tl-risks-arrangement.h"

struct _TlSavedFilter
{
  GObject parent_instance;

  char *name;
  GVariant *arrangement;
};

G_DEFINE_FINAL_TYPE (TlSavedFilter, tl_saved_filter, G_TYPE_OBJECT)

static void
tl_saved_filter_finalize (GObject *object)
{
  TlSavedFilter *self = TL_SAVED_FILTER (object);

  g_free (self->name);
  g_variant_unref (self->arrangement);

  G_OBJECT_CLASS (tl_saved_filter_parent_class)->finalize (object);
}

static void
tl_saved_filter_class_init (TlSavedFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_saved_filter_finalize;
}

static void
tl_saved_filter_init (TlSavedFilter *self)
{
}

/**
 * tl_saved_filter_new:
 * @name: its name
 * @arrangement: what it shows, as %TL_RISKS_ARRANGEMENT_TYPE
 *
 * Returns: (transfer full): a saved filter, which never changes
 */
TlSavedFilter *
tl_saved_filter_new (const char *name,
                     GVariant   *arrangement)
{
  TlSavedFilter *self;

  g_return_val_if_fail (g_variant_is_of_type (arrangement, TL_RISKS_ARRANGEMENT_TYPE), NULL);

  self = g_object_new (TL_TYPE_SAVED_FILTER, NULL);
  self->name = g_strdup (name);
  self->arrangement = g_variant_ref_sink (arrangement);
  return self;
}

/**
 * tl_saved_filter_get_name:
 * @self: a saved filter
 *
 * Returns: its name
 */
const char *
tl_saved_filter_get_name (TlSavedFilter *self)
{
  g_return_val_if_fail (TL_IS_SAVED_FILTER (self), NULL);

  return self->name;
}

/**
 * tl_saved_filter_get_arrangement:
 * @self: a saved filter
 *
 * Returns: (transfer none): what it shows
 */
GVariant *
tl_saved_filter_get_arrangement (TlSavedFilter *self)
{
  g_return_val_if_fail (TL_IS_SAVED_FILTER (self), NULL);

  return self->arrangement;
}
