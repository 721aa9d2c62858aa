/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-guess.h"

void
tl_foreign_guess_headings (const TlForeignSheet *sheet,
                           guint                *row,
                           guint                *n_rows)
{
  *row = tl_foreign_sheet_get_n_filled (sheet) > 0 ? tl_foreign_sheet_get_filled (sheet, 0) : 0;
  *n_rows = 1;
}

TlForeignKind
tl_foreign_guess_kind (const TlForeignSheet *sheet,
                       TlForeignLayout      *layout)
{
  return TL_FOREIGN_KIND_PLAN;
}

double
tl_foreign_guess_fields (const TlForeignSheet *sheet,
                         TlForeignLayout      *layout,
                         TlForeignKind         kind)
{
  return 0;
}

TlDay
tl_foreign_guess_as_of (const TlForeignBook *book)
{
  return TL_NO_DAY;
}
