/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line.h"

/**
 * tl_link_draft_init:
 * @self: a draft
 * @judge: the judge
 *
 * Begins to judge a link, which is sound until something is lacking.
 */
void
tl_link_draft_init (TlLinkDraft   *self,
                    const TlJudge *judge)
{
  self->judge = judge;
  self->state = TL_LINK_STATE_SOUND;
  self->lacking = g_ptr_array_new ();
  self->mendings = g_array_new (FALSE, TRUE, sizeof (TlMending));
  self->remedy = TL_REMEDY_NONE;
}

/**
 * tl_link_draft_lack:
 * @self: a draft
 * @state: what the link is at best now
 * @remedy: what to do about it
 * @row: (nullable): the row that it is to be done to, if there is one already
 * @sentence: (transfer full): what is lacking
 *
 * Notes what keeps the link from being sound. The remedy of the first of the gravest stands.
 */
void
tl_link_draft_lack (TlLinkDraft   *self,
                    TlLinkState    state,
                    TlRemedy       remedy,
                    gconstpointer  row,
                    char          *sentence)
{
  TlMending mending = { .remedy = remedy, .row = row };

  if (state < self->state)
    {
      self->state = state;
      self->remedy = remedy;
    }
  g_ptr_array_add (self->lacking, tl_judge_keep (self->judge, sentence));
  g_array_append_val (self->mendings, mending);
}

/**
 * tl_link_draft_finish:
 * @self: a draft
 * @ground: (transfer full): what the link rests on
 * @link: (out): the judgement
 *
 * Ends the draft.
 */
void
tl_link_draft_finish (TlLinkDraft     *self,
                      char            *ground,
                      TlLinkJudgement *link)
{
  link->state = self->state;
  link->ground = tl_judge_keep (self->judge, ground);
  link->lacking = tl_judge_keep_texts (self->judge, self->lacking);
  link->mendings = tl_judge_keep_array (self->judge, self->mendings);
  link->remedy = self->remedy;
  g_clear_pointer (&self->mendings, g_array_unref);
  g_clear_pointer (&self->lacking, g_ptr_array_unref);
}

/**
 * tl_judge_line:
 * @judge: a judge
 * @risk: a risk of which all else but the findings is settled
 *
 * Judges the links that are asked for, and which is the first that isn't sound.
 */
void
tl_judge_line (const TlJudge   *judge,
               TlRiskJudgement *risk)
{
  static void (* const links[TL_N_LINE_LINKS]) (const TlJudge *, TlRiskJudgement *, TlLinkJudgement *) = {
    tl_judge_found, tl_judge_owned, tl_judge_defined, tl_judge_acted,
    tl_judge_evidenced, tl_judge_improved, tl_judge_even, tl_judge_sustained,
  };

  risk->position = TL_LINE_LINK_NONE;
  for (int i = 0; i < TL_N_LINE_LINKS && tl_judge_asks (judge, TL_LINE_LINK_FOUND + i); i++)
    {
      links[i] (judge, risk, &risk->line[i]);
      if (risk->position == TL_LINE_LINK_NONE && risk->line[i].state != TL_LINK_STATE_SOUND)
        risk->position = (TlLineLink) (TL_LINE_LINK_FOUND + i);
    }
}
