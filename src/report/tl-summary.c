/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-summary.h"

#include "tl-figure.h"
#include "tl-format.h"
#include "tl-group.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>

#define TITLE_GAP 36.0
#define QUESTION_GAP 12.0
#define CLOSE_QUESTION_GAP 10.0
#define CLOSE_PADDING 1.0
#define CLOSEST_PADDING 0.5
#define SECOND_GAP 7.0
#define LACK_GAP 15.0
#define TITLE_MARK_SCALE 1.22
#define LINE_HEIGHT 44.0
#define LINE_MARK_Y 8.0
#define LINE_TEXT_Y 18.0
#define LINE_END 27.0

/* ── Title ─────────────────────────────────────────────────────────────────── */

static void
draw_rating (TlCanvas      *canvas,
             double         x,
             double         y,
             gconstpointer  data)
{
  const TlRiskJudgement *risk = data;
  double width;

  tl_mark_rating_size (canvas->ink, &width, NULL);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x + width * TITLE_MARK_SCALE / 2.0, y);
  cairo_scale (canvas->cr, TITLE_MARK_SCALE, TITLE_MARK_SCALE);
  tl_mark_rating (canvas->cr, canvas->ink, risk->rating, risk->band, 0.0, 0.0);
  cairo_restore (canvas->cr);
}

static char *
describe_rating (const TlRiskJudgement *risk)
{
  const char *band = tl_word_label (TL_TYPE_BAND, risk->band);

  if (risk->rating == 0)
    return g_strdup_printf (_("Not rated, counts as %s."), band);

  return g_strdup_printf (_("Rating %1$d, %2$s."), risk->rating, band);
}

static char *
describe_scope (const TlRiskFacts *risk)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (risk->scope.n == 0)
    return g_strdup (_("All places."));

  for (guint i = 0; i < risk->scope.n; i++)
    g_ptr_array_add (names, (gpointer) TL_FACTS_AT (risk->scope, TlPlaceFacts, i)->name);
  g_ptr_array_add (names, NULL);
  list = tl_format_list ((const char * const *) names->pdata);

  return g_strconcat (list, ".", NULL);
}

/* Theme, framework and regulations: where an inspector would look it up. */
static char *
describe_subject (const TlRiskFacts *risk)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (risk->theme != TL_THEME_NONE)
    {
      g_ptr_array_add (parts, tl_format_capital (tl_word_label (TL_TYPE_THEME, risk->theme)));
    }
  if (risk->framework != NULL && risk->framework[0] != NULL)
    g_ptr_array_add (parts, g_strjoinv (", ", (char **) risk->framework));
  if (risk->regulations != NULL && risk->regulations[0] != NULL)
    {
      g_autofree char *list = tl_format_list (risk->regulations);

      g_ptr_array_add (parts, g_strdup_printf (risk->regulations[1] != NULL ? _("regulations %s") : _("regulation %s"),
                                               list));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);

  {
    g_autofree char *text = g_strjoinv (", ", (char **) parts->pdata);

    return g_strconcat (text, ".", NULL);
  }
}

static char *
get_name (const TlRiskJudgement *risk)
{
  const TlRiskFacts *facts = risk->facts;
  g_autofree char *name = g_strdup_printf (_("%1$s %2$s"), facts->base.ref != NULL ? facts->base.ref : "",
                                           facts->title != NULL ? facts->title : "");

  return g_strdup (g_strstrip (name));
}

