/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-reviews-private.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-next-ref.h"
#include "tl-review-rules.h"

/* ── Starting ─────────────────────────────────────────────────────────────── */

static gboolean
check_same (const TlForumFacts  *forum,
            TlDay                date,
            GError             **error)
{
  const TlReviewFacts *same = tl_forum_find_on (forum, date, NULL);
  g_autofree char *title = NULL;

  if (same == NULL)
    return TRUE;
  title = tl_review_dup_title (same);
  g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_REVIEW,
               same->finished != TL_NO_DAY
                 /* Translators: %s is a forum and a day */
                 ? _("%s is finished already. What is added to it becomes a correction; a second review needs another day.")
                 /* Translators: %s is a forum and a day */
                 : _("%s was started already. Go on with that one, or choose another day."),
               title);
  return FALSE;
}

static gboolean
check_people (TlWorkbook          *self,
              const TlReviewPlan  *plan,
              GError             **error)
{
  const TlPersonFacts *chair = tl_workbook_reviews_find (self, TL_TABLE_PERSON, plan->chair);
  g_autofree char *day = NULL;

  if (plan->chair != NULL && chair == NULL)
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_PERSON, _("Choose a chair who is among the people."));
      return FALSE;
    }
  if (chair == NULL || chair->until_date == TL_NO_DAY || plan->date < chair->until_date)
    return TRUE;
  day = tl_format_day_long (chair->until_date);
  g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_PERSON,
               _("%1$s left the post on %2$s. Choose somebody who is there."), chair->name, day);
  return FALSE;
}

/**
 * tl_workbook_check_review:
 * @self: a workbook
 * @plan: a review that is to be started
 * @error: what is wrong, with the code of the field to mark
 *
 * Returns: whether it may be started: it says which forum meets and when, who chairs it is there that day, and the forum
 *   hasn't another review on the same day
 */
gboolean
tl_workbook_check_review (TlWorkbook          *self,
                          const TlReviewPlan  *plan,
                          GError             **error)
{
  const TlForumFacts *forum;

  if (!tl_workbook_check_editable (self, error))
    return FALSE;
  forum = tl_workbook_reviews_find (self, TL_TABLE_FORUM, plan->forum);
  if (forum == NULL)
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_REVIEW, _("Choose the forum that meets."));
      return FALSE;
    }
  if (plan->date == TL_NO_DAY)
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_DATE, _("Give the day of the review."));
      return FALSE;
    }
  return check_same (forum, plan->date, error) && check_people (self, plan, error);
}

static void
add_agenda_item (TlWorkbook *self,
                 TlChange   *change,
                 const TlId *review,
                 const TlId *risk,
                 guint       position)
{
  TlId row = tl_workbook_reviews_add_row (self, change, "agenda_item", review, risk);
  g_auto (TlValue) value = { 0 };

  tl_value_set_integer (&value, position);
  tl_change_set (change, "agenda_item", &row, "position", &value);
}

static TlId
add_pack_item (TlWorkbook      *self,
               TlChange        *change,
               const TlId      *review,
               const TlPackAsk *ask)
{
  TlId row = tl_workbook_reviews_add_row (self, change, "pack_item", review, NULL);

  tl_workbook_reviews_set_word (change, "pack_item", &row, "source", TL_TYPE_SOURCE, (int) ask->source);
  tl_change_set_id (change, "pack_item", &row, "person", ask->person);
  return row;
}

static void
add_present (TlChange   *change,
             const TlId *review,
             const TlId *person)
{
  const TlField *field = tl_layout_find_field (TL_TABLE_REVIEW, "present");
  TlId pair = tl_field_get_pair_id (TL_TABLE_REVIEW, field, review, person);
  g_autofree char *pairs = tl_field_get_pairs (TL_TABLE_REVIEW, field);

  tl_change_add_row (change, pairs, &pair);
  tl_change_set_id (change, pairs, &pair, "review", review);
  tl_change_set_id (change, pairs, &pair, "person", person);
}

static gboolean
is_before (const TlId *ids,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      if (tl_id_equal (&ids[i], &ids[n]))
        return TRUE;
    }
  return FALSE;
}

static TlChange *
make_start (TlWorkbook         *self,
            const TlReviewPlan *plan,
            const TlId         *row)
{
  TlChange *change = tl_change_new ("review.start");
  g_autofree char *ref = tl_next_ref_find (self, TL_TABLE_REVIEW);
  g_autofree char *notes = tl_workbook_reviews_trim (plan->notes);
  guint position = 0;

  tl_change_add_row (change, "review", row);
  tl_change_set_text (change, "review", row, "ref", ref);
  tl_change_set_id (change, "review", row, "forum", plan->forum);
  tl_change_set_day (change, "review", row, "date", plan->date);
  tl_workbook_reviews_set_who (change, "review", row, "chair", plan->chair, plan->chair_text);
  tl_change_set_text (change, "review", row, "notes", notes);
  for (guint i = 0; i < plan->n_present; i++)
    {
      if (!is_before (plan->present, i))
        add_present (change, row, &plan->present[i]);
    }
  for (guint i = 0; i < plan->n_agenda; i++)
    {
      if (!is_before (plan->agenda, i))
        add_agenda_item (self, change, row, &plan->agenda[i], ++position);
    }
  for (guint i = 0; i < plan->n_pack; i++)
    add_pack_item (self, change, row, &plan->pack[i]);
  return change;
}

/**
 * tl_workbook_start_review_async:
 * @self: a workbook
 * @plan: what is to be started; needed only during this call
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Starts a review: with its agenda, who is there, and what is asked for beforehand. It may be for a day that is to come.
 *
 * Returns: the id of the new review, which is there once @callback has been told so
 */
