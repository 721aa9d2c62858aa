/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-commands.h"

#include "tl-format.h"
#include "tl-workbook-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define LONGEST_TITLE 200

/**
 * tl_workbook_check_editable:
 * @self: a workbook
 * @error: why not
 *
 * Returns: whether it may be changed now
 */
gboolean
tl_workbook_check_editable (TlWorkbook  *self,
                            GError     **error)
{
  if (tl_workbook_get_editable (self))
    return TRUE;
  if (self->present != NULL)
    {
      g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_NOT_EDITABLE,
                   _("The workbook is shown as it was recorded on %s. Go back to now to change it."),
                   self->recorded_words);
      return FALSE;
    }
  if (self->assessment == NULL)
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_NOT_EDITABLE,
                           _("The workbook is still being read. Try again in a moment."));
      return FALSE;
    }
  g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_NOT_EDITABLE,
                       tl_workbook_get_as_at (self) != tl_workbook_get_today (self)
                         ? _("The workbook is shown as at another day. Go back to today to change it.")
                         : _("The workbook is read-only. Save a copy to change that."));
  return FALSE;
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

/**
 * tl_workbook_refuse:
 * @self: a workbook
 * @error: (transfer full): why
 * @callback: (nullable): called with it
 * @user_data: for @callback
 *
 * Answers a command that was refused before it became a change. Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_refuse (TlWorkbook          *self,
                    GError              *error,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_task_report_error (self, callback, user_data, tl_workbook_apply_async, error);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_keep:
 * @self: a workbook
 * @change: (nullable): what somebody's work comes to, %NULL where nothing is different
 * @task: (transfer full): what waits for it
 *
 * Keeps a form's or a sheet's work as one change and answers the task. Finish with tl_workbook_keep_finish().
 */
