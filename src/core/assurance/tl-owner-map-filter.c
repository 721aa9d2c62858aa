/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map.h"

#include "tl-place-rules.h"

static gboolean
has_part (const TlRiskFacts   *risk,
          const TlPersonFacts *person,
          TlDay                as_at)
{
  for (guint i = 0; i < risk->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (risk->ownerships, TlOwnershipFacts, i);

      if (ownership->person == person && ownership->from_date <= as_at
          && (ownership->until_date == TL_NO_DAY || as_at < ownership->until_date))
        return TRUE;
    }
  return FALSE;
}

static gboolean
involves (const TlRiskJudgement *risk,
          const TlPersonFacts   *person,
          TlDay                  as_at)
{
  if (has_part (risk->facts, person, as_at))
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

static gboolean
concerns (const TlRiskFacts  *risk,
          const TlPlaceFacts *place)
{
  if (tl_risk_has_in_scope (risk, place))
    return TRUE;
  for (guint i = 0; i < risk->scope.n; i++)
    {
      if (tl_place_is_within (risk->scope.rows[i], place))
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
  if (risk->state != TL_RISK_STATE_OPEN)
    return FALSE;
  return self == NULL
         || ((self->theme == TL_THEME_NONE || risk->facts->theme == self->theme) && is_owned_so (risk, self->owned)
             && (self->place == NULL || concerns (risk->facts, self->place))
             && (self->person == NULL || involves (risk, self->person, as_at)));
}
