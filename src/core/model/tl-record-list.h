/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-record.h"

G_BEGIN_DECLS

/**
 * TlRecordList:
 *
 * A list model of the records of one table, in the order of their refs. Each change is one splice of one record.
 */
#define TL_TYPE_RECORD_LIST (tl_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordList, tl_record_list, TL, RECORD_LIST, GObject)

TlRecordList *tl_record_list_new     (GType         type);
void          tl_record_list_fill    (TlRecordList *self,
                                      GPtrArray    *records);
void          tl_record_list_add     (TlRecordList *self,
                                      TlRecord     *record);
void          tl_record_list_remove  (TlRecordList *self,
                                      TlRecord     *record);
void          tl_record_list_touch   (TlRecordList *self,
                                      TlRecord     *record);
void          tl_record_list_touch_all (TlRecordList *self,
                                        GHashTable   *records);

G_END_DECLS
