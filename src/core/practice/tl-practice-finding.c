/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-debrief-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-format.h"

/* The written finding beside the answer sheet: a fact, two sources that show it, its reach, the regulation. */

static gboolean
says (const char *text)
{
  g_autofree char *copy = g_strdup (text != NULL ? text : "");

  return *g_strstrip (copy) != '\0';
}

/* What shows a weakness of the risk that the finding is about, by the sheet or by the model. */
static gboolean
shows_weakness (const TlPracticeDebrief *self,
                const char              *risk,
                const char              *ref)
{
  const TlPracticeModel *model = tl_practice_case_get_model (self->practice_case);

  if (g_strcmp0 (model->risk, risk) == 0 && tl_practice_is_named (model->sources, ref))
    return TRUE;
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_sheet_get (self->sheet, i);

      if (answer->planted && g_strcmp0 (answer->risk, risk) == 0
          && tl_practice_is_named ((const char * const *) answer->evidence, ref))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_weakness (const TlPracticeDebrief *self,
              const char              *risk)
{
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_sheet_get (self->sheet, i);

      if (answer->planted && g_strcmp0 (answer->risk, risk) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
judge_fact (const TlPracticeDebrief *self,
            const TlPracticeFinding *finding,
            GStrvBuilder            *reasons)
{
  if (!says (finding->fact))
    g_strv_builder_add (reasons, _("The finding states no fact."));
  else if (!has_weakness (self, finding->risk))
    g_strv_builder_add (reasons, _("The finding is about a risk on which nothing was to be found."));
  else
    return TRUE;
  return FALSE;
}

/* Two of one source don't bear each other out. */
static gboolean
judge_sources (const TlPracticeDebrief *self,
               const TlPracticeFinding *finding,
               GStrvBuilder            *reasons)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; finding->sources != NULL && finding->sources[i] != NULL; i++)
    {
      const char *source = tl_practice_get_source (self->practice_case, snapshot, finding->sources[i]);

      if (source != NULL && shows_weakness (self, finding->risk, finding->sources[i]))
        g_hash_table_add (seen, (gpointer) source);
    }
  if (g_hash_table_size (seen) >= 2)
    return TRUE;
  g_strv_builder_add (reasons, g_hash_table_size (seen) == 0
                                 ? _("Nothing that the finding rests on shows it.")
                                 : _("The finding rests on one source; a second one of another sort would bear it out."));
  return FALSE;
}

static gboolean
judge_reach (const TlPracticeDebrief *self,
             const TlPracticeFinding *finding,
             GStrvBuilder            *reasons)
{
  const TlPracticeModel *model = tl_practice_case_get_model (self->practice_case);
  const char * const none[] = { NULL };
  const char * const *places = finding->places != NULL ? (const char * const *) finding->places : none;
  g_autofree char *list = tl_format_list (model->places);

  if (!says (finding->reach))
    {
      g_strv_builder_add (reasons, _("The finding doesn’t say how far it reaches: whom, where and since when."));
      return FALSE;
    }
  /* Of another risk than the model's the sheet says nothing about reach. */
  if (g_strcmp0 (model->risk, finding->risk) != 0)
    return TRUE;
  for (guint i = 0; model->places[i] != NULL; i++)
    {
      if (tl_practice_is_named (places, model->places[i]))
        continue;
      g_strv_builder_take (reasons, g_strdup_printf (_("The finding reaches %s, and doesn’t say so."), list));
      return FALSE;
    }
  if (g_strv_length ((char **) places) == g_strv_length ((char **) model->places))
    return TRUE;
  g_strv_builder_add (reasons, _("The finding is said to reach further than anything shows."));
  return FALSE;
}

static gboolean
judge_regulation (const TlPracticeDebrief *self,
                  const TlPracticeFinding *finding,
                  GStrvBuilder            *reasons)
{
  const TlPracticeModel *model = tl_practice_case_get_model (self->practice_case);
  const TlRiskFacts *risk = finding->risk != NULL ? tl_snapshot_find_ref (tl_assessment_get_snapshot (self->assessment),
                                                                          TL_TABLE_RISK, finding->risk)
                                                  : NULL;
  g_autofree char *list = tl_format_list (model->regulations);

  if (!says (finding->regulation))
    g_strv_builder_add (reasons, _("The finding names no regulation."));
  else if ((g_strcmp0 (model->risk, finding->risk) == 0 && tl_practice_is_named (model->regulations, finding->regulation))
           || (risk != NULL && tl_practice_is_named (risk->regulations, finding->regulation)))
    return TRUE;
  else if (g_strcmp0 (model->risk, finding->risk) == 0)
    g_strv_builder_take (reasons, g_strdup_printf (_("An expert would name regulation %s."), list));
  else
    g_strv_builder_add (reasons, _("That regulation isn’t one that the risk touches."));
  return FALSE;
}

/**
 * tl_practice_judge_finding:
 * @self: a debrief
 * @reasons: what lacks is added, a plain sentence each; when nothing does, that
 *
 * Judges the written finding.
 *
 * Returns: how many of its four parts hold
 */
guint
tl_practice_judge_finding (const TlPracticeDebrief *self,
                           GStrvBuilder            *reasons)
{
  const TlPracticeFinding *finding = tl_practice_run_get_finding (self->run);
  guint n = 0;

  n += judge_fact (self, finding, reasons);
  n += judge_sources (self, finding, reasons);
  n += judge_reach (self, finding, reasons);
  n += judge_regulation (self, finding, reasons);
  if (n == TL_PRACTICE_FINDING_PARTS)
    g_strv_builder_add (reasons, _("It states a fact on two sources, how far it reaches, and the regulation."));
  return n;
}
