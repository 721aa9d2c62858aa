/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-action-thread.h"

G_BEGIN_DECLS

/* Where a step belongs, and on which row it rests. */
#define TL_THREAD_AT(Kind, State, Date, Table, Row) \
  (&(TlActionStep) { .kind = (Kind), .state = (State), .date = (Date), .table = (Table), .row = (const TlFacts *) (Row) })

TlDay tl_action_thread_get_as_at   (const TlActionThread *self);
void  tl_action_thread_add         (TlActionThread       *self,
                                    const TlActionStep   *at,
                                    char                 *text);

void  tl_action_thread_add_action  (TlActionThread       *self);
void  tl_action_thread_add_proof   (TlActionThread       *self);
void  tl_action_thread_add_reviews (TlActionThread       *self);

G_END_DECLS
