/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-editing.h"

#include <stdarg.h>

#include "tl-draft-usual.h"
#include "tl-edit-dialog.h"

/**
 * tl_editing_present:
 * @from: the widget that it was asked for from
 * @draft: what is to be edited, of a table that has a form
 *
 * Opens the dialog of a draft.
 */
void
tl_editing_present (GtkWidget *from,
                    TlDraft   *draft)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (TL_IS_DRAFT (draft));
  g_return_if_fail (tl_edit_dialog_has_form (tl_draft_get_table (draft)));

  if (tl_workbook_get_editable (tl_draft_get_workbook (draft)))
    adw_dialog_present (ADW_DIALOG (tl_edit_dialog_new (draft)), from);
}

/**
 * tl_editing_present_at:
 * @from: the widget that it was asked for from
 * @draft: what is to be edited, of a table that has a form
 * @column: the field that gets the keyboard
 *
 * Opens the dialog of a draft at one of its fields.
 */
void
tl_editing_present_at (GtkWidget  *from,
                       TlDraft    *draft,
                       const char *column)
{
  TlEditDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (TL_IS_DRAFT (draft));
  g_return_if_fail (tl_edit_dialog_has_form (tl_draft_get_table (draft)));

  if (!tl_workbook_get_editable (tl_draft_get_workbook (draft)))
    return;
  dialog = tl_edit_dialog_new (draft);
  tl_edit_dialog_begin_at (dialog, column);
  adw_dialog_present (ADW_DIALOG (dialog), from);
}

static void
preset (TlDraft    *draft,
        const char *column,
        va_list    *values)
{
  const TlField *field = tl_layout_find_field (tl_draft_get_table (draft), column);

  g_return_if_fail (field != NULL);

  switch (field->type)
    {
    case TL_FIELD_LINK:
    case TL_FIELD_WHO:
      tl_draft_set_link (draft, column, va_arg (*values, const TlId *));
      break;
    case TL_FIELD_LINKS:
      tl_draft_add_link (draft, column, va_arg (*values, const TlId *));
      break;
    case TL_FIELD_WORD:
      tl_draft_set_word (draft, column, va_arg (*values, int));
      break;
    case TL_FIELD_DAY:
      tl_draft_set_day (draft, column, va_arg (*values, TlDay));
      break;
    default:
      tl_draft_set_text (draft, column, va_arg (*values, const char *));
      break;
    }
}

/**
 * tl_editing_new:
 * @from: the widget that it was asked for from
 * @workbook: a workbook; nothing happens while it can't be edited
 * @table: a table that has a form
 * @...: the fields that the new row begins with, each with its value, then %NULL: a `const TlId *` for a row or a person,
 *   an `int` for a word, a #TlDay for a day, a `const char *` for anything else
 *
 * Opens the dialog of a new row, as in
 * `tl_editing_new (widget, workbook, TL_TABLE_ACTION, "risk", id, "purpose", TL_PURPOSE_SUPPORT, NULL)`.
 */
void
tl_editing_new (GtkWidget  *from,
                TlWorkbook *workbook,
                TlTable     table,
                ...)
{
  g_autoptr (TlDraft) draft = NULL;
  va_list values;

  g_return_if_fail (TL_IS_WORKBOOK (workbook));

  draft = tl_draft_new (workbook, table);
  tl_draft_fill_usual (draft);
  va_start (values, table);
  for (const char *column = va_arg (values, const char *); column != NULL; column = va_arg (values, const char *))
    preset (draft, column, &values);
  va_end (values);
  tl_editing_present (from, draft);
}

/**
 * tl_editing_open:
 * @from: the widget that it was asked for from
 * @workbook: a workbook; nothing happens while it can't be edited
 * @table: a table that has a form
 * @row: the id of one of its rows; nothing happens when it isn't there any more
 *
 * Opens the dialog of a row.
 */
void
tl_editing_open (GtkWidget  *from,
                 TlWorkbook *workbook,
                 TlTable     table,
                 const TlId *row)
{
  g_autoptr (TlDraft) draft = NULL;

  g_return_if_fail (TL_IS_WORKBOOK (workbook));
  g_return_if_fail (row != NULL);

  draft = tl_draft_new_copy (workbook, table, row);
  if (draft != NULL)
    tl_editing_present (from, draft);
}
