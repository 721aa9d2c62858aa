/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-place-rules.h"

/* Names the weak places, or how many when they are many. */
static char *
name_weak (const TlComparison *comparison)
{
  const char *names[4] = { NULL };

  if (comparison->n_weak > 3)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", comparison->n_weak),
                            comparison->n_weak);
  for (guint i = 0; i < comparison->n_weak; i++)
    names[i] = comparison->places[i].place->name;
  return tl_format_list (names);
}

static char *
describe_uneven (const TlComparison *comparison)
{
  g_autofree char *weak = NULL;

  if (comparison->n_weak == 0)
    /* Translators: a kind of place, such as "team" */
    return g_strdup_printf (_("The gap by %s is larger than it may be"),
                            tl_word_label (TL_TYPE_PLACE_KIND, comparison->dimension));
  weak = name_weak (comparison);
  if (comparison->hidden)
    /* Translators: the names of weak places */
    return g_strdup_printf (_("The average hides %s"), weak);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is weaker than the others",
                                       "%s are weaker than the others", comparison->n_weak), weak);
}

static const char *
get_kinds (TlPlaceKind dimension)
{
  switch ((int) dimension)
    {
    case TL_PLACE_KIND_LOCATION:
      return _("locations");
    case TL_PLACE_KIND_TEAM:
      return _("teams");
    case TL_PLACE_KIND_SHIFT:
      return _("shifts");
    default:
      return _("staff groups");
    }
}

static char *
describe_even (const TlRiskJudgement *risk,
               guint                  n_places)
{
  const char *kinds[5] = { NULL };
  guint n = 0;
  g_autofree char *list = NULL;

  for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; kind <= TL_PLACE_KIND_STAFF_GROUP; kind++)
    {
      for (guint i = 0; i < risk->n_measures; i++)
        {
          const TlMeasureJudgement *measure = &risk->measures[i];
          gboolean found = FALSE;

          for (guint j = 0; j < measure->n_comparisons && measure->role == TL_ROLE_PRIMARY; j++)
            found |= measure->comparisons[j].dimension == kind;
          if (found)
            {
              kinds[n++] = get_kinds (kind);
              break;
            }
        }
    }

  if (n == 0)
    return g_strdup (n_places == 0 ? _("No place is named yet, so there is nothing to compare")
                                   : _("Only one place, so there is nothing to compare"));
  list = tl_format_list (kinds);
  /* Translators: kinds of places, such as "locations and teams" */
  return g_strdup_printf (_("The same across %s"), list);
}

static char *
say_not_known (const TlMeasureJudgement *measure,
               const TlComparison       *comparison)
{
  guint n_few = 0, n_unsampled = 0;

  if (!comparison->comparable)
    return g_strdup_printf (_("“%1$s” can’t be compared between %2$s: it doesn’t say out of how many, or has no target."),
                            measure->facts->title, get_kinds (comparison->dimension));
  for (guint i = 0; i < comparison->n_places; i++)
    {
      n_few += comparison->places[i].state == TL_PLACE_STATE_TOO_FEW;
      n_unsampled += comparison->places[i].state == TL_PLACE_STATE_UNSAMPLED;
    }
  if (n_unsampled > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "“%1$s” has no reading for %2$u of the %3$s.",
                                         "“%1$s” has no reading for %2$u of the %3$s.", n_unsampled),
                            measure->facts->title, n_unsampled, get_kinds (comparison->dimension));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "“%1$s” has too few records to judge %2$u of the %3$s.",
                                       "“%1$s” has too few records to judge %2$u of the %3$s.", n_few),
                          measure->facts->title, n_few, get_kinds (comparison->dimension));
}

static void
judge_comparison (TlLinkDraft              *draft,
                  const TlMeasureJudgement *measure,
                  const TlComparison       *comparison)
{
  if (comparison->evenness == TL_EVENNESS_UNEVEN)
    {
      g_autofree char *text = describe_uneven (comparison);
      const TlPlaceFacts *weakest = comparison->n_weak > 0 ? comparison->places[0].place : NULL;

      /* Translators: a measure, what is uneven about it */
      tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_ADD_SUPPORT, weakest,
                          g_strdup_printf (_("“%1$s”: %2$s."), measure->facts->title, text));
    }
  else if (comparison->evenness == TL_EVENNESS_NOT_KNOWN)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_RECORD_READINGS, measure->facts,
                        say_not_known (measure, comparison));
}

/* Uneven is worth more words than not known, and hidden most of all. */
static const TlComparison *
find_worst (const TlRiskJudgement *risk)
{
  const TlComparison *worst = NULL;

  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];

      for (guint j = 0; j < measure->n_comparisons && measure->role == TL_ROLE_PRIMARY; j++)
        {
          const TlComparison *comparison = &measure->comparisons[j];

          if (comparison->evenness == TL_EVENNESS_UNEVEN
              && (worst == NULL || (comparison->hidden && !worst->hidden)
                  || (comparison->n_weak > 0 && worst->n_weak == 0 && comparison->hidden == worst->hidden)))
            worst = comparison;
        }
    }
  return worst;
}

/**
 * tl_judge_even:
 * @judge: a judge
 * @risk: a risk whose measures are settled
 * @link: (out): the judgement
 *
 * Judges whether every primary measure is the same everywhere. With one place in scope there is nothing to compare,
 * unless shifts or staff groups are.
 */
void
tl_judge_even (const TlJudge   *judge,
               TlRiskJudgement *risk,
               TlLinkJudgement *link)
{
  guint n_places = tl_risk_count_places (judge, risk->facts);
  gboolean several = n_places >= 2;
  const TlComparison *worst = find_worst (risk);
  const char *ground = NULL;
  TlLinkDraft draft;

  tl_link_draft_init (&draft, judge);
  if (several && risk->primary == NULL)
    {
      tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_ADD_MEASURE, NULL,
                          g_strdup (_("No primary measure shows the outcome.")));
      ground = _("No primary measure");
    }
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];

      if (measure->role != TL_ROLE_PRIMARY)
        continue;
      if (several && tl_risk_count_named (judge, risk->facts, measure->facts) < 2)
        {
          tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_RECORD_READINGS, measure->facts,
                              g_strdup_printf (_("The readings of “%s” don’t tell its places apart."), measure->facts->title));
          ground = _("Places aren’t told apart");
        }
      for (guint j = 0; j < measure->n_comparisons; j++)
        judge_comparison (&draft, measure, &measure->comparisons[j]);
    }

  if (worst != NULL)
    tl_link_draft_finish (&draft, describe_uneven (worst), link);
  else if (ground == NULL && draft.state == TL_LINK_STATE_WEAK)
    tl_link_draft_finish (&draft, g_strdup (_("Not every place has enough readings")), link);
  else
    tl_link_draft_finish (&draft, ground != NULL ? g_strdup (ground) : describe_even (risk, n_places), link);
}
