/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-join-places.h"

/* Shifts and staff groups go across places, so a provider has each once. */
static gboolean
is_across (const TlPlaceFacts *place)
{
  return place->kind == TL_PLACE_KIND_SHIFT || place->kind == TL_PLACE_KIND_STAFF_GROUP;
}

static const TlPlaceFacts *
find_across (TlSnapshot         *existing,
             const TlPlaceFacts *place)
{
  for (guint i = 0; i < tl_snapshot_count (existing, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *ours = tl_snapshot_get (existing, TL_TABLE_PLACE, i);

      if (ours->kind == place->kind && ours->parent == NULL && g_str_equal (ours->name, place->name))
        return ours;
    }
  return NULL;
}

/* The one place that all others of the workbook are in; %NULL when it has several. */
static const TlPlaceFacts *
find_top (TlSnapshot         *other,
          const TlPlaceFacts *parent)
{
  const TlPlaceFacts *top = NULL;

  for (guint i = 0; i < tl_snapshot_count (other, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (other, TL_TABLE_PLACE, i);

      if (is_across (place) || place->parent != parent)
        continue;
      if (top != NULL)
        return NULL;
      top = place;
    }
  return top;
}

static const TlPlaceFacts *
find_provider (const TlPlaceFacts *place)
{
  const TlPlaceFacts *provider = place;

  while (provider->parent != NULL)
    provider = provider->parent;
  return provider;
}

/**
 * tl_join_places_match:
 * @existing: a workbook
 * @other: another one, which is of a place of the first
 * @chosen: which place that is
 *
 * Says which places of the two are the same: the chosen one is the other's top place, or, where that is a provider with
 * one location and a location was chosen, that location; shifts and staff groups are the same by kind and name.
 *
 * Returns: (transfer full) (element-type TlId TlPlaceFacts): the places of @existing by the id in @other
 */
GHashTable *
tl_join_places_match (TlSnapshot         *existing,
                      TlSnapshot         *other,
                      const TlPlaceFacts *chosen)
{
  GHashTable *same = g_hash_table_new (tl_id_hash, tl_id_equal);
  const TlPlaceFacts *top = find_top (other, NULL);
  const TlPlaceFacts *location = top != NULL && top->kind == TL_PLACE_KIND_PROVIDER ? find_top (other, top) : NULL;

  if (location != NULL && location->kind == chosen->kind && chosen->kind != TL_PLACE_KIND_PROVIDER)
    {
      g_hash_table_insert (same, (gpointer) &top->base.id, (gpointer) find_provider (chosen));
      g_hash_table_insert (same, (gpointer) &location->base.id, (gpointer) chosen);
    }
  else if (top != NULL)
    g_hash_table_insert (same, (gpointer) &top->base.id, (gpointer) chosen);
  for (guint i = 0; i < tl_snapshot_count (other, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (other, TL_TABLE_PLACE, i);
      const TlPlaceFacts *ours = is_across (place) && place->parent == NULL ? find_across (existing, place) : NULL;

      if (ours != NULL)
        g_hash_table_insert (same, (gpointer) &place->base.id, (gpointer) ours);
    }
  return same;
}
