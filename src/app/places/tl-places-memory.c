/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-memory.h"

#define KEY "places-measures"

/* So many measures are remembered, which are of as many workbooks or fewer. */
#define MOST_MEASURES 20

/**
 * tl_places_memory_list:
 * @settings: the program's settings
 *
 * Returns: (transfer full) (element-type TlId): the measures that were compared, the last one first
 */
GArray *
tl_places_memory_list (GSettings *settings)
{
  g_auto (GStrv) kept = g_settings_get_strv (settings, KEY);
  GArray *measures = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; kept[i] != NULL; i++)
    {
      TlId id;

      if (tl_id_from_hex (kept[i], &id))
        g_array_append_val (measures, id);
    }
  return measures;
}

/**
 * tl_places_memory_add:
 * @settings: the program's settings
 * @measure: a measure
 *
 * Puts it first; where it is the last in a workbook, its others are forgotten by and by.
 */
void
tl_places_memory_add (GSettings  *settings,
                      const TlId *measure)
{
  g_auto (GStrv) before = g_settings_get_strv (settings, KEY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (measure, hex);
  g_strv_builder_add (builder, hex);
  for (guint i = 0, n = 1; before[i] != NULL && n < MOST_MEASURES; i++)
    {
      if (g_str_equal (before[i], hex))
        continue;
      g_strv_builder_add (builder, before[i]);
      n++;
    }
  now = g_strv_builder_end (builder);
  g_settings_set_strv (settings, KEY, (const char * const *) now);
}
