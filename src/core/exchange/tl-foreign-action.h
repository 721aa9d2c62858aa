/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-work.h"

G_BEGIN_DECLS

/**
 * TlForeignAction:
 *
 * One action of a row, which may have several.
 */
typedef struct
{
  TlForeignWork *work;
  const TlForeignCells *cells;
  TlForeignRisk *risk;
  const char *title;
  const char *ref;
  const char *person;
  const char *due;
  const char *revised;
  const char *done;
  const char *status;
  TlForeignOut *out;
  const TlActionFacts *now;
  GString *kept;
} TlForeignAction;

void  tl_foreign_action_keep     (TlForeignAction *self,
                                  const char      *what,
                                  const char      *words);
char *tl_foreign_action_read_day (TlForeignAction *self,
                                  TlForeignField   field,
                                  const char      *text,
                                  gboolean         deadline,
                                  const char      *what);
void  tl_foreign_action_set_due  (TlForeignAction *self);
void  tl_foreign_action_set_done (TlForeignAction *self);

G_END_DECLS
