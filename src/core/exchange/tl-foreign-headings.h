/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-field.h"

G_BEGIN_DECLS

/* The most that tl_foreign_headings_match() returns. */
#define TL_FOREIGN_SURE 10.0

double tl_foreign_headings_match (TlForeignKind   kind,
                                  TlForeignField  field,
                                  const char     *heading);

G_END_DECLS
