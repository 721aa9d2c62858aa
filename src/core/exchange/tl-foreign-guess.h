/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-mapping-private.h"

G_BEGIN_DECLS

/* What can be told of a sheet that isn't ours without asking anybody. */

void           tl_foreign_guess_headings (const TlForeignSheet *sheet,
                                          guint                *row,
                                          guint                *n_rows);
TlForeignKind  tl_foreign_guess_kind     (const TlForeignSheet *sheet,
                                          TlForeignLayout      *layout);
double         tl_foreign_guess_fields   (const TlForeignSheet *sheet,
                                          TlForeignLayout      *layout,
                                          TlForeignKind         kind);
TlDay          tl_foreign_guess_as_of    (const TlForeignBook  *book,
                                          const TlForeignLayout *layouts);
gboolean       tl_foreign_guess_is_number (const char          *text);

G_END_DECLS
