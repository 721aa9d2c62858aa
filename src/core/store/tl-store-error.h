/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlStoreError:
 * @TL_STORE_ERROR_FAILED: anything else
 * @TL_STORE_ERROR_BUSY: another program holds it; trying again may help
 * @TL_STORE_ERROR_READ_ONLY: it can't be written there
 * @TL_STORE_ERROR_FULL: the disk is full
 * @TL_STORE_ERROR_CORRUPT: it is damaged
 * @TL_STORE_ERROR_NEWER: a newer version of the program made it
 * @TL_STORE_ERROR_CONFLICT: what was to be changed has been changed by somebody else
 * @TL_STORE_ERROR_NOT_A_WORKBOOK: it isn't a workbook
 * @TL_STORE_ERROR_NOT_FOUND: there is no such file
 * @TL_STORE_ERROR_INVALID: the change isn't allowed
 *
 * What went wrong in the store, as far as somebody could act on it.
 */
typedef enum
{
  TL_STORE_ERROR_FAILED,
  TL_STORE_ERROR_BUSY,
  TL_STORE_ERROR_READ_ONLY,
  TL_STORE_ERROR_FULL,
  TL_STORE_ERROR_CORRUPT,
  TL_STORE_ERROR_NEWER,
  TL_STORE_ERROR_CONFLICT,
  TL_STORE_ERROR_NOT_A_WORKBOOK,
  TL_STORE_ERROR_NOT_FOUND,
  TL_STORE_ERROR_INVALID,
} TlStoreError;

#define TL_STORE_ERROR (tl_store_error_quark ())
GQuark tl_store_error_quark (void);

void     tl_store_error_set_change (GError          *error,
                                    const TlDigest  *change);
gboolean tl_store_error_get_change (const GError    *error,
                                    TlDigest        *change);

G_END_DECLS
