/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-private.h"

#include "tl-assessing.h"
#include "tl-workbook-undo.h"

typedef enum
{
  PROP_PROVIDER = 1,
  PROP_ASSESSMENT,
  PROP_AS_AT,
  PROP_TODAY,
  PROP_EDITABLE,
  PROP_BUSY,
  PROP_SAVED_STATE,
  PROP_SAVE_PROBLEM,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_WORDS,
  PROP_REDO_WORDS,
} TlWorkbookProperty;

static GParamSpec *properties[PROP_REDO_WORDS + 1];

G_DEFINE_QUARK (tl-workbook-error-quark, tl_workbook_error)
G_DEFINE_FINAL_TYPE (TlWorkbook, tl_workbook, G_TYPE_OBJECT)

static void
notify (TlWorkbook         *self,
        TlWorkbookProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

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
    notify (self, PROP_TODAY);
  if (before.as_at != now.as_at)
    notify (self, PROP_AS_AT);
  if (before.editable != now.editable)
    notify (self, PROP_EDITABLE);
}

void
tl_workbook_take_assessment (TlWorkbook   *self,
                             TlAssessment *assessment)
{
  g_autoptr (TlAssessment) old = self->assessment;
  g_autofree char *provider = g_strdup (tl_workbook_get_provider (self));
  Days before = get_days (self);

  self->assessment = assessment;
  self->today = tl_assessing_get_today (tl_assessment_get_snapshot (assessment));
  notify_days (self, before);
  if (old == NULL)
    tl_record_set_load (self->records, tl_assessment_get_snapshot (assessment));
  tl_record_set_set_assessment (self->records, assessment);
  notify (self, PROP_ASSESSMENT);
  if (g_strcmp0 (provider, tl_workbook_get_provider (self)) != 0)
    notify (self, PROP_PROVIDER);
}

static void assess_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data);

static void
assess (TlWorkbook *self)
{
  if (self->assessing != NULL)
    {
      self->assess_again = TRUE;
      return;
    }
  self->assess_again = FALSE;
  self->assessing = g_cancellable_new ();
  notify (self, PROP_BUSY);
  tl_assess_async (self->store, self->chosen_day, self->assessing, assess_cb, g_object_ref (self));
}

static void
assess_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlWorkbook) self = user_data;
  g_autoptr (GError) error = NULL;
  TlAssessment *assessment = tl_assess_finish (result, &error);

  g_clear_object (&self->assessing);
  if (assessment != NULL && self->store != NULL)
    tl_workbook_take_assessment (self, assessment);
  else if (assessment != NULL)
    tl_assessment_unref (assessment);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The workbook could not be read again: %s", error->message);

  if (self->assess_again && self->store != NULL)
    assess (self);
  else
    notify (self, PROP_BUSY);
}

static void
applied_cb (TlWorkbook *self,
            TlChange   *change)
{
  tl_record_set_apply (self->records, change);
  assess (self);
  tl_workbook_look_for_undo (self);
}

static void
midnight_cb (gpointer user_data)
{
  TlWorkbook *self = user_data;

  tl_workbook_wait_for_midnight (self);
  if (self->today != tl_assessing_get_today (tl_assessment_get_snapshot (self->assessment)))
    assess (self);
}

/* At midnight today is another day, and what was due becomes late. */
void
tl_workbook_wait_for_midnight (TlWorkbook *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int elapsed = g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 + g_date_time_get_second (now);

  self->midnight = g_timeout_add_seconds_once ((guint) (24 * 3600 - elapsed + 1), midnight_cb, self);
}

static void
saver_state_cb (TlWorkbook *self)
{
  notify (self, PROP_SAVED_STATE);
  notify (self, PROP_EDITABLE);
}

static void
saver_problem_cb (TlWorkbook *self)
{
  notify (self, PROP_SAVE_PROBLEM);
}

