/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed: evidence for and against, and the measures with their charts. */
#include "config.h"

#include "tl-summary.h"

#include "tl-attachment-name.h"
#include "tl-evidence-rules.h"
#include "tl-figure.h"
#include "tl-format.h"
#include "tl-group.h"
#include "tl-paragraph.h"
#include "tl-process-chart.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MARK_GAP 14.0
#define COUNT_GAP 18.0

static const double chart_heights[TL_N_CLOSENESSES] = { 134.0, 114.0, 96.0 };

/* ── Evidence ──────────────────────────────────────────────────────────────── */

typedef struct
{
  guint n[TL_VERDICT_CONTRADICTS + 1];
  guint n_activity;
} Counts;

static gboolean
is_recent (const TlSummary      *self,
           const TlEvidenceItem *item)
{
  return self->as_at - item->date <= TL_EVIDENCE_DAYS;
}

static Counts
count_evidence (const TlSummary *self,
                gboolean         recent)
{
  Counts counts = { 0 };

  for (guint i = 0; i < self->risk->n_evidence; i++)
    {
      const TlEvidenceItem *item = &self->risk->evidence[i];

      if (is_recent (self, item) != recent)
        continue;
      if (item->kind == TL_EVIDENCE_KIND_ACTIVITY)
        counts.n_activity++;
      else
        counts.n[item->verdict]++;
    }

  return counts;
}

static void
draw_count (TlCanvas  *canvas,
            TlVerdict  verdict,
            guint      n,
            double    *x,
            double     y)
{
  g_autofree char *text = NULL;
  double leading = tl_typesetter_get_leading (canvas->typesetter, TL_PRINT_BODY);

  switch (verdict)
    {
    case TL_VERDICT_SUPPORTS:
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u supports", "%u support", n), n);
      break;
    case TL_VERDICT_MIXED:
      text = g_strdup_printf (_("%u mixed"), n);
      break;
    case TL_VERDICT_CONTRADICTS:
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "<b>%u contradicts</b>", "<b>%u contradict</b>", n), n);
      break;
    case TL_VERDICT_NONE:
    default:
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u doesn’t say", "%u don’t say", n), n);
      break;
    }

  if (verdict != TL_VERDICT_NONE)
    {
      tl_canvas_begin_artifact (canvas);
      tl_canvas_draw_evidence (canvas, verdict, TL_EVIDENCE_KIND_OUTCOME, *x + 5.0, y + leading / 2.0);
      tl_canvas_end_artifact (canvas);
      *x += MARK_GAP;
    }
  tl_canvas_begin (canvas, "LI");
  tl_canvas_begin (canvas, "LBody");
  tl_canvas_show_text (canvas, TL_PRINT_BODY, text, *x, y, -1.0, PANGO_ALIGN_LEFT);
  tl_canvas_end (canvas, "LBody");
  tl_canvas_end (canvas, "LI");
  *x += tl_typesetter_get_width (canvas->typesetter, TL_PRINT_BODY, text) + COUNT_GAP;
}

static void
draw_counts (TlCanvas *canvas,
             double    x,
             double    y,
             double    width,
             double    height,
             gpointer  data)
{
  const Counts *counts = data;

  tl_canvas_begin (canvas, "L");
  for (int verdict = TL_VERDICT_SUPPORTS; verdict <= TL_VERDICT_CONTRADICTS; verdict++)
    draw_count (canvas, (TlVerdict) verdict, counts->n[verdict], &x, y);
  if (counts->n[TL_VERDICT_NONE] > 0)
    draw_count (canvas, TL_VERDICT_NONE, counts->n[TL_VERDICT_NONE], &x, y);
  tl_canvas_end (canvas, "L");
}

static void
add_counts (const TlSummary *self)
{
  Counts counts = count_evidence (self, TRUE);

  if (counts.n[TL_VERDICT_NONE] + counts.n[TL_VERDICT_SUPPORTS] + counts.n[TL_VERDICT_MIXED]
      + counts.n[TL_VERDICT_CONTRADICTS] == 0)
    return;

  tl_flow_add_space (self->flow, 3.0);
  tl_flow_add_figure (self->flow, draw_counts, g_memdup2 (&counts, sizeof counts), g_free, 14.0);
}

static void
draw_verdict (TlCanvas      *canvas,
              double         x,
              double         y,
              gconstpointer  data)
{
  const TlEvidenceItem *item = data;

  tl_canvas_draw_evidence (canvas, item->verdict, item->kind, x + 5.0, y);
}

