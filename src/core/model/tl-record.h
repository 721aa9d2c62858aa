/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-layout.h"
#include "tl-value.h"

G_BEGIN_DECLS

/**
 * TlRecord:
 *
 * A row of the workbook as an object, for lists and views: one object a row, refreshed by changes, telling only what
 * changed. Its properties follow the layout: text is a string, a day a `GDate`, a number a number (%NAN when missing),
 * a word its enum, a link the other row's object, who a name. Nothing can be set but by a change.
 */
#define TL_TYPE_RECORD (tl_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlRecord, tl_record, TL, RECORD, GObject)

typedef struct _TlRecordSet TlRecordSet;

struct _TlRecordClass
{
  GObjectClass parent_class;

  TlTable table;
};

const TlId *tl_record_get_id     (TlRecord   *self);
TlTable     tl_record_get_table  (TlRecord   *self);
const char *tl_record_get_ref    (TlRecord   *self);
const char *tl_record_get_text   (TlRecord   *self,
                                  const char *column);
TlDay       tl_record_get_day    (TlRecord   *self,
                                  const char *column);
int         tl_record_get_word   (TlRecord   *self,
                                  const char *column);
TlRecord   *tl_record_get_link   (TlRecord   *self,
                                  const char *column);

/* For the types of record, and for the set that keeps them. */
void        tl_record_class_install_fields (TlRecordClass *klass,
                                            TlTable        table);
TlRecord   *tl_record_new        (GType          type,
                                  TlRecordSet   *set,
                                  const TlId    *id);
void        tl_record_set_column (TlRecord      *self,
                                  const char    *column,
                                  const TlValue *value);
void        tl_record_read       (TlRecord      *self,
                                  gconstpointer  facts);
int         tl_record_compare    (TlRecord      *a,
                                  TlRecord      *b);

/* The properties below this number are a record's fields; a type's own come after them. */
#define TL_RECORD_LAST_PROPERTY 100

G_END_DECLS
