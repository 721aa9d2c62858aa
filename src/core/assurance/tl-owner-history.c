/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-history.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

/* The latest first; what has no day began before all that has. */
static int
compare_ownerships (gconstpointer a,
                    gconstpointer b)
{
  const TlOwnershipFacts *ownership = *(const TlOwnershipFacts * const *) a, *other = *(const TlOwnershipFacts * const *) b;

  if (ownership->from_date != other->from_date)
    return ownership->from_date > other->from_date ? -1 : 1;
  return tl_facts_compare_refs (ownership->person->base.ref, other->person->base.ref);
}

static char *
describe_time (const TlOwnershipFacts *ownership,
               TlDay                   as_at)
{
  g_autofree char *from = ownership->from_date != TL_NO_DAY ? tl_format_day_long (ownership->from_date) : NULL;
  g_autofree char *until =
    ownership->until_date != TL_NO_DAY && ownership->until_date <= as_at ? tl_format_day_long (ownership->until_date) : NULL;

  if (from == NULL && until == NULL)
    return g_strdup (_("now, since a day that isn’t recorded"));
  if (from == NULL)
    return g_strdup_printf (_("until %s"), until);
  if (until == NULL)
    /* Translators: %s is a day; an owner since then and still */
    return g_strdup_printf (_("since %s"), from);
  /* Translators: two days */
  return g_strdup_printf (_("%1$s to %2$s"), from, until);
}

/**
 * tl_owner_history_describe:
 * @risk: a risk
 * @as_at: the day that is looked at
 *
 * Tells who has been accountable for a risk, and why it changed hands, as far as it had come by that day.
 *
 * Returns: (transfer full) (nullable): a line for each, the latest first; %NULL when nobody ever was
 */
char *
tl_owner_history_describe (const TlRiskFacts *risk,
                           TlDay              as_at)
{
  g_autoptr (GPtrArray) ownerships = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new ("");

  for (guint i = 0; i < risk->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (risk->ownerships, TlOwnershipFacts, i);

      if (ownership->part == TL_PART_ACCOUNTABLE && ownership->person != NULL && ownership->from_date <= as_at)
        g_ptr_array_add (ownerships, (gpointer) ownership);
    }
  if (ownerships->len == 0)
    return NULL;
  g_ptr_array_sort (ownerships, compare_ownerships);
  for (guint i = 0; i < ownerships->len; i++)
    {
      const TlOwnershipFacts *ownership = g_ptr_array_index (ownerships, i);
      g_autofree char *time = describe_time (ownership, as_at);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (ownership->reason != NULL)
        /* Translators: an owner's name, a time, and why the risk was handed over */
        g_string_append_printf (text, _("%1$s, %2$s: %3$s"), ownership->person->name, time, ownership->reason);
      else
        /* Translators: an owner's name and a time */
        g_string_append_printf (text, _("%1$s, %2$s"), ownership->person->name, time);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
