/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-removal-private.h"

#define ATTACHMENT_TABLE "attachment"

static void
write_pair (TlChange      *change,
            TlTable        table,
            const TlField *field,
            const TlFacts *row,
            const TlFacts *target)
{
  g_autofree char *pairs = tl_field_get_pairs (table, field);
  TlId pair = tl_field_get_pair_id (table, field, &row->id, &target->id);

  tl_change_remove_row (change, pairs, &pair);
}

static void
write_naming (TlChange              *change,
              const TlRemovalNaming *naming)
{
  const TlValue nothing = TL_VALUE_INIT;
  const char *table = tl_layout_get (naming->table)->name;
  g_autofree char *person = g_strconcat (naming->field->column, "_person", NULL);
  g_autofree char *text = g_strconcat (naming->field->column, "_text", NULL);

  switch ((int) naming->field->type)
    {
    case TL_FIELD_LINKS:
      write_pair (change, naming->table, naming->field, naming->row, naming->target);
      break;
    case TL_FIELD_WHO:
      tl_change_set (change, table, &naming->row->id, person, &nothing);
      tl_change_set_text (change, table, &naming->row->id, text, ((const TlPersonFacts *) naming->target)->name);
      break;
    default:
      tl_change_set (change, table, &naming->row->id, naming->field->column, &nothing);
      break;
    }
}

/* What belongs to a row that goes: the pairs of its lists, and the files attached to it. */
static void
write_gone (TlChange            *change,
            const TlRemovalGone *gone)
{
  const TlTableLayout *layout = tl_layout_get (gone->table);

  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlFactsList *list = &TL_REMOVAL_FACT (TlFactsList, gone->row, &layout->fields[i]);

      for (guint j = 0; layout->fields[i].type == TL_FIELD_LINKS && j < list->n; j++)
        write_pair (change, gone->table, &layout->fields[i], gone->row, list->rows[j]);
    }
  if (gone->table == TL_TABLE_EVIDENCE)
    {
      const TlFactsList *files = &((const TlEvidenceFacts *) gone->row)->attachments;

      for (guint i = 0; i < files->n; i++)
        tl_change_remove_row (change, ATTACHMENT_TABLE, &TL_FACTS_AT (*files, TlAttachmentFacts, i)->id);
    }
  tl_change_remove_row (change, layout->name, &gone->row->id);
}

/**
 * tl_removal_make_change:
 * @self: a removal
 *
 * Returns: (transfer full): all of it as one change, hence one undo
 */
TlChange *
tl_removal_make_change (TlRemoval *self)
{
  g_autofree char *kind = g_strdup_printf ("%s.remove", tl_layout_get (self->table)->name);
  TlChange *change = tl_change_new (kind);

  for (guint i = 0; i < self->naming->len; i++)
    write_naming (change, &g_array_index (self->naming, TlRemovalNaming, i));
  for (guint i = 0; i < self->gone->len; i++)
    write_gone (change, &g_array_index (self->gone, TlRemovalGone, i));
  return change;
}
