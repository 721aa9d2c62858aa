/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

GBytes *tl_body_press (const TlChange *change,
                       GBytes         *salt,
                       TlDigest       *digest);

/**
 * TlBodyPress:
 *
 * A body that is being written, hashed and deflated while its rows are put into their tables.
 */
typedef struct _TlBodyPress TlBodyPress;

TlBodyPress *tl_body_press_begin (const TlChange  *change,
                                  GBytes          *salt);
GBytes      *tl_body_press_end   (TlBodyPress     *self,
                                  GBytes         **salt,
                                  TlDigest        *digest);
void         tl_body_press_stop  (TlBodyPress     *self);

G_END_DECLS
