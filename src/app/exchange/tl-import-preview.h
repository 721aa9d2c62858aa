/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-import-plan.h"

G_BEGIN_DECLS

/**
 * TlImportPreview:
 *
 * What an import would do, before it is done: how many rows come and change, every problem with its place, what changes
 * in rows that are there, and what is left out.
 *
 * Signals: `changed`, when another change may be made of it than before.
 */
#define TL_TYPE_IMPORT_PREVIEW (tl_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (TlImportPreview, tl_import_preview, TL, IMPORT_PREVIEW, AdwBin)

void      tl_import_preview_clear      (TlImportPreview *self);
void      tl_import_preview_set_plan   (TlImportPreview *self,
                                        TlImportPlan    *plan,
                                        gboolean         mapped);
TlChange *tl_import_preview_get_change (TlImportPreview *self);
void      tl_import_preview_offer_rest (TlImportPreview *self,
                                        const char      *sheets);

G_END_DECLS
