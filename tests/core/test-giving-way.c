/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-giving-way.h"

/* Half a second, but for what clocks differ. */
#define LONGEST (450 * G_TIME_SPAN_MILLISECOND)

static gint64
wait (void)
{
  gint64 start = g_get_monotonic_time ();

  tl_giving_way_wait ();
  return g_get_monotonic_time () - start;
}

/* Once at the least: whatever else this machine does may come between. */
static gboolean
goes_on_at_once (void)
{
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < 5; i++)
    least = MIN (least, wait ());
  return least < LONGEST;
}

static gpointer
read_func (gpointer data)
{
  tl_giving_way_wait ();
  return GINT_TO_POINTER (TRUE);
}

/* Nobody is stopped for good by a window that never comes. */
static void
test_not_for_ever (void)
{
  g_assert_true (goes_on_at_once ());
  tl_giving_way_begin ();
  g_assert_cmpint (wait (), >=, LONGEST);
  g_assert_true (goes_on_at_once ());
}

static void
test_until_it_is_over (void)
{
  GThread *reader;

  tl_giving_way_begin ();
  reader = g_thread_new ("reader", read_func, NULL);
  tl_giving_way_end ();
  g_assert_true (GPOINTER_TO_INT (g_thread_join (reader)));
  g_assert_true (goes_on_at_once ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/giving-way/not-for-ever", test_not_for_ever);
  g_test_add_func ("/giving-way/until-it-is-over", test_until_it_is_over);
  return g_test_run ();
}
