/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an attached file is called, when it is added as when it is written out: a name from anywhere is made one that any
 * folder takes and that says what it is. */

char     *tl_attachment_name_clean      (const char *name);
gboolean  tl_attachment_name_is_program (const char *name);

G_END_DECLS
