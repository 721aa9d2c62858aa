/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-source.h"

#include <string.h>

#include "tl-csv-folder.h"
#include "tl-xlsx-reader.h"

/**
 * tl_source_read:
 * @file: a spreadsheet, or a folder of CSV files
 * @cancellable: (nullable): to stop it
 * @error: why it can't be read
 *
 * Reads the sheets of whatever somebody has. Blocks: not for the main thread.
 *
 * Returns: (transfer full): what was found, %NULL on an error
 */
TlSheets *
tl_source_read (GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_REGULAR
         ? tl_xlsx_read (file, cancellable, error) : tl_csv_folder_read (file, cancellable, error);
}
