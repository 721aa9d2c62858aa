/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map.h"

#include "tl-ownership-rules.h"
#include "tl-place-rules.h"

static gboolean
involves (const TlJudge         *judge,
          const TlRiskJudgement *risk,
          const TlPersonFacts   *person)
{
  if (tl_risk_is_on_map (judge, risk->facts, person))
    return TRUE;
  for (guint i = 0; i < risk->n_expected; i++)
    {
      if (risk->expected[i].current && risk->expected[i].facts->person == person)
        return TRUE;
    }
  for (guint i = 0; i < risk->n_actions; i++)
    {
      if (risk->actions[i].open && risk->actions[i].facts->person == person)
        return TRUE;
    }
  return FALSE;
}

/* The state is one of the link's, told from what each of them is called here. */
static gboolean
is_owned_so (const TlRiskJudgement *risk,
             TlOwnedState           owned)
{
  TlLinkState state = risk->line[TL_LINE_LINK_OWNED - 1].state;

  switch (owned)
    {
    case TL_OWNED_STATE_MISSING:
      return state == TL_LINK_STATE_MISSING;
    case TL_OWNED_STATE_WEAK:
      return state == TL_LINK_STATE_WEAK;
    case TL_OWNED_STATE_SOUND:
      return state == TL_LINK_STATE_SOUND;
    case TL_OWNED_STATE_ANY:
    default:
      return TRUE;
    }
}

/**
 * tl_owner_map_filter_matches:
 * @self: (nullable): a filter, %NULL for all
 * @risk: a risk
 * @as_at: the day that is looked at
 *
 * Returns: whether the risk is open and wanted
 */
gboolean
tl_owner_map_filter_matches (const TlOwnerMapFilter *self,
                             const TlRiskJudgement  *risk,
                             TlDay                   as_at)
{
  const TlJudge judge = { .as_at = as_at };

  if (risk->state != TL_RISK_STATE_OPEN)
    return FALSE;
  return self == NULL
         || ((self->theme == TL_THEME_NONE || risk->facts->theme == self->theme) && is_owned_so (risk, self->owned)
             && (self->place == NULL || tl_risk_has_in_scope (risk->facts, self->place)
                 || tl_risk_names_within (risk->facts, self->place))
             && (self->person == NULL || involves (&judge, risk, self->person)));
}