TlId
tl_workbook_start_review_async (TlWorkbook          *self,
                                const TlReviewPlan  *plan,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (TlChange) change = NULL;
  GError *error = NULL;
  TlId row = { 0 };

  if (!tl_workbook_check_review (self, plan, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return row;
    }
  row = tl_id_source_make_id (tl_workbook_get_ids (self));
  change = make_start (self, plan, &row);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
  return row;
}

/* ── Agenda and pack ──────────────────────────────────────────────────────── */

/* Of several items for a risk, as a merge may bring them, the first is kept. */
static const TlAgendaItemFacts *
find_item (const TlReviewFacts *review,
           const TlId          *risk)
{
  for (guint i = 0; i < review->agenda.n; i++)
    {
      const TlAgendaItemFacts *item = review->agenda.rows[i];

      if (tl_id_equal (&item->risk->base.id, risk))
        return item;
    }
  return NULL;
}

static gboolean
is_among (const TlId *ids,
          guint       n,
          const TlId *id)
{
  for (guint i = 0; i < n; i++)
    {
      if (tl_id_equal (&ids[i], id))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_workbook_set_agenda_async:
 * @self: a workbook
 * @review: a review
 * @risks: (array length=n_risks): the risks that are to be on its agenda, in order
 * @n_risks: how many
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Settles what a review looks at, and in which order. What it has recorded of a risk stays when that is taken off.
 */
void
tl_workbook_set_agenda_async (TlWorkbook          *self,
                              const TlId          *review,
                              const TlId          *risks,
                              guint                n_risks,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.set-agenda");
  const TlReviewFacts *facts;
  GError *error = NULL;
  int position = 0;

  if (!tl_workbook_check_editable (self, &error) || (facts = tl_workbook_reviews_find_review (self, review, &error)) == NULL)
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  for (guint i = 0; i < n_risks; i++)
    {
      const TlAgendaItemFacts *item = find_item (facts, &risks[i]);

      if (is_before (risks, i))
        continue;
      position++;
      if (item == NULL)
        add_agenda_item (self, change, review, &risks[i], (guint) position);
      else if (item->position != position)
        {
          g_auto (TlValue) value = { 0 };

          tl_value_set_integer (&value, position);
          tl_change_set (change, "agenda_item", &item->base.id, "position", &value);
        }
    }
  for (guint i = 0; i < facts->agenda.n; i++)
    {
      const TlAgendaItemFacts *item = facts->agenda.rows[i];

      if (!is_among (risks, n_risks, &item->risk->base.id) || find_item (facts, &item->risk->base.id) != item)
        tl_change_remove_row (change, "agenda_item", &item->base.id);
    }
  tl_workbook_reviews_apply (self, change, cancellable, callback, user_data);
}

/**
 * tl_workbook_record_arrival_async:
 * @self: a workbook
 * @item: an item of a pack
 * @day: when it came, %TL_NO_DAY for not yet
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Records that something which was asked for has come.
 */
void
tl_workbook_record_arrival_async (TlWorkbook          *self,
                                  const TlId          *item,
                                  TlDay                day,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.record-arrival");
  const TlPackItemFacts *facts = NULL;
  GError *error = NULL;

  if (tl_workbook_check_editable (self, &error))
    facts = tl_workbook_reviews_find (self, TL_TABLE_PACK_ITEM, item);
  if (error == NULL && facts == NULL)
    g_set_error_literal (&error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_REVIEW, _("This isn’t asked for any more."));
  else if (error == NULL && day > tl_workbook_get_today (self))
    g_set_error_literal (&error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_DATE,
                         _("It can’t have come on a day that is still ahead."));
  if (error != NULL)
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  if (facts->arrived != day)
    tl_change_set_day (change, "pack_item", item, "arrived", day);
  tl_workbook_reviews_apply (self, change, cancellable, callback, user_data);
}

/* ── Finishing ────────────────────────────────────────────────────────────── */

/**
 * tl_workbook_check_finish:
 * @self: a workbook
 * @review: a review
 * @error: why not
 *
 * Returns: whether it may be finished: it has begun, isn't finished, and its forum hasn't finished another one that day
 */
gboolean
tl_workbook_check_finish (TlWorkbook  *self,
                          const TlId  *review,
                          GError     **error)
{
  const TlReviewFacts *facts = tl_workbook_reviews_find_held (self, review, error);
  const TlReviewFacts *same;
  g_autofree char *title = NULL;

  if (facts == NULL)
    return FALSE;
  title = tl_review_dup_title (facts);
  if (facts->finished != TL_NO_DAY)
    {
      /* Translators: %s is a forum and a day */
      g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_REVIEW, _("%s is finished already."), title);
      return FALSE;
    }
  same = tl_review_find_twin (facts);
  if (same == NULL)
    return TRUE;
  g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_REVIEW,
               /* Translators: %1$s is a forum and a day, %2$s the ref of a review */
               _("%1$s has been finished once already (%2$s). Give this review its own day, or record what it left in that one. Both are kept as they are."),
               title, same->base.ref != NULL ? same->base.ref : title);
  return FALSE;
}

/**
 * tl_workbook_finish_review_async:
 * @self: a workbook
 * @review: a review
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Finishes a review, today. The change that does so seals its minutes: its fingerprint is printed on them, and whatever is
 * changed in the review later is shown as a correction.
 */
void
tl_workbook_finish_review_async (TlWorkbook          *self,
                                 const TlId          *review,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.finish");
  const TlValue nothing = { 0 };
  GError *error = NULL;

  if (!tl_workbook_check_finish (self, review, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  tl_change_set_day (change, "review", review, "finished", tl_workbook_get_today (self));
  tl_change_expect (change, "review", review, "finished", &nothing);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}
