/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-assessment.h"

#include <math.h>
#include <string.h>

#include "tl-ownership-rules.h"

static gboolean
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_row (const TlFacts *a,
          const TlFacts *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return tl_id_equal (&a->id, &b->id);
}

static gboolean
same_line (const TlRiskJudgement *a,
           const TlRiskJudgement *b)
{
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      const TlLinkJudgement *link = &a->line[i], *other = &b->line[i];

      if (link->state != other->state || g_strcmp0 (link->ground, other->ground) != 0
          || link->remedy != other->remedy
          || !g_strv_equal ((const char * const *) link->lacking, (const char * const *) other->lacking))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_measures (const TlRiskJudgement *a,
               const TlRiskJudgement *b)
{
  if (a->n_measures != b->n_measures)
    return FALSE;
  for (guint i = 0; i < a->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &a->measures[i], *other = &b->measures[i];
      double latest = measure->latest != NULL ? measure->latest->value : NAN;
      double other_latest = other->latest != NULL ? other->latest->value : NAN;

      if (!same_row (&measure->facts->base, &other->facts->base) || measure->target != other->target
          || measure->change != other->change || measure->holding != other->holding
          || !same_number (measure->target_value, other->target_value) || !same_number (latest, other_latest)
          || measure->series->n_points != other->series->n_points)
        return FALSE;
      for (guint j = 0; j < measure->series->n_points; j++)
        {
          if (!same_number (measure->series->points[j].value, other->series->points[j].value))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * tl_risk_judgement_equal:
 * @a: what is concluded of a risk
 * @b: what is concluded of the same risk in another assessment
 *
 * Compares what a list of risks shows: state, rating, owner, line, measures, review and findings.
 *
 * Returns: whether a list would show the same
 */
gboolean
tl_risk_judgement_equal (const TlRiskJudgement *a,
                         const TlRiskJudgement *b)
{
  const TlOwnershipFacts *owner = a->owner, *other = b->owner;
  gboolean same_owner = owner == NULL || other == NULL
                          ? owner == other
                          : same_row (&owner->person->base, &other->person->base)
                              && g_strcmp0 (owner->person->name, other->person->name) == 0
                              && g_strcmp0 (owner->person->role, other->person->role) == 0;

  return a->state == b->state && a->ending == b->ending && a->rating == b->rating && a->band == b->band
         && a->n_owners == b->n_owners && same_owner && a->position == b->position
         && a->last_looked_at == b->last_looked_at && a->next_review == b->next_review
         && memcmp (a->n_findings, b->n_findings, sizeof a->n_findings) == 0
         && same_line (a, b) && same_measures (a, b);
}

static char *
fold_name (const char *name)
{
  g_autofree char *bare = g_strstrip (g_strdup (name));
  g_autofree char *normal = g_utf8_normalize (bare, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : bare, -1);
}

static const char *
strip_ascii (const char *name,
             gsize      *length)
{
  while (g_ascii_isspace (*name))
    name++;
  *length = strlen (name);
  while (*length > 0 && g_ascii_isspace (name[*length - 1]))
    (*length)--;
  return name;
}

/* It is asked of every risk at once, and most names have nothing but plain letters. */
static gboolean
is_same_name (const char *first,
              const char *second)
{
  g_autofree char *folded = NULL, *other = NULL;

  if (g_str_is_ascii (first) && g_str_is_ascii (second))
    {
      gsize length, other_length;

      first = strip_ascii (first, &length);
      second = strip_ascii (second, &other_length);
      return length == other_length && g_ascii_strncasecmp (first, second, length) == 0;
    }
  folded = fold_name (first);
  other = fold_name (second);
  return g_str_equal (folded, other);
}

/**
 * tl_risk_judgement_is_answered_for_by:
 * @self: what is concluded of a risk
 * @as_at: the day for which it is
 * @name: (nullable): a person's name; case doesn't matter
 *
 * Returns: whether somebody of that name is accountable for the risk, be it beside others
 */
gboolean
tl_risk_judgement_is_answered_for_by (const TlRiskJudgement *self,
                                      TlDay                  as_at,
                                      const char            *name)
{
  const TlJudge judge = { .as_at = as_at };

  if (self->n_owners == 0 || name == NULL || name[0] == '\0')
    return FALSE;
  for (guint i = 0; i < self->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (self->facts->ownerships, TlOwnershipFacts, i);

      if (tl_ownership_is_current (&judge, ownership, TL_PART_ACCOUNTABLE) && is_same_name (ownership->person->name, name))
        return TRUE;
    }
  return FALSE;
}
