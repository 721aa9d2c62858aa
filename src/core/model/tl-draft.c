/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-draft-private.h"

#include <glib/gi18n-lib.h>

#include "tl-change.h"
#include "tl-format.h"
#include "tl-next-ref.h"
#include "tl-workbook-private.h"

#include <math.h>

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

static TlSnapshot *
get_snapshot (TlDraft *self)
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

/* ── What was typed or chosen ─────────────────────────────────────────────── */

TlDraftField *
tl_draft_find_field (TlDraft    *self,
                     const char *column)
{
  const TlField *field = tl_layout_find_field (self->table, column);

  return field != NULL ? &self->fields[field - self->layout->fields] : NULL;
}

static void
tell (TlDraft            *self,
      const TlDraftField *field)
{
  g_signal_emit (self, signals[CHANGED], g_quark_from_static_string (field->field->column), field->field->column);
}

/**
 * tl_draft_get_text:
 * @self: a draft
 * @column: a field of its table
 *
 * Returns: (transfer none): what was typed; of a word the word itself; empty where nothing was
 */
const char *
tl_draft_get_text (TlDraft    *self,
                   const char *column)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_val_if_fail (field != NULL, "");

  return field->text;
}

/**
 * tl_draft_set_text:
 * @self: a draft
 * @column: a field of its table
 * @text: (nullable): what was typed
 *
 * Takes what was typed, whatever it is. A name typed where a person could be chosen takes the person's place.
 */
void
tl_draft_set_text (TlDraft    *self,
                   const char *column,
                   const char *text)
{
  TlDraftField *field = tl_draft_find_field (self, column);
  g_autofree char *valid = NULL;
  gboolean chosen;

  g_return_if_fail (field != NULL);
  g_return_if_fail (field->field->type != TL_FIELD_LINK && field->field->type != TL_FIELD_LINKS);

  valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  chosen = field->links->len > 0;
  g_array_set_size (field->links, 0);
  if (g_set_str (&field->text, valid) || chosen)
    tell (self, field);
}

/* What a field says; nothing while it can't be read. */
static void
read_field (TlDraft    *self,
            const char *column,
            TlValue    *value)
{
  TlDraftField *field = tl_draft_find_field (self, column);
  g_autofree char *message = NULL;

  g_return_if_fail (field != NULL);

  if (!tl_draft_field_read (field, tl_workbook_get_today (self->workbook), value, &message))
    tl_value_clear (value);
}

/**
 * tl_draft_get_day:
 * @self: a draft
 * @column: a day of its table
 *
 * Returns: the day, %TL_NO_DAY where none was typed that can be read
 */
TlDay
tl_draft_get_day (TlDraft    *self,
                  const char *column)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  TlDay day;

  read_field (self, column, &value);
  return value.type == TL_VALUE_TEXT && tl_day_from_iso (value.text, &day) ? day : TL_NO_DAY;
}

/**
 * tl_draft_set_day:
 * @self: a draft
 * @column: a day of its table
 * @day: the day, %TL_NO_DAY for none
 *
 * Writes a day into a field.
 */
void
tl_draft_set_day (TlDraft    *self,
                  const char *column,
                  TlDay       day)
{
  g_autofree char *text = day != TL_NO_DAY ? tl_format_day_long (day) : NULL;

  tl_draft_set_text (self, column, text);
}

/**
 * tl_draft_get_number:
 * @self: a draft
 * @column: a number of its table
 *
 * Returns: the number, %NAN where none was typed that can be read
 */
double
tl_draft_get_number (TlDraft    *self,
                     const char *column)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  read_field (self, column, &value);
  if (value.type == TL_VALUE_INTEGER)
    return (double) value.integer;
  return value.type == TL_VALUE_REAL ? value.real : NAN;
}

/**
 * tl_draft_get_word:
 * @self: a draft
 * @column: a word of its table
 *
 * Returns: its value in the fixed list, 0 where none was chosen
 */
