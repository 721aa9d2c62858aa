/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-progress.h"

#include <string.h>

#include "tl-waiting.h"

/* One key file for how all goes went, and one for the go in hand at each case. */
#define PROGRESS "progress.ini"
#define RUN ".ini"
#define RUNS "runs"

#define MOST_BYTES (1024 * 1024)
#define MOST_ATTEMPTS 200
#define MOST_CASES 500

#define N_NUMBERS 5

struct _TlPracticeProgress
{
  /* Of GArrays of attempts, by case. */
  GHashTable *attempts;
};

/**
 * tl_practice_progress_new:
 *
 * Returns: (transfer full): nothing practised yet
 */
TlPracticeProgress *
tl_practice_progress_new (void)
{
  TlPracticeProgress *self = g_new0 (TlPracticeProgress, 1);

  self->attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

/**
 * tl_practice_progress_free:
 * @self: (transfer full): progress
 */
void
tl_practice_progress_free (TlPracticeProgress *self)
{
  g_hash_table_unref (self->attempts);
  g_free (self);
}

/**
 * tl_practice_progress_get_folder:
 *
 * Returns: (transfer full): where progress is kept: a folder in the user's data folder, which may not be there yet
 */
GFile *
tl_practice_progress_get_folder (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "throughline", "practice", NULL);
}

/**
 * tl_practice_progress_add:
 * @self: progress
 * @case_id: id of a case
 * @attempt: how a go at it went
 *
 * Adds a go. Of very many the first make room.
 */
void
tl_practice_progress_add (TlPracticeProgress      *self,
                          const char              *case_id,
                          const TlPracticeAttempt *attempt)
{
  GArray *attempts = g_hash_table_lookup (self->attempts, case_id);

  if (attempts == NULL)
    {
      attempts = g_array_new (FALSE, TRUE, sizeof (TlPracticeAttempt));
      g_hash_table_insert (self->attempts, g_strdup (case_id), attempts);
    }
  if (attempts->len >= MOST_ATTEMPTS)
    g_array_remove_index (attempts, 0);
  g_array_append_vals (attempts, attempt, 1);
}

/**
 * tl_practice_progress_get_n:
 * @self: progress
 * @case_id: id of a case
 *
 * Returns: how many goes at it were debriefed
 */
guint
tl_practice_progress_get_n (const TlPracticeProgress *self,
                            const char               *case_id)
{
  const GArray *attempts = g_hash_table_lookup (self->attempts, case_id);

  return attempts != NULL ? attempts->len : 0;
}

/**
 * tl_practice_progress_get:
 * @self: progress
 * @case_id: id of a case
 * @index: which go
 *
 * Returns: (transfer none): how it went, the first go first
 */
const TlPracticeAttempt *
tl_practice_progress_get (const TlPracticeProgress *self,
                          const char               *case_id,
                          guint                     index)
{
  GArray *attempts = g_hash_table_lookup (self->attempts, case_id);

  g_return_val_if_fail (attempts != NULL && index < attempts->len, NULL);
  return &g_array_index (attempts, TlPracticeAttempt, index);
}

/**
 * tl_practice_attempt_of:
 * @debrief: a debrief
 * @day: the day of it
 *
 * Returns: what is kept of it
 */
TlPracticeAttempt
tl_practice_attempt_of (const TlPracticeDebrief *debrief,
                        TlDay                    day)
{
  TlPracticeAttempt attempt = {
    .day = day,
    .found = tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_FOUND),
    .wrong_reason = tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_WRONG_REASON),
    .missed = tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_MISSED)
              + tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_ASKED),
    .without_ground = tl_practice_debrief_count_standing (debrief, TL_PRACTICE_STANDING_WITHOUT_GROUND),
  };

  attempt.planted = attempt.found + attempt.wrong_reason + attempt.missed;
  return attempt;
}

static char *
read_file (GFile         *file,
           gsize         *length,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *text = g_malloc0 (MOST_BYTES + 1);

  tl_assert_may_wait ();

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MOST_BYTES, length, cancellable, error))
    return NULL;
  return g_steal_pointer (&text);
}

static void
read_attempts (TlPracticeProgress *self,
               GKeyFile           *keys,
               const char         *group)
{
  g_auto (GStrv) days = g_key_file_get_keys (keys, group, NULL, NULL);
  g_autofree char *case_id = g_uri_unescape_string (group, NULL);

  for (guint i = 0; case_id != NULL && days != NULL && days[i] != NULL && i < MOST_ATTEMPTS; i++)
    {
      gsize n = 0;
      g_autofree int *numbers = g_key_file_get_integer_list (keys, group, days[i], &n, NULL);
      g_autofree char *iso = g_strndup (days[i], TL_DAY_ISO_LENGTH);
      TlPracticeAttempt attempt = { 0 };
      gboolean sensible = numbers != NULL && n == N_NUMBERS && tl_day_from_iso (iso, &attempt.day);

      for (guint j = 0; sensible && j < n; j++)
        sensible = numbers[j] >= 0;
      if (!sensible)
        continue;
      attempt.planted = (guint) numbers[0];
      attempt.found = (guint) numbers[1];
      attempt.wrong_reason = (guint) numbers[2];
      attempt.missed = (guint) numbers[3];
      attempt.without_ground = (guint) numbers[4];
      tl_practice_progress_add (self, case_id, &attempt);
    }
}

/**
 * tl_practice_progress_load:
 * @folder: where it is kept
 * @cancellable: (nullable): to cancel
 *
 * Reads what was practised. What isn't there or makes no sense is passed over: at worst a go is forgotten. It waits for the
 * disk.
 *
 * Returns: (transfer full): progress
 */
