/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-draft-private.h"

#include "tl-change.h"
#include "tl-next-ref.h"
#include "tl-workbook-private.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlDraft, tl_draft, G_TYPE_OBJECT)

static void
tl_draft_finalize (GObject *object)
{
  TlDraft *self = TL_DRAFT (object);

  for (guint i = 0; i < self->layout->n_fields; i++)
    tl_draft_field_clear (&self->fields[i]);
  g_free (self->fields);
  g_clear_object (&self->workbook);

  G_OBJECT_CLASS (tl_draft_parent_class)->finalize (object);
}

static void
tl_draft_class_init (TlDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_draft_finalize;

  /**
   * TlDraft::changed:
   * @self: the draft
   * @column: the field
   *
   * Something else was typed or chosen. The signal's detail is the field, too.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_DRAFT, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tl_draft_init (TlDraft *self)
{
}

TlSnapshot *
tl_draft_get_snapshot (TlDraft *self)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook));
}

static TlDraft *
create (TlWorkbook    *workbook,
        TlTable        table,
        const TlId    *id,
        gconstpointer  facts)
{
  TlDraft *self = g_object_new (TL_TYPE_DRAFT, NULL);

  self->workbook = g_object_ref (workbook);
  self->table = table;
  self->layout = tl_layout_get (table);
  self->id = *id;
  self->is_new = facts == NULL;
  self->fields = g_new0 (TlDraftField, self->layout->n_fields);
  for (guint i = 0; i < self->layout->n_fields; i++)
    tl_draft_field_begin (&self->fields[i], &self->layout->fields[i], facts);
  return self;
}

/**
 * tl_draft_new:
 * @workbook: a workbook
 * @table: a table
 *
 * Returns: (transfer full): a row that is to be added, with nothing in it
 */
TlDraft *
tl_draft_new (TlWorkbook *workbook,
              TlTable     table)
{
  TlId id;

  g_return_val_if_fail (TL_IS_WORKBOOK (workbook), NULL);
  g_return_val_if_fail (table < TL_N_TABLES, NULL);

  id = tl_id_source_make_id (tl_workbook_get_ids (workbook));
  return create (workbook, table, &id, NULL);
}

/**
 * tl_draft_new_copy:
 * @workbook: a workbook
 * @table: a table
 * @row: the id of one of its rows
 *
 * Returns: (transfer full) (nullable): a copy of the row to be edited, %NULL when it isn't there any more
 */
TlDraft *
tl_draft_new_copy (TlWorkbook *workbook,
                   TlTable     table,
                   const TlId *row)
{
  gconstpointer facts;

  g_return_val_if_fail (TL_IS_WORKBOOK (workbook), NULL);
  g_return_val_if_fail (table < TL_N_TABLES, NULL);

  facts = tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook)), table, row);
  return facts != NULL ? create (workbook, table, row, facts) : NULL;
}

/**
 * tl_draft_get_workbook:
 * @self: a draft
 *
 * Returns: (transfer none): the workbook that it is for
 */
TlWorkbook *
tl_draft_get_workbook (TlDraft *self)
{
  return self->workbook;
}

/**
 * tl_draft_get_table:
 * @self: a draft
 *
 * Returns: the table that it is a row of
 */
TlTable
tl_draft_get_table (TlDraft *self)
{
  return self->table;
}

/**
 * tl_draft_get_id:
 * @self: a draft
 *
 * Returns: (transfer none): the id that the row has, or will have
 */
const TlId *
tl_draft_get_id (TlDraft *self)
{
  return &self->id;
}

/**
 * tl_draft_is_new:
 * @self: a draft
 *
 * Returns: whether it is to be added
 */
gboolean
tl_draft_is_new (TlDraft *self)
{
  return self->is_new;
}

TlDraftField *
tl_draft_find_field (TlDraft    *self,
                     const char *column)
{
  const TlField *field = tl_layout_find_field (self->table, column);

  return field != NULL ? &self->fields[field - self->layout->fields] : NULL;
}

void
tl_draft_emit_changed (TlDraft            *self,
                       const TlDraftField *field)
{
  g_signal_emit (self, signals[CHANGED], g_quark_from_static_string (field->field->column), field->field->column);
}

/* ── Keeping it ───────────────────────────────────────────────────────────── */

