/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-person-parts.h"

#include <glib/gi18n-lib.h>

#include "tl-assessment-private.h"
#include "tl-format.h"
#include "tl-ownership-rules.h"

/* Further ahead than anything is planned. */
#define FAR_AHEAD 36525

struct _TlPeopleParts
{
  TlAssessment *assessment;
  GPtrArray *people;
  GHashTable *by_person;
  GPtrArray *due;
};

static void
person_parts_free (gpointer data)
{
  TlPersonParts *parts = data;

  g_ptr_array_unref (parts->accountable);
  g_ptr_array_unref (parts->supports);
  g_ptr_array_unref (parts->actions);
  g_ptr_array_unref (parts->kept);
  g_free (parts->overload);
  g_free (parts);
}

/* The parts of a person, or of nobody. */
static TlPersonParts *
take (TlPeopleParts       *self,
      const TlPersonFacts *person)
{
  TlPersonParts *parts = g_hash_table_lookup (self->by_person, person);

  if (parts != NULL)
    return parts;
  parts = g_new0 (TlPersonParts, 1);
  parts->person = person;
  parts->left = person != NULL && tl_person_has_left (&self->assessment->judge, person);
  parts->accountable = g_ptr_array_new ();
  parts->supports = g_ptr_array_new ();
  parts->actions = g_ptr_array_new ();
  parts->kept = g_ptr_array_new ();
  g_ptr_array_add (self->people, parts);
  g_hash_table_insert (self->by_person, (gpointer) person, parts);
  return parts;
}

static void
add_owners (TlPeopleParts         *self,
            const TlRiskJudgement *risk)
{
  const TlFactsList *ownerships = &risk->facts->ownerships;

  if (risk->n_owners == 0)
    g_ptr_array_add (take (self, NULL)->accountable, (gpointer) risk);
  for (guint i = 0; i < ownerships->n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (*ownerships, TlOwnershipFacts, i);
      TlPersonParts *parts;

      if (!tl_ownership_is_current (&self->assessment->judge, ownership, TL_PART_ACCOUNTABLE))
        continue;
      parts = take (self, ownership->person);
      /* Who is written down twice answers for it once. */
      if (parts->accountable->len > 0 && g_ptr_array_index (parts->accountable, parts->accountable->len - 1) == risk)
        continue;
      g_ptr_array_add (parts->accountable, (gpointer) risk);
      tl_load_add (&parts->load, risk);
    }
}

static void
add_risk (TlPeopleParts         *self,
          const TlRiskJudgement *risk)
{
  add_owners (self, risk);
  for (guint i = 0; i < risk->n_supporters; i++)
    g_ptr_array_add (take (self, risk->supporters[i]->person)->supports, (gpointer) risk);
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlPersonFacts *person = risk->actions[i].facts->person;
      TlPersonParts *parts;

      if (!risk->actions[i].open)
        continue;
      parts = take (self, person);
      g_ptr_array_add (parts->actions, (gpointer) &risk->actions[i]);
      parts->outside |= person != NULL && !tl_risk_is_on_map (&self->assessment->judge, risk->facts, person);
    }
  for (guint i = 0; i < risk->n_expected; i++)
    {
      if (risk->expected[i].current)
        g_ptr_array_add (take (self, risk->expected[i].facts->person)->kept, (gpointer) &risk->expected[i]);
    }
}

/* Undated actions come last. */
static int
compare_actions (gconstpointer a,
                 gconstpointer b)
{
  const TlActionJudgement *action = *(const TlActionJudgement * const *) a, *other = *(const TlActionJudgement * const *) b;

  if ((action->due == TL_NO_DAY) != (other->due == TL_NO_DAY))
    return action->due == TL_NO_DAY ? 1 : -1;
  if (action->due != other->due)
    return action->due < other->due ? -1 : 1;
  return tl_facts_compare_refs (action->facts->base.ref, other->facts->base.ref);
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const TlPersonParts *parts = *(const TlPersonParts * const *) a, *other = *(const TlPersonParts * const *) b;
  int order;

  if ((parts->person == NULL) != (other->person == NULL))
    return parts->person == NULL ? -1 : 1;
  if (parts->person == NULL)
    return 0;
  if (parts->load.n_high != other->load.n_high)
    return parts->load.n_high > other->load.n_high ? -1 : 1;
  if (parts->load.n_risks != other->load.n_risks)
    return parts->load.n_risks > other->load.n_risks ? -1 : 1;
  order = g_utf8_collate (parts->person->name, other->person->name);
  return order != 0 ? order : tl_facts_compare_refs (parts->person->base.ref, other->person->base.ref);
}

/* What is due is in its order already, so the first of each person is the next; of the risks that are shown alone. */
static void
add_due (TlPeopleParts          *self,
         const TlOwnerMapFilter *filter)
{
  const TlAssessment *assessment = self->assessment;

  for (guint i = 0; i < self->due->len; i++)
    {
      const TlDueItem *item = g_ptr_array_index (self->due, i);
      const TlRiskJudgement *risk = tl_assessment_find_risk (assessment, &item->risk);
      const TlPersonFacts *person;
      TlPersonParts *parts;

      if (risk == NULL || !tl_owner_map_filter_matches (filter, risk, tl_assessment_get_as_at (assessment)))
        continue;
      person = tl_snapshot_find (tl_assessment_get_snapshot (assessment), TL_TABLE_PERSON, &item->person);
      parts = g_hash_table_lookup (self->by_person, person);
      if (parts != NULL && parts->next == NULL)
        parts->next = item;
    }
}

