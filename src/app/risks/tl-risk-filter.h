/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risk-search.h"

G_BEGIN_DECLS

/**
 * TlRiskChoices:
 * @TL_RISK_CHOICE_OPEN: only those that are open
 * @TL_RISK_CHOICE_MINE: only those that the person at this computer answers for
 * @TL_RISK_CHOICE_HIGH: only those rated high
 * @TL_RISK_CHOICE_ATTENTION: only those with a finding to act on
 * @TL_RISK_CHOICE_OVERDUE: only those whose review is overdue
 * @TL_RISK_CHOICE_CLOSED: only those that are closed or ended otherwise
 *
 * Which risks the register shows: those that are all of what is chosen. Open and closed leave nothing together, so one
 * takes the other's place.
 */
typedef enum
{
  TL_RISK_CHOICE_OPEN = 1 << 0,
  TL_RISK_CHOICE_MINE = 1 << 1,
  TL_RISK_CHOICE_HIGH = 1 << 2,
  TL_RISK_CHOICE_ATTENTION = 1 << 3,
  TL_RISK_CHOICE_OVERDUE = 1 << 4,
  TL_RISK_CHOICE_CLOSED = 1 << 5,
} TlRiskChoices;

#define TL_N_RISK_CHOICES 6
#define TL_TYPE_RISK_CHOICES (tl_risk_choices_get_type ())
GType tl_risk_choices_get_type (void);

/**
 * TlRiskFilter:
 *
 * Lets those risks through that were chosen and have every word that was typed.
 */
#define TL_TYPE_RISK_FILTER (tl_risk_filter_get_type ())
G_DECLARE_FINAL_TYPE (TlRiskFilter, tl_risk_filter, TL, RISK_FILTER, GtkFilter)

void          tl_risk_filter_set_choices (TlRiskFilter          *self,
                                          TlRiskChoices          choices);
const char   *tl_risk_filter_get_me      (TlRiskFilter          *self);
void          tl_risk_filter_set_me      (TlRiskFilter          *self,
                                          const char            *me);
TlRiskSearch *tl_risk_filter_get_search  (TlRiskFilter          *self);
void          tl_risk_filter_set_link    (TlRiskFilter          *self,
                                          TlLineLink             link,
                                          TlLinkState            state);

#define TL_RISK_CHOICES_ALL ((TlRiskChoices) ((1u << TL_N_RISK_CHOICES) - 1))
TlRiskChoices tl_risk_choices_of         (const TlRiskJudgement *risk,
                                          TlRiskChoices          asked,
                                          TlDay                  as_at,
                                          const char            *me);
TlRiskChoices tl_risk_choices_toggle     (TlRiskChoices          choices,
                                          TlRiskChoices          choice);
char         *tl_risk_choices_count      (TlRiskChoices          choices,
                                          guint                  n);

G_END_DECLS
