/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The position at a glance: where every risk of a pack stands. */
#include "config.h"

#include "tl-pack.h"

#include "tl-figure.h"
#include "tl-format.h"
#include "tl-page-table.h"
#include "tl-report-words.h"
#include "tl-since.h"

#include <glib/gi18n-lib.h>

#define PITCH 13.6
#define RADIUS 4.5
#define LINE_WIDTH (PITCH * (TL_N_LINE_LINKS - 1) + 2.0 * RADIUS)
#define LINE_HEIGHT 14.0
#define SLANT 1.082 /* 62 degrees */
#define HEADS_HEIGHT 58.0
#define HEADING_HEIGHT 18.0
#define ROW_PADDING 5.5
#define LEGEND_GAP 14.0

enum
{
  COLUMN_REF,
  COLUMN_TITLE,
  COLUMN_RATING,
  COLUMN_OWNER,
  COLUMN_LINE,
  COLUMN_POSITION,
  COLUMN_SINCE,
};

/* ── Heading and legend ────────────────────────────────────────────────────── */

/* From the right: word and mark of missing, weak, sound. */
static void
draw_legend (TlCanvas *canvas,
             double    right,
             double    y)
{
  double leading = tl_typesetter_get_leading (canvas->typesetter, TL_PRINT_BODY);

  for (int state = TL_LINK_STATE_MISSING; state <= TL_LINK_STATE_SOUND; state++)
    {
      g_autofree char *word = g_markup_escape_text (tl_word_label (TL_TYPE_LINK_STATE, state), -1);

      right -= tl_typesetter_get_width (canvas->typesetter, TL_PRINT_BODY, word);
      tl_canvas_show_text (canvas, TL_PRINT_BODY, word, right, y, -1.0, PANGO_ALIGN_LEFT);
      right -= 4.0 + RADIUS;
      tl_mark_link (canvas->cr, canvas->ink, (TlLinkState) state, right, y + leading / 2.0, RADIUS, FALSE);
      right -= RADIUS + LEGEND_GAP;
    }
}

static void
draw_heading (TlCanvas *canvas,
              double    x,
              double    y,
              double    width,
              double    height,
              gpointer  data)
{
  tl_canvas_begin (canvas, "H2");
  tl_canvas_show_text (canvas, TL_PRINT_SECTION, _("Position at a glance"), x, y, width, PANGO_ALIGN_LEFT);
  tl_canvas_end (canvas, "H2");
  tl_canvas_begin_artifact (canvas);
  draw_legend (canvas, x + width, y + 3.0);
  tl_canvas_end_artifact (canvas);
}

/* ── Position at a glance ──────────────────────────────────────────────────── */

static void
draw_link_heads (TlCanvas *canvas,
                 double    x,
                 double    y,
                 double    width,
                 double    height,
                 gpointer  data)
{
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      g_autofree char *name = g_markup_escape_text (tl_report_link_name ((TlLineLink) (i + 1)), -1);

      cairo_save (canvas->cr);
      cairo_translate (canvas->cr, x + RADIUS + i * PITCH + 3.5, y + height - 1.0);
      cairo_rotate (canvas->cr, -SLANT);
      tl_canvas_show_text (canvas, TL_PRINT_BODY, name, 0.0, -10.6, -1.0, PANGO_ALIGN_LEFT);
      cairo_restore (canvas->cr);
    }
}

static void
draw_rating (TlCanvas *canvas,
             double    x,
             double    y,
             double    width,
             double    height,
             gpointer  data)
{
  const TlRiskJudgement *risk = data;
  g_autofree char *words = risk->rating > 0
                             ? g_strdup_printf ("%d, %s", risk->rating, tl_word_label (TL_TYPE_BAND, risk->band))
                             : g_strdup (_("not rated"));

  tl_canvas_begin_figure (canvas, words);
  tl_mark_rating (canvas->cr, canvas->ink, risk->rating, risk->band, x + width / 2.0, y + height / 2.0);
  tl_canvas_end_figure (canvas);
}

