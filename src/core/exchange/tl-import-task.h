/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-import-plan.h"

G_BEGIN_DECLS

void          tl_import_plan_async  (TlSnapshot           *existing,
                                     GFile                *source,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
TlImportPlan *tl_import_plan_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
