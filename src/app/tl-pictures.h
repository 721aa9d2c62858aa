/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-application.h"

G_BEGIN_DECLS

int tl_pictures_take (TlApplication      *application,
                      GFile              *workbook,
                      const char         *folder,
                      const char * const *views);

G_END_DECLS