void
tl_workbook_keep (TlWorkbook *self,
                  TlChange   *change,
                  GTask      *task)
{
  g_task_set_task_data (task, GINT_TO_POINTER (change != NULL), NULL);
  if (change != NULL)
    {
      tl_workbook_apply_async (self, change, g_task_get_cancellable (task), kept_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/**
 * tl_workbook_keep_finish:
 * @result: the task
 * @changed: (out) (optional): whether there was anything to change
 * @error: a %TL_WORKBOOK_ERROR or a %TL_STORE_ERROR
 *
 * Returns: whether it is kept
 */
gboolean
tl_workbook_keep_finish (GAsyncResult  *result,
                         gboolean      *changed,
                         GError       **error)
{
  if (changed != NULL)
    *changed = g_task_get_task_data (G_TASK (result)) != NULL;
  return g_task_propagate_boolean (G_TASK (result), error);
}

static char *
trim (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/**
 * tl_workbook_check_title:
 * @self: a workbook
 * @title: what somebody typed as a risk's title
 * @error: what is wrong with it
 *
 * Returns: whether a risk may be called so
 */
gboolean
tl_workbook_check_title (TlWorkbook  *self,
                         const char  *title,
                         GError     **error)
{
  g_autofree char *trimmed = trim (title);

  if (*trimmed == '\0')
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_TITLE,
                           _("A risk needs a title, so that everyone means the same one."));
      return FALSE;
    }
  if (strchr (trimmed, '\n') != NULL || g_utf8_strlen (trimmed, -1) > LONGEST_TITLE)
    {
      g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_TITLE,
                   _("A title is one line of no more than %d characters."), LONGEST_TITLE);
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_workbook_rename_risk_async:
 * @self: a workbook
 * @risk: a risk of it
 * @title: its new title; space around it is dropped
 * @cancellable: (nullable): to cancel
 * @callback: called when the new title is kept
 * @user_data: for @callback
 *
 * Gives a risk another title. Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_rename_risk_async (TlWorkbook          *self,
                               TlRisk              *risk,
                               const char          *title,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (TlChange) change = NULL;
  g_autofree char *trimmed = trim (title);
  GError *error = NULL;

  if (!tl_workbook_check_editable (self, &error) || !tl_workbook_check_title (self, title, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }

  change = tl_change_new ("risk.rename");
  tl_change_set_text (change, "risk", tl_record_get_id (TL_RECORD (risk)), "title", trimmed);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}

/* The accountable owners that a risk has on a day, and those who are to become it later. */
static GPtrArray *
list_owners (TlWorkbook *self,
             TlRisk     *risk,
             TlDay       day)
{
  GPtrArray *owners = g_ptr_array_new ();
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (self));
  const TlRiskFacts *facts = tl_snapshot_find (snapshot, TL_TABLE_RISK, tl_record_get_id (TL_RECORD (risk)));

  for (guint i = 0; facts != NULL && i < facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (facts->ownerships, TlOwnershipFacts, i);

      if (ownership->part == TL_PART_ACCOUNTABLE && ownership->person != NULL
          && (ownership->until_date == TL_NO_DAY || ownership->until_date > day))
        g_ptr_array_add (owners, (gpointer) ownership);
    }
  return owners;
}

/**
 * tl_workbook_check_post:
 * @person: a person
 * @day: a day
 * @error: why they can't be given something to do then
 *
 * Returns: whether they hold a post on that day, as far as it is known
 */
gboolean
tl_workbook_check_post (TlPerson  *person,
                        TlDay      day,
                        GError   **error)
{
  TlDay from = tl_record_get_day (TL_RECORD (person), "from_date");
  TlDay until = tl_record_get_day (TL_RECORD (person), "until_date");
  g_autofree char *text = NULL;

  if (from != TL_NO_DAY && day < from)
    {
      text = tl_format_day_long (from);
      g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_DATE, _("%s begins only on %s."),
                   tl_person_get_name (person), text);
      return FALSE;
    }
  if (until != TL_NO_DAY && day >= until)
    {
      text = tl_format_day_long (until);
      g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_PERSON, _("%s left the post on %s. Choose somebody who is there."),
                   tl_person_get_name (person), text);
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_workbook_check_owner:
 * @self: a workbook
 * @risk: a risk of it
 * @person: (nullable): who is to answer for it
 * @from_date: from which day, %TL_NO_DAY when none was given
 * @error: what is wrong, with the code of the field to mark
 *
 * Checks a hand-over: the person holds a post on that day and isn't the only owner already, the day isn't in the future,
 * and nobody has become the owner on that day or later.
 *
 * Returns: whether the risk may be handed over so
 */
gboolean
tl_workbook_check_owner (TlWorkbook  *self,
                         TlRisk      *risk,
                         TlPerson    *person,
                         TlDay        from_date,
                         GError     **error)
{
  g_autoptr (GPtrArray) owners = NULL;
  g_autofree char *text = NULL;

  if (person == NULL)
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_PERSON, _("Choose the one person who answers for this risk."));
      return FALSE;
    }
  if (from_date == TL_NO_DAY || from_date > tl_workbook_get_today (self))
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_DATE,
                           _("Give the day from which they answer for it: today, or a day before."));
      return FALSE;
    }
  if (!tl_workbook_check_post (person, from_date, error))
    return FALSE;

  owners = list_owners (self, risk, from_date);
  for (guint i = 0; i < owners->len; i++)
    {
      const TlOwnershipFacts *owner = g_ptr_array_index (owners, i);

      if (owners->len == 1 && tl_id_equal (&owner->person->base.id, tl_record_get_id (TL_RECORD (person))))
        {
          g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_PERSON, _("%s answers for this risk already."),
                       tl_person_get_name (person));
          return FALSE;
        }
      if (owner->from_date >= from_date)
        {
          text = tl_format_day_long (owner->from_date);
          g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_DATE,
                       _("%s has answered for it from %s. Give a later day."), owner->person->name, text);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * tl_workbook_name_owner_async:
 * @self: a workbook
 * @risk: a risk of it
 * @person: who is to answer for it
 * @from_date: from which day
 * @reason: (nullable): why
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Makes a person the one accountable owner of a risk, and ends whoever was until then in the same change, so that there
 * are never two. Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_name_owner_async (TlWorkbook          *self,
                              TlRisk              *risk,
                              TlPerson            *person,
                              TlDay                from_date,
                              const char          *reason,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (TlChange) change = NULL;
  g_autoptr (GPtrArray) owners = NULL;
  g_autofree char *trimmed = trim (reason);
  char iso[TL_DAY_ISO_LENGTH + 1];
  GError *error = NULL;
  TlId row;

  if (!tl_workbook_check_editable (self, &error) || !tl_workbook_check_owner (self, risk, person, from_date, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }

  tl_day_to_iso (from_date, iso);
  change = tl_change_new ("risk.name-owner");
  owners = list_owners (self, risk, from_date);
  for (guint i = 0; i < owners->len; i++)
    {
      const TlOwnershipFacts *owner = g_ptr_array_index (owners, i);

      tl_change_set_text (change, "ownership", &owner->base.id, "until_date", iso);
    }

  row = tl_id_source_make_id (tl_workbook_get_ids (self));
  tl_change_add_row (change, "ownership", &row);
  tl_change_set_id (change, "ownership", &row, "risk", tl_record_get_id (TL_RECORD (risk)));
  tl_change_set_id (change, "ownership", &row, "person", tl_record_get_id (TL_RECORD (person)));
  tl_change_set_text (change, "ownership", &row, "part", tl_word_get (TL_TYPE_PART, TL_PART_ACCOUNTABLE));
  tl_change_set_text (change, "ownership", &row, "from_date", iso);
  if (*trimmed != '\0')
    tl_change_set_text (change, "ownership", &row, "reason", trimmed);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}

/**
 * tl_workbook_check_line:
 * @value: what somebody typed as one line about the workbook, such as the provider's name
 * @error: what is wrong with it
 *
 * Returns: whether that much fits
 */
gboolean
tl_workbook_check_line (const char  *value,
                        GError     **error)
{
  g_autofree char *trimmed = trim (value);

  if (g_utf8_strlen (trimmed, -1) <= LONGEST_TITLE)
    return TRUE;
  g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE, _("No more than %d characters fit here."), LONGEST_TITLE);
  return FALSE;
}

