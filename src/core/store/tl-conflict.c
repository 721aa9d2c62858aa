/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-conflict.h"

#include <string.h>

#include "tl-change-private.h"

/**
 * tl_conflict_free:
 * @self: (transfer full): a conflict
 *
 * Frees a conflict.
 */
void
tl_conflict_free (TlConflict *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      g_free (self->sides[i].when);
      g_free (self->sides[i].who);
      tl_value_clear (&self->sides[i].value);
      g_free (self->sides[i].words);
    }
  tl_value_clear (&self->now);
  g_free (self->place);
  g_free (self->sentence);
  g_free (self);
}

/**
 * tl_conflict_settle:
 * @self: a conflict
 * @change: a change that isn't sealed, such as one of kind %TL_CHANGE_KIND_SETTLE; it may settle several
 * @value: what the field is to be: either side's value, or another
 *
 * Lets a change settle a conflict: it sets the field, even to the value that the field has already.
 */
void
tl_conflict_settle (const TlConflict *self,
                    TlChange         *change,
                    const TlValue    *value)
{
  gboolean is_row = strcmp (self->column, TL_COLUMN_LIVE) == 0;

  g_return_if_fail (!tl_change_is_sealed (change));

  if (is_row && value->type == TL_VALUE_INTEGER && value->integer == 0)
    {
      tl_change_remove_row (change, self->table, &self->row);
      return;
    }
  if (is_row)
    tl_change_add_row (change, self->table, &self->row);
  else
    tl_change_set (change, self->table, &self->row, self->column, value);
  tl_change_peek (change, tl_change_get_n_edits (change) - 1)->insists = TRUE;
}
