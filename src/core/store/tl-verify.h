/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlFingerprintState:
 * @TL_FINGERPRINT_STATE_NOT_ASKED: none was given
 * @TL_FINGERPRINT_STATE_HEAD: it is the latest change's
 * @TL_FINGERPRINT_STATE_BEFORE: it is that of a change from which the present state came
 * @TL_FINGERPRINT_STATE_ABSENT: no change has it
 *
 * What became of a fingerprint that was kept outside the workbook.
 */
typedef enum
{
  TL_FINGERPRINT_STATE_NOT_ASKED,
  TL_FINGERPRINT_STATE_HEAD,
  TL_FINGERPRINT_STATE_BEFORE,
  TL_FINGERPRINT_STATE_ABSENT,
} TlFingerprintState;

/**
 * TlVerification:
 * @fault: (nullable): the first break, as a sentence; %NULL when all holds
 * @n_changes: how many changes the history has
 * @n_erased: from how many of them something was erased for good
 * @erasures: (element-type TlDigest): the changes that erased it, in the order of their times
 * @head: the latest one
 * @fingerprint: what became of the fingerprint
 * @followed: (element-type TlDigest): the changes that came after it, or beside it, in the order of their times
 *
 * Whether a workbook is what its history says, and its history what was made.
 */
typedef struct
{
  char *fault;
  guint n_changes;
  guint n_erased;
  GArray *erasures;
  TlDigest head;
  TlFingerprintState fingerprint;
  GArray *followed;
} TlVerification;

void            tl_verification_free (TlVerification      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlVerification, tl_verification_free)

/**
 * TlVerifyProgress:
 * @fraction: from 0 to 1
 * @data: the data that was given along
 *
 * Hears how far it is, on the thread that verifies.
 */
typedef void (*TlVerifyProgress) (double   fraction,
                                  gpointer data);

TlVerification *tl_verify_path       (const char          *path,
                                      const char          *fingerprint,
                                      TlVerifyProgress     progress,
                                      gpointer             progress_data,
                                      GCancellable        *cancellable,
                                      GError             **error);

G_END_DECLS
