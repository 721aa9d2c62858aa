/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-private.h"

#include "tl-assessing.h"

/* Two copies of what is concluded take turns. One is shown and never changes; the other is brought up to date with the
 * changes since, away from the main thread, and then shown. So an edit costs what it touches, whoever still looks at the
 * one before keeps it as it was, and no lock is needed: a copy that anybody else holds isn't touched, and everything is
 * read anew instead. */

/* So many changes a copy may be behind. */
#define MOST_CHANGES 64

/* The second copy is made once a workbook has been open for so long. */
#define SPARE_SECONDS 2

/* The changes after the one that a copy has everything up to; NULL when there is a gap. */
static GPtrArray *
list_changes_since (TlWorkbook     *self,
                    const TlDigest *head)
{
  g_autoptr (GPtrArray) since = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_change_unref);
  guint i = self->changes->len;

  for (; i > 0; i--)
    {
      TlChange *change = g_ptr_array_index (self->changes, i - 1);

      if (head != NULL && tl_digest_equal (tl_change_get_id (change), head))
        break;
      g_ptr_array_insert (since, 0, tl_change_ref (change));
      if (head != NULL && tl_change_get_n_parents (change) == 1 && tl_digest_equal (tl_change_get_parent (change, 0), head))
        return g_steal_pointer (&since);
    }
  return i > 0 ? g_steal_pointer (&since) : NULL;
}

/**
 * tl_workbook_follow:
 * @self: a workbook
 * @change: a change that has been applied
 *
 * Lets what is concluded follow a change.
 */
void
tl_workbook_follow (TlWorkbook *self,
                    TlChange   *change)
{
  /* What a merge did stands in no order. */
  if (!tl_change_is_sealed (change))
    g_ptr_array_set_size (self->changes, 0);
  else
    g_ptr_array_add (self->changes, tl_change_ref (change));
  if (self->changes->len > MOST_CHANGES)
    g_ptr_array_remove_index (self->changes, 0);
  tl_workbook_assess (self);
}

static gboolean
is_of_use (TlWorkbook   *self,
           TlAssessment *assessment)
{
  return self->assessment != NULL && self->present == NULL && tl_workbook_get_editable (self)
         && tl_assessment_get_as_at (assessment) == tl_assessment_get_as_at (self->assessment);
}

/**
 * tl_workbook_set_spare:
 * @self: a workbook
 * @assessment: (transfer full): what was shown until now, or a copy that was made to be the second
 *
 * Keeps an assessment to be brought up to date, unless it is for another day.
 */
void
tl_workbook_set_spare (TlWorkbook   *self,
                       TlAssessment *assessment)
{
  TlAssessment *dropped = assessment;

  if (is_of_use (self, assessment))
    {
      dropped = self->spare;
      self->spare = assessment;
    }
  if (dropped != NULL)
    tl_assessing_let_go (dropped);
}

/**
 * tl_workbook_take_spare:
 * @self: a workbook
 * @as_at: the day for which conclusions are wanted
 * @changes: (out) (transfer full) (element-type TlChange): what the copy hasn't got yet
 *
 * Returns: (transfer full) (nullable): the second copy, to be brought up to date; %NULL when it can't be
 */
TlAssessment *
tl_workbook_take_spare (TlWorkbook  *self,
                        TlDay        as_at,
                        GPtrArray  **changes)
{
  if (self->spare == NULL || tl_assessment_get_as_at (self->spare) != as_at || tl_assessment_is_shared (self->spare))
    return NULL;
  *changes = list_changes_since (self, tl_snapshot_get_head (tl_assessment_get_snapshot (self->spare)));
  return *changes != NULL ? g_steal_pointer (&self->spare) : NULL;
}

/**
 * tl_workbook_was_ahead:
 * @self: a workbook
 * @changes: (element-type TlChange): what the second copy hasn't got yet
 *
 * Returns: whether the second copy has, or may have, something that what is shown hasn't: then the difference between the
 *   two isn't what these changes touch
 */
gboolean
tl_workbook_was_ahead (TlWorkbook      *self,
                       const GPtrArray *changes)
{
  g_autoptr (GPtrArray) since =
    list_changes_since (self, tl_snapshot_get_head (tl_assessment_get_snapshot (self->assessment)));

  return since == NULL || since->len > changes->len;
}

static void
spare_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlWorkbook) self = user_data;
  g_autoptr (GError) error = NULL;
  TlAssessment *assessment = tl_assess_finish (result, &error);

  /* Without it the next edit is only slower. */
  g_clear_object (&self->making_spare);
  if (assessment == NULL)
    g_debug ("No second copy of what is concluded: %s", error->message);
  else if (self->store != NULL)
    tl_workbook_set_spare (self, assessment);
  else
    tl_assessment_unref (assessment);
}

static void
make_spare_cb (gpointer user_data)
{
  TlWorkbook *self = user_data;

  self->sparing = 0;
  if (self->spare != NULL || self->store == NULL || self->closing || !tl_workbook_get_editable (self))
    return;
  self->making_spare = g_cancellable_new ();
  tl_assess_async (self->store, self->chosen_day, NULL, self->making_spare, spare_cb, g_object_ref (self));
}

/**
 * tl_workbook_plan_spare:
 * @self: a workbook
 *
 * Makes a second copy soon, when there is none: not at once, since the window still has to be painted.
 */
void
tl_workbook_plan_spare (TlWorkbook *self)
{
  if (self->spare == NULL && self->sparing == 0 && self->making_spare == NULL && tl_workbook_get_editable (self))
    self->sparing = g_timeout_add_seconds_once (SPARE_SECONDS, make_spare_cb, self);
}

/**
 * tl_workbook_drop_spare:
 * @self: a workbook
 *
 * Lets go of the second copy, and of the wish for one.
 */
void
tl_workbook_drop_spare (TlWorkbook *self)
{
  g_clear_handle_id (&self->sparing, g_source_remove);
  if (self->making_spare != NULL)
    g_cancellable_cancel (self->making_spare);
  g_clear_object (&self->making_spare);
  g_clear_pointer (&self->spare, tl_assessment_unref);
}
