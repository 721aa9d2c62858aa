/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-draft-private.h"

#include "tl-format.h"

/* What stands in the way of keeping a draft. */

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
