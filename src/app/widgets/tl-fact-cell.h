/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-styled-cell.h"

G_BEGIN_DECLS

/**
 * TlFactLook:
 * @TL_FACT_LOOK_PLAIN: the fact as any text
 * @TL_FACT_LOOK_STRONG: the fact stands out
 * @TL_FACT_LOOK_FAINT: the fact stands back
 * @TL_FACT_LOOK_LATE: the ground says that something is late
 * @TL_FACT_LOOK_ALONE: the fact has no ground, and stands in the middle
 * @TL_FACT_LOOK_NUMBER: the fact is a number, whose digits stand beneath those of other rows
 *
 * How the two lines of a [class@FactCell] look.
 */
typedef enum
{
  TL_FACT_LOOK_PLAIN = 0,
  TL_FACT_LOOK_STRONG = 1 << 0,
  TL_FACT_LOOK_FAINT = 1 << 1,
  TL_FACT_LOOK_LATE = 1 << 2,
  TL_FACT_LOOK_ALONE = 1 << 3,
  TL_FACT_LOOK_NUMBER = 1 << 4,
} TlFactLook;

/**
 * TlFactCell:
 *
 * Two lines of a row: a fact, then its ground. Its size depends on the room it should have, never on its words, so that
 * a table isn't measured again when a row is given another record.
 */
#define TL_TYPE_FACT_CELL (tl_fact_cell_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlFactCell, tl_fact_cell, TL, FACT_CELL, TlStyledCell)

struct _TlFactCellClass
{
  TlStyledCellClass parent_class;
};

void        tl_fact_cell_set_words  (TlFactCell *self,
                                     const char *fact,
                                     const char *ground,
                                     TlFactLook  look);
const char *tl_fact_cell_get_fact   (TlFactCell *self);
const char *tl_fact_cell_get_ground (TlFactCell *self);
TlFactLook  tl_fact_cell_get_look   (TlFactCell *self);

G_END_DECLS
