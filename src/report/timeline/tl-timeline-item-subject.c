/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-item.h"

#include <glib/gi18n-lib.h>

#include "tl-attachment-name.h"
#include "tl-report-words.h"
#include "tl-timeline-words.h"

/* What an item stands for. */

/**
 * tl_timeline_item_get_action:
 * @self: an item
 *
 * Returns: (nullable): the action that it is
 */
const TlActionJudgement *
tl_timeline_item_get_action (TlTimelineItem *self)
{
  return tl_timeline_item_get_kind (self) == TL_TIMELINE_KIND_ACTION ? tl_timeline_item_get_subject (self) : NULL;
}

/**
 * tl_timeline_item_get_subject:
 * @self: an item
 *
 * Returns: the judgement or facts that it stands for
 */
gconstpointer
tl_timeline_item_get_subject (TlTimelineItem *self)
{
  return tl_timeline_item_get_entry (self)->subject;
}

/**
 * tl_timeline_item_get_evidence:
 * @self: an item
 *
 * Returns: (nullable): the piece of evidence that it is; %NULL also for a reading that counts as evidence
 */
const TlEvidenceFacts *
tl_timeline_item_get_evidence (TlTimelineItem *self)
{
  const TlEvidenceItem *item = tl_timeline_item_get_subject (self);

  return tl_timeline_item_get_kind (self) == TL_TIMELINE_KIND_EVIDENCE ? item->facts : NULL;
}

/**
 * tl_timeline_item_name_files:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): which files are attached to it, as "2 files: audit.pdf, minutes.txt"; %NULL for
 *   none
 */
char *
tl_timeline_item_name_files (TlTimelineItem *self)
{
  const TlEvidenceFacts *evidence = tl_timeline_item_get_evidence (self);
  guint n = evidence != NULL ? evidence->attachments.n : 0;
  g_autoptr (GStrvBuilder) names = NULL;
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  if (n == 0)
    return NULL;
  names = g_strv_builder_new ();
  for (guint i = 0; i < n; i++)
    g_strv_builder_take (names,
                         tl_attachment_name_clean (TL_FACTS_AT (evidence->attachments, TlAttachmentFacts, i)->name));
  list = g_strv_builder_end (names);
  joined = g_strjoinv (", ", list);
  /* Translators: how many files are attached, and their names */
  return g_strdup_printf (ngettext ("%1$u file: %2$s", "%1$u files: %2$s", n), n, joined);
}

static void
append_part (GString *text,
             char    *part)
{
  if (*part != '\0')
    g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", part);
  g_free (part);
}

/**
 * tl_timeline_item_describe:
 * @self: an item
 *
 * Returns: (transfer full): everything about it, to be read out
 */
char *
tl_timeline_item_describe (TlTimelineItem *self)
{
  const TlTimelinePlan *plan = tl_timeline_item_get_plan (self);
  const TlTimelineEntry *entry = tl_timeline_item_get_entry (self);
  const char *words = tl_timeline_item_get_text (self);
  const TlActionJudgement *action = tl_timeline_item_get_action (self);
  GString *text = g_string_new (NULL);
  g_autofree char *files = tl_timeline_item_name_files (self);

  append_part (text, tl_timeline_words_day (plan, entry));
  append_part (text, tl_timeline_words_source (entry));
  append_part (text, tl_timeline_words_kind (entry));
  append_part (text, tl_timeline_words_says (plan, entry));
  /* Drawn as marks before the bar. */
  if (action != NULL && action->times_moved > 0)
    append_part (text, tl_report_moved (action, tl_assessment_get_as_at (plan->assessment)));
  append_part (text, tl_timeline_words_place (entry));
  if (*words != '\0')
    g_string_append_printf (text, ": %s", words);
  if (files != NULL)
    g_string_append_printf (text, " (%s)", files);

  return g_string_free_and_steal (text);
}
