/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-bars.h"

/**
 * tl_bars_count:
 * @assessment: what is concluded
 *
 * Returns: how many open risks are sound, weak and missing at each link of the line
 */
TlBars
tl_bars_count (const TlAssessment *assessment)
{
  TlBars bars = { 0, };

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (risk->state != TL_RISK_STATE_OPEN)
        continue;
      bars.n_open++;
      for (int link = 0; link < TL_N_LINE_LINKS; link++)
        bars.n[link][risk->line[link].state]++;
    }
  return bars;
}
