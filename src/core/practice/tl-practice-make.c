/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-make.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tl-csv-folder.h"
#include "tl-export-file.h"
#include "tl-import-plan.h"
#include "tl-practice-sheet.h"
#include "tl-workbook-kept.h"

/* A case is made of the facts alone, which go through the sheets as if they were imported: into a document of its own,
 * without a history, attached files or the name of whoever makes it. */

#define WORKBOOK "case.throughline"

typedef struct
{
  TlAssessment *assessment;
  GPtrArray *planted;
  char *provider;
  char *page;
  GFile *folder;
  TlWorkbook *workbook;
  TlChange *change;
  GFile *sheets;
  TlSheets *read;
} Making;

static void
remove_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFile *child = NULL;

  while (files != NULL && g_file_enumerator_iterate (files, NULL, &child, NULL, NULL) && child != NULL)
    g_file_delete (child, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
making_free (gpointer data)
{
  Making *self = data;

  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->planted, g_ptr_array_unref);
  g_clear_pointer (&self->change, tl_change_unref);
  g_clear_object (&self->workbook);
  g_clear_pointer (&self->read, tl_sheets_free);
  g_clear_object (&self->sheets);
  g_clear_object (&self->folder);
  g_free (self->provider);
  g_free (self->page);
  g_free (self);
}

/* ── The sheets ───────────────────────────────────────────────────────────── */

static void
add_cells (GString *text,
           ...)
{
  va_list cells;
  gboolean first = TRUE;

  va_start (cells, text);
  for (const char *cell = va_arg (cells, const char *); cell != NULL; cell = va_arg (cells, const char *))
    {
      g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", parts);

      g_string_append_printf (text, "%s\"%s\"", first ? "" : ",", quoted);
      first = FALSE;
    }
  va_end (cells);
  g_string_append_c (text, '\n');
}

static const char *
get_state (const Making    *self,
           const TlFinding *finding)
{
  const TlRiskJudgement *risk = tl_assessment_find_risk (self->assessment, &finding->risk->base.id);
  gboolean missing = risk != NULL && finding->link != TL_LINE_LINK_NONE
                     && risk->line[finding->link - TL_LINE_LINK_FOUND].state == TL_LINK_STATE_MISSING;

  return tl_word_get (TL_TYPE_ANSWER_STATE, missing ? TL_ANSWER_STATE_MISSING : TL_ANSWER_STATE_WEAK);
}

static gboolean
is_ref (const Making *self,
        const char   *ref)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);

  for (guint table = 0; ref != NULL && table < TL_N_TABLES; table++)
    if (tl_snapshot_find_ref (snapshot, table, ref) != NULL)
      return TRUE;
  return FALSE;
}

/* What shows a finding, as far as the program knows: what it speaks of, or else the risk. */
static char *
list_evidence (const Making    *self,
               const TlFinding *finding)
{
  g_autoptr (GStrvBuilder) refs = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (is_ref (self, finding->subject))
    g_strv_builder_add (refs, finding->subject);
  if (is_ref (self, finding->other))
    g_strv_builder_add (refs, finding->other);
  if (finding->place != NULL && finding->place->base.ref != NULL)
    g_strv_builder_add (refs, finding->place->base.ref);
  list = g_strv_builder_end (refs);
  return list[0] != NULL ? g_strjoinv (";", list) : g_strdup (finding->risk->base.ref);
}

static char *
list_subjects (const TlFinding *finding)
{
  const char *place = finding->place != NULL ? finding->place->base.ref : NULL;

  if (finding->subject != NULL && place != NULL && !g_str_equal (finding->subject, place))
    return g_strdup_printf ("%s;%s", finding->subject, place);
  return g_strdup (finding->subject != NULL ? finding->subject : place != NULL ? place : "");
}

