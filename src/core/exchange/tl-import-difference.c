/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-difference.h"

#include <glib/gi18n-lib.h>

#include "tl-field-text.h"

/**
 * tl_import_difference_free:
 * @self: (transfer full): a difference
 *
 * Frees it.
 */
void
tl_import_difference_free (TlImportDifference *self)
{
  g_free (self->ref);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * tl_import_difference_to_text:
 * @self: a difference
 *
 * Returns: (transfer full): it on one line, as in `Risks R1, column "Title": "Falls" becomes "Falls at night"`
 */
char *
tl_import_difference_to_text (const TlImportDifference *self)
{
  g_autofree char *row = self->ref != NULL ? g_strdup (self->ref) : g_strdup_printf (_("row %u"), self->row);
  g_autofree char *before = tl_field_text_quote (self->before), *after = tl_field_text_quote (self->after);

  if (*self->before == '\0')
    /* Translators: as in: Risks R1, column "Title": "Falls" where nothing was */
    return g_strdup_printf (_("%s %s, column \"%s\": %s where nothing was"), self->sheet, row, self->column, after);
  if (*self->after == '\0')
    /* Translators: as in: Risks R1, column "Root cause": "Not known" is emptied */
    return g_strdup_printf (_("%s %s, column \"%s\": %s is emptied"), self->sheet, row, self->column, before);
  /* Translators: as in: Risks R1, column "Title": "Falls" becomes "Falls at night" */
  return g_strdup_printf (_("%s %s, column \"%s\": %s becomes %s"), self->sheet, row, self->column, before, after);
}
