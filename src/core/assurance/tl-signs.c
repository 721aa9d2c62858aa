/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-signs.h"

#define USUAL_TIMES 2
#define USUAL_DAYS 31

/**
 * tl_sign_get_times:
 * @sign: a warning sign
 *
 * Returns: how often it must be seen, twice when it doesn't say
 */
guint
tl_sign_get_times (const TlSignFacts *sign)
{
  return sign->times > 0 ? (guint) sign->times : USUAL_TIMES;
}

/**
 * tl_sign_get_days:
 * @sign: a warning sign
 *
 * Returns: within how many days, 31 when it doesn't say
 */
guint
tl_sign_get_days (const TlSignFacts *sign)
{
  return sign->within_days > 0 ? (guint) sign->within_days : USUAL_DAYS;
}

/**
 * tl_sign_count_seen:
 * @judge: a judge
 * @sign: a warning sign
 * @after: only what was seen after that day counts, or %TL_NO_DAY
 *
 * Returns: how often it was seen in its days up to the as-at date
 */
guint
tl_sign_count_seen (const TlJudge     *judge,
                    const TlSignFacts *sign,
                    TlDay              after)
{
  guint n = 0;

  for (guint i = 0; i < sign->observed.n; i++)
    {
      TlDay day = TL_FACTS_AT (sign->observed, TlObservedSignFacts, i)->date;

      n += tl_judge_is_within (judge, day, (int) MIN (tl_sign_get_days (sign), 100000)) && day > after;
    }
  return n;
}
