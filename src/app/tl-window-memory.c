/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-memory.h"

#include <string.h>

#include "tl-places-memory.h"
#include "tl-recents.h"
#include "tl-timeline-memory.h"
#include "tl-window-private.h"

#define KEY "workbook-places"

/* So many workbooks are remembered, those that were open last. */
#define MOST_WORKBOOKS 50

static void
get_document (TlWindow *self,
              char      hex[TL_ID_HEX_LENGTH + 1])
{
  tl_id_to_hex (tl_snapshot_get_document (tl_assessment_get_snapshot (tl_workbook_get_outline (self->workbook))), hex);
}

/* Puts a place first, or only lets go of the one that there was. */
static void
keep_place (const char *document,
            const char *view,
            const char *risk)
{
  GSettings *settings = tl_application_get_settings (tl_application_get ());
  g_autoptr (GVariant) before = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  guint n = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sss)"));
  if (view != NULL)
    g_variant_builder_add (&builder, "(sss)", document, view, risk);
  for (gsize i = 0; i < g_variant_n_children (before) && n + 1 < MOST_WORKBOOKS; i++)
    {
      g_autoptr (GVariant) place = g_variant_get_child_value (before, i);
      const char *other;

      g_variant_get_child (place, 0, "&s", &other);
      if (g_str_equal (other, document))
        continue;
      g_variant_builder_add_value (&builder, place);
      n++;
    }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * tl_window_remember:
 * @self: a window
 *
 * Remembers the view and the risk in hand, for a workbook that has a file.
 */
void
tl_window_remember (TlWindow *self)
{
  char document[TL_ID_HEX_LENGTH + 1], risk[TL_ID_HEX_LENGTH + 1] = "";

  if (self->workbook == NULL || tl_workbook_get_file (self->workbook) == NULL)
    return;
  get_document (self, document);
  if (self->risk != NULL)
    tl_id_to_hex (tl_record_get_id (TL_RECORD (self->risk)), risk);
  keep_place (document, self->view, risk);
}

/**
 * tl_window_forget:
 * @self: a window with a workbook
 *
 * Lets go of everything by which the workbook is found again on this computer, but its file.
 */
void
tl_window_forget (TlWindow *self)
{
  GFile *file = tl_workbook_get_file (self->workbook);
  char document[TL_ID_HEX_LENGTH + 1];

  get_document (self, document);
  keep_place (document, NULL, NULL);
  tl_timeline_memory_forget (tl_snapshot_get_document (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook))));
  if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      tl_recents_remove (uri);
    }
}

/**
 * tl_window_memory_get_last_look:
 * @settings: the program's settings
 *
 * Gathers what a workbook that isn't open yet may be needed for first: the comparison of places of each one that was left
 * there.
 *
 * Returns: (transfer full): what was looked at last
 */
TlLastLook *
tl_window_memory_get_last_look (GSettings *settings)
{
  TlLastLook *self = tl_last_look_new ();
  g_autoptr (GVariant) places = g_settings_get_value (settings, KEY);
  g_autoptr (GArray) measures = tl_places_memory_list (settings);

  for (gsize i = 0; i < g_variant_n_children (places); i++)
    {
      const char *hex, *view, *risk_hex;
      TlId document, risk;

      g_variant_get_child (places, i, "(&s&s&s)", &hex, &view, &risk_hex);
      if (g_str_equal (view, "places") && tl_id_from_hex (hex, &document))
        tl_last_look_add_workbook (self, &document, tl_id_from_hex (risk_hex, &risk) ? &risk : NULL);
    }
  for (guint i = 0; i < measures->len; i++)
    tl_last_look_add_measure (self, &g_array_index (measures, TlId, i));
  return self;
}

/* Where somebody was when the workbook was last open here. */
static gboolean
find_place (TlWindow  *self,
            char     **view,
            TlId      *risk)
{
  GSettings *settings = tl_application_get_settings (tl_application_get ());
  g_autoptr (GVariant) places = g_settings_get_value (settings, KEY);
  char document[TL_ID_HEX_LENGTH + 1];

  if (tl_workbook_get_file (self->workbook) == NULL)
    return FALSE;
  get_document (self, document);
  for (gsize i = 0; i < g_variant_n_children (places); i++)
    {
      const char *other, *last_view, *hex;

      g_variant_get_child (places, i, "(&s&s&s)", &other, &last_view, &hex);
      if (!g_str_equal (other, document))
        continue;
      *view = g_strdup (last_view);
      if (!tl_id_from_hex (hex, risk))
        memset (risk, 0, sizeof *risk);
      return TRUE;
    }
  return FALSE;
}

/**
 * tl_window_recall_risk:
 * @self: a window with a workbook of which something is concluded
 *
 * Takes the risk in hand that was in hand when the workbook was last open here, if it is still there.
 */
void
tl_window_recall_risk (TlWindow *self)
{
  g_autofree char *view = NULL;
  TlId risk;

  if (self->risk == NULL && find_place (self, &view, &risk))
    g_object_set (self, "risk", tl_workbook_find_risk (self->workbook, &risk), NULL);
}

/**
 * tl_window_recall:
 * @self: a window with a workbook
 *
 * Goes where somebody was when the workbook was last open here; what isn't there any more is passed over. A risk is taken
 * in hand once something is concluded of it.
 */
void
tl_window_recall (TlWindow *self)
{
  g_autofree char *view = NULL;
  TlId risk;

  if (!find_place (self, &view, &risk))
    return;
  tl_window_show_view (self, view);
  if (tl_window_is_concluded (self))
    tl_window_recall_risk (self);
}
