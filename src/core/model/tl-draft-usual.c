/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-draft-usual.h"

/* Days that mostly are today. The due, the target and the until of something are for people to say. */
static const struct
{
  TlTable table;
  const char *column;
} todays[] = {
  { TL_TABLE_RISK, "opened" },
  { TL_TABLE_RATING, "date" },
  { TL_TABLE_OWNERSHIP, "from_date" },
  { TL_TABLE_MEASURE, "defined" },
  { TL_TABLE_READING, "date" },
  { TL_TABLE_STEP_CHANGE, "date" },
  { TL_TABLE_ACTION, "agreed" },
  { TL_TABLE_ACTION_EVENT, "date" },
  { TL_TABLE_EVIDENCE, "date" },
  { TL_TABLE_EVIDENCE, "entered" },
  { TL_TABLE_EXPECTED_EVIDENCE, "from_date" },
  { TL_TABLE_OBSERVED_SIGN, "date" },
  { TL_TABLE_CAUSE, "date" },
  { TL_TABLE_LEARNING, "date" },
  { TL_TABLE_ANSWERED_FINDING, "date" },
};

/**
 * tl_draft_fill_usual:
 * @self: a new draft
 *
 * Fills in what a new row mostly begins with: days that mostly are today.
 */
void
tl_draft_fill_usual (TlDraft *self)
{
  TlDay today = tl_workbook_get_today (tl_draft_get_workbook (self));

  for (gsize i = 0; i < G_N_ELEMENTS (todays); i++)
    {
      if (todays[i].table == tl_draft_get_table (self))
        tl_draft_set_day (self, todays[i].column, today);
    }
}
