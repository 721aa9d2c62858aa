/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-frameworks.h"
#include "tl-risks-sorter.h"

G_BEGIN_DECLS

/**
 * TlRisksGrouping:
 * @TL_RISKS_GROUPING_NONE: not at all
 * @TL_RISKS_GROUPING_THEME: what they are about
 * @TL_RISKS_GROUPING_OWNER: who answers for them
 * @TL_RISKS_GROUPING_PLACE: the locations in their scope
 * @TL_RISKS_GROUPING_KEY_QUESTION: the key question of their first framework reference
 * @TL_RISKS_GROUPING_POSITION: the first link of their line that isn't sound
 *
 * By what the register puts risks under headings. A risk stands under one heading only, so that counts add up: one that
 * concerns several places is where these are named together.
 */
typedef enum
{
  TL_RISKS_GROUPING_NONE,
  TL_RISKS_GROUPING_THEME,
  TL_RISKS_GROUPING_OWNER,
  TL_RISKS_GROUPING_PLACE,
  TL_RISKS_GROUPING_KEY_QUESTION,
  TL_RISKS_GROUPING_POSITION,
  TL_N_RISKS_GROUPINGS
} TlRisksGrouping;

#define TL_TYPE_RISKS_GROUPING (tl_risks_grouping_get_type ())
GType tl_risks_grouping_get_type (void);

const char    *tl_risks_grouping_get_title  (TlRisksGrouping  grouping);
const char    *tl_risks_grouping_describe   (TlRisksGrouping  grouping);
TlRisksSorter *tl_risks_grouping_new_sorter (TlRisksGrouping  grouping,
                                             TlFrameworks    *frameworks);
char          *tl_risks_grouping_get_name   (TlRisksGrouping  grouping,
                                             TlFrameworks    *frameworks,
                                             TlRisk          *risk);

G_END_DECLS
