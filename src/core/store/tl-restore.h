/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/* The note that names the change up to which everything was put back, by its id in hexadecimal digits. */
#define TL_NOTE_RESTORES "restores"

TlChange *tl_restore_make        (TlDatabase      *ours,
                                  TlDatabase      *earlier,
                                  const TlDigest  *head,
                                  GError         **error);
TlChange *tl_restore_load_target (TlDatabase      *database,
                                  const TlChange  *change);

G_END_DECLS
