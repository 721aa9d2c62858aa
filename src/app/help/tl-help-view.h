/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-help-library.h"

G_BEGIN_DECLS

/**
 * TlHelpView:
 *
 * A page of the help, to be read.
 */
#define TL_TYPE_HELP_VIEW (tl_help_view_get_type ())
G_DECLARE_FINAL_TYPE (TlHelpView, tl_help_view, TL, HELP_VIEW, AdwBin)

void   tl_help_view_show       (TlHelpView        *self,
                                const TlHelpPlace *place);
double tl_help_view_get_scroll (TlHelpView        *self);
void   tl_help_view_set_scroll (TlHelpView        *self,
                                double             scroll);

G_END_DECLS
