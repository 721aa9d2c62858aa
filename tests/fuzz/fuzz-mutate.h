/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *fuzz_mutate (GPtrArray *seeds,
                     GRand     *random);

G_END_DECLS
