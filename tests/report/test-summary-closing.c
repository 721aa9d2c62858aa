/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A closed risk on paper shows its proof as it stood. */
#include "report-reader.h"

#include <string.h>

#include "test-sound.h"

#define CONTINUE "V2     | R1   | continue | U3\n"
#define DECISIONS "Decisions\nReview | Risk | Decision | By | Reason\n"

static char *
read_summary (const char *decisions,
              const char *as_at)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { { CONTINUE, "" }, decisions, as_at });
  g_autoptr (GBytes) pdf = reader_print_kind (assessment, TL_REPORT_KIND_EVIDENCE, "R1");

  return reader_read_aloud (pdf);
}

static void
test_proof (void)
{
  g_autofree char *text = read_summary (DECISIONS "V2 | R1 | close | U3", NULL);

  reader_assert_said (text, "What it was closed on");
  reader_assert_said (text, "Closed by Oversight, 2 June 2026.");
  reader_assert_said (text, "All eight links are sound.");
  reader_assert_said (text, "Owned, sound: ");
  reader_assert_said (text, "Sustained, sound: ");
}

/* Before it there was nothing to show, and one that came too soon says what didn't hold. */
static void
test_otherwise (void)
{
  g_autofree char *before = read_summary (DECISIONS "V2 | R1 | close | U3", "2026-06-01");
  g_autofree char *owner = read_summary (DECISIONS "V2 | R1 | close | U1", NULL);

  g_assert_null (strstr (before, "What it was closed on"));
  reader_assert_said (owner, "Not every condition held that day.");
  reader_assert_said (owner, "Did not hold:");
}

/* Reopening keeps what it was closed by, and says why it was reopened. */
static void
test_reopened (void)
{
  g_autofree char *text = read_summary ("Reviews\nRef | Date | Forum\nV3 | 2026-06-08 | Oversight\n\n"
                                        DECISIONS "V2 | R1 | close | U3 | It held.\nV3 | R1 | reopen | U3 | It slipped.", NULL);

  reader_assert_said (text, "“It held.” Reopened on 8 June 2026: “It slipped.”");
  g_assert_null (strstr (text, "Owned, sound: "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-closing/proof", test_proof);
  g_test_add_func ("/summary-closing/otherwise", test_otherwise);
  g_test_add_func ("/summary-closing/reopened", test_reopened);
  return g_test_run ();
}
