/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-sorting.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (TlRisksOrder, tl_risks_order,
                    G_DEFINE_ENUM_VALUE (TL_RISKS_ORDER_REF, "ref"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_ORDER_TITLE, "risk"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_ORDER_RATING, "rating"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_ORDER_OWNER, "owner"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_ORDER_LINE, "line"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_ORDER_MEASURE, "measure"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_ORDER_REVIEW, "review"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_ORDER_FINDINGS, "findings"))

static char *
make_text (const char *text)
{
  return g_utf8_collate_key (text != NULL ? text : "", -1);
}

/* R2 before R10. */
static TlRisksKey
make_ref_key (TlRisk   *risk,
              gpointer  user_data)
{
  const char *ref = tl_record_get_ref (TL_RECORD (risk));

  return (TlRisksKey) { 0, g_utf8_collate_key_for_filename (ref != NULL ? ref : "", -1) };
}

static TlRisksKey
make_title_key (TlRisk   *risk,
                gpointer  user_data)
{
  return (TlRisksKey) { 0, make_text (tl_risk_get_title (risk)) };
}

/* A risk that isn't rated comes among those of its band, beneath them. */
static TlRisksKey
make_rating_key (TlRisk   *risk,
                 gpointer  user_data)
{
  const TlRiskJudgement *concluded = tl_risk_get_outline (risk);

  return (TlRisksKey) { concluded != NULL ? (gint64) concluded->band * 100 + concluded->rating : -1, NULL };
}

/* Nobody comes before anybody. */
static TlRisksKey
make_owner_key (TlRisk   *risk,
                gpointer  user_data)
{
  const TlRiskJudgement *concluded = tl_risk_get_outline (risk);

  if (concluded == NULL || concluded->owner == NULL || concluded->owner->person == NULL)
    return (TlRisksKey) { 0, NULL };
  return (TlRisksKey) { 1, make_text (concluded->owner->person->name) };
}

/* By how far the line is solid, then by how much of the rest is sound. */
static TlRisksKey
make_line_key (TlRisk   *risk,
               gpointer  user_data)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);
  gint64 strength = 0;

  if (concluded == NULL)
    return (TlRisksKey) { -1, NULL };
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    strength += (gint64) concluded->line[i].state;
  return (TlRisksKey) {
    (concluded->position == TL_LINE_LINK_NONE ? TL_N_LINE_LINKS + 1 : (gint64) concluded->position) * 100 + strength, NULL
  };
}

/* Values of different measures can't be compared, but whether they meet their targets can. */
static TlRisksKey
make_measure_key (TlRisk   *risk,
                  gpointer  user_data)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);

  if (concluded == NULL || concluded->primary == NULL)
    return (TlRisksKey) { -1, NULL };
  return (TlRisksKey) { (gint64) concluded->primary->target * 100 + (gint64) concluded->primary->change, NULL };
}

static TlRisksKey
make_review_key (TlRisk   *risk,
                 gpointer  user_data)
{
  const TlRiskJudgement *concluded = tl_risk_get_outline (risk);

  return (TlRisksKey) { concluded != NULL ? (gint64) concluded->next_review : G_MININT64, NULL };
}

/* One to act on outweighs however many to watch. */
static TlRisksKey
make_findings_key (TlRisk   *risk,
                   gpointer  user_data)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);
  gint64 weight = 0;

  for (int i = 0; concluded != NULL && i < TL_N_SEVERITIES; i++)
    weight = weight * 100000 + MIN (concluded->n_findings[i], 99999);
  return (TlRisksKey) { weight, NULL };
}

static const TlRisksKeyFunc key_funcs[TL_N_RISKS_ORDERS] = {
  [TL_RISKS_ORDER_REF] = make_ref_key,
  [TL_RISKS_ORDER_TITLE] = make_title_key,
  [TL_RISKS_ORDER_RATING] = make_rating_key,
  [TL_RISKS_ORDER_OWNER] = make_owner_key,
  [TL_RISKS_ORDER_LINE] = make_line_key,
  [TL_RISKS_ORDER_MEASURE] = make_measure_key,
  [TL_RISKS_ORDER_REVIEW] = make_review_key,
  [TL_RISKS_ORDER_FINDINGS] = make_findings_key,
};

/**
 * tl_risks_sorting_new_sorter:
 * @order: what to sort by
 * @descending: whether the greatest comes first
 *
 * Returns: (transfer full): a sorter of #TlRisk; equal ones stay in the order of their refs
 */
TlRisksSorter *
tl_risks_sorting_new_sorter (TlRisksOrder order,
                             gboolean     descending)
{
  g_return_val_if_fail (order < TL_N_RISKS_ORDERS, NULL);

  return tl_risks_sorter_new (key_funcs[order], NULL, NULL, descending);
}

/**
 * tl_risks_sorting_get_title:
 * @order: what to sort by
 *
 * Returns: what it is called where one is chosen, as "Rating"
 */
const char *
tl_risks_sorting_get_title (TlRisksOrder order)
{
  static const char * const titles[TL_N_RISKS_ORDERS] = {
    NC_("sort by", "Ref"), NC_("sort by", "Title"), NC_("sort by", "Rating"), NC_("sort by", "Accountable owner"),
    NC_("sort by", "Line"), NC_("sort by", "Measure"), NC_("sort by", "Review"), NC_("sort by", "Findings"),
  };

  g_return_val_if_fail (order < TL_N_RISKS_ORDERS, NULL);

  return g_dpgettext2 (NULL, "sort by", titles[order]);
}

/**
 * tl_risks_sorting_describe:
 * @order: what is sorted by
 * @descending: whether the greatest comes first
 *
 * Returns: the order in words, as in "highest rating first"
 */
const char *
tl_risks_sorting_describe (TlRisksOrder order,
                           gboolean     descending)
{
  switch (order)
    {
    case TL_RISKS_ORDER_REF:
      return descending ? _("highest ref first") : _("lowest ref first");
    case TL_RISKS_ORDER_TITLE:
      return descending ? _("by title, Z to A") : _("by title, A to Z");
    case TL_RISKS_ORDER_RATING:
      return descending ? _("highest rating first") : _("lowest rating first");
    case TL_RISKS_ORDER_OWNER:
      return descending ? _("by owner, no one last") : _("by owner, no one first");
    case TL_RISKS_ORDER_LINE:
      return descending ? _("strongest line first") : _("weakest line first");
    case TL_RISKS_ORDER_MEASURE:
      return descending ? _("target met first") : _("furthest from target first");
    case TL_RISKS_ORDER_REVIEW:
      return descending ? _("latest review first") : _("soonest review first");
    case TL_RISKS_ORDER_FINDINGS:
      return descending ? _("gravest findings first") : _("fewest findings first");
    case TL_N_RISKS_ORDERS:
    default:
      return "";
    }
}