static void
add_title (const TlSummary *self)
{
  const TlRiskFacts *facts = self->risk->facts;
  g_autofree char *name = get_name (self->risk);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *rating = describe_rating (self->risk);
  g_autofree char *subject = describe_subject (facts);
  g_autofree char *scope = describe_scope (facts);
  g_autofree char *state = tl_report_describe_state (self->risk);
  g_autofree char *markup = NULL;
  TlLeadMark mark = { draw_rating, self->risk, TITLE_GAP };

  tl_flow_add_heading (self->flow, self->level, TL_PRINT_TITLE, title, &mark);

  tl_flow_push_inset (self->flow, TITLE_GAP);
  tl_flow_add_space (self->flow, 1.0);
  markup = g_markup_printf_escaped ("%s %s%s%s", rating, subject != NULL ? subject : "", subject != NULL ? " " : "",
                                    scope);
  tl_flow_add_paragraph (self->flow, TL_PRINT_DIMMED, markup);
  if (state != NULL)
    {
      g_autofree char *said = g_markup_escape_text (state, -1);

      tl_flow_add_paragraph (self->flow, TL_PRINT_STRONG, said);
    }
  tl_flow_pop_inset (self->flow);
  tl_flow_keep_with_next (self->flow);
}

/* ── The line ──────────────────────────────────────────────────────────────── */

static void
draw_line_marks (TlCanvas              *canvas,
                 const TlRiskJudgement *risk,
                 double                 x,
                 double                 y,
                 double                 pitch)
{
  TlLinkState states[TL_N_LINE_LINKS];
  double radius = tl_ink_px (canvas->ink, TL_MARK_RADIUS_PAPER);

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    states[i] = risk->line[i].state;
  tl_canvas_begin_artifact (canvas);
  tl_mark_line (canvas->cr, canvas->ink, states, risk->position, x, y, pitch, radius, TL_LINE_RUN_RIGHT);
  tl_canvas_end_artifact (canvas);
}

static void
draw_link_words (TlCanvas              *canvas,
                 const TlRiskJudgement *risk,
                 int                    link,
                 double                 x,
                 double                 y,
                 double                 width)
{
  TlLinkState state = risk->line[link].state;
  gboolean sound = state == TL_LINK_STATE_SOUND;
  g_autofree char *name = g_markup_escape_text (tl_report_link_name ((TlLineLink) (link + 1)), -1);
  g_autofree char *word = g_markup_escape_text (tl_word_label (TL_TYPE_LINK_STATE, state), -1);
  double leading = tl_typesetter_get_leading (canvas->typesetter, TL_PRINT_BODY);

  tl_canvas_begin (canvas, "LI");
  tl_canvas_begin (canvas, "Lbl");
  tl_canvas_show_text (canvas, sound ? TL_PRINT_BODY : TL_PRINT_STRONG, name, x, y, width, PANGO_ALIGN_CENTER);
  tl_canvas_end (canvas, "Lbl");
  tl_canvas_begin (canvas, "LBody");
  tl_canvas_show_text (canvas, sound ? TL_PRINT_DIMMED : TL_PRINT_STRONG, word, x, y + leading - 1.0, width,
                       PANGO_ALIGN_CENTER);
  tl_canvas_end (canvas, "LBody");
  tl_canvas_end (canvas, "LI");
}

/* The eight links across the page, each with its name and state. */
static void
draw_line (TlCanvas *canvas,
           double    x,
           double    y,
           double    width,
           double    height,
           gpointer  data)
{
  const TlRiskJudgement *risk = data;
  double pitch = (width - 2.0 * LINE_END) / (TL_N_LINE_LINKS - 1);

  draw_line_marks (canvas, risk, x + LINE_END, y + LINE_MARK_Y, pitch);
  tl_canvas_begin (canvas, "L");
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    draw_link_words (canvas, risk, i, x + LINE_END + (i - 0.5) * pitch, y + LINE_TEXT_Y, pitch);
  tl_canvas_end (canvas, "L");
}

/* ── Questions ─────────────────────────────────────────────────────────────── */

/**
 * tl_summary_begin_question:
 * @self: a summary
 * @question: (nullable): the question, or %NULL for a second link under the same one
 * @link: the link of the line that answers it, %TL_LINE_LINK_NONE when none does
 *
 * Begins a question: what is added until tl_summary_end_question() stands beside it.
 */
