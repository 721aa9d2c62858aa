/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-backup-plan.h"

/**
 * tl_backup_is_due:
 * @newest: (nullable): the latest backup of a document, %NULL when there is none
 * @day: today, by this computer's calendar
 * @time: now, in milliseconds of UTC since 1970
 *
 * Whether it is time for a backup: there is none of this day yet. Where the clock says that the latest was made in the
 * future, the clock is or was wrong and says nothing about what is due.
 *
 * Returns: whether one is to be made
 */
gboolean
tl_backup_is_due (const TlBackup *newest,
                  TlDay           day,
                  gint64          time)
{
  return newest == NULL || newest->day != day || newest->time > time;
}

/* ISO 8601 weeks begin on Mondays, and the first day of all days is one. */
static int
get_week (TlDay day)
{
  return (day - 1) / 7;
}

static gboolean
has (GArray *numbers,
     int     number)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      if (g_array_index (numbers, int, i) == number)
        return TRUE;
    }
  return FALSE;
}

/* Marks what is kept of one document: the latest of each of the last days, and of each week that has none of these. */
static void
keep_days_and_weeks (GPtrArray   *backups,
                     const TlId  *document,
                     gboolean    *kept)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_days = 0, n_weeks = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const TlBackup *backup = g_ptr_array_index (backups, i);
      int day = backup->day, week = get_week (backup->day);

      if (!tl_id_equal (&backup->document, document) || has (days, day))
        continue;
      g_array_append_val (days, day);
      if (n_days < TL_BACKUP_MOST_DAYS)
        {
          kept[i] = TRUE;
          n_days++;
        }
      else if (!has (weeks, week) && n_weeks < TL_BACKUP_MOST_WEEKS)
        {
          kept[i] = TRUE;
          n_weeks++;
        }
      g_array_append_val (weeks, week);
    }
}

/* Whether a backup is the latest of its document. */
static gboolean
is_newest (GPtrArray *backups,
           guint      index)
{
  const TlBackup *backup = g_ptr_array_index (backups, index);

  for (guint i = 0; i < index; i++)
    {
      const TlBackup *later = g_ptr_array_index (backups, i);

      if (tl_id_equal (&later->document, &backup->document))
        return FALSE;
    }
  return TRUE;
}

static guint64
count_bytes (GPtrArray      *backups,
             const gboolean *kept)
{
  guint64 n = 0;

  for (guint i = 0; i < backups->len; i++)
    n += kept[i] ? ((const TlBackup *) g_ptr_array_index (backups, i))->size : 0;
  return n;
}

/* The oldest go first, whichever document they are of; the latest of a document stays, unless nothing could make room
 * for it. */
static guint64
make_room (GPtrArray *backups,
           guint64    most_bytes,
           gboolean  *kept)
{
  guint64 n = count_bytes (backups, kept);

  for (guint i = backups->len; i > 0 && n > most_bytes; i--)
    {
      const TlBackup *backup = g_ptr_array_index (backups, i - 1);

      if (!kept[i - 1] || (is_newest (backups, i - 1) && backup->size <= most_bytes))
        continue;
      kept[i - 1] = FALSE;
      n -= backup->size;
    }
  return n;
}

/**
 * tl_backup_plan:
 * @backups: (element-type TlBackup): all backups on this computer, the last made first
 * @most_bytes: what they may take together
 * @kept_bytes: (out) (optional): what those that stay take: more than @most_bytes only where the latest of each document
 *   do so by themselves
 *
 * Of each document the latest of each of the last five days with one are kept, and the latest of each of four ISO weeks
 * before that have none among these. Last is what was made last: a clock that went wrong for a while doesn't push out
 * what is made once it is right.
 *
 * Returns: (transfer container) (element-type TlBackup): those that go, the oldest first; @backups owns them
 */
GPtrArray *
tl_backup_plan (GPtrArray *backups,
                guint64    most_bytes,
                guint64   *kept_bytes)
{
  g_autofree gboolean *kept = g_new0 (gboolean, backups->len + 1);
  GPtrArray *going = g_ptr_array_new ();
  guint64 n;

  for (guint i = 0; i < backups->len; i++)
    {
      if (is_newest (backups, i))
        keep_days_and_weeks (backups, &((const TlBackup *) g_ptr_array_index (backups, i))->document, kept);
    }
  n = make_room (backups, most_bytes, kept);
  if (kept_bytes != NULL)
    *kept_bytes = n;
  for (guint i = backups->len; i > 0; i--)
    {
      if (!kept[i - 1])
        g_ptr_array_add (going, g_ptr_array_index (backups, i - 1));
    }
  return going;
}