int
tl_draft_get_word (TlDraft    *self,
                   const char *column)
{
  TlDraftField *field = tl_draft_find_field (self, column);
  int word;

  g_return_val_if_fail (field != NULL && field->field->type == TL_FIELD_WORD, 0);

  return *field->text != '\0' && tl_word_find (field->field->words (), field->text, &word) ? word : 0;
}

/**
 * tl_draft_set_word:
 * @self: a draft
 * @column: a word of its table
 * @word: its value in the fixed list, 0 for none
 *
 * Chooses a word.
 */
void
tl_draft_set_word (TlDraft    *self,
                   const char *column,
                   int         word)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_if_fail (field != NULL && field->field->type == TL_FIELD_WORD);

  tl_draft_set_text (self, column, word != 0 ? tl_word_get (field->field->words (), word) : NULL);
}

/**
 * tl_draft_get_n_links:
 * @self: a draft
 * @column: a field of its table that holds rows, or a person
 *
 * Returns: how many were chosen
 */
guint
tl_draft_get_n_links (TlDraft    *self,
                      const char *column)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_val_if_fail (field != NULL, 0);

  return field->links->len;
}

/**
 * tl_draft_get_link:
 * @self: a draft
 * @column: a field of its table that holds rows, or a person
 * @index: which one
 *
 * Returns: (transfer none) (nullable): the id of what was chosen
 */
const TlId *
tl_draft_get_link (TlDraft    *self,
                   const char *column,
                   guint       index)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_val_if_fail (field != NULL, NULL);

  return index < field->links->len ? &g_array_index (field->links, TlId, index) : NULL;
}

/**
 * tl_draft_get_facts:
 * @self: a draft
 * @column: a field of its table that holds a row, or a person
 *
 * Returns: (transfer none) (nullable): what is known now of the row that was chosen; not to be kept
 */
gconstpointer
tl_draft_get_facts (TlDraft    *self,
                    const char *column)
{
  const TlId *id = tl_draft_get_link (self, column, 0);
  const TlField *field = tl_layout_find_field (self->table, column);

  if (id == NULL)
    return NULL;
  return tl_snapshot_find (get_snapshot (self), field->type == TL_FIELD_WHO ? TL_TABLE_PERSON : field->target, id);
}

/**
 * tl_draft_set_link:
 * @self: a draft
 * @column: a field of its table that holds a row, or a person
 * @target: (nullable): the id of what is chosen
 *
 * Chooses a row, or none.
 */
void
tl_draft_set_link (TlDraft    *self,
                   const char *column,
                   const TlId *target)
{
  TlDraftField *field = tl_draft_find_field (self, column);
  const TlId *now = tl_draft_get_link (self, column, 0);
  gboolean same = field != NULL && field->links->len == (target != NULL ? 1 : 0)
                  && (target == NULL || tl_id_equal (now, target));

  g_return_if_fail (field != NULL);
  g_return_if_fail (field->field->type >= TL_FIELD_LINK);

  if (same && *field->text == '\0')
    return;
  g_set_str (&field->text, "");
  g_array_set_size (field->links, 0);
  if (target != NULL)
    g_array_append_vals (field->links, target, 1);
  tell (self, field);
}

/**
 * tl_draft_add_link:
 * @self: a draft
 * @column: a field of its table that holds several rows
 * @target: the id of one more
 *
 * Chooses one more row; one that is chosen already isn't twice.
 */
void
tl_draft_add_link (TlDraft    *self,
                   const char *column,
                   const TlId *target)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_if_fail (field != NULL && field->field->type == TL_FIELD_LINKS);

  for (guint i = 0; i < field->links->len; i++)
    {
      if (tl_id_equal (&g_array_index (field->links, TlId, i), target))
        return;
    }
  g_array_append_vals (field->links, target, 1);
  tell (self, field);
}

/**
 * tl_draft_remove_link:
 * @self: a draft
 * @column: a field of its table that holds several rows
 * @target: the id of one that was chosen
 *
 * Takes a row out again.
 */
