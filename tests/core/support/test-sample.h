/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"

G_BEGIN_DECLS

/* The sample workbook, made of its sheets. */
TlSnapshot *test_sample_read (const char *folder);

G_END_DECLS
