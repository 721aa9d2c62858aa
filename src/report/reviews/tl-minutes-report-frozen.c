/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How minutes were frozen, and what was changed since. */
#include "config.h"

#include "tl-minutes-report-private.h"

#include "tl-format.h"
#include "tl-report-words.h"
#include "tl-review-rules.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_WHEN,
  COLUMN_WHAT,
  COLUMN_FROM,
  COLUMN_TO,
};

/* On one line, so that it can be compared with another. */
static char *
keep_together (const char *fingerprint)
{
  g_auto (GStrv) groups = g_strsplit (fingerprint, " ", -1);

  return g_strjoinv ("\302\240", groups);
}

static char *
describe_status (const TlMinutesReport *self)
{
  const TlReviewTrail *trail = self->minutes != NULL ? self->minutes->trail : NULL;
  g_autofree char *day = NULL, *fingerprint = NULL;

  if (self->review->finished == TL_NO_DAY)
    return g_strdup (_("This review isn’t finished: these are notes, and may still change."));
  day = tl_format_day_long (self->review->finished);
  if (trail == NULL)
    /* Translators: %s is a day */
    return g_strdup_printf (_("Finished on %s. Shown as the workbook stands, not as it was frozen."), day);
  fingerprint = keep_together (trail->fingerprint);
  if (*trail->who == '\0')
    /* Translators: a day, a moment, a fingerprint */
    return g_strdup_printf (_("Finished on %1$s. Frozen on %2$s by the history’s fingerprint %3$s."), day, trail->when,
                            fingerprint);
  /* Translators: a day, a moment, a person, a fingerprint */
  return g_strdup_printf (_("Finished on %1$s. Frozen on %2$s by %3$s, with the history’s fingerprint %4$s."), day,
                          trail->when, trail->who, fingerprint);
}

/**
 * tl_minutes_report_add_status:
 * @self: minutes
 *
 * Says whether the review is finished and by what its minutes are frozen, and of another one that was finished for the same
 * day.
 */
void
tl_minutes_report_add_status (const TlMinutesReport *self)
{
  const TlReviewFacts *twin = tl_review_find_twin (self->now);
  g_autofree char *status = describe_status (self);
  g_autofree char *markup = g_markup_escape_text (status, -1);

  tl_flow_add_space (self->flow, 6.0);
  tl_flow_add_paragraph (self->flow, self->review->finished == TL_NO_DAY ? TL_PRINT_STRONG : TL_PRINT_DIMMED, markup);
  if (twin != NULL && self->now->finished != TL_NO_DAY)
    {
      g_autofree char *text =
        /* Translators: %s is the ref of a review */
        g_strdup_printf (_("A second review of this forum is finished for the same day (%s). Both are kept as they came."),
                         twin->base.ref != NULL ? twin->base.ref : _("without a ref"));
      g_autofree char *sentence = g_markup_escape_text (text, -1);

      tl_flow_add_space (self->flow, 2.0);
      tl_flow_add_paragraph (self->flow, TL_PRINT_STRONG, sentence);
    }
}

static TlPageTable *
begin_table (void)
{
  TlPageTable *table = tl_page_table_new ();

  tl_page_table_add_column (table, _("When, who"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("What"), TL_COLUMN_SHARE, 1.3, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("From"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("To"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, COLUMN_WHEN);
  return table;
}

static void
add_fields (TlPageTable        **table,
            const TlCorrection  *correction,
            GPtrArray           *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const TlHistoryField *field = g_ptr_array_index (fields, i);
      g_autofree char *who = g_markup_printf_escaped ("%s\n%s", correction->when,
                                                      *correction->who != '\0' ? correction->who : _("Two copies brought together"));
      g_autofree char *place = g_markup_escape_text (field->place, -1);
      g_autofree char *before = g_markup_escape_text (field->before != NULL ? field->before : "–", -1);
      g_autofree char *after = g_markup_escape_text (field->after != NULL ? field->after : "–", -1);

      if (*table == NULL)
        *table = begin_table ();
      tl_page_table_add_row (*table, TL_ROW_PLAIN);
      tl_page_table_set_cell (*table, COLUMN_WHEN, TL_PRINT_BODY, who);
      tl_page_table_set_cell (*table, COLUMN_WHAT, TL_PRINT_BODY, place);
      tl_page_table_set_cell (*table, COLUMN_FROM, TL_PRINT_BODY, before);
      tl_page_table_set_cell (*table, COLUMN_TO, TL_PRINT_BODY, after);
    }
}

/**
 * tl_minutes_report_add_corrections:
 * @self: minutes
 *
 * Tells what was changed in the review after it was frozen, and which answers came since.
 */
void
tl_minutes_report_add_corrections (const TlMinutesReport *self)
{
  GPtrArray *corrections;
  TlPageTable *corrected = NULL, *answered = NULL;

  if (self->minutes == NULL || self->minutes->trail == NULL)
    return;
  corrections = self->minutes->trail->corrections;
  for (guint i = 0; i < corrections->len; i++)
    {
      const TlCorrection *correction = g_ptr_array_index (corrections, i);

      add_fields (&corrected, correction, correction->fields);
      add_fields (&answered, correction, correction->answers);
    }
  tl_minutes_report_add_section (self, _("Corrections since"));
  if (corrected != NULL)
    tl_flow_add_table (self->flow, corrected);
  else
    tl_minutes_report_add_plain (self, _("Nothing in these minutes was corrected after they were frozen."));
  if (answered == NULL)
    return;
  tl_minutes_report_add_section (self, _("Answers since"));
  tl_flow_add_table (self->flow, answered);
}
