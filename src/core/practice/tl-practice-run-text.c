/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A go at a case as text: a key file, so that it can be kept, sent to a trainer, and read by a person. */

#define VERSION 1
#define HEAD "Practice"
#define JUDGEMENT "Judgement "
#define FINDING "Finding"

#define MOST_BYTES (1024 * 1024)
#define MOST_JUDGEMENTS 1000
#define MOST_OPENED 10000

static void
keep_text (GKeyFile   *keys,
           const char *group,
           const char *key,
           const char *text)
{
  if (text != NULL && *text != '\0')
    g_key_file_set_string (keys, group, key, text);
}

static void
keep_list (GKeyFile           *keys,
           const char         *group,
           const char         *key,
           const char * const *list)
{
  if (list != NULL && list[0] != NULL)
    g_key_file_set_string_list (keys, group, key, list, g_strv_length ((char **) list));
}

static void
write_judgement (GKeyFile            *keys,
                 TlPracticeJudgement *judgement,
                 guint                number)
{
  g_autofree char *group = g_strdup_printf (JUDGEMENT "%u", number);

  keep_text (keys, group, "state", tl_word_get (TL_TYPE_PRACTICE_STATE, (int) tl_practice_judgement_get_state (judgement)));
  keep_text (keys, group, "risk", tl_practice_judgement_get_risk (judgement));
  keep_text (keys, group, "link", tl_word_get (TL_TYPE_LINE_LINK, (int) tl_practice_judgement_get_link (judgement)));
  keep_list (keys, group, "subjects", tl_practice_judgement_get_subjects (judgement));
  keep_text (keys, group, "why", tl_practice_judgement_get_why (judgement));
  keep_list (keys, group, "evidence", tl_practice_judgement_get_evidence (judgement));
  keep_list (keys, group, "asks", tl_practice_judgement_get_asks (judgement));
  keep_text (keys, group, "sureness",
             tl_word_get (TL_TYPE_PRACTICE_SURENESS, (int) tl_practice_judgement_get_sureness (judgement)));
}

/**
 * tl_practice_run_to_text:
 * @self: a go at a case
 *
 * Returns: (transfer full): it as text, for [func@Tl.PracticeRun.parse]
 */
char *
tl_practice_run_to_text (TlPracticeRun *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  GListModel *judgements = tl_practice_run_get_judgements (self);
  const TlPracticeFinding *finding = tl_practice_run_get_finding (self);

  g_key_file_set_integer (keys, HEAD, "version", VERSION);
  g_key_file_set_string (keys, HEAD, "case", tl_practice_run_get_case (self));
  keep_text (keys, HEAD, "trainee", tl_practice_run_get_trainee (self));
  keep_list (keys, HEAD, "opened", tl_practice_run_get_trail (self));
  g_key_file_set_boolean (keys, HEAD, "committed", tl_practice_run_is_committed (self));
  for (guint i = 0; i < g_list_model_get_n_items (judgements); i++)
    {
      g_autoptr (TlPracticeJudgement) judgement = g_list_model_get_item (judgements, i);

      write_judgement (keys, judgement, i + 1);
    }
  keep_text (keys, FINDING, "risk", finding->risk);
  keep_text (keys, FINDING, "fact", finding->fact);
  keep_list (keys, FINDING, "sources", (const char * const *) finding->sources);
  keep_text (keys, FINDING, "reach", finding->reach);
  keep_list (keys, FINDING, "places", (const char * const *) finding->places);
  keep_text (keys, FINDING, "regulation", finding->regulation);
  return g_key_file_to_data (keys, NULL, NULL);
}

static int
read_word (GKeyFile   *keys,
           const char *group,
           const char *key,
           GType       words)
{
  g_autofree char *word = g_key_file_get_string (keys, group, key, NULL);
  int value = 0;

  if (word != NULL)
    tl_word_find (words, word, &value);
  return value;
}

/* One that says nothing yet has been begun; one that says what nobody can say isn't ours. */
static gboolean
is_sensible (GKeyFile   *keys,
             const char *group)
{
  g_autofree char *state = g_key_file_get_string (keys, group, "state", NULL);

  return state == NULL || *state == '\0' || read_word (keys, group, "state", TL_TYPE_PRACTICE_STATE) != TL_PRACTICE_STATE_NONE;
}