/**
 * tl_people_parts_new:
 * @assessment: what is concluded
 * @filter: (nullable): which of its open risks are wanted, %NULL for all
 *
 * Gathers what each person does. Whoever does nothing for these risks isn't in it. May be called in any thread.
 *
 * Returns: (transfer full): people and what they do
 */
TlPeopleParts *
tl_people_parts_new (TlAssessment           *assessment,
                     const TlOwnerMapFilter *filter)
{
  TlPeopleParts *self = g_new0 (TlPeopleParts, 1);
  g_autoptr (GHashTable) loads = tl_loads_new ();

  self->assessment = tl_assessment_ref (assessment);
  self->people = g_ptr_array_new_with_free_func (person_parts_free);
  self->by_person = g_hash_table_new (NULL, NULL);
  self->due = tl_due_list (assessment, FAR_AHEAD);
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      /* Overload is told by all that somebody answers for. */
      if (risk->state == TL_RISK_STATE_OPEN)
        tl_loads_add (loads, &assessment->judge, risk);
      if (tl_owner_map_filter_matches (filter, risk, tl_assessment_get_as_at (assessment)))
        add_risk (self, risk);
    }
  for (guint i = 0; i < self->people->len; i++)
    {
      TlPersonParts *parts = g_ptr_array_index (self->people, i);

      g_ptr_array_sort (parts->actions, compare_actions);
      if (parts->person != NULL && parts->accountable->len > 0)
        parts->overload = tl_load_explain_overload (g_hash_table_lookup (loads, parts->person), assessment->judge.settings,
                                                    parts->person->name);
    }
  add_due (self, filter);
  g_ptr_array_sort (self->people, compare_people);
  return self;
}

/**
 * tl_people_parts_free:
 * @self: (transfer full): people and what they do
 *
 * Frees it.
 */
void
tl_people_parts_free (TlPeopleParts *self)
{
  g_hash_table_unref (self->by_person);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->due);
  tl_assessment_unref (self->assessment);
  g_free (self);
}

/**
 * tl_people_parts_count:
 * @self: people and what they do
 *
 * Returns: how many people do something, nobody among them
 */
guint
tl_people_parts_count (const TlPeopleParts *self)
{
  return self->people->len;
}

/**
 * tl_people_parts_get:
 * @self: people and what they do
 * @index: which of them
 *
 * Returns: (transfer none): what that person does
 */
const TlPersonParts *
tl_people_parts_get (const TlPeopleParts *self,
                     guint                index)
{
  return g_ptr_array_index (self->people, index);
}

/**
 * tl_people_parts_find:
 * @self: people and what they do
 * @person: (nullable): a person of the same snapshot, or nobody
 *
 * Returns: (transfer none) (nullable): what that person does, %NULL for nothing
 */
const TlPersonParts *
tl_people_parts_find (const TlPeopleParts *self,
                      const TlPersonFacts *person)
{
  return g_hash_table_lookup (self->by_person, person);
}

static void
add_number (GPtrArray  *parts,
            guint       n,
            const char *format)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (format, n));
}

/**
 * tl_person_parts_describe:
 * @self: what a person does
 * @as_at: the day that is looked at
 *
 * Returns: (transfer full): it in a line, without the name: "Answers for 2 open risks, 1 of them high; supports 1 risk and
 *   keeps 3 sources. Next: Review of R1, 9 June."
 */
char *
tl_person_parts_describe (const TlPersonParts *self,
                          TlDay                as_at)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new ("");
  g_autofree char *when = NULL, *load = NULL, *others = NULL;

  if (self->person == NULL)
    {
      add_number (parts, self->accountable->len,
                  g_dngettext (GETTEXT_PACKAGE, "%u risk without an owner", "%u risks without an owner",
                               self->accountable->len));
      add_number (parts, self->actions->len,
                  g_dngettext (GETTEXT_PACKAGE, "%u open action without a name", "%u open actions without a name",
                               self->actions->len));
      add_number (parts, self->kept->len,
                  g_dngettext (GETTEXT_PACKAGE, "%u source that nobody keeps", "%u sources that nobody keeps",
                               self->kept->len));
    }
  else
    {
      add_number (parts, self->supports->len,
                  g_dngettext (GETTEXT_PACKAGE, "supports %u risk", "supports %u risks",
                               self->supports->len));
      add_number (parts, self->actions->len,
                  g_dngettext (GETTEXT_PACKAGE, "has %u open action", "has %u open actions",
                               self->actions->len));
      add_number (parts, self->kept->len,
                  g_dngettext (GETTEXT_PACKAGE, "keeps %u source", "keeps %u sources",
                               self->kept->len));
    }
  g_ptr_array_add (parts, NULL);
  others = tl_format_list ((const char * const *) parts->pdata);
  if (self->person != NULL && self->accountable->len > 0)
    {
      load = tl_load_describe (&self->load);
      g_string_append_printf (text, _("answers for %s"), load);
      if (*others != '\0')
        g_string_append (text, "; ");
    }
  g_string_append (text, others);
  if (text->len > 0)
    {
      g_autofree char *sentence = tl_format_capital (text->str);

      g_string_printf (text, "%s.", sentence);
    }
  if (self->next != NULL)
    {
      when = tl_due_item_dup_when (self->next, as_at);
      /* Translators: what is due next, and when */
      g_string_append_printf (text, _(" Next: %1$s, %2$s."), self->next->title, when);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
