/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-pack.h"

#include <glib/gi18n-lib.h>

#include "tl-assessment-private.h"
#include "tl-format.h"
#include "tl-review-calendar.h"
#include "tl-review-rules.h"

static void
entry_free (gpointer data)
{
  TlPackEntry *entry = data;

  g_free (entry->who);
  g_free (entry->text);
  g_free (entry);
}

static char *
say_where_it_stands (const TlPackEntry *entry,
                     TlDay              as_at)
{
  g_autofree char *day = NULL, *days = NULL;

  if (entry->arrived != TL_NO_DAY)
    {
      day = tl_format_day_short (entry->arrived, as_at);
      if (entry->days_late == 0)
        /* Translators: %s is a day */
        return g_strdup_printf (_("arrived %s"), day);
      days = tl_format_days (entry->days_late);
      /* Translators: a day, a length of time */
      return g_strdup_printf (_("arrived %1$s, %2$s late"), day, days);
    }
  if (entry->days_late > 0)
    {
      days = tl_format_days (entry->days_late);
      /* Translators: %s is a length of time; something that was asked for hasn't come */
      return g_strdup_printf (_("not here, %s late"), days);
    }
  if (entry->due == TL_NO_DAY)
    return g_strdup (_("not here yet"));
  day = tl_format_day_short (entry->due, as_at);
  /* Translators: %s is a day */
  return g_strdup_printf (_("due %s"), day);
}

static TlPackEntry *
make_entry (TlSource             source,
            const TlPersonFacts *person,
            TlDay                due,
            TlDay                arrived,
            TlDay                as_at)
{
  TlPackEntry *entry = g_new0 (TlPackEntry, 1);

  entry->source = source;
  if (person != NULL)
    entry->person = person->base.id;
  entry->who = g_strdup (person != NULL && person->name != NULL ? person->name : _("No one"));
  entry->due = due;
  /* What came later hasn't come yet. */
  entry->arrived = arrived <= as_at ? arrived : TL_NO_DAY;
  if (due != TL_NO_DAY)
    entry->days_late = MAX ((entry->arrived != TL_NO_DAY ? entry->arrived : as_at) - due, 0);
  entry->text = say_where_it_stands (entry, as_at);
  return entry;
}

/**
 * tl_review_pack_list:
 * @assessment: what is concluded
 * @review: a review
 *
 * Lists what was asked for before a review: who brings what, by when, and whether it came. By when is as many days before
 * the review as its forum asks for.
 *
 * Returns: (transfer full) (element-type TlPackEntry): in the order of the sources
 */
GPtrArray *
tl_review_pack_list (const TlAssessment  *assessment,
                     const TlReviewFacts *review)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  TlDay due = tl_forum_get_pack_due (review->forum, review->date);

  for (guint i = 0; i < review->pack_items.n; i++)
    {
      const TlPackItemFacts *item = review->pack_items.rows[i];
      /* Once the review has been held, what hasn't come doesn't grow later. */
      TlDay as_at = tl_day_earliest (assessment->judge.as_at, tl_day_latest (review->date, item->arrived));
      TlPackEntry *entry = make_entry (item->source, item->person, due, item->arrived, as_at);

      entry->item = item->base.id;
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static gboolean
has (GPtrArray           *entries,
     TlSource             source,
     const TlPersonFacts *person)
{
  const TlId none = { 0 };
  const TlId *id = person != NULL ? &person->base.id : &none;

  for (guint i = 0; i < entries->len; i++)
    {
      const TlPackEntry *entry = g_ptr_array_index (entries, i);

      if (entry->source == source && tl_id_equal (&entry->person, id))
        return TRUE;
    }
  return FALSE;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const TlPackEntry *entry_a = *(const TlPackEntry * const *) a, *entry_b = *(const TlPackEntry * const *) b;

  if (entry_a->source != entry_b->source)
    return (int) entry_a->source - (int) entry_b->source;
  return tl_id_compare (&entry_a->person, &entry_b->person);
}

/**
 * tl_review_pack_propose:
 * @assessment: what is concluded
 * @forum: a forum that is to meet
 * @day: when
 * @risks: (array length=n_risks): the risks on its agenda
 * @n_risks: how many
 *
 * Proposes what to ask for: each source that is expected to report on one of the risks, from whoever keeps it, once.
 *
 * Returns: (transfer full) (element-type TlPackEntry): in the order of the sources
 */
GPtrArray *
tl_review_pack_propose (const TlAssessment *assessment,
                        const TlForumFacts *forum,
                        TlDay               day,
                        const TlId         *risks,
                        guint               n_risks)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  TlDay due = tl_forum_get_pack_due (forum, day);

  for (guint i = 0; i < n_risks; i++)
    {
      const TlRiskJudgement *risk = tl_assessment_find_risk (assessment, &risks[i]);

      for (guint j = 0; risk != NULL && j < risk->n_expected; j++)
        {
          const TlExpectedEvidenceFacts *expected = risk->expected[j].facts;

          if (!risk->expected[j].current || has (entries, expected->source, expected->person)
              || (risk->state != TL_RISK_STATE_OPEN && expected->continues_after_closing != TL_FLAG_YES))
            continue;
          g_ptr_array_add (entries, make_entry (expected->source, expected->person, due, TL_NO_DAY, assessment->judge.as_at));
        }
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

/**
 * tl_review_pack_dup_count:
 * @entries: (element-type TlPackEntry): what was asked for
 *
 * Returns: (transfer full): how much of it is here, as in "5 of 6 arrived"
 */
char *
tl_review_pack_dup_count (GPtrArray *entries)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += ((TlPackEntry *) g_ptr_array_index (entries, i))->arrived != TL_NO_DAY;
  if (entries->len == 0)
    return g_strdup (_("nothing asked for"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u arrived", "%1$u of %2$u arrived", entries->len), n,
                          entries->len);
}
