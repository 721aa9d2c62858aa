/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-private.h"

#include "tl-assessing.h"

/* What follows from the day that is shown and from today. */
typedef struct
{
  TlDay today;
  TlDay as_at;
  gboolean editable;
} Days;

static Days
get_days (TlWorkbook *self)
{
  return (Days) { self->today, tl_workbook_get_as_at (self), tl_workbook_get_editable (self) };
}

static void
notify_days (TlWorkbook *self,
             Days        before)
{
  Days now = get_days (self);

  if (before.today != now.today)
    g_object_notify (G_OBJECT (self), "today");
  if (before.as_at != now.as_at)
    g_object_notify (G_OBJECT (self), "as-at");
  if (before.editable != now.editable)
    g_object_notify (G_OBJECT (self), "editable");
}

/* Today may be another day than when conclusions were last drawn. */
static TlDay
get_day_to_judge (TlWorkbook *self)
{
  if (self->chosen_day != TL_NO_DAY || self->assessment == NULL)
    return self->chosen_day;
  return tl_workbook_find_today (self, tl_assessment_get_snapshot (self->assessment));
}

void
tl_workbook_take_assessment (TlWorkbook   *self,
                             TlAssessment *assessment)
{
  TlAssessment *old = self->assessment;
  g_autofree char *provider = g_strdup (tl_workbook_get_provider (self));
  Days before = get_days (self);
  TlAssessment *outlined = g_steal_pointer (&self->outlined), *detailed = g_steal_pointer (&self->detailed);

  self->assessment = assessment;
  self->today = tl_workbook_find_today (self, tl_assessment_get_snapshot (assessment));
  notify_days (self, before);
  if (outlined != NULL)
    tl_record_set_load_rest (self->records, tl_assessment_get_snapshot (assessment));
  else if (old == NULL)
    tl_record_set_load (self->records, tl_assessment_get_snapshot (assessment));
  tl_record_set_set_assessment (self->records, assessment, !self->tells_difference);
  self->tells_difference = FALSE;
  g_object_notify (G_OBJECT (self), "assessment");
  if (g_strcmp0 (provider, tl_workbook_get_provider (self)) != 0)
    g_object_notify (G_OBJECT (self), "provider");
  if (old != NULL)
    tl_workbook_set_spare (self, old);
  if (outlined != NULL)
    tl_assessing_let_go (outlined);
  if (detailed != NULL)
    tl_assessing_let_go (detailed);
  tl_workbook_plan_spare (self);
}

/**
 * tl_workbook_await:
 * @self: a workbook that has just been opened
 * @assessing: (nullable): cancels what has been begun
 *
 * Knows that everything is being read and concluded for the first time.
 */
void
tl_workbook_await (TlWorkbook   *self,
                   GCancellable *assessing)
{
  self->assessing = assessing != NULL ? g_object_ref (assessing) : g_cancellable_new ();
}

/**
 * tl_workbook_take_outline:
 * @self: a workbook of which nothing has been concluded
 * @outlined: (transfer full): the outline of its risks
 * @detailed: (transfer full) (nullable): what is concluded of the one that was looked at last
 *
 * Shows what is known already.
 */
void
tl_workbook_take_outline (TlWorkbook   *self,
                          TlAssessment *outlined,
                          TlAssessment *detailed)
{
  self->outlined = outlined;
  self->detailed = detailed;
  self->today = tl_workbook_find_today (self, tl_assessment_get_snapshot (outlined));
  tl_record_set_load_outline (self->records, outlined);
}

static void assess_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data);

static void
assess_anew (TlWorkbook *self)
{
  if (self->present != NULL)
    tl_assess_snapshot_async (tl_assessment_get_snapshot (self->assessment), tl_workbook_get_as_at (self),
                              self->assessing, assess_cb, g_object_ref (self));
  else
    tl_assess_async (self->store, self->chosen_day, NULL, self->assessing, assess_cb, g_object_ref (self));
}

/* By the shortest way: what is concluded already is brought up to date, if that can be done. */
void
tl_workbook_assess (TlWorkbook *self)
{
  TlAssessment *spare;
  GPtrArray *changes;

  if (self->closing)
    return;
  if (self->assessing != NULL)
    {
      self->assess_again = TRUE;
      return;
    }
  self->assess_again = FALSE;
  self->assessing = g_cancellable_new ();
  g_object_notify (G_OBJECT (self), "busy");
  spare = tl_workbook_take_spare (self, get_day_to_judge (self), &changes);
  self->tells_difference = spare != NULL && !tl_workbook_was_ahead (self, changes);
  if (spare != NULL)
    tl_assess_follow_async (spare, changes, self->assessing, assess_cb, g_object_ref (self));
  else
    assess_anew (self);
}

