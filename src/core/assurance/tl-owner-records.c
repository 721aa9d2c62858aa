/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-records.h"

#include <glib/gi18n-lib.h>

#include "tl-assessment-private.h"
#include "tl-format.h"
#include "tl-ownership-rules.h"

/* One item of evidence may be anybody's who passed by; more of them are somebody's work. */
#define FEWEST_ITEMS 2

static gboolean
is_keeper (const TlRiskJudgement *risk,
           const TlPersonFacts   *person)
{
  for (guint i = 0; i < risk->n_expected; i++)
    {
      if (risk->expected[i].current && risk->expected[i].facts->person == person)
        return TRUE;
    }
  return FALSE;
}

static TlNamedPart
find_part (const TlAssessment    *assessment,
           const TlRiskJudgement *risk,
           const TlPersonFacts   *person)
{
  if (person == NULL)
    return TL_NAMED_PART_NONE;
  if (tl_risk_has_owner (&assessment->judge, risk->facts, person))
    return TL_NAMED_PART_OWNER;
  if (tl_risk_is_on_map (&assessment->judge, risk->facts, person))
    return TL_NAMED_PART_SUPPORTER;
  return is_keeper (risk, person) ? TL_NAMED_PART_KEEPER : TL_NAMED_PART_NONE;
}

/* NULL where nobody is named. */
static TlNamedPerson *
take (TlOwnerRecords     *self,
      const TlAssessment *assessment,
      const TlWho        *who)
{
  TlNamedPerson named = { who->person, who->person != NULL ? who->person->name : who->text, TL_NAMED_PART_NONE, 0, 0, 0 };

  if (named.name == NULL || *named.name == '\0')
    return NULL;
  for (guint i = 0; i < self->named->len; i++)
    {
      TlNamedPerson *other = &g_array_index (self->named, TlNamedPerson, i);

      if (other->person == named.person && g_strcmp0 (other->name, named.name) == 0)
        return other;
    }
  named.part = find_part (assessment, self->risk, named.person);
  g_array_append_val (self->named, named);
  return &g_array_index (self->named, TlNamedPerson, self->named->len - 1);
}

static gboolean
is_recent (const TlAssessment *assessment,
           TlDay               day)
{
  return tl_judge_is_within (&assessment->judge, day, TL_OWNER_RECORDS_DAYS);
}

/* An action counts while it was open: one that was done or ended before is another time's. */
static void
add_actions (TlOwnerRecords     *self,
             const TlAssessment *assessment)
{
  for (guint i = 0; i < self->risk->n_actions; i++)
    {
      const TlActionJudgement *action = &self->risk->actions[i];
      TlWho who = { action->facts->person, NULL };
      TlNamedPerson *named;

      if (!action->open && !is_recent (assessment, action->done) && !is_recent (assessment, action->ended))
        continue;
      named = take (self, assessment, &who);
      if (named != NULL)
        named->n_actions++;
    }
}

static void
add_evidence (TlOwnerRecords     *self,
              const TlAssessment *assessment)
{
  for (guint i = 0; i < self->risk->facts->evidence.n; i++)
    {
      const TlEvidenceFacts *evidence = TL_FACTS_AT (self->risk->facts->evidence, TlEvidenceFacts, i);
      TlNamedPerson *named = is_recent (assessment, evidence->date) ? take (self, assessment, &evidence->by) : NULL;

      if (named != NULL)
        named->n_evidence++;
    }
}

/* Once for each review, whatever was said in it. */
static void
count_review (TlOwnerRecords      *self,
              const TlAssessment  *assessment,
              GHashTable          *counted,
              const TlReviewFacts *review,
              const TlWho         *who)
{
  g_autofree char *key = NULL;
  TlNamedPerson *named;

  if (!tl_judge_sees_review (&assessment->judge, review) || !is_recent (assessment, review->date))
    return;
  named = take (self, assessment, who);
  if (named == NULL)
    return;
  key = g_strdup_printf ("%p %s", (gpointer) review, named->name);
  if (g_hash_table_add (counted, g_steal_pointer (&key)))
    named->n_reviews++;
}

