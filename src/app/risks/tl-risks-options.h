/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risks-arrangement.h"

G_BEGIN_DECLS

/**
 * TlRisksOptions:
 *
 * How the register is shown: its groups, its order, its columns.
 */
#define TL_TYPE_RISKS_OPTIONS (tl_risks_options_get_type ())
G_DECLARE_FINAL_TYPE (TlRisksOptions, tl_risks_options, TL, RISKS_OPTIONS, GtkPopover)

void tl_risks_options_connect     (TlRisksOptions     *self,
                                   TlRisksArrangement *arrangement,
                                   GtkColumnView      *table);
void tl_risks_options_set_columns (TlRisksOptions     *self,
                                   gboolean            columns);

G_END_DECLS
