/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"

G_BEGIN_DECLS

/**
 * TlPracticeTrace:
 * @table: the sheet
 * @row: the row
 * @field: the field
 * @found: the part of its text
 * @text: what it looks like, and what to do, a plain sentence
 *
 * Something in a workbook that may be real about a person.
 */
typedef struct
{
  TlTable table;
  const TlFacts *row;
  const TlField *field;
  char *found;
  char *text;
} TlPracticeTrace;

GArray *tl_practice_find_traces (TlSnapshot *snapshot);

G_END_DECLS
