/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-rules.h"

/* No provider is deeper than this; a file in which places contain each other must still come to an end. */
#define DEEPEST 32

/**
 * tl_place_is_within:
 * @place: (nullable): a place
 * @whole: (nullable): another place; %NULL is everywhere
 *
 * Returns: whether @place is @whole or lies beneath it
 */
gboolean
tl_place_is_within (const TlPlaceFacts *place,
                    const TlPlaceFacts *whole)
{
  if (whole == NULL)
    return TRUE;
  for (int depth = 0; place != NULL && depth < DEEPEST; depth++)
    {
      if (place == whole)
        return TRUE;
      place = place->parent;
    }
  return FALSE;
}

/**
 * tl_risk_has_in_scope:
 * @risk: a risk
 * @place: a place
 *
 * Returns: whether the place is in the risk's scope: named in it or beneath one that is; no scope means everywhere
 */
gboolean
tl_risk_has_in_scope (const TlRiskFacts  *risk,
                      const TlPlaceFacts *place)
{
  if (risk->scope.n == 0)
    return TRUE;
  for (guint i = 0; i < risk->scope.n; i++)
    {
      if (tl_place_is_within (place, risk->scope.rows[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_risk_names_within:
 * @risk: a risk
 * @place: a place
 *
 * Returns: whether the risk's scope names the place or one beneath it
 */
gboolean
tl_risk_names_within (const TlRiskFacts  *risk,
                      const TlPlaceFacts *place)
{
  for (guint i = 0; i < risk->scope.n; i++)
    {
      if (tl_place_is_within (risk->scope.rows[i], place))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_risk_scope_names:
 * @risk: a risk
 * @kind: a kind of place
 *
 * Returns: whether the risk's scope names a place of that kind
 */
gboolean
tl_risk_scope_names (const TlRiskFacts *risk,
                     TlPlaceKind        kind)
{
  for (guint i = 0; i < risk->scope.n; i++)
    {
      if (TL_FACTS_AT (risk->scope, TlPlaceFacts, i)->kind == kind)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_risk_compares_place:
 * @risk: a risk
 * @place: a place
 *
 * Returns: whether the place is compared with others of its kind: it is in scope, or it is a shift or a staff group of
 *   no place in particular and the scope names none of its kind
 */
gboolean
tl_risk_compares_place (const TlRiskFacts  *risk,
                        const TlPlaceFacts *place)
{
  if (tl_risk_has_in_scope (risk, place))
    return TRUE;
  return (place->kind == TL_PLACE_KIND_SHIFT || place->kind == TL_PLACE_KIND_STAFF_GROUP) && place->parent == NULL
         && !tl_risk_scope_names (risk, place->kind);
}

/**
 * tl_risk_count_places:
 * @judge: a judge
 * @risk: a risk
 *
 * Returns: how many current places are in its scope, the provider aside
 */
guint
tl_risk_count_places (const TlJudge     *judge,
                      const TlRiskFacts *risk)
{
  guint n = 0;

  for (guint i = 0; i < tl_snapshot_count (judge->snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (judge->snapshot, TL_TABLE_PLACE, i);

      n += place->kind != TL_PLACE_KIND_PROVIDER && tl_judge_is_current (judge, place->from_date, place->until_date)
           && tl_risk_has_in_scope (risk, place);
    }
  return n;
}

/* Stops at the second: that is all anyone asks. */
static guint
note_place (const TlJudge       *judge,
            const TlRiskFacts   *risk,
            const TlPlaceFacts  *place,
            const TlPlaceFacts **first)
{
  if (place == NULL || place == *first || place->kind == TL_PLACE_KIND_PROVIDER
      || !tl_judge_is_current (judge, place->from_date, place->until_date) || !tl_risk_has_in_scope (risk, place))
    return 0;
  if (*first != NULL)
    return 1;
  *first = place;
  return 0;
}

/**
 * tl_risk_count_named:
 * @judge: a judge
 * @risk: a risk
 * @measure: one of its measures
 *
 * Returns: how many current places in the risk's scope the measure's readings name, the provider aside: 0, 1, or 2 for two
 *   or more
 */
guint
tl_risk_count_named (const TlJudge        *judge,
                     const TlRiskFacts    *risk,
                     const TlMeasureFacts *measure)
{
  const TlPlaceFacts *first = NULL;

  for (guint i = 0; i < measure->readings.n; i++)
    {
      const TlReadingFacts *reading = measure->readings.rows[i];

      if (!tl_judge_knows (judge, reading->date))
        continue;
      if (note_place (judge, risk, reading->place, &first) + note_place (judge, risk, reading->shift, &first)
            + note_place (judge, risk, reading->staff_group, &first) > 0)
        return 2;
    }
  return first != NULL ? 1 : 0;
}