static void
assess_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlWorkbook) self = user_data;
  g_autoptr (GError) error = NULL;
  TlAssessment *assessment = tl_assess_finish (result, &error);

  if (assessment == NULL && error == NULL && self->store != NULL && !self->closing)
    {
      self->tells_difference = FALSE;
      assess_anew (self);
      return;
    }
  g_clear_object (&self->assessing);
  if (assessment != NULL && self->store != NULL)
    tl_workbook_take_assessment (self, assessment);
  else if (assessment != NULL)
    tl_assessment_unref (assessment);
  else if (error != NULL && self->assessment == NULL && !self->closing)
    g_signal_emit_by_name (self, "failed", error);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The workbook could not be read again: %s", error->message);

  if (self->assess_again && self->store != NULL && !self->closing)
    tl_workbook_assess (self);
  else
    g_object_notify (G_OBJECT (self), "busy");
}

/* What had been listed isn't what is there now, and all is listed again. */
static void
begin_again (TlWorkbook *self)
{
  g_clear_pointer (&self->outlined, tl_assessment_unref);
  g_clear_pointer (&self->detailed, tl_assessment_unref);
  self->changed_early = FALSE;
  assess_anew (self);
}

/**
 * tl_workbook_begin:
 * @self: a workbook of which nothing has been concluded
 * @assessment: (transfer full) (nullable): what is concluded
 * @error: (nullable): why nothing could be
 *
 * Shows what is concluded for the first time.
 */
void
tl_workbook_begin (TlWorkbook   *self,
                   TlAssessment *assessment,
                   const GError *error)
{
  if (self->closing || self->store == NULL || assessment == NULL)
    {
      g_clear_object (&self->assessing);
      if (assessment != NULL)
        tl_assessing_let_go (assessment);
      if (error != NULL && self->outlined != NULL && !self->closing)
        g_signal_emit_by_name (self, "failed", error);
      return;
    }
  tl_workbook_wait_for_midnight (self);
  if (self->changed_early)
    {
      tl_assessing_let_go (assessment);
      begin_again (self);
      return;
    }
  g_clear_object (&self->assessing);
  tl_workbook_take_assessment (self, assessment);
  if (self->assess_again)
    tl_workbook_assess (self);
  else
    g_object_notify (G_OBJECT (self), "busy");
}

static void
midnight_cb (gpointer user_data)
{
  TlWorkbook *self = user_data;

  tl_workbook_wait_for_midnight (self);
  if (self->assessment != NULL
      && self->today != tl_assessing_get_today (tl_assessment_get_snapshot (self->assessment)))
    tl_workbook_assess (self);
}

/* At midnight today is another day, and what was due becomes late. */
void
tl_workbook_wait_for_midnight (TlWorkbook *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int elapsed = g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 + g_date_time_get_second (now);

  self->midnight = g_timeout_add_seconds_once ((guint) (24 * 3600 - elapsed + 1), midnight_cb, self);
}

/**
 * tl_workbook_get_outline:
 * @self: a workbook
 *
 * Returns: (transfer none): what is known of each risk's state, rating, owners and next review: the assessment once there
 *   is one. Until then its snapshot has no other facts but those that this rests on.
 */
TlAssessment *
tl_workbook_get_outline (TlWorkbook *self)
{
  return self->assessment != NULL ? self->assessment : self->outlined;
}

/**
 * tl_workbook_get_detail:
 * @self: a workbook
 *
 * Returns: (transfer none) (nullable): what is concluded of the one risk that was looked at last, and the assessment once
 *   there is one. Until then it has no other risk and no findings; %NULL when no risk has been looked at.
 */
TlAssessment *
tl_workbook_get_detail (TlWorkbook *self)
{
  return self->assessment != NULL ? self->assessment : self->detailed;
}

/**
 * tl_workbook_get_assessment:
 * @self: a workbook
 *
 * Returns: (transfer none) (nullable): what is concluded as at the day that is shown; %NULL as long as nothing is, which
 *   only one that was opened by [func@Tl.Workbook.open_outline_async] shows
 */
TlAssessment *
tl_workbook_get_assessment (TlWorkbook *self)
{
  return self->assessment;
}

/**
 * tl_workbook_get_today:
 * @self: a workbook
 *
 * Returns: the computer's date, or what stands for it in samples and practice cases
 */
TlDay
tl_workbook_get_today (TlWorkbook *self)
{
  return self->today;
}

/**
 * tl_workbook_get_as_at:
 * @self: a workbook
 *
 * Returns: the day for which everything is shown
 */
TlDay
tl_workbook_get_as_at (TlWorkbook *self)
{
  return self->chosen_day != TL_NO_DAY ? self->chosen_day : self->today;
}

/**
 * tl_workbook_set_as_at:
 * @self: a workbook
 * @as_at: a day, %TL_NO_DAY for today
 *
 * Shows everything as at another day. Editing is off until it is today again.
 */
void
tl_workbook_set_as_at (TlWorkbook *self,
                       TlDay       as_at)
{
  Days before = get_days (self);

  self->chosen_day = as_at == self->today ? TL_NO_DAY : as_at;
  notify_days (self, before);
  if (before.as_at != tl_workbook_get_as_at (self))
    tl_workbook_assess (self);
}

/**
 * tl_workbook_get_busy:
 * @self: a workbook
 *
 * Returns: whether conclusions are being drawn anew
 */
gboolean
tl_workbook_get_busy (TlWorkbook *self)
{
  return self->assessing != NULL;
}
