/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-typed-notes-private.h"

#include <string.h>

#include "tl-draft-private.h"
#include "tl-store-typed.h"
#include "tl-workbook-private.h"

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlTypedNotes, tl_typed_notes, G_TYPE_OBJECT)

static void
tl_typed_notes_finalize (GObject *object)
{
  TlTypedNotes *self = TL_TYPED_NOTES (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->keys, g_key_file_unref);

  G_OBJECT_CLASS (tl_typed_notes_parent_class)->finalize (object);
}

static void
tl_typed_notes_class_init (TlTypedNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_typed_notes_finalize;

  /**
   * TlTypedNotes::written:
   * @self: the notes
   *
   * What was noted is durable.
   */
  signals[WRITTEN] = g_signal_new ("written", TL_TYPE_TYPED_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_typed_notes_init (TlTypedNotes *self)
{
  self->keys = g_key_file_new ();
}

/**
 * tl_workbook_get_typed:
 * @self: a workbook
 *
 * Returns: (transfer none): what was typed in it and isn't kept as a change yet
 */
TlTypedNotes *
tl_workbook_get_typed (TlWorkbook *self)
{
  const char *typed;

  g_return_val_if_fail (TL_IS_WORKBOOK (self), NULL);

  if (self->typed != NULL)
    return self->typed;
  self->typed = g_object_new (TL_TYPE_TYPED_NOTES, NULL);
  self->typed->store = self->store != NULL ? g_object_ref (self->store) : NULL;
  typed = self->store != NULL ? tl_store_get_typed (self->store) : NULL;
  /* What is damaged says nothing. */
  if (typed != NULL && !g_key_file_load_from_data (self->typed->keys, typed, strlen (typed), G_KEY_FILE_NONE, NULL))
    {
      g_key_file_unref (self->typed->keys);
      self->typed->keys = g_key_file_new ();
    }
  return self->typed;
}

/* ── Beside the working copy ──────────────────────────────────────────────── */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlTypedNotes) self = user_data;

  tl_store_note_typed_finish (result);
  self->writing = FALSE;
  if (self->again)
    tl_typed_notes_write (self);
  else
    g_signal_emit (self, signals[WRITTEN], 0);
}

/* Puts what is noted now beside the working copy. */
void
tl_typed_notes_write (TlTypedNotes *self)
{
  g_autofree char *text = NULL;

  self->again = self->writing;
  if (self->writing || self->store == NULL || tl_store_is_closed (self->store))
    return;
  text = g_key_file_to_data (self->keys, NULL, NULL);
  self->writing = TRUE;
  tl_store_note_typed_async (self->store, text, written_cb, g_object_ref (self));
}

/**
 * tl_typed_notes_get_durable:
 * @self: the notes
 *
 * Returns: whether all of them would be there after the program was killed
 */
gboolean
tl_typed_notes_get_durable (TlTypedNotes *self)
{
  g_return_val_if_fail (TL_IS_TYPED_NOTES (self), FALSE);

  return !self->writing;
}

/**
 * tl_typed_notes_is_empty:
 * @self: the notes
 *
 * Returns: whether all that was typed is in the workbook
 */
gboolean
tl_typed_notes_is_empty (TlTypedNotes *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TL_IS_TYPED_NOTES (self), TRUE);

  text = g_key_file_to_data (self->keys, NULL, NULL);
  return *text == '\0';
}

/**
 * tl_typed_notes_settle_async:
 * @self: the notes of an open workbook
 * @callback: called when all that is being kept now is durable, be it as a change or as a note
 * @user_data: for @callback
 *
 * Waits, before a workbook is closed, for what has just been typed.
 */
void
tl_typed_notes_settle_async (TlTypedNotes        *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TL_IS_TYPED_NOTES (self));

  text = g_key_file_to_data (self->keys, NULL, NULL);
  tl_store_note_typed_async (self->store, text, callback, user_data);
}

/* ── Finding a note ───────────────────────────────────────────────────────── */

static char *
make_group (TlDraft *draft)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (tl_draft_get_id (draft), hex);
  return g_strdup_printf ("%s:%s", draft->layout->name, hex);
}

gboolean
tl_typed_notes_read_group (const char *group,
                           TlTable    *table,
                           TlId       *row)
{
  g_auto (GStrv) parts = g_strsplit (group, ":", 2);

  *table = tl_layout_find_table (parts[0]);
  return *table < TL_N_TABLES && parts[1] != NULL && tl_id_from_hex (parts[1], row);
}

/* An id that a group names. */
gboolean
tl_typed_notes_read_link (TlTypedNotes *self,
                          const char   *group,
                          const char   *column,
                          TlId         *id)
{
  g_autofree char *hex = g_key_file_get_string (self->keys, group, column, NULL);

  return hex != NULL && tl_id_from_hex (hex, id);
}

gboolean
tl_typed_notes_is_about (TlTypedNotes *self,
                         const char   *group,
                         const TlId   *review,
                         const TlId   *risk)
{
  TlId of_review, of_risk;

  return review != NULL && risk != NULL && tl_typed_notes_read_link (self, group, "review", &of_review)
         && tl_typed_notes_read_link (self, group, "risk", &of_risk) && tl_id_equal (&of_review, review) && tl_id_equal (&of_risk, risk);
}