/**
 * tl_workbook_check_key:
 * @self: a workbook
 * @key: a key of the Workbook sheet
 * @value: what somebody typed for it
 * @error: what is wrong with it
 *
 * Returns: whether the workbook may be changed and the key may have that value
 */
gboolean
tl_workbook_check_key (TlWorkbook  *self,
                       const char  *key,
                       const char  *value,
                       GError     **error)
{
  g_autofree char *trimmed = trim (value);
  g_autofree char *expected = NULL;

  if (!tl_workbook_check_editable (self, error) || !tl_workbook_check_line (trimmed, error))
    return FALSE;
  /* What has a standard value goes back to that. */
  if (trimmed[0] == '\0' || tl_snapshot_check_key (key, trimmed, &expected))
    return TRUE;
  /* Translators: %s is what is expected, as in "a whole number from 1 to 366" */
  g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE, _("This takes %s."), expected);
  return FALSE;
}

/**
 * tl_workbook_set_key_async:
 * @self: a workbook
 * @key: a key of the Workbook sheet
 * @value: its value; space around it is dropped, and empty is the standard value
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Sets one of the workbook's own settings. Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_set_key_async (TlWorkbook          *self,
                           const char          *key,
                           const char          *value,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (self));
  TlId row = tl_setting_get_id (tl_snapshot_get_document (snapshot), key);
  g_autoptr (TlChange) change = NULL;
  g_autofree char *trimmed = trim (value);
  GError *error = NULL;

  if (!tl_workbook_check_key (self, key, trimmed, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }

  change = tl_change_new (strcmp (key, TL_KEY_PROVIDER) == 0 ? "workbook.name-provider" : "workbook.set-key");
  if (trimmed[0] == '\0')
    tl_change_remove_row (change, TL_SETTING_TABLE, &row);
  else
    {
      if (tl_snapshot_get_key (snapshot, key) == NULL)
        {
          tl_change_add_row (change, TL_SETTING_TABLE, &row);
          tl_change_set_text (change, TL_SETTING_TABLE, &row, TL_SETTING_KEY, key);
        }
      tl_change_set_text (change, TL_SETTING_TABLE, &row, TL_SETTING_VALUE, trimmed);
    }
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}

/**
 * tl_workbook_name_provider_async:
 * @self: a workbook
 * @name: the provider's name; space around it is dropped
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Says whose workbook it is. Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_name_provider_async (TlWorkbook          *self,
                                 const char          *name,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  tl_workbook_set_key_async (self, TL_KEY_PROVIDER, name, cancellable, callback, user_data);
}
