/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it was closed on, as that stood on the day. */
#include "config.h"

#include "tl-summary.h"

#include "tl-closing-case.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>

#define PROOF_GAP 15.0
#define PROOF_RADIUS 4.0

static void
draw_state (TlCanvas      *canvas,
            double         x,
            double         y,
            gconstpointer  data)
{
  tl_canvas_draw_link (canvas, (TlLinkState) GPOINTER_TO_INT (data), x + PROOF_RADIUS, y, PROOF_RADIUS);
}

static void
add_ground (const TlSummary *self,
            TlLinkState      state,
            const char      *markup)
{
  TlLeadMark mark = { draw_state, GINT_TO_POINTER ((int) state), PROOF_GAP };

  tl_flow_add_marked (self->flow, TL_PRINT_BODY, markup, &mark);
}

/* The conditions and the line as they were that day. One that didn't hold says so in words, too. */
static void
add_proof (const TlSummary     *self,
           const TlClosingCase *closing)
{
  for (guint i = 0; i < closing->conditions->len; i++)
    {
      const TlClosingAnswer *condition = g_ptr_array_index (closing->conditions, i);
      g_autofree char *markup = condition->met ? g_markup_escape_text (condition->text, -1)
                                               : g_markup_printf_escaped (_("<b>Did not hold:</b> %s"), condition->text);

      add_ground (self, condition->met ? TL_LINK_STATE_SOUND : TL_LINK_STATE_MISSING, markup);
    }
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      /* Translators: a link of the line, its state, and what it rests on */
      g_autofree char *markup = g_markup_printf_escaped (_("%1$s, %2$s: %3$s"), tl_report_link_name ((TlLineLink) (i + 1)),
                                                         tl_word_label (TL_TYPE_LINK_STATE, (int) closing->states[i]),
                                                         closing->grounds[i] != NULL ? closing->grounds[i] : "");

      add_ground (self, closing->states[i], markup);
    }
}

static void
add_case (const TlSummary     *self,
          const TlClosingCase *closing)
{
  g_autofree char *detail = tl_closing_case_describe (closing);
  /* Translators: a forum and a day, and what is said of the closing */
  g_autofree char *markup = g_markup_printf_escaped (_("<b>Closed by %1$s.</b> %2$s"), closing->title, detail);

  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

/**
 * tl_summary_add_closed:
 * @self: a summary
 *
 * Of a risk that was closed, now or earlier, says by whom and why; of one that is closed with its proof as it stood.
 */
void
tl_summary_add_closed (const TlSummary *self)
{
  g_autoptr (GPtrArray) cases = tl_closing_case_list (self->assessment, &self->risk->facts->base.id);

  if (cases->len == 0)
    return;
  tl_summary_begin_question (self, _("What it was closed on"), TL_LINE_LINK_NONE);
  for (guint i = cases->len; i > 0; i--)
    {
      const TlClosingCase *closing = g_ptr_array_index (cases, i - 1);

      if (i < cases->len)
        tl_flow_add_space (self->flow, 4.0);
      add_case (self, closing);
      if (i == cases->len && self->risk->state == TL_RISK_STATE_CLOSED)
        add_proof (self, closing);
    }
  tl_summary_end_question (self);
}
