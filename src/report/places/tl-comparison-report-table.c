/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a comparison, with the intervals on its rows. */
#include "config.h"

#include "tl-comparison-report.h"

#include "tl-comparison-words.h"
#include "tl-format.h"
#include "tl-interval-chart.h"
#include "tl-page-table.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CHART_WIDTH 130.0
#define STATE_WIDTH 64.0
#define ROW_HEIGHT 14.0
#define ROW_PADDING 3.0

enum
{
  COLUMN_PLACE,
  COLUMN_COUNT,
  COLUMN_VALUE,
  COLUMN_INTERVAL,
  COLUMN_CHART,
  COLUMN_STATE,
};

/* ── Intervals: each row holds what it is of, as pages are drawn when all else is done ── */

typedef struct
{
  TlPlaceComparison *comparison;
  const TlPlaceJudgement *place;
} Drawing;

static Drawing *
drawing_new (TlPlaceComparison      *comparison,
             const TlPlaceJudgement *place)
{
  Drawing *self = g_new0 (Drawing, 1);

  self->comparison = tl_place_comparison_ref (comparison);
  self->place = place;
  return self;
}

static void
drawing_free (gpointer data)
{
  Drawing *self = data;

  tl_place_comparison_unref (self->comparison);
  g_free (self);
}

static void
begin_intervals (const Drawing   *self,
                 TlCanvas        *canvas,
                 TlIntervalChart *chart,
                 double           x,
                 double           width)
{
  tl_interval_chart_init (chart, self->comparison->measure, self->comparison->comparison, canvas->ink, x, x + width);
}

static void
draw_interval (TlCanvas *canvas,
               double    x,
               double    y,
               double    width,
               double    height,
               gpointer  data)
{
  const Drawing *self = data;
  TlIntervalChart chart;

  tl_canvas_begin_artifact (canvas);
  begin_intervals (self, canvas, &chart, x, width);
  tl_interval_chart_draw_lines (&chart, canvas->ink, canvas->cr, y - ROW_PADDING, y + height + ROW_PADDING);
  if (self->place != NULL)
    tl_interval_chart_draw_place (&chart, canvas->ink, canvas->cr, self->place, y + height / 2);
  else
    tl_interval_chart_draw_pooled (&chart, canvas->ink, canvas->cr, y + height / 2);
  tl_canvas_end_artifact (canvas);
}

static void
draw_scale (TlCanvas *canvas,
            double    x,
            double    y,
            double    width,
            double    height,
            gpointer  data)
{
  TlIntervalChart chart;

  tl_canvas_begin_artifact (canvas);
  begin_intervals (data, canvas, &chart, x, width);
  tl_interval_chart_draw_ticks (&chart, canvas->ink, canvas->cr, y + height / 2);
  tl_canvas_end_artifact (canvas);
}

static void
draw_names (TlCanvas *canvas,
            double    x,
            double    y,
            double    width,
            double    height,
            gpointer  data)
{
  TlIntervalChart chart;

  tl_canvas_begin_artifact (canvas);
  begin_intervals (data, canvas, &chart, x, width);
  tl_interval_chart_draw_names (&chart, canvas->ink, canvas->cr, y + height / 2);
  tl_canvas_end_artifact (canvas);
}

/* ── The table ── */

static void
set_text (TlPageTable *table,
          guint        column,
          const char  *text,
          gboolean     strong)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  tl_page_table_set_cell (table, column, strong ? TL_PRINT_STRONG : TL_PRINT_BODY, markup);
}

static void
set_figures (TlPageTable          *table,
             const TlMeasureFacts *facts,
             double                numerator,
             double                denominator,
             double                value,
             double                low,
             double                high)
{
  g_autofree char *of = tl_report_of (numerator, denominator);
  g_autofree char *number = tl_format_number (value, facts->kind != TL_MEASURE_KIND_PROPORTION && fabs (value) < 1 ? 3 : 1);
  g_autofree char *interval = tl_report_interval (facts, low, high);

  set_text (table, COLUMN_COUNT, of, FALSE);
  set_text (table, COLUMN_VALUE, number, FALSE);
  set_text (table, COLUMN_INTERVAL, interval, FALSE);
}

