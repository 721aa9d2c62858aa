/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlLastLook:
 *
 * What somebody at this computer looked at last: in which workbooks they compared places, and measures that they compared.
 * It is known before any workbook is open, and says of which risk a workbook is read first.
 */
typedef struct _TlLastLook TlLastLook;

TlLastLook   *tl_last_look_new          (void);
void          tl_last_look_free         (TlLastLook       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLastLook, tl_last_look_free)

void          tl_last_look_add_workbook (TlLastLook       *self,
                                         const TlId       *document,
                                         const TlId       *risk);
void          tl_last_look_add_measure  (TlLastLook       *self,
                                         const TlId       *measure);
TlAssessment *tl_last_look_take         (const TlLastLook *self,
                                         TlStore          *store,
                                         TlAssessment     *outlined,
                                         GCancellable     *cancellable);

G_END_DECLS
