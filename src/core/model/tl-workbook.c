/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-private.h"

#include "tl-fingerprint.h"
#include "tl-workbook-conflicts.h"
#include "tl-workbook-kept.h"
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
  PROP_SAVE_REASON,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_WORDS,
  PROP_REDO_WORDS,
  PROP_N_CONFLICTS,
} TlWorkbookProperty;

static GParamSpec *properties[PROP_N_CONFLICTS + 1];

G_DEFINE_QUARK (tl-workbook-error-quark, tl_workbook_error)
G_DEFINE_FINAL_TYPE (TlWorkbook, tl_workbook, G_TYPE_OBJECT)

static void
notify (TlWorkbook         *self,
        TlWorkbookProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
applied_cb (TlWorkbook *self,
            TlChange   *change)
{
  if (self->assessment == NULL)
    self->changed_early = TRUE;
  else
    tl_record_set_apply (self->records, change);
  tl_workbook_follow (self, change);
  tl_workbook_look_for_undo (self);
  tl_workbook_follow_conflicts (self, change);
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
  notify (self, PROP_SAVE_REASON);
}

/* Whether it is in conflict is a part of whether it is saved. */
static void
conflicts_cb (TlWorkbook *self)
{
  notify (self, PROP_SAVED_STATE);
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
    case PROP_SAVE_REASON:
      g_value_set_string (value, tl_workbook_get_save_reason (self));
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
    case PROP_N_CONFLICTS:
      g_value_set_uint (value, tl_workbook_get_n_conflicts (self));
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
  tl_workbook_drop_spare (self);
  if (self->assessing != NULL)
    g_cancellable_cancel (self->assessing);
  g_clear_object (&self->assessing);
  tl_workbook_stop_looking (self);
  g_clear_object (&self->looking);
  g_clear_object (&self->undo);
  g_clear_object (&self->redo);
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->keeper);
  g_clear_object (&self->saver);
  g_clear_object (&self->typed);
  g_clear_object (&self->store);
  g_clear_object (&self->records);
  g_clear_object (&self->conflicts);
  g_clear_object (&self->present);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->recorded_words, g_free);
  g_clear_pointer (&self->recorded_problem, g_free);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->outlined, tl_assessment_unref);
  g_clear_pointer (&self->detailed, tl_assessment_unref);

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
   * What is concluded as at the day that is shown; %NULL as long as nothing is.
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
   * Whether commands are accepted: not when it is read-only, shown as at another day, or still being read.
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
   * Why it can't be saved or edited and what to do, in sentences; %NULL when it can.
   */
  properties[PROP_SAVE_PROBLEM] = g_param_spec_string ("save-problem", NULL, NULL, NULL, flags);
  /**
   * TlWorkbook:save-reason:
   *
   * Why it can't be saved or edited, in a few words; %NULL when it can.
   */
  properties[PROP_SAVE_REASON] = g_param_spec_string ("save-reason", NULL, NULL, NULL, flags);
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
  /**
   * TlWorkbook:n-conflicts:
   *
   * How many things two people changed differently and nobody has settled.
   */
  properties[PROP_N_CONFLICTS] = g_param_spec_uint ("n-conflicts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TlWorkbook::failed:
   * @self: the workbook
   * @error: why
   *
   * It was opened, but can't be read to its end, so that nothing is concluded of it.
   */
  g_signal_new ("failed", TL_TYPE_WORKBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
tl_workbook_init (TlWorkbook *self)
{
  self->records = tl_record_set_new ();
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_change_unref);
  self->conflicts = g_list_store_new (TL_TYPE_CONFLICT_ITEM);
}

void
tl_workbook_attach (TlWorkbook *self,
                    TlStore    *store)
{
  self->store = store;
  self->saver = tl_saver_new (store, TL_SAVER_QUIET_TIME);
  self->keeper = tl_backup_keeper_new (store, self->saver);
  g_signal_connect_object (store, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify::state", G_CALLBACK (saver_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify::problem", G_CALLBACK (saver_problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::editable", G_CALLBACK (tl_workbook_update_undo), NULL);
  g_signal_connect (self, "notify::n-conflicts", G_CALLBACK (conflicts_cb), NULL);
  tl_workbook_look_for_undo (self);
  tl_workbook_look_for_conflicts (self);
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
  TlAssessment *outline = tl_workbook_get_outline (self);

  return outline != NULL ? tl_snapshot_get_provider (tl_assessment_get_snapshot (outline)) : "";
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
  return self->store != NULL && self->assessment != NULL && self->present == NULL && self->chosen_day == TL_NO_DAY && !tl_store_get_read_only (self->store)
         && !tl_workbook_is_practice (self);
}

/**
 * tl_workbook_get_fingerprint:
 * @self: a workbook
 *
 * Returns: (transfer full) (nullable): the fingerprint of its history, as paper prints it; %NULL of a workbook that has
 *   been put away
 */
char *
tl_workbook_get_fingerprint (TlWorkbook *self)
{
  char fingerprint[TL_FINGERPRINT_LENGTH + 1];

  if (self->present == NULL)
    return self->store != NULL ? tl_store_get_fingerprint (self->store) : NULL;
  tl_fingerprint_write (&self->recorded_head, fingerprint);
  return g_strdup (fingerprint);
}

/**
 * tl_workbook_get_recorded:
 * @self: a workbook
 *
 * Returns: when its latest change was made, in milliseconds of UTC since 1970, as paper prints it; of what was recorded
 *   at a past moment the latest up to then
 */
gint64
tl_workbook_get_recorded (TlWorkbook *self)
{
  return self->present != NULL ? self->recorded_time : tl_store_get_recorded (self->store);
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