static gboolean
write_sheet (const Making  *self,
             const char    *name,
             GString       *text,
             GError       **error)
{
  g_autoptr (GFile) file = g_file_get_child (self->sheets, name);
  g_autofree char *taken = g_string_free (text, FALSE);

  return g_file_replace_contents (file, taken, strlen (taken), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}

static gboolean
write_answers (const Making  *self,
               GError       **error)
{
  GString *text = g_string_new ("Risk,Subject,Link,State,Why,Evidence,Check\n");

  for (guint i = 0; i < self->planted->len; i++)
    {
      const TlFinding *finding = g_ptr_array_index (self->planted, i);
      g_autofree char *subjects = list_subjects (finding), *evidence = list_evidence (self, finding);

      add_cells (text, finding->risk->base.ref, subjects,
                 finding->link != TL_LINE_LINK_NONE ? tl_word_get (TL_TYPE_LINE_LINK, (int) finding->link) : "",
                 get_state (self, finding), finding->text, evidence, finding->check, NULL);
    }
  return write_sheet (self, "Answers.csv", text, error);
}

/* Its own name, and its own day, so that it stays as it is. */
static gboolean
write_workbook (const Making  *self,
                GError       **error)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);
  const char * const *keys = tl_snapshot_list_keys ();
  GString *text = g_string_new ("Key,Value\n");
  char today[TL_DAY_ISO_LENGTH + 1];

  tl_day_to_iso (tl_assessment_get_as_at (self->assessment), today);
  add_cells (text, "Provider", self->provider, NULL);
  add_cells (text, "Today", today, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_str_equal (keys[i], "Provider") && !g_str_equal (keys[i], "Today") && tl_snapshot_get_key (snapshot, keys[i]) != NULL)
      add_cells (text, keys[i], tl_snapshot_get_key (snapshot, keys[i]), NULL);
  return write_sheet (self, "Workbook.csv", text, error);
}

static gboolean
plan (Making        *self,
      GCancellable  *cancellable,
      GError       **error)
{
  TlExportOptions options = { tl_assessment_get_snapshot (self->assessment), 0 };
  g_autofree char *path = g_dir_make_tmp ("throughline-case-XXXXXX", error);
  g_autoptr (GFile) answered = NULL;

  if (path == NULL)
    return FALSE;
  self->sheets = g_file_new_for_path (path);
  /* The folder is made by whoever exports. */
  g_rmdir (path);
  if (!tl_export_file (self->sheets, &options, cancellable, error))
    return FALSE;
  answered = g_file_get_child (self->sheets, "Answered findings.csv");
  g_file_delete (answered, NULL, NULL);
  if (!write_workbook (self, error) || !write_answers (self, error))
    return FALSE;
  self->read = tl_csv_folder_read (self->sheets, cancellable, error);
  return self->read != NULL;
}

