/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-item.h"

#include <glib/gi18n-lib.h>

#include "tl-attachment-name.h"
#include "tl-format.h"

/* What an item stands for. */

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

static const TlFacts *
get_facts (TlTimelineItem *self)
{
  const TlEvidenceItem *item = tl_timeline_item_get_subject (self);

  switch (tl_timeline_item_get_kind (self))
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      return item->facts != NULL ? &item->facts->base : &item->reading->base;
    case TL_TIMELINE_KIND_ACTION:
      return &tl_timeline_item_get_action (self)->facts->base;
    case TL_TIMELINE_KIND_SILENCE:
      return NULL;
    case TL_TIMELINE_KIND_REVIEW:
    case TL_TIMELINE_KIND_CHALLENGE:
    case TL_TIMELINE_KIND_DECISION:
    case TL_TIMELINE_KIND_SIGN:
    default:
      return tl_timeline_item_get_subject (self);
    }
}

/**
 * tl_timeline_item_is_same:
 * @a: an item
 * @b: another item, perhaps of a later assessment
 *
 * Returns: whether both stand for the same row, or for the same silence
 */
gboolean
tl_timeline_item_is_same (TlTimelineItem *a,
                          TlTimelineItem *b)
{
  const TlFacts *first = get_facts (a), *second = get_facts (b);

  if (tl_timeline_item_get_kind (a) != tl_timeline_item_get_kind (b))
    return FALSE;
  if (first != NULL && second != NULL)
    return tl_id_equal (&first->id, &second->id);
  return first == second && tl_timeline_item_get_date (a) == tl_timeline_item_get_date (b)
         && tl_timeline_item_get_source (a) == tl_timeline_item_get_source (b);
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