static void
read_judgement (TlPracticeRun *self,
                GKeyFile      *keys,
                const char    *group)
{
  g_autofree char *risk = g_key_file_get_string (keys, group, "risk", NULL);
  g_autofree char *why = g_key_file_get_string (keys, group, "why", NULL);
  g_auto (GStrv) subjects = g_key_file_get_string_list (keys, group, "subjects", NULL, NULL);
  g_auto (GStrv) evidence = g_key_file_get_string_list (keys, group, "evidence", NULL, NULL);
  g_auto (GStrv) asks = g_key_file_get_string_list (keys, group, "asks", NULL, NULL);
  g_autoptr (TlPracticeJudgement) judgement
    = tl_practice_judgement_new (risk, (TlLineLink) read_word (keys, group, "link", TL_TYPE_LINE_LINK),
                                 (TlPracticeState) read_word (keys, group, "state", TL_TYPE_PRACTICE_STATE));

  if (!is_sensible (keys, group) || g_list_model_get_n_items (tl_practice_run_get_judgements (self)) >= MOST_JUDGEMENTS)
    return;
  g_object_set (judgement, "subjects", subjects, "why", why, "evidence", evidence, "asks", asks, "sureness",
                read_word (keys, group, "sureness", TL_TYPE_PRACTICE_SURENESS), NULL);
  /* What is begun is kept with what is judged; once it is committed, only a judgement counts, and one on each. */
  if (!g_key_file_get_boolean (keys, HEAD, "committed", NULL))
    tl_practice_run_add (self, judgement);
  else if (tl_practice_judgement_get_state (judgement) != TL_PRACTICE_STATE_NONE)
    tl_practice_run_judge (self, judgement);
}

static void
read_finding (TlPracticeRun *self,
              GKeyFile      *keys)
{
  g_autofree char *risk = g_key_file_get_string (keys, FINDING, "risk", NULL);
  g_autofree char *fact = g_key_file_get_string (keys, FINDING, "fact", NULL);
  g_autofree char *reach = g_key_file_get_string (keys, FINDING, "reach", NULL);
  g_autofree char *regulation = g_key_file_get_string (keys, FINDING, "regulation", NULL);
  g_auto (GStrv) sources = g_key_file_get_string_list (keys, FINDING, "sources", NULL, NULL);
  g_auto (GStrv) places = g_key_file_get_string_list (keys, FINDING, "places", NULL, NULL);
  TlPracticeFinding finding = { risk, fact, sources, reach, places, regulation };

  tl_practice_run_set_finding (self, &finding);
}

static TlPracticeRun *
read_run (GKeyFile  *keys,
          GError   **error)
{
  g_autofree char *id = g_key_file_get_string (keys, HEAD, "case", NULL);
  g_autofree char *trainee = g_key_file_get_string (keys, HEAD, "trainee", NULL);
  g_auto (GStrv) opened = g_key_file_get_string_list (keys, HEAD, "opened", NULL, NULL);
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);
  TlPracticeRun *self = NULL;

  if (g_key_file_get_integer (keys, HEAD, "version", NULL) > VERSION)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("These judgements were kept by a newer version of Throughline; update Throughline to read them"));
      return NULL;
    }
  if (id == NULL || *id == '\0')
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("These aren’t judgements on a practice case"));
      return NULL;
    }
  self = tl_practice_run_new (id);
  tl_practice_run_set_trainee (self, trainee);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], JUDGEMENT))
        read_judgement (self, keys, groups[i]);
    }
  read_finding (self, keys);
  for (guint i = 0; opened != NULL && opened[i] != NULL && i < MOST_OPENED; i++)
    tl_practice_run_note_opened (self, opened[i]);
  if (g_key_file_get_boolean (keys, HEAD, "committed", NULL))
    tl_practice_run_commit (self);
  return self;
}

/**
 * tl_practice_run_parse:
 * @text: (array length=length): what a file says, which may be anything
 * @length: its length in bytes
 * @error: what is wrong
 *
 * Reads a go at a case. A judgement that makes no sense is passed over.
 *
 * Returns: (transfer full): the go
 */
TlPracticeRun *
tl_practice_run_parse (const char  *text,
                       gsize        length,
                       GError     **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  if (length > MOST_BYTES || !g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("These aren’t judgements on a practice case"));
      return NULL;
    }
  return read_run (keys, error);
}
