/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-error.h"

G_DEFINE_QUARK (tl-store-error-quark, tl_store_error)
