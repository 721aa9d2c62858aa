/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

GBytes *tl_body_press (const TlChange *change,
                       GBytes         *salt,
                       TlDigest       *digest);

G_END_DECLS
