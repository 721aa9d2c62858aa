/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-print-dialog.h"
#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlOwnersView:
 *
 * Who answers for what, who helps, and on which evidence it rests, as one picture.
 */
#define TL_TYPE_OWNERS_VIEW (tl_owners_view_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnersView, tl_owners_view, TL, OWNERS_VIEW, TlView)

void tl_owners_view_choose_printing (TlOwnersView  *self,
                                     TlPrintDialog *dialog);

G_END_DECLS
