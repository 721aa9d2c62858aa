/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-sheet.h"

#include <string.h>

struct _TlPracticeSheet
{
  TlSnapshot *snapshot;
  GArray *answers;
};

static void
clear_answer (TlPracticeAnswer *answer)
{
  g_strfreev (answer->subjects);
  g_strfreev (answer->evidence);
}

/* A list inside a cell. */
static char **
split (const char *text)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        g_strv_builder_add (list, parts[i]);
    }
  return g_strv_builder_end (list);
}

/* A place among the subjects says where. */
static void
take_place (TlPracticeAnswer *answer,
            TlSnapshot       *snapshot)
{
  for (guint i = 0; answer->subjects[i] != NULL; i++)
    {
      const TlFacts *place = tl_snapshot_find_ref (snapshot, TL_TABLE_PLACE, answer->subjects[i]);
      guint n = g_strv_length (answer->subjects);

      if (place == NULL)
        continue;
      answer->place = place->ref;
      g_free (answer->subjects[i]);
      memmove (&answer->subjects[i], &answer->subjects[i + 1], (n - i) * sizeof *answer->subjects);
      return;
    }
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  const TlPracticeAnswer *first = a, *second = b;
  int order = tl_facts_compare_refs (first->risk, second->risk);
  g_autofree char *where = NULL, *other_where = NULL;

  /* What is about no link comes last. */
  if (order == 0 && first->facts->link != second->facts->link)
    order = (first->facts->link + TL_N_LINE_LINKS) % (TL_N_LINE_LINKS + 1) - (second->facts->link + TL_N_LINE_LINKS) % (TL_N_LINE_LINKS + 1);
  if (order != 0)
    return order;
  where = tl_practice_answer_dup_where (first);
  other_where = tl_practice_answer_dup_where (second);
  order = strcmp (where, other_where);
  return order != 0 ? order : strcmp (first->facts->why, second->facts->why);
}

/**
 * tl_practice_sheet_new:
 * @snapshot: the workbook of a case
 *
 * Reads the answer sheet of a workbook.
 *
 * Returns: (transfer full): the sheet, which may be empty
 */
TlPracticeSheet *
tl_practice_sheet_new (TlSnapshot *snapshot)
{
  TlPracticeSheet *self = g_new0 (TlPracticeSheet, 1);

  self->snapshot = tl_snapshot_ref (snapshot);
  self->answers = g_array_new (FALSE, TRUE, sizeof (TlPracticeAnswer));
  g_array_set_clear_func (self->answers, (GDestroyNotify) clear_answer);
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_ANSWER); i++)
    {
      const TlAnswerFacts *facts = tl_snapshot_get (snapshot, TL_TABLE_ANSWER, i);
      TlPracticeAnswer answer = {
        .facts = facts,
        .risk = facts->risk != NULL ? facts->risk->base.ref : NULL,
        .subjects = split (facts->subject),
        .evidence = split (facts->evidence),
        .planted = facts->state != TL_ANSWER_STATE_SOUND,
      };

      take_place (&answer, snapshot);
      g_array_append_val (self->answers, answer);
    }
  g_array_sort (self->answers, compare_answers);
  return self;
}

/**
 * tl_practice_sheet_free:
 * @self: (transfer full): an answer sheet
 */
void
tl_practice_sheet_free (TlPracticeSheet *self)
{
  g_array_unref (self->answers);
  tl_snapshot_unref (self->snapshot);
  g_free (self);
}

/**
 * tl_practice_sheet_get_n:
 * @self: an answer sheet
 *
 * Returns: how many lines it has
 */
guint
tl_practice_sheet_get_n (const TlPracticeSheet *self)
{
  return self->answers->len;
}

/**
 * tl_practice_sheet_get:
 * @self: an answer sheet
 * @index: which one
 *
 * Returns: (transfer none): a line of it
 */
const TlPracticeAnswer *
tl_practice_sheet_get (const TlPracticeSheet *self,
                       guint                  index)
{
  g_return_val_if_fail (index < self->answers->len, NULL);

  return &g_array_index (self->answers, TlPracticeAnswer, index);
}

/**
 * tl_practice_answer_dup_where:
 * @answer: a line of the answer sheet
 *
 * Returns: (transfer full): where in the workbook it is: risk, link, place and subjects, such as "R1 · Even · DAM · M1"
 */