/* What a reader may ask to see, by the name under which it is attached. */
static char *
list_files (const TlEvidenceItem *item)
{
  guint n = item->facts != NULL ? item->facts->attachments.n : 0;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  if (n == 0)
    return g_strdup ("");
  for (guint i = 0; i < n; i++)
    g_strv_builder_take (names,
                         tl_attachment_name_clean (TL_FACTS_AT (item->facts->attachments, TlAttachmentFacts, i)->name));
  list = g_strv_builder_end (names);
  joined = tl_format_list ((const char * const *) list);
  /* Translators: the names of files, at the end of a sentence about evidence */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, " File: %s.", " Files: %s.", n), joined);
}

static char *
describe_item (const TlSummary      *self,
               const TlEvidenceItem *item)
{
  g_autofree char *day = tl_format_day_short (item->date, self->as_at);
  g_autofree char *source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, item->source));
  const char *finding = item->facts != NULL ? item->facts->finding : NULL;
  const TlPlaceFacts *place = tl_evidence_item_get_place (item);
  g_autofree char *says = tl_report_says (finding) ? tl_report_sentence (finding) : g_strdup ("");
  g_autofree char *files = list_files (item), *text = g_strconcat (says, files, NULL);

  if (place != NULL)
    /* Translators: a source of evidence, a place, a day, and what it shows */
    return g_markup_printf_escaped (_("<b>%1$s, %2$s, %3$s:</b> %4$s"), source, place->name, day, text);

  return g_markup_printf_escaped (_("<b>%1$s, %2$s:</b> %3$s"), source, day, text);
}

/* Every contradiction of the last quarter is named, the latest first. */
static void
add_contradictions (const TlSummary *self)
{
  gboolean any = FALSE;

  for (guint i = self->risk->n_evidence; i > 0; i--)
    {
      const TlEvidenceItem *item = &self->risk->evidence[i - 1];
      TlLeadMark mark = { draw_verdict, item, MARK_GAP };
      g_autofree char *markup = NULL;

      if (item->kind != TL_EVIDENCE_KIND_OUTCOME || item->verdict != TL_VERDICT_CONTRADICTS || !is_recent (self, item))
        continue;
      if (!any)
        {
          tl_flow_add_space (self->flow, 3.0);
          tl_flow_begin_group (self->flow, "L");
        }
      any = TRUE;
      markup = describe_item (self, item);
      tl_flow_add_marked_item (self->flow, TL_PRINT_BODY, markup, &mark);
    }
  if (any)
    tl_flow_end_group (self->flow, "L");
}

/* "7 supported, 8 were mixed": what there was none of isn't named. */
static char *
list_earlier (const Counts *counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (counts->n[TL_VERDICT_SUPPORTS] > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("%u supported"), counts->n[TL_VERDICT_SUPPORTS]));
  if (counts->n[TL_VERDICT_MIXED] > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u was mixed", "%u were mixed",
                                                          counts->n[TL_VERDICT_MIXED]), counts->n[TL_VERDICT_MIXED]));
  if (counts->n[TL_VERDICT_CONTRADICTS] > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("%u contradicted"), counts->n[TL_VERDICT_CONTRADICTS]));
  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);
  return tl_format_list ((const char * const *) parts->pdata);
}

static void
add_earlier (const TlSummary *self)
{
  Counts counts = count_evidence (self, FALSE);
  guint n_activity = counts.n_activity + count_evidence (self, TRUE).n_activity;
  g_autofree char *earlier = list_earlier (&counts);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *markup = NULL;

  if (earlier != NULL)
    g_string_append_printf (text, _("Before then %s."), earlier);
  if (n_activity > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                                 "%u item shows only that work was done.",
                                                 "%u items show only that work was done.", n_activity), n_activity);
    }
  if (text->len == 0)
    return;

  markup = g_markup_escape_text (text->str, -1);
  tl_flow_add_space (self->flow, 3.0);
  tl_flow_add_paragraph (self->flow, TL_PRINT_DIMMED, markup);
}

static void
add_evidence (const TlSummary *self)
{
  g_autofree char *ground = tl_report_sentence (self->risk->line[TL_LINE_LINK_EVIDENCED - 1].ground);
  gboolean recent = FALSE;
  g_autofree char *markup = NULL;

  for (guint i = 0; i < self->risk->n_evidence && !recent; i++)
    recent = self->risk->evidence[i].kind == TL_EVIDENCE_KIND_OUTCOME && is_recent (self, &self->risk->evidence[i]);

  if (recent)
    markup = g_markup_printf_escaped (_("In the last %1$d days: %2$s"), TL_EVIDENCE_DAYS, ground);
  else
    markup = g_markup_escape_text (ground, -1);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
  add_counts (self);
  add_contradictions (self);
  add_earlier (self);
}

/* ── Measures ──────────────────────────────────────────────────────────────── */