void
tl_summary_begin_question (const TlSummary *self,
                           const char      *question,
                           TlLineLink       link)
{
  TlQuestion asked = { .question = question, .level = self->level + 1 };
  g_autofree char *caption = NULL;

  if (link != TL_LINE_LINK_NONE)
    {
      TlLinkState state = self->risk->line[link - 1].state;
      gboolean holds = self->risk->position == TL_LINE_LINK_NONE || link <= self->risk->position;

      caption = state == TL_LINK_STATE_SOUND
                  ? g_strdup (tl_report_link_name (link))
                  /* Translators: a link of the line and its state, such as "Acted, weak" */
                  : g_strdup_printf (_("%1$s, %2$s"), tl_report_link_name (link),
                                     tl_word_label (TL_TYPE_LINK_STATE, state));
      asked.caption = caption;
      asked.state = state;
      asked.mark = link == TL_LINE_LINK_FOUND ? TL_THREAD_MARK_FIRST
                   : holds ? TL_THREAD_MARK_SOLID : TL_THREAD_MARK_DOTTED;
    }

  if (question == NULL)
    tl_flow_add_space (self->flow, SECOND_GAP);
  else
    tl_flow_add_space (self->flow, self->closeness == TL_CLOSENESS_NORMAL ? QUESTION_GAP : CLOSE_QUESTION_GAP);
  tl_thread_begin_question (self->thread, &asked);
}

/**
 * tl_summary_end_question:
 * @self: a summary
 *
 * Ends what stands beside the question.
 */
void
tl_summary_end_question (const TlSummary *self)
{
  tl_thread_end_question (self->thread);
}

static void
draw_state (TlCanvas      *canvas,
            double         x,
            double         y,
            gconstpointer  data)
{
  const TlLinkJudgement *link = data;
  double radius = 5.0;

  tl_canvas_draw_link (canvas, link->state, x + radius, y, radius);
}

static void
draw_nothing (TlCanvas      *canvas,
              double         x,
              double         y,
              gconstpointer  data)
{
}

/**
 * tl_summary_add_lacking:
 * @self: a summary
 * @link: a link of the line
 *
 * Adds what keeps the link from being sound, a line each; nothing when it is.
 */
void
tl_summary_add_lacking (const TlSummary *self,
                        TlLineLink       link)
{
  const TlLinkJudgement *judgement = &self->risk->line[link - 1];
  TlLeadMark mark = { draw_state, judgement, LACK_GAP };
  TlLeadMark indent = { draw_nothing, NULL, LACK_GAP };
  g_autofree char *state = tl_format_capital (tl_word_label (TL_TYPE_LINK_STATE, judgement->state));

  if (judgement->state == TL_LINK_STATE_SOUND)
    return;

  for (guint i = 0; judgement->lacking[i] != NULL; i++)
    {
      /* Translators: a link's state, such as "Weak", and why */
      g_autofree char *sentence = i == 0 ? g_strdup_printf (_("%1$s: %2$s"), state, judgement->lacking[i])
                                         : g_strdup (judgement->lacking[i]);
      g_autofree char *markup = g_markup_escape_text (sentence, -1);

      tl_flow_add_space (self->flow, i == 0 ? 4.0 : 0.0);
      tl_flow_add_marked (self->flow, TL_PRINT_STRONG, markup, i == 0 ? &mark : &indent);
    }
}

/**
 * tl_summary_add_not_recorded:
 * @self: a summary
 * @sentence: what isn't there, plain text
 */
