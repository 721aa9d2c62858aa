/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sheet.h"

/**
 * tl_sheets_new:
 *
 * Returns: (transfer full): nothing found yet
 */
TlSheets *
tl_sheets_new (void)
{
  TlSheets *self = g_new0 (TlSheets, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_sheet_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_import_problem_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * tl_sheets_free:
 * @self: (transfer full): what was found
 *
 * Frees the sheets, problems and notes.
 */
void
tl_sheets_free (TlSheets *self)
{
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
  g_free (self);
}
