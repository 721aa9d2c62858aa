/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-draft.h"

#include <string.h>

#include "tl-practice-page-private.h"
#include "tl-practice-sums.h"
#include "tl-waiting.h"

static void
add_text (JsonBuilder *json,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text != NULL ? text : "");
}

static void
add_number (JsonBuilder *json,
            const char  *member,
            int          number)
{
  json_builder_set_member_name (json, member);
  json_builder_add_int_value (json, number);
}

static void
add_texts (JsonBuilder        *json,
           const char         *member,
           const char * const *texts)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (json, texts[i]);
  json_builder_end_array (json);
}

static void
add_extract (JsonBuilder             *json,
             const TlPracticeExtract *extract)
{
  char iso[TL_DAY_ISO_LENGTH + 1] = "";

  if (extract->date != TL_NO_DAY)
    tl_day_to_iso (extract->date, iso);
  json_builder_begin_object (json);
  add_text (json, "ref", extract->ref);
  add_text (json, "source", tl_word_get (TL_TYPE_SOURCE, (int) extract->source));
  add_text (json, "date", iso);
  add_text (json, "from", extract->from);
  add_text (json, "title", extract->title);
  add_texts (json, "risks", extract->risks);
  if (extract->place != NULL)
    add_text (json, "place", extract->place);
  add_texts (json, "text", extract->text);
  json_builder_end_object (json);
}

static void
add_model (JsonBuilder           *json,
           const TlPracticeModel *model)
{
  json_builder_set_member_name (json, "finding");
  json_builder_begin_object (json);
  add_text (json, "risk", model->risk);
  add_text (json, "fact", model->fact);
  add_texts (json, "sources", model->sources);
  add_text (json, "reach", model->reach);
  add_texts (json, "regulations", model->regulations);
  add_texts (json, "places", model->places);
  json_builder_end_object (json);
}

/**
 * tl_practice_draft_of:
 * @practice_case: a case
 *
 * Begins with the page of a case that is there already.
 *
 * Returns: its page; the texts belong to @practice_case
 */
TlPracticeDraft
tl_practice_draft_of (TlPracticeCase *practice_case)
{
  guint n = tl_practice_case_get_n_extracts (practice_case);

  return (TlPracticeDraft) {
    .title = tl_practice_case_get_title (practice_case),
    .care = tl_practice_case_get_care (practice_case),
    .level = tl_practice_case_get_level (practice_case),
    .minutes = tl_practice_case_get_minutes (practice_case),
    .setting = tl_practice_case_get_setting (practice_case),
    .questions = tl_practice_case_get_questions (practice_case),
    .teaches = tl_practice_case_get_teaches (practice_case),
    .trail = tl_practice_case_get_trail (practice_case),
    .extracts = n > 0 ? tl_practice_case_get_extract (practice_case, 0) : NULL,
    .n_extracts = n,
    .model = *tl_practice_case_get_model (practice_case),
  };
}

/**
 * tl_practice_draft_to_text:
 * @self: a page, which may still lack something
 *
 * Returns: (transfer full): it as `case.json` holds it, ended by a newline
 */
char *
tl_practice_draft_to_text (const TlPracticeDraft *self)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  add_number (json, "version", TL_PRACTICE_VERSION);
  add_text (json, "title", self->title);
  add_text (json, "care", self->care);
  add_number (json, "level", self->level);
  add_number (json, "minutes", self->minutes);
  add_texts (json, "setting", self->setting);
  add_texts (json, "questions", self->questions);
  json_builder_set_member_name (json, "extracts");
  json_builder_begin_array (json);
  for (guint i = 0; i < self->n_extracts; i++)
    add_extract (json, &self->extracts[i]);
  json_builder_end_array (json);
  add_texts (json, "teaches", self->teaches);
  add_model (json, &self->model);
  add_texts (json, "trail", self->trail);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}

/**
 * tl_practice_draft_finish:
 * @self: a page
 * @folder: a folder that holds the workbook already, as `case.throughline`
 * @cancellable: (nullable): to cancel
 * @error: what the page still lacks, or why it can't be written
 *
 * Makes a case of a page and a workbook: writes the page beside it, and their sums. It waits for the disk.
 *
 * Returns: (transfer full): the case
 */
TlPracticeCase *
tl_practice_draft_finish (const TlPracticeDraft  *self,
                          GFile                  *folder,
                          GCancellable           *cancellable,
                          GError                **error)
{
  g_autofree char *text = tl_practice_draft_to_text (self);

  return tl_practice_draft_finish_text (text, folder, cancellable, error);
}

/**
 * tl_practice_draft_finish_text:
 * @text: a page as `case.json` holds it
 * @folder: a folder that holds the workbook already, as `case.throughline`
 * @cancellable: (nullable): to cancel
 * @error: what the page still lacks, or why it can't be written
 *
 * Does the same with the text of a page. It waits for the disk.
 *
 * Returns: (transfer full): the case
 */
TlPracticeCase *
tl_practice_draft_finish_text (const char    *text,
                               GFile         *folder,
                               GCancellable  *cancellable,
                               GError       **error)
{
  static const char * const parts[] = { "case.json", "case.throughline", NULL };
  g_autoptr (GFile) page = g_file_get_child (folder, parts[0]);

  tl_assert_may_wait ();

  if (!g_file_replace_contents (page, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error)
      || !tl_practice_sums_write (folder, parts, cancellable, error))
    return NULL;
  return tl_practice_case_load (folder, cancellable, error);
}
