/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlFindingRow:
 *
 * A finding: how grave it is, what is wrong, what settles it, and how it was answered. A watch or a note can be answered
 * from it; an act never.
 */
#define TL_TYPE_FINDING_ROW (tl_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingRow, tl_finding_row, TL, FINDING_ROW, GtkBox)

GtkWidget *tl_finding_row_new (const TlFinding *finding,
                               TlDay            as_at,
                               TlSnapshot      *snapshot);
const char *tl_finding_row_get_check (TlFindingRow *self);

/**
 * TlFindingKey:
 * @check: the check
 * @subject: (nullable): ref of what it speaks of
 * @other: (nullable): ref of a second one
 * @place: the place it speaks of
 * @has_place: whether it speaks of one
 * @text: what it says
 * @reason: (nullable): what the answer begins with
 * @until: until when it begins to rest, %TL_NO_DAY where that isn't known beforehand
 *
 * By what an answer knows its finding, besides the risk.
 */
typedef struct
{
  const char *check;
  const char *subject;
  const char *other;
  TlId place;
  gboolean has_place;
  const char *text;
  const char *reason;
  TlDay until;
} TlFindingKey;

void       tl_finding_key_read (TlFindingKey   *self,
                                GVariant       *parameter);

G_END_DECLS
