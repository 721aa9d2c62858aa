/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook.h"

G_BEGIN_DECLS

/* Opening the workbook that the program was started for, while the toolkit and the window are still being made. */

void     tl_opening_ahead_begin (TlStoreOrigin        origin,
                                 GFile               *file,
                                 TlIdSource          *ids,
                                 TlLastLook          *last_look);
gboolean tl_opening_ahead_claim (TlStoreOrigin        origin,
                                 GFile               *file,
                                 GCancellable       **cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);

G_END_DECLS
