/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-facts.h"

G_BEGIN_DECLS

/**
 * TlTable:
 *
 * The tables that hold a workbook's content, in the order of the spreadsheet's sheets. A table never names one that
 * is made later in this order but by itself, or in a few lists and links that the importer resolves last.
 */
typedef enum
{
  TL_TABLE_PLACE,
  TL_TABLE_PERSON,
  TL_TABLE_FORUM,
  TL_TABLE_RISK,
  TL_TABLE_RATING,
  TL_TABLE_OWNERSHIP,
  TL_TABLE_MEASURE,
  TL_TABLE_READING,
  TL_TABLE_STEP_CHANGE,
  TL_TABLE_ACTION,
  TL_TABLE_ACTION_EVENT,
  TL_TABLE_EVIDENCE,
  TL_TABLE_EXPECTED_EVIDENCE,
  TL_TABLE_REVIEW,
  TL_TABLE_AGENDA_ITEM,
  TL_TABLE_PACK_ITEM,
  TL_TABLE_LOOKED_AT,
  TL_TABLE_CHALLENGE,
  TL_TABLE_DECISION,
  TL_TABLE_WARNING_SIGN,
  TL_TABLE_OBSERVED_SIGN,
  TL_TABLE_CAUSE,
  TL_TABLE_LEARNING,
  TL_TABLE_LEARNING_REACH,
  TL_TABLE_LINK,
  TL_TABLE_ANSWERED_FINDING,
  TL_TABLE_ANSWER,
  TL_N_TABLES
} TlTable;

#define TL_NO_TABLE TL_N_TABLES

/**
 * TlFieldType:
 * @TL_FIELD_TEXT: text; `const char *`
 * @TL_FIELD_TEXTS: several texts separated by `;`; `const char * const *`
 * @TL_FIELD_DAY: a day, kept as ISO text; #TlDay
 * @TL_FIELD_NUMBER: a number; `double`
 * @TL_FIELD_WHOLE: a whole number from 0; `int`
 * @TL_FIELD_WORD: a word from a fixed list, kept as the word; an `int`-sized enum
 * @TL_FIELD_LINK: a row of another table, kept as its id; a pointer to its facts
 * @TL_FIELD_LINKS: rows of another table, kept in a table of pairs named `TABLE_TARGET`; #TlFactsList
 * @TL_FIELD_WHO: a person or a text, kept in `COLUMN_person` and `COLUMN_text`; #TlWho
 *
 * What a field holds, in the database and in the facts.
 */
typedef enum
{
  TL_FIELD_TEXT,
  TL_FIELD_TEXTS,
  TL_FIELD_DAY,
  TL_FIELD_NUMBER,
  TL_FIELD_WHOLE,
  TL_FIELD_WORD,
  TL_FIELD_LINK,
  TL_FIELD_LINKS,
  TL_FIELD_WHO,
} TlFieldType;

/**
 * TlFieldFlags:
 * @TL_FIELD_REQUIRED: must have a value
 * @TL_FIELD_KEY: part of the natural key by which a row without a ref is recognised
 * @TL_FIELD_LINE: a text of one line, such as a name or a title
 */
typedef enum
{
  TL_FIELD_PLAIN = 0,
  TL_FIELD_REQUIRED = 1 << 0,
  TL_FIELD_KEY = 1 << 1,
  TL_FIELD_LINE = 1 << 2,
} TlFieldFlags;

/**
 * TlField:
 * @column: its name in the database; also the member's name in the facts
 * @heading: its heading in the spreadsheet
 * @type: what it holds
 * @flags: whether it must have a value, and whether it is part of the natural key
 * @words: (nullable): the fixed list of a %TL_FIELD_WORD
 * @target: the table that a link or list points to, else %TL_NO_TABLE
 * @offset: where the facts hold it
 * @back_offset: where the target's facts list the rows that point to it, 0 when they don't
 * @least: the least number allowed
 * @most: the greatest number allowed
 *
 * One field of a table. Sheet, database, facts and model all follow this one description.
 */
typedef struct
{
  const char *column;
  const char *heading;
  TlFieldType type;
  TlFieldFlags flags;
  GType (*words) (void);
  TlTable target;
  gsize offset;
  gsize back_offset;
  double least;
  double most;
} TlField;

/**
 * TlTableLayout:
 * @name: the table's name in the database
 * @sheet: the sheet's name
 * @order: (nullable): the field by which its rows are kept in order, a review's by its date; ties, and all rows when
 *   it is %NULL, are in the order of their refs (2 before 10), then of their ids
 * @has_ref_key: whether the sheet must have a ref in every row
 * @fields: (array length=n_fields): its fields, in the order of the sheet's columns, `ref` aside
 * @n_fields: how many
 * @facts_size: size of its facts in bytes
 *
 * One table. Besides its fields each has `id`, `ref` and `occurrence`.
 */
typedef struct
{
  const char *name;
  const char *sheet;
  const char *order;
  gboolean has_ref_key;
  const TlField *fields;
  guint n_fields;
  gsize facts_size;
} TlTableLayout;

const TlTableLayout *tl_layout_get        (TlTable      table);
TlTable              tl_layout_find_table (const char  *name);
TlTable              tl_layout_find_sheet (const char  *sheet);
const TlField       *tl_layout_find_field (TlTable      table,
                                           const char  *column);
gboolean             tl_layout_find_pairs (const char     *name,
                                           TlTable        *table,
                                           const TlField **field);
char                *tl_field_get_pairs   (TlTable        table,
                                           const TlField *field);
TlId                 tl_field_get_pair_id (TlTable        table,
                                           const TlField *field,
                                           const TlId    *row,
                                           const TlId    *target);

/* The keys of the Workbook sheet are rows of a table of their own. */
#define TL_SETTING_TABLE "setting"
#define TL_SETTING_KEY "key"
#define TL_SETTING_VALUE "value"

TlId                 tl_setting_get_id    (const TlId    *document,
                                           const char    *key);

G_END_DECLS
