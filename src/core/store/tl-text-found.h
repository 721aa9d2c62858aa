/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-id.h"

G_BEGIN_DECLS

/**
 * TlTextFound:
 * @table: (nullable): name of the table, %NULL for the name of somebody who made changes
 * @row: id of the row, or of who made changes
 * @column: (nullable): name of the column
 * @place: what people call the field
 * @text: what it says, or last said with what was looked for
 * @now: whether it says so now; else only its history does
 *
 * A field whose text, now or once, has what was looked for.
 */
typedef struct
{
  const char *table;
  TlId row;
  const char *column;
  char *place;
  char *text;
  gboolean now;
} TlTextFound;

#define TL_TYPE_TEXT_FOUND (tl_text_found_get_type ())
GType        tl_text_found_get_type (void);
TlTextFound *tl_text_found_copy     (const TlTextFound  *self);
void         tl_text_found_free     (TlTextFound        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextFound, tl_text_found_free)

G_END_DECLS
