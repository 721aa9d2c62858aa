/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-sorting.h"

#include <glib/gi18n.h>

#include "tl-risk-words.h"
#include "tl-risk.h"

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return a < b ? GTK_ORDERING_SMALLER : a > b ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static int
compare_texts (const char *a,
               const char *b)
{
  return compare_numbers (g_utf8_collate (a != NULL ? a : "", b != NULL ? b : ""), 0);
}

static int
compare_refs (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  return compare_numbers (tl_facts_compare_refs (tl_record_get_ref (TL_RECORD ((gpointer) a)),
                                                 tl_record_get_ref (TL_RECORD ((gpointer) b))), 0);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return compare_texts (tl_risk_get_title ((TlRisk *) a), tl_risk_get_title ((TlRisk *) b));
}

/* A risk that isn't rated comes among those of its band, beneath them. */
static int
compare_ratings (const TlRiskJudgement *a,
                 const TlRiskJudgement *b)
{
  if (a->band != b->band)
    return compare_numbers (a->band, b->band);
  return compare_numbers (a->rating, b->rating);
}

/* Nobody comes before anybody. */
static int
compare_owners (const TlRiskJudgement *a,
                const TlRiskJudgement *b)
{
  g_autofree char *owner = tl_risk_words_owner (a), *other = tl_risk_words_owner (b);

  if ((a->n_owners == 0) != (b->n_owners == 0))
    return compare_numbers (b->n_owners == 0, a->n_owners == 0);
  return compare_texts (owner, other);
}

static int
get_strength (const TlRiskJudgement *risk)
{
  int strength = 0;

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    strength += (int) risk->line[i].state;
  return strength;
}

/* By how far the line is solid, then by how much of the rest is sound. */
static int
compare_lines (const TlRiskJudgement *a,
               const TlRiskJudgement *b)
{
  int position = a->position == TL_LINE_LINK_NONE ? TL_N_LINE_LINKS + 1 : (int) a->position;
  int other = b->position == TL_LINE_LINK_NONE ? TL_N_LINE_LINKS + 1 : (int) b->position;

  return position != other ? compare_numbers (position, other)
                           : compare_numbers (get_strength (a), get_strength (b));
}

/* Values of different measures can't be compared, but whether they meet their targets can. */
static int
compare_measures (const TlRiskJudgement *a,
                  const TlRiskJudgement *b)
{
  int target = a->primary != NULL ? (int) a->primary->target : -1;
  int other = b->primary != NULL ? (int) b->primary->target : -1;

  if (target != other || target < 0)
    return compare_numbers (target, other);
  return compare_numbers (a->primary->change, b->primary->change);
}

static int
compare_reviews (const TlRiskJudgement *a,
                 const TlRiskJudgement *b)
{
  return compare_numbers (a->next_review, b->next_review);
}

static int
compare_findings (const TlRiskJudgement *a,
                  const TlRiskJudgement *b)
{
  for (int i = 0; i < TL_N_SEVERITIES; i++)
    if (a->n_findings[i] != b->n_findings[i])
      return compare_numbers (a->n_findings[i], b->n_findings[i]);
  return GTK_ORDERING_EQUAL;
}

typedef int (* CompareJudgements) (const TlRiskJudgement *a,
                                   const TlRiskJudgement *b);

static const CompareJudgements compare[TL_N_RISKS_ORDERS] = {
  [TL_RISKS_ORDER_RATING] = compare_ratings,
  [TL_RISKS_ORDER_OWNER] = compare_owners,
  [TL_RISKS_ORDER_LINE] = compare_lines,
  [TL_RISKS_ORDER_MEASURE] = compare_measures,
  [TL_RISKS_ORDER_REVIEW] = compare_reviews,
  [TL_RISKS_ORDER_FINDINGS] = compare_findings,
};

static int
compare_judgements (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement ((TlRisk *) a), *other = tl_risk_get_judgement ((TlRisk *) b);

  if (risk == NULL || other == NULL)
    return compare_numbers (risk != NULL, other != NULL);
  return compare[GPOINTER_TO_INT (user_data)] (risk, other);
}

/**
 * tl_risks_sorting_new_sorter:
 * @order: what to sort by
 *
 * Returns: (transfer full): a sorter of #TlRisk; equal ones stay in the order of their refs
 */
GtkSorter *
tl_risks_sorting_new_sorter (TlRisksOrder order)
{
  switch (order)
    {
    case TL_RISKS_ORDER_REF:
      return GTK_SORTER (gtk_custom_sorter_new (compare_refs, NULL, NULL));
    case TL_RISKS_ORDER_TITLE:
      return GTK_SORTER (gtk_custom_sorter_new (compare_titles, NULL, NULL));
    case TL_RISKS_ORDER_RATING:
    case TL_RISKS_ORDER_OWNER:
    case TL_RISKS_ORDER_LINE:
    case TL_RISKS_ORDER_MEASURE:
    case TL_RISKS_ORDER_REVIEW:
    case TL_RISKS_ORDER_FINDINGS:
      return GTK_SORTER (gtk_custom_sorter_new (compare_judgements, GINT_TO_POINTER (order), NULL));
    case TL_N_RISKS_ORDERS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tl_risks_sorting_describe:
 * @order: what is sorted by
 * @direction: which way
 *
 * Returns: the order in words, as in "highest rating first"
 */
const char *
tl_risks_sorting_describe (TlRisksOrder order,
                           GtkSortType  direction)
{
  gboolean up = direction == GTK_SORT_ASCENDING;

  switch (order)
    {
    case TL_RISKS_ORDER_REF:
      return up ? _("lowest ref first") : _("highest ref first");
    case TL_RISKS_ORDER_TITLE:
      return up ? _("by title, A to Z") : _("by title, Z to A");
    case TL_RISKS_ORDER_RATING:
      return up ? _("lowest rating first") : _("highest rating first");
    case TL_RISKS_ORDER_OWNER:
      return up ? _("by owner, no one first") : _("by owner, no one last");
    case TL_RISKS_ORDER_LINE:
      return up ? _("weakest line first") : _("strongest line first");
    case TL_RISKS_ORDER_MEASURE:
      return up ? _("furthest from target first") : _("target met first");
    case TL_RISKS_ORDER_REVIEW:
      return up ? _("soonest review first") : _("latest review first");
    case TL_RISKS_ORDER_FINDINGS:
      return up ? _("fewest findings first") : _("gravest findings first");
    case TL_N_RISKS_ORDERS:
    default:
      return "";
    }
}
