/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook.h"

G_BEGIN_DECLS

void tl_workbook_choose_standards_async (TlWorkbook           *self,
                                         TlRisk               *risk,
                                         const char           *framework,
                                         const char * const   *statements,
                                         const char * const   *regulations,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

G_END_DECLS
