/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-backup-plan.h"

#include <string.h>

/* Which backups stay: pure arithmetic of days, weeks and bytes. */

#define MEGABYTE G_GUINT64_CONSTANT (1000000)
#define ROOM (1000 * MEGABYTE)

static TlDay
read_day (const char *iso)
{
  TlDay day;

  g_assert_true (tl_day_from_iso (iso, &day));
  return day;
}

/* The backups of this computer, as if each day that is named one had been made in this order. */
typedef struct
{
  GPtrArray *backups;
  guint sequence;
} Shelf;

static void
clear_shelf (Shelf *shelf)
{
  g_clear_pointer (&shelf->backups, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shelf, clear_shelf)

static void
prepare (Shelf *shelf)
{
  if (shelf->backups == NULL)
    shelf->backups = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_backup_free);
}

/* Makes one, and lets those go that the plan says. */
static guint64
make (Shelf      *shelf,
      guint8      document,
      TlDay       day,
      guint64     size,
      guint64     room)
{
  TlBackup made = { .document = { { document } }, .sequence = ++shelf->sequence, .day = day,
                    .time = (gint64) day * 86400000, .size = size, .path = (char *) "" };
  g_autoptr (GPtrArray) going = NULL;
  guint64 kept;
  guint last = 0;

  prepare (shelf);
  g_ptr_array_insert (shelf->backups, 0, tl_backup_copy (&made));
  going = tl_backup_plan (shelf->backups, room, &kept);
  for (guint i = 0; i < going->len; i++)
    {
      TlBackup *backup = g_ptr_array_index (going, i);

      g_assert_cmpuint (backup->sequence, >, last);
      last = backup->sequence;
      g_assert_true (g_ptr_array_remove (shelf->backups, backup));
    }
  return kept;
}

static char *
say (Shelf *shelf)
{
  GString *days = g_string_new (NULL);

  for (guint i = 0; i < shelf->backups->len; i++)
    {
      char iso[TL_DAY_ISO_LENGTH + 1];

      tl_day_to_iso (((TlBackup *) g_ptr_array_index (shelf->backups, i))->day, iso);
      g_string_append_printf (days, "%s%s", i > 0 ? " " : "", iso);
    }
  return g_string_free_and_steal (days);
}

static void
assert_days (Shelf      *shelf,
             const char *expected)
{
  g_autofree char *days = say (shelf);

  g_assert_cmpstr (days, ==, expected);
}

static void
work_daily (Shelf      *shelf,
            const char *from,
            const char *until)
{
  for (TlDay day = read_day (from); day <= read_day (until); day++)
    make (shelf, 1, day, MEGABYTE, ROOM);
}

/* 2026 began on a Thursday: its first ISO week began on 29 December, and 2026-01-04 was that week's Sunday. */
static void
test_five_days_and_four_weeks (void)
{
  g_auto (Shelf) shelf = { NULL };

  work_daily (&shelf, "2025-11-01", "2026-01-07");
  assert_days (&shelf, "2026-01-07 2026-01-06 2026-01-05 2026-01-04 2026-01-03 "
                       "2025-12-28 2025-12-21 2025-12-14 2025-12-07");
}

static void
test_a_week_across_the_new_year_is_one (void)
{
  g_auto (Shelf) shelf = { NULL };

  /* 31 December and 1 January are days of the same week: once both are past, the later stands for it. */
  make (&shelf, 1, read_day ("2025-12-31"), MEGABYTE, ROOM);
  make (&shelf, 1, read_day ("2026-01-01"), MEGABYTE, ROOM);
  work_daily (&shelf, "2026-01-12", "2026-01-16");
  assert_days (&shelf, "2026-01-16 2026-01-15 2026-01-14 2026-01-13 2026-01-12 2026-01-01");
}

static void
test_month_and_leap_day (void)
{
  g_auto (Shelf) shelf = { NULL };

  /* 29 February 2028 was a Tuesday; weeks go on across the end of a month. */
  work_daily (&shelf, "2028-02-01", "2028-03-02");
  assert_days (&shelf, "2028-03-02 2028-03-01 2028-02-29 2028-02-28 2028-02-27 2028-02-20 2028-02-13 2028-02-06");
}

static void
test_the_latest_of_a_day_stays (void)
{
  g_auto (Shelf) shelf = { NULL };

  for (guint i = 0; i < 3; i++)
    make (&shelf, 1, read_day ("2026-06-09"), MEGABYTE, ROOM);
  assert_days (&shelf, "2026-06-09");
  g_assert_cmpuint (((TlBackup *) g_ptr_array_index (shelf.backups, 0))->sequence, ==, 3);
}

/* Someone who works on Mondays only goes back nine weeks. */
static void
test_once_a_week (void)
{
  g_auto (Shelf) shelf = { NULL };

  for (TlDay day = read_day ("2026-01-05"); day <= read_day ("2026-06-08"); day += 7)
    make (&shelf, 1, day, MEGABYTE, ROOM);
  assert_days (&shelf, "2026-06-08 2026-06-01 2026-05-25 2026-05-18 2026-05-11 2026-05-04 2026-04-27 2026-04-20 "
                       "2026-04-13");
}

/* For a week the clock said 2031. What is made once it is right again is what was made last. */
static void
test_clock_that_went_backwards (void)
{
  g_auto (Shelf) shelf = { NULL };

  work_daily (&shelf, "2026-06-01", "2026-06-03");
  work_daily (&shelf, "2031-03-03", "2031-03-09");
  work_daily (&shelf, "2026-06-04", "2026-06-05");
  assert_days (&shelf, "2026-06-05 2026-06-04 2031-03-09 2031-03-08 2031-03-07");
  work_daily (&shelf, "2026-06-06", "2026-06-09");
  assert_days (&shelf, "2026-06-09 2026-06-08 2026-06-07 2026-06-06 2026-06-05 2031-03-09");
}

