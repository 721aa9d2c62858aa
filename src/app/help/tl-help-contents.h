/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-help-page.h"

G_BEGIN_DECLS

/**
 * TlHelpContents:
 *
 * The pages of the help by what they are about, and a search in them.
 */
#define TL_TYPE_HELP_CONTENTS (tl_help_contents_get_type ())
G_DECLARE_FINAL_TYPE (TlHelpContents, tl_help_contents, TL, HELP_CONTENTS, AdwBin)

void tl_help_contents_choose (TlHelpContents   *self,
                              const TlHelpPage *page);
void tl_help_contents_search (TlHelpContents   *self);

G_END_DECLS