static void
draw_line (TlCanvas *canvas,
           double    x,
           double    y,
           double    width,
           double    height,
           gpointer  data)
{
  const TlRiskJudgement *risk = data;
  g_autofree char *words = tl_report_describe_line (risk);
  double middle = y + height / 2.0;

  tl_canvas_begin_figure (canvas, words);
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      double mark_x = x + RADIUS + i * PITCH;
      gboolean holds = risk->position == TL_LINE_LINK_NONE || i + 2 <= (int) risk->position;

      tl_canvas_show_link (canvas, risk->line[i].state, mark_x, middle, RADIUS);
      if (i + 1 < TL_N_LINE_LINKS)
        tl_mark_thread (canvas->cr, canvas->ink, mark_x + RADIUS, middle, mark_x + PITCH - RADIUS, middle, holds);
    }
  tl_canvas_end_figure (canvas);
}

typedef struct
{
  guint n[TL_N_LINE_LINKS];
} Sums;

static void
draw_sums (TlCanvas *canvas,
           double    x,
           double    y,
           double    width,
           double    height,
           gpointer  data)
{
  const Sums *sums = data;

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      g_autofree char *number = sums->n[i] > 0 ? g_strdup_printf ("<b>%u</b>", sums->n[i]) : g_strdup ("–");

      tl_canvas_show_text (canvas, TL_PRINT_BODY, number, x + RADIUS + (i - 1) * PITCH, y, 2.0 * PITCH,
                           PANGO_ALIGN_CENTER);
    }
}

/* ── Since the last provider review ────────────────────────────────────────── */

static const char *
describe_movement (TlAssessment          *before,
                   const TlRiskJudgement *risk,
                   gboolean              *strong)
{
  const TlRiskJudgement *then = tl_assessment_find_risk (before, &risk->facts->base.id);
  guint n_stronger = 0, n_weaker = 0;

  *strong = FALSE;
  if (then == NULL)
    return _("new");

  for (int link = 0; link < TL_N_LINE_LINKS; link++)
    {
      n_stronger += risk->line[link].state > then->line[link].state;
      n_weaker += risk->line[link].state < then->line[link].state;
    }
  *strong = n_weaker > 0 && n_stronger == 0;
  if (n_weaker > 0)
    return n_stronger > 0 ? _("mixed") : _("weaker");
  return n_stronger > 0 ? _("stronger") : _("same");
}

/* ── Rows ──────────────────────────────────────────────────────────────────── */

static void
set_text (TlPageTable  *table,
          guint         column,
          TlPrintStyle  style,
          const char   *text)
{
  g_autofree char *markup = g_markup_escape_text (text != NULL ? text : "", -1);

  tl_page_table_set_cell (table, column, style, markup);
}

static void
add_risk (TlDocument            *document,
          TlPageTable           *table,
          const TlRiskJudgement *risk,
          TlAssessment          *before)
{
  const TlInk *ink = tl_typesetter_get_ink (tl_flow_get_typesetter (tl_document_get_flow (document)));
  double rating_width, rating_height;

  tl_mark_rating_size (ink, &rating_width, &rating_height);
  tl_page_table_add_row (table, TL_ROW_PLAIN);
  set_text (table, COLUMN_REF, TL_PRINT_DIMMED, risk->facts->base.ref);
  set_text (table, COLUMN_TITLE, TL_PRINT_STRONG, risk->facts->title);
  tl_page_table_set_drawing (table, COLUMN_RATING, draw_rating, (gpointer) risk, NULL, rating_width, rating_height);
  if (risk->n_owners > 1)
    {
      const char *people = g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", risk->n_owners);
      g_autofree char *several = g_strdup_printf (people, risk->n_owners);

      set_text (table, COLUMN_OWNER, TL_PRINT_STRONG, several);
    }
  else if (risk->owner != NULL && risk->owner->person != NULL)
    set_text (table, COLUMN_OWNER, TL_PRINT_BODY, risk->owner->person->name);
  else
    set_text (table, COLUMN_OWNER, TL_PRINT_STRONG, _("No one"));
  tl_page_table_set_drawing (table, COLUMN_LINE, draw_line, (gpointer) risk, NULL, LINE_WIDTH, LINE_HEIGHT);
  set_text (table, COLUMN_POSITION, TL_PRINT_BODY, tl_report_link_name (risk->position));
  if (before != NULL)
    {
      gboolean strong;
      const char *movement = describe_movement (before, risk, &strong);

      set_text (table, COLUMN_SINCE, strong ? TL_PRINT_STRONG : TL_PRINT_BODY, movement);
    }
}

