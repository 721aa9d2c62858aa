/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-memory.h"

#include <math.h>

#define KEY "timeline-times"
#define TYPE "(ssdd)"

/* So many are remembered, those that were looked at last. */
#define MOST 200

/* A scope's name is its kind and which one, in one word. */
static char *
name_scope (const TlTimelineScope *scope)
{
  char hex[TL_ID_HEX_LENGTH + 1] = "";

  if (scope->kind != TL_TIMELINE_SCOPE_WORKBOOK)
    tl_id_to_hex (&scope->id, hex);
  return g_strdup_printf ("%u%s", (guint) scope->kind, hex);
}

static gboolean
read_scope (const char      *name,
            TlTimelineScope *scope)
{
  *scope = (TlTimelineScope) { 0 };
  if (*name < '0' || *name > '0' + TL_TIMELINE_SCOPE_PERSON)
    return FALSE;
  scope->kind = (TlTimelineScopeKind) (*name - '0');
  return scope->kind == TL_TIMELINE_SCOPE_WORKBOOK || tl_id_from_hex (name + 1, &scope->id);
}

/* Puts one first, or only lets go of what there is of a workbook. */
static void
write_times (const char *document,
             const char *scope,
             double      middle,
             double      span)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) before = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  guint n = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" TYPE));
  if (scope != NULL)
    g_variant_builder_add (&builder, TYPE, document, scope, middle, span);
  for (gsize i = 0; i < g_variant_n_children (before) && n + 1 < MOST; i++)
    {
      g_autoptr (GVariant) time = g_variant_get_child_value (before, i);
      const char *other, *of;

      g_variant_get_child (time, 0, "&s", &other);
      g_variant_get_child (time, 1, "&s", &of);
      if (g_str_equal (other, document) && (scope == NULL || g_str_equal (of, scope)))
        continue;
      g_variant_builder_add_value (&builder, time);
      n++;
    }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * tl_timeline_memory_keep:
 * @document: a workbook's id
 * @scope: what the timeline is of
 * @middle: the day in the middle, as a #TlDay that may lie within a day
 * @span: how many days are seen
 *
 * Remembers which time is looked at.
 */
void
tl_timeline_memory_keep (const TlId            *document,
                         const TlTimelineScope *scope,
                         double                 middle,
                         double                 span)
{
  char hex[TL_ID_HEX_LENGTH + 1];
  g_autofree char *name = name_scope (scope);

  tl_id_to_hex (document, hex);
  write_times (hex, name, middle, span);
}

/**
 * tl_timeline_memory_find:
 * @document: a workbook's id
 * @scope: what the timeline is of
 * @middle: (out): the day that was in the middle
 * @span: (out): how many days were seen
 *
 * Returns: whether it is known which time was looked at
 */
gboolean
tl_timeline_memory_find (const TlId            *document,
                         const TlTimelineScope *scope,
                         double                *middle,
                         double                *span)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) times = g_settings_get_value (settings, KEY);
  char hex[TL_ID_HEX_LENGTH + 1];
  g_autofree char *name = name_scope (scope);

  tl_id_to_hex (document, hex);
  for (gsize i = 0; i < g_variant_n_children (times); i++)
    {
      const char *other, *of;

      g_variant_get_child (times, i, "(&s&sdd)", &other, &of, middle, span);
      if (g_str_equal (other, hex) && g_str_equal (of, name))
        return isfinite (*middle) && isfinite (*span);
    }
  return FALSE;
}

/**
 * tl_timeline_memory_latest:
 * @document: a workbook's id
 * @scope: (out): what the timeline was last of
 *
 * Returns: whether that is known
 */
gboolean
tl_timeline_memory_latest (const TlId      *document,
                           TlTimelineScope *scope)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) times = g_settings_get_value (settings, KEY);
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (document, hex);
  for (gsize i = 0; i < g_variant_n_children (times); i++)
    {
      const char *other, *of;
      double middle, span;

      g_variant_get_child (times, i, "(&s&sdd)", &other, &of, &middle, &span);
      if (g_str_equal (other, hex))
        return read_scope (of, scope);
    }
  return FALSE;
}

/**
 * tl_timeline_memory_forget:
 * @document: a workbook's id
 *
 * Lets go of all that is remembered of a workbook.
 */
void
tl_timeline_memory_forget (const TlId *document)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (document, hex);
  write_times (hex, NULL, 0, 0);
}
