/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-measure.h"

#include "test-workbook.h"

TlDay
test_day (const char *iso)
{
  TlDay day = TL_NO_DAY;

  if (!tl_day_from_iso (iso, &day))
    g_error ("“%s” is no day", iso);
  return day;
}

/* @measure: heading and cells of the measure after its title, such as "Kind | Target\nproportion | 95";
 * @more: other sheets. */
void
test_measure_init (TestMeasure *self,
                   const char  *as_at,
                   const char  *measure,
                   const char  *more)
{
  g_auto (GStrv) lines = g_strsplit (measure, "\n", 2);
  g_autofree char *measures = g_strdup_printf ("Measures\nRef | Risk | Title | Role | %s\nM1 | R1 | Records complete | primary | %s",
                                               lines[0], lines[1]);

  self->snapshot = test_workbook_read ("Risks\nRef | Title | Opened\nR1 | Record gaps | 2020-01-01", measures, more, NULL);
  self->assessment = tl_assessment_new (self->snapshot, test_day (as_at));
  self->risk = tl_assessment_get_risk (self->assessment, 0);
  self->measure = &self->risk->measures[0];
}

void
test_measure_clear (TestMeasure *self)
{
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->snapshot, tl_snapshot_unref);
}

static char *
write_weeks (const char   *monday,
             const double *numerators,
             double        denominator,
             guint         n)
{
  g_autoptr (GString) text = g_string_new (denominator > 0 ? "Readings\nMeasure | Date | Numerator | Denominator\n"
                                                           : "Readings\nMeasure | Date | Value\n");

  for (guint i = 0; i < n; i++)
    {
      char iso[TL_DAY_ISO_LENGTH + 1];

      tl_day_to_iso (test_day (monday) + 7 * (int) i, iso);
      /* A number below zero stands for a week without a reading. */
      if (numerators[i] >= 0 && denominator > 0)
        g_string_append_printf (text, "M1 | %s | %g | %g\n", iso, numerators[i], denominator);
      else if (numerators[i] >= 0)
        g_string_append_printf (text, "M1 | %s | %g\n", iso, numerators[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
test_weekly_values (const char   *monday,
                    const double *values,
                    guint         n)
{
  return write_weeks (monday, values, 0, n);
}

char *
test_weekly_samples (const char   *monday,
                     const double *numerators,
                     double        denominator,
                     guint         n)
{
  return write_weeks (monday, numerators, denominator, n);
}