static void
add_sums (TlPageTable *table,
          GPtrArray   *risks)
{
  for (int state = TL_LINK_STATE_SOUND; state >= TL_LINK_STATE_MISSING; state--)
    {
      Sums *sums = g_new0 (Sums, 1);

      for (guint i = 0; i < risks->len; i++)
        {
          const TlRiskJudgement *risk = g_ptr_array_index (risks, i);

          for (int link = 0; link < TL_N_LINE_LINKS; link++)
            sums->n[link] += (int) risk->line[link].state == state;
        }

      tl_page_table_add_row (table, TL_ROW_SUM);
      set_text (table, COLUMN_OWNER, TL_PRINT_BODY, tl_word_label (TL_TYPE_LINK_STATE, state));
      tl_page_table_align_cell (table, COLUMN_OWNER, PANGO_ALIGN_RIGHT);
      tl_page_table_set_drawing (table, COLUMN_LINE, draw_sums, sums, g_free, LINE_WIDTH, LINE_HEIGHT);
    }
}

/**
 * tl_pack_add_positions:
 * @document: a document
 * @assessment: all conclusions; must outlive the document
 * @risks: (element-type TlRiskJudgement): the risks, in the order they are printed
 *
 * Adds the position at a glance: a row for each risk with its rating, who answers for it, its line, and how that moved
 * since the last provider review; beneath them how many are sound, weak and missing at each link.
 */
void
tl_pack_add_positions (TlDocument   *document,
                       TlAssessment *assessment,
                       GPtrArray    *risks)
{
  TlFlow *flow = tl_document_get_flow (document);
  TlPageTable *table = tl_page_table_new ();
  const TlReviewFacts *review = tl_since_find_review (assessment);
  TlDay last = review != NULL ? review->date : TL_NO_DAY;
  g_autoptr (TlAssessment) before = NULL;

  tl_flow_add_figure (flow, draw_heading, NULL, NULL, HEADING_HEIGHT);
  tl_flow_keep_with_next (flow);
  tl_flow_add_space (flow, 2.0);

  tl_page_table_add_column (table, _("Ref"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Risk"), TL_COLUMN_SHARE, 1.4, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Rating"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_CENTER);
  tl_page_table_add_column (table, _("Accountable"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Line"), TL_COLUMN_FIXED, LINE_WIDTH, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Position"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  if (last != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_short (last, tl_assessment_get_as_at (assessment));
      /* Translators: a short day; heads a column that says how risks moved since then */
      g_autofree char *since = g_strdup_printf (_("since\n%s"), day);

      before = tl_assessment_new (tl_assessment_get_snapshot (assessment), last);
      tl_page_table_add_column (table, since, TL_COLUMN_FIT, 0.0, PANGO_ALIGN_RIGHT);
    }
  tl_page_table_set_heading_drawing (table, COLUMN_LINE, draw_link_heads, NULL, HEADS_HEIGHT);
  tl_page_table_set_row_heads (table, COLUMN_TITLE);
  tl_page_table_set_padding (table, ROW_PADDING);
  for (guint i = 0; i < risks->len; i++)
    add_risk (document, table, g_ptr_array_index (risks, i), before);
  add_sums (table, risks);
  tl_flow_add_table (flow, table);
}