/* A review has one decision and one note on a risk, whoever made its row; of anything else it must be the same row. */
static char *
find_group (TlTypedNotes *self,
            TlDraft      *draft)
{
  g_autofree char *own = make_group (draft);
  g_auto (GStrv) groups = NULL;

  if (g_key_file_has_group (self->keys, own))
    return g_steal_pointer (&own);
  if (draft->table != TL_TABLE_LOOKED_AT && draft->table != TL_TABLE_DECISION)
    return NULL;
  groups = g_key_file_get_groups (self->keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      TlTable table;
      TlId row;

      if (tl_typed_notes_read_group (groups[i], &table, &row) && table == draft->table
          && tl_typed_notes_is_about (self, groups[i], tl_draft_get_link (draft, "review", 0), tl_draft_get_link (draft, "risk", 0)))
        return g_strdup (groups[i]);
    }
  return NULL;
}

/* ── Writing and reading one ──────────────────────────────────────────────── */

static void
note_field (TlTypedNotes       *self,
            const char         *group,
            const TlDraftField *field)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  if (field->field->type < TL_FIELD_LINK || field->links->len == 0)
    {
      g_key_file_set_string (self->keys, group, field->field->column, field->text);
      return;
    }
  for (guint i = 0; i < field->links->len; i++)
    {
      char hex[TL_ID_HEX_LENGTH + 1];

      tl_id_to_hex (&g_array_index (field->links, TlId, i), hex);
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", hex);
    }
  g_key_file_set_string (self->keys, group, field->field->column, ids->str);
}

/**
 * tl_typed_notes_note:
 * @self: the notes
 * @draft: a draft in which something was typed
 *
 * Notes what it says, in the place of what was noted before.
 */
void
tl_typed_notes_note (TlTypedNotes *self,
                     TlDraft      *draft)
{
  g_autofree char *group = NULL, *before = NULL;

  g_return_if_fail (TL_IS_TYPED_NOTES (self));

  group = make_group (draft);
  before = find_group (self, draft);
  if (before != NULL)
    g_key_file_remove_group (self->keys, before, NULL);
  for (guint i = 0; i < draft->layout->n_fields; i++)
    {
      const TlDraftField *field = &draft->fields[i];
      gboolean names = g_str_equal (field->field->column, "review") || g_str_equal (field->field->column, "risk");

      if (names || tl_draft_field_is_changed (field))
        note_field (self, group, field);
    }
  tl_typed_notes_write (self);
}

/**
 * tl_typed_notes_forget:
 * @self: the notes
 * @draft: a draft that is kept, or in which nothing is typed any more
 *
 * Forgets what was noted of it.
 */
void
tl_typed_notes_forget (TlTypedNotes *self,
                       TlDraft      *draft)
{
  g_autofree char *group = NULL;

  g_return_if_fail (TL_IS_TYPED_NOTES (self));

  group = find_group (self, draft);
  if (group == NULL)
    return;
  g_key_file_remove_group (self->keys, group, NULL);
  tl_typed_notes_write (self);
}

static void
recall_links (TlDraft            *draft,
              const TlDraftField *field,
              const char         *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  TlTable target = field->field->type == TL_FIELD_WHO ? TL_TABLE_PERSON : field->field->target;
  TlId id;

  tl_draft_set_link (draft, field->field->column, NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!tl_id_from_hex (parts[i], &id) || tl_snapshot_find (tl_draft_get_snapshot (draft), target, &id) == NULL)
        continue;
      if (field->field->type == TL_FIELD_LINKS)
        tl_draft_add_link (draft, field->field->column, &id);
      else
        tl_draft_set_link (draft, field->field->column, &id);
    }
}

static void
recall_field (TlTypedNotes       *self,
              const char         *group,
              TlDraft            *draft,
              const TlDraftField *field)
{
  g_autofree char *text = g_key_file_get_string (self->keys, group, field->field->column, NULL);
  TlId id;

  if (text == NULL)
    return;
  if (field->field->type == TL_FIELD_LINK || field->field->type == TL_FIELD_LINKS
      || (field->field->type == TL_FIELD_WHO && tl_id_from_hex (text, &id)))
    recall_links (draft, field, text);
  else
    tl_draft_set_text (draft, field->field->column, text);
}

/**
 * tl_typed_notes_recall:
 * @self: the notes
 * @draft: a draft of a row as it is, or of a new one
 *
 * Brings back what was typed in it. What was typed in a field takes the place of what the row has there.
 *
 * Returns: whether anything was
 */
gboolean
tl_typed_notes_recall (TlTypedNotes *self,
                       TlDraft      *draft)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (TL_IS_TYPED_NOTES (self), FALSE);

  group = find_group (self, draft);
  if (group == NULL)
    return FALSE;
  for (guint i = 0; i < draft->layout->n_fields; i++)
    recall_field (self, group, draft, &draft->fields[i]);
  return TRUE;
}