static void
add_pooled (TlPageTable       *table,
            TlPlaceComparison *self)
{
  const TlComparison *comparison = self->comparison;
  g_autofree char *hides = tl_comparison_say_hides (comparison);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  set_text (table, COLUMN_PLACE, _("All places"), TRUE);
  set_figures (table, self->measure->facts, comparison->pooled_numerator, comparison->pooled_denominator,
               comparison->pooled_value, comparison->pooled_low, comparison->pooled_high);
  tl_page_table_set_drawing (table, COLUMN_CHART, draw_interval, drawing_new (self, NULL), drawing_free, CHART_WIDTH, ROW_HEIGHT);
  if (hides == NULL)
    hides = g_strdup (tl_word_label (TL_TYPE_EVENNESS, comparison->evenness));
  set_text (table, COLUMN_STATE, comparison->comparable ? hides : "", comparison->hidden);
}

static void
add_place (TlPageTable            *table,
           TlPlaceComparison      *self,
           const TlPlaceJudgement *place)
{
  gboolean judged = self->comparison->comparable;
  gboolean weak = judged && place->state == TL_PLACE_STATE_WEAK;

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  set_text (table, COLUMN_PLACE, place->place->name, weak);
  set_figures (table, self->measure->facts, place->numerator, place->denominator, place->value, place->low, place->high);
  tl_page_table_set_drawing (table, COLUMN_CHART, draw_interval, drawing_new (self, place), drawing_free, CHART_WIDTH, ROW_HEIGHT);
  set_text (table, COLUMN_STATE, judged ? tl_word_label (TL_TYPE_PLACE_STATE, place->state) : _("not compared"), weak);
}

static TlPageTable *
create_table (TlPlaceComparison *self,
              Drawing           *heading)
{
  TlPageTable *table = tl_page_table_new ();
  TlMeasureKind kind = self->measure->facts->kind;
  gboolean proportion = kind == TL_MEASURE_KIND_PROPORTION;
  const char *counts = proportion ? _("Records") : kind == TL_MEASURE_KIND_COUNT ? _("Events") : _("Out of");
  g_autofree char *place = tl_format_capital (tl_word_label (TL_TYPE_PLACE_KIND, self->comparison->dimension));

  tl_page_table_add_column (table, place, TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, counts, TL_COLUMN_FIT, 0.0, PANGO_ALIGN_RIGHT);
  tl_page_table_add_column (table, proportion ? "%" : _("Value"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_RIGHT);
  /* xgettext:no-c-format */
  tl_page_table_add_column (table, _("95 % interval"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_RIGHT);
  tl_page_table_add_column (table, "", TL_COLUMN_FIXED, CHART_WIDTH, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("State"), TL_COLUMN_FIXED, STATE_WIDTH, PANGO_ALIGN_LEFT);
  tl_page_table_set_heading_drawing (table, COLUMN_CHART, draw_scale, heading, ROW_HEIGHT);
  tl_page_table_set_row_heads (table, COLUMN_PLACE);
  tl_page_table_set_padding (table, ROW_PADDING);
  return table;
}

/**
 * tl_comparison_report_add_table:
 * @flow: where to add
 * @self: a comparison, which the flow holds as long as it draws
 *
 * Adds all places together and a row for each place: records, value, interval in figures and drawn, and state.
 */
void
tl_comparison_report_add_table (TlFlow            *flow,
                                TlPlaceComparison *self)
{
  /* Freed with the last row, which is as long as the table lives. */
  Drawing *heading = drawing_new (self, NULL);
  TlPageTable *table = create_table (self, heading);

  add_pooled (table, self);
  for (guint i = 0; i < self->comparison->n_places; i++)
    add_place (table, self, &self->comparison->places[i]);
  tl_page_table_add_row (table, TL_ROW_SUM);
  tl_page_table_set_drawing (table, COLUMN_CHART, draw_names, heading, drawing_free, CHART_WIDTH, ROW_HEIGHT);
  tl_flow_add_table (flow, table);
}