static void
add_reviews (TlOwnerRecords     *self,
             const TlAssessment *assessment)
{
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const TlRiskFacts *facts = self->risk->facts;

  for (guint i = 0; i < facts->challenges.n; i++)
    {
      const TlChallengeFacts *challenge = TL_FACTS_AT (facts->challenges, TlChallengeFacts, i);

      count_review (self, assessment, counted, challenge->review, &challenge->by);
    }
  for (guint i = 0; i < facts->decisions.n; i++)
    {
      const TlDecisionFacts *decision = TL_FACTS_AT (facts->decisions, TlDecisionFacts, i);

      count_review (self, assessment, counted, decision->review, &decision->by);
    }
}

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  const TlNamedPerson *named = a, *other = b;
  guint n = named->n_actions + named->n_evidence + named->n_reviews;
  guint n_other = other->n_actions + other->n_evidence + other->n_reviews;

  if (n != n_other)
    return n > n_other ? -1 : 1;
  return g_utf8_collate (named->name, other->name);
}

/* "3 actions, 2 items of evidence and 1 review" */
static char *
list_records (const TlNamedPerson *named)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (named->n_actions > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u action", "%u actions", named->n_actions),
                                             named->n_actions));
  if (named->n_evidence > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item of evidence", "%u items of evidence",
                                                          named->n_evidence), named->n_evidence));
  if (named->n_reviews > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u review", "%u reviews", named->n_reviews),
                                             named->n_reviews));
  g_ptr_array_add (parts, NULL);
  return tl_format_list ((const char * const *) parts->pdata);
}

/* Whoever asks or decides in a review has no part by that alone: being somebody else is what they are for. */
static gboolean
is_at_work (const TlNamedPerson *named)
{
  return named->n_actions > 0 || named->n_evidence >= FEWEST_ITEMS;
}

static void
find_disagreements (TlOwnerRecords *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const TlNamedPerson *first = NULL;
  gboolean owner_is_named = FALSE;

  for (guint i = 0; i < self->named->len; i++)
    {
      const TlNamedPerson *named = &g_array_index (self->named, TlNamedPerson, i);

      owner_is_named |= named->part == TL_NAMED_PART_OWNER;
      if (first == NULL && is_at_work (named))
        first = named;
    }
  if (first != NULL && !owner_is_named)
    {
      g_autofree char *records = list_records (first);

      if (self->owner == NULL)
        /* Translators: a name, then records such as "3 actions and 1 review" */
        g_ptr_array_add (found, g_strdup_printf (_("Nobody answers for it, but %1$s is named in %2$s."), first->name, records));
      else
        g_ptr_array_add (found, g_strdup_printf (_("%1$s answers for it, but no record of the last three months names them; "
                                                   "%2$s is named in %3$s."), self->owner->name, first->name, records));
    }
  for (guint i = 0; i < self->named->len; i++)
    {
      const TlNamedPerson *named = &g_array_index (self->named, TlNamedPerson, i);
      g_autofree char *records = NULL;

      /* Somebody from outside brings evidence without a part, as a relative or an auditor does. */
      if (named->part != TL_NAMED_PART_NONE || !is_at_work (named) || named->person == NULL
          || (named->person->outside == TL_FLAG_YES && named->n_actions == 0) || (named == first && !owner_is_named))
        continue;
      records = list_records (named);
      g_ptr_array_add (found, g_strdup_printf (_("%1$s has no part in it, but is named in %2$s."), named->name, records));
    }
  g_ptr_array_add (found, NULL);
  self->disagreements = (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

/**
 * tl_owner_records_new:
 * @assessment: what is concluded
 * @risk: an open risk of it
 *
 * Compares who answers for a risk by the map with whom its own records of the last 92 days name: its actions while they
 * were open, its evidence, and the challenges and decisions of its reviews.
 *
 * Returns: (transfer full): what they say; it lives no longer than the assessment
 */
TlOwnerRecords *
tl_owner_records_new (const TlAssessment    *assessment,
                      const TlRiskJudgement *risk)
{
  TlOwnerRecords *self = g_new0 (TlOwnerRecords, 1);

  self->risk = risk;
  self->owner = risk->owner != NULL ? risk->owner->person : NULL;
  self->named = g_array_new (FALSE, FALSE, sizeof (TlNamedPerson));
  add_actions (self, assessment);
  add_evidence (self, assessment);
  add_reviews (self, assessment);
  g_array_sort (self->named, compare_named);
  find_disagreements (self);
  return self;
}

/**
 * tl_owner_records_free:
 * @self: (transfer full): what records say
 *
 * Frees it.
 */
void
tl_owner_records_free (TlOwnerRecords *self)
{
  g_array_unref (self->named);
  g_strfreev (self->disagreements);
  g_free (self);
}
