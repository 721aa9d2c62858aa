/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <malloc.h>

#include "app-busy.h"
#include "app-test.h"
#include "app-window.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"
#include "test-dump.h"

/* A busy week in one go: whatever is in sight is pressed, chosen and typed into, at random; now and then everything is
 * taken back. Nothing is said to be critical meanwhile, which would end the test, the workbook is what it was, and once all
 * has been seen the program needs no more memory than before. TL_TEST_SEED begins elsewhere, TL_TEST_RUNS says how many
 * actions there are, and TL_TEST_TRAIL lets each of them be told. */

#define FEW 120
#define MANY 100000
/* After so many everything is taken back. */
#define STRETCH 200
/* So many of these, a thousand actions, lie between two figures of the memory in use. */
#define TOLD 5
/* How often it is looked again for what was on its way. */
#define MOST_LATE 5
/* Of fewer stretches nothing can be told: what is cached comes and goes. */
#define FEWEST_STRETCHES 40
/* By how much the least that is in use may grow after the first quarter: that of the second against that of the last. At
 * full size that is a hundred bytes an action. */
#define MOST_GROWTH 1.1

typedef struct
{
  TlWorkbook *workbook;
  char *fingerprint;
} Undoing;

static gboolean
is_undone (gpointer data)
{
  Undoing *undoing = data;
  g_autofree char *fingerprint = tl_workbook_get_fingerprint (undoing->workbook);

  return !g_str_equal (fingerprint, undoing->fingerprint) && !tl_workbook_get_busy (undoing->workbook);
}

/* Whatever can be taken back. */
static void
take_back (AppBusy *self)
{
  TlWorkbook *workbook;

  app_busy_leave (self);
  /* Before, it may have been what was recorded at a past moment. */
  workbook = tl_window_get_workbook (self->window);
  while (tl_workbook_get_can_undo (workbook))
    {
      Undoing undoing = { workbook, tl_workbook_get_fingerprint (workbook) };

      if (self->tells)
        g_test_message ("taking back: %s", tl_workbook_get_undo_words (workbook));
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
      app_window_wait (is_undone, &undoing);
      g_free (undoing.fingerprint);
      app_busy_catch_up (self);
      self->n_undone++;
    }
  tl_window_show_view (self->window, "overview");
  app_busy_settle (self);
}

static char *
dump (AppBusy *self)
{
  TlAssessment *assessment = tl_workbook_get_assessment (tl_window_get_workbook (self->window));

  return test_dump (tl_assessment_get_snapshot (assessment), TRUE);
}

/* The lines of one that the other hasn't. */
static void
tell_difference (const char *one,
                 const char *other,
                 const char *what)
{
  g_auto (GStrv) lines = g_strsplit (one, "\n", -1), others = g_strsplit (other, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char * const *) others, lines[i]))
        g_test_message ("%s: %s", what, lines[i]);
    }
}

static void
compare (const char *before,
         const char *after)
{
  if (g_str_equal (before, after))
    return;
  tell_difference (before, after, "gone");
  tell_difference (after, before, "left");
  g_error ("Not everything was taken back");
}

/* What is in use, rather than what the process has been given. */
static gsize
measure (void)
{
  struct mallinfo2 heap;

  malloc_trim (0);
  heap = mallinfo2 ();
  return heap.uordblks + heap.hblkhd;
}

/* The least of a quarter, counted from 0. */
static gsize
find_least (GArray *sizes,
            guint   quarter)
{
  gsize least = G_MAXSIZE;

  for (guint i = sizes->len * quarter / 4; i < sizes->len * (quarter + 1) / 4; i++)
    least = MIN (least, g_array_index (sizes, gsize, i));
  return least;
}

static void
tell (AppBusy *self,
      GArray  *sizes)
{
  gsize warm = find_least (sizes, 1), last = find_least (sizes, 3);

  g_test_message ("%u actions through the window, %u kinds of them, %u changes taken back, nothing critical; at the least "
                  "%.1f MB in use in the second quarter, %.1f MB in the last", self->n_acts,
                  g_hash_table_size (self->kinds), self->n_undone, (double) warm / 1e6, (double) last / 1e6);
  g_assert_cmpuint (self->n_undone, >, 0);
  g_assert_cmpfloat ((double) last, <, (double) warm * MOST_GROWTH);
}

static guint
get_number (const char *name,
            guint       otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
test_busy_week (void)
{
  guint n = get_number ("TL_TEST_RUNS", g_getenv ("TL_TEST_FULL") != NULL ? MANY : FEW);
  guint n_stretches = MAX (n / STRETCH, 1), seed = get_number ("TL_TEST_SEED", 0);
  g_autoptr (GFile) file = app_window_copy_sample ();
  AppBusy self = { .window = app_window_open (file), .random = g_rand_new_with_seed (seed),
                   .tells = g_getenv ("TL_TEST_TRAIL") != NULL };
  g_autofree char *before = dump (&self);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gsize));

  g_test_message ("Again: TL_TEST_SEED=%u TL_TEST_RUNS=%u", seed, n);
  for (guint i = 0; i < n_stretches; i++)
    {
      g_autofree char *after = NULL;
      gsize size;

      for (guint j = 0; j < MIN (n, STRETCH); j++)
        app_busy_act (&self);
      take_back (&self);
      after = dump (&self);
      /* What somebody began last may have been kept only now. */
      for (guint j = 0; j < MOST_LATE && !g_str_equal (after, before); j++)
        {
          take_back (&self);
          g_free (after);
          after = dump (&self);
        }
      compare (before, after);
      size = measure ();
      g_array_append_val (sizes, size);
      if (i % TOLD == TOLD - 1)
        g_test_message ("so far %u, %u kinds, %u taken back, %.1f MB in use", self.n_acts, g_hash_table_size (self.kinds),
                        self.n_undone, (double) size / 1e6);
    }
  if (n_stretches >= FEWEST_STRETCHES)
    tell (&self, sizes);
  app_busy_clear (&self);
  app_window_close (self.window);
}

static void
add_tests (void)
{
  g_test_add_func ("/busy-week/nothing-breaks-and-nothing-grows", test_busy_week);
}

int
main (int    argc,
      char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
