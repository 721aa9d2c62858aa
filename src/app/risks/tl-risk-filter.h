/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-risk.h"

G_BEGIN_DECLS

/**
 * TlRiskChoice:
 * @TL_RISK_CHOICE_OPEN: all that are open
 * @TL_RISK_CHOICE_HIGH: open and rated high
 * @TL_RISK_CHOICE_ATTENTION: with a finding to act on
 * @TL_RISK_CHOICE_OVERDUE: open, and their review is overdue
 * @TL_RISK_CHOICE_CLOSED: closed or ended otherwise
 *
 * Which risks the register shows.
 */
typedef enum
{
  TL_RISK_CHOICE_OPEN,
  TL_RISK_CHOICE_HIGH,
  TL_RISK_CHOICE_ATTENTION,
  TL_RISK_CHOICE_OVERDUE,
  TL_RISK_CHOICE_CLOSED,
  TL_N_RISK_CHOICES
} TlRiskChoice;

#define TL_TYPE_RISK_CHOICE (tl_risk_choice_get_type ())
GType tl_risk_choice_get_type (void);

/**
 * TlRiskFilter:
 *
 * Lets those risks through that were chosen and have every word that was typed in their ref, title or owner.
 */
#define TL_TYPE_RISK_FILTER (tl_risk_filter_get_type ())
G_DECLARE_FINAL_TYPE (TlRiskFilter, tl_risk_filter, TL, RISK_FILTER, GtkFilter)

TlRiskChoice tl_risk_filter_get_choice (TlRiskFilter          *self);
void         tl_risk_filter_set_choice (TlRiskFilter          *self,
                                        TlRiskChoice           choice);
const char  *tl_risk_filter_get_search (TlRiskFilter          *self);
void         tl_risk_filter_set_search (TlRiskFilter          *self,
                                        const char            *search);
TlLineLink   tl_risk_filter_get_link   (TlRiskFilter          *self,
                                        TlLinkState           *state);
void         tl_risk_filter_set_link   (TlRiskFilter          *self,
                                        TlLineLink             link,
                                        TlLinkState            state);
gboolean     tl_risk_choice_has        (TlRiskChoice           choice,
                                        const TlRiskJudgement *risk,
                                        TlDay                  as_at);
char        *tl_risk_choice_count      (TlRiskChoice           choice,
                                        guint                  n);

G_END_DECLS