char *
tl_practice_answer_dup_where (const TlPracticeAnswer *answer)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (gpointer) (answer->risk != NULL ? answer->risk : ""));
  if (answer->facts->link != TL_LINE_LINK_NONE)
    g_ptr_array_add (parts, (gpointer) tl_word_label (TL_TYPE_LINE_LINK, (int) answer->facts->link));
  if (answer->place != NULL)
    g_ptr_array_add (parts, (gpointer) answer->place);
  for (guint i = 0; answer->subjects[i] != NULL; i++)
    g_ptr_array_add (parts, answer->subjects[i]);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * tl_practice_is_named:
 * @refs: (array zero-terminated=1) (nullable): refs
 * @ref: (nullable): one
 *
 * Returns: whether it is among them
 */
gboolean
tl_practice_is_named (const char * const *refs,
                      const char         *ref)
{
  return refs != NULL && ref != NULL && g_strv_contains (refs, ref);
}

/* What a finding across risks doesn't say of itself, the answer's evidence needn't repeat: the same check, and the same
 * risk, subject and place as far as both name one. */
static gboolean
is_same_finding (const TlPracticeAnswer *answer,
                 const TlFinding        *finding)
{
  const char * const *subjects = (const char * const *) answer->subjects;

  if (g_strcmp0 (finding->check, answer->facts->check_id) != 0)
    return FALSE;
  if (finding->risk != NULL && g_strcmp0 (finding->risk->base.ref, answer->risk) != 0)
    return FALSE;
  if (answer->place != NULL && finding->place != NULL && g_strcmp0 (finding->place->base.ref, answer->place) != 0)
    return FALSE;
  if (answer->place != NULL && finding->place == NULL)
    return FALSE;
  if (subjects[0] == NULL)
    return TRUE;
  return tl_practice_is_named (subjects, finding->subject) || tl_practice_is_named (subjects, finding->other);
}

/**
 * tl_practice_sheet_find_finding:
 * @answer: a planted weakness
 * @assessment: what is concluded of its workbook
 *
 * Looks for what the program itself finds at that place.
 *
 * Returns: (transfer none) (nullable): the finding of the same check about the same risk, subject and place
 */
const TlFinding *
tl_practice_sheet_find_finding (const TlPracticeAnswer *answer,
                                const TlAssessment     *assessment)
{
  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (is_same_finding (answer, finding))
        return finding;
    }
  return NULL;
}

/* The sheets whose rows a judgement can rest on or be about. */
static const TlTable named_tables[] = {
  TL_TABLE_PLACE, TL_TABLE_PERSON, TL_TABLE_RISK, TL_TABLE_MEASURE, TL_TABLE_ACTION, TL_TABLE_EVIDENCE, TL_TABLE_REVIEW,
  TL_TABLE_WARNING_SIGN, TL_TABLE_LEARNING,
};

/**
 * tl_practice_count_named:
 * @practice_case: a case
 * @snapshot: its workbook
 * @ref: what may be a ref
 *
 * Counts what a ref may mean. In a case each ref means one thing, whatever its sheet, so that a judgement can name it.
 *
 * Returns: how many rows and extracts have this ref
 */
guint
tl_practice_count_named (TlPracticeCase   *practice_case,
                         const TlSnapshot *snapshot,
                         const char       *ref)
{
  guint n = tl_practice_case_find_extract (practice_case, ref) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (named_tables); i++)
    n += tl_snapshot_find_ref (snapshot, named_tables[i], ref) != NULL;
  return n;
}

/**
 * tl_practice_get_source:
 * @practice_case: a case
 * @snapshot: its workbook
 * @ref: ref of something that a finding rests on
 *
 * Two items of one source are one source: two audits don't bear each other out.
 *
 * Returns: the word of the source that it comes from; for what is no evidence, the sheet that it stands in; %NULL when there
 *   is no such thing
 */
const char *
tl_practice_get_source (TlPracticeCase   *practice_case,
                        const TlSnapshot *snapshot,
                        const char       *ref)
{
  const TlPracticeExtract *extract = tl_practice_case_find_extract (practice_case, ref);
  const TlEvidenceFacts *evidence = tl_snapshot_find_ref (snapshot, TL_TABLE_EVIDENCE, ref);

  if (extract != NULL)
    return tl_word_get (TL_TYPE_SOURCE, (int) extract->source);
  if (evidence != NULL)
    return tl_word_get (TL_TYPE_SOURCE, (int) evidence->source);
  for (guint i = 0; i < G_N_ELEMENTS (named_tables); i++)
    {
      if (tl_snapshot_find_ref (snapshot, named_tables[i], ref) != NULL)
        return tl_layout_get (named_tables[i])->sheet;
    }
  return NULL;
}
