/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-record.h"
#include "tl-risk.h"

G_BEGIN_DECLS

/**
 * TlAction:
 *
 * A step that somebody is to take.
 */
#define TL_TYPE_ACTION (tl_action_get_type ())
G_DECLARE_FINAL_TYPE (TlAction, tl_action, TL, ACTION, TlRecord)

const char *tl_action_get_title (TlAction *self);
TlRisk *tl_action_get_risk (TlAction *self);

G_END_DECLS
