/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlPracticeFigure:
 * @judgement: a measure's series, target and limits, with nothing concluded: no signal, change, target met or comparison
 * @place: (nullable): of which place alone, %NULL for all together
 * @latest: the latest window, as "87 of 111 · 78 % (70 to 85 %)"
 * @window: the days of that window
 *
 * A measure as figures and a chart.
 */
typedef struct
{
  TlMeasureJudgement judgement;
  const TlPlaceFacts *place;
  char *latest;
  char *window;
} TlPracticeFigure;

GPtrArray *tl_practice_list_figures (const TlAssessment   *assessment,
                                     const TlMeasureFacts *measure);

G_END_DECLS