static void
test_due (void)
{
  TlBackup newest = { .day = read_day ("2026-02-28"), .time = 1000 };

  g_assert_true (tl_backup_is_due (NULL, newest.day, 0));
  g_assert_false (tl_backup_is_due (&newest, newest.day, 1000));
  g_assert_false (tl_backup_is_due (&newest, newest.day, 2000));
  g_assert_true (tl_backup_is_due (&newest, read_day ("2026-03-01"), 2000));
  /* A clock that begins with the same day each morning, or was in the future, is no reason to go without. */
  g_assert_true (tl_backup_is_due (&newest, newest.day, 999));
  g_assert_true (tl_backup_is_due (&newest, read_day ("2026-02-27"), 500));
}

static void
test_oldest_go_first_for_space (void)
{
  g_auto (Shelf) shelf = { NULL };

  /* Two documents take turns; each backup takes a fifth of the room. */
  for (TlDay day = read_day ("2026-06-01"); day <= read_day ("2026-06-03"); day++)
    {
      make (&shelf, 1, day, ROOM / 5, ROOM);
      g_assert_cmpuint (make (&shelf, 2, day, ROOM / 5, ROOM), <=, ROOM);
    }
  assert_days (&shelf, "2026-06-03 2026-06-03 2026-06-02 2026-06-02 2026-06-01");
  g_assert_cmpuint (((TlBackup *) g_ptr_array_index (shelf.backups, 4))->document.bytes[0], ==, 2);
}

static void
test_latest_of_a_document_stays_for_space (void)
{
  g_auto (Shelf) shelf = { NULL };

  /* The first document is only kept once, long ago, and the second grows. */
  make (&shelf, 1, read_day ("2026-01-01"), ROOM / 10, ROOM);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (make (&shelf, 2, read_day ("2026-06-01") + (int) i, ROOM / 2, ROOM), <=, ROOM);
  assert_days (&shelf, "2026-06-05 2026-01-01");
}

/* The latest of each stay even when together they are too much, and that is told. */
static void
test_too_much_is_told (void)
{
  g_auto (Shelf) shelf = { NULL };

  make (&shelf, 1, read_day ("2026-06-01"), ROOM, ROOM);
  g_assert_cmpuint (make (&shelf, 2, read_day ("2026-06-02"), ROOM, ROOM), ==, 2 * ROOM);
  assert_days (&shelf, "2026-06-02 2026-06-01");

  /* One that alone is too large is the exception. */
  g_assert_cmpuint (make (&shelf, 2, read_day ("2026-06-03"), ROOM + 1, ROOM), ==, ROOM);
  assert_days (&shelf, "2026-06-01");
}

/* Whatever the days and sizes: the latest of a document stays, there are never more than nine, and asking again changes
 * nothing. */
static void
test_any_days (void)
{
  GRand *random = g_rand_new_with_seed (20260609);

  for (guint round = 0; round < 200; round++)
    {
      g_auto (Shelf) shelf = { NULL };
      TlDay day = read_day ("2026-01-01");

      for (guint i = 0; i < 60; i++)
        {
          guint8 document = (guint8) g_rand_int_range (random, 0, 3);
          guint64 size = (guint64) g_rand_int_range (random, 1, 200) * MEGABYTE;
          guint n[3] = { 0 };
          g_autoptr (GPtrArray) going = NULL;

          day += g_rand_int_range (random, -3, 8);
          g_assert_cmpuint (make (&shelf, document, day, size, ROOM), <=, ROOM);
          g_assert_cmpuint (((TlBackup *) g_ptr_array_index (shelf.backups, 0))->sequence, ==, shelf.sequence);
          for (guint j = 0; j < shelf.backups->len; j++)
            n[((TlBackup *) g_ptr_array_index (shelf.backups, j))->document.bytes[0]]++;
          for (guint j = 0; j < 3; j++)
            g_assert_cmpuint (n[j], <=, TL_BACKUP_MOST_DAYS + TL_BACKUP_MOST_WEEKS);
          going = tl_backup_plan (shelf.backups, ROOM, NULL);
          g_assert_cmpuint (going->len, ==, 0);
        }
    }
  g_rand_free (random);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup-plan/five-days-and-four-weeks", test_five_days_and_four_weeks);
  g_test_add_func ("/backup-plan/week-across-the-new-year", test_a_week_across_the_new_year_is_one);
  g_test_add_func ("/backup-plan/month-and-leap-day", test_month_and_leap_day);
  g_test_add_func ("/backup-plan/latest-of-a-day", test_the_latest_of_a_day_stays);
  g_test_add_func ("/backup-plan/once-a-week", test_once_a_week);
  g_test_add_func ("/backup-plan/clock-backwards", test_clock_that_went_backwards);
  g_test_add_func ("/backup-plan/due", test_due);
  g_test_add_func ("/backup-plan/oldest-first-for-space", test_oldest_go_first_for_space);
  g_test_add_func ("/backup-plan/latest-stays-for-space", test_latest_of_a_document_stays_for_space);
  g_test_add_func ("/backup-plan/too-much-is-told", test_too_much_is_told);
  g_test_add_func ("/backup-plan/any-days", test_any_days);

  return g_test_run ();
}
