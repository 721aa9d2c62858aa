/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-id.h"

G_BEGIN_DECLS

/**
 * TlValueType:
 * @TL_VALUE_NULL: nothing
 * @TL_VALUE_INTEGER: a whole number
 * @TL_VALUE_REAL: a finite number
 * @TL_VALUE_TEXT: UTF-8 text
 * @TL_VALUE_BYTES: an id, a digest or other bytes
 */
typedef enum
{
  TL_VALUE_NULL,
  TL_VALUE_INTEGER,
  TL_VALUE_REAL,
  TL_VALUE_TEXT,
  TL_VALUE_BYTES,
} TlValueType;

/**
 * TlValue:
 * @type: which of the members holds it
 *
 * A value as the database holds it.
 */
typedef struct
{
  TlValueType type;
  union
  {
    gint64 integer;
    double real;
    char *text;
    GBytes *bytes;
  };
} TlValue;

#define TL_VALUE_INIT { .type = TL_VALUE_NULL }

void     tl_value_set_integer (TlValue       *self,
                               gint64         integer);
void     tl_value_set_real    (TlValue       *self,
                               double         real);
void     tl_value_set_text    (TlValue       *self,
                               const char    *text);
void     tl_value_take_text   (TlValue       *self,
                               char          *text);
void     tl_value_set_bytes   (TlValue       *self,
                               gconstpointer  data,
                               gsize          length);
void     tl_value_set_id      (TlValue       *self,
                               const TlId    *id);
void     tl_value_copy        (const TlValue *self,
                               TlValue       *copy);
void     tl_value_clear       (TlValue       *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlValue, tl_value_clear)
gboolean tl_value_equal       (const TlValue *a,
                               const TlValue *b);
gboolean tl_value_get_id      (const TlValue *self,
                               TlId          *id);

G_END_DECLS
