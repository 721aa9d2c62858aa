/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fuzz.h"

G_BEGIN_DECLS

GPtrArray *fuzz_read_seeds (void);

G_END_DECLS
