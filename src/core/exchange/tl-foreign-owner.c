/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>

static gboolean
holds (TlForeignWork          *work,
       const TlOwnershipFacts *ownership)
{
  return ownership->until_date == TL_NO_DAY || ownership->until_date > work->mapping->as_of;
}

static gboolean
has_accountable (TlForeignWork     *work,
                 const TlRiskFacts *now)
{
  for (guint i = 0; now != NULL && i < now->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (now->ownerships, TlOwnershipFacts, i);

      if (ownership->part == TL_PART_ACCOUNTABLE && holds (work, ownership))
        return TRUE;
    }
  return FALSE;
}

static gboolean
owns_already (TlForeignWork *work,
              TlForeignRisk *risk,
              const char    *person)
{
  const TlRiskFacts *now = (const TlRiskFacts *) risk->out->existing;

  for (guint i = 0; now != NULL && i < now->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (now->ownerships, TlOwnershipFacts, i);

      if (ownership->part != TL_PART_SUPPORTING && holds (work, ownership) && ownership->person != NULL
          && g_strcmp0 (ownership->person->base.ref, person) == 0)
        return TRUE;
    }
  for (guint i = 0; i < work->outs[TL_TABLE_OWNERSHIP]->len; i++)
    {
      const TlForeignOut *out = g_ptr_array_index (work->outs[TL_TABLE_OWNERSHIP], i);

      if (g_strcmp0 (tl_foreign_out_get (out, "risk"), risk->out->ref) == 0
          && g_strcmp0 (tl_foreign_out_get (out, "person"), person) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Where several are named, or another one answers already, nobody has said which of them it is. */
static gboolean
is_claimed (TlForeignWork   *work,
            TlForeignRisk   *risk,
            const GPtrArray *people)
{
  if (people->len > 1 || has_accountable (work, (const TlRiskFacts *) risk->out->existing))
    return TRUE;
  for (guint i = 0; i < work->outs[TL_TABLE_OWNERSHIP]->len; i++)
    {
      if (g_strcmp0 (tl_foreign_out_get (g_ptr_array_index (work->outs[TL_TABLE_OWNERSHIP], i), "risk"), risk->out->ref) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_foreign_owner_add:
 * @work: a result in the making
 * @cells: a row
 * @risk: its risk
 *
 * Makes whoever a row says answers for its risk its accountable owner, from the day of the file on, unless that is so
 * already. Of several, or beside another, each claims it.
 */
void
tl_foreign_owner_add (TlForeignWork        *work,
                      const TlForeignCells *cells,
                      TlForeignRisk        *risk)
{
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) people = tl_foreign_who_find (work, cells, TL_FOREIGN_FIELD_RISK_OWNER,
                                                      tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_OWNER), &kept);
  int column = cells->columns[TL_FOREIGN_FIELD_RISK_OWNER];
  gboolean claimed = is_claimed (work, risk, people);
  char iso[TL_DAY_ISO_LENGTH + 1];

  if (kept != NULL)
    tl_foreign_risk_keep (work, cells, risk, TL_FOREIGN_FIELD_RISK_OWNER, kept);
  for (guint i = 0; i < people->len; i++)
    {
      const char *person = g_ptr_array_index (people, i);
      TlForeignOut *ownership;

      if (owns_already (work, risk, person))
        continue;
      if (work->mapping->as_of == TL_NO_DAY)
        {
          tl_foreign_work_tell (work, cells, TL_FOREIGN_FIELD_RISK_OWNER,
                                _("nothing says since when; say of which day this file is"));
          return;
        }
      tl_day_to_iso (work->mapping->as_of, iso);
      ownership = tl_foreign_out_add (work, TL_TABLE_OWNERSHIP, NULL, NULL, cells);
      tl_foreign_out_set (ownership, "risk", risk->out->ref, -1);
      tl_foreign_out_set (ownership, "person", person, column);
      tl_foreign_out_set (ownership, "part", claimed ? "claimed" : "accountable", column);
      tl_foreign_out_set (ownership, "from_date", iso, -1);
    }
}