/**
 * tl_draft_is_changed:
 * @self: a draft
 *
 * Returns: whether anything is different from what it began with
 */
gboolean
tl_draft_is_changed (TlDraft *self)
{
  for (guint i = 0; i < self->layout->n_fields; i++)
    {
      if (tl_draft_field_is_changed (&self->fields[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_draft_says_anything:
 * @self: a draft
 *
 * Returns: whether it has a text or a word; what it is linked to says nothing by itself
 */
gboolean
tl_draft_says_anything (TlDraft *self)
{
  for (guint i = 0; i < self->layout->n_fields; i++)
    {
      TlFieldType type = self->layout->fields[i].type;

      if ((type == TL_FIELD_TEXT || type == TL_FIELD_WORD) && *self->fields[i].text != '\0')
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_draft_add_to:
 * @self: a draft without problems
 * @change: a change that is being made
 *
 * Adds what has to change to a change of several drafts; nothing where nothing is different.
 */
void
tl_draft_add_to (TlDraft  *self,
                 TlChange *change)
{
  g_autofree char *ref = NULL;

  if (self->is_new)
    {
      tl_change_add_row (change, self->layout->name, &self->id);
      ref = self->layout->has_ref_key ? tl_next_ref_find (self->workbook, self->table) : NULL;
      if (ref != NULL)
        tl_change_set_text (change, self->layout->name, &self->id, "ref", ref);
    }
  for (guint i = 0; i < self->layout->n_fields; i++)
    tl_draft_field_write (&self->fields[i], self, change);
}

/**
 * tl_draft_make_change:
 * @self: a draft without problems
 *
 * Returns: (transfer full) (nullable): what has to change, %NULL when nothing does
 */
TlChange *
tl_draft_make_change (TlDraft *self)
{
  g_autofree char *kind = g_strdup_printf (self->is_new ? "%s.add" : "%s.edit", self->layout->name);
  g_autoptr (TlChange) change = tl_change_new (kind);

  tl_draft_add_to (self, change);
  return tl_change_get_n_edits (change) > 0 ? g_steal_pointer (&change) : NULL;
}

/**
 * tl_draft_begin_again:
 * @self: a draft of a row that was there, or is there since it was kept
 *
 * Looks at the row as it is now, after it was kept or somebody else has changed it: fields that were left alone show what
 * they are now, and what was typed stays, to be kept in the place of that or to be taken back.
 *
 * Returns: whether the row is still there
 */
gboolean
tl_draft_begin_again (TlDraft *self)
{
  gconstpointer facts = tl_snapshot_find (tl_draft_get_snapshot (self), self->table, &self->id);

  if (facts == NULL)
    return FALSE;
  self->is_new = FALSE;
  for (guint i = 0; i < self->layout->n_fields; i++)
    {
      tl_draft_field_begin_again (&self->fields[i], facts);
      tl_draft_emit_changed (self, &self->fields[i]);
    }
  return TRUE;
}

/**
 * tl_draft_become:
 * @self: a new draft
 * @row: the row that a command made of it
 *
 * Goes on as a draft of that row.
 */
void
tl_draft_become (TlDraft    *self,
                 const TlId *row)
{
  g_return_if_fail (TL_IS_DRAFT (self));
  g_return_if_fail (self->is_new);

  self->id = *row;
}

/**
 * tl_draft_save_async:
 * @self: a draft without problems
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Keeps it as one change; where nothing is different, none is made. Finish with [method@Tl.Draft.save_finish].
 */
void
tl_draft_save_async (TlDraft             *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (TlChange) change = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, tl_draft_save_async);
  if (!tl_workbook_check_editable (self->workbook, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  change = tl_draft_make_change (self);
  tl_workbook_keep (self->workbook, change, g_steal_pointer (&task));
}

/**
 * tl_draft_save_finish:
 * @self: a draft
 * @result: what the callback was given
 * @changed: (out) (optional): whether there was anything to change
 * @error: a %TL_WORKBOOK_ERROR or a %TL_STORE_ERROR
 *
 * Returns: whether it is kept
 */
gboolean
tl_draft_save_finish (TlDraft       *self,
                      GAsyncResult  *result,
                      gboolean      *changed,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return tl_workbook_keep_finish (result, changed, error);
}
