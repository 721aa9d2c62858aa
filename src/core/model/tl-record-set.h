/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-change.h"
#include "tl-record-list.h"

G_BEGIN_DECLS

/**
 * TlRecordSet:
 *
 * The risks, people, places, measures and actions of a workbook as objects, kept in step with changes.
 */
#define TL_TYPE_RECORD_SET (tl_record_set_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordSet, tl_record_set, TL, RECORD_SET, GObject)

TlRecordSet  *tl_record_set_new            (void);
TlRecordList *tl_record_set_get_list       (TlRecordSet    *self,
                                            TlTable         table);
TlRecord     *tl_record_set_find           (TlRecordSet    *self,
                                            TlTable         table,
                                            const TlId     *id);
void           tl_record_set_load_outline (TlRecordSet  *self,
                                            TlAssessment *outlined);
void           tl_record_set_load_rest    (TlRecordSet  *self,
                                            TlSnapshot   *snapshot);
void          tl_record_set_load           (TlRecordSet    *self,
                                            TlSnapshot     *snapshot);
void          tl_record_set_apply          (TlRecordSet    *self,
                                            const TlChange *change);
void          tl_record_set_set_assessment (TlRecordSet    *self,
                                            TlAssessment   *assessment,
                                            gboolean        all);

G_END_DECLS
