/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One measure by one kind of place: table, intervals, funnel, and the gap over time. */
#include "config.h"

#include "tl-comparison-report.h"

#include "tl-comparison-words.h"
#include "tl-contents.h"
#include "tl-figure.h"
#include "tl-format.h"
#include "tl-funnel-chart.h"
#include "tl-gap-chart.h"
#include "tl-group.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIGURE_HEIGHT 170.0

/* ── Drawings: each holds what it is of, as pages are drawn when all else is done ── */

typedef struct
{
  TlPlaceComparison *comparison;
  TlGapSeries *gaps;
} Drawing;

static Drawing *
drawing_new (TlPlaceComparison *comparison,
             TlGapSeries       *gaps)
{
  Drawing *self = g_new0 (Drawing, 1);

  self->comparison = tl_place_comparison_ref (comparison);
  self->gaps = gaps;
  return self;
}

static void
drawing_free (gpointer data)
{
  Drawing *self = data;

  g_clear_pointer (&self->gaps, tl_gap_series_free);
  tl_place_comparison_unref (self->comparison);
  g_free (self);
}

static void
draw_funnel (TlCanvas *canvas,
             double    x,
             double    y,
             double    width,
             double    height,
             gpointer  data)
{
  const Drawing *self = data;
  const TlMeasureJudgement *measure = self->comparison->measure;
  g_autoptr (TlFunnelChart) chart = tl_funnel_chart_new (canvas->ink, measure, self->comparison->comparison, width, height);
  g_autofree char *words = tl_funnel_chart_describe (measure, self->comparison->comparison);

  tl_canvas_begin_figure (canvas, words);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  tl_funnel_chart_draw (chart, canvas->ink, canvas->cr);
  cairo_restore (canvas->cr);
  tl_canvas_end_figure (canvas);
}

static void
draw_gap (TlCanvas *canvas,
          double    x,
          double    y,
          double    width,
          double    height,
          gpointer  data)
{
  const Drawing *self = data;
  g_autoptr (TlGapChart) chart = tl_gap_chart_new (canvas->ink, self->comparison, self->gaps, width, height);
  g_autofree char *words = tl_gap_chart_describe (self->comparison, self->gaps);

  tl_canvas_begin_figure (canvas, words);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  tl_gap_chart_draw (chart, canvas->ink, canvas->cr);
  cairo_restore (canvas->cr);
  tl_canvas_end_figure (canvas);
}

/* ── Around it ── */

static void
add_sentence (TlFlow       *flow,
              TlPrintStyle  style,
              const char   *sentence)
{
  g_autofree char *markup = NULL;

  if (sentence == NULL || *sentence == '\0')
    return;
  markup = g_markup_escape_text (sentence, -1);
  tl_flow_add_space (flow, 4.0);
  tl_flow_add_paragraph (flow, style, markup);
}

static void
add_head (TlDocument              *document,
          const TlPlaceComparison *self)
{
  TlFlow *flow = tl_document_get_flow (document);
  const TlMeasureJudgement *measure = self->measure;
  g_autofree char *risk = tl_format_risk (self->risk->facts);
  g_autofree char *target = tl_format_target (measure->facts, measure->target_value);
  g_autofree char *period = tl_comparison_period_say (&self->period, tl_assessment_get_as_at (self->assessment));
  g_autofree char *time = tl_comparison_say_time (self);
  g_autofree char *verdict = tl_comparison_say_verdict (self);
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *about = NULL;
  TlAnchor *anchor = tl_document_new_anchor (document);

  /* Translators: a measure, and a kind of place, such as "location" */
  title = g_strdup_printf (_("%1$s by %2$s"), measure->facts->title != NULL ? measure->facts->title : "",
                           tl_word_label (TL_TYPE_PLACE_KIND, self->comparison->dimension));
  markup = g_markup_escape_text (title, -1);
  tl_flow_add_anchor (flow, anchor);
  tl_document_add_bookmark (document, 0, title, anchor);
  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, markup, NULL);
  /* Translators: a risk, what time is compared, its days, and the target */
  about = g_strdup_printf (_("%1$s. %2$s: %3$s. Target %4$s."), risk, period, time, target);
  add_sentence (flow, TL_PRINT_DIMMED, about);
  add_sentence (flow, TL_PRINT_STRONG, verdict);
  tl_flow_keep_with_next (flow);
  tl_flow_add_space (flow, 6.0);
}

