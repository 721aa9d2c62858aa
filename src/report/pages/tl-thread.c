/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-thread.h"

#define MARK_X 6.5
#define MARK_RADIUS 6.0
#define MARK_Y 6.6
#define DOTTED_GAP 3.5
#define TEXT_GAP 10.0

typedef struct
{
  guint slice;
  TlThreadMark mark;
  TlLinkState state;
} Bead;

typedef struct
{
  guint page;
  double y0;
  double y1;
  gboolean solid;
} Segment;

struct _TlThread
{
  TlFlow *flow;
  double text_x;
  GArray *beads;
  GArray *segments;
};

/* ── A question ────────────────────────────────────────────────────────────── */

typedef struct
{
  TlBlock base;
  TlThread *thread;
  char *question;
  char *caption;
  char tag[3];
  TlThreadMark mark;
  TlLinkState state;
  double text_x;
  double caption_y;
} Question;

static double
get_question_width (Question *self)
{
  return self->text_x - TL_THREAD_QUESTION_X - TEXT_GAP;
}

static double
measure (Question     *self,
         TlTypesetter *typesetter,
         TlPrintStyle  style,
         const char   *markup)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (markup == NULL)
    return 0.0;

  layout = tl_typesetter_layout (typesetter, style, markup, get_question_width (self), PANGO_ALIGN_LEFT);
  return tl_layout_height (layout, tl_typesetter_get_leading (typesetter, style));
}

static void
slice_question (TlBlock *block,
                TlFlow  *flow)
{
  Question *self = (Question *) block;
  TlTypesetter *typesetter = tl_flow_get_typesetter (flow);
  Bead bead = { .mark = self->mark, .state = self->state };
  double reach;

  self->caption_y = measure (self, typesetter, TL_PRINT_QUESTION, self->question);
  reach = self->caption_y + measure (self, typesetter, TL_PRINT_DIMMED, self->caption);

  bead.slice = tl_flow_add_slice (flow, block, 0, 0.0, TL_SLICE_KEEP);
  tl_flow_set_reach (flow, bead.slice, reach);
  if (self->mark != TL_THREAD_MARK_NONE)
    g_array_append_val (self->thread->beads, bead);
}

static void
draw_question (TlBlock      *block,
               TlCanvas     *canvas,
               guint         first,
               guint         n,
               const double *y)
{
  Question *self = (Question *) block;
  double x = block->x + TL_THREAD_QUESTION_X;
  double width = get_question_width (self);

  if (self->mark != TL_THREAD_MARK_NONE)
    {
      tl_canvas_begin_artifact (canvas);
      tl_canvas_draw_link (canvas, self->state, block->x + MARK_X, y[0] + MARK_Y, MARK_RADIUS);
      tl_canvas_end_artifact (canvas);
    }
  if (self->question != NULL)
    {
      tl_canvas_begin (canvas, self->tag);
      tl_canvas_show_text (canvas, TL_PRINT_QUESTION, self->question, x, y[0], width, PANGO_ALIGN_LEFT);
      tl_canvas_end (canvas, self->tag);
    }
  if (self->caption != NULL)
    {
      tl_canvas_begin (canvas, "P");
      tl_canvas_show_text (canvas, TL_PRINT_DIMMED, self->caption, x, y[0] + self->caption_y, width, PANGO_ALIGN_LEFT);
      tl_canvas_end (canvas, "P");
    }
}

static void
free_question (TlBlock *block)
{
  Question *self = (Question *) block;

  g_free (self->question);
  g_free (self->caption);
  g_free (self);
}

static const TlBlockClass question_class = {
  .slice = slice_question,
  .draw = draw_question,
  .free = free_question,
};

/* ── Its end ───────────────────────────────────────────────────────────────── */

static void
slice_end (TlBlock *block,
           TlFlow  *flow)
{
  tl_flow_add_slice (flow, block, 0, 0.0, TL_SLICE_MARKER | TL_SLICE_CLEAR);
}

static void
draw_end (TlBlock      *block,
          TlCanvas     *canvas,
          guint         first,
          guint         n,
          const double *y)
{
}

static const TlBlockClass end_class = {
  .slice = slice_end,
  .draw = draw_end,
  .free = (void (*) (TlBlock *)) g_free,
};

/* ── The thread ────────────────────────────────────────────────────────────── */

/**
 * tl_thread_new:
 * @flow: the flow that it runs beside; must outlive it
 *
 * Returns: (transfer full): a thread
 */
TlThread *
tl_thread_new (TlFlow *flow)
{
  TlThread *self = g_new0 (TlThread, 1);

  self->flow = flow;
  self->text_x = TL_THREAD_TEXT_X;
  self->beads = g_array_new (FALSE, FALSE, sizeof (Bead));
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));

  return self;
}

