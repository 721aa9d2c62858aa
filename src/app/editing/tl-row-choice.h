/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-id.h"

G_BEGIN_DECLS

/**
 * TlRowChoiceKind:
 * @TL_ROW_CHOICE_ROW: a row of the workbook
 * @TL_ROW_CHOICE_NONE: none of them
 * @TL_ROW_CHOICE_TEXT: what was typed, as it is
 * @TL_ROW_CHOICE_ADD: a new row, called what was typed
 *
 * What can be chosen from a list of rows.
 */
typedef enum
{
  TL_ROW_CHOICE_ROW,
  TL_ROW_CHOICE_NONE,
  TL_ROW_CHOICE_TEXT,
  TL_ROW_CHOICE_ADD,
} TlRowChoiceKind;

/**
 * TlRowChoice:
 *
 * Something that can be chosen where a row is asked for.
 */
#define TL_TYPE_ROW_CHOICE (tl_row_choice_get_type ())
G_DECLARE_FINAL_TYPE (TlRowChoice, tl_row_choice, TL, ROW_CHOICE, GObject)

TlRowChoice    *tl_row_choice_new      (TlRowChoiceKind  kind,
                                        const TlId      *id,
                                        const char      *title,
                                        const char      *detail);
TlRowChoiceKind tl_row_choice_get_kind (TlRowChoice     *self);
const TlId     *tl_row_choice_get_id   (TlRowChoice     *self);

G_END_DECLS
