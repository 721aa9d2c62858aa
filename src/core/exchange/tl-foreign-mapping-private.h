/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-mapping.h"

G_BEGIN_DECLS

/**
 * TlForeignLayout:
 * @kind: what its rows tell of
 * @heading_row: the number of the first row with headings, 0 when there is none
 * @n_heading_rows: how many rows the headings take, one below the other
 * @n_columns: how many columns it has
 * @headings: (array length=n_columns): their headings on one line, "" where there is none
 * @fields: (array length=n_columns): what they tell
 * @split: whether a cell with several actions becomes several
 * @remembered: whether it is as it was the last time
 *
 * How a sheet is understood.
 */
typedef struct
{
  TlForeignKind kind;
  guint heading_row;
  guint n_heading_rows;
  guint n_columns;
  char **headings;
  TlForeignField *fields;
  gboolean split;
  gboolean remembered;
} TlForeignLayout;

/**
 * TlForeignMeaning:
 * @field: what the column tells
 * @word: the word as it stands there
 * @meaning: what it means
 *
 * What a word means that isn't one of ours.
 */
typedef struct
{
  TlForeignField field;
  char *word;
  char *meaning;
} TlForeignMeaning;

struct _TlForeignMapping
{
  TlForeignBook *book;
  TlId document;
  GHashTable *known;
  TlDay as_of;
  guint n_sheets;
  TlForeignLayout *layouts;
  GPtrArray *meanings;
  GHashTable *index;
};

char *tl_foreign_fold     (const char *text);
char *tl_foreign_one_line (const char *text);

G_END_DECLS
