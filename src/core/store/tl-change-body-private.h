/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change-body.h"

G_BEGIN_DECLS

GBytes *tl_change_body_write_row (const TlChange *change,
                                  GPtrArray      *columns);

G_END_DECLS