TlPracticeProgress *
tl_practice_progress_load (GFile        *folder,
                           GCancellable *cancellable)
{
  TlPracticeProgress *self = tl_practice_progress_new ();
  g_autoptr (GFile) file = g_file_get_child (folder, PROGRESS);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  gsize length = 0;
  g_autofree char *text = read_file (file, &length, cancellable, NULL);
  g_auto (GStrv) groups = NULL;

  if (text == NULL || !g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, NULL))
    return self;
  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL && i < MOST_CASES; i++)
    read_attempts (self, keys, groups[i]);
  return self;
}

static gboolean
write_file (GFile         *file,
            const char    *text,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) problem = NULL;

  tl_assert_may_wait ();

  if (!g_file_make_directory_with_parents (folder, cancellable, &problem) && !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable, error);
}

/**
 * tl_practice_progress_save:
 * @self: progress
 * @folder: where to keep it
 * @cancellable: (nullable): to cancel
 * @error: why it can't be kept
 *
 * Keeps what was practised, in a file that is whole, old or new. It waits for the disk.
 *
 * Returns: whether it was kept
 */
gboolean
tl_practice_progress_save (TlPracticeProgress  *self,
                           GFile               *folder,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, PROGRESS);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *text = NULL;
  GHashTableIter each;
  gpointer id, value;

  g_hash_table_iter_init (&each, self->attempts);
  while (g_hash_table_iter_next (&each, &id, &value))
    {
      const GArray *attempts = value;
      g_autofree char *group = g_uri_escape_string (id, NULL, FALSE);

      for (guint i = 0; i < attempts->len; i++)
        {
          const TlPracticeAttempt *attempt = &g_array_index (attempts, TlPracticeAttempt, i);
          int numbers[N_NUMBERS] = { (int) attempt->planted, (int) attempt->found, (int) attempt->wrong_reason, (int) attempt->missed,
                                     (int) attempt->without_ground };
          char iso[TL_DAY_ISO_LENGTH + 1];
          g_autofree char *key = NULL;

          tl_day_to_iso (attempt->day, iso);
          /* A day may have several goes. */
          key = g_strdup_printf ("%s-%u", iso, i + 1);
          g_key_file_set_integer_list (keys, group, key, numbers, N_NUMBERS);
        }
    }
  text = g_key_file_to_data (keys, NULL, NULL);
  return write_file (file, text, cancellable, error);
}

/* A case's id is the name of its folder, so it may hold anything that a file's name may. */
static GFile *
get_run_file (GFile      *folder,
              const char *case_id)
{
  g_autofree char *name = g_uri_escape_string (case_id, NULL, FALSE);
  g_autofree char *base = g_strconcat (name, RUN, NULL);
  g_autoptr (GFile) runs = g_file_get_child (folder, RUNS);

  return g_file_get_child (runs, base);
}

/**
 * tl_practice_progress_load_run:
 * @folder: where progress is kept
 * @case_id: id of a case
 * @cancellable: (nullable): to cancel
 * @error: why it can't be read; %G_IO_ERROR_NOT_FOUND when there is none
 *
 * Reads the go in hand at a case. It waits for the disk.
 *
 * Returns: (transfer full): the go
 */
TlPracticeRun *
tl_practice_progress_load_run (GFile         *folder,
                               const char    *case_id,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr (GFile) file = get_run_file (folder, case_id);
  gsize length = 0;
  g_autofree char *text = read_file (file, &length, cancellable, error);

  return text != NULL ? tl_practice_run_parse (text, length, error) : NULL;
}

/**
 * tl_practice_progress_save_run:
 * @folder: where progress is kept
 * @run: a go at a case
 * @cancellable: (nullable): to cancel
 * @error: why it can't be kept
 *
 * Keeps the go in hand, so that nothing judged is lost when the window closes. It waits for the disk.
 *
 * Returns: whether it was kept
 */
gboolean
tl_practice_progress_save_run (GFile          *folder,
                               TlPracticeRun  *run,
                               GCancellable   *cancellable,
                               GError        **error)
{
  g_autoptr (GFile) file = get_run_file (folder, tl_practice_run_get_case (run));
  g_autofree char *text = tl_practice_run_to_text (run);

  return write_file (file, text, cancellable, error);
}

/**
 * tl_practice_progress_forget_run:
 * @folder: where progress is kept
 * @case_id: id of a case
 * @cancellable: (nullable): to cancel
 * @error: why it can't be forgotten
 *
 * Begins anew: the go in hand is forgotten, the goes that were debriefed stay. It waits for the disk.
 *
 * Returns: whether there is none any more
 */
gboolean
tl_practice_progress_forget_run (GFile         *folder,
                                 const char    *case_id,
                                 GCancellable  *cancellable,
                                 GError       **error)
{
  g_autoptr (GFile) file = get_run_file (folder, case_id);
  g_autoptr (GError) problem = NULL;

  tl_assert_may_wait ();

  if (g_file_delete (file, cancellable, &problem) || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * tl_practice_progress_put_aside:
 * @folder: where progress is kept
 * @case_id: id of a case
 * @cancellable: (nullable): to cancel
 * @error: why it can't be put aside
 *
 * Keeps a go that can't be read beside the others, so that a new one isn't written over it. It waits for the disk.
 *
 * Returns: whether it is out of the way
 */
gboolean
tl_practice_progress_put_aside (GFile         *folder,
                                const char    *case_id,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr (GFile) file = get_run_file (folder, case_id);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *aside = g_strconcat (name, ".unreadable", NULL);
  g_autoptr (GFile) runs = g_file_get_parent (file);
  g_autoptr (GFile) to = g_file_get_child (runs, aside);

  tl_assert_may_wait ();

  return g_file_move (file, to, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error);
}
