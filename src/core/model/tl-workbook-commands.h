/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook.h"

G_BEGIN_DECLS

/* What can be done to a workbook. Each command is checked by the function beside it, which a dialog asks while somebody
 * types; it then becomes one change, hence one undo. All are finished by tl_workbook_apply_finish(). */

gboolean tl_workbook_check_title       (TlWorkbook           *self,
                                        const char           *title,
                                        GError              **error);
void     tl_workbook_rename_risk_async (TlWorkbook           *self,
                                        TlRisk               *risk,
                                        const char           *title,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean tl_workbook_check_post        (TlPerson             *person,
                                        TlDay                 day,
                                        GError              **error);
gboolean tl_workbook_check_owner       (TlWorkbook           *self,
                                        TlRisk               *risk,
                                        TlPerson             *person,
                                        TlDay                 from_date,
                                        GError              **error);
void     tl_workbook_name_owner_async  (TlWorkbook           *self,
                                        TlRisk               *risk,
                                        TlPerson             *person,
                                        TlDay                 from_date,
                                        const char           *reason,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean tl_workbook_check_line        (const char           *value,
                                        GError              **error);
gboolean tl_workbook_check_key         (TlWorkbook           *self,
                                        const char           *key,
                                        const char           *value,
                                        GError              **error);
void     tl_workbook_set_key_async     (TlWorkbook           *self,
                                        const char           *key,
                                        const char           *value,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
void     tl_workbook_name_provider_async (TlWorkbook        *self,
                                        const char           *name,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

G_END_DECLS
