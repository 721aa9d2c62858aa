/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlRisksNonePage:
 *
 * Stands for the register when none of its risks is shown, and says why and how there are some again.
 */
#define TL_TYPE_RISKS_NONE_PAGE (tl_risks_none_page_get_type ())
G_DECLARE_FINAL_TYPE (TlRisksNonePage, tl_risks_none_page, TL, RISKS_NONE_PAGE, AdwBin)

void tl_risks_none_page_say (TlRisksNonePage *self,
                             const char      *why,
                             gboolean         asks_who);

G_END_DECLS