/**
 * tl_thread_free:
 * @self: (transfer full): a thread
 *
 * Frees a thread.
 */
void
tl_thread_free (TlThread *self)
{
  g_array_unref (self->beads);
  g_array_unref (self->segments);
  g_free (self);
}

/**
 * tl_thread_set_narrow:
 * @self: a thread
 * @narrow: whether the questions that come next have as little room as their longest words need
 */
void
tl_thread_set_narrow (TlThread *self,
                      gboolean  narrow)
{
  self->text_x = narrow ? TL_THREAD_NARROW_TEXT_X : TL_THREAD_TEXT_X;
}

/**
 * tl_thread_begin_question:
 * @self: a thread
 * @question: a question
 *
 * What is added to the flow until tl_thread_end_question() stands beside the question.
 */
void
tl_thread_begin_question (TlThread         *self,
                          const TlQuestion *question)
{
  Question *block = g_new0 (Question, 1);

  block->base.class = &question_class;
  block->thread = self;
  block->question = question->question != NULL ? g_markup_escape_text (question->question, -1) : NULL;
  block->caption = question->caption != NULL ? g_markup_escape_text (question->caption, -1) : NULL;
  block->tag[0] = 'H';
  block->tag[1] = (char) ('0' + CLAMP (question->level, 1, 6));
  block->mark = question->mark;
  block->state = question->state;
  block->text_x = self->text_x;

  tl_flow_add (self->flow, &block->base);
  tl_flow_push_inset (self->flow, self->text_x);
  tl_flow_add_flush (self->flow);
}

/**
 * tl_thread_end_question:
 * @self: a thread
 *
 * Ends what stands beside the question; what comes next begins below both.
 */
void
tl_thread_end_question (TlThread *self)
{
  TlBlock *block = g_new0 (TlBlock, 1);

  block->class = &end_class;
  tl_flow_pop_inset (self->flow);
  tl_flow_add (self->flow, block);
}

/**
 * tl_thread_take:
 * @self: a thread
 * @trial: (transfer full): the thread of a trial of the flow, which the flow has taken
 * @offset: what tl_flow_take() returned
 */
void
tl_thread_take (TlThread *self,
                TlThread *trial,
                guint     offset)
{
  for (guint i = 0; i < trial->beads->len; i++)
    {
      Bead bead = g_array_index (trial->beads, Bead, i);

      bead.slice += offset;
      g_array_append_val (self->beads, bead);
    }
  tl_thread_free (trial);
}

static void
join (TlThread   *self,
      const Bead *from,
      const Bead *to)
{
  TlPosition above = tl_flow_get_position (self->flow, from->slice);
  TlPosition below = tl_flow_get_position (self->flow, to->slice);
  gboolean solid = to->mark == TL_THREAD_MARK_SOLID;
  double gap = MARK_RADIUS + (solid ? 0.0 : DOTTED_GAP);

  for (guint page = above.page; page <= below.page; page++)
    {
      Segment segment = {
        .page = page,
        .y0 = page == above.page ? above.y + MARK_Y + gap : 0.0,
        .y1 = page == below.page ? below.y + MARK_Y - gap : tl_flow_get_height (self->flow),
        .solid = solid,
      };

      if (segment.y1 > segment.y0)
        g_array_append_val (self->segments, segment);
    }
}

/**
 * tl_thread_break:
 * @self: a thread whose flow was broken into pages
 *
 * Finds where the thread runs on each page.
 */
void
tl_thread_break (TlThread *self)
{
  g_array_set_size (self->segments, 0);
  for (guint i = 1; i < self->beads->len; i++)
    {
      const Bead *bead = &g_array_index (self->beads, Bead, i);

      if (bead->mark != TL_THREAD_MARK_FIRST)
        join (self, bead - 1, bead);
    }
}

static guint
find_page (TlThread *self,
           guint     page)
{
  guint low = 0;
  guint high = self->segments->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->segments, Segment, middle).page < page)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tl_thread_draw_page:
 * @self: a thread
 * @canvas: where to draw
 * @page: which page
 * @y: top of the frame
 */
void
tl_thread_draw_page (TlThread *self,
                     TlCanvas *canvas,
                     guint     page,
                     double    y)
{
  double x = tl_flow_get_x (self->flow) + MARK_X;

  tl_canvas_begin_artifact (canvas);
  for (guint i = find_page (self, page); i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);

      if (segment->page != page)
        break;
      tl_mark_thread (canvas->cr, canvas->ink, x, y + segment->y0, x, y + segment->y1, segment->solid);
    }
  tl_canvas_end_artifact (canvas);
}
