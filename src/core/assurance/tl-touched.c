/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-touched.h"

/**
 * tl_touched_new:
 *
 * Returns: (transfer full): nothing touched
 */
TlTouched *
tl_touched_new (void)
{
  TlTouched *self = g_new0 (TlTouched, 1);

  self->risks = g_hash_table_new (NULL, NULL);
  self->evidence = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * tl_touched_free:
 * @self: (transfer full): what was touched
 *
 * Frees it.
 */
void
tl_touched_free (TlTouched *self)
{
  g_hash_table_unref (self->risks);
  g_hash_table_unref (self->evidence);
  g_free (self);
}

static void
add (TlTouched     *self,
     GHashTable    *rows,
     gconstpointer  row)
{
  if (!g_hash_table_add (rows, (gpointer) row))
    return;
  if (self->n < G_N_ELEMENTS (self->few))
    self->few[self->n] = row;
  self->n++;
}

static gconstpointer
get_link (const TlFacts *row,
          const TlField *field)
{
  return G_STRUCT_MEMBER (gconstpointer, row, field->offset);
}

/* Tables whose rows belong to a risk, themselves or by another of these. */
static gboolean
leads_to_risk (TlTable table)
{
  return table == TL_TABLE_RISK || table == TL_TABLE_MEASURE || table == TL_TABLE_ACTION || table == TL_TABLE_WARNING_SIGN
         || table == TL_TABLE_LEARNING;
}

/* The risks that a row belongs to. */
static void
add_owners (TlTouched     *self,
            TlTable        table,
            const TlFacts *row)
{
  const TlTableLayout *layout = tl_layout_get (table);

  if (row == NULL)
    return;
  if (table == TL_TABLE_RISK)
    {
      add (self, self->risks, row);
      return;
    }
  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];

      if (!leads_to_risk (field->target))
        continue;
      if (field->type == TL_FIELD_LINK)
        add_owners (self, field->target, get_link (row, field));
      else if (field->type == TL_FIELD_LINKS)
        {
          const TlFactsList *list = &G_STRUCT_MEMBER (TlFactsList, row, field->offset);

          for (guint j = 0; j < list->n; j++)
            add_owners (self, field->target, list->rows[j]);
        }
    }
}

static void
add_list (TlTouched         *self,
          TlTable            table,
          const TlFactsList *list)
{
  for (guint i = 0; i < list->n; i++)
    add_owners (self, table, list->rows[i]);
}

static void
add_review (TlTouched           *self,
            const TlReviewFacts *review)
{
  add_list (self, TL_TABLE_LOOKED_AT, &review->looked_at);
  add_list (self, TL_TABLE_CHALLENGE, &review->challenges);
  add_list (self, TL_TABLE_DECISION, &review->decisions);
}

static void
add_forum (TlTouched          *self,
           const TlSnapshot   *snapshot,
           const TlForumFacts *forum)
{
  for (guint i = 0; i < forum->reviews.n; i++)
    add_review (self, forum->reviews.rows[i]);
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_RISK); i++)
    {
      const TlRiskFacts *risk = tl_snapshot_get (snapshot, TL_TABLE_RISK, i);

      if (risk->forum == forum)
        add (self, self->risks, risk);
    }
}

static gboolean
names_person (TlTable               table,
              const TlFacts        *row,
              const TlPersonFacts  *person)
{
  const TlTableLayout *layout = tl_layout_get (table);

  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];

      if (field->type == TL_FIELD_LINK && field->target == TL_TABLE_PERSON && get_link (row, field) == person)
        return TRUE;
      if (field->type == TL_FIELD_WHO && G_STRUCT_MEMBER (TlWho, row, field->offset).person == person)
        return TRUE;
    }
  return FALSE;
}

/* Wherever the person is named. Of evidence, and there is much of it, only who recorded it counts, not what is known of
 * them. */
static void
add_person (TlTouched           *self,
            const TlSnapshot    *snapshot,
            const TlPersonFacts *person)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      if (table == TL_TABLE_EVIDENCE || table == TL_TABLE_READING)
        continue;
      for (guint i = 0; i < tl_snapshot_count (snapshot, table); i++)
        {
          const TlFacts *row = tl_snapshot_get (snapshot, table, i);

          if (!names_person (table, row, person))
            continue;
          if (table == TL_TABLE_REVIEW)
            add_review (self, (const TlReviewFacts *) row);
          else
            add_owners (self, table, row);
        }
    }
}

/* Without a risk it may answer a finding on evidence that is linked to none. */
static void
add_answer (TlTouched                    *self,
            const TlSnapshot             *snapshot,
            const TlAnsweredFindingFacts *answer)
{
  if (answer->risk != NULL)
    {
      add (self, self->risks, answer->risk);
      return;
    }
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_EVIDENCE); i++)
    {
      const TlFacts *evidence = tl_snapshot_get (snapshot, TL_TABLE_EVIDENCE, i);

      if (g_strcmp0 (evidence->ref, answer->subject) == 0)
        add (self, self->evidence, evidence);
    }
}

/**
 * tl_touched_add:
 * @self: what is touched so far
 * @snapshot: the facts, as they are now
 * @table: a table
 * @row: one of its rows
 *
 * Adds what rests on a row. Called for a row before and after it changes, this gives all that the change touches: a
 * conclusion about a risk rests on the rows that belong to the risk, on the reviews, forums and people that these name,
 * on all places, and on nothing that belongs to another risk alone. What crosses risks says itself what it rests on.
 */
void
tl_touched_add (TlTouched        *self,
                const TlSnapshot *snapshot,
                TlTable           table,
                const TlFacts    *row)
{
  switch ((int) table)
    {
    case TL_TABLE_PLACE:
      self->all = TRUE;
      break;
    case TL_TABLE_PERSON:
      add_person (self, snapshot, (const TlPersonFacts *) row);
      break;
    case TL_TABLE_FORUM:
      add_forum (self, snapshot, (const TlForumFacts *) row);
      break;
    case TL_TABLE_REVIEW:
      add_review (self, (const TlReviewFacts *) row);
      break;
    case TL_TABLE_EVIDENCE:
      add (self, self->evidence, row);
      add_owners (self, table, row);
      break;
    case TL_TABLE_ANSWERED_FINDING:
      add_answer (self, snapshot, (const TlAnsweredFindingFacts *) row);
      break;
    default:
      add_owners (self, table, row);
    }
}

/**
 * tl_touched_has:
 * @self: (nullable): what is touched, %NULL for everything
 * @row: (nullable): a risk or an item of evidence
 *
 * Returns: whether it is touched
 */
gboolean
tl_touched_has (const TlTouched *self,
                gconstpointer    row)
{
  if (self == NULL)
    return TRUE;
  if (row == NULL)
    return FALSE;
  if (self->n > G_N_ELEMENTS (self->few))
    return g_hash_table_contains (self->risks, row) || g_hash_table_contains (self->evidence, row);
  for (guint i = 0; i < self->n; i++)
    {
      if (self->few[i] == row)
        return TRUE;
    }
  return FALSE;
}
