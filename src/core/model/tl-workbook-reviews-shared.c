/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-reviews-private.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-review-rules.h"

TlSnapshot *
tl_workbook_reviews_get_snapshot (TlWorkbook *self)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (self));
}

gconstpointer
tl_workbook_reviews_find (TlWorkbook *self,
                          TlTable     table,
                          const TlId *id)
{
  return id != NULL ? tl_snapshot_find (tl_workbook_reviews_get_snapshot (self), table, id) : NULL;
}

const TlReviewFacts *
tl_workbook_reviews_find_review (TlWorkbook  *self,
                                 const TlId  *id,
                                 GError     **error)
{
  const TlReviewFacts *review = tl_workbook_reviews_find (self, TL_TABLE_REVIEW, id);

  if (review == NULL)
    g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_REVIEW,
                         _("This review isn’t in the workbook any more. Somebody may have removed it; the history can bring it back."));
  return review;
}

/* A review that has begun. */
const TlReviewFacts *
tl_workbook_reviews_find_held (TlWorkbook  *self,
                               const TlId  *id,
                               GError     **error)
{
  const TlReviewFacts *review;
  g_autofree char *day = NULL;

  if (!tl_workbook_check_editable (self, error))
    return NULL;
  review = tl_workbook_reviews_find_review (self, id, error);
  if (review == NULL || tl_review_is_held (review, tl_workbook_get_today (self)))
    return review;
  day = tl_format_day_long (review->date);
  g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_REVIEW,
               _("This review takes place only on %s. Until then its agenda and its pack can be prepared."), day);
  return NULL;
}

const TlRiskFacts *
tl_workbook_reviews_find_risk (TlWorkbook  *self,
                               const TlId  *id,
                               GError     **error)
{
  const TlRiskFacts *risk = tl_workbook_reviews_find (self, TL_TABLE_RISK, id);

  if (risk == NULL)
    g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_RISK,
                         _("This risk isn’t in the workbook any more. Somebody may have removed it; the history can bring it back."));
  return risk;
}

char *
tl_workbook_reviews_trim (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/* A person, or else a text. */
void
tl_workbook_reviews_set_who (TlChange   *change,
                             const char *table,
                             const TlId *row,
                             const char *column,
                             const TlId *person,
                             const char *text)
{
  g_autofree char *as_person = g_strconcat (column, "_person", NULL);
  g_autofree char *as_text = g_strconcat (column, "_text", NULL);
  g_autofree char *trimmed = tl_workbook_reviews_trim (text);

  tl_change_set_id (change, table, row, as_person, person);
  tl_change_set_text (change, table, row, as_text, person == NULL ? trimmed : NULL);
}

void
tl_workbook_reviews_set_word (TlChange   *change,
                              const char *table,
                              const TlId *row,
                              const char *column,
                              GType       type,
                              int         word)
{
  tl_change_set_text (change, table, row, column, word != 0 ? tl_word_get (type, word) : NULL);
}

/* A new row of a review, and of a risk if one is given. */
TlId
tl_workbook_reviews_add_row (TlWorkbook *self,
                             TlChange   *change,
                             const char *table,
                             const TlId *review,
                             const TlId *risk)
{
  TlId row = tl_id_source_make_id (tl_workbook_get_ids (self));

  tl_change_add_row (change, table, &row);
  tl_change_set_id (change, table, &row, "review", review);
  if (risk != NULL)
    tl_change_set_id (change, table, &row, "risk", risk);
  return row;
}

/* What changes nothing is kept already. */
void
tl_workbook_reviews_apply (TlWorkbook          *self,
                           TlChange            *change,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  if (tl_change_get_n_edits (change) > 0)
    {
      tl_workbook_apply_async (self, change, cancellable, callback, user_data);
      return;
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_workbook_reviews_apply);
  g_task_return_boolean (task, TRUE);
}
