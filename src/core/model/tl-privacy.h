/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nothing that identifies a person who receives care belongs in a workbook. */

gboolean    tl_privacy_find_number (const char  *text,
                                    gsize       *start,
                                    gsize       *length);
const char *tl_privacy_warn        (const char  *text);

G_END_DECLS