void
tl_summary_add_not_recorded (const TlSummary *self,
                             const char      *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

/* ── All of it ─────────────────────────────────────────────────────────────── */

/* Two pages are one sheet that a reader can hold. What spills over to a third may be brought back by standing closer. */
#define NORMAL_PAGES 2

static void
add_all (const TlSummary *self)
{
  tl_flow_set_closeness (self->flow, self->closeness);
  tl_flow_begin_group (self->flow, "Sect");
  add_title (self);
  tl_flow_add_space (self->flow, 13.0);
  tl_flow_add_figure (self->flow, draw_line, (gpointer) self->risk, NULL, LINE_HEIGHT);
  tl_flow_keep_with_next (self->flow);
  tl_flow_add_space (self->flow, 6.0);
  tl_flow_add_rule (self->flow, 0.6, 0.54);
  tl_flow_keep_with_next (self->flow);

  tl_summary_add_found (self);
  tl_summary_add_owned (self);
  tl_summary_add_defined (self);
  tl_summary_add_acted (self);
  tl_summary_add_changed (self);
  tl_summary_add_even (self);
  tl_summary_add_sustained (self);
  tl_summary_add_challenged (self);
  tl_summary_add_closed (self);
  tl_summary_add_watched (self);
  tl_summary_add_not_proven (self);
  tl_flow_end_group (self->flow, "Sect");
  tl_flow_set_closeness (self->flow, TL_CLOSENESS_NORMAL);
}

/* Lays it out on trial, and tells how many pages it fills. */
static guint
try (TlSummary    *self,
     TlFlow       *flow,
     TlTypesetter *typesetter,
     TlCloseness   closeness)
{
  self->flow = tl_flow_new_trial (flow, typesetter);
  self->thread = tl_thread_new (self->flow);
  self->closeness = closeness;
  tl_thread_set_narrow (self->thread, closeness == TL_CLOSENESS_CLOSEST);
  add_all (self);
  tl_flow_break (self->flow);

  return tl_flow_get_n_pages (self->flow);
}

/**
 * tl_summary_lay_out:
 * @self: a summary of which flow and thread aren't set
 * @flow: the flow that it will be added to, which isn't changed
 * @typesetter: (nullable): what makes its text, as in tl_flow_new_trial()
 *
 * Lays a summary out by itself, as it reads best, unless standing closer brings it back to one sheet. Several threads may
 * do this at once, with a typesetter each.
 */
void
tl_summary_lay_out (TlSummary    *self,
                    TlFlow       *flow,
                    TlTypesetter *typesetter)
{
  if (try (self, flow, typesetter, TL_CLOSENESS_NORMAL) != NORMAL_PAGES + 1)
    return;

  for (int closeness = TL_CLOSENESS_CLOSE; closeness <= TL_CLOSENESS_CLOSEST; closeness++)
    {
      TlSummary closer = *self;

      if (try (&closer, flow, typesetter, (TlCloseness) closeness) <= NORMAL_PAGES)
        {
          tl_summary_drop (self);
          *self = closer;
          return;
        }
      tl_summary_drop (&closer);
    }
}

/**
 * tl_summary_drop:
 * @self: a summary that was laid out, or not
 *
 * Lets go of what was laid out and isn't added.
 */
void
tl_summary_drop (TlSummary *self)
{
  g_clear_pointer (&self->thread, tl_thread_free);
  g_clear_pointer (&self->flow, tl_flow_free);
}

/**
 * tl_summary_add:
 * @self: a summary that was laid out
 * @document: a document
 * @anchor: set to where it begins
 *
 * Adds the evidence summary of a risk: title, line, and the ten questions.
 */
void
tl_summary_add (TlSummary  *self,
                TlDocument *document,
                TlAnchor   *anchor)
{
  TlFlow *flow = tl_document_get_flow (document);
  g_autofree char *name = get_name (self->risk);
  guint offset;

  tl_flow_add_anchor (flow, anchor);
  tl_document_add_bookmark (document, 0, name, anchor);
  offset = tl_flow_take (flow, g_steal_pointer (&self->flow));
  tl_thread_take (tl_document_get_thread (document), g_steal_pointer (&self->thread), offset);
}

/**
 * tl_summary_new_table:
 * @self: a summary
 *
 * Returns: (transfer full): a table whose rows stand as close as the summary does
 */
TlPageTable *
tl_summary_new_table (const TlSummary *self)
{
  TlPageTable *table = tl_page_table_new ();

  if (self->closeness != TL_CLOSENESS_NORMAL)
    tl_page_table_set_padding (table, self->closeness == TL_CLOSENESS_CLOSE ? CLOSE_PADDING : CLOSEST_PADDING);

  return table;
}
