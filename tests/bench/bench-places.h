/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"

G_BEGIN_DECLS

/* As many places and measures as the largest provider has. */
#define BENCH_PLACES 300
#define BENCH_MEASURES 200
#define BENCH_MONTHS 36

TlSnapshot *bench_places_new (void);

G_END_DECLS
