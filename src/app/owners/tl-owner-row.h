/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlOwnerRow:
 *
 * What a line of the owner lists shows: what it is, what supports that, a sentence perhaps, and what is wrong with it as
 * words with a mark.
 */
#define TL_TYPE_OWNER_ROW (tl_owner_row_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerRow, tl_owner_row, TL, OWNER_ROW, AdwBin)

GtkWidget  *tl_owner_row_new           (void);
void        tl_owner_row_set_up_item   (GtkListItem           *item);
TlOwnerRow *tl_owner_row_bind_item     (GtkListItem           *item,
                                        const char            *name);
void        tl_owner_row_unbind_item   (GtkListItem           *item);
void        tl_owner_row_set_text      (TlOwnerRow            *self,
                                        const char            *title,
                                        const char            *caption,
                                        const char            *sentence);
void        tl_owner_row_set_risk      (TlOwnerRow            *self,
                                        const TlRiskJudgement *risk);
char       *tl_owner_row_describe_risk (TlOwnerRow            *self);
void        tl_owner_row_set_badge     (TlOwnerRow            *self,
                                        const char            *badge,
                                        TlSeverity             severity);

G_END_DECLS
