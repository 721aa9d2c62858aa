/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-place-rules.h"
#include "tl-place-support.h"
#include "tl-signs.h"

#define MOVED_LEAST 3

/* Of two scopes that meet, one names a place that the other brings. */
static gboolean
brings_current (const TlJudge     *judge,
                const TlRiskFacts *a,
                const TlRiskFacts *b)
{
  for (guint i = 0; i < a->scope.n; i++)
    {
      const TlPlaceFacts *place = a->scope.rows[i];

      if (tl_judge_is_current (judge, place->from_date, place->until_date) && tl_risk_has_in_scope (b, place))
        return TRUE;
    }
  return FALSE;
}

static gboolean
share_place (const TlJudge     *judge,
             const TlRiskFacts *a,
             const TlRiskFacts *b)
{
  /* No scope means everywhere. */
  if (a->scope.n == 0 && b->scope.n == 0)
    return TRUE;
  return brings_current (judge, a, b) || brings_current (judge, b, a);
}

static gboolean
share_reference (const TlRiskFacts *a,
                 const TlRiskFacts *b)
{
  for (guint i = 0; a->framework != NULL && b->framework != NULL && a->framework[i] != NULL; i++)
    {
      if (g_strv_contains (b->framework, a->framework[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
belong_together (TlTheme a,
                 TlTheme b)
{
  return (a == TL_THEME_STAFFING && (b == TL_THEME_CARE_PLANNING || b == TL_THEME_MEDICINES || b == TL_THEME_INCIDENTS))
         || (a == TL_THEME_COMPLAINTS && b == TL_THEME_CARE_PLANNING);
}

static gboolean
are_linked (const TlRiskFacts *a,
            const TlRiskFacts *b)
{
  for (guint i = 0; i < a->links.n; i++)
    {
      if (TL_FACTS_AT (a->links, TlRiskLinkFacts, i)->linked_risk == b)
        return TRUE;
    }
  for (guint i = 0; i < a->linked_from.n; i++)
    {
      if (TL_FACTS_AT (a->linked_from, TlRiskLinkFacts, i)->risk == b)
        return TRUE;
    }
  return FALSE;
}

/* What two risks have in common besides a place; %NULL when nothing. */
static const char *
say_common (const TlRiskFacts *a,
            const TlRiskFacts *b)
{
  if (share_reference (a, b))
    return _("a place and a framework reference");
  if (a->theme != TL_THEME_NONE && a->theme == b->theme)
    return _("a place and a theme");
  if (belong_together (a->theme, b->theme) || belong_together (b->theme, a->theme))
    return _("a place, and themes that belong together");
  return NULL;
}

static void
check_pair (TlCheckRun            *run,
            const TlRiskJudgement *a,
            const TlRiskJudgement *b)
{
  const char *common;

  if (a->state != TL_RISK_STATE_OPEN || b->state != TL_RISK_STATE_OPEN)
    return;
  common = say_common (a->facts, b->facts);
  if (common == NULL || !share_place (run->judge, a->facts, b->facts) || are_linked (a->facts, b->facts))
    return;
  tl_check_add_across (run, a, a->facts, b->facts,
                       /* Translators: two risks, what they share */
                       g_strdup_printf (_("“%1$s” and “%2$s” share %3$s, but aren’t linked."), a->facts->title,
                                        b->facts->title, common),
                       _("Link them, so that they are read together."))->other = b->facts->base.ref;
}

/* Two open risks should be read together and aren't linked; each pair once. */
void
tl_check_link_missing (TlCheckRun            *run,
                       const TlRiskJudgement *risk)
{
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();
  guint n_passed = 0;

  for (guint i = 0; i < run->n_risks; i++)
    {
      if (tl_touched_has (run->touched, run->risks[i]->facts))
        g_ptr_array_add (touched, (gpointer) run->risks[i]);
    }
  /* One of the two is touched: the first, or else the second. */
  for (guint i = 0; i < run->n_risks; i++)
    {
      if (n_passed < touched->len && g_ptr_array_index (touched, n_passed) == run->risks[i])
        {
          n_passed++;
          for (guint j = i + 1; j < run->n_risks; j++)
            check_pair (run, run->risks[i], run->risks[j]);
          continue;
        }
      for (guint j = n_passed; j < touched->len; j++)
        check_pair (run, run->risks[i], g_ptr_array_index (touched, j));
    }
}

static const TlPlaceFacts *
find_commonest (GHashTable *counts,
                guint      *most)
{
  const TlPlaceFacts *commonest = NULL;
  GHashTableIter iter;
  gpointer place, count;

  *most = 0;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &place, &count))
    {
      const TlPlaceFacts *facts = place;
      guint n = GPOINTER_TO_UINT (count);

      /* Two places can both have half: the earlier ref is told. */
      if (n > *most || (n == *most && tl_facts_compare_refs (facts->base.ref, commonest->base.ref) < 0))
        {
          *most = n;
          commonest = facts;
        }
    }
  return commonest;
}

/* Half of all actions that are put off are put off at one place. */
void
tl_check_moved_together (TlCheckRun            *run,
                         const TlRiskJudgement *risk)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  const TlPlaceFacts *place;
  guint total = 0, most;

  for (guint i = 0; i < run->n_risks; i++)
    {
      const TlRiskJudgement *one = run->risks[i];

      for (guint j = 0; one->state == TL_RISK_STATE_OPEN && j < one->n_actions; j++)
        {
          const TlActionJudgement *action = &one->actions[j];

          if (!action->open || action->times_moved == 0)
            continue;
          total++;
          if (action->facts->place != NULL)
            g_hash_table_insert (counts, (gpointer) action->facts->place,
                                 GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, action->facts->place)) + 1));
        }
    }

  place = find_commonest (counts, &most);
  if (most >= MOVED_LEAST && 2 * most >= total)
    tl_check_add (run, NULL,
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%2$u of %1$u action that was put off is at %3$s.",
                                                "%2$u of %1$u actions that were put off are at %3$s.", total),
                                   total, most, place->name),
                  _("Ask what holds work up there."))->place = place;
}

