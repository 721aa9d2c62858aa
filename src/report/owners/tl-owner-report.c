/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-report.h"

#include <glib/gi18n-lib.h>

#include "tl-figure.h"
#include "tl-format.h"
#include "tl-group.h"
#include "tl-owner-report-private.h"
#include "tl-pack.h"
#include "tl-paragraph.h"

/* In points: the least between two nodes, how much more there may be, what stands above a map, and between parts. */
#define NODE_GAP 5.0
#define NODE_SPREAD 7.0
#define MAP_SPACE 10.0
#define PART_SPACE 16.0

static void
printed_map_clear (gpointer data)
{
  TlPrintedMap *self = data;

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->map, tl_owner_map_free);
}

/* A figure: one of the sheets. */
typedef struct
{
  TlPrintedMap *map;
  guint sheet;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *self = data;

  g_rc_box_release_full (self->map, printed_map_clear);
  g_free (self);
}

/* Which risks are on the sheet; the list has everything else in words. */
static char *
describe_sheet (const TlPrintedMap *self,
                guint               sheet)
{
  const TlOwnerSheet *shown = g_ptr_array_index (self->sheets, sheet);
  const GArray *column = shown->columns[TL_MAP_COLUMN_RISK];
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *risks = NULL;

  for (guint i = 0; i < column->len; i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (self->map, g_array_index (column, TlSheetNode, i).node);

      g_ptr_array_add (titles, tl_format_risk (node->risk->facts));
    }
  g_ptr_array_add (titles, NULL);
  risks = tl_format_list ((const char * const *) titles->pdata);
  /* Translators: titles of risks */
  return g_strdup_printf (_("Who answers for %s, who supports them, and where evidence comes from. The list after the map says the same."),
                          risks);
}

static void
draw_sheet_cb (TlCanvas *canvas,
               double    x,
               double    y,
               double    width,
               double    height,
               gpointer  data)
{
  const Shown *self = data;
  g_autofree char *words = describe_sheet (self->map, self->sheet);

  tl_canvas_begin_figure (canvas, words);
  tl_printed_map_draw_sheet (self->map, self->sheet, canvas, x, y, width);
  tl_canvas_end_figure (canvas);
}

static guint
count_open (TlAssessment *assessment)
{
  guint n = 0;

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    n += tl_assessment_get_risk (assessment, i)->state == TL_RISK_STATE_OPEN;
  return n;
}

/* A part of the map must not pass for the whole. */
static char *
say_extent (const TlOwnerMap *map,
            TlAssessment     *assessment)
{
  g_autofree char *all = tl_owner_map_describe_all (map);
  g_autofree char *escaped = g_markup_escape_text (all, -1);
  guint n_open = count_open (assessment), n_here = 0;

  for (guint row = 0; row < tl_owner_map_count (map, TL_MAP_COLUMN_RISK); row++)
    n_here += tl_owner_map_get_node (map, tl_owner_map_get_at (map, TL_MAP_COLUMN_RISK, row))->risk->state == TL_RISK_STATE_OPEN;
  if (n_here >= n_open)
    return g_steal_pointer (&escaped);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s <b>%u other open risk isn’t shown.</b>",
                                       "%s <b>%u other open risks aren’t shown.</b>", n_open - n_here), escaped, n_open - n_here);
}

static void
add_head (TlFlow           *flow,
          const TlOwnerMap *map,
          TlAssessment     *assessment)
{
  g_autofree char *extent = say_extent (map, assessment);

  tl_flow_add_heading (flow, 1, TL_PRINT_TITLE, _("Who answers for what"), NULL);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY, extent);
  tl_flow_add_paragraph (flow, TL_PRINT_DIMMED,
                         _("Thick lines say who answers for a risk, thin ones who supports it and where evidence comes from. Dashed is what is missing, and work by people without a part. An octagon marks what to act on, an eye what to watch."));
}

/* How far down the head reaches on its page. */
static double
measure_head (TlFlow           *flow,
              const TlOwnerMap *map,
              TlAssessment     *assessment)
{
  g_autoptr (TlFlow) trial = tl_flow_new_trial (flow, NULL);

  add_head (trial, map, assessment);
  tl_flow_break (trial);
  return tl_flow_get_last_y (trial);
}

static TlPrintedMap *
put_on_sheets (TlFlow       *flow,
               TlOwnerMap   *map,
               double        taken)
{
  TlTypesetter *typesetter = tl_flow_get_typesetter (flow);
  TlPrintedMap *self = g_rc_box_new0 (TlPrintedMap);
  g_autofree double *heights = g_new0 (double, tl_owner_map_get_n_nodes (map) + 1);
  double room = tl_flow_get_height (flow) - tl_printed_map_get_head (typesetter);
  TlSheetSizes sizes = { heights, NODE_GAP, NODE_SPREAD, room - taken - MAP_SPACE, room };

  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    heights[i] = tl_printed_map_measure (map, i, typesetter, tl_flow_get_width (flow));
  self->map = map;
  self->sheets = tl_owner_sheets_new (map, &sizes);
  return self;
}

static void
add_sheets (TlFlow       *flow,
            TlPrintedMap *map)
{
  for (guint i = 0; i < map->sheets->len; i++)
    {
      const TlOwnerSheet *sheet = g_ptr_array_index (map->sheets, i);
      Shown *shown = g_new (Shown, 1);

      shown->map = g_rc_box_acquire (map);
      shown->sheet = i;
      if (i > 0)
        tl_flow_add_new_page (flow);
      else
        tl_flow_add_space (flow, MAP_SPACE);
      tl_flow_add_figure (flow, draw_sheet_cb, shown, shown_free,
                          sheet->height + tl_printed_map_get_head (tl_flow_get_typesetter (flow)));
    }
}

/**
 * tl_owner_report_add:
 * @making: the report, best on a sheet that lies across
 * @error: return location for an error
 *
 * Adds the owner map: on one page when it fits, else on as many as it takes, each with the headings of the columns and the
 * whole ways of its risks. What is wrong follows, and the map as nested lists.
 *
 * Returns: whether it is complete; %FALSE when cancelled
 */
gboolean
tl_owner_report_add (const TlReportMaking  *making,
                     GError               **error)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  TlOwnerMap *map;
  TlPrintedMap *printed;
  guint n_risks;
  gboolean complete = TRUE;

  if (making->risks->len == 0)
    {
      tl_pack_add_nothing (making->document);
      return TRUE;
    }
  map = tl_owner_map_new_chosen (making->assessment, (const TlRiskJudgement * const *) making->risks->pdata,
                                 making->risks->len);
  n_risks = tl_owner_map_count (map, TL_MAP_COLUMN_RISK);
  printed = put_on_sheets (flow, map, measure_head (flow, map, making->assessment));
  add_head (flow, map, making->assessment);
  tl_flow_keep_with_next (flow);
  add_sheets (flow, printed);
  tl_flow_add_new_page (flow);
  tl_printed_map_add_wrongs (map, flow);
  tl_flow_add_space (flow, PART_SPACE);
  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, _("The same in words"), NULL);
  tl_flow_begin_group (flow, "L");
  for (guint row = 0; complete && row < n_risks; row++)
    {
      guint node = tl_owner_map_get_at (map, TL_MAP_COLUMN_RISK, row);

      complete = tl_report_making_step (making, row, n_risks, error);
      tl_printed_map_add_list (map, flow, tl_owner_map_get_node (map, node)->risk, node);
    }
  tl_flow_end_group (flow, "L");
  g_rc_box_release_full (printed, printed_map_clear);
  return complete;
}
