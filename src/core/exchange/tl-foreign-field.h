/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"

G_BEGIN_DECLS

/**
 * TlForeignKind:
 * @TL_FOREIGN_KIND_NONE: the sheet is left out
 * @TL_FOREIGN_KIND_PLAN: an action plan, tracker or register: a row tells of a concern, of actions on it, or both
 * @TL_FOREIGN_KIND_EVIDENCE: a log of audits or other evidence: a row is one item, or several findings of it
 * @TL_FOREIGN_KIND_PEOPLE: a list of post-holders: a row is one person
 *
 * What the rows of a sheet that isn't ours tell of.
 */
typedef enum
{
  TL_FOREIGN_KIND_NONE,
  TL_FOREIGN_KIND_PLAN,
  TL_FOREIGN_KIND_EVIDENCE,
  TL_FOREIGN_KIND_PEOPLE,
  TL_FOREIGN_N_KINDS
} TlForeignKind;

/**
 * TlForeignField:
 * @TL_FOREIGN_FIELD_NONE: the column is left out
 * @TL_FOREIGN_FIELD_NOTE: the cell is kept, after its heading, in what the row says of its progress
 *
 * What a column of a sheet that isn't ours tells. Which of our sheets' columns that becomes, each field's description
 * says; see tl_foreign_field_get_label().
 */
typedef enum
{
  TL_FOREIGN_FIELD_NONE,

  TL_FOREIGN_FIELD_RISK_REF,
  TL_FOREIGN_FIELD_RISK_TITLE,
  TL_FOREIGN_FIELD_RISK_THEME,
  TL_FOREIGN_FIELD_RISK_ORIGIN,
  TL_FOREIGN_FIELD_RISK_ORIGIN_REFERENCE,
  TL_FOREIGN_FIELD_RISK_FRAMEWORK,
  TL_FOREIGN_FIELD_RISK_REGULATIONS,
  TL_FOREIGN_FIELD_RISK_BASELINE,
  TL_FOREIGN_FIELD_RISK_CAUSE,
  TL_FOREIGN_FIELD_RISK_CONTROL,
  TL_FOREIGN_FIELD_RISK_OUTCOME,
  TL_FOREIGN_FIELD_RISK_LIKELIHOOD,
  TL_FOREIGN_FIELD_RISK_IMPACT,
  TL_FOREIGN_FIELD_RISK_RATING,
  TL_FOREIGN_FIELD_RISK_REVIEW_EVERY,
  TL_FOREIGN_FIELD_RISK_OPENED,
  TL_FOREIGN_FIELD_RISK_OWNER,
  TL_FOREIGN_FIELD_RISK_RESOURCES,

  TL_FOREIGN_FIELD_ACTION_REF,
  TL_FOREIGN_FIELD_ACTION_TITLE,
  TL_FOREIGN_FIELD_ACTION_PERSON,
  TL_FOREIGN_FIELD_ACTION_PLACE,
  TL_FOREIGN_FIELD_ACTION_RESULT,
  TL_FOREIGN_FIELD_ACTION_RECORDED_IN,
  TL_FOREIGN_FIELD_ACTION_AGREED_AT,
  TL_FOREIGN_FIELD_ACTION_AGREED,
  TL_FOREIGN_FIELD_ACTION_DUE,
  TL_FOREIGN_FIELD_ACTION_REVISED,
  TL_FOREIGN_FIELD_ACTION_DONE,
  TL_FOREIGN_FIELD_ACTION_STATUS,
  TL_FOREIGN_FIELD_ACTION_PURPOSE,

  TL_FOREIGN_FIELD_PROGRESS,
  TL_FOREIGN_FIELD_NOTE,

  TL_FOREIGN_FIELD_EVIDENCE_REF,
  TL_FOREIGN_FIELD_EVIDENCE_DATE,
  TL_FOREIGN_FIELD_EVIDENCE_SOURCE,
  TL_FOREIGN_FIELD_EVIDENCE_FINDING,
  TL_FOREIGN_FIELD_EVIDENCE_EXTRACT,
  TL_FOREIGN_FIELD_EVIDENCE_VERDICT,
  TL_FOREIGN_FIELD_EVIDENCE_RISKS,
  TL_FOREIGN_FIELD_EVIDENCE_PLACE,
  TL_FOREIGN_FIELD_EVIDENCE_RECORDED_IN,
  TL_FOREIGN_FIELD_EVIDENCE_BY,

  TL_FOREIGN_FIELD_PERSON_REF,
  TL_FOREIGN_FIELD_PERSON_NAME,
  TL_FOREIGN_FIELD_PERSON_ROLE,
  TL_FOREIGN_FIELD_PERSON_PLACE,
  TL_FOREIGN_FIELD_PERSON_FROM,
  TL_FOREIGN_FIELD_PERSON_UNTIL,

  TL_FOREIGN_N_FIELDS
} TlForeignField;

/**
 * TlForeignFieldType:
 * @TL_FOREIGN_TYPE_TEXT: anything; no word of it needs a meaning
 * @TL_FOREIGN_TYPE_DAY: a day; a meaning is a day as 2026-03-31
 * @TL_FOREIGN_TYPE_WORD: a word of a fixed list; a meaning is one of tl_foreign_field_list_meanings()
 * @TL_FOREIGN_TYPE_NUMBER: a number; a meaning is a number
 * @TL_FOREIGN_TYPE_RATING: likelihood and impact in one cell; a meaning is both, as 3 × 4
 * @TL_FOREIGN_TYPE_PERSON: one or more people; a meaning is a person's ref or name, or a name and role for somebody
 *   new, as `Ann Example; Deputy manager`
 * @TL_FOREIGN_TYPE_PLACE: a place; a meaning is its ref or name, or a name for a new location
 * @TL_FOREIGN_TYPE_RISK: a risk that is there; a meaning is its ref or title
 *
 * What the cells of a column hold. Any meaning may also be "", which leaves the word out.
 */
typedef enum
{
  TL_FOREIGN_TYPE_TEXT,
  TL_FOREIGN_TYPE_DAY,
  TL_FOREIGN_TYPE_WORD,
  TL_FOREIGN_TYPE_NUMBER,
  TL_FOREIGN_TYPE_RATING,
  TL_FOREIGN_TYPE_PERSON,
  TL_FOREIGN_TYPE_PLACE,
  TL_FOREIGN_TYPE_RISK,
} TlForeignFieldType;

const char        *tl_foreign_kind_get_label        (TlForeignKind   kind);
gboolean           tl_foreign_kind_has_field        (TlForeignKind   kind,
                                                     TlForeignField  field);

const char        *tl_foreign_field_get_label       (TlForeignField  field);
TlForeignFieldType tl_foreign_field_get_type        (TlForeignField  field);
gboolean           tl_foreign_field_is_repeatable   (TlForeignField  field);
char             **tl_foreign_field_list_meanings   (TlForeignField  field,
                                                     TlSnapshot     *existing);
char              *tl_foreign_field_show_meaning    (TlForeignField  field,
                                                     const char     *meaning,
                                                     TlSnapshot     *existing);

const char        *tl_foreign_kind_get_name         (TlForeignKind   kind);
gboolean           tl_foreign_kind_find             (const char     *name,
                                                     TlForeignKind  *kind);
const char        *tl_foreign_field_get_name        (TlForeignField  field);
gboolean           tl_foreign_field_find            (const char     *name,
                                                     TlForeignField *field);

G_END_DECLS
