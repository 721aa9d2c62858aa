/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-report.h"

#include <glib/gi18n-lib.h>

#include "tl-figure.h"
#include "tl-flow.h"
#include "tl-format.h"
#include "tl-pack.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"
#include "tl-timeline-drawing.h"
#include "tl-timeline-words.h"

/* In points: the most that one figure takes, and what stands around the rows of the list. */
#define MOST_HEIGHT 560.0
#define PADDING 2.5
/* In days. */
#define LEAST_SPAN 30.0

/* ── The drawing: the one of the screen, in as many parts as pages need ── */

typedef struct
{
  TlTimelinePlan *plan;
  double span;
  double from;
  double height;
} Part;

static void
part_free (gpointer data)
{
  Part *self = data;

  tl_timeline_plan_unref (self->plan);
  g_free (self);
}

static TlTimelineLayout *
lay_out (TlTimelinePlan *plan,
         const TlInk    *ink,
         double          width,
         double          span)
{
  return tl_timeline_layout_new (plan, ink, TL_TIMELINE_CHARTS_PRIMARY, width, span);
}

static void
draw_part (TlCanvas *canvas,
           double    x,
           double    y,
           double    width,
           double    height,
           gpointer  data)
{
  const Part *self = data;
  g_autoptr (TlTimelineLayout) layout = lay_out (self->plan, canvas->ink, width, self->span);
  g_autofree char *words = tl_timeline_plan_describe (self->plan);

  if (self->from > 0)
    tl_canvas_begin_artifact (canvas);
  else
    tl_canvas_begin_figure (canvas, words);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  tl_timeline_draw (layout, canvas->ink, canvas->cr, width, height, TL_NO_DAY, layout->length - layout->plot_width,
                    self->from, NULL);
  cairo_restore (canvas->cr);
  if (self->from > 0)
    tl_canvas_end_artifact (canvas);
  else
    tl_canvas_end_figure (canvas);
}

static void
add_part (TlFlow         *flow,
          TlTimelinePlan *plan,
          double          span,
          double          from,
          double          until,
          double          axis)
{
  Part *part = g_new0 (Part, 1);

  part->plan = tl_timeline_plan_ref (plan);
  part->span = span;
  part->from = from;
  part->height = until - from + axis;
  tl_flow_add_space (flow, 6.0);
  tl_flow_add_figure (flow, draw_part, part, part_free, part->height);
}

/* Between two lanes, never through one. */
static void
add_drawing (TlFlow         *flow,
             TlTimelinePlan *plan)
{
  const TlInk *ink = tl_typesetter_get_ink (tl_flow_get_typesetter (flow));
  g_autoptr (TlTimelineLayout) trial = lay_out (plan, ink, tl_flow_get_width (flow), LEAST_SPAN);
  double span = MAX (tl_timeline_layout_get_whole (trial), LEAST_SPAN), from = 0;
  g_autoptr (TlTimelineLayout) layout = lay_out (plan, ink, tl_flow_get_width (flow), span);

  for (guint i = 0; i < plan->lanes->len; i++)
    if (layout->tops[i] + layout->heights[i] - from + layout->axis_height > MOST_HEIGHT && layout->tops[i] > from)
      {
        add_part (flow, plan, span, from, layout->tops[i], layout->axis_height);
        from = layout->tops[i];
      }
  add_part (flow, plan, span, from, layout->height, layout->axis_height);
}

/* ── The list ── */

static void
set_cell (TlPageTable  *table,
          guint         column,
          TlPrintStyle  style,
          char         *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  tl_page_table_set_cell (table, column, style, markup);
  g_free (text);
}

static char *
join_kind (const TlTimelinePlan  *plan,
           const TlTimelineEntry *entry)
{
  g_autofree char *kind = tl_timeline_words_kind (entry), *says = tl_timeline_words_says (plan, entry);

  if (*kind == '\0' || *says == '\0')
    return g_strdup (*kind == '\0' ? says : kind);
  return g_strdup_printf ("%s, %s", kind, says);
}

static void
add_list (TlFlow         *flow,
          TlTimelinePlan *plan)
{
  TlPageTable *table = tl_page_table_new ();
  const char *headings[] = { _("Day"), _("What it shows"), _("Source"), _("Kind, and what it says"), _("Place") };
  const double shares[] = { 0.9, 3.2, 1.5, 1.6, 1.1 };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    tl_page_table_add_column (table, headings[i], TL_COLUMN_SHARE, shares[i], PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, 0);
  tl_page_table_set_padding (table, PADDING);
  for (guint i = 0; i < plan->n_entries; i++)
    {
      const TlTimelineEntry *entry = &plan->entries[i];
      TlPrintStyle style = tl_timeline_entry_alarms (entry) ? TL_PRINT_STRONG : TL_PRINT_BODY;

      tl_page_table_add_row (table, TL_ROW_PLAIN);
      set_cell (table, 0, TL_PRINT_BODY, tl_timeline_words_day (plan, entry));
      set_cell (table, 1, TL_PRINT_BODY, tl_timeline_words_text (plan, entry));
      set_cell (table, 2, TL_PRINT_BODY, tl_timeline_words_source (entry));
      set_cell (table, 3, style, join_kind (plan, entry));
      set_cell (table, 4, TL_PRINT_BODY, tl_timeline_words_place (entry));
    }
  tl_flow_add_space (flow, 6.0);
  tl_flow_add_table (flow, table);
}

static void
add_risk (TlFlow                *flow,
          TlAssessment          *assessment,
          const TlRiskJudgement *risk)
{
  g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new_risk (assessment, risk);
  g_autofree char *title = tl_format_risk (risk->facts);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  tl_flow_add_heading (flow, 1, TL_PRINT_TITLE, markup, NULL);
  tl_flow_add_space (flow, 4.0);
  tl_flow_add_paragraph (flow, TL_PRINT_DIMMED,
                         _("Outcome evidence is filled, activity outlined: ▲ supports, ◆ mixed, ▼ contradicts. Actions go from agreed ▹ to done ▸ to proven ●. Hatched is where expected evidence did not come."));
  tl_flow_keep_with_next (flow);
  add_drawing (flow, plan);
  if (plan->n_entries == 0)
    return;
  tl_flow_add_space (flow, 14.0);
  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, _("What stands on it, from the beginning"), NULL);
  tl_flow_keep_with_next (flow);
  add_list (flow, plan);
}

/**
 * tl_timeline_report_add:
 * @document: a document
 * @assessment: all conclusions; must outlive the document
 * @risks: (element-type TlRiskJudgement): the risks whose timelines are printed
 * @cancellable: (nullable): gives up
 * @error: where to say that it was given up
 *
 * Adds the timeline of each risk as it is drawn on the screen, from the first thing to the last, and the list of what
 * stands on it.
 *
 * Returns: whether it is all there
 */
gboolean
tl_timeline_report_add (TlDocument    *document,
                        TlAssessment  *assessment,
                        GPtrArray     *risks,
                        GCancellable  *cancellable,
                        GError       **error)
{
  TlFlow *flow = tl_document_get_flow (document);

  if (risks->len == 0)
    tl_pack_add_nothing (document);
  for (guint i = 0; i < risks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i > 0)
        tl_flow_add_new_page (flow);
      add_risk (flow, assessment, g_ptr_array_index (risks, i));
    }
  return TRUE;
}
