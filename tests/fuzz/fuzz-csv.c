/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "tl-csv-reader.h"
#include "tl-import-plan.h"
#include "tl-snapshot-builder.h"

/* CSV, and what the importer makes of it: the sheet is what the first line says, or risks. */

static TlSnapshot *empty;

static void
begin (GPtrArray *seeds)
{
  static const TlId document = { { 1 } };
  g_autoptr (TlSnapshotBuilder) builder = tl_snapshot_builder_new (&document);

  empty = tl_snapshot_builder_end (builder);
}

static void
try (GBytes *input)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (input);
  g_autoptr (TlSheets) sheets = tl_sheets_new ();
  g_autoptr (TlImportPlan) plan = NULL;
  gsize length;
  const char *data = g_bytes_get_data (input, &length);
  guint sheet = length > 0 ? (guint8) data[length - 1] % tl_import_plan_get_n_sheets () : 0;
  g_autoptr (TlSheet) read = tl_sheet_new (tl_import_plan_get_sheet (sheet));
  goffset allowance = 1024 * 1024;

  if (!tl_csv_read (read, stream, &allowance, NULL, NULL))
    return;
  g_ptr_array_add (sheets->sheets, g_steal_pointer (&read));
  plan = tl_import_plan_new (empty, g_steal_pointer (&sheets));
  for (guint i = 0; i < tl_import_plan_get_n_problems (plan); i++)
    g_free (tl_import_problem_to_text (tl_import_plan_get_problem (plan, i)));
}

static void
end (void)
{
  tl_snapshot_unref (empty);
}

const FuzzTarget fuzz_target = { "csv", 20000, begin, try, end };
