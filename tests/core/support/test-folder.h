/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-csv-folder.h"

/* Folders of CSV for tests. */

char     *test_folder_make   (const char *name,
                              ...) G_GNUC_NULL_TERMINATED;
void      test_folder_write  (const char *folder,
                              const char *file_name,
                              const char *text,
                              gssize      length);
void      test_folder_remove (const char *folder);
TlSheets *test_folder_read   (const char *folder);
