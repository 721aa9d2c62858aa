/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-sheet.h"

#include <glib/gi18n-lib.h>

#include "tl-checks.h"

/* Whether an answer sheet fits its workbook: every ref is there, every planted weakness is found by the program at that
 * very place, whatever looks weak and is sound isn't found, and nothing else is grave. */

typedef struct
{
  TlPracticeCase *practice_case;
  TlAssessment *assessment;
  TlSnapshot *snapshot;
  TlPracticeSheet *sheet;
  GStrvBuilder *problems;
  guint n;
} Fitting;

static void
complain (Fitting *self,
          char    *sentence)
{
  g_strv_builder_take (self->problems, sentence);
  self->n++;
}

/* @where: what names it */
static void
check_ref (Fitting    *self,
           const char *ref,
           const char *where)
{
  guint n = tl_practice_count_named (self->practice_case, self->snapshot, ref);

  if (n == 0)
    /* Translators: part of a case, a ref that it names */
    complain (self, g_strdup_printf (_("%1$s: nothing in the case is called “%2$s”"), where, ref));
  else if (n > 1)
    complain (self, g_strdup_printf (_("%1$s: “%2$s” may mean two things; each ref of a case must mean one"), where, ref));
}

static void
check_refs (Fitting            *self,
            const char * const *refs,
            const char         *where)
{
  for (guint i = 0; refs[i] != NULL; i++)
    check_ref (self, refs[i], where);
}

/* A check speaks of a source by its word. */
static gboolean
is_source (const char *text)
{
  int source;

  return tl_word_find (TL_TYPE_SOURCE, text, &source);
}

static gboolean
is_check (const char *id)
{
  guint n;
  const TlCheck *checks = tl_checks_list (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (checks[i].id, id) == 0)
      return TRUE;
  return FALSE;
}

static const TlRiskJudgement *
find_risk (Fitting                *self,
           const TlPracticeAnswer *answer)
{
  return answer->facts->risk != NULL ? tl_assessment_find_risk (self->assessment, &answer->facts->risk->base.id) : NULL;
}

/* What the line says where the answer is about a whole link. */
static void
check_link (Fitting                *self,
            const TlPracticeAnswer *answer,
            const char             *where)
{
  const TlRiskJudgement *risk = find_risk (self, answer);
  TlLinkState state;

  if (risk == NULL)
    {
      complain (self, g_strdup_printf (_("%s: the risk isn’t there yet on the day that the case is set"), where));
      return;
    }
  if (answer->facts->link == TL_LINE_LINK_NONE || answer->subjects[0] != NULL || answer->place != NULL
      || risk->state != TL_RISK_STATE_OPEN)
    return;
  state = risk->line[answer->facts->link - TL_LINE_LINK_FOUND].state;
  if (!answer->planted && state != TL_LINK_STATE_SOUND)
    complain (self, g_strdup_printf (_("%1$s: it is to be sound, and the workbook shows it to be %2$s"), where,
                                     tl_word_label (TL_TYPE_LINK_STATE, (int) state)));
  if ((answer->facts->state == TL_ANSWER_STATE_MISSING) != (state == TL_LINK_STATE_MISSING) && answer->planted)
    complain (self, g_strdup_printf (_("%1$s: it is to be %2$s, and the workbook shows it to be %3$s"), where,
                                     tl_word_label (TL_TYPE_ANSWER_STATE, (int) answer->facts->state),
                                     tl_word_label (TL_TYPE_LINK_STATE, (int) state)));
}

static void
check_planted (Fitting                *self,
               const TlPracticeAnswer *answer,
               const char             *where)
{
  if (!is_check (answer->facts->check_id))
    complain (self, g_strdup_printf (_("%1$s: “%2$s” is no check"), where,
                                     answer->facts->check_id != NULL ? answer->facts->check_id : ""));
  else if (tl_practice_sheet_find_finding (answer, self->assessment) == NULL)
    complain (self, g_strdup_printf (_("%1$s: the workbook doesn’t show it; no finding “%2$s” is there"), where,
                                     answer->facts->check_id));
}