static void
plan_func (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  GError *error = NULL;

  if (plan (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* In the order of the answers: each risk, and what shows what is wrong with it. */
static char **
list_trail (const Making *self)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_null_terminated (16, g_free, TRUE);

  for (guint i = 0; i < self->planted->len; i++)
    {
      const TlFinding *finding = g_ptr_array_index (self->planted, i);
      g_autofree char *evidence = list_evidence (self, finding);
      g_autofree char *all = g_strdup_printf ("%s;%s", finding->risk->base.ref, evidence);
      g_auto (GStrv) each = g_strsplit (all, ";", -1);

      for (guint j = 0; each[j] != NULL; j++)
        if (!g_strv_contains ((const char * const *) refs->pdata, each[j]))
          g_ptr_array_add (refs, g_strdup (each[j]));
    }
  return g_strdupv ((char **) refs->pdata);
}

/* ── The page ─────────────────────────────────────────────────────────────── */

static void
fail (GTask  *task,
      GError *error)
{
  Making *self = g_task_get_task_data (task);

  if (self->sheets != NULL)
    remove_folder (self->sheets);
  remove_folder (self->folder);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
finish_func (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Making *self = data;
  GError *error = NULL;
  TlPracticeCase *made = tl_practice_draft_finish_text (self->page, self->folder, cancellable, &error);

  if (self->sheets != NULL)
    remove_folder (self->sheets);
  if (made != NULL)
    g_task_return_pointer (task, made, g_object_unref);
  else
    {
      remove_folder (self->folder);
      g_task_return_error (task, error);
    }
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  tl_workbook_close_finish (TL_WORKBOOK (source), result, NULL);
  g_task_run_in_thread (task, finish_func);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Making *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (tl_workbook_save_finish (TL_WORKBOOK (source), result, &error))
    tl_workbook_close_async (self->workbook, closed_cb, task);
  else
    fail (task, error);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Making *self = g_task_get_task_data (task);
  g_autoptr (GFile) file = g_file_get_child (self->folder, WORKBOOK);
  GError *error = NULL;

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error)
      || !g_file_make_directory_with_parents (self->folder, NULL, &error))
    {
      fail (task, error);
      return;
    }
  tl_workbook_save_async (self->workbook, file, NULL, saved_cb, task);
}

/* ── The workbook ─────────────────────────────────────────────────────────── */

static TlChange *
make_change (Making  *self,
             GError **error)
{
  g_autoptr (TlImportPlan) import =
    tl_import_plan_new (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)), g_steal_pointer (&self->read));

  if (tl_import_plan_get_n_problems (import) > 0)
    {
      g_autofree char *problem = tl_import_problem_to_text (tl_import_plan_get_problem (import, 0));

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", problem);
      return NULL;
    }
  return tl_change_ref (tl_import_plan_get_change (import, FALSE));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Making *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->workbook = tl_workbook_open_finish (result, &error);
  self->change = self->workbook != NULL ? make_change (self, &error) : NULL;
  if (self->change != NULL)
    tl_workbook_apply_async (self->workbook, self->change, NULL, applied_cb, task);
  else
    fail (task, error);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  g_autoptr (TlIdSource) ids = NULL;
  g_autofree char *seed = g_uuid_string_random ();
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (task, error);
      return;
    }
  /* Nobody's name goes into the history of a case. */
  ids = tl_id_source_new_seeded (seed, g_get_real_time () / 1000);
  tl_workbook_open_async (TL_STORE_ORIGIN_NEW, NULL, ids, NULL, opened_cb, task);
}

/**
 * tl_practice_make_async:
 * @make: what a trainer decided
 * @folder: where the case is to be, which isn't there yet
 * @cancellable: (nullable): to cancel
 * @callback: called when it is made, or can't be
 * @user_data: for @callback
 *
 * Makes a practice case of a workbook: a document of its own with the facts and an answer sheet, without the history.
 */
void
tl_practice_make_async (const TlPracticeMake *make,
                        GFile                *folder,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) planning = NULL;
  Making *self = g_new0 (Making, 1);
  g_auto (GStrv) trail = NULL;
  TlPracticeDraft draft;

  g_task_set_source_tag (task, tl_practice_make_async);
  g_task_set_task_data (task, self, making_free);
  self->assessment = tl_assessment_ref (make->assessment);
  self->planted = g_ptr_array_ref (make->planted);
  self->provider = g_strdup (make->provider);
  draft = make->draft;
  trail = list_trail (self);
  if (draft.trail == NULL)
    draft.trail = (const char * const *) trail;
  if (draft.model.sources == NULL)
    draft.model.sources = (const char * const *) trail;
  self->page = tl_practice_draft_to_text (&draft);
  self->folder = g_object_ref (folder);
  if (g_file_query_exists (folder, NULL))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_EXISTS, _("A case of that name is there already; give it another title"));
      g_object_unref (task);
      return;
    }
  planning = g_task_new (NULL, cancellable, planned_cb, task);
  g_task_set_source_tag (planning, plan_func);
  g_task_set_task_data (planning, self, NULL);
  g_task_run_in_thread (planning, plan_func);
}

/**
 * tl_practice_make_finish:
 * @result: what the callback was given
 * @error: why it can't be made, in plain words
 *
 * Returns: (transfer full): the case; nothing is left of one that can't be made
 */
TlPracticeCase *
tl_practice_make_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
