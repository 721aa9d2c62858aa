/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlSavedFilter:
 *
 * A way of looking at the register that somebody gave a name.
 */
#define TL_TYPE_SAVED_FILTER (tl_saved_filter_get_type ())
G_DECLARE_FINAL_TYPE (TlSavedFilter, tl_saved_filter, TL, SAVED_FILTER, GObject)

TlSavedFilter *tl_saved_filter_new             (const char    *name,
                                                GVariant      *arrangement);
const char    *tl_saved_filter_get_name        (TlSavedFilter *self);
GVariant      *tl_saved_filter_get_arrangement (TlSavedFilter *self);

G_END_DECLS