typedef struct
{
  const TlMeasureJudgement *measure;
  TlDay as_at;
  TlDay first_action;
} Chart;

static void
draw_chart (TlCanvas *canvas,
            double    x,
            double    y,
            double    width,
            double    height,
            gpointer  data)
{
  const Chart *chart = data;
  TlProcessChartOptions options = {
    .size = TL_CHART_SIZE_FULL,
    .as_at = chart->as_at,
    .first_action = chart->first_action,
  };
  g_autoptr (TlProcessChart) drawn = tl_process_chart_new (canvas->ink, chart->measure, &options, width, height);
  g_autofree char *words = tl_process_chart_describe (chart->measure, chart->as_at);

  tl_canvas_begin_figure (canvas, words);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  tl_process_chart_draw (drawn, canvas->ink, canvas->cr);
  cairo_restore (canvas->cr);
  tl_canvas_end_figure (canvas);
}

static gboolean
has_points (const TlMeasureJudgement *measure)
{
  for (guint i = 0; measure->series != NULL && i < measure->series->n_points; i++)
    if (isfinite (measure->series->points[i].value))
      return TRUE;

  return FALSE;
}

static void
add_chart (const TlSummary          *self,
           const TlMeasureJudgement *measure)
{
  Chart chart = { measure, self->as_at, self->risk->first_action };

  if (!has_points (measure))
    return;

  tl_flow_keep_with_next (self->flow);
  tl_flow_add_space (self->flow, 4.0);
  tl_flow_add_figure (self->flow, draw_chart, g_memdup2 (&chart, sizeof chart), g_free,
                      chart_heights[self->closeness]);
}

/* "88.1 % to 96.8 %": from the baseline to the latest period. */
static char *
describe_course (const TlMeasureJudgement *measure)
{
  g_autofree char *from = tl_format_value (measure->facts, measure->baseline_value);
  g_autofree char *to = measure->latest != NULL ? tl_format_value (measure->facts, measure->latest->value) : NULL;

  if (to == NULL)
    return g_strdup (_("no reading"));
  if (!isfinite (measure->baseline_value))
    return g_steal_pointer (&to);

  /* The unit once is enough, but for the percent sign. */
  if (measure->facts->kind != TL_MEASURE_KIND_PROPORTION && measure->facts->unit != NULL
      && g_str_has_suffix (from, measure->facts->unit))
    {
      from[strlen (from) - strlen (measure->facts->unit)] = '\0';
      g_strchomp (from);
    }
  /* Translators: from the baseline to the latest value */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

static char *
describe_measure (const TlMeasureJudgement *measure)
{
  g_autofree char *course = describe_course (measure);
  g_autofree char *target = tl_format_target (measure->facts, measure->target_value);
  g_autofree char *change = tl_format_capital (tl_word_label (TL_TYPE_CHANGE_STATE, measure->change));
  const char *state = tl_word_label (TL_TYPE_TARGET_STATE, measure->target);
  const char *title = measure->facts->title != NULL ? measure->facts->title : "";

  if (measure->latest == NULL)
    return g_markup_printf_escaped (_("<b>%1$s: no reading.</b> Target %2$s."), title, target);

  /* Translators: a measure, its course, whether it changed, its target, and whether that is met */
  return g_markup_printf_escaped (_("<b>%1$s: %2$s.</b> %3$s. Target %4$s: %5$s."), title, course, change, target,
                                  state);
}

static void
add_measures (const TlSummary *self)
{
  for (guint i = 0; i < self->risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &self->risk->measures[i];
      g_autofree char *markup = describe_measure (measure);

      if (i > 0)
        tl_flow_add_space (self->flow, measure->role == TL_ROLE_PRIMARY ? 10.0 : 5.0);
      if (measure->role == TL_ROLE_RECURRENCE)
        {
          g_autofree char *said = g_strconcat (_("The same failure coming back: "), markup, NULL);

          g_set_str (&markup, said);
        }
      tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
      if (measure->role == TL_ROLE_PRIMARY)
        add_chart (self, measure);
    }
}

/**
 * tl_summary_add_changed:
 * @self: a summary
 *
 * Answers what changed: evidence for and against, then the measures.
 */
void
tl_summary_add_changed (const TlSummary *self)
{
  tl_summary_begin_question (self, _("What changed"), TL_LINE_LINK_EVIDENCED);
  add_evidence (self);
  tl_summary_add_lacking (self, TL_LINE_LINK_EVIDENCED);
  tl_summary_end_question (self);

  tl_summary_begin_question (self, NULL, TL_LINE_LINK_IMPROVED);
  add_measures (self);
  tl_summary_add_lacking (self, TL_LINE_LINK_IMPROVED);
  tl_summary_end_question (self);
}