static void
tl_workbook_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlWorkbook *self = TL_WORKBOOK (object);

  switch ((TlWorkbookProperty) id)
    {
    case PROP_PROVIDER:
      g_value_set_string (value, tl_workbook_get_provider (self));
      break;
    case PROP_ASSESSMENT:
      g_value_set_boxed (value, self->assessment);
      break;
    case PROP_AS_AT:
      g_value_take_boxed (value, tl_day_to_date (tl_workbook_get_as_at (self)));
      break;
    case PROP_TODAY:
      g_value_take_boxed (value, tl_day_to_date (self->today));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, tl_workbook_get_editable (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, tl_workbook_get_busy (self));
      break;
    case PROP_SAVED_STATE:
      g_value_set_enum (value, (int) tl_workbook_get_saved_state (self));
      break;
    case PROP_SAVE_PROBLEM:
      g_value_set_string (value, tl_workbook_get_save_problem (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_UNDO_WORDS:
      g_value_set_string (value, tl_workbook_get_undo_words (self));
      break;
    case PROP_REDO_WORDS:
      g_value_set_string (value, tl_workbook_get_redo_words (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_workbook_dispose (GObject *object)
{
  TlWorkbook *self = TL_WORKBOOK (object);

  g_clear_handle_id (&self->midnight, g_source_remove);
  if (self->assessing != NULL)
    g_cancellable_cancel (self->assessing);
  g_clear_object (&self->assessing);
  tl_workbook_stop_looking (self);
  g_clear_object (&self->looking);
  g_clear_object (&self->undo);
  g_clear_object (&self->redo);
  g_clear_object (&self->saver);
  g_clear_object (&self->store);
  g_clear_object (&self->records);
  g_clear_pointer (&self->assessment, tl_assessment_unref);

  G_OBJECT_CLASS (tl_workbook_parent_class)->dispose (object);
}

static void
tl_workbook_class_init (TlWorkbookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_workbook_dispose;
  object_class->get_property = tl_workbook_get_property;

  /**
   * TlWorkbook:provider:
   *
   * The provider's name, "" when it hasn't been given.
   */
  properties[PROP_PROVIDER] = g_param_spec_string ("provider", NULL, NULL, NULL, flags);
  /**
   * TlWorkbook:assessment:
   *
   * What is concluded as at the day that is shown.
   */
  properties[PROP_ASSESSMENT] = g_param_spec_boxed ("assessment", NULL, NULL, TL_TYPE_ASSESSMENT, flags);
  /**
   * TlWorkbook:as-at:
   *
   * The day for which everything is shown.
   */
  properties[PROP_AS_AT] = g_param_spec_boxed ("as-at", NULL, NULL, G_TYPE_DATE, flags);
  /**
   * TlWorkbook:today:
   *
   * The computer's date, or what stands for it in samples and practice cases.
   */
  properties[PROP_TODAY] = g_param_spec_boxed ("today", NULL, NULL, G_TYPE_DATE, flags);
  /**
   * TlWorkbook:editable:
   *
   * Whether commands are accepted: not when it is read-only or shown as at another day.
   */
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, flags);
  /**
   * TlWorkbook:busy:
   *
   * Whether conclusions are being drawn anew.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  /**
   * TlWorkbook:saved-state:
   *
   * Whether the file has everything.
   */
  properties[PROP_SAVED_STATE] = g_param_spec_enum ("saved-state", NULL, NULL, TL_TYPE_SAVED_STATE,
                                                    TL_SAVED_STATE_UNTITLED, flags);
  /**
   * TlWorkbook:save-problem:
   *
   * Why it can't be saved, %NULL when it can.
   */
  properties[PROP_SAVE_PROBLEM] = g_param_spec_string ("save-problem", NULL, NULL, NULL, flags);
  /**
   * TlWorkbook:can-undo:
   *
   * Whether there is something of one's own to undo, and it may be.
   */
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  /**
   * TlWorkbook:can-redo:
   *
   * Whether there is something to redo, and it may be.
   */
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  /**
   * TlWorkbook:undo-words:
   *
   * What would be undone, such as "renamed R1 from … to …"; %NULL for nothing.
   */
  properties[PROP_UNDO_WORDS] = g_param_spec_string ("undo-words", NULL, NULL, NULL, flags);
  /**
   * TlWorkbook:redo-words:
   *
   * What would be done again; %NULL for nothing.
   */
  properties[PROP_REDO_WORDS] = g_param_spec_string ("redo-words", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_workbook_init (TlWorkbook *self)
{
  self->records = tl_record_set_new ();
}

void
tl_workbook_attach (TlWorkbook *self,
                    TlStore    *store)
{
  self->store = store;
  self->saver = tl_saver_new (store, TL_SAVER_QUIET_TIME);
  g_signal_connect_object (store, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify::state", G_CALLBACK (saver_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify::problem", G_CALLBACK (saver_problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::editable", G_CALLBACK (tl_workbook_update_undo), NULL);
  tl_workbook_look_for_undo (self);
}

/**
 * tl_workbook_get_provider:
 * @self: a workbook
 *
 * Returns: the provider's name, "" when it hasn't been given
 */
const char *
tl_workbook_get_provider (TlWorkbook *self)
{
  return self->assessment != NULL ? tl_snapshot_get_provider (tl_assessment_get_snapshot (self->assessment)) : "";
}

static GListModel *
get_list (TlWorkbook *self,
          TlTable     table)
{
  return G_LIST_MODEL (tl_record_set_get_list (self->records, table));
}

/**
 * tl_workbook_get_risks:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlRisk, by ref
 */
GListModel *
tl_workbook_get_risks (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_RISK);
}

/**
 * tl_workbook_get_people:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlPerson, by ref
 */
GListModel *
tl_workbook_get_people (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_PERSON);
}

/**
 * tl_workbook_get_places:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlPlace, by ref
 */
GListModel *
tl_workbook_get_places (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_PLACE);
}

/**
 * tl_workbook_get_measures:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlMeasure, by ref
 */
GListModel *
tl_workbook_get_measures (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_MEASURE);
}

/**
 * tl_workbook_get_actions:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlAction, by ref
 */
GListModel *
tl_workbook_get_actions (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_ACTION);
}

/**
 * tl_workbook_find_risk:
 * @self: a workbook
 * @id: a risk's id
 *
 * Returns: (transfer none) (nullable): the risk
 */
TlRisk *
tl_workbook_find_risk (TlWorkbook *self,
                       const TlId *id)
{
  return (TlRisk *) tl_record_set_find (self->records, TL_TABLE_RISK, id);
}

/**
 * tl_workbook_find_person:
 * @self: a workbook
 * @id: a person's id
 *
 * Returns: (transfer none) (nullable): the person
 */
TlPerson *
tl_workbook_find_person (TlWorkbook *self,
                         const TlId *id)
{
  return (TlPerson *) tl_record_set_find (self->records, TL_TABLE_PERSON, id);
}

/**
 * tl_workbook_get_assessment:
 * @self: a workbook
 *
 * Returns: (transfer none): what is concluded as at the day that is shown
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
    assess (self);
}

/**
 * tl_workbook_get_editable:
 * @self: a workbook
 *
 * Returns: whether commands are accepted
 */
gboolean
tl_workbook_get_editable (TlWorkbook *self)
{
  return self->store != NULL && self->chosen_day == TL_NO_DAY && !tl_store_get_read_only (self->store);
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

/**
 * tl_workbook_get_fingerprint:
 * @self: a workbook
 *
 * Returns: (transfer full) (nullable): the fingerprint of its history, as paper prints it
 */
char *
tl_workbook_get_fingerprint (TlWorkbook *self)
{
  return tl_store_get_fingerprint (self->store);
}

/**
 * tl_workbook_get_recorded:
 * @self: a workbook
 *
 * Returns: when its latest change was made, in milliseconds of UTC since 1970, as paper prints it
 */
gint64
tl_workbook_get_recorded (TlWorkbook *self)
{
  return tl_store_get_recorded (self->store);
}

/**
 * tl_workbook_get_ids:
 * @self: a workbook
 *
 * Returns: (transfer none): where its new ids come from
 */
TlIdSource *
tl_workbook_get_ids (TlWorkbook *self)
{
  return tl_store_get_ids (self->store);
}

static void
apply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (TlChange) change = tl_store_apply_finish (TL_STORE (source), result, &error);

  if (change != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_apply_async:
 * @self: a workbook
 * @change: what is to change
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept in the working copy
 * @user_data: for @callback
 *
 * Hands a command's change to the one writer. Whatever shows data learns of it by itself.
 */
void
tl_workbook_apply_async (TlWorkbook          *self,
                         TlChange            *change,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_workbook_apply_async);
  tl_store_apply_async (self->store, change, cancellable, apply_cb, task);
}

/**
 * tl_workbook_apply_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: a %TL_WORKBOOK_ERROR or a %TL_STORE_ERROR
 *
 * Returns: whether it is kept
 */
gboolean
tl_workbook_apply_finish (TlWorkbook    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
