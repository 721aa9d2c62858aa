/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-record.h"

G_BEGIN_DECLS

/* A field's value as the database holds it; of a who, the person and then the text. */
typedef struct
{
  TlValue first;
  TlValue second;
} TlRecordSlot;

typedef struct
{
  TlId id;
  TlRecordSet *set;
  char *ref;
  TlRecordSlot *slots;
  /* Whether all values have been read once. */
  gboolean is_read;
} TlRecordPrivate;

TlRecordPrivate *tl_record_get_private   (TlRecord      *self);
void             tl_record_notify_field  (TlRecord      *self,
                                          const TlField *field);
gboolean         tl_record_is_same       (const TlField *field,
                                          const TlValue *a,
                                          const TlValue *b);

G_END_DECLS
