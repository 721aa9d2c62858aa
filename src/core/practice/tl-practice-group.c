/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-group.h"

#include <glib/gi18n-lib.h>

struct _TlPracticeGroup
{
  TlPracticeCase *practice_case;
  TlAssessment *assessment;
  TlPracticeSheet *sheet;
  GPtrArray *runs;
  GPtrArray *debriefs;
};

/**
 * tl_practice_group_new:
 * @practice_case: a case
 * @assessment: what is concluded of its workbook, as at its own day
 *
 * Returns: (transfer full): a table without a trainee yet
 */
TlPracticeGroup *
tl_practice_group_new (TlPracticeCase *practice_case,
                       TlAssessment   *assessment)
{
  TlPracticeGroup *self = g_new0 (TlPracticeGroup, 1);

  self->practice_case = g_object_ref (practice_case);
  self->assessment = tl_assessment_ref (assessment);
  self->sheet = tl_practice_sheet_new (tl_assessment_get_snapshot (assessment));
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
  self->debriefs = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_practice_debrief_free);
  return self;
}

/**
 * tl_practice_group_free:
 * @self: (transfer full): a table
 */
void
tl_practice_group_free (TlPracticeGroup *self)
{
  g_ptr_array_unref (self->debriefs);
  g_ptr_array_unref (self->runs);
  tl_practice_sheet_free (self->sheet);
  tl_assessment_unref (self->assessment);
  g_object_unref (self->practice_case);
  g_free (self);
}

/**
 * tl_practice_group_add:
 * @self: a table
 * @run: a trainee's go at the case
 * @error: why it can't be laid beside the others: it isn't finished, or is at another case
 *
 * Adds a trainee, at the end.
 *
 * Returns: whether it was added
 */
gboolean
tl_practice_group_add (TlPracticeGroup  *self,
                       TlPracticeRun    *run,
                       GError          **error)
{
  TlPracticeDebrief *debrief = tl_practice_debrief_new (self->practice_case, self->assessment, run, error);

  if (debrief == NULL)
    return FALSE;
  g_ptr_array_add (self->runs, g_object_ref (run));
  g_ptr_array_add (self->debriefs, debrief);
  return TRUE;
}

/**
 * tl_practice_group_get_n_trainees:
 * @self: a table
 *
 * Returns: how many columns it has
 */
guint
tl_practice_group_get_n_trainees (const TlPracticeGroup *self)
{
  return self->runs->len;
}

/**
 * tl_practice_group_dup_trainee:
 * @self: a table
 * @trainee: which column
 *
 * Returns: (transfer full): what the trainee wishes to be called, or a number
 */
char *
tl_practice_group_dup_trainee (const TlPracticeGroup *self,
                               guint                  trainee)
{
  const char *name = NULL;

  g_return_val_if_fail (trainee < self->runs->len, NULL);

  name = tl_practice_run_get_trainee (g_ptr_array_index (self->runs, trainee));
  /* Translators: a trainee who gave no name, by number */
  return name != NULL && *name != '\0' ? g_strdup (name) : g_strdup_printf (_("Trainee %u"), trainee + 1);
}

/**
 * tl_practice_group_get_debrief:
 * @self: a table
 * @trainee: which column
 *
 * Returns: (transfer none): the trainee's own debrief
 */
const TlPracticeDebrief *
tl_practice_group_get_debrief (const TlPracticeGroup *self,
                               guint                  trainee)
{
  g_return_val_if_fail (trainee < self->debriefs->len, NULL);

  return g_ptr_array_index (self->debriefs, trainee);
}

/**
 * tl_practice_group_get_n_rows:
 * @self: a table
 *
 * Returns: how many lines the answer sheet has
 */
guint
tl_practice_group_get_n_rows (const TlPracticeGroup *self)
{
  return tl_practice_sheet_get_n (self->sheet);
}

/**
 * tl_practice_group_get_row:
 * @self: a table
 * @row: which one
 *
 * Returns: (transfer none): a line of the answer sheet
 */
const TlPracticeAnswer *
tl_practice_group_get_row (const TlPracticeGroup *self,
                           guint                  row)
{
  return tl_practice_sheet_get (self->sheet, row);
}

/**
 * tl_practice_group_get_outcome:
 * @self: a table
 * @row: which line of the answer sheet
 * @trainee: which trainee
 *
 * Returns: what became of it
 */
TlPracticeOutcome
tl_practice_group_get_outcome (const TlPracticeGroup *self,
                               guint                  row,
                               guint                  trainee)
{
  const TlPracticeDebrief *debrief = tl_practice_group_get_debrief (self, trainee);

  g_return_val_if_fail (debrief != NULL && row < tl_practice_group_get_n_rows (self), TL_PRACTICE_OUTCOME_MISSED);
  return tl_practice_debrief_get_answer (debrief, row)->outcome;
}

/**
 * tl_practice_group_count:
 * @self: a table
 * @row: which line of the answer sheet
 * @outcome: an outcome
 *
 * Tells a trainer what nobody sees.
 *
 * Returns: how many trainees came to it
 */
guint
tl_practice_group_count (const TlPracticeGroup *self,
                         guint                  row,
                         TlPracticeOutcome      outcome)
{
  guint n = 0;

  for (guint i = 0; i < self->debriefs->len; i++)
    n += tl_practice_group_get_outcome (self, row, i) == outcome;
  return n;
}
