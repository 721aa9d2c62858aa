/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlRiskPart:
 *
 * A part of a risk's page beneath its line: a heading, perhaps a button beside it, and rows.
 */
#define TL_TYPE_RISK_PART (tl_risk_part_get_type ())
G_DECLARE_FINAL_TYPE (TlRiskPart, tl_risk_part, TL, RISK_PART, GtkBox)

void tl_risk_part_clear (TlRiskPart *self);
void tl_risk_part_add   (TlRiskPart *self,
                         GtkWidget  *row,
                         const char *name);
void tl_risk_part_add_link (TlRiskPart *self,
                         GtkWidget  *row,
                         const char *name,
                         const char *action,
                         GVariant   *target);

G_END_DECLS
