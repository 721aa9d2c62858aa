/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-private.h"

/* The files that are attached to evidence. They come in any order, like all rows, and are handed out to the evidence
 * when all of it is there. */

typedef struct
{
  TlId evidence;
  TlAttachmentFacts *facts;
} Attached;

void
tl_snapshot_add_attachment (TlSnapshot              *self,
                            const TlId              *evidence,
                            const TlAttachmentFacts *attachment)
{
  Attached attached = { *evidence, tl_arena_allocate (self->arena, sizeof *attachment) };

  *attached.facts = *attachment;
  attached.facts->name = tl_arena_keep (self->arena, attachment->name);
  attached.facts->media_type = attachment->media_type != NULL ? tl_arena_keep (self->arena, attachment->media_type) : NULL;
  if (self->attached == NULL)
    self->attached = g_array_new (FALSE, FALSE, sizeof (Attached));
  g_array_append_val (self->attached, attached);
}

static int
compare_attached (gconstpointer a,
                  gconstpointer b)
{
  const Attached *first = a, *second = b;
  int order = tl_id_compare (&first->evidence, &second->evidence);

  if (order == 0)
    order = tl_facts_compare_refs (first->facts->name, second->facts->name);
  return order != 0 ? order : tl_id_compare (&first->facts->id, &second->facts->id);
}

void
tl_snapshot_hand_out_attachments (TlSnapshot *self)
{
  guint n = self->attached != NULL ? self->attached->len : 0;
  gconstpointer *rows;

  if (n == 0)
    return;
  rows = tl_arena_allocate (self->arena, n * sizeof *rows);
  g_array_sort (self->attached, compare_attached);
  for (guint i = 0; i < n; i++)
    {
      const Attached *attached = &g_array_index (self->attached, Attached, i);
      /* Nobody else has the snapshot yet. */
      TlEvidenceFacts *evidence = (TlEvidenceFacts *) tl_snapshot_find (self, TL_TABLE_EVIDENCE, &attached->evidence);

      rows[i] = attached->facts;
      if (evidence == NULL)
        continue;
      if (evidence->attachments.n == 0)
        evidence->attachments.rows = &rows[i];
      evidence->attachments.n++;
    }
  g_clear_pointer (&self->attached, g_array_unref);
}

/**
 * tl_snapshot_get_attached_size:
 * @self: a snapshot
 *
 * Returns: the length in bytes of all files that the workbook carries, each once, also those that can be brought back
 */
gint64
tl_snapshot_get_attached_size (const TlSnapshot *self)
{
  return self->attached_size;
}
