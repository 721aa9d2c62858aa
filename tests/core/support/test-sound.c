/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-sound.h"

#include "test-workbook.h"

static const char sound[] =
  "Places\n"
  "Ref | Name        | Kind     | Parent\n"
  "P   | Quill Care  | provider |\n"
  "L1  | Ash House   | location | P\n"
  "L2  | Beech House | location | P\n"
  "\n"
  "People\n"
  "Ref | Name          | Role                 | Until      | Outside\n"
  "U1  | Tomasz Wrona  | Medicines lead       |            |\n"
  "U2  | Samir Tolland | Field supervisor     |            |\n"
  "U3  | Joan Ferriby  | Nominated individual |            |\n"
  "U4  | Elin Maddock  | Senior carer         |            |\n"
  "\n"
  "Forums\n"
  "Name      | Level\n"
  "Oversight | provider\n"
  "Quality   | service\n"
  "\n"
  "Risks\n"
  "Ref | Title         | Theme     | Origin     | Origin reference | Baseline issue | Root cause | Immediate control | Corrective action | Intended outcome | Likelihood | Impact | Review every | Forum | Scope | Opened\n"
  "R1  | Medicine gaps | medicines | inspection | Report, page 9   | Gaps in charts. Many. | Word of mouth | Two sign | One lead | Every dose recorded | 3 | 3 | fortnightly | Oversight | L1; L2 | 2025-12-01\n"
  "\n"
  "Ownership\n"
  "Risk | Person | Part        | From       | Until\n"
  "R1   | U1     | accountable | 2025-12-01 |\n"
  "R1   | U2     | supporting  | 2025-12-01 |\n"
  "\n"
  "Measures\n"
  "Ref | Risk | Title            | Kind       | Direction | Target | Target date | Baseline numerator | Baseline denominator | Baseline date | Period | Hold for | Role    | Source      | Defined\n"
  "M1  | R1   | Entries complete | proportion | at least  | 90     | 2026-04-30  | 80                 | 100                  | 2025-11-20    | weekly | 4        | primary | care record | 2025-12-02\n"
  "\n"
  "Actions\n"
  "Ref | Risk | Title                        | Person | Expected result  | Agreed     | Due        | Done       | Purpose\n"
  "A1  | R1   | Protected time on each round | U2     | No interruptions | 2025-12-08 | 2026-01-31 | 2026-01-30 | corrective\n"
  "\n"
  "Evidence\n"
  "Ref | Date       | Source                  | Finding               | Verdict  | Risks | Actions | By\n"
  "E1  | 2026-02-20 | competency check        | Rounds undisturbed    | supports | R1    | A1      | U4\n"
  "E2  | 2026-05-20 | observation             | All doses recorded    | supports | R1    |         | U2\n"
  "E3  | 2026-05-25 | feedback from relatives | No more missed tablet | supports | R1    |         | U4\n"
  "\n"
  "Expected evidence\n"
  "Risk | Source      | Every   | Person | From       | Until | Continues after closing\n"
  "R1   | observation | monthly | U2     | 2025-12-01 |       | yes\n"
  "\n"
  "Reviews\n"
  "Ref | Date       | Forum\n"
  "V1  | 2026-05-19 | Oversight\n"
  "V2  | 2026-06-02 | Oversight\n"
  "\n"
  "Looked at\n"
  "Review | Risk | Progress\n"
  "V1     | R1   | Steady\n"
  "V2     | R1   | Steady\n"
  "\n"
  "Decisions\n"
  "Review | Risk | Decision | By\n"
  "V2     | R1   | continue | U3\n";

static char *
spoil_text (const TestSpoil *spoil)
{
  /* Twelve weeks, 16 March to 7 June. */
  g_autoptr (GString) text = g_string_new (sound);
  char *spoilt;

  g_string_append (text, "\nReadings\nMeasure | Date | Place | Numerator | Denominator\n");
  for (int week = 0; week < 12; week++)
    {
      char iso[TL_DAY_ISO_LENGTH + 1];

      tl_day_to_iso (tl_day_new (2026, 3, 18) + 7 * week, iso);
      g_string_append_printf (text, "M1 | %s | L1 | 48 | 50\nM1 | %s | L2 | 48 | 50\n", iso, iso);
    }

  spoilt = g_string_free_and_steal (g_steal_pointer (&text));
  for (guint i = 0; i + 1 < G_N_ELEMENTS (spoil->edits) && spoil->edits[i] != NULL; i += 2)
    {
      char *next = test_workbook_replace (spoilt, spoil->edits[i], spoil->edits[i + 1]);

      g_free (spoilt);
      spoilt = next;
    }
  return spoilt;
}

TlSnapshot *
test_sound_read (const TestSpoil *spoil)
{
  g_autofree char *text = spoil_text (spoil);

  return test_workbook_read (text, spoil->more, NULL);
}

TlAssessment *
test_sound_assess (const TestSpoil *spoil)
{
  g_autoptr (TlSnapshot) snapshot = test_sound_read (spoil);
  TlDay as_at = TL_NO_DAY;

  g_assert_true (tl_day_from_iso (spoil->as_at != NULL ? spoil->as_at : TEST_SOUND_DAY, &as_at));
  return tl_assessment_new (snapshot, as_at);
}
