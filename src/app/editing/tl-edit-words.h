/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-draft.h"

G_BEGIN_DECLS

/* What the dialog that edits a row says of it. */

char *tl_edit_words_kept     (TlDraft *draft);
char *tl_edit_words_subtitle (TlDraft *draft);

G_END_DECLS