/* What works at one place hasn't reached another in a month. */
void
tl_check_learning_unshared (TlCheckRun            *run,
                            const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->facts->learning.n; i++)
    {
      const TlLearningFacts *learning = risk->facts->learning.rows[i];

      if (learning->from_place == NULL)
        continue;
      for (guint j = 0; j < learning->reach.n; j++)
        {
          const TlLearningReachFacts *reach = learning->reach.rows[j];
          g_autofree char *day = NULL;
          TlFinding *finding;

          if (!tl_learning_reach_is_late (reach, run->judge->as_at))
            continue;
          day = tl_format_day_long (learning->date);
          finding = tl_check_add (run, risk,
                                  g_strdup_printf (_("What works at %1$s was noted on %2$s, but %3$s hasn’t taken it up."),
                                                   learning->from_place->name, day, reach->place->name),
                                  _("Bring the two places together, or say why it doesn’t fit."));
          finding->subject = learning->base.ref;
          finding->place = reach->place;
        }
    }
}

/* A warning sign was seen as often as it says. */
void
tl_check_sign_seen (TlCheckRun            *run,
                    const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->facts->signs.n; i++)
    {
      const TlSignFacts *sign = risk->facts->signs.rows[i];
      guint n = tl_sign_count_seen (run->judge, sign, TL_NO_DAY);
      TlFinding *finding;

      if (n < tl_sign_get_times (sign))
        continue;
      finding = tl_check_add (run, risk,
                              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” was seen %2$u time in the last %3$u days.",
                                                            "“%1$s” was seen %2$u times in the last %3$u days.", n),
                                               sign->sign, n, tl_sign_get_days (sign)),
                              tl_text_says (sign->response) ? _("Do what was agreed for this sign, and look at the risk in a review.")
                                                            : _("Look at the risk in a review now."));
      finding->subject = sign->base.ref;
    }
}