/* Between whom, on how many records each, and how sure that makes us. */
static void
add_latest_gap (TlFlow                  *flow,
                const TlPlaceComparison *self,
                const TlGapSeries       *gaps)
{
  const TlGapPoint *last = tl_gap_series_find_last (gaps);
  g_autofree char *said = last != NULL ? tl_gap_point_say (self->measure->facts, last) : NULL;
  g_autofree char *sentence = said != NULL ? tl_report_sentence (said) : NULL;

  add_sentence (flow, TL_PRINT_BODY, sentence);
}

static void
add_gap (TlFlow            *flow,
         TlPlaceComparison *self)
{
  g_autoptr (TlGapSeries) gaps = tl_gap_series_new (self);
  g_autofree char *said = tl_comparison_say_gap (self, gaps);
  Drawing *drawing;

  if (said == NULL)
    return;
  tl_flow_add_space (flow, 10.0);
  tl_flow_add_heading (flow, 3, TL_PRINT_QUESTION, _("Does the gap close?"), NULL);
  add_sentence (flow, TL_PRINT_BODY, said);
  tl_flow_keep_with_next (flow);
  add_latest_gap (flow, self, gaps);
  /* One point is no course. */
  if (gaps->n_points < 2 || tl_gap_chart_explain (self, gaps) != NULL)
    return;
  tl_flow_keep_with_next (flow);
  drawing = drawing_new (self, g_steal_pointer (&gaps));
  tl_flow_add_figure (flow, draw_gap, drawing, drawing_free, FIGURE_HEIGHT);
  {
    g_autofree char *periods = tl_format_periods (self->measure->facts->period, drawing->gaps->window);
    /* Translators: a number of periods, such as "3 months" */
    g_autofree char *note = g_strdup_printf (_("Bars run from the worst place to the best, the thick line along the worst. Each adds up the %s to then, or as many as there were."),
                                             periods);

    add_sentence (flow, TL_PRINT_DIMMED, note);
  }
}

/* Of two, one is as far off as the other; the table says it all. */
static gboolean
has_three_values (const TlComparison *comparison)
{
  guint n = 0;

  for (guint i = 0; i < comparison->n_places; i++)
    n += isfinite (comparison->places[i].value);
  return n >= 3;
}

static void
add_funnel (TlFlow            *flow,
            TlPlaceComparison *self)
{
  if (!tl_funnel_chart_has_limits (self->measure, self->comparison) || !has_three_values (self->comparison))
    return;
  tl_flow_add_space (flow, 10.0);
  tl_flow_add_heading (flow, 3, TL_PRINT_QUESTION, _("Could it be chance?"), NULL);
  add_sentence (flow, TL_PRINT_BODY,
                _("The fewer the records, the further chance alone may take a place from all together: within the inner limits 19 times in 20, within the outer ones 998 times in 1,000."));
  add_sentence (flow, TL_PRINT_BODY, tl_funnel_chart_explain (self->measure, self->comparison));
  tl_flow_keep_with_next (flow);
  tl_flow_add_figure (flow, draw_funnel, drawing_new (self, NULL), drawing_free, FIGURE_HEIGHT);
}

/**
 * tl_comparison_report_add_measure:
 * @document: a document
 * @comparison: a comparison, which the document holds as long as it draws
 *
 * Adds what a comparison comes to, place by place: the verdict, the table with its intervals, what was left out, what is
 * done at places that lag, what sample would do elsewhere, the funnel, and the gap over time.
 */
void
tl_comparison_report_add_measure (TlDocument        *document,
                                  TlPlaceComparison *comparison)
{
  TlFlow *flow = tl_document_get_flow (document);
  g_autofree char *left_out = tl_comparison_say_left_out (comparison);
  g_autofree char *method = tl_comparison_say_method (comparison);

  tl_flow_add_space (flow, 16.0);
  tl_flow_begin_group (flow, "Sect");
  add_head (document, comparison);
  if (comparison->comparison->n_places > 0 && comparison->comparison->window_periods > 0)
    {
      tl_comparison_report_add_table (flow, comparison);
      add_sentence (flow, TL_PRINT_DIMMED, method);
    }
  add_sentence (flow, TL_PRINT_BODY, left_out);
  tl_comparison_report_add_places (flow, comparison);
  if (!comparison->alone)
    {
      add_funnel (flow, comparison);
      add_gap (flow, comparison);
    }
  tl_flow_end_group (flow, "Sect");
}
