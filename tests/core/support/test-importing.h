/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-import-plan.h"
#include "tl-store.h"

G_BEGIN_DECLS

/* Imports what has no problems; returns how many edits it took. */
guint test_import (TlStore  *document,
                   TlSheets *sheets);

G_END_DECLS