/* What looks weak and is sound must really be so: nothing about these very items is found. */
static void
check_sound (Fitting                *self,
             const TlPracticeAnswer *answer,
             const char             *where)
{
  for (guint i = 0; i < tl_assessment_get_n_findings (self->assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (self->assessment, i);
      gboolean about = tl_practice_is_named ((const char * const *) answer->subjects, finding->subject)
                       && (answer->place == NULL || finding->place == NULL
                           || g_strcmp0 (finding->place->base.ref, answer->place) == 0);

      if (about)
        complain (self, g_strdup_printf (_("%1$s: it is to be sound, and the workbook shows otherwise: %2$s"), where, finding->text));
    }
}

static void
check_answer (Fitting                *self,
              const TlPracticeAnswer *answer)
{
  g_autofree char *place = tl_practice_answer_dup_where (answer);
  /* Translators: a line of the answer sheet, by what it is about, such as "R1 · Even · M1" */
  g_autofree char *where = g_strdup_printf (_("Answer on %s"), place);

  for (guint i = 0; answer->subjects[i] != NULL; i++)
    if (!is_source (answer->subjects[i]))
      check_ref (self, answer->subjects[i], where);
  check_refs (self, (const char * const *) answer->evidence, where);
  if (answer->evidence[0] == NULL)
    complain (self, g_strdup_printf (_("%s: it doesn’t say what shows it"), where));
  if (answer->facts->link == TL_LINE_LINK_NONE && answer->subjects[0] == NULL && answer->place == NULL && !answer->planted)
    complain (self, g_strdup_printf (_("%s: it doesn’t say what is sound"), where));
  check_link (self, answer, where);
  if (answer->planted)
    check_planted (self, answer, where);
  else
    check_sound (self, answer, where);
}

static gboolean
is_planted (Fitting         *self,
            const TlFinding *finding)
{
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_sheet_get (self->sheet, i);

      if (answer->planted && tl_practice_sheet_find_finding (answer, self->assessment) == finding)
        return TRUE;
    }
  return FALSE;
}

static void
check_findings (Fitting *self)
{
  for (guint i = 0; i < tl_assessment_get_n_findings (self->assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (self->assessment, i);

      if (finding->severity == TL_SEVERITY_ACT && !is_planted (self, finding))
        complain (self, g_strdup_printf (_("The workbook shows something grave that no answer speaks of (%1$s): %2$s"), finding->check,
                                         finding->text));
    }
}

/* An expert opens each thing once, and something of all that shows a weakness. */
static void
check_trail (Fitting *self)
{
  const char * const *trail = tl_practice_case_get_trail (self->practice_case);

  check_refs (self, trail, _("The trail of the page"));
  for (guint i = 0; trail[i] != NULL; i++)
    if (g_strv_contains (&trail[i + 1], trail[i]))
      complain (self, g_strdup_printf (_("The trail of the page names “%s” twice"), trail[i]));
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_sheet_get (self->sheet, i);
      g_autofree char *where = tl_practice_answer_dup_where (answer);
      gboolean opened = FALSE;

      for (guint j = 0; answer->evidence[j] != NULL; j++)
        opened |= tl_practice_is_named (trail, answer->evidence[j]);
      if (!opened)
        complain (self, g_strdup_printf (_("The trail of the page opens nothing that shows %s"), where));
    }
}

static void
check_page (Fitting *self)
{
  const TlPracticeModel *model = tl_practice_case_get_model (self->practice_case);

  check_ref (self, model->risk, _("The finding of the page"));
  check_refs (self, model->sources, _("The finding of the page"));
  check_refs (self, model->places, _("The finding of the page"));
  check_trail (self);
  for (guint i = 0; i < tl_practice_case_get_n_extracts (self->practice_case); i++)
    {
      const TlPracticeExtract *extract = tl_practice_case_get_extract (self->practice_case, i);
      g_autofree char *where = g_strdup_printf (_("Extract %s"), extract->ref);

      check_ref (self, extract->ref, where);
      check_refs (self, extract->risks, where);
      if (extract->place != NULL)
        check_ref (self, extract->place, where);
      if (extract->date > tl_assessment_get_as_at (self->assessment))
        complain (self, g_strdup_printf (_("%s: it is from after the day that the case is set"), where));
    }
}

/**
 * tl_practice_sheet_check:
 * @practice_case: a case
 * @assessment: what is concluded of its workbook, as at its own day
 *
 * Checks that the answer sheet and the page of a case fit its workbook, so that nobody is taught what isn't so.
 *
 * Returns: (transfer full) (array zero-terminated=1): what doesn't fit, a plain sentence each; empty when all does
 */
char **
tl_practice_sheet_check (TlPracticeCase *practice_case,
                         TlAssessment   *assessment)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (assessment);
  g_autoptr (TlPracticeSheet) sheet = tl_practice_sheet_new (snapshot);
  g_autoptr (GStrvBuilder) problems = g_strv_builder_new ();
  Fitting self = { practice_case, assessment, snapshot, sheet, problems, 0 };

  if (tl_snapshot_get_today (snapshot) == TL_NO_DAY)
    complain (&self, g_strdup (_("The workbook has no day of its own; a case needs one, so that it stays as it is")));
  if (tl_practice_sheet_get_n (sheet) == 0)
    complain (&self, g_strdup (_("The workbook has no answer sheet")));
  for (guint i = 0; i < tl_practice_sheet_get_n (sheet); i++)
    check_answer (&self, tl_practice_sheet_get (sheet, i));
  check_findings (&self);
  check_page (&self);
  return g_strv_builder_end (problems);
}
