/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-case.h"

G_BEGIN_DECLS

/* A case as one file, to be sent: its three parts in a zip. */

#define TL_PRACTICE_PARCEL_SUFFIX ".throughline-case"

gboolean        tl_practice_parcel_write  (GFile         *folder,
                                           GFile         *file,
                                           GCancellable  *cancellable,
                                           GError       **error);
TlPracticeCase *tl_practice_parcel_unpack (GFile         *file,
                                           GFile         *folder,
                                           GCancellable  *cancellable,
                                           GError       **error);

G_END_DECLS
