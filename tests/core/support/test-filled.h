/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store.h"

G_BEGIN_DECLS

/* A bit of everything that a workbook can hold: links, lists, who, numbers, keys. Returns its risk, R1. */
TlId test_fill     (TlStore    *store,
                    TlId       *reading);

void test_set_real (TlChange   *change,
                    const char *table,
                    const TlId *row,
                    const char *column,
                    double      real);

G_END_DECLS
