/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-oversight-words.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

/**
 * tl_oversight_words_reduced:
 * @risk: what is concluded of a risk
 *
 * Returns: (transfer full) (nullable): how often it is looked at and until when, while a decision has reduced oversight of
 *   it; %NULL while none has
 */
char *
tl_oversight_words_reduced (const TlRiskJudgement *risk)
{
  g_autofree char *day = risk->reduced_until != TL_NO_DAY ? tl_format_day_long (risk->reduced_until) : NULL;

  if (day == NULL || risk->state != TL_RISK_STATE_OPEN)
    return NULL;
  /* Translators: an interval such as "quarterly", and a day */
  return g_strdup_printf (_("Oversight is reduced: reviewed %1$s until %2$s."),
                          tl_word_label (TL_TYPE_INTERVAL, (int) risk->review_every), day);
}
