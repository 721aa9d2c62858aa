/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hidden, by what, and how much. */
#include "config.h"

#include "tl-timeline-filters.h"

#include <glib/gi18n.h>

/**
 * tl_timeline_kind_get_label:
 * @kind: a sort of thing on the timeline
 *
 * Returns: what such things are called
 */
const char *
tl_timeline_kind_get_label (TlTimelineKind kind)
{
  switch (kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      return C_("timeline", "evidence");
    case TL_TIMELINE_KIND_SILENCE:
      return C_("timeline", "silences");
    case TL_TIMELINE_KIND_ACTION:
      return C_("timeline", "actions");
    case TL_TIMELINE_KIND_REVIEW:
      return C_("timeline", "reviews");
    case TL_TIMELINE_KIND_CHALLENGE:
      return C_("timeline", "challenges");
    case TL_TIMELINE_KIND_DECISION:
      return C_("timeline", "decisions");
    case TL_TIMELINE_KIND_SIGN:
      return C_("timeline", "signs seen");
    case TL_TIMELINE_KIND_OWNERSHIP:
    default:
      return C_("timeline", "owners");
    }
}

/**
 * tl_timeline_criterion_take:
 * @criterion: one of the things to filter by
 * @filter: a filter
 * @alone: (out): the filter of this alone
 *
 * Returns: whether the filter filters by it
 */
gboolean
tl_timeline_criterion_take (TlTimelineCriterion     criterion,
                            const TlTimelineFilter *filter,
                            TlTimelineFilter       *alone)
{
  *alone = (TlTimelineFilter) { 0 };
  switch (criterion)
    {
    case TL_TIMELINE_CRITERION_OUTCOMES:
      alone->only_outcomes = filter->only_outcomes;
      break;
    case TL_TIMELINE_CRITERION_KINDS:
      alone->kinds = filter->kinds;
      break;
    case TL_TIMELINE_CRITERION_VERDICTS:
      alone->verdicts = filter->verdicts;
      break;
    case TL_TIMELINE_CRITERION_SOURCES:
      alone->sources = filter->sources;
      break;
    case TL_TIMELINE_CRITERION_PLACE:
      alone->place = filter->place;
      break;
    case TL_TIMELINE_CRITERION_PERSON:
    default:
      alone->person = filter->person;
      break;
    }
  return !tl_timeline_filter_is_empty (alone);
}

void
tl_timeline_criterion_clear (TlTimelineCriterion  criterion,
                             TlTimelineFilter    *filter)
{
  switch (criterion)
    {
    case TL_TIMELINE_CRITERION_OUTCOMES:
      filter->only_outcomes = FALSE;
      break;
    case TL_TIMELINE_CRITERION_KINDS:
      filter->kinds = 0;
      break;
    case TL_TIMELINE_CRITERION_VERDICTS:
      filter->verdicts = 0;
      break;
    case TL_TIMELINE_CRITERION_SOURCES:
      filter->sources = 0;
      break;
    case TL_TIMELINE_CRITERION_PLACE:
      filter->place = (TlId) { 0 };
      break;
    case TL_TIMELINE_CRITERION_PERSON:
    default:
      filter->person = (TlId) { 0 };
      break;
    }
}

/**
 * tl_timeline_criterion_count:
 * @criterion: one of the things to filter by
 * @filter: a filter
 * @whole: everything that could be shown
 *
 * Returns: how many things it hides, by itself
 */
guint
tl_timeline_criterion_count (TlTimelineCriterion     criterion,
                             const TlTimelineFilter *filter,
                             const TlTimelinePlan   *whole)
{
  TlTimelineFilter alone;
  guint n = 0;

  if (!tl_timeline_criterion_take (criterion, filter, &alone))
    return 0;
  for (guint i = 0; i < whole->n_entries; i++)
    n += !tl_timeline_entry_passes (&whole->entries[i], &alone);
  return n;
}

static char *
list_words (guint64      bits,
            guint        first,
            guint        last,
            GType        words,
            const char *(*get_label) (GType, int))
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = first; i <= last; i++)
    if (bits & (G_GUINT64_CONSTANT (1) << i))
      g_strv_builder_add (builder, get_label (words, (int) i));
  list = g_strv_builder_end (builder);
  return g_strjoinv (", ", list);
}

static const char *
get_kind_label (GType words,
                int   kind)
{
  return tl_timeline_kind_get_label ((TlTimelineKind) kind);
}

static const char *
get_verdict_label (GType words,
                   int   verdict)
{
  return verdict == TL_VERDICT_NONE ? _("doesn’t say") : tl_word_label (words, verdict);
}

static char *
name_row (TlSnapshot *snapshot,
          TlTable     table,
          const TlId *id)
{
  gconstpointer row = tl_snapshot_find (snapshot, table, id);
  const char *name = NULL;

  if (row != NULL)
    name = table == TL_TABLE_PLACE ? ((const TlPlaceFacts *) row)->name : ((const TlPersonFacts *) row)->name;
  return g_strdup (name != NULL ? name : "");
}

/**
 * tl_timeline_criterion_name:
 * @criterion: one of the things to filter by
 * @filter: a filter
 * @snapshot: where places and people are named
 *
 * Returns: (transfer full): what alone is shown: sorts of things, verdicts, sources, a place or a person
 */
char *
tl_timeline_criterion_name (TlTimelineCriterion     criterion,
                            const TlTimelineFilter *filter,
                            TlSnapshot             *snapshot)
{
  switch (criterion)
    {
    case TL_TIMELINE_CRITERION_OUTCOMES:
      return g_strdup (C_("timeline", "outcomes"));
    case TL_TIMELINE_CRITERION_KINDS:
      return list_words (filter->kinds, 0, TL_TIMELINE_N_KINDS - 1, G_TYPE_NONE, get_kind_label);
    case TL_TIMELINE_CRITERION_VERDICTS:
      return list_words (filter->verdicts, TL_VERDICT_NONE, TL_VERDICT_CONTRADICTS, TL_TYPE_VERDICT, get_verdict_label);
    case TL_TIMELINE_CRITERION_SOURCES:
      return list_words (filter->sources, TL_SOURCE_CARE_RECORD, TL_SOURCE_PARTNER_FEEDBACK, TL_TYPE_SOURCE, tl_word_label);
    case TL_TIMELINE_CRITERION_PLACE:
      return name_row (snapshot, TL_TABLE_PLACE, &filter->place);
    case TL_TIMELINE_CRITERION_PERSON:
    default:
      return name_row (snapshot, TL_TABLE_PERSON, &filter->person);
    }
}

/**
 * tl_timeline_criterion_describe:
 * @criterion: one of the things to filter by
 * @filter: a filter that filters by it
 * @snapshot: where places and people are named
 *
 * Returns: (transfer full): what alone is shown, as "Only audit, minutes"
 */
char *
tl_timeline_criterion_describe (TlTimelineCriterion     criterion,
                                const TlTimelineFilter *filter,
                                TlSnapshot             *snapshot)
{
  g_autofree char *name = tl_timeline_criterion_name (criterion, filter, snapshot);

  /* Translators: what alone is shown: sources of evidence, a place, a person … */
  return g_strdup_printf (_("Only %s"), name);
}