void
tl_draft_remove_link (TlDraft    *self,
                      const char *column,
                      const TlId *target)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_if_fail (field != NULL && field->field->type == TL_FIELD_LINKS);

  for (guint i = 0; i < field->links->len; i++)
    {
      if (!tl_id_equal (&g_array_index (field->links, TlId, i), target))
        continue;
      g_array_remove_index (field->links, i);
      tell (self, field);
      return;
    }
}

/* ── Keeping it ───────────────────────────────────────────────────────────── */

static void
problem_free (TlDraftProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}

/* The words are those of an import's list of problems; here they are a sentence. */
void
tl_draft_add_problem (GPtrArray  *problems,
                      const char *column,
                      const char *message)
{
  TlDraftProblem *problem = g_new0 (TlDraftProblem, 1);
  g_autofree char *capital = tl_format_capital (message);

  problem->column = column;
  problem->message = g_str_has_suffix (capital, ".") ? g_steal_pointer (&capital) : g_strconcat (capital, ".", NULL);
  g_ptr_array_add (problems, problem);
}

gboolean
tl_draft_has_problem (GPtrArray  *problems,
                      const char *column)
{
  for (guint i = 0; i < problems->len; i++)
    {
      if (g_str_equal (((const TlDraftProblem *) g_ptr_array_index (problems, i))->column, column))
        return TRUE;
    }
  return FALSE;
}

static void
check_field (TlDraft            *self,
             const TlDraftField *field,
             GPtrArray          *problems)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autofree char *message = NULL;

  if ((self->is_new || tl_draft_field_is_changed (field))
      && !tl_draft_field_read (field, tl_workbook_get_today (self->workbook), &value, &message))
    tl_draft_add_problem (problems, field->field->column, message);
}

/**
 * tl_draft_check_field:
 * @self: a draft
 * @column: a field of its table
 *
 * Returns: (transfer full) (nullable): what is wrong with what was typed there, other fields aside, as a sentence
 */
char *
tl_draft_check_field (TlDraft    *self,
                      const char *column)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  const TlDraftField *field = tl_draft_find_field (self, column);

  g_return_val_if_fail (field != NULL, NULL);

  check_field (self, field, problems);
  return problems->len > 0 ? g_strdup (((TlDraftProblem *) g_ptr_array_index (problems, 0))->message) : NULL;
}

/**
 * tl_draft_list_problems:
 * @self: a draft
 *
 * Returns: (transfer full) (element-type TlDraftProblem): all that stands in the way of keeping it: first what is wrong
 *   with single fields, in the order of the table's, then where they don't agree
 */
GPtrArray *
tl_draft_list_problems (TlDraft *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);

  for (guint i = 0; i < self->layout->n_fields; i++)
    check_field (self, &self->fields[i], problems);
  tl_draft_check_rules (self, problems);
  return problems;
}

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
 * @self: a draft of a row that was there
 *
 * Looks at the row as it is now, after somebody else has changed it: fields that were left alone show what they are now,
 * and what was typed stays, to be kept in the place of that or to be taken back.
 *
 * Returns: whether the row is still there
 */
gboolean
tl_draft_begin_again (TlDraft *self)
{
  gconstpointer facts = tl_snapshot_find (get_snapshot (self), self->table, &self->id);

  if (facts == NULL)
    return FALSE;
  for (guint i = 0; i < self->layout->n_fields; i++)
    {
      tl_draft_field_begin_again (&self->fields[i], facts);
      tell (self, &self->fields[i]);
    }
  return TRUE;
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  g_task_set_task_data (task, GINT_TO_POINTER (change != NULL), NULL);
  if (change == NULL)
    g_task_return_boolean (task, TRUE);
  else
    tl_workbook_apply_async (self->workbook, change, cancellable, applied_cb, g_steal_pointer (&task));
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

  if (changed != NULL)
    *changed = g_task_get_task_data (G_TASK (result)) != NULL;
  return g_task_propagate_boolean (G_TASK (result), error);
}
