/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-layout-cache.h"

/* All of a pack of 200 pages, so that nothing is set twice, and no more than some 80 MB of what is longer. */
#define MOST_LAYOUTS 16000

typedef struct
{
  TlLayoutKey key;
  PangoLayout *layout;
  GList link;
} Entry;

struct _TlLayoutCache
{
  GHashTable *entries;
  /* The one that was last used first. */
  GQueue order;
};

static guint
hash_key (gconstpointer data)
{
  const TlLayoutKey *key = data;

  return g_str_hash (key->markup) * 31 + (guint) key->width * 7 + (guint) key->style * 3 + key->alignment;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const TlLayoutKey *first = a, *second = b;

  return first->style == second->style && first->width == second->width && first->alignment == second->alignment
         && g_str_equal (first->markup, second->markup);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->layout);
  g_free ((char *) entry->key.markup);
  g_free (entry);
}

TlLayoutCache *
tl_layout_cache_new (void)
{
  TlLayoutCache *self = g_new0 (TlLayoutCache, 1);

  self->entries = g_hash_table_new_full (hash_key, equal_keys, NULL, free_entry);
  g_queue_init (&self->order);

  return self;
}

void
tl_layout_cache_free (TlLayoutCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * tl_layout_cache_clear:
 * @self: a cache
 *
 * Lets go of all texts.
 */
void
tl_layout_cache_clear (TlLayoutCache *self)
{
  g_queue_init (&self->order);
  g_hash_table_remove_all (self->entries);
}

/**
 * tl_layout_cache_find:
 * @self: a cache
 * @key: a text
 *
 * Returns: (transfer none) (nullable): the text as it was set; nobody may change it
 */
PangoLayout *
tl_layout_cache_find (TlLayoutCache     *self,
                      const TlLayoutKey *key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry == NULL)
    return NULL;
  g_queue_unlink (&self->order, &entry->link);
  g_queue_push_head_link (&self->order, &entry->link);

  return entry->layout;
}

/**
 * tl_layout_cache_keep:
 * @self: a cache
 * @key: a text that it hasn't
 * @layout: the text, set
 *
 * Keeps a set text, and lets go of the one that wasn't used for longest when there are many.
 */
void
tl_layout_cache_keep (TlLayoutCache     *self,
                      const TlLayoutKey *key,
                      PangoLayout       *layout)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->key = *key;
  entry->key.markup = g_strdup (key->markup);
  entry->layout = g_object_ref (layout);
  entry->link.data = entry;
  g_queue_push_head_link (&self->order, &entry->link);
  g_hash_table_insert (self->entries, &entry->key, entry);
  if (self->order.length > MOST_LAYOUTS)
    {
      Entry *oldest = g_queue_pop_tail_link (&self->order)->data;

      g_hash_table_remove (self->entries, &oldest->key);
    }
}
